//! A timeline that cannot be read says where, what is wrong and what to do.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests"
)]

use insta::assert_snapshot;
use logbook::timeline::{LONGEST_LINE, Timeline, When};

const HEAD: &str = r#"{"timeline":"t","title":"A day","zone":"UTC","place":"us","date":"2026-05-01","people":{"armorer":["armorer"],"lead":["performer"]}}"#;

fn with(lines: &str) -> String {
    format!("{HEAD}\n{lines}")
}

fn refused(text: &str) -> String {
    match Timeline::parse(text.as_bytes()) {
        Ok(read) => format!("read, with {} steps", read.steps.len()),
        Err(wrong) => wrong.to_string(),
    }
}

#[test]
fn a_day_is_read_with_its_steps_in_order() {
    let text = with(
        r#"{"step":1,"at":"09:15","by":"armorer","ask":"check_out","weapon":"h1","note":"out"}

{"by":"armorer","report":"lock_away","weapon":"h1","seal":"0042"}"#,
    );
    let read = Timeline::parse(text.as_bytes()).unwrap();
    let steps: Vec<_> = read
        .steps
        .iter()
        .map(|s| (s.line, s.number, s.name()))
        .collect();
    assert_eq!(steps, [(2, 1, "check_out"), (4, 2, "lock_away")]);
    assert!(matches!(read.steps[0].envelope.at, Some(When::Clock(_))));
}

#[test]
fn a_line_of_rifles_is_one_ask() {
    let text = with(
        r#"{"by":"armorer","ask":"check","bore":"empty","rows":[{"weapon":"r1","positions":["empty"]},{"weapon":"r2","bore":"not_seen"}]}"#,
    );
    let read = Timeline::parse(text.as_bytes()).unwrap();
    let custody::input::What::Ask(custody::input::Ask::Check(lines)) = &read.steps[0].what else {
        panic!("not a check");
    };
    let bores: Vec<_> = lines.rows().iter().map(|row| row.bore.as_str()).collect();
    assert_eq!(bores, ["empty", "not_seen"]);
}

#[test]
fn broken_json_names_line_and_column() {
    assert_snapshot!(
        refused(&with("{\"step\":1,")),
        @"line 2, column 10: EOF while parsing a value; write one JSON object on this line"
    );
}

#[test]
fn a_misspelt_ask_is_met_with_the_nearest_name() {
    assert_snapshot!(
        refused(&with(r#"{"step":1,"by":"armorer","ask":"isue","weapon":"h1"}"#)),
        @r#"line 2, column 26: there is no ask "isue"; did you mean "issue"?"#
    );
}

#[test]
fn a_field_nobody_knows_is_pointed_at() {
    assert_snapshot!(
        refused(&with(r#"{"step":1,"by":"armorer","ask":"check_out","weapon":"h1","colour":"red"}"#)),
        @"line 2, column 58: unknown field `colour`, expected `weapon` or `purpose`; see `proofhouse schema timeline`"
    );
}

#[test]
fn a_number_too_large_is_pointed_at() {
    assert_snapshot!(
        refused(&with(
            r#"{"step":1,"by":"armorer","ask":"transfer","lot":"l","rounds":99999999999,"from":"safe","to":"ground"}"#
        )),
        @"line 2, column 62: invalid value: integer `99999999999`, expected u32; see `proofhouse schema timeline`"
    );
}

#[test]
fn an_id_with_a_blank_is_no_id() {
    assert_snapshot!(
        refused(&with(r#"{"step":1,"by":"the armorer","report":"stop"}"#)),
        @r#"line 2, column 16: "the armorer" is not an id: use 1 to 64 letters, digits, '-', '_' or '.', beginning with a letter or digit; see `proofhouse schema timeline`"#
    );
}

#[test]
fn steps_out_of_order_are_refused() {
    let lines = "{\"step\":2,\"report\":\"stop\"}\n{\"step\":1,\"report\":\"stop\"}";
    assert_snapshot!(
        refused(&with(lines)),
        @"line 3, column 2: step 1 follows step 2; number the steps in the order they happened"
    );
}

#[test]
fn neither_an_ask_nor_a_report_is_nothing() {
    assert_snapshot!(
        refused(&with(r#"{"step":1,"by":"armorer","weapon":"h1"}"#)),
        @r#"line 2, column 1: this line has neither an ask nor a report, or both; give it exactly one of "ask" and "report""#
    );
}

#[test]
fn bytes_that_are_no_text_are_placed() {
    let mut bytes = with("{\"step\":1,\"note\":\"").into_bytes();
    bytes.push(0xff);
    let wrong = Timeline::parse(&bytes).unwrap_err();
    assert_eq!((wrong.line, wrong.column), (2, 19));
}

#[test]
fn an_empty_file_says_how_to_begin() {
    assert!(refused("").starts_with("line 1, column 1: the file is empty"));
}

#[test]
fn a_line_longer_than_an_entry_may_be_is_refused() {
    let long = format!(
        r#"{{"step":1,"report":"stop","why":"{}"}}"#,
        "a".repeat(LONGEST_LINE)
    );
    assert!(refused(&with(&long)).contains("more than 120000 bytes"));
}

#[test]
fn nesting_without_end_does_not_bring_it_down() {
    let deep = format!("{{\"step\":1,\"with\":{}", "[".repeat(50_000));
    assert!(refused(&with(&deep)).starts_with("line 2, column "));
}

proptest::proptest! {
    #[test]
    fn no_bytes_at_all_bring_it_down(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        if let Err(wrong) = Timeline::parse(&bytes) {
            proptest::prop_assert!(wrong.line >= 1 && wrong.column >= 1 && !wrong.help.is_empty());
        }
    }

    #[test]
    fn no_damaged_day_brings_it_down(at in 0usize..2_000, put in proptest::num::u8::ANY) {
        let line = r#"{"step":1,"at":"09:15","by":"armorer","ask":"load","rows":[{"weapon":"h1","set_up":"12","rounds":[{"position":1,"lot":"d"}]}],"with":[{"person":"first_ad","as":"witness"}]}"#;
        let mut bytes = with(line).into_bytes();
        let at = at % bytes.len();
        bytes[at] = put;
        if let Err(wrong) = Timeline::parse(&bytes) {
            proptest::prop_assert!(wrong.line >= 1 && wrong.column >= 1 && !wrong.help.is_empty());
        }
    }
}
