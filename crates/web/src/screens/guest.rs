//! What a guest sees by a link: one thing, and nothing else. The link is no sign-in.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use jiff::civil::Date;
use logbook::Entry;
use pages::page;
use serde::Deserialize;

use super::{
    entrance, html,
    looking::{Kept, newest},
    session,
};
use crate::{
    api::reading,
    door::View,
    gate::Caller,
    pack::{self, Pack},
    unit::Unit,
};

/// The most entries of a day on one page.
const MOST: usize = 2_000;

/// Entries read at once.
const AT_ONCE: u64 = 500;

/// What is wanted of a pack.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    /// `zip`: its file.
    #[serde(default, rename = "as")]
    form: String,
}

/// The one thing.
pub async fn page(
    State(unit): State<Unit>,
    Path(secret): Path<String>,
    Query(wanted): Query<Wanted>,
    caller: Caller,
) -> Response {
    let Some(guest) = unit.door.guest(&secret) else {
        return entrance::over(&unit, &caller, 404);
    };
    if let (View::Pack(pack), "zip") = (&guest.view, wanted.form.as_str()) {
        return fetched(&unit, &caller, pack).await;
    }
    // Whoever looks by this link looks as a guest, signed in or not.
    let viewer = pages::Viewer {
        person: None,
        station: false,
        ..session::viewer(&caller, &unit)
    };
    let kept = Kept::of(&unit).await;
    let seen = kept.seen();
    match guest.view {
        View::Weapon(id) => {
            let entries = newest(&unit, id.as_str()).await;
            let Some(named) = seen.state.weapons.get_key_value(&id) else {
                return entrance::over(&unit, &caller, 404);
            };
            let shown = page::guest::weapon(named, (&entries, guest.until), (&seen, &viewer));
            html(StatusCode::OK, &shown)
        }
        View::Day(date) => {
            let (entries, more) = of_day(&unit, date).await;
            let told = (&entries[..], guest.until);
            html(
                StatusCode::OK,
                &page::guest::day((date, more), told, (&seen, &viewer)),
            )
        }
        View::Pack(pack) => {
            let entries = of_pack(&unit, &pack).await;
            let told = page::guest::Pack {
                entries: pack.entries,
                bytes: pack.bytes,
                sum: &pack.sum,
                newest: &entries,
            };
            html(
                StatusCode::OK,
                &page::guest::pack(&told, guest.until, (&seen, &viewer)),
            )
        }
    }
}

/// The file of a pack.
async fn fetched(unit: &Unit, caller: &Caller, pack: &Pack) -> Response {
    let (packs, wanted) = (Arc::clone(&unit.packs), pack.clone());
    let file = reading(move || packs.open(&wanted)).await;
    match file.ok().flatten() {
        Some(file) => pack::sent(&unit.name, pack, file),
        None => entrance::over(unit, caller, 404),
    }
}

/// The newest entries of a pack, the newest first.
async fn of_pack(unit: &Unit, pack: &Pack) -> Vec<Entry> {
    let (store, end) = (Arc::clone(&unit.readers.store), pack.entries);
    let read = reading(move || {
        let from = end.saturating_sub(AT_ONCE);
        let limit = usize::try_from(end - from).unwrap_or(0);
        let read = store.entries(from, limit).unwrap_or_default();
        let entries = read.iter().rev();
        let entries = entries.filter_map(|bytes| Entry::from_bytes(bytes).ok());
        entries.collect()
    });
    read.await.unwrap_or_default()
}

/// The newest entries of a day, the newest first, and whether there are more.
async fn of_day(unit: &Unit, date: Date) -> (Vec<Entry>, bool) {
    let (store, zone) = (Arc::clone(&unit.readers.store), unit.readers.zone.clone());
    let end = unit.writer.durable();
    let read = reading(move || {
        let (mut found, mut end) = (Vec::new(), end);
        while end > 0 && found.len() <= MOST {
            let from = end.saturating_sub(AT_ONCE);
            let limit = usize::try_from(end - from).unwrap_or(0);
            let read = store.entries(from, limit).unwrap_or_default();
            let entries = read.iter().rev();
            let entries = entries.filter_map(|bytes| Entry::from_bytes(bytes).ok());
            let mut older = false;
            for entry in entries {
                let day = zone.to_datetime(entry.at).date();
                older |= day < date;
                if day == date {
                    found.push(entry);
                }
            }
            if older || read.is_empty() {
                break;
            }
            end = from;
        }
        let more = found.len() > MOST;
        found.truncate(MOST);
        (found, more)
    });
    read.await.unwrap_or_default()
}
