//! That one entry stands in a log, as one text that a stranger checks with the key of the log alone
//! (C2SP tlog-proof).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::{Checkpoint, Hash, Inclusion, LedgerError, Signed, Tile, Tiler, Tree, Verifier};

/// What the text begins with.
const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// No log has more levels.
const MOST_HASHES: usize = 64;

/// Where an entry stands, the hashes beside its way to the root, and who signed that root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// Place of the entry, from 0.
    pub index: u64,
    /// The hashes beside the way, the lowest first.
    pub path: Vec<Hash>,
    /// The signed checkpoint, byte by byte.
    pub checkpoint: Vec<u8>,
}

impl Proven {
    /// The proof with the checkpoint that it leads to.
    #[must_use]
    pub fn new(proof: Inclusion, checkpoint: Vec<u8>) -> Self {
        Self {
            index: proof.index,
            path: proof.path,
            checkpoint,
        }
    }

    /// The text, as it is kept in a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("{HEADER}\nindex {}\n", self.index);
        for hash in &self.path {
            let _ = writeln!(text, "{hash}");
        }
        text.push('\n');
        [text.as_bytes(), &self.checkpoint].concat()
    }

    /// Reads the text. What a log adds for itself is passed over: nobody signed it.
    ///
    /// # Errors
    /// When it is no such text.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LedgerError> {
        let wrong = LedgerError::NotAProof;
        let ends = bytes.windows(2).position(|it| it == b"\n\n");
        let ends = ends.ok_or(wrong("no empty line stands before its checkpoint"))?;
        let (head, rest) = bytes.split_at(ends);
        let head = std::str::from_utf8(head).map_err(|_| wrong("it is no text"))?;
        let mut lines = head.split('\n');
        if lines.next() != Some(HEADER) {
            return Err(wrong("it does not begin with its name"));
        }
        let mut lines = lines.skip_while(|line| line.starts_with("extra "));
        let index = lines.next().and_then(|line| line.strip_prefix("index "));
        let index = index.and_then(|it| it.parse().ok());
        let path = lines.map(str::parse::<Hash>);
        let path: Vec<Hash> = path
            .collect::<Result<_, _>>()
            .map_err(|_| wrong("a line is no hash"))?;
        match path.len() <= MOST_HASHES {
            true => Ok(Self {
                index: index.ok_or(wrong("it names no entry"))?,
                path,
                checkpoint: rest.iter().skip(2).copied().collect(),
            }),
            false => Err(wrong("it has more hashes than any log has levels")),
        }
    }

    /// Holds if the log of this key signed a root that this entry stands under.
    ///
    /// # Errors
    /// When it does not.
    pub fn verify(&self, entry: &[u8], verifier: &Verifier) -> Result<Signed, LedgerError> {
        let signed = Checkpoint::open(&self.checkpoint, verifier)?;
        let inclusion = Inclusion {
            index: self.index,
            size: signed.checkpoint.size,
            path: self.path.clone(),
        };
        inclusion.verify(Hash::of_entry(entry)?, signed.checkpoint.root)?;
        Ok(signed)
    }
}

/// Takes the entries of a log in order, and proves each of them.
#[derive(Debug, Default)]
pub struct Prover {
    tiler: Tiler,
    full: BTreeMap<Tile, Vec<u8>>,
}

impl Prover {
    /// Takes the next entry.
    ///
    /// # Errors
    /// When it is too large, or the log is full.
    pub fn push(&mut self, entry: &[u8]) -> Result<(), LedgerError> {
        let cut = self.tiler.push(Hash::of_entry(entry)?)?;
        self.full.extend(cut);
        Ok(())
    }

    /// That an entry stands in the log of all that were taken.
    ///
    /// # Errors
    /// When there is no such entry.
    pub fn inclusion(&self, index: u64) -> Result<Inclusion, LedgerError> {
        let rest: BTreeMap<Tile, Vec<u8>> = self.tiler.rest().into_iter().collect();
        let tiles = |tile: Tile| self.full.get(&tile).or_else(|| rest.get(&tile)).cloned();
        let size = self.tiler.frontier().size();
        Tree::new(&tiles, size)?.inclusion(index, size)
    }
}
