//! JSON Schemas of what people may tell the record, made from the types.

use std::{collections::BTreeSet, sync::LazyLock};

use schemars::{Schema, schema_for};
use serde_json::{Map, Value};

use crate::input::{Ask, Report, With};

/// The schema of an ask, its envelope apart.
pub fn ask() -> Schema {
    schema_for!(Ask)
}

/// The schema of a report, its envelope apart.
pub fn report() -> Schema {
    schema_for!(Report)
}

/// Where a list stands in the place of something with named fields. A type would take its values by
/// their order, which nobody means; the steps lead to it.
pub fn listed(body: &Map<String, Value>) -> Option<Vec<String>> {
    body.iter().find_map(|(name, value)| {
        let inside = match value {
            Value::Array(_) if NAMED.contains(name) => Some(Vec::new()),
            other => inside(other),
        };
        inside.map(|rest| [vec![name.clone()], rest].concat())
    })
}

fn inside(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Object(map) => listed(map),
        // No list is made of lists.
        Value::Array(items) => items.iter().enumerate().find_map(|(nth, item)| {
            let rest = match item {
                Value::Array(_) => Some(Vec::new()),
                other => inside(other),
            };
            rest.map(|rest| [vec![nth.to_string()], rest].concat())
        }),
        _ => None,
    }
}

/// The names that stand for something with named fields, wherever they stand, and never for a list.
static NAMED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let (mut named, mut lists) = (BTreeSet::new(), BTreeSet::new());
    for schema in [ask(), report(), schema_for!(With)] {
        let schema = schema.to_value();
        collect(&schema, &schema, (&mut named, &mut lists));
    }
    &named - &lists
});

type Names<'a> = (&'a mut BTreeSet<String>, &'a mut BTreeSet<String>);

fn collect(of: &Value, root: &Value, (named, lists): Names<'_>) {
    let fields = of.get("properties").and_then(Value::as_object);
    for (name, field) in fields.into_iter().flatten() {
        if is(field, root, "object") {
            named.insert(name.clone());
        }
        if is(field, root, "array") {
            lists.insert(name.clone());
        }
    }
    match of {
        Value::Object(map) => map
            .values()
            .for_each(|it| collect(it, root, (named, lists))),
        Value::Array(items) => items
            .iter()
            .for_each(|it| collect(it, root, (named, lists))),
        _ => {}
    }
}

/// Whether a field may be of a type.
fn is(of: &Value, root: &Value, kind: &str) -> bool {
    let reference = of.get("$ref").and_then(Value::as_str);
    let named = reference.and_then(|it| root.pointer(it.strip_prefix('#')?));
    if let Some(named) = named {
        return is(named, root, kind);
    }
    let either = ["anyOf", "oneOf"].iter().filter_map(|it| of.get(*it));
    let mut either = either.filter_map(Value::as_array).flatten();
    let own = match of.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().any(|it| it == kind),
        own => own.is_some_and(|it| it == kind),
    };
    own || either.any(|it| is(it, root, kind))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(body: Value) -> Option<String> {
        let Value::Object(map) = body else {
            return None;
        };
        listed(&map).map(|path| path.join("/"))
    }

    #[test]
    fn a_list_in_the_place_of_named_fields_is_found_and_no_other() {
        assert!(NAMED.contains("features") && !NAMED.contains("weapons"));
        let at = |path: &str| Some(path.to_owned());
        assert_eq!(found(json!({"features": [null, null]})), at("features"));
        assert_eq!(found(json!({"features": []})), at("features"));
        let weapons = json!({"weapons": [{"weapon": "h1", "features": [null]}]});
        assert_eq!(found(weapons), at("weapons/0/features"));
        assert_eq!(found(json!({"rows": [["h1"]]})), at("rows/0"));
        assert_eq!(found(json!({"ask_body": ["check"]})), at("ask_body"));
        let well = json!({"weapons": [{"weapon": "h1", "features": {"deactivated_for": ["uk"]}}],
            "states": ["a"], "with": [{"person": "lead", "as": "bearer"}]});
        assert_eq!(found(well), None);
    }

    #[test]
    fn no_list_is_made_of_lists() {
        fn none(of: &Value) -> bool {
            let nested = of.pointer("/items/type").is_some_and(|it| it == "array");
            let mut inner = match of {
                Value::Object(map) => map.values().collect::<Vec<_>>(),
                Value::Array(items) => items.iter().collect(),
                _ => Vec::new(),
            }
            .into_iter();
            !nested && inner.all(none)
        }
        assert!(none(&ask().to_value()) && none(&report().to_value()));
    }
}
