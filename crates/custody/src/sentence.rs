//! The sentence to read over the radio, printed from what is proven.

use crate::{
    names::{CheckKind, Edge, RoundClass, Tier, WeaponClass},
    state::{Check, Contents, LoadedRound, Weapon},
};

/// What is said of anything that makes noise or throws something hot.
const LOUD: &str = "Eyes and ears.";

/// The sentence, where the check holds; none where nothing may be announced.
///
/// `name` is the weapon's id; it is made readable: `hero-one` is read "Hero One".
pub fn printed(name: &str, weapon: &Weapon) -> Option<String> {
    let Check::Holds { kind, edge, .. } = &weapon.check else {
        return None;
    };
    let said = match (weapon.tier, kind) {
        (Tier::A, CheckKind::Clear) => contents(&weapon.contents)?,
        (Tier::B, CheckKind::Identity) => format!("{}, checked, not firing.", inert(weapon.class)),
        (Tier::C, CheckKind::Edge) => edged(weapon.class, *edge),
        (Tier::D, CheckKind::Device) => format!("device, checked. {LOUD}"),
        _ => return None,
    };
    Some(format!("{}, {said}", readable(name)))
}

/// An id as it is read aloud: `hero-one` is "Hero One", `h1` is "H1".
pub fn readable(id: &str) -> String {
    let words = id.split(['-', '_', '.', ' ']).filter(|w| !w.is_empty());
    words.map(capital).collect::<Vec<_>>().join(" ")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A number as it is read aloud: words up to twelve, then digits.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS
        .get(n)
        .map_or_else(|| n.to_string(), ToString::to_string)
}

fn contents(contents: &Contents) -> Option<String> {
    match contents {
        Contents::Empty => Some("empty, checked, not firing.".to_owned()),
        Contents::Loaded(rounds) => loaded(rounds),
        Contents::Unknown | Contents::NotApplicable => None,
    }
}

/// What is loaded and not yet fired. A weapon fired empty is not proven empty: it has no sentence.
fn loaded(rounds: &[LoadedRound]) -> Option<String> {
    let classes = || rounds.iter().filter(|r| !r.fired).map(|r| r.class);
    if classes().next().is_none() || classes().any(|class| class == RoundClass::Unknown) {
        return None;
    }
    let named = RoundClass::ALL.iter().filter_map(|class| {
        let n = classes().filter(|c| c == class).count();
        (n > 0).then(|| counted(n, *class))
    });
    let list = named.collect::<Vec<_>>().join(" and ");
    if classes().all(|class| class == RoundClass::Dummy) {
        Some(format!("{list}, not firing."))
    } else {
        Some(format!("{list}. {LOUD}"))
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
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

const fn inert(class: WeaponClass) -> &'static str {
    match class {
        WeaponClass::Rubber => "rubber",
        WeaponClass::SolidPlug => "solid plug",
        WeaponClass::Deactivated => "deactivated",
        _ => "replica",
    }
}

/// The edge as the check found it; one that it did not find blunt is sharp.
fn edged(class: WeaponClass, found: Option<Edge>) -> String {
    let part = match class {
        WeaponClass::Pointed => "point",
        WeaponClass::Projectile => "tip",
        _ => "edge",
    };
    if found == Some(Edge::Blunt) {
        format!("{part} blunt, checked.")
    } else {
        format!("{part} sharp, checked. Keep clear.")
    }
}

#[cfg(test)]
mod tests;
