//! Intake: deliveries, acceptance, fitting, making rounds, test fire, quarantine.

use jiff::Timestamp;

use super::entry::Entry;
use crate::{
    id::{LotId, PersonId},
    input::{
        intake::{
            AcceptLot, AcceptWeapon, DeliveredLot, DeliveredWeapon, Fit, MakeRounds,
            ReleaseFromQuarantine, TestFire,
        },
        report::{Altered, Delivery, OfWeapon, Quarantine},
    },
    names::{RoundClass, RoundState, VoidWhy},
    rounds::Account,
    state::{Custodian, Loan, Lot, State, Weapon},
};

impl State {
    pub(super) fn delivery(&mut self, body: &Delivery, entry: &mut Entry) {
        for weapon in &body.weapons {
            let loan = Loan {
                from: body.from.clone(),
                owner: weapon.owner.clone(),
                since: entry.at,
                due_back: weapon.due_back,
                from_record: weapon.from_record.clone(),
                returned: None,
            };
            self.deliver_weapon((weapon, loan), entry);
            entry.named.weapons.push(weapon.weapon.clone());
        }
        for lot in &body.lots {
            let into = lot.into.clone().unwrap_or(Account::Safe(None));
            self.deliver_lot(lot, &into, entry);
            entry.named.lots.push(lot.lot.clone());
        }
    }

    /// A delivered weapon is the supplier's, in quarantine, until accepted. One of a name that is
    /// here already cannot be the same: the one here is put aside, its check void.
    fn deliver_weapon(&mut self, (row, loan): (&DeliveredWeapon, Loan), entry: &mut Entry) {
        let id = &row.weapon;
        let Some(known) = self.weapons.get_mut(id) else {
            let features = row.features.clone();
            let mut weapon = Weapon::entered(features, row.lender, Custodian::Supplier);
            weapon.loan = Some(loan);
            self.weapons.insert(id.clone(), weapon);
            return;
        };
        known.quarantined = true;
        if matches!(known.custodian, Custodian::Handler(_) | Custodian::Safe) {
            known.void(VoidWhy::Swapped, entry.at);
            entry.trouble = true;
            return;
        }
        known.accepted = false;
        known.lender = row.lender;
        known.loan = Some(loan);
        known.become_of(row.features.clone(), (VoidWhy::WrongHands, entry.at));
        self.take_from_bearer(id);
        self.give(id, Custodian::Supplier);
    }

    /// A delivered lot is in quarantine until accepted. A second delivery under one name is booked
    /// with it, and what is then in the lot is unknown.
    fn deliver_lot(&mut self, row: &DeliveredLot, into: &Account, entry: &mut Entry) {
        if self.lots.contains_key(&row.lot) {
            entry.trouble = true;
        }
        let lot = Lot::entered(row.parts.clone(), row.origin.clone(), row.rounds);
        self.book_lot(&row.lot, lot, (into, entry.at));
    }

    /// Books the rounds of a new lot, or of one that mixes with a lot of its name.
    fn book_lot(&mut self, id: &LotId, lot: Lot, (into, at): (&Account, Timestamp)) {
        let rounds = u32::try_from(lot.rounds).unwrap_or(u32::MAX);
        let booked = self.rounds.deliver(id.clone(), rounds, into);
        let booked = booked.map_or(0, |()| lot.rounds);
        match self.lots.get_mut(id) {
            None => {
                let rounds = booked;
                self.lots.insert(id.clone(), Lot { rounds, ..lot });
            }
            Some(known) => {
                known.rounds = known.rounds.saturating_add(booked);
                known.from_live |= lot.from_live;
                known.mixed = true;
                self.doubt(id, VoidWhy::Swapped, at);
            }
        }
        self.stir(into, VoidWhy::Breach, at);
        self.note_mixing(into);
    }

    /// The weapon is taken into use: out of quarantine, into the safe.
    pub(super) fn accept_weapon(&mut self, body: &AcceptWeapon, entry: &Entry) {
        let Some(weapon) = self.weapons.get_mut(&body.weapon) else {
            return;
        };
        let features = weapon.features_accepted(body);
        weapon.become_of(features, (VoidWhy::WrongHands, entry.at));
        weapon.lender = body.lender.unwrap_or(weapon.lender);
        if body.why_live_capable.is_some() {
            weapon.why_live_capable.clone_from(&body.why_live_capable);
        }
        weapon.accepted = true;
        weapon.quarantined = false;
        weapon.kit.clone_from(&body.kit);
        weapon.kit_out.clear();
        self.take_from_bearer(&body.weapon);
        self.give(&body.weapon, Custodian::Safe);
    }

    pub(super) fn accept_lot(&mut self, body: &AcceptLot) {
        if let Some(lot) = self.lots.get_mut(&body.lot) {
            lot.accepted = true;
            lot.quarantined = false;
            lot.approved_for.clone_from(&body.approved_for);
        }
    }

