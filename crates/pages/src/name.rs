//! What people call things: weapons, people, contents, places of rounds.

use custody::{
    id::{PersonId, WeaponId},
    names::{CustodianKind, Role, RoundClass},
    sentence::readable,
    state::{Contents, Custodian, LoadedRound, Weapon},
};

use crate::{say, words::Words};

/// A weapon's name: `hero-one` is "Hero One".
pub fn weapon(id: &WeaponId) -> String {
    readable(id.as_str())
}

/// A person's handle as people say it: `first_ad` is "First AD" where a role has that name.
pub fn person(id: &PersonId, words: &Words) -> String {
    let known = Role::ALL.iter().find(|role| role.as_str() == id.as_str());
    known.map_or_else(|| readable(id.as_str()), |known| role(*known, words))
}

/// A role.
pub fn role(role: Role, words: &Words) -> String {
    words.say(&format!("role-{role}"), &[])
}

/// Who answers for a weapon.
pub fn custodian(custodian: &Custodian, words: &Words) -> String {
    match custodian {
        Custodian::Handler(id) => person(id, words),
        other => custodian_kind(other.kind(), words),
    }
}

/// Kind of a custodian: "the safe".
pub fn custodian_kind(kind: CustodianKind, words: &Words) -> String {
    words.say(&format!("custodian-{kind}"), &[])
}

/// So many rounds of a class: "two quarter-load blanks".
pub fn rounds(n: usize, class: RoundClass, words: &Words) -> String {
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    words.say(&format!("rounds-{class}"), &[("n", n.into())])
}

/// A round in few letters, for a position: `¼`.
pub const fn letters(class: RoundClass) -> &'static str {
    match class {
        RoundClass::Live => "!",
        RoundClass::BlankFull => "1",
        RoundClass::BlankHalf => "½",
        RoundClass::BlankQuarter => "¼",
        RoundClass::Dummy => "D",
        RoundClass::Charge => "C",
        RoundClass::Unknown => "?",
    }
}

/// What is proven to be in a weapon, in words.
pub fn contents(weapon: &Weapon, words: &Words) -> String {
    match &weapon.contents {
        Contents::Unknown => say!(words, "contents-unknown"),
        Contents::Empty => say!(words, "contents-empty"),
        Contents::NotApplicable => words.say(&format!("class-{}", weapon.class), &[]),
        Contents::Loaded(loaded) => counted(loaded, words),
    }
}

fn counted(loaded: &[LoadedRound], words: &Words) -> String {
    let left: Vec<RoundClass> = loaded
        .iter()
        .filter(|it| !it.fired)
        .map(|it| it.class)
        .collect();
    if left.is_empty() {
        return say!(words, "contents-fired");
    }
    let named = RoundClass::ALL.iter().filter_map(|class| {
        let n = left.iter().filter(|it| *it == class).count();
        (n > 0).then(|| rounds(n, *class, words))
    });
    list(&named.collect::<Vec<_>>(), words)
}

/// A list as the language joins it: "a, b and c".
pub fn list(items: &[String], words: &Words) -> String {
    match items {
        [] => say!(words, "list-none"),
        [one] => one.clone(),
        [first @ .., last] => {
            say!(
                words,
                "list-and",
                first = first.join(", "),
                last = last.clone()
            )
        }
    }
}
