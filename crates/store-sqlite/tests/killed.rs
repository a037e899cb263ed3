//! The process is killed again and again while it appends: no group that it acknowledged is missing.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts and kills itself and may fall over"
)]

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use store::contract::group;
use store::{Answered, Group, Store};
use store_sqlite::SqliteStore;

const PLACE: &str = "PROOFHOUSE_KILLED_PLACE";
const KILLS: usize = 12;

/// The group after `expected` entries, always the same: one to four entries, of one byte to many
/// pages, and a request for each.
fn deterministic(expected: u64) -> Group {
    let count = expected % 4 + 1;
    let entries: Vec<String> = (expected..expected + count)
        .map(|seq| format!("{seq};").repeat(usize::try_from(seq * 37 % 3_000).unwrap() + 1))
        .collect();
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    let requests = (expected..expected + count).map(|seq| Answered {
        request: format!("request-{seq}").parse().unwrap(),
        body: [7; 32],
        seq,
    });
    Group {
        requests: requests.collect(),
        ..group(expected, &entries)
    }
}

#[test]
fn no_acknowledged_group_is_missing_after_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("unit.db");
    let mut acknowledged = 0;
    for kill in 0..KILLS {
        acknowledged = run_and_kill(&place, kill * 7 + 1).max(acknowledged);
        let store = SqliteStore::open(&place).unwrap();
        let head = store.head().unwrap();
        assert!(head.entries >= acknowledged, "kill {kill}");
        assert_eq!(store.check(), Ok(()), "kill {kill}");
        every_group_is_whole(&store, head.entries);
    }
    assert!(acknowledged > 100, "{acknowledged}");
}

fn every_group_is_whole(store: &SqliteStore, end: u64) {
    let mut at = 0;
    while at < end {
        let group = deterministic(at);
        let kept = store.entries(at, group.entries.len()).unwrap();
        assert_eq!(kept, group.entries, "a group is whole or not there");
        for answered in &group.requests {
            let kept = store.request(&answered.request).unwrap();
            assert_eq!(kept.as_ref(), Some(answered));
        }
        at += group.entries.len() as u64;
        if at == end {
            let head = store.head().unwrap();
            assert_eq!(
                (head.frontier, head.checkpoint),
                (group.frontier, group.checkpoint)
            );
        }
    }
    assert_eq!(at, end);
}

/// Lets a process append until it has acknowledged some groups, kills it, and answers how many
/// entries it had acknowledged by then.
fn run_and_kill(place: &Path, groups: usize) -> u64 {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "append_until_killed", "--ignored", "--nocapture"])
        .env(PLACE, place)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged = lines
        .map_while(Result::ok)
        .filter_map(|line| line.strip_prefix("durable ")?.parse::<u64>().ok());
    let seen = acknowledged.by_ref().take(groups).last();
    child.kill().unwrap();
    let rest = acknowledged.last();
    child.wait().unwrap();
    rest.or(seen).unwrap()
}

#[test]
#[ignore = "the other half of the test above: appends until it is killed"]
fn append_until_killed() {
    let Some(place) = env::var_os(PLACE) else {
        return;
    };
    let store = SqliteStore::open(Path::new(&place)).unwrap();
    let mut out = std::io::stdout();
    for turn in 0_u64.. {
        let at = store.head().unwrap().entries;
        let group = deterministic(at);
        store.append(at, &group).unwrap();
        let end = at + group.entries.len() as u64;
        out.write_all(format!("\ndurable {end}\n").as_bytes())
            .unwrap();
        out.flush().unwrap();
        if turn % 5 == 4 {
            store.settle().unwrap();
        }
    }
}
