//! Rounds: tested, moved, counted.

use jiff::Timestamp;

use super::entry::Entry;
use crate::{
    id::{LotId, PersonId},
    input::intake::{Count, CountRow, Parts, TestDummies, Transfer},
    names::{RoundState, VoidWhy},
    rounds::Account,
    state::State,
};

impl State {
    /// Dummies that passed are proven: the whole lot, or a lot of its own. One that failed puts
    /// aside the lot it stays in.
    pub(super) fn test_dummies(&mut self, body: &TestDummies, by: &PersonId) {
        let id = body.into.as_ref().filter(|into| *into != &body.lot);
        if let Some(into) = id {
            let passed = body.tested.saturating_sub(body.failed);
            let own = Account::Person(by.clone());
            self.split_off((&body.lot, passed), into, &own);
            self.prove(into, body);
        } else if body.failed == 0 {
            self.prove(&body.lot, body);
        }
        if let (true, Some(lot)) = (body.failed > 0, self.lots.get_mut(&body.lot)) {
            lot.quarantined = true;
        }
    }

    fn prove(&mut self, id: &LotId, body: &TestDummies) {
        if let Some(lot) = self.lots.get_mut(id) {
            lot.tested = true;
            lot.methods = body.methods.iter().copied().collect();
            lot.parts = lot.parts.tested(&lot.methods);
            lot.unattended = false;
            lot.mixed = false;
            lot.derive_class();
        }
    }

    /// Rounds go from one account into another. What goes into or out of a weapon this way was
    /// seen by nobody: nothing of that weapon is proven any longer.
    pub(super) fn transfer(&mut self, body: &Transfer, entry: &Entry) {
        let accounts = (&body.from, &body.to);
        let kept = (body.lot.clone(), body.state);
        if self.rounds.move_what_is_there(kept, body.rounds, accounts) == 0 {
            return;
        }
        for (account, why) in [(&body.from, VoidWhy::Unloaded), (&body.to, VoidWhy::Breach)] {
            if let Account::WeaponPosition(weapon, _) = account {
                self.void(weapon, why, entry.at);
            }
        }
        self.note_mixing(&body.to);
    }

    /// Fresh rounds of different classes in one box, belt, magazine or loader are mixed, and so
    /// are rounds that were tested with others that were not.
    pub(super) fn note_mixing(&mut self, account: &Account) {
        let boxed = matches!(
            account,
            Account::Container(_) | Account::Belt(_) | Account::Magazine(_) | Account::Loader(_)
        );
        if !boxed {
            return;
        }
        let inside = self.rounds.inside(account);
        let fresh = inside.filter(|(_, state, _)| *state == RoundState::Fresh);
        let lots: Vec<LotId> = fresh.map(|(lot, ..)| lot.clone()).collect();
        let kind = |id| self.lots.get(id).map(|lot| (lot.class, lot.tested));
        let mut classes = lots.iter().map(kind);
        let first = classes.next();
        if classes.all(|class| Some(class) == first) {
            return;
        }
        for id in &lots {
            if let Some(lot) = self.lots.get_mut(id) {
                lot.mixed = true;
            }
        }
    }

    /// What a count finds less than on record is missing; what it finds more was missing or lay on
    /// the ground, as far as the record knows of any. A lot's sum stays what it was.
    pub(super) fn count(&mut self, body: &Count, entry: &Entry) {
        self.note_counted(body, entry.at);
        for row in &body.counted {
            let there = self.rounds.there(&row.account, &row.lot, row.state);
            let lost = there.saturating_sub(row.rounds);
            if lost > 0 {
                self.stir(&row.account, VoidWhy::Unloaded, entry.at);
            }
            self.move_kept(row, lost, (&row.account, &Account::Missing));
        }
        for row in &body.counted {
            let there = self.rounds.there(&row.account, &row.lot, row.state);
            let more = row.rounds.saturating_sub(there);
            if more > 0 {
                self.stir(&row.account, VoidWhy::Breach, entry.at);
            }
            let found = self.move_kept(row, more, (&Account::Missing, &row.account));
            let picked_up = more.saturating_sub(found);
            self.move_kept(row, picked_up, (&Account::Ground, &row.account));
            self.note_mixing(&row.account);
        }
    }

    /// A store is counted where nothing in it was left out.
    fn note_counted(&mut self, body: &Count, at: Timestamp) {
        for row in &body.counted {
            let mut inside = self.rounds.inside(&row.account);
            let whole = inside.all(|(lot, state, _)| {
                let mut rows = body.counted.iter();
                rows.any(|other| {
                    other.account == row.account && other.lot == *lot && other.state == state
                })
            });
            if whole {
                let counted = &mut self.unit.counted;
                counted.insert(row.account.to_string(), at);
            }
        }
    }

    fn move_kept(&mut self, row: &CountRow, rounds: u32, accounts: (&Account, &Account)) -> u32 {
        let kept = (row.lot.clone(), row.state);
        self.rounds.move_what_is_there(kept, rounds, accounts)
    }

    /// Rounds went into or out of an account and nobody saw it as a load. Where it is a position
    /// of a weapon, nothing of that weapon is proven any longer.
    pub(super) fn stir(&mut self, account: &Account, why: VoidWhy, at: Timestamp) {
        if let Account::WeaponPosition(weapon, _) = account {
            self.void(weapon, why, at);
        }
    }

    /// Nothing stated or tested of the lot is believed any longer, nor of any weapon it is in.
    pub(super) fn doubt(&mut self, id: &LotId, why: VoidWhy, at: Timestamp) {
        let places = self.rounds.where_is(id).map(|(account, _)| account);
        let places: Vec<Account> = places.cloned().collect();
        for account in &places {
            self.stir(account, why, at);
        }
        if let Some(lot) = self.lots.get_mut(id) {
            lot.parts = Parts::default();
            lot.tested = false;
            lot.methods.clear();
            lot.accepted = false;
            lot.quarantined = true;
            lot.derive_class();
        }
    }

    /// Moves all that is in one account into another.
    pub(super) fn empty_into(&mut self, from: &Account, to: &Account) {
        let inside = self.rounds.inside(from);
        let inside: Vec<_> = inside.map(|(lot, s, n)| ((lot.clone(), s), n)).collect();
        for (kept, rounds) in inside {
            self.rounds.move_what_is_there(kept, rounds, (from, to));
        }
    }
}
