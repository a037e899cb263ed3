//! The rules in force for one place, kind and day, sliced by action.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::Serialize;

use super::{BookText, Selection, Shelf};
use crate::book::{Book, Rule, sum};
use crate::slice::Slice;
use crate::verdict::Fault;

/// Why a place that contains the scene adds no rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapReason {
    /// No book is written for it.
    NoBook,
    /// A book is there and holds no rule yet.
    EmptyBook,
    /// A book is there and none of its rules is in force on this day.
    NothingInForce,
}

/// A place without rules in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The place.
    pub place: String,
    /// Why.
    pub reason: GapReason,
}

/// What is in force: the books, their rules on that day, and one slice for each action.
#[derive(Debug)]
pub struct InForce {
    books: Vec<Arc<Book>>,
    gaps: Vec<Gap>,
    rules: Vec<Arc<Rule>>,
    digest: String,
    faults: Arc<[Fault]>,
    slices: HashMap<String, Slice>,
    unknown: Slice,
}

impl InForce {
    /// The books chosen: baseline, places from wide to narrow, kind, house books.
    pub fn books(&self) -> &[Arc<Book>] {
        &self.books
    }

    /// Places that add no rule, each with the reason; what contains them and the baseline decide there.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// Rules in force, in the order of books, files and lines.
    pub fn rules(&self) -> &[Arc<Rule>] {
        &self.rules
    }

    /// SHA-256 in hex over the schema and the texts of the books chosen, sorted by path.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// What keeps every ask at no-go: a house book was adopted and is not on the shelf.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The rules about one action. An action the schema does not know gets a slice that says no.
    pub fn slice(&self, action: &str) -> &Slice {
        self.slices.get(action).unwrap_or(&self.unknown)
    }
}

/// Chooses books and rules and slices them.
pub(super) fn gather(shelf: &Shelf, selection: &Selection<'_>) -> InForce {
    let chosen = choose(shelf, selection);
    let ids: HashSet<&str> = chosen.books.iter().map(|book| book.id.as_str()).collect();
    let in_force =
        |rule: &&Arc<Rule>| ids.contains(rule.book.as_str()) && rule.in_force_on(selection.date);
    let place_of = |rule: &Arc<Rule>| chosen.books.iter().position(|book| book.id == rule.book);
    let mut rules: Vec<Arc<Rule>> = shelf.rules().iter().filter(in_force).cloned().collect();
    rules.sort_by_key(place_of);
    let faults: Arc<[Fault]> = chosen.faults.into();
    let slices = shelf.actions().map(|action| {
        let slice = Slice::gather(shelf, action, &rules, &faults);
        (action.to_owned(), slice)
    });
    let texts = shelf.texts().iter();
    let decides = |text: &&BookText| text.book.is_empty() || ids.contains(text.book.as_str());
    InForce {
        slices: slices.collect(),
        unknown: Slice::gather(shelf, "", &[], &faults),
        gaps: gaps(shelf, selection, &rules),
        digest: sum(texts.filter(decides).map(BookText::named)),
        books: chosen.books,
        rules,
        faults,
    }
}

struct ChosenBooks {
    books: Vec<Arc<Book>>,
    faults: Vec<Fault>,
}

fn choose(shelf: &Shelf, selection: &Selection<'_>) -> ChosenBooks {
    let mut books: Vec<Arc<Book>> = shelf.book("baseline").into_iter().cloned().collect();
    books.extend(
        selection
            .places()
            .filter_map(|place| shelf.book(place))
            .cloned(),
    );
    books.extend(shelf.book(&format!("kinds/{}", selection.kind)).cloned());
    let mut faults = Vec::new();
    for name in selection.house {
        let id = format!("house/{}", name.strip_prefix("house/").unwrap_or(name));
        match shelf.book(&id) {
            Some(book) if books.iter().any(|other| other.id == book.id) => {}
            Some(book) => books.push(Arc::clone(book)),
            None => faults.push(Fault {
                rule: id,
                message: "the house book was adopted and is not on the shelf".to_owned(),
            }),
        }
    }
    ChosenBooks { books, faults }
}

fn gaps(shelf: &Shelf, selection: &Selection<'_>, rules: &[Arc<Rule>]) -> Vec<Gap> {
    let gap = |place: &str| {
        let reason = match shelf.book(place) {
            None => GapReason::NoBook,
            Some(book) if book.is_empty() => GapReason::EmptyBook,
            Some(_) if rules.iter().all(|rule| rule.book != place) => GapReason::NothingInForce,
            Some(_) => return None,
        };
        Some(Gap {
            place: place.to_owned(),
            reason,
        })
    };
    selection.places().filter_map(gap).collect()
}
