//! The `proofhouse` program: arguments, files, wiring. The only place with a disk and a terminal.
#![allow(
    clippy::disallowed_methods,
    reason = "the program is where files, the environment and the terminal are"
)]

mod backup;
mod books;
mod checked;
mod cli;
mod completions;
mod demo;
mod digest;
mod doctor;
mod export;
mod found;
mod house;
mod hub;
mod kept;
mod packs;
mod photos;
mod print;
mod progress;
mod receive;
mod replay;
mod rules_cmd;
mod secret;
mod serve;
mod tell;
mod tls;
mod token;
mod verify;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let args = cli::Args::parse();
    let done = match args.command {
        cli::Command::Replay(args) => replay::run(&args),
        cli::Command::Rules(args) => rules_cmd::run(&args),
        cli::Command::Verify(args) => verify::verify(&args),
        cli::Command::Audit(args) => verify::audit(&args),
        cli::Command::Export(args) => export::run(&args),
        cli::Command::Backup(args) => backup::backup(&args),
        cli::Command::Restore(args) => backup::restore(&args),
        cli::Command::Print(args) => print::run(&args),
        cli::Command::Receive(args) => receive::run(&args),
        cli::Command::Doctor(args) => doctor::run(&args),
        cli::Command::Completions(args) => completions::run(&args),
        cli::Command::Found(args) => found::run(&args),
        cli::Command::Serve(args) => serve::run(&args),
        cli::Command::Token(of) => token::run(&of),
        cli::Command::Digest(of) => digest::run(&of),
        cli::Command::Tls(of) => tls::run(&of),
        cli::Command::Demo(args) => demo::run(&args),
        cli::Command::Schema {
            of: cli::SchemaOf::Timeline,
        } => replay::schema(),
    };
    match done {
        Ok(code) => code,
        Err(trouble) => {
            trouble.print();
            ExitCode::from(2)
        }
    }
}
