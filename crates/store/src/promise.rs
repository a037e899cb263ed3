//! The promise: one unit is one stream of entries, and what was answered is never lost.

use std::fmt;
use std::str::FromStr;

use crate::StoreError;

/// SHA-256 of the body of a request.
pub type Digest = [u8; 32];

/// The name that a device gave its request, so that asking again is not asking twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(String);

impl RequestId {
    /// The longest, in bytes.
    pub const LONGEST: usize = 100;

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for RequestId {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let fits = (1..=Self::LONGEST).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_graphic());
        match fits {
            true => Ok(Self(text.to_owned())),
            false => Err(StoreError::Misshapen {
                what: "the name of a request is 1 to 100 letters, digits and signs",
            }),
        }
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A request and the entry that answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The request.
    pub request: RequestId,
    /// SHA-256 of its body: another body under the same name is another request.
    pub body: Digest,
    /// Place of the entry, from 0.
    pub seq: u64,
}

/// The end of the stream.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// Entries so far; the next entry gets this number.
    pub entries: u64,
    /// The edge of the tree, as bytes; empty before the first entry.
    pub frontier: Vec<u8>,
    /// The signed checkpoint over all entries; empty before the first entry.
    pub checkpoint: Vec<u8>,
}

/// What becomes durable together, or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The bytes of the entries, in order; at least one.
    pub entries: Vec<Vec<u8>>,
    /// The edge of the tree after them.
    pub frontier: Vec<u8>,
    /// The signed checkpoint after them.
    pub checkpoint: Vec<u8>,
    /// The requests that they answer.
    pub requests: Vec<Answered>,
    /// Small pieces that must not be missing when the entries are there: a rulebook by its digest.
    pub meta: Vec<(String, Vec<u8>)>,
    /// Details of persons by their ids. They stand apart from the log and can be erased.
    pub personal: Vec<(String, Vec<u8>)>,
}

impl Group {
    /// What is wrong with it as a group that begins at `expected`, if anything.
    ///
    /// # Errors
    /// When it has no entry, lacks its edge or checkpoint, or answers with an entry of another group.
    pub fn check(&self, expected: u64) -> Result<(), StoreError> {
        let wrong = |what| Err(StoreError::Misshapen { what });
        if self.entries.is_empty() {
            return wrong("a group needs an entry");
        }
        if self.frontier.is_empty() || self.checkpoint.is_empty() {
            return wrong("a group needs the edge of its tree and its checkpoint");
        }
        let end = expected.saturating_add(self.entries.len() as u64);
        if end > i64::MAX.unsigned_abs() {
            return wrong("its number is too high");
        }
        let mut pieces = self.meta.iter().chain(&self.personal);
        pieces.try_for_each(|(name, _)| check_name(name))?;
        let own = |answered: &Answered| (expected..end).contains(&answered.seq);
        match self.requests.iter().all(own) {
            true => Ok(()),
            false => wrong("a request is answered by an entry of another group"),
        }
    }
}

/// Whether a piece or a person can be kept under this name.
///
/// # Errors
/// When the name is empty.
pub fn check_name(name: &str) -> Result<(), StoreError> {
    match name.is_empty() {
        true => Err(StoreError::Misshapen {
            what: "a piece needs a name",
        }),
        false => Ok(()),
    }
}

/// The state of a unit as it was before an entry, so that opening need not replay everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Entries that the state has taken in.
    pub seq: u64,
    /// The state.
    pub bytes: Vec<u8>,
}

/// One unit's stream. Reading never waits for another reader; appending is one after another.
pub trait Store: Send + Sync {
    /// The end of the stream.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn head(&self) -> Result<Head, StoreError>;

    /// Adds a group after exactly `expected` entries. When it answers, the group is durable; when it
    /// fails, nothing of it is there. Only after [`StoreError::Io`] this is unknown until the store
    /// is opened again.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn append(&self, expected: u64, group: &Group) -> Result<(), StoreError>;

    /// Entries from number `from` on, at most `limit`; fewer at the end.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn entries(&self, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError>;

    /// How a request was answered; none if it never was.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn request(&self, request: &RequestId) -> Result<Option<Answered>, StoreError>;

    /// How each of these requests was answered, in their order.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn requests(&self, requests: &[&RequestId]) -> Result<Vec<Option<Answered>>, StoreError> {
        requests.iter().map(|it| self.request(it)).collect()
    }

    /// Keeps a state, in place of older ones.
    ///
    /// # Errors
    /// As [`StoreError`] says; a state that has taken in more entries than there are is misshapen.
    fn put_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError>;

    /// The latest state kept.
    ///
    /// # Errors
    /// As [`StoreError`] says. Damage here is no loss: replay the entries instead.
    fn snapshot(&self) -> Result<Option<Snapshot>, StoreError>;

    /// A small piece by its name.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Keeps a small piece by its name, in place of what was there.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn put_meta(&self, key: &str, bytes: &[u8]) -> Result<(), StoreError>;

    /// The details of a person; none if never given or erased.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn personal(&self, person: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Keeps the details of a person, in place of what was there.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn put_personal(&self, person: &str, bytes: &[u8]) -> Result<(), StoreError>;

    /// Forgets the details of a person: afterwards they stand nowhere in this store. Answers whether
    /// there were any.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn erase_personal(&self, person: &str) -> Result<bool, StoreError>;

    /// Work that may wait: call it between asks, never while somebody waits for an answer.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    fn settle(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
