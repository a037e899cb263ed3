//! The proofs over small books, and faults planted in them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::path::Path;

use super::*;

pub(super) type Files = Vec<(String, String)>;

pub(super) fn small_books() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/rules/tests/books");
    read_folder(&root).unwrap()
}

pub(super) fn with(file: &str, old: &str, new: &str) -> Files {
    let mut files = small_books();
    let (_, text) = files.iter_mut().find(|(path, _)| path == file).expect(file);
    assert!(text.contains(old), "{old} is not in {file}");
    *text = text.replacen(old, new, 1);
    files
}

/// What is not proved, one line each: proof, action, subject, first reason.
fn failures(files: Files, only: Option<Proof>, list: &str) -> Vec<String> {
    assert!(
        solver_version().is_some(),
        "install cvc5 to run these tests"
    );
    let shelf = Shelf::open(files).unwrap();
    let beside = (&Implied::read(list).unwrap(), &Worked::default());
    let report = prove(&shelf, only, beside);
    let failures = report.failures().map(|verdict| {
        let why = verdict.failed.first().map_or("", String::as_str);
        let proof = verdict.proof.as_str();
        format!("{proof}: {} / {}: {why}", verdict.action, verdict.subject)
    });
    failures.collect()
}

const NONE: [&str; 0] = [];
const CUSTODY: &str = "baseline/custody.cedar";

#[test]
fn the_small_books_hold_all_promises() {
    for proof in Proof::ALL
        .into_iter()
        .filter(|proof| *proof != Proof::Compare)
    {
        assert_eq!(failures(small_books(), Some(proof), ""), NONE);
    }
}

#[test]
fn a_weakened_rule_of_the_baseline_is_caught() {
    let files = with(
        CUSTODY,
        "unless { resource.check_holds };",
        "unless { resource.check_holds || resource.tier == \"b\" };",
    );
    let expected = ["never: issue / N1.check: the baseline allows a case it forbids:"];
    assert_eq!(failures(files, Some(Proof::Never), ""), expected);
}

#[test]
fn the_case_that_is_allowed_is_told_by_its_facts() {
    let files = with(CUSTODY, "[\"live\", \"unknown\"]", "[\"unknown\"]");
    let shelf = Shelf::open(files).unwrap();
    let report = prove(
        &shelf,
        Some(Proof::Never),
        (&Implied::default(), &Worked::default()),
    );
    let failed: Vec<_> = report
        .failures()
        .flat_map(|verdict| verdict.failed.clone())
        .collect();
    assert_eq!(
        failed.get(1).map(String::as_str),
        Some("  context.round_class = live (NO-LIVE)")
    );
    assert!(!report.holds());
}

#[test]
fn a_rule_taken_out_of_the_baseline_is_caught() {
    let files = with(CUSTODY, "@id(\"NO-LIVE\")", "@id(\"NO-LIVE-ROUND\")");
    let expected = ["never: load / N3.live: NO-LIVE is no rule"];
    assert_eq!(failures(files, Some(Proof::Never), ""), expected);
    let files = with(
        CUSTODY,
        "@says(\"No live",
        "@until(\"2030-01-01\") @says(\"No live",
    );
    let expected = ["never: load / N3.live: NO-LIVE ends one day, and the never-list does not"];
    assert_eq!(failures(files, Some(Proof::Never), ""), expected);
}

#[test]
fn a_theorem_holds_from_the_day_its_rules_do_and_leans_on_none_that_begins_later() {
    let shelf = Shelf::open(small_books()).unwrap();
    let report = prove(
        &shelf,
        Some(Proof::Never),
        (&Implied::default(), &Worked::default()),
    );
    let mut notes: Vec<_> = report
        .verdicts
        .iter()
        .map(|verdict| verdict.note.as_str())
        .collect();
    notes.sort_unstable();
    let expected = [
        "carried by CHECK-HOLDS, from 2020-01-01",
        "carried by NO-LIVE, from 2020-01-01",
    ];
    assert_eq!(notes, expected);
    // the rule that it needs besides the one it names begins only later
    let files = with(
        "never/n.cedar",
        "when { context.round_class == \"live\" }",
        "when { context.round_class == \"live\" || context.rounds > 6 }",
    );
    let files = files.into_iter().map(|(path, text)| match path.as_str() {
        CUSTODY => {
            let later = "@id(\"SIX\") @source(\"Small book\") @force(\"practice\") @status(\"verified\") @from(\"2040-01-01\") @effect(\"refuse\") @says(\"Six.\") @remedy(\"Six.\") @tags(\"\") forbid (principal, action == Action::\"load\", resource) when { context.rounds > 6 };";
            (path, format!("{text}\n{later}"))
        }
        _ => (path, text),
    });
    let expected = ["never: load / N3.live: the baseline allows a case it forbids:"];
    assert_eq!(failures(files.collect(), Some(Proof::Never), ""), expected);
}

