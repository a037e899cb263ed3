//! Who looks: by a session, kept in a cookie that no script reads; in which language and light.

use axum::{
    extract::{Form, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use custody::id::PersonId;
use pages::{Language, Look, Viewer};
use serde::Deserialize;

use super::{entrance, html, to};
use crate::{
    gate::{Caller, Scheme, Who},
    problem::Problem,
    unit::Unit,
};

/// How long a browser keeps what it was given: thirty days.
pub const KEPT: u32 = 30 * 24 * 60 * 60;

/// The cookie of the session. Where the line is not to be listened to, the browser holds it to this
/// host and to such lines.
pub fn named(Scheme(scheme): Scheme) -> &'static str {
    match scheme {
        "https" => "__Host-proofhouse",
        _ => "proofhouse",
    }
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let sent = headers.get_all(header::COOKIE).iter();
    let pairs = sent
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'));
    let mut named = pairs.filter_map(|pair| pair.trim().split_once('='));
    named
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

/// Who looks, and how; the person is none where nobody is signed in.
pub fn viewer(caller: &Caller, unit: &Unit) -> Viewer {
    let headers = &caller.headers;
    let accepted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|it| it.to_str().ok());
    let language = cookie(headers, "language")
        .and_then(Language::of_tag)
        .or_else(|| accepted.and_then(Language::accepted))
        .unwrap_or_default();
    let who = caller.who(unit);
    let station = matches!(&who, Some(Who::Session(session)) if session.station);
    Viewer {
        person: who.map(|who| who.person().clone()),
        station,
        language,
        look: cookie(headers, "look").map_or(Look::Device, look_of),
    }
}

fn look_of(name: &str) -> Look {
    let looks = [Look::Light, Look::Dark, Look::Rolling];
    looks
        .into_iter()
        .find(|look| look.as_str() == name)
        .unwrap_or_default()
}

/// Who is signed in; the page that asks for it otherwise.
pub fn person(caller: &Caller, unit: &Unit) -> Result<PersonId, Box<Response>> {
    match caller.signed_in_to_look(unit, &unit.name) {
        Ok(who) => Ok(who.person().clone()),
        Err(problem) => Err(Box::new(not_in(caller, unit, &problem))),
    }
}

fn not_in(caller: &Caller, unit: &Unit, problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::UNAUTHORIZED);
    html(status, &entrance::blank(caller, unit))
}

/// Where everybody begins.
pub async fn first(State(unit): State<Unit>, caller: Caller) -> Response {
    match person(&caller, &unit) {
        Ok(_) => to("/board"),
        Err(page) => *page,
    }
}

#[derive(Debug, Deserialize)]
pub struct Chosen {
    look: Option<String>,
    language: Option<String>,
}

/// Chooses the light.
pub async fn look(caller: Caller, Form(chosen): Form<Chosen>) -> Response {
    let look = chosen.look.as_deref().map_or(Look::Device, look_of);
    let back = to(&from(&caller.headers));
    with_cookie(back, caller.scheme, ("look", look.as_str(), KEPT))
}

/// Chooses the language.
pub async fn language(caller: Caller, Form(chosen): Form<Chosen>) -> Response {
    let language = chosen.language.as_deref().and_then(Language::of_tag);
    let back = to(&from(&caller.headers));
    let tag = language.unwrap_or_default().tag();
    with_cookie(back, caller.scheme, ("language", tag, KEPT))
}

/// The page somebody came from, on this hub.
fn from(headers: &HeaderMap) -> String {
    let referrer = headers.get(header::REFERER).and_then(|it| it.to_str().ok());
    let path = referrer
        .and_then(|it| it.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|at| rest.get(at..)));
    let path = path.flatten().filter(|path| !path.starts_with("//"));
    path.unwrap_or("/menu").to_owned()
}

/// Whether a form was sent from a page of this hub.
pub fn same_place(headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).and_then(|it| it.to_str().ok());
    match (said("sec-fetch-site"), said("origin"), said("host")) {
        (Some(site), ..) => site == "same-origin",
        (None, Some(origin), Some(host)) => origin
            .split_once("://")
            .is_some_and(|(_, place)| place == host),
        _ => false,
    }
}

/// Gives the browser something to keep, for so many seconds.
pub fn with_cookie(
    mut response: Response,
    Scheme(scheme): Scheme,
    (name, value, seconds): (&str, &str, u32),
) -> Response {
    let secure = if scheme == "https" { "; Secure" } else { "" };
    let line =
        format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    if let Ok(line) = HeaderValue::from_str(&line) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(of: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in of {
            headers.append(*name, HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn a_form_of_a_foreign_page_is_not_from_here() {
        assert!(same_place(&headers(&[("sec-fetch-site", "same-origin")])));
        assert!(!same_place(&headers(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "http://hub"),
            ("host", "hub")
        ])));
        assert!(same_place(&headers(&[
            ("origin", "http://hub:7300"),
            ("host", "hub:7300")
        ])));
        assert!(!same_place(&headers(&[
            ("origin", "http://elsewhere"),
            ("host", "hub:7300")
        ])));
        assert!(!same_place(&headers(&[("host", "hub:7300")])));
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let sent = headers(&[
            ("cookie", "a=1; look=dark"),
            ("cookie", "proofhouse=secret"),
        ]);
        assert_eq!(cookie(&sent, "look"), Some("dark"));
        assert_eq!(cookie(&sent, named(Scheme("http"))), Some("secret"));
        assert_eq!(cookie(&sent, named(Scheme("https"))), None);
        assert_eq!(cookie(&sent, "loo"), None);
    }

    #[test]
    fn where_nobody_can_listen_the_cookie_goes_nowhere_else() {
        let given = |scheme| {
            let cookie = (named(Scheme(scheme)), "secret", KEPT);
            let response = with_cookie(Response::default(), Scheme(scheme), cookie);
            let line = response.headers()[header::SET_COOKIE].to_str();
            line.unwrap().to_owned()
        };
        let https = given("https");
        assert!(
            https.starts_with("__Host-proofhouse=secret; Path=/;"),
            "{https}"
        );
        assert!(
            https.ends_with("; HttpOnly; SameSite=Strict; Secure"),
            "{https}"
        );
        assert!(given("http").ends_with("; HttpOnly; SameSite=Strict"));
    }

    #[test]
    fn back_leads_to_a_page_of_this_hub_only() {
        assert_eq!(
            from(&headers(&[("referer", "http://hub:7300/board?x=1")])),
            "/board?x=1"
        );
        assert_eq!(
            from(&headers(&[("referer", "http://hub//elsewhere")])),
            "/menu"
        );
        assert_eq!(from(&headers(&[])), "/menu");
    }
}
