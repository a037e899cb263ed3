//! A scene: plan, assessment, schedule, meeting, zone, activity.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::Document;
use crate::{
    id::*,
    input::{planning::PlanScene, weapon::Inside},
    names::Activity,
};

/// A scene of the script.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Scene {
    /// Where it is, when not where the unit is.
    pub place: Option<String>,
    /// The plan and how it stands.
    pub plan: Option<Plan>,
    /// Its risk assessment.
    pub assessed: Option<Assessed>,
    /// Set-ups accepted.
    pub set_ups: BTreeSet<SetUpId>,
    /// Days it is scheduled on.
    pub scheduled: BTreeSet<Date>,
    /// Who met about it, and on which day.
    pub met: Option<Met>,
    /// Who is inside.
    pub zone: Option<Zone>,
    /// What is running.
    pub activity: Option<Running>,
    /// When the last activity ended.
    #[serde(default)]
    pub ended: Option<Timestamp>,
    /// When a take of it last came to its end.
    #[serde(default)]
    pub performed: Option<Timestamp>,
    /// A stop of this scene is open.
    pub stopped: bool,
    /// Incidents by which it stands down.
    pub stood_down_by: BTreeSet<IncidentId>,
    /// Documents filed for it, by topic.
    pub documents: BTreeMap<String, Document>,
    /// What was acknowledged of it, by what, and by whom.
    pub acknowledged: BTreeMap<String, BTreeSet<PersonId>>,
    /// Weapons out on issue for it.
    pub issued: BTreeSet<WeaponId>,
}

/// A plan and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The envelope.
    pub envelope: PlanScene,
    /// Proposed, in force or lapsed.
    pub status: PlanStatus,
    /// Revision, from 1.
    pub revision: u32,
    /// Measures approved.
    pub measures: BTreeSet<String>,
}

/// How a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanStatus {
    /// Planned, not approved.
    Proposed,
    /// Approved.
    InForce,
    /// Something outside it was added.
    Lapsed,
}

/// A risk assessment of a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessed {
    /// What it covers.
    pub covers: BTreeSet<String>,
    /// A meaningful change came after it.
    pub stale: bool,
}

/// A safety meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// On this day.
    pub date: Date,
    /// Who was there.
    pub present: BTreeSet<PersonId>,
    /// On the spot, with a walk-through.
    pub on_site: bool,
}

/// A zone that was cleared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// When.
    pub since: Timestamp,
    /// Everybody inside.
    pub inside: Vec<Inside>,
    /// The lookout.
    pub lookout: Option<PersonId>,
}

/// A running activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// Which.
    pub activity: Activity,
    /// For which set-up.
    pub set_up: SetUpId,
    /// Since when.
    pub since: Timestamp,
}
