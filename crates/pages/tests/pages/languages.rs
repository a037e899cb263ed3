//! One catalogue: each text in each language, and none that nobody says.

use std::{collections::BTreeSet, path::Path};

use pages::{Language, Words};

use crate::sample::shelf;

/// The keys of a language's files whose names pass.
pub fn keys_in(language: Language, wanted: fn(&str) -> bool) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("words")
        .join(language.tag());
    let mut keys = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        if !wanted(file.file_name().to_str().unwrap()) {
            continue;
        }
        let text = std::fs::read_to_string(file.path()).unwrap();
        let heads = text.lines().filter_map(|line| line.split_once(" ="));
        let names = heads.map(|(name, _)| name.to_owned());
        keys.extend(names.filter(|name| !name.starts_with([' ', '#', '['])));
    }
    keys
}

fn keys(language: Language) -> BTreeSet<String> {
    keys_in(language, |file| !file.starts_with("rules-"))
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

/// The languages that the rules themselves are not written in.
fn other_languages() -> impl Iterator<Item = Language> {
    let all = Language::ALL.into_iter();
    all.filter(|language| *language != Language::English)
}

#[test]
fn every_rule_can_be_read_in_every_language() {
    let shelf = shelf();
    assert!(shelf.rules().iter().any(|it| it.book == "house/school"));
    for words in other_languages().map(Words::of) {
        let missing: Vec<&str> = shelf
            .rules()
            .iter()
            .filter(|rule| {
                words.rule_says(&rule.id, "none") == "none"
                    || words.rule_remedy(&rule.id, "none") == "none"
            })
            .map(|rule| rule.id.as_str())
            .collect();
        assert_eq!(missing, Vec::<&str>::new(), "{words:?}");
    }
}

#[test]
fn no_language_has_a_text_of_a_rule_that_is_gone() {
    let shelf = shelf();
    let rules = shelf.rules().iter();
    let known: BTreeSet<String> = rules
        .flat_map(|rule| {
            let id = rule.id.replace('.', "_");
            [format!("rule-{id}-says"), format!("rule-{id}-remedy")]
        })
        .collect();
    for language in other_languages() {
        let said = keys_in(language, |file| {
            file.starts_with("rules-") && file != "rules-laws.ftl"
        });
        let gone: Vec<&String> = said.difference(&known).collect();
        assert_eq!(gone, Vec::<&String>::new(), "{language:?}");
    }
}
