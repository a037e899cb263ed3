//! Tier and class, derived from features and parts. Never set.

use crate::{
    input::intake::{Features, Origin, Parts},
    names::{RoundClass, Tier, WeaponClass},
};

/// Tier and class of a weapon. What is unknown counts as the worst it can be.
pub fn weapon(features: &Features) -> (Tier, WeaponClass) {
    let _ = features;
    (Tier::A, WeaponClass::Firearm)
}

/// Class of a round: parts count when a maker states them or a test saw them.
pub fn round(parts: &Parts, origin: &Origin, tested: bool) -> RoundClass {
    let _ = (parts, origin, tested);
    RoundClass::Unknown
}
