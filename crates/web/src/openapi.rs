//! The API as OpenAPI 3.1, made from the types that read and write it.
#![allow(
    clippy::indexing_slicing,
    reason = "a JSON object takes a field that is not there yet"
)]
#![expect(
    clippy::indexing_slicing,
    reason = "a field that is written to a JSON object is made there"
)]

mod bodies;

use armory::{Answer, Board};
use axum::{extract::State, response::Response};
use custody::input::{Ask, Report};
use rules::desk::LookAhead;
use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, transform::RecursiveTransform,
};
use serde_json::{Value, json};

use crate::{
    body::Handed,
    problem::{Problem, json as as_json},
    unit::Unit,
};

/// The API of a hub that serves a unit.
pub fn openapi(name: &str) -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with(|it| it.definitions_path = "/components/schemas".into())
        .with_transform(RecursiveTransform(once_or_twice));
    let mut types = settings.into_generator();
    let unit = "/api/v1/units/{unit}";
    let mut paths = json!({
        format!("{unit}/asks"): { "post": put::<Ask>(&mut types, "ask", "May I?") },
        format!("{unit}/reports"): { "post": put::<Report>(&mut types, "report",
            "This happened. Never refused; a stop or concern needs no token") },
        format!("{unit}/look-ahead"): { "get": get(&mut types, "lookAhead",
            ("What is still to do, and what stands in the way", ok::<LookAhead>),
            &[query("set_up", "string", "To this set-up"), query("wrap", "string", "To the wrap; its value says nothing")]) },
        format!("{unit}/board"): { "get": get(&mut types, "board",
            ("The unit as it is now", ok::<Board>), &[]) },
        format!("{unit}/entries"): { "get": get(&mut types, "entries",
            ("Entries, byte by byte as they were signed", entries),
            &[query("from", "integer", "The first entry, from 0"),
              query("limit", "integer", "At most so many, up to 500")]) },
        format!("{unit}/checkpoint"): { "get": get(&mut types, "checkpoint",
            ("The signed checkpoint, a C2SP signed note", |_| text("text/plain")), &[]) },
        format!("{unit}/now"): { "get": get(&mut types, "now",
            ("Entries as they come, as server-sent events; reports that are not yet recorded, that an ask waits for whoever follows, and that the line lives", |_| text("text/event-stream")),
            &[query("from", "integer", "From this entry on"), last_event()]) },
        "/healthz": { "get": open("healthz", "The hub listens", "text/plain") },
        "/api/v1/openapi.json": { "get": open("openapi", "This page", "application/json") },
    });
    for path in paths.as_object_mut().into_iter().flatten() {
        if path.0.starts_with(unit) {
            path.1["parameters"] = json!([unit_named(name)]);
        }
    }
    let mut schemas = types.take_definitions(true);
    bodies::flatten(&mut schemas, &["Ask", "Report"], "Handed");
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Proofhouse", "version": env!("CARGO_PKG_VERSION"),
            "description": "Whether a weapon may be in a hand on a set right now, and why not.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
        "security": [{ "token": [] }],
    })
}

/// The API, as it is served.
pub async fn page(State(unit): State<Unit>) -> Response {
    as_json(axum::http::StatusCode::OK, &openapi(&unit.name))
}

/// A set that names one thing twice is taken as the set it is.
fn once_or_twice(schema: &mut Schema) {
    schema.remove("uniqueItems");
}

type Body = fn(&mut SchemaGenerator) -> Value;

fn put<T: JsonSchema>(types: &mut SchemaGenerator, name: &str, says: &str) -> Value {
    // It is made one with the body itself.
    let _ = types.subschema_for::<Handed>();
    let body = types.subschema_for::<T>();
    let mut call = call(types, name, says, ok::<Answer>);
    call["requestBody"] = json!({
        "required": true, "content": { "application/json": { "schema": body } },
    });
    call["parameters"] = json!([{
        "name": "Idempotency-Key", "in": "header", "required": false,
        "description": "The name of this request; the field `request` says the same",
        "schema": { "type": "string", "minLength": 1, "maxLength": 100 },
    }]);
    call["responses"]["202"] = json!({
        "description": "A report that is kept and not yet recorded: it is written first when it can be",
        "content": ok::<Answer>(types),
    });
    if name == "report" {
        call["security"] = json!([{ "token": [] }, {}]);
    }
    call
}

