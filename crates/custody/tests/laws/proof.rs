//! Laws 2 and 3: what is not proven is unknown, and contents are never set.

use serde_json::json;

use crate::set::{GO, says, set, weapon_mut};

#[test]
fn no_more_positions_are_seen_than_the_weapon_has() {
    let mut state = set();
    let check = |n: usize| json!({"ask": "check", "weapon": "h1", "positions": vec!["empty"; n]});
    assert_eq!(says(&state, check(0)), GO);
    assert_eq!(says(&state, check(6)), GO);
    assert_eq!(
        says(&state, check(7)),
        ["law-3: h1 has 6 positions; 7 were seen."]
    );
    weapon_mut(&mut state, "h1").features.positions = None;
    assert_eq!(says(&state, check(7)), GO);
}

#[test]
fn rounds_enter_and_leave_a_weapon_only_where_it_is_seen() {
    let only = ["law-3: Rounds go into h1 by a load only, and come out by unloading."];
    let into = json!({"ask": "transfer", "lot": "quarter", "rounds": 1, "from": "person:arms",
        "to": "weapon_position:h1:1"});
    assert_eq!(says(&set(), into), only);
    let out = json!({"ask": "transfer", "lot": "quarter", "rounds": 0, "to": "person:arms",
        "from": "weapon_position:h1:1"});
    assert_eq!(says(&set(), out), only);
    let across = json!({"ask": "load", "weapon": "h2", "set_up": "12", "rounds": [],
        "from": "weapon_position:h1:1"});
    assert_eq!(says(&set(), across), only);
}

#[test]
fn a_part_of_a_lot_proves_nothing_of_the_rest() {
    let mut test = json!({"ask": "test_dummies", "lot": "dummies", "tested": 5,
        "methods": ["rattle"]});
    assert_eq!(
        says(&set(), test.clone()),
        ["law-2: 5 of 6 rounds of lot dummies were tested."]
    );
    test["into"] = "tested".into();
    assert_eq!(says(&set(), test.clone()), GO);
    test["tested"] = 6.into();
    assert_eq!(says(&set(), test), GO);
}
