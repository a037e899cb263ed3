//! Prints how fast a record is on this disk, beside the floor of the same disk:
//! `cargo run --release -p store-sqlite --example figures [FOLDER] [ENTRIES]`.
//!
//! To count flushes: `strace -c -f -e trace=fsync,fdatasync` before the built program, with `flushes`
//! as its first argument.
#![allow(
    clippy::disallowed_methods,
    reason = "it measures a real disk with a real clock"
)]

use std::env;
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use store::contract::group;
use store::{Answered, Group, Snapshot, Store};
use store_sqlite::SqliteStore;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_millis(700);

fn main() -> Outcome<()> {
    let mut arguments = env::args().skip(1);
    let first = arguments.next().unwrap_or_else(|| ".".to_owned());
    if first == "flushes" {
        return flushes(Path::new(
            &arguments.next().unwrap_or_else(|| ".".to_owned()),
        ));
    }
    let entries = arguments.next().map_or(Ok(1_000_000), |it| it.parse())?;
    let folder = tempfile::tempdir_in(first)?;
    appends(folder.path())?;
    opening(folder.path(), entries)
}

/// A group of `count` entries of the usual size, each answering a request.
fn usual(expected: u64, count: u64) -> Outcome<Group> {
    let entry = "e".repeat(700);
    let entries: Vec<&str> = (0..count).map(|_| entry.as_str()).collect();
    let mut requests = Vec::new();
    for seq in expected..expected + count {
        // Names as devices make them: in no order.
        let name = seq.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        requests.push(Answered {
            request: format!("{name:016x}-{seq:016x}").parse()?,
            body: [5; 32],
            seq,
        });
    }
    Ok(Group {
        requests,
        frontier: vec![1; 330],
        checkpoint: vec![2; 200],
        ..group(expected, &entries)
    })
}

/// A hundred groups and nothing else, to be counted from outside.
fn flushes(folder: &Path) -> Outcome<()> {
    let folder = tempfile::tempdir_in(folder)?;
    let groups = env::args().nth(3).map_or(Ok(100), |it| it.parse())?;
    let size = env::args().nth(4).map_or(Ok(1), |it| it.parse())?;
    let store = SqliteStore::open(&folder.path().join("unit.db"))?;
    for number in 0..groups {
        store.append(number * size, &usual(number * size, size)?)?;
    }
    println!("{groups} groups of {size}");
    Ok(())
}

fn appends(folder: &Path) -> Outcome<()> {
    let store = SqliteStore::open(&folder.join("appends.db"))?;
    for threads in [1, 64] {
        let (mut ours, mut floor) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(rate(threads, &|at: &mut u64| {
                *at = store.head()?.entries;
                Ok(store.append(*at, &usual(*at, 1)?)?)
            })?);
            let mut file = OpenOptions::new()
                .create(true)
                .append(true)
                .open(folder.join("floor"))?;
            let bytes = vec![7; 4_096];
            let file = Mutex::new(&mut file);
            floor.push(rate(threads, &|_| {
                let mut file = file.lock().map_err(|_| "a thread fell over")?;
                file.write_all(&bytes)?;
                Ok(file.sync_data()?)
            })?);
            store.settle()?;
        }
        let (ours, floor) = (middle(ours), middle(floor));
        println!(
            "{threads} threads, one entry a group: {ours:.0} durable appends a second; \
             4 KiB and a flush: {floor:.0} a second; ratio {:.2}",
            ours / floor
        );
    }
    grouped(&store)
}

/// One writer that takes 64 entries at a time, as a busy armory does.
fn grouped(store: &SqliteStore) -> Outcome<()> {
    let mut rates = Vec::new();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let mut groups = 0_u32;
        while began.elapsed() < ROUND {
            let at = store.head()?.entries;
            store.append(at, &usual(at, 64)?)?;
            groups += 1;
        }
        rates.push(f64::from(groups) / began.elapsed().as_secs_f64());
        store.settle()?;
    }
    let groups = middle(rates);
    println!(
        "groups of 64: {groups:.0} a second, {:.0} durable entries a second",
        groups * 64.0
    );
    Ok(())
}

/// Runs one step again and again on some threads, one after another at the step itself.
fn rate(threads: usize, step: &(dyn Fn(&mut u64) -> Outcome<()> + Sync)) -> Outcome<f64> {
    let turn = Mutex::new(0_u64);
    let began = Instant::now();
    let done: Outcome<Vec<u32>> = std::thread::scope(|scope| {
        let worker = || -> Outcome<u32> {
            let mut done = 0;
            while began.elapsed() < ROUND {
                let mut at = turn.lock().map_err(|_| "a thread fell over")?;
                step(&mut at)?;
                done += 1;
            }
            Ok(done)
        };
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        let ended = running.into_iter().map(|it| it.join());
        ended
            .map(|it| it.map_err(|_| "a thread fell over")?)
            .collect()
    });
    Ok(f64::from(done?.iter().sum::<u32>()) / began.elapsed().as_secs_f64())
}

fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or_default()
}

fn opening(folder: &Path, entries: u64) -> Outcome<()> {
    let place = folder.join("long.db");
    let store = SqliteStore::open(&place)?;
    let began = Instant::now();
    while store.head()?.entries < entries {
        let at = store.head()?.entries;
        store.append(at, &usual(at, 1_000)?)?;
        if at % 20_000 == 0 {
            store.settle()?;
        }
    }
    let state = Snapshot {
        seq: entries,
        bytes: vec![4; 500_000],
    };
    store.put_snapshot(&state)?;
    println!("{entries} entries written in {:.1} s", seconds(began));
    drop(store);
    let size = fs::metadata(&place)?.len();
    let began = Instant::now();
    drop(fs::read(&place)?);
    println!(
        "reading its {} MB: {:.3} s",
        size / 1_000_000,
        seconds(began)
    );
    let began = Instant::now();
    let store = SqliteStore::open(&place)?;
    let (head, state) = (store.head()?, store.snapshot()?);
    println!(
        "opened, head of {} and state of {} read: {:.4} s",
        head.entries,
        state.map_or(0, |it| it.seq),
        seconds(began)
    );
    let began = Instant::now();
    for from in (0..entries).step_by(1_000) {
        store.entries(from, 1_000)?;
    }
    println!("every entry read with its sum: {:.2} s", seconds(began));
    let began = Instant::now();
    for number in 0..1_000 {
        let at = entries + number;
        store.append(at, &usual(at, 1)?)?;
    }
    let each = seconds(began);
    println!("an append after that: {each:.3} ms");
    let began = Instant::now();
    store.check()?;
    println!("everything checked: {:.1} s", seconds(began));
    Ok(())
}

fn seconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64()
}
