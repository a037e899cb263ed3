//! Asks that wait until everybody they need has answered on a phone of their own. They live in
//! memory, for a while: a waiting ask is no entry.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use armory::{Receipt, RequestId, Submission};
use axum::{
    extract::{Form, Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use custody::{
    id::PersonId,
    input::With,
    names::{As, Means},
};
use pages::{
    Viewer,
    form::{Asked, How},
    page::{self, waiting::Waits},
};
use serde::Deserialize;
use tokio::time::Instant;

use super::{act, answer as answered, html, looking::Kept, session, to};
use crate::{gate::Caller, queue::Closed, unit::Unit};

/// How long an ask waits.
const PATIENCE: Duration = Duration::from_secs(600);

/// How many wait at once.
const MOST: usize = 200;

/// The asks that wait.
#[derive(Debug, Clone, Default)]
pub struct Waiting(Arc<Mutex<BTreeMap<String, Open>>>);

/// One that waits, or was answered a short while ago.
#[derive(Debug, Clone)]
struct Open {
    by: PersonId,
    submission: Submission,
    needs: Vec<(PersonId, As, Option<Means>)>,
    since: Instant,
    came: Came,
}

#[derive(Debug, Clone)]
enum Came {
    NotYet,
    Told(Box<Receipt>),
    Declined(PersonId),
}

impl Waiting {
    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<String, Open>) -> T) -> T {
        // A map that a panic left half done is not possible: each change is one call.
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        open.retain(|_, it| now.duration_since(it.since) < PATIENCE);
        work(&mut open)
    }

    fn get(&self, request: &str) -> Option<Open> {
        self.with(|open| open.get(request).cloned())
    }

    /// The asks that wait for this person.
    pub fn of(&self, person: &PersonId) -> Vec<Waits> {
        self.with(|open| {
            let open = open.values().filter(|it| matches!(it.came, Came::NotYet));
            let mine = open.filter(|it| {
                it.needs
                    .iter()
                    .any(|(id, _, by)| id == person && by.is_none())
            });
            mine.map(Open::waits).collect()
        })
    }
}

impl Open {
    fn waits(&self) -> Waits {
        let needs = self.needs.iter();
        Waits {
            request: self.submission.request.to_string(),
            by: self.by.clone(),
            what: self.submission.what.clone(),
            about: answered::about(&self.submission.what),
            who: needs
                .map(|(id, role, by)| (id.clone(), *role, by.is_some()))
                .collect(),
        }
    }

    fn complete(&self) -> Option<Submission> {
        let with: Option<Vec<With>> = self
            .needs
            .iter()
            .map(|(person, role, means)| {
                Some(With {
                    person: person.clone(),
                    role: *role,
                    means: (*means)?,
                })
            })
            .collect();
        Some(Submission {
            with: with?,
            ..self.submission.clone()
        })
    }
}

/// The page of an ask was old: something that it rests on has changed, and nothing was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Old;

/// Puts an ask where it waits for those it needs; where it needs nobody else, it is decided at once.
///
/// # Errors
/// Where the page was old.
pub async fn open(
    unit: &Unit,
    (by, viewer): (PersonId, &Viewer),
    (request, asked, seen): (Option<RequestId>, Asked, BTreeMap<String, u64>),
) -> Result<Response, Old> {
    let Some(request) = request else {
        return Ok(StatusCode::SERVICE_UNAVAILABLE.into_response());
    };
    let name = request.to_string();
    let needs = asked.with.into_iter().map(|it| {
        let means = match it.how {
            How::OwnPhone => None,
            How::Spoken => Some(Means::Spoken),
        };
        (it.person, it.role, means)
    });
    let open = Open {
        submission: Submission {
            seen,
            ..Submission::new(request, Some(by.clone()), asked.what)
        },
        by,
        needs: needs.collect(),
        since: Instant::now(),
        came: Came::NotYet,
    };
    if let Some(submission) = open.complete() {
        let told = unit.writer.put(submission.clone()).await;
        return match told {
            Ok(Receipt::Stale(_)) => Err(Old),
            told => Ok(answered::asked(unit, viewer.clone(), (&submission, told)).await),
        };
    }
    let phones = open.needs.iter().filter(|(.., by)| by.is_none());
    let phones = phones.map(|(id, ..)| id.clone()).collect();
    let full = unit.waiting.with(|waiting| {
        let full = waiting.len() >= MOST;
        if !full {
            waiting.entry(name.clone()).or_insert(open);
        }
        full
    });
    Ok(match full {
        true => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        false => {
            unit.writer.waits_for(phones);
            to(&format!("/waiting/{name}"))
        }
    })
}

/// The page of an ask that waits, or its answer.
pub async fn page(
    State(unit): State<Unit>,
    Path(request): Path<String>,
    caller: Caller,
) -> Response {
    let by = match session::person(&caller, &unit) {
        Ok(by) => by,
        Err(page) => return *page,
    };
    let viewer = session::viewer(&caller, &unit);
    shown(&unit, (by, viewer), &request).await
}

async fn shown(unit: &Unit, (by, viewer): (PersonId, Viewer), request: &str) -> Response {
    let kept = Kept::of(unit).await;
    let seen = kept.seen();
    let open = unit.waiting.get(request).filter(|it| it.concerns(&by));
    match open {
        None => html(
            StatusCode::NOT_FOUND,
            &page::waiting::over(None, (&seen, &viewer)),
        ),
        Some(open) => match open.came {
            Came::NotYet => html(
                StatusCode::OK,
                &page::waiting::waiting(&open.waits(), (&seen, &viewer)),
            ),
            Came::Declined(by) => html(
                StatusCode::OK,
                &page::waiting::over(Some(&by), (&seen, &viewer)),
            ),
            Came::Told(ref receipt) => {
                let told = Ok(Receipt::clone(receipt));
                let asked = open.complete().unwrap_or(open.submission);
                answered::asked(unit, viewer, (&asked, told)).await
            }
        },
    }
}

impl Open {
    fn concerns(&self, person: &PersonId) -> bool {
        self.by == *person || self.needs.iter().any(|(id, ..)| id == person)
    }
}

#[derive(Debug, Deserialize)]
pub struct Said {
    answer: String,
}

/// Somebody confirms or declines. With the last of them the ask is decided, once.
pub async fn answer(
    State(unit): State<Unit>,
    Path(request): Path<String>,
    caller: Caller,
    Form(said): Form<Said>,
) -> Response {
    let by = match act::asker(&unit, &caller) {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let means = caller.who(&unit).map_or(Means::Attested, |who| who.means());
    let ready = unit.waiting.with(|open| {
        let it = open
            .get_mut(&request)
            .filter(|it| matches!(it.came, Came::NotYet))?;
        if said.answer != "confirm" {
            it.came = Came::Declined(by.clone());
            return None;
        }
        let mine = it.needs.iter_mut().filter(|(id, ..)| *id == by);
        mine.for_each(|(_, _, by_means)| *by_means = Some(means));
        it.complete()
    });
    if let Some(submission) = ready {
        let told = unit.writer.put(submission).await;
        keep(&unit, &request, told);
    }
    shown(&unit, (by, session::viewer(&caller, &unit)), &request).await
}

fn keep(unit: &Unit, request: &str, told: Result<Receipt, Closed>) {
    // Where the hub took nothing in, everybody asks again.
    if let Ok(receipt) = told {
        unit.waiting.with(|open| {
            if let Some(it) = open.get_mut(request) {
                it.came = Came::Told(Box::new(receipt));
            }
        });
    }
}
