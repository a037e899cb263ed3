//! A lot of rounds or charges.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    id::{LotId, WeaponId},
    input::intake::{Origin, Parts},
    names::{DummyMethod, RoundClass},
};

/// A lot: parts, origin, proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lot {
    /// Parts, as stated or seen.
    pub parts: Parts,
    /// Origin, as stated.
    pub origin: Origin,
    /// Class, derived from parts that a maker states or a test saw.
    pub class: RoundClass,
    /// Taken into use.
    pub accepted: bool,
    /// Weapons it was approved for when it was taken into use, where that was said.
    pub approved_for: Option<BTreeSet<WeaponId>>,
    /// Put aside.
    pub quarantined: bool,
    /// Each round was tested singly before two persons.
    pub tested: bool,
    /// The methods of that test.
    pub methods: BTreeSet<DummyMethod>,
    /// Made from the parts of a bullet round, or from a lot that was.
    pub from_live: bool,
    /// The lot it was split from or made from.
    pub parent: Option<LotId>,
    /// Was left unattended since it was last proven.
    pub unattended: bool,
    /// Kept with rounds of another kind.
    pub mixed: bool,
    /// Last counted sum, where it was counted.
    pub rounds: u64,
}

impl Lot {
    /// Whether it is on the list of this weapon: approved for it, or else made for it.
    pub fn is_for(&self, weapon: &WeaponId) -> bool {
        match &self.approved_for {
            Some(approved) => approved.contains(weapon),
            None => self.origin.made_for.contains(weapon),
        }
    }
}
