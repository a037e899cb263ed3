//! A set to test on: the good day of California, its books, and a store that fails on demand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};

use armory::{Answer, Armory, Books, Keeping, NewRecord, Now, Publish, Receipt, Submission};
use custody::input::{Input, What};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ledger::{Origin, Signer};
use logbook::{
    Entry,
    timeline::{Step, Timeline},
};
use serde_json::Value;
use store::{Group, Head, Memory, RequestId, Snapshot, Store, StoreError};

pub const SEED: [u8; 32] = [7; 32];

pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn texts(folder: &Path, root: &Path, into: &mut Vec<(String, String)>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts(&path, root, into);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            into.push((name.to_owned(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

pub fn rulebooks() -> Vec<(String, String)> {
    let root = repository().join("rulebooks");
    let mut found = Vec::new();
    texts(&root, &root, &mut found);
    found
}

pub fn books() -> Books {
    static BOOKS: LazyLock<Books> = LazyLock::new(|| Books::open(rulebooks()).unwrap());
    BOOKS.clone()
}

pub fn signer() -> Signer {
    Signer::new(Origin::without_host("main-unit").unwrap(), &SEED)
}

/// A store in memory that fails when told to, and counts its appends.
#[derive(Debug, Clone, Default)]
pub struct Shaky {
    pub memory: Memory,
    full: Arc<AtomicBool>,
    forgetful: Arc<AtomicBool>,
    appends: Arc<AtomicUsize>,
}

impl Shaky {
    pub fn fill(&self, full: bool) {
        self.full.store(full, Ordering::Relaxed);
    }

    /// From now on it has no picture.
    pub fn forget_pictures(&self) {
        self.forgetful.store(true, Ordering::Relaxed);
    }

    pub fn appends(&self) -> usize {
        self.appends.load(Ordering::Relaxed)
    }

    pub fn entries_read(&self) -> Vec<Entry> {
        let bytes = self.memory.entries(1, usize::MAX).unwrap();
        bytes
            .iter()
            .map(|bytes| Entry::from_bytes(bytes).unwrap())
            .collect()
    }
}

impl Store for Shaky {
    fn head(&self) -> Result<Head, StoreError> {
        self.memory.head()
    }
    fn append(&self, expected: u64, group: &Group) -> Result<(), StoreError> {
        if self.full.load(Ordering::Relaxed) {
            let place = "the disk".to_owned();
            return Err(StoreError::Full { place });
        }
        self.appends.fetch_add(1, Ordering::Relaxed);
        self.memory.append(expected, group)
    }
    fn entries(&self, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        self.memory.entries(from, limit)
    }
    fn request(&self, request: &RequestId) -> Result<Option<store::Answered>, StoreError> {
        self.memory.request(request)
    }
    fn put_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        self.memory.put_snapshot(snapshot)
    }
    fn snapshot(&self) -> Result<Option<Snapshot>, StoreError> {
        match self.forgetful.load(Ordering::Relaxed) {
            true => Ok(None),
            false => self.memory.snapshot(),
        }
    }
    fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.memory.meta(key)
    }
    fn put_meta(&self, key: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.memory.put_meta(key, bytes)
    }
    fn personal(&self, person: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.memory.personal(person)
    }
    fn put_personal(&self, person: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.memory.put_personal(person, bytes)
    }
    fn erase_personal(&self, person: &str) -> Result<bool, StoreError> {
        self.memory.erase_personal(person)
    }
}

/// What was told, in order.
#[derive(Debug, Default)]
pub struct Heard(pub Mutex<Vec<String>>);

impl Heard {
    pub fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Publish for Heard {
    fn kept(&self, entries: &[Entry], _: &[Vec<u8>]) {
        let told = entries
            .iter()
            .map(|entry| format!("{} {}", entry.seq, entry.what.name()));
        self.0.lock().unwrap().extend(told);
    }
    fn not_yet_recorded(&self, report: &Input) {
        let told = format!("not yet recorded: {}", report.what.name());
        self.0.lock().unwrap().push(told);
    }
}

/// A unit at work: its armory, its clocks, its disk.
pub struct Set {
    pub armory: Armory,
    pub store: Shaky,
    pub heard: Arc<Heard>,
    pub now: Now,
    pub requests: usize,
    pub steps: Vec<(Timestamp, Step)>,
}

pub fn timeline(name: &str) -> Timeline {
    let path = repository().join("incidents").join(name);
    Timeline::parse(&std::fs::read(path).unwrap()).unwrap()
}

/// Each step with its time: as written, else a minute after the one before.
fn timed(timeline: &Timeline) -> Vec<(Timestamp, Step)> {
    let zone = TimeZone::get(&timeline.head.zone).unwrap();
    let mut last: Option<Timestamp> = None;
    let steps = timeline.given.iter().chain(&timeline.steps);
    let timed = steps.map(|step| {
        let day = last.map_or(timeline.head.date, |it| zone.to_datetime(it).date());
        let at = match step.envelope.at {
            Some(when) => when.instant(&zone, day).unwrap(),
            None => last.unwrap() + SignedDuration::from_mins(1),
        };
        last = Some(at);
        (at, step.clone())
    });
    timed.collect()
}

pub fn new_record(timeline: &Timeline) -> NewRecord {
    NewRecord {
        founder: "producer".parse().unwrap(),
        people: timeline.head.people.clone(),
        place: timeline.head.place.clone(),
        zone: timeline.head.zone.clone(),
        kind: timeline.head.kind,
    }
}

impl Set {
    /// The good day of California, before its first ask.
    pub fn founded() -> Self {
        let day = timeline("good-day-california-western.jsonl");
        let steps = timed(&day);
        let store = Shaky::default();
        let now = Now {
            wall: steps[0].0 - SignedDuration::from_mins(1),
            monotonic_ms: 0,
        };
        let keeping = Keeping {
            store: Arc::new(store.clone()),
            books: books(),
            signer: signer(),
        };
        let heard = Arc::new(Heard::default());
        let armory = Armory::found(keeping, &new_record(&day), now)
            .unwrap()
            .publishing_to(Arc::clone(&heard) as Arc<dyn Publish>);
        Self {
            armory,
            store,
            heard,
            now,
            requests: 0,
            steps,
        }
    }

    /// The same, after every step before the first that is an ask or report of this name about this
    /// weapon.
    pub fn before(name: &str, weapon: &str) -> Self {
        let mut set = Self::founded();
        while let Some((at, step)) = set.steps.first().cloned() {
            let body = serde_json::to_value(&step.what).unwrap();
            if step.name() == name && body["weapon"] == weapon {
                return set;
            }
            set.steps.remove(0);
            set.until(at);
            let receipt = set.put(submission(&step));
            let answer = receipt.answer().unwrap();
            assert_ne!(answer.go, Some(false), "{body} {:#?}", answer.rows);
        }
        assert_eq!(name, "nothing", "the day has no {name} of {weapon}");
        set
    }

    /// The whole day.
    pub fn wrapped() -> Self {
        Self::before("nothing", "nothing")
    }

    pub fn until(&mut self, at: Timestamp) {
        let passed = at.duration_since(self.now.wall).as_millis();
        self.pass(i64::try_from(passed).unwrap());
    }

    /// Time goes by, on both clocks.
    pub fn pass(&mut self, milliseconds: i64) {
        self.now.wall += SignedDuration::from_millis(milliseconds);
        self.now.monotonic_ms += u64::try_from(milliseconds).unwrap();
    }

    /// The wall clock alone is set.
    pub fn step_clock(&mut self, milliseconds: i64) {
        self.now.wall += SignedDuration::from_millis(milliseconds);
    }

    pub fn name(&mut self) -> RequestId {
        self.requests += 1;
        format!("r{}", self.requests).parse().unwrap()
    }

    /// Puts a submission under a new name.
    pub fn put(&mut self, submission: Submission) -> Receipt {
        let request = self.name();
        self.again(Submission {
            request,
            ..submission
        })
    }

    /// Puts a submission as it is.
    pub fn again(&mut self, submission: Submission) -> Receipt {
        self.armory.answer(self.now, submission).unwrap()
    }

    /// Puts a line of a timeline.
    pub fn say(&mut self, line: Value) -> Answer {
        let receipt = self.put(line_of(line));
        receipt.answer().cloned().unwrap()
    }

    /// The hub is started anew.
    pub fn restart(&mut self) {
        self.now.monotonic_ms = 0;
        self.armory = self.second();
    }

    /// Another server over the same store.
    pub fn second(&self) -> Armory {
        let keeping = Keeping {
            store: Arc::new(self.store.clone()),
            books: books(),
            signer: signer(),
        };
        Armory::open(keeping, self.now).unwrap()
    }

    /// The next step of the day.
    pub fn next(&mut self) -> Submission {
        let (at, step) = self.steps.remove(0);
        self.until(at);
        submission(&step)
    }
}

pub fn submission(step: &Step) -> Submission {
    Submission {
        with: step.envelope.with.clone(),
        ..Submission::new(
            "unnamed".parse().unwrap(),
            step.envelope.by.clone(),
            step.what.clone(),
        )
    }
}

/// A line of a timeline as a submission.
pub fn line_of(line: Value) -> Submission {
    let Value::Object(mut map) = line else {
        panic!("a line is an object")
    };
    let by = map
        .remove("by")
        .map(|by| serde_json::from_value(by).unwrap());
    let with = map.remove("with").unwrap_or(Value::Array(Vec::new()));
    let what: What = match map.contains_key("ask") {
        true => What::Ask(serde_json::from_value(Value::Object(map)).unwrap()),
        false => What::Report(serde_json::from_value(Value::Object(map)).unwrap()),
    };
    Submission {
        with: serde_json::from_value(with).unwrap(),
        ..Submission::new("unnamed".parse().unwrap(), by, what)
    }
}

/// Rules and laws that said no.
pub fn because(answer: &Answer) -> BTreeSet<String> {
    let reasons = answer.rows.iter().flat_map(|row| &row.reasons);
    reasons.map(|why| why.rule.clone()).collect()
}

pub fn seen(thing: &str, seq: u64) -> BTreeMap<String, u64> {
    BTreeMap::from([(thing.to_owned(), seq)])
}
