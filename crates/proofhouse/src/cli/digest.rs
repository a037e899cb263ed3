//! What can be said about the weekly digest and its mail.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::digest::due::Weekly;

/// The mail server, and when the digest is sent.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Mail (the weekly digest)")]
pub struct Mail {
    /// The mail server that takes letters on, as `smtp.example` or `smtp.example:587`.
    #[arg(long, value_name = "HOST[:PORT]", env = "PROOFHOUSE_SMTP", requires_all = ["mail_from", "mail_links"])]
    pub smtp: Option<String>,
    /// How the way to it is made secret.
    #[arg(
        long,
        value_name = "HOW",
        env = "PROOFHOUSE_SMTP_SECURITY",
        default_value = "starttls",
        requires = "smtp"
    )]
    pub smtp_security: Security,
    /// Whom to sign in as there.
    #[arg(long, value_name = "USER", env = "PROOFHOUSE_SMTP_USER", requires_all = ["smtp", "smtp_password"])]
    pub smtp_user: Option<String>,
    /// The file with the password: its first line, for your eyes alone (mode 600).
    #[arg(
        long,
        value_name = "FILE",
        env = "PROOFHOUSE_SMTP_PASSWORD",
        requires = "smtp_user"
    )]
    pub smtp_password: Option<PathBuf>,
    /// Trust the authority in this file for it, beside those of this machine.
    #[arg(
        long,
        value_name = "FILE",
        env = "PROOFHOUSE_SMTP_CA",
        requires = "smtp"
    )]
    pub smtp_ca: Option<PathBuf>,
    /// Who sends, as `Main unit <hub@example.org>`.
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "PROOFHOUSE_MAIL_FROM",
        requires = "smtp"
    )]
    pub mail_from: Option<String>,
    /// Where the links in letters lead: this hub as its readers reach it, as `https://hub.example`.
    #[arg(
        long,
        value_name = "URL",
        env = "PROOFHOUSE_MAIL_LINKS",
        requires = "smtp"
    )]
    pub mail_links: Option<String>,
    /// When the digest is sent, in the zone of the set.
    #[arg(long, value_name = "DAY HOUR", env = "PROOFHOUSE_DIGEST_AT", default_value = "mon 8", value_parser = Weekly::parse, requires = "smtp")]
    pub digest_at: Weekly,
}

/// How the way to a mail server is made secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Security {
    /// TLS after a plain greeting, mostly at port 587; never without.
    Starttls,
    /// TLS from the first byte, mostly at port 465.
    Tls,
    /// None: only to a server on this machine.
    None,
}

/// The weekly digest by mail.
#[derive(Debug, Subcommand)]
pub enum Digest {
    /// Send the last seven days now, or print them.
    Send(Box<Send>),
    /// List the addresses it goes to.
    List(List),
    /// Erase an address, with all that is kept with it.
    Erase(Erase),
}

/// Send the last seven days, up to now.
#[derive(Debug, Args)]
#[command(
    after_help = "A hub that was started with --smtp sends by itself, once a week. A hub may serve the record meanwhile.

Examples:
  proofhouse digest send --record main-unit.db --dry-run
  proofhouse digest send --record main-unit.db --now --smtp smtp.example.org \\
      --smtp-user hub --smtp-password smtp.secret --mail-from hub@example.org \\
      --mail-links https://hub.example.org"
)]
pub struct Send {
    /// The file of the record.
    #[arg(long, value_name = "FILE")]
    pub record: PathBuf,
    /// Send it now, to every address that is confirmed.
    #[arg(long, requires = "smtp", conflicts_with = "dry_run")]
    pub now: bool,
    /// Print it, and send nothing.
    #[arg(long, required_unless_present = "now")]
    pub dry_run: bool,
    /// Print it in this language: en or es.
    #[arg(
        long,
        value_name = "LANGUAGE",
        default_value = "en",
        conflicts_with = "now"
    )]
    pub language: String,
    /// Print it as HTML, as mail programs show it.
    #[arg(long, conflicts_with = "now")]
    pub html: bool,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub mail: Mail,
}

/// List the addresses.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  proofhouse digest list --record main-unit.db
  proofhouse digest list --record main-unit.db --contact")]
pub struct List {
    /// The file of the record.
    #[arg(long, value_name = "FILE")]
    pub record: PathBuf,
    /// Only those that also consented to be written to about other matters.
    #[arg(long)]
    pub contact: bool,
}

/// Erase addresses.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  proofhouse digest erase --record main-unit.db armorer@example.org
  proofhouse digest erase --record main-unit.db --person armorer")]
pub struct Erase {
    /// The file of the record.
    #[arg(long, value_name = "FILE")]
    pub record: PathBuf,
    /// Which.
    #[arg(value_name = "ADDRESS", required_unless_present = "person")]
    pub address: Option<String>,
    /// All of this person.
    #[arg(long, value_name = "PERSON")]
    pub person: Option<String>,
}
