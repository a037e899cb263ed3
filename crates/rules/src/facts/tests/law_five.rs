//! Law 5: what is not known makes the answer no; and a decision costs what its rules read.

use std::sync::Arc;

use cedar_policy::Entities;
use custody::{
    answered::Effect,
    id::WeaponId,
    names::{Lender, Scope},
    state::{Custodian, State, Weapon},
};

use super::super::{Asked, Case, asked};
use super::sample::{DATE, NOW, input, state};
use crate::desk::{Ahead, Desk, Of};
use crate::testing;
use crate::{Selection, Shelf};

/// An issue that the small book allows.
const ISSUE: &str = r#"{"ask":"issue","weapon":"b1","bearer":"lead","set_up":"14","watched_by":"assistant","with":[{"person":"lead","as":"bearer","means":"badge"}]}"#;

fn rule(id: &str, notes: &str, action: &str, when: &str) -> String {
    format!(
        "@id(\"{id}\")\n@source(\"Small book\")\n@force(\"practice\")\n@status(\"verified\")\n\
         @from(\"2020-01-01\")\n{notes}\n@says(\"It says so.\")\n@remedy(\"Do it.\")\n@tags(\"\")\n\
         forbid (principal, action == Action::\"{action}\", resource)\nwhen {{ {when} }};\n"
    )
}

/// A book that looks into every entity of an issue.
fn shelf() -> Arc<Shelf> {
    let refuse = "@effect(\"refuse\")";
    let rules = [
        rule("PRINCIPAL", refuse, "issue", "!principal.willing"),
        rule("RESOURCE", refuse, "issue", "resource.quarantined"),
        rule(
            "BEARER",
            refuse,
            "issue",
            "context.bearer in Role::\"first_ad\"",
        ),
        rule("SCENE", refuse, "issue", "context.scene.stopped"),
        rule(
            "WATCHER",
            refuse,
            "issue",
            "!context.watched_by.on_weapon_duty",
        ),
        rule("UNIT", refuse, "issue", "!context.unit.day_open"),
        rule(
            "SHOWN",
            "@effect(\"refuse\")\n@step(\"show\")",
            "issue",
            "!resource.shown_to.contains(context.bearer)",
        ),
        rule(
            "CUSTODIAN",
            refuse,
            "issue",
            "resource has custodian && !resource.custodian.present",
        ),
        rule(
            "AFTER",
            "@effect(\"stand-down\")\n@scope(\"weapon\")",
            "missing",
            "context has weapon && context.weapon.tier == \"a\"",
        ),
        rule(
            "CLOCK",
            "@effect(\"clock\")\n@hours(\"8\")\n@to(\"the authority\")",
            "missing",
            "true",
        ),
    ];
    opened(&rules)
}

/// A shelf with the real schema and a baseline of these rules.
fn opened(rules: &[String]) -> Arc<Shelf> {
    let permits = ["issue", "begin_activity"].map(|action| {
        format!("@id(\"permit-{action}\")\npermit (principal, action == Action::\"{action}\", resource);\n")
    });
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
    let schema = std::fs::read_to_string(root.join("schema.cedarschema")).unwrap();
    let file = |path: &str, text: String| (path.to_owned(), text);
    Arc::new(testing::open(vec![
        file("schema.cedarschema", schema),
        file("baseline/README.md", "# Small\n\nSmall.\n".into()),
        file("baseline/permits.cedar", permits.join("\n")),
        file("baseline/small.cedar", rules.join("\n")),
    ]))
}

/// The sample with the rubber twin shown to the lead.
fn shown() -> State {
    let mut state = state();
    let b1 = state
        .weapons
        .get_mut(&"b1".parse::<WeaponId>().unwrap())
        .unwrap();
    b1.shown_to.insert("lead".parse().unwrap());
    state
}

#[test]
fn a_go_turns_no_when_any_one_thing_it_looks_into_is_taken_away() {
    let (shelf, state) = (shelf(), shown());
    let input = input(ISSUE, NOW);
    let case = Case::new(&state, &input, 0);
    let in_force = shelf.in_force(&Selection {
        place: "",
        kind: "screen",
        date: DATE.parse().unwrap(),
        house: &[],
    });
    let slice = in_force.slice("issue");
    let Asked { request, entities } = asked(&case, slice.wanted()).unwrap();
    let ruling = slice.decide(&request, &entities);
    assert!(ruling.go, "{:?} {:?}", ruling.refusals, ruling.errors);
    let uids: Vec<_> = entities.iter().map(|entity| entity.uid()).collect();
    assert_eq!(
        uids.len(),
        6,
        "armorer, assistant, lead, b1, the scene and the unit"
    );
    for uid in uids {
        let left = entities
            .iter()
            .filter(|entity| entity.uid() != uid)
            .cloned();
        let left = Entities::from_entities(left, None).unwrap();
        let ruling = slice.decide(&request, &left);
        assert!(!ruling.go, "without {uid}");
        assert!(
            ruling.refusals.iter().any(|rule| rule.id == "law-5"),
            "without {uid}"
        );
    }
}

