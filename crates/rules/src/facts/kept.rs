//! What lies in the stores, and when it was counted.

use custody::{
    names::RoundClass,
    rounds::Account,
    state::{Lot, State},
};

use super::{Case, time::whole_minutes, value::NEVER};

/// The weight of a charge that nobody recorded: more than any store may hold.
const UNWEIGHED: u64 = 999_999_999_999;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// A take came to its end since a store was last counted whole.
pub(super) fn uncounted(state: &State) -> bool {
    let performed = state.scenes.values().filter_map(|scene| scene.performed);
    let counted = state.unit.counted.values().max();
    let since = |ended| counted.is_none_or(|counted| *counted < ended);
    !state.lots.is_empty() && performed.max().is_some_and(since)
}

/// Days since the store with rounds that was counted longest ago.
pub(super) fn days_since_count(case: &Case<'_>) -> i64 {
    let all = case.state.rounds.all();
    let stores = all.filter_map(|(account, ..)| {
        let stores = matches!(account, Account::Safe(_) | Account::Container(_));
        stores.then(|| case.state.unit.counted.get(&account.to_string()))
    });
    let days = stores
        .map(|counted| counted.map_or(NEVER, |since| whole_minutes(*since, case.input.at) / DAY));
    days.max().unwrap_or(0)
}

/// Bullet rounds that are here.
pub(super) fn bullet_rounds(state: &State) -> u64 {
    here(state, |lot| lot.class == RoundClass::Live)
        .map(|(_, rounds)| rounds)
        .sum()
}

/// Weight of the charges that are here.
pub(super) fn powder_mg(state: &State) -> u64 {
    let charges = here(state, |lot| lot.class == RoundClass::Charge);
    let weights = charges.map(|(lot, rounds)| match lot.origin.charge_mg {
        Some(each) => rounds.saturating_mul(u64::from(each)),
        None => UNWEIGHED,
    });
    weights.fold(0, u64::saturating_add).min(UNWEIGHED)
}

/// Rounds of such lots that are here: neither returned, destroyed, with the police nor outside.
fn here(state: &State, such: fn(&Lot) -> bool) -> impl Iterator<Item = (&Lot, u64)> {
    let here = state.rounds.all().filter(|(account, ..)| {
        !matches!(
            account,
            Account::Returned | Account::Destroyed | Account::Police | Account::Outside
        )
    });
    here.filter_map(move |(_, id, _, rounds)| {
        let lot = state.lots.get(id).filter(|lot| such(lot))?;
        Some((lot, u64::from(rounds)))
    })
}
