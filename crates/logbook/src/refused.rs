//! An ask that was refused: a near miss, and how soon it was put right.

use std::collections::BTreeSet;

use custody::id::PersonId;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Entry;

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Refused {
    /// Its entry.
    pub seq: u64,
    /// When.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// Who asked.
    pub by: Option<PersonId>,
    /// What for: `issue`.
    pub what: String,
    /// The things it is about: `weapon:h1`.
    pub about: BTreeSet<String>,
    /// Ids of the rules and laws that said no.
    pub because: BTreeSet<String>,
    /// When the same was asked again, and was a go.
    #[schemars(with = "Option<String>")]
    pub remedied: Option<Timestamp>,
}

impl Refused {
    /// The refusal that an entry is, about these things.
    pub fn of(entry: &Entry, about: BTreeSet<String>) -> Self {
        let because = entry.rows.iter().flat_map(|row| &row.because);
        Self {
            seq: entry.seq,
            at: entry.at,
            by: entry.by.clone(),
            what: entry.what.name().to_owned(),
            about,
            because: because.cloned().collect(),
            remedied: None,
        }
    }
}

/// Puts right whatever was refused before of what goes now: the same ask, about all the same things.
pub fn put_right(refused: &mut [Refused], entry: &Entry, about: &BTreeSet<String>) {
    let name = entry.what.name();
    for refused in refused {
        let same = refused.what == name && refused.about.is_subset(about);
        if same && refused.remedied.is_none() {
            refused.remedied = Some(entry.at);
        }
    }
}
