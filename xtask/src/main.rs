//! Everything CI runs, as `cargo xtask <command>`: one file a command.

mod prove;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Everything CI runs, in Rust.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prove with a solver what the rulebooks promise
    Prove(prove::Args),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Prove(args) => prove::run(&args),
    }
}
