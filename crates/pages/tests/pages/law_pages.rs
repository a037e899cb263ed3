//! The pages of the laws, and where they stand among the rules.

use std::collections::BTreeMap;

use custody::laws::{NUMBERS, said};
use pages::{
    Language, Viewer, Words, law,
    page::{self, rule::Looked},
};

use crate::{
    english::left,
    sample::{Unit, shelf},
};

fn viewer(language: Language) -> Viewer {
    Viewer {
        language,
        ..Viewer::default()
    }
}

/// What a page says, without its tags.
fn text(page: &str) -> String {
    let parts = page.split('<').filter_map(|it| it.split_once('>'));
    parts.map(|(_, text)| format!("{text} ")).collect()
}

fn rules(search: &str, language: Language) -> String {
    let (unit, shelf) = (Unit::california(1), shelf());
    let book = shelf.book("baseline").unwrap();
    let all = shelf.rules().iter().map(|it| &**it);
    let own = all.filter(|it| it.book == "baseline").collect();
    let looked = Looked {
        search: Some(search.to_owned()).filter(|it| !it.is_empty()),
        said_no: BTreeMap::from([("law-5".to_owned(), 3)]),
    };
    page::rule::rules(&[(book, own)], &looked, (&unit.seen(), &viewer(language))).0
}

/// The laws that a page lists, in its order.
fn listed(page: &str) -> Vec<u8> {
    let links = page.split("href=\"/rule/").skip(1);
    links
        .filter_map(|it| law::of_rule(it.split('"').next()?))
        .collect()
}

#[test]
fn every_law_is_told_in_every_language_and_those_that_never_say_no_say_why() {
    for language in Language::ALL {
        let words = Words::of(language);
        for of in NUMBERS {
            assert_ne!(law::holds(of, words), law::rule_of(of), "{language:?}");
            assert!(
                law::more(of, "shows", words).is_some(),
                "{language:?}: {of}"
            );
            let silent = said::of(of).next().is_none();
            let never = law::more(of, "never", words).is_some();
            assert_eq!(never, silent, "{language:?}: {of}");
        }
    }
}

#[test]
fn the_page_of_a_law_says_that_nothing_relaxes_it_and_all_that_it_may_say() {
    let unit = Unit::california(1);
    for (language, of) in Language::ALL
        .into_iter()
        .flat_map(|language| NUMBERS.map(move |of| (language, of)))
    {
        let words = Words::of(language);
        let page = page::law::law(of, 7, (&unit.seen(), &viewer(language))).0;
        let text = text(&page);
        for key in ["law-no-book", "law-is-ours", "law-always", "law-nobody"] {
            assert!(text.contains(&words.say(key, &[])), "{of}: {text}");
        }
        assert!(text.contains(&law::holds(of, words)), "{text}");
        assert!(
            !text.contains("law-") && !text.contains(['{', '}']),
            "{text}"
        );
        let said = said::of(of).count();
        assert_eq!(page.matches("<li>").count(), said, "{of}: {text}");
        // What never says no, or says it where nothing can be written, has no number.
        let counted = said > 0 && of != 10;
        assert_eq!(page.contains(">7</p>"), counted, "{of}: {text}");
        if language == Language::Spanish {
            let body = text.split_once("Fuerza").unwrap().1;
            let body = body.split_once("ALTO").map_or(body, |it| it.0);
            assert_eq!(left(body), Vec::<&str>::new(), "{body}");
        }
    }
}

#[test]
fn a_gap_of_a_sentence_is_left_open_on_the_page_of_its_law() {
    let [english, spanish] = Language::ALL.map(Words::of);
    let open = |words| law::open(&said::NOT_IN_A_SAFE, words);
    assert_eq!(open(english), "Weapon … is not in a safe: …");
    assert_eq!(open(spanish), "… no está en una caja fuerte: …");
}

#[test]
fn the_laws_stand_before_the_books_with_how_often_each_said_no() {
    let page = rules("", Language::English);
    assert_eq!(listed(&page), NUMBERS.collect::<Vec<_>>());
    let book = page.find("Good practice, everywhere").unwrap();
    assert!(page.rfind("/rule/law-").unwrap() < book, "{page}");
    assert_eq!(page.matches("said no 3 times lately").count(), 1, "{page}");
    let (before, _) = page.split_once("said no 3 times lately").unwrap();
    assert_eq!(listed(before).last(), Some(&5));
}

#[test]
fn the_search_of_the_rules_finds_laws_too() {
    assert_eq!(listed(&rules("CUSTODIAN account", Language::English)), [1]);
    assert_eq!(listed(&rules("custodio cuenta", Language::Spanish)), [1]);
    assert_eq!(listed(&rules("law-11", Language::English)), [11]);
    assert_eq!(listed(&rules("override", Language::English)), [8]);
    let nothing = rules("xyzzy", Language::English);
    assert_eq!(listed(&nothing), Vec::<u8>::new());
    assert!(nothing.contains("No rule in force here has these words."));
}

#[test]
fn only_a_law_that_there_is_has_a_name() {
    let known = NUMBERS.filter_map(|of| law::of_rule(&law::rule_of(of)));
    assert_eq!(known.count(), 11);
    for id in [
        "law-0", "law-12", "law-01", "law-", "1", "law-256", "law-1 ",
    ] {
        assert_eq!(law::of_rule(id), None, "{id}");
    }
}
