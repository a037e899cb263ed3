//! `cargo xtask model`: explores the worlds beside this crate, and finds every planted fault.
#![allow(
    clippy::disallowed_methods,
    reason = "a tool for developers works with the real clock and disk"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use model::{Explored, Found, Plant, World, explore};
use rules::Shelf;

/// Explores what a sequence of asks and reports can reach.
#[derive(Parser)]
#[command(bin_name = "cargo xtask model")]
struct Args {
    /// Distinct states to explore, over all worlds
    #[arg(long, default_value_t = 100_000)]
    states: usize,
    /// Only worlds whose name contains this
    #[arg(long)]
    world: Option<String>,
    /// Leave the planted faults out
    #[arg(long)]
    no_plants: bool,
}

/// After so many further states of a world a line tells how far it is.
const TOLD_EACH: usize = 5_000;

/// States in which a planted fault has to be found, and in which nothing is bad without it.
const WITHIN: usize = 400;

/// Asks that have to go at least once, in one world or another.
const MATTER: [&str; 9] = [
    "check",
    "check_out",
    "load",
    "show",
    "issue",
    "clear_zone",
    "begin_activity",
    "announce",
    "clear_to_fire",
];

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shelf = Arc::new(shelf(&root.join("../../rulebooks"))?);
    let mut worlds = read(&root.join("worlds"), &shelf)?;
    let part = args.world.as_deref().unwrap_or_default();
    worlds.retain(|world| world.name.contains(part));
    if worlds.is_empty() {
        return Err("no world has such a name".to_owned());
    }
    let sum = all(&worlds, args.states, args.world.is_none())?;
    if sum < args.states && args.world.is_none() {
        println!("the worlds hold no more than these {sum} states");
    }
    match args.no_plants {
        true => Ok(()),
        false => plants(&read(&root.join("plants"), &shelf)?),
    }
}

/// Every world of a folder.
fn read(folder: &Path, shelf: &Arc<Shelf>) -> Result<Vec<World>, String> {
    let mut worlds = Vec::new();
    for path in sorted(folder)? {
        let wrong = |wrong: String| format!("{}: {wrong}", path.display());
        let text = std::fs::read(&path).map_err(|it| wrong(it.to_string()))?;
        worlds.push(World::read(&text, Arc::clone(shelf)).map_err(wrong)?);
    }
    Ok(worlds)
}

/// A world with the books of a place has so many rules more that it gets a part of a share.
const OF_A_PLACE: usize = 8;

/// Each world gets its share, and a thread; the smallest may be whole before it has had its own.
/// Between them every ask that matters has to go at least once: else "none bad" says nothing of it.
fn all(worlds: &[World], states: usize, every: bool) -> Result<usize, String> {
    let plain = worlds.iter().filter(|world| !world.has_book).count();
    let share = states.div_ceil(plain.saturating_sub(1).max(1));
    let of = |world: &World| match world.has_book {
        true => share.div_ceil(OF_A_PLACE),
        false => share,
    };
    let told: Vec<Result<Explored, String>> = std::thread::scope(|threads| {
        let running: Vec<_> = worlds
            .iter()
            .map(|world| (world, of(world)))
            .map(|(world, share)| threads.spawn(move || one(world, share)))
            .collect();
        let ended = running.into_iter().map(|thread| {
            let ended = thread.join();
            ended.unwrap_or_else(|_| Err("a world could not be explored".to_owned()))
        });
        ended.collect()
    });
    let (mut sum, mut went) = (0, BTreeSet::new());
    for (world, explored) in worlds.iter().zip(told) {
        let explored = explored?;
        sum += explored.states;
        went.extend(world.names(&explored.went));
    }
    let missed: Vec<&str> = MATTER.into_iter().filter(|it| !went.contains(it)).collect();
    if every && !missed.is_empty() {
        return Err(format!("never a go in any world: {}", missed.join(", ")));
    }
    println!("{sum} distinct states, none bad");
    Ok(sum)
}

