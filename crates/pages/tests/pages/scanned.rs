//! Lists of a form that are scanned: who is at a meeting, what a relief hands over.

use std::sync::LazyLock;

use custody::id::PersonId;
use pages::{
    Language, Viewer,
    form::{Blank, Faults, Fields},
    page::ask,
    sheet::{
        Field, Kind, Sheet, Thing,
        scan::{self, Ticked},
    },
};

use crate::sample::Unit;

static UNIT: LazyLock<Unit> = LazyLock::new(|| Unit::california(24));

fn fields(of: &[(&str, &str)]) -> Fields {
    let pairs = of
        .iter()
        .map(|(name, value)| ((*name).into(), (*value).into()));
    Fields::from(pairs.collect::<Vec<_>>())
}

/// The second performer's.
fn badge(code: &str) -> Option<PersonId> {
    (code == "PH00FF").then(|| "second".parse().unwrap())
}

/// A code taken into a list of a form.
fn taken(sheet: &str, filled: &Fields) -> Result<(Fields, Ticked), Faults> {
    let (list, code) = scan::code(filled).unwrap();
    let sheet = Sheet::of(sheet).unwrap();
    scan::take(sheet, (filled, list, code), &UNIT.seen(), badge)
}

fn page(sheet: &str, of: (&Fields, &Faults, Option<&Ticked>), language: Language) -> String {
    let blank = Blank {
        request: "r",
        fields: of.0,
        faults: of.1,
    };
    let viewer = Viewer {
        language,
        ..Viewer::default()
    };
    let sheet = Sheet::of(sheet).unwrap();
    ask::ask(sheet, (&blank, of.2), (&UNIT.seen(), &viewer)).0
}

fn present(fields: &Fields) -> Vec<&str> {
    fields.all("present").collect()
}

/// Who is ticked on the page of a meeting.
fn ticked_on(page: &str) -> Vec<&str> {
    let boxes = page.split("name=\"present\" value=\"").skip(1);
    let boxes = boxes.filter_map(|it| it.split_once('>')?.0.strip_suffix("\" checked"));
    boxes.collect()
}

