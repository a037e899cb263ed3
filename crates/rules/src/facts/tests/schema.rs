//! The schema and the facts say the same, both ways.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cedar_policy::{Entities, Request, Schema, SchemaFragment};
use serde_json::Value;

use super::super::{
    Asked, Case, Wanted, answers, asked, context, incident, lot, person, scene, unit, weapon, zone,
};
use super::sample::{ASKED, NOW, input, state};

fn text() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks/schema.cedarschema");
    std::fs::read_to_string(root).unwrap()
}

fn json() -> Value {
    let (fragment, _) = SchemaFragment::from_cedarschema_str(&text()).unwrap();
    fragment.to_json_value().unwrap()[""].clone()
}

fn names<F>(table: &[(&'static str, F)]) -> BTreeSet<String> {
    table.iter().map(|(name, _)| (*name).to_owned()).collect()
}

fn attributes(shape: &Value) -> BTreeSet<String> {
    let attributes = shape["attributes"].as_object();
    attributes.map_or_else(BTreeSet::new, |attributes| {
        attributes.keys().cloned().collect()
    })
}

#[test]
fn each_thing_has_exactly_the_facts_of_the_schema() {
    let schema = json();
    let facts = BTreeMap::from([
        ("Person", names(person::PERSON)),
        ("Weapon", names(weapon::WEAPON)),
        ("Lot", names(lot::LOT)),
        ("Scene", names(scene::SCENE)),
        ("Incident", names(incident::INCIDENT)),
        ("Unit", names(unit::UNIT)),
        ("Role", BTreeSet::new()),
    ]);
    let entities = schema["entityTypes"].as_object().unwrap();
    assert_eq!(entities.len(), facts.len());
    for (name, entity) in entities {
        assert_eq!(facts[name.as_str()], attributes(&entity["shape"]), "{name}");
    }
    for (name, table) in [
        ("Answers", names(answers::ANSWERS)),
        ("Setting", names(answers::SETTING)),
        ("Zone", names(zone::ZONE)),
    ] {
        assert_eq!(table, attributes(&schema["commonTypes"][name]), "{name}");
    }
}

#[test]
fn each_ask_and_report_has_exactly_the_context_of_the_schema() {
    let schema = json();
    for (action, declared) in schema["actions"].as_object().unwrap() {
        let table = context::table(action);
        let mut facts = names(table.facts);
        facts.extend(names(table.things));
        facts.insert("unit".to_owned());
        if context::is_answered(action) {
            facts.extend(["answers".to_owned(), "setting".to_owned()]);
        }
        if context::has_zone(action) {
            facts.insert("zone".to_owned());
        }
        assert_eq!(
            facts,
            attributes(&declared["appliesTo"]["context"]),
            "{action}"
        );
    }
}

#[test]
fn every_fact_has_the_type_that_the_schema_says() {
    let (schema, _) = Schema::from_cedarschema_str(&text()).unwrap();
    let state = state();
    for line in ASKED {
        let input = input(line, NOW);
        for row in 0..Case::rows(&input) {
            let case = Case::new(&state, &input, row);
            let wanted = Wanted::everything(input.what.name());
            let Asked { request, entities } =
                asked(&case, &wanted).unwrap_or_else(|unknown| panic!("{line}\n{unknown}"));
            let again = Request::new(
                request.principal().unwrap().clone(),
                request.action().unwrap().clone(),
                request.resource().unwrap().clone(),
                request.context().unwrap().clone(),
                Some(&schema),
            );
            assert!(again.is_ok(), "{line}\n{:?}", again.err());
            let valid = Entities::from_entities(entities.iter().cloned(), Some(&schema));
            assert!(valid.is_ok(), "{line}\n{:?}", valid.err());
        }
    }
}
