//! Facts of a person.

use custody::{
    input::people::Paper,
    names::{Standing, Tier},
    state::{Person, State, Weapon},
};

use super::{
    Case, Wanted,
    time::{begun_minutes, days_left, days_since, years},
    value::{Value, long, record, text, texts, weapons, yes},
    wanted::Places,
    weapon::drives_by_combustion,
};

/// A fact of a person, by its name in the schema.
pub(super) type PersonFact = (&'static str, fn(&Case<'_>, &Person) -> Option<Value>);

pub(super) const PERSON: &[PersonFact] = &[
    ("roles", |_, person| {
        texts(person.roles.iter().map(|role| role.as_str()))
    }),
    ("present", |_, person| yes(person.present)),
    ("willing", |_, person| yes(!person.unwilling)),
    ("barred", |_, person| yes(person.barred())),
    ("minor", |case, person| yes(person.minor(case.input.date))),
    ("years", |case, person| {
        let today = case.input.date;
        let of_age = person.minor_until.filter(|of_age| today < *of_age)?;
        long(years(of_age, today))
    }),
    ("on_weapon_duty", |_, person| yes(on_weapon_duty(person))),
    ("other_duties", |_, person| texts(person.other_duties())),
    ("trained_on", |_, person| weapons(&person.trained_on)),
    ("trained_for", |_, person| {
        texts(person.trained_for.iter().map(|class| class.as_str()))
    }),
    ("consents", consents),
    ("duty_minutes", |case, person| {
        let since = person.duty_since;
        long(since.map_or(0, |since| begun_minutes(since, case.input.at)))
    }),
    ("has_out", |case, person| {
        long(has_out(case.state, person).count())
    }),
    ("firearms_out", |case, person| {
        let out = has_out(case.state, person);
        long(out.filter(|weapon| drives_by_combustion(weapon)).count())
    }),
];

/// What a paper tells, by its name in the schema.
type PaperField = (&'static str, fn(&Case<'_>, &Paper) -> Option<Value>);

const PAPER: &[PaperField] = &[
    ("days_left", |case, paper| {
        long(days_left(paper.expires, case.input.date))
    }),
    ("days_held", |case, paper| {
        long(days_since(paper.issued, case.input.date))
    }),
    ("days_since_status_check", |case, paper| {
        long(days_since(paper.status_checked, case.input.date))
    }),
    ("classes", |_, paper| {
        texts(paper.classes.iter().map(|class| class.as_str()))
    }),
];

/// Papers that are held and read, by kind.
pub(super) fn papers(
    case: &Case<'_>,
    person: &Person,
    wanted: &Wanted,
    places: Places,
) -> Vec<(String, Value)> {
    if wanted.papers.is_empty() {
        return Vec::new();
    }
    let held = person.papers.iter().filter(|(kind, paper)| {
        paper.standing == Standing::Held && wanted.papers.read(kind, places)
    });
    let told = held.filter_map(|(kind, paper)| {
        let fields = PAPER
            .iter()
            .filter(|(name, _)| wanted.fields.contains(name));
        let fields = fields.filter_map(|(name, of)| Some(((*name).to_owned(), of(case, paper)?)));
        Some((kind.clone(), record(fields)?))
    });
    told.collect()
}

/// Kinds of papers that the person holds and that have not ended.
pub(super) fn current<'s>(case: &Case<'_>, person: &'s Person) -> impl Iterator<Item = &'s str> {
    let today = case.input.date;
    let held = person.papers.iter().filter(move |(_, paper)| {
        paper.standing == Standing::Held && days_left(paper.expires, today) >= 0
    });
    held.map(|(kind, _)| kind.as_str())
}

fn consents(case: &Case<'_>, person: &Person) -> Option<Value> {
    let today = case.input.date;
    let in_force = person
        .consents
        .iter()
        .filter(|(_, consent)| consent.expires.is_none_or(|last| today <= last));
    let told = in_force.flat_map(|(to, consent)| {
        let plain = Some(to.clone());
        let written = consent.written.then(|| format!("{to}.written"));
        let guardian = consent.by_guardian.then(|| format!("{to}.guardian"));
        [plain, written, guardian].into_iter().flatten()
    });
    Some(Value::new_set(told.filter_map(|consent| text(&consent))))
}

/// Took weapon duty.
pub(super) fn on_weapon_duty(person: &Person) -> bool {
    person.duties.contains("weapons")
}

/// Tier-A weapons in the person's custody outside the safe.
pub(super) fn has_out<'s>(
    state: &'s State,
    person: &'s Person,
) -> impl Iterator<Item = &'s Weapon> {
    let has = person.has.iter().filter_map(|id| state.weapons.get(id));
    has.filter(|weapon| weapon.tier == Tier::A)
}
