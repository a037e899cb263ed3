//! Coming in and going out: by a link that is used once, or by a PIN at a station.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use custody::{id::PersonId, names::Means};
use pages::{
    Markup,
    form::{Faults, Fields, WHOLE},
    page::sign_in::{self, AtDoor},
};
use tokio::time::Instant;

use super::{
    act::Filled,
    html,
    paper::origin,
    session::{self, KEPT, same_place, with_cookie},
    to,
};
use crate::{
    door::{
        Coming, Shut, Who,
        passkey::{At, Sent},
    },
    gate::Caller,
    problem::Problem,
    unit::Unit,
};

/// The cookie of a station: who signed in there, to choose from.
const HERE: &str = "here";

/// So many are offered to choose from.
const OFFERED: usize = 12;

/// What a link leads to.
enum Link {
    Invitation(PersonId),
    Token(Coming),
}

/// A link that was given to one person. It is only looked at: whatever fetches it to show a preview
/// does not use it up.
pub async fn link(
    State(unit): State<Unit>,
    Path(secret): Path<String>,
    caller: Caller,
) -> Response {
    let viewer = session::viewer(&caller, &unit);
    match meant(&unit, &caller, &secret) {
        Ok(Link::Invitation(person) | Link::Token(Coming { person, .. })) => {
            html(StatusCode::OK, &sign_in::link(&person, &secret, &viewer))
        }
        Err(problem) => over(&unit, &caller, problem.status),
    }
}

/// The button of a link.
pub async fn accept(
    State(unit): State<Unit>,
    Path(secret): Path<String>,
    caller: Caller,
) -> Response {
    if !same_place(&caller.headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let before = caller.session(&unit).map(|it| it.sum);
    let (told, next) = match meant(&unit, &caller, &secret) {
        Err(problem) => return over(&unit, &caller, problem.status),
        Ok(Link::Invitation(_)) => (unit.door.accept(&secret, before).await, "/mine"),
        Ok(Link::Token(coming)) => (unit.door.come_in(coming, before).await, "/board"),
    };
    match told {
        Ok(session) => signed_in(&caller, &session, next),
        Err(Shut::Unknown) => over(&unit, &caller, 401),
        Err(_) => not_kept(&unit, &caller),
    }
}

fn meant(unit: &Unit, caller: &Caller, secret: &str) -> Result<Link, Problem> {
    if let Some(person) = unit.door.invited(secret) {
        return Ok(Link::Invitation(person));
    }
    let token = caller.admitted(unit, &unit.name, secret)?;
    Ok(Link::Token(Coming {
        token: Some(token.sum()),
        person: token.person,
        by: Means::Badge,
        station: false,
    }))
}

fn signed_in(caller: &Caller, session: &str, next: &str) -> Response {
    let cookie = (session::named(caller.scheme), session, KEPT);
    with_cookie(to(next), caller.scheme, cookie)
}

/// A link that leads nowhere any more.
pub fn over(unit: &Unit, caller: &Caller, status: u16) -> Response {
    let viewer = session::viewer(caller, unit);
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::UNAUTHORIZED);
    html(status, &sign_in::over(&viewer))
}

/// It could not be written: nothing changed.
pub fn not_kept(unit: &Unit, caller: &Caller) -> Response {
    let viewer = session::viewer(caller, unit);
    html(StatusCode::SERVICE_UNAVAILABLE, &sign_in::not_kept(&viewer))
}

/// The sign-in page with nothing filled in.
pub fn blank(caller: &Caller, unit: &Unit) -> Markup {
    let (fields, faults) = (Fields::default(), Faults::default());
    filled(caller, unit, (&fields, &faults, None))
}

fn filled(
    caller: &Caller,
    unit: &Unit,
    (fields, faults, wait): (&Fields, &Faults, Option<u64>),
) -> Markup {
    let at = AtDoor {
        here: &here(caller),
        fields,
        faults,
        wait,
    };
    sign_in::wanted(&at, &session::viewer(caller, unit))
}

/// Who signed in at this station before.
fn here(caller: &Caller) -> Vec<PersonId> {
    let kept = session::cookie(&caller.headers, HERE).unwrap_or_default();
    let people = kept.split(':').filter_map(|id| id.parse().ok());
    people.take(OFFERED).collect()
}

/// The sign-in page.
pub async fn page(State(unit): State<Unit>, caller: Caller) -> Response {
    html(StatusCode::OK, &blank(&caller, &unit))
}

