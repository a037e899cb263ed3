//! Missing, found, seized, released, unattended: things out of the hands that answered for them.

use super::{entry::Entry, reports::who_has, split::reachable};
use crate::{
    id::{LotId, WeaponId},
    input::report::{AuthorityReleased, Unattended, Whereabouts},
    names::{RoundState, VoidWhy},
    rounds::Account,
    state::{Custodian, State},
};

impl State {
    pub(super) fn missing(&mut self, body: &Whereabouts, entry: &mut Entry) {
        if let Some(weapon) = &body.weapon {
            self.out_of_hands(weapon, Custodian::Missing);
            self.unwatch(weapon, VoidWhy::Unwatched, entry.at);
        }
        self.lots_gone(body, &Account::Missing, entry);
    }

    /// Seized with what is in it.
    pub(super) fn seized(&mut self, body: &Whereabouts, entry: &mut Entry) {
        if let Some(weapon) = &body.weapon {
            self.out_of_hands(weapon, Custodian::Police);
            self.unwatch(weapon, VoidWhy::WrongHands, entry.at);
            self.empty_weapon_into(weapon, &Account::Police);
        }
        self.lots_gone(body, &Account::Police, entry);
    }

    /// A found weapon is its finder's, if a handler on duty, or the safe's it was put in; else
    /// nobody answers for it yet. Found rounds were missing, or lay on the ground.
    pub(super) fn found(&mut self, body: &Whereabouts, entry: &mut Entry) {
        if let Some(weapon) = &body.weapon {
            let custodian = who_has(self, entry, body.account.as_ref());
            self.out_of_hands(weapon, custodian);
            self.unwatch(weapon, VoidWhy::WrongHands, entry.at);
        }
        let Some(lot) = &body.lot else {
            return;
        };
        let to = body.account.clone().unwrap_or_else(|| entry.own());
        self.stir(&to, VoidWhy::Breach, entry.at);
        let rounds = body.rounds.unwrap_or(u32::MAX);
        let lost = self.move_any(lot, rounds, (&Account::Missing, &to));
        let left = rounds.saturating_sub(lost);
        let found = lost.saturating_add(self.move_any(lot, left, (&Account::Ground, &to)));
        self.book_surplus((lot, body.rounds, found), &to, entry);
    }

    /// Released to the handler on duty who reports it; with another reporter the police keep a
    /// weapon they seized until somebody fetches it.
    pub(super) fn authority_released(&mut self, body: &AuthorityReleased, entry: &mut Entry) {
        let incident = body.incident.as_ref();
        let of_incident = |id: &WeaponId| {
            let weapon = self.weapons.get(id);
            let by = weapon.map(|weapon| &weapon.preserved_by);
            by.is_some_and(|by| incident.is_some_and(|incident| by.contains(incident)))
        };
        let mut released: Vec<WeaponId> = match incident {
            None => Vec::new(),
            Some(_) => self
                .weapons
                .keys()
                .filter(|id| of_incident(id))
                .cloned()
                .collect(),
        };
        released.extend(body.weapon.clone());
        entry.trouble |= incident.is_some_and(|id| !self.incidents.contains_key(id));
        for id in &released {
            let Some(weapon) = self.weapons.get_mut(id) else {
                continue;
            };
            match incident {
                Some(incident) => _ = weapon.preserved_by.remove(incident),
                None => weapon.preserved_by.clear(),
            }
            if weapon.custodian == Custodian::Police && entry.by_handler(self) {
                let custodian = self.custodian_of_unknown(entry);
                self.give(id, custodian);
            }
        }
    }

