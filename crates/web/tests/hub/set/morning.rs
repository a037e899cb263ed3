//! The record of a hub: a day until its first check-out, under the rulebooks of the repository.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use armory::{Armory, Books, Keeping, NewRecord, Now, Submission};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ledger::{Origin, Signer};
use logbook::timeline::{Step, Timeline};

use crate::shaky::Shaky;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn texts(folder: &Path, root: &Path, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, root, into);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            into.push((name.to_owned(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

fn books() -> Books {
    static BOOKS: LazyLock<Books> = LazyLock::new(|| {
        let root = repository().join("rulebooks");
        let mut found = Vec::new();
        texts(&root, &root, &mut found);
        found.sort();
        Books::open(found).unwrap()
    });
    BOOKS.clone()
}

fn after(now: Now, at: Timestamp) -> Now {
    let passed = at.duration_since(now.wall).as_millis();
    Now {
        wall: at,
        monotonic_ms: now.monotonic_ms + u64::try_from(passed).unwrap(),
    }
}

pub fn keeping(store: Arc<dyn store::Store>) -> Keeping {
    Keeping {
        store,
        books: books(),
        signer: Signer::new(Origin::without_host("main-unit").unwrap(), &[7; 32]),
    }
}

/// A day, and who of it may sign in at first.
#[derive(Clone, Copy)]
pub struct Day {
    pub file: &'static str,
    pub people: &'static [&'static str],
}

/// A western in California.
pub const WESTERN: Day = Day {
    file: "good-day-california-western.jsonl",
    people: &["armorer", "assistant", "first_ad", "lead"],
};

/// A day before its first check-out, in a new record.
pub fn morning(day: Day, store: Arc<Shaky>) -> (Armory, Now) {
    let path = repository().join("incidents").join(day.file);
    let day = Timeline::parse(&std::fs::read(path).unwrap()).unwrap();
    let zone = TimeZone::get(&day.head.zone).unwrap();
    let steps = day.steps.iter();
    let steps = steps.take_while(|step| step.what.name() != "check_out");
    let steps: Vec<&Step> = day.given.iter().chain(steps).collect();
    let first = steps[0].envelope.at.unwrap();
    let began = first.instant(&zone, day.head.date).unwrap();
    let mut now = Now {
        wall: began,
        monotonic_ms: 0,
    };
    let new = NewRecord {
        founder: "producer".parse().unwrap(),
        people: day.head.people.clone(),
        place: day.head.place.clone(),
        zone: day.head.zone.clone(),
        kind: day.head.kind,
    };
    let mut armory = Armory::found(keeping(store), &new, now).unwrap();
    for (nth, step) in steps.into_iter().enumerate() {
        let date = zone.to_datetime(now.wall).date();
        let at = step.envelope.at.map(|it| it.instant(&zone, date).unwrap());
        now = after(now, at.unwrap_or(now.wall + SignedDuration::from_mins(1)));
        let request = format!("day-{nth}").parse().unwrap();
        let submission = Submission {
            with: step.envelope.with.clone(),
            ..Submission::new(request, step.envelope.by.clone(), step.what.clone())
        };
        let receipt = armory.answer(now, submission).unwrap();
        assert_ne!(receipt.answer().unwrap().go, Some(false), "{receipt:#?}");
    }
    (armory, now)
}
