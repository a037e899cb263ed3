//! Proofs that a stranger checks with nothing but a root: an entry stands in a log, and a log only grew.

use tlog_tiles::tlog;

use crate::{Hash, LedgerError, MAX_ENTRIES};

/// That an entry stands at a place in a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inclusion {
    /// Place of the entry, from 0.
    pub index: u64,
    /// Entries of the log.
    pub size: u64,
    /// The hashes beside the way from the entry to the root, the lowest first.
    pub path: Vec<Hash>,
}

impl Inclusion {
    /// Holds if the log with this root has the entry with this hash at this place.
    ///
    /// # Errors
    /// When it does not.
    pub fn verify(&self, leaf: Hash, root: Hash) -> Result<(), LedgerError> {
        let (index, size) = (self.index, self.size);
        if size > MAX_ENTRIES {
            return Err(LedgerError::TooMany(size));
        }
        if index >= size {
            return Err(LedgerError::NoSuchEntry { index, size });
        }
        let path = outer(&self.path);
        tlog::check_record(&path, size, root.to_outer(), index, leaf.to_outer())
            .map_err(|_| LedgerError::ProofFails)
    }
}

/// That a longer log begins with all entries of a shorter one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consistency {
    /// Entries of the shorter log.
    pub from: u64,
    /// Entries of the longer log.
    pub to: u64,
    /// The hashes that lead from the shorter root to the longer one.
    pub path: Vec<Hash>,
}

impl Consistency {
    /// Holds if the log with the root `longer` begins with the log with the root `shorter`.
    ///
    /// # Errors
    /// When it does not.
    pub fn verify(&self, shorter: Hash, longer: Hash) -> Result<(), LedgerError> {
        let (from, to) = (self.from, self.to);
        if to > MAX_ENTRIES {
            return Err(LedgerError::TooMany(to));
        }
        if from == 0 {
            let to_empty = to > 0 || longer == Hash::empty();
            let holds = self.path.is_empty() && shorter == Hash::empty() && to_empty;
            return holds.then_some(()).ok_or(LedgerError::ProofFails);
        }
        let path = outer(&self.path);
        tlog::check_tree(&path, to, longer.to_outer(), from, shorter.to_outer())
            .map_err(|_| LedgerError::ProofFails)
    }
}

fn outer(path: &[Hash]) -> Vec<tlog::Hash> {
    path.iter().map(|hash| hash.to_outer()).collect()
}
