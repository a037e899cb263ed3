//! Facts of a scene, most of them of its plan.

use std::collections::BTreeSet;

use custody::{
    id::WeaponId,
    input::planning::PlanScene,
    names::{Answer, RoundClass, Tier, Use, WeaponClass},
    state::{Met, PlanStatus, Scene, Weapon},
};

use super::{
    Case, presence,
    value::{Value, long, people, text, texts, yes},
    weapon::{deactivated_here, drives_by_combustion, live_capable, said_deactivated},
};

/// A fact of a scene, by its name in the schema.
pub(super) type SceneFact = (&'static str, fn(&Case<'_>, &Scene) -> Option<Value>);

pub(super) const SCENE: &[SceneFact] = &[
    ("plan", |_, scene| {
        text(match scene.plan.as_ref().map(|plan| plan.status) {
            None => "none",
            Some(PlanStatus::Proposed) => "proposed",
            Some(PlanStatus::InForce) => "in_force",
            Some(PlanStatus::Lapsed) => "lapsed",
        })
    }),
    ("uses", |_, scene| {
        let uses = plan(scene).into_iter().flat_map(|plan| &plan.uses);
        texts(uses.map(|of| of.as_str()))
    }),
    ("tiers", |case, scene| {
        let classes = planned_classes(scene).map(tier_of);
        let weapons = planned(case, scene).map(|weapon| weapon.tier);
        let tiers: BTreeSet<Tier> = classes.chain(weapons).collect();
        texts(tiers.iter().map(|tier| tier.as_str()))
    }),
    ("weapon_classes", |case, scene| {
        let weapons = planned(case, scene).map(|weapon| weapon.class);
        let classes: BTreeSet<WeaponClass> = planned_classes(scene).chain(weapons).collect();
        texts(classes.iter().map(|class| class.as_str()))
    }),
    ("live_capable", |case, scene| {
        let by_class = planned_classes(scene)
            .any(|class| matches!(class, WeaponClass::Firearm | WeaponClass::MuzzleLoader));
        yes(by_class || planned(case, scene).any(live_capable))
    }),
    ("has_firearm", |case, scene| yes(has_firearm(case, scene))),
    ("round_classes", |_, scene| {
        let loads = plan(scene).into_iter().flat_map(|plan| &plan.load);
        let classes: BTreeSet<RoundClass> = loads.map(|load| load.class).collect();
        texts(classes.iter().map(|class| class.as_str()))
    }),
    ("at_person", |_, scene| answer(scene, |plan| plan.at_person)),
    ("toward_crew", |_, scene| {
        answer(scene, |plan| plan.toward_crew)
    }),
    ("lets_in_line", |_, scene| {
        let mut inside = plan(scene).into_iter().flat_map(|plan| &plan.inside);
        yes(inside.any(|planned| planned.in_line))
    }),
    ("least_distance_cm", |_, scene| {
        long(
            plan(scene)
                .and_then(|plan| plan.least_distance_cm)
                .unwrap_or(0),
        )
    }),
    ("measures", |_, scene| {
        let measures = scene.plan.iter().flat_map(|plan| &plan.measures);
        texts(measures.map(String::as_str))
    }),
    ("public", |_, scene| answer(scene, |plan| plan.public)),
    ("public_property", |_, scene| {
        answer(scene, |plan| plan.public_property)
    }),
    ("confined", |_, scene| answer(scene, |plan| plan.confined)),
    ("safer_would_do", |_, scene| {
        answer(scene, |plan| plan.safer_would_do)
    }),
    ("purpose", |_, scene| {
        text(
            plan(scene)
                .and_then(|plan| plan.purpose.as_deref())
                .unwrap_or(""),
        )
    }),
    ("held_between_takes", |_, scene| {
        yes(plan(scene).is_some_and(|plan| plan.held_between_takes))
    }),
    ("devices_judged", |_, scene| {
        yes(plan(scene).is_some_and(|plan| plan.devices_judged))
    }),
    ("shots_from_unfired", |case, scene| {
        yes(shots_from_unfired(case, scene))
    }),
    ("deactivation_unproved", |case, scene| {
        yes(deactivation_unproved(case, scene))
    }),
    ("assessed", |_, scene| {
        text(match &scene.assessed {
            None => "none",
            Some(assessed) if assessed.stale => "stale",
            Some(_) => "current",
        })
    }),
    ("assessment_covers", |_, scene| {
        let covers = scene.assessed.iter().flat_map(|assessed| &assessed.covers);
        texts(covers.map(String::as_str))
    }),
    ("scheduled_today", |case, scene| {
        yes(scene.scheduled.contains(&case.input.date))
    }),
    ("met_today", |case, scene| yes(met(case, scene).is_some())),
    ("met", |case, scene| {
        people(met(case, scene).into_iter().flat_map(|met| &met.present))
    }),
    ("met_on_site", |case, scene| {
        yes(met(case, scene).is_some_and(|met| met.on_site))
    }),
    ("stopped", |case, scene| {
        yes(scene.stopped || case.state.unit.stopped)
    }),
    ("stood_down", |case, scene| {
        yes(!scene.stood_down_by.is_empty() || !case.state.unit.stood_down.is_empty())
    }),
    ("activity", |_, scene| {
        text(
            scene
                .activity
                .as_ref()
                .map_or("none", |running| running.activity.as_str()),
        )
    }),
    ("performed_today", |case, scene| {
        let opened = case.state.unit.day.as_ref().map(|day| day.since);
        yes(opened.is_some_and(|opened| scene.performed >= Some(opened)))
    }),
    ("acknowledged", |_, scene| {
        let by_anybody = scene.acknowledged.iter().filter(|(_, by)| !by.is_empty());
        texts(by_anybody.map(|(what, _)| what.as_str()))
    }),
    ("acknowledged_roles", acknowledged_roles),
    ("absent", presence::absent),
    ("handlers_short", presence::handlers_short),
    ("choreography", |_, scene| {
        let played = plan(scene).and_then(|plan| plan.choreography.as_deref());
        text(played.unwrap_or(""))
    }),
    ("choreography_known", |_, scene| {
        people(presence::know_choreography(scene))
    }),
];

