//! The ledger: all accounts in double entry, found by account and by lot.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Account;
use crate::{
    id::{LotId, WeaponId},
    names::RoundState,
};

/// Rounds of one lot in one state.
pub type Kept = (LotId, RoundState);

/// How many rounds, by what has become of them. In JSON: `[fresh, spent, dud]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "[u32; 3]", into = "[u32; 3]")]
pub struct ByState {
    /// Not fired.
    pub fresh: u32,
    /// Fired.
    pub spent: u32,
    /// Struck, and did not fire.
    pub dud: u32,
}

impl From<[u32; 3]> for ByState {
    fn from([fresh, spent, dud]: [u32; 3]) -> Self {
        Self { fresh, spent, dud }
    }
}

impl From<ByState> for [u32; 3] {
    fn from(rounds: ByState) -> Self {
        [rounds.fresh, rounds.spent, rounds.dud]
    }
}

impl ByState {
    /// How many are in this state.
    pub const fn of(self, state: RoundState) -> u32 {
        match state {
            RoundState::Fresh => self.fresh,
            RoundState::Spent => self.spent,
            RoundState::Dud => self.dud,
        }
    }

    /// All of them.
    pub fn sum(self) -> u64 {
        u64::from(self.fresh) + u64::from(self.spent) + u64::from(self.dud)
    }

    const fn set(&mut self, state: RoundState, rounds: u32) {
        match state {
            RoundState::Fresh => self.fresh = rounds,
            RoundState::Spent => self.spent = rounds,
            RoundState::Dud => self.dud = rounds,
        }
    }
}

/// All accounts of a unit, with what is in each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Accounts {
    #[serde(with = "crate::state::pairs")]
    held: BTreeMap<Account, BTreeMap<LotId, ByState>>,
    /// The accounts each lot is in: made from `held`, never written.
    #[serde(skip)]
    places: BTreeMap<LotId, BTreeSet<Account>>,
}

/// The ledger as it is written down.
#[derive(Deserialize)]
struct Written {
    #[serde(with = "crate::state::pairs")]
    held: BTreeMap<Account, BTreeMap<LotId, ByState>>,
}

impl From<Written> for Accounts {
    fn from(Written { held }: Written) -> Self {
        let mut places = BTreeMap::<LotId, BTreeSet<Account>>::new();
        for (account, lots) in &held {
            for lot in lots.keys() {
                let known = places.entry(lot.clone()).or_default();
                known.insert(account.clone());
            }
        }
        Self { held, places }
    }
}

/// Why rounds could not be moved. Nothing was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotThere {
    /// The account that was to be drawn on, or that cannot hold so many.
    pub account: Account,
    /// How many are there.
    pub there: u32,
    /// How many were asked for.
    pub asked: u32,
}

impl Accounts {
    /// How many rounds of a lot, in a state, are in an account.
    pub fn there(&self, account: &Account, lot: &LotId, state: RoundState) -> u32 {
        let lots = self.held.get(account);
        lots.and_then(|lots| lots.get(lot))
            .map_or(0, |rounds| rounds.of(state))
    }

    /// Moves rounds: out of one account, into another, equal and opposite.
    pub fn transfer(
        &mut self,
        (lot, state): Kept,
        rounds: u32,
        (from, to): (&Account, &Account),
    ) -> Result<(), NotThere> {
        let left = self.less(from, (&lot, state), rounds)?;
        if rounds == 0 || from == to {
            return Ok(());
        }
        let arrived = self.more(to, (&lot, state), rounds)?;
        self.set(from, (&lot, state), left);
        self.set(to, (&lot, state), arrived);
        Ok(())
    }

    /// Moves rounds as far as they are there, and says how many were moved.
    pub fn move_what_is_there(
        &mut self,
        (lot, state): Kept,
        rounds: u32,
        (from, to): (&Account, &Account),
    ) -> u32 {
        let rounds = rounds.min(self.there(from, &lot, state));
        let moved = self.transfer((lot, state), rounds, (from, to));
        moved.map_or(0, |()| rounds)
    }

    /// Books rounds that come from outside: the only way a lot's sum is made.
    pub fn deliver(&mut self, lot: LotId, rounds: u32, into: &Account) -> Result<(), NotThere> {
        let sum = self.more(into, (&lot, RoundState::Fresh), rounds)?;
        self.set(into, (&lot, RoundState::Fresh), sum);
        Ok(())
    }

