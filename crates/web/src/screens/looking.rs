//! Pages that show what is so.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use custody::id::{IncidentId, PersonId, SetUpId, WeaponId};
use logbook::Entry;
use pages::{
    Markup, Seen, Viewer,
    form::{Faults, Fields},
    page,
};
use rules::desk::{Ahead, LookAhead, Of};
use serde::Deserialize;

use super::{html, photos, session, ways};
use crate::{api::reading, gate::Caller, unit::Unit, writer};

/// So many of the newest entries are looked through for those about one weapon.
const NEWEST: u64 = 500;

/// The unit at one moment, kept while a page is made of it.
pub struct Kept {
    name: String,
    seen: Arc<writer::Seen>,
    zone: jiff::tz::TimeZone,
}

impl Kept {
    /// As it is now.
    pub async fn of(unit: &Unit) -> Self {
        let seen = unit.writer.look().await;
        Self {
            name: unit.name.clone(),
            zone: unit.readers.zone.clone(),
            seen,
        }
    }

    /// As a page sees it.
    pub fn seen(&self) -> Seen<'_> {
        let board = &self.seen.board;
        Seen {
            unit: &self.name,
            state: &self.seen.state,
            at: board.at,
            zone: &self.zone,
            last: board.last,
            touched: &self.seen.touched,
            refusals: &board.refusals,
            writable: board.writable,
            not_recorded: board.not_recorded,
        }
    }
}

/// A page for whoever is signed in.
pub async fn shown(
    unit: &Unit,
    caller: &Caller,
    page: impl FnOnce(&Seen<'_>, &Viewer) -> Option<Markup>,
) -> Response {
    if let Err(page) = session::person(caller, unit) {
        return *page;
    }
    let viewer = session::viewer(caller, unit);
    let kept = Kept::of(unit).await;
    match page(&kept.seen(), &viewer) {
        Some(page) => html(StatusCode::OK, &page),
        None => html(
            StatusCode::NOT_FOUND,
            &page::nothing::here(&kept.seen(), &viewer),
        ),
    }
}

pub async fn board(State(unit): State<Unit>, caller: Caller) -> Response {
    let person = session::viewer(&caller, &unit).person;
    let waits = person
        .map(|person| unit.waiting.of(&person))
        .unwrap_or_default();
    shown(&unit, &caller, |seen, viewer| {
        Some(page::board::board(seen, &waits, viewer))
    })
    .await
}

#[derive(Debug, Deserialize)]
pub struct Turn {
    #[serde(default)]
    turn: usize,
}

pub async fn wall(State(unit): State<Unit>, Query(turn): Query<Turn>, caller: Caller) -> Response {
    shown(&unit, &caller, |seen, viewer| {
        Some(page::wall::wall(seen, turn.turn, viewer))
    })
    .await
}

pub async fn weapons(State(unit): State<Unit>, caller: Caller) -> Response {
    shown(&unit, &caller, |seen, viewer| {
        Some(page::weapon::weapons(seen, viewer))
    })
    .await
}

pub async fn weapon(State(unit): State<Unit>, Path(id): Path<String>, caller: Caller) -> Response {
    let (entries, erased) = (newest(&unit, &id).await, photos::erased(&unit).await);
    shown(&unit, &caller, |seen, viewer| {
        let id: WeaponId = id.parse().ok()?;
        let named = seen.state.weapons.get_key_value(&id)?;
        Some(page::weapon::weapon(
            named,
            (&entries, &erased),
            (seen, viewer),
        ))
    })
    .await
}

/// The newest entries that name a thing, the newest first.
pub async fn newest(unit: &Unit, id: &str) -> Vec<Entry> {
    let (store, from) = (
        Arc::clone(&unit.readers.store),
        unit.writer.durable().saturating_sub(NEWEST),
    );
    let limit = usize::try_from(NEWEST).unwrap_or(usize::MAX);
    let read = reading(move || store.entries(from, limit)).await;
    let read = read.ok().and_then(Result::ok).unwrap_or_default();
    let word = format!("\"{id}\"");
    let about = read
        .iter()
        .rev()
        .filter(|bytes| contains(bytes, word.as_bytes()));
    about
        .filter_map(|bytes| Entry::from_bytes(bytes).ok())
        .collect()
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

pub async fn rounds(State(unit): State<Unit>, caller: Caller) -> Response {
    shown(&unit, &caller, |seen, viewer| {
        Some(page::rounds::rounds(seen, viewer))
    })
    .await
}

pub async fn scenes(State(unit): State<Unit>, caller: Caller) -> Response {
    let erased = photos::erased(&unit).await;
    shown(&unit, &caller, |seen, viewer| {
        Some(page::scenes::scenes(&erased, (seen, viewer)))
    })
    .await
}

pub async fn people(State(unit): State<Unit>, caller: Caller) -> Response {
    shown(&unit, &caller, |seen, viewer| {
        let person = viewer.person.as_ref()?;
        let blank = (&Fields::default(), &Faults::default());
        let ways = ways::seen(&unit, (person, seen.state), blank);
        Some(page::people::people(ways.as_ref(), (seen, viewer)))
    })
    .await
}

pub async fn menu(State(unit): State<Unit>, caller: Caller) -> Response {
    shown(&unit, &caller, |seen, viewer| {
        Some(page::menu::menu(seen, viewer))
    })
    .await
}

pub async fn person(State(unit): State<Unit>, Path(id): Path<String>, caller: Caller) -> Response {
    let erased = photos::erased(&unit).await;
    shown(&unit, &caller, |seen, viewer| {
        let id: PersonId = id.parse().ok()?;
        let named = seen.state.people.get_key_value(&id)?;
        Some(page::person::person(named, &erased, (seen, viewer)))
    })
    .await
}

pub async fn incident(
    State(unit): State<Unit>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    shown(&unit, &caller, |seen, viewer| {
        let id: IncidentId = id.parse().ok()?;
        let named = seen.state.incidents.get_key_value(&id)?;
        Some(page::incident::incident(named, (seen, viewer)))
    })
    .await
}

pub async fn ahead(
    State(unit): State<Unit>,
    Path(set_up): Path<String>,
    caller: Caller,
) -> Response {
    match set_up.parse::<SetUpId>() {
        Ok(set_up) => looked(&unit, &caller, Of::SetUp(set_up)).await,
        Err(_) => shown(&unit, &caller, |_, _| None).await,
    }
}

pub async fn wrap(State(unit): State<Unit>, caller: Caller) -> Response {
    looked(&unit, &caller, Of::Wrap).await
}

async fn looked(unit: &Unit, caller: &Caller, of: Of) -> Response {
    let by = match session::person(caller, unit) {
        Ok(by) => by,
        Err(page) => return *page,
    };
    let kept = Kept::of(unit).await;
    let (seen, books) = (Arc::clone(&kept.seen), unit.readers.books.clone());
    let at = seen.board.at;
    let ahead = Ahead {
        at,
        date: kept.zone.to_datetime(at).date(),
        by,
        of: of.clone(),
    };
    let found = reading(move || books.desk().look_ahead(&seen.state, &ahead)).await;
    let found: LookAhead = found.unwrap_or_default();
    shown(unit, caller, |seen, viewer| {
        Some(page::ahead::ahead(&of, &found, (seen, viewer)))
    })
    .await
}
