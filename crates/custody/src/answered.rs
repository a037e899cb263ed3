//! An input together with its answer: what the fold takes in, once and in order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{input::Input, names::Scope};

/// What a rule adds to an entry when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Weapons work stops, as far as the scope reaches. Opens an incident.
    StandDown(Scope),
    /// A deadline of the law begins. Opens an incident.
    Clock {
        /// Hours until it is due.
        hours: u32,
        /// Who must be told.
        to: String,
    },
    /// The weapon is held.
    Hold,
    /// The weapon or lot is put aside.
    Quarantine,
    /// The weapon is preserved as found. Opens an incident.
    Preserve,
    /// An incident opens.
    Incident,
    /// Something must be kept on record.
    Record,
}

/// An effect, with the rule it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Consequence {
    /// The rule.
    pub rule: String,
    /// What it adds.
    pub effect: Effect,
}

/// An input with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The ask or report.
    pub input: Input,
    /// An ask: go or no-go, row by row. A report: empty.
    pub rows: Vec<bool>,
    /// What rules added.
    pub consequences: Vec<Consequence>,
}
