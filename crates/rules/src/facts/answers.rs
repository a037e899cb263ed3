//! Who answered with the asker, and the limits of the house books.

use std::collections::BTreeSet;

use custody::{
    id::PersonId,
    input::{Ask, With},
    names::{As, Means, Role},
    state::Person,
};

use super::{
    Case,
    person::current,
    value::{Value, long, people, texts, yes},
};

/// A fact of a record inside the context, by its name in the schema.
pub(super) type FieldFact = (&'static str, fn(&Case<'_>) -> Option<Value>);

pub(super) const ANSWERS: &[FieldFact] = &[
    ("witnesses", |case| {
        people(case.input.answering(As::Witness))
    }),
    ("witness_roles", |case| roles(case, &[As::Witness])),
    ("witness_papers", |case| {
        let witnesses = others(case, &[As::Witness]).into_iter();
        let known = witnesses.filter_map(|id| case.state.people.get(id));
        texts(known.flat_map(|person| current(case, person)))
    }),
    ("trained_witnesses", |case| {
        let witnesses = others(case, &[As::Witness]).into_iter();
        let known = witnesses.filter_map(|id| case.state.people.get(id));
        long(known.filter(|person| can_witness(case, person)).count())
    }),
    ("accepts", |case| {
        people(answering(case, &[As::Accepts, As::Confirms]).map(|with| &with.person))
    }),
    ("accept_roles", |case| {
        roles(case, &[As::Accepts, As::Confirms])
    }),
    ("hearers", |case| long(others(case, &[As::Hears]).len())),
    ("reads_back", |case| {
        long(others(case, &[As::ReadsBack]).len())
    }),
    ("spoken", |case| {
        let mut with = case.input.with.iter();
        yes(with.any(|with| with.role != As::Hears && with.means == Means::Spoken))
    }),
];

pub(super) const SETTING: &[FieldFact] = &[
    ("check_age_minutes", |case| {
        setting(case, "check_age_minutes")
    }),
    ("load_age_minutes", |case| setting(case, "load_age_minutes")),
    ("least_distance_cm", |case| {
        setting(case, "least_distance_cm")
    }),
    ("hold_seconds", |case| setting(case, "hold_seconds")),
    ("weapons_per_handler", |case| {
        setting(case, "weapons_per_handler")
    }),
    ("notice_minutes", |case| setting(case, "notice_minutes")),
    ("status_check_days", |case| {
        setting(case, "status_check_days")
    }),
    ("duty_minutes", |case| setting(case, "duty_minutes")),
    ("count_age_minutes", |case| {
        setting(case, "count_age_minutes")
    }),
];

/// Names of the settings that rules can read.
pub(crate) fn settings() -> impl Iterator<Item = &'static str> {
    SETTING.iter().map(|(name, _)| *name)
}

fn setting(case: &Case<'_>, name: &str) -> Option<Value> {
    let set = case.state.unit.settings.get(name)?;
    Some(Value::new_long(*set))
}

fn answering<'a>(case: &Case<'a>, roles: &'static [As]) -> impl Iterator<Item = &'a With> {
    let with = case.input.with.iter();
    with.filter(move |with| roles.contains(&with.role))
}

/// Who answered so, the asker and the bearer of an issue left out, each once.
fn others<'a>(case: &Case<'a>, roles: &'static [As]) -> BTreeSet<&'a PersonId> {
    let bearer = match case.ask() {
        Some(Ask::Issue(lines)) => case.line(lines).map(|row| &row.bearer),
        _ => None,
    };
    let asker = case.input.by.as_ref();
    let people = answering(case, roles).map(|with| &with.person);
    people
        .filter(|id| Some(*id) != asker && Some(*id) != bearer)
        .collect()
}

fn roles(case: &Case<'_>, answering_as: &'static [As]) -> Option<Value> {
    let people = others(case, answering_as).into_iter();
    let known = people.filter_map(|id| case.state.people.get(id));
    let roles: BTreeSet<Role> = known
        .flat_map(|person| person.roles.iter().copied())
        .collect();
    texts(roles.iter().map(|role| role.as_str()))
}

/// A handler by role, or trained on this weapon or for its class.
fn can_witness(case: &Case<'_>, person: &Person) -> bool {
    const HANDLERS: [Role; 3] = [
        Role::Armorer,
        Role::PropertyMaster,
        Role::AssistantPropertyMaster,
    ];
    let by_role = HANDLERS.iter().any(|role| person.roles.contains(role));
    let trained = || {
        let id = case.weapon_named()?;
        let weapon = case.weapon(id)?;
        Some(person.trained_on.contains(id) || person.trained_for.contains(&weapon.class))
    };
    by_role || trained().unwrap_or(false)
}