    pub(super) fn fit(&mut self, body: &Fit, entry: &Entry) {
        if let Some(weapon) = self.weapons.get_mut(&body.weapon) {
            let features = weapon.features_changed(body.features.as_ref());
            weapon.become_of(features, (VoidWhy::Altered, entry.at));
            if body.off {
                weapon.fitted.remove(&body.part);
            } else {
                weapon.fitted.insert(body.part.clone());
            }
        }
    }

    /// The rounds made are a new lot in the maker's hands, in quarantine. What they were made from
    /// is gone, as far as the maker had it.
    pub(super) fn make_rounds(&mut self, body: &MakeRounds, by: &PersonId, entry: &Entry) {
        let own = Account::Person(by.clone());
        let mut lot = Lot::entered(body.parts.clone(), body.origin.clone(), body.rounds);
        if let Some(from) = &body.from {
            lot.parent = Some(from.clone());
            lot.from_live |= self.is_live(from);
            self.use_up((from, body.uses.unwrap_or(body.rounds)), &own);
        }
        self.book_lot(&body.lot, lot, (&own, entry.at));
    }

    fn use_up(&mut self, (lot, rounds): (&LotId, u32), own: &Account) {
        let mut left = rounds;
        for state in RoundState::ALL {
            let kept = (lot.clone(), *state);
            let used = (own, &Account::Destroyed);
            left -= self.rounds.move_what_is_there(kept, left, used);
        }
    }

    /// Whether a lot is of bullet rounds, or made from them. Unknown counts as live.
    fn is_live(&self, lot: &LotId) -> bool {
        let live = [RoundClass::Live, RoundClass::Unknown];
        let lot = self.lots.get(lot);
        lot.is_none_or(|lot| lot.from_live || live.contains(&lot.class))
    }

    /// The weapon was fired to test it: its rounds are spent, and it is to be checked anew.
    pub(super) fn test_fire(&mut self, body: &TestFire, by: &PersonId, entry: &Entry) {
        let Some(weapon) = self.weapons.get_mut(&body.weapon) else {
            return;
        };
        let fired_with = weapon.test_fired.get_or_insert_default();
        fired_with.extend(body.lot.clone());
        let with = entry.input.with.iter().map(|with| with.person.clone());
        weapon.tested_before.extend(with.chain([by.clone()]));
        let device = weapon.features.device_lot.clone();
        self.device_lots_fired.extend(device);
        weapon.bore_seen = false;
        weapon.fouled = true;
        weapon.void(VoidWhy::SequenceEnded, entry.at);
        self.spend_own(body, by);
    }

    /// Rounds of a test fire turn spent where the asker has them, as far as they are there.
    pub(super) fn spend_own(&mut self, body: &TestFire, by: &PersonId) {
        if let Some(lot) = &body.lot {
            let own = Account::Person(by.clone());
            let there = self.rounds.there(&own, lot, RoundState::Fresh);
            let fired = (RoundState::Fresh, RoundState::Spent);
            let rounds = body.rounds.min(there);
            let _ = self.rounds.turn(lot, rounds, &own, fired);
        }
    }

    /// Out of quarantine, with what was found and done: a lot left unattended is trusted again.
    pub(super) fn release_from_quarantine(&mut self, body: &ReleaseFromQuarantine) {
        let weapon = body.weapon.as_ref();
        if let Some(weapon) = weapon.and_then(|id| self.weapons.get_mut(id)) {
            weapon.quarantined = false;
        }
        let lot = body.lot.as_ref();
        if let Some(lot) = lot.and_then(|id| self.lots.get_mut(id)) {
            lot.quarantined = false;
            lot.unattended = false;
        }
    }

    pub(super) fn put_aside(&mut self, body: &Quarantine) {
        let weapon = body.weapon.as_ref();
        if let Some(weapon) = weapon.and_then(|id| self.weapons.get_mut(id)) {
            weapon.quarantined = true;
        }
        let lot = body.lot.as_ref();
        if let Some(lot) = lot.and_then(|id| self.lots.get_mut(id)) {
            lot.quarantined = true;
        }
    }

    pub(super) fn altered(&mut self, body: &Altered, entry: &Entry) {
        if let Some(weapon) = self.weapons.get_mut(&body.weapon) {
            let features = weapon.features_changed(body.features.as_ref());
            weapon.become_of(features, (VoidWhy::Altered, entry.at));
            weapon.quarantined = true;
        }
    }

    pub(super) fn damaged(&mut self, body: &OfWeapon, entry: &Entry) {
        if let Some(weapon) = self.weapons.get_mut(&body.weapon) {
            weapon.void(VoidWhy::Damaged, entry.at);
            weapon.quarantined = true;
        }
    }

    pub(super) fn cleaned(&mut self, row: &OfWeapon, entry: &Entry) {
        if let Some(weapon) = self.weapons.get_mut(&row.weapon) {
            weapon.fouled = false;
            weapon.void(VoidWhy::Cleaned, entry.at);
        }
    }
}
