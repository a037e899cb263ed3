//! Law 5, what nobody knows; law 4, what is already there.

use std::collections::BTreeSet;

use custody::{
    input::{Ask, Input, What},
    laws,
    state::State,
};
use serde_json::{Value, json};

use crate::{
    examples,
    set::{GO, input, now, row, says, set, told},
};

/// Every id the set knows.
fn known(state: &State) -> BTreeSet<String> {
    let people = state.people.keys().map(ToString::to_string);
    let weapons = state.weapons.keys().map(ToString::to_string);
    let lots = state.lots.keys().map(ToString::to_string);
    let set_ups = state.set_ups.keys().map(ToString::to_string);
    let incidents = state.incidents.keys().map(ToString::to_string);
    let concerns = state.concerns.keys().map(ToString::to_string);
    let all = people.chain(weapons).chain(lots).chain(set_ups);
    all.chain(incidents).chain(concerns).collect()
}

/// The same line again and again, each time with another of its ids unknown.
fn haunted(line: &Value, known: &BTreeSet<String>) -> Vec<Value> {
    match line {
        Value::String(text) => {
            let id = text.rsplit(':').next().unwrap();
            let ghost = Value::String(text.replace(id, "ghost"));
            known.contains(id).then_some(ghost).into_iter().collect()
        }
        Value::Array(list) => (0..list.len())
            .flat_map(|n| {
                let ghosts = haunted(&list[n], known).into_iter();
                ghosts.map(move |ghost| {
                    let mut list = list.clone();
                    list[n] = ghost;
                    Value::Array(list)
                })
            })
            .collect(),
        Value::Object(fields) => fields
            .keys()
            .flat_map(|key| {
                let ghosts = haunted(&fields[key], known).into_iter();
                ghosts.map(move |ghost| {
                    let mut fields = fields.clone();
                    fields[key] = ghost;
                    Value::Object(fields)
                })
            })
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_example_names_only_what_the_record_knows() {
    for line in examples::asks() {
        assert_eq!(says(&set(), line.clone()), GO, "{line}");
    }
}

#[test]
fn any_id_that_nobody_knows_makes_the_answer_no() {
    let state = set();
    let known = known(&state);
    let mut asked = BTreeSet::new();
    for mut line in examples::asks() {
        if line.get("by").is_none() {
            line["by"] = "arms".into();
        }
        for line in haunted(&line, &known) {
            let breaks = row(&state, line.clone(), 0);
            let ghost = breaks.iter().find(|b| b.law == 5 && b.about == ["ghost"]);
            assert!(ghost.is_some(), "{line} goes past {breaks:?}");
            asked.insert(line["ask"].as_str().unwrap().to_owned());
        }
    }
    let all = Ask::NAMES.iter().map(|name| (*name).to_owned());
    assert_eq!(asked, all.collect());
}

#[test]
fn the_answer_names_what_is_not_known_and_what_to_do() {
    let line = json!({"ask": "issue", "weapon": "h9", "bearer": "extra", "set_up": "99",
        "with": [{"person": "nobody", "as": "witness"}]});
    let breaks = row(&set(), line, 0);
    let lines = breaks.iter().map(|b| format!("{} {}", b.says, b.remedy));
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "The record knows no person extra. Enroll this person first.",
            "The record knows no person nobody. Enroll this person first.",
            "The record knows no weapon h9. Report its delivery and accept it first.",
            "The record knows no set-up 99. Add the set-up to its scene first.",
        ]
    );
}

#[test]
fn a_weapon_position_names_its_weapon() {
    let line = json!({"ask": "count", "counted": [{"lot": "quarter", "rounds": 0,
        "account": "weapon_position:ghost:1"}]});
    assert_eq!(
        says(&set(), line),
        ["law-5: The record knows no weapon ghost."]
    );
}

