//! A record that cannot be written, and a clock that cannot be trusted.

use std::collections::BTreeSet;
use std::sync::Arc;

use armory::Submission;
use serde_json::json;

use crate::set::{Set, because, line_of};

fn law(number: u8) -> BTreeSet<String> {
    BTreeSet::from([format!("law-{number}")])
}

#[test]
fn an_ask_that_cannot_be_written_is_a_no_and_leaves_nothing() {
    let mut set = Set::before("issue", "hero-one");
    let request = set.name();
    let issue = Submission {
        request,
        ..set.next()
    };
    let (before, heard) = (set.armory.state().clone(), set.heard.all());
    set.store.fill(true);
    let refused = set.again(issue.clone());
    let refused = refused.answer().unwrap();
    assert_eq!((refused.go, refused.seq), (Some(false), None));
    assert!(refused.not_recorded);
    assert_eq!(because(refused), law(10));
    assert_eq!(*set.armory.state(), before);
    assert_eq!(set.heard.all(), heard);
    assert!(!set.armory.board(set.now).writable);

    set.store.fill(false);
    let receipt = set.again(issue);
    assert!(receipt.green(), "nothing was decided before");
    assert!(!receipt.answer().unwrap().told_again);
    assert!(set.armory.board(set.now).writable);
}

#[test]
fn a_whole_group_falls_with_its_commit() {
    let mut set = Set::before("issue", "hero-one");
    let (one, two, three) = (set.name(), set.name(), set.name());
    let issue = Submission {
        request: one,
        ..set.next()
    };
    let stop = Submission {
        request: two,
        ..line_of(json!({"report": "stop"}))
    };
    let enroll = Submission {
        request: three,
        ..line_of(json!({"ask": "enroll", "person": "late", "roles": ["crew"],
            "by": "producer", "with": [{"person": "production_manager", "as": "confirms"}]}))
    };
    let before = set.armory.entries();
    set.store.fill(true);
    let group = vec![issue, stop, enroll];
    let receipts = set.armory.answer_group(set.now, group.clone());
    let answers: Vec<_> = receipts.iter().map(|it| it.answer().unwrap()).collect();
    let go: Vec<_> = answers.iter().map(|it| it.go).collect();
    assert_eq!(go, [Some(false), None, Some(false)]);
    assert!(answers.iter().all(|it| it.not_recorded && it.seq.is_none()));
    assert_eq!(set.heard.all().last().unwrap(), "not yet recorded: stop");
    assert_eq!(set.armory.waiting(), 1);

    set.store.fill(false);
    set.pass(60_000);
    let receipts = set.armory.answer_group(set.now, group);
    let answers: Vec<_> = receipts.iter().map(|it| it.answer().unwrap()).collect();
    assert_eq!(answers[1].seq, Some(before), "the stop is written first");
    assert!(answers[1].told_again);
    assert_eq!(answers[0].seq, Some(before + 1));
    assert_eq!(answers[0].go, Some(false), "the set stands still");
    assert_eq!(answers[2].go, Some(true));
    assert_eq!(set.armory.waiting(), 0);
    let stop = &set.store.entries_read()[usize::try_from(before).unwrap() - 1];
    assert_eq!(stop.what.name(), "stop");
    let waited = set.now.wall.duration_since(stop.at).as_millis();
    assert!(waited >= 60_000, "it keeps the time when it was received");
}

#[test]
fn a_stop_that_waits_is_told_once_however_often_it_is_sent() {
    let mut set = Set::founded();
    set.store.fill(true);
    let request = set.name();
    let stop = Submission {
        request,
        ..line_of(json!({"report": "stop"}))
    };
    set.again(stop.clone());
    let again = set.again(stop);
    assert!(again.answer().unwrap().told_again);
    assert_eq!(set.heard.all(), ["not yet recorded: stop"]);
    assert_eq!(set.armory.waiting(), 1);
}

#[test]
fn a_store_opened_again_takes_what_waits_and_nothing_twice() {
    let mut set = Set::founded();
    set.store.fill(true);
    set.put(line_of(json!({"report": "stop"})));
    let copy = set.store.clone();
    set.armory.reopen(Arc::new(copy)).unwrap();
    assert_eq!(set.armory.waiting(), 1);
    set.store.fill(false);
    let opened = set.next();
    set.put(opened);
    let entries = set.store.entries_read();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].what.name(), "stop");
}

