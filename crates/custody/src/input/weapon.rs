//! Bodies of the asks about a weapon, one or a line.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    id::{LotId, PersonId, SetUpId, WeaponId},
    input::intake::FromRecord,
    names::{Activity, BoreMethod, Edge, Protection, Seen},
    rounds::Account,
};

/// Take a weapon out of the safe, into the asker's custody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckOut {
    /// The weapon.
    pub weapon: WeaponId,
    /// What for: `rehearsal`, `training`, `filming`, `content`, `maintenance`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

/// Check a weapon before a witness: each position as it was seen. Left out: not seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The weapon.
    pub weapon: WeaponId,
    /// Tier A: each position, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Seen>,
    /// Tier A: the bore.
    #[serde(default = "not_seen")]
    pub bore: Seen,
    /// Tier A: how the bore was seen through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bore_by: Option<BoreMethod>,
    /// Tier A: magazine out and looked at; a weapon without one says `empty`.
    #[serde(default = "not_seen")]
    pub magazine: Seen,
    /// Tag read and the same.
    #[serde(default)]
    pub tag_read: bool,
    /// Tier B: plug seen or body flexed.
    #[serde(default)]
    pub inert_seen: bool,
    /// The twin was looked at and ruled out.
    #[serde(default)]
    pub twin_ruled_out: bool,
    /// Tier C: edge and point, felt along their length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edge: Option<Edge>,
    /// Tier C: blade, head and grip are firm.
    #[serde(default)]
    pub fixing_firm: bool,
    /// Tier D: the maker's paper for that use was read.
    #[serde(default)]
    pub paper_read: bool,
    /// Muzzle-loader: the ramrod was dropped down the bore and rang on the breech.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ramrod_rang: bool,
    /// Electrically fired: battery or circuit is out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub power_out: bool,
}

const fn not_seen() -> Seen {
    Seen::NotSeen
}

/// One round into one position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IntoPosition {
    /// Position, from 1.
    pub position: u16,
    /// The lot.
    pub lot: LotId,
}

/// Load a weapon before a witness, each round into its position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Load {
    /// The weapon.
    pub weapon: WeaponId,
    /// For this set-up.
    pub set_up: SetUpId,
    /// Rounds, by position.
    pub rounds: Vec<IntoPosition>,
    /// From this account; left out: the asker's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Account>,
    /// Out of a magazine, belt or loader that was filled apart: each round was seen by itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub each_seen: bool,
}

/// Show a weapon to persons' eyes. A decline is recorded without blame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// The weapon.
    pub weapon: WeaponId,
    /// To whom it is offered.
    pub to: BTreeSet<PersonId>,
    /// With a dry fire at the ground, as asked for.
    #[serde(default)]
    pub dry_fire: bool,
}

/// Put a weapon into a bearer's hand for a set-up; the bearer confirms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The weapon.
    pub weapon: WeaponId,
    /// Who will bear it.
    pub bearer: PersonId,
    /// For this set-up.
    pub set_up: SetUpId,
    /// For this; left out: what the plan lets it be used for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
    /// Mark on the floor, as a letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
    /// The on-duty handler whose eyes stay on it; left out: the asker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watched_by: Option<PersonId>,
    /// The bearer was told the aim point, the load and where cases go.
    #[serde(default)]
    pub briefed: bool,
}

/// Send a weapon away with a carrier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Send {
    /// The weapon.
    pub weapon: WeaponId,
    /// Where to: a place, as `hu`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_place: Option<String>,
    /// The carrier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<PersonId>,
    /// Locked and unloaded.
    #[serde(default)]
    pub locked: bool,
    /// Topic of the filed document that allows the journey: its route, places and period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorisation: Option<String>,
    /// The record of the unit that will receive it, by the name of its log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_record: Option<String>,
    /// Back to who lent it: the loan ends with it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub returned: bool,
}

/// Receive a weapon that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receive {
    /// The weapon.
    pub weapon: WeaponId,
    /// The entry of another unit's record by which it was sent back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_record: Option<FromRecord>,
}

/// A person inside the zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inside {
    /// Who.
    pub person: PersonId,
    /// How far from the nearest muzzle, in centimetres.
    pub distance_cm: u32,
    /// In the line of fire.
    #[serde(default)]
    pub in_line: bool,
    /// How far off the line of fire, in degrees; left out: unknown, treated as in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off_line_degrees: Option<u16>,
    /// How protected, seen on the person.
    #[serde(default)]
    pub protection: BTreeSet<Protection>,
    /// The person confirmed it.
    #[serde(default)]
    pub confirmed: bool,
}

/// Say who is inside, each seen and confirmed. Holds for one sequence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClearZone {
    /// For this set-up.
    pub set_up: SetUpId,
    /// Everybody inside.
    pub inside: Vec<Inside>,
    /// A lookout holds every way by which the public could come in or see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lookout: Option<PersonId>,
}

/// Announce a weapon to the set, with the sentence printed from what is proven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Announce {
    /// The weapon.
    pub weapon: WeaponId,
    /// The words used; left out: the printed sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// Begin an activity of a set-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginActivity {
    /// The set-up.
    pub set_up: SetUpId,
    /// Rehearsal, dry run, take, training or test fire.
    pub activity: Activity,
    /// The take, counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub take: Option<u32>,
}

/// Begin a firing sequence of a weapon: its planned shots in this take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClearToFire {
    /// The weapon.
    pub weapon: WeaponId,
    /// In this set-up.
    pub set_up: SetUpId,
    /// Shots planned.
    pub shots: u32,
}
