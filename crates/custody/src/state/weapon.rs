//! A weapon: features, who answers for it, in whose hand it is, what is proven of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::Document;
use crate::{
    id::*,
    input::intake::{Features, FromRecord},
    names::*,
};

/// A weapon of any tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weapon {
    /// Features on record.
    pub features: Features,
    /// Tier and class, derived from the features alone.
    pub tier: Tier,
    /// Class, derived.
    pub class: WeaponClass,
    /// Who lent it.
    pub lender: Lender,
    /// Why no blank-only or inert weapon will do.
    pub why_live_capable: Option<String>,
    /// Taken into use.
    pub accepted: bool,
    /// Put aside.
    pub quarantined: bool,
    /// Who answers for it: exactly one.
    pub custodian: Custodian,
    /// In whose hand or holster it is.
    pub bearer: Option<PersonId>,
    /// Within reach and sight of who answers for it.
    pub watched: bool,
    /// The last check.
    pub check: Check,
    /// What is proven to be in it.
    pub contents: Contents,
    /// The bore was seen clear since anything that could have left something in it.
    pub bore_seen: bool,
    /// To whose eyes it was offered since the last check or load.
    pub shown_to: BTreeSet<PersonId>,
    /// Who asked to be shown again and was not yet.
    pub show_asked_by: BTreeSet<PersonId>,
    /// The issue that is running.
    pub issue: Option<Issued>,
    /// A hold, if one is on.
    pub hold: Option<Hold>,
    /// Misfires and stoppages in a row.
    pub stoppages: u32,
    /// Incidents by which it is preserved as found.
    pub preserved_by: BTreeSet<IncidentId>,
    /// Incidents by which it stands down.
    pub stood_down_by: BTreeSet<IncidentId>,
    /// The sequence that is running.
    pub sequence: Option<Sequence>,
    /// Test-fired, with these lots.
    pub test_fired: Option<BTreeSet<LotId>>,
    /// Who fired it or saw it fired, to test it, since it was last issued.
    #[serde(default)]
    pub tested_before: BTreeSet<PersonId>,
    /// Came back out of a bearer's hand, and was not checked since.
    #[serde(default)]
    pub back_unchecked: bool,
    /// Came back out of a bearer's hand, and was not announced since.
    #[serde(default)]
    pub back_unannounced: bool,
    /// The sentence announced since the last change, with how many read it back.
    pub announced: bool,
    /// Last loaded at.
    pub loaded_at: Option<Timestamp>,
    /// Number of the seal it lies under.
    pub seal: Option<String>,
    /// Documents filed for it, by topic.
    pub documents: BTreeMap<String, Document>,
    /// Parts that are fitted.
    pub fitted: BTreeSet<String>,
    /// Fired since it was last cleaned.
    pub fouled: bool,
    /// Pieces that move with it.
    pub kit: BTreeSet<String>,
    /// Of these, out and not back.
    pub kit_out: BTreeSet<String>,
    /// The loan by which it is here.
    pub loan: Option<Loan>,
}

/// What came from whom, and when it is due back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loan {
    /// Who brought it, where known.
    pub from: Option<PersonId>,
    /// The person who lent it, where it is private.
    pub owner: Option<PersonId>,
    /// Since when it is here.
    pub since: Timestamp,
    /// Day on which it is due back.
    pub due_back: Option<Date>,
    /// The record of another unit that sent it.
    pub from_record: Option<FromRecord>,
    /// When it went back.
    pub returned: Option<Timestamp>,
}

/// Who answers for a weapon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Custodian {
    /// A handler.
    Handler(PersonId),
    /// The safe.
    Safe,
    /// The supplier.
    Supplier,
    /// A carrier.
    Carrier,
    /// The police.
    Police,
    /// Nobody knows.
    Missing,
}

impl Custodian {
    /// The kind of custodian.
    pub const fn kind(&self) -> CustodianKind {
        match self {
            Self::Handler(_) => CustodianKind::Handler,
            Self::Safe => CustodianKind::Safe,
            Self::Supplier => CustodianKind::Supplier,
            Self::Carrier => CustodianKind::Carrier,
            Self::Police => CustodianKind::Police,
            Self::Missing => CustodianKind::Missing,
        }
    }

    /// The handler, where it is one.
    pub const fn handler(&self) -> Option<&PersonId> {
        if let Self::Handler(person) = self {
            Some(person)
        } else {
            None
        }
    }
}

/// What is known of the last check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Never checked.
    None,
    /// It holds.
    Holds {
        /// Kind of check.
        kind: CheckKind,
        /// When it was made.
        since: Timestamp,
        /// By whom.
        by: PersonId,
        /// Before whom.
        witnesses: BTreeSet<PersonId>,
        /// The edge as it was found (tier C).
        edge: Option<Edge>,
        /// The twin was ruled out (tier B).
        twin_ruled_out: bool,
    },
    /// It no longer holds.
    Void {
        /// Why.
        why: VoidWhy,
        /// Since when.
        since: Timestamp,
    },
}

/// What is proven to be in a weapon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contents {
    /// Not proven; treated as live.
    Unknown,
    /// Every position seen empty.
    Empty,
    /// These rounds, by class: how many.
    Loaded(Vec<LoadedRound>),
    /// Tiers B, C and D.
    NotApplicable,
}

/// A round proven to be in a position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadedRound {
    /// Position, from 1.
    pub position: u16,
    /// The lot.
    pub lot: LotId,
    /// Its class when it was loaded.
    pub class: RoundClass,
    /// Fired since.
    pub fired: bool,
}

/// A running issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// In whose hand.
    pub bearer: PersonId,
    /// For which set-up.
    pub set_up: SetUpId,
    /// By which handler.
    pub by: PersonId,
    /// Under whose eyes.
    pub watched_by: PersonId,
    /// Since when.
    pub since: Timestamp,
    /// Rounds were in it.
    pub loaded: bool,
    /// Fired since it was issued.
    pub fired: bool,
}

/// A hold after a misfire or stoppage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Since when.
    pub since: Timestamp,
    /// Checked clear since.
    pub checked: bool,
}

/// A running firing sequence of one weapon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sequence {
    /// In which set-up.
    pub set_up: SetUpId,
    /// Shots planned.
    pub planned: u32,
    /// Shots fired.
    pub fired: u32,
}

impl Weapon {
    /// Whether the check holds, its age apart.
    pub const fn check_holds(&self) -> bool {
        matches!(self.check, Check::Holds { .. })
    }

    /// Whether it lies in a safe: the safe answers for it, and it is in nobody's hand.
    pub const fn in_safe(&self) -> bool {
        matches!(self.custodian, Custodian::Safe) && self.bearer.is_none()
    }

    /// Rounds proven to be in it, those fired since among them.
    pub fn loaded(&self) -> &[LoadedRound] {
        if let Contents::Loaded(rounds) = &self.contents {
            rounds
        } else {
            &[]
        }
    }
}
