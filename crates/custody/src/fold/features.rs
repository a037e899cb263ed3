//! Features and parts after somebody saw them anew. Rules judge by the same.

use std::collections::BTreeSet;

use crate::{
    input::intake::{AcceptWeapon, Features, Parts},
    names::DummyMethod,
    state::Weapon,
};

impl Features {
    /// These features, with those named in `seen` as they were seen. What `seen` leaves out stays.
    pub fn with(&self, seen: &Self) -> Self {
        let lists =
            |new: &[String], old: &[String]| if new.is_empty() { old } else { new }.to_vec();
        Self {
            said_to_be: seen.said_to_be.or(self.said_to_be),
            drives_by_combustion: seen.drives_by_combustion.or(self.drives_by_combustion),
            bare_frame: seen.bare_frame.or(self.bare_frame),
            live_capable: seen.live_capable.or(self.live_capable),
            machine_gun: seen.machine_gun.or(self.machine_gun),
            category: seen.category.clone().or_else(|| self.category.clone()),
            positions: seen.positions.or(self.positions),
            fire_control_altered: seen.fire_control_altered.or(self.fire_control_altered),
            trigger: seen.trigger.or(self.trigger),
            marking: seen.marking.or(self.marking),
            solid_plug: seen.solid_plug.or(self.solid_plug),
            deactivated_for: lists(&seen.deactivated_for, &self.deactivated_for),
            edge: seen.edge.or(self.edge),
            charge: seen.charge.or(self.charge),
            maker_paper: seen.maker_paper.or(self.maker_paper),
            device_lot: seen.device_lot.clone().or_else(|| self.device_lot.clone()),
            twin: seen.twin.clone().or_else(|| self.twin.clone()),
            serial_read: seen.serial_read.or(self.serial_read),
            serial: seen.serial.clone().or_else(|| self.serial.clone()),
            rack: seen.rack.clone().or_else(|| self.rack.clone()),
            needs: if seen.needs.is_empty() {
                &self.needs
            } else {
                &seen.needs
            }
            .clone(),
            delivered_unloaded: seen.delivered_unloaded.or(self.delivered_unloaded),
        }
    }
}

impl Weapon {
    /// The features after this weapon was accepted: what was seen replaces what was delivered.
    pub fn features_accepted(&self, body: &AcceptWeapon) -> Features {
        let seen = body.features.as_ref();
        seen.unwrap_or(&self.features).clone()
    }

    /// The features after something was fitted or altered: what is named is so now.
    pub fn features_changed(&self, seen: Option<&Features>) -> Features {
        seen.map_or_else(|| self.features.clone(), |seen| self.features.with(seen))
    }
}

impl Parts {
    /// The parts of a round tested as a dummy: what each method shows, and that it has a
    /// projectile to look at. What was stated before stays: a test cannot talk it away.
    pub fn tested(&self, methods: &BTreeSet<DummyMethod>) -> Self {
        let mut parts = self.clone();
        parts.projectile = parts.projectile.or(Some(true));
        for method in methods {
            let shown = match method {
                DummyMethod::Rattle | DummyMethod::DrilledHole => &mut parts.propellant,
                DummyMethod::NoPrimer | DummyMethod::StruckPrimer => &mut parts.primer,
            };
            shown.get_or_insert(false);
        }
        parts
    }
}
