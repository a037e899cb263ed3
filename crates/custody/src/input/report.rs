//! Every report: what happened. A report is never refused; it pulls the state to the safe side.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Ask,
    intake::{DeliveredLot, DeliveredWeapon, Features},
    lines::Lines,
};
use crate::{
    id::{IncidentId, LotId, PersonId, SceneId, SetUpId, VoiceId, WeaponId},
    names::{Ending, Resting, RoundClass, RoundState, Severity},
    rounds::Account,
};

macro_rules! reports {
    ($($(#[$doc:meta])* $variant:ident($body:ty) = $name:literal,)*) => {
        /// A report, by the name in its `report` field.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "report")]
        pub enum Report {
            $($(#[$doc])* #[serde(rename = $name)] $variant($body),)*
        }

        impl Report {
            /// The machine names of all reports.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];

            /// The machine name of this report.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $name,)*
                }
            }
        }
    };
}

reports! {
    /// A weapon was taken back from its bearer.
    Collect(Lines<OfWeapon>) = "collect",
    /// Rounds were taken out of a weapon.
    Unload(Lines<Unload>) = "unload",
    /// A weapon was laid down.
    PutDown(Lines<PutDown>) = "put_down",
    /// A weapon was locked away.
    LockAway(Lines<LockAway>) = "lock_away",
    /// A weapon or lot was put aside.
    Quarantine(Quarantine) = "quarantine",
    /// A sequence or activity came to its end.
    End(End) = "end",
    /// Weapons and lots arrived.
    Delivery(Delivery) = "delivery",
    /// Weapons or rounds were turned away at the door.
    TurnedAway(TurnedAway) = "turned_away",
    /// A person arrived.
    Arrive(OfPerson) = "arrive",
    /// A person left.
    Leave(OfPerson) = "leave",
    /// A weapon was fired.
    ShotsFired(Lines<ShotsFired>) = "shots_fired",
    /// A round did not fire.
    Misfire(OfWeapon) = "misfire",
    /// A round fired late.
    HangFire(OfWeapon) = "hang_fire",
    /// A weapon stopped.
    Stoppage(OfWeapon) = "stoppage",
    /// Something is stuck in the bore.
    StuckInBore(OfWeapon) = "stuck_in_bore",
    /// A weapon or device went off unintended.
    Discharge(Discharge) = "discharge",
    /// A bullet round was found.
    BulletRoundFound(BulletRoundFound) = "bullet_round_found",
    /// A weapon or rounds are missing.
    Missing(Whereabouts) = "missing",
    /// A weapon or rounds were found.
    Found(Whereabouts) = "found",
    /// A weapon or rounds were left unattended.
    Unattended(Unattended) = "unattended",
    /// A weapon took the place of another.
    Swapped(Swapped) = "swapped",
    /// A weapon was changed.
    Altered(Altered) = "altered",
    /// A weapon is damaged.
    Damaged(OfWeapon) = "damaged",
    /// A weapon was cleaned.
    Cleaned(Lines<OfWeapon>) = "cleaned",
    /// Somebody was hurt.
    Injury(Injury) = "injury",
    /// Somebody was nearly hurt.
    NearMiss(NearMiss) = "near_miss",
    /// A person will not handle a weapon.
    Unwilling(OfPerson) = "unwilling",
    /// The police took a weapon or rounds.
    Seized(Whereabouts) = "seized",
    /// The authority released what was preserved.
    AuthorityReleased(AuthorityReleased) = "authority_released",
    /// Stop weapons work.
    Stop(Stop) = "stop",
    /// Raise a concern.
    Concern(Concern) = "concern",
    /// Decline to look, or to bear a weapon.
    Decline(Decline) = "decline",
    /// Ask to be shown again.
    ShowAgain(ShowAgain) = "show_again",
    /// Somebody did without a go what an ask describes.
    Breach(Breach) = "breach",
}

/// A report about one weapon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfWeapon {
    /// The weapon.
    pub weapon: WeaponId,
}

/// A report about one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfPerson {
    /// The person; left out: the reporter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
}

/// Rounds taken out: of one lot and state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakenOut {
    /// The lot.
    pub lot: LotId,
    /// Fresh, spent or dud.
    pub state: RoundState,
    /// How many.
    pub rounds: u32,
}

