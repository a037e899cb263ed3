//! A sum in each row, so that a flipped bit is found when the row is read.

use sha2::{Digest, Sha256};

/// Bytes of a sum: enough against a failing disk. Against people there is the log.
const SIZE: usize = 16;

/// The sum of a row: its table and its columns, each after its length.
pub(crate) fn of(table: &str, columns: &[&[u8]]) -> Vec<u8> {
    let mut hasher = Sha256::new();
    hasher.update(table.as_bytes());
    for column in columns {
        hasher.update((column.len() as u64).to_be_bytes());
        hasher.update(column);
    }
    let mut sum = hasher.finalize().to_vec();
    sum.truncate(SIZE);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_differ_anywhere_have_other_sums() {
        let sum = of("entry", &[b"1", b"checked"]);
        assert_eq!(sum.len(), 16);
        assert_ne!(sum, of("entry", &[b"2", b"checked"]));
        assert_ne!(sum, of("entry", &[b"1c", b"hecked"]));
        assert_ne!(sum, of("meta", &[b"1", b"checked"]));
    }
}
