//! The board.

use custody::names::{Role, RoundClass};
use pages::{Language, Seen, Viewer, Words, page::board::board};

use crate::sample::Unit;

fn plain(seen: &Seen<'_>, language: Language) -> String {
    let viewer = Viewer {
        language,
        ..Viewer::default()
    };
    board(seen, &[], &viewer).into_string()
}

#[test]
fn hero_one_is_in_the_leads_hand_under_the_armorer() {
    let unit = Unit::california(36);
    let page = plain(&unit.seen(), Language::English);
    let hand = page.split("In a hand").nth(1).unwrap();
    for words in [
        "Hero One",
        "Lead, under Armorer",
        "6 dummies",
        "check holds",
    ] {
        assert!(hand.contains(words), "{words} in {page}");
    }
    assert!(page.contains("1 in a hand"), "{page}");
}

#[test]
fn an_empty_record_says_what_to_do_first() {
    let mut unit = Unit::california(0);
    unit.state.weapons.clear();
    let page = plain(&unit.seen(), Language::English);
    assert!(page.contains("No weapon is on record. Book a delivery first."));
    let page = plain(&unit.seen(), Language::Spanish);
    assert!(page.contains("No consta ningún arma."));
}

#[test]
fn what_anybody_wrote_is_shown_and_never_run() {
    let mut unit = Unit::california(10);
    let concern = custody::state::Concern {
        about: "<script>alert('x')</script>".to_owned(),
        since: unit.at,
        raised: 1,
        answer: None,
        owner: None,
    };
    unit.state.concerns.insert("1".parse().unwrap(), concern);
    let page = plain(&unit.seen(), Language::English);
    assert!(
        page.contains("&lt;script&gt;alert('x')&lt;/script&gt;"),
        "{page}"
    );
    assert_eq!(
        page.matches("<script").count(),
        1,
        "the page's own script alone"
    );
}

#[test]
fn no_page_carries_a_style_or_script_of_its_own() {
    let unit = Unit::california(36);
    let page = plain(&unit.seen(), Language::English);
    for way in [" style=", "<style", " onclick=", "javascript:"] {
        assert!(!page.contains(way), "{way}");
    }
}

#[test]
fn each_role_and_each_round_has_a_name_in_each_language() {
    for language in Language::ALL {
        let words = Words::of(language);
        for role in Role::ALL {
            assert!(words.has(&format!("role-{role}")), "{role}");
        }
        for class in RoundClass::ALL {
            assert!(words.has(&format!("rounds-{class}")), "{class}");
        }
    }
}
