//! What can be said to found a record and to serve it.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Books;

/// Found a record: its first entry, its key, its file.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  proofhouse found --record main-unit.db --unit main-unit --place us/us-ca \\
      --zone America/Los_Angeles --founder producer --person producer=producer \\
      --person first_ad=first_ad --person armorer=armorer
  proofhouse token new --record main-unit.db --person armorer
  proofhouse serve --record main-unit.db

Beside main-unit.db it writes main-unit.db.key, which signs the record: keep a copy where nobody
else reads it.")]
pub struct Found {
    /// The file of the new record.
    #[arg(long, value_name = "FILE")]
    pub record: PathBuf,
    /// The unit's name, as it stands in addresses.
    #[arg(long)]
    pub unit: String,
    /// The place, nested, as `us/us-ca`.
    #[arg(long)]
    pub place: String,
    /// The zone of its days, as `America/Los_Angeles`.
    #[arg(long)]
    pub zone: String,
    /// Screen, stage or reenactment.
    #[arg(long, default_value = "screen")]
    pub kind: String,
    /// Who founds it: one of the people.
    #[arg(long)]
    pub founder: String,
    /// A person and what they are: `armorer=armorer`, `lead=performer,standing_in`.
    #[arg(long = "person", value_name = "PERSON=ROLE,…", required = true)]
    pub people: Vec<String>,
    /// Found a rehearsal at this time, for `serve --replay-clock`; its record proves nothing.
    #[arg(long, hide = true, value_name = "TIME")]
    pub rehearsal: Option<String>,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub books: Books,
}

/// Serve a record: the hub of a set.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  proofhouse serve --record main-unit.db --listen 0.0.0.0:7300

It answers whatever it has taken in before it stops. The connection is not encrypted: beyond this
machine, put a proxy with a certificate before it.")]
pub struct Serve {
    /// The file of the record.
    #[arg(long, value_name = "FILE")]
    pub record: PathBuf,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:7300", value_name = "ADDRESS")]
    pub listen: std::net::SocketAddr,
    /// The tokens that may sign in; left out: beside the record.
    #[arg(long, value_name = "FILE")]
    pub tokens: Option<PathBuf>,
    /// Take each time from what the device says; only for a rehearsal.
    #[arg(long, hide = true)]
    pub replay_clock: bool,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub books: Books,
}

/// Who may sign in as a program or station.
#[derive(Debug, Subcommand)]
pub enum Token {
    /// Make a token for each person named, and print it this once.
    New(NewToken),
}

/// Make tokens. They are printed once; the file keeps only their sums.
#[derive(Debug, Args)]
pub struct NewToken {
    /// The file of the record.
    #[arg(long, value_name = "FILE")]
    pub record: PathBuf,
    /// The file of tokens; left out: beside the record.
    #[arg(long, value_name = "FILE")]
    pub tokens: Option<PathBuf>,
    /// For whom.
    #[arg(long = "person", value_name = "PERSON", required = true)]
    pub people: Vec<String>,
}
