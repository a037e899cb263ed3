//! What stands beside a hub, in memory: photos, packs, and the clock, dice and file of its door.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use jiff::{SignedDuration, Timestamp};

/// Photos in memory.
#[derive(Default)]
pub struct Album(Mutex<BTreeMap<String, Vec<u8>>>, Mutex<BTreeSet<String>>);

impl Album {
    /// How many there are.
    pub fn photos(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

impl web::photo::Photos for Album {
    fn keep(&self, hash: &str, bytes: &[u8]) -> std::io::Result<bool> {
        self.1.lock().unwrap().remove(hash);
        let mut photos = self.0.lock().unwrap();
        Ok(photos.insert(hash.to_owned(), bytes.to_vec()).is_none())
    }

    fn read(&self, hash: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(hash).cloned()
    }

    fn let_go(&self, hash: &str) -> std::io::Result<()> {
        self.0.lock().unwrap().remove(hash);
        Ok(())
    }

    fn erase(&self, hash: &str) -> std::io::Result<()> {
        self.1.lock().unwrap().insert(hash.to_owned());
        self.let_go(hash)
    }

    fn erased(&self) -> BTreeSet<String> {
        self.1.lock().unwrap().clone()
    }
}

/// Packs in memory: each says which it is.
#[derive(Default)]
pub struct Packs(Mutex<BTreeMap<String, String>>, AtomicU64);

impl Packs {
    /// How many are kept.
    pub fn kept(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

impl web::pack::Packs for Packs {
    fn make(&self) -> Option<web::pack::Pack> {
        let text = format!("pack {}", self.1.fetch_add(1, Ordering::Relaxed));
        let (sum, bytes) = (web::photo::hash(text.as_bytes()), text.len() as u64);
        self.0.lock().unwrap().insert(sum.clone(), text);
        Some(web::pack::Pack {
            sum,
            entries: 12,
            bytes,
        })
    }

    fn open(&self, pack: &web::pack::Pack) -> Option<Box<dyn Read + Send>> {
        let text = self.0.lock().unwrap().get(&pack.sum)?.clone();
        Some(Box::new(std::io::Cursor::new(text)))
    }

    fn keep_only(&self, sums: &BTreeSet<String>) {
        self.0.lock().unwrap().retain(|sum, _| sums.contains(sum));
    }
}

/// What the door needs of the machine, in the hands of a test.
#[derive(Clone, Default)]
pub struct Beside {
    /// Seconds that passed at the door.
    pub passed: Arc<AtomicU64>,
    /// What the door keeps.
    pub kept: Arc<Mutex<String>>,
    /// The disk takes nothing.
    pub full: Arc<AtomicBool>,
    thrown: Arc<AtomicU64>,
}

/// When the door opened.
pub const BEGAN: &str = "2026-03-10T15:00:00Z";

impl web::Tools for Beside {
    fn now(&self) -> Timestamp {
        let passed = i64::try_from(self.passed.load(Ordering::Relaxed)).unwrap();
        BEGAN.parse::<Timestamp>().unwrap() + SignedDuration::from_secs(passed)
    }

    fn dice(&self) -> Option<[u8; 32]> {
        let thrown = self.thrown.fetch_add(1, Ordering::Relaxed) + 1;
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&thrown.to_be_bytes());
        Some(bytes)
    }

    fn keep(&self, text: &str) -> bool {
        let full = self.full.load(Ordering::Relaxed);
        if !full {
            *self.kept.lock().unwrap() = text.to_owned();
        }
        !full
    }
}
