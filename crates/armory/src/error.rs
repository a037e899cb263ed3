//! Why a record cannot be opened or founded, and what to do next.

use std::fmt;

use ledger::LedgerError;
use logbook::EntryError;
use store::StoreError;

/// One fault: the code is stable, the text says what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArmoryError {
    /// The store says so.
    Store(StoreError),
    /// The log says so.
    Ledger(LedgerError),
    /// The record has no entry yet.
    NotFounded,
    /// The record has entries already.
    Founded,
    /// An entry cannot be read or folded.
    Entry {
        /// Its place.
        seq: u64,
        /// What is wrong.
        what: String,
    },
    /// A newer program wrote the record.
    Newer {
        /// Its form.
        format: u32,
    },
    /// The record was made by replaying a timeline.
    Replayed {
        /// Its origin.
        origin: String,
    },
    /// The record is of another log, or signed by another key.
    OtherKey {
        /// What the record says.
        record: String,
        /// What the signer says.
        signer: String,
    },
    /// There is no such zone.
    NoZone(String),
    /// The founder is not among the people.
    NoFounder(String),
    /// The entries do not lead to the checkpoint that was kept with them.
    NotTheCheckpoint {
        /// Entries that were read.
        entries: u64,
    },
    /// A folder holds another text than the one that was adopted.
    HouseChanged(String),
    /// The text of a house book that was adopted is not in the record.
    HouseLost(String),
    /// A house book that was adopted does not stand beside the program's own books.
    HouseUnfit(String),
}

impl ArmoryError {
    /// Stable code of this kind of fault.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(fault) => fault.code(),
            Self::Ledger(fault) => fault.code(),
            Self::NotFounded => "record-not-founded",
            Self::Founded => "record-founded",
            Self::Entry { .. } => "record-entry-broken",
            Self::Newer { .. } => "record-newer",
            Self::Replayed { .. } => "record-replayed",
            Self::OtherKey { .. } => "record-other-key",
            Self::NoZone(_) => "record-no-zone",
            Self::NoFounder(_) => "record-no-founder",
            Self::NotTheCheckpoint { .. } => "record-not-the-checkpoint",
            Self::HouseChanged(_) => "house-changed",
            Self::HouseLost(_) => "house-lost",
            Self::HouseUnfit(_) => "house-unfit",
        }
    }

    /// What to do next.
    #[must_use]
    pub fn what_next(&self) -> &'static str {
        match self {
            Self::Store(fault) => fault.what_next(),
            Self::Ledger(fault) => fault.what_next(),
            Self::NotFounded => "found the record first: founder, place, kind and zone",
            Self::Founded => "open it, or name another place for a new record",
            Self::HouseChanged(_) => {
                "put the folder back as it was, or leave --house out: the adopted text stands in the record; a new text is a new book, in a folder with another name"
            }
            Self::HouseUnfit(_) => {
                "open it with the proofhouse that adopted the book; nothing in it was changed"
            }
            Self::Entry { .. } | Self::NotTheCheckpoint { .. } | Self::HouseLost(_) => {
                "keep the record as it is, restore the last backup beside it, and compare the two with proofhouse verify"
            }
            Self::Newer { .. } => "open it with the newer proofhouse; nothing in it was changed",
            Self::Replayed { .. } => "found a record of your own; a replayed one is for reading",
            Self::OtherKey { .. } => "open it with the key that it was founded with",
            Self::NoZone(_) => "name an IANA zone, as America/Denver",
            Self::NoFounder(_) => "name the founder among the people, with a role",
        }
    }
}

impl fmt::Display for ArmoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store(fault) => write!(f, "{fault}"),
            Self::Ledger(fault) => write!(f, "{fault}"),
            Self::NotFounded => write!(f, "the record has no entry yet"),
            Self::Founded => write!(f, "the record has entries already"),
            Self::Entry { seq, what } => write!(f, "entry {seq} is broken: {what}"),
            Self::Newer { format } => write!(
                f,
                "a newer proofhouse wrote the record: it is of form {format}, this program knows form {}",
                logbook::entry::FORMAT
            ),
            Self::Replayed { origin } => {
                write!(
                    f,
                    "the record was made by a replay ({origin}), not on a set"
                )
            }
            Self::OtherKey { record, signer } => {
                write!(f, "the record is of {record}, the key is of {signer}")
            }
            Self::NoZone(zone) => write!(f, "there is no zone {zone}"),
            Self::NoFounder(person) => write!(f, "the founder {person} is not among the people"),
            Self::HouseChanged(book) => write!(
                f,
                "the folder of {book} holds another text than the one that was adopted"
            ),
            Self::HouseLost(book) => {
                write!(f, "{book} was adopted, and its text is not in the record")
            }
            Self::HouseUnfit(first) => write!(
                f,
                "a house book that was adopted does not stand beside this program's books: {first}"
            ),
            Self::NotTheCheckpoint { entries } => write!(
                f,
                "the {entries} entries do not lead to the checkpoint that was kept with them"
            ),
        }
    }
}

impl std::error::Error for ArmoryError {}

impl From<StoreError> for ArmoryError {
    fn from(fault: StoreError) -> Self {
        Self::Store(fault)
    }
}

impl From<LedgerError> for ArmoryError {
    fn from(fault: LedgerError) -> Self {
        Self::Ledger(fault)
    }
}

impl ArmoryError {
    /// An entry that is broken.
    pub(crate) fn entry(seq: u64, wrong: EntryError) -> Self {
        match wrong {
            EntryError::Newer(format) => Self::Newer { format },
            wrong => Self::Entry {
                seq,
                what: wrong.to_string(),
            },
        }
    }
}
