//! The exact edge of what a report or an ask makes true, and what stays as it was beside it. Each of
//! these was a mutant that lived.

use custody::{
    answered::Effect,
    names::{Scope, VoidWhy},
    rounds::Account,
    state::{Custodian, Person},
};
use jiff::{SignedDuration, civil::date};
use serde_json::{Value, json};

use crate::day::Day;

fn collect(by: &str) -> Value {
    json!({"by": by, "report": "collect", "weapon": "h1"})
}

#[test]
fn no_go_but_a_confirmed_time_sets_the_clock_back() {
    let mut day = Day::begun();
    let late = day.state.unit.last;
    day.now -= SignedDuration::from_hours(5);
    let confirm = json!({"by": "producer", "ask": "confirm_time",
        "with": [{"person": "first_ad", "as": "accepts"}]});
    day.answer(confirm.clone(), &[false]).unwrap();
    assert_eq!(day.state.unit.last, late, "a no");
    day.tell(confirm);
    assert_eq!(day.state.unit.last, Some(day.now));
}

#[test]
fn what_was_neither_loaded_nor_fired_is_still_checked_when_its_custodian_collects_it() {
    let mut day = Day::issued(0);
    day.tell(collect("armorer"));
    assert_eq!(day.check_of("h1"), "holds");
    let mut day = Day::issued(1);
    day.tell(collect("armorer"));
    day.is_void("h1", VoidWhy::Collected);
    // Not loaded when it was issued, and fired since.
    let mut day = Day::issued(0);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 0}));
    day.tell(collect("armorer"));
    assert_eq!(day.check_of("h1"), "holds", "no shot is no shot");
    // A sequence runs, though nothing was loaded or fired.
    let mut day = Day::cleared(0);
    assert!(day.weapon("h1").sequence.is_some());
    day.tell(collect("armorer"));
    day.is_void("h1", VoidWhy::Collected);
}

#[test]
fn no_shot_leaves_a_bore_clean_and_an_issue_unfired() {
    let mut day = Day::issued(1);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 0}));
    let weapon = day.weapon("h1");
    assert!(!weapon.fouled && !weapon.issue.as_ref().unwrap().fired && weapon.bore_seen);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    let weapon = day.weapon("h1");
    assert!(weapon.fouled && weapon.issue.as_ref().unwrap().fired && !weapon.bore_seen);
}

#[test]
fn rounds_come_out_first_as_the_record_has_them() {
    let mut day = Day::cleared(2);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    day.tell(json!({"by": "armorer", "report": "unload", "weapon": "h1",
        "out": [{"lot": "quarter", "state": "fresh", "rounds": 1}]}));
    assert_eq!(day.rounds("quarter", "weapon_position:h1:1"), [0, 1, 0]);
    assert_eq!(day.rounds("quarter", "weapon_position:h1:2"), [0, 0, 0]);
}

#[test]
fn only_its_custodian_lays_a_weapon_on_the_rack_and_only_out_of_no_hand() {
    let put_down = |by| json!({"by": by, "report": "put_down", "weapon": "h1", "on": "rack"});
    let mut day = Day::checked("h1");
    day.tell(put_down("armorer"));
    assert_eq!(day.check_of("h1"), "holds");
    let mut day = Day::checked("h1");
    day.tell(put_down("assistant"));
    day.is_void("h1", VoidWhy::Unwatched);
    let mut day = Day::issued(0);
    day.tell(put_down("armorer"));
    day.is_void("h1", VoidWhy::Unwatched);
}

#[test]
fn a_piece_of_a_kit_is_out_until_it_is_locked_away_with_it() {
    let mut day = Day::checked("h1");
    let id = "h1".parse().unwrap();
    let out = ["magazine", "sling"].map(str::to_owned);
    day.state.weapons.get_mut(&id).unwrap().kit_out.extend(out);
    day.tell(json!({"by": "armorer", "report": "lock_away", "weapon": "h1", "kit": ["sling"]}));
    let left: Vec<&str> = day
        .weapon("h1")
        .kit_out
        .iter()
        .map(String::as_str)
        .collect();
    assert_eq!(left, ["magazine"]);
}