/// Signs in at a station: by a person, or the badge of one, and the PIN.
pub async fn sign_in(
    State(unit): State<Unit>,
    caller: Caller,
    axum::extract::Form(form): Filled,
) -> Response {
    if !same_place(&caller.headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let fields = Fields::from(form);
    let again =
        |faults: &Faults, status| html(status, &filled(&caller, &unit, (&fields, faults, None)));
    let (who, pin) = match read(&fields) {
        Ok(read) => read,
        Err(faults) => return again(&faults, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let now = Instant::now();
    if let Some(wait) = unit.throttle.must_wait(caller.from, None, now) {
        return waits(&caller, &unit, (&fields, wait.as_secs()));
    }
    match unit.door.proves(&who, pin, caller.from).await {
        Ok(person) => come_in(&unit, &caller, (person, fields.ticked("mine"))).await,
        Err(Shut::Wait(wait)) => {
            let seconds = u64::try_from(wait.as_secs()).unwrap_or(0);
            waits(&caller, &unit, (&fields, seconds))
        }
        Err(Shut::Unknown) => {
            unit.throttle.failed(caller.from, now);
            let mut faults = Faults::default();
            faults.add(WHOLE, "wrong-sign-in");
            again(&faults, StatusCode::UNAUTHORIZED)
        }
        Err(_) => not_kept(&unit, &caller),
    }
}

/// A challenge for a passkey to sign.
pub async fn challenge(State(unit): State<Unit>, caller: Caller) -> Response {
    if !same_place(&caller.headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    match unit.door.challenge(caller.from) {
        Ok(challenge) => challenge.into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// What a browser sends of a passkey.
pub fn sent(fields: &Fields) -> Sent {
    let part = |name: &str| fields.get(name).unwrap_or_default().to_owned();
    Sent {
        id: part("id"),
        client: part("client"),
        data: part("data"),
        signature: part("signature"),
    }
}

/// Signs in with a passkey.
pub async fn with_passkey(
    State(unit): State<Unit>,
    caller: Caller,
    axum::extract::Form(form): Filled,
) -> Response {
    let at = origin(&caller.headers, caller.scheme).and_then(|it| At::of(&it));
    let Some(at) = at.filter(|_| same_place(&caller.headers)) else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let now = Instant::now();
    let fields = Fields::default();
    if let Some(wait) = unit.throttle.must_wait(caller.from, None, now) {
        return waits(&caller, &unit, (&fields, wait.as_secs()));
    }
    let person = match unit.door.signed(&sent(&Fields::from(form)), &at).await {
        Ok(person) => person,
        Err(Shut::NotKept) => return not_kept(&unit, &caller),
        Err(_) => {
            unit.throttle.failed(caller.from, now);
            let mut faults = Faults::default();
            faults.add(WHOLE, "wrong-passkey");
            let page = filled(&caller, &unit, (&fields, &faults, None));
            return html(StatusCode::UNAUTHORIZED, &page);
        }
    };
    let coming = Coming {
        person,
        by: Means::Passkey,
        station: false,
        token: None,
    };
    let before = caller.session(&unit).map(|it| it.sum);
    match unit.door.come_in(coming, before).await {
        Ok(session) => signed_in(&caller, &session, "/board"),
        Err(_) => not_kept(&unit, &caller),
    }
}

/// Who is meant, and the PIN.
fn read(fields: &Fields) -> Result<(Who, String), Faults> {
    let mut faults = Faults::default();
    let handle = |said: &str| said.to_lowercase().replace(' ', "_");
    let chosen = fields.get("chosen").map(str::to_owned);
    let named = fields.get("person").map(handle).or(chosen);
    let badge = fields.get("badge").map(|it| Who::Badge(it.to_owned()));
    let who = badge.or(named.map(Who::Named));
    let pin = fields.get("pin").map(str::to_owned);
    if who.is_none() {
        faults.add("person", "wrong-who");
    }
    if pin.is_none() {
        faults.add("pin", "wrong-pin-missing");
    }
    who.zip(pin).ok_or(faults)
}

async fn come_in(unit: &Unit, caller: &Caller, (person, mine): (PersonId, bool)) -> Response {
    let before = caller.session(unit).map(|it| it.sum);
    let coming = Coming {
        person: person.clone(),
        by: Means::Pin,
        station: !mine,
        token: None,
    };
    let Ok(session) = unit.door.come_in(coming, before).await else {
        return not_kept(unit, caller);
    };
    let response = signed_in(caller, &session, "/board");
    if mine {
        return response;
    }
    let others = here(caller).into_iter().filter(|it| *it != person);
    let known: Vec<String> = std::iter::once(person.clone())
        .chain(others)
        .take(OFFERED)
        .map(String::from)
        .collect();
    with_cookie(response, caller.scheme, (HERE, &known.join(":"), KEPT))
}

fn waits(caller: &Caller, unit: &Unit, (fields, seconds): (&Fields, u64)) -> Response {
    let wait = seconds.saturating_add(1);
    let faults = Faults::default();
    let page = filled(caller, unit, (fields, &faults, Some(wait)));
    let mut response = html(StatusCode::TOO_MANY_REQUESTS, &page);
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from(wait));
    response
}

/// Signs out of this browser.
pub async fn sign_out(State(unit): State<Unit>, caller: Caller) -> Response {
    if !same_place(&caller.headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if let Some(session) = caller.session(&unit)
        && unit.door.go_out(session.sum).await.is_err()
    {
        return not_kept(&unit, &caller);
    }
    gone(&caller)
}

/// Signs out everywhere.
pub async fn sign_out_everywhere(State(unit): State<Unit>, caller: Caller) -> Response {
    if !same_place(&caller.headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if let Some(session) = caller.session(&unit)
        && unit.door.go_out_everywhere(&session.person).await.is_err()
    {
        return not_kept(&unit, &caller);
    }
    gone(&caller)
}

fn gone(caller: &Caller) -> Response {
    let cookie = (session::named(caller.scheme), "", 0);
    with_cookie(to("/"), caller.scheme, cookie)
}