#[test]
fn whoever_is_scanned_at_a_meeting_is_ticked_and_nothing_else_changes() {
    let begun = fields(&[("scenes", "14"), ("on_site", "yes"), ("present", "armorer")]);
    for code in [
        "https://set.local:7300/person/second",
        "http://10.0.0.2/person/second?from=label",
        "second",
        "PH00FF",
    ] {
        let (now, ticked) =
            taken("hold_meeting", &begun.clone().with("code:present", code)).unwrap();
        assert_eq!(now, begun.clone().with("present", "second"), "{code}");
        let says = Ticked {
            list: "present".to_owned(),
            id: "second".to_owned(),
            again: false,
        };
        assert_eq!(ticked, says, "{code}");
        let told = page(
            "hold_meeting",
            (&now, &Faults::default(), Some(&ticked)),
            Language::English,
        );
        assert!(told.contains("Second is ticked."), "{told}");
        assert_eq!(ticked_on(&told), ["armorer", "second"], "{told}");
        assert!(told.contains(r#"value="14" checked"#), "{told}");
    }
}

#[test]
fn whoever_is_scanned_twice_is_there_once_and_that_is_said() {
    let begun = fields(&[("present", "second"), ("code:present", "second")]);
    let (now, ticked) = taken("hold_meeting", &begun).unwrap();
    assert_eq!(present(&now), ["second"]);
    assert!(ticked.again);
    for (language, says) in [
        (Language::English, "Second is ticked already."),
        (Language::Spanish, "Second: ya tenía marca."),
    ] {
        let told = page(
            "hold_meeting",
            (&now, &Faults::default(), Some(&ticked)),
            language,
        );
        assert!(told.contains(says), "{told}");
    }
}

#[test]
fn a_code_of_nothing_in_the_list_ticks_nothing_and_says_so() {
    for code in [
        "9780141036144",
        "<b>",
        "nobody",
        "PH00FE",
        "hero-one",
        "http://set.local/weapon/hero-one",
        "http://set.local/weapon/lead",
        "http://set.local/person/",
    ] {
        let begun = fields(&[
            ("present", "armorer"),
            ("on_site", "yes"),
            ("code:present", code),
        ]);
        let faults = taken("hold_meeting", &begun).unwrap_err();
        assert!(faults.says("code:present", "wrong-code-list"), "{code}");
        let told = page("hold_meeting", (&begun, &faults, None), Language::English);
        assert_eq!(ticked_on(&told), ["armorer"], "{code}: {told}");
        assert!(told.contains("nothing was ticked"), "{code}: {told}");
    }
}

#[test]
fn a_relief_takes_weapons_and_no_people() {
    let relief = |code| {
        taken(
            "relieve",
            &fields(&[("from", "armorer"), ("code:weapons", code)]),
        )
    };
    let (now, ticked) = relief("http://set.local/weapon/hero-one").unwrap();
    assert_eq!(now.all("weapons").collect::<Vec<_>>(), ["hero-one"]);
    assert_eq!(
        (ticked.id.as_str(), now.get("from")),
        ("hero-one", Some("armorer"))
    );
    for code in ["armorer", "PH00FF", "http://set.local/person/armorer"] {
        assert!(relief(code).is_err(), "{code}");
    }
    // A field that is no list takes no code.
    for field in ["code:from", "code:nothing", "code:weapons.0", "code:"] {
        let filled = fields(&[(field, "hero-one")]);
        assert!(taken("relieve", &filled).is_err(), "{field}");
    }
}

/// The lists of people and weapons of a form, as the page names them at first.
fn lists(of: &[Field], under: &str) -> Vec<String> {
    let lists = of.iter().map(|field| {
        let at = format!("{under}{}", field.name);
        match &field.kind {
            Kind::Many(Thing::Person | Thing::Weapon) => vec![at],
            Kind::Group(fields) => lists(fields, &format!("{at}.")),
            Kind::Rows(fields) => lists(fields, &format!("{at}.0.")),
            _ => Vec::new(),
        }
    });
    lists.flatten().collect()
}

#[test]
fn every_list_of_people_or_weapons_of_every_form_is_scanned_and_nothing_else() {
    let mut all = Vec::new();
    for name in Sheet::names() {
        let lists = lists(&Sheet::of(name).unwrap().fields, "");
        let blank = (&Fields::default(), &Faults::default(), None);
        let told = page(name, blank, Language::English);
        let has = |it: &str| told.contains(it);
        assert_eq!(told.matches("data-takes=").count(), lists.len(), "{name}");
        assert_eq!(has("id=\"scanner\""), !lists.is_empty(), "{name}");
        for list in lists {
            assert!(has(&format!(r#"data-takes="{list}""#)), "{name}: {list}");
            assert!(has(&format!(r#"for="code:{list}""#)), "{name}: {list}");
            let code = if list.ends_with("present") || list == "to" {
                "lead"
            } else {
                "hero-one"
            };
            let filled = fields(&[(&format!("code:{list}"), code)]);
            let (now, _) = taken(name, &filled).unwrap();
            assert_eq!(now.all(&list).collect::<Vec<_>>(), [code], "{name}: {list}");
            all.push(format!("{name} {list}"));
        }
    }
    for wanted in [
        "hold_meeting present",
        "relieve weapons",
        "count weapons",
        "induct weapons",
    ] {
        assert!(all.iter().any(|it| it == wanted), "{wanted}: {all:?}");
    }
}

#[test]
fn enter_in_a_scanned_form_asks_for_nothing_that_is_missing() {
    let blank = (&Fields::default(), &Faults::default(), None);
    let told = page("hold_meeting", blank, Language::English);
    let form = told.split_once("data-form=\"hold_meeting\"").unwrap().1;
    let first = form.split_once("<button").unwrap().1;
    let first = first.split_once('>').unwrap().0;
    assert!(
        first.contains("formnovalidate") && !first.contains("name="),
        "{first}"
    );
}
