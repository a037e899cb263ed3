//! What an ask costs the armory, and what an audit costs. `cargo run --release -p armory --example cost`
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "it measures with a real clock, reads the repository, and stops where something is wrong"
)]

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use armory::{Armory, Books, Keeping, NewRecord, Now, Submission};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ledger::{Origin, Signer};
use logbook::{
    Entry,
    audit::{Cutter, Desks, redecide},
    timeline::Timeline,
    verify::{Leaf, read},
};
use store::{Memory, Store};

const ROUNDS: u32 = 20;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut texts = Vec::new();
    gather(&root.join("rulebooks"), &root.join("rulebooks"), &mut texts);
    let books = Books::open(texts).expect("the rulebooks stand");
    let day = std::fs::read(root.join("incidents/good-day-california-western.jsonl")).unwrap();
    let day = Timeline::parse(&day).unwrap();
    for size in [1, 8, 64] {
        groups(&books, &day, size);
    }
    let memory = play(&books, &day, 1).1;
    parts(&books, &memory);
}

/// Plays the day in groups of so many, and tells what an ask took.
fn groups(books: &Books, day: &Timeline, size: usize) {
    play(books, day, size);
    let (mut asks, mut took) = (0, Duration::ZERO);
    for _ in 0..ROUNDS {
        let (done, _, time) = play(books, day, size);
        asks += done;
        took += time;
    }
    let each = took.as_secs_f64() * 1e6 / f64::from(asks);
    println!("groups of {size:>2}: {each:6.1} µs an ask or report, all in (store in memory)");
}

fn play(books: &Books, day: &Timeline, size: usize) -> (u32, Memory, Duration) {
    let memory = Memory::new();
    let zone = TimeZone::get(&day.head.zone).unwrap();
    let steps: Vec<_> = day.given.iter().chain(&day.steps).collect();
    let mut last: Option<Timestamp> = None;
    let timed = steps.iter().map(|step| {
        let date = last.map_or(day.head.date, |it| zone.to_datetime(it).date());
        let at = match step.envelope.at {
            Some(when) => when.instant(&zone, date).unwrap(),
            None => last.unwrap() + SignedDuration::from_mins(1),
        };
        last = Some(at);
        at
    });
    let timed: Vec<Timestamp> = timed.collect();
    let start = timed.first().copied().unwrap();
    let now = |at: Timestamp| Now {
        wall: at,
        monotonic_ms: u64::try_from(at.duration_since(start).as_millis()).unwrap(),
    };
    let keeping = Keeping {
        store: Arc::new(memory.clone()),
        books: books.clone(),
        signer: Signer::new(Origin::without_host("figures").unwrap(), &[7; 32]),
    };
    let new = NewRecord {
        founder: "producer".parse().unwrap(),
        people: day.head.people.clone(),
        place: day.head.place.clone(),
        zone: day.head.zone.clone(),
        kind: day.head.kind,
    };
    let mut armory = Armory::found(keeping, &new, now(start)).unwrap();
    let submissions = steps.iter().enumerate().map(|(number, step)| Submission {
        with: step.envelope.with.clone(),
        ..Submission::new(
            format!("r{number}").parse().unwrap(),
            step.envelope.by.clone(),
            step.what.clone(),
        )
    });
    let submissions: Vec<Submission> = submissions.collect();
    let began = Instant::now();
    for (group, times) in submissions.chunks(size).zip(timed.chunks(size)) {
        let at = times.last().copied().unwrap();
        black_box(armory.answer_group(now(at), group.to_vec()));
    }
    let took = began.elapsed();
    (u32::try_from(submissions.len()).unwrap(), memory, took)
}

/// The parts of an ask one by one, over the entries of the day.
fn parts(books: &Books, memory: &Memory) {
    let kept = memory.entries(0, usize::MAX).unwrap();
    let count = f64::from(u32::try_from(kept.len()).unwrap());
    let mut founding = None;
    let mut entries: Vec<Entry> = Vec::new();
    for read in read(0, &kept) {
        match read.leaf.unwrap() {
            Leaf::Founding(it) => founding = Some(*it),
            Leaf::Entry(entry) => entries.push(*entry),
        }
    }
    let founding = founding.unwrap();
    let bytes: usize = kept.iter().map(Vec::len).sum();
    let tell = |what: &str, took: Duration| {
        let each = took.as_secs_f64() * 1e6 / count / f64::from(ROUNDS);
        println!("{what:<28} {each:6.1} µs an entry");
    };
    tell(
        "encode",
        timed(|| {
            for entry in &entries {
                black_box(entry.to_bytes().unwrap());
            }
        }),
    );
    tell(
        "read and hash",
        timed(|| {
            black_box(read(0, &kept));
        }),
    );
    tell(
        "fold",
        timed(|| {
            let mut state = founding.state();
            for entry in &entries {
                let _ = black_box(state.fold(&entry.answered()));
            }
        }),
    );
    tell(
        "decide",
        timed(|| {
            let mut state = founding.state();
            for entry in &entries {
                black_box(books.desk().decide(&state, &entry.input()));
                let _ = state.fold(&entry.answered());
            }
        }),
    );
    let source = |digest: &str| memory.meta(&logbook::books::place(digest)).unwrap();
    let desks = Desks::new(&source);
    let audit = || {
        let mut cutter = Cutter::new(&founding);
        for entry in &entries {
            cutter.push(entry.clone());
        }
        let wrong = redecide(cutter.rest(), &desks);
        assert!(wrong.is_empty(), "{wrong:?}");
    };
    audit();
    tell("fold and decide again", timed(audit));
    println!("{} bytes an entry", bytes / kept.len());
}

fn timed(work: impl Fn()) -> Duration {
    let began = Instant::now();
    for _ in 0..ROUNDS {
        work();
    }
    began.elapsed()
}

fn gather(folder: &Path, root: &Path, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, into);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy();
            into.push((name.into_owned(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}
