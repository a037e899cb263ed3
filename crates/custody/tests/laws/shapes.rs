//! Every ask and report is read, written and described in one shape.

use std::collections::BTreeSet;

use custody::{
    input::{Ask, Report},
    laws, schema,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::examples;

fn body(mut line: Value) -> Value {
    let fields = line.as_object_mut().unwrap();
    if fields.contains_key("ask") {
        fields.remove("by");
    }
    fields.remove("with");
    line
}

/// Reads, writes and reads again: nothing that was written down is lost.
fn comes_back<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(line: &Value) {
    let read: T = serde_json::from_value(line.clone()).unwrap();
    let written = serde_json::to_value(&read).unwrap();
    assert_eq!(&written, line);
    assert_eq!(serde_json::from_value::<T>(written).unwrap(), read);
}

fn names(lines: &[Value], tag: &str) -> BTreeSet<String> {
    let names = lines.iter().map(|line| line[tag].as_str().unwrap());
    names.map(str::to_owned).collect()
}

fn set_of(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn every_ask_and_report_has_an_example() {
    assert_eq!(names(&examples::asks(), "ask"), set_of(Ask::NAMES));
    assert_eq!(names(&examples::reports(), "report"), set_of(Report::NAMES));
}

#[test]
fn every_ask_comes_back_as_it_was_written() {
    for line in examples::asks() {
        comes_back::<Ask>(&body(line));
    }
}

#[test]
fn every_report_comes_back_as_it_was_written() {
    for line in examples::reports() {
        comes_back::<Report>(&line);
    }
}

#[test]
fn an_ask_with_a_word_too_many_is_not_read() {
    for line in examples::asks() {
        let mut line = body(line);
        line["override"] = true.into();
        assert!(
            serde_json::from_value::<Ask>(line.clone()).is_err(),
            "{line}"
        );
    }
}

#[test]
fn every_line_has_the_rows_it_is_asked_with() {
    let mut lines = BTreeSet::new();
    for line in examples::asks() {
        let line = body(line);
        let name = line["ask"].as_str().unwrap().to_owned();
        let one: Ask = serde_json::from_value(line.clone()).unwrap();
        assert_eq!(laws::rows(&one), 1);
        let mut row = line;
        row.as_object_mut().unwrap().remove("ask");
        let two = json!({"ask": name, "rows": [row, row]});
        if let Ok(two) = serde_json::from_value::<Ask>(two) {
            assert_eq!(laws::rows(&two), 2, "{name}");
            lines.insert(name);
        }
    }
    let all = [
        "check_out",
        "check",
        "load",
        "show",
        "issue",
        "announce",
        "clear_to_fire",
    ];
    assert_eq!(lines, set_of(&all));
}

#[test]
fn what_no_row_of_a_line_would_read_is_refused() {
    let line = |beside: Value| {
        json!({"ask": "load", "set_up": "12", "rounds": beside, "rows": [
            {"weapon": "h1", "rounds": []},
            {"weapon": "h2", "rounds": []}]})
    };
    for unread in [json!([]), json!([{"position": 1, "lot": null}])] {
        let why = serde_json::from_value::<Ask>(line(unread)).unwrap_err();
        assert!(
            why.to_string().starts_with("`rounds` beside `rows`"),
            "{why}"
        );
    }
    let mut read_by_one = line(json!([]));
    read_by_one["rows"][1]
        .as_object_mut()
        .unwrap()
        .remove("rounds");
    assert!(serde_json::from_value::<Ask>(read_by_one).is_ok());
}

#[test]
fn the_schemas_describe_every_ask_and_report() {
    let described = |schema: schemars::Schema, tag: &str| -> BTreeSet<String> {
        let kinds = schema.get("oneOf").unwrap().as_array().unwrap().clone();
        let name = |kind: &Value| {
            kind["properties"][tag]["const"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        kinds.iter().map(name).collect()
    };
    assert_eq!(described(schema::ask(), "ask"), set_of(Ask::NAMES));
    assert_eq!(described(schema::report(), "report"), set_of(Report::NAMES));
}
