//! What a report names and the record does not know.

use custody::{
    names::{RoundClass, Tier, WeaponClass},
    state::{Contents, Custodian},
};
use serde_json::json;

use crate::day::{Day, handler};

#[test]
fn an_unknown_weapon_enters_in_quarantine_as_a_firearm_of_unknown_contents() {
    let mut day = Day::begun();
    let report = json!({"by": "grip", "report": "discharge", "weapon": "ghost"});
    assert!(day.tell(report).incident.is_some());
    let ghost = day.weapon("ghost");
    assert!(ghost.quarantined && !ghost.accepted);
    assert_eq!((ghost.tier, ghost.class), (Tier::A, WeaponClass::Firearm));
    assert_eq!(ghost.contents, Contents::Unknown);
    assert_eq!(ghost.custodian, Custodian::Missing);
}

#[test]
fn a_handler_on_duty_who_reports_it_answers_for_it() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "report": "found", "weapon": "ghost"}));
    assert_eq!(day.weapon("ghost").custodian, handler("armorer"));
    assert!(
        day.person("armorer")
            .has
            .contains(&"ghost".parse().unwrap())
    );
}

#[test]
fn an_unknown_weapon_swapped_in_is_in_the_bearers_hand() {
    let mut day = Day::issued(0);
    let swapped = json!({"by": "grip", "report": "swapped", "weapon": "h1", "now": "ghost"});
    assert!(day.tell(swapped).incident.is_some());
    assert!(day.weapon("ghost").quarantined);
    assert_eq!(
        day.weapon("ghost").bearer.as_ref().unwrap().as_str(),
        "lead"
    );
    assert!(!day.weapon("h1").quarantined);
}

#[test]
fn an_unknown_lot_enters_in_quarantine_with_the_rounds_that_were_found() {
    let mut day = Day::begun();
    let found = json!({"by": "grip", "report": "found", "lot": "ghost", "rounds": 3,
        "account": "container:box"});
    assert!(day.tell(found).incident.is_some());
    assert!(day.lot("ghost").quarantined);
    assert_eq!(day.lot("ghost").class, RoundClass::Unknown);
    assert_eq!(day.rounds("ghost", "container:box"), [3, 0, 0]);
}

#[test]
fn an_unknown_person_set_up_or_incident_lets_nothing_in_and_opens_an_incident() {
    for report in [
        json!({"by": "grip", "report": "arrive", "person": "stranger"}),
        json!({"by": "grip", "report": "end", "set_up": "99"}),
        json!({"by": "grip", "report": "discharge", "scene": "99"}),
        json!({"by": "grip", "report": "authority_released", "incident": "incident-9"}),
    ] {
        let mut day = Day::begun();
        let before = day.state.clone();
        assert!(day.tell(report.clone()).incident.is_some(), "{report}");
        assert_eq!(day.state.people, before.people);
        assert_eq!(day.state.scenes, before.scenes);
        assert_eq!(day.state.weapons, before.weapons);
    }
}

#[test]
fn a_delivery_is_no_stranger() {
    let mut day = Day::begun();
    let delivery = json!({"by": "grip", "report": "delivery", "from": "rental",
        "weapons": [{"weapon": "r9"}], "lots": [{"lot": "l9", "rounds": 1}]});
    assert_eq!(day.tell(delivery).incident, None);
}

#[test]
fn a_second_weapon_under_the_name_of_one_that_is_here_puts_that_one_aside() {
    let mut day = Day::checked("h1");
    let delivery = json!({"by": "grip", "report": "delivery", "weapons": [{"weapon": "h1"}]});
    assert!(day.tell(delivery).incident.is_some());
    assert!(day.weapon("h1").quarantined);
    assert_eq!(day.check_of("h1"), "swapped");
    assert_eq!(day.weapon("h1").custodian, handler("armorer"));
}

#[test]
fn a_weapon_sent_away_may_be_delivered_again() {
    let mut day = Day::checked("h1");
    day.tell(json!({"by": "armorer", "ask": "send", "weapon": "h1"}));
    let delivery = json!({"by": "grip", "report": "delivery", "weapons": [{"weapon": "h1"}]});
    assert_eq!(day.tell(delivery).incident, None);
    assert_eq!(day.weapon("h1").custodian, Custodian::Supplier);
    assert!(!day.weapon("h1").accepted);
}
