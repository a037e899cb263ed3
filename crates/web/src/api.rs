//! Every address of the hub, and what is called there.

use std::time::Duration;

use armory::{RequestId, Submission};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Request, State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use custody::{
    id::PersonId,
    input::{Report, What},
};
use rules::desk::{Ahead, LookAhead, Of};
use serde::Deserialize;

use crate::{
    body::{self, Handed, Takes, bad},
    gate::{self, Asked, Caller, Named},
    limits::Limits,
    now, openapi,
    problem::{Kind, Problem, json, told},
    screens,
    unit::Unit,
};

/// The most entries read at once.
const ENTRIES: usize = 500;

/// Every address of the hub.
pub fn router(unit: Unit, limits: Limits) -> Router {
    let units = Router::new()
        .route("/asks", post(ask))
        .route("/reports", post(report))
        .route("/look-ahead", get(look_ahead))
        .route("/board", get(board))
        .route("/entries", get(entries))
        .route("/checkpoint", get(checkpoint))
        .route("/now", get(now::live));
    Router::new()
        .nest("/api/v1/units/{unit}", units)
        .route("/api/v1/openapi.json", get(openapi::page))
        .route("/healthz", get(healthy))
        .merge(screens::router())
        .fallback(screens::nowhere)
        .method_not_allowed_fallback(gate::other_method)
        .layer(DefaultBodyLimit::max(limits.body))
        .layer(middleware::from_fn_with_state(limits.call, in_time))
        .layer(middleware::from_fn(guarded))
        .with_state(unit)
}

/// No call takes for ever. What was handed in is still answered: ask again under the same request.
async fn in_time(State(longest): State<Duration>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::new(
            Kind::TooSlow,
            "the call took too long",
            "treat it as a no; ask again with the same request, and the answer is told again",
        )
        .into_response(),
    }
}

/// What stands on every response.
async fn guarded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        ),
    ];
    for (name, value) in fixed {
        let entry = headers.entry(name);
        entry.or_insert(HeaderValue::from_static(value));
    }
    response
}

async fn healthy() -> &'static str {
    "ok\n"
}

type Body = Result<Bytes, BytesRejection>;

async fn ask(
    State(unit): State<Unit>,
    Named(name): Named,
    caller: Caller,
    bytes: Body,
) -> Result<Response, Problem> {
    let by = caller.signed_in(&unit, &name)?;
    let parsed = parse(&caller.headers, bytes, Takes::Asks)?;
    put(&unit, &caller.headers, Some(by), parsed).await
}

async fn report(
    State(unit): State<Unit>,
    Named(name): Named,
    caller: Caller,
    bytes: Body,
) -> Result<Response, Problem> {
    gate::known(&unit, &name)?;
    let parsed = parse(&caller.headers, bytes, Takes::Reports);
    let by = match &parsed {
        Ok((_, what)) if is_voice(what) => caller.whoever(&unit),
        _ => Some(caller.signed_in(&unit, &name)?),
    };
    put(&unit, &caller.headers, by, parsed?).await
}

fn parse(headers: &HeaderMap, bytes: Body, takes: Takes) -> Result<(Handed, What), Problem> {
    let bytes = bytes.map_err(|wrong| gate::not_taken(wrong.status()))?;
    gate::is_json(headers)?;
    body::read(&bytes, takes)
}

async fn put(
    unit: &Unit,
    headers: &HeaderMap,
    by: Option<PersonId>,
    (handed, what): (Handed, What),
) -> Result<Response, Problem> {
    let request = named(unit, headers, (&handed, is_voice(&what)))?;
    let submission = Submission {
        request,
        by,
        with: handed.with,
        what,
        claimed_at: handed.claimed_at,
        device: handed.device,
        seen: handed.seen,
    };
    let receipt = unit.writer.put(submission).await;
    Ok(told(receipt.map_err(Problem::closed)?))
}

/// A stop or a concern: from anybody, signed in or not.
fn is_voice(what: &What) -> bool {
    matches!(what, What::Report(Report::Stop(_) | Report::Concern(_)))
}

