//! Laws 10 and 11: no go without a record that can be written, and a clock that can be trusted.

use super::{Asked, LawBreak};
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
    let unwritable = (!asked.state.unit.writable).then(|| {
        LawBreak::new(
            10,
            "The record cannot be written.",
            "Go on with the printed cards, and make room or mend the disk.",
        )
    });
    let clock = if matches!(asked.ask, Ask::ConfirmTime(_)) {
        confirm_time(asked).into_iter().collect()
    } else {
        clock(asked)
    };
    unwritable.into_iter().chain(clock).collect()
}

fn clock(asked: &Asked<'_>) -> Vec<LawBreak> {
    let unit = &asked.state.unit;
    let stepped = unit.clock_stepped.then(|| {
        LawBreak::new(
            11,
            "The clock stepped, and nobody has confirmed the time.",
            "Let two of producer, production manager, safety advisor and first AD confirm the time.",
        )
    });
    let backwards = unit.last.filter(|last| asked.input.at < *last).map(|last| {
        LawBreak::new(
            11,
            format!("Time runs backwards: the last entry is of {last}."),
            "Look at the clock, have two roles confirm the time, and ask again.",
        )
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
        LawBreak::new(
            11,
            "The time is confirmed by two people in two roles.",
            "Ask with another of producer, production manager, safety advisor and first AD, who \
             accepts.",
        )
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
