//! The pack that a guest fetches: the record, whole, and a stranger can check it.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
};

use crate::hub::{Hub, done, proofhouse, raw, record, used};

/// The body of what an address answers, as it is.
fn fetched(host: &str, path: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(host).unwrap();
    let text = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(text.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").unwrap();
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    (head, bytes[end + 4..].to_vec())
}

/// Unpacks a ZIP of files as they are.
fn unpacked(zip: &[u8], into: &Path) -> usize {
    let number = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().unwrap()) as usize;
    let short = |at: usize| usize::from(u16::from_le_bytes(zip[at..at + 2].try_into().unwrap()));
    let (mut at, mut files) = (0, 0);
    while &zip[at..at + 4] == b"PK\x03\x04" {
        let (size, name) = (number(at + 22), short(at + 26));
        let begins = at + 30 + name;
        let path = into.join(std::str::from_utf8(&zip[at + 30..begins]).unwrap());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &zip[begins..begins + size]).unwrap();
        (at, files) = (begins + size, files + 1);
    }
    assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
    files
}

fn kept(record: &str) -> usize {
    let files = fs::read_dir(format!("{record}.packs")).unwrap();
    files.count()
}

/// A hub of this record, its place, and the founder signed in there.
fn served(record: &str) -> (Hub, String, String) {
    let mut hub = Hub::start(&["serve", "--record", record, "--listen", "127.0.0.1:0"]);
    let first = hub.line("first ");
    let (place, secret) = first.split_once("/in/").unwrap();
    let place = place.rsplit('/').next().unwrap().to_owned();
    let session = used(&place, secret).unwrap();
    (hub, place, session)
}

#[test]
fn a_guest_fetches_a_pack_that_a_stranger_can_check_until_the_link_ends() {
    let folder = tempfile::tempdir().unwrap();
    let record = record(folder.path());
    let (hub, place, session) = served(&record);
    let place = place.as_str();
    let form = |path: &str, form: &str| {
        let head = format!(
            "{session}Origin: http://{place}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        );
        raw(place, &format!("POST {path}"), &head, form)
    };
    let told = form("/people/guest", "pack=yes&days=1");
    let (_, link) = told.split_once(&format!("http://{place}/guest/")).unwrap();
    let link: String = link.chars().take_while(char::is_ascii_hexdigit).collect();
    assert_eq!(kept(&record), 1);

    let (head, zip) = fetched(place, &format!("/guest/{link}?as=zip"));
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert_eq!(unpacked(&zip, folder.path()), 7);
    let pack = folder.path().join("pack");
    let pack = pack.to_str().unwrap();
    done(&["verify", pack]);
    done(&["audit", pack]);
    let entries = format!("{pack}/entries.jsonl");
    let text = fs::read_to_string(&entries).unwrap();
    fs::write(&entries, text.replacen("main-unit", "main-unix", 1)).unwrap();
    let wrong = proofhouse(&["verify", pack]);
    assert_eq!(wrong.status.code(), Some(1));

    let people = raw(place, "GET /people", &session, "");
    let (_, name) = people.split_once("name=\"name\" value=\"").unwrap();
    let name = name.split('"').next().unwrap();
    form("/people/withdraw", &format!("name={name}"));
    let (head, body) = fetched(place, &format!("/guest/{link}?as=zip"));
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
    assert!(!body.starts_with(b"PK"));
    assert_eq!(kept(&record), 0);

    // What a hub left behind that broke off goes with the next start.
    let left = format!("{record}.packs/{}.zip", "ab".repeat(32));
    fs::write(&left, "PK").unwrap();
    assert_eq!(hub.stop(), Some(0));
    let mut hub = Hub::start(&["serve", "--record", &record, "--listen", "127.0.0.1:0"]);
    hub.line("serving ");
    hub.line("unit");
    assert_eq!((kept(&record), hub.stop()), (0, Some(0)));
}

#[test]
fn one_entry_is_checked_by_its_proof_and_the_key_of_the_log_alone() {
    let folder = tempfile::tempdir().unwrap();
    let record = record(folder.path());
    let (_hub, place, session) = served(&record);
    let place = place.as_str();
    assert!(
        fetched(place, "/entry/0.tlog-proof")
            .0
            .starts_with("HTTP/1.1 401")
    );
    let taken = |name: &str| {
        let told = raw(place, &format!("GET /entry/{name}"), &session, "");
        let (head, body) = told.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        let file = folder.path().join(name);
        fs::write(&file, body).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let stop = raw(
        place,
        "POST /api/v1/units/main-unit/reports",
        "Content-Type: application/json\r\n",
        r#"{"report":"stop","request":"s-1"}"#,
    );
    assert!(stop.starts_with("HTTP/1.1 200"), "{stop}");
    let (entry, proof) = (taken("1.json"), taken("1.tlog-proof"));
    let founded: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(taken("0.json")).unwrap()).unwrap();
    let key = founded["key"].as_str().unwrap();
    let told = done(&["verify", &entry, "--proof", &proof, "--key", key]);
    assert!(told.contains("it is what was signed"), "{told}");

    let text = fs::read_to_string(&entry).unwrap();
    fs::write(&entry, text.replacen("stop", "halt", 1)).unwrap();
    let wrong = proofhouse(&["verify", &entry, "--proof", &proof, "--key", key, "--json"]);
    assert_eq!(wrong.status.code(), Some(1));
    let said: serde_json::Value = serde_json::from_slice(&wrong.stdout).unwrap();
    assert_eq!(said["holds"], false);
    assert_eq!(said["wrong"], "ledger-proof-fails");
    let no_proof = proofhouse(&["verify", &entry, "--proof", &entry, "--key", key]);
    assert_eq!(no_proof.status.code(), Some(2));
    let no_key = proofhouse(&["verify", &entry, "--proof", &proof]);
    assert_eq!(no_key.status.code(), Some(2));
}