#[test]
fn two_servers_for_one_unit_see_each_other() {
    let mut set = Set::before("issue", "hero-one");
    let mut other = set.second();
    let request = set.name();
    let issue = Submission {
        request,
        ..set.next()
    };
    assert!(set.again(issue.clone()).green());
    let again = other.answer(set.now, issue).unwrap();
    assert!(again.answer().unwrap().told_again, "one answer for both");
    let elsewhere = line_of(
        json!({"ask": "issue", "by": "armorer", "weapon": "hero-one", "set_up": "12",
        "bearer": "second", "with": [{"person": "second", "as": "bearer", "means": "badge"}]}),
    );
    let refused = other.answer(set.now, elsewhere).unwrap();
    assert!(because(refused.answer().unwrap()).contains("law-1"));
    assert_eq!(other.entries(), set.armory.entries() + 1);
    let stop = set.say(json!({"report": "stop"}));
    assert_eq!(stop.seq, Some(other.entries()));
}

#[test]
fn a_clock_that_steps_stops_every_ask_until_two_roles_confirm_the_time() {
    for step in [-3_600_000, 2_100, 86_400_000] {
        let mut set = Set::before("issue", "hero-one");
        let issue = set.next();
        set.step_clock(step);
        let refused = set.put(issue.clone());
        let refused = refused.answer().unwrap();
        assert_eq!(refused.go, Some(false), "{step}");
        assert!(because(refused).contains("law-11"), "{step}");
        assert!(set.armory.board(set.now).clock_stepped);

        let stop = set.say(json!({"report": "concern", "about": "the clock"}));
        assert!(stop.seq.is_some(), "reports go on");
        let confirmed = set.say(json!({"ask": "confirm_time", "by": "first_ad",
            "with": [{"person": "safety_advisor", "as": "accepts"}]}));
        assert_eq!(confirmed.go, Some(true), "{step} {:?}", confirmed.rows);
        let after = set.put(issue);
        let after = after.answer().unwrap();
        assert!(
            !because(after).contains("law-11"),
            "{step} {:?}",
            after.rows
        );
        set.restart();
        assert!(!set.armory.board(set.now).clock_stepped);
    }
}

#[test]
fn two_seconds_are_no_step() {
    let mut set = Set::before("issue", "hero-one");
    let issue = set.next();
    set.step_clock(2_000);
    assert!(set.put(issue).green());
}

#[test]
fn a_clock_that_stands_still_stops_every_ask() {
    let mut set = Set::before("issue", "hero-one");
    let issue = set.next();
    set.say(json!({"report": "concern", "about": "a smell of gas"}));
    set.now.monotonic_ms += 1_500;
    let refused = set.put(issue);
    assert!(because(refused.answer().unwrap()).contains("law-11"));
}

#[test]
fn time_that_ran_back_a_little_stops_asks_until_it_has_caught_up() {
    let mut set = Set::before("issue", "hero-one");
    let issue = set.next();
    set.say(json!({"report": "concern", "about": "a smell of gas"}));
    set.pass(100);
    set.step_clock(-400);
    let early = set.put(issue.clone());
    assert!(because(early.answer().unwrap()).contains("law-11"));
    let still = set.put(issue.clone());
    assert!(
        because(still.answer().unwrap()).contains("law-11"),
        "not only once"
    );
    set.pass(1_000);
    assert!(set.put(issue).green());
}

#[test]
fn a_group_that_the_disk_kept_after_all_is_not_written_twice() {
    let mut set = Set::founded();
    let kept = set.store.memory.clone();
    let request = set.name();
    let stop = Submission {
        request,
        ..line_of(json!({"report": "stop"}))
    };
    let mut other = set.second();
    set.store.fill(true);
    assert!(set.again(stop.clone()).answer().unwrap().not_recorded);
    set.store.fill(false);
    other.answer(set.now, stop.clone()).unwrap();
    set.armory.reopen(Arc::new(kept)).unwrap();
    assert_eq!((set.armory.waiting(), set.armory.entries()), (0, 2));
    let again = set.again(stop);
    assert_eq!(again.answer().unwrap().seq, Some(1));
    assert_eq!(set.armory.entries(), 2);
}
