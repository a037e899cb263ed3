//! One's own ways in: PIN, badge, another device, and where one is signed in.

use axum::{
    extract::{Form, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use pages::{
    form::{Faults, Fields, WHOLE},
    page::{
        given::{self, Given},
        mine::{Mine, Passkey, Place, mine},
    },
};

use super::{
    act::Filled,
    entrance, html,
    looking::Kept,
    paper,
    session::{self, same_place},
    to,
};
use crate::{
    door::{
        Session, Shut, Way, Who,
        passkey::At,
        pin::{self, Unfit},
    },
    gate::Caller,
    sum::Sum,
    unit::Unit,
};

/// One's own page.
pub async fn page(State(unit): State<Unit>, caller: Caller) -> Response {
    if let Err(page) = session::person(&caller, &unit) {
        return *page;
    }
    match caller.session(&unit) {
        Some(session) => shown(&unit, &caller, (&session, &Faults::default())).await,
        // A program has no page of its own.
        None => to("/board"),
    }
}

async fn shown(unit: &Unit, caller: &Caller, (session, faults): (&Session, &Faults)) -> Response {
    let (kept, viewer) = (Kept::of(unit).await, session::viewer(caller, unit));
    let door = unit.door.kept();
    let own = door
        .people
        .get(&session.person)
        .cloned()
        .unwrap_or_default();
    let theirs = door
        .sessions
        .iter()
        .filter(|it| it.person == session.person);
    let places = theirs.map(|it| Place {
        began: it.began,
        by: it.by,
        station: it.station,
        here: it.sum == session.sum,
    });
    let passkeys = own.passkeys.iter().map(|it| Passkey {
        id: it.id.clone(),
        host: it.host.clone(),
        made: it.made,
    });
    let mine_of = Mine {
        person: &session.person,
        station: session.station,
        pin: own.pin.is_some(),
        badge: own.badge.is_some(),
        handle: handle(&unit.name, session),
        passkeys: passkeys.collect(),
        places: places.collect(),
        proof: proof(unit, session),
        faults,
    };
    let status = match faults.none() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    html(status, &mine(&mine_of, (&kept.seen(), &viewer)))
}

/// What a person of a unit is to a device: always the same, and no name.
fn handle(unit: &str, session: &Session) -> String {
    let sum = Sum::of(&format!("{unit}/{}", session.person)).to_string();
    sum.chars().take(32).collect()
}

/// Whether a person has to give the PIN before a way in is changed here.
fn proof(unit: &Unit, session: &Session) -> bool {
    let door = unit.door.kept();
    let has_pin = door
        .people
        .get(&session.person)
        .is_some_and(|own| own.pin.is_some());
    !unit.door.fresh(session) && (has_pin || session.station)
}

/// The session of a form of this hub, and what was filled in; proven by the PIN where it has to be.
async fn proven(
    unit: &Unit,
    caller: &Caller,
    Form(form): Filled,
) -> Result<(Session, Fields), Box<Response>> {
    if !same_place(&caller.headers) {
        return Err(Box::new(StatusCode::FORBIDDEN.into_response()));
    }
    session::person(caller, unit)?;
    let forbidden = || Box::new(StatusCode::FORBIDDEN.into_response());
    let session = caller.session(unit).ok_or_else(forbidden)?;
    let fields = Fields::from(form);
    if !proof(unit, &session) {
        return Ok((session, fields));
    }
    let who = Who::Named(session.person.to_string());
    let now = fields.get("now").unwrap_or_default().to_owned();
    let says = match unit.door.proves(&who, now, caller.from).await {
        Ok(_) => return Ok((session, fields)),
        Err(Shut::Wait(_)) => "wrong-pin-wait",
        Err(_) => "wrong-pin-now",
    };
    let mut faults = Faults::default();
    faults.add(WHOLE, says);
    Err(Box::new(shown(unit, caller, (&session, &faults)).await))
}

/// Sets one's own PIN.
pub async fn set_pin(State(unit): State<Unit>, caller: Caller, form: Filled) -> Response {
    let (session, fields) = match proven(&unit, &caller, form).await {
        Ok(proven) => proven,
        Err(page) => return *page,
    };
    let pin = fields.get("pin").unwrap_or_default();
    let mut faults = Faults::default();
    match pin::fit(pin) {
        Err(Unfit::Form) => faults.add("pin", "wrong-pin-form"),
        Err(Unfit::Trivial) => faults.add("pin", "wrong-pin-trivial"),
        Ok(()) if fields.get("again") != Some(pin) => faults.add("again", "wrong-pin-again"),
        Ok(()) => {}
    }
    if !faults.none() {
        return shown(&unit, &caller, (&session, &faults)).await;
    }
    match unit.door.set_pin(&session.person, pin.to_owned()).await {
        Ok(()) => to("/mine"),
        Err(_) => entrance::not_kept(&unit, &caller),
    }
}

/// Makes a badge, and shows its code this once.
pub async fn make_badge(State(unit): State<Unit>, caller: Caller, form: Filled) -> Response {
    let (session, _) = match proven(&unit, &caller, form).await {
        Ok(proven) => proven,
        Err(page) => return *page,
    };
    let Ok(code) = unit.door.make_badge(&session.person).await else {
        return entrance::not_kept(&unit, &caller);
    };
    let badge = Given::Badge {
        person: &session.person,
        code: &code,
    };
    give(&unit, &caller, &badge).await
}

/// Takes in a passkey that the browser made.
pub async fn add_passkey(State(unit): State<Unit>, caller: Caller, form: Filled) -> Response {
    let (session, fields) = match proven(&unit, &caller, form).await {
        Ok(proven) => proven,
        Err(page) => return *page,
    };
    let Some(at) = paper::origin(&caller.headers, caller.scheme).and_then(|it| At::of(&it)) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let sent = entrance::sent(&fields);
    match unit.door.add_passkey(&session.person, &sent, &at).await {
        Ok(()) => to("/mine"),
        Err(Shut::NotKept) => entrance::not_kept(&unit, &caller),
        Err(_) => {
            let mut faults = Faults::default();
            faults.add("passkey", "passkey-not-made");
            shown(&unit, &caller, (&session, &faults)).await
        }
    }
}

/// A link for another device of one's own.
pub async fn another_device(State(unit): State<Unit>, caller: Caller, form: Filled) -> Response {
    let (session, _) = match proven(&unit, &caller, form).await {
        Ok(proven) => proven,
        Err(page) => return *page,
    };
    let Some(origin) = paper::origin(&caller.headers, caller.scheme) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let person = &session.person;
    let Ok(secret) = unit.door.invite(person, person).await else {
        return entrance::not_kept(&unit, &caller);
    };
    let invited = Given::Invitation {
        person,
        link: &format!("{origin}/in/{secret}"),
    };
    give(&unit, &caller, &invited).await
}

/// Goes on without a badge, or a passkey.
pub async fn drop_way(State(unit): State<Unit>, caller: Caller, form: Filled) -> Response {
    let (session, fields) = match proven(&unit, &caller, form).await {
        Ok(proven) => proven,
        Err(page) => return *page,
    };
    let way = match fields.get("way") {
        Some("badge") => Way::Badge,
        Some("passkey") => Way::Passkey(fields.get("id").unwrap_or_default().to_owned()),
        _ => return StatusCode::BAD_REQUEST.into_response(),
    };
    match unit.door.drop_way(&session.person, way).await {
        Ok(()) => to("/mine"),
        Err(_) => entrance::not_kept(&unit, &caller),
    }
}

/// The page that shows a secret this once.
pub async fn give(unit: &Unit, caller: &Caller, what: &Given<'_>) -> Response {
    let (kept, viewer) = (Kept::of(unit).await, session::viewer(caller, unit));
    html(StatusCode::OK, &given::given(what, (&kept.seen(), &viewer)))
}
