//! Stop and concern: from anybody, with an account or without.

use armory::{Receipt, Submission};
use axum::{
    extract::{Form, Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use custody::{
    id::PersonId,
    input::{Report, What, report},
};
use pages::{
    form::{Blank, Faults, Fields, WHOLE},
    page,
};
use serde::Deserialize;

use super::{
    act::{self, Filled},
    html,
    looking::Kept,
    session,
};
use crate::{gate::Caller, queue::Closed, unit::Unit};

/// A stop: from anybody, from anywhere, at once.
pub async fn stop(State(unit): State<Unit>, caller: Caller) -> Response {
    let by = caller.whoever(&unit);
    let Some(request) = (unit.fresh)() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let what = What::Report(Report::Stop(report::Stop {
        scene: None,
        why: None,
    }));
    let named = by.is_some();
    let told = unit.writer.put(Submission::new(request, by, what)).await;
    let (kept, viewer) = (Kept::of(&unit).await, session::viewer(&caller, &unit));
    let seen = kept.seen();
    let receipt = told.ok();
    let receipt = receipt.as_ref().and_then(Receipt::answer);
    let called = page::stop::Called {
        at: receipt.map_or(seen.at, |it| it.at),
        entry: receipt.and_then(|it| it.seq),
        named,
    };
    html(
        StatusCode::OK,
        &page::stop::called(&called, (&seen, &viewer)),
    )
}

#[derive(Debug, Deserialize)]
pub struct Saw {
    saw: Option<String>,
}

/// The page of the stop and of a concern; what was seen may stand in the address.
pub async fn page(State(unit): State<Unit>, Query(saw): Query<Saw>, caller: Caller) -> Response {
    let viewer = session::viewer(&caller, &unit);
    let about = saw
        .saw
        .and_then(|saw| page::stop::saw(&saw, viewer.words()));
    let about = about.map(|about| ("about".to_owned(), about));
    let fields = Fields::from(about.into_iter().collect::<Vec<_>>());
    again(
        &unit,
        &caller,
        (StatusCode::OK, &fields, &Faults::default()),
    )
    .await
}

/// A concern: without a name where that is wished, or where nobody is signed in.
pub async fn concern(State(unit): State<Unit>, caller: Caller, Form(form): Filled) -> Response {
    let fields = Fields::from(form);
    let (what, nameless) = match page::concern::read(&fields) {
        Ok(read) => read,
        Err(faults) => {
            let wrong = (StatusCode::UNPROCESSABLE_ENTITY, &fields, &faults);
            return again(&unit, &caller, wrong).await;
        }
    };
    let by = caller.whoever(&unit).filter(|_| !nameless);
    let named = by.is_some();
    match put(&unit, by, (&fields, what)).await {
        Some(Ok(Receipt::Answered(answer))) => {
            let (kept, viewer) = (Kept::of(&unit).await, session::viewer(&caller, &unit));
            let about = fields.get("about").unwrap_or_default();
            let told = page::concern::told((answer.seq, named), about, (&kept.seen(), &viewer));
            html(StatusCode::OK, &told)
        }
        _ => {
            let mut faults = Faults::default();
            faults.add(WHOLE, "wrong-concern-not-now");
            let not_now = (StatusCode::SERVICE_UNAVAILABLE, &fields, &faults);
            again(&unit, &caller, not_now).await
        }
    }
}

/// Puts a concern under the name its form carried: a second tap tells it once. Where other words went
/// under that name before, as after a step back in the browser, it goes under a fresh one.
async fn put(
    unit: &Unit,
    by: Option<PersonId>,
    (fields, what): (&Fields, What),
) -> Option<Result<Receipt, Closed>> {
    let request = act::request(unit, fields)?;
    let first = Submission::new(request, by.clone(), what.clone());
    match unit.writer.put(first).await {
        Ok(Receipt::Refused(_)) => {
            let anew = Submission::new((unit.fresh)()?, by, what);
            Some(unit.writer.put(anew).await)
        }
        told => Some(told),
    }
}

/// The page with what was typed, and what is wrong beside it.
async fn again(
    unit: &Unit,
    caller: &Caller,
    (status, fields, faults): (StatusCode, &Fields, &Faults),
) -> Response {
    let (kept, viewer) = (Kept::of(unit).await, session::viewer(caller, unit));
    let request = act::fresh(unit);
    let blank = Blank {
        request: &request,
        fields,
        faults,
    };
    let page = page::concern::stop_or_concern(&blank, (&kept.seen(), &viewer));
    html(status, &page)
}
