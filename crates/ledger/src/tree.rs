//! The tree as it is read from tiles: its root at any size, its proofs, and the whole of it checked.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use tlog_tiles::tlog::{self, HashReader};

use crate::hash::HASH_SIZE;
use crate::tiler::{Cut, subtree};
use crate::{
    Checkpoint, Consistency, Hash, Inclusion, LedgerError, Level, MAX_ENTRIES, TILE_WIDTH, Tile,
    Tiler, bundle,
};

/// Wherever tiles and bundles are kept.
pub trait Tiles {
    /// The bytes of a tile or a bundle; none if it is not there.
    fn tile(&self, tile: Tile) -> Option<Vec<u8>>;
}

impl<F: Fn(Tile) -> Option<Vec<u8>>> Tiles for F {
    fn tile(&self, tile: Tile) -> Option<Vec<u8>> {
        self(tile)
    }
}

/// A log of a known size whose tiles can be read. What they say is believed only as far as a proof
/// or a root made from them agrees with a checkpoint.
#[derive(Clone, Copy)]
pub struct Tree<'a> {
    tiles: &'a dyn Tiles,
    size: u64,
}

impl<'a> Tree<'a> {
    /// The tree over the tiles of a log of `size` entries.
    ///
    /// # Errors
    /// When no log can have so many.
    pub fn new(tiles: &'a dyn Tiles, size: u64) -> Result<Self, LedgerError> {
        match size <= MAX_ENTRIES {
            true => Ok(Self { tiles, size }),
            false => Err(LedgerError::TooMany(size)),
        }
    }

    /// The root when the log had `size` entries.
    ///
    /// # Errors
    /// When the log is shorter, or a tile is missing or of a wrong length.
    pub fn root_at(&self, size: u64) -> Result<Hash, LedgerError> {
        self.within(size)?;
        let reader = Reader::new(*self);
        let root = reader.answer(tlog::tree_hash(size, &reader))?;
        Ok(Hash::from_outer(root))
    }

    /// The proof that entry `index` stands in the log of `size` entries.
    ///
    /// # Errors
    /// When there is no such entry, or a tile is missing or wrong.
    pub fn inclusion(&self, index: u64, size: u64) -> Result<Inclusion, LedgerError> {
        self.within(size)?;
        if index >= size {
            return Err(LedgerError::NoSuchEntry { index, size });
        }
        let reader = Reader::new(*self);
        let path = reader.answer(tlog::prove_record(size, index, &reader))?;
        let path = path.into_iter().map(Hash::from_outer).collect();
        Ok(Inclusion { index, size, path })
    }

    /// The proof that the log of `to` entries begins with the log of `from` entries.
    ///
    /// # Errors
    /// When the log is shorter, `from` is above `to`, or a tile is missing or wrong.
    pub fn consistency(&self, from: u64, to: u64) -> Result<Consistency, LedgerError> {
        self.within(to)?;
        if from > to {
            return Err(LedgerError::NoSuchEntry {
                index: from,
                size: to,
            });
        }
        let reader = Reader::new(*self);
        let path = match from {
            0 => Vec::new(),
            _ => reader.answer(tlog::prove_tree(to, from, &reader))?,
        };
        let path = path.into_iter().map(Hash::from_outer).collect();
        Ok(Consistency { from, to, path })
    }

    fn within(&self, size: u64) -> Result<(), LedgerError> {
        match size <= self.size {
            true => Ok(()),
            false => Err(LedgerError::NoSuchEntry {
                index: size.saturating_sub(1),
                size: self.size,
            }),
        }
    }
}

