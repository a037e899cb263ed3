//! Lots: accepted, tested, split, doubted.

use custody::names::{DummyMethod, RoundClass, VoidWhy};
use serde_json::{Value, json};

use crate::day::Day;

fn test_dummies(more: Value) -> Value {
    let mut test = json!({"by": "armorer", "ask": "test_dummies", "lot": "dummies",
        "methods": ["rattle", "no_primer"], "one_by_one": true});
    let fields = test.as_object_mut().unwrap();
    fields.extend(more.as_object().unwrap().clone());
    test
}

#[test]
fn a_lot_accepted_is_out_of_quarantine() {
    let day = Day::begun();
    assert!(day.lot("quarter").accepted && !day.lot("quarter").quarantined);
    assert_eq!(day.lot("quarter").class, RoundClass::BlankQuarter);
}

#[test]
fn a_whole_lot_tested_is_proven() {
    let mut day = Day::begun();
    day.tell(test_dummies(json!({"tested": 10})));
    let lot = day.lot("dummies");
    assert!(lot.tested && lot.methods.contains(&DummyMethod::Rattle));
    assert_eq!(lot.class, RoundClass::Dummy);
}

#[test]
fn dummies_of_no_known_maker_are_what_the_test_saw() {
    let mut day = Day::empty();
    day.tell(json!({"by": "armorer", "report": "delivery",
        "lots": [{"lot": "dummies", "rounds": 2}]}));
    assert_eq!(day.lot("dummies").class, RoundClass::Unknown);
    day.tell(test_dummies(json!({"tested": 2})));
    assert_eq!(day.lot("dummies").class, RoundClass::Dummy);
}

#[test]
fn a_rattle_alone_does_not_show_a_primer_gone() {
    let mut day = Day::empty();
    day.tell(json!({"by": "armorer", "report": "delivery",
        "lots": [{"lot": "dummies", "rounds": 2}]}));
    day.tell(test_dummies(json!({"tested": 2, "methods": ["rattle"]})));
    assert_eq!(day.lot("dummies").class, RoundClass::Unknown);
}

#[test]
fn testing_part_of_a_lot_splits_it_taking_first_what_the_tester_has_in_hand() {
    let mut day = Day::begun();
    day.tell(test_dummies(json!({"tested": 8, "into": "tested"})));
    assert!(day.lot("tested").tested && !day.lot("dummies").tested);
    assert_eq!(day.lot("tested").parent, Some("dummies".parse().unwrap()));
    assert_eq!(day.rounds("tested", "person:armorer"), [6, 0, 0]);
    assert_eq!(day.rounds("tested", "safe"), [2, 0, 0]);
    assert_eq!(day.rounds("dummies", "safe"), [2, 0, 0]);
    assert_eq!(
        (day.lot("tested").rounds, day.lot("dummies").rounds),
        (8, 2)
    );
}

#[test]
fn one_that_fails_stays_behind_and_puts_its_lot_aside() {
    let mut day = Day::begun();
    day.tell(test_dummies(
        json!({"tested": 6, "failed": 1, "into": "tested"}),
    ));
    assert_eq!(day.lot("tested").rounds, 5);
    assert!(!day.lot("tested").quarantined);
    assert!(day.lot("dummies").quarantined);

    let mut day = Day::begun();
    day.tell(test_dummies(json!({"tested": 10, "failed": 1})));
    assert!(day.lot("dummies").quarantined && !day.lot("dummies").tested);
}

#[test]
fn rounds_left_unattended_are_no_longer_proven() {
    let mut day = Day::begun();
    day.tell(test_dummies(json!({"tested": 10})));
    day.tell(json!({"by": "grip", "report": "unattended", "lot": "dummies"}));
    assert!(day.lot("dummies").unattended && !day.lot("dummies").tested);
    day.tell(test_dummies(json!({"tested": 10})));
    assert!(!day.lot("dummies").unattended && day.lot("dummies").tested);
}

#[test]
fn rounds_left_unattended_in_one_account_become_a_lot_of_their_own() {
    let mut day = Day::begun();
    day.tell(test_dummies(json!({"tested": 10})));
    let left = json!({"by": "grip", "report": "unattended", "lot": "dummies",
        "account": "person:armorer"});
    day.tell(left);
    assert!(
        day.lot("dummies").tested,
        "those in the safe are proven still"
    );
    let part = format!("dummies.left-{}", day.state.unit.entries);
    assert!(day.lot(&part).unattended && !day.lot(&part).tested);
    assert_eq!(day.rounds(&part, "person:armorer"), [6, 0, 0]);
    assert_eq!((day.lot(&part).rounds, day.lot("dummies").rounds), (6, 4));
}

