//! A record on a real disk: kept, locked, refused, copied, and forgotten where it must be.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test touches the disk and may fall over"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use store::contract::{group, story};
use store::{Snapshot, Store, StoreError};
use store_sqlite::{SqliteStore, restore};

fn open(place: &Path) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(place)
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn place(&self) -> PathBuf {
        self.0.path().join("unit.db")
    }

    /// Every byte of every file in the folder.
    fn bytes(&self) -> Vec<u8> {
        let files = fs::read_dir(self.0.path()).unwrap();
        files
            .flat_map(|file| fs::read(file.unwrap().path()).unwrap())
            .collect()
    }
}

/// Adds groups of one entry up to `end`.
fn fill(store: &dyn Store, end: u64) {
    for expected in store.head().unwrap().entries..end {
        let entry = format!("entry {expected} {}", "x".repeat(300));
        store.append(expected, &group(expected, &[&entry])).unwrap();
    }
}

#[test]
fn the_store_in_a_file_keeps_the_promise() {
    let folder = Folder::new();
    let told = story(|| Box::new(open(&folder.place()).unwrap()));
    assert_eq!(told, Ok(()));
}

#[test]
fn a_second_opening_is_told_that_the_record_is_in_use() {
    let folder = Folder::new();
    let first = open(&folder.place()).unwrap();
    let refused = open(&folder.place()).unwrap_err();
    let place = folder.place().display().to_string();
    assert_eq!(
        refused.to_string(),
        format!("{place} is in use by another process")
    );
    assert_eq!(refused, StoreError::InUse { place });
    fill(&first, 1);
    drop(first);
    assert_eq!(open(&folder.place()).unwrap().head().unwrap().entries, 1);
}

#[test]
fn a_record_that_is_closed_is_one_file_and_its_lock() {
    let folder = Folder::new();
    let store = open(&folder.place()).unwrap();
    fill(&store, 3);
    store.entries(0, 9).unwrap();
    drop(store);
    let files = fs::read_dir(folder.0.path()).unwrap();
    let mut names: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["unit.db", "unit.db.lock"]);
}

#[test]
fn a_file_that_is_no_record_is_named_and_left_alone() {
    let folder = Folder::new();
    fs::write(
        folder.place(),
        "a shopping list, long enough for a head of a hundred bytes".repeat(9),
    )
    .unwrap();
    let before = fs::read(folder.place()).unwrap();
    let place = folder.place().display().to_string();
    let refused = open(&folder.place()).unwrap_err();
    assert_eq!(refused.code(), "store-damaged");
    assert!(
        refused
            .to_string()
            .starts_with(&format!("{place} is damaged: "))
    );
    assert_eq!(fs::read(folder.place()).unwrap(), before);
}

#[test]
fn a_record_cut_short_anywhere_is_damaged() {
    let folder = Folder::new();
    let store = open(&folder.place()).unwrap();
    fill(&store, 200);
    drop(store);
    let whole = fs::read(folder.place()).unwrap();
    for length in [
        50,
        100,
        4_096,
        whole.len() / 2,
        whole.len() - 4_096,
        whole.len() - 1,
    ] {
        fs::write(folder.place(), &whole[..length]).unwrap();
        let found = open(&folder.place()).and_then(|store| store.check());
        let found = found.unwrap_err();
        assert_eq!(found.code(), "store-damaged", "{length}: {found}");
    }
}

#[test]
fn a_newer_record_is_refused_and_left_as_it_is() {
    let folder = Folder::new();
    drop(open(&folder.place()).unwrap());
    let mut bytes = fs::read(folder.place()).unwrap();
    bytes[60..64].copy_from_slice(&77_u32.to_be_bytes());
    fs::write(folder.place(), &bytes).unwrap();
    assert_eq!(
        open(&folder.place()).unwrap_err(),
        StoreError::Newer {
            place: folder.place().display().to_string(),
            found: 77,
            known: 1
        }
    );
    assert_eq!(fs::read(folder.place()).unwrap(), bytes);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = Folder::new();
    let place = folder.0.path().join("none").join("unit.db");
    let refused = open(&place).unwrap_err();
    assert_eq!(refused.code(), "store-io");
    assert!(refused.to_string().contains("none"), "{refused}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_said_to_be_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    fs::set_permissions(folder.0.path(), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.0.path().join("probe"), "").is_ok() {
        eprintln!("not tested: this user may write anywhere");
        return;
    }
    assert_eq!(
        open(&folder.place()).unwrap_err(),
        StoreError::ReadOnly {
            place: folder.place().display().to_string()
        }
    );
}

#[test]
fn two_threads_never_both_append_at_one_place() {
    let folder = Folder::new();
    let store = open(&folder.place()).unwrap();
    let won: usize = std::thread::scope(|threads| {
        let race = |name: &'static str| {
            let store = &store;
            threads.spawn(move || {
                let tries = (0..50).map(|at| store.append(at, &group(at, &[name])));
                tries.filter(Result::is_ok).count()
            })
        };
        let racers = [race("first"), race("second"), race("third")];
        racers.into_iter().map(|racer| racer.join().unwrap()).sum()
    });
    assert_eq!(won as u64, store.head().unwrap().entries);
    assert_eq!(store.check(), Ok(()));
}

