//! What is wrong, as RFC 9457 has it: one form for every refusal and every error.

use armory::{Answer, Changed, Receipt, Refused};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use rules::Reason;
use schemars::JsonSchema;
use serde::Serialize;

use crate::queue::Closed;

/// What a kind of problem is named after.
const URN: &str = "urn:proofhouse:problem:";

/// A refusal or an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problem {
    /// What kind, stable: `urn:proofhouse:problem:no-go`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in words.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What happened.
    pub detail: String,
    /// What to do.
    pub remedy: Box<str>,
    /// Where in the body.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<Place>>,
    /// The answer, where it was a no.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub no_go: Option<Box<NoGo>>,
    /// What changed since the device looked.
    #[serde(skip_serializing_if = "<[Changed]>::is_empty")]
    #[schemars(default)]
    pub changed: Box<[Changed]>,
    /// After how many seconds to try again; the header `Retry-After` says the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
}

/// A place in a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in bytes.
    pub column: usize,
    /// RFC 6901 pointer to the field; empty for the whole body.
    pub pointer: String,
}

/// A no, with every reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoGo {
    /// The request.
    pub request: String,
    /// Its place in the record; none where it could not be written.
    pub seq: Option<u64>,
    /// When it was received.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// It was answered before, and this is that answer told again.
    pub told_again: bool,
    /// Every reason once: rule, source, what it says, what to do, the facts it read.
    pub reasons: Vec<Reason>,
    /// Row by row.
    pub rows: Vec<Row>,
}

/// The answer to one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Row {
    /// What it is about.
    pub subject: String,
    /// Go or no-go.
    pub go: bool,
    /// The rules and laws that said no.
    pub because: Vec<String>,
    /// The rules that warn.
    pub warnings: Vec<String>,
}

impl Problem {
    /// A problem of a kind.
    pub fn new(kind: Kind, detail: impl Into<String>, remedy: impl Into<Box<str>>) -> Self {
        let (status, name, title) = kind.parts();
        Self {
            kind: format!("{URN}{name}"),
            title,
            status: status.as_u16(),
            detail: detail.into(),
            remedy: remedy.into(),
            place: None,
            no_go: None,
            changed: Box::default(),
            retry_after: (status == StatusCode::SERVICE_UNAVAILABLE).then_some(2),
        }
    }

    /// The same, at a place in the body.
    pub fn at(self, place: Place) -> Self {
        Self {
            place: Some(Box::new(place)),
            ..self
        }
    }

    /// The writer takes nothing in.
    pub fn closed(closed: Closed) -> Self {
        let detail = match closed {
            Closed::Full => "too many asks wait for an answer",
            Closed::Stopping => "the hub is stopping",
        };
        let remedy = "treat it as a no; ask again with the same request in a few seconds";
        Self::new(Kind::Unavailable, detail, remedy)
    }
}

/// Kinds of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The answer is no.
    NoGo,
    /// It was a go, and no longer holds.
    Lapsed,
    /// What it rests on has changed.
    Stale,
    /// The request was used for something else.
    OtherBody,
    /// The body is not what is taken here.
    BadInput,
    /// The record cannot be written.
    NotRecorded,
    /// Nobody is signed in.
    NotSignedIn,
    /// Not for whoever is signed in.
    Forbidden,
    /// It is not there.
    NotFound,
    /// This address takes another method.
    OtherMethod,
    /// It is too large.
    TooLarge,
    /// It took too long.
    TooSlow,
    /// It is not JSON.
    NotJson,
    /// Too many sign-ins failed.
    TooMany,
    /// The hub cannot take it now.
    Unavailable,
    /// The record cannot be read.
    Unreadable,
}

