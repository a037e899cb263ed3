//! Facts of a weapon.

use std::collections::BTreeMap;

use custody::{
    id::WeaponId,
    names::{CustodianKind, Edge, Marking, RoundClass, Tier, WeaponClass},
    state::{Check, Contents, Document, LoadedRound, PlanStatus, Weapon},
};

use super::{
    Case,
    time::{begun_minutes, days_left, whole_minutes, whole_seconds},
    value::{NEVER, Value, long, one_person, people, record, text, texts, yes},
    wanted::{Places, Tags},
};

/// A weapon with its tag.
#[derive(Clone, Copy)]
pub(super) struct AWeapon<'a> {
    pub(super) id: &'a WeaponId,
    pub(super) it: &'a Weapon,
}

/// A fact of a weapon, by its name in the schema.
pub(super) type WeaponFact = (&'static str, fn(&Case<'_>, &AWeapon<'_>) -> Option<Value>);

pub(super) const WEAPON: &[WeaponFact] = &[
    ("tier", |_, w| text(w.it.tier.as_str())),
    ("class", |_, w| text(w.it.class.as_str())),
    ("drives_by_combustion", |_, w| {
        yes(drives_by_combustion(w.it))
    }),
    ("bare_frame", |_, w| {
        yes(w.it.features.bare_frame == Some(true))
    }),
    ("live_capable", |_, w| yes(live_capable(w.it))),
    ("live_capable_explained", |_, w| {
        yes(w.it.why_live_capable.is_some())
    }),
    ("machine_gun", |_, w| {
        yes(w.it.features.machine_gun == Some(true))
    }),
    ("category", |_, w| {
        text(w.it.features.category.as_deref().unwrap_or(""))
    }),
    ("fire_control_altered", |_, w| {
        yes(w.it.features.fire_control_altered == Some(true))
    }),
    ("triggerless", |_, w| {
        yes(w.it.features.trigger == Some(false))
    }),
    ("marking", |_, w| {
        text(w.it.features.marking.unwrap_or(Marking::Unknown).as_str())
    }),
    ("said_deactivated", |_, w| yes(said_deactivated(w.it))),
    ("said_inert", |_, w| yes(said_inert(w.it))),
    ("deactivated_here", |case, w| {
        yes(deactivated_here(case, w.it))
    }),
    ("edge", |_, w| {
        text(w.it.features.edge.unwrap_or(Edge::Untested).as_str())
    }),
    ("maker_paper", |_, w| {
        yes(w.it.features.maker_paper == Some(true))
    }),
    ("same_lot_fired", |case, w| yes(same_lot_fired(case, w.it))),
    ("serial_read", |_, w| {
        yes(w.it.features.serial_read == Some(true))
    }),
    ("delivered_unloaded", |_, w| {
        yes(w.it.features.delivered_unloaded == Some(true))
    }),
    ("lender", |_, w| text(w.it.lender.as_str())),
    ("accepted", |_, w| yes(w.it.accepted)),
    ("quarantined", |_, w| yes(w.it.quarantined)),
    ("preserved", |_, w| yes(!w.it.preserved_by.is_empty())),
    ("stood_down", |case, w| yes(stood_down(case, w.it))),
    ("held", |_, w| yes(w.it.hold.is_some())),
    ("hold_seconds", |case, w| {
        let since = w.it.hold.as_ref().map(|hold| hold.since);
        long(since.map_or(0, |since| whole_seconds(since, case.input.at)))
    }),
    ("hold_checked", |_, w| {
        yes(w.it.hold.as_ref().is_some_and(|hold| hold.checked))
    }),
    ("stoppages", |_, w| long(w.it.stoppages)),
    ("custodian", |_, w| {
        w.it.custodian
            .handler()
            .map(|id| Value::new_entity_uid(one_person(id)))
    }),
    ("custodian_kind", |_, w| {
        text(w.it.custodian.kind().as_str())
    }),
    ("bearer", |_, w| {
        w.it.bearer
            .as_ref()
            .map(|id| Value::new_entity_uid(one_person(id)))
    }),
    ("watched", |_, w| yes(w.it.watched)),
    ("check", |_, w| {
        text(match w.it.check {
            Check::None => "none",
            Check::Holds { .. } => "holds",
            Check::Void { .. } => "void",
        })
    }),
    ("void_why", |_, w| {
        text(match &w.it.check {
            Check::Void { why, .. } => why.as_str(),
            Check::None | Check::Holds { .. } => "",
        })
    }),
    ("check_age_minutes", |case, w| long(check_age(case, w.it))),
    ("checked_before", |case, w| {
        let Check::Holds { by, witnesses, .. } = &w.it.check else {
            return texts([]);
        };
        let others = witnesses.iter().filter(|id| *id != by);
        let people = others.filter_map(|id| case.state.people.get(id));
        texts(
            people
                .flat_map(|person| &person.roles)
                .map(|role| role.as_str()),
        )
    }),
    ("check_seen_by", |_, w| match &w.it.check {
        Check::Holds { by, witnesses, .. } => people(witnesses.iter().filter(|id| *id != by)),
        Check::None | Check::Void { .. } => people([]),
    }),
    ("checked_today", |case, w| yes(checked_today(case, w.it))),
    ("back_unchecked", |_, w| yes(w.it.back_unchecked)),
    ("back_unannounced", |_, w| yes(w.it.back_unannounced)),
    ("edge_found", |_, w| {
        text(match &w.it.check {
            Check::Holds {
                edge: Some(edge), ..
            } => edge.as_str(),
            _ => Edge::Untested.as_str(),
        })
    }),
    ("twin_out", |case, w| yes(twin_out(case, w.it))),
    ("twin_ruled_out", |_, w| {
        yes(matches!(
            w.it.check,
            Check::Holds {
                twin_ruled_out: true,
                ..
            }
        ))
    }),
    ("contents", |_, w| {
        text(match w.it.contents {
            Contents::Unknown => "unknown",
            Contents::Empty => "empty",
            Contents::Loaded(_) => "loaded",
            Contents::NotApplicable => "not_applicable",
        })
    }),
    ("rounds", |_, w| long(unfired(w.it).count())),
    ("blanks", |_, w| {
        long(unfired(w.it).filter(|round| round.class.is_blank()).count())
    }),
    ("dummies", |_, w| {
        long(
            unfired(w.it)
                .filter(|round| round.class == RoundClass::Dummy)
                .count(),
        )
    }),
    ("live_rounds", |_, w| {
        let live =
            |round: &&LoadedRound| matches!(round.class, RoundClass::Live | RoundClass::Unknown);
        long(unfired(w.it).filter(live).count())
    }),
    ("load_age_minutes", |case, w| {
        let loaded = matches!(w.it.contents, Contents::Loaded(_));
        let age =
            w.it.loaded_at
                .map_or(NEVER, |since| begun_minutes(since, case.input.at));
        long(if loaded { age } else { 0 })
    }),
    ("bore_seen", |_, w| yes(w.it.bore_seen)),
    ("positions", |_, w| {
        long(w.it.features.positions.unwrap_or(0))
    }),
    ("shown_to", |_, w| people(&w.it.shown_to)),
    ("show_asked", |_, w| yes(!w.it.show_asked_by.is_empty())),
    ("announced", |_, w| yes(w.it.announced)),
    ("issued", |_, w| yes(w.it.issue.is_some())),
    ("in_sequence", |_, w| yes(w.it.sequence.is_some())),
    ("test_fired", |_, w| yes(w.it.test_fired.is_some())),
    ("tested_before", |_, w| people(&w.it.tested_before)),
    ("fouled", |_, w| yes(w.it.fouled)),
    ("planned_today", |case, w| yes(planned_today(case, w))),
    ("parts_missing", |_, w| {
        let missing = w.it.features.needs.difference(&w.it.fitted);
        texts(missing.map(String::as_str))
    }),
    ("days_to_return", |case, w| {
        let here = w.it.loan.as_ref().filter(|loan| loan.returned.is_none());
        long(days_left(
            here.and_then(|loan| loan.due_back),
            case.input.date,
        ))
    }),
];

/// What a document tells, by its name in the schema.
type DocumentField = (&'static str, fn(&Case<'_>, &Document) -> Option<Value>);