#[test]
fn what_is_found_is_with_whoever_has_it_now() {
    for (account, custodian) in [("police", Custodian::Police), ("safe", Custodian::Safe)] {
        let mut day = Day::checked("h1");
        day.tell(json!({"by": "armorer", "report": "missing", "weapon": "h1"}));
        day.tell(json!({"by": "armorer", "report": "found", "weapon": "h1", "account": account}));
        assert_eq!(day.weapon("h1").custodian, custodian);
    }
}

#[test]
fn dummies_that_all_passed_put_nothing_aside() {
    let tested = |failed: u32| {
        let mut day = Day::begun();
        day.tell(
            json!({"by": "armorer", "ask": "test_dummies", "lot": "dummies",
            "tested": 4, "failed": failed, "into": "proven", "methods": ["rattle"]}),
        );
        day
    };
    assert!(!tested(0).lot("dummies").quarantined);
    assert!(tested(1).lot("dummies").quarantined);
    assert_eq!(tested(1).rounds("proven", "person:armorer"), [3, 0, 0]);
}

#[test]
fn a_count_of_a_chamber_proves_nothing_anew_and_what_differs_ends_the_check() {
    let counted = |rounds: u32| {
        let mut day = Day::checked("h1");
        day.load("quarter", 1);
        day.tell(json!({"by": "armorer", "ask": "count", "counted": [
            {"lot": "quarter", "account": "weapon_position:h1:1", "rounds": rounds}]}));
        day
    };
    assert_eq!(counted(1).check_of("h1"), "holds");
    counted(0).is_void("h1", VoidWhy::Unloaded);
    counted(2).is_void("h1", VoidWhy::Breach);
}

#[test]
fn a_store_is_counted_once_each_state_of_each_lot_in_it_was() {
    let row = |state: &str| {
        json!({"lot": "quarter", "state": state, "account": "container:c1",
        "rounds": 1})
    };
    let mut day = Day::issued(2);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    day.tell(
        json!({"by": "armorer", "report": "unload", "weapon": "h1", "to": "container:c1",
        "out": [{"lot": "quarter", "state": "spent", "rounds": 1},
                {"lot": "quarter", "state": "fresh", "rounds": 1}]}),
    );
    assert_eq!(day.rounds("quarter", "container:c1"), [1, 1, 0]);
    day.tell(json!({"by": "armorer", "ask": "count", "counted": [row("fresh")]}));
    assert!(!day.state.unit.counted.contains_key("container:c1"));
    day.tell(json!({"by": "armorer", "ask": "count", "counted": [row("fresh"), row("spent")]}));
    assert!(day.state.unit.counted.contains_key("container:c1"));
}

#[test]
fn no_round_in_a_weapon_is_tested_with_its_lot() {
    let mut day = Day::checked("h1");
    day.load("dummies", 2);
    let test = |tested: u32| {
        json!({"by": "armorer", "ask": "test_dummies", "lot": "dummies",
        "tested": tested, "into": "proven", "methods": ["rattle"]})
    };
    let broken = day.fold(test(9), Vec::new()).unwrap_err();
    assert_eq!(broken[0].law, 1);
    day.tell(test(8));
    assert_eq!(day.rounds("dummies", "weapon_position:h1:1"), [1, 0, 0]);
    assert_eq!(day.lot("proven").rounds, 8);
}

#[test]
fn rounds_to_be_tested_are_taken_from_hands_before_any_in_a_weapon() {
    let mut day = Day::checked("h1");
    day.load("dummies", 2);
    day.tell(
        json!({"by": "armorer", "ask": "transfer", "lot": "dummies", "rounds": 4,
        "from": "safe", "to": "person:assistant"}),
    );
    day.tell(
        json!({"by": "armorer", "ask": "test_dummies", "lot": "dummies", "tested": 8,
        "into": "proven", "methods": ["rattle"]}),
    );
    assert_eq!(day.rounds("proven", "person:assistant"), [4, 0, 0]);
    assert_eq!(day.rounds("dummies", "weapon_position:h1:2"), [1, 0, 0]);
}

