//! The California day, played by the real rules up to a step.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, LazyLock},
};

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use logbook::Refused;
use logbook::{play, timeline::Timeline};
use pages::Seen;
use rules::{Shelf, desk::Desk};

/// A unit, kept for the pages to look at.
pub struct Unit {
    pub state: custody::state::State,
    pub at: Timestamp,
    pub zone: TimeZone,
    pub touched: BTreeMap<String, u64>,
    pub refusals: Vec<Refused>,
}

impl Unit {
    /// The day up to and with a step, seen two minutes later.
    pub fn california(steps: usize) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"));
        let day = path.join("../../incidents/good-day-california-western.jsonl");
        let mut timeline = Timeline::parse(&std::fs::read(day).unwrap()).unwrap();
        timeline.steps.truncate(steps);
        let zone = TimeZone::get(&timeline.head.zone).unwrap();
        let desk = Desk::new(shelf());
        let played = play::play(&timeline, &zone, &desk).unwrap();
        let at = played
            .steps
            .last()
            .map_or(Timestamp::UNIX_EPOCH, |step| step.at);
        Self {
            state: played.record.state().clone(),
            at: at.checked_add(2.minutes()).unwrap(),
            zone,
            touched: BTreeMap::new(),
            refusals: Vec::new(),
        }
    }

    /// As a page sees it.
    pub fn seen(&self) -> Seen<'_> {
        Seen {
            unit: "main-unit",
            state: &self.state,
            at: self.at,
            zone: &self.zone,
            last: self.state.unit.entries,
            touched: &self.touched,
            refusals: &self.refusals,
            writable: true,
            not_recorded: 0,
        }
    }
}

/// The rulebooks of the repository, opened once for all tests.
pub fn shelf() -> Arc<Shelf> {
    static SHELF: LazyLock<Arc<Shelf>> = LazyLock::new(|| Arc::new(opened()));
    Arc::clone(&SHELF)
}

fn opened() -> Shelf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
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
    Shelf::open(files).unwrap_or_else(|errors| panic!("{errors:?}"))
}
