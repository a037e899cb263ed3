//! The form of entries does not change: what stands under `formats/entries` is written today as it
//! once was, and is read as it once was.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says, and reads the repository"
)]

use std::fs;
use std::path::{Path, PathBuf};

use ledger::{Checkpoint, Frontier, Origin, Signer};
use logbook::{
    Entry, Founding,
    verify::{Against, verify},
};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../formats/entries")
}

fn signer() -> Signer {
    Signer::new(Origin::without_host("frozen").unwrap(), &[0x42; 32])
}

fn founding() -> Value {
    json!({
        "seq": 0, "format": 1, "at": "2026-03-09T16:00:00Z",
        "origin": "proofhouse.invalid/frozen", "key": signer().verifier().to_string(),
        "founder": "producer", "place": "us/us-ca", "zone": "America/Los_Angeles",
        "kind": "screen",
        "people": {"producer": ["producer"], "armorer": ["armorer"], "lead": ["performer"]},
        "books": "0a".repeat(32), "engine": "0.1.0"
    })
}

/// One of each: a go, a line with a row pulled, a report with what follows, a stop without a name, a
/// clock that stepped.
fn entries() -> Vec<Value> {
    let books = json!(["0a".repeat(32)]);
    vec![
        json!({"seq": 1, "at": "2026-03-10T14:00:00.25Z", "date": "2026-03-10", "by": "first_ad",
            "with": [{"person": "armorer", "as": "accepts", "means": "badge"}], "request": "r-1",
            "what": {"ask": "open_day"}, "rows": [{"go": true}], "books": books, "engine": "0.1.0"}),
        json!({"seq": 2, "at": "2026-03-10T15:00:00Z", "date": "2026-03-10", "by": "armorer",
            "with": [{"person": "lead", "as": "bearer", "means": "badge"}], "request": "r-2",
            "claimed_at": "2026-03-10T14:59:58.5Z", "device": "station-1",
            "what": {"ask": "issue", "rows": [
                {"weapon": "h1", "bearer": "lead", "set_up": "12", "briefed": false},
                {"weapon": "h2", "bearer": "lead", "set_up": "12", "briefed": false}]},
            "rows": [{"go": true}, {"go": false, "because": ["law-1", "BASE-ISSUE-HAND"]}],
            "books": [ "0a".repeat(32), "0b".repeat(32) ], "engine": "0.1.0"}),
        json!({"seq": 3, "at": "2026-03-10T15:05:00Z", "date": "2026-03-10", "by": "armorer",
            "request": "r-3", "what": {"report": "discharge", "weapon": "h1"},
            "consequences": [
                {"rule": "BASE-DISCHARGE", "effect": {"stand_down": "production"}},
                {"rule": "CA-TITLE8", "effect": {"clock": {"hours": 8, "to": "the regulator"}}},
                {"rule": "BASE-KEEP", "effect": "preserve"}],
            "incident": "incident-1", "books": books, "engine": "0.1.0"}),
        json!({"seq": 4, "at": "2026-03-10T15:05:01Z", "date": "2026-03-10", "request": "r-4",
            "what": {"report": "stop"}, "books": books, "engine": "0.1.0"}),
        json!({"seq": 5, "at": "2026-03-11T15:06:00Z", "date": "2026-03-11",
            "clock_stepped": true, "by": "lead", "request": "r-5",
            "what": {"report": "concern", "about": "„Türe 3“ → \"offen\"\n\u{1F6AA}\u{7}"},
            "books": books, "engine": "0.1.0"}),
    ]
}

fn written() -> Vec<Vec<u8>> {
    let first: Founding = serde_json::from_value(founding()).unwrap();
    let rest = entries().into_iter().map(|value| {
        let entry: Entry = serde_json::from_value(value).unwrap();
        entry.to_bytes().unwrap()
    });
    std::iter::once(first.to_bytes().unwrap())
        .chain(rest)
        .collect()
}

fn kept() -> Vec<Vec<u8>> {
    let files = (0..=entries().len()).map(|seq| folder().join(format!("{seq}.json")));
    files.map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn entries_are_written_as_they_once_were() {
    for (seq, (written, kept)) in written().iter().zip(kept()).enumerate() {
        let (written, kept) = (
            String::from_utf8_lossy(written),
            String::from_utf8(kept).unwrap(),
        );
        assert_eq!(written, kept, "entry {seq}");
    }
}

#[test]
fn entries_are_read_as_they_once_were() {
    let kept = kept();
    let founded = Founding::from_bytes(&kept[0]).unwrap();
    assert_eq!(serde_json::to_value(&founded).unwrap(), founding());
    for (bytes, value) in kept.iter().skip(1).zip(entries()) {
        let entry = Entry::from_bytes(bytes).unwrap();
        assert_eq!(serde_json::to_value(&entry).unwrap(), value);
    }
}

#[test]
fn the_frozen_record_leads_to_its_frozen_checkpoint() {
    let mut frontier = Frontier::new();
    for bytes in kept() {
        frontier.append(&bytes).unwrap();
    }
    let checkpoint = Checkpoint {
        origin: signer().origin().clone(),
        size: frontier.size(),
        root: frontier.root(),
    };
    let signed = fs::read(folder().join("checkpoint")).unwrap();
    assert_eq!(checkpoint.sign(&signer()).unwrap(), signed);
    let verifier = signer().verifier();
    let against = Against {
        checkpoint: &signed,
        verifier: &verifier,
        earlier: None,
        tiles: None,
    };
    assert_eq!(verify(kept(), against, |_| {}).wrong, []);
}

#[test]
fn a_newer_form_is_refused_by_a_sentence() {
    let text = String::from_utf8(kept().remove(0)).unwrap();
    let newer = text.replace("\"format\":1", "\"format\":2");
    let refused = Founding::from_bytes(newer.as_bytes()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the record is of form 2, this program knows form 1"
    );
}

#[test]
fn an_entry_with_a_field_nobody_reads_is_refused() {
    for bytes in kept().iter().skip(1) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let more = text.replace("\"engine\":", "\"enginf\":1,\"engine\":");
        assert!(Entry::from_bytes(more.as_bytes()).is_err());
    }
}

/// Asked for by `PROOFHOUSE_FREEZE=1`, and only where a form is added.
#[test]
fn the_frozen_files_are_written_where_asked_for() {
    if std::env::var_os("PROOFHOUSE_FREEZE").is_none() {
        return;
    }
    let mut frontier = Frontier::new();
    fs::create_dir_all(folder()).unwrap();
    for (seq, bytes) in written().iter().enumerate() {
        frontier.append(bytes).unwrap();
        fs::write(folder().join(format!("{seq}.json")), bytes).unwrap();
    }
    let checkpoint = Checkpoint {
        origin: signer().origin().clone(),
        size: frontier.size(),
        root: frontier.root(),
    };
    fs::write(
        folder().join("checkpoint"),
        checkpoint.sign(&signer()).unwrap(),
    )
    .unwrap();
}
