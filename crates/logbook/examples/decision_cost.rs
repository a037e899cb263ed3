//! What a decision costs beside the bare engine, on a good day played with the real rulebooks.
//!
//! For each ask measured: the engine alone on request and entities made beforehand, and the whole
//! desk (books chosen, laws, facts derived, engine, reasons), by turns. Then the same ask after
//! more and more entries of history. Run by `cargo xtask bench`.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a measurement works with the real clock and disk"
)]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cedar_policy::Authorizer;
use custody::{
    answered::Answered,
    input::{Ask, Input, Lines, Report, What, report::TurnedAway},
    laws,
    state::State,
};
use jiff::tz::{Offset, TimeZone};
use logbook::{play, record::Record, timeline::Timeline};
use rules::{
    Shelf,
    desk::Desk,
    facts::{Asked, Case, asked},
};

const DAY: &str = "incidents/good-day-california-western.jsonl";
const ASKS: [&str; 5] = ["check", "load", "issue", "begin_activity", "clear_to_fire"];
/// Turns, and decisions in each.
const TURNS: usize = 300;
const BATCH: u32 = 8;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shelf = Arc::new(Shelf::open(read(&root.join("rulebooks"))).expect("rulebooks open"));
    let desk = Desk::new(shelf);
    let moments = moments(&root, &desk);
    println!("a decision of one row, best of {TURNS} turns of {BATCH}, in microseconds");
    println!(
        "ask             rules  facts   engine     desk  ratio   books    laws   facts   rules"
    );
    let mut worst = 0.0_f64;
    for name in ASKS {
        let (state, input) = &moments[name];
        let one = measure(&desk, state, input);
        worst = worst.max(one.ratio());
        let parts = one
            .parts
            .map(|part| format!("{:>8.1}", micros(part)))
            .concat();
        println!(
            "{name:<15}{:>6}{:>7}{:>9.1}{:>9.1}{:>7.2}{parts}  {}",
            one.rules,
            one.facts,
            micros(one.engine),
            micros(one.desk),
            one.ratio(),
            one.answer,
        );
    }
    println!("\nthe same issue after more history, in microseconds");
    let (state, input) = &moments["issue"];
    history(&desk, state, input);
    println!("\nmost: {worst:.2} times the bare engine; at most 2 is promised");
    if worst > 2.0 {
        std::process::exit(1);
    }
}

struct Cost {
    rules: usize,
    facts: usize,
    engine: Duration,
    desk: Duration,
    /// Books, laws, facts and rules, each apart.
    parts: [Duration; 4],
    answer: &'static str,
}

impl Cost {
    fn ratio(&self) -> f64 {
        self.desk.as_secs_f64() / self.engine.as_secs_f64()
    }
}

fn measure(desk: &Desk, state: &State, input: &Input) -> Cost {
    let case = Case::new(state, input, 0);
    let in_force = desk.in_force(&case);
    let slice = in_force.slice(input.what.name());
    let Asked { request, entities } = asked(&case, slice.wanted()).expect("known");
    let authorizer = Authorizer::new();
    let (mut engine, mut whole) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        engine.push(time(|| {
            black_box(authorizer.is_authorized(&request, slice.refuse_set(), &entities));
        }));
        whole.push(time(|| {
            black_box(desk.decide(state, input));
        }));
    }
    let go = desk.decide(state, input).rows.iter().all(|row| row.go);
    let part = |one: &mut dyn FnMut()| best((0..TURNS).map(|_| time(&mut *one)).collect());
    let parts = [
        part(&mut || drop(black_box(desk.in_force(&case)))),
        part(&mut || drop(black_box(laws::in_the_way(state, input, 0)))),
        part(&mut || drop(black_box(asked(&case, slice.wanted())))),
        part(&mut || drop(black_box(slice.decide(&request, &entities)))),
    ];
    Cost {
        parts,
        rules: slice.rules().len(),
        facts: slice.wanted().count(),
        engine: best(engine),
        desk: best(whole),
        answer: if go { "go" } else { "no-go" },
    }
}

fn time(mut one: impl FnMut()) -> Duration {
    let began = Instant::now();
    for _ in 0..BATCH {
        one();
    }
    began.elapsed() / BATCH
}

/// The quickest turn: what the work costs when nothing else has the machine.
fn best(times: Vec<Duration>) -> Duration {
    times.into_iter().min().unwrap_or_default()
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// The first go of one row of each ask, with the state before it.
fn moments(root: &Path, desk: &Desk) -> BTreeMap<&'static str, (State, Input)> {
    let bytes = std::fs::read(root.join(DAY)).expect("the good day is there");
    let timeline = Timeline::parse(&bytes).expect("the good day reads");
    let zone = TimeZone::fixed(Offset::constant(-8));
    let play = play::play(&timeline, &zone, desk).map_err(|halted| halted.what);
    let play = play.expect("the good day plays");
    let mut record = Record::found(play.record.founding.clone()).state().clone();
    let mut moments = BTreeMap::new();
    for entry in play.record.entries() {
        let answered = &entry.answered;
        let name = ASKS
            .into_iter()
            .find(|name| *name == answered.input.what.name());
        if let Some(name) = name
            && answered.rows.iter().all(|go| *go)
        {
            // the last of each is the richest
            moments.insert(name, (record.clone(), one_row(answered.input.clone())));
        }
        record.fold(answered).expect("folds again");
    }
    moments
}

/// The first row of a line.
fn one_row(mut input: Input) -> Input {
    fn first<T: Clone>(lines: &mut Lines<T>) {
        if let Some(row) = lines.rows().first().cloned() {
            *lines = Lines::one(row);
        }
    }
    match &mut input.what {
        What::Ask(Ask::Check(lines)) => first(lines),
        What::Ask(Ask::Load(lines)) => first(lines),
        What::Ask(Ask::Issue(lines)) => first(lines),
        What::Ask(Ask::ClearToFire(lines)) => first(lines),
        _ => {}
    }
    input
}

/// Folds reports that leave the day as it is, and asks again.
fn history(desk: &Desk, state: &State, input: &Input) {
    let mut state = state.clone();
    let turned_away = Answered {
        input: Input {
            what: What::Report(Report::TurnedAway(TurnedAway {
                what: "a box".into(),
                why: "no paper".into(),
            })),
            with: Vec::new(),
            ..input.clone()
        },
        rows: Vec::new(),
        consequences: Vec::new(),
    };
    let mut folded = 0;
    for entries in [100, 1_000, 10_000, 100_000] {
        while folded < entries {
            state.fold(&turned_away).expect("a report is never refused");
            folded += 1;
        }
        let cost = measure(desk, &state, input);
        println!("{entries:>8} entries{:>9.1}", micros(cost.desk));
    }
}

/// The files of a folder, by their path inside it.
fn read(root: &Path) -> Vec<(String, String)> {
    let (mut files, mut open) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let inside = path.strip_prefix(root).expect("inside").to_string_lossy();
            let text = std::fs::read_to_string(&path).expect("text");
            files.push((inside.into_owned(), text));
        }
    }
    files
}
