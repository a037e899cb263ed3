//! A ZIP of files as they are: any system opens it, and the same files make the same bytes.

use std::io::{self, Write};

/// Names are UTF-8.
const UTF_8: u16 = 0x0800;
/// The version that reads it.
const VERSION: u16 = 20;
/// 1 January 1980: when a file was made says nothing here.
const DAY: u16 = 0x0021;

/// A ZIP that is being written.
pub struct Zip<W> {
    to: W,
    at: u64,
    list: Vec<u8>,
    files: u16,
}

impl<W: Write> Zip<W> {
    /// One without files.
    pub fn new(to: W) -> Self {
        Self {
            to,
            at: 0,
            list: Vec::new(),
            files: 0,
        }
    }

    /// Adds a file.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let (begins, size) = (small(self.at)?, small(bytes.len() as u64)?);
        let length = u16::try_from(name.len()).map_err(|_| too_large())?;
        self.files = self.files.checked_add(1).ok_or_else(too_large)?;
        let mut about = Vec::new();
        for part in [VERSION, UTF_8, 0, 0, DAY] {
            about.extend(part.to_le_bytes());
        }
        for part in [sum(bytes), size, size] {
            about.extend(part.to_le_bytes());
        }
        for part in [length, 0] {
            about.extend(part.to_le_bytes());
        }
        self.put(b"PK\x03\x04")?;
        self.put(&about)?;
        self.put(name.as_bytes())?;
        self.put(bytes)?;
        self.list.extend(b"PK\x01\x02");
        self.list.extend(VERSION.to_le_bytes());
        self.list.extend(about);
        // No comment, on this part, of no kind, with no rights of its own.
        self.list.extend([0; 10]);
        self.list.extend(begins.to_le_bytes());
        self.list.extend(name.as_bytes());
        Ok(())
    }

    /// Ends it with the list of its files.
    pub fn end(mut self) -> io::Result<W> {
        let (begins, list) = (small(self.at)?, std::mem::take(&mut self.list));
        let size = small(list.len() as u64)?;
        self.put(&list)?;
        self.put(b"PK\x05\x06\0\0\0\0")?;
        let files = self.files.to_le_bytes();
        self.put(&[files, files].concat())?;
        self.put(&[size.to_le_bytes(), begins.to_le_bytes()].concat())?;
        self.put(&[0, 0])?;
        Ok(self.to)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at = self.at.saturating_add(bytes.len() as u64);
        self.to.write_all(bytes)
    }
}

fn small(size: u64) -> io::Result<u32> {
    u32::try_from(size).map_err(|_| too_large())
}

fn too_large() -> io::Error {
    io::Error::other(
        "a ZIP holds 4 GiB and 65,535 files; proofhouse export writes a folder instead",
    )
}

/// CRC-32, as ZIP has it.
fn sum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| turned(sum));
    !bytes.iter().fold(!0, step)
}

fn turned(sum: u32) -> u32 {
    match sum & 1 {
        0 => sum >> 1,
        _ => sum >> 1 ^ 0xEDB8_8320,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_the_one_that_others_make() {
        assert_eq!(sum(b"123456789"), 0xCBF4_3926);
        assert_eq!(sum(b""), 0);
    }

    #[test]
    fn two_files_are_laid_out_byte_for_byte() {
        let mut zip = Zip::new(Vec::new());
        zip.file("a", b"one").unwrap();
        zip.file("p/b", b"").unwrap();
        let bytes = zip.end().unwrap();
        let (first, second) = (30 + 1 + 3, 30 + 3);
        let (list, names) = (46 * 2, 1 + 3);
        assert_eq!(bytes.len(), first + second + list + names + 22);
        assert!(bytes.starts_with(b"PK\x03\x04\x14\0\0\x08\0\0\0\0\x21\0"));
        assert_eq!(&bytes[30..34], b"aone");
        assert_eq!(&bytes[first..first + 4], b"PK\x03\x04");
        let end = bytes.len() - 22;
        assert_eq!(&bytes[end..end + 12], b"PK\x05\x06\0\0\0\0\x02\0\x02\0");
        assert_eq!(bytes[end + 16..end + 20], 67_u32.to_le_bytes());
        // The second name in the list says where its file begins.
        assert_eq!(bytes[end - 7..end - 3], 34_u32.to_le_bytes());
    }
}
