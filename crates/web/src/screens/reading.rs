//! Pages that are read: rules and the record.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use jiff::civil::Date;
use logbook::{Entry, Refused, refused::put_right, things};
use pages::{
    law,
    page::{
        self,
        compare::Side,
        record::{self, Search},
        rule::Looked,
    },
    words::Words,
};
use rules::{Book, BookKind, InForce, Rule, Selection, Shelf};
use serde::Deserialize;
use store::Store;

use super::{looking::shown, session};
use crate::{api::reading, gate::Caller, unit::Unit};

/// Entries on a page of the record.
const ON_A_PAGE: u64 = 60;

/// Found so many, a search ends; and so many are read at once for it.
const MANY: usize = 60;
const PIECE: u64 = 250;

/// So far back refusals and words are looked for, in entries: for whoever is signed in, and nobody
/// else.
const LATELY: u64 = 5_000;

#[derive(Debug, Deserialize)]
pub struct Wanted {
    search: Option<String>,
}

/// The books in force here, with their rules.
pub async fn rules(
    State(unit): State<Unit>,
    Query(search): Query<Wanted>,
    caller: Caller,
) -> Response {
    if let Err(page) = session::person(&caller, &unit) {
        return *page;
    }
    let books = unit.readers.books.clone();
    let past = past(&unit).await;
    let mut looked = Looked {
        search: search.search.filter(|it| !it.trim().is_empty()),
        said_no: BTreeMap::new(),
    };
    for rule in past.into_iter().flat_map(|it| it.because) {
        let times = looked.said_no.entry(rule).or_default();
        *times = times.saturating_add(1);
    }
    shown(&unit, &caller, |seen, viewer| {
        let at = &seen.state.unit;
        let house: Vec<String> = at.house_books.iter().map(ToString::to_string).collect();
        let in_force = books.desk().shelf().in_force(&Selection {
            place: &at.place,
            kind: at.kind.as_str(),
            date: seen.zone.to_datetime(seen.at).date(),
            house: &house,
        });
        let rules = |book: &str| -> Vec<&Rule> {
            let rules = in_force.rules().iter().map(|rule| &**rule);
            rules.filter(|rule| rule.book == book).collect()
        };
        let shelved: Vec<_> = in_force
            .books()
            .iter()
            .map(|book| (&**book, rules(&book.id)))
            .collect();
        Some(page::rule::rules(&shelved, &looked, (seen, viewer)))
    })
    .await
}

#[derive(Debug, Deserialize)]
pub struct Two {
    one: Option<String>,
    other: Option<String>,
}

/// Two places beside each other.
pub async fn compare(State(unit): State<Unit>, Query(two): Query<Two>, caller: Caller) -> Response {
    let books = unit.readers.books.clone();
    shown(&unit, &caller, |seen, viewer| {
        let shelf = books.desk().shelf();
        let places = shelf.books().iter().map(|book| &**book);
        let places: Vec<&Book> = places
            .filter(|it| it.kind == BookKind::Place && !it.is_empty())
            .collect();
        let date = seen.zone.to_datetime(seen.at).date();
        let sides = sides(shelf, (two.one.as_deref(), two.other.as_deref()), date);
        Some(page::compare::compare(
            sides.as_ref(),
            &places,
            (seen, viewer),
        ))
    })
    .await
}

fn sides<'a>(
    shelf: &'a Shelf,
    (one, other): (Option<&str>, Option<&str>),
    date: Date,
) -> Option<[Side<'a>; 2]> {
    let at = |name: &str| {
        let book = shelf.book(name).filter(|it| it.kind == BookKind::Place)?;
        let in_force = shelf.in_force(&Selection {
            place: &book.id,
            kind: "screen",
            date,
            house: &[],
        });
        Some((&**book, in_force))
    };
    let (one, other) = (at(one?)?, at(other?)?);
    Some([side(&one, &other.1), side(&other, &one.1)])
}

/// What one asks for beyond the other, by ask.
fn side<'a>((book, own): &(&'a Book, Arc<InForce>), other: &InForce) -> Side<'a> {
    let mut beyond: BTreeMap<String, Vec<Arc<Rule>>> = BTreeMap::new();
    let theirs = |rule: &Rule| other.rules().iter().any(|it| it.id == rule.id);
    for rule in own.rules().iter().filter(|it| !theirs(it)) {
        for action in &rule.actions {
            let rules = beyond.entry(action.clone()).or_default();
            rules.push(Arc::clone(rule));
        }
    }
    Side { book, beyond }
}

