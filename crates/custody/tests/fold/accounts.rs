//! Where each round goes: one account for each, and a lot's sum never changes.

use custody::{
    names::RoundState,
    rounds::{Accounts, ByState},
    state::Contents,
};
use serde_json::json;

use crate::day::Day;

#[test]
fn a_delivery_books_rounds_into_the_safe_or_where_it_says() {
    let mut day = Day::empty();
    day.tell(json!({"by": "armorer", "report": "delivery", "lots": [
        {"lot": "a", "rounds": 5}, {"lot": "b", "rounds": 7, "into": "container:c1"}]}));
    assert_eq!(day.rounds("a", "safe"), [5, 0, 0]);
    assert_eq!(day.rounds("b", "container:c1"), [7, 0, 0]);
    assert!(day.lot("a").quarantined && !day.lot("a").accepted);
}

#[test]
fn a_transfer_takes_from_one_account_what_it_puts_into_another() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "armorer", "ask": "transfer", "lot": "quarter", "rounds": 4,
        "from": "safe", "to": "belt:b1"}),
    );
    assert_eq!(day.rounds("quarter", "safe"), [10, 0, 0]);
    assert_eq!(day.rounds("quarter", "belt:b1"), [4, 0, 0]);
}

#[test]
fn a_load_moves_rounds_from_the_askers_hands_into_positions() {
    let mut day = Day::checked("h1");
    day.load("quarter", 2);
    assert_eq!(day.rounds("quarter", "person:armorer"), [4, 0, 0]);
    assert_eq!(day.rounds("quarter", "weapon_position:h1:1"), [1, 0, 0]);
    assert_eq!(day.rounds("quarter", "weapon_position:h1:2"), [1, 0, 0]);
}

#[test]
fn a_load_may_draw_on_a_container() {
    let mut day = Day::checked("h1");
    day.tell(
        json!({"by": "armorer", "ask": "transfer", "lot": "quarter", "rounds": 1,
        "from": "safe", "to": "container:c1"}),
    );
    day.tell(
        json!({"by": "armorer", "ask": "load", "weapon": "h1", "set_up": "12",
        "from": "container:c1", "rounds": [{"position": 1, "lot": "quarter"}]}),
    );
    assert_eq!(day.rounds("quarter", "container:c1"), [0, 0, 0]);
    assert_eq!(day.rounds("quarter", "weapon_position:h1:1"), [1, 0, 0]);
}

#[test]
fn each_shot_turns_the_next_round_spent_in_order_of_position() {
    let mut day = Day::cleared(2);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    assert_eq!(day.rounds("quarter", "weapon_position:h1:1"), [0, 1, 0]);
    assert_eq!(day.rounds("quarter", "weapon_position:h1:2"), [1, 0, 0]);
    let Contents::Loaded(rounds) = &day.weapon("h1").contents else {
        panic!("still proven");
    };
    let fired: Vec<bool> = rounds.iter().map(|round| round.fired).collect();
    assert_eq!(fired, [true, false]);
    assert_eq!(day.weapon("h1").sequence.as_ref().unwrap().fired, 1);
}

#[test]
fn a_misfire_turns_the_next_round_into_a_dud() {
    let mut day = Day::cleared(3);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    day.tell(json!({"by": "lead", "report": "misfire", "weapon": "h1"}));
    assert_eq!(day.rounds("quarter", "weapon_position:h1:1"), [0, 1, 0]);
    assert_eq!(day.rounds("quarter", "weapon_position:h1:2"), [0, 0, 1]);
    assert_eq!(day.rounds("quarter", "weapon_position:h1:3"), [1, 0, 0]);
}

#[test]
fn a_shot_the_record_has_no_round_for_leaves_nothing_proven_and_opens_an_incident() {
    let mut day = Day::cleared(1);
    let shots = json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 2});
    assert!(day.tell(shots).incident.is_some());
    assert_eq!(day.rounds("quarter", "weapon_position:h1:1"), [0, 1, 0]);
    assert_eq!(day.check_of("h1"), "breach");
}

