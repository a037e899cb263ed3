//! What a digest says, in each language and form.

use jiff::{Timestamp, tz::TimeZone};
use logbook::{
    Refused,
    papers::week::{Ending, NotReconciled, RunsOut, StoodDown, Week},
};
use pages::{
    Language, Viewer, Words,
    mail::{self, Letter, Links, Told},
    page::{
        digest::{Linked, linked},
        privacy,
    },
};

const LINKS: Links<'_> = Links {
    origin: "https://hub.example",
    key: "0123",
};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn full(refused: usize) -> Week {
    let one = |seq: u64| Refused {
        seq,
        at: at("2026-03-10T14:03:00Z"),
        by: Some("first_ad".parse().unwrap()),
        what: "issue".to_owned(),
        about: ["hero-one".to_owned()].into(),
        because: ["CA-LAB-9153.a.1".to_owned()].into(),
        remedied: (seq == 0).then(|| at("2026-03-10T14:07:00Z")),
    };
    let ends = |on: &str, of| RunsOut {
        on: on.parse().unwrap(),
        of,
    };
    let armorer = || "armorer".parse().unwrap();
    let (h1, lot) = (|| "h1".parse().unwrap(), || "quarters".parse().unwrap());
    Week {
        from: at("2026-03-09T15:00:00Z"),
        until: at("2026-03-16T15:00:00Z"),
        went: 12,
        refused: (0..refused as u64).map(one).collect(),
        stood_down: vec![StoodDown {
            incident: "incident-1".parse().unwrap(),
            since: at("2026-03-11T10:00:00Z"),
            cause: "discharge".to_owned(),
            scope: custody::names::Scope::Production,
            weapon: None,
            lifted: false,
        }],
        runs_out: vec![
            ends("2026-03-01", Ending::Paper(armorer(), "csatf_s".to_owned())),
            ends("2026-03-20", Ending::Loan(h1())),
            ends(
                "2026-03-21",
                Ending::Standing(armorer(), "permit".to_owned()),
            ),
            ends(
                "2026-03-22",
                Ending::Consent(armorer(), "blank_fire".to_owned()),
            ),
            ends(
                "2026-03-23",
                Ending::Document(Some(h1()), "deactivation".to_owned()),
            ),
            ends("2026-03-24", Ending::Document(None, "insurance".to_owned())),
            ends(
                "2026-03-25",
                Ending::Deadline("incident-1".parse().unwrap(), "Cal/OSHA".to_owned()),
            ),
        ],
        not_reconciled: vec![
            NotReconciled::Missing(lot(), 3),
            NotReconciled::OnTheGround(lot(), 1),
            NotReconciled::Weapon(h1()),
            NotReconciled::NotCounted("safe".parse().unwrap(), None),
            NotReconciled::NotCounted("safe".parse().unwrap(), Some(at("2026-03-02T15:00:00Z"))),
            NotReconciled::NotWrapped("2026-03-13".parse().unwrap()),
        ],
        people: [armorer()].into(),
    }
}

fn letter(week: &Week, language: Language) -> Letter {
    let told = Told {
        unit: "main-unit",
        week,
        zone: &TimeZone::get("America/Los_Angeles").unwrap(),
        rule: &|id| Some(format!("says <{id}>")),
    };
    mail::week(&told, &LINKS, Words::of(language))
}

#[test]
fn a_digest_says_each_thing_with_where_it_stands_in_full() {
    let letter = letter(&full(2), Language::English);
    assert_eq!(letter.subject, "main-unit: the week to 16 March 2026");
    for says in [
        "2 asks were refused, 12 were a go.",
        "10 March 2026, 07:03: issue of Hero One, First AD",
        "CA-LAB-9153.a.1: says <CA-LAB-9153.a.1>",
        "Put right in 4 minutes",
        "Not put right yet",
        "https://hub.example/record?before=2",
        "the whole production, after discharge",
        "It stands.",
        "Past, 1 March 2026: firearms course CSATF S of Armorer",
        "20 March 2026: H1 is due back",
        "Cal/OSHA must be told of incident-1",
        "3 rounds of lot quarters are missing",
        "The day of 13 March 2026 was opened and not wrapped",
        "https://hub.example/digest/leave/0123",
    ] {
        assert!(letter.text.contains(says), "{says} in {}", letter.text);
    }
    assert!(
        letter
            .html
            .contains(r#"href="https://hub.example/incident/incident-1""#)
    );
    assert!(letter.html.contains("says &lt;CA-LAB-9153.a.1&gt;"));
}

#[test]
fn no_text_is_missing_from_any_letter_or_page_in_any_language() {
    for language in Language::ALL {
        let words = Words::of(language);
        let viewer = Viewer {
            language,
            ..Viewer::default()
        };
        let empty = Week {
            refused: Vec::new(),
            stood_down: Vec::new(),
            runs_out: Vec::new(),
            not_reconciled: Vec::new(),
            went: 0,
            ..full(0)
        };
        let letters = [
            letter(&full(50), language),
            letter(&empty, language),
            mail::confirm(("main-unit", true), &LINKS, words),
            mail::already("main-unit", &LINKS, words),
        ];
        let pages = [
            Linked::Confirm {
                to: "/digest/confirm/0123",
                contact: true,
            },
            Linked::Confirmed,
            Linked::Leave("/digest/leave/0123"),
            Linked::Left,
            Linked::Gone,
            Linked::NotNow,
        ];
        let pages = pages.map(|is| linked(is, ("main-unit", &viewer)).0);
        let privacy = privacy::privacy("main-unit", &viewer).0;
        let said = letters
            .iter()
            .flat_map(|it| [&it.subject, &it.text, &it.html]);
        for text in said.chain(&pages).chain([&privacy]) {
            for key in ["mail-", "privacy-", "digest-"] {
                let text = text.replace("/digest-", "");
                assert!(!text.contains(key), "{key} in {text}");
            }
        }
    }
}

#[test]
fn a_long_week_says_how_many_more_there_are() {
    let text = |n| letter(&full(n), Language::English).text;
    assert!(!text(40).contains("more: see"));
    let letter = letter(&full(43), Language::English);
    assert!(letter.text.contains("and 3 more: see the record"));
    assert!(letter.text.contains("REFUSED (43)"));
}
