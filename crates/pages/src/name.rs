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

/// The same of a handle as it is written; what is no handle stays as it is.
pub fn handle(text: &str, words: &Words) -> String {
    text.parse()
        .map_or_else(|_| text.to_owned(), |id| person(&id, words))
}

/// A thing by its written id: `hero-one` is "Hero One".
pub fn of_thing(id: &str) -> String {
    readable(id)
}

/// A paper or document by what the books call it; in plain words where no book does.
pub fn topic(topic: &str, words: &Words) -> String {
    let known = words.find(&format!("topic-{topic}"), &[]);
    known.unwrap_or_else(|| topic.replace('_', " "))
}

/// The same, where it begins a line.
pub fn topic_first(it: &str, words: &Words) -> String {
    first(&topic(it, words))
}

/// A text as it begins a line.
pub fn first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A book by its id; the id itself where it is a house book from outside.
pub fn book(id: &str, words: &Words) -> String {
    known_book(id, words).unwrap_or_else(|| id.to_owned())
}

/// A place by its id; one for which no book is written by its code, as codes are written.
pub fn place(id: &str, words: &Words) -> String {
    known_book(id, words).unwrap_or_else(|| id.to_uppercase())
}

fn known_book(id: &str, words: &Words) -> Option<String> {
    words.find(&format!("book-{}", slug(id)), &[])
}

/// Who is to be told of a deadline, as a rule names them; as it stands where that is unknown.
pub fn whom(text: &str, words: &Words) -> String {
    known_whom(text, words).unwrap_or_else(|| text.to_owned())
}

/// The same; none where the catalogue does not know them.
pub fn known_whom(text: &str, words: &Words) -> Option<String> {
    words.find(&format!("whom-{}", slug(text)), &[])
}

/// A text as part of a key: small letters and digits, `-` for the rest.
fn slug(text: &str) -> String {
    let kept = text.split(|it: char| !it.is_ascii_alphanumeric());
    let kept: Vec<String> = kept
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    kept.join("-")
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
