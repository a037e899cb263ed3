//! The program as it serves, started as its user starts it.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test of the program"
)]

mod catcher;
mod digest;
mod following;
mod hub;
mod packs;
mod photos;
mod secure;
mod units;

use std::{path::Path, process::Output};

use hub::{Hub, call, done, proofhouse, raw, record, used};
use serde_json::Value;

/// Does what a printed curl line does: method, headers and body, to its address.
fn paste(line: &str) -> (u16, Value) {
    let quoted: Vec<&str> = line.split('\'').collect();
    let url = line
        .split(' ')
        .find(|word| word.starts_with("http://"))
        .unwrap();
    let (host, path) = url["http://".len()..].split_once('/').unwrap();
    let (headers, body) = match quoted.as_slice() {
        [_, token, _, kind, _, body, _] => (format!("{token}\r\n{kind}\r\n"), *body),
        _ => panic!("{line}"),
    };
    call(host, &format!("POST /{path}"), &headers, body)
}

#[test]
fn the_demo_prints_an_ask_that_goes_and_one_that_is_refused_with_its_reasons() {
    let mut hub = Hub::start(&["demo", "--listen", "127.0.0.1:0"]);
    let board = hub.line("  armorer ");
    let go = hub.line("curl ");
    let no = hub.line("curl ");
    let audit = hub.line("proofhouse audit ");
    // In either order, and again: the refusal first, then the go, then both once more.
    let refused = |again: bool| {
        let (status, told) = paste(&no);
        assert_eq!(
            (status, &told["told_again"]),
            (409, &Value::Bool(again)),
            "{told}"
        );
        let rules = told["reasons"].as_array().unwrap();
        let who = rules
            .iter()
            .find(|it| it["rule"] == "BASE-WHO-ISSUE")
            .unwrap();
        assert!(!who["source"].as_str().unwrap().is_empty(), "{who}");
        assert!(!who["remedy"].as_str().unwrap().is_empty(), "{who}");
        assert!(
            rules
                .iter()
                .any(|it| it["source"].as_str().unwrap().contains("Labor Code"))
        );
    };
    let went = |again: bool| {
        let (status, told) = paste(&go);
        assert_eq!((status, &told["go"]), (200, &Value::Bool(true)), "{told}");
        assert_eq!(told["told_again"], again, "{told}");
    };
    refused(false);
    went(false);
    refused(true);
    went(true);
    let (place, _) = board.split_once("/in/").unwrap();
    let place = place.rsplit("http://").next().unwrap().to_owned();
    let session = used(&place, "armorer").expect("the link signs in");
    let (status, _) = call(&place, "GET /board", &session, "");
    assert_eq!(status, 200, "{board}");
    let record = audit.rsplit(' ').next().unwrap();
    assert!(done(&["audit", record]).contains("demo/western"));
    assert_eq!(hub.stop(), Some(0));
    assert!(!Path::new(record).exists(), "the record goes with the demo");
}

#[test]
fn an_address_that_is_taken_is_said_before_anything_else() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let place = taken.local_addr().unwrap().to_string();
    let out = proofhouse(&["demo", "--listen", &place]);
    assert_eq!(out.status.code(), Some(2));
    assert!(out.stdout.is_empty());
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(
        said.contains(&format!("another program listens at {place}")),
        "{said}"
    );
    assert!(said.contains("--listen 127.0.0.1:"), "{said}");
}

#[test]
fn the_demo_can_be_only_read() {
    let brief = done(&["demo", "--no-serve"]);
    assert!(brief.contains("What each would have changed"), "{brief}");
    assert!(!brief.contains("curl"), "{brief}");
    assert!(brief.lines().count() < 80, "{brief}");
}

#[test]
fn a_token_is_made_listed_and_revoked_while_the_hub_serves() {
    let folder = tempfile::tempdir().unwrap();
    let record = record(folder.path());
    let mut hub = Hub::start(&["serve", "--record", &record, "--listen", "127.0.0.1:0"]);
    let place = hub.place("serving ");
    let made = done(&["token", "new", "--record", &record, "--person", "armorer"]);
    let secret = made.trim().rsplit(' ').next().unwrap().to_owned();
    let kept = std::fs::read_to_string(format!("{record}.tokens")).unwrap();
    assert!(!kept.contains(&secret), "only the sum is kept");
    let status = || {
        let bearer = format!("Authorization: Bearer {secret}\r\n");
        call(&place, "GET /api/v1/units/main-unit/board", &bearer, "").0
    };
    hub.line("tokens  1 may sign in");
    assert_eq!(status(), 200);
    let listed = done(&["token", "list", "--record", &record]);
    assert!(
        listed.contains("armorer") && listed.contains("main-unit"),
        "{listed}"
    );
    assert!(!listed.contains(&secret), "{listed}");
    let id = listed.split(' ').next().unwrap();
    done(&["token", "revoke", "--record", &record, id]);
    hub.line("tokens  0 may sign in");
    assert_eq!(status(), 401);
    let none: Value =
        serde_json::from_str(&done(&["token", "list", "--json", "--record", &record])).unwrap();
    assert_eq!(none, Value::Array(Vec::new()));
    let unknown = proofhouse(&["token", "revoke", "--record", &record, id]);
    assert_eq!(unknown.status.code(), Some(2));
    assert_eq!(hub.stop(), Some(0));
}

