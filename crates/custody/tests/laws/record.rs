//! Laws 10 and 11: no go without a record and a clock.

use custody::laws;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::{
    examples,
    set::{GO, input, now, says, set, told},
};

#[test]
fn a_record_that_cannot_be_written_makes_every_ask_a_no() {
    let mut state = set();
    state.unit.writable = false;
    for line in examples::asks() {
        assert_eq!(
            says(&state, line.clone()),
            ["law-10: The record cannot be written."],
            "{line}"
        );
    }
}

#[test]
fn a_clock_that_stepped_stops_every_ask_but_to_confirm_the_time() {
    let mut state = set();
    state.unit.clock_stepped = true;
    for line in examples::asks() {
        if line["ask"] == "confirm_time" {
            assert_eq!(says(&state, line), GO);
        } else {
            assert_eq!(
                says(&state, line.clone()),
                ["law-11: The clock stepped, and nobody has confirmed the time."],
                "{line}"
            );
        }
    }
}

#[test]
fn time_does_not_run_backwards() {
    let at = |line: &Value, millis| {
        let mut input = input(line.clone());
        input.at = now() + SignedDuration::from_millis(millis);
        told(laws::in_the_way(&set(), &input, 0))
    };
    for line in examples::asks() {
        assert_eq!(at(&line, 0), GO);
        if line["ask"] == "confirm_time" {
            assert_eq!(at(&line, -1), GO);
        } else {
            assert_eq!(
                at(&line, -1),
                ["law-11: Time runs backwards: the last entry is of 2026-03-02T16:00:00Z."],
                "{line}"
            );
        }
    }
}

#[test]
fn two_people_in_two_roles_confirm_the_time() {
    let confirm = |by: &str, other: &str, role: &str| json!({"ask": "confirm_time", "by": by, "with": [{"person": other, "as": role}]});
    let two = ["law-11: The time is confirmed by two people in two roles."];
    assert_eq!(says(&set(), confirm("ad", "advisor", "accepts")), GO);
    assert_eq!(says(&set(), confirm("advisor", "ad", "confirms")), GO);
    assert_eq!(says(&set(), confirm("ad", "advisor", "witness")), two);
    assert_eq!(says(&set(), confirm("ad", "arms", "accepts")), two);
    assert_eq!(says(&set(), confirm("arms", "advisor", "accepts")), two);
    assert_eq!(says(&set(), confirm("money", "money", "accepts")), two);
    assert_eq!(
        says(&set(), json!({"ask": "confirm_time", "by": "ad"})),
        two
    );
}

#[test]
fn two_people_in_the_same_role_do_not_confirm_the_time() {
    let mut state = set();
    let line = || {
        json!({"ask": "confirm_time", "by": "ad",
        "with": [{"person": "money", "as": "accepts"}]})
    };
    assert_eq!(says(&state, line()), GO);
    let money = state.people.get_mut(&crate::set::person("money")).unwrap();
    money.roles.remove(&custody::names::Role::Producer);
    assert_eq!(
        says(&state, line()),
        ["law-11: The time is confirmed by two people in two roles."]
    );
}
