//! A weapon's way to its bearer and back.

use custody::{
    names::{CheckKind, RoundClass, VoidWhy},
    state::{Check, Contents, Custodian, LoadedRound},
};
use serde_json::json;

use crate::day::{Day, handler, people};

#[test]
fn a_delivered_weapon_is_the_suppliers_until_it_is_accepted_into_the_safe() {
    let mut day = Day::empty();
    day.tell(json!({"by": "armorer", "report": "delivery", "weapons": [{"weapon": "h1"}]}));
    let h1 = day.weapon("h1");
    assert_eq!(h1.custodian, Custodian::Supplier);
    assert!(h1.quarantined && !h1.accepted);
    assert_eq!(h1.contents, Contents::Unknown);

    day.tell(
        json!({"by": "armorer", "ask": "accept_weapon", "weapon": "h1",
        "lender": "rental_house", "why_live_capable": "no other of this make"}),
    );
    let h1 = day.weapon("h1");
    assert!(h1.in_safe() && h1.accepted && !h1.quarantined);
    assert!(h1.why_live_capable.is_some());
}

#[test]
fn checking_out_brings_a_weapon_into_the_askers_custody_and_nobodys_hand() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "ask": "check_out", "weapon": "h1"}));
    let h1 = day.weapon("h1");
    assert_eq!((&h1.custodian, &h1.bearer), (&handler("armorer"), &None));
    assert!(h1.watched);
    assert!(day.person("armorer").has.contains(&"h1".parse().unwrap()));
    assert_eq!(day.check_of("h1"), "none");
}

#[test]
fn a_clear_check_proves_a_revolver_empty_and_its_bore_clear() {
    let day = Day::checked("h1");
    let h1 = day.weapon("h1");
    assert_eq!(h1.contents, Contents::Empty);
    assert!(h1.bore_seen);
    let Check::Holds {
        kind, witnesses, ..
    } = &h1.check
    else {
        panic!("the check holds");
    };
    assert_eq!(*kind, CheckKind::Clear);
    assert_eq!(*witnesses, people(&["first_ad"]));
}

#[test]
fn a_check_without_the_bore_does_not_prove_it_empty() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "ask": "check", "weapon": "h1",
        "positions": ["empty", "empty", "empty"], "magazine": "empty"}));
    assert_eq!(day.check_of("h1"), "holds");
    assert_eq!(day.weapon("h1").contents, Contents::Unknown);
    assert!(!day.weapon("h1").bore_seen);
}

#[test]
fn a_check_of_two_positions_of_three_does_not_prove_it_empty() {
    let mut day = Day::begun();
    day.tell(json!({"by": "armorer", "ask": "check", "weapon": "h1",
        "positions": ["empty", "empty"], "bore": "empty", "magazine": "empty"}));
    assert_eq!(day.weapon("h1").contents, Contents::Unknown);
}

#[test]
fn each_tier_has_its_own_check() {
    let mut day = Day::begun();
    for (weapon, expected) in [("b1", CheckKind::Identity), ("k1", CheckKind::Edge)] {
        day.check(weapon);
        let Check::Holds { kind, .. } = &day.weapon(weapon).check else {
            panic!("the check holds");
        };
        assert_eq!(*kind, expected);
        assert_eq!(day.weapon(weapon).contents, Contents::NotApplicable);
    }
}

#[test]
fn a_witnessed_load_makes_contents_by_position() {
    let mut day = Day::checked("h1");
    day.tell(json!({"by": "armorer", "ask": "show", "weapon": "h1", "to": ["lead"]}));
    day.tell(json!({"by": "armorer", "ask": "announce", "weapon": "h1"}));
    day.tell(
        json!({"by": "armorer", "ask": "load", "weapon": "h1", "set_up": "12",
        "rounds": [{"position": 3, "lot": "quarter"}, {"position": 1, "lot": "quarter"}]}),
    );
    let h1 = day.weapon("h1");
    let round = |position| LoadedRound {
        position,
        lot: "quarter".parse().unwrap(),
        class: RoundClass::BlankQuarter,
        fired: false,
    };
    assert_eq!(h1.contents, Contents::Loaded(vec![round(1), round(3)]));
    assert_eq!(day.check_of("h1"), "holds");
    assert!(
        h1.shown_to.is_empty() && !h1.announced,
        "what was seen was another load"
    );
    assert!(h1.bore_seen);
}

#[test]
fn a_dummy_loaded_leaves_the_bore_unseen() {
    let mut day = Day::checked("h1");
    day.load("dummies", 1);
    assert!(!day.weapon("h1").bore_seen);
    assert_eq!(day.check_of("h1"), "holds");
}

#[test]
fn an_issue_changes_the_bearer_and_never_the_custodian() {
    let day = Day::issued(2);
    let h1 = day.weapon("h1");
    assert_eq!(h1.custodian, handler("armorer"));
    assert_eq!(h1.bearer.as_ref().unwrap().as_str(), "lead");
    let issue = h1.issue.as_ref().unwrap();
    assert!(issue.loaded && !issue.fired);
    assert_eq!(issue.watched_by.as_str(), "armorer");
    assert_eq!(h1.shown_to, people(&["lead"]));
    assert!(day.scene().issued.contains(&"h1".parse().unwrap()));
    assert!(day.person("lead").bears.contains(&"h1".parse().unwrap()));
    assert!(
        day.person("armorer")
            .watches
            .contains(&"h1".parse().unwrap())
    );
}

