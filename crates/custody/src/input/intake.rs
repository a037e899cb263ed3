//! Bodies of the asks about intake and rounds, and the features and parts they rest on.

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    id::{LotId, PersonId, WeaponId},
    names::{Answer, DummyMethod, Edge, Lender, Marking, RoundClass, RoundState, WeaponClass},
    rounds::Account,
};

/// Recorded features of a weapon. What is left out is unknown; tier and class are derived.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Features {
    /// What the supplier says it is: never evidence that it is harmless.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_to_be: Option<WeaponClass>,
    /// Built to drive a projectile through a barrel by combustion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drives_by_combustion: Option<bool>,
    /// A bare frame or receiver.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bare_frame: Option<bool>,
    /// Can chamber and fire a bullet round, as it is or with a simple change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub live_capable: Option<bool>,
    /// Registered as a machine gun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machine_gun: Option<bool>,
    /// Category that the law of the place puts it in, as its register or licence names it: `a`,
    /// `restricted`, `prohibited`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Positions a round can be in: chambers of a cylinder, or magazine and chamber.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub positions: Option<u16>,
    /// Trigger, hammer, sear or safety is not as the maker made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fire_control_altered: Option<bool>,
    /// Has a trigger that can be pulled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<bool>,
    /// Bright marking of a look-alike.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marking: Option<Marking>,
    /// Barrel closed by a solid plug.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub solid_plug: Option<bool>,
    /// Places whose law a deactivation certificate seen with it satisfies, as `uk`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deactivated_for: Vec<String>,
    /// Edge or point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edge: Option<Edge>,
    /// Holds a charge that works in a hand or on a body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge: Option<bool>,
    /// The maker's paper for use in a hand or on a body was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maker_paper: Option<bool>,
    /// Lot of a device, of which one must be fired first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_lot: Option<LotId>,
    /// The weapon it looks like: its twin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twin: Option<WeaponId>,
    /// Serial number, or the mark in its place, was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial_read: Option<bool>,
    /// Serial number, or the mark in its place, as it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// Its number on the lender's rack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rack: Option<String>,
    /// Parts without which no blank is fired in it, as `blank_adaptor`.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub needs: BTreeSet<String>,
    /// Delivered unloaded, as the lender shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_unloaded: Option<bool>,
}

/// Parts of a round, as a maker states them or a test saw them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Parts {
    /// A primer that has not been struck.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primer: Option<bool>,
    /// A case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<bool>,
    /// Propellant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub propellant: Option<bool>,
    /// A projectile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projectile: Option<bool>,
    /// A wad.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wad: Option<bool>,
    /// Load of a blank: `blank_full`, `blank_half`, `blank_quarter`; left out: full.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<RoundClass>,
}

/// Where a lot comes from and what is stated of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Origin {
    /// The maker, as a handle; left out: unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maker: Option<String>,
    /// Whether the maker may make it by law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maker_licensed: Option<bool>,
    /// Made for or by the production, or at home.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home_made: Option<bool>,
    /// Made from the parts of bullet rounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_live: Option<bool>,
    /// Left from an earlier job.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_over: Option<bool>,
    /// What the box says: never evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_to_be: Option<RoundClass>,
    /// Weight of the charge in milligrams, as the maker states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_mg: Option<u32>,
    /// The day on its container: when it was made or filled.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub dated: Option<Date>,
    /// The weapons it was made for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub made_for: Vec<WeaponId>,
    /// Kept in one box or belt with rounds of another kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mixed: Option<bool>,
}

/// Take a delivered weapon into use: unpacked, identity read, before a witness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptWeapon {
    /// The weapon, as delivered.
    pub weapon: WeaponId,
    /// Features seen now; they replace what the delivery said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub features: Option<Features>,
    /// Who lent it; left out: as delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lender: Option<Lender>,
    /// Why no blank-only or inert weapon will do, where it can fire bullet rounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_live_capable: Option<String>,
    /// Pieces that move with it and come back with it: `magazine-1`, `holster`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub kit: BTreeSet<String>,
    /// What is other than the delivery said, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub differences: Option<String>,
}

/// Take a delivered lot into use, before a witness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptLot {
    /// The lot, as delivered.
    pub lot: LotId,
    /// Weapons it is approved for; left out: those its maker made it for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_for: Option<BTreeSet<WeaponId>>,
}

