//! What is answered over TLS, and what to a call that came without.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header, uri::Authority},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use tokio_rustls::{TlsAcceptor, rustls::ServerConfig};

use crate::screens::{CERTIFICATE, CONCERN, STOP, TRUST};

/// How calls come in at a listener.
#[derive(Debug, Clone)]
pub enum Wire {
    /// Without TLS, all of them.
    Open,
    /// Over TLS; whoever comes without is sent on to the same port over TLS.
    Secure(Secure),
    /// Without TLS, and sent on to this port over TLS.
    Onward(u16),
}

/// A secure wire.
#[derive(Debug, Clone)]
pub struct Secure {
    /// Certificate, key, versions.
    pub config: Arc<ServerConfig>,
    /// Browsers are told to come over TLS alone for half a year. Not with an authority of the set's
    /// own: a phone that does not trust it could then not even read how.
    pub lasting: bool,
}

/// A wire with its routers.
#[derive(Clone)]
pub struct Routed {
    /// What takes a handshake, and answers after it.
    pub secure: Option<(TlsAcceptor, Router)>,
    /// What answers without.
    pub plain: Router,
}

impl Routed {
    /// What is answered at a wire.
    pub fn of(wire: Wire, router: &Router) -> Self {
        let onward = |port: Option<u16>| {
            let sent = middleware::from_fn_with_state(port, sent_on);
            router.clone().layer(sent)
        };
        match wire {
            Wire::Open => Self {
                secure: None,
                plain: router.clone(),
            },
            Wire::Onward(port) => Self {
                secure: None,
                plain: onward(Some(port)),
            },
            Wire::Secure(secure) => {
                let kept = middleware::from_fn_with_state(secure.lasting, over_tls);
                let acceptor = TlsAcceptor::from(secure.config);
                Self {
                    secure: Some((acceptor, router.clone().layer(kept))),
                    plain: onward(None),
                }
            }
        }
    }
}

/// No cookie given over TLS is ever sent without.
async fn over_tls(State(lasting): State<bool>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let given: Vec<HeaderValue> = headers
        .get_all(header::SET_COOKIE)
        .iter()
        .cloned()
        .collect();
    headers.remove(header::SET_COOKIE);
    for cookie in given {
        let line = [cookie.as_bytes(), b"; Secure"].concat();
        if let Ok(line) = HeaderValue::from_bytes(&line) {
            headers.append(header::SET_COOKIE, line);
        }
    }
    if lasting {
        let half_a_year = HeaderValue::from_static("max-age=15768000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, half_a_year);
    }
    response
}

/// What comes without TLS is sent on, but for what must work before a phone trusts the hub: how to
/// trust it, what that page looks like, and stop and concern, which are never refused.
async fn sent_on(State(port): State<Option<u16>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let open =
        [TRUST, CERTIFICATE, STOP, CONCERN].contains(&path) || pages::asset::at(path).is_some();
    if open {
        // Whoever reads along must not learn to sign in from what is answered here.
        request.headers_mut().remove(header::COOKIE);
        request.headers_mut().remove(header::AUTHORIZATION);
        return next.run(request).await;
    }
    match secured(&request, port) {
        Some(to) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, to)]).into_response(),
        None => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// The same address over TLS.
fn secured(request: &Request, port: Option<u16>) -> Option<HeaderValue> {
    let host = request.headers().get(header::HOST)?.to_str().ok()?;
    let host: Authority = host.parse().ok()?;
    if host.as_str().contains('@') {
        return None;
    }
    let at = match port {
        None => host.to_string(),
        Some(443) => host.host().to_owned(),
        Some(port) => format!("{}:{port}", host.host()),
    };
    let path = request.uri().path_and_query()?;
    HeaderValue::from_str(&format!("https://{at}{path}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(host: &str, port: Option<u16>) -> Option<String> {
        let request = Request::builder().uri("/rule/x?a=b");
        let request = request.header("host", host).body(axum::body::Body::empty());
        let to = secured(&request.unwrap(), port)?;
        Some(to.to_str().unwrap().to_owned())
    }

    #[test]
    fn a_call_is_sent_on_to_the_same_address_over_tls() {
        let same = Some("https://hub.local:7300/rule/x?a=b".to_owned());
        assert_eq!(to("hub.local:7300", None), same);
        assert_eq!(to("hub.local", Some(7300)), same);
        assert_eq!(to("hub.local:80", Some(7300)), same);
        let bare = Some("https://[::1]/rule/x?a=b".to_owned());
        assert_eq!(to("[::1]:80", Some(443)), bare);
    }

    #[test]
    fn a_host_that_is_none_is_sent_nowhere() {
        assert_eq!(to("hub@elsewhere", None), None);
        assert_eq!(to("hub/elsewhere", None), None);
        assert_eq!(to("", None), None);
    }
}
