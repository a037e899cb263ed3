//! What goes on paper, and the page that a code on paper leads to.

use custody::id::{LotId, WeaponId};
use pages::{
    Language, Viewer,
    form::{Blank, Fields},
    page::{cards::cards, concern, labels::labels},
    print::{Chosen, Paper},
};

use crate::sample::Unit;

const ORIGIN: &str = "https://hub.local:7300";

/// Where a phone that does not trust the hub yet reaches the stop.
const STOP: &str = "http://hub.local:7300";

/// As long as an id may be.
const LONG: &str = "the-longest-name-that-anybody-has-ever-written-on-a-tag-of-1873";

fn chosen(of: Option<&'static str>) -> Chosen<'static> {
    Chosen {
        of,
        paper: Paper::A4,
        origin: ORIGIN,
        stop: STOP,
    }
}

fn viewer(language: Language) -> Viewer {
    Viewer {
        person: Some("armorer".parse().unwrap()),
        language,
        ..Viewer::default()
    }
}

/// The good day with a weapon and a lot of the longest names.
fn unit() -> Unit {
    let mut unit = Unit::california(36);
    let state = &mut unit.state;
    let mut weapon = state.weapons.values().next().unwrap().clone();
    weapon.features.serial = Some("<b>SN 0001873-0000456</b>".to_owned());
    weapon.features.rack = Some("R 17".to_owned());
    weapon.features.twin = Some(LONG.parse().unwrap());
    state.weapons.insert(LONG.parse().unwrap(), weapon);
    let lot = state.lots.values().next().unwrap().clone();
    state.lots.insert(LONG.parse().unwrap(), lot);
    unit
}

fn printed(unit: &Unit, of: Option<&'static str>, language: Language) -> String {
    labels(&chosen(of), (&unit.seen(), &viewer(language))).into_string()
}

/// Every code of a page, as rows of dark (`#`) and light modules, its quiet zone with it.
fn codes(page: &str) -> Vec<Vec<String>> {
    let drawn = page.split(r#"<svg class="code""#).skip(1);
    drawn
        .map(|svg| modules(svg.split("</svg>").next().unwrap()))
        .collect()
}

fn modules(svg: &str) -> Vec<String> {
    let whole = svg.split(r#"viewBox="0 0 "#).nth(1).unwrap();
    let width: usize = whole.split(' ').next().unwrap().parse().unwrap();
    let path = svg.split(r##"fill="#000" d=""##).nth(1).unwrap();
    let mut rows = vec![vec![b' '; width]; width];
    for run in path.split('"').next().unwrap().split('M').skip(1) {
        let (at, long) = run.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let long: usize = long.split('v').next().unwrap().parse().unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        let row = rows.get_mut(y).unwrap();
        row.get_mut(x..x + long).unwrap().fill(b'#');
    }
    let rows = rows.into_iter();
    rows.map(|row| String::from_utf8(row).unwrap()).collect()
}

/// The code of a text as the standard has it.
fn code(text: &str) -> Vec<String> {
    let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M).unwrap();
    let drawn = code
        .render()
        .quiet_zone(true)
        .dark_color('#')
        .light_color(' ')
        .build();
    drawn.lines().map(str::to_owned).collect()
}

#[test]
fn the_code_on_each_label_leads_to_its_weapon_or_lot() {
    let unit = unit();
    let weapons = unit.state.weapons.keys();
    let lots = unit.state.lots.keys();
    let addresses: Vec<String> = weapons
        .map(|id| format!("{ORIGIN}/weapon/{id}"))
        .chain(lots.map(|id| format!("{ORIGIN}/rounds#{id}")))
        .collect();
    let page = printed(&unit, None, Language::English);
    let codes = codes(&page);
    assert_eq!(codes.len(), addresses.len());
    for (found, address) in codes.iter().zip(&addresses) {
        assert_eq!(*found, code(address), "{address}");
        assert!(page.contains(&format!(" · {address}</p>")), "{address}");
    }
    assert_ne!(codes.first(), Some(&code(addresses.last().unwrap())));
}

#[test]
fn the_labels_of_weapons_or_of_lots_are_printed_alone_when_that_is_wanted() {
    let unit = unit();
    let (weapons, lots) = (unit.state.weapons.len(), unit.state.lots.len());
    for (of, n) in [
        (None, weapons + lots),
        (Some("weapons"), weapons),
        (Some("lots"), lots),
        (Some("anything"), weapons + lots),
    ] {
        let page = printed(&unit, of, Language::English);
        assert_eq!(page.matches(r#"<li class="label">"#).count(), n, "{of:?}");
        let sheets = page.matches(r#"<section class="sheet a4">"#).count();
        assert_eq!(sheets, n.div_ceil(10), "{of:?}");
    }
}

#[test]
fn a_label_says_name_class_rack_and_serial_in_each_language() {
    let unit = unit();
    for (language, says) in [
        (
            Language::English,
            ["Rack: <b>R 17</b>", "Serial: ", "Made for"],
        ),
        (
            Language::Spanish,
            ["Armero: <b>R 17</b>", "Serie: ", "Hecho para"],
        ),
    ] {
        let page = printed(&unit, None, language);
        for text in says {
            assert!(page.contains(text), "{text} in {page}");
        }
        assert!(
            page.contains(r#"<p class="called longest">The Longest Name"#),
            "{page}"
        );
        assert!(
            page.contains("&lt;b&gt;SN 0001873"),
            "what was written is never run"
        );
        assert!(!page.contains(" style=") && !page.contains("<style"));
    }
}

#[test]
fn nothing_to_label_says_what_to_do_first() {
    let mut unit = Unit::california(36);
    unit.state.weapons.retain(|_: &WeaponId, _| false);
    unit.state.lots.retain(|_: &LotId, _| false);
    let page = printed(&unit, None, Language::English);
    assert!(page.contains("Nothing to label is on record. Book a delivery first."));
    assert!(!page.contains(r#"class="sheet"#));
}

#[test]
fn a_set_in_california_prints_on_letter_unless_it_wants_a4() {
    for (named, place, paper) in [
        (None, "us/us-ca", Paper::Letter),
        (None, "ca/ca-on", Paper::Letter),
        (None, "uk", Paper::A4),
        (Some("a4"), "us/us-ca", Paper::A4),
        (Some("letter"), "uk", Paper::Letter),
        (Some("a5"), "uk", Paper::A4),
    ] {
        assert_eq!(Paper::of(named, place), paper, "{named:?} {place}");
    }
}

#[test]
fn codes_that_lead_to_this_computer_alone_are_told_as_such() {
    let unit = unit();
    for (origin, told) in [
        ("http://localhost:7300", true),
        ("http://127.0.0.1:7300", true),
        (ORIGIN, false),
    ] {
        let chosen = Chosen {
            origin,
            ..chosen(None)
        };
        let page = labels(&chosen, (&unit.seen(), &viewer(Language::English))).into_string();
        assert_eq!(page.contains("means this computer alone"), told, "{origin}");
    }
}

#[test]
fn make_safe_cards_are_numbered_and_each_leads_to_the_stop() {
    let unit = unit();
    let around = (&unit.seen(), &viewer(Language::English));
    let page = cards(&chosen(Some("cards")), Some(5), around).into_string();
    assert_eq!(page.matches(r#"<li class="card">"#).count(), 5);
    for n in 1..=5 {
        assert!(page.contains(&format!("Card {n} of 5")), "{n}");
    }
    assert_eq!(page.matches(r#"<section class="sheet a4">"#).count(), 2);
    let stop = code(&format!("{STOP}/stop"));
    assert_eq!(codes(&page), vec![stop.clone(); 5]);
    let poster = cards(&chosen(Some("poster")), None, around).into_string();
    assert_eq!(codes(&poster), [stop]);
    let most = cards(&chosen(None), Some(u32::MAX), around).into_string();
    assert_eq!(codes(&most).len(), 97);
}

#[test]
fn cards_and_poster_are_in_each_language() {
    let unit = unit();
    let page = cards(
        &chosen(None),
        None,
        (&unit.seen(), &viewer(Language::Spanish)),
    )
    .into_string();
    for text in [
        "Tarjeta 8 de 8",
        "Cualquiera puede parar",
        "10 de marzo de 2026",
    ] {
        assert!(page.contains(text), "{text} in {page}");
    }
}

fn concern_page(unit: &Unit, fields: &Fields, viewer: &Viewer) -> String {
    let faults = concern::read(fields).err().unwrap_or_default();
    let blank = Blank {
        request: "r1",
        fields,
        faults: &faults,
    };
    concern::stop_or_concern(&blank, (&unit.seen(), viewer)).into_string()
}

fn about(text: &str) -> Fields {
    Fields::from(vec![("about".to_owned(), text.to_owned())])
}

#[test]
fn an_empty_concern_is_told_beside_its_field_and_a_long_one_keeps_its_words() {
    let unit = unit();
    let anybody = Viewer::default();
    let page = concern_page(&unit, &about("  "), &anybody);
    assert!(
        page.contains(r#"id="wrong-about">Say what it is about"#),
        "{page}"
    );
    let long = "é".repeat(concern::MOST + 1);
    let page = concern_page(&unit, &about(&long), &anybody);
    assert!(page.contains("Say it in 2000 letters at most.") && page.contains(&long));
    assert!(concern::read(&about(&long[2..])).is_ok());
    let page = concern_page(&unit, &about("<script>"), &anybody);
    assert!(page.contains("&lt;script&gt;</textarea>"), "{page}");
}

#[test]
fn the_stop_page_shows_a_stranger_nothing_of_the_set_but_its_name() {
    let unit = unit();
    for (language, says) in [
        (Language::English, "it goes without a name"),
        (Language::Spanish, "va sin nombre"),
    ] {
        let anybody = Viewer {
            language,
            ..Viewer::default()
        };
        let page = concern_page(&unit, &about("x"), &anybody);
        assert!(page.contains(says), "{page}");
        assert!(page.contains("main-unit"));
        assert!(
            !page.contains("data-unit") && !page.contains("Hero") && !page.contains("nameless")
        );
        assert!(concern_page(&unit, &about("x"), &viewer(language)).contains(r#"name="nameless""#));
    }
}
