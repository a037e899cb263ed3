//! The proof of one entry, as a stranger checks it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fall over"
)]

use ledger::{Checkpoint, Frontier, LedgerError, Origin, Proven, Prover, Signer, Verifier};

fn signer(name: &str, seed: u8) -> Signer {
    Signer::new(Origin::without_host(name).unwrap(), &[seed; 32])
}

fn entry(n: u64) -> Vec<u8> {
    format!("entry {n}").into_bytes()
}

/// A log of so many entries, with its signed checkpoint.
fn log(size: u64, signer: &Signer) -> (Prover, Vec<u8>) {
    let (mut prover, mut frontier) = (Prover::default(), Frontier::new());
    for n in 0..size {
        prover.push(&entry(n)).unwrap();
        frontier.append(&entry(n)).unwrap();
    }
    let checkpoint = Checkpoint {
        origin: signer.origin().clone(),
        size,
        root: frontier.root(),
    };
    (prover, checkpoint.sign(signer).unwrap())
}

fn proof(size: u64, index: u64) -> (Vec<u8>, Verifier) {
    let signer = signer("main-unit", 1);
    let (prover, checkpoint) = log(size, &signer);
    let proven = Proven::new(prover.inclusion(index).unwrap(), checkpoint);
    (proven.to_bytes(), signer.verifier())
}

fn wrong(text: &[u8], of: u64, key: &Verifier) -> LedgerError {
    let read = Proven::from_bytes(text);
    read.and_then(|it| it.verify(&entry(of), key)).unwrap_err()
}

#[test]
fn every_entry_of_logs_of_many_sizes_is_proven_by_its_text() {
    for size in [1, 2, 3, 7, 255, 256, 257, 600] {
        let signer = signer("main-unit", 1);
        let (prover, checkpoint) = log(size, &signer);
        for index in 0..size {
            let proven = Proven::new(prover.inclusion(index).unwrap(), checkpoint.clone());
            let read = Proven::from_bytes(&proven.to_bytes()).unwrap();
            assert_eq!(read, proven);
            let signed = read.verify(&entry(index), &signer.verifier()).unwrap();
            assert_eq!(signed.checkpoint.size, size);
        }
        assert!(prover.inclusion(size).is_err());
    }
}

#[test]
fn the_text_is_that_of_c2sp() {
    let (text, _) = proof(3, 2);
    let text = String::from_utf8(text).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let [name, index, hash, empty, origin, size, ..] = lines.as_slice() else {
        panic!("{text}");
    };
    assert_eq!((*name, *index), ("c2sp.org/tlog-proof@v1", "index 2"));
    assert_eq!((hash.len(), *empty), (44, ""));
    assert_eq!((*origin, *size), ("proofhouse.invalid/main-unit", "3"));
}

#[test]
fn another_entry_place_hash_key_or_log_is_refused() {
    let (text, key) = proof(7, 4);
    assert_eq!(wrong(&text, 5, &key), LedgerError::ProofFails);
    let text = String::from_utf8(text).unwrap();
    let moved = text.replace("index 4", "index 5");
    assert_eq!(wrong(moved.as_bytes(), 4, &key), LedgerError::ProofFails);
    let outside = text.replace("index 4", "index 7");
    let none = LedgerError::NoSuchEntry { index: 7, size: 7 };
    assert_eq!(wrong(outside.as_bytes(), 4, &key), none);
    let hash = text.lines().nth(2).unwrap();
    let less = text.replace(&format!("{hash}\n"), "");
    assert_eq!(wrong(less.as_bytes(), 4, &key), LedgerError::ProofFails);
    let other = signer("main-unit", 2).verifier();
    assert!(matches!(
        wrong(text.as_bytes(), 4, &other),
        LedgerError::NotSigned(_)
    ));
    let other = signer("second-unit", 1).verifier();
    assert!(matches!(
        wrong(text.as_bytes(), 4, &other),
        LedgerError::OtherLog { .. }
    ));
}

#[test]
fn what_a_log_adds_for_itself_is_passed_over() {
    let (text, key) = proof(2, 0);
    let text = String::from_utf8(text).unwrap();
    let more = text.replace("index 0", "extra bm90IHNpZ25lZA==\nindex 0");
    let read = Proven::from_bytes(more.as_bytes()).unwrap();
    assert!(read.verify(&entry(0), &key).is_ok());
}

#[test]
fn what_is_no_proof_is_said_to_be_none() {
    let (text, _) = proof(2, 0);
    let text = String::from_utf8(text).unwrap();
    let hash = text.lines().nth(2).unwrap();
    let many = format!("{hash}\n").repeat(65);
    for no_proof in [
        String::new(),
        text.replace("\n\n", "\n"),
        text.replace("@v1", "@v2"),
        text.replace("index 0\n", ""),
        text.replace("index 0", "index -1"),
        text.replace(hash, "not a hash"),
        text.replace(&format!("{hash}\n"), &many),
    ] {
        let wrong = Proven::from_bytes(no_proof.as_bytes()).unwrap_err();
        assert_eq!(wrong.code(), "ledger-not-a-proof", "{no_proof}");
    }
    assert!(Proven::from_bytes(b"c2sp.org/tlog-proof@v1\nindex \xff\n\n").is_err());
}

#[test]
fn no_byte_of_a_proof_can_be_changed() {
    let (text, key) = proof(5, 3);
    for (at, byte) in text.iter().enumerate() {
        for flip in [1, 0x20, 0x80] {
            let mut other = text.clone();
            other[at] = byte ^ flip;
            let read = Proven::from_bytes(&other);
            let holds = read.and_then(|it| it.verify(&entry(3), &key));
            assert!(holds.is_err(), "byte {at} flipped by {flip}");
        }
    }
}
