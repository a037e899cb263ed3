//! One entry of the record: as a page, byte by byte as it was signed, and the proof that it stands
//! in the log.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use ledger::{Proven, Prover};
use logbook::Entry;
use pages::page;
use store::Store;

use super::{looking::shown, session};
use crate::{
    api::{reading, unreadable},
    gate::Caller,
    unit::Unit,
};

/// Entries that are read at once.
const PIECE: usize = 512;

/// What is asked of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum As {
    Page,
    Bytes,
    Proof,
}

/// The page of an entry by its number, `N.json` its bytes, and `N.tlog-proof` its proof.
pub async fn entry(State(unit): State<Unit>, Path(name): Path<String>, caller: Caller) -> Response {
    let (number, wanted) = match name.rsplit_once('.') {
        None => (name.as_str(), As::Page),
        Some((number, "json")) => (number, As::Bytes),
        Some((number, "tlog-proof")) => (number, As::Proof),
        Some(_) => ("", As::Page),
    };
    let number = number.parse().ok();
    let durable = unit.writer.durable();
    let number = number.filter(|seq: &u64| *seq < durable);
    match (number, wanted) {
        (Some(seq), As::Page) => page_of(&unit, &caller, seq).await,
        (Some(seq), As::Bytes) => file(&unit, &caller, "application/json", bytes(seq)).await,
        (Some(seq), As::Proof) => {
            file(&unit, &caller, "text/plain; charset=utf-8", proof(seq)).await
        }
        (None, _) => shown(&unit, &caller, |_, _| None).await,
    }
}

async fn page_of(unit: &Unit, caller: &Caller, seq: u64) -> Response {
    let store = Arc::clone(&unit.readers.store);
    let read = reading(move || bytes(seq)(&*store)).await;
    let entry = read.ok().and_then(Result::ok);
    let entry = entry.and_then(|bytes| Entry::from_bytes(&bytes).ok());
    shown(unit, caller, |seen, viewer| {
        Some(page::entry::entry(entry.as_ref()?, (seen, viewer)))
    })
    .await
}

/// A file of an entry; why there is none, by the code of the fault.
type Read = Result<Vec<u8>, &'static str>;

/// A file, for whoever is signed in.
async fn file(
    unit: &Unit,
    caller: &Caller,
    kind: &'static str,
    read: impl FnOnce(&dyn Store) -> Read + Send + 'static,
) -> Response {
    if let Err(page) = session::person(caller, unit) {
        return *page;
    }
    let store = Arc::clone(&unit.readers.store);
    let read = reading(move || read(&*store)).await;
    match read.and_then(|read| read.map_err(unreadable)) {
        Ok(bytes) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        Err(problem) => problem.into_response(),
    }
}

/// As it was signed.
fn bytes(seq: u64) -> impl FnOnce(&dyn Store) -> Read {
    move |store| {
        let read = store.entries(seq, 1).map_err(|it| it.code())?;
        Ok(read.into_iter().next().unwrap_or_default())
    }
}

/// Every entry is hashed anew: whoever asks trusts nothing that was computed before.
fn proof(seq: u64) -> impl FnOnce(&dyn Store) -> Read {
    move |store| {
        let head = store.head().map_err(|it| it.code())?;
        let (mut prover, mut next) = (Prover::default(), 0);
        while next < head.entries {
            let left = usize::try_from(head.entries.saturating_sub(next)).unwrap_or(PIECE);
            let read = store.entries(next, left.min(PIECE));
            let read = read.map_err(|it| it.code())?;
            for entry in &read {
                prover.push(entry).map_err(|it| it.code())?;
            }
            match read.len() {
                0 => break,
                more => next = next.saturating_add(more as u64),
            }
        }
        let inclusion = prover.inclusion(seq).map_err(|it| it.code())?;
        Ok(Proven::new(inclusion, head.checkpoint).to_bytes())
    }
}
