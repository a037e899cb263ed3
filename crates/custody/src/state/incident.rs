//! Incidents and concerns.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{id::*, names::Scope};

/// An incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// The report or ask that opened it, by name.
    pub cause: String,
    /// When.
    pub since: Timestamp,
    /// The weapon, where one is named.
    pub weapon: Option<WeaponId>,
    /// The scene, where one is named.
    pub scene: Option<SceneId>,
    /// The lot, where one is named.
    pub lot: Option<LotId>,
    /// How far its stand-down reaches, while it is not lifted.
    pub stand_down: Option<Scope>,
    /// Who acted in it: none of them lifts or closes.
    pub acted: BTreeSet<PersonId>,
    /// Deadlines of the law that run.
    pub clocks: Vec<Clock>,
    /// Every touch of what is preserved by it.
    pub touched: Vec<Touched>,
    /// Cause and action, once closed.
    pub closed: Option<Closed>,
}

/// A touch of something that is to stay as found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// When.
    pub at: Timestamp,
    /// By whom, where named.
    pub by: Option<PersonId>,
    /// The weapon.
    pub weapon: WeaponId,
    /// The ask or report, by name.
    pub what: String,
}

/// A deadline of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The rule that started it.
    pub rule: String,
    /// Who must be told.
    pub to: String,
    /// By when.
    pub due: Timestamp,
    /// When they were told.
    pub told: Option<Timestamp>,
}

/// How an incident was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// What caused it.
    pub cause: String,
    /// What is done about it.
    pub action: String,
    /// When.
    pub at: Timestamp,
}

/// A concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    /// What it is about.
    pub about: String,
    /// When it was first raised.
    pub since: Timestamp,
    /// How often it was raised.
    pub raised: u32,
    /// Who took it on to answer it.
    pub owner: Option<PersonId>,
    /// The answer.
    pub answer: Option<String>,
}
