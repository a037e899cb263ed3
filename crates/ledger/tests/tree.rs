//! The tree against a slow one written straight from RFC 6962, and every flipped byte found.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fall over"
)]

use std::collections::BTreeMap;

use ledger::tree::verify_whole;
use ledger::{
    Checkpoint, Frontier, Hash, LedgerError, Level, Origin, TILE_WIDTH, Tile, Tiler, Tree, bundle,
};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// RFC 6962, sections 2.1, 2.1.1 and 2.1.2, word by word.
mod slow {
    use super::*;

    pub fn root(entries: &[Vec<u8>]) -> [u8; 32] {
        match entries {
            [] => Sha256::digest(b"").into(),
            [one] => Sha256::digest([&[0][..], one].concat()).into(),
            _ => {
                let (left, right) = entries.split_at(largest_power_below(entries.len()));
                Sha256::digest([&[1][..], &root(left), &root(right)].concat()).into()
            }
        }
    }

    pub fn path(m: usize, entries: &[Vec<u8>]) -> Vec<[u8; 32]> {
        if entries.len() == 1 {
            return Vec::new();
        }
        let k = largest_power_below(entries.len());
        let (left, right) = entries.split_at(k);
        let (mut path, other) = match m < k {
            true => (self::path(m, left), root(right)),
            false => (self::path(m - k, right), root(left)),
        };
        path.push(other);
        path
    }

    pub fn proof(m: usize, entries: &[Vec<u8>], complete: bool) -> Vec<[u8; 32]> {
        if m == entries.len() {
            return match complete {
                true => Vec::new(),
                false => vec![root(entries)],
            };
        }
        let k = largest_power_below(entries.len());
        let (left, right) = entries.split_at(k);
        let (mut proof, other) = match m <= k {
            true => (self::proof(m, left, complete), root(right)),
            false => (self::proof(m - k, right, false), root(left)),
        };
        proof.push(other);
        proof
    }

    fn largest_power_below(n: usize) -> usize {
        let mut k = 1;
        while k * 2 < n {
            k *= 2;
        }
        k
    }
}

type Kept = BTreeMap<Tile, Vec<u8>>;

fn entries(count: usize) -> Vec<Vec<u8>> {
    (0..count)
        .map(|number| format!("entry {number}").into_bytes())
        .collect()
}

fn kept(entries: &[Vec<u8>]) -> Kept {
    let mut kept = Kept::new();
    let mut tiler = Tiler::new();
    for entry in entries {
        kept.extend(tiler.push(Hash::of_entry(entry).unwrap()).unwrap());
    }
    kept.extend(tiler.rest());
    for tile in Tile::all(entries.len() as u64) {
        if tile.level == Level::Entries {
            let from = usize::try_from(tile.index * TILE_WIDTH).unwrap();
            let these = &entries[from..from + usize::from(tile.width)];
            kept.insert(tile, bundle::write(these).unwrap());
        }
    }
    kept
}

fn root(entries: &[Vec<u8>]) -> Hash {
    let mut edge = Frontier::new();
    for entry in entries {
        edge.append(entry).unwrap();
    }
    edge.root()
}

fn checkpoint(entries: &[Vec<u8>]) -> Checkpoint {
    Checkpoint {
        origin: Origin::without_host("main-unit").unwrap(),
        size: entries.len() as u64,
        root: root(entries),
    }
}

fn plain(path: &[Hash]) -> Vec<[u8; 32]> {
    path.iter().map(|hash| *hash.as_bytes()).collect()
}

#[test]
fn the_edge_has_the_root_of_the_slow_tree_at_every_size() {
    let entries = entries(600);
    let mut edge = Frontier::new();
    for (before, entry) in entries.iter().enumerate() {
        assert_eq!(*edge.root().as_bytes(), slow::root(&entries[..before]));
        edge.append(entry).unwrap();
    }
}

