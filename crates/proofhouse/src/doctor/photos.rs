//! The photos beside a record: what was filed is there and whole, and nothing else lies there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::Sign;
use crate::{
    kept::{Kept, of_store},
    photos::{self, Folder},
};

/// What is filed, and what lies there unfiled.
pub(super) fn of(place: &Path, kept: &Kept, remove_unfiled: bool) -> Vec<Sign> {
    let filed = match photos::filed_in(kept) {
        Ok(filed) => filed,
        // What an entry files that cannot be read is not known: nothing is told, nothing removed.
        Err(trouble) => return vec![Sign::trouble("photos", trouble)],
    };
    let folder = Folder::beside(place);
    let gone = filed.iter().filter(|hash| folder.whole(hash).is_none());
    let gone: Vec<&str> = gone.map(String::as_str).collect();
    let says = format!("{} filed in the record", filed.len());
    let photos = match gone.is_empty() {
        true => Sign::well("photos", says),
        false => Sign::wrong(
            "photos",
            format!("{says}; missing or damaged: {}", gone.join(", ")),
            "bring them back from a copy: their names are their SHA-256",
        ),
    };
    let unfiled = folder.unfiled(&filed);
    match (unfiled.is_empty(), remove_unfiled) {
        (true, _) => vec![photos],
        (false, false) => vec![photos, found(place, &unfiled)],
        (false, true) => vec![photos, removed(place, &unfiled)],
    }
}

fn counted(unfiled: &[(PathBuf, u64)]) -> String {
    let bytes: u64 = unfiled.iter().map(|(_, bytes)| bytes).sum();
    format!("{} photos, {bytes} bytes", unfiled.len())
}

fn found(place: &Path, unfiled: &[(PathBuf, u64)]) -> Sign {
    let says = format!("{} that no entry files", counted(unfiled));
    let help = format!(
        "stop the hub, then: proofhouse doctor {} --remove-unfiled",
        place.display()
    );
    Sign::look("unfiled", says, help)
}

/// Removes them, while nobody files any.
fn removed(place: &Path, unfiled: &[(PathBuf, u64)]) -> Sign {
    match store_sqlite::in_use(place) {
        Ok(false) => {}
        Ok(true) => {
            let says = format!("{} stay: one of them may be being filed", counted(unfiled));
            return Sign::wrong("unfiled", says, "stop the hub first");
        }
        Err(fault) => return Sign::trouble("unfiled", of_store(&fault)),
    }
    let wrong = unfiled
        .iter()
        .find_map(|(path, _)| Some((path, fs::remove_file(path).err()?)));
    match wrong {
        None => Sign::well("unfiled", format!("{} removed", counted(unfiled))),
        Some((path, wrong)) => Sign::wrong(
            "unfiled",
            format!("{} cannot be removed: {wrong}", path.display()),
            "look whose folder it is, then run it again",
        ),
    }
}