/// What was refused lately, the oldest first, and when the same was asked again and went.
pub async fn past(unit: &Unit) -> Vec<Refused> {
    let seen = unit.writer.look().await;
    let (store, from) = (
        Arc::clone(&unit.readers.store),
        unit.writer.durable().saturating_sub(LATELY).max(1),
    );
    let limit = usize::try_from(LATELY).unwrap_or(usize::MAX);
    let read = reading(move || {
        let entries = store.entries(from, limit).unwrap_or_default();
        let entries = entries
            .iter()
            .filter_map(|bytes| Entry::from_bytes(bytes).ok());
        let mut past: Vec<Refused> = Vec::new();
        for entry in entries {
            let about = things::named(&entry.what, entry.by.as_ref(), &seen.state);
            match entry.go() {
                Some(true) => put_right(&mut past, &entry, &about),
                Some(false) => past.push(Refused::of(&entry, about)),
                None => {}
            }
        }
        past
    });
    read.await.unwrap_or_default()
}

/// Refusals of today, and of the days before by day and rule.
pub async fn refusals(State(unit): State<Unit>, caller: Caller) -> Response {
    if let Err(page) = session::person(&caller, &unit) {
        return *page;
    }
    let past = past(&unit).await;
    shown(&unit, &caller, |seen, viewer| {
        Some(page::refusals::refusals(&past, (seen, viewer)))
    })
    .await
}

/// One rule, or law.
pub async fn rule(State(unit): State<Unit>, Path(id): Path<String>, caller: Caller) -> Response {
    let books = unit.readers.books.clone();
    shown(&unit, &caller, |seen, viewer| {
        let noes = seen.refusals.iter().filter(|it| it.because.contains(&id));
        let said_no = noes.count();
        if let Some(of) = law::of_rule(&id) {
            return Some(page::law::law(of, said_no, (seen, viewer)));
        }
        let rule = books.desk().shelf().rule(&id)?;
        Some(page::rule::rule(rule, said_no, (seen, viewer)))
    })
    .await
}

#[derive(Debug, Deserialize)]
pub struct Stretch {
    before: Option<u64>,
    search: Option<String>,
}

/// The record, the newest entries first, or those of them that have some words.
pub async fn record(
    State(unit): State<Unit>,
    Query(stretch): Query<Stretch>,
    caller: Caller,
) -> Response {
    if let Err(page) = session::person(&caller, &unit) {
        return *page;
    }
    let end = stretch.before.unwrap_or(u64::MAX);
    let end = end.min(unit.writer.durable());
    let search = stretch.search.filter(|it| !it.trim().is_empty());
    let wanted = Search::of(search.as_deref().unwrap_or_default());
    let (store, viewer) = (
        Arc::clone(&unit.readers.store),
        session::viewer(&caller, &unit),
    );
    let read = reading(move || found(&*store, end, &wanted, viewer.words())).await;
    let (entries, older, checkpoint) = read.unwrap_or_default();
    let stretch = record::Stretch {
        search,
        entries,
        older,
        checkpoint,
    };
    shown(&unit, &caller, |seen, viewer| {
        Some(record::record(&stretch, (seen, viewer)))
    })
    .await
}

/// A page of entries before `end` that are wanted, where to go on, and the signed checkpoint. It looks
/// through so many entries and no more, however long the record is.
fn found(
    store: &dyn Store,
    end: u64,
    wanted: &Search,
    words: &Words,
) -> (Vec<Entry>, Option<u64>, String) {
    let piece = if wanted.is_empty() { ON_A_PAGE } else { PIECE };
    let last = end.saturating_sub(LATELY);
    let (mut entries, mut from) = (Vec::new(), end);
    while from > last.max(1) && entries.len() < MANY {
        let to = from;
        from = to.saturating_sub(piece).max(1);
        let limit = usize::try_from(to.saturating_sub(from)).unwrap_or(0);
        let read = store.entries(from, limit).unwrap_or_default();
        let read = read.iter().rev();
        let read = read.filter_map(|bytes| Entry::from_bytes(bytes).ok());
        entries.extend(read.filter(|entry| wanted.finds(entry, words)));
    }
    let head = store.head().unwrap_or_default();
    let checkpoint = String::from_utf8_lossy(&head.checkpoint).into_owned();
    (entries, (from > 1).then_some(from), checkpoint)
}
