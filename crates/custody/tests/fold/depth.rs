//! What a change withdraws, who was seen, stores counted, touches noted, kits and loans.

use custody::{names::RoundClass, state::Contents, state::PlanStatus};
use serde_json::{Value, json};

use crate::day::{Day, people};

/// Scene 12 with the choreography of this revision.
fn plan(choreography: Option<&str>) -> Value {
    json!({"by": "first_ad", "ask": "plan_scene", "scene": "12", "weapons": ["h1", "b1"],
        "choreography": choreography})
}

/// Planned, assessed, approved, met about and acknowledged.
fn rested() -> Day {
    let mut day = Day::begun();
    day.tell(plan(Some("1")));
    day.tell(json!({"by": "producer", "ask": "assess_risk", "scene": "12", "covers": ["hazards"]}));
    day.tell(json!({"by": "producer", "ask": "approve_mitigation", "scene": "12"}));
    day.tell(
        json!({"by": "first_ad", "ask": "hold_meeting", "scenes": ["12"],
        "present": ["armorer", "lead"], "on_site": true}),
    );
    for (what, revision) in [("plan", None), ("choreography", Some("1"))] {
        day.tell(
            json!({"by": "armorer", "ask": "acknowledge", "scene": "12", "what": what,
            "revision": revision}),
        );
    }
    day
}

fn known(day: &Day, what: &str) -> bool {
    day.scene().acknowledged.contains_key(what)
}

fn status(day: &Day) -> PlanStatus {
    day.scene().plan.as_ref().unwrap().status
}

#[test]
fn another_envelope_withdraws_the_approval_the_meeting_and_every_acknowledgement() {
    let mut day = rested();
    assert!(known(&day, "plan") && known(&day, "choreography"));
    day.tell(
        json!({"by": "first_ad", "ask": "plan_scene", "scene": "12", "weapons": ["h1"],
        "choreography": "1"}),
    );
    assert_eq!(status(&day), PlanStatus::Proposed);
    assert!(day.scene().met.is_none() && day.scene().acknowledged.is_empty());
    assert!(day.scene().assessed.as_ref().unwrap().stale);
}

#[test]
fn the_same_plan_asked_again_withdraws_no_meeting() {
    let mut day = rested();
    day.tell(plan(Some("1")));
    assert!(day.scene().met.is_some() && known(&day, "plan"));
    assert!(!day.scene().assessed.as_ref().unwrap().stale);
}

#[test]
fn another_choreography_leaves_the_plan_in_force_and_nobody_who_knows_it() {
    let mut day = rested();
    day.tell(plan(Some("2")));
    assert_eq!(status(&day), PlanStatus::InForce);
    assert_eq!(day.scene().plan.as_ref().unwrap().revision, 3);
    assert!(day.scene().met.is_some() && known(&day, "plan"));
    assert!(!known(&day, "choreography"));
}

#[test]
fn who_read_the_choreography_of_yesterday_does_not_know_that_of_today() {
    let mut day = rested();
    day.tell(plan(Some("2")));
    for (revision, knows) in [(Some("1"), false), (None, false), (Some("2"), true)] {
        day.tell(json!({"by": "armorer", "ask": "acknowledge", "scene": "12",
            "what": "choreography", "revision": revision}));
        assert_eq!(known(&day, "choreography"), knows, "{revision:?}");
    }
}

#[test]
fn something_outside_the_plan_withdraws_the_meeting_about_it() {
    let mut day = rested();
    day.tell(
        json!({"by": "first_ad", "ask": "add_set_up", "scene": "12", "set_up": "12c",
        "outside_plan": "a lift"}),
    );
    assert_eq!(status(&day), PlanStatus::Lapsed);
    assert!(day.scene().met.is_none() && day.scene().acknowledged.is_empty());
}

#[test]
fn an_approval_does_not_outlive_the_assessment_that_it_was_given_by() {
    let mut day = rested();
    let assess = |covers: &[&str]| json!({"by": "producer", "ask": "assess_risk", "scene": "12", "covers": covers});
    day.tell(assess(&["hazards"]));
    assert_eq!(status(&day), PlanStatus::InForce);
    day.tell(assess(&["hazards", "controls"]));
    assert_eq!(status(&day), PlanStatus::Proposed);
}

#[test]
fn a_person_is_seen_by_arriving_by_meeting_on_the_spot_and_by_taking_duty() {
    let mut day = Day::empty();
    let seen = |day: &Day, id: &str| day.person(id).seen.is_some();
    day.tell(json!({"by": "grip", "report": "arrive"}));
    day.tell(json!({"by": "armorer", "ask": "take_duty"}));
    day.tell(json!({"by": "first_ad", "ask": "plan_scene", "scene": "12"}));
    for (on_site, present) in [(false, "second"), (true, "lead")] {
        day.tell(
            json!({"by": "first_ad", "ask": "hold_meeting", "scenes": ["12"],
            "present": [present], "on_site": on_site}),
        );
    }
    for (id, is) in [
        ("grip", true),
        ("armorer", true),
        ("lead", true),
        ("second", false),
    ] {
        assert_eq!(seen(&day, id), is, "{id}");
    }
}

