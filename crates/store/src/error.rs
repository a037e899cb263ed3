//! What can go wrong with a store, and what to do next.

use std::fmt;

/// One fault. `place` is the file or the folder where it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// Another process, or another part of this one, has the record open.
    InUse {
        /// Where.
        place: String,
    },
    /// A newer program wrote the record.
    Newer {
        /// Where.
        place: String,
        /// The version of the record.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// What is kept is not what was written.
    Damaged {
        /// Where.
        place: String,
        /// What was seen.
        what: String,
    },
    /// Nothing can be written there.
    ReadOnly {
        /// Where.
        place: String,
    },
    /// There is no room left.
    Full {
        /// Where.
        place: String,
    },
    /// The disk failed. After this a store takes nothing until it is opened again, since nobody
    /// knows what the disk has kept of the last group.
    Io {
        /// Where.
        place: String,
        /// What the system said.
        what: String,
    },
    /// Another server has appended meanwhile.
    Conflict {
        /// Entries that the server believed there were.
        expected: u64,
        /// Entries that there are.
        found: u64,
    },
    /// The request was answered before.
    Repeated {
        /// The request.
        request: String,
    },
    /// What was handed over cannot be kept as it is: a fault of the program.
    Misshapen {
        /// What is wrong with it.
        what: &'static str,
    },
}

impl StoreError {
    /// Stable code of this kind of fault.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::InUse { .. } => "store-in-use",
            Self::Newer { .. } => "store-newer",
            Self::Damaged { .. } => "store-damaged",
            Self::ReadOnly { .. } => "store-read-only",
            Self::Full { .. } => "store-full",
            Self::Io { .. } => "store-io",
            Self::Conflict { .. } => "store-conflict",
            Self::Repeated { .. } => "store-repeated",
            Self::Misshapen { .. } => "store-misshapen",
        }
    }

    /// What to do next.
    #[must_use]
    pub fn what_next(&self) -> &'static str {
        match self {
            Self::InUse { .. } => "stop the other proofhouse, or use that one",
            Self::Newer { .. } => "open it with the newer proofhouse; nothing in it was changed",
            Self::Damaged { .. } => {
                "keep the file as it is, restore the last backup beside it, and compare the two with proofhouse verify"
            }
            Self::ReadOnly { .. } => "give this user the right to write there, or move the record",
            Self::Full { .. } => "make room on the disk, then ask again; nothing was lost",
            Self::Io { .. } => {
                "check the disk, open the record again, and look at its last entry before going on"
            }
            Self::Conflict { .. } => "load the record again and ask again",
            Self::Repeated { .. } => "give the answer that was given before",
            Self::Misshapen { .. } => "report this fault; nothing was written",
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InUse { place } => write!(f, "{place} is in use by another process"),
            Self::Newer {
                place,
                found,
                known,
            } => write!(
                f,
                "{place} was written by a newer proofhouse: its version is {found}, this program knows {known}"
            ),
            Self::Damaged { place, what } => write!(f, "{place} is damaged: {what}"),
            Self::ReadOnly { place } => write!(f, "{place} cannot be written"),
            Self::Full { place } => write!(f, "there is no room left for {place}"),
            Self::Io { place, what } => write!(f, "the disk failed at {place}: {what}"),
            Self::Conflict { expected, found } => write!(
                f,
                "another server has written: the record has {found} entries, not {expected}"
            ),
            Self::Repeated { request } => write!(f, "the request {request} was answered before"),
            Self::Misshapen { what } => write!(f, "this cannot be kept: {what}"),
        }
    }
}

impl std::error::Error for StoreError {}
