//! One entry: an input, its answer, and the books that gave it.

use custody::{answered::Answered, id::IncidentId};
use serde::{Deserialize, Serialize};

/// One entry of a record. Signatures come with the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place in the log, from 1; entry 0 founds the record.
    pub seq: u64,
    /// Input and answer.
    #[serde(flatten)]
    pub answered: Answered,
    /// Ids of the rules and laws that said no, row by row.
    pub because: Vec<Vec<String>>,
    /// The incident it opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentId>,
    /// Digest of the books that decided.
    pub books: String,
    /// Version of the program that decided.
    pub engine: String,
}

/// What entry 0 says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founding {
    /// Where the record comes from; a replayed one is never served.
    pub origin: String,
    /// The place.
    pub place: String,
    /// Screen, stage or reenactment.
    pub kind: custody::names::Kind,
    /// People enrolled with it, with their roles.
    pub people: std::collections::BTreeMap<custody::id::PersonId, Vec<custody::names::Role>>,
}