/// The request's name. A stop or concern without a good one gets a fresh one: it must not fail for
/// that.
fn named(
    unit: &Unit,
    headers: &HeaderMap,
    (handed, voice): (&Handed, bool),
) -> Result<RequestId, Problem> {
    let header = headers.get("idempotency-key");
    let header = header.map(|it| it.to_str().unwrap_or_default());
    let name = match body::request(header, handed) {
        Ok(name) => name,
        Err(_) if voice => None,
        Err(problem) => return Err(problem),
    };
    let fresh = || voice.then(|| (unit.fresh)()).flatten();
    name.or_else(fresh).ok_or_else(|| {
        let what = "the request has no name";
        bad(
            what,
            "name it in \"request\" or the header Idempotency-Key, by a fresh UUID",
        )
    })
}

#[derive(Debug, Deserialize)]
struct Whither {
    set_up: Option<String>,
    wrap: Option<String>,
}

async fn look_ahead(
    State(unit): State<Unit>,
    Named(name): Named,
    Asked(whither): Asked<Whither>,
    caller: Caller,
) -> Result<Response, Problem> {
    let by = caller.signed_in(&unit, &name)?;
    let of =
        match (whither.set_up, whither.wrap) {
            (Some(set_up), None) => Of::SetUp(set_up.parse().map_err(|wrong| {
                bad(format!("{wrong}"), "name the set-up as the schedule does")
            })?),
            (None, Some(_)) => Of::Wrap,
            _ => {
                let what = "look ahead to a set-up or to the wrap";
                return Err(bad(what, "write ?set_up=14A or ?wrap"));
            }
        };
    let seen = unit.writer.look().await;
    let readers = unit.readers;
    let ahead = reading(move || {
        let at = seen.board.at;
        let date = readers.zone.to_datetime(at).date();
        let ahead = Ahead { at, date, by, of };
        readers.books.desk().look_ahead(&seen.state, &ahead)
    });
    let ahead: LookAhead = ahead.await?;
    Ok(json(StatusCode::OK, &ahead))
}

async fn board(
    State(unit): State<Unit>,
    Named(name): Named,
    caller: Caller,
) -> Result<Response, Problem> {
    caller.signed_in(&unit, &name)?;
    let seen = unit.writer.look().await;
    Ok(json(StatusCode::OK, &seen.board))
}

#[derive(Debug, Deserialize)]
struct Which {
    #[serde(default)]
    from: u64,
    limit: Option<usize>,
}

async fn entries(
    State(unit): State<Unit>,
    Named(name): Named,
    Asked(which): Asked<Which>,
    caller: Caller,
) -> Result<Response, Problem> {
    caller.signed_in(&unit, &name)?;
    let limit = which.limit.unwrap_or(100).clamp(1, ENTRIES);
    let store = unit.readers.store;
    let read = reading(move || store.entries(which.from, limit)).await?;
    let read = read.map_err(|fault| unreadable(fault.code()))?;
    let next = which.from.saturating_add(read.len() as u64);
    // An entry's bytes are what was signed, so they leave as they are kept.
    let mut body = b"{\"entries\":[".to_vec();
    body.extend(read.join(&b","[..]));
    body.extend(format!("],\"next\":{next}}}").as_bytes());
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}

async fn checkpoint(
    State(unit): State<Unit>,
    Named(name): Named,
    caller: Caller,
) -> Result<Response, Problem> {
    caller.signed_in(&unit, &name)?;
    let store = unit.readers.store;
    let head = reading(move || store.head()).await?;
    let head = head.map_err(|fault| unreadable(fault.code()))?;
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    Ok((kind, head.checkpoint).into_response())
}

/// Runs what reads the disk or thinks for long beside the calls.
pub async fn reading<T: Send + 'static>(
    read: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    let done = tokio::task::spawn_blocking(read).await;
    done.map_err(|_| {
        let what = "reading broke off";
        Problem::new(
            Kind::Unreadable,
            what,
            "try again; if it stays, look at the hub's terminal",
        )
    })
}

/// The record could not be read. Where it lies is not said.
pub fn unreadable(code: &str) -> Problem {
    let what = format!("the record could not be read ({code})");
    Problem::new(
        Kind::Unreadable,
        what,
        "look at the hub's terminal and disk",
    )
}
