//! The page of a line, asked and answered, with names as long as names may be.

use std::sync::Arc;

use custody::{
    id::{PersonId, WeaponId},
    input::{Input, What},
};
use pages::{
    Language, Viewer,
    form::{Blank, Faults, Fields},
    page::line::{self, Answered, Chosen, Line, Step},
};
use rules::desk::Desk;
use serde_json::json;

use crate::sample::{Unit, shelf};

const WEAPON: &str = "rifle-of-the-third-background-performer-left-with-blue-tape";
const BEARER: &str = "performer-standing-in-for-the-second-lead-in-the-wide-shot";

/// The day before anything went out for scene 14, with a weapon and a person of the longest names.
fn unit() -> Unit {
    let mut unit = Unit::california(33);
    let weapon = unit.state.weapons.values().next().unwrap().clone();
    let person = unit.state.people.values().next().unwrap().clone();
    unit.state.weapons.insert(WEAPON.parse().unwrap(), weapon);
    unit.state.people.insert(BEARER.parse().unwrap(), person);
    unit
}

fn viewer(who: &str, language: Language) -> Viewer {
    Viewer {
        person: Some(who.parse().unwrap()),
        language,
        ..Viewer::default()
    }
}

/// What a page says outside its tags, and in its labels.
fn whole(page: &str) {
    for missing in ["line-", "wrong-", "input-", "role-", "scan-"] {
        let said = format!(">{missing}");
        assert!(
            !page.contains(&said),
            "a text that is missing, {missing}: {page}"
        );
    }
    let (ids, labels) = (
        page.matches(" id=\"").count(),
        page.matches(" for=\"").count(),
    );
    assert!(ids >= labels, "a label of nothing: {page}");
}

#[test]
fn every_step_of_a_line_has_its_page_in_every_language() {
    let unit = unit();
    let seen = unit.seen();
    let fields = Fields::default();
    for (step, language) in Step::ALL
        .into_iter()
        .flat_map(|step| Language::ALL.map(|it| (step, it)))
    {
        let viewer = viewer("armorer", language);
        let chosen = Chosen {
            step: Some(step),
            set_up: Some("14".parse().unwrap()),
            weapons: vec!["hero-two".parse().unwrap(), WEAPON.parse().unwrap()],
        };
        let mut line = Line::begun(&chosen, std::iter::empty(), (&seen, &viewer));
        for row in &mut line.rows {
            row.bearer = Some(BEARER.parse().unwrap());
        }
        let blank = Blank {
            request: "r",
            fields: &fields,
            faults: &Faults::default(),
        };
        let page = line::form(&line, &blank, (&seen, &viewer)).0;
        whole(&page);
        let name = "Rifle Of The Third Background Performer Left With Blue Tape";
        assert!(
            page.contains("Hero Two") && page.contains(name),
            "{step:?}: {page}"
        );
        assert!(
            page.contains(&format!("value=\"{WEAPON}\"")),
            "{step:?}: {page}"
        );
        assert_eq!(page.matches("<li ").count(), 2, "{step:?}");
    }
}

#[test]
fn an_empty_line_says_what_to_do_and_a_code_that_nothing_has_is_told() {
    let unit = unit();
    let seen = unit.seen();
    let viewer = viewer("armorer", Language::English);
    let line = Line {
        step: Step::Show,
        set_up: None,
        rows: Vec::new(),
        all: Fields::default(),
    };
    let mut faults = Faults::default();
    faults.add("code", "wrong-code");
    let fields = Fields::from(vec![("code".to_owned(), "<b>9780141036144".to_owned())]);
    let blank = Blank {
        request: "r",
        fields: &fields,
        faults: &faults,
    };
    let page = line::form(&line, &blank, (&seen, &viewer)).0;
    whole(&page);
    assert!(
        page.contains("&lt;b&gt;9780141036144") && !page.contains("<b>9780"),
        "{page}"
    );
    assert!(page.contains("id=\"wrong-code\""), "{page}");
    assert_eq!(page.matches("<li ").count(), 0);
}

#[test]
fn a_line_that_is_refused_names_every_reason_once_and_who_may_mend_it() {
    let unit = unit();
    let seen = unit.seen();
    let weapons = ["hero-two", "rifle-one", WEAPON];
    let what: What = serde_json::from_value(json!({
        "ask": "issue",
        "rows": weapons.map(|it| json!({"weapon": it, "bearer": BEARER, "set_up": "14"})),
    }))
    .unwrap();
    let by: PersonId = "first_ad".parse().unwrap();
    let shelf = shelf();
    let input = Input {
        at: unit.at,
        date: unit.zone.to_datetime(unit.at).date(),
        by: Some(by),
        with: Vec::new(),
        what: what.clone(),
    };
    let rows = Desk::new(Arc::clone(&shelf))
        .decide(&unit.state, &input)
        .rows;
    assert!(rows.iter().all(|row| !row.go), "{rows:#?}");
    let reasons = rows.iter().flat_map(|row| &row.reasons);
    let remedies =
        reasons.filter_map(|it| Some((it.rule.as_str(), shelf.rule(&it.rule)?.step?.ask())));
    let line = Line::of(&what, &[]).unwrap();
    let it = Answered {
        line: &line,
        rows: &rows,
        entry: Some(61),
        at: unit.at,
        passed: false,
        remedies: remedies.collect(),
    };
    for language in Language::ALL {
        let page = line::answered(&it, (&seen, &viewer("first_ad", language))).0;
        whole(&page);
        assert!(page.contains("data-answer=\"no\"") && !page.contains("data-answer=\"go\""));
        for weapon in weapons {
            let id: WeaponId = weapon.parse().unwrap();
            assert!(page.contains(&pages::name::weapon(&id)), "{weapon}: {page}");
        }
        // The first AD announces and may not show.
        let leads = |to: &str| page.contains(&format!("href=\"{to}"));
        assert!(leads("/line?ask=announce") && !leads("/line?ask=show") && !leads("/ask/show"));
    }
    let page = line::answered(&it, (&seen, &viewer("first_ad", Language::English))).0;
    assert!(page.contains("To show, ask: Armorer"), "{page}");
    let page = line::answered(&it, (&seen, &viewer("armorer", Language::English))).0;
    assert!(page.contains("To announce, ask: First AD"), "{page}");
    assert!(page.contains("href=\"/line?ask=show"), "{page}");
}
