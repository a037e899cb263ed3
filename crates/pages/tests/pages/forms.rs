//! Pages of their own: each asks all that its ask takes.

use std::sync::LazyLock;

use pages::{
    Viewer,
    form::{Blank, Faults, Fields},
    page::{ask, check, issue},
    sheet::Sheet,
};

use crate::sample::Unit;

/// A rubber twin was just shown.
static UNIT: LazyLock<Unit> = LazyLock::new(|| Unit::california(24));

/// The fields of a form that a page of its own does not ask.
fn missing(form: &str, pages: &[String], known: &[&str]) -> Vec<String> {
    let asked = |field: &str| {
        let named = format!("name=\"{field}\"");
        pages.iter().any(|page| page.contains(&named))
    };
    let fields = Sheet::of(form).unwrap().fields.iter();
    let missing = fields.filter(|it| !known.contains(&it.name.as_str()) && !asked(&it.name));
    missing.map(|it| it.name.clone()).collect()
}

#[test]
fn the_page_of_an_issue_asks_all_that_an_issue_takes() {
    let (seen, viewer) = (UNIT.seen(), Viewer::default());
    let blank = Blank {
        request: "",
        fields: &Fields::default(),
        faults: &Faults::default(),
    };
    let named = UNIT
        .state
        .weapons
        .get_key_value(&"rubber-one".parse().unwrap())
        .unwrap();
    let page = issue::issue(named, (&blank, None), (&seen, &viewer)).into_string();
    // The weapon is in the address.
    assert_eq!(missing("issue", &[page], &["weapon"]), [""; 0]);
}

#[test]
fn an_issue_is_read_as_it_was_filled_in() {
    let filled = [
        ("bearer", "stunt_double"),
        ("set_up", "14"),
        ("activity", "rehearsal"),
        ("watched_by", "assistant"),
        ("mark", "A"),
        ("briefed", "yes"),
    ];
    let fields: Vec<_> = filled
        .iter()
        .map(|(a, b)| ((*a).into(), (*b).into()))
        .collect();
    let asked = issue::read(&"rubber-one".parse().unwrap(), &Fields::from(fields)).unwrap();
    let told = serde_json::to_value(asked.what).unwrap();
    for (field, value) in filled.iter().take(5) {
        assert_eq!(told[field], *value, "{told}");
    }
    assert_eq!(told["briefed"], true, "{told}");
}

#[test]
fn the_pages_of_a_check_ask_all_that_a_check_takes() {
    let (seen, viewer) = (UNIT.seen(), Viewer::default());
    let blank = Blank {
        request: "",
        fields: &Fields::default(),
        faults: &Faults::default(),
    };
    let page = |id: &str| {
        let named = UNIT
            .state
            .weapons
            .get_key_value(&id.parse().unwrap())
            .unwrap();
        check::check(named, &blank, (&seen, &viewer)).into_string()
    };
    let pages = ["hero-one", "rubber-one"].map(page);
    // A position is a box of its own; what is of other kinds of weapon stands on theirs.
    let known = [
        "weapon",
        "positions",
        "edge",
        "fixing_firm",
        "paper_read",
        "ramrod_rang",
        "power_out",
    ];
    assert_eq!(missing("check", &pages, &known), [""; 0]);
    assert!(pages.iter().any(|it| it.contains("name=\"p6\"")));
}

#[test]
fn a_part_that_may_be_left_out_does_not_hold_a_form_back() {
    let blank = Blank {
        request: "",
        fields: &Fields::default(),
        faults: &Faults::default(),
    };
    let page = |form: &str| {
        let sheet = Sheet::of(form).unwrap();
        ask::ask(sheet, (&blank, None), (&UNIT.seen(), &Viewer::default())).into_string()
    };
    let training = page("record_training");
    assert!(training.contains(r#"name="person" required"#), "{training}");
    assert!(training.contains(r#"name="paper.kind""#), "{training}");
    assert!(
        !training.contains(r#"name="paper.kind" required"#),
        "{training}"
    );
    let qualification = page("record_qualification");
    assert!(
        qualification.contains(
            r#"name="paper.kind" type="text" maxlength="2000" autocomplete="off" required"#
        ),
        "{qualification}"
    );
}
