//! What a law holds and what it says, in the reader's language, with things by the names people call
//! them.
//!
//! A law's English stands in custody's table. What was told is recognised there, so that a verdict
//! of a moment ago and one that was told before are read the same way.

use std::fmt::Display;

use custody::{
    laws::{self, said},
    rounds::Account,
};
use fluent_bundle::FluentValue;
use jiff::{Timestamp, tz::TimeZone};

use crate::{clock, name, page::rounds, words::Words};

/// The law that the reason `law-1` names; none where there is no such law.
pub fn of_rule(rule: &str) -> Option<u8> {
    laws::NUMBERS.into_iter().find(|law| rule_of(*law) == rule)
}

/// The name by which a reason, and its page, know a law.
pub fn rule_of(law: u8) -> String {
    format!("law-{law}")
}

/// What a law holds, in a sentence.
pub fn holds(law: u8, words: &Words) -> String {
    words.say(&rule_of(law), &[])
}

/// What more is said of a law: how it `shows`; why it says no `never`, or `uncounted`.
pub fn more(law: u8, of: &str, words: &Words) -> Option<String> {
    words.find(&format!("law-{law}-{of}"), &[])
}

/// A sentence of the table as it stands, with its gaps left open.
pub fn open(sentence: &said::Sentence, words: &Words) -> String {
    let gaps: Vec<(&str, FluentValue<'_>)> = sentence.gaps().map(|gap| (gap, "…".into())).collect();
    let translated = words.find(&key(sentence), &gaps);
    let said = translated.unwrap_or_else(|| {
        let gaps: Vec<(&str, &dyn Display)> = sentence
            .gaps()
            .map(|gap| (gap, &"…" as &dyn Display))
            .collect();
        sentence.with(&gaps).into()
    });
    said.replace("….", "…")
}

/// The text of a law in the reader's language; none where no law says it.
pub fn told(text: &str, words: &Words) -> Option<String> {
    let (sentence, values) = said::recognise(text)?;
    let named: Vec<(&str, String)> = values
        .into_iter()
        .map(|(gap, value)| (gap, named(gap, value, words)))
        .collect();
    let translated = words.find(&key(sentence), &valued(&named));
    Some(translated.unwrap_or_else(|| {
        let named: Vec<(&str, &dyn Display)> = named
            .iter()
            .map(|(gap, value)| (*gap, value as &dyn Display))
            .collect();
        sentence.with(&named).into()
    }))
}

/// The key of a sentence in the catalogue of a language other than the table's.
pub fn key(sentence: &said::Sentence) -> String {
    format!("law-{}", sentence.key())
}

/// The value of a gap as people say it.
fn named(gap: &str, value: &str, words: &Words) -> String {
    let raw = || value.to_owned();
    match gap {
        "person" => name::handle(value, words),
        "weapon" => name::of_thing(value),
        "account" => account(value, words).unwrap_or_else(raw),
        "where" | "who" => told(value, words).unwrap_or_else(raw),
        "moment" => value.parse().map_or_else(|_| raw(), |at| moment(at, words)),
        _ => raw(),
    }
}

/// An account by its written form.
pub fn account(text: &str, words: &Words) -> Option<String> {
    let account: Account = text.parse().ok()?;
    Some(rounds::where_is(&account, words))
}

/// A moment where no zone is known.
fn moment(at: Timestamp, words: &Words) -> String {
    let there = TimeZone::UTC;
    let day = clock::day(there.to_datetime(at).date(), words);
    format!("{day}, {} UTC", clock::exact(at, &there))
}

/// Values as the catalogue takes them: what is a number as one, so that it chooses its plural.
fn valued<'a>(named: &'a [(&'a str, String)]) -> Vec<(&'a str, FluentValue<'a>)> {
    let number = |gap: &str| {
        matches!(
            gap,
            "asked" | "failed" | "fresh" | "has" | "position" | "row" | "seen" | "tested" | "there"
        )
    };
    let valued = named.iter().map(|(gap, value)| {
        let whole = number(gap).then(|| value.parse::<i64>().ok()).flatten();
        let value = whole.map_or_else(|| value.as_str().into(), FluentValue::from);
        (*gap, value)
    });
    valued.collect()
}
