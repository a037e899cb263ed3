//! The formats do not change: the files under `formats/ledger` are written today as they once were.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fall over"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "the frozen files are read from the repository"
)]

use std::fs;
use std::path::{Path, PathBuf};

use ledger::tree::verify_whole;
use ledger::{Checkpoint, Hash, Level, Origin, Signer, TILE_WIDTH, Tile, Tiler, Verifier, bundle};

const SIZE: u64 = 300;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../formats/ledger/300-entries")
}

fn entry(number: u64) -> Vec<u8> {
    match number {
        0 => Vec::new(),
        _ => format!("{{\"entry\":{number},\"note\":\"frozen\"}}").into_bytes(),
    }
}

fn signer() -> Signer {
    Signer::new(Origin::without_host("frozen").unwrap(), &[0x42; 32])
}

/// Every file of the log: its path and its bytes.
fn files() -> Vec<(String, Vec<u8>)> {
    let entries: Vec<Vec<u8>> = (0..SIZE).map(entry).collect();
    let mut tiler = Tiler::new();
    let mut files = Vec::new();
    for entry in &entries {
        files.extend(tiler.push(Hash::of_entry(entry).unwrap()).unwrap());
    }
    files.extend(tiler.rest());
    for tile in Tile::all(SIZE) {
        if tile.level == Level::Entries {
            let from = usize::try_from(tile.index * TILE_WIDTH).unwrap();
            let these = &entries[from..from + usize::from(tile.width)];
            files.push((tile, bundle::write(these).unwrap()));
        }
    }
    let mut files: Vec<_> = files
        .into_iter()
        .map(|(tile, bytes)| (tile.to_string(), bytes))
        .collect();
    let checkpoint = Checkpoint {
        origin: signer().origin().clone(),
        size: SIZE,
        root: tiler.frontier().root(),
    };
    files.push(("checkpoint".into(), checkpoint.sign(&signer()).unwrap()));
    files.push(("frontier".into(), tiler.frontier().to_bytes()));
    let key = format!("{}\n", signer().verifier());
    files.push(("key".into(), key.into_bytes()));
    files
}

#[test]
fn the_formats_are_written_as_they_were_frozen() {
    for (path, bytes) in files() {
        let frozen = fs::read(folder().join(&path)).unwrap();
        assert!(
            frozen == bytes,
            "{path} is no longer written as it was frozen"
        );
    }
}

#[test]
fn the_frozen_log_still_verifies() {
    let key = fs::read_to_string(folder().join("key")).unwrap();
    let key: Verifier = key.trim_end().parse().unwrap();
    let checkpoint = fs::read(folder().join("checkpoint")).unwrap();
    let signed = Checkpoint::open(&checkpoint, &key).unwrap();
    let read = |tile: Tile| fs::read(folder().join(tile.to_string())).ok();
    assert_eq!(verify_whole(&read, &signed.checkpoint), Ok(()));
}

#[test]
#[ignore = "writes the frozen files: only for a new version of the formats"]
fn freeze() {
    for (path, bytes) in files() {
        let path = folder().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
