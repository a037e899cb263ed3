use std::path::Path;

use crate::Shelf;
use crate::testing::*;

fn faults(files: Files) -> String {
    let errors = Shelf::open(files).expect_err("the books should not open");
    errors
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

const CUSTODY: &str = "baseline/custody.cedar";

#[test]
fn the_small_books_open() {
    let shelf = shelf();
    assert_eq!(shelf.rules().len(), 14);
    assert_eq!(shelf.never().len(), 2);
    assert_eq!(shelf.book("us/us-nm").unwrap().title, "New Mexico");
    assert!(shelf.book("us/us-nm").unwrap().is_empty());
    assert_eq!(shelf.rule("BEARER-TRAINED").unwrap().provision, "TRAINING");
    assert_eq!(
        shelf.rule("CHECK-AGE").unwrap().tags,
        ["unchecked-weapon", "late-check"]
    );
    assert_eq!(shelf.rule("CHECK-AGE").unwrap().line, 13);
    assert!(
        shelf
            .rule("CHECK-AGE")
            .unwrap()
            .text
            .starts_with("@id(\"CHECK-AGE\")")
    );
}

#[test]
fn a_missing_annotation_is_named_with_its_place() {
    insta::assert_snapshot!(faults(with(CUSTODY, "@remedy(\"Check the weapon again.\")\n", "")), @r#"
    baseline/custody.cedar:13:1: the annotation @remedy is missing [annotation-missing]
      next: add @remedy("…") above the rule
    "#);
}

#[test]
fn an_unknown_annotation_is_refused_where_it_stands() {
    insta::assert_snapshot!(faults(with(CUSTODY, "@tags(\"live-round\")", "@tags(\"live-round\")\n  @untill(\"2030-01-01\")")), @r#"
    baseline/custody.cedar:47:3: the annotation @untill is not known here [annotation-unknown]
      next: remove it, or use one of: id, effect, from, until, scope, hours, to, provision, source, force, status, says, remedy, tags, step
    "#);
}

#[test]
fn a_word_nobody_knows_a_broken_date_and_half_a_sentence_are_told_together() {
    let files = with(CUSTODY, "@force(\"practice\")", "@force(\"custom\")");
    let files = files.into_iter().map(|(path, text)| {
        let text = text.replacen(
            "@from(\"2020-01-01\")",
            "@from(\"2020-13-01\")",
            usize::from(path == CUSTODY),
        );
        (
            path,
            text.replace(
                "@says(\"No live or unknown round is loaded.\")",
                "@says(\"No live round\")",
            ),
        )
    });
    insta::assert_snapshot!(faults(files.collect()), @r#"
    baseline/custody.cedar:5:1: @from("2020-13-01") is not known [annotation-value]
      next: write a date such as 2025-01-01
    baseline/custody.cedar:15:1: @force("custom") is not known [annotation-value]
      next: write one of: law, regulation, permit-condition, guideline, practice, finding
    baseline/custody.cedar:44:1: @says is no sentence: it does not end with a period [annotation-sentence]
      next: write @says as one plain sentence, with its period
    "#);
}

#[test]
fn an_end_before_the_beginning_is_refused() {
    insta::assert_snapshot!(faults(with("places/us/us-ca/labor.cedar", "2030-06-30", "2024-06-30")), @r#"
    places/us/us-ca/labor.cedar:6:1: the rule ends on 2024-06-30, before it begins on 2025-01-01 [annotation-dates]
      next: set @until to the last day in force
    "#);
}

#[test]
fn rules_compare_and_never_compute() {
    insta::assert_snapshot!(faults(with(CUSTODY, "context.check_age_minutes > 60", "context.check_age_minutes + 5 > 60")), @r#"
    baseline/custody.cedar:13:1: the rule computes with + [rule-computes]
      next: compare with a fact that already is the difference or the sum
    "#);
    insta::assert_snapshot!(faults(with(CUSTODY, "context.check_age_minutes > 60", "context.on.offset(duration(\"1d\")) > context.on")), @r#"
    baseline/custody.cedar:13:1: the rule computes with offset [rule-computes]
      next: compare with a fact that already is the difference or the sum
    "#);
}

#[test]
fn a_negative_number_is_no_computing() {
    open(with(
        CUSTODY,
        "context.check_age_minutes > 60",
        "context.check_age_minutes > -60",
    ));
}

#[test]
fn a_rule_names_its_actions() {
    insta::assert_snapshot!(faults(with("house/school/school.cedar", "action == Action::\"issue\"", "action")), @r#"
    house/school/school.cedar:1:1: the rule is about any action [rule-any-action]
      next: name its actions: action == Action::"issue", or action in [Action::"load", …]
    "#);
}

#[test]
fn only_the_baseline_permits_once_and_without_a_condition() {
    insta::assert_snapshot!(faults(with("house/school/school.cedar", "forbid (principal, action == Action::\"issue\"", "permit (principal, action == Action::\"issue\"")), @r#"
    house/school/school.cedar:1:1: only the baseline permits [permit-outside-baseline]
      next: write a forbid with unless, or move the permit to the baseline
    "#);
    insta::assert_snapshot!(faults(with("baseline/asks.cedar", "Action::\"load\", resource)", "Action::\"issue\", resource)")), @r#"
    baseline/asks.cedar:4:1: issue is permitted twice [permit-twice]
      next: keep one permit for each action
    baseline/custody.cedar:38:1: NO-LIVE would refuse load, which no permit opens [rule-refuses-a-report]
      next: a report is never refused: give the rule a consequence; for an ask, add its permit to the baseline
    baseline/custody.cedar:50:1: HELD would refuse load, which no permit opens [rule-refuses-a-report]
      next: a report is never refused: give the rule a consequence; for an ask, add its permit to the baseline
    kinds/stage/stage.cedar:1:1: STAGE-SINGLE would refuse load, which no permit opens [rule-refuses-a-report]
      next: a report is never refused: give the rule a consequence; for an ask, add its permit to the baseline
    places/us/age.cedar:1:1: US-AGE would refuse load, which no permit opens [rule-refuses-a-report]
      next: a report is never refused: give the rule a consequence; for an ask, add its permit to the baseline
    "#);
    insta::assert_snapshot!(faults(with("baseline/asks.cedar", "Action::\"load\", resource)", "Action::\"load\", resource) when { resource.check_holds }")), @r#"
    baseline/asks.cedar:4:1: a permit opens exactly one action and has no condition [permit-conditional]
      next: write permit (principal, action == Action::"…", resource); and put conditions into forbids
    "#);
}

#[test]
fn a_report_is_never_refused_by_a_rule() {
    insta::assert_snapshot!(faults(with("baseline/after.cedar", "@effect(\"stand-down\")", "@effect(\"refuse\")")), @r#"
    baseline/after.cedar:1:1: DISCHARGE would refuse discharge, which no permit opens [rule-refuses-a-report]
      next: a report is never refused: give the rule a consequence; for an ask, add its permit to the baseline
    "#);
}

#[test]
fn a_stand_down_has_its_scope_and_a_clock_its_hours() {
    insta::assert_snapshot!(faults(with("baseline/after.cedar", "@scope(\"production\")\n", "")), @r#"
    baseline/after.cedar:1:1: the annotation @scope is missing [annotation-missing]
      next: add @scope("…") above the rule
    "#);
    insta::assert_snapshot!(faults(with("baseline/after.cedar", "@hours(\"8\")", "@hours(\"soon\")")), @r#"
    baseline/after.cedar:20:1: @hours("soon") is not known [annotation-value]
      next: write a whole number of hours
    "#);
}

#[test]
fn two_rules_with_one_id_are_refused() {
    insta::assert_snapshot!(faults(with("house/school/school.cedar", "SCHOOL-TIER", "CHECK-AGE")), @r#"
    house/school/school.cedar:1:1: the id CHECK-AGE stands at baseline/custody.cedar:13 too [id-twice]
      next: give one of the two another id
    "#);
}

#[test]
fn a_fact_the_schema_does_not_know_is_named_with_line_and_column() {
    insta::assert_snapshot!(faults(with(CUSTODY, "context.check_age_minutes > 60", "context.check_age > 60")), @r#"
    baseline/custody.cedar:23:8: for policy `CHECK-AGE`, attribute `check_age` in context for Action::"issue" not found [rule-against-schema]
      next: did you mean check_age_minutes, check_holds?
    "#);
}

#[test]
fn an_optional_fact_needs_its_has() {
    insta::assert_snapshot!(faults(with(CUSTODY, "resource has hold && ", "")), @r#"
    baseline/custody.cedar:60:8: for policy `HELD`, unable to guarantee safety of access to optional attribute `hold` on entity type `Weapon` [rule-against-schema]
      next: try testing for the attribute's presence with `e has hold && ..`; to negate it, write it under unless
    "#);
}

#[test]
fn a_rule_that_can_never_hold_is_refused() {
    insta::assert_snapshot!(faults(with(CUSTODY, "context.check_age_minutes > 60", "resource is Person")), @r#"
    baseline/custody.cedar:13:1: for policy `CHECK-AGE`, policy is impossible: the policy expression evaluates to false for all valid requests [rule-suspicious]
      next: compare the rule with schema.cedarschema, where every fact is declared
    "#);
}

#[test]
fn a_slip_of_the_pen_is_named_with_line_and_column() {
    insta::assert_snapshot!(faults(with(CUSTODY, "context.check_age_minutes > 60", "context.check_age_minutes >> 60")), @r#"
    baseline/custody.cedar:23:35: unexpected token `>`: expected `!`, `(`, `-`, `[`, `{`, `false`, identifier, `if`, number, `?principal`, `?resource`, string literal, or `true` [rule-unreadable]
      next: mend the text; the rule's shape stands in the rulebooks' README.md
    "#);
    insta::assert_snapshot!(faults(with("schema.cedarschema", "entity Unit;", "entity Unit")), @r#"
    schema.cedarschema:17:1: error parsing schema: unexpected token `action`: expected `,`, `;`, `=`, `{`, `enum`, `in`, or `tags` [schema-unreadable]
      next: mend the schema; every fact a rule may use is declared there
    "#);
}

#[test]
fn a_book_without_a_title_and_a_stray_file_are_refused() {
    let mut files = small_books();
    files.retain(|(path, _)| path != "places/us/README.md");
    files.push(("baseline/forgotten.ceder".to_owned(), String::new()));
    insta::assert_snapshot!(faults(files), @r#"
    baseline/forgotten.ceder: the file belongs to no book [file-stray]
      next: a book's folder holds README.md and .cedar files; move or rename the file
    places/us/age.cedar: the book us has no README.md with a heading [book-untitled]
      next: write README.md in the book's folder: # title, then what the book is
    "#);
}

#[test]
fn no_schema_no_shelf() {
    let mut files = small_books();
    files.retain(|(path, _)| path != "schema.cedarschema");
    insta::assert_snapshot!(faults(files), @r#"
    schema.cedarschema: there is no schema [schema-missing]
      next: put schema.cedarschema at the top of the rulebooks folder
    "#);
}

#[test]
fn a_theorem_names_what_carries_it() {
    insta::assert_snapshot!(faults(with("never/n.cedar", "@carried_by(\"CHECK-HOLDS\")\n", "")), @r#"
    never/n.cedar:1:1: the annotation @carried_by is missing [annotation-missing]
      next: add @carried_by("…") above the rule
    "#);
}

#[test]
fn the_rule_shown_in_the_readme_stands_in_a_book() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
    let books = read_folder(&root);
    let page = include_str!("../../../../rulebooks/README.md");
    let shown = page.split("```cedar\n").nth(1).unwrap();
    let rule = shown.split("```").next().unwrap().trim();
    let stands = |(path, text): &(String, String)| path.ends_with(".cedar") && text.contains(rule);
    assert!(books.iter().any(stands), "{rule}");
}
