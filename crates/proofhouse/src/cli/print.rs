//! What can be printed from a record.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use custody::id::{IncidentId, WeaponId};
use jiff::civil::Date;

use super::Books;

/// What to print.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:
  proofhouse print register unit.db
  proofhouse print lots unit.db --day 2026-03-10
  proofhouse print incident unit.db incident-1
  proofhouse print manifest unit.db hero-one > manifest.json

What is printed is what the record says: run proofhouse verify to know that it is what was signed.")]
pub enum Print {
    /// Every weapon: what it is, whose, who answers for it, when it is due back.
    Register(Of),
    /// Each lot of a day: what was there, what came, what is left.
    Lots(Lots),
    /// The report of an incident: deadlines, and what the law of the place asks for, filled in.
    Incident(Incident),
    /// What goes with weapons that were sent: their delivery and the proof of it, for `receive`.
    Manifest(Manifest),
}

/// A record.
#[derive(Debug, Args)]
pub struct Of {
    /// A record, or the folder of a pack.
    #[arg(value_name = "RECORD|PACK")]
    pub place: PathBuf,
    /// Print JSON, for programs.
    #[arg(long)]
    pub json: bool,
}

/// Lots of a day.
#[derive(Debug, Args)]
pub struct Lots {
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub of: Of,
    /// The day; left out: the last of the record.
    #[arg(long)]
    pub day: Option<Date>,
}

/// An incident.
#[derive(Debug, Args)]
pub struct Incident {
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub of: Of,
    /// The incident, as the record numbered it.
    pub incident: IncidentId,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub books: Books,
}

/// Weapons that were sent.
#[derive(Debug, Args)]
pub struct Manifest {
    /// A record, or the folder of a pack.
    #[arg(value_name = "RECORD|PACK")]
    pub place: PathBuf,
    /// The weapons.
    #[arg(required = true)]
    pub weapons: Vec<WeaponId>,
}