#[test]
fn a_lot_all_in_one_account_is_left_unattended_whole() {
    let mut day = Day::empty();
    day.tell(json!({"by": "armorer", "report": "delivery",
        "lots": [{"lot": "caps", "rounds": 2, "into": "container:c1"}]}));
    day.tell(json!({"by": "grip", "report": "unattended", "lot": "caps",
        "account": "container:c1"}));
    assert!(day.lot("caps").unattended);
    assert_eq!(day.state.lots.len(), 1);
}

#[test]
fn a_lot_in_which_a_bullet_round_was_found_is_unknown_and_put_aside() {
    let mut day = Day::begun();
    day.tell(json!({"by": "grip", "report": "bullet_round_found", "lot": "dummies"}));
    let lot = day.lot("dummies");
    assert_eq!(lot.class, RoundClass::Unknown);
    assert!(lot.quarantined && !lot.accepted && !lot.tested);
}

#[test]
fn a_weapon_loaded_from_a_lot_in_which_a_bullet_round_was_found_proves_nothing() {
    let mut day = Day::checked("h1");
    day.load("dummies", 1);
    day.tell(json!({"by": "grip", "report": "bullet_round_found", "lot": "dummies"}));
    day.is_void("h1", VoidWhy::StandDown);
}

#[test]
fn rounds_said_to_be_in_a_weapon_that_nobody_loaded_leave_it_unproven() {
    for report in [
        json!({"by": "grip", "report": "delivery",
            "lots": [{"lot": "x", "rounds": 1, "into": "weapon_position:h1:1"}]}),
        json!({"by": "grip", "report": "found", "lot": "quarter", "rounds": 1,
            "account": "weapon_position:h1:1"}),
        json!({"by": "grip", "report": "unload", "weapon": "h2",
            "to": "weapon_position:h1:1"}),
        json!({"by": "armorer", "ask": "count", "counted": [
            {"lot": "quarter", "account": "weapon_position:h1:1", "rounds": 1}]}),
    ] {
        let mut day = Day::checked("h1");
        day.tell(report);
        day.is_void("h1", VoidWhy::Breach);
    }
}

#[test]
fn rounds_of_two_classes_in_one_belt_are_mixed() {
    let mut day = Day::begun();
    for lot in ["quarter", "dummies"] {
        assert!(!day.lot("quarter").mixed);
        day.tell(
            json!({"by": "armorer", "ask": "transfer", "lot": lot, "rounds": 1,
            "from": "person:armorer", "to": "belt:b1"}),
        );
    }
    assert!(day.lot("quarter").mixed && day.lot("dummies").mixed);
}

#[test]
fn rounds_made_are_a_new_lot_in_quarantine_and_what_they_were_made_from_is_gone() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "armorer", "ask": "make_rounds", "lot": "made", "rounds": 2,
        "from": "quarter"}),
    );
    assert!(day.lot("made").quarantined && !day.lot("made").from_live);
    assert_eq!(day.rounds("made", "person:armorer"), [2, 0, 0]);
    assert_eq!(day.rounds("quarter", "person:armorer"), [4, 0, 0]);
    assert_eq!(day.rounds("quarter", "destroyed"), [2, 0, 0]);
}

#[test]
fn rounds_made_from_what_nobody_can_name_are_made_from_live() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "report": "delivery",
        "lots": [{"lot": "box", "rounds": 4}]}));
    day.tell(
        json!({"by": "armorer", "ask": "make_rounds", "lot": "made", "rounds": 2,
        "from": "box"}),
    );
    assert!(day.lot("made").from_live);
}

#[test]
fn a_second_delivery_under_one_name_is_booked_and_doubted() {
    let mut day = Day::begun();
    let again = json!({"by": "armorer", "report": "delivery",
        "lots": [{"lot": "quarter", "rounds": 5}]});
    assert!(day.tell(again).incident.is_some());
    let lot = day.lot("quarter");
    assert_eq!((lot.rounds, lot.class), (25, RoundClass::Unknown));
    assert!(lot.quarantined && !lot.accepted);
}

#[test]
fn a_lot_released_from_quarantine_is_trusted_again() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "report": "unattended", "lot": "quarter"}));
    day.tell(json!({"by": "armorer", "report": "quarantine", "lot": "quarter"}));
    assert!(day.lot("quarter").quarantined);
    day.tell(
        json!({"by": "armorer", "ask": "release_from_quarantine", "lot": "quarter",
        "found": "each looked at"}),
    );
    assert!(!day.lot("quarter").quarantined && !day.lot("quarter").unattended);
}
