//! What rules add, stand-downs and how far they reach, incidents and how they close.

use custody::{
    answered::Effect,
    names::{Scope, VoidWhy},
    state::{Custodian, Incident},
};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::day::{Day, handler, people};

fn discharge() -> Value {
    json!({"by": "grip", "report": "discharge", "weapon": "h1"})
}

fn incident(day: &Day, n: u8) -> &Incident {
    &day.state.incidents[&format!("incident-{n}").parse().unwrap()]
}

fn close(ask: &str) -> Value {
    json!({"by": "producer", "ask": ask, "incident": "incident-1",
        "cause": "a switch", "action": "locked",
        "with": [{"person": "first_ad", "as": "accepts"}, {"person": "assistant", "as": "accepts"}]})
}

fn lift() -> Value {
    let mut lift = close("lift_stand_down");
    let fields = lift.as_object_mut().unwrap();
    fields.remove("cause");
    fields.remove("action");
    lift
}

#[test]
fn a_report_without_a_rule_opens_no_incident() {
    let mut day = Day::issued(0);
    assert_eq!(day.tell(discharge()).incident, None);
    day.is_void("h1", VoidWhy::StandDown);
}

#[test]
fn an_incident_knows_its_cause_weapon_scene_and_who_acted() {
    let mut day = Day::issued(0);
    let opened = day.follows(discharge(), &[Effect::Incident]).incident;
    assert_eq!(opened.unwrap().as_str(), "incident-1");
    let incident = incident(&day, 1);
    assert_eq!(incident.cause, "discharge");
    assert_eq!(incident.since, day.now);
    assert_eq!(incident.weapon.as_ref().unwrap().as_str(), "h1");
    assert_eq!(
        incident.scene.as_ref().unwrap().as_str(),
        "12",
        "where it was issued for"
    );
    assert_eq!(incident.acted, people(&["armorer", "grip", "lead"]));
    assert_eq!(incident.stand_down, None);
}

#[test]
fn pressing_stop_bars_nobody() {
    let mut day = Day::issued(0);
    let stop = json!({"by": "lead", "report": "stop", "scene": "12"});
    day.follows(stop, &[Effect::Incident]);
    assert!(incident(&day, 1).acted.is_empty());
}

#[test]
fn clocks_run_from_the_report() {
    let mut day = Day::issued(0);
    let clock = Effect::Clock {
        hours: 8,
        to: "the inspectorate".to_owned(),
    };
    day.follows(discharge(), &[clock]);
    let clock = &incident(&day, 1).clocks[0];
    assert_eq!(clock.due, day.now + SignedDuration::from_hours(8));
    assert_eq!(clock.rule, "RULE-1");
}

#[test]
fn consequences_of_one_report_share_one_incident_and_the_widest_scope_stands() {
    let mut day = Day::issued(0);
    day.follows(
        discharge(),
        &[
            Effect::StandDown(Scope::Production),
            Effect::StandDown(Scope::Weapon),
            Effect::Preserve,
            Effect::Quarantine,
        ],
    );
    assert_eq!(day.state.incidents.len(), 1);
    assert_eq!(incident(&day, 1).stand_down, Some(Scope::Production));
    let h1 = day.weapon("h1");
    assert!(h1.quarantined && !h1.preserved_by.is_empty());
    assert_eq!(day.state.unit.stood_down.len(), 1);
    assert!(h1.stood_down_by.is_empty(), "the production covers it");
}

#[test]
fn a_hold_and_a_quarantine_alone_open_no_incident() {
    let mut day = Day::issued(0);
    let near = json!({"by": "lead", "report": "near_miss", "what": "slipped", "weapon": "h1"});
    let folded = day.follows(near, &[Effect::Hold, Effect::Quarantine, Effect::Record]);
    assert_eq!(folded.incident, None);
    assert!(day.weapon("h1").hold.is_some() && day.weapon("h1").quarantined);
}

#[test]
fn a_stand_down_of_a_weapon_covers_that_weapon() {
    let mut day = Day::issued(0);
    day.follows(discharge(), &[Effect::StandDown(Scope::Weapon)]);
    assert_eq!(day.weapon("h1").stood_down_by.len(), 1);
    assert!(day.state.unit.stood_down.is_empty());
    assert!(day.scene().stood_down_by.is_empty());
}

#[test]
fn a_stand_down_of_a_scene_covers_what_is_out_for_it_and_planned_in_it() {
    let mut day = Day::issued(0);
    for weapon in ["b1", "k1"] {
        day.tell(json!({"by": "armorer", "ask": "check_out", "weapon": weapon}));
        day.check(weapon);
    }
    let hurt = json!({"by": "grip", "report": "injury", "scene": "12"});
    day.follows(hurt, &[Effect::StandDown(Scope::Scene)]);
    assert_eq!(day.scene().stood_down_by.len(), 1);
    day.is_void("h1", VoidWhy::StandDown);
    day.is_void("b1", VoidWhy::StandDown);
    assert_eq!(day.check_of("k1"), "holds", "it is not in the scene");
}

