//! Laws 10 and 11: no go without a record that can be written, and a clock that can be trusted.

use super::{Asked, LawBreak, said};
use crate::{
    id::PersonId,
    input::Ask,
    names::{As, Role},
    state::State,
};

/// Roles of which two confirm the time.
const TIMEKEEPERS: [Role; 4] = [
    Role::Producer,
    Role::ProductionManager,
    Role::SafetyAdvisor,
    Role::FirstAd,
];

pub(super) fn in_the_way(asked: &Asked<'_>) -> Vec<LawBreak> {
    let unwritable = (!asked.state.unit.writable)
        .then(|| LawBreak::new(10, said::NOT_WRITABLE.plain(), &said::GO_ON_WITH_CARDS));
    let clock = if matches!(asked.ask, Ask::ConfirmTime(_)) {
        confirm_time(asked).into_iter().collect()
    } else {
        clock(asked)
    };
    unwritable.into_iter().chain(clock).collect()
}

fn clock(asked: &Asked<'_>) -> Vec<LawBreak> {
    let unit = &asked.state.unit;
    let stepped = unit
        .clock_stepped
        .then(|| LawBreak::new(11, said::CLOCK_STEPPED.plain(), &said::TWO_CONFIRM));
    let backwards = unit.last.filter(|last| asked.input.at < *last).map(|last| {
        let says = said::TIME_RUNS_BACKWARDS.with(&[("moment", &last)]);
        LawBreak::new(11, says, &said::LOOK_AT_THE_CLOCK)
    });
    stepped.into_iter().chain(backwards).collect()
}

/// The way out: the asker and another person, in two of the four roles.
fn confirm_time(asked: &Asked<'_>) -> Option<LawBreak> {
    let by = asked.by();
    let input = asked.input;
    let others = input.answering(As::Accepts);
    let mut others = others
        .chain(input.answering(As::Confirms))
        .filter(|other| Some(*other) != by);
    let two = by.is_some_and(|by| others.any(|other| two_roles(asked.state, by, other)));
    (!two).then(|| {
        let says = said::TWO_PEOPLE_TWO_ROLES.plain();
        LawBreak::new(11, says, &said::ASK_WITH_A_TIMEKEEPER)
    })
}

fn two_roles(state: &State, one: &PersonId, other: &PersonId) -> bool {
    let of = |person| {
        let roles = state.people.get(person).map(|p| &p.roles);
        let keeps = move |role: &Role| roles.is_some_and(|roles| roles.contains(role));
        TIMEKEEPERS.into_iter().filter(keeps)
    };
    of(one).any(|role| of(other).any(|another| another != role))
}
