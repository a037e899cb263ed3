//! The words that are read over the radio.

use std::collections::{BTreeMap, BTreeSet};

use super::{Tongue, is_printed, printed, printed_in, readable};
use crate::{
    derive,
    id::PersonId,
    input::intake::Features,
    names::{CheckKind, Edge, Lender, RoundClass, Tier, VoidWhy, WeaponClass},
    state::{Check, Contents, Custodian, LoadedRound, Weapon},
};

fn holds(kind: CheckKind, edge: Option<Edge>) -> Check {
    Check::Holds {
        kind,
        since: jiff::Timestamp::UNIX_EPOCH,
        by: "armorer".parse::<PersonId>().unwrap(),
        witnesses: Default::default(),
        edge,
        twin_ruled_out: false,
    }
}

fn weapon(class: WeaponClass, contents: Contents) -> Weapon {
    let features = Features {
        said_to_be: Some(class),
        solid_plug: Some(true),
        deactivated_for: vec!["uk".to_owned()],
        ..Features::default()
    };
    let (tier, class) = derive::weapon(&features);
    let kind = match tier {
        Tier::A => CheckKind::Clear,
        Tier::B => CheckKind::Identity,
        Tier::C => CheckKind::Edge,
        Tier::D => CheckKind::Device,
    };
    Weapon {
        features,
        tier,
        class,
        lender: Lender::RentalHouse,
        why_live_capable: None,
        accepted: true,
        quarantined: false,
        custodian: Custodian::Safe,
        bearer: None,
        watched: true,
        check: holds(kind, None),
        contents,
        bore_seen: true,
        shown_to: BTreeSet::new(),
        show_asked_by: BTreeSet::new(),
        issue: None,
        hold: None,
        stoppages: 0,
        preserved_by: BTreeSet::new(),
        stood_down_by: BTreeSet::new(),
        sequence: None,
        test_fired: None,
        tested_before: BTreeSet::new(),
        back_unchecked: false,
        back_unannounced: false,
        announced: false,
        loaded_at: None,
        seal: None,
        documents: BTreeMap::new(),
        fitted: BTreeSet::new(),
        fouled: false,
        kit: BTreeSet::new(),
        kit_out: BTreeSet::new(),
        loan: None,
    }
}

fn rounds(classes: &[RoundClass]) -> Contents {
    let round = |(n, class): (usize, &RoundClass)| LoadedRound {
        position: u16::try_from(n + 1).unwrap(),
        lot: "lot-1".parse().unwrap(),
        class: *class,
        fired: false,
    };
    Contents::Loaded(classes.iter().enumerate().map(round).collect())
}

fn said(contents: Contents) -> Option<String> {
    printed("hero-one", &weapon(WeaponClass::Firearm, contents))
}

fn loaded(classes: &[RoundClass]) -> String {
    said(rounds(classes)).unwrap()
}

#[test]
fn an_empty_weapon_is_announced_as_checked_and_not_firing() {
    let sentence = said(Contents::Empty);
    assert_eq!(
        sentence.as_deref(),
        Some("Hero One, empty, checked, not firing.")
    );
}

#[test]
fn blanks_are_counted_and_ask_for_eyes_and_ears() {
    use RoundClass::{BlankFull, BlankHalf, BlankQuarter};
    assert_eq!(
        loaded(&[BlankQuarter; 2]),
        "Hero One, two quarter loads. Eyes and ears."
    );
    assert_eq!(
        loaded(&[BlankHalf]),
        "Hero One, one half load. Eyes and ears."
    );
    assert_eq!(
        loaded(&[BlankQuarter, BlankFull, BlankQuarter]),
        "Hero One, one full load and two quarter loads. Eyes and ears."
    );
}

#[test]
fn dummies_are_counted_and_do_not_fire() {
    assert_eq!(
        loaded(&[RoundClass::Dummy; 6]),
        "Hero One, six dummies, not firing."
    );
    assert_eq!(
        loaded(&[RoundClass::Dummy]),
        "Hero One, one dummy, not firing."
    );
}

#[test]
fn a_dummy_beside_a_blank_does_not_make_it_quiet() {
    assert_eq!(
        loaded(&[RoundClass::Dummy, RoundClass::BlankQuarter]),
        "Hero One, one quarter load and one dummy. Eyes and ears."
    );
}

#[test]
fn a_bullet_round_is_called_a_bullet_round() {
    assert_eq!(
        loaded(&[RoundClass::Live; 3]),
        "Hero One, three bullet rounds. Eyes and ears."
    );
    assert_eq!(
        loaded(&[RoundClass::Charge]),
        "Hero One, one charge. Eyes and ears."
    );
}

#[test]
fn nothing_may_be_announced_of_what_is_not_known() {
    assert_eq!(said(Contents::Unknown), None);
    assert_eq!(said(Contents::NotApplicable), None);
    assert_eq!(said(rounds(&[])), None);
    let mixed = rounds(&[RoundClass::Dummy, RoundClass::Unknown]);
    assert_eq!(said(mixed), None);
}

#[test]
fn nothing_may_be_announced_where_no_check_holds() {
    let mut weapon = weapon(WeaponClass::Firearm, Contents::Empty);
    weapon.check = Check::None;
    assert_eq!(printed("h1", &weapon), None);
    weapon.check = Check::Void {
        why: VoidWhy::Unwatched,
        since: jiff::Timestamp::UNIX_EPOCH,
    };
    assert_eq!(printed("h1", &weapon), None);
}

#[test]
fn a_check_of_another_kind_proves_nothing() {
    let mut firearm = weapon(WeaponClass::Firearm, Contents::Empty);
    firearm.check = holds(CheckKind::Identity, None);
    assert_eq!(printed("h1", &firearm), None);
}

