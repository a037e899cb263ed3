use cedar_policy::RestrictedExpression as Value;

use crate::testing::*;
use crate::{Reason, Ruling};

fn ids(ruling: &Ruling<'_>) -> Vec<String> {
    ruling.refusals.iter().map(|rule| rule.id.clone()).collect()
}

fn answer(world: &World) -> (bool, Vec<String>, Vec<String>) {
    let shelf = shelf();
    let in_force = shelf.in_force(&on("us/us-ca", "2026-03-01"));
    let ruling = in_force
        .slice(world.action)
        .decide(&world.request(), &world.entities());
    let errors = ruling
        .errors
        .iter()
        .map(|fault| format!("{}: {}", fault.rule, fault.message));
    (ruling.go, ids(&ruling), errors.collect())
}

#[test]
fn when_everything_is_as_it_should_be_it_is_a_go() {
    assert_eq!(answer(&World::issue()), (true, vec![], vec![]));
}

#[test]
fn the_edge_of_a_number_is_still_a_go_and_one_more_is_a_no() {
    let at = |minutes| World::issue().said("check_age_minutes", Value::new_long(minutes));
    assert_eq!(answer(&at(60)), (true, vec![], vec![]));
    assert_eq!(
        answer(&at(61)),
        (false, vec!["CHECK-AGE".to_owned()], vec![])
    );
}

#[test]
fn a_no_names_every_rule_that_says_no_in_the_order_of_the_books() {
    let world = World::issue()
        .known(weapon(false, Some(5)))
        .known(person("kim", "crew", &[]))
        .known(person("ada", "barred", &["b"]))
        .said("check_age_minutes", Value::new_long(90));
    let refusals = [
        "CHECK-HOLDS",
        "CHECK-AGE",
        "BEARER-TRAINED",
        "HELD",
        "BARRED",
    ];
    assert_eq!(
        answer(&world),
        (false, refusals.map(str::to_owned).to_vec(), vec![])
    );
}

#[test]
fn a_person_in_a_rule_whom_the_record_does_not_know_makes_a_no() {
    let (go, refusals, errors) = answer(&World::issue().without("Person::\"ada\""));
    assert!(!go);
    assert_eq!(refusals, ["law-5"]);
    assert_eq!(
        errors[0],
        "law-5: context.bearer names Person::\"ada\", which the record does not know"
    );
    assert!(errors[1].starts_with("BEARER-TRAINED: "), "{errors:?}");
}

#[test]
fn a_rule_that_only_asks_what_somebody_is_in_still_needs_him_known() {
    // the engine alone would answer yes here: `in` of an unknown entity is false, not an error
    let files = with(
        "baseline/custody.cedar",
        "unless { context.bearer.trained_on.contains(resource.tier) && context.bearer.age_years >= 18 }",
        "when { context.bearer == principal }",
    );
    let shelf = open(files);
    let world = World::issue().without("Person::\"ada\"");
    let in_force = shelf.in_force(&on("us", "2026-03-01"));
    let slice = in_force.slice("issue");
    let bare = cedar_policy::Authorizer::new().is_authorized(
        &world.request(),
        slice.refuse_set(),
        &world.entities(),
    );
    assert_eq!(bare.decision(), cedar_policy::Decision::Allow);
    let ruling = slice.decide(&world.request(), &world.entities());
    assert!(!ruling.go);
    assert_eq!(ids(&ruling), ["law-5"]);
}

#[test]
fn each_entity_taken_away_in_turn_makes_a_no() {
    for gone in ["Person::\"kim\"", "Person::\"ada\"", "Weapon::\"hero_one\""] {
        let (go, refusals, errors) = answer(&World::issue().without(gone));
        assert!(!go, "{gone}");
        assert!(refusals.contains(&"law-5".to_owned()), "{gone}");
        assert!(!errors.is_empty(), "{gone}");
    }
}

#[test]
fn an_action_nobody_permits_is_a_no_by_law_5() {
    let shelf = shelf();
    let world = World::discharge(false);
    let in_force = shelf.in_force(&on("us", "2026-03-01"));
    for action in ["discharge", "unheard_of"] {
        let ruling = in_force
            .slice(action)
            .decide(&world.request(), &world.entities());
        assert!(!ruling.go);
        assert_eq!(ids(&ruling), ["law-5"]);
    }
}

