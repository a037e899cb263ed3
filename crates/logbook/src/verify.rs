//! Whether a record is what its log has signed: every entry, every tile, the checkpoint.
//!
//! Reading and hashing entries ([`read`]) takes nearly all of the work and may run on many threads;
//! what they read is then handed to [`Check`] in order.

use std::fmt;

use ledger::{Checkpoint, Frontier, Hash, Level, TILE_WIDTH, Tile, Tiler, Tiles, Tree, Verifier};
use serde::Serialize;

use crate::entry::{Entry, EntryError, Founding};

/// Where something is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The entry with this number.
    Entry(u64),
    /// The tile or bundle at this path.
    Tile(String),
    /// The checkpoint.
    Checkpoint,
    /// The earlier checkpoint.
    Earlier,
    /// The books with this digest.
    Books(String),
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Wrong {
    /// Where.
    pub place: Place,
    /// What.
    pub says: String,
}

impl Wrong {
    /// Something wrong with an entry.
    pub fn entry(seq: u64, says: impl Into<String>) -> Self {
        Self::at(Place::Entry(seq), says)
    }

    /// Something wrong somewhere.
    pub fn at(place: Place, says: impl Into<String>) -> Self {
        let says = says.into();
        Self { place, says }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Entry(seq) => write!(f, "entry {seq}: ")?,
            Place::Tile(path) => write!(f, "{path}: ")?,
            Place::Checkpoint => write!(f, "checkpoint: ")?,
            Place::Earlier => write!(f, "earlier checkpoint: ")?,
            Place::Books(digest) => write!(f, "books {digest}: ")?,
        }
        f.write_str(&self.says)
    }
}

/// What a record is held against.
#[derive(Clone, Copy)]
pub struct Against<'a> {
    /// The signed checkpoint.
    pub checkpoint: &'a [u8],
    /// The key of the log, from somebody who is trusted.
    pub verifier: &'a Verifier,
    /// A checkpoint from before: of a witness, printed, or kept by somebody.
    pub earlier: Option<&'a [u8]>,
    /// The tiles, where there are any: with them each wrong entry is named.
    pub tiles: Option<&'a dyn Tiles>,
}

/// What stands in a place of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf {
    /// Entry 0.
    Founding(Box<Founding>),
    /// Any other.
    Entry(Box<Entry>),
}

/// An entry, read and hashed.
#[derive(Debug, Clone)]
pub struct Read {
    /// Its hash; none where it is too large for a log.
    pub hash: Option<Hash>,
    /// What it is, or why it is nothing.
    pub leaf: Result<Leaf, String>,
}

/// Reads and hashes entries that stand together, the first of them at `first`. Any thread may do so.
pub fn read<B: AsRef<[u8]>>(first: u64, entries: &[B]) -> Vec<Read> {
    let numbered = (first..).zip(entries);
    numbered
        .map(|(seq, bytes)| one(seq, bytes.as_ref()))
        .collect()
}

fn one(seq: u64, bytes: &[u8]) -> Read {
    let told = |wrong: EntryError| wrong.to_string();
    let leaf = match seq {
        0 => Founding::from_bytes(bytes)
            .map(|it| Leaf::Founding(Box::new(it)))
            .map_err(told),
        _ => Entry::from_bytes(bytes)
            .map(|it| Leaf::Entry(Box::new(it)))
            .map_err(told),
    };
    let says = |leaf: &Leaf| match leaf {
        Leaf::Founding(founding) => founding.seq,
        Leaf::Entry(entry) => entry.seq,
    };
    let leaf = leaf.and_then(|leaf| match says(&leaf) == seq {
        true => Ok(leaf),
        false => Err(format!("it says that it is entry {}", says(&leaf))),
    });
    Read {
        hash: Hash::of_entry(bytes).ok(),
        leaf,
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
    /// The name of the log, as its checkpoint says.
    pub origin: String,
    /// Entries that were read.
    pub entries: u64,
    /// Names of others whose signatures stand on the checkpoint; none of these was checked.
    pub others: Vec<String>,
    /// An earlier checkpoint was there to compare with: only then a tail that was cut off is found.
    pub against_earlier: bool,
    /// All that is wrong; nothing, where the record is what was signed.
    pub wrong: Vec<Wrong>,
}

impl Verified {
    /// The record is what was signed.
    pub fn holds(&self) -> bool {
        self.wrong.is_empty()
    }
}

/// Takes what was read in order, and holds the whole against a checkpoint.
pub struct Check<'a> {
    against: Against<'a>,
    signed: Option<Checkpoint>,
    earlier: Option<Checkpoint>,
    others: Vec<String>,
    tiler: Tiler,
    at_earlier: Option<Hash>,
    /// The tile of hashes beside the entries that are being read.
    beside: Vec<u8>,
    /// Entries whose hash is not the one in their tile.
    unlike: Vec<u64>,
    wrong_tiles: Vec<String>,
    wrong: Vec<Wrong>,
}