impl Kind {
    fn parts(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::NoGo => (StatusCode::CONFLICT, "no-go", "No go"),
            Self::Lapsed => (StatusCode::CONFLICT, "lapsed", "It no longer holds"),
            Self::Stale => (
                StatusCode::CONFLICT,
                "stale",
                "It has changed since you looked",
            ),
            Self::OtherBody => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "other-body",
                "The request was used for something else",
            ),
            Self::BadInput => (
                StatusCode::BAD_REQUEST,
                "bad-input",
                "The body cannot be read",
            ),
            Self::NotRecorded => (
                StatusCode::SERVICE_UNAVAILABLE,
                "not-recorded",
                "No go: the record cannot be written",
            ),
            Self::NotSignedIn => (StatusCode::UNAUTHORIZED, "not-signed-in", "Sign in first"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "forbidden", "Not for this token"),
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found", "Nothing is here"),
            Self::OtherMethod => (
                StatusCode::METHOD_NOT_ALLOWED,
                "other-method",
                "This address takes another method",
            ),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large", "Too large"),
            Self::TooSlow => (StatusCode::REQUEST_TIMEOUT, "too-slow", "It took too long"),
            Self::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json", "Send JSON"),
            Self::TooMany => (
                StatusCode::TOO_MANY_REQUESTS,
                "too-many",
                "Too many sign-ins failed",
            ),
            Self::Unavailable => (
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "The hub cannot take it now",
            ),
            Self::Unreadable => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "unreadable",
                "The record cannot be read",
            ),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status);
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let json = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (status, json, body).into_response();
        let headers = response.headers_mut();
        if status == StatusCode::UNAUTHORIZED {
            let ways = "Bearer realm=\"proofhouse\"";
            headers.insert(
                header::WWW_AUTHENTICATE,
                header::HeaderValue::from_static(ways),
            );
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// A receipt as it leaves: 200 for a go that holds and for a report in the record, 202 for a report
/// that is not yet recorded, else a problem.
pub fn told(receipt: Receipt) -> Response {
    let green = receipt.green();
    match receipt {
        Receipt::Answered(answer) => match (answer.go, green, answer.not_recorded) {
            (None, _, false) | (Some(true), true, _) => json(StatusCode::OK, &answer),
            (None, _, true) => json(StatusCode::ACCEPTED, &answer),
            (Some(true), false, _) => no_go(Kind::Lapsed, &answer).into_response(),
            (Some(false), _, true) => no_go(Kind::NotRecorded, &answer).into_response(),
            (Some(false), _, false) => no_go(Kind::NoGo, &answer).into_response(),
        },
        Receipt::Stale(stale) => {
            let things = stale.changed.iter().map(|it| it.thing.as_str());
            let things = things.collect::<Vec<_>>().join(", ");
            let remedy = "look again, then ask again under a new request";
            let detail = format!("since you looked, this has changed: {things}");
            Problem {
                changed: stale.changed.into(),
                ..Problem::new(Kind::Stale, detail, remedy)
            }
            .into_response()
        }
        Receipt::Refused(refused) => {
            let kind = match refused {
                Refused::OtherBody { .. } => Kind::OtherBody,
                Refused::TooLarge { .. } => Kind::TooLarge,
                Refused::NotKept { .. } => Kind::BadInput,
            };
            Problem::new(kind, refused.says(), refused.remedy()).into_response()
        }
    }
}

/// JSON, never kept by anything on the way.
pub fn json(status: StatusCode, body: &impl Serialize) -> Response {
    let bytes = serde_json::to_vec(body).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json")], bytes).into_response()
}

fn no_go(kind: Kind, answer: &Answer) -> Problem {
    let mut reasons: Vec<Reason> = Vec::new();
    for reason in answer.rows.iter().flat_map(|row| &row.reasons) {
        if !reasons.contains(reason) {
            reasons.push(reason.clone());
        }
    }
    let names = |reasons: &[Reason]| reasons.iter().map(|it| it.rule.clone()).collect();
    let rows = answer.rows.iter().map(|row| Row {
        subject: row.subject.clone(),
        go: row.go,
        because: names(&row.reasons),
        warnings: names(&row.warnings),
    });
    let (detail, remedy) = match (kind, reasons.first()) {
        (Kind::Lapsed, _) => (
            "what this go allowed no longer stands".to_owned(),
            "look again, then ask again under a new request".to_owned(),
        ),
        (_, Some(first)) => (first.says.clone(), first.remedy.clone()),
        (_, None) => ("the answer is no".to_owned(), "ask again".to_owned()),
    };
    let no_go = NoGo {
        request: answer.request.clone(),
        seq: answer.seq,
        at: answer.at,
        told_again: answer.told_again,
        rows: rows.collect(),
        reasons,
    };
    Problem {
        no_go: Some(Box::new(no_go)),
        ..Problem::new(kind, detail, remedy)
    }
}
