use cedar_policy::{Authorizer, Decision, PolicySet, RestrictedExpression as Value};
use proptest::prelude::*;

use crate::Shelf;
use crate::testing::*;

fn worlds() -> impl Strategy<Value = World> {
    let role = prop_oneof![Just("armorer"), Just("barred"), Just("crew")];
    let numbers = (0_i64..120, 0_i64..1200, prop::option::of(0_i64..3));
    (any::<bool>(), role, numbers).prop_map(|(holds, role, (minutes, nearest, hold))| {
        let zone = [
            ("nearest_cm".to_owned(), Value::new_long(nearest)),
            ("protected".to_owned(), Value::new_set([])),
        ];
        World::issue()
            .said("check_age_minutes", Value::new_long(minutes))
            .said("zone", Value::new_record(zone).unwrap())
            .known(weapon(holds, hold))
            .known(person("ada", role, &["a"]))
            .known(person("kim", role, &["a"]))
    })
}

/// Every refusing rule about an issue, of whatever book.
fn refusing(shelf: &Shelf) -> Vec<String> {
    let rules = shelf.rules().iter();
    let about = rules.filter(|rule| rule.effect.as_str() == "refuse");
    let about = about.filter(|rule| rule.actions.iter().any(|action| action == "issue"));
    about.map(|rule| rule.id.clone()).collect()
}

proptest! {
    #[test]
    fn more_rules_never_allow_what_fewer_refuse(
        world in worlds(),
        fewer in prop::collection::vec(any::<bool>(), 16),
        more in prop::collection::vec(any::<bool>(), 16),
    ) {
        let shelf = SHELF.get_or_init(shelf);
        let rules = refusing(shelf);
        let set = |keep: &dyn Fn(usize) -> bool| {
            let chosen = rules.iter().enumerate().filter(|(at, _)| keep(*at));
            let ids = chosen.map(|(_, id)| id.as_str()).chain(["permit-issue"]);
            PolicySet::from_policies(ids.map(|id| shelf.policy(id).unwrap().clone())).unwrap()
        };
        let few = set(&|at| fewer[at]);
        let many = set(&|at| fewer[at] || more[at]);
        let go = |set| {
            let answer = Authorizer::new().is_authorized(&world.request(), set, &world.entities());
            answer.decision() == Decision::Allow
        };
        prop_assert!(!go(&many) || go(&few));
    }

    #[test]
    fn an_ask_that_a_wider_place_refuses_is_refused_in_every_place_inside(world in worlds()) {
        let shelf = SHELF.get_or_init(shelf);
        let go = |place| {
            let in_force = shelf.in_force(&on(place, "2026-03-01"));
            in_force.slice("issue").decide(&world.request(), &world.entities()).go
        };
        prop_assert!(!go("us") || go(""));
        prop_assert!(!go("us/us-ca") || go("us"));
    }
}

static SHELF: std::sync::OnceLock<Shelf> = std::sync::OnceLock::new();