#[test]
fn a_warning_is_shown_and_blocks_nothing() {
    let shelf = shelf();
    let zone = [
        ("nearest_cm".to_owned(), Value::new_long(599)),
        ("protected".to_owned(), Value::new_set([])),
    ];
    let world = World::issue().said("zone", Value::new_record(zone).unwrap());
    let in_force = shelf.in_force(&on("us", "2026-03-01"));
    let (request, entities) = (world.request(), world.entities());
    let ruling = in_force.slice("issue").decide(&request, &entities);
    assert!(ruling.go);
    let warnings = ruling.warnings_explained(&request, &entities);
    assert_eq!(facts(&warnings), ["CLOSE context.zone.nearest_cm = 599"]);
}

#[test]
fn a_report_is_never_refused_and_starts_what_follows() {
    let shelf = shelf();
    let in_force = shelf.in_force(&on("us", "2026-03-01"));
    let follows = |injury| {
        let world = World::discharge(injury);
        let slice = in_force.slice("discharge");
        let after = slice.consequences(&world.request(), &world.entities());
        assert_eq!(after.errors, []);
        after
            .rules
            .iter()
            .map(|rule| (rule.id.clone(), rule.effect.as_str(), rule.hours))
            .collect::<Vec<_>>()
    };
    let stand_down = ("DISCHARGE".to_owned(), "stand-down", None);
    let clock = ("DISCHARGE.clock".to_owned(), "clock", Some(8));
    assert_eq!(follows(false), vec![stand_down.clone()]);
    assert_eq!(follows(true), [stand_down, clock]);
}

fn facts(reasons: &[Reason]) -> Vec<String> {
    let lines = reasons.iter().flat_map(|reason| {
        reason
            .facts
            .iter()
            .map(|fact| format!("{} {} = {}", reason.rule, fact.path, fact.value))
    });
    lines.collect()
}

#[test]
fn a_reason_carries_the_facts_the_rule_read_in_plain_words() {
    let files = with(
        "places/us/us-ca/labor.cedar",
        "principal in Role::\"armorer\" || ",
        "principal has nickname || principal has born || context.zone == {nearest_cm: 3, protected: [\"eyes\"]} || principal in Role::\"inspector\" ||",
    );
    let files: Vec<_> = files
        .into_iter()
        .map(|(path, text)| {
            (
                path,
                text.replace(
                    "resource.custodian == principal };",
                    "resource.custodian != principal };",
                ),
            )
        })
        .collect();
    let shelf = open(files);
    let plain = cedar_policy::Entity::new_with_tags(
        uid("Person::\"kim\""),
        [
            ("age_years".to_owned(), Value::new_long(17)),
            ("trained_on".to_owned(), Value::new_set([])),
        ],
        [uid("Role::\"crew\""), uid("Role::\"armorer\"")],
        [],
    )
    .unwrap();
    let world = World::issue().known(plain).known(weapon(true, Some(5)));
    let (request, entities) = (world.request(), world.entities());
    let in_force = shelf.in_force(&on("us/us-ca", "2026-03-01"));
    let ruling = in_force.slice("issue").decide(&request, &entities);
    insta::assert_snapshot!(facts(&ruling.reasons(&request, &entities)).join("\n"), @r#"
    HELD resource.hold = 5
    CA-COURSE principal.tag[csatf_s] = not recorded
    CA-HANDLER principal = kim
    CA-HANDLER principal.born = not recorded
    CA-HANDLER principal.nickname = not recorded
    CA-HANDLER principal.in[Role] = armorer, crew
    CA-HANDLER resource.custodian = kim
    CA-HANDLER context.zone = nearest_cm: 800, protected: ears, eyes
    "#);
}

#[test]
fn values_are_written_plainly() {
    let shelf = open(with(
        "baseline/custody.cedar",
        "forbid (principal, action == Action::\"issue\", resource)\nwhen { context.check_age_minutes > 60 };",
        "forbid (principal, action == Action::\"issue\", resource)\nwhen { context.bearer has born && context.bearer.born < context.on && context.bearer.trained_on.contains(\"a\") && resource.check_holds && !(context has place) };",
    ));
    let world = World::issue();
    let (request, entities) = (world.request(), world.entities());
    let in_force = shelf.in_force(&on("us", "2026-03-01"));
    let ruling = in_force.slice("issue").decide(&request, &entities);
    insta::assert_snapshot!(facts(&ruling.reasons(&request, &entities)).join("\n"), @r#"
    CHECK-AGE resource.check_holds = yes
    CHECK-AGE context.bearer.born = 1990-05-17
    CHECK-AGE context.bearer.trained_on = a, b
    CHECK-AGE context.on = 2026-03-01
    CHECK-AGE context.place = not recorded
    "#);
}
