//! Everything a law says, in one table: a sentence with gaps, and the values put into them.
//!
//! Nothing else can be said by a law, so a page that knows the table can say all of it in another
//! language: [`recognise`] finds the sentence and its values in the text that was told.

use std::fmt;

use serde::Serialize;

mod table;

pub use table::*;

/// A sentence with gaps: `Weapon {weapon} stands in this line twice.`
///
/// The name of a gap tells what its value is: `person`, `weapon`, `lot`, `account` and so on.
#[derive(Debug, PartialEq, Eq)]
pub struct Sentence {
    law: Option<u8>,
    key: &'static str,
    text: &'static str,
}

/// A sentence of the table with its values put in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Said(String);

/// A gap of a sentence, and the value it has in a text.
pub type Value<'t> = (&'static str, &'t str);

impl Sentence {
    /// The law that says it; none where it is said for whoever said no.
    pub const fn law(&self) -> Option<u8> {
        self.law
    }

    /// Its name, as a catalogue of another language has it.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// Its text, with gaps.
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// Whether it is told by itself: the others stand inside one that is.
    pub fn is_whole(&self) -> bool {
        self.text.ends_with('.')
    }

    /// The names of its gaps, in order.
    pub fn gaps(&self) -> impl Iterator<Item = &'static str> {
        parts(self.text).filter_map(|(gap, _)| gap)
    }

    /// The sentence as it stands, where it has no gap.
    pub fn plain(&self) -> Said {
        self.with(&[])
    }

    /// The sentence with its values.
    pub fn with(&self, values: &[(&str, &dyn fmt::Display)]) -> Said {
        let mut said = String::with_capacity(self.text.len());
        for (gap, then) in parts(self.text) {
            let value = values.iter().find(|(name, _)| Some(*name) == gap);
            match (gap, value) {
                (_, Some((_, value))) => said.push_str(&value.to_string()),
                (Some(gap), None) => said.push_str(&format!("{{{gap}}}")),
                (None, None) => {}
            }
            said.push_str(then);
        }
        Said(said)
    }

    /// The values of its gaps, where a text is this sentence.
    pub fn values<'t>(&self, text: &'t str) -> Option<Vec<Value<'t>>> {
        let parts: Vec<_> = parts(self.text).collect();
        let mut values = Vec::new();
        is(&parts, text, &mut values).then_some(values)
    }
}

/// The sentence that a text is, with its values; none where no law says it.
pub fn recognise(text: &str) -> Option<(&'static Sentence, Vec<Value<'_>>)> {
    let mut all = ALL.iter();
    all.find_map(|sentence| Some((*sentence, sentence.values(text)?)))
}

/// The whole sentences of a law, in the order of the table; none where it never stands in the way.
pub fn of(law: u8) -> impl Iterator<Item = &'static Sentence> {
    let all = ALL.iter().copied();
    all.filter(move |it| it.law == Some(law) && it.is_whole())
}

/// A gap, none at the beginning, and the text that follows it.
type Part = (Option<&'static str>, &'static str);

fn parts(text: &'static str) -> impl Iterator<Item = Part> {
    text.split('{').map(|part| match part.split_once('}') {
        Some((gap, then)) => (Some(gap), then),
        None => (None, part),
    })
}

/// Whether a text is these parts to its end; tries every end that a value may have.
fn is<'t>(parts: &[Part], text: &'t str, values: &mut Vec<Value<'t>>) -> bool {
    let Some(((gap, then), rest)) = parts.split_first() else {
        return text.is_empty();
    };
    let Some(gap) = *gap else {
        return text
            .strip_prefix(then)
            .is_some_and(|text| is(rest, text, values));
    };
    let last = rest.is_empty() && then.is_empty();
    let ends: Vec<usize> = match last {
        true => vec![text.len()],
        false => text.match_indices(then).map(|(at, _)| at).collect(),
    };
    let before = values.len();
    ends.into_iter().any(|end| {
        let (Some(value), Some(text)) = (text.get(..end), text.get(end + then.len()..)) else {
            return false;
        };
        values.truncate(before);
        values.push((gap, value));
        fits(gap, value) && is(rest, text, values)
    })
}

/// Ids, numbers, times and accounts have no spaces; the other gaps hold a phrase.
fn fits(gap: &str, value: &str) -> bool {
    let phrase = matches!(
        gap,
        "where" | "who" | "names" | "setting" | "thing" | "entity"
    );
    !value.is_empty() && (phrase || !value.contains(char::is_whitespace))
}

impl Said {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<&str> for Said {
    fn eq(&self, text: &&str) -> bool {
        self.0 == *text
    }
}

impl From<Said> for String {
    fn from(said: Said) -> Self {
        said.0
    }
}

#[cfg(test)]
mod tests;
