//! House books: adopted by two, kept with the record, the same text from then on.

use std::sync::Arc;

use armory::{Armory, ArmoryError, Books, Keeping};
use rules::house::take;
use serde_json::json;

use crate::set::{Set, because, books, signer};

const RULE: &str = r#"
@id("STUDIO-HEARERS")
@source("Studio handbook, chapter 3")
@force("practice")
@status("verified")
@from("2020-01-01")
@effect("refuse")
@tags("")
@says("Two persons hear the day opened.")
@remedy("Name two who hear it.")
forbid (principal, action == Action::"open_day", resource)
"#;

/// Two have to hear the day opened.
pub const STRICT: &str = "when { context.answers.hearers < 2 };";
/// One is enough.
pub const LOOSE: &str = "when { context.answers.hearers < 1 };";

fn shelf(text: &str) -> Books {
    let file = (
        "open.cedar".to_owned(),
        format!("{RULE}{text}").into_bytes(),
    );
    let texts = take(&"studio".parse().unwrap(), [file]).unwrap();
    books().with_house(&texts).unwrap()
}

fn opened(set: &Set, books: Books) -> Result<Armory, ArmoryError> {
    let keeping = Keeping {
        store: Arc::new(set.store.clone()),
        books,
        signer: signer(),
    };
    Armory::open(keeping, set.now)
}

/// A new record with the studio's book on the shelf.
pub fn set_with(text: &str) -> Set {
    let mut set = Set::founded();
    set.armory = opened(&set, shelf(text)).unwrap();
    set
}

/// Two put it in force.
pub fn adopt(set: &mut Set) {
    let answer = set.say(
        json!({"ask": "adopt_house_book", "book": "studio", "by": "producer",
        "with": [{"person": "first_ad", "as": "accepts"}]}),
    );
    assert_eq!(answer.go, Some(true), "{:#?}", answer.rows);
}

fn opening(set: &mut Set) -> bool {
    let answer = set.say(json!({"ask": "open_day", "by": "first_ad"}));
    because(&answer).contains("STUDIO-HEARERS")
}

#[test]
fn a_book_on_the_shelf_decides_nothing_until_two_adopt_it() {
    let mut set = set_with(STRICT);
    assert!(!opening(&mut set));
    let alone = set.say(json!({"ask": "adopt_house_book", "book": "studio", "by": "producer"}));
    assert_eq!(alone.go, Some(false));
    assert!(!opening(&mut set));
    adopt(&mut set);
    assert!(opening(&mut set));
}

#[test]
fn a_book_that_is_nowhere_and_a_limit_nobody_knows_are_a_no() {
    let mut set = set_with(STRICT);
    let ask = |book: &str, setting: &str| {
        json!({"ask": "adopt_house_book", "book": book, "settings": {setting: 30}, "by": "producer",
            "with": [{"person": "first_ad", "as": "accepts"}]})
    };
    for line in [ask("studoi", "hold_seconds"), ask("studio", "hold_minutes")] {
        let answer = set.say(line);
        assert_eq!(answer.go, Some(false));
        assert_eq!(Vec::from_iter(because(&answer)), ["law-5"]);
    }
    assert!(set.armory.state().unit.house_books.is_empty());
    assert_eq!(set.say(ask("studio", "hold_seconds")).go, Some(true));
}

#[test]
fn once_adopted_its_text_stands_in_the_record_and_needs_no_folder() {
    let mut set = set_with(STRICT);
    adopt(&mut set);
    set.armory = opened(&set, books()).unwrap();
    assert!(opening(&mut set), "it is in force without its folder");
    set.armory = opened(&set, shelf(STRICT)).unwrap();
    assert!(opening(&mut set), "and with the folder as it was");
}

#[test]
fn a_folder_that_says_something_else_by_now_stops_the_program_and_changes_nothing() {
    let mut set = set_with(STRICT);
    adopt(&mut set);
    let changed = opened(&set, shelf(LOOSE)).unwrap_err();
    assert_eq!(
        changed,
        ArmoryError::HouseChanged("house/studio".to_owned())
    );
    assert_eq!(changed.code(), "house-changed");
}

#[test]
fn a_text_that_left_the_record_stops_the_program() {
    use store::Store;
    let mut set = set_with(STRICT);
    adopt(&mut set);
    let last = set.store.entries_read().pop().unwrap();
    let place = logbook::books::place(&last.books[0]);
    let kept = set.store.meta(&place).unwrap().unwrap();
    let text = String::from_utf8(kept).unwrap();
    let loosened = text.replace("hearers < 2", "hearers < 0");
    assert_ne!(text, loosened);
    set.store.put_meta(&place, loosened.as_bytes()).unwrap();
    let lost = opened(&set, books()).unwrap_err();
    assert_eq!(lost.code(), "house-lost");
}