/// Rounds were taken out of a weapon, and counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unload {
    /// The weapon.
    pub weapon: WeaponId,
    /// What came out; left out: not counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub out: Vec<TakenOut>,
    /// Into this account; left out: the reporter's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Account>,
}

/// A weapon was laid down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutDown {
    /// The weapon.
    pub weapon: WeaponId,
    /// Where.
    pub on: Resting,
}

/// A weapon was locked away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LockAway {
    /// The weapon.
    pub weapon: WeaponId,
    /// Number of the seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
    /// Pieces of its kit that came back with it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub kit: BTreeSet<String>,
}

/// A weapon or lot was put aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quarantine {
    /// The weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
    /// Or the lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A sequence or activity came to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// The set-up.
    pub set_up: SetUpId,
    /// End, cut or cease; left out: end.
    #[serde(default = "end", rename = "as")]
    pub ending: Ending,
}

const fn end() -> Ending {
    Ending::End
}

/// What arrived. It is booked in quarantine until accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// The supplier, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PersonId>,
    /// Weapons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weapons: Vec<DeliveredWeapon>,
    /// Lots of rounds or charges.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<DeliveredLot>,
}

/// What was turned away at the door; it never came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TurnedAway {
    /// What it was, in a few words.
    pub what: String,
    /// Why.
    pub why: String,
}

/// A weapon was fired in a sequence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShotsFired {
    /// The weapon.
    pub weapon: WeaponId,
    /// How many shots.
    pub shots: u32,
}

/// A weapon or device went off unintended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Discharge {
    /// The weapon, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
    /// What went off, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RoundClass>,
    /// In this scene.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<SceneId>,
}

/// A bullet round was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BulletRoundFound {
    /// Among this lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// In this weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
    /// Where, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// A weapon or rounds are missing, found or seized.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Whereabouts {
    /// The weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
    /// Or the lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// How many rounds of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounds: Option<u32>,
    /// The account they were in, or are in now when found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// How it came about, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
}

/// A weapon or rounds were left unattended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unattended {
    /// The weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
    /// Or the lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// In this account; left out: all of the lot outside the safe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// For how many minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// A weapon took the place of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Swapped {
    /// The weapon that was replaced.
    pub weapon: WeaponId,
    /// What is there now; an unknown one enters in quarantine. `now` in JSON: `by` says who reports.
    #[serde(rename = "now")]
    pub by: WeaponId,
}

/// A weapon was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Altered {
    /// The weapon.
    pub weapon: WeaponId,
    /// What was changed, in a few words.
    pub what: String,
    /// Features that are so now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub features: Option<Features>,
}

/// Somebody was hurt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Injury {
    /// Who; left out: not named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// How badly.
    #[serde(default = "how_badly")]
    pub severity: Severity,
    /// By this weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
    /// In this scene.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<SceneId>,
}

const fn how_badly() -> Severity {
    Severity::Unknown
}

/// Somebody was nearly hurt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NearMiss {
    /// What happened, in a few words.
    pub what: String,
    /// By this weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
}

/// The authority released what was preserved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthorityReleased {
    /// One weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
    /// Or all of an incident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentId>,
}

/// Stop weapons work: a scene, or the whole set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The scene; left out: the whole set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<SceneId>,
    /// Why, if one likes to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// Raise a concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concern {
    /// What it is about.
    pub about: String,
    /// Repeats join this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joins: Option<VoiceId>,
}

/// Decline to look, or to bear a weapon. Nothing follows from declining to look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decline {
    /// The weapon.
    pub weapon: WeaponId,
    /// `look` or `bear`; left out: look.
    #[serde(default = "look")]
    pub to: String,
}

fn look() -> String {
    "look".to_owned()
}

/// Ask to be shown again. Nothing is issued, begun or fired with it until it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowAgain {
    /// The weapon.
    pub weapon: WeaponId,
    /// To whom; left out: the reporter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PersonId>,
}

/// Somebody did without a go what an ask describes. Only its physical facts are folded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Breach {
    /// The ask, as it would have been asked.
    pub ask_body: Box<Ask>,
    /// Who took part.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub persons: BTreeSet<PersonId>,
}
