//! What was changed after it was signed is found and named; so is a forged answer that was signed.

use std::collections::BTreeMap;

use armory::Submission;
use ledger::{Checkpoint, Hash, Level, Origin, Signer, Tile, Tiler, bundle};
use logbook::{
    Entry,
    audit::audit,
    verify::{Against, Place, Wrong, verify},
};
use serde_json::json;
use store::Store;

use crate::house;
use crate::set::{Set, line_of, signer};

/// A record as it travels: entries, tiles, checkpoint.
#[derive(Clone)]
struct Pack {
    entries: Vec<Vec<u8>>,
    tiles: BTreeMap<Tile, Vec<u8>>,
    checkpoint: Vec<u8>,
}

impl Pack {
    fn of(entries: Vec<Vec<u8>>, signer: &Signer) -> Self {
        let mut tiler = Tiler::new();
        let mut tiles = BTreeMap::new();
        for entry in &entries {
            tiles.extend(tiler.push(Hash::of_entry(entry).unwrap()).unwrap());
        }
        tiles.extend(tiler.rest());
        let checkpoint = Checkpoint {
            origin: signer.origin().clone(),
            size: entries.len() as u64,
            root: tiler.frontier().root(),
        };
        Self {
            checkpoint: checkpoint.sign(signer).unwrap(),
            entries,
            tiles,
        }
    }

    fn from(set: &Set) -> Self {
        let head = set.store.head().unwrap();
        let pack = Self::of(set.store.entries(0, usize::MAX).unwrap(), &signer());
        assert_eq!(
            pack.checkpoint, head.checkpoint,
            "the armory signed the same"
        );
        pack
    }

    fn wrong(&self, with_tiles: bool, earlier: Option<&[u8]>) -> Vec<Wrong> {
        let tiles = |tile: Tile| self.tiles.get(&tile).cloned();
        let verifier = signer().verifier();
        let against = Against {
            checkpoint: &self.checkpoint,
            verifier: &verifier,
            earlier,
            tiles: with_tiles.then_some(&tiles),
        };
        verify(&self.entries, against, |_| {}).wrong
    }

    /// Every answer that comes out otherwise.
    fn audited(&self, set: &Set) -> Vec<Wrong> {
        let verifier = signer().verifier();
        let against = Against {
            checkpoint: &self.checkpoint,
            verifier: &verifier,
            earlier: None,
            tiles: None,
        };
        let store = set.store.memory.clone();
        let books = move |digest: &str| store.meta(&logbook::books::place(digest)).unwrap();
        let mut seen = 0;
        let audited = audit(&self.entries, against, &books, &mut |done| seen = done);
        assert_eq!(seen, audited.redecided);
        let mut wrong = audited.verified.wrong;
        wrong.extend(audited.wrong);
        wrong
    }
}

fn small() -> Set {
    let mut set = Set::founded();
    set.say(json!({"report": "concern", "about": "a smell of gas"}));
    set.say(json!({"ask": "open_day", "by": "lead"}));
    set.say(json!({"report": "stop"}));
    set
}

fn places(wrong: &[Wrong]) -> Vec<&Place> {
    wrong.iter().map(|it| &it.place).collect()
}

#[test]
fn each_flipped_byte_of_an_entry_is_found_and_its_entry_named() {
    let pack = Pack::from(&small());
    assert_eq!(pack.wrong(true, None), []);
    for seq in 0..pack.entries.len() {
        for byte in 0..pack.entries[seq].len() {
            let mut changed = pack.clone();
            changed.entries[seq][byte] ^= 1;
            let wrong = changed.wrong(true, None);
            let named = Place::Entry(seq as u64);
            assert!(!wrong.is_empty(), "entry {seq}, byte {byte}");
            assert!(
                wrong.iter().all(|it| it.place == named),
                "entry {seq}, byte {byte}: {wrong:?}"
            );
            assert!(!changed.wrong(false, None).is_empty(), "without tiles too");
        }
    }
}

#[test]
fn each_flipped_byte_of_a_checkpoint_or_a_tile_is_found_and_named() {
    let pack = Pack::from(&small());
    for byte in 0..pack.checkpoint.len() {
        let mut changed = pack.clone();
        changed.checkpoint[byte] ^= 1;
        let wrong = changed.wrong(true, None);
        assert_eq!(places(&wrong), [&Place::Checkpoint], "byte {byte}");
    }
    for (tile, bytes) in &pack.tiles {
        for byte in 0..bytes.len() {
            let mut changed = pack.clone();
            changed.tiles.get_mut(tile).unwrap()[byte] ^= 1;
            let wrong = changed.wrong(true, None);
            let named = Place::Tile(tile.to_string());
            assert_eq!(places(&wrong), [&named], "{tile}, byte {byte}");
        }
    }
}

