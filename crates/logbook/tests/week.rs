//! A week is what its entries say, and no more.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests"
)]

use custody::names::{Role, Scope};
use jiff::Timestamp;
use logbook::{
    Entry, Founding,
    papers::week::{Ending, NotReconciled, Reading, RunsOut, Week},
};
use serde_json::{Value, json};

/// Monday, eight in the morning in Los Angeles.
const MONDAY: &str = "2026-03-16T15:00:00Z";

fn founding() -> Founding {
    let people = [
        ("armorer", Role::Armorer),
        ("second", Role::Armorer),
        ("first_ad", Role::FirstAd),
        ("producer", Role::Producer),
    ];
    let people = people.map(|(id, role)| (id.parse().unwrap(), vec![role]));
    Founding {
        seq: 0,
        format: 1,
        at: "2026-03-01T12:00:00Z".parse().unwrap(),
        origin: "main-unit".to_owned(),
        key: None,
        founder: None,
        place: "us/us-ca".to_owned(),
        zone: "America/Los_Angeles".to_owned(),
        kind: custody::names::Kind::Screen,
        people: people.into(),
        books: String::new(),
        engine: "0".to_owned(),
    }
}

/// The week to Monday of a record of these: when, what, and what stands in the entry beside.
fn week(lines: &[(&str, Value, Value)]) -> Week {
    let mut reading = Reading::of(&founding(), MONDAY.parse().unwrap());
    for (n, (at, what, beside)) in lines.iter().enumerate() {
        let mut entry = json!({"seq": n + 1, "at": at, "date": at[..10], "by": "armorer", "what": what,
            "books": [], "engine": "0"});
        for (name, value) in beside.as_object().unwrap() {
            entry[name] = value.clone();
        }
        let entry: Entry = serde_json::from_value(entry).unwrap();
        reading.take(&entry).unwrap();
    }
    reading.done()
}

fn go() -> Value {
    json!({"rows": [{"go": true}]})
}

fn no(rule: &str) -> Value {
    json!({"rows": [{"go": false, "because": [rule]}]})
}

fn delivery() -> Value {
    json!({"report": "delivery", "from": "rental_house",
        "weapons": [{"weapon": "h1", "features": {"said_to_be": "firearm", "serial": "4711"},
            "lender": "rental_house", "due_back": "2026-03-20"}],
        "lots": [{"lot": "quarters", "rounds": 50}]})
}

fn duty(who: &str) -> Value {
    json!({"ask": "drop_duty", "duty": who})
}

#[test]
fn a_refusal_counts_from_the_first_moment_of_the_week_to_the_last() {
    let asks = [
        ("2026-03-09T14:59:59.999Z", "before"),
        ("2026-03-09T15:00:00Z", "first"),
        ("2026-03-16T14:59:59.999Z", "last"),
        ("2026-03-16T15:00:00Z", "after"),
    ];
    let week = week(&asks.map(|(at, rule)| (at, duty("weapons"), no(rule))));
    let because: Vec<&str> = week
        .refused
        .iter()
        .flat_map(|it| &it.because)
        .map(String::as_str)
        .collect();
    assert_eq!(because, ["first", "last"]);
    assert_eq!((week.went, week.refused[0].seq), (0, 2));
}

#[test]
fn the_week_in_which_the_clocks_go_forward_is_seven_days_of_the_set() {
    let mut reading = Reading::of(&founding(), "2026-03-09T15:00:00Z".parse().unwrap());
    let late = json!({"seq": 1, "at": "2026-03-02T15:59:59Z", "date": "2026-03-02", "by": "armorer",
        "what": duty("weapons"), "rows": [{"go": false, "because": ["R"]}], "books": [], "engine": "0"});
    reading
        .take(&serde_json::from_value(late).unwrap())
        .unwrap();
    let week = reading.done();
    assert_eq!(
        week.from,
        "2026-03-02T16:00:00Z".parse::<Timestamp>().unwrap()
    );
    assert_eq!(week.refused, []);
}

#[test]
fn a_refusal_is_put_right_when_the_same_is_a_go() {
    let lines = [
        ("2026-03-10T12:00:00Z", duty("weapons"), no("R")),
        ("2026-03-10T12:04:00Z", duty("weapons"), go()),
        ("2026-03-10T13:00:00Z", duty("weapons"), no("R")),
    ];
    let week = week(&lines);
    let at = "2026-03-10T12:04:00Z".parse().unwrap();
    assert_eq!(week.refused[0].remedied, Some(at));
    assert_eq!(week.refused[1].remedied, None);
    assert_eq!(week.went, 1);
}

