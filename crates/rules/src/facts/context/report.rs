//! The context of every report.

use custody::{id::WeaponId, input::Report, names::RoundClass};

use super::{ContextFact, NamedFact};
use crate::facts::{
    Case, Thing,
    person::on_weapon_duty,
    value::{text, yes},
};

pub(super) const REPORT: &[ContextFact] = &[
    ("severity", |case| {
        text(match case.report()? {
            Report::Injury(body) => body.severity.as_str(),
            _ => "",
        })
    }),
    ("round", |case| {
        text(match case.report()? {
            Report::Discharge(body) => body.round.unwrap_or(RoundClass::Unknown).as_str(),
            _ => "",
        })
    }),
    ("by_handler", |case| {
        let by = case
            .input
            .by
            .as_ref()
            .and_then(|by| case.state.people.get(by));
        yes(by.is_some_and(on_weapon_duty))
    }),
    ("whole_set", |case| {
        yes(matches!(case.report()?, Report::Stop(body) if body.scene.is_none()))
    }),
    ("other_duty", |case| yes(other_duty(case))),
];

pub(super) const REPORT_NAMES: &[NamedFact] = &[
    ("weapon", |case| case.weapon_reported().map(Thing::Weapon)),
    ("lot", |case| case.lot_reported().map(Thing::Lot)),
];

/// After the report, somebody with a weapon out of its safe has another duty.
fn other_duty(case: &Case<'_>) -> bool {
    let gone = gone(case);
    let busy = |person: &&custody::state::Person| person.other_duties().next().is_some();
    let mut people = case.state.people.values().filter(busy);
    people.any(|person| person.has.iter().any(|id| !gone.contains(&id)))
}

/// Weapons that leave their custodian by the report.
fn gone<'a>(case: &Case<'a>) -> Vec<&'a WeaponId> {
    match case.report() {
        Some(Report::LockAway(lines)) => lines.rows().iter().map(|row| &row.weapon).collect(),
        Some(Report::Missing(body) | Report::Seized(body)) => body.weapon.iter().collect(),
        _ => Vec::new(),
    }
}
