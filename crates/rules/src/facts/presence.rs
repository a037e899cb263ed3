//! Who is on the set, and who knows what is played: what a plan asks for beside its weapons.

use std::collections::BTreeSet;

use custody::{
    id::PersonId,
    names::Standing,
    state::{Person, Scene},
};

use super::{
    Case,
    person::on_weapon_duty,
    scene::plan,
    value::{Value, long, texts},
};

/// On the set, and seen there today: arrived, met on the spot, or took duty.
pub(super) fn seen(case: &Case<'_>, person: &Person) -> bool {
    person.present && person.seen == Some(case.input.date)
}

/// Roles and kinds of papers that the plan asks for, and nobody seen on the set holds.
pub(super) fn absent(case: &Case<'_>, scene: &Scene) -> Option<Value> {
    let asked = plan(scene).into_iter().flat_map(|plan| &plan.presences);
    let absent = asked.filter(|what| {
        let mut people = case.state.people.values();
        !people.any(|person| seen(case, person) && holds(case, person, what))
    });
    texts(absent.map(String::as_str))
}

/// Holds the role, or a paper of this kind that has not ended.
fn holds(case: &Case<'_>, person: &Person, what: &str) -> bool {
    let by_role = person.roles.iter().any(|role| role.as_str() == what);
    let paper = person.papers.get(what).filter(|paper| {
        let ended = paper.expires.is_some_and(|last| last < case.input.date);
        paper.standing == Standing::Held && !ended
    });
    by_role || paper.is_some()
}

/// Handlers that the plan asks for, beyond those on the set and on weapon duty.
pub(super) fn handlers_short(case: &Case<'_>, scene: &Scene) -> Option<Value> {
    let asked = plan(scene).and_then(|plan| plan.handlers).unwrap_or(0);
    let people = case.state.people.values();
    let there = people.filter(|person| person.present && on_weapon_duty(person));
    let there = u64::try_from(there.count()).unwrap_or(u64::MAX);
    long(u64::from(asked).saturating_sub(there))
}

/// Who acknowledged the choreography that is played.
pub(super) fn know_choreography(scene: &Scene) -> impl Iterator<Item = &PersonId> {
    let known = scene.acknowledged.get("choreography");
    known.into_iter().flatten()
}

/// Of these people, who did not acknowledge the choreography that is played; nobody where none is.
pub(super) fn know_it_not<'p>(
    scene: &Scene,
    people: impl Iterator<Item = &'p PersonId>,
) -> BTreeSet<&'p PersonId> {
    let played = plan(scene).is_some_and(|plan| plan.choreography.is_some());
    let known: BTreeSet<&PersonId> = know_choreography(scene).collect();
    people.filter(|id| played && !known.contains(id)).collect()
}
