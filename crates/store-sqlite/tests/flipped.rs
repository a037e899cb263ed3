//! Bits flipped in the file: each is found, or changes nothing that is read.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test touches the disk and may fall over"
)]

use std::fs;
use std::path::Path;

use store::contract::group;
use store::{Answered, Group, Head, Snapshot, Store, StoreError};
use store_sqlite::SqliteStore;

const ENTRIES: u64 = 12;

type Read = (
    Head,
    Vec<Vec<u8>>,
    Vec<Option<Answered>>,
    Option<Snapshot>,
    Vec<Option<Vec<u8>>>,
);

fn answered(seq: u64) -> Answered {
    Answered {
        request: format!("request-{seq}").parse().unwrap(),
        body: [9; 32],
        seq,
    }
}

fn write(place: &Path) {
    let store = SqliteStore::open(place).unwrap();
    for at in 0..ENTRIES {
        let group = Group {
            requests: vec![answered(at)],
            meta: vec![(format!("piece-{at}"), vec![1; 40])],
            personal: vec![(format!("person-{at}"), vec![2; 40])],
            ..group(at, &[&format!("entry {at} {}", "y".repeat(200))])
        };
        store.append(at, &group).unwrap();
    }
    let bytes = vec![3; 500];
    store.put_snapshot(&Snapshot { seq: 12, bytes }).unwrap();
}

/// Everything that can be read.
fn read(place: &Path) -> Result<Read, StoreError> {
    let store = SqliteStore::open(place)?;
    let requests = (0..ENTRIES).map(|at| store.request(&answered(at).request));
    let pieces = (0..ENTRIES).flat_map(|at| {
        [
            store.meta(&format!("piece-{at}")),
            store.personal(&format!("person-{at}")),
        ]
    });
    Ok((
        store.head()?,
        store.entries(0, 100)?,
        requests.collect::<Result<_, _>>()?,
        store.snapshot()?,
        pieces.collect::<Result<_, _>>()?,
    ))
}

/// Flips one bit in each byte in turn. Answers where the flip was neither found nor harmless.
fn unnoticed(step: usize) -> Vec<usize> {
    let folder = tempfile::Builder::new().tempdir().unwrap();
    let place = folder.path().join("unit.db");
    write(&place);
    let whole = fs::read(&place).unwrap();
    let good = read(&place).unwrap();
    let mut unnoticed = Vec::new();
    for at in (0..whole.len()).step_by(step) {
        let mut changed = whole.clone();
        changed[at] ^= 1 << (at % 8);
        fs::write(&place, &changed).unwrap();
        if read(&place).is_ok_and(|seen| seen != good) {
            unnoticed.push(at);
        }
        for ending in ["unit.db-wal", "unit.db-shm"] {
            drop(fs::remove_file(folder.path().join(ending)));
        }
    }
    unnoticed
}

#[test]
fn a_flipped_bit_is_found_or_changes_nothing_that_is_read() {
    assert_eq!(unnoticed(101), [0; 0]);
}

#[test]
#[ignore = "takes minutes: every byte"]
fn every_flipped_byte_is_found_or_changes_nothing_that_is_read() {
    assert_eq!(unnoticed(1), [0; 0]);
}