impl<'a> Check<'a> {
    /// A check against a checkpoint.
    pub fn new(against: Against<'a>) -> Self {
        let mut wrong = Vec::new();
        let mut open = |bytes: &[u8], place: Place| {
            let opened = Checkpoint::open(bytes, against.verifier);
            let fault = |fault| wrong.push(Wrong::at(place, format!("{fault}")));
            opened.map_err(fault).ok()
        };
        let signed = open(against.checkpoint, Place::Checkpoint);
        let earlier = against.earlier.and_then(|it| open(it, Place::Earlier));
        let mut check = Self {
            against,
            others: signed.as_ref().map_or(Vec::new(), |it| it.others.clone()),
            signed: signed.map(|it| it.checkpoint),
            earlier: earlier.map(|it| it.checkpoint),
            tiler: Tiler::new(),
            at_earlier: None,
            beside: Vec::new(),
            unlike: Vec::new(),
            wrong_tiles: Vec::new(),
            wrong,
        };
        check.reach();
        check
    }

    /// Takes the next entry.
    pub fn push(&mut self, read: &Read) {
        let seq = self.tiler.frontier().size();
        match &read.leaf {
            Err(why) => self.wrong.push(Wrong::entry(seq, why.clone())),
            Ok(Leaf::Founding(founding)) => self.founding(founding),
            Ok(Leaf::Entry(_)) => {}
        }
        let Some(hash) = read.hash else {
            let says = "it has more bytes than a log takes";
            self.wrong.push(Wrong::entry(seq, says));
            return;
        };
        self.compare(seq, hash);
        match self.tiler.push(hash) {
            Ok(full) => full.iter().for_each(|(tile, bytes)| self.tile(*tile, bytes)),
            Err(fault) => self.wrong.push(Wrong::entry(seq, fault.to_string())),
        }
        self.reach();
    }

    /// Everything was read.
    pub fn finish(mut self) -> Verified {
        let rest = self.tiler.rest();
        rest.iter().for_each(|(tile, bytes)| self.tile(*tile, bytes));
        let frontier = self.tiler.frontier().clone();
        if let Some(signed) = self.signed.clone() {
            self.whole(&signed, &frontier);
        }
        if let Some(earlier) = self.earlier.clone() {
            self.grown(&earlier);
        }
        self.wrong.sort();
        self.wrong.dedup();
        let origin = self.signed.as_ref().map(|it| it.origin.to_string());
        Verified {
            origin: origin.unwrap_or_default(),
            entries: frontier.size(),
            others: self.others,
            against_earlier: self.earlier.is_some(),
            wrong: self.wrong,
        }
    }

    fn founding(&mut self, founding: &Founding) {
        let verifier = self.against.verifier;
        if founding.origin != verifier.origin().as_str() {
            let says = format!("it founds the log {}", founding.origin);
            self.wrong.push(Wrong::entry(0, says));
        }
        if founding.key.as_ref().is_some_and(|key| *key != verifier.to_string()) {
            let says = "it names another key than the one given";
            self.wrong.push(Wrong::entry(0, says));
        }
    }

