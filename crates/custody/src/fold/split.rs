//! Splitting a lot: some of its rounds become a lot of their own.

use crate::{
    id::LotId,
    names::RoundState,
    rounds::Account,
    state::{Lot, State},
};

impl State {
    /// So many fresh rounds leave their lot for a new one, wherever they are: first those in the
    /// account named, then those in others, in order; none that are in a weapon.
    pub(super) fn split_off(
        &mut self,
        (lot, rounds): (&LotId, u32),
        into: &LotId,
        first: &Account,
    ) {
        let here = std::iter::once(first.clone());
        let elsewhere = self.rounds.where_is(lot).map(|(account, _)| account);
        let elsewhere = elsewhere.filter(|account| *account != first && reachable(account));
        let accounts: Vec<Account> = here.chain(elsewhere.cloned()).collect();
        self.new_part(lot, into);
        let mut left = rounds;
        for account in &accounts {
            let there = self.rounds.there(account, lot, RoundState::Fresh);
            let fresh = RoundState::Fresh;
            let moved = self.move_part((lot, fresh), left.min(there), (account, into));
            left = left.saturating_sub(moved);
        }
    }

    /// All rounds of a lot in one account leave it for a new lot.
    pub(super) fn split_account(&mut self, lot: &LotId, into: &LotId, account: &Account) {
        self.new_part(lot, into);
        for state in RoundState::ALL {
            let there = self.rounds.there(account, lot, *state);
            self.move_part((lot, *state), there, (account, into));
        }
    }

    /// A new lot like the one it is split from, with no round yet.
    fn new_part(&mut self, lot: &LotId, into: &LotId) {
        let part = self.lots.get(lot).map(|whole| Lot {
            parent: Some(lot.clone()),
            rounds: 0,
            ..whole.clone()
        });
        if let Some(part) = part {
            self.lots.entry(into.clone()).or_insert(part);
        }
    }

    fn move_part(
        &mut self,
        (lot, state): (&LotId, RoundState),
        rounds: u32,
        (account, into): (&Account, &LotId),
    ) -> u32 {
        let kept = (lot.clone(), state);
        if self.rounds.split(kept, rounds, (account, into)).is_err() {
            return 0;
        }
        let moved = u64::from(rounds);
        if let Some(whole) = self.lots.get_mut(lot) {
            whole.rounds = whole.rounds.saturating_sub(moved);
        }
        if let Some(part) = self.lots.get_mut(into) {
            part.rounds = part.rounds.saturating_add(moved);
        }
        rounds
    }
}

/// Whether a round in this account can be taken in hand and tested.
pub(super) const fn reachable(account: &Account) -> bool {
    !matches!(
        account,
        Account::WeaponPosition(..)
            | Account::Police
            | Account::Returned
            | Account::Destroyed
            | Account::Missing
            | Account::Outside
    )
}