/// Reads every bundle and every tile of the log of a checkpoint, and compares all with its root.
///
/// # Errors
/// The first tile or bundle that is missing or wrong, by its path; or, if the entries and the tiles
/// agree with each other but not with the checkpoint, that the proof fails.
pub fn verify_whole(tiles: &dyn Tiles, checkpoint: &Checkpoint) -> Result<(), LedgerError> {
    let tree = Tree::new(tiles, checkpoint.size)?;
    let mut tiler = Tiler::new();
    let mut wrong: Option<Tile> = None;
    let mut compare = |(tile, bytes): Cut| -> Result<(), LedgerError> {
        let kept = tiles
            .tile(tile)
            .ok_or_else(|| LedgerError::Missing(tile.to_string()))?;
        if kept != bytes && wrong.is_none() {
            wrong = Some(tile);
        }
        Ok(())
    };
    for index in 0.. {
        let Some(tile) = Tile::in_log(Level::Entries, index, checkpoint.size) else {
            break;
        };
        for leaf in leaves(tiles, tile)? {
            tiler.push(leaf)?.into_iter().try_for_each(&mut compare)?;
        }
    }
    tiler.rest().into_iter().try_for_each(&mut compare)?;
    match (tiler.frontier().root() == checkpoint.root, wrong) {
        (true, None) => Ok(()),
        (true, Some(tile)) => Err(LedgerError::WrongTile(tile.to_string())),
        (false, Some(tile)) if tree.root_at(checkpoint.size)? == checkpoint.root => {
            let level = Level::Entries;
            Err(LedgerError::WrongTile(Tile { level, ..tile }.to_string()))
        }
        (false, _) => Err(LedgerError::ProofFails),
    }
}

fn leaves(tiles: &dyn Tiles, tile: Tile) -> Result<Vec<Hash>, LedgerError> {
    let bytes = tiles
        .tile(tile)
        .ok_or_else(|| LedgerError::Missing(tile.to_string()))?;
    let entries =
        bundle::read(&bytes, tile.width).map_err(|_| LedgerError::WrongTile(tile.to_string()))?;
    entries.into_iter().map(Hash::of_entry).collect()
}

/// Answers the questions of `tlog_tiles` from tiles, and keeps what went wrong meanwhile.
struct Reader<'a> {
    tree: Tree<'a>,
    seen: RefCell<BTreeMap<Tile, Rc<Vec<Hash>>>>,
    fault: Cell<Option<LedgerError>>,
}

impl<'a> Reader<'a> {
    fn new(tree: Tree<'a>) -> Self {
        Self {
            tree,
            seen: RefCell::default(),
            fault: Cell::new(None),
        }
    }

    fn answer<T>(&self, outcome: Result<T, tlog::Error>) -> Result<T, LedgerError> {
        outcome.map_err(|_| self.fault.take().unwrap_or(LedgerError::ProofFails))
    }

    /// The hash at `level` and number `n` of the tree, counted in nodes.
    fn node(&self, level: u8, n: u64) -> Result<Hash, LedgerError> {
        let within = level % 8;
        let first = n << within;
        let width = 1_u64 << within;
        let size = self.tree.size;
        let beyond = LedgerError::NoSuchEntry { index: n, size };
        let tile = Tile::in_log(Level::Hashes(level / 8), first / TILE_WIDTH, size)
            .ok_or(beyond.clone())?;
        let from = usize::try_from(first % TILE_WIDTH).map_err(|_| beyond.clone())?;
        let to = usize::try_from(first % TILE_WIDTH + width).map_err(|_| beyond.clone())?;
        let hashes = self.hashes(tile)?;
        hashes.get(from..to).and_then(subtree).ok_or(beyond)
    }

    fn hashes(&self, tile: Tile) -> Result<Rc<Vec<Hash>>, LedgerError> {
        if let Some(seen) = self.seen.borrow().get(&tile) {
            return Ok(Rc::clone(seen));
        }
        let bytes = self
            .tree
            .tiles
            .tile(tile)
            .ok_or_else(|| LedgerError::Missing(tile.to_string()))?;
        let (hashes, rest) = bytes.as_chunks::<HASH_SIZE>();
        if !rest.is_empty() || hashes.len() != usize::from(tile.width) {
            return Err(LedgerError::WrongTile(tile.to_string()));
        }
        let hashes: Vec<Hash> = hashes.iter().map(|it| Hash::from_bytes(*it)).collect();
        let hashes = Rc::new(hashes);
        self.seen.borrow_mut().insert(tile, Rc::clone(&hashes));
        Ok(hashes)
    }
}

impl HashReader for Reader<'_> {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog::Error> {
        let mut hashes = Vec::with_capacity(indexes.len());
        for index in indexes {
            let (level, n) = tlog::split_stored_hash_index(*index);
            match self.node(level, n) {
                Ok(hash) => hashes.push(hash.to_outer()),
                Err(fault) => {
                    self.fault.set(Some(fault));
                    return Err(tlog::Error::IndexesNotInTree);
                }
            }
        }
        Ok(hashes)
    }
}
