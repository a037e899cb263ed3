//! What a client may take, and what it is told where it takes more.

use std::{
    io::{Read, Write},
    time::Duration,
};

use serde_json::json;
use web::Limits;

use crate::{set::Hub, shaky::Disk};

const SHORT: Duration = Duration::from_millis(300);

fn near_miss(hub: &Hub) -> serde_json::Value {
    json!({"report": "near_miss", "what": "a cable", "request": hub.name()})
}

fn acknowledge(hub: &Hub) -> serde_json::Value {
    json!({"ask": "acknowledge", "what": "the bulletin", "request": hub.name()})
}

#[test]
fn where_the_record_cannot_be_written_an_ask_is_a_no_and_a_stop_is_told_at_once() {
    let hub = Hub::open();
    assert_eq!(
        hub.post("/asks", Some("lead"), &acknowledge(&hub)).status,
        200,
        "it is a go while the disk works"
    );
    hub.disk.set(Disk::Full);
    let mut line = hub.live(None);
    let mut hello = [0; 16];
    line.read_exact(&mut hello).unwrap();
    let ask = acknowledge(&hub);
    let told = hub.post("/asks", Some("lead"), &ask);
    assert_eq!(told.problem(), (503, "not-recorded".to_owned()));
    assert!(told.head.contains("retry-after: 2"), "{}", told.head);
    assert_eq!(told.json()["reasons"][0]["rule"], "law-10");
    let stop = hub.post("/reports", None, &json!({"report": "stop"}));
    assert_eq!(stop.status, 202, "{}", stop.body);
    let mut seen = String::new();
    while !seen.contains("event: not_yet_recorded") {
        let mut byte = [0; 1];
        line.read_exact(&mut byte).unwrap();
        seen.push(char::from(byte[0]));
    }
    assert_eq!(hub.get("/board", Some("lead")).json()["not_recorded"], 1);
    hub.disk.set(Disk::Works);
    let told = hub.post("/reports", Some("lead"), &near_miss(&hub));
    assert_eq!(told.status, 200, "{}", told.body);
    let board = hub.get("/board", Some("lead")).json();
    assert_eq!(
        (&board["not_recorded"], &board["writable"]),
        (&json!(0), &json!(true))
    );
    assert_eq!(board["stops"], json!([{"scene": null}]));
}

#[test]
fn a_call_that_takes_too_long_is_a_no_and_asked_again_it_is_answered() {
    let hub = Hub::within(Limits {
        call: SHORT,
        ..Limits::default()
    });
    hub.disk.set(Disk::Hangs);
    let ask = acknowledge(&hub);
    let told = hub.post("/asks", Some("lead"), &ask);
    assert_eq!(told.problem(), (408, "too-slow".to_owned()));
    hub.disk.set(Disk::Works);
    let again = loop {
        let again = hub.post("/asks", Some("lead"), &ask);
        if again.status != 408 {
            break again;
        }
    };
    assert_eq!(again.status, 200, "{}", again.body);
    assert_eq!(again.json()["told_again"], true);
}

#[test]
fn a_body_that_comes_too_slowly_is_not_waited_for() {
    let hub = Hub::within(Limits {
        call: SHORT,
        ..Limits::default()
    });
    let mut line = hub.line();
    let head = "POST /api/v1/units/main-unit/asks HTTP/1.1\r\nHost: hub\r\n\
                Authorization: Bearer key-of-lead\r\nContent-Type: application/json\r\n\
                Content-Length: 100\r\n\r\n{\"ask\":";
    line.write_all(head.as_bytes()).unwrap();
    let mut told = String::new();
    line.read_to_string(&mut told).unwrap();
    assert!(told.starts_with("HTTP/1.1 408 "), "{told}");
    assert!(told.contains("too-slow"), "{told}");
}

#[test]
fn a_head_that_comes_too_slowly_loses_its_line_and_keeps_nobody_else_waiting() {
    let hub = Hub::within(Limits {
        head: SHORT,
        connections: 4,
        ..Limits::default()
    });
    let mut slow: Vec<_> = (0..4).map(|_| hub.line()).collect();
    for line in &mut slow {
        line.write_all(b"POST /api/v1/units/main-unit/reports HTTP/1.1\r\nHost:")
            .unwrap();
    }
    // All lines are taken, so this one is answered only once the slow ones have lost theirs.
    let stop = hub.post("/reports", None, &json!({"report": "stop"}));
    assert_eq!(stop.status, 200, "{}", stop.body);
    for line in &mut slow {
        let mut rest = Vec::new();
        // It ends; by a word or without one.
        let _ = line.read_to_end(&mut rest);
    }
}

#[test]
fn where_too_many_wait_an_ask_is_told_so_and_a_stop_still_goes_in() {
    let hub = Hub::within(Limits {
        waiting: 2,
        ..Limits::default()
    });
    hub.disk.set(Disk::Hangs);
    let full = std::thread::scope(|scope| {
        let put = || {
            let told = hub.post("/reports", Some("lead"), &near_miss(&hub));
            match told.status {
                200 => None,
                _ => Some(told),
            }
        };
        // The writer has one or two in its hands, two wait, and the others are too many.
        let asks: Vec<_> = (0..8).map(|_| scope.spawn(put)).collect();
        let stop = scope.spawn(|| hub.post("/reports", None, &json!({"report": "stop"})));
        while asks.iter().filter(|ask| ask.is_finished()).count() < 4 {
            std::thread::yield_now();
        }
        hub.disk.set(Disk::Works);
        assert_eq!(stop.join().unwrap().status, 200);
        let told = asks.into_iter().map(|ask| ask.join().unwrap());
        told.flatten().collect::<Vec<_>>()
    });
    assert!(!full.is_empty());
    for told in full {
        assert_eq!(told.problem(), (503, "unavailable".to_owned()));
        assert!(told.head.contains("retry-after: "), "{}", told.head);
    }
}

#[test]
fn a_body_of_the_largest_size_is_read_and_one_byte_more_is_not() {
    let hub = Hub::within(Limits {
        body: 1_000,
        ..Limits::default()
    });
    let body = |bytes: usize| {
        let start = r#"{"report":"near_miss","request":"r","what":""#;
        let fill = "x".repeat(bytes - start.len() - 2);
        format!("{start}{fill}\"}}")
    };
    let put = |bytes| hub.send("POST", "/reports", Some("lead"), &body(bytes));
    assert_eq!(put(1_000).status, 200);
    assert_eq!(put(1_001).problem(), (413, "too-large".to_owned()));
}

#[test]
fn more_header_lines_than_the_hub_reads_are_refused() {
    let hub = Hub::open();
    let head: String = (0..100).map(|nth| format!("x-{nth}: 1\r\n")).collect();
    assert_eq!(hub.raw("GET /healthz", &head, "").status, 431);
}
