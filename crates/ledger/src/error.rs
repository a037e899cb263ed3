//! What can be wrong with a log, and what to do next.

use std::fmt;

/// One fault: [`LedgerError::code`] is stable, the text says what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerError {
    /// An entry of so many bytes does not fit into a bundle.
    TooLarge(usize),
    /// The log would pass, or claims to have passed, the most entries a log may hold.
    TooMany(u64),
    /// The bytes are no frontier.
    NotAFrontier,
    /// The text is no path of a tile.
    NotAPath(String),
    /// The bytes are no bundle of entries; the text says why.
    NotABundle(&'static str),
    /// A tile that is needed is not there.
    Missing(String),
    /// A tile is not what the log says it must be.
    WrongTile(String),
    /// The log has no such entry.
    NoSuchEntry {
        /// Place asked for, from 0.
        index: u64,
        /// Entries in the log.
        size: u64,
    },
    /// The text cannot name a log.
    NotAnOrigin(String),
    /// The text is no key of a log.
    NotAKey,
    /// The bytes are no checkpoint; the text says why.
    NotACheckpoint(&'static str),
    /// The checkpoint is not signed by the key of this log, or was changed after signing.
    NotSigned(String),
    /// The checkpoint is of another log.
    OtherLog {
        /// The log that was asked about.
        wanted: String,
        /// The log that the checkpoint names.
        found: String,
    },
    /// The bytes are no proof of an entry; the text says why.
    NotAProof(&'static str),
    /// The proof does not lead to this root.
    ProofFails,
}

impl LedgerError {
    /// Stable code of this kind of fault.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => "ledger-entry-too-large",
            Self::TooMany(_) => "ledger-too-many-entries",
            Self::NotAFrontier => "ledger-not-a-frontier",
            Self::NotAPath(_) => "ledger-not-a-path",
            Self::NotABundle(_) => "ledger-not-a-bundle",
            Self::Missing(_) => "ledger-tile-missing",
            Self::WrongTile(_) => "ledger-wrong-tile",
            Self::NoSuchEntry { .. } => "ledger-no-such-entry",
            Self::NotAnOrigin(_) => "ledger-not-an-origin",
            Self::NotAKey => "ledger-not-a-key",
            Self::NotACheckpoint(_) => "ledger-not-a-checkpoint",
            Self::NotSigned(_) => "ledger-not-signed",
            Self::OtherLog { .. } => "ledger-other-log",
            Self::NotAProof(_) => "ledger-not-a-proof",
            Self::ProofFails => "ledger-proof-fails",
        }
    }

    /// What to do next.
    #[must_use]
    pub fn what_next(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => "keep it as an attachment and let the entry name its hash",
            Self::TooMany(_) => "close this record and open a new one",
            Self::NotAFrontier => "build the tree again from the entries",
            Self::NotAPath(_) => "ask for `tile/0/000`, `tile/entries/000` or one like them",
            Self::NotABundle(_) | Self::Missing(_) | Self::WrongTile(_) => {
                "fetch it again, or build it again from the entries"
            }
            Self::NoSuchEntry { .. } => "count entries from 0, and use a later checkpoint",
            Self::NotAnOrigin(_) => "use a host and a path without spaces or plus signs",
            Self::NotAKey => "copy the whole key: name, number and key with a plus between each",
            Self::NotACheckpoint(_) => "fetch the checkpoint again",
            Self::NotAProof(_) => "fetch the proof again, from the page of its entry",
            Self::NotSigned(_) => "do not trust it: ask the production for its checkpoint and key",
            Self::OtherLog { .. } => "use the checkpoint and the key of the same log",
            Self::ProofFails => {
                "do not trust it: entry, proof and checkpoint do not belong together"
            }
        }
    }
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => write!(
                f,
                "the entry has {bytes} bytes, the most is {}",
                crate::MAX_ENTRY
            ),
            Self::TooMany(size) => write!(
                f,
                "a log of {size} entries is more than the most, {}",
                crate::MAX_ENTRIES
            ),
            Self::NotAFrontier => write!(f, "these bytes are not the edge of a tree"),
            Self::NotAPath(path) => write!(f, "`{path}` is not the path of a tile"),
            Self::NotABundle(why) => write!(f, "these bytes are not a bundle of entries: {why}"),
            Self::Missing(path) => write!(f, "`{path}` is missing"),
            Self::WrongTile(path) => write!(f, "`{path}` is not what the log says it is"),
            Self::NoSuchEntry { index, size } => {
                write!(f, "there is no entry {index} in a log of {size}")
            }
            Self::NotAnOrigin(text) => write!(f, "`{text}` cannot name a log"),
            Self::NotAKey => write!(f, "this is not the key of a log"),
            Self::NotACheckpoint(why) => write!(f, "this is not a checkpoint: {why}"),
            Self::NotSigned(name) => write!(
                f,
                "the checkpoint is not signed by `{name}`, or was changed after signing"
            ),
            Self::OtherLog { wanted, found } => {
                write!(
                    f,
                    "the checkpoint is of the log `{found}`, not of `{wanted}`"
                )
            }
            Self::NotAProof(why) => write!(f, "this is not the proof of an entry: {why}"),
            Self::ProofFails => write!(f, "the proof does not lead to this root"),
        }
    }
}

impl std::error::Error for LedgerError {}
