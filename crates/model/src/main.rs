//! `cargo xtask model`: explores the worlds beside this crate, and finds every planted fault.
#![allow(
    clippy::disallowed_methods,
    reason = "a tool for developers works with the real clock and disk"
)]

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

/// States in which a planted fault has to be found.
const WITHIN: usize = 20_000;

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
    let mut worlds = Vec::new();
    for path in sorted(&root.join("worlds"))? {
        let text = std::fs::read(&path).map_err(|wrong| format!("{}: {wrong}", path.display()))?;
        let read = World::read(&text, Arc::clone(&shelf));
        let world = read.map_err(|wrong| format!("{}: {wrong}", path.display()))?;
        let wanted = args
            .world
            .as_ref()
            .is_none_or(|part| world.name.contains(part));
        if wanted {
            worlds.push((path, world));
        }
    }
    if worlds.is_empty() {
        return Err("no world has such a name".to_owned());
    }
    let sum = all(&worlds, args.states)?;
    if sum < args.states && args.world.is_none() {
        println!("the worlds hold no more than these {sum} states");
    }
    match args.no_plants {
        true => Ok(()),
        false => plants(&worlds),
    }
}

/// Each world gets its share; what a small one leaves goes to those after it.
fn all(worlds: &[(PathBuf, World)], states: usize) -> Result<usize, String> {
    let (mut sum, mut left) = (0, states);
    for (nth, (path, world)) in worlds.iter().enumerate() {
        let share = left.div_ceil(worlds.len() - nth);
        let began = Instant::now();
        let name = world.name.clone();
        let mut told = |so_far: &Explored| {
            eprint!("\r{name}: {} states, {} moves", so_far.states, so_far.moves);
        };
        let explored = explore(world, (share, None), &mut told);
        eprint!("\r");
        println!("{}", line(world, &explored, began.elapsed().as_secs_f64()));
        println!("{:?}", explored.went);
        if let Some(found) = &explored.found {
            return Err(way(path, found));
        }
        sum += explored.states;
        left = left.saturating_sub(explored.states);
    }
    println!("{sum} distinct states, none bad");
    Ok(sum)
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

/// Each fault is planted in turn, and has to be found in some world.
fn plants(worlds: &[(PathBuf, World)]) -> Result<(), String> {
    let mut missed = Vec::new();
    for plant in Plant::all() {
        let found = worlds.iter().find_map(|(_, world)| {
            let explored = explore(world, (WITHIN, Some(plant)), &mut |_| {});
            Some((world, explored.states, explored.found?))
        });
        match found {
            Some((world, states, found)) => {
                println!(
                    "planted {}: found in {} after {states} states: {}",
                    plant.0, world.name, found.what
                );
            }
            None => missed.push(plant.0.to_string()),
        }
    }
    match missed.is_empty() {
        true => Ok(()),
        false => Err(format!("planted and not found: {}", missed.join(", "))),
    }
}

/// How to get to what is broken: the file with its moves in that order, to be replayed.
fn way(path: &Path, found: &Found) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let mut told = format!(
        "{}\nreplay it with this timeline:\n{}",
        found.what,
        lines.first().unwrap_or(&"")
    );
    for line in &found.way {
        let step = match line.checked_sub(1).and_then(|nth| lines.get(nth)) {
            Some(step) => step,
            None => "(45 minutes pass: give the next step a time)",
        };
        told.push('\n');
        told.push_str(step);
    }
    told
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
