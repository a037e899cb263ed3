//! What can be said of a record that is kept.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

/// Check that a record is what was signed.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Needs no network and no trust in whoever handed the record over, only the key of its log.
Exit code: 0 it is what was signed; 1 something is wrong; 2 it cannot be read.

Examples:
  proofhouse verify unit.db
  proofhouse verify pack/ --key 'proofhouse.invalid/main-unit+1a2b3c4d+AR…'
  proofhouse verify pack/ --checkpoint yesterday.txt
  proofhouse verify entry-91.json --proof entry-91.tlog-proof --key unit.vkey"
)]
pub struct Verify {
    /// A record, the folder of a pack, or with --proof the file of one entry.
    #[arg(value_name = "RECORD|PACK|ENTRY")]
    pub place: PathBuf,
    /// The proof of the entry, from its page on the hub (C2SP tlog-proof).
    #[arg(
        long,
        value_name = "FILE",
        requires = "key",
        conflicts_with = "checkpoint"
    )]
    pub proof: Option<PathBuf>,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub against: Against,
}

/// Verify a record and decide every entry again.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Each ask is put again to the books that stand in the record itself, on all processors.
Exit code: 0 every answer comes out the same; 1 something is wrong; 2 it cannot be read.

Examples:
  proofhouse audit unit.db
  proofhouse audit pack/ --checkpoint yesterday.txt"
)]
pub struct Audit {
    /// A record, or the folder of a pack.
    #[arg(value_name = "RECORD|PACK")]
    pub place: PathBuf,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub against: Against,
}

/// What a record is held against.
#[derive(Debug, ClapArgs)]
pub struct Against {
    /// The key of the log, from somebody you trust: its text, or a file that holds it.
    #[arg(long, value_name = "VKEY")]
    pub key: Option<String>,
    /// A checkpoint from before: of a witness, or from a printed report. Finds a tail that was cut off.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
    /// Print JSON, for programs.
    #[arg(long)]
    pub json: bool,
}

/// Write a record as a folder that anybody can check.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "The folder has the entries as JSON Lines, the log as C2SP tiles, its checkpoint, the rulebooks
that decided, and the SHA-256 of each file. Names and contacts of people are not in it.

Examples:
  proofhouse export unit.db pack/
  proofhouse audit pack/"
)]
pub struct Export {
    /// The record.
    pub record: PathBuf,
    /// The folder, which must not be there yet.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Copy a record while it is served.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "The copy is whole and on the disk when this ends. The key is not in it: keep a copy of it in a safe.

Examples:
  proofhouse backup unit.db /media/stick/unit-friday.db"
)]
pub struct Backup {
    /// The record.
    pub record: PathBuf,
    /// The copy, which must not be there yet.
    pub copy: PathBuf,
}

/// Make a record from a copy, and prove that it is the same.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  proofhouse restore /media/stick/unit-friday.db unit.db
  proofhouse restore unit-friday.db unit.db --checkpoint friday.txt")]
pub struct Restore {
    /// The copy; it stays as it is.
    pub copy: PathBuf,
    /// The record, which must not be there yet.
    pub record: PathBuf,
    #[command(flatten)]
    #[allow(missing_docs, reason = "the flattened arguments carry their own")]
    pub against: Against,
}

/// Look what is there and what is wrong.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Changes nothing but what --remove-unfiled and --erase say. Exit code: 0 all is well; 1 something
is wrong.

Examples:
  proofhouse doctor
  proofhouse doctor unit.db
  proofhouse doctor unit.db --remove-unfiled
  proofhouse doctor unit.db --tls tls"
)]
pub struct Doctor {
    /// The record; without it only the program and the machine are looked at.
    pub record: Option<PathBuf>,
    /// The folder of the hub's authority: whether its certificate holds, and how long.
    #[arg(long, value_name = "DIR")]
    pub tls: Option<PathBuf>,
    /// Remove photos beside the record that no entry files: their filing was refused, or broke off.
    #[arg(long, requires = "record")]
    pub remove_unfiled: bool,
    /// Erase a photo that was filed, by its SHA-256: the record keeps the sum, and nothing is missed.
    #[arg(long, value_name = "SHA-256", requires = "record")]
    pub erase: Option<String>,
}

/// Print what a shell needs to complete commands.
#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  proofhouse completions bash > ~/.local/share/bash-completion/completions/proofhouse
  proofhouse completions zsh > ~/.zfunc/_proofhouse
  proofhouse completions fish > ~/.config/fish/completions/proofhouse.fish")]
pub struct Completions {
    /// Which shell.
    pub shell: Shell,
}

/// Shells that are known.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Shell {
    /// Bash.
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
}

/// Check the manifest of another unit, and print the delivery to report.
#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Needs no network: the manifest carries the entry by which each weapon was sent, and the proof that
it stands in the log that the key signs. What the weapon is stays the sender's word: it comes into
quarantine, to be looked at and accepted.
Exit code: 0 it holds, and the delivery is printed; 1 something is wrong; 2 it cannot be read.

Examples:
  proofhouse receive manifest.json --key main-unit.pub --record unit.db > delivery.json
  proofhouse receive manifest.json --key main-unit.pub --to proofhouse.invalid/second-unit"
)]
pub struct Receive {
    /// The manifest, as `proofhouse print manifest` of the other unit wrote it; `-` reads it from
    /// standard input.
    pub manifest: PathBuf,
    /// The key of the other unit's log, from somebody you trust: its text, or a file that holds it.
    #[arg(long, value_name = "VKEY")]
    pub key: String,
    /// The record of this unit: what it was told of before is refused.
    #[arg(long, value_name = "RECORD|PACK", required_unless_present = "to")]
    pub record: Option<PathBuf>,
    /// The name of this unit's log, where its record is not at hand.
    #[arg(long, value_name = "NAME", conflicts_with = "record")]
    pub to: Option<String>,
}
