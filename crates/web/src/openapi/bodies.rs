//! Bodies as they are sent: an ask or report, and how it is handed in, flat in one object.

use serde_json::{Map, Value, json};

/// Where the schemas of an API are.
const PLACE: &str = "#/components/schemas/";

/// Makes the schemas `names` whole: beside the fields of each ask or report stand those of `handed`,
/// and nothing else.
pub fn flatten(schemas: &mut Map<String, Value>, names: &[&str], handed: &str) {
    let beside = schemas.remove(handed).unwrap_or_default();
    for name in names {
        let kinds = schemas.get(*name).and_then(|of| of.get("oneOf"));
        let kinds = kinds.and_then(Value::as_array).cloned();
        let whole = kinds.iter().flatten();
        let whole = whole.flat_map(|kind| shapes(schemas, kind, &beside));
        let whole: Vec<Value> = whole.collect();
        schemas.insert((*name).to_owned(), json!({ "oneOf": whole }));
    }
    schemas.retain(|name, _| !name.starts_with("Lines_"));
}

/// The shapes of one kind of ask or report: flat, and where it may be a line, with rows.
fn shapes(schemas: &Map<String, Value>, kind: &Value, beside: &Value) -> Vec<Value> {
    let Some(row) = row(schemas, kind) else {
        return vec![together(&[kind, beside])];
    };
    let loose = json!({ "properties": row.get("properties") });
    let one = json!({ "type": "object", "additionalProperties": false,
        "properties": row.get("properties") });
    let rows = json!({ "required": ["rows"], "properties": { "rows": {
        "type": "array", "minItems": 1, "items": one,
        "description": "One row each; what stands beside holds for every row that does not say otherwise",
    } } });
    vec![
        together(&[kind, row, beside]),
        together(&[kind, &loose, &rows, beside]),
    ]
}

/// The row of a kind that may be a line.
fn row<'a>(schemas: &'a Map<String, Value>, kind: &Value) -> Option<&'a Value> {
    let lines = named(schemas, kind)?;
    named(schemas, lines.get("anyOf")?.get(0)?)
}

fn named<'a>(schemas: &'a Map<String, Value>, by: &Value) -> Option<&'a Value> {
    let place = by.get("$ref")?.as_str()?;
    schemas.get(place.strip_prefix(PLACE)?)
}

/// One object with the fields of all.
fn together(parts: &[&Value]) -> Value {
    let (mut fields, mut required) = (Map::new(), Vec::new());
    for part in parts {
        let own = part.get("properties").and_then(Value::as_object);
        fields.extend(own.cloned().into_iter().flatten());
        let own = part.get("required").and_then(Value::as_array);
        required.extend(own.cloned().into_iter().flatten());
    }
    let says = parts.first().and_then(|kind| kind.get("description"));
    json!({ "type": "object", "additionalProperties": false, "description": says,
        "properties": fields, "required": required })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes_of(ask: &str) -> Vec<Value> {
        let api = crate::openapi::openapi("main-unit");
        let all = api.pointer("/components/schemas/Ask/oneOf").unwrap();
        let all = all.as_array().unwrap().iter();
        let own = all.filter(|it| it["properties"]["ask"]["const"] == ask);
        own.cloned().collect()
    }

    #[test]
    fn how_an_ask_is_handed_in_stands_beside_its_own_fields() {
        let shapes = shapes_of("transfer");
        assert_eq!(shapes.len(), 1);
        for field in ["ask", "lot", "rounds", "from", "request", "with", "device"] {
            assert!(shapes[0]["properties"].get(field).is_some(), "{field}");
        }
        assert_eq!(shapes[0]["additionalProperties"], false);
    }

    #[test]
    fn a_line_is_one_row_flat_or_several_under_rows() {
        let [flat, rows] = shapes_of("check_out").try_into().unwrap();
        let has = |shape: &Value, field: &str| {
            let required = shape["required"].as_array().unwrap();
            required.contains(&json!(field))
        };
        assert!(has(&flat, "weapon") && !has(&rows, "weapon"));
        assert!(has(&rows, "rows") && flat["properties"].get("rows").is_none());
        let row = &rows["properties"]["rows"]["items"]["properties"];
        assert!(row.get("weapon").is_some() && row.get("request").is_none());
    }
}
