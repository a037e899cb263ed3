//! Where rounds lie: stores and their counts, and what a wrapped day may not leave.

use custody::{id::LotId, rounds::Account};
use jiff::Timestamp;

use super::{
    Case,
    time::begun_minutes,
    unit::covered,
    value::{NEVER, Value, long, texts},
};

/// Holds rounds that somebody put there to keep.
const fn is_store(account: &Account) -> bool {
    matches!(
        account,
        Account::Safe(_)
            | Account::Container(_)
            | Account::Belt(_)
            | Account::Magazine(_)
            | Account::Loader(_)
    )
}

/// Stores that hold rounds no open incident covers, each once, with its last whole count.
fn stores<'a>(case: &Case<'a>) -> Vec<(&'a Account, Option<Timestamp>)> {
    let (_, lots) = covered(case.state);
    let all = case.state.rounds.all();
    let kept = all.filter(|(account, lot, ..)| is_store(account) && !lots.contains(lot));
    let mut stores: Vec<&Account> = kept.map(|(account, ..)| account).collect();
    stores.dedup();
    let counted = &case.state.unit.counted;
    let with_count = |store: &'a Account| (store, counted.get(&store.to_string()).copied());
    stores.into_iter().map(with_count).collect()
}

/// Stores not counted whole since the day was opened; without an open day, all of them.
pub(super) fn uncounted(case: &Case<'_>) -> Option<Value> {
    let opened = case.state.unit.day.as_ref().map(|day| day.since);
    let stores = stores(case).into_iter();
    let open = stores.filter(|(_, counted)| match (opened, counted) {
        (Some(opened), Some(counted)) => *counted < opened,
        _ => true,
    });
    let names: Vec<String> = open.map(|(store, _)| store.to_string()).collect();
    texts(names.iter().map(String::as_str))
}

/// Minutes since the store that was not counted for longest was counted.
pub(super) fn count_age(case: &Case<'_>) -> Option<Value> {
    let at = case.input.at;
    let ages = stores(case).into_iter();
    let ages = ages.map(|(_, counted)| counted.map_or(NEVER, |since| begun_minutes(since, at)));
    long(ages.max().unwrap_or(0))
}

/// Rounds, fired or not, where a wrapped day may not leave them, unless an open incident names
/// their lot or the weapon they are in.
fn loose<'a>(case: &Case<'a>) -> impl Iterator<Item = (&'a Account, &'a LotId, u32)> {
    let (weapons, lots) = covered(case.state);
    let all = case.state.rounds.all();
    let loose = all.filter(move |(account, lot, ..)| {
        let covered = matches!(account, Account::WeaponPosition(id, _) if weapons.contains(id));
        !account.at_rest() && !lots.contains(lot) && !covered
    });
    loose.map(|(account, lot, _, rounds)| (account, lot, rounds))
}

/// How many they are.
pub(super) fn loose_rounds(case: &Case<'_>) -> Option<Value> {
    long(
        loose(case)
            .map(|(.., rounds)| u64::from(rounds))
            .sum::<u64>(),
    )
}

/// Which they are, and where.
pub(super) fn loose_lots(case: &Case<'_>) -> Option<Value> {
    let told: Vec<String> = loose(case)
        .map(|(account, lot, _)| format!("{lot} in {account}"))
        .collect();
    texts(told.iter().map(String::as_str))
}
