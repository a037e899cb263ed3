//! What a device hands in: an ask or report, from whom, with whom, and what was last seen.

use std::collections::BTreeMap;

use custody::{
    id::PersonId,
    input::{What, With},
};
use jiff::Timestamp;
use logbook::canonical;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use store::{Digest, RequestId};

/// An ask or report as it reaches the armory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// The name that the device gave it.
    pub request: RequestId,
    /// Who is signed in; none for a stop or concern without a name.
    pub by: Option<PersonId>,
    /// Who answers with the asker.
    pub with: Vec<With>,
    /// The ask or report.
    pub what: What,
    /// When it was asked or happened, as the device says.
    pub claimed_at: Option<Timestamp>,
    /// The device.
    pub device: Option<String>,
    /// The last entry that the device saw of a thing: `weapon:h1`, `scene:12`, `lot:b1`, `day`.
    pub seen: BTreeMap<String, u64>,
}

/// What makes two requests the same one.
#[derive(Serialize)]
struct Body<'a> {
    by: &'a Option<PersonId>,
    with: &'a [With],
    what: &'a What,
}

impl Submission {
    /// A submission without device, claimed time and what was last seen.
    pub fn new(request: RequestId, by: Option<PersonId>, what: What) -> Self {
        Self {
            request,
            by,
            with: Vec::new(),
            what,
            claimed_at: None,
            device: None,
            seen: BTreeMap::new(),
        }
    }

    /// SHA-256 of who asks, with whom, for what.
    ///
    /// # Errors
    /// When it has a number that no record keeps.
    pub(crate) fn digest(&self) -> Result<Digest, canonical::NotCanonical> {
        let body = Body {
            by: &self.by,
            with: &self.with,
            what: &self.what,
        };
        Ok(Sha256::digest(canonical::to_bytes(&body)?).into())
    }

    /// A report is never refused.
    pub fn is_report(&self) -> bool {
        matches!(self.what, What::Report(_))
    }
}