const DOCUMENT: &[DocumentField] = &[
    ("days_left", |case, document| {
        long(days_left(document.expires, case.input.date))
    }),
    ("minutes_filed", |case, document| {
        long(whole_minutes(document.filed, case.input.at))
    }),
    ("states", |_, document| {
        texts(document.states.iter().map(String::as_str))
    }),
];

/// Documents that are read, by topic.
pub(super) fn documents(
    case: &Case<'_>,
    filed: &BTreeMap<String, Document>,
    tags: &Tags,
    told: &[&'static str],
) -> Vec<(String, Value)> {
    if tags.is_empty() {
        return Vec::new();
    }
    let read = filed
        .iter()
        .filter(|(topic, _)| tags.read(topic, Places::PRINCIPAL));
    let told = read.filter_map(|(topic, document)| {
        let fields = DOCUMENT.iter().filter(|(name, _)| told.contains(name));
        let fields =
            fields.filter_map(|(name, of)| Some(((*name).to_owned(), of(case, document)?)));
        Some((topic.clone(), record(fields)?))
    });
    told.collect()
}

/// Drives a projectile by combustion; unknown on tier A: yes.
pub(super) fn drives_by_combustion(weapon: &Weapon) -> bool {
    weapon
        .features
        .drives_by_combustion
        .unwrap_or(weapon.tier == Tier::A)
}

/// Can fire a bullet round; unknown on tier A: yes.
pub(super) fn live_capable(weapon: &Weapon) -> bool {
    weapon
        .features
        .live_capable
        .unwrap_or(weapon.tier == Tier::A)
}

/// The supplier calls it deactivated.
pub(super) fn said_deactivated(weapon: &Weapon) -> bool {
    weapon.features.said_to_be == Some(WeaponClass::Deactivated)
}

/// The supplier calls it rubber, a replica, plugged or deactivated.
fn said_inert(weapon: &Weapon) -> bool {
    matches!(
        weapon.features.said_to_be,
        Some(
            WeaponClass::Rubber
                | WeaponClass::Replica
                | WeaponClass::SolidPlug
                | WeaponClass::Deactivated
        )
    )
}

/// A certificate that satisfies the law of this place was seen.
pub(super) fn deactivated_here(case: &Case<'_>, weapon: &Weapon) -> bool {
    weapon
        .features
        .deactivated_for
        .iter()
        .any(|place| case.is_in(place))
}

/// A stand-down of this weapon or of the production covers it.
pub(super) fn stood_down(case: &Case<'_>, weapon: &Weapon) -> bool {
    !weapon.stood_down_by.is_empty() || !case.state.unit.stood_down.is_empty()
}

/// Minutes since the check that holds.
pub(super) fn check_age(case: &Case<'_>, weapon: &Weapon) -> i64 {
    match &weapon.check {
        Check::Holds { since, .. } => begun_minutes(*since, case.input.at),
        Check::None | Check::Void { .. } => NEVER,
    }
}

/// A check of it was made since the day was opened. A check that held at some time of the day was
/// made in it, because wrapping a day voids every check.
pub(super) fn checked_today(case: &Case<'_>, weapon: &Weapon) -> bool {
    let since = match weapon.check {
        Check::None => return false,
        Check::Holds { since, .. } | Check::Void { since, .. } => since,
    };
    match &case.state.unit.day {
        Some(day) => since >= day.since,
        // Nobody opened the day: what lies half a day back was not today.
        None => case.input.at.duration_since(since).as_hours() < 12,
    }
}

/// Rounds proven to be in it and not fired.
pub(super) fn unfired(weapon: &Weapon) -> impl Iterator<Item = &LoadedRound> {
    weapon.loaded().iter().filter(|round| !round.fired)
}

/// One device of the same lot was fired to test it.
fn same_lot_fired(case: &Case<'_>, weapon: &Weapon) -> bool {
    let lot = weapon.features.device_lot.as_ref();
    lot.is_some_and(|lot| case.state.device_lots_fired.contains(lot))
}

/// Here, and not in the safe: neither sent away nor with the police.
pub(super) fn out_of_safe(weapon: &Weapon) -> bool {
    let away = matches!(
        weapon.custodian.kind(),
        CustodianKind::Carrier | CustodianKind::Police
    );
    !weapon.in_safe() && !away
}

/// The weapon it looks like is here, and not in the safe.
fn twin_out(case: &Case<'_>, weapon: &Weapon) -> bool {
    let twin = weapon.features.twin.as_ref();
    let twin = twin.and_then(|twin| case.state.weapons.get(twin));
    twin.is_some_and(out_of_safe)
}

/// In a plan in force of a scene scheduled today.
fn planned_today(case: &Case<'_>, weapon: &AWeapon<'_>) -> bool {
    let today = case.state.scenes.values();
    let today = today.filter(|scene| scene.scheduled.contains(&case.input.date));
    let mut plans = today.filter_map(|scene| scene.plan.as_ref());
    plans.any(|plan| {
        let envelope = &plan.envelope;
        plan.status == PlanStatus::InForce
            && (envelope.weapons.contains(weapon.id) || envelope.classes.contains(&weapon.it.class))
    })
}
