//! One entry: what was asked or reported, how it was answered, and by which books.

use std::{collections::BTreeMap, fmt};

use custody::{
    answered::{Answered, Consequence},
    id::{IncidentId, PersonId},
    input::{Input, What, With},
    names::{Kind, Role},
    state::{Person, State},
};
use jiff::{Timestamp, civil::Date};
use ledger::MAX_ENTRY;
use rules::desk::Decision;
use serde::{Deserialize, Serialize};

use crate::canonical::{self, NotCanonical};

/// The form of entries that this program writes.
pub const FORMAT: u32 = 1;

/// The version of the program that decides.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// One entry of a record. Entry 0 is a [`Founding`] instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its place in the log, from 1.
    pub seq: u64,
    /// When the record received it, by the hub's clock.
    pub at: Timestamp,
    /// The day in the set's zone.
    pub date: Date,
    /// The clock was found to have stepped since the entry before: law 11.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub clock_stepped: bool,
    /// Who asks or reports; none for a stop or concern without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// Who answers with the asker, as what and by which means.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<With>,
    /// The name that a device gave the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// When it was asked or happened, as the device says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_at: Option<Timestamp>,
    /// The device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// The ask or report.
    pub what: What,
    /// Go or no-go, row by row; a report has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowVerdict>,
    /// What rules added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consequences: Vec<Consequence>,
    /// The incident it opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentId>,
    /// Digests of the books that decided.
    pub books: Vec<String>,
    /// Version of the program that decided.
    pub engine: String,
}

/// The answer to one row of an ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowVerdict {
    /// Go or no-go.
    pub go: bool,
    /// Ids of the rules and laws that said no.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<String>,
}

/// How an input came in, beside what it says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Came {
    /// The name that a device gave the request.
    pub request: Option<String>,
    /// When it was asked or happened, as the device says.
    pub claimed_at: Option<Timestamp>,
    /// The device.
    pub device: Option<String>,
    /// The clock was found to have stepped since the entry before.
    pub clock_stepped: bool,
}

/// Entry 0: who founds the record, where, of what, with whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Founding {
    /// 0.
    pub seq: u64,
    /// The form of the entries: [`FORMAT`].
    pub format: u32,
    /// When.
    pub at: Timestamp,
    /// The name of the log; a replayed one is never served.
    pub origin: String,
    /// The key that checks its checkpoints; a replayed one has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Who founds it; nobody in a replay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founder: Option<PersonId>,
    /// The place.
    pub place: String,
    /// The zone of its days, as `America/Denver`.
    pub zone: String,
    /// Screen, stage or reenactment.
    pub kind: Kind,
    /// People enrolled with it, with their roles.
    pub people: BTreeMap<PersonId, Vec<Role>>,
    /// Digest of the books in force on that day.
    pub books: String,
    /// Version of the program.
    pub engine: String,
}

/// Why an entry is not kept, or cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryError {
    /// It has so many bytes; the most is [`MAX_ENTRY`].
    TooLarge(usize),
    /// It is not written as a record writes it.
    NotCanonical(NotCanonical),
    /// It is of a form that a newer program writes.
    Newer(u32),
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => write!(
                f,
                "this makes an entry of {bytes} bytes, the most is {MAX_ENTRY}"
            ),
            Self::NotCanonical(why) => write!(f, "{why}"),
            Self::Newer(format) => write!(
                f,
                "the record is of form {format}, this program knows form {FORMAT}"
            ),
        }
    }
}

impl std::error::Error for EntryError {}

impl From<NotCanonical> for EntryError {
    fn from(wrong: NotCanonical) -> Self {
        Self::NotCanonical(wrong)
    }
}

