//! Comparisons over the small books, and faults planted in what is kept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

use rules::Shelf;
use rules::cases::Cases;
use rules::compare::{Alike, Kept, Library};

use super::super::dead::Implied;
use super::super::tests::{Files, small_books, with};
use super::super::{Proof, jobs, prove};
use super::Worked;

const BASES: &str = r#"{
  "world": {
    "Person": {
      "smith": {"age_years": 40, "trained_on": [], "tags": {"csatf_s": "finished"}},
      "ada": {"age_years": 30, "trained_on": ["b"]}
    },
    "Weapon": {"h1": {"tier": "b", "check_holds": true, "custodian": "Person::smith"}}
  },
  "bases": {
    "issue": {"action": "issue", "principal": "smith", "resource": "h1", "context": {
      "bearer": "Person::ada", "check_age_minutes": 5, "zone": {"nearest_cm": 900, "protected": []},
      "on": {"__extn": {"fn": "datetime", "arg": "2026-03-02"}}}},
    "load": {"action": "load", "principal": "smith", "resource": "h1",
      "context": {"round_class": "dummy", "rounds": 1}}
  }
}"#;

fn worked(mut files: Files, kept: &[(String, Kept)]) -> (Shelf, Worked) {
    let shelf = Shelf::open(files.clone()).unwrap();
    files.push(("tests/bases.json".to_owned(), BASES.to_owned()));
    files.extend(
        kept.iter()
            .map(|(action, kept)| (Kept::path(action), kept.to_text())),
    );
    (shelf, Worked::read(&files).unwrap())
}

fn found(files: &Files) -> Vec<(String, Kept)> {
    let (shelf, worked) = worked(files.clone(), &[]);
    let mut found: Vec<_> = jobs::find_all(&shelf, (&Implied::default(), &worked))
        .into_iter()
        .map(|(action, kept)| (action, kept.unwrap()))
        .collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

fn failures(files: &Files, kept: &[(String, Kept)]) -> Vec<String> {
    let (shelf, worked) = worked(files.clone(), kept);
    let report = prove(&shelf, Some(Proof::Compare), (&Implied::default(), &worked));
    report
        .failures()
        .flat_map(|verdict| verdict.failed.clone())
        .collect()
}

#[test]
fn where_places_differ_a_small_case_is_found_and_holds() {
    let books = small_books();
    let kept = found(&books);
    assert_eq!(failures(&books, &kept), [""; 0]);
    let shown: Vec<(Vec<&str>, Vec<&str>)> = kept
        .iter()
        .flat_map(|(_, kept)| &kept.cases)
        .map(|case| {
            let no = case.no.iter().map(String::as_str);
            (no.collect(), case.set.keys().map(String::as_str).collect())
        })
        .collect();
    assert!(
        shown.contains(&(vec!["CA-COURSE"], vec!["smith.tags.csatf_s"])),
        "{shown:?}"
    );
    assert!(
        shown.contains(&(vec!["STAGE-SINGLE"], vec!["context.rounds"])),
        "{shown:?}"
    );
    assert!(
        shown.contains(&(vec!["US-AGE"], vec!["smith.age_years"])),
        "{shown:?}"
    );
}

#[test]
fn a_case_that_is_missing_or_comes_out_otherwise_is_named() {
    let books = small_books();
    let mut kept = found(&books);
    let load = kept
        .iter_mut()
        .find(|(action, _)| action == "load")
        .unwrap();
    load.1.cases.retain(|case| case.no != ["US-AGE"]);
    let missing = failures(&books, &kept);
    assert!(
        missing[0].starts_with("no case is kept of US-AGE where baseline from"),
        "{missing:?}"
    );
    let stricter = with(
        "kinds/stage/stage.cedar",
        "context.rounds > 1",
        "context.rounds > 1 || true",
    );
    let otherwise = failures(&stricter, &found(&books));
    assert!(
        otherwise[0].starts_with("a kept case of load comes out otherwise"),
        "{otherwise:?}"
    );
}

#[test]
fn a_rule_that_adds_nothing_is_proved_to_and_a_false_claim_is_caught() {
    let weaker = with(
        "places/us/us-ca/labor.cedar",
        "unless { principal in Role::\"armorer\" || resource.custodian == principal };",
        "when { context.check_age_minutes > 90 };",
    );
    let mut kept = found(&weaker);
    assert_eq!(failures(&weaker, &kept), [""; 0]);
    let row = Alike {
        rule: "CA-HANDLER".to_owned(),
        under: vec!["baseline".to_owned()],
    };
    let issue = &mut kept
        .iter_mut()
        .find(|(action, _)| action == "issue")
        .unwrap()
        .1;
    assert_eq!(issue.alike, [row]);
    // the same claim about a rule that does add something
    let caught = failures(&small_books(), &kept);
    assert!(
        caught
            .contains(&"CA-HANDLER is kept as adding nothing under baseline, and does".to_owned()),
        "{caught:?}"
    );
}

#[test]
fn what_is_kept_reads_as_it_was_written() {
    let kept = found(&small_books());
    let (_, worked) = worked(small_books(), &kept);
    let read: Vec<(String, Kept)> = worked
        .library
        .all()
        .map(|(action, kept)| (action.to_owned(), kept.clone()))
        .collect();
    assert_eq!(read, kept);
    assert!(Library::read([("proofs/compare/issue.json", "{")]).is_err());
    assert!(Cases::read([("tests/a.json", "{")]).is_err());
}
