//! Asks are answered in order, and each answer stands in the record first.

use armory::{Armory, Keeping, Receipt, Refused, Submission};
use serde_json::json;
use std::sync::Arc;
use store::Store;

use crate::set::{Set, because, books, line_of, new_record, seen, signer, timeline};

#[test]
fn a_good_day_goes_from_open_to_wrap_and_every_answer_is_kept() {
    let set = Set::wrapped();
    let entries = set.store.entries_read();
    assert_eq!(entries.len() as u64 + 1, set.armory.entries());
    assert!(entries.iter().all(|entry| entry.go() != Some(false)));
    let told: Vec<String> = entries
        .iter()
        .map(|entry| format!("{} {}", entry.seq, entry.what.name()))
        .collect();
    assert_eq!(set.heard.all(), told);
    let board = set.armory.board(set.now);
    assert_eq!(board.refusals, []);
    assert!(board.day.is_none());
}

/// Both were shown the weapon, and either may bear it.
fn two_bearers() -> (Set, [Submission; 2]) {
    let mut set = Set::before("issue", "hero-one");
    set.next();
    let shown = set.say(
        json!({"ask": "show", "by": "armorer", "weapon": "hero-one", "to": ["second"],
        "with": [{"person": "second", "as": "confirms", "means": "badge"}]}),
    );
    assert_eq!(shown.go, Some(true), "{:?}", shown.rows);
    let issue = |bearer: &str| Submission {
        request: format!("to-{bearer}").parse().unwrap(),
        ..line_of(
            json!({"ask": "issue", "by": "armorer", "weapon": "hero-one", "set_up": "12",
            "bearer": bearer, "briefed": true,
            "with": [{"person": bearer, "as": "bearer", "means": "badge"}]}),
        )
    };
    (set, [issue("lead"), issue("second")])
}

#[test]
fn two_who_ask_for_one_weapon_at_once_get_one_go() {
    for first in [0, 1] {
        let (mut set, mut group) = two_bearers();
        group.swap(0, first);
        let appends = set.store.appends();
        let receipts = set.armory.answer_group(set.now, group.to_vec());
        let answers: Vec<_> = receipts.iter().map(|it| it.answer().unwrap()).collect();
        let go: Vec<_> = answers.iter().map(|it| it.go).collect();
        assert_eq!(go, [Some(true), Some(false)], "{:?}", answers[0].rows);
        let reasons: Vec<_> = because(answers[1]).into_iter().collect();
        assert_eq!(reasons, ["BASE-ISSUE-HAND", "law-1"]);
        assert_eq!(set.store.appends(), appends + 1, "one append for the group");
        let last = set.store.entries_read().pop().unwrap();
        assert_eq!(Some(last.seq), answers[1].seq, "a refusal is kept too");
        let board = set.armory.board(set.now);
        let refused: Vec<_> = board.refusals.iter().map(|it| it.seq).collect();
        assert_eq!(refused, [last.seq]);
    }
}

#[test]
fn a_request_sent_twice_is_answered_once_and_told_whether_it_still_holds() {
    let mut set = Set::before("issue", "hero-one");
    let request = set.name();
    let issue = Submission {
        request,
        ..set.next()
    };
    let first = set.again(issue.clone());
    let entries = set.armory.entries();
    set.pass(5_000);
    let second = set.again(issue.clone());
    assert!(first.green() && second.green());
    let (first, second) = (first.answer().unwrap(), second.answer().unwrap());
    assert_eq!(second.still_holds, Some(true));
    assert!(second.told_again && !first.told_again);
    assert_eq!((second.seq, second.at), (first.seq, first.at));
    assert_eq!(second.rows, first.rows);
    assert_eq!(set.armory.entries(), entries, "nothing is kept twice");

    set.say(json!({"report": "collect", "by": "armorer", "weapon": "hero-one"}));
    let third = set.again(issue);
    assert_eq!(third.answer().unwrap().still_holds, Some(false));
    assert_eq!(third.answer().unwrap().go, Some(true));
    assert!(!third.green());
}

#[test]
fn an_answer_is_told_again_by_a_hub_that_was_started_anew() {
    let mut set = Set::before("issue", "hero-one");
    let request = set.name();
    let issue = Submission {
        request,
        ..set.next()
    };
    let first = set.again(issue.clone());
    set.restart();
    let second = set.again(issue);
    let (first, second) = (first.answer().unwrap(), second.answer().unwrap());
    assert_eq!(
        (second.seq, second.at, second.go),
        (first.seq, first.at, first.go)
    );
    assert_eq!(second.still_holds, Some(true));
}

