//! The authority of a hub: how phones come to trust it. Anybody may read it, signed in or not.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use pages::page::trust;
use sha2::{Digest, Sha256};

use super::{html, paper, session};
use crate::{
    gate::{self, Caller, Scheme},
    unit::Unit,
};

/// Where its page is.
pub const TRUST: &str = "/trust";

/// Where its certificate is.
pub const CERTIFICATE: &str = trust::CERTIFICATE;

/// An authority that phones are asked to trust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    certificate: Vec<u8>,
    fingerprint: String,
}

impl Authority {
    /// The authority of a certificate, in DER.
    pub fn new(certificate: Vec<u8>) -> Self {
        let sum = Sha256::digest(&certificate);
        let pairs: Vec<String> = sum.iter().map(|byte| format!("{byte:02X}")).collect();
        Self {
            certificate,
            fingerprint: pairs.join(":"),
        }
    }

    /// The SHA-256 of its certificate, as phones show it.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

pub async fn page(State(unit): State<Unit>, caller: Caller) -> Response {
    let viewer = session::viewer(&caller, &unit);
    match &unit.authority {
        Some(authority) => {
            // Without TLS: it is for phones that do not trust it yet.
            let origin = paper::origin(&caller.headers, Scheme("http"));
            let address = origin.map(|origin| format!("{origin}{TRUST}"));
            let page = trust::trust(authority.fingerprint(), address.as_deref(), &viewer);
            html(StatusCode::OK, &page)
        }
        None => gate::nothing_there().into_response(),
    }
}

pub async fn certificate(State(unit): State<Unit>) -> Response {
    match &unit.authority {
        Some(authority) => {
            let kind = [(header::CONTENT_TYPE, "application/x-x509-ca-cert")];
            (kind, authority.certificate.clone()).into_response()
        }
        None => gate::nothing_there().into_response(),
    }
}
