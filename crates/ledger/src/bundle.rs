//! Up to 256 entries in one piece, each after its length in 16 bits (C2SP `tlog-tiles`).

use crate::{LedgerError, TILE_WIDTH};

/// The most bytes of one entry. The format ends at 65,535; the rest is left for what comes later.
pub const MAX_ENTRY: usize = 60_000;

/// Writes entries as one bundle.
///
/// # Errors
/// When there are more than 256, or one is too large.
pub fn write<E: AsRef<[u8]>>(entries: &[E]) -> Result<Vec<u8>, LedgerError> {
    if entries.len() as u64 > TILE_WIDTH {
        return Err(LedgerError::NotABundle("it has more than 256 entries"));
    }
    let mut bytes = Vec::new();
    for entry in entries {
        let entry = entry.as_ref();
        let length = u16::try_from(entry.len())
            .ok()
            .filter(|_| entry.len() <= MAX_ENTRY)
            .ok_or(LedgerError::TooLarge(entry.len()))?;
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(entry);
    }
    Ok(bytes)
}

/// Reads a bundle that must hold exactly `width` entries.
///
/// # Errors
/// When it ends early, goes on after the last entry, or holds one that is too large.
pub fn read(bytes: &[u8], width: u16) -> Result<Vec<&[u8]>, LedgerError> {
    let mut entries = Vec::new();
    let mut rest = bytes;
    for _ in 0..width {
        let ends = LedgerError::NotABundle("it ends early");
        let (length, after) = rest.split_first_chunk().ok_or(ends.clone())?;
        let length = usize::from(u16::from_be_bytes(*length));
        if length > MAX_ENTRY {
            return Err(LedgerError::TooLarge(length));
        }
        let (entry, after) = after.split_at_checked(length).ok_or(ends)?;
        entries.push(entry);
        rest = after;
    }
    match rest {
        [] => Ok(entries),
        _ => Err(LedgerError::NotABundle("it goes on after its last entry")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_read_back_as_they_were_written() {
        let entries: [&[u8]; 3] = [b"first", b"", b"third"];
        let bytes = write(&entries).unwrap();
        assert_eq!(bytes, b"\0\x05first\0\0\0\x05third");
        assert_eq!(read(&bytes, 3).unwrap(), entries);
    }

    #[test]
    fn a_bundle_of_another_length_is_refused() {
        let bytes = write(&["first", "second"]).unwrap();
        assert_eq!(
            read(&bytes, 1),
            Err(LedgerError::NotABundle("it goes on after its last entry"))
        );
        for end in 0..bytes.len() {
            assert_eq!(
                read(&bytes[..end], 2),
                Err(LedgerError::NotABundle("it ends early"))
            );
        }
    }

    #[test]
    fn the_largest_entry_fits_and_one_byte_more_does_not() {
        let bytes = write(&[vec![1; 60_000]]).unwrap();
        assert_eq!(read(&bytes, 1).unwrap(), [vec![1; 60_000]]);
        assert_eq!(
            write(&[vec![1; 60_001]]),
            Err(LedgerError::TooLarge(60_001))
        );
        let mut long = 60_001_u16.to_be_bytes().to_vec();
        long.resize(2 + 60_001, 1);
        assert_eq!(read(&long, 1), Err(LedgerError::TooLarge(60_001)));
    }

    #[test]
    fn the_257th_entry_needs_the_next_bundle() {
        assert!(write(&vec!["x"; 256]).is_ok());
        assert!(write(&vec!["x"; 257]).is_err());
    }
}
