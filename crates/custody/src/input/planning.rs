//! Bodies of the asks about planning.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    id::{AttachmentId, BookId, IncidentId, PersonId, SceneId, SetUpId, VoiceId, WeaponId},
    names::{Answer, DocumentKind, Kind, Protection, RoundClass, Use, WeaponClass},
};

/// Say where the production is, or where one scene is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPlace {
    /// Nested place, as `us/us-ca/us-ca-la`.
    pub place: String,
    /// Only for this scene.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<SceneId>,
    /// Screen, stage or reenactment; left out: as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Traits of the production that a law turns on, as `pilot` (tax-credit pilot).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub traits: Vec<String>,
}

/// Put a house book in force, with its settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdoptHouseBook {
    /// The book.
    pub book: BookId,
    /// Its settings: limits that can only tighten, as `check_age_minutes`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settings: BTreeMap<String, i64>,
}

/// The most a weapon is to be loaded with in a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedLoad {
    /// The weapon.
    pub weapon: WeaponId,
    /// Of this class.
    pub class: RoundClass,
    /// So many, and not one more.
    pub rounds: u32,
    /// Heaviest charge of each, in milligrams; left out: as its maker made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_mg: Option<u32>,
}

/// A person the plan lets be inside while a weapon is fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedInside {
    /// Who.
    pub person: PersonId,
    /// Not nearer to the muzzle than this, in centimetres.
    pub least_cm: u32,
    /// May stand in the line of fire.
    #[serde(default)]
    pub in_line: bool,
    /// With this protection.
    #[serde(default)]
    pub protection: BTreeSet<Protection>,
}

/// Plan a scene: the envelope within which weapons may be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanScene {
    /// The scene. A set-up of the same id is made with it.
    pub scene: SceneId,
    /// Weapons it uses.
    #[serde(default)]
    pub weapons: BTreeSet<WeaponId>,
    /// Classes it uses, any weapon of them.
    #[serde(default)]
    pub classes: BTreeSet<WeaponClass>,
    /// What for.
    #[serde(default)]
    pub uses: BTreeSet<Use>,
    /// Most rounds in each weapon.
    #[serde(default)]
    pub load: Vec<PlannedLoad>,
    /// Most shots of one weapon in one take.
    #[serde(default)]
    pub shots: u32,
    /// A weapon is pointed or fired at a person; left out: unknown, treated as yes.
    #[serde(default = "unknown")]
    pub at_person: Answer,
    /// Fired towards a camera or the crew, or cases fly their way; left out: unknown, treated as yes.
    #[serde(default = "unknown")]
    pub toward_crew: Answer,
    /// Least distance from a muzzle that fires to any person, in centimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_distance_cm: Option<u32>,
    /// Who may be inside, and how protected.
    #[serde(default)]
    pub inside: Vec<PlannedInside>,
    /// Weapons stay in the bearer's hand between takes, when nothing was fired.
    #[serde(default)]
    pub held_between_takes: bool,
    /// Can be seen or heard by the public; left out: unknown, treated as yes.
    #[serde(default = "unknown")]
    pub public: Answer,
    /// On land or in a building of the city or the state; left out: unknown, treated as yes.
    #[serde(default = "unknown", skip_serializing_if = "not_said")]
    pub public_property: Answer,
    /// A closed small space, as a lift or car; left out: unknown.
    #[serde(default = "unknown")]
    pub confined: Answer,
    /// A blank-only or inert weapon would do as well.
    #[serde(default = "unknown")]
    pub safer_would_do: Answer,
    /// What it is for: `rehearsal`, `training`, `filming`, `content`; left out: unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Devices in it were judged for use in a hand or on a body.
    #[serde(default)]
    pub devices_judged: bool,
    /// Revision of the choreography that is played, as `3`; left out: there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choreography: Option<String>,
    /// Who must be on the set while weapons are used, as roles or kinds of papers: `medic`,
    /// `officer`, `supervising_licensee`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub presences: BTreeSet<String>,
    /// Handlers that it takes; left out: as many as the books ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handlers: Option<u32>,
}

const fn unknown() -> Answer {
    Answer::Unknown
}

const fn not_said(answer: &Answer) -> bool {
    matches!(answer, Answer::Unknown)
}

/// Add a set-up to a planned scene, on the spot. Scheduled for today by this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddSetUp {
    /// The scene.
    pub scene: SceneId,
    /// The new set-up.
    pub set_up: SetUpId,
    /// Something outside the plan's envelope, in a few words; left out: inside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside_plan: Option<String>,
}

/// Record a risk assessment: general, or of one scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessRisk {
    /// The scene; left out: the general assessment of the production.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<SceneId>,
    /// What it says: `activity`, `hazards`, `controls`, `risk_without_controls`,
    /// `risk_with_controls`, `exposed_group`, `mitigation_plan`.
    #[serde(default)]
    pub covers: BTreeSet<String>,
}

/// Put a plan in force: what it does to persons is judged here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveMitigation {
    /// The scene.
    pub scene: SceneId,
    /// Measures taken: `off_axis`, `optical_cheat`, `close_range_blank`, `shield`,
    /// `sound_added_later`, `inert_weapon`, `remote_device`.
    #[serde(default)]
    pub measures: BTreeSet<String>,
}

/// Declare the use of bullet rounds under an exception of the place's law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareLiveException {
    /// Which: `supervised_range`, `essential_to_subject`, `trained_military_or_police`.
    pub exception: String,
    /// The evidence, as filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

/// File a document: decision facts only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileDocument {
    /// Kind.
    pub kind: DocumentKind,
    /// What it is, as the books name it: `police_notice`, `film_permit`, `neighbour_notice`.
    pub topic: String,
    /// Only for this scene.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<SceneId>,
    /// Only for this weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
    /// Only for this person: a permit, a certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Last day on which it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub expires: Option<Date>,
    /// What it states, as conditions: `weapons_declared`, `quarter_loads_only`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub states: BTreeSet<String>,
    /// It answers a deadline of this incident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentId>,
    /// Who was told by it, as the deadline names them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Photos of it, kept beside the record by their hashes.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub attachments: BTreeSet<AttachmentId>,
}

/// Publish the schedule of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishSchedule {
    /// The day; left out: today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
    /// Scenes on it.
    pub scenes: BTreeSet<SceneId>,
    /// Safety bulletins attached or given out.
    #[serde(default)]
    pub bulletins_attached: bool,
}

/// Hold the safety meeting of the day for these scenes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldMeeting {
    /// The scenes it is about.
    pub scenes: BTreeSet<SceneId>,
    /// Who was there, each scanned.
    pub present: BTreeSet<PersonId>,
    /// On the spot, with a walk-through.
    #[serde(default)]
    pub on_site: bool,
    /// What was gone through: `action`, `deviations`, `abort`, `chain_of_command`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub covers: BTreeSet<String>,
}

/// Acknowledge something: one's own act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledge {
    /// What: `plan`, `choreography`, `bulletin_2`, `minor_place`, `training_request`, `concern`.
    pub what: String,
    /// Of this scene.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<SceneId>,
    /// The revision that was read, of a choreography.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// The concern that one takes on oneself to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concern: Option<VoiceId>,
}
