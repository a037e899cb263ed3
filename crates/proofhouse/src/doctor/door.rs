//! The door's file: who signs in, for its owner alone.

use std::path::Path;

use super::Sign;
use crate::serve;

/// Whether it can be read, and by its owner alone.
pub(super) fn of(record: &Path) -> Sign {
    match serve::door(record) {
        Err(trouble) if trouble.code == "secret-open" => Sign::wrong(
            "door",
            format!("{} (door-open)", trouble.what),
            "chmod 600 it; if anybody may have read it, put it aside instead: people are invited again",
        ),
        Err(trouble) => Sign::trouble("door", trouble),
        Ok(door) => {
            let kept = door.kept();
            let (people, invited) = (kept.people.len(), kept.invitations.len());
            let (signed_in, guests) = (kept.sessions.len(), kept.guests.len());
            let says = format!(
                "{people} people have a way in, {signed_in} sign-ins, {invited} invitations, {guests} links for guests"
            );
            Sign::well("door", says)
        }
    }
}
