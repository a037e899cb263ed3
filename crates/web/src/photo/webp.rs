//! WebP: the chunks of a still picture are kept; nothing else.

use super::Bytes;

/// In the flags of the extended form: it has transparency. Colours, metadata and movement are gone.
const ALPHA: u8 = 0x10;

/// In the flags of the extended form: it moves.
const MOVES: u8 = 0x02;

/// The picture alone; none where it breaks off or moves.
pub fn plain(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut from = Bytes(bytes);
    from.take(4)?;
    let size: [u8; 4] = from.array()?;
    let inside = from.take(usize::try_from(u32::from_le_bytes(size)).ok()?)?;
    let mut from = Bytes(inside.strip_prefix(b"WEBP")?);
    let (mut chunks, mut picture) = (Vec::new(), false);
    while !from.0.is_empty() {
        let kind: [u8; 4] = from.array()?;
        let length: [u8; 4] = from.array()?;
        let long = usize::try_from(u32::from_le_bytes(length)).ok()?;
        let body = from.take(long)?;
        if long % 2 == 1 {
            from.take(1)?;
        }
        let mut body = body.to_vec();
        match (&kind, body.first_mut()) {
            (b"VP8X", Some(flags)) if *flags & MOVES == 0 => *flags &= ALPHA,
            (b"VP8X", _) => return None,
            (b"VP8 " | b"VP8L", Some(_)) => picture = true,
            (b"ALPH", _) => {}
            _ => continue,
        }
        chunks.extend(kind.iter().chain(&length).chain(&body));
        chunks.extend((long % 2 == 1).then_some(0));
    }
    let whole = u32::try_from(chunks.len().checked_add(4)?).ok()?;
    let mut plain = b"RIFF".to_vec();
    plain.extend(whole.to_le_bytes());
    plain.extend(b"WEBP");
    plain.extend(chunks);
    picture.then_some(plain)
}