#[test]
fn a_backup_while_the_record_goes_on_restores_with_its_head_unchanged() {
    let folder = Folder::new();
    let (copy, again) = (
        folder.0.path().join("copy.db"),
        folder.0.path().join("again.db"),
    );
    let store = open(&folder.place()).unwrap();
    fill(&store, 100);
    let state = Snapshot {
        seq: 90,
        bytes: b"state".to_vec(),
    };
    store.put_snapshot(&state).unwrap();
    let head = std::thread::scope(|threads| {
        let going_on = threads.spawn(|| fill(&store, 300));
        let head = store.backup(&copy).unwrap();
        going_on.join().unwrap();
        head
    });
    assert!((100..=300).contains(&head.entries), "{}", head.entries);
    assert_eq!(restore(&copy, &again), Ok(head.clone()));
    let restored = open(&again).unwrap();
    assert_eq!(restored.head(), Ok(head.clone()));
    assert_eq!(restored.snapshot(), Ok(Some(state)));
    assert_eq!(restored.check(), Ok(()));
    let most = usize::try_from(head.entries).unwrap();
    assert_eq!(restored.entries(0, most), store.entries(0, most));
    assert_eq!(store.head().unwrap().entries, 300);
}

#[test]
fn a_backup_is_one_file_and_never_written_over_anything() {
    let folder = Folder::new();
    let copy = folder.0.path().join("copy.db");
    let store = open(&folder.place()).unwrap();
    fill(&store, 5);
    store.backup(&copy).unwrap();
    assert_eq!(store.backup(&copy).unwrap_err().code(), "store-io");
    assert_eq!(
        restore(&copy, &folder.place()).unwrap_err().code(),
        "store-in-use"
    );
    drop(store);
    assert_eq!(
        restore(&copy, &folder.place()).unwrap_err().code(),
        "store-io"
    );
    let beside = fs::read_dir(folder.0.path()).unwrap();
    let beside = beside.filter(|file| {
        let name = file.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("copy.db")
    });
    assert_eq!(beside.count(), 1);
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let folder = Folder::new();
    let (copy, again) = (
        folder.0.path().join("copy.db"),
        folder.0.path().join("again.db"),
    );
    let store = open(&folder.place()).unwrap();
    fill(&store, 200);
    store.backup(&copy).unwrap();
    let mut bytes = fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&copy, bytes).unwrap();
    assert_eq!(restore(&copy, &again).unwrap_err().code(), "store-damaged");
    assert!(!again.exists());
    let missing = folder.0.path().join("none.db");
    assert_eq!(restore(&missing, &again).unwrap_err().code(), "store-io");
}

#[test]
fn what_is_known_of_a_person_stands_nowhere_after_erasing() {
    let folder = Folder::new();
    let store = open(&folder.place()).unwrap();
    let secret = "telephone 0123-456789 ".repeat(400);
    for person in ["armorer", "lead", "stunt-double"] {
        store.put_personal(person, b"short details").unwrap();
        store.put_personal(person, secret.as_bytes()).unwrap();
    }
    fill(&store, 20);
    let found = |bytes: &[u8]| {
        let needle = b"telephone 0123-456789";
        bytes.windows(needle.len()).any(|part| part == needle)
    };
    assert!(found(&folder.bytes()));
    for person in ["armorer", "lead", "stunt-double"] {
        assert_eq!(store.erase_personal(person), Ok(true));
    }
    assert!(!found(&folder.bytes()));
    assert_eq!(store.check(), Ok(()));
}

#[test]
fn a_damaged_state_is_replaced_by_the_one_before() {
    let folder = Folder::new();
    let store = open(&folder.place()).unwrap();
    fill(&store, 9);
    for (seq, bytes) in [(3, "older state, whole"), (9, "newer state, whole")] {
        let bytes = bytes.as_bytes().to_vec();
        store.put_snapshot(&Snapshot { seq, bytes }).unwrap();
    }
    drop(store);
    let mut bytes = fs::read(folder.place()).unwrap();
    let needle = b"newer state";
    let at = bytes.windows(needle.len()).position(|part| part == needle);
    bytes[at.unwrap()] ^= 1;
    fs::write(folder.place(), bytes).unwrap();
    let store = open(&folder.place()).unwrap();
    let state = store.snapshot().unwrap().unwrap();
    assert_eq!(
        (state.seq, state.bytes),
        (3, b"older state, whole".to_vec())
    );
}

/// Needs the right to mount: a disk of half a mebibyte is filled to its last byte.
#[test]
#[ignore = "mounts a small disk"]
fn a_disk_without_room_answers_so_and_loses_nothing() {
    let folder = Folder::new();
    let disk = folder.0.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mount = |command: &str, rest: &[&str]| {
        let done = Command::new(command).args(rest).arg(&disk).status();
        assert!(done.unwrap().success());
    };
    mount("mount", &["-t", "tmpfs", "-o", "size=512k", "none"]);
    let place = disk.join("unit.db");
    let store = open(&place).unwrap();
    let full = loop {
        let at = store.head().unwrap().entries;
        if let Err(full) = store.append(at, &group(at, &[&"x".repeat(9_000)])) {
            break full;
        }
    };
    let head = store.head().unwrap();
    assert_eq!(full.code(), "store-full", "{full}");
    assert_eq!(store.entries(head.entries, 1), Ok(vec![]));
    drop(store);
    let store = open(&place).unwrap();
    assert_eq!(store.head(), Ok(head.clone()));
    assert_eq!(store.check(), Ok(()));
    drop(store);
    mount("mount", &["-o", "remount,size=4m"]);
    let store = open(&place).unwrap();
    fill(&store, head.entries + 3);
    assert_eq!(store.check(), Ok(()));
    drop(store);
    mount("umount", &[]);
}