#[test]
fn the_hours_of_a_duty_run_from_the_first_taking_to_the_dropping() {
    let mut day = Day::empty();
    day.tell(json!({"by": "armorer", "ask": "take_duty"}));
    let since = day.person("armorer").duty_since;
    day.tell(json!({"by": "armorer", "ask": "take_duty"}));
    assert!(since.is_some());
    assert_eq!(day.person("armorer").duty_since, since);
    day.tell(json!({"by": "armorer", "ask": "drop_duty"}));
    assert_eq!(day.person("armorer").duty_since, None);
}

#[test]
fn a_safe_is_counted_when_no_lot_in_it_was_left_out() {
    let mut day = Day::begun();
    let count = |lots: &[&str]| {
        let rows: Vec<Value> = lots.iter().map(|lot| {
            json!({"lot": lot, "account": "safe", "rounds": if *lot == "quarter" { 14 } else { 4 }})
        }).collect();
        json!({"by": "armorer", "ask": "count", "counted": rows})
    };
    day.tell(count(&["quarter"]));
    assert!(day.state.unit.counted.is_empty());
    day.tell(count(&["quarter", "dummies"]));
    assert!(day.state.unit.counted.contains_key("safe"));
}

#[test]
fn tested_dummies_put_to_untested_ones_in_one_box_are_mixed() {
    let mut day = Day::begun();
    let into_box = |lot: &str| {
        json!({"by": "armorer", "ask": "transfer", "lot": lot,
        "rounds": 1, "from": "person:armorer", "to": "container:c1"})
    };
    day.tell(into_box("dummies"));
    day.tell(json!({"by": "armorer", "report": "delivery", "lots": [
        {"lot": "more", "rounds": 4, "origin": {"maker": "cartridge_house"}, "into": "container:c2",
         "parts": {"primer": false, "propellant": false, "projectile": true}}]}));
    assert_eq!(day.lot("more").class, RoundClass::Dummy);
    day.tell(
        json!({"by": "armorer", "ask": "test_dummies", "lot": "more", "tested": 4,
        "methods": ["rattle"], "one_by_one": true}),
    );
    assert!(!day.lot("dummies").mixed);
    day.tell(
        json!({"by": "armorer", "ask": "transfer", "lot": "more", "rounds": 1,
        "from": "container:c2", "to": "container:c1"}),
    );
    assert!(day.lot("more").mixed && day.lot("dummies").mixed);
}

#[test]
fn a_delivery_into_a_box_that_holds_another_class_is_mixed() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "armorer", "ask": "transfer", "lot": "quarter", "rounds": 1,
        "from": "person:armorer", "to": "container:c1"}),
    );
    day.tell(json!({"by": "armorer", "report": "delivery",
        "lots": [{"lot": "odd", "rounds": 1, "into": "container:c1"}]}));
    assert!(day.lot("odd").mixed && day.lot("quarter").mixed);
}

#[test]
fn charges_made_from_powder_use_as_much_of_it_as_is_said() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "report": "delivery",
        "lots": [{"lot": "powder", "rounds": 50_000, "into": "person:armorer"}]}));
    day.tell(
        json!({"by": "armorer", "ask": "make_rounds", "lot": "charges", "rounds": 20,
        "from": "powder", "uses": 40_000}),
    );
    let own = "person:armorer".parse().unwrap();
    let there = |lot: &str| {
        let fresh = custody::names::RoundState::Fresh;
        day.state.rounds.there(&own, &lot.parse().unwrap(), fresh)
    };
    assert_eq!((there("powder"), there("charges")), (10_000, 20));
}

#[test]
fn the_list_of_a_lot_is_its_makers_until_a_handler_approves_another() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "report": "delivery",
        "lots": [{"lot": "new", "rounds": 1, "origin": {"made_for": ["h1"]}}]}));
    let is_for = |day: &Day, weapon: &str| day.lot("new").is_for(&weapon.parse().unwrap());
    day.tell(json!({"by": "armorer", "ask": "accept_lot", "lot": "new"}));
    assert!(is_for(&day, "h1") && !is_for(&day, "h2"));
    day.tell(json!({"by": "armorer", "ask": "accept_lot", "lot": "new", "approved_for": ["h2"]}));
    assert!(!is_for(&day, "h1") && is_for(&day, "h2"));
}

#[test]
fn every_touch_of_a_preserved_weapon_stands_with_its_incident() {
    let mut day = Day::issued(0);
    day.follows(
        json!({"by": "lead", "report": "discharge", "weapon": "h1", "round": "live"}),
        &[custody::answered::Effect::Preserve],
    );
    day.tell(json!({"by": "grip", "report": "collect", "weapon": "h1"}));
    day.tell(json!({"by": "armorer", "report": "lock_away", "weapon": "h1"}));
    let touched = &day.state.incidents[&"incident-1".parse().unwrap()].touched;
    let told: Vec<_> = touched
        .iter()
        .map(|touch| (touch.what.as_str(), touch.by.clone()))
        .collect();
    let by = |id: &str| people(&[id]).pop_first();
    assert_eq!(
        told,
        [("collect", by("grip")), ("lock_away", by("armorer"))]
    );
}

