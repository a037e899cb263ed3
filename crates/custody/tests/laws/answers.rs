//! Law 7: who answers a stop, lifts a stand-down and closes an incident.

use custody::names::Role;
use serde_json::{Value, json};

use crate::set::{GO, person, row, says, set};

fn with(mut line: Value, by: &str, accepts: &[&str]) -> Value {
    let accepts = accepts
        .iter()
        .map(|p| json!({"person": p, "as": "accepts"}));
    line["by"] = by.into();
    line["with"] = accepts.collect();
    line
}

fn lift(incident: &str) -> Value {
    json!({"ask": "lift_stand_down", "incident": incident})
}

fn close(cause: &str, action: &str) -> Value {
    json!({"ask": "close_incident", "incident": "incident-1", "cause": cause, "action": action})
}

const TWO: [&str; 1] =
    ["law-7: This takes the first AD and a handler, each a person of their own."];
const THREE: [&str; 1] = [
    "law-7: This takes the first AD, a handler, and the safety advisor or \
                           producer, each a person of their own.",
];

#[test]
fn a_stop_is_answered_by_the_first_ad_and_a_handler() {
    let answer = || json!({"ask": "answer_stop", "answer": "all out of the line"});
    assert_eq!(says(&set(), with(answer(), "ad", &["arms"])), GO);
    assert_eq!(says(&set(), with(answer(), "props", &["ad"])), GO);
    assert_eq!(says(&set(), with(answer(), "lead", &["ad", "arms"])), GO);
    assert_eq!(says(&set(), with(answer(), "ad", &[])), TWO);
    assert_eq!(says(&set(), with(answer(), "arms", &["props"])), TWO);
    assert_eq!(says(&set(), with(answer(), "ad", &["ad", "lead"])), TWO);
}

#[test]
fn a_witness_does_not_answer() {
    let mut line = with(lift("incident-1"), "ad", &["arms"]);
    line["with"][0]["as"] = "witness".into();
    assert_eq!(says(&set(), line.clone()), TWO);
    line["with"][0]["as"] = "confirms".into();
    assert_eq!(says(&set(), line), GO);
}

#[test]
fn one_person_does_not_fill_two_seats() {
    let mut state = set();
    let both = state.people.get_mut(&person("arms")).unwrap();
    both.roles.insert(Role::FirstAd);
    assert_eq!(says(&state, with(lift("incident-1"), "arms", &[])), TWO);
    assert_eq!(
        says(&state, with(lift("incident-1"), "arms", &["props"])),
        GO
    );
}

#[test]
fn a_production_stands_down_until_somebody_answers_for_all_of_it() {
    let lift = || lift("incident-2");
    assert_eq!(says(&set(), with(lift(), "ad", &["arms", "advisor"])), GO);
    assert_eq!(says(&set(), with(lift(), "ad", &["arms", "money"])), GO);
    assert_eq!(says(&set(), with(lift(), "ad", &["arms"])), THREE);
    assert_eq!(says(&set(), with(lift(), "money", &["arms"])), THREE);
}

#[test]
fn nobody_who_acted_in_an_incident_lifts_or_closes_it() {
    let mut state = set();
    let incident = state.incidents.get_mut(&"incident-1".parse().unwrap());
    incident.unwrap().acted.insert(person("arms"));
    let line = with(lift("incident-1"), "ad", &["arms"]);
    let breaks = row(&state, line, 0);
    assert_eq!(
        breaks[0].says,
        "arms acted in incident-1, and does not judge it."
    );
    assert_eq!(
        breaks[0].remedy,
        "Ask with others. If all of them acted, enroll someone from outside."
    );
    assert_eq!(breaks[0].about, ["arms", "incident-1"]);
    assert_eq!(breaks.len(), 1);
    let others = with(lift("incident-1"), "ad", &["props"]);
    assert_eq!(says(&state, others), GO);
    let beside = with(close("a", "b"), "ad", &["props", "lead"]);
    assert_eq!(
        says(&state, beside),
        ["law-7: lead acted in incident-1, and does not judge it."]
    );
}

#[test]
fn an_incident_is_closed_with_cause_and_action() {
    let close = |cause, action| with(close(cause, action), "ad", &["arms"]);
    assert_eq!(says(&set(), close("not checked", "check twice")), GO);
    assert_eq!(
        says(&set(), close(" ", "check twice")),
        ["law-7: The cause is not said."]
    );
    assert_eq!(
        says(&set(), close("", "\t")),
        [
            "law-7: The cause is not said.",
            "law-7: The action is not said."
        ]
    );
}
