//! What is printed from a record is what its entries say.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests"
)]

use std::path::Path;

use custody::{
    input::{Report, What},
    names::Role,
};
use logbook::{
    Entry, Founding,
    papers::{
        Papers,
        incident::{Form, Moment, forms},
        manifest::NotSent,
    },
};
use serde_json::{Value, json};

fn founding() -> Founding {
    Founding {
        seq: 0,
        format: 1,
        at: "2026-03-10T12:00:00Z".parse().unwrap(),
        origin: "main-unit".to_owned(),
        key: None,
        founder: None,
        place: "us/us-ca".to_owned(),
        zone: "America/Los_Angeles".to_owned(),
        kind: custody::names::Kind::Screen,
        people: [("armorer".parse().unwrap(), vec![Role::Armorer])].into(),
        books: String::new(),
        engine: "0".to_owned(),
    }
}

/// A record of these, an hour after another, each a go; the third part of each is its date.
fn told(lines: &[(&str, Value)]) -> Papers {
    let mut papers = Papers::of(founding());
    for (n, (date, line)) in lines.iter().enumerate() {
        let mut what = line.clone();
        let follows = what
            .as_object_mut()
            .unwrap()
            .remove("follows")
            .unwrap_or(json!([]));
        let go = if what.get("ask").is_some() {
            json!([{"go": true}])
        } else {
            json!([])
        };
        let entry = json!({"seq": n + 1, "at": format!("{date}T{:02}:00:00Z", 12 + n), "date": date,
            "by": "armorer", "what": what, "rows": go, "books": [], "engine": "0",
            "consequences": follows});
        let entry: Entry = serde_json::from_value(entry).unwrap();
        papers.take(&entry).unwrap();
    }
    papers
}

const DAY: &str = "2026-03-10";

fn delivery() -> (&'static str, Value) {
    (
        DAY,
        json!({"report": "delivery", "from": "rental_house",
        "weapons": [{"weapon": "h1", "features": {"said_to_be": "firearm", "serial": "4711",
            "rack": "R7"}, "lender": "rental_house", "due_back": "2026-03-20"}],
        "lots": [{"lot": "quarters", "rounds": 50}]}),
    )
}

#[test]
fn the_register_says_what_came_from_whom_and_when_it_is_due_back() {
    let papers = told(&[
        delivery(),
        (DAY, json!({"ask": "accept_weapon", "weapon": "h1"})),
    ]);
    let row = &papers.register()[0];
    assert_eq!(row.serial.as_deref(), Some("4711"));
    assert_eq!(row.rack.as_deref(), Some("R7"));
    assert_eq!(row.from.as_ref().unwrap().as_str(), "rental_house");
    assert_eq!(row.due_back.unwrap().to_string(), "2026-03-20");
    assert_eq!((row.custodian.as_str(), row.returned), ("safe", None));
}

#[test]
fn a_weapon_that_was_sent_is_delivered_to_the_other_unit_by_the_entry_that_sent_it() {
    let mut lines = vec![
        delivery(),
        (DAY, json!({"ask": "accept_weapon", "weapon": "h1"})),
    ];
    let h1 = || ["h1".parse().unwrap()];
    assert_eq!(
        told(&lines).delivery(&h1(), "root"),
        Err(NotSent::Here("h1".parse().unwrap()))
    );
    lines.push((
        DAY,
        json!({"ask": "send", "weapon": "h1", "to_record": "second-unit"}),
    ));
    let papers = told(&lines);
    let body = papers.delivery(&h1(), "root").unwrap();
    let from = body.weapons[0].from_record.as_ref().unwrap();
    assert_eq!(
        (from.record.as_str(), from.entry, from.checkpoint.as_str()),
        ("main-unit", 3, "root")
    );
    assert_eq!(papers.register()[0].custodian, "carrier");

    // the other unit reads it as its own report: in quarantine, unchecked, its features known
    let written = serde_json::to_value(What::Report(Report::Delivery(body))).unwrap();
    let other = told(&[(DAY, written)]);
    let weapon = &other.state().weapons[&"h1".parse().unwrap()];
    assert!(weapon.quarantined && !weapon.accepted && !weapon.check_holds());
    assert_eq!(other.register()[0].came_by.as_deref(), Some("main-unit 3"));
    assert_eq!(other.register()[0].serial.as_deref(), Some("4711"));
}

