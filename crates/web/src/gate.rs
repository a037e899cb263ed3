//! The gate: who is signed in, and at which unit. Deny by default.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr};

use axum::{
    extract::{FromRequestParts, Path, Query},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
};
use custody::{id::PersonId, names::Means};
use serde::de::DeserializeOwned;
use tokio::time::Instant;

use crate::{
    body::bad,
    door::Session,
    problem::{Kind, Problem},
    screens::session,
    throttle::Throttle,
    tokens::Token,
    unit::Unit,
};

/// Where a call comes from.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// How a line was opened: `http`, or `https`.
#[derive(Debug, Clone, Copy)]
pub struct Scheme(pub &'static str);

/// Who calls, before it is known who that is: headers and address.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The header lines.
    pub headers: HeaderMap,
    /// How the line was opened.
    pub scheme: Scheme,
    /// Where it comes from.
    pub from: IpAddr,
}

/// Who is signed in, and by what.
#[derive(Debug, Clone)]
pub enum Who {
    /// By a token.
    Token(Token),
    /// In a browser.
    Session(Session),
}

impl Who {
    /// The person.
    pub fn person(&self) -> &PersonId {
        match self {
            Self::Token(token) => &token.person,
            Self::Session(session) => &session.person,
        }
    }

    /// By which means the person answers here. A token, as a badge, is given to one person.
    pub fn means(&self) -> Means {
        match self {
            Self::Token(_) => Means::Badge,
            Self::Session(session) => session.by,
        }
    }

    /// Whether that still holds.
    pub fn holds(&self, unit: &Unit) -> bool {
        let tokens = unit.tokens.borrow();
        match self {
            Self::Token(token) => tokens.has(token),
            Self::Session(session) => {
                let token = session.token.is_none_or(|token| tokens.has_sum(&token));
                token && unit.door.is_on(session)
            }
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<Peer>();
        let scheme = parts.extensions.get::<Scheme>();
        Ok(Self {
            headers: parts.headers.clone(),
            scheme: scheme.copied().unwrap_or(Scheme("http")),
            from: peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0),
        })
    }
}

impl Caller {
    /// Who is signed in at the unit of an address.
    ///
    /// # Errors
    /// 401 without a token that is known, 429 where too many failed before, 404 where there is no
    /// such unit, 403 for another unit's.
    pub fn signed_in(&self, unit: &Unit, name: &str) -> Result<PersonId, Problem> {
        let secret = bearer(&self.headers).ok_or_else(not_signed_in)?;
        self.admitted(unit, name, secret).map(|token| token.person)
    }

    /// Who is signed in, where a browser asks: by its cookie too. What a page asks for by itself does
    /// not count as use.
    pub fn signed_in_to_look(&self, unit: &Unit, name: &str) -> Result<Who, Problem> {
        if let Some(secret) = bearer(&self.headers) {
            return self.admitted(unit, name, secret).map(Who::Token);
        }
        let session = self.session(unit).ok_or_else(not_signed_in)?;
        known(unit, name)?;
        if !self.by_itself() {
            unit.door.use_now(&session);
        }
        Ok(Who::Session(session))
    }

    /// Who is signed in, if anybody is: for a stop or concern, which needs nobody and never waits.
    /// A token that does not fit is as none.
    pub fn whoever(&self, unit: &Unit) -> Option<PersonId> {
        self.who(unit).map(|who| who.person().clone())
    }

    /// Whether so much came from here that this has to wait; it counts where it has not.
    pub fn comes_too_often(&self, throttle: &Throttle) -> bool {
        let now = Instant::now();
        let waits = throttle.must_wait(self.from, None, now).is_some();
        if !waits {
            throttle.failed(self.from, now);
        }
        waits
    }

    /// The same, and by what.
    pub fn who(&self, unit: &Unit) -> Option<Who> {
        let Some(secret) = bearer(&self.headers) else {
            return self.session(unit).map(Who::Session);
        };
        let tokens = unit.tokens.borrow();
        let token = tokens.of(secret).filter(|it| it.unit == unit.name)?;
        Some(Who::Token(token.clone()))
    }

    /// The session of this browser, as far as it is on.
    pub fn session(&self, unit: &Unit) -> Option<Session> {
        let secret = session::cookie(&self.headers, session::named(self.scheme))?;
        let session = unit.door.session(secret)?;
        let who = Who::Session(session.clone());
        who.holds(unit).then_some(session)
    }

