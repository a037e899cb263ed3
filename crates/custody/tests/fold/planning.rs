//! Plans, set-ups, assessment, schedule, meetings, zones, days.

use custody::state::PlanStatus;
use jiff::civil::date;
use serde_json::json;

use crate::day::{Day, people};

fn in_force() -> Day {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "producer", "ask": "assess_risk", "scene": "12",
        "covers": ["hazards"]}),
    );
    day.tell(
        json!({"by": "producer", "ask": "approve_mitigation", "scene": "12",
        "measures": ["off_axis"]}),
    );
    day
}

fn status(day: &Day) -> PlanStatus {
    day.scene().plan.as_ref().unwrap().status
}

fn stale(day: &Day) -> bool {
    day.scene().assessed.as_ref().unwrap().stale
}

#[test]
fn a_plan_is_proposed_until_its_mitigation_is_approved() {
    let day = Day::begun();
    assert_eq!(status(&day), PlanStatus::Proposed);
    let day = in_force();
    assert_eq!(status(&day), PlanStatus::InForce);
    assert!(
        day.scene()
            .plan
            .as_ref()
            .unwrap()
            .measures
            .contains("off_axis")
    );
}

#[test]
fn planning_a_scene_makes_a_set_up_of_its_name() {
    let day = Day::begun();
    assert!(day.scene().set_ups.contains(&"12".parse().unwrap()));
    assert_eq!(day.state.set_ups[&"12".parse().unwrap()].as_str(), "12");
}

#[test]
fn another_envelope_is_a_new_revision_and_leaves_the_assessment_stale() {
    let mut day = in_force();
    day.tell(json!({"by": "first_ad", "ask": "plan_scene", "scene": "12",
        "weapons": ["h1", "h2"]}));
    assert_eq!(status(&day), PlanStatus::Proposed);
    assert_eq!(day.scene().plan.as_ref().unwrap().revision, 2);
    assert!(stale(&day));
}

#[test]
fn the_same_envelope_again_leaves_the_assessment_as_it_was() {
    let mut day = in_force();
    day.tell(json!({"by": "first_ad", "ask": "plan_scene", "scene": "12",
        "weapons": ["h1", "b1"]}));
    assert_eq!(status(&day), PlanStatus::Proposed);
    assert!(!stale(&day));
}

#[test]
fn a_set_up_inside_the_envelope_changes_nothing_and_is_on_todays_schedule() {
    let mut day = in_force();
    day.tell(json!({"by": "first_ad", "ask": "add_set_up", "scene": "12", "set_up": "12b"}));
    assert_eq!(status(&day), PlanStatus::InForce);
    assert!(!stale(&day));
    assert!(day.scene().set_ups.contains(&"12b".parse().unwrap()));
    assert!(day.scene().scheduled.contains(&date(2026, 3, 2)));
}

#[test]
fn outside_the_envelope_the_plan_lapses_and_the_assessment_is_stale() {
    let mut day = in_force();
    day.tell(
        json!({"by": "first_ad", "ask": "add_set_up", "scene": "12", "set_up": "12b",
        "outside_plan": "fired towards the camera"}),
    );
    assert_eq!(status(&day), PlanStatus::Lapsed);
    assert!(stale(&day));
}

#[test]
fn a_schedule_published_anew_takes_off_what_is_not_on_it() {
    let mut day = Day::begun();
    day.tell(json!({"by": "first_ad", "ask": "plan_scene", "scene": "14"}));
    let publish =
        |scene: &str| json!({"by": "first_ad", "ask": "publish_schedule", "scenes": [scene]});
    day.tell(publish("12"));
    assert!(day.scene().scheduled.contains(&date(2026, 3, 2)));
    day.tell(publish("14"));
    assert!(day.scene().scheduled.is_empty());
}

#[test]
fn bulletins_published_before_the_day_is_opened_stand_with_it() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "first_ad", "ask": "publish_schedule", "scenes": ["12"],
        "bulletins_attached": true}),
    );
    day.tell(json!({"by": "first_ad", "ask": "open_day"}));
    assert!(day.state.unit.day.as_ref().unwrap().bulletins_attached);
    day.tell(json!({"by": "first_ad", "ask": "publish_schedule", "scenes": ["12"]}));
    assert!(!day.state.unit.day.as_ref().unwrap().bulletins_attached);
}

#[test]
fn a_second_meeting_on_one_day_adds_those_who_were_there() {
    let mut day = Day::begun();
    for (present, on_site) in [("lead", true), ("second", false)] {
        day.tell(
            json!({"by": "first_ad", "ask": "hold_meeting", "scenes": ["12"],
            "present": [present], "on_site": on_site}),
        );
    }
    let met = day.scene().met.as_ref().unwrap();
    assert_eq!(met.present, people(&["lead", "second"]));
    assert!(met.on_site);
}

#[test]
fn a_document_is_filed_for_the_scene_the_weapon_or_the_production() {
    let mut day = Day::begun();
    let file = |topic: &str| json!({"by": "producer", "ask": "file_document", "kind": "permit", "topic": topic});
    day.tell(file("film_permit"));
    let mut notice = file("police_notice");
    notice["scene"] = json!("12");
    day.tell(notice);
    let mut certificate = file("proof");
    certificate["weapon"] = json!("h1");
    day.tell(certificate);
    assert!(day.state.documents.contains_key("film_permit"));
    assert!(day.scene().documents.contains_key("police_notice"));
    assert!(day.weapon("h1").documents.contains_key("proof"));
    assert_eq!(day.state.documents.len(), 1);
}