#[test]
fn a_stand_down_of_what_nobody_can_name_is_of_the_production() {
    let hurt = json!({"by": "grip", "report": "injury"});
    for scope in [Scope::Weapon, Scope::Scene] {
        let mut day = Day::checked("h1");
        day.follows(hurt.clone(), &[Effect::StandDown(scope)]);
        assert_eq!(incident(&day, 1).stand_down, Some(Scope::Production));
        assert_eq!(day.state.unit.stood_down.len(), 1);
        day.is_void("h1", VoidWhy::StandDown);
    }
}

#[test]
fn a_stand_down_is_lifted_and_what_it_covered_is_to_be_checked_after_it() {
    for scope in [Scope::Weapon, Scope::Scene, Scope::Production] {
        let mut day = Day::issued(0);
        day.follows(discharge(), &[Effect::StandDown(scope)]);
        day.check("h1");
        day.tell(lift());
        assert_eq!(incident(&day, 1).stand_down, None, "{scope}");
        assert!(day.state.unit.stood_down.is_empty());
        assert!(day.scene().stood_down_by.is_empty());
        assert!(day.weapon("h1").stood_down_by.is_empty());
        day.is_void("h1", VoidWhy::StandDown);
    }
}

#[test]
fn an_incident_closed_keeps_its_stand_down_until_that_is_lifted() {
    let mut day = Day::issued(0);
    day.follows(discharge(), &[Effect::StandDown(Scope::Production)]);
    day.tell(close("close_incident"));
    let closed = incident(&day, 1).closed.as_ref().unwrap();
    assert_eq!(
        (closed.cause.as_str(), closed.action.as_str()),
        ("a switch", "locked")
    );
    assert_eq!(day.state.unit.stood_down.len(), 1);
    day.tell(lift());
    assert!(day.state.unit.stood_down.is_empty());
}

#[test]
fn only_the_authority_ends_preserving() {
    let preserved = || {
        let mut day = Day::issued(0);
        day.follows(discharge(), &[Effect::Preserve]);
        day
    };
    let mut day = preserved();
    day.tell(close("close_incident"));
    assert!(!day.weapon("h1").preserved_by.is_empty());
    day.tell(json!({"by": "first_ad", "report": "authority_released", "weapon": "h1"}));
    assert!(day.weapon("h1").preserved_by.is_empty());

    let mut day = preserved();
    let all = json!({"by": "first_ad", "report": "authority_released",
        "incident": "incident-1"});
    assert_eq!(day.tell(all).incident, None);
    assert!(day.weapon("h1").preserved_by.is_empty());
}

#[test]
fn unloading_what_is_preserved_is_kept_as_a_breach() {
    let mut day = Day::issued(1);
    day.follows(discharge(), &[Effect::Preserve]);
    let unload = json!({"by": "armorer", "report": "unload", "weapon": "h1"});
    assert_eq!(day.tell(unload).incident.unwrap().as_str(), "incident-2");
}

#[test]
fn a_seized_weapon_released_goes_to_the_handler_who_reports_it() {
    let mut day = Day::checked("h1");
    day.tell(json!({"by": "first_ad", "report": "seized", "weapon": "h1"}));
    day.tell(json!({"by": "first_ad", "report": "authority_released", "weapon": "h1"}));
    assert_eq!(day.weapon("h1").custodian, Custodian::Police);
    day.tell(json!({"by": "armorer", "report": "authority_released", "weapon": "h1"}));
    assert_eq!(day.weapon("h1").custodian, handler("armorer"));
}

#[test]
fn a_found_weapon_is_its_finders_if_a_handler_on_duty() {
    for (by, account, custodian) in [
        ("assistant", None, handler("assistant")),
        ("grip", None, Custodian::Missing),
        ("grip", Some("safe"), Custodian::Safe),
    ] {
        let mut day = Day::checked("h1");
        day.tell(json!({"by": "armorer", "report": "missing", "weapon": "h1"}));
        let mut found = json!({"by": by, "report": "found", "weapon": "h1"});
        if let Some(account) = account {
            found["account"] = json!(account);
        }
        day.tell(found);
        assert_eq!(day.weapon("h1").custodian, custodian);
    }
}

#[test]
fn a_count_answered_go_opens_the_stand_down_its_rules_ask_for() {
    let mut day = Day::checked("h1");
    let count = json!({"by": "armorer", "ask": "count", "counted": [
        {"lot": "quarter", "account": "safe", "rounds": 12}]});
    day.follows(count, &[Effect::StandDown(Scope::Production)]);
    assert_eq!(incident(&day, 1).cause, "count");
    assert_eq!(incident(&day, 1).acted, people(&["armorer"]));
    assert_eq!(day.state.unit.stood_down.len(), 1);
}