#[test]
fn a_lot_that_is_not_where_it_was_left_is_not_split() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "report": "delivery",
        "lots": [{"lot": "caps", "rounds": 2, "into": "container:c1"}]}));
    day.tell(
        json!({"by": "grip", "report": "unattended", "lot": "quarter",
        "account": "container:c1"}),
    );
    assert!(day.lot("quarter").unattended);
    assert_eq!(day.state.lots.len(), 3);
}

#[test]
fn what_is_seen_when_a_weapon_is_accepted_is_all_that_is_known_and_an_alteration_adds_to_it() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "armorer", "ask": "accept_weapon", "weapon": "h1",
        "features": {"serial": "4711", "trigger": true}}),
    );
    let features = &day.weapon("h1").features;
    assert_eq!(features.serial.as_deref(), Some("4711"));
    assert_eq!(features.positions, None, "what was delivered said 3");
    day.tell(
        json!({"by": "armorer", "report": "altered", "weapon": "h1", "what": "plugged",
        "features": {"solid_plug": true}}),
    );
    let features = &day.weapon("h1").features;
    assert_eq!(features.serial.as_deref(), Some("4711"));
    assert_eq!(features.solid_plug, Some(true));
}

#[test]
fn an_ask_of_no_row_is_no_ask() {
    for (rows, is_one) in [(json!([]), false), (json!([{"weapon": "h1"}]), true)] {
        let ask = json!({"ask": "check_out", "rows": rows});
        let read = serde_json::from_value::<custody::input::What>(ask.clone());
        assert_eq!(read.is_ok(), is_one, "{ask}");
    }
}

#[test]
fn what_was_answered_or_left_out_stands_in_the_record_as_it_was_meant() {
    for answer in ["yes", "no", "unknown"] {
        let ask = json!({"ask": "plan_scene", "scene": "12", "weapons": ["h1"],
            "at_person": answer, "public": answer, "public_property": answer});
        let said: custody::input::What = serde_json::from_value(ask).unwrap();
        let kept = serde_json::to_value(&said).unwrap();
        let read: custody::input::What = serde_json::from_value(kept).unwrap();
        assert_eq!(read, said);
    }
    let decline = json!({"report": "decline", "weapon": "h1"});
    let read: custody::input::What = serde_json::from_value(decline).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap()["to"], "look");
}

#[test]
fn a_check_holds_from_the_check_until_it_is_void() {
    let mut day = Day::begun();
    assert!(!day.weapon("h1").check_holds());
    day.tell(json!({"by": "armorer", "ask": "check_out", "weapon": "h1"}));
    day.check("h1");
    assert!(day.weapon("h1").check_holds());
    day.tell(json!({"by": "grip", "report": "unattended", "weapon": "h1"}));
    assert!(!day.weapon("h1").check_holds());
}

#[test]
fn rounds_that_are_missing_are_not_taken_from_where_nobody_can_reach() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "armorer", "ask": "transfer", "lot": "quarter", "rounds": 14,
        "from": "safe", "to": "destroyed"}),
    );
    day.tell(json!({"by": "armorer", "report": "missing", "lot": "quarter"}));
    assert_eq!(day.rounds("quarter", "destroyed"), [14, 0, 0]);
    assert_eq!(day.rounds("quarter", "missing"), [6, 0, 0]);
}

#[test]
fn a_lot_stands_nowhere_from_which_all_of_it_went() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "armorer", "ask": "transfer", "lot": "quarter", "rounds": 14,
        "from": "safe", "to": "container:c1"}),
    );
    let lot = "quarter".parse().unwrap();
    let places = day
        .state
        .rounds
        .where_is(&lot)
        .map(|(place, _)| place.to_string());
    let places: Vec<String> = places.collect();
    assert_eq!(places, ["container:c1", "person:armorer"]);
}

