//! `proofhouse completions`: what a shell needs to complete commands.

use std::{io::Write, process::ExitCode};

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::{cli, tell::Trouble};

/// Prints it.
#[allow(clippy::unnecessary_wraps, reason = "every command answers in one way")]
pub fn run(args: &cli::record::Completions) -> Result<ExitCode, Trouble> {
    let shell = match args.shell {
        cli::record::Shell::Bash => Shell::Bash,
        cli::record::Shell::Zsh => Shell::Zsh,
        cli::record::Shell::Fish => Shell::Fish,
    };
    let mut text = Vec::new();
    generate(shell, &mut cli::Args::command(), "proofhouse", &mut text);
    let _ = std::io::stdout().lock().write_all(&text);
    Ok(ExitCode::SUCCESS)
}