/// Fit a part (blank adaptor, plug, magazine) to a weapon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// The weapon.
    pub weapon: WeaponId,
    /// The part.
    pub part: String,
    /// Features that are so after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub features: Option<Features>,
    /// It was taken off instead.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub off: bool,
}

/// Make rounds. They make a new lot, in quarantine until accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeRounds {
    /// The new lot.
    pub lot: LotId,
    /// How many.
    pub rounds: u32,
    /// The lot whose parts are used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<LotId>,
    /// How much of it, in what it is counted in (powder: milligrams); left out: one a round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uses: Option<u32>,
    /// Their parts.
    #[serde(default)]
    pub parts: Parts,
    /// Their origin.
    #[serde(default)]
    pub origin: Origin,
}

/// Fire a weapon to test it with a lot, or one device to test its lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TestFire {
    /// The weapon or device.
    pub weapon: WeaponId,
    /// The lot fired; rounds are taken from the asker's account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// How many rounds.
    #[serde(default)]
    pub rounds: u32,
}

/// Take a weapon or a lot out of quarantine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseFromQuarantine {
    /// The weapon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weapon: Option<WeaponId>,
    /// Or the lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    /// What was found and done.
    pub found: String,
}

/// Test dummies singly, before a witness. Part of a lot becomes a lot of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TestDummies {
    /// The lot.
    pub lot: LotId,
    /// Rounds tested, one by one.
    pub tested: u32,
    /// Rounds that failed.
    #[serde(default)]
    pub failed: u32,
    /// How each was tested.
    pub methods: Vec<DummyMethod>,
    /// The new lot of the tested rounds; left out: the whole lot was tested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<LotId>,
    /// Each round was taken in hand by itself.
    #[serde(default)]
    pub one_by_one: bool,
}

/// Move rounds from one account to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The lot.
    pub lot: LotId,
    /// How many.
    pub rounds: u32,
    /// Fresh, spent or dud; left out: fresh.
    #[serde(default = "fresh")]
    pub state: RoundState,
    /// Out of.
    pub from: Account,
    /// Into.
    pub to: Account,
}

const fn fresh() -> RoundState {
    RoundState::Fresh
}

/// Rounds counted in one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountRow {
    /// The lot.
    pub lot: LotId,
    /// Fresh, spent or dud; left out: fresh.
    #[serde(default = "fresh")]
    pub state: RoundState,
    /// The account counted.
    pub account: Account,
    /// How many are there.
    pub rounds: u32,
}

/// Count rounds, before a witness. A difference is a go, and opens a stand-down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// What was counted; what is not counted is not missing.
    pub counted: Vec<CountRow>,
    /// Every seal matches its number.
    #[serde(default = "unknown")]
    pub seals_match: Answer,
    /// Weapons scanned in their safe.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub weapons: BTreeSet<WeaponId>,
    /// Every weapon was looked for; left out: counting goes on, and what is not scanned is not
    /// missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub finished: bool,
}

const fn unknown() -> Answer {
    Answer::Unknown
}

/// One lot of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveredLot {
    /// The lot.
    pub lot: LotId,
    /// How many, as counted on delivery.
    #[serde(default)]
    pub rounds: u32,
    /// Their parts, as far as stated.
    #[serde(default)]
    pub parts: Parts,
    /// Their origin, as far as stated.
    #[serde(default)]
    pub origin: Origin,
    /// Where they are put: a container or safe; left out: the safe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<Account>,
}

/// One weapon of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveredWeapon {
    /// The weapon.
    pub weapon: WeaponId,
    /// Its features, as far as stated.
    #[serde(default)]
    pub features: Features,
    /// Who lent it.
    #[serde(default = "nobody_known")]
    pub lender: Lender,
    /// The person who lent it, where it is private.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// Day on which it is due back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub due_back: Option<Date>,
    /// The entry of another unit's record by which it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_record: Option<FromRecord>,
}

/// Where a weapon left the record of another unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FromRecord {
    /// The other record, by the name of its log.
    pub record: String,
    /// The entry by which it was sent.
    pub entry: u64,
    /// The root of that record's checkpoint, over this entry too.
    pub checkpoint: String,
}

const fn nobody_known() -> Lender {
    Lender::Unknown
}
