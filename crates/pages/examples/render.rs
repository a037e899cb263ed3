//! Writes pages of the California day into a folder, to look at: `cargo run -p pages --example render -- FOLDER`.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "an example reads the repository and writes where it is told"
)]

#[path = "../tests/pages/sample.rs"]
mod sample;

use std::path::PathBuf;

use pages::{Look, Markup, Viewer, asset, form, frame, page};
use rules::desk::{Ahead, Of};

fn main() {
    let folder = PathBuf::from(
        std::env::args()
            .nth(1)
            .unwrap_or_else(|| "pages-shown".to_owned()),
    );
    std::fs::create_dir_all(folder.join("assets")).unwrap();
    for file in &asset::ALL {
        std::fs::write(folder.join(file.path.trim_start_matches('/')), file.bytes).unwrap();
    }
    let unit = sample::Unit::california(36);
    for look in [Look::Light, Look::Dark, Look::Rolling] {
        let viewer = Viewer {
            look,
            ..Viewer::default()
        };
        for (name, shown) in every(&unit, &viewer) {
            let shown = shown.into_string().replace("\"/assets/", "\"assets/");
            std::fs::write(folder.join(format!("{name}-{}.html", look.as_str())), shown).unwrap();
        }
    }
}

/// Each page by its name.
fn every(unit: &sample::Unit, viewer: &Viewer) -> Vec<(&'static str, Markup)> {
    let seen = unit.seen();
    let ahead = Ahead {
        at: unit.at,
        date: unit.zone.to_datetime(unit.at).date(),
        by: "first_ad".parse().unwrap(),
        of: Of::SetUp("14".parse().unwrap()),
    };
    let found = unit.desk.look_ahead(&unit.state, &ahead);
    let reasons: Vec<_> = found.in_the_way.iter().take(3).cloned().collect();
    let hero = "hero-one".parse().unwrap();
    let no = page::answer::No {
        stays: "Hero One stays with the Armorer.".to_owned(),
        wanted: "Lead having it".to_owned(),
        remedies: vec![Some(frame::Way::new(
            "/check/hero-one",
            "Check Hero One again",
        ))],
        reasons,
        warnings: Vec::new(),
        entry: Some(2319),
    };
    let called = page::stop::Called {
        at: unit.at,
        entry: Some(2325),
        named: false,
    };
    let (fields, faults) = (form::Fields::default(), form::Faults::default());
    let blank = form::Blank {
        request: "r1",
        fields: &fields,
        faults: &faults,
    };
    let filled = form::Fields::from(vec![
        ("bearer".to_owned(), "lead".to_owned()),
        ("set_up".to_owned(), "12".to_owned()),
    ]);
    let answered = form::Blank {
        fields: &filled,
        ..blank
    };
    let go = page::answer::Go {
        now: "Hand it to Lead now.".to_owned(),
        scope: "For 12 only.".to_owned(),
        entry: 92,
        at: unit.at,
        passed: false,
    };
    let named = (&hero, unit.state.weapons.get(&hero).unwrap());
    let shelf = unit.desk.shelf();
    let book = shelf.book("baseline").unwrap();
    let rules: Vec<_> = shelf
        .rules()
        .iter()
        .filter(|it| it.book == "baseline")
        .map(|it| &**it)
        .collect();
    let one = rules
        .iter()
        .find(|it| it.id.starts_with("IWLMSC-1-BARREL"))
        .unwrap();
    let around = (&seen, viewer);
    vec![
        ("board", page::board::board(&seen, &[], viewer)),
        (
            "weapon",
            page::weapon::weapon(
                (&hero, unit.state.weapons.get(&hero).unwrap()),
                &unit.entries[..8],
                around,
            ),
        ),
        ("weapons", page::weapon::weapons(&seen, viewer)),
        ("rounds", page::rounds::rounds(&seen, viewer)),
        (
            "record",
            page::record::record(&unit.entries[..20], Some(30), around),
        ),
        ("refusals", page::refusals::refusals(&seen, viewer)),
        ("people", page::people::people(&seen, viewer)),
        ("ahead", page::ahead::ahead(&ahead.of, &found, around)),
        ("no", page::answer::no(&no, &seen, viewer)),
        ("stop", page::stop::called(&called, around)),
        ("rules", page::rule::rules(&[(book, rules.clone())], around)),
        ("rule", page::rule::rule(one, 3, around)),
        ("check", page::check::check(named, &blank, around)),
        ("issue", page::issue::issue(named, (&blank, None), around)),
        (
            "issue-go",
            page::issue::issue(named, (&answered, Some(&go)), around),
        ),
        (
            "incident",
            page::incident::incident((&"1".parse().unwrap(), &stood_down(unit)), around),
        ),
        ("scenes", page::scenes::scenes(&seen, viewer)),
        ("wall", page::wall::wall(&seen, 0, viewer)),
        ("menu", page::menu::menu(&seen, viewer)),
    ]
}

fn stood_down(unit: &sample::Unit) -> custody::state::Incident {
    custody::state::Incident {
        cause: "count".to_owned(),
        since: unit.at,
        weapon: None,
        scene: Some("14".parse().unwrap()),
        lot: Some("quarters-45".parse().unwrap()),
        stand_down: Some(custody::names::Scope::Scene),
        acted: ["assistant".parse().unwrap()].into(),
        clocks: vec![custody::state::Clock {
            rule: "CALOSHA-342.a".to_owned(),
            to: "the state's division, by telephone".to_owned(),
            due: unit.at,
        }],
        closed: None,
    }
}
