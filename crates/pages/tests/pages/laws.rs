//! Laws in every language: each sentence, and each break that the tests of the laws make.

use std::{collections::BTreeSet, path::Path};

use custody::laws::said;
use pages::{Language, Words, law};

use crate::english::left;

/// The languages that the table of the laws is not written in.
fn other_languages() -> impl Iterator<Item = Language> {
    let all = Language::ALL.into_iter();
    all.filter(|language| *language != Language::English)
}

/// The text of a key as its file has it, with the lines that belong to it.
fn own_text<'t>(key: &str, file: &'t str) -> &'t str {
    let head = format!("\n{key} = ");
    let (_, rest) = file.split_once(&head).unwrap_or_else(|| panic!("{key}"));
    let mut ends = rest.match_indices('\n').map(|(at, _)| at);
    let goes_on = |at: usize| rest[at + 1..].starts_with([' ', '}']);
    let end = ends.find(|at| !goes_on(*at)).unwrap_or(rest.len());
    &rest[..end]
}

/// The values that a text takes: `$weapon` is one.
fn taken(text: &str) -> BTreeSet<&str> {
    let parts = text.split('$').skip(1);
    let name = |it: char| !(it.is_ascii_lowercase() || it == '_');
    parts.map(|it| it.split(name).next().unwrap()).collect()
}

#[test]
fn every_sentence_of_every_law_is_there_in_every_language_with_all_its_values() {
    assert!(said::ALL.len() > 90, "{}", said::ALL.len());
    for language in other_languages() {
        let words = Words::of(language);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("words");
        let file = folder.join(language.tag()).join("rules-laws.ftl");
        let file = std::fs::read_to_string(file).unwrap();
        let missing: Vec<&str> = said::ALL
            .iter()
            .filter(|sentence| !words.has(&law::key(sentence)))
            .map(|sentence| sentence.key())
            .collect();
        assert_eq!(missing, Vec::<&str>::new(), "{language:?}");
        for sentence in said::ALL {
            let own = own_text(&law::key(sentence), &file);
            let wanted: BTreeSet<&str> = sentence.gaps().collect();
            assert_eq!(taken(own), wanted, "{language:?}: {}", sentence.key());
        }
    }
}

#[test]
fn no_language_has_a_sentence_that_no_law_says() {
    let known: BTreeSet<String> = said::ALL.iter().map(|it| law::key(it)).collect();
    for language in other_languages() {
        let said = crate::languages::keys_in(language, |file| file == "rules-laws.ftl");
        assert_eq!(said, known, "{language:?}");
    }
}

/// Every break that the tests of the laws make, as they tell it: `law-1: …`.
fn breaks() -> BTreeSet<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../custody/tests/laws");
    let mut breaks = BTreeSet::new();
    for file in std::fs::read_dir(tests).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let told = text.split("\"law-").skip(1);
        let told = told.filter_map(|it| it.split('"').next()?.split_once(": "));
        // one that a test puts together is told by another as it stands
        let whole = told.filter(|(_, says)| !says.contains('{'));
        breaks.extend(whole.map(|(_, says)| says.replace("\\\n", " ")));
    }
    breaks
}

#[test]
fn every_break_that_the_tests_of_the_laws_make_is_told_in_spanish() {
    let spanish = Words::of(Language::Spanish);
    let breaks = breaks();
    assert!(breaks.len() > 40, "{}", breaks.len());
    for says in breaks {
        let says = says.split_whitespace().collect::<Vec<_>>().join(" ");
        let told = law::told(&says, spanish);
        let told = told.unwrap_or_else(|| panic!("no law says: {says}"));
        assert_eq!(left(&told), Vec::<&str>::new(), "{says}\n{told}");
    }
}

#[test]
fn a_law_names_things_as_people_do_in_both_languages() {
    let [english, spanish] = Language::ALL.map(Words::of);
    let told = |text| [english, spanish].map(|words| law::told(text, words).unwrap());
    assert_eq!(
        told("Weapon hero-one is not in a safe: first_ad answers for it."),
        [
            "Weapon Hero One is not in a safe: First AD answers for it.",
            "Hero One no está en una caja fuerte: responde de ella Primer AD.",
        ]
    );
    assert_eq!(
        told("person:armorer holds 1 spent of lot quarters-45; 2 are asked for."),
        [
            "Armorer holds 1 spent of lot quarters-45; 2 are asked for.",
            "Armero: hay un cartucho gastado del lote quarters-45; se piden 2.",
        ]
    );
    assert_eq!(
        told("safe holds 0 fresh of lot quarters-45; 1 are asked for.")[1],
        "Caja fuerte: no hay cartuchos sin usar del lote quarters-45; se pide uno."
    );
    assert_eq!(
        told("Time runs backwards: the last entry is of 2026-03-02T15:04:05Z."),
        [
            "Time runs backwards: the last entry is of 2 March 2026, 15:04:05 UTC.",
            "La hora va hacia atrás: el último asiento es de 2 de marzo de 2026, 15:04:05 UTC.",
        ]
    );
    assert_eq!(
        told("This takes the first AD and a handler, each a person of their own.")[1],
        "Hacen falta el Primer AD y un responsable, cada cual una persona distinta."
    );
    assert_eq!(law::told("Somebody says so.", spanish), None);
}
