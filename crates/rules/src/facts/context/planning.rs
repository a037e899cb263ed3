//! Contexts of the asks about planning.

use std::collections::BTreeSet;

use custody::{input::planning::*, names::Role, state::Scene};

use super::{ContextFact, bodies};
use crate::facts::{
    Case,
    scene::has_firearm,
    value::{text, texts, yes},
};

bodies! {
    add_set_up: AddSetUp(AddSetUp);
    assess_risk: AssessRisk(AssessRisk);
    live_exception: DeclareLiveException(DeclareLiveException);
    document: FileDocument(FileDocument);
    schedule: PublishSchedule(PublishSchedule);
    meeting: HoldMeeting(HoldMeeting);
    acknowledge: Acknowledge(Acknowledge);
}

pub(super) const ADD_SET_UP: &[ContextFact] = &[("outside_plan", |case| {
    yes(add_set_up(case)?.outside_plan.is_some())
})];

pub(super) const ASSESS_RISK: &[ContextFact] = &[("covers", |case| {
    texts(assess_risk(case)?.covers.iter().map(String::as_str))
})];

pub(super) const DECLARE_LIVE_EXCEPTION: &[ContextFact] = &[
    ("exception", |case| text(&live_exception(case)?.exception)),
    ("evidenced", |case| {
        yes(live_exception(case)?.evidence.is_some())
    }),
];

pub(super) const FILE_DOCUMENT: &[ContextFact] = &[
    ("topic", |case| text(&document(case)?.topic)),
    ("tells_nobody", |case| yes(tells_nobody(case)?)),
];

/// It is to answer a deadline, and no deadline of the incident it names is that one's.
fn tells_nobody(case: &Case<'_>) -> Option<bool> {
    let ask = document(case)?;
    let incident = ask.incident.as_ref();
    let incident = incident.and_then(|id| case.state.incidents.get(id));
    let mut clocks = incident.into_iter().flat_map(|incident| &incident.clocks);
    let told = clocks.any(|clock| ask.to.as_ref() == Some(&clock.to));
    Some((ask.incident.is_some() || ask.to.is_some()) && !told)
}

pub(super) const PUBLISH_SCHEDULE: &[ContextFact] = &[
    ("bulletins_attached", |case| {
        yes(schedule(case)?.bulletins_attached)
    }),
    ("with_weapons", |case| {
        yes(scheduled(case)?.any(|scene| {
            let plan = scene.plan.as_ref().map(|plan| &plan.envelope);
            plan.is_some_and(|plan| !plan.weapons.is_empty() || !plan.classes.is_empty())
        }))
    }),
    ("with_firearms", |case| {
        yes(scheduled(case)?.any(|scene| has_firearm(case, scene)))
    }),
];

/// Scenes on the schedule that is asked for.
fn scheduled<'a>(case: &Case<'a>) -> Option<impl Iterator<Item = &'a Scene>> {
    let scenes = schedule(case)?.scenes.iter();
    let state = case.state;
    Some(scenes.filter_map(|id| state.scenes.get(id)))
}

pub(super) const HOLD_MEETING: &[ContextFact] = &[
    ("present_roles", |case| {
        let present = meeting(case)?.present.iter();
        let people = present.filter_map(|id| case.state.people.get(id));
        let roles: BTreeSet<Role> = people
            .flat_map(|person| person.roles.iter().copied())
            .collect();
        texts(roles.iter().map(|role| role.as_str()))
    }),
    ("on_site", |case| yes(meeting(case)?.on_site)),
    ("covers", |case| {
        texts(meeting(case)?.covers.iter().map(String::as_str))
    }),
];

pub(super) const ACKNOWLEDGE: &[ContextFact] = &[
    ("what", |case| text(&acknowledge(case)?.what)),
    ("out_of_date", |case| {
        let ask = acknowledge(case)?;
        let played = case
            .plan()
            .and_then(|plan| plan.envelope.choreography.as_ref());
        let current = played.is_some() && played == ask.revision.as_ref();
        yes(ask.what == "choreography" && !current)
    }),
];
