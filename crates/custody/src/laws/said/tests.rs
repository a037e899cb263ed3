//! Every sentence can be told, and what was told is known again.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::super::NUMBERS;
use super::{ALL, IN_A_SAFE, NOT_IN_A_SAFE, NOT_THERE, ON_RECORD, POSITION_TAKEN, of, recognise};

/// A value of each kind that a gap may have, with the signs that could mislead.
fn sample(gap: &str) -> &'static str {
    match gap {
        "person" => "first_ad",
        "weapon" => "rifle-4.b",
        "lot" => "quarters-45.",
        "account" => "weapon_position:h1:2",
        "scene" | "set_up" => "12A",
        "incident" | "id" => "incident-1",
        "state" => "fresh",
        "moment" => "2026-03-02T15:04:05Z",
        "where" => "armorer answers for it",
        "who" => "the first AD and a handler",
        "thing" => "weapon or lot",
        "names" => "check_age_minutes, load_age_minutes",
        "setting" => "what: nobody. knows;",
        "book" => "of-the-house",
        "rule" => "CA-LAB-9153.a.2",
        "path" => "context.bearer",
        "entity" => "Person::\"ada b\"",
        "asked" | "failed" | "fresh" | "has" | "position" | "row" | "seen" | "tested" | "there" => {
            "6"
        }
        other => panic!("what is the value of {other}?"),
    }
}

#[test]
fn every_sentence_has_a_key_and_a_text_of_its_own() {
    let keys: BTreeSet<_> = ALL.iter().map(|it| it.key()).collect();
    let texts: BTreeSet<_> = ALL.iter().map(|it| it.text()).collect();
    assert_eq!((keys.len(), texts.len()), (ALL.len(), ALL.len()));
    let key = |it: char| it.is_ascii_lowercase() || it == '-';
    assert!(keys.iter().all(|it| it.chars().all(key)));
}

#[test]
fn three_laws_say_nothing_and_every_other_has_its_noes_and_what_makes_them_a_yes() {
    let silent: Vec<u8> = NUMBERS.filter(|law| of(*law).next().is_none()).collect();
    assert_eq!(silent, [6, 8, 9]);
    let mut others = NUMBERS.filter(|law| !silent.contains(law));
    assert!(others.all(|law| of(law).count() > 1));
    let known = |it: &&&super::Sentence| it.law().is_none_or(|law| NUMBERS.contains(&law));
    assert_eq!(ALL.iter().filter(known).count(), ALL.len());
}

#[test]
fn every_sentence_that_was_told_is_known_again_with_its_values() {
    for sentence in ALL {
        let values: Vec<(&str, &str)> = sentence.gaps().map(|gap| (gap, sample(gap))).collect();
        let with: Vec<(&str, &dyn Display)> = values
            .iter()
            .map(|(gap, value)| (*gap, value as &dyn Display))
            .collect();
        let told = sentence.with(&with);
        assert!(!told.as_str().contains(['{', '}']), "{told}");
        let known = recognise(told.as_str());
        assert_eq!(known, Some((*sentence, values)), "{told}");
    }
}

#[test]
fn a_value_ends_where_the_sentence_goes_on_and_not_before() {
    let told = "Position 2 of of.1 holds a round or a case.";
    let values = vec![("position", "2"), ("weapon", "of.1")];
    assert_eq!(recognise(told), Some((&POSITION_TAKEN, values)));
    let told = "safe holds 0 spent of lot b.1; 2 are asked for.";
    let values = vec![
        ("account", "safe"),
        ("there", "0"),
        ("state", "spent"),
        ("lot", "b.1"),
        ("asked", "2"),
    ];
    assert_eq!(recognise(told), Some((&NOT_THERE, values)));
}

#[test]
fn who_has_a_weapon_is_a_sentence_inside_another() {
    let told = NOT_IN_A_SAFE.with(&[("weapon", &"h1"), ("where", &IN_A_SAFE.plain())]);
    assert_eq!(
        told.to_string(),
        "Weapon h1 is not in a safe: it is in a safe."
    );
    let (_, values) = recognise(told.as_str()).unwrap();
    assert_eq!(recognise(values[1].1), Some((&IN_A_SAFE, Vec::new())));
}

#[test]
fn what_no_law_says_is_not_known() {
    assert_eq!(recognise(""), None);
    assert_eq!(recognise("Weapon h1 is not in a safe."), None);
    assert_eq!(recognise("A weapon is loaded while its check holds."), None);
    assert_eq!(recognise("two words is already on record."), None);
    assert_eq!(recognise("h1 is already on record. Really."), None);
    assert_eq!(
        recognise("h1 is already on record."),
        Some((&ON_RECORD, vec![("id", "h1")]))
    );
}
