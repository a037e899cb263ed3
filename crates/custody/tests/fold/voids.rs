//! Every way in which a check stops holding. Only age is computed at the asking.

use custody::{
    answered::Effect,
    names::{Scope, VoidWhy},
    state::{Contents, Custodian},
};
use serde_json::{Value, json};

use crate::day::{Day, handler};

/// A day on which h1 is checked and empty, and one report.
fn after(report: Value) -> Day {
    let mut day = Day::checked("h1");
    day.tell(report);
    day
}

#[test]
fn a_weapon_left_unattended_is_unwatched() {
    let day = after(json!({"by": "grip", "report": "unattended", "weapon": "h1"}));
    day.is_void("h1", VoidWhy::Unwatched);
    assert!(!day.weapon("h1").watched);
    assert_eq!(day.weapon("h1").custodian, handler("armorer"));
}

#[test]
fn the_next_check_finds_it_watched_again() {
    let mut day = after(json!({"by": "grip", "report": "unattended", "weapon": "h1"}));
    day.check("h1");
    assert!(day.weapon("h1").watched);
    assert_eq!(day.check_of("h1"), "holds");
}

#[test]
fn a_weapon_put_down_by_its_bearer_is_unwatched_even_on_the_rack() {
    let mut day = Day::issued(0);
    day.tell(json!({"by": "lead", "report": "put_down", "weapon": "h1", "on": "rack"}));
    day.is_void("h1", VoidWhy::Unwatched);
    assert_eq!(day.weapon("h1").issue, None);
}

#[test]
fn a_weapon_on_the_cart_is_unwatched_when_its_custodian_leaves() {
    let day = after(json!({"by": "armorer", "report": "leave"}));
    day.is_void("h1", VoidWhy::Unwatched);
}

#[test]
fn an_issued_weapon_is_unwatched_when_the_handler_named_in_the_issue_leaves() {
    let mut day = Day::checked("h1");
    day.tell(
        json!({"by": "armorer", "ask": "issue", "weapon": "h1", "bearer": "lead",
        "set_up": "12", "watched_by": "assistant"}),
    );
    day.tell(json!({"by": "armorer", "report": "leave"}));
    assert_eq!(day.check_of("h1"), "holds", "the assistant has eyes on it");
    day.tell(json!({"by": "assistant", "report": "leave"}));
    day.is_void("h1", VoidWhy::Unwatched);
}

#[test]
fn an_issued_weapon_is_unwatched_when_its_bearer_leaves_with_it() {
    let mut day = Day::issued(0);
    day.tell(json!({"by": "first_ad", "report": "leave", "person": "lead"}));
    day.is_void("h1", VoidWhy::Unwatched);
}

#[test]
fn a_weapon_collected_by_one_who_is_no_handler_came_to_wrong_hands() {
    let mut day = Day::issued(0);
    let folded = day.tell(json!({"by": "grip", "report": "collect", "weapon": "h1"}));
    day.is_void("h1", VoidWhy::WrongHands);
    assert!(folded.incident.is_some(), "a breach");
    assert_eq!(day.weapon("h1").bearer, None);
    assert_eq!(day.weapon("h1").custodian, handler("armorer"));
}

#[test]
fn a_weapon_collected_by_another_handler_is_to_be_checked_but_no_breach() {
    let mut day = Day::issued(0);
    let folded = day.tell(json!({"by": "assistant", "report": "collect", "weapon": "h1"}));
    day.is_void("h1", VoidWhy::WrongHands);
    assert_eq!(folded.incident, None);
}

#[test]
fn a_weapon_locked_away_came_out_of_the_hands_that_answered_for_it() {
    let day = after(json!({"by": "armorer", "report": "lock_away", "weapon": "h1", "seal": "77"}));
    day.is_void("h1", VoidWhy::WrongHands);
    assert!(day.weapon("h1").in_safe());
    assert_eq!(day.weapon("h1").seal.as_deref(), Some("77"));
    assert!(day.person("armorer").has.is_empty());
}

#[test]
fn a_weapon_collected_after_being_loaded_is_to_be_checked_dummies_too() {
    for lot in ["quarter", "dummies"] {
        let mut day = Day::checked("h1");
        day.load(lot, 1);
        day.issue();
        day.tell(json!({"by": "armorer", "report": "collect", "weapon": "h1"}));
        day.is_void("h1", VoidWhy::Collected);
    }
}

#[test]
fn a_weapon_collected_after_being_fired_is_to_be_checked() {
    let mut day = Day::cleared(1);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    day.tell(json!({"by": "armorer", "report": "collect", "weapon": "h1"}));
    day.is_void("h1", VoidWhy::Collected);
    assert_eq!(day.weapon("h1").sequence, None);
    assert!(!day.weapon("h1").bore_seen);
}

#[test]
fn the_end_of_a_sequence_leaves_nothing_proven_and_the_bore_unseen() {
    let mut day = Day::cleared(2);
    day.tell(json!({"by": "lead", "report": "shots_fired", "weapon": "h1", "shots": 1}));
    assert_eq!(
        day.check_of("h1"),
        "holds",
        "contents count down shot by shot"
    );
    day.tell(json!({"by": "first_ad", "report": "end", "set_up": "12", "as": "cut"}));
    day.is_void("h1", VoidWhy::SequenceEnded);
    assert!(!day.weapon("h1").bore_seen);
    assert!(day.weapon("h1").issue.is_some(), "it is still in the hand");
}

#[test]
fn a_weapon_unloaded_is_to_be_checked() {
    let mut day = Day::checked("h1");
    day.load("quarter", 1);
    day.tell(json!({"by": "armorer", "report": "unload", "weapon": "h1"}));
    day.is_void("h1", VoidWhy::Unloaded);
}

