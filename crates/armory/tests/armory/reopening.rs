//! A hub that is started anew knows what it knew.

use proptest::prelude::*;
use serde_json::json;
use store::{Snapshot, Store};

use crate::set::{Set, line_of};

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Wherever a picture was put away, what is known after it is the same as without any.
    #[test]
    fn opening_from_a_picture_is_the_same_as_replaying_everything(
        at in 1_usize..150,
        more in 0_usize..40,
    ) {
        let mut set = Set::founded();
        for step in 0..at + more {
            if set.steps.is_empty() { break; }
            let next = set.next();
            set.put(next);
            if step + 1 == at {
                set.armory.put_snapshot().unwrap();
            }
        }
        set.say(json!({"ask": "open_day", "by": "lead"}));
        let pictured = set.second();
        prop_assert!(set.store.memory.snapshot().unwrap().is_some());
        set.store.forget_pictures();
        let replayed = set.second();
        for other in [&pictured, &replayed] {
            prop_assert_eq!(other.state(), set.armory.state());
            prop_assert_eq!(other.entries(), set.armory.entries());
            let (board, was) = (other.board(set.now), set.armory.board(set.now));
            prop_assert_eq!(board, was);
        }
    }
}

#[test]
fn a_picture_with_any_byte_changed_is_left_aside() {
    let mut set = Set::before("issue", "hero-one");
    set.armory.put_snapshot().unwrap();
    let good = set.store.snapshot().unwrap().unwrap();
    let state = set.armory.state().clone();
    for place in (0..good.bytes.len()).step_by(211) {
        let mut bytes = good.bytes.clone();
        bytes[place] ^= 1;
        let seq = good.seq;
        set.store.put_snapshot(&Snapshot { seq, bytes }).unwrap();
        assert_eq!(*set.second().state(), state, "{place}");
    }
}

#[test]
fn pictures_are_put_away_between_groups() {
    let mut set = Set::founded();
    set.armory = set.second().with_snapshot_every(3);
    for about in ["one", "two", "three"] {
        assert_eq!(set.store.snapshot().unwrap(), None);
        set.armory.settle(set.now).unwrap();
        set.put(line_of(json!({"report": "concern", "about": about})));
    }
    set.armory.settle(set.now).unwrap();
    assert_eq!(set.store.snapshot().unwrap().unwrap().seq, 4);
}

#[test]
fn a_picture_is_due_after_so_many_entries_and_not_twice() {
    let mut set = Set::founded();
    set.armory = set.second().with_snapshot_every(3);
    set.armory.put_snapshot().unwrap();
    for (about, due) in [("one", false), ("two", false), ("three", true)] {
        set.put(line_of(json!({"report": "concern", "about": about})));
        assert_eq!(set.armory.settling_is_due(), due, "{about}");
    }
    set.armory.settle(set.now).unwrap();
    assert!(!set.armory.settling_is_due());
}
