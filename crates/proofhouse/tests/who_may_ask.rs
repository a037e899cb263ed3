//! Who may ask what, as the real rules and laws have it: each ask at a moment at which it goes, asked
//! again by every role, alone and with every role beside it. Kept as `docs/who-may-ask.md`.
//!
//! Whoever changes a rule on purpose writes the page anew, and reads what changed in it:
//! `WHO_MAY_ASK=write cargo test -p proofhouse --test who_may_ask`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use custody::{
    input::{Ask, Input, What},
    laws,
    names::Role,
    state::{Person, State},
};
use jiff::{ToSpan, tz::TimeZone};
use logbook::{Founding, record::Record, timeline::Timeline};
use rules::{Shelf, desk::Desk, facts, facts::Case};

const PAGE: &str = "docs/who-may-ask.md";

/// What the page says before its tables.
const HEAD: &str = "# Who may ask what

Made from the rules by a test, which fails when a rule changes and this page does not: each ask stands
at a moment of a made-up day at which it goes, and is asked again by each of the twenty roles, alone
and with each of the twenty roles answering. Everything else is as it should be: papers, training,
custody, checks, and everybody is there. A role that is not named is told no.

*handler* is short for armorer, property master and assistant property master. *on duty*: only after
taking weapon duty. A report is never refused, so none stands here.
";

/// Asks of which a second moment is looked at: the step of the good day, and what it is.
const AGAIN: [(u32, &str); 2] = [(32, "check, later in the day"), (67, "load, blanks")];

const HANDLERS: [Role; 3] = [
    Role::Armorer,
    Role::PropertyMaster,
    Role::AssistantPropertyMaster,
];

