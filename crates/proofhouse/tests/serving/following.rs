//! Pages that are open while somebody calls a stop: each follows the hub on a line of its own.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use crate::hub::{Hub, call, done, record};

/// So many pages are open.
const PAGES: usize = 200;

/// The longest from the stop's request being sent to the last page having read it.
const PROMISE: Duration = Duration::from_secs(1);

/// Another program may hold the machine up: the best of these counts.
const STOPS: usize = 3;

type Line = BufReader<TcpStream>;

/// A line that follows, once the hub says that it does.
fn open(host: &str, token: &str) -> Line {
    let mut stream = TcpStream::connect(host).unwrap();
    let text = format!(
        "GET /api/v1/units/main-unit/now HTTP/1.1\r\nHost: {host}\r\nAccept: text/event-stream\r\nAuthorization: Bearer {token}\r\n\r\n"
    );
    stream.write_all(text.as_bytes()).unwrap();
    let mut line = BufReader::new(stream);
    until(&mut line, "entries follow");
    line
}

fn until(line: &mut Line, says: &str) {
    let mut text = String::new();
    while !text.contains(says) {
        text.clear();
        assert!(line.read_line(&mut text).unwrap() > 0, "the line ended");
    }
}

/// Calls a stop without an account; how long until the last of all pages has read it.
fn stopped(host: &str, lines: &mut [Line]) -> Duration {
    let began = Instant::now();
    let json = "content-type: application/json\r\n";
    let stop = "POST /api/v1/units/main-unit/reports";
    let (status, told) = call(host, stop, json, r#"{"report":"stop"}"#);
    assert_eq!(status, 200, "{told}");
    for line in lines {
        until(line, &format!("id: {}", told["seq"]));
        until(line, r#""report":"stop""#);
    }
    began.elapsed()
}

#[test]
fn a_stop_is_on_two_hundred_open_pages_within_a_second() {
    let folder = tempfile::tempdir().unwrap();
    let record = record(folder.path());
    let made = done(&["token", "new", "--record", &record, "--person", "armorer"]);
    let token = made.trim().rsplit(' ').next().unwrap();
    let mut hub = Hub::start(&["serve", "--record", &record, "--listen", "127.0.0.1:0"]);
    let host = hub.place("serving ");
    let mut lines: Vec<Line> = (0..PAGES).map(|_| open(&host, token)).collect();
    let took: Vec<Duration> = (0..STOPS).map(|_| stopped(&host, &mut lines)).collect();
    println!("a stop was read on {PAGES} open pages within {took:?}");
    let best = took.iter().min().unwrap();
    assert!(*best < PROMISE, "{took:?}");
    drop(lines);
    assert_eq!(hub.stop(), Some(0));
}
