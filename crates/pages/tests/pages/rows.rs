//! Rows of a line that say otherwise than what stands for all.

use std::collections::BTreeSet;

use custody::{id::PersonId, input::What};
use logbook::Entry;
use pages::{
    Language, Viewer, Words,
    form::{Blank, Faults, Fields},
    page::line::{self, Chosen, Line, Step},
};
use serde_json::{Value, json};

use crate::sample::Unit;

const WEAPONS: [&str; 3] = ["hero-one", "hero-two", "rifle-one"];
const BEARERS: [&str; 3] = ["lead", "second", "background_1"];

/// Fields of every step, as somebody fills them in for all.
const FOR_ALL: [(&str, &str); 15] = [
    ("set_up", "12"),
    ("purpose", "filming"),
    ("bore_by", "light"),
    ("lot", "quarters-45"),
    ("rounds", "1"),
    ("activity", "rehearsal"),
    ("also", "camera_operator"),
    ("shots", "1"),
    ("seal", "S-1"),
    ("witness", "first_ad"),
    ("witness-how", "spoken"),
    ("accepts", "first_ad"),
    ("hears1", "first_ad"),
    ("hears2", "assistant"),
    ("briefed", "yes"),
];

/// Three weapons of one step, with what rows say for themselves.
fn filled(step: &str, own: &[(&str, &str)]) -> Fields {
    let mut fields = vec![("ask".to_owned(), step.to_owned())];
    for (nth, (weapon, bearer)) in WEAPONS.iter().zip(BEARERS).enumerate() {
        for (name, value) in [("weapon", *weapon), ("bearer", bearer), ("on", "yes")] {
            fields.push((format!("row.{nth}.{name}"), value.to_owned()));
        }
    }
    let rest = FOR_ALL.iter().chain(own);
    fields.extend(rest.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    Fields::from(fields)
}

fn read(unit: &Unit, fields: &Fields) -> Result<What, Faults> {
    let line = line::filled(fields);
    line::read(&line, fields, &unit.seen()).map(|asked| asked.what)
}

fn page(unit: &Unit, (fields, faults): (&Fields, &Faults), language: Language) -> String {
    let viewer = Viewer {
        person: Some("armorer".parse().unwrap()),
        language,
        ..Viewer::default()
    };
    let blank = Blank {
        request: "r",
        fields,
        faults,
    };
    line::form(&line::filled(fields), &blank, (&unit.seen(), &viewer)).into_string()
}

/// What each row of an ask says of a field.
fn each(what: &What, field: &str) -> Vec<Value> {
    let what = serde_json::to_value(what).unwrap();
    let rows = what.get("rows").unwrap().as_array().unwrap().iter();
    rows.map(|row| row.get(field).cloned().unwrap_or_default())
        .collect()
}

#[test]
fn a_row_says_otherwise_and_for_the_others_holds_what_stands_for_all() {
    let unit = Unit::california(33);
    let own = [
        ("row.1.set_up", "14"),
        ("row.1.lot", "dummies-45"),
        ("row.1.rounds", " 2 "),
    ];
    let what = read(&unit, &filled("load", &own)).unwrap();
    let of_all = |weapon: &str| json!({"weapon": weapon, "set_up": "12", "rounds": [{"position": 1, "lot": "quarters-45"}]});
    let round = |n: u16| json!({"position": n, "lot": "dummies-45"});
    assert_eq!(
        serde_json::to_value(&what).unwrap(),
        json!({"ask": "load", "rows": [
            of_all("hero-one"),
            {"weapon": "hero-two", "set_up": "14", "rounds": [round(1), round(2)]},
            of_all("rifle-one"),
        ]})
    );
}

#[test]
fn every_step_lets_a_row_say_for_itself_what_is_asked_for_all() {
    let unit = Unit::california(33);
    for (step, field, own, said, all) in [
        (
            "check_out",
            "purpose",
            "training",
            json!("training"),
            json!("filming"),
        ),
        ("check", "bore_by", "rod", json!("rod"), json!("light")),
        ("issue", "set_up", "14", json!("14"), json!("12")),
        (
            "issue",
            "activity",
            "take",
            json!("take"),
            json!("rehearsal"),
        ),
        (
            "issue",
            "activity",
            "planned",
            Value::Null,
            json!("rehearsal"),
        ),
        ("issue", "briefed", "no", json!(false), json!(true)),
        ("clear_to_fire", "set_up", "14", json!("14"), json!("12")),
        ("clear_to_fire", "shots", "3", json!(3), json!(1)),
        ("lock_away", "seal", "S-7", json!("S-7"), json!("S-1")),
    ] {
        let what = read(&unit, &filled(step, &[(&format!("row.1.{field}"), own)])).unwrap();
        let wanted = [all.clone(), said, all];
        assert_eq!(each(&what, field), wanted, "{step} {field}");
    }
    let shown = |own: &[(&str, &str)]| each(&read(&unit, &filled("show", own)).unwrap(), "to");
    assert_eq!(
        shown(&[
            ("row.1.also", "focus_puller"),
            ("row.1.also", "medic"),
            ("row.2.also", "-")
        ]),
        [
            json!(["camera_operator", "lead"]),
            json!(["focus_puller", "medic", "second"]),
            json!(["background_1"])
        ]
    );
}

#[test]
fn what_is_wrong_in_a_row_is_told_there_and_nothing_that_was_typed_is_lost() {
    let unit = Unit::california(33);
    for wrong in ["many", "101", "-1", "1.5"] {
        let own = [("row.1.rounds", wrong), ("row.2.lot", "dummies-45")];
        let fields = filled("load", &own);
        let faults = read(&unit, &fields).unwrap_err();
        assert!(
            faults.has("row.1.rounds") && !faults.has("rounds"),
            "{faults:?}"
        );
        let page = page(&unit, (&fields, &faults), Language::English);
        assert_eq!(page.matches("<details class=\"own\" open>").count(), 1);
        let there = format!(
            "name=\"row.1.rounds\" maxlength=\"100\" autocomplete=\"off\" placeholder=\"As for all\" value=\"{wrong}\""
        );
        for kept in [
            there.as_str(),
            "id=\"wrong-row.1.rounds\"",
            "aria-describedby=\"wrong-row.1.rounds\"",
            "href=\"#wrong-row.1.rounds\"><span>Down to Hero Two</span>",
            "<b>Lot: dummies-45</b>",
            "<option value=\"dummies-45\" selected>",
        ] {
            assert!(page.contains(kept), "{kept}: {page}");
        }
    }
    let own = [("row.1.also", "-"), ("row.1.also", "medic")];
    let faults = read(&unit, &filled("show", &own)).unwrap_err();
    assert!(faults.says("row.1.also", "wrong-line-nobody"), "{faults:?}");
}

#[test]
fn what_stands_for_all_is_needed_where_a_row_says_nothing() {
    let unit = Unit::california(33);
    let for_all = |own: &[(&str, &str)]| {
        let none = [("shots", "")];
        read(&unit, &filled("clear_to_fire", &[&none, own].concat()))
    };
    let two = [("row.0.shots", "1"), ("row.1.shots", "2")];
    let faults = for_all(&two).unwrap_err();
    assert!(
        faults.has("shots") && !faults.has("row.2.shots"),
        "{faults:?}"
    );
    let what = for_all(&[&two[..], &[("row.2.shots", "3")]].concat()).unwrap();
    assert_eq!(each(&what, "shots"), [1, 2, 3]);
    let off = [("row.2.on", ""), ("row.2.shots", "many")];
    let what = for_all(&[two, off].concat()).unwrap();
    assert_eq!(each(&what, "shots"), [1, 2], "left out, with what it said");
}

#[test]
fn a_row_that_cannot_be_read_gives_nothing_to_the_next() {
    let unit = Unit::california(33);
    let own = [
        ("row.0.weapon", "<b>"),
        ("row.0.shots", "9"),
        ("row.1.shots", "2"),
    ];
    let what = read(&unit, &filled("clear_to_fire", &own)).unwrap();
    assert_eq!(each(&what, "weapon"), ["hero-two", "rifle-one"]);
    assert_eq!(each(&what, "shots"), [2, 1]);
}

#[test]
fn each_label_of_a_fold_names_its_weapon_in_every_language() {
    let unit = Unit::california(33);
    let own = [("row.1.briefed", "no"), ("row.1.activity", "planned")];
    let fields = filled("issue", &own);
    for language in Language::ALL {
        let words = Words::of(language);
        let page = page(&unit, (&fields, &Faults::default()), language);
        let folds: Vec<&str> = page.split("<details class=\"own\"").skip(1).collect();
        assert_eq!(folds.len(), WEAPONS.len(), "{page}");
        for (fold, weapon) in folds.iter().zip(["Hero One", "Hero Two", "Rifle One"]) {
            let fold = fold.split("</details>").next().unwrap();
            let named = format!("<span class=\"away\">, {weapon}</span>");
            assert_eq!(fold.matches(&named).count(), 4, "{fold}");
            assert_eq!(fold.matches("<select").count(), 3, "{fold}");
        }
        let text = |key: &str| words.say(key, &[]);
        let (told, planned) = (text("line-told"), text("issue-as-planned"));
        let says = format!(
            "<b>{}: {planned}; {told}: {}</b>",
            text("issue-activity"),
            text("value-no")
        );
        assert!(page.contains(&says), "{says}: {page}");
        assert!(
            !page.contains(">line-") && !page.contains(">field-"),
            "{page}"
        );
    }
}

#[test]
fn nothing_is_folded_away_where_nothing_could_differ() {
    let unit = Unit::california(33);
    for step in ["announce", "collect"] {
        let page = page(
            &unit,
            (&filled(step, &[]), &Faults::default()),
            Language::English,
        );
        assert!(!page.contains("class=\"own\""), "{step}: {page}");
    }
    // How a bore was seen through is asked of what has one.
    let rubber = filled("check", &[("row.2.weapon", "rubber-one")]);
    let page = page(&unit, (&rubber, &Faults::default()), Language::English);
    assert_eq!(page.matches("class=\"own\"").count(), 2, "{page}");
}

#[test]
fn a_line_that_was_asked_tells_what_stood_for_all_and_what_differed() {
    let unit = Unit::california(33);
    let what = read(&unit, &filled("load", &[("row.1.rounds", "2")])).unwrap();
    let line = Line::of(&what, &[]).unwrap();
    assert_eq!(line.set_up.as_ref().unwrap().as_str(), "12");
    assert_eq!(line.all.get("lot"), Some("quarters-45"));
    assert_eq!(line.all.get("rounds"), Some("1"));
    let own = line.rows.iter().map(|row| row.own.get("rounds"));
    assert_eq!(own.collect::<Vec<_>>(), [None, Some("2"), None]);
    let listed = line::listed(&what, &[], Words::of(Language::English)).into_string();
    let all =
        "All, unless said otherwise: Set-up: 12; Lot: quarters-45; Rounds, from position 1: 1";
    assert!(listed.contains(all), "{listed}");
    assert!(
        listed.contains("Hero Two <b>Rounds, from position 1: 2</b>"),
        "{listed}"
    );
    let alike = read(&unit, &filled("load", &[])).unwrap();
    let listed = line::listed(&alike, &[], Words::of(Language::English)).into_string();
    assert!(!listed.contains("Rounds"), "{listed}");
}

#[test]
fn who_bears_what_was_shown_is_told_from_who_stood_by() {
    let unit = Unit::california(33);
    for own in [
        [("row.1.also", "-"), ("row.2.also", "-")],
        [
            ("row.1.also", "assistant"),
            ("row.2.also", "camera_operator"),
        ],
    ] {
        let what = read(&unit, &filled("show", &own)).unwrap();
        let aloud: BTreeSet<PersonId> = BEARERS.iter().map(|it| it.parse().unwrap()).collect();
        let line = Line::of(&what, &aloud.iter().collect::<Vec<_>>()).unwrap();
        let bearers = line
            .rows
            .iter()
            .map(|row| row.bearer.as_ref().unwrap().as_str());
        assert_eq!(bearers.collect::<Vec<_>>(), BEARERS, "{own:?}");
    }
}

/// A line that was asked, and whether each row went.
fn entry(what: &Value, went: &[bool]) -> Entry {
    let rows = went.iter().map(|go| json!({"go": go}));
    let whole = json!({"seq": 9, "at": "2026-03-10T17:00:00Z", "date": "2026-03-10", "by": "armorer",
        "what": what, "rows": rows.collect::<Vec<_>>(), "books": [], "engine": "0"});
    serde_json::from_value(whole).unwrap()
}

fn begun(unit: &Unit, (step, weapons): (Step, &[&str]), entry: &Entry) -> Line {
    let chosen = Chosen {
        step: Some(step),
        set_up: Some("12".parse().unwrap()),
        weapons: weapons.iter().map(|it| it.parse().unwrap()).collect(),
    };
    let viewer = Viewer::default();
    Line::begun(&chosen, std::iter::once(entry), (&unit.seen(), &viewer))
}

#[test]
fn what_was_refused_is_asked_again_as_it_was_asked_but_what_was_seen_or_told() {
    let unit = Unit::california(33);
    let round = json!({"position": 1, "lot": "quarters-45"});
    let load = json!({"ask": "load", "rows": [
        {"weapon": "hero-one", "set_up": "14", "rounds": [round]},
        {"weapon": "hero-two", "set_up": "12", "rounds": [round]},
        {"weapon": "rifle-one", "set_up": "12", "rounds": []},
    ]});
    let entry = |went| self::entry(&load, went);
    let asked = (Step::Load, &["hero-one", "hero-two"][..]);
    let line = begun(&unit, asked, &entry(&[false, false, true]));
    assert_eq!(line.all.get("lot"), Some("quarters-45"));
    assert_eq!(
        line.rows
            .iter()
            .filter(|row| row.own.get("set_up").is_some())
            .count(),
        1
    );
    let line = begun(
        &unit,
        (Step::Load, &["hero-one", "rifle-one"]),
        &entry(&[false, false, true]),
    );
    assert_eq!(line.set_up.unwrap().as_str(), "12", "as the address has it");
    let own = line.rows.iter().map(|row| row.own.get("set_up"));
    assert_eq!(own.collect::<Vec<_>>(), [Some("14"), None]);
    let line = begun(&unit, asked, &entry(&[true, true, true]));
    assert!(
        line.rows.iter().all(|row| row.own == Fields::default()),
        "it went"
    );

    let issue = json!({"ask": "issue", "set_up": "12", "rows": [
        {"weapon": "hero-one", "bearer": "lead", "activity": "take", "briefed": true},
        {"weapon": "hero-two", "bearer": "second", "briefed": false},
    ]});
    let line = begun(
        &unit,
        (Step::Issue, &["hero-one"]),
        &self::entry(&issue, &[false, false]),
    );
    assert_eq!(
        (line.all.get("activity"), line.all.get("briefed")),
        (Some("take"), None)
    );
}