#[test]
fn what_is_acknowledged_is_kept_by_whom() {
    let mut day = Day::begun();
    day.tell(json!({"by": "lead", "ask": "acknowledge", "what": "plan", "scene": "12"}));
    day.tell(json!({"by": "grip", "ask": "acknowledge", "what": "bulletin_2"}));
    assert_eq!(day.scene().acknowledged["plan"], people(&["lead"]));
    assert_eq!(day.state.unit.acknowledged["bulletin_2"], people(&["grip"]));
}

#[test]
fn house_books_can_only_tighten() {
    let mut day = Day::begun();
    for (age, distance) in [(30, 600), (60, 700), (45, 500)] {
        day.tell(
            json!({"by": "producer", "ask": "adopt_house_book", "book": "house",
            "settings": {"check_age_minutes": age, "least_distance_cm": distance}}),
        );
    }
    assert_eq!(day.state.unit.settings["check_age_minutes"], 30);
    assert_eq!(day.state.unit.settings["least_distance_cm"], 700);
}

#[test]
fn the_place_is_set_for_the_unit_or_for_one_scene() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "producer", "ask": "set_place", "place": "us/us-ca",
        "kind": "stage", "traits": ["pilot"]}),
    );
    day.tell(json!({"by": "producer", "ask": "set_place", "place": "us/us-nm", "scene": "12"}));
    assert_eq!(day.state.unit.place, "us/us-ca");
    assert!(day.state.unit.traits.contains("pilot"));
    assert_eq!(day.scene().place.as_deref(), Some("us/us-nm"));
}

#[test]
fn a_cleared_zone_ends_with_an_arrival_a_leaving_a_stop_or_the_end() {
    let clear = json!({"by": "first_ad", "ask": "clear_zone", "set_up": "12",
        "inside": [{"person": "lead", "distance_cm": 900}]});
    for ends in [
        json!({"by": "second", "report": "arrive"}),
        json!({"by": "second", "report": "leave"}),
        json!({"report": "stop"}),
        json!({"report": "stop", "scene": "12"}),
        json!({"by": "first_ad", "report": "end", "set_up": "12"}),
    ] {
        let mut day = Day::begun();
        day.tell(clear.clone());
        assert!(day.scene().zone.is_some());
        day.tell(ends.clone());
        assert!(day.scene().zone.is_none(), "{ends}");
    }
}

#[test]
fn a_stop_holds_the_scene_or_the_set_until_it_is_answered() {
    let with = json!([{"person": "armorer", "as": "accepts"}]);
    let mut day = Day::begun();
    day.tell(json!({"report": "stop", "scene": "12"}));
    assert!(day.scene().stopped && !day.state.unit.stopped);
    day.tell(
        json!({"by": "first_ad", "ask": "answer_stop", "scene": "12",
        "answer": "a dog ran in", "with": with}),
    );
    assert!(!day.scene().stopped);
    day.tell(json!({"report": "stop"}));
    assert!(day.state.unit.stopped);
    day.tell(
        json!({"by": "first_ad", "ask": "answer_stop", "answer": "all well",
        "with": with}),
    );
    assert!(!day.state.unit.stopped);
}

#[test]
fn a_stop_of_a_scene_nobody_planned_stops_the_whole_set() {
    let mut day = Day::begun();
    day.tell(json!({"report": "stop", "scene": "99"}));
    assert!(day.state.unit.stopped);
}

#[test]
fn concerns_are_numbered_and_repeats_join_the_open_one() {
    let mut day = Day::begun();
    day.tell(json!({"report": "concern", "about": "the wind"}));
    day.tell(json!({"report": "concern", "about": "the wind", "joins": "concern-1"}));
    day.tell(json!({"report": "concern", "about": "the sun"}));
    let concern = |day: &Day, n: u8| {
        let id = format!("concern-{n}").parse().unwrap();
        day.state.concerns.get(&id).cloned()
    };
    assert_eq!(concern(&day, 1).unwrap().raised, 2);
    assert_eq!(concern(&day, 2).unwrap().raised, 1);
    day.tell(
        json!({"by": "producer", "ask": "answer_concern", "concern": "concern-1",
        "answer": "we wait"}),
    );
    assert!(concern(&day, 1).unwrap().answer.is_some());
    day.tell(json!({"report": "concern", "about": "the wind", "joins": "concern-1"}));
    assert_eq!(concern(&day, 1).unwrap().raised, 2);
    assert_eq!(
        concern(&day, 3).unwrap().raised,
        1,
        "what was answered is raised anew"
    );
}

#[test]
fn two_roles_confirm_the_time() {
    let mut day = Day::begun();
    day.state.unit.clock_stepped = true;
    day.tell(json!({"by": "producer", "ask": "confirm_time",
        "with": [{"person": "first_ad", "as": "confirms"}]}));
    assert!(!day.state.unit.clock_stepped);
}