    /// Whether a page asks by itself, and nobody looks: its live line, and what it fetches after.
    fn by_itself(&self) -> bool {
        let accepted = self.headers.get(header::ACCEPT);
        let line = accepted.is_some_and(|it| it.as_bytes() == b"text/event-stream");
        line || self.headers.contains_key("live")
    }

    /// Whom a secret signs in, unless too many failed before.
    pub fn admitted(&self, unit: &Unit, name: &str, secret: &str) -> Result<Token, Problem> {
        let token = unit.tokens.borrow().of(secret).cloned();
        let (throttle, now) = (&unit.throttle, Instant::now());
        if let Some(wait) = throttle.must_wait(self.from, token.as_ref(), now) {
            return Err(too_many(wait.as_secs() + 1));
        }
        let Some(token) = token else {
            throttle.failed(self.from, now);
            return Err(not_signed_in());
        };
        throttle.signed_in(self.from, &token);
        known(unit, name)?;
        match token.unit == unit.name {
            true => Ok(token),
            false => Err(Problem::new(
                Kind::Forbidden,
                "this token is for another unit",
                "ask whoever keeps the hub for a token of this unit",
            )),
        }
    }
}

/// What stands after the question mark.
#[derive(Debug)]
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let query = Query::from_request_parts(parts, state).await;
        let Query(asked) = query.map_err(|wrong| {
            let what = wrong.body_text();
            bad(
                what,
                "see /api/v1/openapi.json for what this address is asked",
            )
        })?;
        Ok(Self(asked))
    }
}

/// The unit that an address names.
#[derive(Debug)]
pub struct Named(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::from_request_parts(parts, state).await;
        let Path(name) = path.map_err(|_| nothing_there())?;
        Ok(Self(name))
    }
}

/// Whether there is such a unit here.
pub fn known(unit: &Unit, name: &str) -> Result<(), Problem> {
    match unit.name == name {
        true => Ok(()),
        false => Err(Problem::new(
            Kind::NotFound,
            "there is no such unit here",
            "see the unit's name in the hub's start message",
        )),
    }
}

/// The kind of body: JSON, and nothing else, so that no form of a foreign page is ever taken.
pub fn is_json(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    match kind.eq_ignore_ascii_case("application/json") {
        true => Ok(()),
        false => Err(Problem::new(
            Kind::NotJson,
            "the body is not called application/json",
            "send the header Content-Type: application/json",
        )),
    }
}

/// An address where nothing is.
pub fn nothing_there() -> Problem {
    let remedy = "see /api/v1/openapi.json for the addresses";
    Problem::new(Kind::NotFound, "there is nothing at this address", remedy)
}

/// An address that takes another method.
pub async fn other_method(method: Method) -> Problem {
    let what = format!("this address does not take {method}");
    let remedy = "see /api/v1/openapi.json for what it takes";
    Problem::new(Kind::OtherMethod, what, remedy)
}

/// A body that could not be taken in.
pub fn not_taken(status: StatusCode) -> Problem {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(
            Kind::TooLarge,
            "the body is larger than the hub takes",
            "split it, or file the long part as an attachment and name its hash",
        ),
        _ => bad("the body broke off", "send it again under the same request"),
    }
}

/// Too many sign-ins from one address failed.
fn too_many(seconds: u64) -> Problem {
    Problem {
        retry_after: Some(seconds),
        ..Problem::new(
            Kind::TooMany,
            "too many sign-ins from this address failed",
            format!(
                "wait {seconds} s, then send a token that is known; a stop or concern needs none"
            ),
        )
    }
}

fn not_signed_in() -> Problem {
    Problem::new(
        Kind::NotSignedIn,
        "no token that is known came with this",
        "send the header Authorization: Bearer TOKEN; a stop or concern needs none",
    )
}

fn authorization<'a>(headers: &'a HeaderMap, scheme: &str) -> Option<&'a str> {
    let mut sent = headers.get_all(header::AUTHORIZATION).iter();
    let (one, more) = (sent.next()?, sent.next());
    let (found, rest) = one.to_str().ok()?.split_once(' ')?;
    (more.is_none() && found.eq_ignore_ascii_case(scheme)).then_some(rest.trim())
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    authorization(headers, "Bearer").filter(|secret| !secret.is_empty())
}
