//! Signing up for the weekly digest, confirming it, ending it; and what is kept of whom.

use std::sync::Arc;

use axum::{
    extract::{Form, Path, State},
    http::StatusCode,
    response::Response,
};
use pages::{
    form::{Faults, Fields, WHOLE},
    page::digest::{self, Linked},
    page::privacy,
};

use super::{
    act::{self, Filled},
    html,
    looking::{Kept, shown},
    session,
};
use crate::{
    api::reading,
    digest::{Addresses, Digest, NotNow, Standing, Wish},
    gate::Caller,
    unit::Unit,
};

pub async fn page(State(unit): State<Unit>, caller: Caller) -> Response {
    let mail = unit.digest.is_some();
    let (fields, faults) = (Fields::default(), Faults::default());
    shown(&unit, &caller, |seen, viewer| {
        Some(match mail {
            true => digest::sign_up((&fields, &faults), (seen, viewer)),
            false => digest::no_mail(seen, viewer),
        })
    })
    .await
}

/// Somebody wants it. The answer is the same for an address that is known.
pub async fn sign_up(State(unit): State<Unit>, caller: Caller, Form(form): Filled) -> Response {
    let person = match act::asker(&unit, &caller) {
        Ok(person) => person,
        Err(response) => return *response,
    };
    let Some(mail) = unit.digest.clone() else {
        return page(State(unit), caller).await;
    };
    let fields = Fields::from(form);
    let (kept, viewer) = (Kept::of(&unit).await, session::viewer(&caller, &unit));
    let around = (&kept.seen(), &viewer);
    let again = |status, faults: &Faults| {
        let page = digest::sign_up((&fields, faults), around);
        html(status, &page)
    };
    let wants = match digest::read(&fields) {
        Ok(wants) => wants,
        Err(faults) => return again(StatusCode::UNPROCESSABLE_ENTITY, &faults),
    };
    let address = wants.address.clone();
    let wish = Wish {
        wants,
        person,
        language: viewer.language,
    };
    match taken(&mail, &caller, wish) {
        Ok(()) => html(StatusCode::OK, &digest::sent(&address, around)),
        Err((status, says)) => {
            let mut faults = Faults::default();
            faults.add(WHOLE, says);
            again(status, &faults)
        }
    }
}

fn taken(mail: &Digest, caller: &Caller, wish: Wish) -> Result<(), (StatusCode, &'static str)> {
    if caller.comes_too_often(&mail.throttle) {
        return Err((StatusCode::TOO_MANY_REQUESTS, "wrong-mail-too-often"));
    }
    match mail.addresses.take(wish) {
        true => Ok(()),
        false => Err((StatusCode::SERVICE_UNAVAILABLE, "wrong-mail-not-now")),
    }
}

pub async fn confirm(
    State(unit): State<Unit>,
    Path(key): Path<String>,
    caller: Caller,
) -> Response {
    let to = format!("/digest/confirm/{key}");
    let is = of_link(&unit, move |addresses| addresses.is(&key)).await;
    let is = is.map(|standing| match standing {
        Standing::Asked { contact } => Linked::Confirm { to: &to, contact },
        Standing::Confirmed => Linked::Confirmed,
        Standing::Unknown => Linked::Gone,
    });
    linked(&unit, &caller, is)
}

pub async fn confirmed(
    State(unit): State<Unit>,
    Path(key): Path<String>,
    caller: Caller,
) -> Response {
    let done = of_link(&unit, move |addresses| addresses.confirm(&key)).await;
    let is = done.map(|done| match done {
        true => Linked::Confirmed,
        false => Linked::Gone,
    });
    linked(&unit, &caller, is)
}

pub async fn leave(State(unit): State<Unit>, Path(key): Path<String>, caller: Caller) -> Response {
    let to = format!("/digest/leave/{key}");
    let is = of_link(&unit, move |addresses| addresses.is(&key)).await;
    let is = is.map(|standing| match standing {
        Standing::Unknown => Linked::Left,
        Standing::Asked { .. } | Standing::Confirmed => Linked::Leave(&to),
    });
    linked(&unit, &caller, is)
}

/// Ends it. A mail program does so with one click, by RFC 8058: without a sign-in, from anywhere, and
/// as often as it likes.
pub async fn left(State(unit): State<Unit>, Path(key): Path<String>, caller: Caller) -> Response {
    let done = of_link(&unit, move |addresses| addresses.erase(&key)).await;
    linked(&unit, &caller, done.map(|()| Linked::Left))
}

/// Asks the addresses, off the threads that answer. A hub without mail has none.
async fn of_link<T: Send + 'static>(
    unit: &Unit,
    ask: impl FnOnce(&dyn Addresses) -> Result<T, NotNow> + Send + 'static,
) -> Result<T, Option<NotNow>> {
    let mail = unit.digest.as_ref().ok_or(None)?;
    let addresses = Arc::clone(&mail.addresses);
    let asked = reading(move || ask(&*addresses)).await;
    asked.map_err(|_| NotNow)?.map_err(Some)
}

fn linked(unit: &Unit, caller: &Caller, is: Result<Linked<'_>, Option<NotNow>>) -> Response {
    let viewer = session::viewer(caller, unit);
    let (status, is) = match is {
        Ok(Linked::Gone) | Err(None) => (StatusCode::NOT_FOUND, Linked::Gone),
        Err(Some(NotNow)) => (StatusCode::SERVICE_UNAVAILABLE, Linked::NotNow),
        Ok(is) => (StatusCode::OK, is),
    };
    html(status, &digest::linked(is, (&unit.name, &viewer)))
}

pub async fn privacy(State(unit): State<Unit>, caller: Caller) -> Response {
    let viewer = session::viewer(&caller, &unit);
    html(StatusCode::OK, &privacy::privacy(&unit.name, &viewer))
}
