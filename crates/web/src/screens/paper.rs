//! Pages to print: labels and cards, with codes that lead to where this hub was reached.

use axum::{
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use pages::{
    Markup, Seen, Viewer, page,
    print::{Chosen, Paper},
};
use serde::Deserialize;

use super::looking::shown;
use crate::{
    gate::{Caller, Scheme},
    unit::Unit,
};

#[derive(Debug, Deserialize)]
pub struct Wanted {
    of: Option<String>,
    paper: Option<String>,
    n: Option<u32>,
}

pub async fn labels(
    State(unit): State<Unit>,
    Query(wanted): Query<Wanted>,
    caller: Caller,
) -> Response {
    printed(&unit, &caller, &wanted, page::labels::labels).await
}

pub async fn cards(
    State(unit): State<Unit>,
    Query(wanted): Query<Wanted>,
    caller: Caller,
) -> Response {
    printed(&unit, &caller, &wanted, |chosen, around| {
        page::cards::cards(chosen, wanted.n, around)
    })
    .await
}

async fn printed(
    unit: &Unit,
    caller: &Caller,
    wanted: &Wanted,
    page: impl FnOnce(&Chosen<'_>, (&Seen<'_>, &Viewer)) -> Markup,
) -> Response {
    // A code that leads nowhere must not be printed.
    let Some(origin) = origin(&caller.headers, caller.scheme) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    // A phone that does not trust the set's authority must not be warned of a stop.
    let stop = match &unit.authority {
        Some(_) => Scheme("http"),
        None => caller.scheme,
    };
    let stop = self::origin(&caller.headers, stop).unwrap_or_default();
    shown(unit, caller, |seen, viewer| {
        let chosen = Chosen {
            of: wanted.of.as_deref(),
            paper: Paper::of(wanted.paper.as_deref(), &seen.state.unit.place),
            origin: &origin,
            stop: &stop,
        };
        Some(page(&chosen, (seen, viewer)))
    })
    .await
}

/// Where the hub was reached: by its one Host header, and as the line was opened.
pub fn origin(headers: &HeaderMap, Scheme(scheme): Scheme) -> Option<String> {
    let mut sent = headers.get_all(header::HOST).iter();
    let (host, more) = (sent.next()?.to_str().ok()?, sent.next());
    let known = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | ':' | '[' | ']');
    let whole = !host.is_empty() && more.is_none() && host.chars().all(known);
    whole.then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn of(hosts: &[&'static str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for host in hosts {
            headers.append(header::HOST, HeaderValue::from_static(host));
        }
        origin(&headers, Scheme("https"))
    }

    #[test]
    fn a_code_leads_to_where_the_page_was_fetched_or_nowhere() {
        let hub = Some("https://hub.local:7300".to_owned());
        assert_eq!(of(&["hub.local:7300"]), hub);
        assert_eq!(
            of(&["[fe80::1]:7300"]).as_deref(),
            Some("https://[fe80::1]:7300")
        );
        for hosts in [
            &[][..],
            &[""],
            &["hub/elsewhere"],
            &["a@b"],
            &["hub", "other"],
        ] {
            assert_eq!(of(hosts), None, "{hosts:?}");
        }
    }
}