#[test]
fn a_misfire_hang_fire_stoppage_or_stuck_bore_leaves_nothing_proven() {
    for report in ["misfire", "hang_fire", "stoppage", "stuck_in_bore"] {
        let mut day = Day::cleared(1);
        day.tell(json!({"by": "lead", "report": report, "weapon": "h1"}));
        day.is_void("h1", VoidWhy::Misfire);
        assert!(day.weapon("h1").hold.is_some(), "{report}");
        assert!(!day.weapon("h1").bore_seen, "{report}");
    }
}

#[test]
fn of_two_weapons_swapped_nothing_is_proven() {
    let mut day = Day::issued(0);
    day.tell(json!({"by": "armorer", "ask": "check_out", "weapon": "b1"}));
    day.check("b1");
    day.tell(json!({"by": "grip", "report": "swapped", "weapon": "h1", "now": "b1"}));
    day.is_void("h1", VoidWhy::Swapped);
    day.is_void("b1", VoidWhy::Swapped);
    assert_eq!(day.weapon("h1").bearer, None);
    assert_eq!(day.weapon("b1").bearer.as_ref().unwrap().as_str(), "lead");
    assert_eq!(day.weapon("b1").issue, None);
}

#[test]
fn a_weapon_altered_or_fitted_is_to_be_checked_and_its_tier_derived_anew() {
    let mut day = Day::checked("b1");
    let bored = json!({"by": "armorer", "report": "altered", "weapon": "b1",
        "what": "bored out", "features": {"live_capable": true}});
    day.tell(bored);
    day.is_void("b1", VoidWhy::Altered);
    assert_eq!(day.weapon("b1").contents, Contents::Unknown, "tier A now");
    assert!(day.weapon("b1").quarantined);

    let mut day = Day::checked("h1");
    let fit = json!({"by": "armorer", "ask": "fit", "weapon": "h1", "part": "blank adaptor"});
    day.tell(fit);
    day.is_void("h1", VoidWhy::Altered);
    assert!(!day.weapon("h1").quarantined);
    assert_eq!(
        day.weapon("h1").features.positions,
        Some(3),
        "what is not named stays"
    );
}

#[test]
fn a_weapon_damaged_is_put_aside() {
    let day = after(json!({"by": "armorer", "report": "damaged", "weapon": "h1"}));
    day.is_void("h1", VoidWhy::Damaged);
    assert!(day.weapon("h1").quarantined);
}

#[test]
fn a_weapon_cleaned_is_to_be_checked() {
    let day = after(json!({"by": "armorer", "report": "cleaned", "weapon": "h1"}));
    day.is_void("h1", VoidWhy::Cleaned);
}

#[test]
fn a_breach_that_touches_a_weapon_voids_its_check() {
    let day = after(json!({"by": "lead", "report": "breach",
        "ask_body": {"ask": "announce", "weapon": "h1", "words": "cold"}}));
    day.is_void("h1", VoidWhy::Breach);
}

#[test]
fn a_stand_down_voids_the_checks_it_covers_and_no_others() {
    let discharge = json!({"by": "lead", "report": "discharge", "weapon": "h2"});
    let mut day = Day::checked("h1");
    day.follows(discharge.clone(), &[Effect::StandDown(Scope::Weapon)]);
    assert_eq!(day.check_of("h1"), "holds");
    let mut day = Day::checked("h1");
    day.follows(discharge, &[Effect::StandDown(Scope::Production)]);
    day.is_void("h1", VoidWhy::StandDown);
}

#[test]
fn relief_leaves_no_check_holding() {
    let day = after(
        json!({"by": "assistant", "ask": "relieve", "from": "armorer",
        "weapons": ["h1"]}),
    );
    day.is_void("h1", VoidWhy::Relieved);
    assert_eq!(day.weapon("h1").custodian, handler("assistant"));
}

#[test]
fn no_check_outlives_its_day() {
    let day = after(json!({"by": "first_ad", "ask": "wrap_day"}));
    day.is_void("h1", VoidWhy::DayWrapped);
    assert_eq!(day.check_of("h2"), "none", "it was never checked");
}

#[test]
fn a_missing_weapon_is_nobodys_and_a_seized_one_the_polices() {
    let day = after(json!({"by": "armorer", "report": "missing", "weapon": "h1"}));
    day.is_void("h1", VoidWhy::Unwatched);
    assert_eq!(day.weapon("h1").custodian, Custodian::Missing);
    let day = after(json!({"by": "armorer", "report": "seized", "weapon": "h1"}));
    day.is_void("h1", VoidWhy::WrongHands);
    assert_eq!(day.weapon("h1").custodian, Custodian::Police);
}

#[test]
fn a_worse_cause_takes_the_place_of_an_everyday_one_and_never_the_other_way_round() {
    let mut day = after(json!({"by": "armorer", "report": "cleaned", "weapon": "h1"}));
    day.tell(json!({"by": "grip", "report": "unattended", "weapon": "h1"}));
    assert_eq!(day.check_of("h1"), "unwatched");
    day.tell(json!({"by": "first_ad", "ask": "wrap_day"}));
    assert_eq!(day.check_of("h1"), "unwatched");
    day.tell(json!({"by": "armorer", "report": "damaged", "weapon": "h1"}));
    assert_eq!(day.check_of("h1"), "unwatched", "the first stays");
}

#[test]
fn a_weapon_unwatched_is_to_have_its_bore_seen_again() {
    let day = after(json!({"by": "grip", "report": "unattended", "weapon": "h1"}));
    assert!(!day.weapon("h1").bore_seen);
    let day = after(json!({"by": "armorer", "report": "cleaned", "weapon": "h1"}));
    assert!(day.weapon("h1").bore_seen);
}
