//! Everything CI runs, as `cargo xtask <command>`: one file a command.
#![allow(
    clippy::disallowed_methods,
    reason = "a tool for developers works with the real clock, disk and environment"
)]

mod api;
mod bench;
mod crash;
mod demo;
mod dice;
mod disk;
mod e2e;
mod hub;
mod model;
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
    /// Ask a served demo whatever its OpenAPI allows, and more, with schemathesis
    Api,
    /// Measure what the release build costs, beside the floors of this machine
    Bench(bench::Args),
    /// Kill the program again and again under load: no answer that was heard is lost
    Crash(crash::Args),
    /// Count the flushes of the program, and break its disk, with strace
    Disk(disk::Args),
    /// Play a set in a real browser against a served demo, and hold every page to its promises
    E2e,
    /// Keep a picture of every page in target/shots: phone and desk, light and dark
    Shots,
    /// Explore what a sequence of asks and reports can reach, and find every planted fault
    Model(model::Args),
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
        Command::Api => Repo::find().map(|repo| api::run(&repo)),
        Command::Bench(args) => Repo::find().map(|repo| bench::run(&repo, &args)),
        Command::Crash(args) => Repo::find().map(|repo| crash::run(&repo, &args)),
        Command::Disk(args) => Repo::find().map(|repo| disk::run(&repo, &args)),
        Command::E2e => Repo::find().map(|repo| e2e::run(&repo)),
        Command::Shots => Repo::find().map(|repo| e2e::shots(&repo)),
        Command::Model(args) => Repo::find().map(|repo| model::run(&repo, &args)),
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
