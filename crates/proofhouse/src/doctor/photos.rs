//! The photos beside a record: what was filed is there and whole, and nothing else lies there.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use web::photo::Photos as _;

use super::Sign;
use crate::{
    cli,
    kept::{Kept, of_store},
    photos::{self, Folder},
};

/// What is filed, and what lies there unfiled.
pub(super) fn of(place: &Path, kept: &Kept, wanted: &cli::record::Doctor) -> Vec<Sign> {
    let filed = match photos::filed_in(kept) {
        Ok(filed) => filed.all(),
        // What an entry files that cannot be read is not known: nothing is told, nothing removed.
        Err(trouble) => return vec![Sign::trouble("photos", trouble)],
    };
    let folder = Folder::beside(place);
    let mut signs = Vec::new();
    if let Some(hash) = &wanted.erase {
        signs.push(erase(&folder, hash, &filed));
    }
    signs.push(whole(&folder, &filed));
    let unfiled = folder.unfiled(&filed);
    match (unfiled.is_empty(), wanted.remove_unfiled) {
        (true, _) => {}
        (false, false) => signs.push(found(place, &unfiled)),
        (false, true) => signs.push(removed(place, &unfiled)),
    }
    signs
}

/// Whether each that was filed and not erased is there and whole.
fn whole(folder: &Folder, filed: &BTreeSet<String>) -> Sign {
    let erased = folder.erased();
    let left = filed.difference(&erased);
    let gone = left.filter(|hash| folder.whole(hash).is_none());
    let gone: Vec<&str> = gone.map(String::as_str).collect();
    let erased = filed.intersection(&erased).count();
    let says = format!(
        "{} filed in the record, {erased} of them erased",
        filed.len()
    );
    match gone.is_empty() {
        true => Sign::well("photos", says),
        false => Sign::wrong(
            "photos",
            format!("{says}; missing or damaged: {}", gone.join(", ")),
            "bring them back from a copy: their names are their SHA-256",
        ),
    }
}

/// Erases one that was filed.
fn erase(folder: &Folder, hash: &str, filed: &BTreeSet<String>) -> Sign {
    if !filed.contains(hash) {
        let says = format!("no entry files a photo {hash}");
        return Sign::wrong("erase", says, "name the SHA-256 that the entry names");
    }
    match folder.erase(hash) {
        Ok(()) => Sign::well(
            "erase",
            format!("{hash} is erased; copies made before hold it"),
        ),
        Err(wrong) => Sign::wrong(
            "erase",
            format!("{hash} cannot be erased: {wrong}"),
            "look whose folder it is, then run it again",
        ),
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
