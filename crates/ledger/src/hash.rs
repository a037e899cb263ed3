//! Hashes of entries and of the nodes above them (RFC 6962, section 2.1).

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::LedgerError;

/// Bytes of one hash.
pub const HASH_SIZE: usize = 32;

/// A SHA-256 hash of an entry, of a node, or of a whole tree.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; HASH_SIZE]);

impl Hash {
    /// The root of a log without entries.
    #[must_use]
    pub fn empty() -> Self {
        Self(Sha256::digest(b"").into())
    }

    /// The hash of one entry.
    ///
    /// # Errors
    /// When the entry is too large for a bundle.
    pub fn of_entry(entry: &[u8]) -> Result<Self, LedgerError> {
        if entry.len() > crate::MAX_ENTRY {
            return Err(LedgerError::TooLarge(entry.len()));
        }
        let mut hasher = Sha256::new();
        hasher.update([0]);
        hasher.update(entry);
        Ok(Self(hasher.finalize().into()))
    }

    /// The hash of the node above two others.
    #[must_use]
    pub fn of_node(left: Self, right: Self) -> Self {
        let mut hasher = Sha256::new();
        hasher.update([1]);
        hasher.update(left.0);
        hasher.update(right.0);
        Self(hasher.finalize().into())
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; HASH_SIZE] {
        &self.0
    }

    /// The hash with these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; HASH_SIZE]) -> Self {
        Self(bytes)
    }

    pub(crate) fn to_outer(self) -> tlog_tiles::Hash {
        tlog_tiles::Hash(self.0)
    }

    pub(crate) fn from_outer(hash: tlog_tiles::Hash) -> Self {
        Self(hash.0)
    }
}

/// In base64, as in a checkpoint.
impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_outer().fmt(f)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Hash {
    type Err = LedgerError;

    fn from_str(text: &str) -> Result<Self, LedgerError> {
        tlog_tiles::Hash::parse_hash(text)
            .map(Self::from_outer)
            .map_err(|_| LedgerError::NotACheckpoint("the root is not 32 bytes in base64"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_back_as_it_was_written() {
        let hash = Hash::of_entry(b"the blade is blunt").unwrap();
        assert_eq!(hash.to_string().parse::<Hash>(), Ok(hash));
        assert!("AAAA".parse::<Hash>().is_err());
    }

    #[test]
    fn the_largest_entry_goes_in_and_one_byte_more_does_not() {
        assert!(Hash::of_entry(&[b'a'; 60_000]).is_ok());
        assert_eq!(
            Hash::of_entry(&[b'a'; 60_001]),
            Err(LedgerError::TooLarge(60_001))
        );
    }

    #[test]
    fn an_entry_never_hashes_like_a_node() {
        let (left, right) = (Hash::empty(), Hash::empty());
        let pair = [left.0, right.0].concat();
        assert_ne!(Hash::of_entry(&pair).unwrap(), Hash::of_node(left, right));
    }
}
