use std::sync::Arc;

use crate::shelf::{Gap, GapReason};
use crate::testing::*;
use crate::{InForce, Selection};

fn books(in_force: &InForce) -> Vec<&str> {
    in_force
        .books()
        .iter()
        .map(|book| book.id.as_str())
        .collect()
}

fn rules_of(in_force: &InForce, book: &str) -> Vec<String> {
    let rules = in_force.rules().iter().filter(|rule| rule.book == book);
    rules.map(|rule| rule.id.clone()).collect()
}

#[test]
fn every_book_that_contains_the_place_is_in_force_and_its_neighbours_are_not() {
    let shelf = shelf();
    let at = |place| shelf.in_force(&on(place, "2026-03-01"));
    assert_eq!(books(&at("us/us-ca")), ["baseline", "us", "us/us-ca"]);
    assert_eq!(books(&at("us")), ["baseline", "us"]);
    assert_eq!(books(&at("")), ["baseline"]);
    assert_eq!(at("us/us-ca").gaps(), []);
}

#[test]
fn a_place_without_a_book_is_decided_by_what_contains_it_and_says_so() {
    let shelf = shelf();
    let gap = |place: &str, reason| Gap {
        place: place.to_owned(),
        reason,
    };
    let in_force = shelf.in_force(&on("us/us-ca/us-ca-la", "2026-03-01"));
    assert_eq!(books(&in_force), ["baseline", "us", "us/us-ca"]);
    assert_eq!(
        in_force.gaps(),
        [gap("us/us-ca/us-ca-la", GapReason::NoBook)]
    );
    let in_force = shelf.in_force(&on("us/us-nm", "2026-03-01"));
    assert_eq!(books(&in_force), ["baseline", "us", "us/us-nm"]);
    assert_eq!(in_force.gaps(), [gap("us/us-nm", GapReason::EmptyBook)]);
    let in_force = shelf.in_force(&on("us/us-ca", "2024-12-31"));
    assert_eq!(
        in_force.gaps(),
        [gap("us/us-ca", GapReason::NothingInForce)]
    );
}

#[test]
fn a_rule_is_in_force_from_its_first_day_to_its_last() {
    let shelf = shelf();
    let ca = |day| rules_of(&shelf.in_force(&on("us/us-ca", day)), "us/us-ca");
    let none: [&str; 0] = [];
    assert_eq!(ca("2024-12-31"), none);
    assert_eq!(ca("2025-01-01"), ["CA-COURSE", "CA-HANDLER"]);
    assert_eq!(ca("2030-06-30"), ["CA-COURSE", "CA-HANDLER"]);
    assert_eq!(ca("2030-07-01"), ["CA-HANDLER"]);
}

#[test]
fn the_same_choice_is_shared_while_no_rule_begins_or_ends() {
    let shelf = shelf();
    let first = shelf.in_force(&on("us/us-ca", "2025-01-01"));
    assert!(Arc::ptr_eq(
        &first,
        &shelf.in_force(&on("us/us-ca", "2030-06-30"))
    ));
    assert!(!Arc::ptr_eq(
        &first,
        &shelf.in_force(&on("us/us-ca", "2030-07-01"))
    ));
    assert!(!Arc::ptr_eq(
        &first,
        &shelf.in_force(&on("us/us-ca", "2024-12-31"))
    ));
    assert!(!Arc::ptr_eq(
        &first,
        &shelf.in_force(&on("us", "2025-01-01"))
    ));
}

#[test]
fn the_kind_of_production_adds_its_book() {
    let shelf = shelf();
    let stage = Selection {
        kind: "stage",
        ..on("us", "2026-03-01")
    };
    assert_eq!(
        books(&shelf.in_force(&stage)),
        ["baseline", "us", "kinds/stage"]
    );
}

#[test]
fn a_house_book_is_in_force_only_where_it_was_adopted() {
    let shelf = shelf();
    let world = World::issue();
    let issue = |house: &[String]| {
        let in_force = shelf.in_force(&Selection {
            house,
            ..on("us", "2026-03-01")
        });
        let ruling = in_force
            .slice("issue")
            .decide(&world.request(), &world.entities());
        let ids: Vec<String> = ruling.refusals.iter().map(|rule| rule.id.clone()).collect();
        (ruling.go, ids)
    };
    assert_eq!(issue(&[]), (true, vec![]));
    let no = (false, vec!["SCHOOL-TIER".to_owned()]);
    assert_eq!(issue(&["school".to_owned()]), no);
    assert_eq!(issue(&["house/school".to_owned()]), no);
    assert_eq!(
        issue(&["lost".to_owned()]),
        (false, vec!["law-5".to_owned()])
    );
}

#[test]
fn a_slice_holds_only_the_rules_about_its_action() {
    let shelf = shelf();
    let in_force = shelf.in_force(&on("us/us-ca", "2026-03-01"));
    let ids: Vec<&str> = in_force
        .slice("load")
        .rules()
        .iter()
        .map(|rule| rule.id.as_str())
        .collect();
    assert_eq!(ids, ["NO-LIVE", "HELD", "US-AGE"]);
    assert_eq!(in_force.slice("load").refuse_set().policies().count(), 4);
}

#[test]
fn the_digest_names_the_texts_of_the_books_chosen() {
    let place = |place| {
        shelf()
            .in_force(&on(place, "2026-03-01"))
            .digest()
            .to_owned()
    };
    assert_eq!(place("us/us-ca").len(), 64);
    assert_eq!(place("us"), place("us"));
    assert_ne!(place("us"), place("us/us-ca"));
    let changed = open(with(
        "places/us/us-ca/labor.cedar",
        "Finish the course.",
        "Do the course.",
    ));
    let digest = |place| {
        changed
            .in_force(&on(place, "2026-03-01"))
            .digest()
            .to_owned()
    };
    assert_eq!(digest("us"), place("us"));
    assert_ne!(digest("us/us-ca"), place("us/us-ca"));
}
