//! `cargo xtask bench`: what a decision costs beside the bare engine, measured in a release build.

use crate::outcome::Outcome;
use crate::repo::{self, Repo};

/// Measures; fails when a decision costs more than twice the bare engine.
pub fn run(repo: &Repo) -> Outcome {
    let mut cargo = repo.cargo();
    cargo.args(["run", "--locked", "--release", "--package", "logbook"]);
    cargo.args(["--example", "decision_cost"]);
    match repo::show(&mut cargo) {
        Ok(()) => Outcome::Passed("a decision costs at most twice the bare engine".to_owned()),
        Err(why) => Outcome::Failed(why),
    }
}