#[test]
fn a_set_up_of_a_scene_that_is_gone_is_not_known() {
    let mut state = set();
    state.scenes.clear();
    let line = json!({"ask": "begin_activity", "set_up": "12b", "activity": "take"});
    assert_eq!(
        says(&state, line),
        ["law-5: The record knows no set-up 12b."]
    );
}

#[test]
fn an_ask_that_nobody_asks_is_a_no() {
    for line in examples::asks() {
        let mut input = input(line);
        input.by = None;
        let breaks = told(laws::in_the_way(&set(), &input, 0));
        let nobody = "law-5: Nobody stands behind this ask.".to_owned();
        assert!(breaks.contains(&nobody), "{}", input.what.name());
    }
}

#[test]
fn nobody_enrolls_himself_out_of_nowhere() {
    let line = json!({"ask": "enroll", "by": "new", "person": "new"});
    assert_eq!(
        says(&set(), line),
        ["law-5: The record knows no person new."]
    );
    let confirmed = json!({"ask": "enroll", "by": "money", "person": "new",
        "with": [{"person": "new", "as": "confirms"}]});
    assert_eq!(says(&set(), confirmed), GO);
}

#[test]
fn a_row_that_is_not_in_the_line_is_a_no() {
    let line = json!({"ask": "check_out", "weapon": "h2"});
    assert_eq!(
        told(row(&set(), line, 1)),
        ["law-5: This ask has no row 2."]
    );
    let day = json!({"ask": "open_day"});
    assert_eq!(told(row(&set(), day, 1)), ["law-5: This ask has no row 2."]);
}

#[test]
fn a_row_answers_for_its_own_ids_only() {
    let line = json!({"ask": "check_out", "rows": [{"weapon": "h2"}, {"weapon": "ghost"}]});
    assert_eq!(told(row(&set(), line.clone(), 0)), GO);
    assert_eq!(
        told(row(&set(), line, 1)),
        ["law-5: The record knows no weapon ghost."]
    );
}

#[test]
fn no_report_is_ever_in_the_way_of_a_law() {
    let mut state = set();
    state.unit.writable = false;
    state.unit.clock_stepped = true;
    for line in examples::reports() {
        let input = Input {
            at: now() - jiff::SignedDuration::from_hours(9),
            date: jiff::civil::date(2026, 3, 2),
            by: None,
            with: Vec::new(),
            what: What::Report(serde_json::from_value(line.clone()).unwrap()),
        };
        assert_eq!(laws::in_the_way(&state, &input, 0), [], "{line}");
        assert_eq!(laws::in_the_way(&state, &input, 7), [], "{line}");
    }
}

#[test]
fn what_is_on_record_is_not_made_again() {
    let person = json!({"ask": "enroll", "person": "lead"});
    assert_eq!(
        says(&set(), person),
        ["law-4: Person lead is already enrolled."]
    );
    let lot = json!({"ask": "make_rounds", "lot": "quarter", "rounds": 5});
    assert_eq!(
        says(&set(), lot),
        ["law-4: Lot quarter is already on record."]
    );
    let part = json!({"ask": "test_dummies", "lot": "dummies", "tested": 2, "methods": ["rattle"],
        "into": "dummies"});
    assert_eq!(
        says(&set(), part),
        ["law-4: Lot dummies is already on record."]
    );
    let set_up = json!({"ask": "add_set_up", "scene": "12", "set_up": "12b"});
    assert_eq!(
        says(&set(), set_up),
        ["law-4: Set-up 12b is already on record."]
    );
}

#[test]
fn a_scene_planned_again_is_a_revision() {
    assert_eq!(
        says(&set(), json!({"ask": "plan_scene", "scene": "12"})),
        GO
    );
    assert_eq!(
        says(&set(), json!({"ask": "plan_scene", "scene": "13"})),
        GO
    );
}

#[test]
fn a_scene_does_not_take_the_set_up_of_another() {
    assert_eq!(
        says(&set(), json!({"ask": "plan_scene", "scene": "12b"})),
        ["law-4: 12b is already a set-up of scene 12."]
    );
}
