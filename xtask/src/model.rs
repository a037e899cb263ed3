//! `cargo xtask model`: builds the model, and explores what a sequence of asks and reports reaches.

use std::process::Command;

use crate::outcome::Outcome;
use crate::repo::{self, Repo};

/// What to explore.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Distinct states to explore, over all worlds
    #[arg(long, default_value_t = STATES)]
    states: usize,
    /// Only worlds whose name contains this: dummies, edges, firing, hands, shots, trouble
    #[arg(long)]
    world: Option<String>,
    /// Leave the planted faults out: one for each way a check stops holding
    #[arg(long)]
    no_plants: bool,
}

/// What is explored where nothing else is asked for.
const STATES: usize = 100_000;

/// Explores what is asked for.
pub(crate) fn run(repo: &Repo, args: &Args) -> Outcome {
    let mut cargo: Command = repo.cargo();
    cargo.args(["run", "--quiet", "--package", "model", "--"]);
    cargo.args(["--states", &args.states.to_string()]);
    if let Some(world) = &args.world {
        cargo.args(["--world", world]);
    }
    if args.no_plants {
        cargo.arg("--no-plants");
    }
    match repo::show(&mut cargo) {
        Ok(()) => Outcome::Passed("no sequence reaches what may not be".to_owned()),
        Err(why) => Outcome::Failed(why),
    }
}