impl Entry {
    /// An entry from an input and its answer. The incident is known once it is folded.
    pub fn new(seq: u64, input: &Input, came: Came, decision: &Decision) -> Self {
        let Input {
            at,
            date,
            by,
            with,
            what,
        } = input.clone();
        Self {
            seq,
            at,
            date,
            clock_stepped: came.clock_stepped,
            by,
            with,
            request: came.request,
            claimed_at: came.claimed_at,
            device: came.device,
            what,
            rows: verdicts(decision),
            consequences: decision.consequences.clone(),
            incident: None,
            books: digests(decision),
            engine: ENGINE.to_owned(),
        }
    }

    /// The bytes as they are kept: the leaf of the log.
    ///
    /// # Errors
    /// When there are more than [`MAX_ENTRY`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, EntryError> {
        self.to_bytes_with(0)
    }

    /// The same, where so many bytes more must fit.
    ///
    /// # Errors
    /// When they would not.
    pub fn to_bytes_with(&self, room: usize) -> Result<Vec<u8>, EntryError> {
        let bytes = canonical::to_bytes(self)?;
        match bytes.len().saturating_add(room) <= MAX_ENTRY {
            true => Ok(bytes),
            false => Err(EntryError::TooLarge(bytes.len().saturating_add(room))),
        }
    }

    /// Reads an entry as it was kept.
    ///
    /// # Errors
    /// When these are not the bytes of an entry.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, EntryError> {
        Ok(canonical::from_bytes(bytes)?)
    }

    /// The input, as the rules and the fold take it.
    pub fn input(&self) -> Input {
        Input {
            at: self.at,
            date: self.date,
            by: self.by.clone(),
            with: self.with.clone(),
            what: self.what.clone(),
        }
    }

    /// The input with its answer, as the fold takes it.
    pub fn answered(&self) -> Answered {
        Answered {
            input: self.input(),
            rows: self.rows.iter().map(|row| row.go).collect(),
            consequences: self.consequences.clone(),
        }
    }

    /// Every row is a go; a report is none.
    pub fn go(&self) -> Option<bool> {
        match self.what {
            What::Ask(_) => Some(!self.rows.is_empty() && self.rows.iter().all(|row| row.go)),
            What::Report(_) => None,
        }
    }
}

/// The digests that a decision names.
pub fn digests(decision: &Decision) -> Vec<String> {
    let named = decision.digest.split('+').filter(|it| !it.is_empty());
    named.map(str::to_owned).collect()
}

/// What a decision says, row by row.
pub fn verdicts(decision: &Decision) -> Vec<RowVerdict> {
    let rows = decision.rows.iter().map(|row| RowVerdict {
        go: row.go,
        because: row.reasons.iter().map(|why| why.rule.clone()).collect(),
    });
    rows.collect()
}

impl Founding {
    /// The bytes as they are kept.
    ///
    /// # Errors
    /// When there are more than [`MAX_ENTRY`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, EntryError> {
        small_enough(canonical::to_bytes(self)?)
    }

    /// Reads entry 0 as it was kept.
    ///
    /// # Errors
    /// When these are not its bytes, or a newer program wrote them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, EntryError> {
        let form: Form =
            serde_json::from_slice(bytes).map_err(|wrong| NotCanonical::Form(wrong.to_string()))?;
        match form.format > FORMAT {
            true => Err(EntryError::Newer(form.format)),
            false => Ok(canonical::from_bytes(bytes)?),
        }
    }

    /// What is true after it: its people are enrolled and on the set.
    pub fn state(&self) -> State {
        let mut state = State::default();
        state.unit.place.clone_from(&self.place);
        state.unit.kind = self.kind;
        for (handle, roles) in &self.people {
            let person = Person {
                roles: roles.iter().copied().collect(),
                present: true,
                ..Person::default()
            };
            state.people.insert(handle.clone(), person);
        }
        state.unit.last = Some(self.at);
        state
    }
}

/// As much of entry 0 as every version must read.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

fn small_enough(bytes: Vec<u8>) -> Result<Vec<u8>, EntryError> {
    match bytes.len() <= MAX_ENTRY {
        true => Ok(bytes),
        false => Err(EntryError::TooLarge(bytes.len())),
    }
}
