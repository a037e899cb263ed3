//! Photos: filed by whoever may, shown to whoever is signed in, and nothing in them but the picture.

use std::io::{Read, Write};

use crate::set::Hub;

const BOUNDARY: &str = "between-the-parts";
const HERE: &[u8] = b"GPS 34.05 N 118.24 W";

/// A picture that says where it was taken.
fn photo() -> Vec<u8> {
    let chunk = |kind: &[u8; 4], body: &[u8]| {
        let length = u32::try_from(body.len()).unwrap().to_be_bytes();
        [&length[..], kind, body, &[0; 4]].concat()
    };
    let chunks = [
        chunk(b"IHDR", &[0; 13]),
        chunk(b"eXIf", HERE),
        chunk(b"IDAT", b"picture"),
        chunk(b"IEND", b""),
    ];
    [b"\x89PNG\r\n\x1a\n", &chunks.concat()[..]].concat()
}

struct Came {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Came {
    fn says(&self, what: &[u8]) -> bool {
        self.body.windows(what.len()).any(|part| part == what)
    }
}

fn call(hub: &Hub, line: &str, head: &str, body: &[u8]) -> Came {
    let mut stream = hub.line();
    let length = body.len();
    let text = format!(
        "{line} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nContent-Length: {length}\r\n{head}\r\n"
    );
    stream.write_all(text.as_bytes()).unwrap();
    // What is too large may be refused before all of it was sent.
    let _ = stream.write_all(body);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").unwrap();
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    Came {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        body: bytes[end + 4..].to_vec(),
        head,
    }
}

fn signed_in(who: &str) -> String {
    format!(
        "Cookie: proofhouse=key-of-{who}\r\nSec-Fetch-Site: same-origin\r\nAccept: text/html\r\n"
    )
}

fn file(hub: &Hub, who: &str, photo: &[u8]) -> Came {
    let part =
        |about: &str| format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {about}\r\n\r\n");
    let topic = format!("{}photo_of_permit\r\n", part("name=\"topic\""));
    let named = part("name=\"photo\"; filename=\"IMG_0001.HEIC\"");
    let end = format!("\r\n--{BOUNDARY}--\r\n");
    let body = [topic.as_bytes(), named.as_bytes(), photo, end.as_bytes()];
    let head = format!(
        "{}Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n",
        signed_in(who)
    );
    call(hub, "POST /weapon/hero-one/photo", &head, &body.concat())
}

/// The address of the photo on the page of its weapon.
fn address(hub: &Hub) -> Option<String> {
    let page = call(hub, "GET /weapon/hero-one", &signed_in("armorer"), b"");
    let page = String::from_utf8(page.body).unwrap();
    let (_, rest) = page.split_once("src=\"/photo/")?;
    rest.split('"').next().map(|hash| format!("/photo/{hash}"))
}

#[test]
fn a_photo_is_filed_by_its_hash_without_where_it_was_taken() {
    let hub = Hub::open();
    let told = file(&hub, "armorer", &photo());
    assert_eq!(told.status, 303, "{}", String::from_utf8_lossy(&told.body));
    let address = address(&hub).unwrap();
    let came = call(&hub, &format!("GET {address}"), &signed_in("lead"), b"");
    assert_eq!(came.status, 200);
    for line in ["content-type: image/png", "x-content-type-options: nosniff"] {
        assert!(came.head.contains(line), "{}", came.head);
    }
    assert!(came.says(b"IDATpicture") && !came.says(HERE));
    let hash = address.strip_prefix("/photo/").unwrap();
    assert_eq!(web::photo::hash(&came.body), hash);
    let newest = hub.get("/entries?from=60", Some("lead")).body;
    assert!(
        newest.contains(&format!("\"attachments\":[\"{hash}\"]")),
        "{newest}"
    );
}

#[test]
fn nobody_sees_a_photo_who_is_not_signed_in() {
    let hub = Hub::open();
    file(&hub, "armorer", &photo());
    let address = address(&hub).unwrap();
    let came = call(&hub, &format!("GET {address}"), "", b"");
    assert_eq!(came.status, 401);
    assert!(!came.says(b"IDAT"));
    for nothing in ["/photo/00", "/photo/..%2Funit.db", "/photo/xyz"] {
        let came = call(&hub, &format!("GET {nothing}"), &signed_in("lead"), b"");
        assert_eq!(came.status, 404, "{nothing}");
    }
}

#[test]
fn what_is_no_photo_is_told_and_leaves_nothing() {
    let hub = Hub::open();
    let whole = photo();
    let cases: [(&[u8], &[u8]); 4] = [
        (
            b"<svg><script>1</script></svg>",
            b"This is no JPEG, PNG or WebP.",
        ),
        (&whole[..40], b"This photo breaks off or is damaged."),
        (b"", b"Choose a photo."),
        (
            &vec![0; 13 * 1024 * 1024],
            b"This photo is larger than 12 MB.",
        ),
    ];
    for (sent, says) in cases {
        let told = file(&hub, "armorer", sent);
        assert!(told.says(says), "{}", String::from_utf8_lossy(says));
        assert_eq!(told.status, 422);
    }
    assert_eq!(address(&hub), None);
}

#[test]
fn who_may_file_nothing_is_refused_and_the_photo_is_shown_nowhere() {
    let hub = Hub::open();
    let told = file(&hub, "lead", &photo());
    assert!(told.says(b"data-answer=\"no\""));
    assert_eq!((address(&hub), hub.album.photos()), (None, 0));
}

#[test]
fn a_photo_whose_filing_is_refused_is_let_go_of_unless_it_was_filed_before() {
    let hub = Hub::open();
    assert_eq!(file(&hub, "armorer", &photo()).status, 303);
    assert!(file(&hub, "lead", &photo()).says(b"data-answer=\"no\""));
    let address = address(&hub).unwrap();
    let came = call(&hub, &format!("GET {address}"), &signed_in("lead"), b"");
    assert!(came.says(b"IDATpicture"), "{}", came.status);
}
