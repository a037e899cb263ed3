//! A store that breaks or waits when told to, and counts who reads it.

use std::sync::{
    Arc, Condvar, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use store::{Answered, Group, Head, RequestId, Snapshot, Store, StoreError};

/// What an append does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Disk {
    Works,
    Full,
    Hangs,
}

pub struct Shaky {
    inner: Arc<dyn Store>,
    disk: Mutex<Disk>,
    changed: Condvar,
    reads: AtomicUsize,
}

impl Shaky {
    pub fn over(inner: Arc<dyn Store>) -> Arc<Self> {
        Arc::new(Self {
            inner,
            disk: Mutex::new(Disk::Works),
            changed: Condvar::new(),
            reads: AtomicUsize::new(0),
        })
    }

    pub fn set(&self, disk: Disk) {
        *self.disk.lock().unwrap() = disk;
        self.changed.notify_all();
    }

    /// How often entries were read.
    pub fn reads(&self) -> usize {
        self.reads.load(Ordering::SeqCst)
    }
}

impl Store for Shaky {
    fn head(&self) -> Result<Head, StoreError> {
        self.inner.head()
    }

    fn append(&self, expected: u64, group: &Group) -> Result<(), StoreError> {
        let disk = self.disk.lock().unwrap();
        let disk = self
            .changed
            .wait_while(disk, |disk| *disk == Disk::Hangs)
            .unwrap();
        match *disk {
            Disk::Full => Err(StoreError::Full {
                place: "unit.db".to_owned(),
            }),
            _ => self.inner.append(expected, group),
        }
    }

    fn entries(&self, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        self.inner.entries(from, limit)
    }

    fn request(&self, request: &RequestId) -> Result<Option<Answered>, StoreError> {
        self.inner.request(request)
    }

    fn put_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        self.inner.put_snapshot(snapshot)
    }

    fn snapshot(&self) -> Result<Option<Snapshot>, StoreError> {
        self.inner.snapshot()
    }

    fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.inner.meta(key)
    }

    fn put_meta(&self, key: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.inner.put_meta(key, bytes)
    }

    fn personal(&self, person: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.inner.personal(person)
    }

    fn put_personal(&self, person: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.inner.put_personal(person, bytes)
    }

    fn erase_personal(&self, person: &str) -> Result<bool, StoreError> {
        self.inner.erase_personal(person)
    }
}
