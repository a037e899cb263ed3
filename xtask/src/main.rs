//! Everything CI runs, as `cargo xtask <command>`: one file a command.
#![allow(
    clippy::disallowed_methods,
    reason = "a tool for developers works with the real clock, disk and environment"
)]

mod outcome;
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
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = Repo::find().map(|repo| match cli.command {
        Command::Test => test::run(&repo),
        Command::Tidy => tidy::run(&repo),
        Command::Wasm => wasm::run(&repo),
    });
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
