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
    file_for("/weapon/hero-one", hub, who, photo)
}

fn file_for(of: &str, hub: &Hub, who: &str, photo: &[u8]) -> Came {
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
    call(hub, &format!("POST {of}/photo"), &head, &body.concat())
}

/// The address of the photo on the page of its weapon.
fn address(hub: &Hub) -> Option<String> {
    address_on("/weapon/hero-one", hub, "armorer")
}

fn address_on(path: &str, hub: &Hub, who: &str) -> Option<String> {
    let page = call(hub, &format!("GET {path}"), &signed_in(who), b"");
    assert_eq!(page.status, 200);
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

#[test]
fn a_scene_shows_the_photo_of_its_assessment_to_everybody_here() {
    let hub = Hub::open();
    let form = call(&hub, "GET /scene/12/photo", &signed_in("first_ad"), b"");
    assert!(form.says(b"The assessment") && form.says(b"action=\"/scene/12/photo\""));
    let told = file_for("/scene/12", &hub, "first_ad", &photo());
    assert_eq!(told.status, 303);
    assert!(
        told.head.contains("location: /scenes#photos-12"),
        "{}",
        told.head
    );
    let address = address_on("/scenes", &hub, "lead").unwrap();
    let came = call(&hub, &format!("GET {address}"), &signed_in("lead"), b"");
    assert!(came.says(b"IDATpicture") && !came.says(HERE));
    for nothing in ["/scene/none/photo", "/lot/b1/photo"] {
        let came = call(&hub, &format!("GET {nothing}"), &signed_in("lead"), b"");
        assert_eq!(came.status, 404, "{nothing}");
    }
    let told = file_for("/scene/none", &hub, "first_ad", &photo());
    assert!(told.says(b"data-answer=\"no\"") && told.says(b"law-5"));
}

#[test]
fn the_photo_of_a_permit_is_seen_by_few() {
    let hub = Hub::open();
    assert_eq!(
        file_for("/person/lead", &hub, "producer", &photo()).status,
        303
    );
    let address = address_on("/person/lead", &hub, "lead").unwrap();
    let seen = |who: &str| call(&hub, &format!("GET {address}"), &signed_in(who), b"").status;
    assert_eq!((seen("lead"), seen("producer")), (200, 200));
    assert_eq!(
        (seen("armorer"), seen("first_ad"), seen("assistant")),
        (404, 404, 404)
    );
    assert_eq!(address_on("/person/lead", &hub, "armorer"), None);
    // What is filed for a weapon too is shown with it.
    assert_eq!(file(&hub, "armorer", &photo()).status, 303);
    assert_eq!(seen("first_ad"), 200);
}

#[test]
fn whoever_it_is_about_erases_the_photo_of_a_permit_and_the_record_keeps_its_sum() {
    let hub = Hub::open();
    let filed = || file_for("/person/lead", &hub, "producer", &photo()).status;
    assert_eq!(filed(), 303);
    let address = address_on("/person/lead", &hub, "lead").unwrap();
    let hash = address.strip_prefix("/photo/").unwrap();
    let erase = |who: &str| {
        let cookie = format!("proofhouse=key-of-{who}");
        let told = hub.form(
            "/person/lead/photo/erase",
            &cookie,
            &format!("photo={hash}"),
        );
        told.status
    };
    assert_eq!((erase("armorer"), erase("nobody")), (403, 401));
    assert_eq!(hub.album.photos(), 1);
    hub.report(
        "armorer",
        serde_json::json!({"report": "near_miss", "what": "a cable"}),
    );
    assert_eq!(
        (erase("lead"), hub.album.photos()),
        (409, 1),
        "an incident is open"
    );
    let hub = Hub::open();
    assert_eq!(
        file_for("/person/lead", &hub, "producer", &photo()).status,
        303
    );
    let erase = |form: &str| {
        let told = hub.form("/person/lead/photo/erase", "proofhouse=key-of-lead", form);
        (told.status, hub.album.photos())
    };
    assert_eq!(erase("photo=00"), (404, 1));
    assert_eq!(erase(&format!("photo={hash}")), (303, 0));
    let page = call(&hub, "GET /person/lead", &signed_in("producer"), b"");
    assert!(page.says(b"Erased. The record keeps its sum"));
    let newest = hub.get("/entries?from=60", Some("lead")).body;
    assert!(newest.contains(hash), "{newest}");
    assert_eq!(
        file_for("/person/lead", &hub, "producer", &photo()).status,
        303
    );
    assert!(
        address_on("/person/lead", &hub, "lead").is_some(),
        "filed anew"
    );
    assert_eq!(file(&hub, "armorer", &photo()).status, 303);
    assert_eq!(
        erase(&format!("photo={hash}")),
        (404, 1),
        "it is a weapon's too"
    );
}