    /// Remembers the root where the earlier checkpoint stands.
    fn reach(&mut self) {
        let frontier = self.tiler.frontier();
        if self.earlier.as_ref().is_some_and(|it| it.size == frontier.size()) {
            self.at_earlier = Some(frontier.root());
        }
    }

    /// Holds the hash of an entry against its tile.
    fn compare(&mut self, seq: u64, hash: Hash) {
        let (Some(tiles), Some(signed)) = (self.against.tiles, &self.signed) else {
            return;
        };
        if seq % TILE_WIDTH == 0 {
            let tile = Tile::in_log(Level::Hashes(0), seq / TILE_WIDTH, signed.size);
            self.beside = tile.and_then(|tile| tiles.tile(tile)).unwrap_or_default();
        }
        let place = usize::try_from(seq % TILE_WIDTH).unwrap_or_default();
        let kept = self.beside.as_chunks::<32>().0.get(place);
        if kept.is_some_and(|kept| kept != hash.as_bytes()) {
            self.unlike.push(seq);
        }
    }

    fn tile(&mut self, tile: Tile, bytes: &[u8]) {
        let Some(tiles) = self.against.tiles else {
            return;
        };
        match tiles.tile(tile) {
            Some(kept) if kept == bytes => {}
            Some(_) => self.wrong_tiles.push(tile.to_string()),
            None => {
                let place = Place::Tile(tile.to_string());
                self.wrong.push(Wrong::at(place, "it is missing"));
            }
        }
    }

    fn whole(&mut self, signed: &Checkpoint, frontier: &Frontier) {
        let read = frontier.size();
        if read < signed.size {
            let says = format!("it is missing: the log has {} entries", signed.size);
            self.wrong.push(Wrong::entry(read, says));
        }
        if read > signed.size {
            let says = format!("nobody signed for it: the log has {} entries", signed.size);
            self.wrong.push(Wrong::entry(signed.size, says));
        }
        if read != signed.size {
            return;
        }
        if frontier.root() == signed.root {
            let tiles = self.wrong_tiles.drain(..).map(|path| {
                Wrong::at(Place::Tile(path), "it is not what the entries make it")
            });
            self.wrong.extend(tiles);
            return;
        }
        match self.tiles_lead_to(signed) && !self.unlike.is_empty() {
            true => {
                let entries = self.unlike.drain(..);
                let says = "it was changed after it was signed";
                self.wrong.extend(entries.map(|seq| Wrong::entry(seq, says)));
            }
            false => {
                let says = "the entries do not lead to it: one of them was changed, or it is of another log";
                self.wrong.push(Wrong::at(Place::Checkpoint, says));
            }
        }
    }

    /// The tiles alone lead to what was signed, so that they may name the entries that do not.
    fn tiles_lead_to(&self, signed: &Checkpoint) -> bool {
        let Some(tiles) = self.against.tiles else {
            return false;
        };
        let tree = Tree::new(tiles, signed.size);
        tree.and_then(|tree| tree.root_at(signed.size))
            .is_ok_and(|root| root == signed.root)
    }

    /// The log only grew since the earlier checkpoint.
    fn grown(&mut self, earlier: &Checkpoint) {
        let says = match self.at_earlier {
            Some(root) if root == earlier.root => return,
            Some(_) => "the log is not the one that it was: an entry before it was changed",
            None => "the log is shorter than it was: its tail was cut off",
        };
        self.wrong.push(Wrong::at(Place::Earlier, says));
    }
}

/// Holds a record against a checkpoint, on this thread.
pub fn verify<B: AsRef<[u8]>>(
    entries: impl IntoIterator<Item = B>,
    against: Against<'_>,
    mut progress: impl FnMut(u64),
) -> Verified {
    let mut check = Check::new(against);
    for (seq, bytes) in (0..).zip(entries) {
        check.push(&one(seq, bytes.as_ref()));
        progress(seq + 1);
    }
    check.finish()
}
