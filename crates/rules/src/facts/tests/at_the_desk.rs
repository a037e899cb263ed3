//! The desk over the books of the repository: which decide, and what may be adopted.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use custody::state::State;

use super::super::{Asked, Case, Wanted, asked};
use super::compare::all_asked;
use super::edges::EDGES;
use super::sample::{NOW, input, state};
use crate::desk::{Decision, Desk};
use crate::testing::{open, read_folder};
use crate::{BookKind, Rule, Slice};

static DESK: LazyLock<Desk> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
    Desk::new(Arc::new(open(read_folder(&root))))
});

fn decided(line: &str) -> Decision {
    DESK.decide(&state(), &input(line, NOW))
}

/// The issue of two weapons, each for a set-up.
fn two(one: &str, other: &str) -> Decision {
    decided(&format!(
        r#"{{"ask":"issue","bearer":"lead","rows":[{{"weapon":"b1","set_up":"{one}"}},{{"weapon":"h2","set_up":"{other}"}}]}}"#
    ))
}

/// What rules say of an ask or report, once its facts were derived.
fn ruled(slice: &Slice, told: &Asked) -> [Vec<String>; 4] {
    let Asked { request, entities } = told;
    let ids = |rules: Vec<&Rule>| rules.into_iter().map(|rule| rule.id.clone()).collect();
    let ruling = slice.decide(request, entities);
    let after = slice.consequences(request, entities);
    let errors = ruling.errors.iter().chain(&after.errors);
    let errors = errors.map(|fault| fault.rule.clone()).collect();
    [
        ids(ruling.refusals),
        ids(ruling.warnings),
        ids(after.rules),
        errors,
    ]
}

/// Holds what rules say on the facts that they read against what they say on every fact there is.
fn on_all_facts_too(state: &State) -> usize {
    let mut held = 0;
    for input in all_asked() {
        for row in 0..Case::rows(&input) {
            let case = Case::new(state, &input, row);
            let in_force = DESK.in_force(&case);
            let (action, place) = (input.what.name(), case.place());
            let slice = in_force.slice(action);
            let read = asked(&case, slice.wanted());
            let all = asked(&case, &Wanted::everything(action));
            let (Ok(read), Ok(all)) = (read, all) else {
                continue;
            };
            assert_eq!(
                ruled(slice, &read),
                ruled(slice, &all),
                "{action} in {place}"
            );
            held += 1;
        }
    }
    held
}

#[test]
fn rules_say_on_the_facts_that_they_read_what_they_say_on_all() {
    let books = DESK.shelf().books().iter();
    let places = books.filter(|book| book.kind == BookKind::Place);
    for (nth, place) in places.enumerate() {
        let mut state = state();
        state.unit.place = place.id.clone();
        for scene in state.scenes.values_mut() {
            scene.place = None;
        }
        // the edges in turn, one to a place, and none of them first
        if let Some((_, lies_on)) = nth
            .checked_sub(1)
            .and_then(|it| EDGES.get(it % EDGES.len()))
        {
            lies_on(&mut state);
        }
        let held = on_all_facts_too(&state);
        assert!(held > 100, "{}: only {held}", place.id);
    }
}

#[test]
fn each_row_is_decided_by_the_books_of_its_place_and_each_is_named_once() {
    let california = two("12", "12");
    assert_eq!(california.rows.len(), 2);
    assert!(!california.digest.contains('+'), "one place");
    let both = two("12", "14");
    let new_mexico = two("14", "14").digest;
    assert_eq!(both.digest, format!("{}+{new_mexico}", california.digest));
    for book in ["baseline", "us/us-ca", "us/us-nm"] {
        let named = both.books.iter().filter(|named| *named == book);
        assert_eq!(named.count(), 1, "{book} in {:?}", both.books);
    }
    assert!(!california.books.contains(&"us/us-nm".to_owned()));
}

#[test]
fn what_names_a_scene_is_decided_by_the_books_of_its_place() {
    for line in [
        r#"{"ask":"plan_scene","scene":"14"}"#,
        r#"{"ask":"approve_mitigation","scene":"14","measures":["off_axis"]}"#,
        r#"{"ask":"add_set_up","scene":"14","set_up":"14b"}"#,
        r#"{"ask":"assess_risk","scene":"14","covers":["hazards"]}"#,
        r#"{"ask":"answer_stop","scene":"14","answer":"clear"}"#,
        r#"{"ask":"file_document","scene":"14","kind":"permit","topic":"film_permit"}"#,
        r#"{"ask":"acknowledge","scene":"14","what":"plan"}"#,
        r#"{"ask":"begin_activity","set_up":"14","activity":"take"}"#,
        r#"{"report":"end","set_up":"14"}"#,
        r#"{"report":"stop","scene":"14"}"#,
        r#"{"report":"injury","severity":"serious","scene":"14"}"#,
        r#"{"report":"discharge","scene":"14"}"#,
        r#"{"report":"breach","ask_body":{"ask":"plan_scene","scene":"14"}}"#,
    ] {
        let (there, here) = ("us/us-nm".to_owned(), "us/us-ca".to_owned());
        let books = decided(line).books;
        assert!(
            books.contains(&there) && !books.contains(&here),
            "{line}: {books:?}"
        );
    }
}

#[test]
fn the_books_of_a_row_are_those_on_the_shelf() {
    let (state, input) = (state(), input(r#"{"ask":"wrap_day"}"#, NOW));
    let in_force = DESK.in_force(&Case::new(&state, &input, 0));
    let decision = DESK.decide(&state, &input);
    assert_eq!(decision.digest, in_force.digest());
    let ids: Vec<&str> = in_force
        .books()
        .iter()
        .map(|book| book.id.as_str())
        .collect();
    assert_eq!(decision.books, ids);
    assert_eq!(in_force.slice("wrap_day").action(), "wrap_day");
}

#[test]
fn a_house_book_is_judged_with_its_own_rules_and_only_if_it_is_on_the_shelf() {
    let adopted = |book: &str, settings: &str| {
        let line =
            format!(r#"{{"ask":"adopt_house_book","book":"{book}","settings":{{{settings}}}}}"#);
        let mut decision = decided(&line);
        let row = decision.rows.remove(0);
        let unread = row
            .reasons
            .into_iter()
            .find(|reason| reason.rule == "law-5");
        (decision.books, row.go, unread)
    };
    let (books, _, unread) = adopted("school", "");
    assert!(books.contains(&"house/school".to_owned()), "{books:?}");
    assert_eq!(unread, None);
    assert_eq!(adopted("school", r#""check_age_minutes":5"#).2, None);

    let (books, go, unread) = adopted("schol", "");
    assert!(!go && !books.iter().any(|book| book.starts_with("house/")));
    assert!(unread.unwrap().remedy.contains("school"));
    let (_, go, unread) = adopted("school", r#""check_age_minute":5"#);
    assert!(!go);
    assert!(unread.unwrap().remedy.contains("check_age_minutes"));
}
