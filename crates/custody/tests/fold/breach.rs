//! A breach: only what was physically done is folded, and nothing is proven by it.

use custody::{
    names::{RoundClass, VoidWhy},
    state::{Contents, PlanStatus},
};
use serde_json::{Value, json};

use crate::day::{Day, handler, people};

fn breach(by: &str, body: Value) -> Value {
    json!({"by": by, "report": "breach", "ask_body": body})
}

fn done(mut day: Day, by: &str, body: Value) -> Day {
    assert!(day.tell(breach(by, body)).incident.is_some());
    day
}

#[test]
fn the_incident_knows_who_took_part() {
    let mut day = Day::checked("h1");
    let body = json!({"ask": "issue", "weapon": "h1", "bearer": "lead", "set_up": "12"});
    let mut report = breach("first_ad", body);
    report["persons"] = json!(["grip"]);
    let id = day.tell(report).incident.unwrap();
    let incident = &day.state.incidents[&id];
    assert_eq!(incident.cause, "breach");
    assert_eq!(incident.acted, people(&["first_ad", "grip", "lead"]));
    assert_eq!(incident.weapon.as_ref().unwrap().as_str(), "h1");
    assert_eq!(incident.stand_down, None);
}

#[test]
fn a_weapon_handed_over_is_in_that_hand_and_not_on_issue() {
    let body = json!({"ask": "issue", "weapon": "h1", "bearer": "lead", "set_up": "12"});
    let day = done(Day::checked("h1"), "first_ad", body);
    let h1 = day.weapon("h1");
    assert_eq!(h1.bearer.as_ref().unwrap().as_str(), "lead");
    assert_eq!((&h1.issue, h1.watched), (&None, false));
    assert_eq!(h1.custodian, handler("armorer"));
    assert!(day.scene().issued.is_empty());
    day.is_void("h1", VoidWhy::Breach);
}

#[test]
fn a_weapon_taken_out_of_the_safe_is_in_the_takers_hand_and_in_no_safe() {
    let body = json!({"ask": "check_out", "rows": [{"weapon": "h1"}, {"weapon": "h2"}]});
    let day = done(Day::begun(), "grip", body);
    for weapon in ["h1", "h2"] {
        assert_eq!(day.weapon(weapon).bearer.as_ref().unwrap().as_str(), "grip");
        assert!(!day.weapon(weapon).in_safe());
    }
}

#[test]
fn rounds_loaded_are_where_they_were_put_as_far_as_they_were_there() {
    let body = json!({"ask": "load", "weapon": "h1", "set_up": "12", "from": "safe",
        "rounds": [{"position": 1, "lot": "quarter"}, {"position": 2, "lot": "ghost"}]});
    let day = done(Day::checked("h1"), "grip", body);
    assert_eq!(day.rounds("quarter", "weapon_position:h1:1"), [1, 0, 0]);
    assert_eq!(day.rounds("ghost", "weapon_position:h1:2"), [0, 0, 0]);
    assert!(day.lot("ghost").quarantined);
    assert_eq!(day.weapon("h1").contents, Contents::Unknown);
    assert!(!day.weapon("h1").bore_seen);
}

#[test]
fn a_full_position_takes_no_second_round() {
    let mut day = Day::checked("h1");
    day.load("quarter", 1);
    let body = json!({"ask": "load", "weapon": "h1", "set_up": "12", "from": "safe",
        "rounds": [{"position": 1, "lot": "dummies"}]});
    let day = done(day, "grip", body);
    assert_eq!(day.rounds("dummies", "weapon_position:h1:1"), [0, 0, 0]);
}

#[test]
fn rounds_moved_are_moved_as_far_as_they_were_there() {
    let body = json!({"ask": "transfer", "lot": "quarter", "rounds": 50, "from": "safe",
        "to": "person:grip"});
    let day = done(Day::begun(), "grip", body);
    assert_eq!(day.rounds("quarter", "person:grip"), [14, 0, 0]);
}