#[test]
fn the_root_at_any_earlier_size_is_read_from_the_tiles() {
    let entries = entries(600);
    let kept = kept(&entries);
    let read = |tile: Tile| kept.get(&tile).cloned();
    let tree = Tree::new(&read, 600).unwrap();
    for size in 0..=600 {
        let root = tree.root_at(size as u64).unwrap();
        assert_eq!(*root.as_bytes(), slow::root(&entries[..size]), "{size}");
    }
    assert_eq!(
        tree.root_at(601),
        Err(LedgerError::NoSuchEntry {
            index: 600,
            size: 600
        })
    );
}

#[test]
fn every_proof_of_a_small_log_is_the_one_of_the_standard_and_holds() {
    let all = entries(40);
    for size in 1..=all.len() {
        let entries = &all[..size];
        let kept = kept(entries);
        let read = |tile: Tile| kept.get(&tile).cloned();
        let tree = Tree::new(&read, size as u64).unwrap();
        let end = root(entries);
        for index in 0..size {
            let proof = tree.inclusion(index as u64, size as u64).unwrap();
            assert_eq!(plain(&proof.path), slow::path(index, entries));
            let leaf = Hash::of_entry(&entries[index]).unwrap();
            assert_eq!(proof.verify(leaf, end), Ok(()));
        }
        for from in 1..=size {
            let proof = tree.consistency(from as u64, size as u64).unwrap();
            assert_eq!(plain(&proof.path), slow::proof(from, entries, true));
            assert_eq!(proof.verify(root(&entries[..from]), end), Ok(()));
        }
        let from_nothing = tree.consistency(0, size as u64).unwrap();
        assert_eq!(from_nothing.verify(Hash::empty(), end), Ok(()));
    }
}

#[test]
fn a_log_across_many_tiles_proves_its_entries() {
    let entries = entries(66_000);
    let kept = kept(&entries);
    let read = |tile: Tile| kept.get(&tile).cloned();
    let tree = Tree::new(&read, 66_000).unwrap();
    let end = root(&entries);
    for index in [0, 255, 256, 65_535, 65_536, 65_999] {
        let proof = tree.inclusion(index, 66_000).unwrap();
        let leaf = Hash::of_entry(&entries[usize::try_from(index).unwrap()]).unwrap();
        assert_eq!(proof.verify(leaf, end), Ok(()), "{index}");
    }
    for from in [1_usize, 255, 256, 257, 65_535, 65_536, 65_537, 66_000] {
        let proof = tree.consistency(from as u64, 66_000).unwrap();
        assert_eq!(proof.verify(root(&entries[..from]), end), Ok(()), "{from}");
    }
    assert_eq!(verify_whole(&read, &checkpoint(&entries)), Ok(()));
}

#[test]
fn an_entry_past_the_end_has_no_proof() {
    let kept = kept(&entries(7));
    let read = |tile: Tile| kept.get(&tile).cloned();
    let tree = Tree::new(&read, 7).unwrap();
    assert_eq!(
        tree.inclusion(7, 7),
        Err(LedgerError::NoSuchEntry { index: 7, size: 7 })
    );
    assert!(tree.inclusion(0, 8).is_err());
    assert!(tree.consistency(5, 4).is_err());
    assert_eq!(
        Tree::new(&read, u64::MAX).err(),
        Some(LedgerError::TooMany(u64::MAX))
    );
}

#[test]
fn every_flipped_byte_of_tiles_and_bundles_is_found_and_named() {
    let entries = entries(300);
    let good = kept(&entries);
    let checkpoint = checkpoint(&entries);
    for tile in good.keys() {
        for place in 0..good[tile].len() {
            let mut changed = good.clone();
            changed.get_mut(tile).unwrap()[place] ^= 0x10;
            let read = |tile: Tile| changed.get(&tile).cloned();
            assert_eq!(
                verify_whole(&read, &checkpoint),
                Err(LedgerError::WrongTile(tile.to_string())),
                "byte {place}"
            );
        }
    }
}

