//! Law 1, rounds: nobody moves, loads, fires or tests what is not there.

use custody::{
    names::{RoundClass, RoundState},
    state::{Contents, LoadedRound, State},
};
use serde_json::{Value, json};

use crate::set::{GO, row, says, set, told, weapon_mut};

fn transfer(rounds: u32, state: &str) -> Value {
    json!({"ask": "transfer", "lot": "quarter", "rounds": rounds, "state": state,
        "from": "person:arms", "to": "container:c1"})
}

fn load(rounds: &[(u16, &str)]) -> Value {
    let rounds = rounds
        .iter()
        .map(|(n, lot)| json!({"position": n, "lot": lot}));
    json!({"ask": "load", "weapon": "h1", "set_up": "12", "rounds": rounds.collect::<Vec<_>>()})
}

#[test]
fn the_last_round_can_be_moved_and_not_one_more() {
    assert_eq!(says(&set(), transfer(3, "fresh")), GO);
    assert_eq!(
        says(&set(), transfer(4, "fresh")),
        ["law-1: person:arms holds 3 fresh of lot quarter; 4 are asked for."]
    );
}

#[test]
fn fresh_rounds_are_no_spent_ones() {
    assert_eq!(says(&set(), transfer(0, "spent")), GO);
    assert_eq!(
        says(&set(), transfer(1, "spent")),
        ["law-1: person:arms holds 0 spent of lot quarter; 1 are asked for."]
    );
}

#[test]
fn an_account_does_not_run_over() {
    let mut state = set();
    let here = "person:arms".parse().unwrap();
    let lot = "quarter".parse().unwrap();
    state.rounds.deliver(lot, u32::MAX - 3, &here).unwrap();
    let to = |to: &str| {
        json!({"ask": "transfer", "lot": "quarter", "rounds": u32::MAX - 6,
        "from": "person:arms", "to": to})
    };
    assert_eq!(says(&state, to("person:arms")), GO);
    assert_eq!(says(&state, to("container:c1")), GO);
    let more = json!({"ask": "transfer", "lot": "quarter", "rounds": u32::MAX,
        "from": "person:arms", "to": "safe"});
    assert_eq!(
        says(&state, more),
        ["law-1: safe cannot hold so many rounds of lot quarter."]
    );
}

#[test]
fn each_round_is_loaded_from_where_it_is() {
    let three = [(1, "quarter"), (2, "quarter"), (3, "quarter")];
    assert_eq!(says(&set(), load(&three)), GO);
    assert_eq!(
        says(&set(), load(&[&three[..], &[(4, "quarter")]].concat())),
        ["law-1: person:arms holds 3 fresh of lot quarter; 4 are asked for."]
    );
    assert_eq!(
        says(&set(), load(&[(1, "dummies")])),
        ["law-1: person:arms holds 0 fresh of lot dummies; 1 are asked for."]
    );
    let mut from_safe = load(&[(1, "dummies")]);
    from_safe["from"] = "safe".into();
    assert_eq!(says(&set(), from_safe), GO);
}

#[test]
fn the_rows_of_a_line_draw_on_the_same_rounds() {
    let two = json!([{"position": 1, "lot": "quarter"}, {"position": 2, "lot": "quarter"}]);
    let line = |from: Value| {
        json!({"ask": "load", "set_up": "12", "rounds": two, "rows": [
        {"weapon": "h1", "from": from}, {"weapon": "h2", "from": "person:arms"}]})
    };
    assert_eq!(told(row(&set(), line("person:arms".into()), 0)), GO);
    assert_eq!(
        told(row(&set(), line("person:arms".into()), 1)),
        ["law-1: person:arms holds 3 fresh of lot quarter; 4 are asked for."]
    );
    assert_eq!(told(row(&set(), line("safe".into()), 1)), GO);
}

#[test]
fn a_round_goes_into_a_position_that_is_there() {
    assert_eq!(says(&set(), load(&[(6, "quarter")])), GO);
    assert_eq!(
        says(&set(), load(&[(7, "quarter")])),
        ["law-1: h1 has positions 1 to 6, no 7."]
    );
    assert_eq!(
        says(&set(), load(&[(0, "quarter")])),
        ["law-1: h1 has positions 1 to 6, no 0."]
    );
    let mut state = set();
    weapon_mut(&mut state, "h1").features.positions = None;
    assert_eq!(says(&state, load(&[(7, "quarter")])), GO);
    assert_eq!(
        says(&state, load(&[(0, "quarter")])),
        ["law-1: Positions of h1 are counted from 1."]
    );
}

#[test]
fn a_position_takes_one_round() {
    assert_eq!(
        says(&set(), load(&[(1, "quarter"), (1, "quarter")])),
        ["law-1: Two rounds are asked into position 1 of h1."]
    );
}