#[test]
fn a_deadline_is_met_by_the_document_that_names_its_incident_and_who_was_told() {
    let mut day = Day::begun();
    let clock = custody::answered::Effect::Clock {
        hours: 8,
        to: "the regulator".into(),
    };
    day.follows(
        json!({"by": "grip", "report": "injury", "severity": "hospital"}),
        &[clock],
    );
    let told = |day: &Day| day.state.incidents[&"incident-1".parse().unwrap()].clocks[0].told;
    let file = |incident: Option<&str>, to: &str| {
        json!({"by": "producer", "ask": "file_document", "kind": "report", "topic": "injury_report",
            "incident": incident, "to": to})
    };
    day.tell(file(None, "the regulator"));
    day.tell(file(Some("incident-1"), "the insurer"));
    assert_eq!(told(&day), None);
    day.tell(file(Some("incident-1"), "the regulator"));
    let first = told(&day);
    assert!(first.is_some());
    day.tell(file(Some("incident-1"), "the regulator"));
    assert_eq!(told(&day), first);
}

#[test]
fn a_concern_is_owned_by_whoever_takes_it_on() {
    let mut day = Day::begun();
    day.tell(json!({"report": "concern", "about": "the wind"}));
    let owner = |day: &Day| {
        day.state.concerns[&"concern-1".parse().unwrap()]
            .owner
            .clone()
    };
    assert_eq!(owner(&day), None);
    day.tell(
        json!({"by": "producer", "ask": "acknowledge", "what": "concern",
        "concern": "concern-1"}),
    );
    assert_eq!(owner(&day), people(&["producer"]).pop_first());
}

#[test]
fn a_muzzle_loader_is_proven_empty_by_the_ramrod_alone() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "report": "delivery", "weapons": [
        {"weapon": "musket", "features": {"said_to_be": "muzzle_loader", "positions": 1}}]}));
    for (rang, contents) in [(false, Contents::Unknown), (true, Contents::Empty)] {
        day.tell(
            json!({"by": "armorer", "ask": "check", "weapon": "musket", "positions": ["empty"],
            "bore": "empty", "magazine": "empty", "ramrod_rang": rang}),
        );
        assert_eq!(day.weapon("musket").contents, contents);
    }
}

#[test]
fn a_part_is_fitted_until_it_is_taken_off() {
    let mut day = Day::begun();
    let fit = |off: bool| {
        json!({"by": "armorer", "ask": "fit", "weapon": "h1",
        "part": "blank_adaptor", "off": off})
    };
    day.tell(fit(false));
    assert!(day.weapon("h1").fitted.contains("blank_adaptor"));
    day.tell(fit(true));
    assert!(day.weapon("h1").fitted.is_empty());
}

#[test]
fn a_kit_goes_out_with_its_weapon_and_comes_back_piece_by_piece() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "armorer", "ask": "accept_weapon", "weapon": "h1",
        "kit": ["holster", "magazine-1"]}),
    );
    assert!(day.weapon("h1").kit_out.is_empty());
    day.tell(json!({"by": "armorer", "ask": "check_out", "weapon": "h1"}));
    assert_eq!(day.weapon("h1").kit_out.len(), 2);
    for (piece, left) in [("holster", 1), ("magazine-1", 0)] {
        day.tell(json!({"by": "armorer", "report": "lock_away", "weapon": "h1", "kit": [piece]}));
        assert_eq!(day.weapon("h1").kit_out.len(), left);
    }
}

#[test]
fn a_loan_ends_when_the_weapon_goes_back_to_who_lent_it() {
    let mut day = Day::begun();
    let loan = |day: &Day| day.weapon("h1").loan.clone().unwrap();
    assert_eq!(loan(&day).returned, None);
    day.tell(json!({"by": "armorer", "ask": "send", "weapon": "h1"}));
    assert_eq!(loan(&day).returned, None);
    day.tell(json!({"by": "armorer", "ask": "receive", "weapon": "h1"}));
    day.tell(json!({"by": "armorer", "ask": "send", "weapon": "h1", "returned": true}));
    assert!(loan(&day).returned.is_some());
}

#[test]
fn a_weapon_is_fouled_from_its_first_shot_to_its_cleaning() {
    let mut day = Day::cleared(1);
    assert!(!day.weapon("h1").fouled);
    day.tell(json!({"by": "armorer", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    assert!(day.weapon("h1").fouled);
    day.tell(json!({"by": "armorer", "report": "cleaned", "weapon": "h1"}));
    assert!(!day.weapon("h1").fouled);
}
