//! JPEG: tables, frames and scans are kept, and which side is up; nothing else.

use super::Bytes;

/// The picture alone; none where it breaks off.
pub fn plain(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut from = Bytes(bytes);
    let mut plain = from.take(2)?.to_vec();
    let (mut turned, mut frame, mut scan) = (false, false, false);
    loop {
        let marker = marker(&mut from)?;
        match marker {
            0xD9 => {
                plain.extend([0xFF, 0xD9]);
                return (frame && scan).then_some(plain);
            }
            0x00 | 0x01 | 0xD0..=0xD8 => return None,
            _ => {}
        }
        let length: [u8; 2] = from.array()?;
        let body = from.take(usize::from(u16::from_be_bytes(length)).checked_sub(2)?)?;
        if let (0xE1, false, Some(turn)) = (marker, turned, exif_turn(body)) {
            plain.extend(turn_alone(turn));
            turned = true;
        }
        if kept(marker, body) {
            plain.extend([0xFF, marker]);
            plain.extend(length);
            plain.extend(body);
        }
        frame |= matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
        if marker == 0xDA {
            scan = true;
            scanned(&mut from, &mut plain)?;
        }
    }
}

/// The next marker. Any number of fill bytes may stand before it.
fn marker(from: &mut Bytes<'_>) -> Option<u8> {
    if from.byte()? != 0xFF {
        return None;
    }
    loop {
        match from.byte()? {
            0xFF => {}
            marker => return Some(marker),
        }
    }
}

/// Frames, tables, scans and restarts; of the applications' own only how colours are meant.
fn kept(marker: u8, body: &[u8]) -> bool {
    match marker {
        0xC0..=0xCF | 0xDA..=0xDF => true,
        0xEE => body.len() == 12 && body.starts_with(b"Adobe"),
        _ => false,
    }
}

/// Copies what stands between the head of a scan and the marker after it.
fn scanned(from: &mut Bytes<'_>, plain: &mut Vec<u8>) -> Option<()> {
    let ends = |pair: &[u8]| matches!(pair, [0xFF, next] if !matches!(next, 0x00 | 0xD0..=0xD7));
    let end = from.0.windows(2).position(ends)?;
    plain.extend(from.take(end)?);
    Some(())
}

/// Which side is up, as a camera writes it: 2 to 8 where it is not the upper one.
fn exif_turn(body: &[u8]) -> Option<u8> {
    let tiff = body.strip_prefix(b"Exif\0\0")?;
    let little = match tiff.get(..4)? {
        [b'I', b'I', 42, 0] => true,
        [b'M', b'M', 0, 42] => false,
        _ => return None,
    };
    let short = |at: usize| {
        let two: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(match little {
            true => u16::from_le_bytes(two),
            false => u16::from_be_bytes(two),
        })
    };
    let four: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = match little {
        true => u32::from_le_bytes(four),
        false => u32::from_be_bytes(four),
    };
    let first = usize::try_from(first).ok()?;
    let count = usize::from(short(first)?);
    let fields =
        (0..count).filter_map(|nth| first.checked_add(2)?.checked_add(nth.checked_mul(12)?));
    let turn = fields
        .filter(|at| short(*at) == Some(0x0112))
        .find_map(|at| short(at.checked_add(8)?));
    turn.and_then(|it| u8::try_from(it).ok())
        .filter(|it| (2..=8).contains(it))
}

/// A segment that says which side is up, and nothing else.
fn turn_alone(turn: u8) -> Vec<u8> {
    let mut segment = vec![0xFF, 0xE1, 0, 34];
    segment.extend(b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    segment.push(turn);
    segment.extend([0; 6]);
    segment
}