#[test]
fn an_empty_weapon_collected_by_its_custodian_is_still_checked() {
    let mut day = Day::issued(0);
    let folded = day.tell(json!({"by": "armorer", "report": "collect", "weapon": "h1"}));
    assert_eq!(folded.incident, None);
    let h1 = day.weapon("h1");
    assert_eq!((&h1.bearer, &h1.issue), (&None, &None));
    assert!(h1.watched);
    assert_eq!(day.check_of("h1"), "holds");
    assert!(day.scene().issued.is_empty());
    assert!(day.person("lead").bears.is_empty());
    assert!(day.person("armorer").watches.is_empty());
}

#[test]
fn an_issue_of_an_empty_weapon_outlives_the_cut() {
    let mut day = Day::issued(0);
    day.tell(
        json!({"by": "first_ad", "ask": "begin_activity", "set_up": "12",
        "activity": "rehearsal"}),
    );
    assert!(day.scene().activity.is_some());
    day.tell(json!({"by": "first_ad", "report": "end", "set_up": "12", "as": "cut"}));
    assert!(day.scene().activity.is_none());
    assert!(day.weapon("h1").issue.is_some());
    assert_eq!(day.check_of("h1"), "holds");
}

#[test]
fn asking_to_see_it_again_takes_back_what_was_shown_to_that_person() {
    let mut day = Day::issued(0);
    day.tell(json!({"by": "armorer", "ask": "show", "weapon": "h1", "to": ["second"]}));
    day.tell(json!({"by": "lead", "report": "show_again", "weapon": "h1"}));
    assert_eq!(day.weapon("h1").shown_to, people(&["second"]));
    assert_eq!(day.weapon("h1").show_asked_by, people(&["lead"]));
    day.tell(json!({"by": "armorer", "ask": "show", "weapon": "h1", "to": ["lead"]}));
    assert!(day.weapon("h1").show_asked_by.is_empty());
    assert_eq!(day.weapon("h1").shown_to, people(&["lead", "second"]));
}

#[test]
fn the_custodian_may_lay_an_empty_weapon_on_rack_or_cart() {
    for on in ["rack", "cart"] {
        let mut day = Day::checked("h1");
        day.tell(json!({"by": "armorer", "report": "put_down", "weapon": "h1", "on": on}));
        assert!(day.weapon("h1").watched, "{on}");
        assert_eq!(day.check_of("h1"), "holds");
    }
}

#[test]
fn a_loaded_weapon_may_lie_on_the_rack_and_never_on_a_cart() {
    for (on, check) in [("rack", "holds"), ("cart", "unwatched")] {
        let mut day = Day::checked("h1");
        day.load("quarter", 1);
        day.tell(json!({"by": "armorer", "report": "put_down", "weapon": "h1", "on": on}));
        assert_eq!(day.check_of("h1"), check, "{on}");
    }
}

#[test]
fn a_weapon_sent_is_the_carriers_and_received_is_the_receivers_to_be_checked() {
    let mut day = Day::checked("h1");
    day.tell(json!({"by": "armorer", "ask": "send", "weapon": "h1", "to_place": "hu"}));
    assert_eq!(day.weapon("h1").custodian, Custodian::Carrier);
    assert!(day.person("armorer").has.is_empty());
    day.tell(json!({"by": "assistant", "ask": "receive", "weapon": "h1"}));
    assert_eq!(day.weapon("h1").custodian, handler("assistant"));
    day.is_void("h1", VoidWhy::WrongHands);
}

#[test]
fn a_weapon_that_came_back_from_a_hand_is_unchecked_until_its_next_check() {
    let mut day = Day::issued(0);
    assert!(!day.weapon("h1").back_unchecked, "checked, then issued");
    day.tell(json!({"by": "armorer", "report": "collect", "weapon": "h1"}));
    assert!(day.weapon("h1").back_unchecked);
    assert_eq!(
        day.check_of("h1"),
        "holds",
        "nothing was in it, nothing was fired"
    );
    day.check("h1");
    assert!(!day.weapon("h1").back_unchecked);
}

#[test]
fn a_line_folds_only_the_rows_answered_go() {
    let mut day = Day::begun();
    let line = json!({"by": "armorer", "ask": "check_out",
        "rows": [{"weapon": "h1"}, {"weapon": "h2"}]});
    day.answer(line, &[false, true]).unwrap();
    assert!(day.weapon("h1").in_safe());
    assert_eq!(day.weapon("h2").custodian, handler("armorer"));
}

#[test]
fn an_ask_answered_no_go_changes_nothing_but_the_count_of_entries() {
    let mut day = Day::checked("h1");
    let mut expected = day.state.clone();
    let line = json!({"by": "armorer", "ask": "issue", "weapon": "h1", "bearer": "lead",
        "set_up": "12"});
    day.answer(line, &[false]).unwrap();
    expected.unit.entries += 1;
    expected.unit.last = Some(day.now);
    assert_eq!(day.state, expected);
}

#[test]
fn a_go_that_breaks_a_law_changes_nothing_at_all() {
    let mut day = Day::checked("h1");
    let before = day.state.clone();
    let line = json!({"by": "armorer", "ask": "check_out",
        "rows": [{"weapon": "h2"}, {"weapon": "h1"}]});
    let breaks = day.answer(line, &[true, true]).unwrap_err();
    assert_eq!(breaks.iter().map(|b| b.law).collect::<Vec<_>>(), [1]);
    assert_eq!(day.state, before);
}
