//! What the armory answers.

use std::sync::Arc;

use custody::{answered::Consequence, id::IncidentId};
use jiff::Timestamp;
use rules::desk::RowDecision;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The answer to a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Receipt {
    /// It was answered, and the answer stands in the record unless it says otherwise.
    Answered(Arc<Answer>),
    /// What it rests on has changed since the device looked: nothing was decided, nothing is kept.
    Stale(Stale),
    /// It cannot be taken as it is: nothing was decided, nothing is kept.
    Refused(Refused),
}

impl Receipt {
    /// The answer, where there is one.
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Answered(answer) => Some(answer),
            Self::Stale(_) | Self::Refused(_) => None,
        }
    }

    /// Whether a screen may show green: a durable go that, when it is told again, still holds.
    pub fn green(&self) -> bool {
        let green = |it: &Answer| it.go == Some(true) && it.still_holds != Some(false);
        self.answer().is_some_and(green)
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// The request.
    pub request: String,
    /// Its place in the record; none while it is not recorded.
    pub seq: Option<u64>,
    /// When it was received: the first time, where it is told again.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// Every row is a go; none for a report.
    pub go: Option<bool>,
    /// Row by row, with every reason and warning; a report has none.
    pub rows: Vec<RowDecision>,
    /// What rules added.
    pub consequences: Vec<Consequence>,
    /// The incident it opened.
    pub incident: Option<IncidentId>,
    /// Digests of the books that decided.
    pub books: Vec<String>,
    /// It was answered before, and this is that answer told again.
    pub told_again: bool,
    /// A go that is told again: whether what it allowed still stands.
    pub still_holds: Option<bool>,
    /// The record could not be written: an ask is a no, a report is kept and written first when it can be.
    pub not_recorded: bool,
}

/// What it rests on has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stale {
    /// The request.
    pub request: String,
    /// What changed.
    pub changed: Vec<Changed>,
}

/// A thing that changed since the device looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Changed {
    /// The thing: `weapon:h1`.
    pub thing: String,
    /// The entry that the device saw last.
    pub seen: u64,
    /// The last entry that touched it.
    pub last: u64,
    /// What that entry is: `issue`.
    pub what: String,
}

/// Why a submission cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refused {
    /// The request was used before, for something else.
    OtherBody {
        /// The request.
        request: String,
    },
    /// It makes an entry of more bytes than a record takes.
    TooLarge {
        /// The request.
        request: String,
        /// So many.
        bytes: usize,
        /// The most.
        most: usize,
    },
    /// It holds something that no record keeps.
    NotKept {
        /// The request.
        request: String,
        /// What.
        what: String,
    },
}

impl Refused {
    /// What is wrong, in a sentence.
    pub fn says(&self) -> String {
        match self {
            Self::OtherBody { request } => {
                format!("The request {request} was used before, for something else.")
            }
            Self::TooLarge { bytes, most, .. } => {
                format!("This makes an entry of {bytes} bytes; the most is {most}.")
            }
            Self::NotKept { what, .. } => format!("This cannot be kept: {what}."),
        }
    }

    /// What to do.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::OtherBody { .. } => "Give the new request a name of its own.",
            Self::TooLarge { .. } => {
                "Split it, or file the long part as an attachment and name its hash."
            }
            Self::NotKept { .. } => "Write whole numbers only.",
        }
    }
}
