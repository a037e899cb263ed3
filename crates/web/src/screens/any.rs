//! Any ask or report, by the form made of its schema.

use std::collections::BTreeMap;

use armory::Submission;
use axum::{
    extract::{Form, Path, Query, State},
    http::StatusCode,
    response::Response,
};
use custody::{id::PersonId, input::What};
use pages::{
    Seen, Viewer,
    form::{Asked, Blank, Faults, Fields},
    page,
    sheet::{
        self, Sheet,
        scan::{self, Ticked},
    },
};

use super::{
    act::{Filled, asker, fresh, request},
    answer, html,
    looking::{Kept, shown},
    session,
    waiting::{self, Old},
};
use crate::{gate::Caller, unit::Unit};

/// Everything that can be asked and told.
pub async fn all(State(unit): State<Unit>, caller: Caller) -> Response {
    shown(&unit, &caller, |seen, viewer| {
        Some(page::ask::all(seen, viewer))
    })
    .await
}

/// A form; what stands in the address is filled in.
pub async fn form(
    State(unit): State<Unit>,
    Path(name): Path<String>,
    Query(filled): Query<Vec<(String, String)>>,
    caller: Caller,
) -> Response {
    let request = fresh(&unit);
    shown(&unit, &caller, |seen, viewer| {
        let blank = Blank {
            request: &request,
            fields: &Fields::from(filled),
            faults: &Faults::default(),
        };
        let sheet = Sheet::of(&name)?;
        Some(page::ask::ask(sheet, (&blank, None), (seen, viewer)))
    })
    .await
}

/// A filled form. Where something is wrong, a code is to be taken in, or one more row is wanted, it
/// is shown again with all that was typed.
pub async fn filled(
    State(unit): State<Unit>,
    Path(name): Path<String>,
    caller: Caller,
    Form(form): Filled,
) -> Response {
    let by = match asker(&unit, &caller) {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let fields = Fields::from(form);
    let (kept, viewer) = (Kept::of(&unit).await, session::viewer(&caller, &unit));
    let seen = kept.seen();
    let Some(sheet) = Sheet::of(&name) else {
        return html(StatusCode::NOT_FOUND, &page::nothing::here(&seen, &viewer));
    };
    let again = |fields: &Fields, faults: &Faults, ticked: Option<&Ticked>| {
        let request = fresh(&unit);
        let blank = Blank {
            request: &request,
            fields,
            faults,
        };
        let status = match faults.none() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let page = page::ask::ask(sheet, (&blank, ticked), (&seen, &viewer));
        html(status, &page)
    };
    // A code that was scanned is taken in first, whichever button was pressed.
    if let Some((list, code)) = scan::code(&fields) {
        let badge = |code: &str| unit.door.whose(code);
        return match scan::take(sheet, (&fields, list, code), &seen, badge) {
            Ok((fields, ticked)) => again(&fields, &Faults::default(), Some(&ticked)),
            Err(faults) => again(&fields, &faults, None),
        };
    }
    if fields.get("more").is_some() {
        return again(&fields, &Faults::default(), None);
    }
    match sheet::read(sheet, &fields) {
        Ok(asked) => put(&unit, (by, viewer), (sheet, asked, &fields, &seen)).await,
        Err(faults) => again(&fields, &faults, None),
    }
}

/// A form that can be read: reported, or asked, now or once all have answered.
async fn put(
    unit: &Unit,
    (by, viewer): (PersonId, Viewer),
    (sheet, asked, fields, seen): (&Sheet, Asked, &Fields, &Seen<'_>),
) -> Response {
    let named = request(unit, fields);
    if let (What::Report(_), Some(request)) = (&asked.what, named.clone()) {
        let submission = Submission::new(request, Some(by), asked.what);
        let told = unit.writer.put(submission).await;
        return answer::reported(unit, viewer, ("/board", told)).await;
    }
    let known = known((&asked.what, &by), fields, seen);
    match waiting::open(unit, (by, &viewer), (named, asked, known)).await {
        Ok(response) => response,
        Err(Old) => {
            let form = |blank: &Blank<'_>, seen: &Seen<'_>| {
                Some(page::ask::ask(sheet, (blank, None), (seen, &viewer)))
            };
            answer::old(unit, (&sheet.name, fields), form).await
        }
    }
}

/// What the page knew last of each thing the ask names: the last entry there was then.
pub fn known(
    (what, by): (&What, &PersonId),
    fields: &Fields,
    seen: &Seen<'_>,
) -> BTreeMap<String, u64> {
    let last = fields.get("last").and_then(|it| it.parse().ok());
    let things = logbook::things::named(what, Some(by), seen.state).into_iter();
    things.filter_map(|thing| Some((thing, last?))).collect()
}