#[test]
fn an_entry_left_out_put_in_or_moved_is_named() {
    let pack = Pack::from(&small());
    let mut shorter = pack.clone();
    shorter.entries.remove(1);
    assert!(places(&shorter.wrong(true, None)).contains(&&Place::Entry(1)));
    let mut longer = pack.clone();
    longer.entries.push(pack.entries[3].clone());
    assert!(places(&longer.wrong(true, None)).contains(&&Place::Entry(4)));
    let mut moved = pack.clone();
    moved.entries.swap(1, 2);
    let wrong = moved.wrong(true, None);
    assert_eq!(wrong[0].to_string(), "entry 1: it says that it is entry 2");
}

#[test]
fn a_tail_cut_off_is_found_against_a_later_checkpoint_only() {
    let set = small();
    let pack = Pack::from(&set);
    let cut = Pack::of(pack.entries[..2].to_vec(), &signer());
    assert_eq!(cut.wrong(true, None), [], "nobody can know");
    let wrong = cut.wrong(true, Some(&pack.checkpoint));
    assert_eq!(
        wrong[0].to_string(),
        "earlier checkpoint: the log is shorter than it was: its tail was cut off"
    );
    assert_eq!(pack.wrong(true, Some(&cut.checkpoint)), []);
}

#[test]
fn a_past_that_was_written_anew_is_found_against_an_earlier_checkpoint() {
    let pack = Pack::from(&small());
    let before = Pack::of(pack.entries[..2].to_vec(), &signer());
    let mut entries = pack.entries.clone();
    let mut entry = Entry::from_bytes(&entries[1]).unwrap();
    entry.device = Some("somewhere-else".to_owned());
    entries[1] = entry.to_bytes().unwrap();
    let rewritten = Pack::of(entries, &signer());
    assert_eq!(rewritten.wrong(true, None), []);
    let wrong = rewritten.wrong(true, Some(&before.checkpoint));
    assert_eq!(places(&wrong), [&Place::Earlier]);
}

#[test]
fn a_record_of_another_key_is_not_believed() {
    let pack = Pack::from(&small());
    let origin = Origin::without_host("main-unit").unwrap();
    let forged = Pack::of(pack.entries, &Signer::new(origin, &[9; 32]));
    assert_eq!(places(&forged.wrong(true, None)), [&Place::Checkpoint]);
}

#[test]
fn a_bundle_reads_back_as_its_entries() {
    let pack = Pack::from(&small());
    let bytes = bundle::write(&pack.entries).unwrap();
    let tile = Tile::in_log(Level::Entries, 0, 4).unwrap();
    assert_eq!(bundle::read(&bytes, tile.width).unwrap(), pack.entries);
}

#[test]
fn every_answer_of_a_whole_day_comes_out_again() {
    let mut set = Set::wrapped();
    let refused = set.say(json!({"ask": "open_day", "by": "lead"}));
    assert_eq!(refused.go, Some(false));
    set.restart();
    set.now.wall += jiff::SignedDuration::from_hours(30);
    set.say(json!({"report": "discharge", "by": "armorer", "weapon": "hero-one"}));
    set.say(json!({"ask": "confirm_time", "by": "first_ad",
        "with": [{"person": "safety_advisor", "as": "accepts"}]}));
    assert_eq!(Pack::from(&set).audited(&set), []);
}

/// The hub itself writes a go where its books say no, and signs it.
#[test]
fn a_forged_answer_is_named_although_the_right_key_signed_it() {
    let set = small();
    let pack = Pack::from(&set);
    let mut entry = Entry::from_bytes(&pack.entries[2]).unwrap();
    assert_eq!(entry.go(), Some(false));
    entry.rows[0].because.clear();
    let softened = forged(&pack, &entry);
    assert_eq!(softened.wrong(true, None), []);
    let wrong = softened.audited(&set);
    assert_eq!(places(&wrong), [&Place::Entry(2)], "{wrong:?}");

    entry.rows[0].go = true;
    let wrong = forged(&pack, &entry).audited(&set);
    let forged = wrong.iter().find(|it| it.place == Place::Entry(2)).unwrap();
    assert!(
        forged
            .says
            .starts_with("it says go, and should say no-go ("),
        "{forged}"
    );
}

