//! The sentence in English.

use super::{Proven, all_dummies, aloud};
use crate::names::{RoundClass, WeaponClass};

/// What is said of anything that makes noise or throws something hot.
const LOUD: &str = "Eyes and ears.";

const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

pub(super) fn said(proven: &Proven) -> String {
    match proven {
        Proven::Empty => "empty, checked, not firing.".to_owned(),
        Proven::Loaded(rounds) => loaded(rounds),
        Proven::Inert(class) => format!("{}, checked, not firing.", inert(*class)),
        Proven::Edged(class, blunt) => edged(*class, *blunt),
        Proven::Device => format!("device, checked. {LOUD}"),
    }
}

fn loaded(rounds: &[(usize, RoundClass)]) -> String {
    let named = rounds.iter().map(|(n, class)| counted(*n, *class));
    let list = named.collect::<Vec<_>>().join(" and ");
    match all_dummies(rounds) {
        true => format!("{list}, not firing."),
        false => format!("{list}. {LOUD}"),
    }
}

fn counted(n: usize, class: RoundClass) -> String {
    let (one, many) = match class {
        RoundClass::Live => ("bullet round", "bullet rounds"),
        RoundClass::BlankFull => ("full load", "full loads"),
        RoundClass::BlankHalf => ("half load", "half loads"),
        RoundClass::BlankQuarter => ("quarter load", "quarter loads"),
        RoundClass::Dummy => ("dummy", "dummies"),
        RoundClass::Charge => ("charge", "charges"),
        RoundClass::Unknown => ("unknown round", "unknown rounds"),
    };
    format!("{} {}", aloud(n, &NUMBERS), if n == 1 { one } else { many })
}

const fn inert(class: WeaponClass) -> &'static str {
    match class {
        WeaponClass::Rubber => "rubber",
        WeaponClass::SolidPlug => "solid plug",
        WeaponClass::Deactivated => "deactivated",
        _ => "replica",
    }
}

fn edged(class: WeaponClass, blunt: bool) -> String {
    let part = match class {
        WeaponClass::Pointed => "point",
        WeaponClass::Projectile => "tip",
        _ => "edge",
    };
    match blunt {
        true => format!("{part} blunt, checked."),
        false => format!("{part} sharp, checked. Keep clear."),
    }
}