#[test]
fn a_tokens_file_that_is_spoilt_while_the_hub_serves_locks_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    let record = record(folder.path());
    let made = done(&["token", "new", "--record", &record, "--person", "armorer"]);
    let secret = made.trim().rsplit(' ').next().unwrap().to_owned();
    let mut hub = Hub::start(&["serve", "--record", &record, "--listen", "127.0.0.1:0"]);
    let place = hub.place("serving ");
    let path = format!("{record}.tokens");
    let good = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{good}nonsense\n")).unwrap();
    let bearer = format!("Authorization: Bearer {secret}\r\n");
    let board = || call(&place, "GET /api/v1/units/main-unit/board", &bearer, "").0;
    assert_eq!(board(), 200);
    std::fs::write(&path, format!("{good}\n\n")).unwrap();
    hub.line("tokens  1 may sign in");
    assert_eq!(board(), 200);
}

#[test]
fn the_first_start_shows_a_link_that_lets_the_founder_in_once() {
    let folder = tempfile::tempdir().unwrap();
    let record = record(folder.path());
    let serve = ["serve", "--record", &record, "--listen", "127.0.0.1:0"];
    let link = |hub: &mut Hub| {
        let line = hub.line("first ");
        let (place, secret) = line.split_once("/in/").unwrap();
        let place = place.rsplit('/').next().unwrap().to_owned();
        (place, secret.to_owned())
    };
    let mut hub = Hub::start(&serve);
    let (_, unused) = link(&mut hub);
    assert_eq!(hub.stop(), Some(0));

    // Nobody used it: the next start shows another, and the older one is void.
    let mut hub = Hub::start(&serve);
    let (place, secret) = link(&mut hub);
    assert_eq!(used(&place, &unused), None);
    let session = used(&place, &secret).expect("the link signs in");
    assert_eq!(used(&place, &secret), None);
    let people = raw(&place, "GET /people", &session, "");
    assert!(people.contains("/people/invite"), "{people}");
    let door = format!("{record}.door");
    let kept = std::fs::read_to_string(&door).unwrap();
    assert!(
        !kept.contains(&secret) && kept.contains("producer"),
        "{kept}"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&door).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert_eq!(hub.stop(), Some(0));

    // Whoever is signed in stays so, and no further link is shown.
    let mut hub = Hub::start(&serve);
    let place = hub.place("serving ");
    assert_eq!(call(&place, "GET /board", &session, "").0, 200);
    let rest = hub.stop_and_tell();
    assert!(!rest.contains("first "), "{rest}");
}

#[test]
fn a_door_that_others_may_read_or_a_newer_program_wrote_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let record = record(folder.path());
    let door = format!("{record}.door");
    std::fs::write(&door, "{\"format\": 2}").unwrap();
    let serve = || proofhouse(&["serve", "--record", &record, "--listen", "127.0.0.1:0"]);
    let said = |out: Output| String::from_utf8_lossy(&out.stderr).into_owned();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |mode| std::fs::set_permissions(&door, std::fs::Permissions::from_mode(mode));
        mode(0o644).unwrap();
        assert!(said(serve()).contains("secret-open"));
        mode(0o600).unwrap();
    }
    let out = serve();
    assert_eq!(out.status.code(), Some(2));
    let said = said(out);
    assert!(
        said.contains("door-broken") && said.contains("newer"),
        "{said}"
    );
}

#[test]
fn the_help_of_what_serves_has_examples_and_exit_codes() {
    for command in ["serve", "demo"] {
        let said = done(&[command, "--help"]);
        assert!(said.contains("Exit code: 0"), "{said}");
        assert!(
            said.contains(&format!("Examples:\n  proofhouse {command}")),
            "{said}"
        );
    }
}