#[test]
fn within_one_group_too_a_request_is_answered_once() {
    let mut set = Set::founded();
    let request = set.name();
    let open = Submission {
        request,
        ..set.next()
    };
    let group = vec![open.clone(), open];
    let receipts = set.armory.answer_group(set.now, group);
    let answers: Vec<_> = receipts.iter().map(|it| it.answer().unwrap()).collect();
    assert_eq!(answers[0].seq, answers[1].seq);
    assert!(answers[1].told_again);
    assert_eq!(set.armory.entries(), 2);
}

#[test]
fn one_name_for_two_requests_is_refused() {
    let mut set = Set::founded();
    let request = set.name();
    let first = line_of(json!({"report": "concern", "about": "a smell of gas"}));
    let other = line_of(json!({"report": "concern", "about": "a loose rail"}));
    let named = |it: Submission| Submission {
        request: request.clone(),
        ..it
    };
    assert!(set.again(named(first)).answer().is_some());
    let refused = Refused::OtherBody {
        request: request.to_string(),
    };
    assert_eq!(set.again(named(other)), Receipt::Refused(refused));
    assert_eq!(set.armory.entries(), 2);
}

#[test]
fn who_did_not_see_the_last_entry_of_a_weapon_is_told_what_changed() {
    let mut set = Set::before("issue", "hero-one");
    let last = set.armory.last_entry("weapon:hero-one").unwrap();
    let issue = set.next();
    let entries = set.armory.entries();
    let stale = Submission {
        seen: seen("weapon:hero-one", last - 1),
        ..issue.clone()
    };
    let Receipt::Stale(stale) = set.put(stale) else {
        panic!("it is stale")
    };
    assert_eq!(stale.changed.len(), 1);
    assert_eq!(stale.changed[0].thing, "weapon:hero-one");
    assert_eq!(
        (stale.changed[0].seen, stale.changed[0].last),
        (last - 1, last)
    );
    assert_eq!(set.armory.entries(), entries, "no entry is made of it");

    set.say(json!({"report": "concern", "about": "a smell of gas"}));
    let fresh = Submission {
        seen: seen("weapon:hero-one", last),
        ..issue
    };
    let receipt = set.put(fresh);
    assert_eq!(
        receipt.answer().unwrap().go,
        Some(true),
        "other things may change"
    );
    assert!(set.armory.last_entry("weapon:hero-one").unwrap() > last);
}

#[test]
fn a_report_is_never_stale() {
    let mut set = Set::before("issue", "hero-one");
    let stop = Submission {
        seen: seen("weapon:hero-one", 0),
        ..line_of(json!({"report": "stop"}))
    };
    assert!(set.put(stop).answer().is_some());
    assert_eq!(set.armory.board(set.now).stops.len(), 1);
}

#[test]
fn an_ask_that_makes_too_large_an_entry_is_refused_by_a_sentence() {
    let mut set = Set::founded();
    let about = "x".repeat(60_000);
    let receipt = set.put(line_of(json!({"report": "concern", "about": about})));
    let Receipt::Refused(refused) = receipt else {
        panic!("it is refused")
    };
    assert!(matches!(refused, Refused::TooLarge { bytes, most: 60_000, .. } if bytes > 60_000));
    assert_eq!(set.armory.entries(), 1);
    assert!(set.armory.state().concerns.is_empty());
}

#[test]
fn the_books_that_decided_are_in_the_record() {
    let set = Set::before("issue", "hero-one");
    for entry in set.store.entries_read() {
        for digest in &entry.books {
            let place = logbook::books::place(digest);
            assert!(set.store.meta(&place).unwrap().is_some(), "{digest}");
        }
    }
}

#[test]
fn a_replayed_record_is_not_served_and_another_key_opens_nothing() {
    let set = Set::founded();
    let keeping = |seed: u8, origin: &str| Keeping {
        store: Arc::new(set.store.clone()),
        books: books(),
        signer: ledger::Signer::new(origin.parse().unwrap(), &[seed; 32]),
    };
    let code = |keeping| Armory::open(keeping, set.now).unwrap_err().code();
    assert_eq!(
        code(keeping(9, "proofhouse.invalid/main-unit")),
        "record-other-key"
    );
    assert_eq!(
        code(keeping(7, "proofhouse.invalid/second-unit")),
        "record-other-key"
    );
    let day = new_record(&timeline("good-day-california-western.jsonl"));
    let replay = Keeping {
        store: Arc::new(store::Memory::new()),
        ..keeping(7, "proofhouse.invalid/replay/good-day")
    };
    let refused = Armory::found(replay, &day, set.now).unwrap_err();
    assert_eq!(refused.code(), "record-replayed");
    let again = Keeping {
        signer: signer(),
        ..keeping(7, "proofhouse.invalid/main-unit")
    };
    let again = Armory::found(again, &day, set.now).unwrap_err();
    assert_eq!(again.code(), "record-founded");
}
