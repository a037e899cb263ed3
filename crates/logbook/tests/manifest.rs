//! A manifest is believed as far as the sender's log proves it, and by the unit it was sent to alone.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests"
)]

use std::collections::BTreeMap;

use custody::{id::WeaponId, input::Report, names::Role};
use ledger::{Checkpoint, Hash, LedgerError, Origin, Signer, Tile, Tiler, Tree};
use logbook::{
    Entry, Founding,
    papers::{
        Papers,
        manifest::{
            Manifest, Sent,
            check::{OfWeapon, Receiver, Wrong},
        },
    },
};
use serde_json::{Value, json};

const SECOND: &str = "proofhouse.invalid/second-unit";

fn signer(unit: &str) -> Signer {
    Signer::new(Origin::without_host(unit).unwrap(), &[7; 32])
}

fn founding(unit: &str) -> Founding {
    Founding {
        seq: 0,
        format: 1,
        at: "2026-03-10T12:00:00Z".parse().unwrap(),
        origin: signer(unit).origin().to_string(),
        key: None,
        founder: None,
        place: "fi".to_owned(),
        zone: "UTC".to_owned(),
        kind: custody::names::Kind::Screen,
        people: [("armorer".parse().unwrap(), vec![Role::Armorer])].into(),
        books: String::new(),
        engine: "0".to_owned(),
    }
}

/// The record of a unit in memory, each line of it a go.
struct Log {
    papers: Papers,
    tiler: Tiler,
    tiles: BTreeMap<Tile, Vec<u8>>,
    lines: Vec<String>,
}

impl Log {
    fn of(unit: &str, lines: &[Value]) -> Self {
        let founding = founding(unit);
        let mut log = Self {
            papers: Papers::of(founding.clone()),
            tiler: Tiler::new(),
            tiles: BTreeMap::new(),
            lines: Vec::new(),
        };
        log.push(founding.to_bytes().unwrap());
        lines.iter().for_each(|line| log.say(line, true));
        log
    }

    fn say(&mut self, what: &Value, go: bool) {
        let rows = match what.get("ask") {
            Some(_) => json!([{"go": go}]),
            None => json!([]),
        };
        let entry = json!({"seq": self.lines.len(), "at": "2026-03-10T13:00:00Z",
            "date": "2026-03-10", "by": "armorer", "what": what, "rows": rows, "books": [],
            "engine": "0"});
        let entry: Entry = serde_json::from_value(entry).unwrap();
        self.papers.take(&entry).unwrap();
        self.push(entry.to_bytes().unwrap());
    }

    fn push(&mut self, bytes: Vec<u8>) {
        let full = self.tiler.push(Hash::of_entry(&bytes).unwrap()).unwrap();
        self.tiles.extend(full);
        self.lines.push(String::from_utf8(bytes).unwrap());
    }

    fn checkpoint(&self, signer: &Signer) -> (Checkpoint, String) {
        let frontier = self.tiler.frontier();
        let checkpoint = Checkpoint {
            origin: signer.origin().clone(),
            size: frontier.size(),
            root: frontier.root(),
        };
        let text = String::from_utf8(checkpoint.sign(signer).unwrap()).unwrap();
        (checkpoint, text)
    }

    fn proof(&self, entry: u64) -> Sent {
        let mut all = self.tiles.clone();
        all.extend(self.tiler.rest());
        let tiles = |tile: Tile| all.get(&tile).cloned();
        let size = self.tiler.frontier().size();
        let tree = Tree::new(&tiles, size).unwrap();
        let text = self.lines[usize::try_from(entry).unwrap()].clone();
        Sent::new(text, &tree.inclusion(entry, size).unwrap())
    }

    fn manifest(&self, weapons: &[&str]) -> Manifest {
        let (checkpoint, text) = self.checkpoint(&signer("main-unit"));
        let weapons: Vec<WeaponId> = weapons.iter().map(|it| it.parse().unwrap()).collect();
        let root = checkpoint.root.to_string();
        let delivery = self.papers.delivery(&weapons, &root).unwrap();
        let rows = delivery.weapons.iter();
        let sent = rows.map(|row| self.proof(row.from_record.as_ref().unwrap().entry));
        Manifest {
            format: 1,
            checkpoint: text,
            sent: sent.collect(),
            delivery: Report::Delivery(delivery),
        }
    }
}