#[test]
fn fired_rounds_are_not_counted_and_a_weapon_fired_empty_has_no_sentence() {
    let fired = |n: usize| {
        let Contents::Loaded(mut all) = rounds(&[RoundClass::BlankQuarter; 2]) else {
            unreachable!()
        };
        all.iter_mut().take(n).for_each(|round| round.fired = true);
        said(Contents::Loaded(all))
    };
    assert_eq!(
        fired(1).as_deref(),
        Some("Hero One, one quarter load. Eyes and ears.")
    );
    assert_eq!(fired(2), None);
}

#[test]
fn a_weapon_that_cannot_fire_is_called_what_it_is() {
    let said = |class| printed("b1", &weapon(class, Contents::NotApplicable)).unwrap();
    assert_eq!(
        said(WeaponClass::Rubber),
        "B1, rubber, checked, not firing."
    );
    assert_eq!(
        said(WeaponClass::Replica),
        "B1, replica, checked, not firing."
    );
    assert_eq!(
        said(WeaponClass::SolidPlug),
        "B1, solid plug, checked, not firing."
    );
    assert_eq!(
        said(WeaponClass::Deactivated),
        "B1, deactivated, checked, not firing."
    );
}

#[test]
fn an_edge_is_blunt_only_where_the_check_found_it_so() {
    let said = |class, edge| {
        let mut weapon = weapon(class, Contents::NotApplicable);
        weapon.check = holds(CheckKind::Edge, edge);
        printed("katana-2", &weapon).unwrap()
    };
    assert_eq!(
        said(WeaponClass::Edged, Some(Edge::Blunt)),
        "Katana 2, edge blunt, checked."
    );
    for edge in [None, Some(Edge::Untested), Some(Edge::Sharp)] {
        assert_eq!(
            said(WeaponClass::Edged, edge),
            "Katana 2, edge sharp, checked. Keep clear."
        );
    }
    assert_eq!(
        said(WeaponClass::Pointed, None),
        "Katana 2, point sharp, checked. Keep clear."
    );
    assert_eq!(
        said(WeaponClass::Projectile, Some(Edge::Blunt)),
        "Katana 2, tip blunt, checked."
    );
}

#[test]
fn a_device_asks_for_eyes_and_ears() {
    let device = weapon(WeaponClass::Device, Contents::NotApplicable);
    assert_eq!(
        printed("smoke.pot_3", &device).as_deref(),
        Some("Smoke Pot 3, device, checked. Eyes and ears.")
    );
}

#[test]
fn ids_are_read_as_names() {
    assert_eq!(readable("hero-one"), "Hero One");
    assert_eq!(readable("h1"), "H1");
    assert_eq!(readable("Hero One"), "Hero One");
    assert_eq!(readable("rifle--two-"), "Rifle Two");
}

#[test]
fn numbers_are_words_up_to_twelve() {
    assert_eq!(
        loaded(&[RoundClass::Dummy; 12]),
        "Hero One, twelve dummies, not firing."
    );
    assert_eq!(
        loaded(&[RoundClass::Dummy; 13]),
        "Hero One, 13 dummies, not firing."
    );
}

#[test]
fn the_same_is_said_in_spanish() {
    let said = |class, contents, edge| {
        let mut weapon = weapon(class, contents);
        if let Check::Holds { edge: found, .. } = &mut weapon.check {
            *found = edge;
        }
        printed_in(Tongue::Spanish, "hero-one", &weapon).unwrap()
    };
    use RoundClass::{BlankFull, BlankHalf, BlankQuarter, Charge, Dummy, Live};
    let firearm = |contents| said(WeaponClass::Firearm, contents, None);
    let loaded = |classes: &[RoundClass]| firearm(rounds(classes));
    assert_eq!(
        firearm(Contents::Empty),
        "Hero One, vacía, comprobada, no dispara."
    );
    assert_eq!(
        loaded(&[Dummy; 6]),
        "Hero One, seis cartuchos inertes, no dispara."
    );
    assert_eq!(
        loaded(&[Dummy]),
        "Hero One, un cartucho inerte, no dispara."
    );
    assert_eq!(
        loaded(&[BlankQuarter, BlankHalf, BlankQuarter, BlankFull]),
        "Hero One, una carga entera y una media carga y dos cuartos de carga. Ojos y oídos."
    );
    assert_eq!(
        loaded(&[Live; 2]),
        "Hero One, dos cartuchos con bala. Ojos y oídos."
    );
    assert_eq!(loaded(&[Charge]), "Hero One, una carga. Ojos y oídos.");
    let apart = Contents::NotApplicable;
    assert_eq!(
        said(WeaponClass::Rubber, apart.clone(), None),
        "Hero One, goma, comprobada, no dispara."
    );
    assert_eq!(
        said(WeaponClass::Edged, apart.clone(), Some(Edge::Blunt)),
        "Hero One, filo romo, comprobado."
    );
    assert_eq!(
        said(WeaponClass::Pointed, apart.clone(), None),
        "Hero One, punta aguda, comprobada. Apártense."
    );
    assert_eq!(
        said(WeaponClass::Device, apart, None),
        "Hero One, artificio, comprobado. Ojos y oídos."
    );
}

#[test]
fn the_printed_sentence_is_known_in_every_language_and_no_other_is() {
    let weapon = weapon(WeaponClass::Firearm, rounds(&[RoundClass::Dummy; 6]));
    let printed = |words| is_printed(words, "hero-one", &weapon);
    assert!(printed("Hero One, six dummies, not firing."));
    assert!(printed(" Hero One, seis cartuchos inertes, no dispara. "));
    assert!(!printed("Hero One, five dummies, not firing."));
    assert!(!printed("Hero One, cold."));
}
