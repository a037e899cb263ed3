//! Bodies of the asks about people.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    id::{LotId, PersonId, WeaponId},
    names::{Role, Standing, WeaponClass},
};

/// Bring a person into the record, under a role-like handle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enroll {
    /// The new person.
    pub person: PersonId,
    /// A minor until this day; left out: enrolled as an adult.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub minor_until: Option<Date>,
    /// First roles, given with the enrolment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
}

/// Give a person a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignRole {
    /// Who gets it.
    pub person: PersonId,
    /// The role.
    pub role: Role,
}

/// A permit, licence, clearance or course certificate: decision facts only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// What it is, as the books name it: `csatf_s`, `ca_entertainment_firearms_permit`.
    pub kind: String,
    /// Day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub issued: Option<Date>,
    /// Last day on which it counts; left out: no end stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub expires: Option<Date>,
    /// Day on which its standing was last looked up with the issuer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub status_checked: Option<Date>,
    /// Held, revoked, or the person is barred.
    #[serde(default = "held")]
    pub standing: Standing,
    /// Weapon classes it covers; empty: it does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<WeaponClass>,
}

const fn held() -> Standing {
    Standing::Held
}

/// Brief and train a person on named weapons. Counts as training on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Induct {
    /// Who is inducted; must confirm.
    pub person: PersonId,
    /// The weapons, by tag.
    pub weapons: Vec<WeaponId>,
    /// Papers seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<Paper>,
    /// Minutes it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// Take a duty for oneself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeDuty {
    /// `weapons`, or the name of another duty; left out: weapons.
    #[serde(default = "weapons")]
    pub duty: String,
}

/// Drop a duty of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DropDuty {
    /// `weapons`, or the name of another duty; left out: weapons.
    #[serde(default = "weapons")]
    pub duty: String,
}

fn weapons() -> String {
    "weapons".to_owned()
}

/// Rounds of one lot, counted by eye.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// The lot.
    pub lot: LotId,
    /// How many.
    pub rounds: u32,
}

/// The asker takes over every weapon and round that `from` has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relieve {
    /// The handler who is relieved; must accept.
    pub from: PersonId,
    /// Each weapon scanned.
    #[serde(default)]
    pub weapons: Vec<WeaponId>,
    /// Rounds in the handler's hands, counted.
    #[serde(default)]
    pub rounds: Vec<Counted>,
}

/// Record a paper of a person; another confirms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordQualification {
    /// Whose paper it is.
    pub person: PersonId,
    /// The paper.
    pub paper: Paper,
}

/// Record training on named weapons or whole classes; the person confirms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordTraining {
    /// Who was trained.
    pub person: PersonId,
    /// On these weapons.
    #[serde(default)]
    pub weapons: Vec<WeaponId>,
    /// On these classes.
    #[serde(default)]
    pub classes: Vec<WeaponClass>,
    /// The course, as a paper, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Paper>,
}

/// Record a consent; asked by the person or the guardian.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordConsent {
    /// Who it is about.
    pub person: PersonId,
    /// What is consented to: `handle_weapons`, `be_near_weapons`.
    pub to: String,
    /// Written down and shown.
    #[serde(default)]
    pub written: bool,
    /// Last day on which it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub expires: Option<Date>,
}
