//! Lots, day by day: what was there, what came, what was fired, what went, what is left.

use std::collections::BTreeMap;

use custody::{
    id::LotId,
    rounds::{Account, ByState},
    state::State,
};
use jiff::civil::Date;
use serde::Serialize;

use super::Papers;

/// What a lot adds up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Sum {
    /// Fresh, here.
    pub fresh: u64,
    /// Fired, here.
    pub spent: u64,
    /// Duds, here.
    pub duds: u64,
    /// Back with the supplier, with the police or destroyed.
    pub away: u64,
    /// Missing.
    pub missing: u64,
}

impl Sum {
    /// All of them.
    pub const fn all(&self) -> u64 {
        self.fresh + self.spent + self.duds + self.away + self.missing
    }

    fn add(&mut self, account: &Account, rounds: ByState) {
        match account {
            Account::Missing => self.missing += rounds.sum(),
            Account::Returned | Account::Destroyed | Account::Police | Account::Outside => {
                self.away += rounds.sum();
            }
            _ => {
                self.fresh += u64::from(rounds.fresh);
                self.spent += u64::from(rounds.spent);
                self.duds += u64::from(rounds.dud);
            }
        }
    }
}

/// Every lot, as a moment left it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sums(BTreeMap<LotId, Sum>);

impl Sums {
    pub(super) fn of(state: &State) -> Self {
        let mut sums = BTreeMap::new();
        for lot in state.lots.keys() {
            let sum: &mut Sum = sums.entry(lot.clone()).or_default();
            for (account, rounds) in state.rounds.where_is(lot) {
                sum.add(account, rounds);
            }
        }
        Self(sums)
    }

    fn of_lot(&self, lot: &LotId) -> Sum {
        self.0.get(lot).copied().unwrap_or_default()
    }
}

/// A lot on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LotOfDay {
    /// The lot.
    pub lot: LotId,
    /// What the day before left.
    pub before: Sum,
    /// Rounds that came in, were made, or were parted from another lot; below zero: parted from it.
    pub came: i64,
    /// What the day left.
    pub after: Sum,
}

impl Papers {
    /// Each lot on a day; without one, on the last day of the record.
    pub fn lots(&self, day: Option<Date>) -> Vec<LotOfDay> {
        let Some(day) = day.or(self.last) else {
            return Vec::new();
        };
        let now = Sums::of(&self.state);
        let before = self.days.range(..day).next_back();
        let before = before.map(|(_, sums)| sums.clone()).unwrap_or_default();
        let after = match self.last {
            Some(last) if last <= day => &now,
            _ => self
                .days
                .range(..=day)
                .next_back()
                .map_or(&before, |(_, sums)| sums),
        };
        let lots = after.0.keys().map(|lot| {
            let (before, after) = (before.of_lot(lot), after.of_lot(lot));
            let whole = |sum: Sum| i64::try_from(sum.all()).unwrap_or(i64::MAX);
            LotOfDay {
                lot: lot.clone(),
                before,
                came: whole(after).saturating_sub(whole(before)),
                after,
            }
        });
        lots.collect()
    }
}
