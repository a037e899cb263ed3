//! What was refused and done all the same: reported from the refusal.

use std::sync::Arc;

use armory::Submission;
use axum::{
    extract::{Form, Path, State},
    response::Response,
};
use logbook::Entry;
use pages::{
    form::{Blank, Faults, Fields},
    page,
};

use super::{
    act::{Filled, asker, fresh, request},
    answer,
    looking::shown,
    session,
};
use crate::{api::reading, gate::Caller, unit::Unit};

/// The form, of a refused entry.
pub async fn form(State(unit): State<Unit>, Path(seq): Path<u64>, caller: Caller) -> Response {
    let entry = entry(&unit, seq).await;
    let request = fresh(&unit);
    shown(&unit, &caller, |seen, viewer| {
        let entry = entry.filter(|it| page::breach::done(it).is_some())?;
        let blank = Blank {
            request: &request,
            fields: &Fields::default(),
            faults: &Faults::default(),
        };
        Some(page::breach::form(&entry, &blank, (seen, viewer)))
    })
    .await
}

/// The report.
pub async fn told(
    State(unit): State<Unit>,
    Path(seq): Path<u64>,
    caller: Caller,
    Form(form): Filled,
) -> Response {
    let by = match asker(&unit, &caller) {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let fields = Fields::from(form);
    let entry = entry(&unit, seq).await;
    let what = entry.and_then(|it| page::breach::read(&it, &fields));
    let (Some(what), Some(request)) = (what, request(&unit, &fields)) else {
        return shown(&unit, &caller, |_, _| None).await;
    };
    let told = unit
        .writer
        .put(Submission::new(request, Some(by), what))
        .await;
    answer::reported(&unit, session::viewer(&caller, &unit), ("/board", told)).await
}

async fn entry(unit: &Unit, seq: u64) -> Option<Entry> {
    let store = Arc::clone(&unit.readers.store);
    let read = reading(move || store.entries(seq, 1)).await;
    let bytes = read.ok()?.ok()?.pop()?;
    Entry::from_bytes(&bytes).ok()
}