#[test]
fn rounds_made_are_there_in_quarantine_and_what_they_are_is_unknown() {
    let body = json!({"ask": "make_rounds", "lot": "made", "rounds": 4,
        "parts": {"primer": false, "propellant": false, "projectile": true},
        "origin": {"maker": "props", "maker_licensed": true, "from_live": true}});
    let day = done(Day::begun(), "grip", body);
    let made = day.lot("made");
    assert_eq!(made.class, RoundClass::Unknown);
    assert_eq!(
        (&made.origin.maker, made.origin.maker_licensed),
        (&None, None)
    );
    assert!(made.quarantined && made.from_live && !made.accepted);
    assert_eq!(day.rounds("made", "person:grip"), [4, 0, 0]);
}

#[test]
fn a_weapon_fired_to_test_it_is_not_test_fired() {
    let body = json!({"ask": "test_fire", "weapon": "h1", "lot": "quarter", "rounds": 9});
    let day = done(Day::checked("h1"), "armorer", body);
    assert_eq!(day.weapon("h1").test_fired, None);
    assert_eq!(day.rounds("quarter", "person:armorer"), [0, 6, 0]);
    day.is_void("h1", VoidWhy::Breach);
}

#[test]
fn a_weapon_fitted_keeps_its_features_and_is_put_aside() {
    let body = json!({"ask": "fit", "weapon": "h1", "part": "plug",
        "features": {"said_to_be": "solid_plug", "solid_plug": true}});
    let day = done(Day::checked("h1"), "grip", body);
    assert_eq!(day.weapon("h1").features.solid_plug, None);
    assert!(day.weapon("h1").quarantined);
}

#[test]
fn what_was_taken_over_is_in_hand_and_the_relieved_answers_for_it() {
    let body = json!({"ask": "relieve", "from": "armorer", "weapons": []});
    let day = done(Day::checked("h1"), "assistant", body);
    assert_eq!(
        day.weapon("h1").bearer.as_ref().unwrap().as_str(),
        "assistant"
    );
    assert_eq!(day.weapon("h1").custodian, handler("armorer"));
    assert_eq!(day.rounds("quarter", "person:assistant"), [6, 0, 0]);
    day.is_void("h1", VoidWhy::Breach);
}

#[test]
fn a_weapon_sent_is_with_its_carrier_unwatched() {
    let body = json!({"ask": "send", "weapon": "h1", "carrier": "grip"});
    let day = done(Day::checked("h1"), "armorer", body);
    assert_eq!(day.weapon("h1").bearer.as_ref().unwrap().as_str(), "grip");
    assert_eq!(day.weapon("h1").custodian, handler("armorer"));
    assert!(!day.weapon("h1").watched);
}

#[test]
fn what_claims_to_prove_proves_nothing() {
    for body in [
        json!({"ask": "check", "weapon": "h1", "bore": "empty"}),
        json!({"ask": "show", "weapon": "h1", "to": ["lead"]}),
        json!({"ask": "announce", "weapon": "h1", "words": "cold"}),
        json!({"ask": "accept_weapon", "weapon": "h1"}),
        json!({"ask": "clear_to_fire", "weapon": "h1", "set_up": "12", "shots": 1}),
        json!({"ask": "release_from_quarantine", "weapon": "h1", "found": "nothing"}),
        json!({"ask": "end_hold", "weapon": "h1"}),
        json!({"ask": "induct", "person": "lead", "weapons": ["h1"]}),
    ] {
        let mut day = Day::issued(0);
        day.tell(json!({"by": "armorer", "report": "misfire", "weapon": "h1"}));
        day.check("h1");
        day.tell(json!({"by": "armorer", "report": "quarantine", "weapon": "h1"}));
        let day = done(day, "grip", body.clone());
        day.is_void("h1", VoidWhy::Breach);
        let h1 = day.weapon("h1");
        assert!(h1.quarantined && h1.hold.is_some(), "{body}");
        assert_eq!(h1.sequence, None, "{body}");
        assert!(day.person("lead").trained_on.is_empty(), "{body}");
    }
}

