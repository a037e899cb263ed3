//! Contexts of the asks on the set: begin activity, clear to fire.

use std::collections::BTreeSet;

use custody::{
    id::{PersonId, WeaponId},
    input::weapon::{BeginActivity, ClearToFire},
    names::RoundClass,
    state::{Issued, Weapon},
};

use super::{ContextFact, NamedFact, bodies, lines};
use crate::facts::{
    Case, Thing,
    person::on_weapon_duty,
    presence::know_it_not,
    value::{Value, long, people, text, weapons, yes},
    weapon::{check_age, stood_down, unfired},
};

bodies! {
    begin: BeginActivity(BeginActivity);
}

lines! {
    clear_to_fire: ClearToFire(ClearToFire);
}

pub(super) const BEGIN_ACTIVITY: &[ContextFact] = &[
    ("activity", |case| text(begin(case)?.activity.as_str())),
    ("issued", |case| long(issued(case).count())),
    ("check_void", |case| {
        those(case, |_, out| !out.weapon.check_holds())
    }),
    ("unwatched", |case| {
        those(case, |case, out| {
            !out.weapon.watched || !watches(case, &out.issue.watched_by)
        })
    }),
    ("not_ready", |case| {
        those(case, |case, out| {
            let weapon = out.weapon;
            weapon.quarantined
                || !weapon.preserved_by.is_empty()
                || weapon.hold.is_some()
                || stood_down(case, weapon)
        })
    }),
    ("show_asked", |case| {
        those(case, |_, out| !out.weapon.show_asked_by.is_empty())
    }),
    ("not_shown", |case| {
        those(case, |_, out| {
            !out.weapon.shown_to.contains(&out.issue.bearer)
        })
    }),
    ("not_announced", |case| {
        those(case, |_, out| !out.weapon.announced)
    }),
    ("wrong_chain", |case| {
        let wrong = issued(case).filter(|out| !right_chain(out.weapon, out.issue));
        weapons(wrong.map(|out| out.id).chain(taken(case)))
    }),
    ("unfit_bearers", |case| {
        let unfit = issued(case).filter(|out| !fit(case, out));
        let bearers: BTreeSet<&PersonId> = unfit.map(|out| &out.issue.bearer).collect();
        people(bearers)
    }),
    ("loaded", |case| {
        those(case, |_, out| unfired(out.weapon).next().is_some())
    }),
    ("held_over", |case| those(case, held_over)),
    ("held_over_blanks", |case| {
        those(case, |case, out| {
            held_over(case, out) && unfired(out.weapon).any(|round| charged(round.class))
        })
    }),
    ("choreography_unknown", |case| {
        let (_, scene) = case.scene?;
        let issues = issued(case).map(|out| out.issue);
        let hands = issues.flat_map(|issue| [&issue.by, &issue.watched_by, &issue.bearer]);
        people(know_it_not(scene, hands))
    }),
    ("oldest_check_minutes", |case| {
        long(
            issued(case)
                .map(|out| check_age(case, out.weapon))
                .max()
                .unwrap_or(0),
        )
    }),
];

/// A weapon out on issue.
struct Out<'a> {
    id: &'a WeaponId,
    weapon: &'a Weapon,
    issue: &'a Issued,
}

/// Weapons out on issue for the scene.
fn issued<'a>(case: &Case<'a>) -> impl Iterator<Item = Out<'a>> {
    let state = case.state;
    let ids = case.scene.into_iter().flat_map(|(_, scene)| &scene.issued);
    ids.filter_map(move |id| {
        let weapon = state.weapons.get(id)?;
        let issue = weapon.issue.as_ref()?;
        Some(Out { id, weapon, issue })
    })
}

fn those(case: &Case<'_>, so: fn(&Case<'_>, &Out<'_>) -> bool) -> Option<Value> {
    weapons(issued(case).filter(|out| so(case, out)).map(|out| out.id))
}

/// Weapons in the hand of somebody on the set to whom nobody issued them: no scene can do with them.
fn taken<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a WeaponId> {
    let state = case.state;
    let loose = state.weapons.iter().filter(move |(_, weapon)| {
        let bearer = weapon.bearer.as_ref().and_then(|id| state.people.get(id));
        weapon.issue.is_none() && bearer.is_some_and(|bearer| bearer.present)
    });
    loose.map(|(id, _)| id)
}

/// Out since before the last activity of the scene ended.
fn held_over(case: &Case<'_>, out: &Out<'_>) -> bool {
    let ended = case.scene.and_then(|(_, scene)| scene.ended);
    ended.is_some_and(|ended| out.issue.since < ended)
}

/// A blank or a charge.
const fn charged(class: RoundClass) -> bool {
    class.is_blank() || matches!(class, RoundClass::Charge)
}

/// The person is on the set and on weapon duty.
fn watches(case: &Case<'_>, person: &PersonId) -> bool {
    let person = case.state.people.get(person);
    person.is_some_and(|person| person.present && on_weapon_duty(person))
}

/// With the bearer it was issued to, by its custodian.
fn right_chain(weapon: &Weapon, issue: &Issued) -> bool {
    weapon.bearer.as_ref() == Some(&issue.bearer) && weapon.custodian.handler() == Some(&issue.by)
}

/// Trained on the weapon or for its class, willing, and not barred.
fn fit(case: &Case<'_>, out: &Out<'_>) -> bool {
    let bearer = case.state.people.get(&out.issue.bearer);
    bearer.is_some_and(|bearer| {
        let trained =
            bearer.trained_on.contains(out.id) || bearer.trained_for.contains(&out.weapon.class);
        trained && !bearer.unwilling && !bearer.barred()
    })
}

pub(super) const CLEAR_TO_FIRE: &[ContextFact] = &[
    ("over_plan", |case| {
        let ask = clear_to_fire(case)?;
        let weapon = case.state.weapons.get(&ask.weapon)?;
        let planned = case.plan().map_or(0, |plan| u64::from(plan.envelope.shots));
        // a dummy makes no shot
        let loaded = unfired(weapon)
            .filter(|round| round.class != RoundClass::Dummy)
            .count();
        let most = planned.min(loaded.try_into().unwrap_or(u64::MAX));
        long(u64::from(ask.shots).saturating_sub(most))
    }),
    ("right_chain", |case| {
        let ask = clear_to_fire(case)?;
        let weapon = case.state.weapons.get(&ask.weapon)?;
        let issue = weapon
            .issue
            .as_ref()
            .filter(|issue| issue.set_up == ask.set_up);
        yes(issue.is_some_and(|issue| right_chain(weapon, issue)))
    }),
    ("watcher_present", |case| {
        let weapon = case.state.weapons.get(&clear_to_fire(case)?.weapon)?;
        let watcher = weapon.issue.as_ref().map(|issue| &issue.watched_by);
        yes(watcher.is_some_and(|watcher| watches(case, watcher)))
    }),
];

pub(super) const CLEAR_TO_FIRE_NAMES: &[NamedFact] = &[
    ("bearer", |case| {
        let weapon = case.state.weapons.get(&clear_to_fire(case)?.weapon)?;
        let issued = weapon.issue.as_ref().map(|issue| &issue.bearer);
        Some(
            weapon
                .bearer
                .as_ref()
                .or(issued)
                .map_or(Thing::Nobody, Thing::Person),
        )
    }),
    ("scene", |case| case.scene.map(|(id, _)| Thing::Scene(id))),
];
