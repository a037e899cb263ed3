//! A record that is not well says what is wrong with it.

use armory::doctor;
use serde_json::json;
use store::{Group, Snapshot, Store};

use crate::set::{Set, Shaky, signer};

fn codes(store: &Shaky) -> Vec<String> {
    let findings = doctor(store, &signer().verifier());
    findings.into_iter().map(|it| it.code).collect()
}

#[test]
fn a_record_in_order_has_no_findings() {
    let mut set = Set::before("issue", "hero-one");
    set.armory.put_snapshot().unwrap();
    assert_eq!(codes(&set.store), [""; 0]);
}

#[test]
fn an_empty_store_is_not_founded() {
    assert_eq!(codes(&Shaky::default()), ["record-not-founded"]);
}

#[test]
fn a_broken_picture_is_harmless() {
    let mut set = Set::founded();
    set.armory.put_snapshot().unwrap();
    let bytes = b"nothing".to_vec();
    set.store.put_snapshot(&Snapshot { seq: 1, bytes }).unwrap();
    let findings = doctor(&set.store, &signer().verifier());
    assert_eq!(findings.len(), 1);
    assert!(findings[0].harmless);
    assert_eq!(findings[0].code, "picture-left-aside");
}

#[test]
fn entries_changed_in_the_store_are_found() {
    let mut set = Set::founded();
    set.say(json!({"report": "stop"}));
    let entries = set.store.entries(0, 9).unwrap();
    let head = set.store.head().unwrap();
    let changed = Shaky::default();
    let mut other = entries.clone();
    let text = String::from_utf8(other[1].clone()).unwrap();
    other[1] = text.replace("r1", "r2").into_bytes();
    let group = Group {
        entries: other,
        frontier: head.frontier,
        checkpoint: head.checkpoint,
        ..Group::default()
    };
    changed.append(0, &group).unwrap();
    let found = codes(&changed);
    assert!(found.contains(&"edge-changed".to_owned()), "{found:?}");
    assert!(found.contains(&"record-changed".to_owned()), "{found:?}");
    assert!(found.contains(&"books-missing".to_owned()), "{found:?}");
}