#[test]
fn a_scene_stood_down_holds_the_weapons_of_the_classes_its_plan_names() {
    let stand_down = json!({"by": "first_ad", "report": "stop", "scene": "12"});
    let scope = [Effect::StandDown(Scope::Scene)];
    let mut day = Day::checked("k1");
    day.follows(stand_down.clone(), &scope);
    assert_eq!(day.check_of("k1"), "holds", "the plan does not use it");
    let mut day = Day::checked("k1");
    day.tell(
        json!({"by": "first_ad", "ask": "plan_scene", "scene": "12", "weapons": ["h1"],
        "classes": ["edged"]}),
    );
    day.follows(stand_down, &scope);
    assert_eq!(day.check_of("k1"), VoidWhy::StandDown.as_str());
}

#[test]
fn an_incident_is_of_the_weapon_that_its_report_names() {
    for report in [
        json!({"by": "grip", "report": "quarantine", "weapon": "h1", "why": "cracked"}),
        json!({"by": "grip", "report": "bullet_round_found", "weapon": "h1"}),
        json!({"by": "grip", "report": "unattended", "weapon": "h1"}),
        json!({"by": "armorer", "report": "authority_released", "weapon": "h1"}),
    ] {
        let mut day = Day::checked("h1");
        let opened = day.follows(report.clone(), &[Effect::Incident]).incident;
        let incident = &day.state.incidents[&opened.unwrap()];
        let weapon = incident.weapon.as_ref().map(|it| it.as_str());
        assert_eq!(weapon, Some("h1"), "{report}");
    }
}

#[test]
fn a_live_exception_is_evidenced_by_its_evidence_alone() {
    for (evidence, evidenced) in [(json!("range-report"), true), (Value::Null, false)] {
        let mut day = Day::begun();
        let mut ask = json!({"by": "armorer", "ask": "declare_live_exception",
            "exception": "range"});
        if !evidence.is_null() {
            ask["evidence"] = evidence;
        }
        day.tell(ask);
        let declared = day.state.unit.live_exception.as_ref().unwrap();
        assert_eq!(
            (declared.exception.as_str(), declared.evidenced),
            ("range", evidenced)
        );
    }
}

#[test]
fn a_minor_is_one_until_the_day_named_and_not_on_it() {
    let until = date(2026, 3, 2);
    let person = Person {
        minor_until: Some(until),
        ..Person::default()
    };
    assert!(person.minor(date(2026, 3, 1)));
    assert!(!person.minor(until) && !person.minor(date(2026, 3, 3)));
    assert!(!Person::default().minor(date(2026, 3, 1)));
    assert!(!person.barred());
}

#[test]
fn every_account_is_read_as_it_is_written() {
    let at_rest = [
        "safe",
        "safe:s1",
        "container:c1",
        "returned",
        "destroyed",
        "police",
    ];
    let held = [
        "belt:b1",
        "magazine:m1",
        "loader:l1",
        "person:lead",
        "weapon_position:h1:2",
    ];
    let gone = ["ground", "missing", "outside"];
    for text in at_rest.iter().chain(&held).chain(&gone) {
        let account: Account = text.parse().unwrap();
        assert_eq!(account.to_string(), *text);
    }
    for text in [
        "",
        "magazine",
        "loader",
        "returned:x",
        "police:x",
        "outside:x",
        "weapon_position:h1",
    ] {
        let wrong = text.parse::<Account>().unwrap_err().to_string();
        assert!(wrong.contains("account"), "{text}: {wrong}");
    }
    for text in ["safe", "safe:s1", "container:c1", "returned", "destroyed"] {
        assert!(text.parse::<Account>().unwrap().at_rest(), "{text}");
    }
    for text in held.iter().chain(&["ground", "missing"]) {
        assert!(!text.parse::<Account>().unwrap().at_rest(), "{text}");
    }
}

#[test]
fn a_name_is_letters_digits_and_three_marks_and_not_too_long() {
    let is = |text: &str| text.parse::<custody::id::WeaponId>().is_ok();
    assert!(is("h1") && is("a.b-c_d") && is(&"a".repeat(64)));
    for wrong in ["", "-h1", "h 1", "h/1", &"a".repeat(300)] {
        assert!(!is(wrong), "{wrong}");
    }
}
