//! The sentence to read over the radio, printed from what is proven, in the language of the set.

use crate::{
    names::{CheckKind, Edge, RoundClass, Tier, WeaponClass},
    state::{Check, Contents, LoadedRound, Weapon},
};

mod english;
mod spanish;

/// A language that the sentence is printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// Spanish.
    Spanish,
}

impl Tongue {
    /// Every one of them.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];
}

/// What is proven of a weapon, as far as it is announced.
enum Proven {
    /// Nothing is in it.
    Empty,
    /// So many of each class, at least one.
    Loaded(Vec<(usize, RoundClass)>),
    /// It looks real and cannot fire.
    Inert(WeaponClass),
    /// An edge, point or tip, felt blunt or not.
    Edged(WeaponClass, bool),
    /// A device.
    Device,
}

/// The sentence, where the check holds; none where nothing may be announced.
///
/// `name` is the weapon's id; it is made readable: `hero-one` is read "Hero One".
pub fn printed(name: &str, weapon: &Weapon) -> Option<String> {
    printed_in(Tongue::English, name, weapon)
}

/// The same, in a language.
pub fn printed_in(tongue: Tongue, name: &str, weapon: &Weapon) -> Option<String> {
    let proven = proven(weapon)?;
    let said = match tongue {
        Tongue::English => english::said(&proven),
        Tongue::Spanish => spanish::said(&proven),
    };
    Some(format!("{}, {said}", readable(name)))
}

/// Whether these words are the printed sentence, in any language that it is printed in.
pub fn is_printed(words: &str, name: &str, weapon: &Weapon) -> bool {
    let printed = |tongue| printed_in(tongue, name, weapon);
    let all = Tongue::ALL.into_iter().filter_map(printed);
    all.into_iter()
        .any(|printed| printed.trim() == words.trim())
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

fn proven(weapon: &Weapon) -> Option<Proven> {
    let Check::Holds { kind, edge, .. } = &weapon.check else {
        return None;
    };
    match (weapon.tier, kind) {
        (Tier::A, CheckKind::Clear) => contents(&weapon.contents),
        (Tier::B, CheckKind::Identity) => Some(Proven::Inert(weapon.class)),
        // one that the check did not find blunt is sharp
        (Tier::C, CheckKind::Edge) => {
            let blunt = *edge == Some(Edge::Blunt);
            Some(Proven::Edged(weapon.class, blunt))
        }
        (Tier::D, CheckKind::Device) => Some(Proven::Device),
        _ => None,
    }
}

fn contents(contents: &Contents) -> Option<Proven> {
    match contents {
        Contents::Empty => Some(Proven::Empty),
        Contents::Loaded(rounds) => loaded(rounds),
        Contents::Unknown | Contents::NotApplicable => None,
    }
}

/// What is loaded and not yet fired. A weapon fired empty is not proven empty: it has no sentence.
fn loaded(rounds: &[LoadedRound]) -> Option<Proven> {
    let classes = || rounds.iter().filter(|r| !r.fired).map(|r| r.class);
    if classes().next().is_none() || classes().any(|class| class == RoundClass::Unknown) {
        return None;
    }
    let named = RoundClass::ALL.iter().filter_map(|class| {
        let n = classes().filter(|c| c == class).count();
        (n > 0).then_some((n, *class))
    });
    Some(Proven::Loaded(named.collect()))
}

/// Whether nothing of it makes noise or throws something hot.
fn all_dummies(rounds: &[(usize, RoundClass)]) -> bool {
    let mut rounds = rounds.iter();
    rounds.all(|(_, class)| *class == RoundClass::Dummy)
}

/// A number as it is read aloud: words up to twelve, then digits.
fn aloud(n: usize, words: &[&str; 13]) -> String {
    words
        .get(n)
        .map_or_else(|| n.to_string(), |it| (*it).to_owned())
}

#[cfg(test)]
mod tests;