#[test]
fn rounds_out_are_spent_and_dud_and_unloaded() {
    let mut day = Day::cleared(3);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    day.tell(json!({"by": "lead", "report": "misfire", "weapon": "h1"}));
    day.tell(json!({"by": "armorer", "report": "collect", "weapon": "h1"}));
    let folded = day.tell(
        json!({"by": "armorer", "report": "unload", "weapon": "h1", "out": [
        {"lot": "quarter", "state": "spent", "rounds": 1},
        {"lot": "quarter", "state": "dud", "rounds": 1},
        {"lot": "quarter", "state": "fresh", "rounds": 1}]}),
    );
    assert_eq!(folded.incident, None);
    assert_eq!(day.rounds("quarter", "person:armorer"), [4, 1, 1]);
    assert_eq!(day.state.rounds.sum(&"quarter".parse().unwrap()), 20);
}

#[test]
fn an_unload_without_a_count_brings_out_what_is_on_record() {
    let mut day = Day::cleared(2);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 2}));
    day.tell(json!({"by": "armorer", "report": "unload", "weapon": "h1",
        "to": "container:empties"}));
    assert_eq!(day.rounds("quarter", "container:empties"), [0, 2, 0]);
}

#[test]
fn a_round_found_spent_at_unloading_is_spent_whatever_the_record_said() {
    let mut day = Day::checked("h1");
    day.load("quarter", 2);
    day.tell(
        json!({"by": "armorer", "report": "unload", "weapon": "h1", "out": [
        {"lot": "quarter", "state": "spent", "rounds": 1},
        {"lot": "quarter", "state": "fresh", "rounds": 1}]}),
    );
    assert_eq!(day.rounds("quarter", "person:armorer"), [5, 1, 0]);
}

#[test]
fn a_round_out_that_was_never_put_in_opens_an_incident_and_makes_no_round() {
    let mut day = Day::checked("h1");
    day.load("quarter", 1);
    let folded = day.tell(
        json!({"by": "armorer", "report": "unload", "weapon": "h1", "out": [
        {"lot": "quarter", "state": "fresh", "rounds": 2}]}),
    );
    assert!(folded.incident.is_some());
    assert_eq!(day.state.rounds.sum(&"quarter".parse().unwrap()), 20);
}

#[test]
fn unloading_by_one_who_is_no_handler_is_kept_as_a_breach() {
    let mut day = Day::checked("h1");
    day.load("quarter", 1);
    let unload = json!({"by": "grip", "report": "unload", "weapon": "h1"});
    assert!(day.tell(unload).incident.is_some());
    assert_eq!(day.rounds("quarter", "person:grip"), [1, 0, 0]);
}

#[test]
fn rounds_on_record_that_a_check_finds_gone_lie_on_the_ground_until_counted() {
    let mut day = Day::cleared(1);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    day.tell(json!({"by": "armorer", "report": "collect", "weapon": "h1"}));
    day.check("h1");
    assert_eq!(day.weapon("h1").contents, Contents::Empty);
    assert_eq!(day.rounds("quarter", "ground"), [0, 1, 0]);

    day.tell(json!({"by": "armorer", "ask": "count", "counted": [
        {"lot": "quarter", "state": "spent", "account": "container:empties", "rounds": 1}]}));
    assert_eq!(day.rounds("quarter", "ground"), [0, 0, 0]);
    assert_eq!(day.rounds("quarter", "container:empties"), [0, 1, 0]);
}

#[test]
fn a_count_that_is_short_books_the_difference_as_missing() {
    let mut day = Day::begun();
    let count = |rounds: u32| {
        json!({"by": "armorer", "ask": "count", "counted": [
            {"lot": "quarter", "account": "safe", "rounds": rounds}]})
    };
    day.tell(count(12));
    assert_eq!(day.rounds("quarter", "safe"), [12, 0, 0]);
    assert_eq!(day.rounds("quarter", "missing"), [2, 0, 0]);
    day.tell(count(15));
    assert_eq!(
        day.rounds("quarter", "safe"),
        [14, 0, 0],
        "no round comes from nowhere"
    );
    assert_eq!(day.rounds("quarter", "missing"), [0, 0, 0]);
}

#[test]
fn what_one_row_of_a_count_lacks_another_row_may_have() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "ask": "count", "counted": [
        {"lot": "quarter", "account": "person:armorer", "rounds": 9},
        {"lot": "quarter", "account": "safe", "rounds": 11}]}));
    assert_eq!(day.rounds("quarter", "person:armorer"), [9, 0, 0]);
    assert_eq!(day.rounds("quarter", "safe"), [11, 0, 0]);
    assert_eq!(day.rounds("quarter", "missing"), [0, 0, 0]);
}

