//! Weapons, lots and scenes as they would be after the ask or report.

use std::borrow::Cow;

use custody::{
    derive,
    id::{LotId, SceneId, WeaponId},
    input::{
        Ask,
        intake::{Features, MakeRounds, Origin, Parts},
    },
    names::{Lender, RoundClass},
    state::{Check, Contents, Custodian, Lot, Plan, PlanStatus, Scene, Weapon},
};

use super::Case;

impl<'a> Case<'a> {
    /// The weapon, as it would be; none when the record does not know it.
    pub(super) fn weapon(&self, id: &WeaponId) -> Option<Cow<'a, Weapon>> {
        let known = self.state.weapons.get(id);
        match self.ask() {
            Some(Ask::AcceptWeapon(ask)) if ask.weapon == *id => {
                let mut weapon = known?.clone();
                if let Some(features) = &ask.features {
                    weapon.features = features.clone();
                }
                weapon.lender = ask.lender.unwrap_or(weapon.lender);
                if ask.why_live_capable.is_some() {
                    weapon.why_live_capable.clone_from(&ask.why_live_capable);
                }
                Some(Cow::Owned(derived(weapon)))
            }
            Some(Ask::Fit(ask)) if ask.weapon == *id => {
                let mut weapon = known?.clone();
                if let Some(seen) = &ask.features {
                    weapon.features = fitted(weapon.features, seen);
                }
                Some(Cow::Owned(derived(weapon)))
            }
            Some(_) => known.map(Cow::Borrowed),
            None => match self.delivered_weapon().filter(|row| row.weapon == *id) {
                Some(row) => Some(Cow::Owned(unproven(row.features.clone(), row.lender))),
                None => known.map(Cow::Borrowed).or_else(|| {
                    let nothing = unproven(Features::default(), Lender::Unknown);
                    Some(Cow::Owned(nothing))
                }),
            },
        }
    }

    /// The lot, as it would be; none when the record does not know it.
    pub(super) fn lot(&self, id: &LotId) -> Option<Cow<'a, Lot>> {
        let known = self.state.lots.get(id);
        match self.ask() {
            Some(Ask::MakeRounds(ask)) if ask.lot == *id => self.made(ask).map(Cow::Owned),
            Some(_) => known.map(Cow::Borrowed),
            None => match self.delivered_lot().filter(|row| row.lot == *id) {
                Some(row) => Some(Cow::Owned(new_lot(&row.parts, &row.origin))),
                None => known.map(Cow::Borrowed).or_else(|| {
                    let nothing = new_lot(&Parts::default(), &Origin::default());
                    Some(Cow::Owned(nothing))
                }),
            },
        }
    }

    /// The lot that would be made; none when the lot its parts come from is not known.
    fn made(&self, ask: &MakeRounds) -> Option<Lot> {
        let mut lot = new_lot(&ask.parts, &ask.origin);
        lot.rounds = u64::from(ask.rounds);
        if let Some(from) = &ask.from {
            let parent = self.state.lots.get(from)?;
            // unknown is treated as live
            lot.from_live |=
                parent.from_live || matches!(parent.class, RoundClass::Live | RoundClass::Unknown);
            lot.parent = Some(from.clone());
        }
        Some(lot)
    }

    /// The scene, as it would be; none when the record does not know it.
    pub(super) fn scene_of(&self, id: &SceneId) -> Option<Cow<'a, Scene>> {
        let known = self.state.scenes.get(id);
        match self.ask() {
            Some(Ask::PlanScene(ask)) if ask.scene == *id => {
                let mut scene = known.cloned().unwrap_or_default();
                let before = scene.plan.as_ref().map_or(0, |plan| plan.revision);
                scene.plan = Some(Plan {
                    envelope: ask.clone(),
                    status: PlanStatus::Proposed,
                    revision: before.saturating_add(1),
                    measures: Default::default(),
                });
                Some(Cow::Owned(scene))
            }
            Some(Ask::ApproveMitigation(ask)) if ask.scene == *id => {
                let mut scene = known?.clone();
                if let Some(plan) = &mut scene.plan {
                    plan.measures.extend(ask.measures.iter().cloned());
                }
                Some(Cow::Owned(scene))
            }
            _ => known.map(Cow::Borrowed),
        }
    }
}

fn derived(mut weapon: Weapon) -> Weapon {
    (weapon.tier, weapon.class) = derive::weapon(&weapon.features);
    weapon
}

/// Features after a part was fitted: what was seen now, and the rest as before.
fn fitted(before: Features, seen: &Features) -> Features {
    let seen = seen.clone();
    Features {
        said_to_be: seen.said_to_be.or(before.said_to_be),
        drives_by_combustion: seen.drives_by_combustion.or(before.drives_by_combustion),
        bare_frame: seen.bare_frame.or(before.bare_frame),
        live_capable: seen.live_capable.or(before.live_capable),
        machine_gun: seen.machine_gun.or(before.machine_gun),
        positions: seen.positions.or(before.positions),
        fire_control_altered: seen.fire_control_altered.or(before.fire_control_altered),
        marking: seen.marking.or(before.marking),
        solid_plug: seen.solid_plug.or(before.solid_plug),
        deactivated_for: if seen.deactivated_for.is_empty() {
            before.deactivated_for
        } else {
            seen.deactivated_for
        },
        edge: seen.edge.or(before.edge),
        charge: seen.charge.or(before.charge),
        maker_paper: seen.maker_paper.or(before.maker_paper),
        device_lot: seen.device_lot.or(before.device_lot),
        twin: seen.twin.or(before.twin),
        serial_read: seen.serial_read.or(before.serial_read),
        delivered_unloaded: seen.delivered_unloaded.or(before.delivered_unloaded),
    }
}

/// A weapon of which nothing is proven: put aside, with its supplier.
pub(super) fn unproven(features: Features, lender: Lender) -> Weapon {
    let (tier, class) = derive::weapon(&features);
    Weapon {
        features,
        tier,
        class,
        lender,
        why_live_capable: None,
        accepted: false,
        quarantined: true,
        custodian: Custodian::Supplier,
        bearer: None,
        watched: false,
        check: Check::None,
        contents: Contents::Unknown,
        bore_seen: false,
        shown_to: Default::default(),
        show_asked_by: Default::default(),
        issue: None,
        hold: None,
        stoppages: 0,
        preserved_by: Default::default(),
        stood_down_by: Default::default(),
        sequence: None,
        test_fired: None,
        announced: false,
        loaded_at: None,
        seal: None,
        documents: Default::default(),
    }
}

/// A lot that was never accepted: put aside, nothing tested.
pub(super) fn new_lot(parts: &Parts, origin: &Origin) -> Lot {
    Lot {
        class: derive::round(parts, origin, false),
        parts: parts.clone(),
        origin: origin.clone(),
        accepted: false,
        quarantined: true,
        tested: false,
        methods: Default::default(),
        from_live: origin.from_live.unwrap_or(false),
        parent: None,
        unattended: false,
        mixed: origin.mixed.unwrap_or(false),
        rounds: 0,
    }
}
