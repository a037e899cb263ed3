//! PNG: the chunks that make the picture are kept; nothing else.

use super::Bytes;

/// How every PNG begins.
pub const BEGINNING: &[u8] = b"\x89PNG\r\n\x1a\n";

const KEPT: [&[u8; 4]; 8] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM",
];

/// The picture alone; none where it breaks off.
pub fn plain(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut from = Bytes(bytes);
    let mut plain = from.take(BEGINNING.len())?.to_vec();
    let mut picture = false;
    loop {
        let length: [u8; 4] = from.array()?;
        let kind: [u8; 4] = from.array()?;
        let body = from.take(usize::try_from(u32::from_be_bytes(length)).ok()?)?;
        let sum: [u8; 4] = from.array()?;
        if plain.len() == BEGINNING.len() && kind != *b"IHDR" {
            return None;
        }
        if KEPT.contains(&&kind) {
            plain.extend(length.iter().chain(&kind).chain(body).chain(&sum));
        }
        picture |= kind == *b"IDAT";
        if kind == *b"IEND" {
            return picture.then_some(plain);
        }
    }
}