#[test]
fn a_forged_no_a_dropped_incident_and_other_books_are_named() {
    let mut set = Set::before("issue", "hero-one");
    let issue = set.next();
    set.put(issue);
    set.say(json!({"report": "discharge", "by": "armorer", "weapon": "hero-one"}));
    let pack = Pack::from(&set);
    let last = pack.entries.len() - 1;
    let changed = |place: usize, change: &dyn Fn(&mut Entry)| {
        let mut entry = Entry::from_bytes(&pack.entries[place]).unwrap();
        change(&mut entry);
        let wrong = forged(&pack, &entry).audited(&set);
        let named = Place::Entry(place as u64);
        assert!(wrong.iter().any(|it| it.place == named), "{wrong:?}");
    };
    changed(last - 1, &|entry| entry.rows[0].go = false);
    changed(last, &|entry| entry.consequences.clear());
    changed(last, &|entry| entry.incident = None);
    let other = Entry::from_bytes(&pack.entries[last]).unwrap();
    let mut missing = other;
    missing.books = vec!["0".repeat(64)];
    let wrong = forged(&pack, &missing).audited(&set);
    assert_eq!(
        wrong[0].to_string(),
        format!("books {}: they are missing", "0".repeat(64))
    );
}

fn forged(pack: &Pack, entry: &Entry) -> Pack {
    let mut entries = pack.entries.clone();
    entries[usize::try_from(entry.seq).unwrap()] = entry.to_bytes().unwrap();
    Pack::of(entries, &signer())
}

#[test]
fn a_claimed_time_and_a_device_stand_in_the_entry() {
    let mut set = Set::founded();
    let claimed_at = Some(set.now.wall - jiff::SignedDuration::from_mins(3));
    set.put(Submission {
        claimed_at,
        device: Some("station-2".to_owned()),
        ..line_of(json!({"report": "stop"}))
    });
    let entry = set.store.entries_read().pop().unwrap();
    assert_eq!(entry.claimed_at, claimed_at);
    assert_eq!(entry.device.as_deref(), Some("station-2"));
    assert_eq!(entry.request.as_deref(), Some("r1"));
}

#[test]
fn segments_decided_apart_say_what_the_whole_says() {
    let mut set = Set::founded();
    for batch in 0..7 {
        let group = (0..300).map(|number| Submission {
            request: format!("b{batch}-{number}").parse().unwrap(),
            ..line_of(json!({"report": "concern", "about": format!("thing {number}")}))
        });
        set.armory.answer_group(set.now, group.collect());
    }
    set.say(json!({"ask": "open_day", "by": "lead"}));
    let pack = Pack::from(&set);
    assert_eq!(pack.audited(&set), []);
    let last = pack.entries.len() - 1;
    let mut entry = Entry::from_bytes(&pack.entries[last]).unwrap();
    entry.rows[0].because.clear();
    let wrong = forged(&pack, &entry).audited(&set);
    assert_eq!(places(&wrong), [&Place::Entry(last as u64)]);
}

#[test]
fn a_house_book_that_becomes_another_text_is_named_where_it_does() {
    let adopted = |text: &str| {
        let mut set = house::set_with(text);
        house::adopt(&mut set);
        set.say(json!({"ask": "open_day", "by": "first_ad"}));
        set
    };
    let (strict, loose) = (adopted(house::STRICT), adopted(house::LOOSE));
    let mut entries = Pack::from(&strict).entries;
    assert_eq!(Pack::from(&strict).audited(&strict), []);
    // the very same day, the last answer by another text of the same name
    let other = loose.store.entries_read().pop().unwrap();
    *entries.last_mut().unwrap() = other.to_bytes().unwrap();
    for digest in &other.books {
        let place = logbook::books::place(digest);
        let piece = loose.store.meta(&place).unwrap().unwrap();
        strict.store.put_meta(&place, &piece).unwrap();
    }
    let wrong = Pack::of(entries, &signer()).audited(&strict);
    let told: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert!(
        told.iter()
            .any(|it| it.contains("its house/studio is not the text that was adopted")),
        "{told:?}"
    );
}
