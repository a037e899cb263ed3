//! Photos: what they are is told by their bytes, what they say beside their picture is left out, and
//! each is kept under its hash.

mod jpeg;
mod png;
mod webp;

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

/// The largest photo taken in, in bytes.
pub const MOST: usize = 12 * 1024 * 1024;

/// Keeps photos beside the record, under their hashes.
pub trait Photos: Send + Sync {
    /// Keeps a photo durably. One that is there already stays; true where it was not.
    ///
    /// # Errors
    /// The disk.
    fn keep(&self, hash: &str, bytes: &[u8]) -> std::io::Result<bool>;

    /// The bytes under a hash; none where there are none, or they cannot be read.
    fn read(&self, hash: &str) -> Option<Vec<u8>>;

    /// Lets go of a photo that was not filed.
    ///
    /// # Errors
    /// The disk.
    fn let_go(&self, hash: &str) -> std::io::Result<()>;

    /// Erases a photo that was filed: from here on it is known to be erased, and not missed.
    ///
    /// # Errors
    /// The disk.
    fn erase(&self, hash: &str) -> std::io::Result<()>;

    /// The hashes of those that were erased.
    fn erased(&self) -> BTreeSet<String>;
}

/// A photo that says nothing beside its picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its media type.
    pub media: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why something is not taken as a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// It is no JPEG, PNG or WebP.
    Kind,
    /// It begins as one, and breaks off or goes on wrongly.
    Broken,
}

impl Photo {
    /// Takes bytes as a photo, and leaves out all but the picture: where, when, by what and by whom it
    /// was taken, what is hidden behind its end, and smaller pictures in it. What is not known to be
    /// picture is not kept.
    ///
    /// # Errors
    /// Why they are none.
    pub fn plain(bytes: &[u8]) -> Result<Self, NotTaken> {
        let (media, plain) = match media(bytes) {
            Some(JPEG) => (JPEG, jpeg::plain(bytes)),
            Some(PNG) => (PNG, png::plain(bytes)),
            Some(WEBP) => (WEBP, webp::plain(bytes)),
            _ => return Err(NotTaken::Kind),
        };
        let bytes = plain.ok_or(NotTaken::Broken)?;
        Ok(Self { media, bytes })
    }
}

const JPEG: &str = "image/jpeg";
const PNG: &str = "image/png";
const WEBP: &str = "image/webp";

/// What bytes are, by how they begin.
pub fn media(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(JPEG)
    } else if bytes.starts_with(png::BEGINNING) {
        Some(PNG)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(WEBP)
    } else {
        None
    }
}

/// The hash of a photo: the name it is kept under.
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads forward, and never past the end.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }
}
