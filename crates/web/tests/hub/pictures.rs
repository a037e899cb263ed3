//! What is taken of a photo: its picture, and nothing of where, when and by whom.

use web::photo::{NotTaken, Photo, media};

const HERE: &[u8] = b"GPS 34.05 N 118.24 W";

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], body].concat()
}

/// Exif with a place in it, taken with the camera turned.
fn exif() -> Vec<u8> {
    let mut body = b"Exif\0\0II\x2A\0\x08\0\0\0\x02\0".to_vec();
    body.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    body.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0");
    body.extend(HERE);
    body
}

fn jpeg() -> Vec<u8> {
    [
        vec![0xFF, 0xD8],
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xE1, &exif()),
        segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", HERE].concat()),
        segment(0xED, HERE),
        segment(0xFE, HERE),
        segment(0xDB, &[1; 65]),
        segment(0xC0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        segment(0xC4, &[0; 20]),
        segment(0xDA, &[1, 1, 0, 0, 63, 0]),
        vec![0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9],
        HERE.to_vec(),
    ]
    .concat()
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], kind, body, &[0; 4]].concat()
}

fn png() -> Vec<u8> {
    let chunks = [
        chunk(b"IHDR", &[0; 13]),
        chunk(b"eXIf", HERE),
        chunk(b"tEXt", HERE),
        chunk(b"IDAT", b"picture"),
        chunk(b"IEND", b""),
        HERE.to_vec(),
    ];
    [BEGINS, &chunks.concat()].concat()
}

const BEGINS: &[u8] = b"\x89PNG\r\n\x1a\n";

fn riff(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    let pad = vec![0; body.len() % 2];
    [&kind[..], &length, body, &pad].concat()
}

fn webp(flags: u8) -> Vec<u8> {
    let chunks = [
        riff(b"VP8X", &[flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        riff(b"ICCP", HERE),
        riff(b"VP8 ", b"picture"),
        riff(b"EXIF", HERE),
        riff(b"XMP ", HERE),
    ];
    riff(b"RIFF", &[b"WEBP", &chunks.concat()[..]].concat())
}

fn says(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

#[test]
fn nothing_of_where_a_photo_was_taken_is_kept() {
    for photo in [jpeg(), png(), webp(0x2C)] {
        assert!(says(&photo, HERE));
        let plain = Photo::plain(&photo).unwrap();
        assert!(!says(&plain.bytes, b"GPS"), "{plain:?}");
        assert_eq!(media(&plain.bytes), Some(plain.media));
        assert_eq!(Photo::plain(&plain.bytes).unwrap(), plain, "once more");
    }
}

#[test]
fn the_picture_stays_and_which_side_is_up() {
    let plain = Photo::plain(&jpeg()).unwrap().bytes;
    assert!(says(
        &plain,
        &[0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]
    ));
    assert!(
        says(&plain, b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"),
        "turned"
    );
    assert!(!says(&plain, b"\x25\x88"), "and no way to a place");
    assert!(says(&Photo::plain(&png()).unwrap().bytes, b"IDATpicture"));
    let plain = Photo::plain(&webp(0x3C)).unwrap().bytes;
    assert!(
        says(&plain, b"VP8X\x0A\0\0\0\x10"),
        "transparent, and nothing more"
    );
}

#[test]
fn what_breaks_off_or_is_something_else_is_no_photo() {
    for photo in [jpeg(), png(), webp(0)] {
        let whole = Photo::plain(&photo).unwrap().bytes;
        for end in 12..whole.len() {
            assert_eq!(Photo::plain(&whole[..end]), Err(NotTaken::Broken), "{end}");
        }
    }
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>";
    for other in [
        &b""[..],
        b"GIF89a",
        svg,
        b"%PDF-1.7",
        b"\xFF\xD8",
        b"RIFF1234WAVE",
    ] {
        assert_eq!(Photo::plain(other), Err(NotTaken::Kind), "{other:?}");
    }
    assert_eq!(Photo::plain(&webp(0x02)), Err(NotTaken::Broken), "it moves");
}