/// Explores one world, and tells how far it is.
fn one(world: &World, share: usize) -> Result<Explored, String> {
    let began = Instant::now();
    let mut next = TOLD_EACH;
    let mut told = |so_far: &Explored| {
        if so_far.states >= next {
            eprintln!("{}: {} states so far", world.name, so_far.states);
            next = so_far.states + TOLD_EACH;
        }
    };
    let explored = explore(world, (share, None), &mut told);
    println!("{}", line(world, &explored, began.elapsed().as_secs_f64()));
    println!("{}", went(world, &explored));
    match &explored.found {
        Some(found) => Err(way(world, found)),
        None => Ok(explored),
    }
}

fn line(world: &World, explored: &Explored, seconds: f64) -> String {
    let Explored {
        states,
        moves,
        goes,
        depth,
        whole,
        ..
    } = explored;
    let whole = if *whole { ", all there are" } else { "" };
    format!(
        "{}: {states} states{whole}, {moves} moves, {goes} goes, {depth} deep, {seconds:.1} s",
        world.name
    )
}

/// Which of a world's asks went at least once, and which never did.
fn went(world: &World, explored: &Explored) -> String {
    let went = world.names(&explored.went);
    let never = world.asks().into_iter().filter(|name| !went.contains(name));
    let never = Vec::from_iter(never);
    let told = Vec::from_iter(went.iter().copied()).join(", ");
    match never.is_empty() {
        true => format!("  went: {told}"),
        false => format!("  went: {told}; never: {}", never.join(", ")),
    }
}

/// Each fault is planted in turn in the small worlds, all of them clean without it, and has to be
/// found by a go that rests on it.
fn plants(worlds: &[World]) -> Result<(), String> {
    let began = Instant::now();
    for world in worlds {
        if let Some(found) = explore(world, (WITHIN, None), &mut |_| {}).found {
            return Err(way(world, &found));
        }
    }
    let (mut missed, mut count) = (Vec::new(), 0);
    for plant in Plant::all() {
        count += 1;
        let found = worlds.iter().find_map(|world| {
            let explored = explore(world, (WITHIN, Some(plant)), &mut |_| {});
            Some((world, explored.states, explored.found?))
        });
        match found {
            Some((world, states, found)) if found.planted => {
                let (plant, name, what) = (plant.0, &world.name, &found.what);
                println!("planted {plant}: found in {name} after {states} states: {what}");
                keep(&format!("planted-{plant}"), &world.timeline(&found.way));
            }
            Some((world, _, found)) => {
                let (plant, way) = (plant.0, way(world, &found));
                return Err(format!(
                    "planted {plant}, and something else is broken: {way}"
                ));
            }
            None => missed.push(plant.0.to_string()),
        }
    }
    if !missed.is_empty() {
        return Err(format!("planted and not found: {}", missed.join(", ")));
    }
    let took = began.elapsed().as_secs_f64();
    println!("{count} planted faults, each found, {took:.1} s");
    Ok(())
}

/// How to get to what is broken: kept as a timeline, to be replayed.
fn way(world: &World, found: &Found) -> String {
    let timeline = world.timeline(&found.way);
    let steps: Vec<&str> = timeline.lines().skip(1).collect();
    let replay = keep(&world.name, &timeline);
    let world = &world.name;
    let what = &found.what;
    format!("{world}: {what}\n{}\n{replay}", steps.join("\n"))
}

/// Keeps a timeline, and says how to play it.
fn keep(name: &str, timeline: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/model");
    let path = root.join(format!("{name}.jsonl"));
    let kept = std::fs::create_dir_all(&root).and_then(|()| std::fs::write(&path, timeline));
    match kept {
        Ok(()) => format!("proofhouse replay {}", path.display()),
        Err(wrong) => format!("the timeline could not be written: {wrong}"),
    }
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let open =
        std::fs::read_dir(folder).map_err(|wrong| format!("{}: {wrong}", folder.display()))?;
    let mut paths: Vec<PathBuf> = open
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    Ok(paths)
}

fn shelf(root: &Path) -> Result<Shelf, String> {
    let (mut files, mut open) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = open.pop() {
        for path in sorted(&folder)? {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).map_err(|wrong| wrong.to_string())?;
            let inside = path.strip_prefix(root).map_err(|wrong| wrong.to_string())?;
            files.push((inside.to_string_lossy().into_owned(), text));
        }
    }
    Shelf::open(files).map_err(|wrong| format!("{wrong:?}"))
}
