//! Law 1, rounds: one account for each. Nobody moves, loads, fires or tests what is not there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
};

use super::{
    Asked, LawBreak,
    said::{self, Said, Sentence},
};
use crate::{
    id::{LotId, PersonId},
    input::{
        Ask,
        intake::{TestDummies, TestFire, Transfer},
        weapon::Load,
    },
    names::RoundState,
    rounds::Account,
    state::State,
};

pub(super) fn in_the_way(asked: &Asked<'_>) -> Vec<LawBreak> {
    match asked.ask {
        Ask::Transfer(a) => transfer(asked.state, a),
        Ask::TestFire(a) => test_fire(asked, a).into_iter().collect(),
        Ask::TestDummies(a) => test_dummies(asked.state, a),
        Ask::Load(line) => {
            let rows = line.rows().get(..=asked.row);
            rows.map_or_else(Vec::new, |rows| load(asked, rows))
        }
        _ => Vec::new(),
    }
}

/// Rounds of a lot, all in one account and one state.
struct Drawn<'a> {
    lot: &'a LotId,
    state: RoundState,
    account: &'a Account,
    rounds: u64,
}

impl Drawn<'_> {
    /// The break, where fewer are there than are drawn. A lot nobody knows is another law's.
    fn not_there(&self, state: &State) -> Option<LawBreak> {
        let Self { lot, account, .. } = self;
        let there = state.rounds.there(account, lot, self.state);
        if !state.lots.contains_key(lot) || self.rounds <= u64::from(there) {
            return None;
        }
        let says = said::NOT_THERE.with(&[
            ("account", account),
            ("there", &there),
            ("state", &self.state),
            ("lot", lot),
            ("asked", &self.rounds),
        ]);
        let says = LawBreak::new(1, says, &said::ASK_WHAT_IS_THERE);
        Some(says.about(lot).about(account))
    }
}

fn transfer(state: &State, a: &Transfer) -> Vec<LawBreak> {
    let drawn = Drawn {
        lot: &a.lot,
        state: a.state,
        account: &a.from,
        rounds: u64::from(a.rounds),
    };
    let there = state.rounds.there(&a.to, &a.lot, a.state);
    let too_many = a.from != a.to && there.checked_add(a.rounds).is_none();
    let too_many = too_many.then(|| {
        let says = said::TOO_MANY_ROUNDS.with(&[("account", &a.to), ("lot", &a.lot)]);
        LawBreak::new(1, says, &said::MOVE_FEWER)
            .about(&a.lot)
            .about(&a.to)
    });
    drawn.not_there(state).into_iter().chain(too_many).collect()
}

fn test_fire(asked: &Asked<'_>, a: &TestFire) -> Option<LawBreak> {
    if a.rounds == 0 {
        return None;
    }
    let Some(lot) = &a.lot else {
        let says = said::NO_LOT_NAMED.plain();
        return Some(LawBreak::new(1, says, &said::NAME_THE_LOT).about(&a.weapon));
    };
    let drawn = Drawn {
        lot,
        state: RoundState::Fresh,
        account: &Account::Person(asked.by()?.clone()),
        rounds: u64::from(a.rounds),
    };
    drawn.not_there(asked.state)
}

fn test_dummies(state: &State, a: &TestDummies) -> Vec<LawBreak> {
    let there = at_hand(state, &a.lot);
    let mut breaks = Vec::new();
    if state.lots.contains_key(&a.lot) && u64::from(a.tested) > there {
        let says = said::MORE_TESTED_THAN_THERE.with(&[
            ("there", &there),
            ("lot", &a.lot),
            ("tested", &a.tested),
        ]);
        breaks.push(LawBreak::new(1, says, &said::COUNT_THE_LOT).about(&a.lot));
    }
    if a.failed > a.tested {
        let says =
            said::MORE_FAILED_THAN_TESTED.with(&[("failed", &a.failed), ("tested", &a.tested)]);
        breaks.push(LawBreak::new(1, says, &said::SAY_HOW_MANY_FAILED).about(&a.lot));
    }
    breaks
}

/// Fresh rounds of a lot that can be taken in hand: not in a weapon, not away.
fn at_hand(state: &State, lot: &LotId) -> u64 {
    let all = state.rounds.all();
    let here = all.filter(|(account, of, state, _)| {
        *of == lot && *state == RoundState::Fresh && in_reach(account)
    });
    here.map(|(_, _, _, n)| u64::from(n)).sum()
}

const fn in_reach(account: &Account) -> bool {
    match account {
        Account::Safe(_)
        | Account::Container(_)
        | Account::Belt(_)
        | Account::Magazine(_)
        | Account::Loader(_)
        | Account::Person(_)
        | Account::Ground => true,
        Account::WeaponPosition(..)
        | Account::Police
        | Account::Returned
        | Account::Destroyed
        | Account::Missing
        | Account::Outside => false,
    }
}

/// The last of these rows; the rows before it draw on the same accounts.
fn load(asked: &Asked<'_>, rows: &[Load]) -> Vec<LawBreak> {
    let Some((row, before)) = rows.split_last() else {
        return Vec::new();
    };
    let mut breaks = positions(asked.state, row);
    let Some(by) = asked.by() else {
        return breaks;
    };
    let account = drawn_on(row, by);
    let same = before.iter().filter(|b| drawn_on(b, by) == account);
    let lots: BTreeSet<&LotId> = row.rounds.iter().map(|round| &round.lot).collect();
    let mut drawn: BTreeMap<&LotId, u64> = BTreeMap::new();
    for round in same.chain([row]).flat_map(|load| &load.rounds) {
        *drawn.entry(&round.lot).or_default() += 1;
    }
    let drawn = drawn.into_iter().filter(|(lot, _)| lots.contains(lot));
    breaks.extend(drawn.filter_map(|(lot, rounds)| {
        let drawn = Drawn {
            lot,
            state: RoundState::Fresh,
            account: &account,
            rounds,
        };
        drawn.not_there(asked.state)
    }));
    breaks
}

fn drawn_on(load: &Load, by: &PersonId) -> Account {
    let from = load.from.clone();
    from.unwrap_or_else(|| Account::Person(by.clone()))
}

/// Each position is there, free, and filled once.
fn positions(state: &State, row: &Load) -> Vec<LawBreak> {
    let Some(weapon) = state.weapons.get(&row.weapon) else {
        return Vec::new();
    };
    let has = weapon.features.positions;
    let loaded: BTreeSet<u16> = weapon.loaded().iter().map(|round| round.position).collect();
    let mut filled = BTreeSet::new();
    let mut breaks = Vec::new();
    for n in row.rounds.iter().map(|round| round.position) {
        let account = Account::WeaponPosition(row.weapon.clone(), n);
        let weapon = ("weapon", &row.weapon as &dyn Display);
        let at = [weapon, ("position", &n)];
        let (says, remedy): (Said, &Sentence) = if n == 0 || has.is_some_and(|has| n > has) {
            let says = match has {
                Some(has) => {
                    said::NO_SUCH_POSITION.with(&[weapon, ("has", &has), ("position", &n)])
                }
                None => said::COUNTED_FROM_ONE.with(&at),
            };
            (says, &said::NAME_A_POSITION)
        } else if !filled.insert(n) {
            (said::TWO_INTO_ONE.with(&at), &said::ONE_POSITION_EACH)
        } else if loaded.contains(&n) || state.rounds.inside(&account).next().is_some() {
            (said::POSITION_TAKEN.with(&at), &said::UNLOAD_FIRST)
        } else {
            continue;
        };
        breaks.push(LawBreak::new(1, says, remedy).about(account));
    }
    breaks
}
