//! House books through the program: checked, adopted by two, kept in the record, never changed in silence.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test of the program writes the files that it reads"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_proofhouse"))
        .args(args)
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let both = [&output.stdout, &output.stderr];
    both.map(|text| String::from_utf8_lossy(text)).concat()
}

fn rule(id: &str, body: &str) -> String {
    format!(
        "@id(\"{id}\")\n@source(\"Studio handbook, chapter 3\")\n@force(\"practice\")\n@status(\"verified\")\n\
         @from(\"2020-01-01\")\n@effect(\"refuse\")\n@tags(\"\")\n@says(\"The studio wants {id}.\")\n\
         @remedy(\"Do {id}.\")\n{body}\n"
    )
}

const TWO_HEARERS: &str = "forbid (principal, action == Action::\"open_day\", resource)\nwhen { context.answers.hearers < 2 };";

/// A folder of this name with these files in it.
fn folder(name: &str, files: &[(&str, &[u8])]) -> (TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join(name);
    fs::create_dir(&folder).unwrap();
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    (place, folder)
}

fn check(folder: &Path) -> Output {
    run(&["rules", "check", folder.to_str().unwrap()])
}

#[test]
fn a_good_book_however_it_is_laid_out_says_what_it_would_refuse_and_its_digest() {
    let one = rule("STUDIO-HEARERS", TWO_HEARERS);
    let (_place, studio) = folder(
        "Studio Nine",
        &[
            ("days/open.cedar", one.as_bytes()),
            ("notes.txt", b"not a rule"),
            (".git/x.cedar", b"not looked at"),
        ],
    );
    let output = check(&studio);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    for wanted in [
        "house/studio-nine",
        "digest",
        "The studio wants STUDIO-HEARERS.",
        "open_day (STUDIO-HEARERS)",
        "Not legal advice.",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let json = run(&["rules", "check", "--json", studio.to_str().unwrap()]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["fine"], true);
    assert_eq!(json["rules"][0]["id"], "STUDIO-HEARERS");
    assert_eq!(json["digest"].as_str().unwrap().len(), 64);
}

#[test]
fn every_fault_of_a_bad_book_is_told_at_once_with_its_line_and_what_was_meant() {
    let rules = [
        rule(
            "A",
            "permit (principal, action == Action::\"issue\", resource);",
        ),
        rule(
            "B",
            "forbid (principal, action == Action::\"issue\", resource)\nwhen { resource.check_age_minutes + 1 > 5 };",
        ),
        rule(
            "C",
            "forbid (principal, action == Action::\"issue\", resource)\nwhen { resource.check_age_minuts > 5 };",
        ),
        rule(
            "D",
            "forbid (principal, action == Action::\"isue\", resource);",
        ),
        rule(
            "E",
            "forbid (principal, action == Action::\"issue\", resource)\nunless { principal in Role::\"armourer\" };",
        ),
        rule("IWLMSC-1-MEETING", TWO_HEARERS),
        rule("F", TWO_HEARERS).replace("@remedy(\"Do F.\")\n", ""),
        rule("law-5", TWO_HEARERS),
    ];
    let (_place, studio) = folder("studio", &[("all.cedar", rules.concat().as_bytes())]);
    let output = check(&studio);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    for wanted in [
        "permit-outside-baseline",
        "rule-computes",
        "check_age_minutes",
        "issue",
        "did you mean armorer",
        "id-twice",
        "the annotation @remedy is missing",
        "named like a law",
        "all.cedar:1:1",
        "nobody can adopt it",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let json = run(&["rules", "check", "--json", studio.to_str().unwrap()]);
    assert_eq!(json.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert!(json["errors"].as_array().unwrap().len() >= 8, "{json}");
    assert!(json["errors"][0]["line"].as_u64().unwrap() > 0);
}

#[test]
fn a_hostile_folder_is_refused_and_never_breaks_the_program() {
    let good = rule("STUDIO-HEARERS", TWO_HEARERS);
    let deep = rule(
        "DEEP",
        &format!(
            "forbid (principal, action == Action::\"open_day\", resource)\nwhen {{ {}true{} }};",
            "(".repeat(50_000),
            ")".repeat(50_000)
        ),
    );
    let chain = rule(
        "CHAIN",
        &format!(
            "forbid (principal, action == Action::\"open_day\", resource)\nwhen {{ true{} }};",
            " || true".repeat(20_000)
        ),
    );
    let large = "// a comment\n".repeat(40_000);
    let escapes = good.replace("The studio wants", "\u{1b}[2J\u{1b}[32mGO");
    let cases: [(&str, &[u8], &str); 6] = [
        ("deep.cedar", deep.as_bytes(), "rule-too-large"),
        ("chain.cedar", chain.as_bytes(), "rule-too-large"),
        ("large.cedar", large.as_bytes(), "file-large"),
        ("latin.cedar", b"// caf\xe9\n", "file-not-text"),
        ("escape.cedar", escapes.as_bytes(), "annotation-control"),
        (
            "broken.cedar",
            b"forbid (principal, action",
            "rule-unreadable",
        ),
    ];
    for (name, bytes, code) in cases {
        let (_place, studio) = folder("studio", &[("good.cedar", good.as_bytes()), (name, bytes)]);
        let output = check(&studio);
        let text = said(&output);
        assert_eq!(output.status.code(), Some(1), "{name}: {text}");
        assert!(text.contains(code) && text.contains(name), "{name}: {text}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_not_followed() {
    let good = rule("STUDIO-HEARERS", TWO_HEARERS);
    let (place, studio) = folder("studio", &[("good.cedar", good.as_bytes())]);
    let outside = place.path().join("outside.cedar");
    fs::write(&outside, rule("OUTSIDE", TWO_HEARERS)).unwrap();
    std::os::unix::fs::symlink(&outside, studio.join("in.cedar")).unwrap();
    let output = check(&studio);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("it is a link"), "{}", said(&output));
}

#[test]
fn what_is_no_house_book_cannot_be_read() {
    let (place, empty) = folder("empty", &[("README.md", b"# Nothing yet")]);
    for wrong in [empty, place.path().join("missing")] {
        let output = check(&wrong);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    }
    let (_place, school) = folder(
        "baseline",
        &[("a.cedar", rule("X", TWO_HEARERS).as_bytes())],
    );
    assert_eq!(
        check(&school).status.code(),
        Some(0),
        "a name of ours is its own under house/"
    );
}

fn timeline(place: &Path, adopt_by: &str, book: &str, hearers: &str) -> PathBuf {
    let head = r#"{"timeline":"studio-day","title":"A day with a house book","zone":"America/Los_Angeles","place":"","kind":"screen","date":"2026-03-09","people":{"producer":["producer"],"first_ad":["first_ad"],"armorer":["armorer"],"crew_1":["crew"],"crew_2":["crew"]},"sources":["made for this test"],"expect":{"go":true}}"#;
    let adopt = format!(
        r#"{{"step":1,"by":"producer","ask":"adopt_house_book","book":"{book}","with":[{{"person":"{adopt_by}","as":"accepts"}}],"status":"fictional"}}"#
    );
    let open = format!(
        r#"{{"step":2,"by":"first_ad","ask":"open_day","with":[{{"person":"armorer","as":"accepts"}}{hearers}],"status":"fictional"}}"#
    );
    let path = place.join(format!("{adopt_by}-{book}-{}.jsonl", hearers.len()));
    fs::write(&path, [head, &adopt, &open].join("\n") + "\n").unwrap();
    path
}

const HEARD: &str = r#",{"person":"crew_1","as":"hears"},{"person":"crew_2","as":"hears"}"#;

#[test]
fn two_of_the_four_put_a_book_in_force_and_from_then_on_it_decides() {
    let one = rule("STUDIO-HEARERS", TWO_HEARERS);
    let (place, studio) = folder("studio", &[("open.cedar", one.as_bytes())]);
    let studio = studio.to_str().unwrap();
    let play = |timeline: &Path| run(&["replay", timeline.to_str().unwrap(), "--house", studio]);
    let day = |by: &str, book: &str, hearers: &str| timeline(place.path(), by, book, hearers);
    let heard = play(&day("first_ad", "studio", HEARD));
    assert_eq!(heard.status.code(), Some(0), "{}", said(&heard));
    let alone = play(&day("first_ad", "studio", ""));
    assert_eq!(alone.status.code(), Some(1), "{}", said(&alone));
    assert!(said(&alone).contains("STUDIO-HEARERS"), "{}", said(&alone));
    let crew = play(&day("crew_1", "studio", HEARD));
    assert!(
        said(&crew).contains("BASE-WHO-ADOPT-HOUSE-BOOK"),
        "{}",
        said(&crew)
    );
    let typo = play(&day("first_ad", "studoi", HEARD));
    assert_eq!(typo.status.code(), Some(1), "{}", said(&typo));
    assert!(
        said(&typo).contains("no house book studoi"),
        "{}",
        said(&typo)
    );
}

#[test]
fn a_book_that_does_not_stand_goes_on_no_shelf() {
    let (place, studio) = folder(
        "studio",
        &[("open.cedar", b"permit (principal, action, resource);")],
    );
    let day = timeline(place.path(), "first_ad", "studio", HEARD);
    let output = run(&[
        "replay",
        day.to_str().unwrap(),
        "--house",
        studio.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(
        said(&output).contains("proofhouse rules check"),
        "{}",
        said(&output)
    );
}
