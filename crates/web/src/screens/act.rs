//! Pages that ask and report.

use std::collections::BTreeMap;

use armory::{RequestId, Submission};
use axum::{
    extract::{Form, Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use custody::{
    id::{PersonId, WeaponId},
    input::{Lines, Report, What, report},
    state::Weapon,
};
use pages::{
    Markup, Seen, Viewer,
    form::{Asked, Blank, Faults, Fields},
    page,
};

use super::{
    answer, html,
    looking::{Kept, shown},
    session,
    waiting::{self, Old},
};
use crate::{gate::Caller, unit::Unit};

pub type Filled = Form<Vec<(String, String)>>;

type Named<'a> = (&'a WeaponId, &'a Weapon);
type Around<'a> = (&'a Seen<'a>, &'a Viewer);

/// How a form of a weapon is shown, and read.
struct Sheet {
    ask: &'static str,
    show: fn(Named<'_>, &Blank<'_>, Around<'_>) -> Markup,
    read: fn(Named<'_>, &Fields) -> Result<Asked, Faults>,
}

const CHECK: Sheet = Sheet {
    ask: "check",
    show: page::check::check,
    read: page::check::read,
};

const ISSUE: Sheet = Sheet {
    ask: "issue",
    show: |named, blank, around| page::issue::issue(named, (blank, None), around),
    read: |(id, _), fields| page::issue::read(id, fields),
};

pub async fn check(State(unit): State<Unit>, Path(id): Path<String>, caller: Caller) -> Response {
    blank(&unit, &caller, (&id, &CHECK)).await
}

pub async fn ask_check(
    State(unit): State<Unit>,
    Path(id): Path<String>,
    caller: Caller,
    form: Filled,
) -> Response {
    filled(&unit, &caller, (&id, &CHECK, form)).await
}

pub async fn issue(State(unit): State<Unit>, Path(id): Path<String>, caller: Caller) -> Response {
    blank(&unit, &caller, (&id, &ISSUE)).await
}

pub async fn ask_issue(
    State(unit): State<Unit>,
    Path(id): Path<String>,
    caller: Caller,
    form: Filled,
) -> Response {
    filled(&unit, &caller, (&id, &ISSUE, form)).await
}

/// A form with nothing in it.
async fn blank(unit: &Unit, caller: &Caller, (id, sheet): (&str, &Sheet)) -> Response {
    let request = fresh(unit);
    shown(unit, caller, |seen, viewer| {
        let id: WeaponId = id.parse().ok()?;
        let named = seen.state.weapons.get_key_value(&id)?;
        let blank = Blank {
            request: &request,
            fields: &Fields::default(),
            faults: &Faults::default(),
        };
        Some((sheet.show)(named, &blank, (seen, viewer)))
    })
    .await
}

/// A form that was filled in: shown again where something is wrong, and nothing of it is lost.
async fn filled(
    unit: &Unit,
    caller: &Caller,
    (id, sheet, Form(form)): (&str, &Sheet, Filled),
) -> Response {
    let by = match asker(unit, caller) {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let fields = Fields::from(form);
    let (kept, viewer) = (Kept::of(unit).await, session::viewer(caller, unit));
    let seen = kept.seen();
    let named = id
        .parse::<WeaponId>()
        .ok()
        .and_then(|id| seen.state.weapons.get_key_value(&id));
    let Some(named) = named else {
        return html(StatusCode::NOT_FOUND, &page::nothing::here(&seen, &viewer));
    };
    match (sheet.read)(named, &fields) {
        Ok(asked) => {
            let waits = (request(unit, &fields), asked, carried(&fields));
            match waiting::open(unit, (by, &viewer), waits).await {
                Ok(response) => response,
                Err(Old) => {
                    let form = |blank: &Blank<'_>, seen: &Seen<'_>| {
                        let named = seen.state.weapons.get_key_value(named.0)?;
                        Some((sheet.show)(named, blank, (seen, &viewer)))
                    };
                    answer::old(unit, (sheet.ask, &fields), form).await
                }
            }
        }
        Err(faults) => {
            let request = fresh(unit);
            let blank = Blank {
                request: &request,
                fields: &fields,
                faults: &faults,
            };
            let again = (sheet.show)(named, &blank, (&seen, &viewer));
            html(StatusCode::UNPROCESSABLE_ENTITY, &again)
        }
    }
}

/// Who asks, from a page of this hub.
pub fn asker(unit: &Unit, caller: &Caller) -> Result<PersonId, Box<Response>> {
    if !session::same_place(&caller.headers) {
        return Err(Box::new(StatusCode::FORBIDDEN.into_response()));
    }
    session::person(caller, unit)
}

/// A fresh name for a request.
pub fn fresh(unit: &Unit) -> String {
    (unit.fresh)().map(|it| it.to_string()).unwrap_or_default()
}

/// The request's name, as the form carried it.
pub fn request(unit: &Unit, fields: &Fields) -> Option<RequestId> {
    let named = fields.get("request").and_then(|it| it.parse().ok());
    named.or_else(|| (unit.fresh)())
}

/// The last entry the page knew of each thing.
fn carried(fields: &Fields) -> BTreeMap<String, u64> {
    fields
        .seen()
        .filter_map(|(thing, last)| Some((thing.to_owned(), last.parse().ok()?)))
        .collect()
}

pub async fn collect(State(unit): State<Unit>, Path(id): Path<String>, caller: Caller) -> Response {
    safe(&unit, &caller, (&id, "collect")).await
}

pub async fn lock_away(
    State(unit): State<Unit>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    safe(&unit, &caller, (&id, "lock-away")).await
}

async fn safe(unit: &Unit, caller: &Caller, (id, way): (&str, &str)) -> Response {
    let request = fresh(unit);
    shown(unit, caller, |seen, viewer| {
        let id: WeaponId = id.parse().ok()?;
        let named = seen.state.weapons.get_key_value(&id)?;
        Some(page::make_safe::make_safe(
            named,
            (way, &request),
            (seen, viewer),
        ))
    })
    .await
}

pub async fn report_collect(
    State(unit): State<Unit>,
    Path(id): Path<String>,
    caller: Caller,
    form: Filled,
) -> Response {
    let of = |weapon| Report::Collect(Lines::one(report::OfWeapon { weapon }));
    reported(&unit, &caller, (&id, form, of)).await
}

pub async fn report_lock_away(
    State(unit): State<Unit>,
    Path(id): Path<String>,
    caller: Caller,
    form: Filled,
) -> Response {
    let seal = Fields::from(form.0.clone()).get("seal").map(str::to_owned);
    let of = |weapon| {
        Report::LockAway(Lines::one(report::LockAway {
            weapon,
            seal,
            kit: Default::default(),
        }))
    };
    reported(&unit, &caller, (&id, form, of)).await
}

/// A report of a weapon: never refused, never stale.
async fn reported(
    unit: &Unit,
    caller: &Caller,
    (id, Form(form), of): (&str, Filled, impl FnOnce(WeaponId) -> Report),
) -> Response {
    let by = match asker(unit, caller) {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let fields = Fields::from(form);
    let (Ok(id), Some(request)) = (id.parse::<WeaponId>(), request(unit, &fields)) else {
        return shown(unit, caller, |_, _| None).await;
    };
    let what = What::Report(of(id.clone()));
    let told = unit
        .writer
        .put(Submission::new(request, Some(by), what))
        .await;
    answer::reported(
        unit,
        session::viewer(caller, unit),
        (&format!("/weapon/{id}"), told),
    )
    .await
}
