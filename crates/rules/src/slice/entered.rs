//! Entities that rules look into have to be known (law 5).
//!
//! The engine reports a missing entity where an attribute of it is read, and stays silent where a rule
//! only asks what it is in or whether it has something: a forbid that then does not hold would be a yes.

use std::collections::BTreeSet;

use cedar_policy::{Entities, EntityUid, Request};
use custody::laws::said;

use crate::reads::{Path, Reads, Root};
use crate::verdict::{Fault, Found, find};

/// The paths whose entities have to be known.
#[derive(Debug, Default)]
pub(super) struct Entered {
    deeper: Vec<Path>,
}

impl Entered {
    pub(super) fn new(reads: &Reads) -> Self {
        let deeper: BTreeSet<&Path> = reads
            .entered()
            .filter(|path| !path.steps().is_empty() && path.root() != Root::Computed)
            .collect();
        Self {
            deeper: deeper.into_iter().cloned().collect(),
        }
    }

    /// Adds a fault for each entity that is named and not known: who asks, of what, and what the rules look into.
    pub(super) fn unknown(&self, request: &Request, entities: &Entities, errors: &mut Vec<Fault>) {
        let ends = [
            ("principal", request.principal()),
            ("resource", request.resource()),
        ];
        for (name, uid) in ends {
            if let Some(uid) = uid.filter(|uid| entities.get(uid).is_none()) {
                errors.push(unknown(name, uid));
            }
        }
        for path in &self.deeper {
            if let Some(Found::Entity(uid)) = find(path, request, entities)
                && entities.get(&uid).is_none()
            {
                errors.push(unknown(path.as_str(), &uid));
            }
        }
    }
}

fn unknown(path: &str, uid: &EntityUid) -> Fault {
    Fault {
        rule: "law-5".to_owned(),
        message: said::ENTITY_NOT_KNOWN
            .with(&[("path", &path), ("entity", uid)])
            .into(),
    }
}
