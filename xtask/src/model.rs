//! `cargo xtask model`: builds the model, and explores what a sequence of asks and reports reaches.

use std::env;
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

/// What is explored where nothing else is asked for, in CI too.
const STATES: usize = 100_000;

/// Explores what is asked for.
pub(crate) fn run(repo: &Repo, args: &Args) -> Outcome {
    // Built with the program, beside it: another choice of crates would build the rules anew.
    let program = match repo.program(false) {
        Ok(program) => program,
        Err(why) => return Outcome::Failed(why),
    };
    let name = format!("model{}", env::consts::EXE_SUFFIX);
    let mut model = Command::new(program.with_file_name(name));
    model.args(["--states", &args.states.to_string()]);
    if let Some(world) = &args.world {
        model.args(["--world", world]);
    }
    if args.no_plants {
        model.arg("--no-plants");
    }
    match repo::show(&mut model) {
        Ok(()) => Outcome::Passed("no sequence reaches what may not be".to_owned()),
        Err(why) => Outcome::Failed(why),
    }
}

/// The step of the whole: as many states as where nothing else is asked for, then the planted faults.
pub(crate) fn step(repo: &Repo) -> Outcome {
    let args = Args {
        states: STATES,
        world: None,
        no_plants: false,
    };
    println!("{STATES} states");
    run(repo, &args)
}