    /// Turns rounds in an account from one state into another: fired, or found a dud.
    pub fn turn(
        &mut self,
        lot: &LotId,
        rounds: u32,
        account: &Account,
        (from, to): (RoundState, RoundState),
    ) -> Result<(), NotThere> {
        let left = self.less(account, (lot, from), rounds)?;
        if from == to {
            return Ok(());
        }
        let turned = self.more(account, (lot, to), rounds)?;
        self.set(account, (lot, from), left);
        self.set(account, (lot, to), turned);
        Ok(())
    }

    /// Rounds in an account leave their lot for another: the sum of both stays what it was.
    pub fn split(
        &mut self,
        (lot, state): Kept,
        rounds: u32,
        (account, into): (&Account, &LotId),
    ) -> Result<(), NotThere> {
        let left = self.less(account, (&lot, state), rounds)?;
        if &lot == into {
            return Ok(());
        }
        let arrived = self.more(account, (into, state), rounds)?;
        self.set(account, (&lot, state), left);
        self.set(account, (into, state), arrived);
        Ok(())
    }

    /// What is in an account.
    pub fn inside(&self, account: &Account) -> impl Iterator<Item = (&LotId, RoundState, u32)> {
        let lots = self.held.get(account).into_iter().flatten();
        lots.flat_map(|(lot, rounds)| each(*rounds).map(move |(state, n)| (lot, state, n)))
    }

    /// What is on record in the positions of a weapon, in order.
    pub fn in_weapon(
        &self,
        weapon: &WeaponId,
    ) -> impl Iterator<Item = (&Account, &LotId, RoundState, u32)> {
        let first = Account::WeaponPosition(weapon.clone(), 0);
        let last = Account::WeaponPosition(weapon.clone(), u16::MAX);
        let held = self.held.range(first..=last);
        held.flat_map(|(account, lots)| {
            lots.iter().flat_map(move |(lot, rounds)| {
                each(*rounds).map(move |(state, n)| (account, lot, state, n))
            })
        })
    }

    /// Where the rounds of a lot are.
    pub fn where_is(&self, lot: &LotId) -> impl Iterator<Item = (&Account, ByState)> {
        let accounts = self.places.get(lot).into_iter().flatten();
        accounts.filter_map(move |account| {
            let rounds = self.held.get(account)?.get(lot)?;
            Some((account, *rounds))
        })
    }

    /// All accounts with what is in each.
    pub fn all(&self) -> impl Iterator<Item = (&Account, &LotId, RoundState, u32)> {
        self.held.keys().flat_map(|account| {
            self.inside(account)
                .map(move |(lot, state, n)| (account, lot, state, n))
        })
    }

    /// Sum of a lot over all accounts and states.
    pub fn sum(&self, lot: &LotId) -> u64 {
        self.where_is(lot).map(|(_, rounds)| rounds.sum()).sum()
    }

    fn less(
        &self,
        account: &Account,
        (lot, state): (&LotId, RoundState),
        rounds: u32,
    ) -> Result<u32, NotThere> {
        let there = self.there(account, lot, state);
        there
            .checked_sub(rounds)
            .ok_or_else(|| not_there(account, there, rounds))
    }

    fn more(
        &self,
        account: &Account,
        (lot, state): (&LotId, RoundState),
        rounds: u32,
    ) -> Result<u32, NotThere> {
        let there = self.there(account, lot, state);
        there
            .checked_add(rounds)
            .ok_or_else(|| not_there(account, there, rounds))
    }

    fn set(&mut self, account: &Account, (lot, state): (&LotId, RoundState), rounds: u32) {
        let lots = self.held.entry(account.clone()).or_default();
        let by_state = lots.entry(lot.clone()).or_default();
        by_state.set(state, rounds);
        if by_state.sum() > 0 {
            let places = self.places.entry(lot.clone()).or_default();
            places.insert(account.clone());
            return;
        }
        lots.remove(lot);
        if lots.is_empty() {
            self.held.remove(account);
        }
        if let Some(places) = self.places.get_mut(lot) {
            places.remove(account);
            if places.is_empty() {
                self.places.remove(lot);
            }
        }
    }
}

fn each(rounds: ByState) -> impl Iterator<Item = (RoundState, u32)> {
    let states = RoundState::ALL.iter();
    states
        .map(move |state| (*state, rounds.of(*state)))
        .filter(|(_, rounds)| *rounds > 0)
}

fn not_there(account: &Account, there: u32, asked: u32) -> NotThere {
    NotThere {
        account: account.clone(),
        there,
        asked,
    }
}
