//! The growing edge of a tree: all that is needed to append and to know the root.

use crate::hash::HASH_SIZE;
use crate::{Hash, LedgerError, MAX_ENTRIES};

/// The roots of the full subtrees of a log, the largest first: at most 40 hashes.
/// Appending costs about one hash for the entry and one for a node, and needs no older hash.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The edge of a log without entries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Entries so far.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds an entry and answers its hash.
    ///
    /// # Errors
    /// When the entry is too large or the log is full; the edge is then as it was.
    pub fn append(&mut self, entry: &[u8]) -> Result<Hash, LedgerError> {
        let leaf = Hash::of_entry(entry)?;
        self.push(leaf)?;
        Ok(leaf)
    }

    /// Adds the hash of an entry.
    ///
    /// # Errors
    /// When the log is full; the edge is then as it was.
    pub fn push(&mut self, leaf: Hash) -> Result<(), LedgerError> {
        if self.size >= MAX_ENTRIES {
            return Err(LedgerError::TooMany(self.size.saturating_add(1)));
        }
        let mut hash = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = Hash::of_node(left, hash);
            }
        }
        self.peaks.push(hash);
        self.size += 1;
        Ok(())
    }

    /// The root of the tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        match peaks.next() {
            None => Hash::empty(),
            Some(last) => peaks.fold(*last, |right, left| Hash::of_node(*left, right)),
        }
    }

    /// The edge as bytes: the size in 8 bytes, then the hashes, the largest subtree first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.size.to_be_bytes().to_vec();
        for peak in &self.peaks {
            bytes.extend_from_slice(peak.as_bytes());
        }
        bytes
    }

    /// Reads what [`Frontier::to_bytes`] wrote. Compare the root with a checkpoint before use.
    ///
    /// # Errors
    /// When the bytes are not of that form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LedgerError> {
        let (size, rest) = bytes.split_first_chunk().ok_or(LedgerError::NotAFrontier)?;
        let size = u64::from_be_bytes(*size);
        let (peaks, rest) = rest.as_chunks::<HASH_SIZE>();
        let right = size <= MAX_ENTRIES
            && rest.is_empty()
            && u32::try_from(peaks.len()) == Ok(size.count_ones());
        if !right {
            return Err(LedgerError::NotAFrontier);
        }
        let peaks = peaks.iter().map(|peak| Hash::from_bytes(*peak)).collect();
        Ok(Self { size, peaks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grown(entries: u64) -> Frontier {
        let mut edge = Frontier::new();
        for number in 0..entries {
            edge.append(&number.to_be_bytes()).unwrap();
        }
        edge
    }

    #[test]
    fn an_empty_log_has_the_root_of_nothing() {
        assert_eq!(
            Frontier::new().root().to_string(),
            "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }

    #[test]
    fn the_edge_stays_small_however_long_the_log() {
        let edge = grown(1_023);
        assert_eq!(edge.peaks.len(), 10);
        assert_eq!(edge.to_bytes().len(), 8 + 10 * 32);
        assert_eq!(grown(1_024).peaks.len(), 1);
    }

    #[test]
    fn the_edge_reads_back_and_grows_on_as_if_never_put_away() {
        let mut kept = Frontier::from_bytes(&grown(77).to_bytes()).unwrap();
        kept.append(&77_u64.to_be_bytes()).unwrap();
        assert_eq!(kept, grown(78));
    }

    #[test]
    fn bytes_that_are_no_edge_are_refused() {
        let mut bytes = grown(3).to_bytes();
        assert!(Frontier::from_bytes(&bytes).is_ok());
        bytes.push(0);
        assert_eq!(Frontier::from_bytes(&bytes), Err(LedgerError::NotAFrontier));
        bytes.truncate(8 + 32);
        assert_eq!(Frontier::from_bytes(&bytes), Err(LedgerError::NotAFrontier));
        assert_eq!(Frontier::from_bytes(b""), Err(LedgerError::NotAFrontier));
        assert_eq!(
            Frontier::from_bytes(&[255; 8 + 64 * 32]),
            Err(LedgerError::NotAFrontier)
        );
    }

    #[test]
    fn a_full_log_takes_no_more() {
        let mut bytes = MAX_ENTRIES.to_be_bytes().to_vec();
        bytes.extend_from_slice(&[7; 32]);
        let mut edge = Frontier::from_bytes(&bytes).unwrap();
        let before = edge.clone();
        assert_eq!(
            edge.append(b"one more"),
            Err(LedgerError::TooMany(MAX_ENTRIES + 1))
        );
        assert_eq!(edge, before);
    }
}
