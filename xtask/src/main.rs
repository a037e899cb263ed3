//! Everything CI runs, as `cargo xtask <command>`: one file a command.
#![allow(
    clippy::disallowed_methods,
    reason = "a tool for developers works with the real clock, disk and environment"
)]

mod bench;
mod outcome;
mod prove;
mod repo;
mod test;
mod tidy;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::outcome::Outcome;
use crate::repo::Repo;

/// Everything CI runs, in Rust.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run every check: what CI runs, and what to run before a commit
    Test,
    /// Hold the house rules: sizes, names, links, licences, nothing half done
    Tidy,
    /// Build the core crates for WebAssembly
    Wasm,
    /// Measure what a decision costs beside the bare engine
    Bench,
    /// Prove with a solver what the rulebooks promise
    Prove(prove::Args),
    /// Find the cases that show where places differ, and keep them in rulebooks/proofs/compare/
    Compare {
        /// Folder of the rulebooks; the repository's own without it
        #[arg(long, value_name = "DIR")]
        rulebooks: Option<std::path::PathBuf>,
    },
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Prove(args) => return prove::run(&args),
        Command::Compare { rulebooks } => return prove::keep(rulebooks.as_deref()),
        Command::Bench => Repo::find().map(|repo| bench::run(&repo)),
        Command::Test => Repo::find().map(|repo| test::run(&repo)),
        Command::Tidy => Repo::find().map(|repo| tidy::run(&repo)),
        Command::Wasm => Repo::find().map(|repo| wasm::run(&repo)),
    };
    match outcome.unwrap_or_else(Outcome::Failed) {
        Outcome::Passed(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Outcome::Failed(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
        // Asked for by name, a step that cannot run has not done its job.
        Outcome::Skipped(missing) => {
            eprintln!("{missing}");
            ExitCode::FAILURE
        }
    }
}