#[test]
fn an_ask_that_names_what_nobody_knows_is_a_no_of_law_five_once() {
    let (desk, state) = (Desk::new(shelf()), shown());
    assert!(desk.decide(&state, &input(ISSUE, NOW)).rows[0].go);
    for (known, unknown) in [
        ("b1", "b9"),
        ("lead", "nobody"),
        ("\"14\"", "\"15\""),
        ("assistant", "someone"),
    ] {
        let asked = ISSUE.replace(known, unknown);
        let row = desk.decide(&state, &input(&asked, NOW)).rows.remove(0);
        assert!(!row.go, "{unknown}");
        let of_law_five = row.reasons.iter().filter(|reason| reason.rule == "law-5");
        assert_eq!(of_law_five.count(), 1, "{unknown}");
    }
    let mut anonymous = input(ISSUE, NOW);
    anonymous.by = None;
    assert!(!desk.decide(&state, &anonymous).rows[0].go);
}

#[test]
fn what_an_ask_names_must_be_known_though_no_rule_looks_into_it() {
    let desk = Desk::new(opened(&[rule(
        "WATCHED",
        "@effect(\"refuse\")",
        "issue",
        "context.watched_by == context.bearer",
    )]));
    let state = shown();
    let told = |line: &str| {
        let input = input(line, NOW);
        let case = Case::new(&state, &input, 0);
        let in_force = desk.in_force(&case);
        asked(&case, in_force.slice("issue").wanted()).is_ok()
    };
    assert!(told(ISSUE));
    for (known, unknown) in [("b1", "b9"), ("lead", "nobody"), ("assistant", "someone")] {
        assert!(!told(&ISSUE.replace(known, unknown)), "{unknown}");
    }
}

#[test]
fn an_ask_that_no_permit_opens_is_a_no() {
    let row = Desk::new(shelf())
        .decide(&shown(), &input(r#"{"ask":"wrap_day"}"#, NOW))
        .rows
        .remove(0);
    assert!(!row.go);
    assert!(row.reasons.iter().any(|reason| reason.rule == "law-5"));
}

#[test]
fn a_report_of_a_weapon_nobody_knows_counts_as_of_a_firearm() {
    let desk = Desk::new(shelf());
    let of = |id: &str| {
        let line = format!(r#"{{"report":"missing","weapon":"{id}","by":null}}"#);
        let decision = desk.decide(&shown(), &input(&line, NOW));
        assert!(decision.rows.is_empty());
        decision
            .consequences
            .into_iter()
            .map(|it| it.effect)
            .collect::<Vec<_>>()
    };
    let clock = Effect::Clock {
        hours: 8,
        to: "the authority".into(),
    };
    assert_eq!(
        of("unheard-of"),
        [Effect::StandDown(Scope::Weapon), clock.clone()]
    );
    assert_eq!(of("b1"), [clock]);
}

#[test]
fn a_decision_takes_the_same_facts_however_many_weapons_there_are() {
    let (shelf, mut state) = (shelf(), shown());
    let input = input(ISSUE, NOW);
    let told = |state: &State| {
        let case = Case::new(state, &input, 0);
        let in_force = Desk::new(Arc::clone(&shelf)).in_force(&case);
        let slice = in_force.slice("issue");
        let asked = asked(&case, slice.wanted()).unwrap();
        let facts = asked.entities.iter().map(|entity| entity.attrs().count());
        (slice.wanted().count(), facts.sum::<usize>())
    };
    let before = told(&state);
    for n in 0..2_000 {
        let features = Default::default();
        let weapon = Weapon::entered(features, Lender::Unknown, Custodian::Safe);
        state
            .weapons
            .insert(format!("more{n}").parse().unwrap(), weapon);
    }
    assert_eq!(told(&state), before);
}

#[test]
fn looking_ahead_tells_the_steps_from_what_is_in_the_way() {
    let desk = Desk::new(shelf());
    let mut state = shown();
    for weapon in state.weapons.values_mut() {
        weapon.shown_to.clear();
    }
    let ahead = Ahead {
        at: NOW.parse().unwrap(),
        date: DATE.parse().unwrap(),
        by: "first".parse().unwrap(),
        of: Of::SetUp("14".parse().unwrap()),
    };
    let found = desk.look_ahead(&state, &ahead);
    let steps: Vec<String> = found
        .steps
        .iter()
        .map(|to_do| format!("{} {}", to_do.step.as_str(), to_do.of))
        .collect();
    assert!(steps.contains(&"show h2".to_owned()), "{steps:?}");
    assert!(steps.contains(&"load h2".to_owned()), "{steps:?}");
    assert!(steps.contains(&"issue h2".to_owned()), "{steps:?}");
    let rules: Vec<&str> = found
        .in_the_way
        .iter()
        .map(|reason| reason.rule.as_str())
        .collect();
    assert!(
        rules.contains(&"RESOURCE"),
        "r2 is in quarantine: {rules:?}"
    );
    assert!(!rules.contains(&"SHOWN"));
    let kept = desk.look_ahead(&state, &ahead);
    assert_eq!(kept, found);
}
