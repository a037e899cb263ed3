//! A law that says no, told like any other reason.

use custody::{
    input::{Ask, Input, What},
    laws::LawBreak,
};

use crate::Shelf;
use crate::book::{Force, Status};
use crate::facts::{Unknown, settings};
use crate::lint::meant;
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
        says: broken.says.clone(),
        remedy: broken.remedy.clone(),
        tags: Vec::new(),
        facts: facts.collect(),
    }
}

/// Law 5: something is named that the record does not know.
pub(super) fn unknown(unknown: &Unknown) -> Reason {
    reason(&LawBreak {
        law: 5,
        says: format!("The default answer is no: {unknown}."),
        remedy: "Put it on record first, or name what is on record.".to_owned(),
        about: if unknown.id.is_empty() {
            Vec::new()
        } else {
            vec![unknown.id.clone()]
        },
    })
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
        let otherwise = "Put the folder of the book on the shelf, with --house, and ask again.";
        return Some(reason(&LawBreak {
            law: 5,
            says: format!("The default answer is no: no house book {book} is on the shelf."),
            remedy: meant(book, books, otherwise),
            about: vec![book.to_owned()],
        }));
    }
    let name = body.settings.keys().find(|name| !is_setting(name))?;
    Some(reason(&LawBreak {
        law: 5,
        says: format!("The default answer is no: there is no setting {name}."),
        remedy: meant(name, settings(), "Name a setting that the schema declares."),
        about: vec![name.clone()],
    }))
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