fn with_a_round_in_position_two(state: &mut State) {
    weapon_mut(state, "h1").contents = Contents::Loaded(vec![LoadedRound {
        position: 2,
        lot: "quarter".parse().unwrap(),
        class: RoundClass::BlankQuarter,
        fired: true,
    }]);
}

#[test]
fn a_position_that_holds_a_round_or_a_case_is_taken() {
    let taken = ["law-1: Position 2 of h1 holds a round or a case."];
    let mut loaded = set();
    with_a_round_in_position_two(&mut loaded);
    assert_eq!(says(&loaded, load(&[(2, "quarter")])), taken);
    assert_eq!(says(&loaded, load(&[(3, "quarter")])), GO);

    let mut spent = set();
    let position = "weapon_position:h1:2".parse().unwrap();
    let lot = "quarter".parse().unwrap();
    spent.rounds.deliver(lot, 1, &position).unwrap();
    let states = (RoundState::Fresh, RoundState::Spent);
    let lot = "quarter".parse().unwrap();
    spent.rounds.turn(&lot, 1, &position, states).unwrap();
    assert_eq!(says(&spent, load(&[(2, "quarter")])), taken);
}

#[test]
fn rounds_are_test_fired_from_the_askers_own() {
    let fire = |rounds: u32| {
        json!({"ask": "test_fire", "weapon": "h1", "lot": "quarter",
        "rounds": rounds})
    };
    assert_eq!(says(&set(), fire(3)), GO);
    assert_eq!(
        says(&set(), fire(4)),
        ["law-1: person:arms holds 3 fresh of lot quarter; 4 are asked for."]
    );
    let mut another = fire(1);
    another["by"] = "props".into();
    assert_eq!(says(&set(), another).len(), 1);
}

#[test]
fn rounds_of_no_lot_are_not_fired() {
    let fire = |rounds: u32| json!({"ask": "test_fire", "weapon": "h1", "rounds": rounds});
    assert_eq!(says(&set(), fire(0)), GO);
    assert_eq!(
        says(&set(), fire(1)),
        ["law-1: Rounds are to be fired, and no lot is named."]
    );
}

#[test]
fn no_more_dummies_are_tested_than_are_at_hand() {
    let test = |tested: u32| {
        json!({"ask": "test_dummies", "lot": "dummies", "tested": tested,
        "methods": ["rattle"]})
    };
    assert_eq!(says(&set(), test(6)), GO);
    assert_eq!(
        says(&set(), test(7)),
        ["law-1: 6 fresh rounds of lot dummies are at hand; 7 were tested."]
    );
}

#[test]
fn dummies_in_a_weapon_or_gone_are_not_at_hand() {
    let mut state = set();
    for account in ["weapon_position:h1:1", "police"] {
        let to = account.parse().unwrap();
        let kept = ("dummies".parse().unwrap(), RoundState::Fresh);
        let safe = "safe".parse().unwrap();
        state.rounds.transfer(kept, 1, (&safe, &to)).unwrap();
    }
    let test = |tested: u32| {
        json!({"ask": "test_dummies", "lot": "dummies", "tested": tested,
        "methods": ["rattle"], "into": "tested"})
    };
    assert_eq!(says(&state, test(4)), GO);
    assert_eq!(
        says(&state, test(5)),
        ["law-1: 4 fresh rounds of lot dummies are at hand; 5 were tested."]
    );
}

#[test]
fn no_more_dummies_fail_than_were_tested() {
    let test = |failed: u32| {
        json!({"ask": "test_dummies", "lot": "dummies", "tested": 6,
        "failed": failed, "methods": ["rattle"]})
    };
    assert_eq!(says(&set(), test(6)), GO);
    assert_eq!(
        says(&set(), test(7)),
        ["law-1: 7 rounds failed of 6 tested."]
    );
}

#[test]
fn rounds_are_counted_once_in_each_account() {
    let count = |state: &str| {
        json!({"ask": "count", "counted": [
        {"lot": "quarter", "account": "safe", "rounds": 7},
        {"lot": "quarter", "account": "safe", "rounds": u32::MAX, "state": state}]})
    };
    assert_eq!(says(&set(), count("spent")), GO);
    assert_eq!(
        says(&set(), count("fresh")),
        ["law-1: The fresh rounds of lot quarter in safe are counted twice."]
    );
}

#[test]
fn a_lot_nobody_knows_is_answered_once() {
    let line = json!({"ask": "transfer", "lot": "ghost", "rounds": 9, "from": "safe",
        "to": "person:arms"});
    assert_eq!(
        says(&set(), line),
        ["law-5: The record knows no lot ghost."]
    );
}