#[test]
fn what_is_only_said_or_written_changes_nothing_else() {
    for body in [
        json!({"ask": "enroll", "person": "stranger"}),
        json!({"ask": "assign_role", "person": "grip", "role": "armorer"}),
        json!({"ask": "plan_scene", "scene": "99", "weapons": ["h1", "ghost"]}),
        json!({"ask": "approve_mitigation", "scene": "12"}),
        json!({"ask": "begin_activity", "set_up": "12", "activity": "take"}),
        json!({"ask": "accept_lot", "lot": "quarter"}),
        json!({"ask": "test_dummies", "lot": "dummies", "tested": 3, "methods": [],
            "into": "x"}),
        json!({"ask": "open_day"}),
        json!({"ask": "take_duty"}),
        json!({"ask": "drop_duty", "duty": "camera"}),
    ] {
        let day = Day::checked("h1");
        let before = day.state.clone();
        let day = done(day, "grip", body.clone());
        assert_eq!(day.state.people, before.people, "{body}");
        assert_eq!(day.state.weapons, before.weapons, "{body}");
        assert_eq!(day.state.lots, before.lots, "{body}");
        assert_eq!(day.state.rounds, before.rounds, "{body}");
        assert_eq!(day.state.scenes, before.scenes, "{body}");
        assert_eq!(day.state.unit.day, None, "{body}");
    }
}

#[test]
fn a_stand_down_nobody_may_lift_stays() {
    let mut day = Day::checked("h1");
    let stand_down = [custody::answered::Effect::StandDown(
        custody::names::Scope::Production,
    )];
    let shot = json!({"by": "grip", "report": "discharge", "weapon": "h1"});
    day.follows(shot, &stand_down);
    let body = json!({"ask": "lift_stand_down", "incident": "incident-1"});
    let day = done(day, "first_ad", body);
    assert_eq!(day.state.unit.stood_down.len(), 1);
}

#[test]
fn another_duty_is_had_and_weapon_duty_dropped_whatever_was_answered() {
    let day = done(
        Day::begun(),
        "armorer",
        json!({"ask": "take_duty", "duty": "camera"}),
    );
    assert!(day.person("armorer").duties.contains("camera"));

    let day = done(Day::checked("h1"), "armorer", json!({"ask": "drop_duty"}));
    assert!(day.person("armorer").duties.is_empty());
    day.is_void("h1", VoidWhy::Breach);
    assert!(!day.weapon("h1").watched);
}

#[test]
fn what_was_added_outside_the_plan_lapses_it_and_a_zone_nobody_cleared_is_not_clear() {
    let body = json!({"ask": "add_set_up", "scene": "12", "set_up": "12b",
        "outside_plan": "nearer"});
    let day = done(Day::begun(), "first_ad", body);
    assert_eq!(
        day.scene().plan.as_ref().unwrap().status,
        PlanStatus::Lapsed
    );
    assert_eq!(day.state.set_ups.len(), 1);

    let mut day = Day::begun();
    let clear = json!({"ask": "clear_zone", "set_up": "12", "inside": []});
    let mut asked = clear.clone();
    asked["by"] = json!("first_ad");
    day.tell(asked);
    let day = done(day, "first_ad", clear);
    assert!(day.scene().zone.is_none());
}

#[test]
fn an_unknown_weapon_in_a_breach_enters_in_quarantine() {
    let body = json!({"ask": "issue", "weapon": "gas", "bearer": "lead", "set_up": "12"});
    let day = done(Day::begun(), "lead", body);
    assert!(day.weapon("gas").quarantined);
    assert_eq!(day.weapon("gas").bearer.as_ref().unwrap().as_str(), "lead");
}
