//! Law 1, weapons: one custodian, one hand, one row.

use custody::state::Custodian;
use serde_json::json;

use crate::set::{GO, person, row, says, set, told, weapon_mut};

#[test]
fn only_a_weapon_in_a_safe_is_checked_out() {
    let out = |weapon: &str| json!({"ask": "check_out", "weapon": weapon});
    assert_eq!(says(&set(), out("h2")), GO);
    assert_eq!(
        says(&set(), out("h1")),
        ["law-1: Weapon h1 is not in a safe: arms answers for it."]
    );
    assert_eq!(
        says(&set(), out("r1")),
        ["law-1: Weapon r1 is not in a safe: a carrier has it."]
    );
}

#[test]
fn the_remedy_fits_where_the_weapon_is() {
    let remedy = |custodian| {
        let mut state = set();
        weapon_mut(&mut state, "h2").custodian = custodian;
        let breaks = row(&state, json!({"ask": "check_out", "weapon": "h2"}), 0);
        breaks[0].remedy.clone()
    };
    assert_eq!(remedy(Custodian::Supplier), "Accept it first.");
    assert_eq!(remedy(Custodian::Carrier), "Receive it first.");
    assert_eq!(remedy(Custodian::Missing), "Report it found first.");
    assert_eq!(
        remedy(Custodian::Police),
        "Report it when the authority has released it."
    );
    assert_eq!(
        remedy(Custodian::Handler(person("props"))),
        "Lock it away first, or relieve who has it."
    );
}

#[test]
fn a_weapon_in_a_hand_is_not_issued_to_another() {
    let mut state = set();
    let issue =
        |bearer: &str| json!({"ask": "issue", "weapon": "h1", "bearer": bearer, "set_up": "12"});
    assert_eq!(says(&state, issue("lead")), GO);
    weapon_mut(&mut state, "h1").bearer = Some(person("second"));
    assert_eq!(says(&state, issue("second")), GO);
    let breaks = row(&state, issue("lead"), 0);
    assert_eq!(
        breaks[0].remedy,
        "Collect it from second, check it, then issue it."
    );
    assert_eq!(breaks[0].about, ["h1", "second"]);
    assert_eq!(told(breaks), ["law-1: Weapon h1 is in the hand of second."]);
}

#[test]
fn only_what_was_sent_is_received() {
    let receive = |weapon: &str| json!({"ask": "receive", "weapon": weapon});
    assert_eq!(says(&set(), receive("r1")), GO);
    assert_eq!(
        says(&set(), receive("h2")),
        ["law-1: Weapon h2 was not sent: it is in a safe."]
    );
}

#[test]
fn only_what_is_here_is_sent() {
    let mut state = set();
    let send = |weapon: &str| json!({"ask": "send", "weapon": weapon});
    assert_eq!(says(&state, send("h1")), GO);
    assert_eq!(
        says(&state, send("r1")),
        ["law-1: Weapon r1 is not here to be sent: a carrier has it."]
    );
    weapon_mut(&mut state, "h1").bearer = Some(person("lead"));
    assert_eq!(
        says(&state, send("h1")),
        ["law-1: Weapon h1 is in the hand of lead."]
    );
}

#[test]
fn a_weapon_in_two_rows_is_asked_for_in_neither() {
    let line = json!({"ask": "issue", "set_up": "12", "rows": [
        {"weapon": "h1", "bearer": "lead"},
        {"weapon": "b1", "bearer": "lead"},
        {"weapon": "h1", "bearer": "second"},
    ]});
    let twice = ["law-1: Weapon h1 stands in this line twice."];
    assert_eq!(told(row(&set(), line.clone(), 0)), twice);
    assert_eq!(told(row(&set(), line.clone(), 1)), GO);
    assert_eq!(told(row(&set(), line, 2)), twice);
}

#[test]
fn one_bearer_may_bear_two_weapons() {
    let line = json!({"ask": "issue", "set_up": "12", "bearer": "lead",
        "rows": [{"weapon": "h1"}, {"weapon": "b1"}]});
    assert_eq!(told(row(&set(), line.clone(), 0)), GO);
    assert_eq!(told(row(&set(), line, 1)), GO);
}

#[test]
fn every_line_looks_for_a_weapon_asked_twice() {
    let rows = [
        json!({"ask": "check_out", "rows": [{"weapon": "h2"}, {"weapon": "h2"}]}),
        json!({"ask": "check", "rows": [{"weapon": "h1"}, {"weapon": "h1"}]}),
        json!({"ask": "load", "set_up": "12", "rounds": [],
            "rows": [{"weapon": "h1"}, {"weapon": "h1"}]}),
        json!({"ask": "show", "to": [], "rows": [{"weapon": "h1"}, {"weapon": "h1"}]}),
        json!({"ask": "announce", "rows": [{"weapon": "h1"}, {"weapon": "h1"}]}),
        json!({"ask": "clear_to_fire", "set_up": "12", "shots": 1,
            "rows": [{"weapon": "h1"}, {"weapon": "h1"}]}),
    ];
    for line in rows {
        assert_eq!(told(row(&set(), line.clone(), 1)).len(), 1, "{line}");
    }
}

#[test]
fn a_handler_hands_over_only_what_that_handler_has() {
    let relieve = |weapons: &[&str]| {
        json!({"ask": "relieve", "by": "props", "from": "arms",
        "weapons": weapons})
    };
    assert_eq!(says(&set(), relieve(&["h1"])), GO);
    assert_eq!(
        says(&set(), relieve(&["h1", "h2"])),
        ["law-1: arms does not have weapon h2: it is in a safe."]
    );
    assert_eq!(
        says(&set(), relieve(&["h1", "h1"])),
        ["law-1: Weapon h1 was scanned twice."]
    );
}

#[test]
fn a_person_stands_in_one_place() {
    let zone = |second: &str| {
        json!({"ask": "clear_zone", "set_up": "12", "inside": [
        {"person": "lead", "distance_cm": 700}, {"person": second, "distance_cm": 900}]})
    };
    assert_eq!(says(&set(), zone("second")), GO);
    assert_eq!(
        says(&set(), zone("lead")),
        ["law-1: lead stands in this zone twice."]
    );
}
