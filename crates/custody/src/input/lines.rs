//! One weapon, or a line of them: the same ask for each row.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error as _},
    ser::Error as _,
};
use serde_json::{Map, Value};

/// The rows of an ask. A single row stands flat in the JSON; several stand under `rows`, and what
/// stands beside `rows` holds for each row that does not say otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines<T>(Vec<T>);

impl<T> Lines<T> {
    /// One row.
    pub fn one(row: T) -> Self {
        Self(vec![row])
    }

    /// Several rows; none at all is no line.
    pub fn many(rows: Vec<T>) -> Option<Self> {
        if rows.is_empty() {
            None
        } else {
            Some(Self(rows))
        }
    }

    /// The rows, in order. Never empty.
    pub fn rows(&self) -> &[T] {
        &self.0
    }
}

impl<T: Serialize> Serialize for Lines<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [row] => row.serialize(out),
            rows => {
                let rows = serde_json::to_value(rows).map_err(S::Error::custom)?;
                Map::from_iter([("rows".to_owned(), rows)]).serialize(out)
            }
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Lines<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut common = Map::<String, Value>::deserialize(from)?;
        let rows = match common.remove("rows") {
            None => vec![Value::Object(common)],
            Some(Value::Array(rows)) if !rows.is_empty() => {
                if let Some(unread) = unread(&common, &rows) {
                    return Err(D::Error::custom(format!(
                        "`{unread}` beside `rows` holds for no row, as each says its own: leave \
                         it out there"
                    )));
                }
                rows.into_iter().map(|row| merged(&common, row)).collect()
            }
            Some(_) => {
                return Err(D::Error::custom(
                    "`rows` must be a list of at least one row",
                ));
            }
        };
        let rows = rows
            .into_iter()
            .map(serde_json::from_value)
            .collect::<Result<_, _>>();
        rows.map(Self).map_err(D::Error::custom)
    }
}

/// What stands beside the rows though every row says otherwise: nobody would read it, nor see that
/// it is wrong.
fn unread<'a>(common: &'a Map<String, Value>, rows: &[Value]) -> Option<&'a str> {
    let says = |row: &Value, field: &str| row.get(field).is_some();
    let unread = |field: &&String| rows.iter().all(|row| says(row, field));
    common.keys().find(unread).map(String::as_str)
}

fn merged(common: &Map<String, Value>, row: Value) -> Value {
    match row {
        Value::Object(row) => {
            let mut whole = common.clone();
            whole.extend(row);
            Value::Object(whole)
        }
        other => other,
    }
}

impl<T: JsonSchema> JsonSchema for Lines<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Lines_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let row = generator.subschema_for::<T>();
        json_schema!({
            "anyOf": [
                row,
                {
                    "type": "object",
                    "properties": { "rows": { "type": "array", "minItems": 1, "items": { "type": "object" } } },
                    "required": ["rows"]
                }
            ]
        })
    }
}