    /// A weapon left alone proves nothing. Rounds left alone are no longer proven: those in the
    /// account named become a lot of their own, where the lot has others elsewhere.
    pub(super) fn unattended(&mut self, body: &Unattended, entry: &Entry) {
        if let Some(weapon) = &body.weapon {
            self.unwatch(weapon, VoidWhy::Unwatched, entry.at);
        }
        let Some(lot) = &body.lot else {
            return;
        };
        let account = body.account.as_ref();
        let part = account.and_then(|account| self.part_left(lot, account));
        if let Some(account) = account {
            self.stir(account, VoidWhy::Unwatched, entry.at);
        }
        if let Some(lot) = self.lots.get_mut(part.as_ref().unwrap_or(lot)) {
            lot.unattended = true;
            lot.tested = false;
            lot.derive_class();
        }
    }

    /// Splits off what was left alone in an account: `LOT.left-N`, by the number of the entry.
    /// None where it is all of the lot, or the name would be too long.
    fn part_left(&mut self, lot: &LotId, account: &Account) -> Option<LotId> {
        let others = self.rounds.where_is(lot).map(|(place, _)| place);
        let elsewhere = others.filter(|place| *place != account).count() > 0;
        let there = self
            .rounds
            .inside(account)
            .any(|(inside, ..)| inside == lot);
        if !elsewhere || !there {
            return None;
        }
        let part = format!("{lot}.left-{}", self.unit.entries.saturating_add(1));
        let part: LotId = part.parse().ok()?;
        if self.lots.contains_key(&part) {
            return None;
        }
        self.split_account(lot, &part, account);
        Some(part)
    }

    /// Nobody bears it; another answers for it.
    fn out_of_hands(&mut self, weapon: &WeaponId, custodian: Custodian) {
        self.take_from_bearer(weapon);
        self.give(weapon, custodian);
    }

    /// Rounds gone from the account named, or from wherever they were within reach.
    fn lots_gone(&mut self, body: &Whereabouts, to: &Account, entry: &mut Entry) {
        let Some(lot) = &body.lot else {
            return;
        };
        let accounts: Vec<Account> = match &body.account {
            Some(account) => vec![account.clone()],
            None => {
                let places = self.rounds.where_is(lot).map(|(account, _)| account);
                let places = places.filter(|account| reachable(account) || in_weapon(account));
                places.cloned().collect()
            }
        };
        let rounds = body.rounds.unwrap_or(u32::MAX);
        let mut gone: u32 = 0;
        for account in &accounts {
            self.stir(account, VoidWhy::Unloaded, entry.at);
            let left = rounds.saturating_sub(gone);
            gone = gone.saturating_add(self.move_any(lot, left, (account, to)));
        }
        self.book_surplus((lot, body.rounds, gone), to, entry);
    }

    /// Rounds the record knows nothing of. Those of a lot that has none on record are booked, as
    /// if delivered where they are; a known lot's sum is never changed, and an incident opens.
    fn book_surplus(
        &mut self,
        (lot, stated, known): (&LotId, Option<u32>, u32),
        into: &Account,
        entry: &mut Entry,
    ) {
        let surplus = stated.map_or(0, |stated| stated.saturating_sub(known));
        if surplus == 0 {
            return;
        }
        entry.trouble = true;
        let none_on_record = self.lots.get_mut(lot).filter(|lot| lot.rounds == 0);
        if let Some(entered) = none_on_record {
            let booked = self.rounds.deliver(lot.clone(), surplus, into);
            entered.rounds = booked.map_or(0, |()| u64::from(surplus));
            self.doubt(lot, VoidWhy::Breach, entry.at);
        }
    }

    /// Moves rounds of a lot, fresh first, then duds, then spent; says how many.
    fn move_any(&mut self, lot: &LotId, rounds: u32, accounts: (&Account, &Account)) -> u32 {
        let mut moved = 0;
        for state in [RoundState::Fresh, RoundState::Dud, RoundState::Spent] {
            let kept = (lot.clone(), state);
            let left = rounds.saturating_sub(moved);
            moved += self.rounds.move_what_is_there(kept, left, accounts);
        }
        moved
    }
}

const fn in_weapon(account: &Account) -> bool {
    matches!(account, Account::WeaponPosition(..))
}
