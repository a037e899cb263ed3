//! `cargo xtask disk`: what the program does to its disk, seen by `strace`. Each group of answers
//! waits for exactly one flush; a disk that is full or fails makes an ask a no.

mod failing;
mod trace;

use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use serde_json::{Value, json};

use crate::hub::{Books, Hub, Scratch, Serving, line::Line};
use crate::outcome::{Missing, Outcome};
use crate::repo::{self, Repo};

use trace::Counts;

/// Asks that are counted: one client's, and those of each of some at once.
const ONE: usize = 40;
const MANY: (usize, usize) = (16, 20);

/// Asks before the count: the first one after a start begins a new write-ahead file.
const WARM: usize = 3;

/// What to look at.
#[derive(Debug, Clone, Default, ClapArgs)]
pub struct Args {
    /// Look at this program; left out: the one that is built here for the tests
    #[arg(long)]
    program: Option<PathBuf>,
}

/// The step of `cargo xtask test`.
pub fn step(repo: &Repo) -> Outcome {
    run(repo, &Args::default())
}

/// Counts, then breaks the disk.
pub fn run(repo: &Repo, args: &Args) -> Outcome {
    if !repo::on_path("strace") {
        let install = "apt-get install strace";
        return Outcome::Skipped(Missing::new("no strace on the PATH", install));
    }
    let given = args.program.clone().map(Ok);
    let program = given.unwrap_or_else(|| repo.program(false));
    let told = program.and_then(|program| {
        let seen = (repo, program.as_path());
        let counted = counted(seen)?;
        failing::full(seen)?;
        failing::failed(seen)?;
        Ok(counted)
    });
    match told {
        Ok(counted) => Outcome::Passed(format!(
            "{counted}; a disk that is full or fails makes an ask a no and leaves the state as it was"
        )),
        Err(why) => Outcome::Failed(why),
    }
}

/// Where the books are, and the program.
type Seen<'a> = (&'a Repo, &'a Path);

/// A hub in the morning, under `strace` with these arguments beside the usual.
fn hub(
    (repo, program): Seen<'_>,
    name: &str,
    arguments: &[String],
) -> Result<(Hub, Serving), String> {
    let folder = Scratch::beside(program, name)?;
    let mut hub = Hub::found(program, folder, Books::Baseline(repo))?;
    let mut serving = hub.serve()?;
    hub.open_day(serving.place)?;
    serving.kill();
    let log = hub.folder().join("strace.log").display().to_string();
    hub.under = ["strace", "-f", "-y", "-s", "16", "-o", &log]
        .map(str::to_owned)
        .to_vec();
    hub.under.extend_from_slice(arguments);
    let serving = hub.serve()?;
    Ok((hub, serving))
}

fn counted(seen: Seen<'_>) -> Result<String, String> {
    for _ in 0..3 {
        if let Some(counted) = count(seen)? {
            return Ok(counted);
        }
    }
    Err("the hub had nothing to do for a second in each of three counts: try again where less else runs".to_owned())
}

/// One count; none where the hub tidied up meanwhile, as it does after a second without asks.
fn count(seen: Seen<'_>) -> Result<Option<String>, String> {
    let calls = "trace=fsync,fdatasync,sendto,write,writev".to_owned();
    let (hub, mut serving) = hub(seen, "flushes", &["-e".to_owned(), calls])?;
    let place = serving.place;
    let asks = |name: String, count: usize| -> Result<(), String> {
        let mut line = Line::open(place).map_err(|wrong| wrong.to_string())?;
        for nth in 0..count {
            worry(&hub, &mut line, &format!("{name}-{nth}"))?;
        }
        Ok(())
    };
    asks("one".to_owned(), WARM + ONE)?;
    let (clients, each) = MANY;
    std::thread::scope(|scope| {
        let asks = &asks;
        let running: Vec<_> = (0..clients)
            .map(|client| scope.spawn(move || asks(format!("many{client}"), each)))
            .collect();
        let mut ended = running.into_iter().map(|it| it.join());
        ended.try_for_each(|it| it.unwrap_or_else(|_| Err("a thread fell over".to_owned())))
    })?;
    let groups = groups(&hub, &serving, clients * each)?;
    serving.kill();
    let log = std::fs::read_to_string(hub.folder().join("strace.log"));
    let log = log.map_err(|wrong| format!("strace left nothing behind: {wrong}"))?;
    let events = trace::read(&log);
    let Some(counts) = trace::counts(&events, [WARM, ONE, clients * each]) else {
        return Ok(None);
    };
    let Counts {
        one,
        many,
        by_turns,
    } = counts;
    // Two groups may be received within the same millisecond, which is all that an entry keeps.
    let close = groups..=groups + groups / 20;
    match by_turns && one == ONE && close.contains(&many) {
        true => Ok(Some(format!(
            "{one} asks of one client, {one} flushes, each before its answer; {} of {clients} clients in \
             {groups} groups, {many} flushes",
            clients * each
        ))),
        false => Err(format!(
            "{ONE} asks of one client took {one} flushes, by turns: {by_turns}; {groups} groups of {clients} clients took {many}"
        )),
    }
}

/// A report that is always taken in.
fn worry(hub: &Hub, line: &mut Line, request: &str) -> Result<(), String> {
    let body = json!({"report": "concern", "about": "the floor is wet", "request": request});
    let told = line.call(&hub.put("armorer", &body));
    let told = told.map_err(|wrong| format!("{request}: {wrong}"))?;
    match told.status {
        200 => Ok(()),
        status => Err(format!("{request} was answered {status}")),
    }
}

/// The groups of the last entries: all of a group were received at once.
fn groups(hub: &Hub, serving: &Serving, entries: usize) -> Result<usize, String> {
    let last = board(hub, serving)?.get("last").and_then(Value::as_u64);
    let from = last.unwrap_or(0) + 1 - entries as u64;
    let page = read(
        hub,
        serving,
        &format!("/entries?from={from}&limit={entries}"),
    )?;
    let entries = page.get("entries").and_then(Value::as_array);
    let times = entries.into_iter().flatten().map(|it| it.get("at"));
    let mut times: Vec<_> = times.collect();
    times.dedup();
    Ok(times.len())
}

fn board(hub: &Hub, serving: &Serving) -> Result<Value, String> {
    read(hub, serving, "/board")
}

fn read(hub: &Hub, serving: &Serving, path: &str) -> Result<Value, String> {
    let line = Line::open(serving.place);
    let told = line.and_then(|mut line| line.call(&hub.get("lead", path)));
    let told = told.map_err(|wrong| format!("{path}: {wrong}"))?;
    serde_json::from_slice(&told.body).map_err(|wrong| format!("{path}: {wrong}"))
}
