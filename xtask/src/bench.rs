//! `cargo xtask bench`: what the release build costs, beside the floor that is measured in the same
//! run. Only ratios count: the machines under this drift.

mod asks;
mod floor;
mod growing;

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::outcome::Outcome;
use crate::repo::{self, Repo};

/// What to measure.
#[derive(Debug, Clone, ClapArgs)]
pub struct Args {
    /// Measure this program alone, without the decision by itself; left out: the release build
    #[arg(long)]
    program: Option<PathBuf>,
    /// The longest record to open, audit and ask
    #[arg(long, default_value_t = 100_000)]
    entries: u64,
}

/// Measures everything; fails when a decision costs more than twice the bare engine.
pub fn run(repo: &Repo, args: &Args) -> Outcome {
    let program = match &args.program {
        Some(program) => Ok(program.clone()),
        None => decision(repo).and_then(|()| repo.program(true)),
    };
    let measured = program.and_then(|program| {
        asks::run(&program)?;
        growing::run(&program, args.entries)
    });
    match measured {
        Ok(()) => Outcome::Passed("measured".to_owned()),
        Err(why) => Outcome::Failed(why),
    }
}

/// A decision beside the bare engine.
fn decision(repo: &Repo) -> Result<(), String> {
    let mut cargo = repo.cargo();
    cargo.args(["run", "--locked", "--release", "--package", "logbook"]);
    cargo.args(["--example", "decision_cost"]);
    repo::show(&mut cargo)
}
