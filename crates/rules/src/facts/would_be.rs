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
    state::{Custodian, Lot, Plan, Scene, Weapon},
};

use super::Case;

impl<'a> Case<'a> {
    /// The weapon, as it would be; none when the record does not know it.
    pub(super) fn weapon(&self, id: &WeaponId) -> Option<Cow<'a, Weapon>> {
        let known = self.state.weapons.get(id);
        match self.ask() {
            Some(Ask::AcceptWeapon(ask)) if ask.weapon == *id => {
                let mut weapon = known?.clone();
                weapon.features = weapon.features_accepted(ask);
                weapon.lender = ask.lender.unwrap_or(weapon.lender);
                if ask.why_live_capable.is_some() {
                    weapon.why_live_capable.clone_from(&ask.why_live_capable);
                }
                Some(Cow::Owned(derived(weapon)))
            }
            Some(Ask::Fit(ask)) if ask.weapon == *id => {
                let mut weapon = known?.clone();
                weapon.features = weapon.features_changed(ask.features.as_ref());
                Some(Cow::Owned(derived(weapon)))
            }
            Some(_) => known.map(Cow::Borrowed),
            None => match self.delivered_weapon().filter(|row| row.weapon == *id) {
                Some(row) => Some(Cow::Owned(entered(row.features.clone(), row.lender))),
                None => known.map(Cow::Borrowed).or_else(|| {
                    let nothing = entered(Features::default(), Lender::Unknown);
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
                Some(row) => {
                    let (parts, origin) = (row.parts.clone(), row.origin.clone());
                    Some(Cow::Owned(Lot::entered(parts, origin, row.rounds)))
                }
                None => known.map(Cow::Borrowed).or_else(|| {
                    let nothing = Lot::entered(Parts::default(), Origin::default(), 0);
                    Some(Cow::Owned(nothing))
                }),
            },
        }
    }

    /// The lot that would be made; none when the lot its parts come from is not known.
    fn made(&self, ask: &MakeRounds) -> Option<Lot> {
        let mut lot = Lot::entered(ask.parts.clone(), ask.origin.clone(), ask.rounds);
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
                scene.plan = Some(Plan::after(scene.plan.as_ref(), ask));
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

/// A weapon that came in by name only, or as it was delivered: nothing is proven of it.
fn entered(features: Features, lender: Lender) -> Weapon {
    Weapon::entered(features, lender, Custodian::Supplier)
}
