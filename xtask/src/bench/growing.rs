//! A record that grows, and a rack that grows: what an ask, a start and an audit cost then.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use crate::hub::{Hub, line::Line};

use super::asks::{Bench, middle, open};
use super::floor;

/// Prints the figures of records up to so many entries, then of racks.
pub fn run(program: &Path, entries: u64) -> Result<(), String> {
    let hub = open(program, "growing")?;
    let mut serving = hub.serve()?;
    hub.open_day(serving.place)?;
    serving.stop()?;
    let empty = start(&hub)?;
    println!(
        "\na record that grows; a start of an empty one takes {:.0} ms, mostly its books",
        empty * 1e3
    );
    println!("  entries   CPU an ask     MB   read it   start   after a kill");
    let mut size = 1_000;
    let mut there = 0;
    while size <= entries {
        let mut serving = hub.serve()?;
        let bench = Bench::new(&hub, &serving, size);
        bench.grow(size.saturating_sub(there))?;
        let cpu = (0..3).map(|_| bench.asks(1).map(|it| it.1));
        let cpu = middle(cpu.collect::<Result<Vec<_>, _>>()?);
        there += bench.sent();
        serving.kill();
        let killed = start(&hub)?;
        let stopped = start(&hub)?;
        let (bytes, read) = reading(&hub.record)?;
        println!(
            "{there:>9}{cpu:>10.0} µs{:>7.0}{:>7.0} ms{:>5.0} ms{:>12.0} ms",
            bytes / 1e6,
            read * 1e3,
            (stopped - empty).max(0.0) * 1e3,
            (killed - empty).max(0.0) * 1e3,
        );
        size *= 10;
    }
    audit(program, &hub)?;
    racks(program)
}

/// Seconds until a hub answers; then it stops as it is told to.
fn start(hub: &Hub) -> Result<f64, String> {
    let began = Instant::now();
    let mut serving = hub.serve()?;
    let took = began.elapsed().as_secs_f64();
    serving.stop()?;
    Ok(took)
}

/// Bytes of a file, and the seconds that reading them takes.
fn reading(record: &Path) -> Result<(f64, f64), String> {
    let began = Instant::now();
    let bytes = fs::read(record).map_err(|wrong| wrong.to_string())?;
    let took = began.elapsed().as_secs_f64();
    let length = u32::try_from(bytes.len() / 1_000).unwrap_or(u32::MAX);
    Ok((f64::from(length) * 1e3, took))
}

/// The audit beside signatures and hashes on as many processors.
fn audit(program: &Path, hub: &Hub) -> Result<(), String> {
    let began = Instant::now();
    let audited = Command::new(program)
        .args(["audit", "--json"])
        .arg(&hub.record)
        .output();
    let took = began.elapsed().as_secs_f64();
    let audited = audited.map_err(|wrong| format!("proofhouse could not be started: {wrong}"))?;
    let found: Value = serde_json::from_slice(&audited.stdout).unwrap_or(Value::Null);
    if !audited.status.success() {
        return Err(format!("the audit found something wrong: {found}"));
    }
    let decided = found
        .get("redecided")
        .and_then(Value::as_f64)
        .unwrap_or(0.0);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let (signatures, hashes) = (floor::signatures(cores)?, floor::hashes(cores, 400)?);
    let rate = decided / took;
    println!(
        "\naudit: {rate:.0} entries a second on {cores} processors; Ed25519 there verifies {signatures:.0} a \
         second, ratio {:.2}; SHA-256 takes {hashes:.0} such entries",
        rate / signatures
    );
    Ok(())
}

/// An ask about one weapon while more and more lie in the safe.
fn racks(program: &Path) -> Result<(), String> {
    let hub = open(program, "racks")?;
    let serving = hub.serve()?;
    hub.open_day(serving.place)?;
    let bench = Bench::new(&hub, &serving, 0);
    println!("\n  weapons   CPU an ask");
    let mut line = Line::open(serving.place).map_err(|wrong| wrong.to_string())?;
    let mut there = 0;
    for rack in [10, 100, 1_000, 10_000] {
        while there < rack {
            let end = rack.min(there + 200);
            let weapons = (there..end).map(
                |n| json!({"weapon": format!("more-{n}"), "features": {"said_to_be": "rubber"}}),
            );
            let weapons: Vec<Value> = weapons.collect();
            let body = json!({"report": "delivery", "from": "rental_house", "weapons": weapons,
                "request": format!("rack-{end}")});
            let told = line.call(&hub.put("armorer", &body));
            let told = told.map_err(|wrong| wrong.to_string())?;
            if told.status != 200 {
                return Err(String::from_utf8_lossy(&told.body).into_owned());
            }
            there = end;
        }
        let cpu = (0..3).map(|_| bench.asks(1).map(|it| it.1));
        let cpu = middle(cpu.collect::<Result<Vec<_>, _>>()?);
        println!("{rack:>9}{cpu:>10.0} µs");
    }
    Ok(())
}