pub(super) fn plan(scene: &Scene) -> Option<&PlanScene> {
    scene.plan.as_ref().map(|plan| &plan.envelope)
}

fn answer(scene: &Scene, of: fn(&PlanScene) -> Answer) -> Option<Value> {
    text(plan(scene).map_or(Answer::Unknown, of).as_str())
}

fn met<'s>(case: &Case<'_>, scene: &'s Scene) -> Option<&'s Met> {
    scene.met.as_ref().filter(|met| met.date == case.input.date)
}

/// Classes planned as such, any weapon of them.
fn planned_classes(scene: &Scene) -> impl Iterator<Item = WeaponClass> {
    plan(scene)
        .into_iter()
        .flat_map(|plan| plan.classes.iter().copied())
}

/// Weapons planned by their tag.
fn planned<'s>(case: &'s Case<'_>, scene: &'s Scene) -> impl Iterator<Item = &'s Weapon> {
    let ids = plan(scene).into_iter().flat_map(|plan| &plan.weapons);
    ids.filter_map(|id| case.state.weapons.get(id))
}

/// Accepted weapons of a class that is planned as such.
fn of_planned_classes<'s>(
    case: &'s Case<'_>,
    scene: &'s Scene,
) -> impl Iterator<Item = &'s Weapon> {
    let classes: BTreeSet<WeaponClass> = planned_classes(scene).collect();
    let all = (!classes.is_empty()).then(|| case.state.weapons.values());
    all.into_iter()
        .flatten()
        .filter(move |weapon| weapon.accepted && classes.contains(&weapon.class))
}

/// The tier to which every weapon of a class belongs.
const fn tier_of(class: WeaponClass) -> Tier {
    match class {
        WeaponClass::Firearm
        | WeaponClass::BlankFiring
        | WeaponClass::MuzzleLoader
        | WeaponClass::Airsoft
        | WeaponClass::ElectricallyFired => Tier::A,
        WeaponClass::Rubber
        | WeaponClass::Replica
        | WeaponClass::SolidPlug
        | WeaponClass::Deactivated => Tier::B,
        WeaponClass::Edged | WeaponClass::Pointed | WeaponClass::Projectile => Tier::C,
        WeaponClass::Device => Tier::D,
    }
}

/// Classes that drive a projectile by combustion, or may.
const fn combusts(class: WeaponClass) -> bool {
    matches!(
        class,
        WeaponClass::Firearm | WeaponClass::BlankFiring | WeaponClass::MuzzleLoader
    )
}

/// A planned weapon drives a projectile by combustion, or would.
pub(super) fn has_firearm(case: &Case<'_>, scene: &Scene) -> bool {
    planned_classes(scene).any(combusts) || planned(case, scene).any(is_firearm)
}

fn is_firearm(weapon: &Weapon) -> bool {
    drives_by_combustion(weapon) || weapon.features.bare_frame == Some(true)
}

/// A planned weapon that fires was not test-fired. Where no load is planned, each one fires.
fn shots_from_unfired(case: &Case<'_>, scene: &Scene) -> bool {
    let Some(plan) = plan(scene).filter(|plan| plan.uses.contains(&Use::Fire)) else {
        return false;
    };
    let unfired = |weapon: &Weapon| weapon.tier == Tier::A && weapon.test_fired.is_none();
    let fires = |id: &WeaponId| {
        let mut loads = plan.load.iter();
        plan.load.is_empty()
            || loads.any(|load| load.weapon == *id && load.class != RoundClass::Dummy)
    };
    let mut named = plan.weapons.iter().filter(|id| fires(id));
    named.any(|id| case.state.weapons.get(id).is_some_and(unfired))
        || of_planned_classes(case, scene).any(unfired)
}

/// A planned weapon is called deactivated, and nothing that the law of this place accepts was seen.
fn deactivation_unproved(case: &Case<'_>, scene: &Scene) -> bool {
    let mut weapons = planned(case, scene).chain(of_planned_classes(case, scene));
    weapons.any(|weapon| said_deactivated(weapon) && !deactivated_here(case, weapon))
}

fn acknowledged_roles(case: &Case<'_>, scene: &Scene) -> Option<Value> {
    let mut told = BTreeSet::new();
    for (what, by) in &scene.acknowledged {
        let by = by.iter().filter_map(|id| case.state.people.get(id));
        told.extend(by.flat_map(|person| {
            person
                .roles
                .iter()
                .map(move |role| format!("{what}:{role}"))
        }));
    }
    texts(told.iter().map(String::as_str))
}