#[test]
fn what_runs_out_within_thirty_days_is_told_soonest_first_and_what_went_back_is_not() {
    let paper = |kind: &str, expires: &str| {
        json!({"ask": "record_qualification", "person": "armorer",
            "paper": {"kind": kind, "expires": expires}})
    };
    let lines = [
        ("2026-03-02T12:00:00Z", delivery(), json!({})),
        ("2026-03-02T13:00:00Z", paper("permit", "2026-04-15"), go()),
        ("2026-03-02T13:01:00Z", paper("course", "2026-04-16"), go()),
        (
            "2026-03-02T13:02:00Z",
            paper("clearance", "2026-03-01"),
            go(),
        ),
    ];
    let armorer = "armorer".parse().unwrap();
    let found: Vec<RunsOut> = week(&lines).runs_out;
    let told = |on: &str, of: Ending| RunsOut {
        on: on.parse().unwrap(),
        of,
    };
    assert_eq!(
        found,
        [
            told(
                "2026-03-01",
                Ending::Paper(Clone::clone(&armorer), "clearance".to_owned())
            ),
            told("2026-03-20", Ending::Loan("h1".parse().unwrap())),
            told("2026-04-15", Ending::Paper(armorer, "permit".to_owned())),
        ]
    );
}

#[test]
fn a_stand_down_is_told_in_its_week_and_as_long_as_it_stands() {
    let discharge = json!({"report": "discharge", "weapon": "h1"});
    let stands = json!({"consequences": [{"rule": "R", "effect": {"stand_down": "production"}}]});
    let lift = json!({"ask": "lift_stand_down", "incident": "incident-1"});
    let by_three = json!({"rows": [{"go": true}], "by": "first_ad", "with": [
        {"person": "second", "as": "accepts"}, {"person": "producer", "as": "accepts"}]});
    let delivered = ("2026-03-02T12:00:00Z", delivery(), json!({}));
    let old = ("2026-03-03T12:00:00Z", discharge.clone(), stands.clone());
    let stood = week(&[delivered.clone(), old.clone()]).stood_down;
    assert_eq!(
        (stood.len(), stood[0].scope, stood[0].lifted),
        (1, Scope::Production, false)
    );
    let lifted = ("2026-03-10T12:00:00Z", lift.clone(), by_three.clone());
    assert_eq!(week(&[delivered.clone(), old, lifted]).stood_down, []);
    let new = ("2026-03-10T12:00:00Z", discharge, stands);
    let lifted = ("2026-03-11T12:00:00Z", lift, by_three);
    let stood = week(&[delivered, new, lifted]).stood_down;
    assert_eq!((stood.len(), stood[0].lifted), (1, true));
    assert_eq!(stood[0].cause, "discharge");
}

#[test]
fn what_is_missing_or_was_not_counted_is_not_reconciled() {
    let missing = json!({"report": "missing", "lot": "quarters", "rounds": 3});
    let lines = [
        ("2026-03-02T12:00:00Z", delivery(), json!({})),
        ("2026-03-10T12:00:00Z", missing, json!({})),
    ];
    let found = week(&lines).not_reconciled;
    assert!(
        found.contains(&NotReconciled::Missing("quarters".parse().unwrap(), 3)),
        "{found:?}"
    );
    let safe = |it: &&NotReconciled| matches!(it, NotReconciled::NotCounted(_, None));
    assert_eq!(found.iter().filter(safe).count(), 1, "{found:?}");
    assert_eq!(week(&[]).not_reconciled, []);
}

#[test]
fn a_refusal_of_one_weapon_is_not_put_right_by_another() {
    let check = |weapon: &str| json!({"ask": "check", "weapon": weapon});
    let both = json!({"ask": "check", "rows": [{"weapon": "h1"}, {"weapon": "h2"}]});
    let refused = |at, what| (at, what, no("R"));
    let lines = [
        refused("2026-03-10T12:00:00Z", check("h1")),
        refused("2026-03-10T12:01:00Z", check("h2")),
        refused("2026-03-10T12:02:00Z", both),
    ];
    let asked = |what: Value| {
        let entry = json!({"seq": 9, "at": "2026-03-10T12:09:00Z", "date": "2026-03-10",
            "by": "armorer", "what": what, "rows": [{"go": true}], "books": [], "engine": "0"});
        let entry: Entry = serde_json::from_value(entry).unwrap();
        let mut past = week(&lines).refused;
        let about = logbook::things::touched(&entry, &founding().state());
        logbook::refused::put_right(&mut past, &entry, &about);
        let right: Vec<bool> = past.iter().map(|it| it.remedied.is_some()).collect();
        right
    };
    assert_eq!(asked(check("h1")), [true, false, false]);
    let both = json!({"ask": "check", "rows": [{"weapon": "h1"}, {"weapon": "h2"}]});
    assert_eq!(asked(both), [true, true, true]);
    assert_eq!(
        asked(json!({"ask": "check_out", "weapon": "h1"})),
        [false; 3]
    );
}
