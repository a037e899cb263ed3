//! What can be said on the command line.

pub mod digest;
pub mod hub;
pub mod print;
pub mod record;
pub mod tls;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

/// Decides whether a weapon may be in a hand on a set right now, says why not and what would make
/// it a yes, and keeps a record that nobody can quietly change.
#[derive(Debug, Parser)]
#[command(
    name = "proofhouse",
    version,
    max_term_width = 100,
    after_help = "Examples:
  proofhouse demo
  proofhouse replay incidents/2021-nm-western-live-round.jsonl
  proofhouse rules show IWLMSC-1-BARREL

Rules are readings of their sources and not legal advice."
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Play two documented days, then serve one at mid-morning, to try.
    Demo(hub::Demo),
    /// Play timelines: at which step would the set have been stopped, and why.
    Replay(Replay),
    /// Read the rulebooks: list them, show a rule, see what covers which provision.
    Rules(Rules),
    /// Check that a record is what was signed: tree, signature, earlier checkpoint.
    Verify(record::Verify),
    /// Verify a record, and decide every entry again by the books that stand in it.
    Audit(record::Audit),
    /// Write a record as a folder that anybody can check.
    Export(record::Export),
    /// Copy a record while it is served.
    Backup(record::Backup),
    /// Make a record from a copy, and prove that it is the same.
    Restore(record::Restore),
    /// Print from a record: the register, lots of a day, an incident's report, a manifest.
    #[command(subcommand)]
    Print(print::Print),
    /// Check the manifest of another unit, and print the delivery to report.
    Receive(record::Receive),
    /// Look what is there, what is wrong, and what to do about it.
    Doctor(record::Doctor),
    /// Print what a shell needs to complete commands.
    Completions(record::Completions),
    /// Found a record: its first entry, its key, its file.
    Found(hub::Found),
    /// Serve a record: the hub of a set.
    Serve(hub::Serve),
    /// Who may sign in as a program or station.
    #[command(subcommand)]
    Token(hub::Token),
    /// The weekly digest by mail, and the addresses it goes to.
    #[command(subcommand)]
    Digest(digest::Digest),
    /// A secure page on the set, where phones give camera, passkeys and keys.
    #[command(subcommand)]
    Tls(tls::Tls),
    /// Print the JSON Schema of a format.
    Schema {
        /// Which format.
        of: SchemaOf,
    },
}

/// Formats with a schema.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SchemaOf {
    /// A timeline, as `replay` reads it.
    Timeline,
}

/// Play timelines.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Exit code: 0 every timeline ended as it expects; 1 one did not; \
2 a file could not be read, or something given in it was not in order.

Examples:
  proofhouse replay incidents/*.jsonl
  proofhouse replay --quiet incidents/*.jsonl
  proofhouse replay --json my-day.jsonl | jq .verdict
  proofhouse replay --record kept.jsonl my-day.jsonl"
)]
pub struct Replay {
    /// Timelines to play; `-` reads one from standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Print one JSON object a timeline, for programs.
    #[arg(long)]
    pub json: bool,
    /// Print only how each timeline ended.
    #[arg(long, short, conflicts_with = "json")]
    pub quiet: bool,
    /// Print also what was given before step 1, and the state each step left.
    #[arg(long, short, conflicts_with_all = ["json", "quiet"])]
    pub verbose: bool,
    /// Keep the record of the (one) timeline in this file, one entry a line.
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub books: Books,
}

/// Which rulebooks to use.
#[derive(Debug, ClapArgs)]
pub struct Books {
    /// Read the rulebooks in this folder instead of those that came with the program.
    #[arg(long, value_name = "DIR", global = true)]
    pub rulebooks: Option<PathBuf>,
    /// Put the house book in this folder on the shelf too; in force only where two people adopt it.
    #[arg(long, value_name = "DIR", global = true)]
    pub house: Vec<PathBuf>,
}

/// Read the rulebooks.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  proofhouse rules list
  proofhouse rules list --place us/us-ca --action issue
  proofhouse rules list --place us/us-ca --on 2024-12-31
  proofhouse rules show CA-LAB-9153.a.2-HAND
  proofhouse rules compare us/us-ca uk --action issue
  proofhouse rules check studio/
  proofhouse rules coverage")]
pub struct Rules {
    /// What to print.
    #[command(subcommand)]
    pub command: RulesCommand,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub books: Books,
}

/// What to print of the rulebooks.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// List the books and their rules.
    List {
        /// Only what is in force at this place, as `us/us-ca`.
        #[arg(long)]
        place: Option<String>,
        /// Only rules about this ask or report, as `issue`.
        #[arg(long)]
        action: Option<String>,
        /// Only rules in force on this day, as `2026-01-31`.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// Print JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Show one rule: what it says, its source, its text.
    Show {
        /// The rule's id.
        id: String,
    },
    /// Show where two places differ: cases that one lets go and the other refuses.
    Compare(Compare),
    /// Check a house book before anybody adopts it.
    Check(Check),
    /// For each provision of the catalogue: which rule enforces it, or why none does.
    Coverage {
        /// Print JSON, for programs.
        #[arg(long)]
        json: bool,
    },
}

/// Show where two places differ.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Each case is kept with the books (a solver sees to it that none is missing) and decided again on both sides
before it is shown. A side is a place, `baseline`, or a book such as `kinds/stage` or `house/school`.

Examples:
  proofhouse rules compare us/us-ca uk
  proofhouse rules compare us us/us-ca --action issue --all
  proofhouse rules compare baseline uk --on 2024-12-31"
)]
pub struct Compare {
    /// One side, as `us/us-ca`.
    pub one: String,
    /// The other side, as `uk`.
    pub other: String,
    /// Only about this ask, as `issue`.
    #[arg(long)]
    pub action: Option<String>,
    /// The day whose rules are compared; left out: today.
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// Show a case for every rule, not one for each ask.
    #[arg(long)]
    pub all: bool,
    /// Print JSON, for programs.
    #[arg(long)]
    pub json: bool,
}

/// Check a house book.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "A house book is a folder with any number of .cedar files, and a README.md if you like. Its rules
only forbid; each carries its source, its dates and what makes it a yes.

Exit code: 0 it can be adopted; 1 it has errors, each with file, line and column; 2 it cannot be read.

Examples:
  proofhouse rules check studio/
  proofhouse rules check --json studio/
  proofhouse serve --record main-unit.db --house studio/"
)]
pub struct Check {
    /// The folder of the house book.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Print JSON, for programs.
    #[arg(long)]
    pub json: bool,
}
