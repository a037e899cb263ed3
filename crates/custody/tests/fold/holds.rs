//! Holds, stoppages in a row, firing sequences.

use serde_json::json;

use crate::day::Day;

/// One take with one round, clean or with a misfire, and the way back to a checked weapon.
fn take(day: &mut Day, misfires: bool) {
    day.load("quarter", 1);
    day.issue();
    day.tell(
        json!({"by": "first_ad", "ask": "clear_to_fire", "weapon": "h1", "set_up": "12",
        "shots": 1}),
    );
    let report = if misfires {
        json!({"by": "lead", "report": "misfire", "weapon": "h1"})
    } else {
        json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1})
    };
    day.tell(report);
    day.tell(json!({"by": "first_ad", "report": "end", "set_up": "12"}));
    day.tell(json!({"by": "armorer", "report": "collect", "weapon": "h1"}));
    day.tell(json!({"by": "armorer", "report": "unload", "weapon": "h1"}));
    day.check("h1");
}

#[test]
fn a_hold_knows_whether_the_weapon_was_checked_since_and_is_ended_by_asking() {
    let mut day = Day::checked("h1");
    day.load("quarter", 1);
    day.tell(json!({"by": "armorer", "report": "misfire", "weapon": "h1"}));
    let hold = day.weapon("h1").hold.clone().unwrap();
    assert_eq!((hold.since, hold.checked), (day.now, false));
    day.tell(json!({"by": "armorer", "report": "unload", "weapon": "h1"}));
    day.check("h1");
    assert!(day.weapon("h1").hold.as_ref().unwrap().checked);
    day.tell(json!({"by": "armorer", "ask": "end_hold", "weapon": "h1"}));
    assert_eq!(day.weapon("h1").hold, None);
    assert_eq!(day.check_of("h1"), "holds");
}

#[test]
fn the_third_misfire_in_a_row_puts_the_weapon_aside() {
    let mut day = Day::checked("h1");
    for nth in 1..=3 {
        take(&mut day, true);
        assert_eq!(day.weapon("h1").stoppages, nth);
        assert_eq!(day.weapon("h1").quarantined, nth == 3);
    }
}

#[test]
fn a_clean_sequence_ends_the_row_of_misfires() {
    let mut day = Day::checked("h1");
    take(&mut day, true);
    take(&mut day, true);
    take(&mut day, false);
    assert_eq!(day.weapon("h1").stoppages, 0);
    take(&mut day, true);
    assert!(!day.weapon("h1").quarantined);
}

#[test]
fn a_sequence_in_which_nothing_was_fired_is_not_a_clean_one() {
    let mut day = Day::checked("h1");
    take(&mut day, true);
    day.load("quarter", 1);
    day.issue();
    day.tell(
        json!({"by": "first_ad", "ask": "clear_to_fire", "weapon": "h1", "set_up": "12",
        "shots": 1}),
    );
    day.tell(json!({"by": "first_ad", "report": "end", "set_up": "12"}));
    assert_eq!(day.weapon("h1").stoppages, 1);
}

#[test]
fn shots_outside_any_sequence_leave_the_bore_unseen_and_the_cut_ends_them_too() {
    let mut day = Day::issued(2);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    assert!(!day.weapon("h1").bore_seen);
    day.tell(json!({"by": "first_ad", "report": "end", "set_up": "12"}));
    assert_eq!(day.check_of("h1"), "sequence_ended");
}

#[test]
fn unloading_before_the_timer_of_the_hold_has_run_is_kept_as_a_breach() {
    let unload = json!({"by": "armorer", "report": "unload", "weapon": "h1"});
    for (seconds, breach) in [(60, false), (61, true)] {
        let mut day = Day::checked("h1");
        day.tell(
            json!({"by": "producer", "ask": "adopt_house_book", "book": "house",
            "settings": {"hold_seconds": seconds}}),
        );
        day.load("quarter", 1);
        day.tell(json!({"by": "armorer", "report": "misfire", "weapon": "h1"}));
        assert_eq!(
            day.tell(unload.clone()).incident.is_some(),
            breach,
            "{seconds}"
        );
    }
}
