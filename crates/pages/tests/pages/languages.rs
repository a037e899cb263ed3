//! One catalogue: each text in each language, and none that nobody says.

use std::{collections::BTreeSet, path::Path};

use pages::{Language, Words};

fn keys(language: Language) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("words")
        .join(language.tag());
    let mut keys = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let heads = text.lines().filter_map(|line| line.split_once(" ="));
        let names = heads.map(|(name, _)| name.to_owned());
        keys.extend(names.filter(|name| !name.starts_with([' ', '#', '['])));
    }
    keys
}

/// Every text in quotes in the source that could be a key.
fn said() -> String {
    let mut source = String::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                source.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    source
}

#[test]
fn every_catalogue_can_be_read() {
    for language in Language::ALL {
        assert_eq!(Words::of(language).faults(), Vec::<String>::new());
    }
}

#[test]
fn spanish_has_what_english_has() {
    let english = keys(Language::English);
    assert!(english.len() > 100, "{}", english.len());
    assert_eq!(english, keys(Language::Spanish));
}

#[test]
fn every_text_that_a_page_says_is_in_the_catalogue() {
    let source = said();
    let said = source.split("say!(").skip(1).filter_map(|rest| {
        let (_, key) = rest.split_once('"')?;
        key.split('"').next()
    });
    let keys = keys(Language::English);
    let missing: Vec<&str> = said
        .filter(|key| !keys.contains(*key) && *key != "board-out")
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn a_language_is_taken_from_what_the_browser_accepts() {
    assert_eq!(
        Language::accepted("es-MX,es;q=0.9,en;q=0.8"),
        Some(Language::Spanish)
    );
    assert_eq!(
        Language::accepted("fr, en-GB;q=0.7"),
        Some(Language::English)
    );
    assert_eq!(Language::accepted("fr"), None);
}
