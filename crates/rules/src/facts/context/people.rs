//! Contexts of the asks about people.

use std::collections::BTreeMap;

use custody::{
    id::LotId,
    input::{Ask, people::*},
    rounds::Account,
};

use super::{ContextFact, bodies};
use crate::facts::{
    Case,
    value::{long, text, texts, weapons, yes},
};

bodies! {
    enroll: Enroll(Enroll);
    assign_role: AssignRole(AssignRole);
    qualification: RecordQualification(RecordQualification);
    induct: Induct(Induct);
    relieve: Relieve(Relieve);
}

pub(super) const ENROLL: &[ContextFact] = &[
    ("minor", |case| {
        let until = enroll(case)?.minor_until;
        yes(until.is_some_and(|until| case.input.date < until))
    }),
    ("roles", |case| {
        texts(enroll(case)?.roles.iter().map(|role| role.as_str()))
    }),
    ("himself", |case| {
        yes(case.input.by.as_ref() == Some(&enroll(case)?.person))
    }),
];

pub(super) const ASSIGN_ROLE: &[ContextFact] =
    &[("role", |case| text(assign_role(case)?.role.as_str()))];

pub(super) const RECORD_QUALIFICATION: &[ContextFact] =
    &[("paper_kind", |case| text(&qualification(case)?.paper.kind))];

pub(super) const INDUCT: &[ContextFact] = &[("weapons", |case| weapons(&induct(case)?.weapons))];

pub(super) const DUTY: &[ContextFact] = &[("duty", |case| match case.ask()? {
    Ask::TakeDuty(ask) => text(&ask.duty),
    Ask::DropDuty(ask) => text(&ask.duty),
    _ => None,
})];

pub(super) const RELIEVE: &[ContextFact] = &[
    ("not_scanned", |case| {
        let ask = relieve(case)?;
        let has = &case.state.people.get(&ask.from)?.has;
        weapons(has.iter().filter(|id| !ask.weapons.contains(id)))
    }),
    ("rounds_match", |case| {
        yes(rounds_match(case, relieve(case)?))
    }),
    ("issued_now", |case| {
        let has = &case.state.people.get(&relieve(case)?.from)?.has;
        let weapons = has.iter().filter_map(|id| case.state.weapons.get(id));
        long(weapons.filter(|weapon| weapon.issue.is_some()).count())
    }),
];

/// Lot by lot, whatever their state: counted as many as are on record in the hands of the relieved.
fn rounds_match(case: &Case<'_>, ask: &Relieve) -> bool {
    let mut counted = BTreeMap::<&LotId, u64>::new();
    for row in &ask.rounds {
        *counted.entry(&row.lot).or_default() += u64::from(row.rounds);
    }
    counted.retain(|_, rounds| *rounds > 0);
    let mut recorded = BTreeMap::<&LotId, u64>::new();
    let hands = Account::Person(ask.from.clone());
    for (lot, _, rounds) in case.state.rounds.inside(&hands) {
        *recorded.entry(lot).or_default() += u64::from(rounds);
    }
    counted == recorded
}
