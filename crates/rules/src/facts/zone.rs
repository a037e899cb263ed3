//! Who is inside while a weapon fires, held against the approved plan.

use std::collections::BTreeSet;

use custody::{
    id::PersonId,
    input::{
        Ask,
        planning::PlannedInside,
        weapon::{ClearZone, Inside},
    },
    names::{Protection, Standing},
};

use super::{
    Case,
    answers::FieldFact,
    value::{NEVER, Value, long, people, texts, yes},
};

pub(super) const ZONE: &[FieldFact] = &[
    ("clear", |case| {
        let cleared = case.scene.is_some_and(|(_, scene)| scene.zone.is_some());
        yes(asked(case).is_some() || cleared)
    }),
    ("nearest_cm", |case| {
        let distances = inside(case)
            .iter()
            .map(|inside| i64::from(inside.distance_cm));
        long(distances.min().unwrap_or(NEVER))
    }),
    ("too_near", |case| those(case, too_near)),
    ("in_line", |case| {
        those(case, |case, one| {
            one.in_line && !planned(case, &one.person).is_some_and(|planned| planned.in_line)
        })
    }),
    ("least_off_line_degrees", |case| {
        let degrees = inside(case)
            .iter()
            .map(|inside| i64::from(inside.off_line_degrees.unwrap_or(0)));
        long(degrees.min().unwrap_or(NEVER))
    }),
    ("unprotected", |case| {
        those(case, |case, one| {
            planned(case, &one.person)
                .is_some_and(|planned| !planned.protection.is_subset(&one.protection))
        })
    }),
    ("without_ears", |case| {
        those(case, |_, one| !one.protection.contains(&Protection::Ears))
    }),
    ("unconfirmed", |case| those(case, |_, one| !one.confirmed)),
    ("minors", |case| {
        those(case, |case, one| {
            let person = case.state.people.get(&one.person);
            person.is_some_and(|person| person.minor(case.input.date))
        })
    }),
    ("papers", papers),
    ("lookout", |case| {
        let posted = || case.scene?.1.zone.as_ref()?.lookout.as_ref();
        yes(asked(case)
            .map_or_else(posted, |ask| ask.lookout.as_ref())
            .is_some())
    }),
];

/// The zone as it is asked for, where it is.
fn asked<'a>(case: &Case<'a>) -> Option<&'a ClearZone> {
    match case.ask()? {
        Ask::ClearZone(ask) => Some(ask),
        _ => None,
    }
}

/// Everybody inside: as asked for, else as it was cleared.
fn inside<'a>(case: &Case<'a>) -> &'a [Inside] {
    let cleared = || Some(case.scene?.1.zone.as_ref()?.inside.as_slice());
    asked(case)
        .map(|ask| ask.inside.as_slice())
        .or_else(cleared)
        .unwrap_or_default()
}

fn those(case: &Case<'_>, so: fn(&Case<'_>, &Inside) -> bool) -> Option<Value> {
    let those = inside(case).iter().filter(|one| so(case, one));
    people(those.map(|one| &one.person))
}

/// Kinds of papers that everybody inside holds today, each under its first word too.
fn papers(case: &Case<'_>) -> Option<Value> {
    let mut everybody = inside(case).iter().map(|one| held(case, &one.person));
    let first = everybody.next().unwrap_or_default();
    let shared = everybody.fold(first, |shared, own| &shared & &own);
    texts(shared)
}

fn held<'a>(case: &Case<'a>, person: &PersonId) -> BTreeSet<&'a str> {
    let person = case.state.people.get(person);
    let papers = person.into_iter().flat_map(|person| &person.papers);
    let held = papers.filter(|(_, paper)| {
        let ended = paper.expires.is_some_and(|last| last < case.input.date);
        paper.standing == Standing::Held && !ended
    });
    let kinds = held.flat_map(|(kind, _)| {
        let first = kind.split('_').next().unwrap_or(kind);
        [kind.as_str(), first]
    });
    kinds.collect()
}

/// The leave that the approved plan gives a person.
fn planned<'a>(case: &Case<'a>, person: &PersonId) -> Option<&'a PlannedInside> {
    let plan = &case.approved()?.envelope;
    plan.inside.iter().find(|planned| planned.person == *person)
}

/// Nearer than the plan lets the person be; who is not in it keeps its least distance, and where
/// that is not stated, any distance is too near.
fn too_near(case: &Case<'_>, one: &Inside) -> bool {
    if let Some(planned) = planned(case, &one.person) {
        return one.distance_cm < planned.least_cm;
    }
    let least = case
        .approved()
        .and_then(|plan| plan.envelope.least_distance_cm);
    least.is_none_or(|least| one.distance_cm < least)
}