#[test]
fn a_theorem_that_says_nothing_is_caught() {
    let files = with(
        "never/n.cedar",
        "when { context.round_class == \"live\" }",
        "when { context.rounds > 3 && context.rounds < 2 }",
    );
    let expected = ["never: load / N3.live: it says nothing here: no request can fulfil it"];
    assert_eq!(failures(files, Some(Proof::Never), ""), expected);
}

#[test]
fn a_theorem_that_something_else_carries_is_caught() {
    let files = with(
        "never/n.cedar",
        "@carried_by(\"CHECK-HOLDS\")",
        "@carried_by(\"HELD\")",
    );
    let files = files.into_iter().map(|(path, text)| {
        (
            path,
            text.replace(
                "@carried_by(\"NO-LIVE\")",
                "@carried_by(\"CHECK-AGE US-AGE\")",
            ),
        )
    });
    let expected = [
        "never: issue / N1.check: it holds without HELD too: something else carries it",
        "never: load / N3.live: US-AGE is a rule of us, not of the baseline",
    ];
    let mut seen = failures(files.collect(), Some(Proof::Never), "");
    seen.sort();
    assert_eq!(seen, expected);
}

#[test]
fn a_rule_that_another_implies_is_dead_unless_it_is_listed_with_the_reason() {
    let stricter = || {
        with(
            "places/us/us-ca/labor.cedar",
            "unless { principal in Role::\"armorer\" || resource.custodian == principal };",
            "when { context.check_age_minutes > 90 };",
        )
    };
    let dead = [
        "dead: issue / CA-HANDLER: whenever it refuses, CHECK-AGE does: drop it, or list it in proofs/implied.csv with the reason",
    ];
    assert_eq!(failures(stricter(), Some(Proof::Dead), ""), dead);
    let list = "rule,implied_by,action,reason\nCA-HANDLER,CHECK-AGE,*,The law says so itself.\n";
    assert_eq!(failures(stricter(), Some(Proof::Dead), list), NONE);
    let stale = [
        "dead: * / CA-HANDLER: proofs/implied.csv says CHECK-AGE implies it, and it does not: take the line out",
    ];
    assert_eq!(failures(small_books(), Some(Proof::Dead), list), stale);
    let list = "rule,implied_by,action,reason\nCA-HANDLER,CHECK-AGE,*,\n";
    assert!(
        Implied::read(list)
            .unwrap_err()
            .starts_with("proofs/implied.csv:2: CA-HANDLER has no reason")
    );
}

#[test]
fn a_rule_of_a_place_never_makes_one_of_the_baseline_dead() {
    let files = with(
        "places/us/us-ca/labor.cedar",
        "unless { principal in Role::\"armorer\" || resource.custodian == principal };",
        "when { context.check_age_minutes > 30 };",
    );
    assert_eq!(failures(files, Some(Proof::Dead), ""), NONE);
}

#[test]
fn a_rule_that_can_never_hold_is_dead() {
    let files = with(
        CUSTODY,
        "context.check_age_minutes > 60",
        "context.check_age_minutes > 60 && context.check_age_minutes < 50",
    );
    let expected = ["dead: issue / CHECK-AGE: it can never hold in this action"];
    assert_eq!(failures(files, Some(Proof::Dead), ""), expected);
}

#[test]
fn a_place_where_nothing_can_be_a_go_is_a_dead_end() {
    let files = with(
        "places/us/us-ca/labor.cedar",
        "unless { principal in Role::\"armorer\" || resource.custodian == principal };",
        "unless { context.check_age_minutes > 90 };",
    );
    let expected = [
        "dead-end: issue / baseline + us + us/us-ca from 2025-01-01: whatever is asked, it is refused: BARRED, BEARER-TRAINED, CA-COURSE, CA-HANDLER, CHECK-AGE, CHECK-HOLDS, HELD",
        "dead-end: issue / baseline + us + us/us-ca from 2030-07-01: whatever is asked, it is refused: BARRED, BEARER-TRAINED, CA-HANDLER, CHECK-AGE, CHECK-HOLDS, HELD",
    ];
    assert_eq!(failures(files, Some(Proof::DeadEnd), ""), expected);
}