fn delivered(weapon: &str) -> Value {
    json!({"report": "delivery", "weapons": [{"weapon": weapon, "lender": "rental_house",
        "features": {"serial": weapon}}]})
}

fn sent(weapon: &str, to: &str) -> Value {
    json!({"ask": "send", "weapon": weapon, "to_record": to})
}

/// A main unit that sent two weapons to the second unit, and went on.
fn main_unit() -> Log {
    let mut lines = vec![delivered("h1"), delivered("h2")];
    lines.extend([sent("h1", "second-unit"), sent("h2", SECOND)]);
    lines.extend((0..300).map(|_| delivered("h3")));
    Log::of("main-unit", &lines)
}

fn check(manifest: &Manifest, receiver: Receiver<'_>) -> Result<usize, Vec<Wrong>> {
    let key = signer("main-unit").verifier();
    manifest.check(&key, receiver).map(|it| it.weapons.len())
}

fn of_h1(wrong: OfWeapon) -> Result<usize, Vec<Wrong>> {
    Err(vec![Wrong::Weapon("h1".parse().unwrap(), wrong)])
}

fn row(manifest: &mut Manifest) -> &mut custody::input::intake::DeliveredWeapon {
    match &mut manifest.delivery {
        Report::Delivery(delivery) => &mut delivery.weapons[0],
        _ => panic!("a manifest is a delivery"),
    }
}

#[test]
fn what_was_sent_to_a_unit_holds_for_it_and_for_nobody_else() {
    let manifest = main_unit().manifest(&["h1", "h2"]);
    assert_eq!(check(&manifest, Receiver::Named(SECOND)), Ok(2));
    let second = Log::of("second-unit", &[]);
    assert_eq!(check(&manifest, Receiver::Record(&second.papers)), Ok(2));
    let text = serde_json::to_string(&manifest).unwrap();
    assert_eq!(serde_json::from_str::<Manifest>(&text).unwrap(), manifest);
    let third = check(&manifest, Receiver::Named("proofhouse.invalid/third-unit"));
    let wrong = third.unwrap_err();
    let said: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "weapon h1: it was sent to second-unit, not to this record",
            "weapon h2: it was sent to proofhouse.invalid/second-unit, not to this record"
        ]
    );
}

#[test]
fn it_is_taken_once_and_only_while_nobody_here_answers_for_the_weapon() {
    let manifest = main_unit().manifest(&["h1"]);
    let mut second = Log::of("second-unit", &[delivered("h2")]);
    assert_eq!(check(&manifest, Receiver::Record(&second.papers)), Ok(1));
    second.say(&serde_json::to_value(&manifest.delivery).unwrap(), true);
    let again = check(&manifest, Receiver::Record(&second.papers));
    assert_eq!(again, of_h1(OfWeapon::TakenBefore));
    let other = Log::of("second-unit", &[delivered("h1")]);
    let here = check(&manifest, Receiver::Record(&other.papers));
    assert_eq!(here, of_h1(OfWeapon::Here));
    let back = Log::of("second-unit", &[delivered("h1"), sent("h1", "main-unit")]);
    assert_eq!(check(&manifest, Receiver::Record(&back.papers)), Ok(1));
}

