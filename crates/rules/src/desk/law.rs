//! A law that says no, told like any other reason.

use std::fmt::Display;

use custody::{
    input::{Ask, Input, What},
    laws::{
        LawBreak,
        said::{self, Said, Sentence},
    },
};

use crate::Shelf;
use crate::book::{Force, Status};
use crate::facts::{Unknown, settings};
use crate::lint::nearest;
use crate::verdict::{Fact, Fault, Reason};

/// The reason that a broken law is.
pub fn reason(broken: &LawBreak) -> Reason {
    let facts = broken.about.iter().map(|id| Fact {
        path: "about".to_owned(),
        value: id.clone(),
    });
    Reason {
        rule: format!("law-{}", broken.law),
        book: String::new(),
        source: format!("Proofhouse, law {}", broken.law),
        force: Force::Practice,
        status: Status::Verified,
        says: broken.says.to_string(),
        remedy: broken.remedy.to_string(),
        tags: Vec::new(),
        facts: facts.collect(),
    }
}

/// Law 5: something is named that the record does not know.
pub(super) fn unknown(unknown: &Unknown) -> Reason {
    let (thing, id) = (("thing", &unknown.kind as &dyn Display), &unknown.id);
    if id.is_empty() {
        let says = said::NOT_NAMED.with(&[thing]);
        return reason(&LawBreak::new(5, says, &said::PUT_ON_RECORD));
    }
    let says = said::NOT_ON_RECORD.with(&[thing, ("id", id)]);
    reason(&LawBreak::new(5, says, &said::PUT_ON_RECORD).about(id))
}

/// Law 5: a house book that is not on the shelf, or settings that no rule could read.
pub(super) fn unknown_in_adoption(input: &Input, shelf: &Shelf) -> Option<Reason> {
    let What::Ask(Ask::AdoptHouseBook(body)) = &input.what else {
        return None;
    };
    let book = body.book.as_str();
    if !shelf.has_house(&body.book) {
        let books = shelf.books().iter();
        let books = books.filter_map(|book| book.id.strip_prefix("house/"));
        let says = said::NO_HOUSE_BOOK.with(&[("book", &book)]);
        let remedy = did_you_mean(book, books, &said::PUT_ON_SHELF);
        return Some(reason(&LawBreak::with(5, says, remedy).about(book)));
    }
    let name = body.settings.keys().find(|name| !is_setting(name))?;
    let says = said::NO_SETTING.with(&[("setting", name)]);
    let remedy = did_you_mean(name, settings(), &said::NAME_A_SETTING);
    Some(reason(&LawBreak::with(5, says, remedy).about(name)))
}

/// The names like one that is not known, or where all of them stand.
fn did_you_mean<'a>(
    word: &str,
    names: impl Iterator<Item = &'a str>,
    otherwise: &Sentence,
) -> Said {
    match nearest(word, names).as_slice() {
        [] => otherwise.plain(),
        near => said::DID_YOU_MEAN.with(&[("names", &near.join(", "))]),
    }
}

fn is_setting(name: &str) -> bool {
    settings().any(|known| known == name)
}

/// Adds a reason; law 5 stands once, with everything that could not be read.
pub(super) fn add(reasons: &mut Vec<Reason>, mut reason: Reason, faults: &[Fault]) {
    if reason.rule != "law-5" {
        reasons.push(reason);
        return;
    }
    let facts = faults.iter().map(|fault| Fact {
        path: fault.rule.clone(),
        value: fault.message.clone(),
    });
    match reasons.iter_mut().find(|known| known.rule == "law-5") {
        Some(known) => known.facts.extend(facts),
        None => {
            reason.facts.extend(facts);
            reasons.push(reason);
        }
    }
}
