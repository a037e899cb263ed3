//! Pages that are read: rules and the record.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use logbook::Entry;
use pages::page;
use rules::{Rule, Selection};
use serde::Deserialize;

use super::looking::shown;
use crate::{api::reading, gate::Caller, unit::Unit};

/// Entries on a page.
const ON_A_PAGE: u64 = 60;

/// The books in force here, with their rules.
pub async fn rules(State(unit): State<Unit>, caller: Caller) -> Response {
    let books = unit.readers.books.clone();
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
        Some(page::rule::rules(&shelved, (seen, viewer)))
    })
    .await
}

/// One rule, or law.
pub async fn rule(State(unit): State<Unit>, Path(id): Path<String>, caller: Caller) -> Response {
    let books = unit.readers.books.clone();
    shown(&unit, &caller, |seen, viewer| {
        let rule = books.desk().shelf().rule(&id)?;
        let said_no = seen
            .refusals
            .iter()
            .filter(|it| it.because.contains(&id))
            .count();
        Some(page::rule::rule(rule, said_no, (seen, viewer)))
    })
    .await
}

#[derive(Debug, Deserialize)]
pub struct Stretch {
    before: Option<u64>,
}

/// The record, the newest entries first.
pub async fn record(
    State(unit): State<Unit>,
    Query(stretch): Query<Stretch>,
    caller: Caller,
) -> Response {
    let end = stretch
        .before
        .unwrap_or(u64::MAX)
        .min(unit.writer.durable());
    let from = end.saturating_sub(ON_A_PAGE).max(1);
    let (store, limit) = (Arc::clone(&unit.readers.store), end.saturating_sub(from));
    let limit = usize::try_from(limit).unwrap_or(0);
    let read = reading(move || store.entries(from, limit)).await;
    let read = read.ok().and_then(Result::ok).unwrap_or_default();
    let entries: Vec<Entry> = read
        .iter()
        .rev()
        .filter_map(|bytes| Entry::from_bytes(bytes).ok())
        .collect();
    let older = (from > 1).then_some(from);
    shown(&unit, &caller, |seen, viewer| {
        Some(page::record::record(&entries, older, (seen, viewer)))
    })
    .await
}
