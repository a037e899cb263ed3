//! Contexts of the asks about a weapon.

use custody::{
    input::weapon::*,
    names::{As, Edge, Means, Role, Seen},
    sentence,
};

use super::{ContextFact, NamedFact, bodies, lines};
use crate::facts::{
    Case, Thing,
    case::contains,
    value::{long, text, yes},
    weapon::checked_today,
};

bodies! {
    send: Send(Send);
}

lines! {
    check_out: CheckOut(CheckOut);
    check: Check(Check);
    show: Show(Show);
    issue: Issue(Issue);
    announce: Announce(Announce);
}

pub(super) const CHECK_OUT: &[ContextFact] = &[("purpose", |case| {
    text(check_out(case)?.purpose.as_deref().unwrap_or(""))
})];

pub(super) const CHECK: &[ContextFact] = &[
    ("first_today", |case| {
        let weapon = case.state.weapons.get(&check(case)?.weapon)?;
        yes(!checked_today(case, weapon))
    }),
    ("unseen", |case| {
        let ask = check(case)?;
        let recorded = case.state.weapons.get(&ask.weapon)?.features.positions;
        let unseen = ask
            .positions
            .iter()
            .filter(|seen| **seen == Seen::NotSeen)
            .count();
        let left_out =
            recorded.map(|recorded| usize::from(recorded).saturating_sub(ask.positions.len()));
        long(left_out.map_or(unseen.max(1), |left_out| unseen + left_out))
    }),
    ("rounds_seen", |case| {
        let positions = check(case)?.positions.iter();
        long(positions.filter(|seen| **seen == Seen::Round).count())
    }),
    ("bore", |case| text(check(case)?.bore.as_str())),
    ("bore_by", |case| {
        text(check(case)?.bore_by.map_or("", |by| by.as_str()))
    }),
    ("magazine", |case| text(check(case)?.magazine.as_str())),
    ("ramrod_rang", |case| yes(check(case)?.ramrod_rang)),
    ("tag_read", |case| yes(check(case)?.tag_read)),
    ("inert_seen", |case| yes(check(case)?.inert_seen)),
    ("twin_ruled_out", |case| yes(check(case)?.twin_ruled_out)),
    ("has_twin", |case| {
        let weapon = case.state.weapons.get(&check(case)?.weapon)?;
        yes(weapon.features.twin.is_some())
    }),
    ("edge", |case| {
        text(check(case)?.edge.unwrap_or(Edge::Untested).as_str())
    }),
    ("fixing_firm", |case| yes(check(case)?.fixing_firm)),
    ("paper_read", |case| yes(check(case)?.paper_read)),
    ("power_out", |case| yes(check(case)?.power_out)),
];

pub(super) const SCENE: &[NamedFact] =
    &[("scene", |case| case.scene.map(|(id, _)| Thing::Scene(id)))];

pub(super) const SHOW: &[ContextFact] = &[("dry_fire", |case| yes(show(case)?.dry_fire))];

pub(super) const ISSUE: &[ContextFact] = &[
    ("bearer_confirms", |case| {
        let bearer = &issue(case)?.bearer;
        let mut with = case.input.with.iter();
        yes(with
            .any(|with| with.person == *bearer && matches!(with.role, As::Bearer | As::Confirms)))
    }),
    ("bearer_aloud", |case| {
        let bearer = &issue(case)?.bearer;
        let mut with = case.input.with.iter();
        yes(with.any(|with| {
            with.person == *bearer
                && matches!(with.role, As::Bearer | As::Confirms)
                && with.means == Means::Spoken
        }))
    }),
    ("activity", |case| {
        text(
            issue(case)?
                .activity
                .map_or("", |activity| activity.as_str()),
        )
    }),
    ("briefed", |case| yes(issue(case)?.briefed)),
    ("in_plan", |case| {
        let id = &issue(case)?.weapon;
        let class = case.state.weapons.get(id)?.class;
        yes(case.plan().is_some_and(|plan| {
            plan.envelope.weapons.contains(id) || plan.envelope.classes.contains(&class)
        }))
    }),
    ("guardian_present", |case| {
        let mut people = case.state.people.values();
        yes(people.any(|person| person.present && person.roles.contains(&Role::Guardian)))
    }),
];

pub(super) const ISSUE_NAMES: &[NamedFact] = &[
    ("bearer", |case| Some(Thing::Person(&issue(case)?.bearer))),
    ("watched_by", |case| {
        let named = issue(case)?.watched_by.as_ref().or(case.input.by.as_ref());
        named.map(Thing::Person)
    }),
    ("scene", |case| case.scene.map(|(id, _)| Thing::Scene(id))),
];

pub(super) const SEND: &[ContextFact] = &[
    ("locked", |case| yes(send(case)?.locked)),
    ("deactivated_there", |case| {
        let ask = send(case)?;
        let features = &case.state.weapons.get(&ask.weapon)?.features;
        let mut seen = features.deactivated_for.iter();
        yes(ask
            .to_place
            .as_ref()
            .is_some_and(|to| seen.any(|place| contains(place, to))))
    }),
    ("destination_known", |case| {
        yes(send(case)?.to_place.is_some())
    }),
    ("carrier_known", |case| yes(send(case)?.carrier.is_some())),
    ("abroad", |case| {
        let to = send(case)?.to_place.as_deref();
        yes(to.is_none_or(|to| country(to) != country(case.place())))
    }),
    ("authorised", |case| yes(authorised(case, send(case)?))),
];

/// A carrier that the ask names.
pub(super) const SEND_NAMES: &[NamedFact] = &[("carrier", |case| {
    send(case)?.carrier.as_ref().map(Thing::Person)
})];
/// The country that a place is in.
fn country(place: &str) -> &str {
    place.split('/').next().unwrap_or(place)
}

/// The document that the ask names was filed, for the weapon or the production, and has not ended.
fn authorised(case: &Case<'_>, ask: &Send) -> bool {
    let Some(topic) = &ask.authorisation else {
        return false;
    };
    let weapon = case.state.weapons.get(&ask.weapon);
    let own = weapon.and_then(|weapon| weapon.documents.get(topic));
    let filed = own.or_else(|| case.state.documents.get(topic));
    filed.is_some_and(|filed| filed.expires.is_none_or(|last| case.input.date <= last))
}

pub(super) const ANNOUNCE: &[ContextFact] = &[
    ("words_given", |case| yes(announce(case)?.words.is_some())),
    ("words_match", |case| {
        let ask = announce(case)?;
        let weapon = case.state.weapons.get(&ask.weapon)?;
        let printed = |words: &String| sentence::is_printed(words, ask.weapon.as_str(), weapon);
        yes(ask.words.as_ref().is_none_or(printed))
    }),
];
