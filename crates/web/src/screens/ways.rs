//! Whom the people page lets in: invitations, made and withdrawn by whoever may bring people in.

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    extract::{Form, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use custody::{
    id::PersonId,
    input::{Ask, Input, What, With, people::Enroll},
    names::{As, Means},
    state::State as Set,
};
use jiff::Timestamp;
use pages::{
    form::{Faults, Fields},
    page::{
        self,
        given::Given,
        ways::{Able, Open, Shown, Ways},
    },
};

use super::{
    act::{Filled, asker},
    entrance, html, looking,
    mine::give,
    paper, session, to,
};
use crate::{
    api::reading,
    door::{Kept, Shut, View},
    gate::Caller,
    unit::Unit,
};

/// Who would be enrolled, where it is asked whether somebody might: nobody has this handle.
const NOBODY: &str = "nobody-of-this-name";

/// Whether a person may let others in: whoever may enroll somebody, once another has confirmed. The
/// books in force say so.
pub fn may(unit: &Unit, by: &PersonId, state: &Set) -> bool {
    let Ok(person) = NOBODY.parse() else {
        return false;
    };
    let others = state.people.keys().filter(|id| *id != by);
    let at = unit.door.now();
    let input = Input {
        at,
        date: unit.readers.zone.to_datetime(at).date(),
        by: Some(by.clone()),
        with: others
            .map(|id| With {
                person: id.clone(),
                role: As::Confirms,
                means: Means::Attested,
            })
            .collect(),
        what: What::Ask(Ask::Enroll(Enroll {
            person,
            minor_until: None,
            roles: Vec::new(),
        })),
    };
    let decided = unit.readers.books.desk().decide(state, &input);
    !decided.rows.is_empty() && decided.rows.iter().all(|row| row.go)
}

/// What the people page shows of it; none for whoever may not.
pub fn seen(
    unit: &Unit,
    (by, state): (&PersonId, &Set),
    (fields, faults): (&Fields, &Faults),
) -> Option<Ways> {
    if !may(unit, by, state) {
        return None;
    }
    let (kept, now) = (unit.door.kept(), unit.door.now());
    let guests = kept.guests.iter().filter(|it| now < it.until);
    let invitations = kept.invitations.iter().filter(|it| now < it.until);
    Some(Ways {
        guests: guests
            .map(|it| Shown {
                name: it.sum.name(),
                view: shows(&it.view),
                until: it.until,
            })
            .collect(),
        able: able(&kept, now),
        fields: fields.clone(),
        faults: faults.clone(),
        invitations: invitations
            .map(|it| Open {
                name: it.sum.name(),
                person: it.person.clone(),
                until: it.until,
            })
            .collect(),
    })
}

/// Who can come in, and with what.
fn able(kept: &Kept, now: Timestamp) -> Vec<Able> {
    let on = |person: &PersonId| {
        let on = kept.sessions.iter().filter(|it| it.on(now));
        on.filter(|it| it.person == *person).count()
    };
    let signed_in = kept.sessions.iter().filter(|it| it.on(now));
    let people: BTreeSet<&PersonId> = kept
        .people
        .keys()
        .chain(signed_in.map(|it| &it.person))
        .collect();
    let able = people.into_iter().map(|person| {
        let own = kept.people.get(person);
        Able {
            person: person.clone(),
            pin: own.is_some_and(|own| own.pin.is_some()),
            badge: own.is_some_and(|own| own.badge.is_some()),
            passkeys: own.map_or(0, |own| own.passkeys.len()),
            places: on(person),
        }
    });
    able.collect()
}

fn shows(view: &View) -> page::ways::View {
    match view {
        View::Weapon(id) => page::ways::View::Weapon(id.clone()),
        View::Day(date) => page::ways::View::Day(*date),
        View::Pack(pack) => page::ways::View::Pack(Some(pack.entries)),
    }
}

/// Who asks with a form of this hub, and may.
async fn allowed(unit: &Unit, caller: &Caller) -> Result<PersonId, Box<Response>> {
    let by = asker(unit, caller)?;
    let seen = unit.writer.look().await;
    match may(unit, &by, &seen.state) {
        true => Ok(by),
        false => Err(Box::new(StatusCode::FORBIDDEN.into_response())),
    }
}

/// Invites a person of the record; the link is shown this once.
pub async fn invite(State(unit): State<Unit>, caller: Caller, Form(form): Filled) -> Response {
    let by = match allowed(&unit, &caller).await {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let fields = Fields::from(form);
    let person = fields
        .get("person")
        .and_then(|it| it.parse::<PersonId>().ok());
    let seen = unit.writer.look().await;
    let known = person.filter(|it| seen.state.people.contains_key(it));
    let (Some(person), Some(origin)) = (known, paper::origin(&caller.headers, caller.scheme))
    else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match unit.door.invite(&person, &by).await {
        Ok(secret) => {
            let invited = Given::Invitation {
                person: &person,
                link: &format!("{origin}/in/{secret}"),
            };
            give(&unit, &caller, &invited).await
        }
        Err(_) => entrance::not_kept(&unit, &caller),
    }
}

/// Takes an invitation back.
pub async fn withdraw(State(unit): State<Unit>, caller: Caller, Form(form): Filled) -> Response {
    if let Err(response) = allowed(&unit, &caller).await {
        return *response;
    }
    let fields = Fields::from(form);
    let name = fields.get("name").unwrap_or_default();
    let _one = unit.beside.lock().await;
    let withdrawn = unit.door.withdraw(name).await;
    let_packs_go(&unit).await;
    match withdrawn {
        // Whatever is gone already is withdrawn.
        Ok(()) | Err(Shut::Unknown) => to("/people"),
        Err(_) => entrance::not_kept(&unit, &caller),
    }
}

/// Takes every way in from a person.
pub async fn shut_out(State(unit): State<Unit>, caller: Caller, Form(form): Filled) -> Response {
    if let Err(response) = allowed(&unit, &caller).await {
        return *response;
    }
    let fields = Fields::from(form);
    let Some(Ok(person)) = fields.get("person").map(str::parse) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match unit.door.shut_out(&person).await {
        Ok(()) => to("/people"),
        Err(_) => entrance::not_kept(&unit, &caller),
    }
}

/// Makes a link for a guest; it is shown this once.
pub async fn show_guest(State(unit): State<Unit>, caller: Caller, Form(form): Filled) -> Response {
    let by = match allowed(&unit, &caller).await {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let fields = Fields::from(form);
    let Some(origin) = paper::origin(&caller.headers, caller.scheme) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let (kept, viewer) = (
        looking::Kept::of(&unit).await,
        session::viewer(&caller, &unit),
    );
    let seen = kept.seen();
    let view = match page::ways::View::read(&fields) {
        Ok(view) => view,
        Err(faults) => {
            let ways = self::seen(&unit, (&by, seen.state), (&fields, &faults));
            let page = page::people::people(ways.as_ref(), (&seen, &viewer));
            return html(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let days = fields.get("days").and_then(|it| it.parse().ok());
    let made = made(&unit, (view, &by), days.unwrap_or(1)).await;
    let Some((view, secret)) = made else {
        return entrance::not_kept(&unit, &caller);
    };
    let what = &shows(&view).says(viewer.words());
    let link = &format!("{origin}/guest/{secret}");
    give(&unit, &caller, &Given::Guest { what, link }).await
}

/// The link of a guest; a pack is made first, so that the link shows that one.
async fn made(
    unit: &Unit,
    (view, by): (page::ways::View, &PersonId),
    days: i64,
) -> Option<(View, String)> {
    let _one = unit.beside.lock().await;
    let view = match view {
        page::ways::View::Weapon(id) => View::Weapon(id),
        page::ways::View::Day(date) => View::Day(date),
        page::ways::View::Pack(_) => {
            let packs = Arc::clone(&unit.packs);
            View::Pack(reading(move || packs.make()).await.ok().flatten()?)
        }
    };
    let secret = unit.door.show_guest((view.clone(), by), days).await;
    let_packs_go(unit).await;
    Some((view, secret.ok()?))
}

/// Packs that no link shows any more go.
async fn let_packs_go(unit: &Unit) {
    let (packs, shown) = (Arc::clone(&unit.packs), unit.door.packs());
    let _ = reading(move || packs.keep_only(&shown)).await;
}