/// A moment at which an ask goes.
struct Moment {
    name: String,
    state: State,
    input: Input,
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn desk() -> Desk {
    let root = repository().join("rulebooks");
    let (mut files, mut open) = (Vec::new(), vec![root.clone()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let inside = path.strip_prefix(&root).unwrap().to_str().unwrap();
                files.push((inside.to_owned(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    Desk::new(Arc::new(Shelf::open(files).unwrap()))
}

/// Plays a timeline, and keeps each ask's first moment and those that are looked at again.
fn play(desk: &Desk, path: &str, moments: &mut Vec<Moment>) {
    let day = Timeline::parse(&std::fs::read(repository().join(path)).unwrap()).unwrap();
    let zone = TimeZone::get(&day.head.zone).unwrap();
    let first = day.given[0].envelope.at.unwrap();
    let mut at = first.instant(&zone, day.head.date).unwrap();
    let mut record = Record::found(Founding {
        seq: 0,
        format: logbook::entry::FORMAT,
        at,
        origin: "proofhouse.invalid/who-may-ask".to_owned(),
        key: None,
        founder: None,
        place: day.head.place.clone(),
        zone: day.head.zone.clone(),
        kind: day.head.kind,
        people: day.head.people.clone(),
        books: String::new(),
        engine: String::new(),
    });
    let given = day.given.iter().map(|step| (0, step));
    for (number, step) in given.chain(day.steps.iter().map(|step| (step.number, step))) {
        let date = zone.to_datetime(at).date();
        let written = step.envelope.at.map(|it| it.instant(&zone, date).unwrap());
        at = written.unwrap_or_else(|| at.checked_add(1.minute()).unwrap());
        let input = Input {
            at,
            date: zone.to_datetime(at).date(),
            by: step.envelope.by.clone(),
            with: step.envelope.with.clone(),
            what: step.what.clone(),
        };
        let again = AGAIN.iter().find(|(step, _)| *step == number);
        let again = again.filter(|_| day.head.timeline.starts_with("good"));
        let name = again.map_or(step.what.name(), |(_, name)| name);
        let ask = matches!(step.what, What::Ask(_));
        if ask && !moments.iter().any(|known| known.name == name) {
            moments.push(Moment {
                name: name.to_owned(),
                state: record.state().clone(),
                input: input.clone(),
            });
        }
        let answer = record.answer(desk, input).unwrap();
        assert!(!ask || answer.go(), "{path}: {number} {name} does not go");
    }
}

/// Everybody has every paper and training, and each role is held by somebody who is there.
fn perfect(state: &mut State) {
    let people = state.people.values();
    let papers = people.clone().flat_map(|it| it.papers.clone());
    let papers: BTreeMap<_, _> = papers.collect();
    let weapons: BTreeSet<_> = state.weapons.keys().cloned().collect();
    let classes: BTreeSet<_> = state.weapons.values().map(|it| it.class).collect();
    for role in Role::ALL {
        let person = Person {
            roles: BTreeSet::from([*role]),
            present: true,
            ..Person::default()
        };
        state
            .people
            .insert(format!("also-{role}").parse().unwrap(), person);
    }
    for person in state.people.values_mut() {
        person.papers.clone_from(&papers);
        person.trained_on.clone_from(&weapons);
        person.trained_for.clone_from(&classes);
    }
}

/// The laws and the rules say go.
fn goes(desk: &Desk, state: &State, input: &Input) -> bool {
    let case = Case::new(state, input, 0);
    if !laws::in_the_way(state, input, 0).is_empty() {
        return false;
    }
    let in_force = desk.in_force(&case);
    let slice = in_force.slice(input.what.name());
    facts::asked(&case, slice.wanted())
        .is_ok_and(|asked| slice.decide(&asked.request, &asked.entities).go)
}

/// What one role needs to be told go. Nothing in it: the role is told no.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Needs {
    alone: bool,
    /// As what somebody answers, and who may.
    with: Vec<(&'static str, BTreeSet<Role>)>,
    on_duty: bool,
}

struct Trial<'a> {
    desk: &'a Desk,
    state: State,
    input: &'a Input,
}

impl Trial<'_> {
    fn needs(&mut self, asker: Role) -> Needs {
        let by = self.input.by.clone().unwrap();
        self.state.people.get_mut(&by).unwrap().roles = BTreeSet::from([asker]);
        let mut bare = self.input.clone();
        bare.with.clear();
        let mut needs = Needs {
            alone: goes(self.desk, &self.state, &bare),
            ..Needs::default()
        };
        let mut full = needs.alone.then(|| (self.state.clone(), bare));
        if !needs.alone
            && let Some(fits) = self.fitting()
        {
            for (nth, with) in self.input.with.iter().enumerate() {
                let mut without = self.input.clone();
                without.with.remove(nth);
                if !goes(self.desk, &fits, &without) {
                    needs
                        .with
                        .push((with.role.as_str(), self.who_else(&fits, nth)));
                }
            }
            full = Some((fits, self.input.clone()));
        }
        if let Some((mut state, input)) = full {
            let duties = &mut state.people.get_mut(&by).unwrap().duties;
            if duties.remove("weapons") {
                needs.on_duty = !goes(self.desk, &state, &input);
            }
        }
        needs
    }

    /// The state in which it goes with others: as it is, or with another role for one who answers.
    fn fitting(&self) -> Option<State> {
        if goes(self.desk, &self.state, self.input) {
            return Some(self.state.clone());
        }
        let others = 0..self.input.with.len();
        let mut tried = others.flat_map(|nth| Role::ALL.iter().map(move |role| (nth, *role)));
        tried.find_map(|(nth, role)| {
            let state = self.answering(&self.state, nth, role);
            goes(self.desk, &state, self.input).then_some(state)
        })
    }

    /// The roles with which one who answers may answer.
    fn who_else(&self, fits: &State, nth: usize) -> BTreeSet<Role> {
        let goes = |role: &Role| goes(self.desk, &self.answering(fits, nth, *role), self.input);
        Role::ALL.iter().copied().filter(goes).collect()
    }

    /// The same, and one who answers has this role alone.
    fn answering(&self, state: &State, nth: usize, role: Role) -> State {
        let mut state = state.clone();
        let person = &self.input.with[nth].person;
        state.people.get_mut(person).unwrap().roles = BTreeSet::from([role]);
        state
    }
}

fn named(roles: &BTreeSet<Role>) -> String {
    if roles.len() == Role::ALL.len() {
        return "anyone".to_owned();
    }
    let handlers = HANDLERS.iter().all(|role| roles.contains(role));
    let mut words = if handlers {
        vec!["handler"]
    } else {
        Vec::new()
    };
    let rest = roles
        .iter()
        .filter(|role| !(handlers && HANDLERS.contains(role)));
    words.extend(rest.map(|role| role.as_str()));
    words.join(", ")
}

fn rows(desk: &Desk, moment: &Moment, place: &str) -> String {
    let mut state = moment.state.clone();
    perfect(&mut state);
    place.clone_into(&mut state.unit.place);
    let mut trial = Trial {
        desk,
        state,
        input: &moment.input,
    };
    let mut groups: BTreeMap<Needs, BTreeSet<Role>> = BTreeMap::new();
    for asker in Role::ALL {
        let by = moment.input.by.clone().unwrap();
        let before = trial.state.people[&by].roles.clone();
        let needs = trial.needs(*asker);
        trial.state.people.get_mut(&by).unwrap().roles = before;
        if needs.alone || !needs.with.is_empty() {
            groups.entry(needs).or_default().insert(*asker);
        }
    }
    let mut text = String::new();
    for (nth, (needs, askers)) in groups.iter().enumerate() {
        let ask = if nth == 0 { moment.name.as_str() } else { "" };
        let duty = if needs.on_duty { ", on duty" } else { "" };
        let with = needs
            .with
            .iter()
            .map(|(role, who)| format!("{role}: {}", named(who)));
        let with: Vec<String> = with.collect();
        let with = if needs.alone {
            "alone".to_owned()
        } else {
            with.join("; ")
        };
        writeln!(text, "| {ask} | {}{duty} | {with} |", named(askers)).unwrap();
    }
    assert!(!text.is_empty(), "nobody may {}", moment.name);
    text
}

fn table(desk: &Desk, moments: &[Moment], place: &str) -> String {
    let half = moments.len().div_ceil(2);
    let rows = |some: &[Moment]| -> String {
        some.iter()
            .map(|moment| rows(desk, moment, place))
            .collect()
    };
    let (one, other) = std::thread::scope(|scope| {
        let other = scope.spawn(|| rows(&moments[half..]));
        (rows(&moments[..half]), other.join().unwrap())
    });
    format!("| ask | who | with |\n|---|---|---|\n{one}{other}")
}

#[test]
fn who_may_ask_what_is_as_the_page_says() {
    let desk = desk();
    let mut moments = Vec::new();
    play(
        &desk,
        "incidents/good-day-california-western.jsonl",
        &mut moments,
    );
    play(
        &desk,
        "crates/proofhouse/tests/who/odd-jobs.jsonl",
        &mut moments,
    );
    let place = |name: &str| {
        let name = name.split(',').next().unwrap_or_default();
        Ask::NAMES.iter().position(|ask| *ask == name)
    };
    moments.sort_by_key(|moment| place(&moment.name));
    let names: BTreeSet<_> = moments.iter().map(|it| it.input.what.name()).collect();
    assert_eq!(
        names,
        Ask::NAMES.iter().copied().collect(),
        "an ask is missing"
    );
    let page = format!(
        "{HEAD}\n## Under the baseline\n\n{}\n## In California (`us/us-ca`)\n\n{}",
        table(&desk, &moments, ""),
        table(&desk, &moments, "us/us-ca")
    );
    let path = repository().join(PAGE);
    if std::env::var("WHO_MAY_ASK").is_ok_and(|it| it == "write") {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let changed = page
        .lines()
        .zip(kept.lines())
        .find(|(now, kept)| now != kept);
    assert!(
        page == kept,
        "{PAGE} is not what the rules say any more; the first difference: {changed:?}. If that is \
         meant: WHO_MAY_ASK=write cargo test -p proofhouse --test who_may_ask"
    );
}
