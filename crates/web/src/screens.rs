//! The pages, served: who looks, what is so, which page. Each page itself stands in `pages`.

mod act;
mod answer;
mod any;
mod breach;
mod digest;
mod entrance;
mod entry;
mod guest;
mod line;
mod looking;
mod mine;
mod paper;
mod photos;
mod reading;
pub mod session;
mod trust;
mod voice;
mod waiting;
mod ways;

pub use trust::{Authority, CERTIFICATE, TRUST};
pub use waiting::Waiting;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};

use tower_http::compression::CompressionLayer;

use crate::{
    gate::{Caller, nothing_there},
    unit::Unit,
};

/// Nothing from anywhere else: sheet, script, fonts and live lines of this hub alone.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
                      img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// Where a stop is called.
pub const STOP: &str = "/stop";

/// Where a concern is told.
pub const CONCERN: &str = "/concern";

/// The worker that reads codes is compiled code, of this hub alone; no page may run any.
const READER_POLICY: &str =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/// Every page.
pub fn router() -> Router<Unit> {
    Router::new()
        .route("/", get(session::first))
        .route("/look", post(session::look))
        .route("/language", post(session::language))
        .route("/board", get(looking::board))
        .route("/wall", get(looking::wall))
        .route("/weapons", get(looking::weapons))
        .route("/weapon/{id}", get(looking::weapon))
        .route(
            "/{of}/{id}/photo",
            get(photos::form)
                .post(photos::filed)
                // The fields beside the photo are small.
                .layer(DefaultBodyLimit::max(crate::photo::MOST + 16 * 1024)),
        )
        .route("/photo/{hash}", get(photos::photo))
        .route("/person/{id}/photo/erase", post(photos::erase))
        .route("/rounds", get(looking::rounds))
        .route("/scenes", get(looking::scenes))
        .route("/day", get(looking::wrap))
        .route("/ahead/{set_up}", get(looking::ahead))
        .route("/people", get(looking::people))
        .route("/person/{id}", get(looking::person))
        .route("/incident/{id}", get(looking::incident))
        .route("/menu", get(looking::menu))
        .route("/refusals", get(reading::refusals))
        .route("/rules", get(reading::rules))
        .route("/rules/compare", get(reading::compare))
        .route("/rule/{id}", get(reading::rule))
        .route("/record", get(reading::record))
        .route("/entry/{name}", get(entry::entry))
        .merge(asking())
        .route("/labels", get(paper::labels))
        .route("/cards", get(paper::cards))
        .route(STOP, get(voice::page).post(voice::stop))
        .route(CONCERN, get(voice::page).post(voice::concern))
        .merge(entrances())
        .layer(middleware::from_fn(guarded))
        .merge(assets())
        // A page holds no secret that its length could tell: the cookie stands in no page.
        .layer(CompressionLayer::new())
}

/// Pages that ask and report, and those about the hub itself.
fn asking() -> Router<Unit> {
    Router::new()
        .route("/ask", get(any::all))
        .route("/ask/{name}", get(any::form).post(any::filled))
        .route("/breach/{seq}", get(breach::form).post(breach::told))
        .route("/scan", get(line::scan))
        .route("/line", get(line::page).post(line::filled))
        .route("/check/{id}", get(act::check).post(act::ask_check))
        .route("/issue/{id}", get(act::issue).post(act::ask_issue))
        .route("/collect/{id}", get(act::collect).post(act::report_collect))
        .route(
            "/lock-away/{id}",
            get(act::lock_away).post(act::report_lock_away),
        )
        .route(
            "/waiting/{request}",
            get(waiting::page).post(waiting::answer),
        )
        .route(TRUST, get(trust::page))
        .route(CERTIFICATE, get(trust::certificate))
        .route("/digest", get(digest::page).post(digest::sign_up))
        .route(
            "/digest/confirm/{key}",
            get(digest::confirm).post(digest::confirmed),
        )
        .route("/digest/leave/{key}", get(digest::leave).post(digest::left))
        .route("/privacy", get(digest::privacy))
}

/// How people come in, and what they come in by.
fn entrances() -> Router<Unit> {
    Router::new()
        .route("/in/{secret}", get(entrance::link).post(entrance::accept))
        .route("/sign-in", get(entrance::page).post(entrance::sign_in))
        .route("/sign-in/passkey", post(entrance::with_passkey))
        .route("/passkey/challenge", post(entrance::challenge))
        .route("/out", post(entrance::sign_out))
        .route("/out/everywhere", post(entrance::sign_out_everywhere))
        .route("/mine", get(mine::page))
        .route("/mine/pin", post(mine::set_pin))
        .route("/mine/passkey", post(mine::add_passkey))
        .route("/mine/badge", post(mine::make_badge))
        .route("/mine/link", post(mine::another_device))
        .route("/mine/without", post(mine::drop_way))
        .route("/people/invite", post(ways::invite))
        .route("/people/withdraw", post(ways::withdraw))
        .route("/people/shut-out", post(ways::shut_out))
        .route("/people/guest", post(ways::show_guest))
        .route("/guest/{secret}", get(guest::page))
}

/// What stands beside the pages. It changes with the program alone.
fn assets() -> Router<Unit> {
    pages::asset::ALL
        .iter()
        .fold(Router::new(), |router, asset| {
            let given = move || async move {
                let policy = match asset.path {
                    pages::asset::READER => READER_POLICY,
                    _ => POLICY,
                };
                let head = [
                    (header::CONTENT_TYPE, asset.kind),
                    (header::CACHE_CONTROL, "public, max-age=3600"),
                    (header::CONTENT_SECURITY_POLICY, policy),
                ];
                (head, asset.bytes)
            };
            router.route(asset.path, get(given))
        })
}

async fn guarded(request: Request, next: Next) -> Response {
    as_page(next.run(request).await)
}

/// What a page may load and send, on it.
fn as_page(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let policy = HeaderValue::from_static(POLICY);
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    // Without any, a browser on a plain line does not say where a form came from.
    let referrer = HeaderValue::from_static("same-origin");
    headers.insert(header::REFERRER_POLICY, referrer);
    response
}

/// An address where nothing is: a page for people, a problem for programs.
pub async fn nowhere(State(unit): State<Unit>, caller: Caller) -> Response {
    let accepted = caller.headers.get(header::ACCEPT);
    let accepted = accepted.and_then(|it| it.to_str().ok()).unwrap_or_default();
    match accepted.contains("text/html") {
        true => as_page(looking::shown(&unit, &caller, |_, _| None).await),
        false => nothing_there().into_response(),
    }
}

/// A page.
fn html(status: StatusCode, page: &pages::Markup) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (status, kind, page.0.clone()).into_response()
}

/// On to another page.
fn to(path: &str) -> Response {
    let Ok(path) = HeaderValue::from_str(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    (StatusCode::SEE_OTHER, [(header::LOCATION, path)]).into_response()
}