#[test]
fn a_missing_cut_or_lengthened_tile_is_named() {
    let entries = entries(300);
    let good = kept(&entries);
    let checkpoint = checkpoint(&entries);
    for tile in good.keys() {
        let without = |asked: Tile| good.get(&asked).filter(|_| asked != *tile).cloned();
        assert_eq!(
            verify_whole(&without, &checkpoint),
            Err(LedgerError::Missing(tile.to_string()))
        );
        let (mut short, mut long) = (good.clone(), good.clone());
        short.get_mut(tile).unwrap().pop();
        long.get_mut(tile).unwrap().push(0);
        for changed in [short, long] {
            let read = |tile: Tile| changed.get(&tile).cloned();
            assert_eq!(
                verify_whole(&read, &checkpoint),
                Err(LedgerError::WrongTile(tile.to_string()))
            );
        }
    }
}

#[test]
fn a_log_rewritten_as_a_whole_does_not_lead_to_the_old_checkpoint() {
    let mut rewritten = entries(300);
    let checkpoint = checkpoint(&rewritten);
    rewritten[120] = b"the weapon was cold".to_vec();
    let kept = kept(&rewritten);
    let read = |tile: Tile| kept.get(&tile).cloned();
    assert_eq!(
        verify_whole(&read, &checkpoint),
        Err(LedgerError::ProofFails)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_proof_with_any_byte_changed_or_hash_left_out_fails(
        size in 2_usize..700, pick in any::<u64>(), place in any::<usize>(), bit in 0_u8..8
    ) {
        let entries = entries(size);
        let kept = kept(&entries);
        let read = |tile: Tile| kept.get(&tile).cloned();
        let size = size as u64;
        let tree = Tree::new(&read, size).unwrap();
        let end = root(&entries);
        let index = pick % size;
        let leaf = Hash::of_entry(&entries[usize::try_from(index).unwrap()]).unwrap();

        let good = tree.inclusion(index, size).unwrap();
        prop_assert_eq!(good.verify(leaf, end), Ok(()));
        let mut changed = good.clone();
        flip(&mut changed.path, place, bit);
        prop_assert!(changed.verify(leaf, end).is_err());
        let mut short = good.clone();
        short.path.pop();
        prop_assert!(short.verify(leaf, end).is_err());
        let mut long = good.clone();
        long.path.push(end);
        prop_assert!(long.verify(leaf, end).is_err());
        let mut moved = good.clone();
        moved.index = (index + 1) % size;
        prop_assert!(moved.verify(leaf, end).is_err());

        let from = pick % (size - 1) + 1;
        let start = root(&entries[..usize::try_from(from).unwrap()]);
        let good = tree.consistency(from, size).unwrap();
        prop_assert_eq!(good.verify(start, end), Ok(()));
        prop_assert!(good.verify(leaf, end).is_err() || from == 1 && index == 0);
        let mut changed = good.clone();
        flip(&mut changed.path, place, bit);
        prop_assert!(changed.verify(start, end).is_err());
        let mut short = good.clone();
        short.path.pop();
        prop_assert!(short.verify(start, end).is_err());
    }

    #[test]
    fn no_claim_of_a_stranger_makes_a_check_fall_over(
        index in any::<u64>(), size in any::<u64>(), bytes in any::<[u8; 32]>(), length in 0_usize..70
    ) {
        let hash = Hash::from_bytes(bytes);
        let path = vec![hash; length];
        let inclusion = ledger::Inclusion { index, size, path: path.clone() };
        prop_assert!(inclusion.verify(hash, Hash::empty()).is_err());
        let consistency = ledger::Consistency { from: index, to: size, path };
        prop_assert!(consistency.verify(hash, Hash::empty()).is_err());
    }
}

fn flip(path: &mut [Hash], place: usize, bit: u8) {
    let hash = place % path.len();
    let mut bytes = *path[hash].as_bytes();
    bytes[place / path.len() % 32] ^= 1 << bit;
    path[hash] = Hash::from_bytes(bytes);
}
