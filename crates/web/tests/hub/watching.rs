//! Readers: live entries, the board, the look ahead, the checkpoint.

use std::{
    io::{BufRead, BufReader},
    net::TcpStream,
};

use serde_json::{Value, json};

use crate::set::Hub;

/// The next entry on a live line: its number and what it is.
fn next(line: &mut BufReader<TcpStream>) -> (u64, String) {
    let mut id = None;
    loop {
        let mut text = String::new();
        assert!(line.read_line(&mut text).unwrap() > 0, "the line ended");
        if let Some(number) = text.strip_prefix("id: ") {
            id = number.trim().parse().ok();
        }
        if let (Some(id), Some(data)) = (id, text.strip_prefix("data: ")) {
            let entry: Value = serde_json::from_str(data).unwrap();
            let what = entry["what"]["ask"]
                .as_str()
                .or(entry["what"]["report"].as_str());
            return (id, what.unwrap_or("founding").to_owned());
        }
    }
}

/// What kind of event comes next.
fn event(line: &mut BufReader<TcpStream>) -> String {
    loop {
        let mut text = String::new();
        assert!(line.read_line(&mut text).unwrap() > 0, "the line ended");
        if let Some(kind) = text.strip_prefix("event: ") {
            return kind.trim().to_owned();
        }
    }
}

/// The line is open once its first comment came.
fn open(hub: &Hub, after: Option<u64>) -> BufReader<TcpStream> {
    begun(hub.live(after))
}

fn begun(line: TcpStream) -> BufReader<TcpStream> {
    let mut line = BufReader::new(line);
    let mut text = String::new();
    while !text.contains("entries follow") {
        assert!(line.read_line(&mut text).unwrap() > 0, "{text}");
    }
    line
}

#[test]
fn a_live_line_tells_each_entry_and_goes_on_where_it_broke_off() {
    let hub = Hub::open();
    let last = hub.get("/board", Some("lead")).json()["last"]
        .as_u64()
        .unwrap();
    let mut line = open(&hub, None);
    let out = json!({"ask": "check_out", "weapon": "hero-one", "purpose": "filming"});
    assert_eq!(hub.ask("armorer", out).status, 200);
    assert_eq!(next(&mut line), (last + 1, "check_out".to_owned()));
    drop(line);
    let away = json!({"report": "lock_away", "weapon": "hero-one", "seal": "1"});
    hub.report("armorer", away);
    hub.post("/reports", None, &json!({"report": "stop"}));
    let mut line = open(&hub, Some(last + 1));
    assert_eq!(next(&mut line), (last + 2, "lock_away".to_owned()));
    assert_eq!(next(&mut line), (last + 3, "stop".to_owned()));
    let mut line = open(&hub, Some(0));
    let all: Vec<u64> = (0..last + 3).map(|_| next(&mut line).0).collect();
    assert_eq!(all, (1..=last + 3).collect::<Vec<_>>());
}

#[test]
fn the_look_ahead_says_what_is_still_to_do() {
    let hub = Hub::open();
    let told = hub.get("/look-ahead?wrap", Some("first_ad"));
    assert_eq!(told.status, 200, "{}", told.body);
    let set_up = hub.get("/look-ahead?set_up=12", Some("first_ad")).json();
    assert!(!set_up["steps"].as_array().unwrap().is_empty(), "{set_up}");
    assert_eq!(hub.get("/look-ahead", Some("first_ad")).status, 400);
}

#[test]
fn the_checkpoint_is_a_signed_note_of_the_unit() {
    let hub = Hub::open();
    let note = hub.get("/checkpoint", Some("lead"));
    assert_eq!(note.status, 200);
    assert!(
        note.body.starts_with("proofhouse.invalid/main-unit\n"),
        "{}",
        note.body
    );
}

#[test]
fn the_board_page_shows_what_anybody_wrote_and_runs_none_of_it() {
    let hub = Hub::open();
    let about = json!({"report": "concern", "about": "<script>alert(1)</script>"});
    assert_eq!(hub.post("/reports", None, &about).status, 200);
    let page = hub.raw("GET /board", "Cookie: proofhouse=key-of-lead\r\n", "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("&lt;script&gt;"), "{}", page.body);
    assert_eq!(page.body.matches("<script").count(), 1, "its own alone");
    assert!(
        page.head
            .contains("content-security-policy: default-src 'none'; style-src 'self'")
    );
    let stranger = hub.raw("GET /board", "", "");
    assert_eq!(stranger.status, 401);
    assert!(
        stranger.body.contains("action=\"/stop\""),
        "a stop needs nobody"
    );
}

#[test]
fn what_the_api_is_and_that_it_lives_is_told_to_everybody() {
    let hub = Hub::open();
    assert_eq!(hub.raw("GET /healthz", "", "").body, "ok\n");
    let api = hub.raw("GET /api/v1/openapi.json", "", "").json();
    assert_eq!(api["openapi"], "3.1.0");
}

#[test]
fn two_hundred_who_follow_see_a_stop_and_the_record_is_read_for_none_of_them() {
    const FOLLOWERS: usize = 200;
    let hub = Hub::open();
    let mut lines: Vec<_> = (0..FOLLOWERS).map(|_| open(&hub, None)).collect();
    let before = hub.disk.reads();
    let began = std::time::Instant::now();
    let stop = hub
        .post("/reports", None, &json!({"report": "stop"}))
        .json();
    for line in &mut lines {
        assert_eq!(
            next(line),
            (stop["seq"].as_u64().unwrap(), "stop".to_owned())
        );
    }
    println!("{FOLLOWERS} saw the stop within {:?}", began.elapsed());
    assert_eq!(hub.disk.reads(), before);
}

#[test]
fn who_comes_back_reads_the_record_until_up_to_date_and_shares_from_then_on() {
    let hub = Hub::open();
    let last = hub.get("/board", Some("lead")).json()["last"]
        .as_u64()
        .unwrap();
    let mut line = open(&hub, Some(last - 1));
    assert_eq!(next(&mut line).0, last);
    let before = hub.disk.reads();
    for nth in 1..=5 {
        hub.post("/reports", None, &json!({"report": "stop"}));
        assert_eq!(next(&mut line), (last + nth, "stop".to_owned()));
    }
    assert_eq!(hub.disk.reads(), before);
}

#[test]
fn an_ask_that_waits_is_told_to_whoever_it_waits_for_and_to_nobody_else() {
    let hub = Hub::open();
    let [mut lead, mut first_ad] = ["lead", "first_ad"].map(|who| begun(hub.live_of(who, None)));
    let head = "Cookie: proofhouse=key-of-armorer\r\nSec-Fetch-Site: same-origin\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n";
    let asked = hub.raw("POST /issue/hero-one", head, "bearer=lead&set_up=12");
    assert_eq!(asked.status, 303, "{}", asked.body);
    assert_eq!(event(&mut lead), "waits");
    let mut late = begun(hub.live_of("lead", None));
    assert_eq!(event(&mut late), "waits");
    // It is no entry, so what comes next to everybody else is the next entry.
    hub.post("/reports", None, &json!({"report": "stop"}));
    assert_eq!(event(&mut first_ad), "entry");
    assert_eq!(event(&mut lead), "entry");
}
