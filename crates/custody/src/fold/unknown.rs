//! Things a report names that the record does not know. They enter in quarantine.

use super::entry::Entry;
use crate::{
    derive,
    id::{LotId, WeaponId},
    input::intake::{Features, Origin, Parts},
    names::Lender,
    state::{Custodian, Lot, State, Weapon},
};

impl Lot {
    /// A lot as it enters the record: in quarantine, its class as far as its parts are stated.
    pub fn entered(parts: Parts, origin: Origin, rounds: u32) -> Self {
        Self {
            class: derive::round(&parts, &origin, false),
            accepted: false,
            approved_for: None,
            quarantined: true,
            tested: false,
            methods: Default::default(),
            from_live: origin.from_live == Some(true),
            parent: None,
            unattended: false,
            mixed: origin.mixed == Some(true),
            rounds: u64::from(rounds),
            parts,
            origin,
        }
    }

    /// The class, derived from what is stated and seen now.
    pub(super) fn derive_class(&mut self) {
        self.class = derive::round(&self.parts, &self.origin, self.tested);
    }
}

impl State {
    /// Lets in what a report names and the record does not know: a weapon with contents and class
    /// unknown, a lot without a round proven. An unknown person, scene, set-up or incident lets
    /// nothing in: who is not enrolled stays so. Each opens an incident.
    pub(super) fn enter_unknown(&mut self, entry: &mut Entry) {
        let custodian = self.custodian_of_unknown(entry);
        let named = &entry.named;
        let weapons = named.weapons.iter();
        let weapons = weapons.filter(|id| !self.weapons.contains_key(*id));
        let weapons: Vec<WeaponId> = weapons.cloned().collect();
        let lots = named.lots.iter();
        let lots: Vec<LotId> = lots
            .filter(|id| !self.lots.contains_key(*id))
            .cloned()
            .collect();
        let people = &self.people;
        let unknown = !weapons.is_empty()
            || !lots.is_empty()
            || named.persons.iter().any(|id| !people.contains_key(id))
            || named.scene.iter().any(|id| !self.scenes.contains_key(id))
            || named.set_up.iter().any(|id| !self.set_ups.contains_key(id));
        entry.trouble |= unknown;
        for id in weapons {
            let weapon = Weapon::entered(Features::default(), Lender::Unknown, Custodian::Missing);
            self.weapons.insert(id.clone(), weapon);
            self.give(&id, custodian.clone());
        }
        for id in lots {
            let lot = Lot::entered(Parts::default(), Origin::default(), 0);
            self.lots.insert(id, lot);
        }
    }

    /// Who answers for an unknown weapon: the reporter, if a handler on duty; else nobody known.
    pub(super) fn custodian_of_unknown(&self, entry: &Entry) -> Custodian {
        match entry.by {
            Some(by) if entry.by_handler(self) => Custodian::Handler(by.clone()),
            _ => Custodian::Missing,
        }
    }
}
