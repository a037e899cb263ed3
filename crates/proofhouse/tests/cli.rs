//! The program, run as its user runs it: exit codes, and what it says about bad input.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test of the program writes the files that it reads"
)]

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

const HEAD: &str = r#"{"timeline":"t","title":"A day","zone":"America/Denver","place":"us/us-nm","date":"2026-05-01","people":{"armorer":["armorer"],"first_ad":["first_ad"],"lead":["performer"]}}"#;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn proofhouse(args: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_proofhouse"));
    program.args(args).current_dir(root()).output().unwrap()
}

fn replay(timeline: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_proofhouse"));
    program.args(["replay", "-"]).current_dir(root());
    program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut running = program.spawn().unwrap();
    running.stdin.take().unwrap().write_all(timeline).unwrap();
    running.wait_with_output().unwrap()
}

fn said(out: &Output) -> String {
    let (out, err) = (
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr),
    );
    format!("{out}{err}")
}

#[test]
fn help_shows_examples() {
    let out = proofhouse(&["--help"]);
    assert_eq!(out.status.code(), Some(0));
    assert!(said(&out).contains("proofhouse replay incidents/"));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let out = proofhouse(&["replay", "incidents/no-such-day.jsonl"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(said(&out).contains("no-such-day.jsonl cannot be read"));
}

#[test]
fn a_broken_line_is_named_with_its_column() {
    let out =
        replay(format!("{HEAD}\n{{\"step\":1,\"by\":\"armorer\",\"ask\":\"isue\"}}").as_bytes());
    assert_eq!(out.status.code(), Some(2));
    assert!(
        said(&out).contains("-:2:26: there is no ask \"isue\""),
        "{}",
        said(&out)
    );
    assert!(said(&out).contains("did you mean \"issue\"?"));
}

#[test]
fn a_file_that_is_no_text_is_said_to_be_none() {
    let out = replay(b"{\"timeline\":\"\xff\"}");
    assert_eq!(out.status.code(), Some(2));
    assert!(
        said(&out).contains("-:1:14: this is not UTF-8 text"),
        "{}",
        said(&out)
    );
}

#[test]
fn a_zone_nobody_knows_is_named() {
    let out = replay(HEAD.replace("America/Denver", "Mars/Olympus").as_bytes());
    assert_eq!(out.status.code(), Some(2));
    assert!(said(&out).contains("there is no zone \"Mars/Olympus\""));
}

#[test]
fn times_that_run_backwards_are_refused() {
    let day = format!(
        "{HEAD}\n{}\n{}",
        r#"{"step":1,"at":"10:00","report":"stop"}"#, r#"{"step":2,"at":"09:59","report":"stop"}"#
    );
    let out = replay(day.as_bytes());
    assert_eq!(out.status.code(), Some(2));
    assert!(
        said(&out).contains("-:3: time runs backwards"),
        "{}",
        said(&out)
    );
}

#[test]
fn an_ask_about_a_weapon_nobody_knows_is_a_no() {
    let day = format!(
        "{}\n{}",
        HEAD.replace(
            "\"people\"",
            "\"expect\":{\"no_go_by\":1,\"because\":[\"law-5\"]},\"people\""
        ),
        r#"{"step":1,"by":"armorer","ask":"check_out","weapon":"ghost"}"#
    );
    let out = replay(day.as_bytes());
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    assert!(said(&out).contains("ghost"), "{}", said(&out));
}

#[test]
fn what_is_given_must_be_in_order() {
    let given = r#""given":[{"by":"armorer","ask":"check_out","weapon":"ghost"}],"people""#;
    let out = replay(HEAD.replace("\"people\"", given).as_bytes());
    assert_eq!(out.status.code(), Some(2));
    assert!(
        said(&out).contains("given 1 (check_out) is not in order"),
        "{}",
        said(&out)
    );
}

#[test]
fn json_is_one_object_a_timeline() {
    let out = proofhouse(&[
        "replay",
        "--json",
        "incidents/2021-nm-western-live-round.jsonl",
    ]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    let whole: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(whole["verdict"]["stopped_at"], 3);
    assert_eq!(whole["verdict"]["met"], true);
    assert!(whole["steps"].as_array().unwrap().len() > 10);
}

#[test]
fn a_record_is_kept_one_entry_a_line() {
    let kept = std::env::temp_dir().join(format!("proofhouse-kept-{}.jsonl", std::process::id()));
    let day = "incidents/2021-nm-western-live-round.jsonl";
    let out = proofhouse(&["replay", "--quiet", "--record", kept.to_str().unwrap(), day]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    let text = std::fs::read_to_string(&kept).unwrap();
    std::fs::remove_file(&kept).unwrap();
    let mut lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
    let founding: serde_json::Value = lines.next().unwrap();
    assert_eq!(
        founding["origin"],
        "proofhouse.invalid/replay/2021-nm-western-live-round"
    );
    let numbers: Vec<u64> = lines.map(|entry| entry["seq"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
}

#[test]
fn a_rule_is_shown_with_its_source_and_not_as_advice() {
    let out = proofhouse(&["rules", "show", "CA-LAB-9153.a.2-HAND"]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    assert!(said(&out).contains("California Labor Code"));
    assert!(said(&out).contains("Not legal advice."));
}

#[test]
fn a_rule_nobody_knows_is_met_with_the_nearest() {
    let out = proofhouse(&["rules", "show", "IWLMSC-1"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(
        said(&out).contains("did you mean IWLMSC-1-"),
        "{}",
        said(&out)
    );
}

#[test]
fn every_provision_has_a_place() {
    let out = proofhouse(&["rules", "coverage", "--json"]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(rows.len(), 125);
    assert!(rows.iter().all(|row| row["disposition"] != "missing"));
}

#[test]
fn the_schema_names_every_ask_and_report() {
    let out = proofhouse(&["schema", "timeline"]);
    let text = said(&out);
    assert!(text.contains("clear_to_fire") && text.contains("bullet_round_found"));
}

/// A founded record in a folder of its own, and its path.
fn founded(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("proofhouse-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let record = folder.join("unit.db");
    let path = record.to_str().unwrap();
    let out = proofhouse(&[
        "found",
        "--record",
        path,
        "--unit",
        "main-unit",
        "--place",
        "us/us-ca",
        "--zone",
        "UTC",
        "--founder",
        "producer",
        "--person",
        "producer=producer",
    ]);
    assert_eq!(out.status.code(), Some(0), "{}", said(&out));
    record
}

#[test]
fn the_register_of_a_new_record_is_empty_and_what_it_does_not_know_is_named() {
    let record = founded("print");
    let path = record.to_str().unwrap();
    let register = proofhouse(&["print", "register", path, "--json"]);
    assert_eq!(register.status.code(), Some(0), "{}", said(&register));
    assert_eq!(said(&register).trim(), "[]");
    for (args, says) in [
        (
            ["print", "incident", path, "incident-1"],
            "the record has no incident-1",
        ),
        (
            ["print", "manifest", path, "h1"],
            "the record knows no weapon h1",
        ),
    ] {
        let out = proofhouse(&args);
        assert_eq!(out.status.code(), Some(2));
        assert!(said(&out).contains(says), "{}", said(&out));
    }
    let _ = std::fs::remove_dir_all(record.parent().unwrap());
}

#[test]
fn what_london_asks_beyond_the_country_is_told_with_its_source_and_a_case() {
    let day = ["--on", "2026-03-02", "--action", "issue"];
    let out = proofhouse(&[&["rules", "compare", "uk", "uk/uk-london"], &day[..]].concat());
    let said = said(&out);
    let lines: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "no-go in uk/uk-london, go in uk",
        "UK-FILMLONDON-24 · Film London location filming code of practice, section 24 · guideline, verified",
        "days until it ends: -1, instead of no end stated",
        "Not legal advice",
    ] {
        assert!(lines.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_place_that_is_not_known_is_told_by_what_people_call_it() {
    for (name, meant) in [("California", "us/us-ca"), ("uk/london", "uk/uk-london")] {
        let out = proofhouse(&["rules", "compare", name, "fi"]);
        assert_eq!(out.status.code(), Some(2));
        let help = format!("did you mean {meant}?");
        assert!(said(&out).contains(&help), "{}", said(&out));
    }
}
