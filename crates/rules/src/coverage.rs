//! Every provision of the catalogue has a place: a rule, a clock, a record, or the reason why not.

mod list;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use crate::book::{BookError, Effect, Rule};
use crate::shelf::Shelf;

/// What became of a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disposition {
    /// A rule refuses, warns, or stops something.
    Enforced,
    /// A report starts its deadline.
    Clock,
    /// A field, register or export keeps what it demands.
    Recorded,
    /// Nothing in the record could show it; the reason is given.
    NotCheckable,
    /// The book of its place is not written yet.
    Planned,
    /// None of these: a fault.
    Missing,
}

impl Disposition {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Enforced,
        Self::Clock,
        Self::Recorded,
        Self::NotCheckable,
        Self::Planned,
        Self::Missing,
    ];

    /// In words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Enforced => "enforced",
            Self::Clock => "clock",
            Self::Recorded => "recorded",
            Self::NotCheckable => "not checkable",
            Self::Planned => "planned",
            Self::Missing => "missing",
        }
    }

    fn of_effect(effect: Effect) -> Self {
        match effect {
            Effect::Clock => Self::Clock,
            Effect::Record => Self::Recorded,
            _ => Self::Enforced,
        }
    }
}

impl fmt::Display for Disposition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One provision of the catalogue, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The catalogue's id.
    pub id: String,
    /// The catalogue's place column.
    pub place: String,
    /// The source's name.
    pub source: String,
    /// The section as the catalogue gives it.
    pub section: String,
    /// `verified` or `secondary`: how the wording was obtained.
    pub status: String,
    /// What became of it.
    pub disposition: Disposition,
    /// Ids of the rules that implement it.
    pub rules: Vec<String>,
    /// Actions these rules are about.
    pub actions: Vec<String>,
    /// The reason, where a list gives one.
    pub reason: String,
}

/// Places every provision of the catalogue.
///
/// `catalogue` has at least the columns `id,place,source,section,status`; `dispositions` has `id,disposition,reason`.
///
/// # Errors
/// Lists that cannot be read, and dispositions without a reason or of a provision nobody knows.
/// A missing provision is a row, not an error: see [`missing`].
pub fn table(
    catalogue: &str,
    shelf: &Shelf,
    dispositions: &str,
) -> Result<Vec<Row>, Vec<BookError>> {
    let provisions = list::provisions(catalogue).map_err(|error| vec![error])?;
    let known = provisions.iter().map(|provision| provision.id.as_str());
    let listed = list::dispositions(dispositions, &known.collect())?;
    let mut by_provision: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in shelf.rules() {
        by_provision.entry(&rule.provision).or_default().push(rule);
        if rule.provision != rule.id {
            by_provision.entry(&rule.id).or_default().push(rule);
        }
    }
    let rows = provisions.into_iter().map(|provision| {
        let rules = by_provision.get(provision.id.as_str());
        let rules = rules.map_or(&[] as &[&Rule], Vec::as_slice);
        row(provision, rules, (&listed, shelf))
    });
    Ok(rows.collect())
}

/// Provisions that have no place.
pub fn missing(rows: &[Row]) -> impl Iterator<Item = &Row> {
    rows.iter()
        .filter(|row| row.disposition == Disposition::Missing)
}

/// How many provisions each disposition has.
pub fn counts(rows: &[Row]) -> Vec<(Disposition, usize)> {
    let count = |wanted: Disposition| {
        let same = rows.iter().filter(|row| row.disposition == wanted);
        (wanted, same.count())
    };
    Disposition::ALL.into_iter().map(count).collect()
}

fn row(
    provision: list::Provision,
    rules: &[&Rule],
    (listed, shelf): (&BTreeMap<String, list::Listed>, &Shelf),
) -> Row {
    let by_rules = rules
        .iter()
        .map(|rule| Disposition::of_effect(rule.effect))
        .min();
    let entry = listed.get(&provision.id);
    let unwritten = || unwritten(&provision.place, shelf).then_some(Disposition::Planned);
    let disposition = by_rules
        .or(entry.map(|entry| entry.disposition))
        .or_else(unwritten)
        .unwrap_or(Disposition::Missing);
    let actions: BTreeSet<&String> = rules.iter().flat_map(|rule| &rule.actions).collect();
    Row {
        disposition,
        rules: rules.iter().map(|rule| rule.id.clone()).collect(),
        actions: actions.into_iter().cloned().collect(),
        reason: entry.map(|entry| entry.reason.clone()).unwrap_or_default(),
        id: provision.id,
        place: provision.place,
        source: provision.source,
        section: provision.section,
        status: provision.status,
    }
}

/// Whether none of the books a place column names holds a rule yet.
fn unwritten(place: &str, shelf: &Shelf) -> bool {
    let books: Vec<String> = place.split(';').filter_map(book_of).collect();
    let written = |id: &String| shelf.book(id).is_some_and(|book| !book.is_empty());
    !books.is_empty() && !books.iter().any(written)
}

/// The book that one entry of the catalogue's place column means.
fn book_of(place: &str) -> Option<String> {
    let place = place.split(" (").next()?.trim();
    if let Some(house) = place.strip_prefix("house:") {
        return Some(format!("house/{house}"));
    }
    match place {
        "" | "place" => None,
        _ if place.contains("baseline") => Some("baseline".to_owned()),
        "stage" | "screen" | "reenactment" => Some(format!("kinds/{place}")),
        place => Some(place.to_owned()),
    }
}
