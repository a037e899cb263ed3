//! What people tell the record: an ask ("may I?") or a report ("this happened").

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod ask;
pub mod intake;
pub mod lines;
pub mod people;
pub mod planning;
pub mod report;
pub mod safety;
pub mod weapon;

pub use ask::Ask;
pub use lines::Lines;
pub use report::Report;

use crate::{
    id::PersonId,
    names::{As, Means},
};

/// A person who answers on an ask: as what, and by which means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct With {
    /// Who answers.
    pub person: PersonId,
    /// As what.
    #[serde(rename = "as")]
    pub role: As,
    /// By which means; left out: attested by the asker, the weakest.
    #[serde(default = "attested")]
    pub means: Means,
}

const fn attested() -> Means {
    Means::Attested
}

/// An ask or a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum What {
    /// May I?
    Ask(Ask),
    /// This happened.
    Report(Report),
}

/// An ask or a report as it reaches the record: when, from whom, with whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// When the record received it.
    pub at: Timestamp,
    /// The day in the set's zone: books are chosen and papers expire by it.
    pub date: Date,
    /// Who asks or reports; none for a stop or concern without a name.
    pub by: Option<PersonId>,
    /// Who answers with the asker.
    pub with: Vec<With>,
    /// The ask or report.
    pub what: What,
}

impl What {
    /// The machine name: `issue`, `discharge`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ask(ask) => ask.name(),
            Self::Report(report) => report.name(),
        }
    }
}

impl Input {
    /// The people who answered as `role`, in the order they answered.
    pub fn answering(&self, role: As) -> impl Iterator<Item = &PersonId> {
        self.with
            .iter()
            .filter(move |w| w.role == role)
            .map(|w| &w.person)
    }
}
