//! Laws 2 and 3: what is not proven is unknown, and contents are derived, never set.

use super::{Asked, LawBreak, said};
use crate::{
    input::{
        Ask,
        intake::TestDummies,
        weapon::{Check, Load},
    },
    names::RoundState,
    rounds::Account,
    state::State,
};

pub(super) fn in_the_way(asked: &Asked<'_>) -> Vec<LawBreak> {
    let row = asked.row;
    let found = match asked.ask {
        Ask::Check(line) => line.rows().get(row).and_then(|r| check(asked.state, r)),
        Ask::Load(line) => line.rows().get(row).and_then(load),
        Ask::Transfer(a) => past_the_load(&a.from).or_else(|| past_the_load(&a.to)),
        Ask::TestDummies(a) => untested(asked.state, a),
        _ => None,
    };
    found.into_iter().collect()
}

/// Nobody can have seen more positions than there are.
fn check(state: &State, row: &Check) -> Option<LawBreak> {
    let has = state.weapons.get(&row.weapon)?.features.positions?;
    let seen = row.positions.len();
    (seen > usize::from(has)).then(|| {
        let says = said::MORE_SEEN_THAN_THERE.with(&[
            ("weapon", &row.weapon),
            ("has", &has),
            ("seen", &seen),
        ]);
        LawBreak::new(3, says, &said::LOOK_WHICH_WEAPON).about(&row.weapon)
    })
}

fn load(row: &Load) -> Option<LawBreak> {
    past_the_load(row.from.as_ref()?)
}

/// What is in a weapon is proven by a witnessed load and by unloading, not by moving rounds.
fn past_the_load(account: &Account) -> Option<LawBreak> {
    let Account::WeaponPosition(weapon, _) = account else {
        return None;
    };
    let says = said::BY_A_LOAD_ONLY.with(&[("weapon", weapon)]);
    Some(LawBreak::new(3, says, &said::LOAD_OR_UNLOAD).about(weapon))
}

/// A part of a lot proves nothing of the rest of it.
fn untested(state: &State, a: &TestDummies) -> Option<LawBreak> {
    let gone = |account: &Account| {
        matches!(
            account,
            Account::Returned | Account::Destroyed | Account::Outside
        )
    };
    let all = state.rounds.all();
    let fresh = all.filter(|(account, lot, state, _)| {
        **lot == a.lot && *state == RoundState::Fresh && !gone(account)
    });
    let fresh: u64 = fresh.map(|(_, _, _, n)| u64::from(n)).sum();
    (a.into.is_none() && u64::from(a.tested) < fresh).then(|| {
        let says =
            said::SOME_UNTESTED.with(&[("tested", &a.tested), ("fresh", &fresh), ("lot", &a.lot)]);
        LawBreak::new(2, says, &said::TEST_THE_OTHERS).about(&a.lot)
    })
}
