//! The schema is the contract between the state and the rules: each fact is read, each rule reads.
#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the rulebooks are read from their folder"
)]

use std::path::Path;

use rules::{Shelf, hygiene};

fn shelf() -> Shelf {
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
    Shelf::open(files).unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// Facts whose rule stands in a book that is not written yet, with the provision that will read it.
const WAITING: [(&str, &str); 0] = [];

#[test]
fn every_fact_is_read_by_a_rule_or_waits_for_a_named_provision() {
    let waiting = WAITING.map(|(fact, _)| fact);
    assert_eq!(hygiene::unread_facts(&shelf()), waiting);
}

#[test]
fn what_a_fact_waits_for_is_a_planned_provision() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
    let placed = std::fs::read_to_string(root.join("dispositions.csv")).unwrap();
    for (fact, provision) in WAITING {
        let planned = placed
            .lines()
            .any(|line| line.starts_with(&format!("{provision},planned")));
        assert!(
            planned,
            "{fact} waits for {provision}, which is not planned"
        );
    }
}

#[test]
fn every_rule_reads_a_fact() {
    let blind = hygiene::rules_reading_nothing(&shelf());
    assert_eq!(blind, Vec::<String>::new());
}
