//! The page of a line: many weapons asked as one.

use armory::Submission;
use axum::{
    extract::{Form, Query, State},
    http::StatusCode,
    response::Response,
};
use custody::{
    id::PersonId,
    input::{Report, What},
};
use pages::{
    Seen, Viewer,
    form::{Asked, Blank, Faults, Fields},
    page::{
        self,
        line::{self, Chosen, Line, Step},
    },
};

use super::{
    act::{Filled, asker, fresh, request},
    answer,
    any::known,
    html,
    looking::{Kept, newest, shown},
    session, to,
    waiting::{self, Old},
};
use crate::{gate::Caller, unit::Unit};

/// The line that the address names, or that the record suggests.
pub async fn page(
    State(unit): State<Unit>,
    Query(sent): Query<Vec<(String, String)>>,
    caller: Caller,
) -> Response {
    let sent = Fields::from(sent);
    let chosen = Chosen {
        step: sent.get("ask").and_then(Step::of),
        set_up: sent.get("set_up").and_then(|it| it.parse().ok()),
        weapons: sent
            .all("weapon")
            .filter_map(|it| it.parse().ok())
            .collect(),
    };
    let entries = newest(&unit, "rows").await;
    let request = fresh(&unit);
    shown(&unit, &caller, |seen, viewer| {
        let mut line = Line::begun(&chosen, entries.iter(), (seen, viewer));
        // A label that was scanned elsewhere may lead here.
        let mut faults = Faults::default();
        if let Err(says) = line::scan(&mut line, &sent, seen) {
            faults.add("code", says);
        }
        let blank = Blank {
            request: &request,
            fields: &sent,
            faults: &faults,
        };
        Some(line::form(&line, &blank, (seen, viewer)))
    })
    .await
}

/// A code that was scanned or typed leads to what it names; where nothing has it, that is said.
pub async fn scan(
    State(unit): State<Unit>,
    Query(sent): Query<Vec<(String, String)>>,
    caller: Caller,
) -> Response {
    if let Err(page) = session::person(&caller, &unit) {
        return *page;
    }
    let sent = Fields::from(sent);
    let (kept, viewer) = (Kept::of(&unit).await, session::viewer(&caller, &unit));
    let seen = kept.seen();
    let code = sent.get("code");
    if let Some(found) = code.and_then(|code| page::scan::found(code, &seen)) {
        return to(&found);
    }
    let mut faults = Faults::default();
    if code.is_some() {
        faults.add("code", "wrong-code");
    }
    let status = match code {
        Some(_) => StatusCode::NOT_FOUND,
        None => StatusCode::OK,
    };
    let blank = Blank {
        request: "",
        fields: &sent,
        faults: &faults,
    };
    html(status, &page::scan::scan(&blank, (&seen, &viewer)))
}

/// A filled line: asked, or shown again with one more row, or with what is wrong.
pub async fn filled(State(unit): State<Unit>, caller: Caller, Form(form): Filled) -> Response {
    let by = match asker(&unit, &caller) {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let fields = Fields::from(form);
    let (kept, viewer) = (Kept::of(&unit).await, session::viewer(&caller, &unit));
    let seen = kept.seen();
    let mut line = line::filled(&fields);
    let read = match more(&mut line, &fields, &seen) {
        Some(Ok(())) => Err((StatusCode::OK, Faults::default())),
        Some(Err((field, says))) => {
            let mut faults = Faults::default();
            faults.add(field, says);
            Err((StatusCode::UNPROCESSABLE_ENTITY, faults))
        }
        None => line::read(&line, &fields, &seen)
            .map_err(|faults| (StatusCode::UNPROCESSABLE_ENTITY, faults)),
    };
    match read {
        Ok(asked) => put(&unit, (by, viewer), (asked, &fields, &seen)).await,
        Err((status, faults)) => {
            let request = fresh(&unit);
            let blank = Blank {
                request: &request,
                fields: &fields,
                faults: &faults,
            };
            html(status, &line::form(&line, &blank, (&seen, &viewer)))
        }
    }
}

type Wrong = (&'static str, &'static str);

/// Changes the line before it is asked, where that was wanted.
fn more(line: &mut Line, fields: &Fields, seen: &Seen<'_>) -> Option<Result<(), Wrong>> {
    let done = match fields.get("more")? {
        "code" => line::scan(line, fields, seen).map_err(|says| ("code", says)),
        "add" => line::add(line, fields).map_err(|says| ("add.weapon", says)),
        _ => {
            line.pair(seen);
            Ok(())
        }
    };
    Some(done)
}

async fn put(
    unit: &Unit,
    (by, viewer): (PersonId, Viewer),
    (asked, fields, seen): (Asked, &Fields, &Seen<'_>),
) -> Response {
    let named = request(unit, fields);
    match (&asked.what, named) {
        (What::Report(report), Some(request)) => {
            let next = after(report);
            let submission = Submission::new(request, Some(by), asked.what);
            let told = unit.writer.put(submission).await;
            answer::reported(unit, viewer, (next, told)).await
        }
        (what, named) => {
            let known = known((what, &by), fields, seen);
            match waiting::open(unit, (by, &viewer), (named, asked, known)).await {
                Ok(response) => response,
                Err(Old) => {
                    let line = line::filled(fields).anew();
                    let form = |blank: &Blank<'_>, seen: &Seen<'_>| {
                        Some(line::form(&line, blank, (seen, &viewer)))
                    };
                    answer::old(unit, (line.step.as_str(), fields), form).await
                }
            }
        }
    }
}

/// What follows a report of a line: what came back is checked.
fn after(report: &Report) -> &'static str {
    match report {
        Report::Collect(_) => "/line?ask=check",
        _ => "/board",
    }
}

/// What an ask of several weapons looks like when it was answered.
pub fn verdicts(
    unit: &Unit,
    (asked, told): (&Submission, &armory::Answer),
    around: (&Seen<'_>, &Viewer),
) -> Option<pages::Markup> {
    let line = Line::of(&asked.what, &line::aloud(&asked.with))?;
    let shelf = unit.readers.books.desk().shelf();
    let reasons = told.rows.iter().flat_map(|row| &row.reasons);
    let remedies =
        reasons.filter_map(|it| Some((it.rule.as_str(), shelf.rule(&it.rule)?.step?.ask())));
    let answered = line::Answered {
        line: &line,
        rows: &told.rows,
        entry: told.seq,
        at: told.at,
        passed: told.told_again && told.still_holds != Some(true),
        remedies: remedies.collect(),
    };
    Some(line::answered(&answered, around))
}
