//! Whom the people page lets in: invitations, made and withdrawn by whoever may bring people in.

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
use pages::page::{
    given::Given,
    ways::{Open, Ways},
};

use super::{
    act::{Filled, asker},
    entrance,
    mine::give,
    paper, to,
};
use crate::{door::Shut, gate::Caller, unit::Unit};

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
pub fn seen(unit: &Unit, by: &PersonId, state: &Set) -> Option<Ways> {
    if !may(unit, by, state) {
        return None;
    }
    let (kept, now) = (unit.door.kept(), unit.door.now());
    let invitations = kept.invitations.iter().filter(|it| now < it.until);
    Some(Ways {
        invitations: invitations
            .map(|it| Open {
                name: it.sum.name(),
                person: it.person.clone(),
                until: it.until,
            })
            .collect(),
    })
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
    let fields = pages::form::Fields::from(form);
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
    let fields = pages::form::Fields::from(form);
    match unit
        .door
        .withdraw(fields.get("name").unwrap_or_default())
        .await
    {
        // Whatever is gone already is withdrawn.
        Ok(()) | Err(Shut::Unknown) => to("/people"),
        Err(_) => entrance::not_kept(&unit, &caller),
    }
}