#[test]
fn a_word_changed_in_the_entry_or_its_proof_is_found() {
    let log = main_unit();
    let good = log.manifest(&["h1"]);
    let receiver = Receiver::Named(SECOND);
    let mut wrong = good.clone();
    wrong.sent[0].entry = wrong.sent[0].entry.replace("second-unit", "another-uni");
    assert_eq!(check(&wrong, receiver), of_h1(OfWeapon::NotInLog));
    let mut wrong = good.clone();
    wrong.sent[0].entry.push(' ');
    let told = check(&wrong, receiver).unwrap_err();
    assert!(told[0].to_string().contains("cannot be read"), "{told:?}");
    for hash in 0..good.sent[0].path.len() {
        let mut wrong = good.clone();
        wrong.sent[0].path[hash] = Hash::empty().to_string();
        assert_eq!(check(&wrong, receiver), of_h1(OfWeapon::NotInLog));
        wrong.sent[0].path.remove(hash);
        assert_eq!(check(&wrong, receiver), of_h1(OfWeapon::NotInLog));
    }
    let mut wrong = good;
    wrong.sent[0].path[0] = "no hash".to_owned();
    assert_eq!(check(&wrong, receiver), of_h1(OfWeapon::NotInLog));
}

#[test]
fn an_entry_that_sent_nothing_or_something_else_proves_nothing() {
    let mut log = main_unit();
    log.say(&sent("h3", "second-unit"), false);
    let refused = log.tiler.frontier().size() - 1;
    let good = log.manifest(&["h1"]);
    let receiver = Receiver::Named(SECOND);
    for entry in [1, 4, refused] {
        let mut wrong = good.clone();
        wrong.sent[0] = log.proof(entry);
        assert_eq!(check(&wrong, receiver), of_h1(OfWeapon::NotSent), "{entry}");
    }
    let to_nobody = json!({"ask": "send", "weapon": "h1"});
    let log = Log::of("main-unit", &[delivered("h1"), to_nobody]);
    let told = check(&log.manifest(&["h1"]), receiver);
    assert_eq!(told, of_h1(OfWeapon::ToNobody));
}

#[test]
fn the_delivery_says_what_was_proved_and_nothing_beside() {
    let good = main_unit().manifest(&["h1"]);
    let receiver = Receiver::Named(SECOND);
    let spoilt: [fn(&mut Manifest); 4] = [
        |it| row(it).from_record = None,
        |it| row(it).from_record.as_mut().unwrap().entry += 1,
        |it| row(it).from_record.as_mut().unwrap().record.push('x'),
        |it| row(it).from_record.as_mut().unwrap().checkpoint.clear(),
    ];
    for spoil in spoilt {
        let mut wrong = good.clone();
        spoil(&mut wrong);
        assert_eq!(check(&wrong, receiver), of_h1(OfWeapon::OtherWords));
    }
    let malformed: [fn(&mut Manifest); 4] = [
        |it| it.sent.clear(),
        |it| {
            it.delivery =
                serde_json::from_value(json!({"report": "near_miss", "what": "x"})).unwrap()
        },
        |it| it.delivery = serde_json::from_value(json!({"report": "delivery"})).unwrap(),
        |it| match &mut it.delivery {
            Report::Delivery(delivery) => {
                let lot = json!({"lot": "quarters", "rounds": 5});
                delivery.lots.push(serde_json::from_value(lot).unwrap());
            }
            _ => panic!("a manifest is a delivery"),
        },
    ];
    for spoil in malformed {
        let mut wrong = good.clone();
        spoil(&mut wrong);
        let told = check(&wrong, receiver).unwrap_err();
        assert!(matches!(told.as_slice(), [Wrong::Malformed(_)]), "{told:?}");
    }
    let newer = Manifest { format: 2, ..good };
    assert_eq!(check(&newer, receiver), Err(vec![Wrong::Newer(2)]));
}

#[test]
fn a_checkpoint_that_the_trusted_key_did_not_sign_is_no_proof() {
    let log = main_unit();
    let good = log.manifest(&["h1"]);
    let origin = signer("main-unit").origin().clone();
    let other = Signer::new(origin, &[8; 32]);
    let told = good.check(&other.verifier(), Receiver::Named(SECOND));
    let [Wrong::Checkpoint(LedgerError::NotSigned(_))] = told.unwrap_err()[..] else {
        panic!("another key");
    };
    let mut wrong = good;
    wrong.checkpoint = log.checkpoint(&other).1;
    let told = check(&wrong, Receiver::Named(SECOND)).unwrap_err();
    assert!(matches!(told[..], [Wrong::Checkpoint(_)]), "{told:?}");
}