#[test]
fn missing_rounds_are_missing_until_they_are_found() {
    let mut day = Day::begun();
    day.tell(
        json!({"by": "armorer", "report": "missing", "lot": "quarter", "rounds": 2,
        "account": "person:armorer"}),
    );
    assert_eq!(day.rounds("quarter", "missing"), [2, 0, 0]);
    assert_eq!(day.rounds("quarter", "person:armorer"), [4, 0, 0]);
    day.tell(json!({"by": "grip", "report": "found", "lot": "quarter", "rounds": 1}));
    assert_eq!(day.rounds("quarter", "missing"), [1, 0, 0]);
    assert_eq!(day.rounds("quarter", "person:grip"), [1, 0, 0]);
}

#[test]
fn more_rounds_found_than_were_missing_open_an_incident() {
    let mut day = Day::begun();
    let found = json!({"by": "grip", "report": "found", "lot": "quarter", "rounds": 3});
    assert!(day.tell(found).incident.is_some());
    assert_eq!(day.state.rounds.sum(&"quarter".parse().unwrap()), 20);
    assert_eq!(day.rounds("quarter", "person:grip"), [0, 0, 0]);
}

#[test]
fn seized_rounds_are_with_the_police_wherever_they_were() {
    let mut day = Day::issued(2);
    day.tell(json!({"by": "first_ad", "report": "seized", "lot": "quarter"}));
    assert_eq!(day.rounds("quarter", "police"), [20, 0, 0]);
    assert_eq!(day.check_of("h1"), "unloaded");
}

#[test]
fn a_weapon_is_seized_with_what_is_in_it() {
    let mut day = Day::issued(2);
    day.tell(json!({"by": "first_ad", "report": "seized", "weapon": "h1"}));
    assert_eq!(day.rounds("quarter", "police"), [2, 0, 0]);
}

#[test]
fn relief_passes_every_round_in_hand_as_it_is() {
    let mut day = Day::cleared(1);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    day.tell(json!({"by": "armorer", "report": "collect", "weapon": "h1"}));
    day.tell(json!({"by": "armorer", "report": "unload", "weapon": "h1"}));
    day.tell(
        json!({"by": "assistant", "ask": "relieve", "from": "armorer",
        "weapons": ["h1"], "rounds": [{"lot": "quarter", "rounds": 6}]}),
    );
    assert_eq!(day.rounds("quarter", "person:armorer"), [0, 0, 0]);
    assert_eq!(day.rounds("quarter", "person:assistant"), [5, 1, 0]);
    assert_eq!(day.rounds("dummies", "person:assistant"), [6, 0, 0]);
}

#[test]
fn a_test_fire_spends_the_askers_rounds_and_leaves_the_weapon_to_be_checked() {
    let mut day = Day::checked("h1");
    day.tell(
        json!({"by": "armorer", "ask": "test_fire", "weapon": "h1", "lot": "quarter",
        "rounds": 2}),
    );
    assert_eq!(day.rounds("quarter", "person:armorer"), [4, 2, 0]);
    assert_eq!(day.check_of("h1"), "sequence_ended");
    assert!(!day.weapon("h1").bore_seen);
    let fired = day.weapon("h1").test_fired.as_ref().unwrap();
    assert!(fired.contains(&"quarter".parse().unwrap()));
}

#[test]
fn the_ledger_is_written_as_texts_and_read_back_whole() {
    let day = Day::cleared(1);
    let written = serde_json::to_value(&day.state.rounds).unwrap();
    assert_eq!(
        written["held"]["person:armorer"]["quarter"],
        json!([5, 0, 0])
    );
    let read: Accounts = serde_json::from_value(written).unwrap();
    assert_eq!(read, day.state.rounds);
}

#[test]
fn moving_more_than_is_there_moves_nothing() {
    let mut day = Day::begun();
    let before = day.state.rounds.clone();
    let kept = ("quarter".parse().unwrap(), RoundState::Fresh);
    let safe = "safe".parse().unwrap();
    let belt = "belt:b1".parse().unwrap();
    let short = day
        .state
        .rounds
        .transfer(kept, 15, (&safe, &belt))
        .unwrap_err();
    assert_eq!((short.there, short.asked), (14, 15));
    assert_eq!(day.state.rounds, before);
    let lot = "quarter".parse().unwrap();
    let places: Vec<_> = before.where_is(&lot).collect();
    let rounds = |fresh| ByState {
        fresh,
        ..ByState::default()
    };
    let hands = "person:armorer".parse().unwrap();
    assert_eq!(places, [(&safe, rounds(14)), (&hands, rounds(6))]);
}