fn get(types: &mut SchemaGenerator, name: &str, told: (&str, Body), asked: &[Value]) -> Value {
    let mut call = call(types, name, told.0, told.1);
    call["parameters"] = asked.into();
    call
}

fn call(types: &mut SchemaGenerator, name: &str, says: &str, body: Body) -> Value {
    let problem = types.subschema_for::<Problem>();
    json!({
        "operationId": name,
        "summary": says,
        "responses": {
            "200": { "description": says, "content": body(types) },
            "default": {
                "description": "A refusal or an error, as RFC 9457 has it: what happened, and what to do",
                "content": { "application/problem+json": { "schema": problem } },
            },
        },
    })
}

fn open(name: &str, says: &str, kind: &str) -> Value {
    json!({
        "operationId": name, "summary": says, "security": [],
        "responses": { "200": { "description": says, "content": text(kind) } },
    })
}

fn ok<T: JsonSchema>(types: &mut SchemaGenerator) -> Value {
    json!({ "application/json": { "schema": types.subschema_for::<T>() } })
}

fn entries(_: &mut SchemaGenerator) -> Value {
    let schema = json!({
        "type": "object", "required": ["entries", "next"],
        "properties": {
            "entries": { "type": "array", "items": { "type": "object" } },
            "next": { "type": "integer", "description": "Where the next call goes on" },
        },
    });
    json!({ "application/json": { "schema": schema } })
}

fn text(kind: &str) -> Value {
    json!({ kind: { "schema": { "type": "string" } } })
}

/// A hub serves one unit.
fn unit_named(name: &str) -> Value {
    let schema = json!({ "type": "string", "enum": [name] });
    json!({ "name": "unit", "in": "path", "required": true, "schema": schema })
}

fn query(name: &str, kind: &str, says: &str) -> Value {
    json!({ "name": name, "in": "query", "description": says, "schema": { "type": kind } })
}

fn last_event() -> Value {
    json!({
        "name": "Last-Event-ID", "in": "header", "schema": { "type": "integer" },
        "description": "Goes on after this entry",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                into.extend(map.get("$ref").and_then(Value::as_str).map(str::to_owned));
                map.values().for_each(|value| named(value, into));
            }
            Value::Array(items) => items.iter().for_each(|value| named(value, into)),
            _ => {}
        }
    }

    #[test]
    fn every_type_that_the_api_names_is_described() {
        let api = openapi("main-unit");
        let mut names = Vec::new();
        named(&api, &mut names);
        assert!(names.len() > 50, "{}", names.len());
        for name in names {
            let place = name.strip_prefix('#').unwrap_or_else(|| panic!("{name}"));
            assert!(api.pointer(place).is_some(), "{name}");
        }
    }

    #[test]
    fn a_set_may_name_a_thing_twice_and_stays_a_list() {
        let api = openapi("main-unit");
        let asks = api.pointer("/components/schemas/Ask/oneOf").unwrap();
        let mut kinds = asks.as_array().unwrap().iter();
        let files = kinds.find(|it| it["properties"]["ask"]["const"] == "file_document");
        let states = &files.unwrap()["properties"]["states"];
        assert_eq!(states["type"], "array");
        assert!(states.get("uniqueItems").is_none(), "{states}");
        assert!(!api.to_string().contains("uniqueItems"));
        let twice = r#"{"ask":"file_document","kind":"notice","topic":"t","states":["a","a"]}"#;
        let Ask::FileDocument(filed) = serde_json::from_str(twice).unwrap() else {
            panic!("another ask");
        };
        assert_eq!(filed.states.len(), 1);
    }
}
