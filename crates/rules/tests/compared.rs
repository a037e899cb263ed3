//! What is kept in `rulebooks/proofs/compare/` is as the books decide today, for every pair of places.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

use std::path::Path;
use std::sync::Arc;

use rules::cases::Cases;
use rules::compare::{Comparison, Library};
use rules::{BookKind, InForce, Selection, Shelf};

/// The day on which places are compared.
const A_DAY: &str = "2026-03-02";

fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
    let (mut files, mut open) = (Vec::new(), vec![root.clone()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let inside = path.strip_prefix(&root).unwrap().to_str().unwrap();
                files.push((inside.to_owned(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files
}

/// Every place with its books in force, and the baseline alone.
fn sides(shelf: &Shelf) -> Vec<(String, Arc<InForce>)> {
    let places = shelf
        .books()
        .iter()
        .filter(|book| book.kind == BookKind::Place);
    let places = places.map(|book| book.id.clone());
    let names = std::iter::once(String::new()).chain(places);
    let in_force = |place: String| {
        let books = shelf.in_force(&Selection {
            place: &place,
            kind: "screen",
            date: A_DAY.parse().unwrap(),
            house: &[],
        });
        (place, books)
    };
    names.map(in_force).collect()
}

struct Opened {
    shelf: Shelf,
    cases: Cases,
    library: Library,
}

fn opened() -> Opened {
    let files = files();
    let texts = || {
        files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    };
    Opened {
        shelf: Shelf::open(files.clone()).unwrap(),
        cases: Cases::read(texts()).unwrap(),
        library: Library::read(texts()).unwrap(),
    }
}

impl Opened {
    fn comparison(&self) -> Comparison<'_> {
        Comparison {
            shelf: &self.shelf,
            cases: &self.cases,
            library: &self.library,
        }
    }
}

#[test]
fn every_kept_case_is_decided_in_every_place_as_it_says() {
    let opened = opened();
    let (comparison, sides) = (opened.comparison(), sides(&opened.shelf));
    let mut wrong = Vec::new();
    for (action, kept) in opened.library.all() {
        for case in &kept.cases {
            let (_, facts) = comparison.facts(kept, case).unwrap();
            assert_eq!(facts.action, action);
            let (request, entities) = facts.asked(&opened.shelf).unwrap();
            for (place, in_force) in &sides {
                let slice = in_force.slice(action);
                let ruling = slice.decide(&request, &entities);
                let found: Vec<&str> = ruling
                    .refusals
                    .iter()
                    .map(|rule| rule.id.as_str())
                    .collect();
                let here = |id: &&String| slice.rules().iter().any(|rule| rule.id == **id);
                let kept: Vec<&String> = case.no.iter().filter(here).collect();
                if ruling.go != kept.is_empty() || found.len() != kept.len() {
                    wrong.push(format!(
                        "{action} at \"{place}\": {found:?}, kept as {kept:?}"
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "run cargo xtask compare:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn nothing_is_left_out_of_any_pair_of_places() {
    let opened = opened();
    let (comparison, sides) = (opened.comparison(), sides(&opened.shelf));
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (one, goes) in &sides {
        for (other, refuses) in &sides {
            for action in comparison.asks(goes, refuses) {
                compared += 1;
                let unkept = comparison.unkept(&action, (goes, refuses));
                if !unkept.is_empty() {
                    wrong.push(format!("{action}: \"{one}\" and \"{other}\": {unkept:?}"));
                }
            }
        }
    }
    assert!(compared > 0);
    assert!(
        wrong.is_empty(),
        "{} are left out, run cargo xtask compare:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