#[test]
fn no_manifest_names_a_weapon_that_nobody_knows() {
    let unknown = told(&[]).delivery(&["h9".parse().unwrap()], "root");
    assert_eq!(unknown, Err(NotSent::Unknown("h9".parse().unwrap())));
}

#[test]
fn a_lot_of_a_day_is_what_was_there_what_came_and_what_is_left() {
    let next = "2026-03-11";
    let papers = told(&[
        delivery(),
        (DAY, json!({"ask": "accept_lot", "lot": "quarters"})),
        (
            next,
            json!({"ask": "transfer", "lot": "quarters", "rounds": 2, "from": "safe", "to": "destroyed"}),
        ),
        (
            next,
            json!({"report": "missing", "lot": "quarters", "rounds": 1, "account": "safe"}),
        ),
    ]);
    let first = &papers.lots(Some(DAY.parse().unwrap()))[0];
    assert_eq!(
        (first.before.all(), first.came, first.after.fresh),
        (0, 50, 50)
    );
    let second = &papers.lots(None)[0];
    assert_eq!((second.before.fresh, second.came), (50, 0));
    assert_eq!(
        (second.after.fresh, second.after.away, second.after.missing),
        (47, 2, 1)
    );
}

fn real() -> Vec<Form> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
    forms(&std::fs::read_to_string(root.join("reports.json")).unwrap()).unwrap()
}

/// A moment, seven hours behind UTC.
fn at(time: &str) -> Moment {
    Moment {
        at: time.parse().unwrap(),
        zone: jiff::tz::TimeZone::fixed(jiff::tz::offset(-7)),
    }
}

fn hurt() -> Papers {
    let clock = json!([{"rule": "OSHA", "effect": {"clock": {"hours": 24, "to": "OSHA"}}},
        {"rule": "KEEP", "effect": "preserve"}]);
    told(&[
        delivery(),
        (
            DAY,
            json!({"report": "injury", "weapon": "h1", "person": "armorer", "severity": "hospital",
            "follows": clock}),
        ),
        (DAY, json!({"report": "lock_away", "weapon": "h1"})),
    ])
}

#[test]
fn the_report_of_an_incident_answers_what_its_place_asks_for_as_far_as_the_record_knows() {
    let now = at("2026-03-10T14:00:00Z");
    let paper = hurt()
        .incident(&"incident-1".parse().unwrap(), &real(), &now)
        .unwrap();
    let asked: Vec<&str> = paper
        .forms
        .iter()
        .map(|form| form.provision.as_str())
        .collect();
    assert_eq!(asked, ["OSHA-1904.39.b.2", "CALOSHA-342.c"]);
    let osha = &paper.forms[0].items;
    assert_eq!(osha.len(), 8);
    assert_eq!(osha[2].1.as_deref(), Some("2026-03-10T06:00:00-07"));
    assert_eq!(osha[3].1.as_deref(), Some("injury, hospital"));
    assert_eq!(osha[4].1.as_deref(), Some("1"));
    assert_eq!(osha[6].1, None);
    let altered = paper.forms[1].items.last().unwrap().1.clone().unwrap();
    assert!(
        altered.starts_with("lock_away of h1 by armorer"),
        "{altered}"
    );
}

#[test]
fn a_deadline_says_how_much_time_is_left_and_when_it_has_passed() {
    let left = |now: &str| {
        let paper = hurt().incident(&"incident-1".parse().unwrap(), &[], &at(now));
        paper.unwrap().deadlines[0].minutes_left
    };
    assert_eq!(left("2026-03-10T14:00:00Z"), 23 * 60);
    assert_eq!(left("2026-03-11T13:00:00Z"), 0);
    assert_eq!(left("2026-03-11T13:01:00Z"), -1);
}

#[test]
fn every_form_belongs_to_a_provision_of_the_catalogue() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
    let provisions = std::fs::read_to_string(root.join("provisions.csv")).unwrap();
    for form in real() {
        let known = provisions
            .lines()
            .any(|line| line.starts_with(&format!("{},", form.provision)));
        assert!(known, "{}", form.provision);
        assert!(
            ["verified", "secondary"].contains(&form.status.as_str()),
            "{}",
            form.provision
        );
    }
}
