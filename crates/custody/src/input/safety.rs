//! Bodies of the asks about the day, stops, holds, stand-downs and the clock.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{IncidentId, SceneId, VoiceId, WeaponId};

/// Open the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenDay {}

/// Wrap the day: every weapon in a safe, every round accounted for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrapDay {}

/// Answer an open stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerStop {
    /// The scene it holds; left out: the stop of the whole set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<SceneId>,
    /// What was found and done.
    pub answer: String,
}

/// Answer a concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerConcern {
    /// The concern, as the record numbered it: `concern-1`.
    pub concern: VoiceId,
    /// The answer.
    pub answer: String,
}

/// End the hold on a weapon: timer run, clear check made, dud counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndHold {
    /// The weapon.
    pub weapon: WeaponId,
    /// What was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
}

/// Lift the stand-down of an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiftStandDown {
    /// The incident, as the record numbered it: `incident-1`.
    pub incident: IncidentId,
}

/// Close an incident with cause and action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseIncident {
    /// The incident, as the record numbered it: `incident-1`.
    pub incident: IncidentId,
    /// What caused it.
    pub cause: String,
    /// What is done so that it does not happen again.
    pub action: String,
}

/// Confirm the hub's clock after it stepped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmTime {}
