//! What can be said to found a record and to serve it.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Books, digest::Mail, tls::Shows};

/// Found a record: its first entry, its key, its file.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  proofhouse found --record main-unit.db --unit main-unit --place us/us-ca \\
      --zone America/Los_Angeles --founder producer --person producer=producer \\
      --person first_ad=first_ad --person armorer=armorer
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
#[command(
    after_help = "Where nobody can sign in yet, it prints a link that lets the founder in, once, within the hour.
Tokens may be made and revoked meanwhile: the hub takes them in within seconds.
On Ctrl-C or SIGTERM it answers whatever it has taken in, then stops. Without
--tls or --cert the connection is not encrypted: for this machine alone, or behind a proxy. With
either, whoever comes over plain HTTP is sent on to https, but for /trust, stop and
concern. With --smtp the weekly digest goes to whoever signed up at /digest and confirmed.
Exit code: 0 it was told to stop; 2 it could not begin, and says why.

Examples:
  proofhouse serve --record main-unit.db
  proofhouse serve --record main-unit.db --tls tls --listen 0.0.0.0:7300
  proofhouse serve --record main-unit.db --cert hub.pem --key hub.key --listen 0.0.0.0:443 \\
      --redirect 80
  proofhouse serve --record main-unit.db --smtp smtp.example.org --smtp-user hub \\
      --smtp-password smtp.secret --mail-from hub@example.org \\
      --mail-links https://hub.example.org --digest-at \"fri 18\"
  curl http://127.0.0.1:7300/healthz
  curl http://127.0.0.1:7300/api/v1/openapi.json"
)]
pub struct Serve {
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub file: TokensFile,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:7300", value_name = "ADDRESS")]
    pub listen: std::net::SocketAddr,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub shows: Shows,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub mail: Mail,
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
    /// List the tokens that may sign in; the tokens themselves are not kept.
    List(ListTokens),
    /// Take tokens back, for good.
    Revoke(RevokeTokens),
}

/// A record and its tokens.
#[derive(Debug, Clone, Args)]
pub struct TokensFile {
    /// The file of the record.
    #[arg(long, value_name = "FILE")]
    pub record: PathBuf,
    /// The file of tokens; left out: beside the record.
    #[arg(long, value_name = "FILE")]
    pub tokens: Option<PathBuf>,
}

/// Make tokens. They are printed once; the file keeps only their sums.
#[derive(Debug, Args)]
#[command(
    after_help = "A hub that serves the record takes them in within seconds.

Example:
  proofhouse token new --record main-unit.db --person armorer --person first_ad"
)]
pub struct NewToken {
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub file: TokensFile,
    /// For whom.
    #[arg(long = "person", value_name = "PERSON", required = true)]
    pub people: Vec<String>,
}

/// List the tokens that may sign in.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  proofhouse token list --record main-unit.db")]
pub struct ListTokens {
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub file: TokensFile,
    /// Print JSON, for programs.
    #[arg(long)]
    pub json: bool,
}

/// Take tokens back.
#[derive(Debug, Args)]
#[command(
    after_help = "A hub that serves the record turns them away within seconds, and ends their live lines.

Examples:
  proofhouse token revoke --record main-unit.db 1f0c22aa
  proofhouse token revoke --record main-unit.db --person armorer"
)]
pub struct RevokeTokens {
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub file: TokensFile,
    /// Which, by the names that `token list` shows.
    #[arg(value_name = "TOKEN", required_unless_present = "people")]
    pub ids: Vec<String>,
    /// All tokens of this person.
    #[arg(long = "person", value_name = "PERSON")]
    pub people: Vec<String>,
}

/// Play documented days, then serve one at mid-morning.
#[derive(Debug, Args)]
#[command(
    after_help = "It plays a good day and the documented one of 2021, then serves the good day at the moment before
a revolver goes into a hand, and prints two asks to try: one that goes, one that is refused. The
record is made for this and gone with it; its clock stands, so that nothing grows too old meanwhile.
Exit code: 0 the days went as expected, and the hub was told to stop; 1 one did not; 2 the hub could
not begin, and says why.

Examples:
  proofhouse demo
  proofhouse demo --long --no-serve
  proofhouse demo --listen 127.0.0.1:7301"
)]
pub struct Demo {
    /// Print every step of both days.
    #[arg(long)]
    pub long: bool,
    /// Only print, and serve nothing.
    #[arg(long)]
    pub no_serve: bool,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:7300", value_name = "ADDRESS")]
    pub listen: std::net::SocketAddr,
}
