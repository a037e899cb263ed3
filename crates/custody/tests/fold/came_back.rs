//! What came back out of a hand, who saw a weapon test-fired, and which takes were played.

use serde_json::json;

use crate::day::Day;

#[test]
fn a_weapon_that_came_back_waits_for_its_check_and_its_announcement() {
    let mut day = Day::issued(0);
    let back = |day: &Day| {
        let weapon = day.weapon("h1");
        (weapon.back_unchecked, weapon.back_unannounced)
    };
    assert_eq!(back(&day), (false, false));
    day.tell(json!({"by": "armorer", "report": "collect", "weapon": "h1"}));
    assert_eq!(back(&day), (true, true));
    day.tell(json!({"by": "first_ad", "ask": "announce", "weapon": "h1"}));
    assert_eq!(back(&day), (true, false));
    day.check("h1");
    assert_eq!(back(&day), (false, false));
}

#[test]
fn a_weapon_locked_away_out_of_the_hand_came_back_too() {
    let mut day = Day::issued(0);
    day.tell(json!({"by": "armorer", "report": "lock_away", "weapon": "h1"}));
    let weapon = day.weapon("h1");
    assert!(weapon.back_unchecked && weapon.back_unannounced);
}

#[test]
fn a_test_fire_counts_for_all_who_took_part_until_the_next_issue() {
    let mut day = Day::checked("h1");
    day.tell(
        json!({"by": "armorer", "ask": "test_fire", "weapon": "h1", "with": [
            {"person": "first_ad", "as": "witness"}, {"person": "lead", "as": "confirms"}]}),
    );
    let before: Vec<String> = {
        let before = day.weapon("h1").tested_before.iter();
        before.map(ToString::to_string).collect()
    };
    assert_eq!(before, ["armorer", "first_ad", "lead"]);
    day.check("h1");
    assert_eq!(day.weapon("h1").tested_before.len(), 3);
    day.issue();
    assert!(day.weapon("h1").tested_before.is_empty());
}

#[test]
fn a_take_that_ended_was_played_and_one_that_was_ceased_was_not() {
    for (activity, ending, played) in [
        ("take", "end", true),
        ("take", "cut", true),
        ("take", "cease", false),
        ("rehearsal", "end", false),
    ] {
        let mut day = Day::issued(0);
        day.tell(
            json!({"by": "first_ad", "ask": "begin_activity", "set_up": "12",
            "activity": activity}),
        );
        day.tell(json!({"by": "first_ad", "report": "end", "set_up": "12", "as": ending}));
        let performed = day.scene().performed;
        assert_eq!(performed.is_some(), played, "{activity} {ending}");
    }
}
