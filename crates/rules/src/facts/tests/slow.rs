//! The same facts once more, slowly: from the state and the input as JSON, one thing after another.
//!
//! Written from the comments of the schema. Never shares a helper with what it checks.

use std::collections::BTreeMap;
use std::rc::Rc;

use custody::input::Input;
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// Facts by name; sets sorted, things as `Person::lead`.
pub(super) type Facts = BTreeMap<String, Value>;

/// The state and one row of an input, as JSON.
pub(super) struct Slow {
    pub(super) state: Rc<Value>,
    pub(super) body: Value,
    pub(super) name: String,
    pub(super) by: Option<String>,
    pub(super) with: Vec<(String, String, String)>,
    pub(super) at: Timestamp,
    pub(super) date: Date,
}

impl Slow {
    pub(super) fn of(state: &Rc<Value>, input: &Input, row: usize) -> Self {
        let mut body = serde_json::to_value(&input.what).unwrap();
        if let Some(rows) = body.get("rows").cloned() {
            body = rows[row].clone();
        }
        let with = serde_json::to_value(&input.with).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        Self {
            state: Rc::clone(state),
            body,
            name: input.what.name().to_owned(),
            by: input.by.as_ref().map(ToString::to_string),
            with: list(&with)
                .iter()
                .map(|one| (text(&one["person"]), text(&one["as"]), text(&one["means"])))
                .collect(),
            at: input.at,
            date: input.date,
        }
    }

    pub(super) fn minutes(&self, since: &Value) -> f64 {
        let since: Timestamp = since.as_str().unwrap().parse().unwrap();
        (self.at.as_millisecond() - since.as_millisecond()) as f64 / 60_000.0
    }

    /// An age for a rule that says "not older than".
    pub(super) fn age(&self, since: &Value) -> i64 {
        let minutes = self.minutes(since);
        if minutes <= -1.0 {
            99_999
        } else {
            minutes.ceil().max(0.0) as i64
        }
    }

    pub(super) fn days(&self, day: &Value) -> Option<i64> {
        let day: Date = day.as_str()?.parse().unwrap();
        Some(i64::from(self.date.until(day).unwrap().get_days()))
    }

    pub(super) fn scene_id(&self) -> Option<String> {
        let body = if self.name == "breach" {
            &self.body["ask_body"]
        } else {
            &self.body
        };
        let by_set_up = text(&body["set_up"]);
        let by_set_up = by_set_up.filter(|_| self.name != "add_set_up");
        let scene = match by_set_up {
            Some(set_up) => text(&self.state["set_ups"][&set_up]),
            None => text(&body["scene"]),
        };
        scene.filter(|id| self.state["scenes"].get(id).is_some())
    }

    pub(super) fn place(&self) -> String {
        let scene = self
            .scene_id()
            .and_then(|id| text(&self.state["scenes"][&id]["place"]));
        scene.unwrap_or_else(|| text(&self.state["unit"]["place"]).unwrap())
    }

    pub(super) fn person(&self, id: &str) -> &Value {
        &self.state["people"][id]
    }

    pub(super) fn weapon(&self, id: &str) -> &Value {
        &self.state["weapons"][id]
    }

    pub(super) fn lot(&self, id: &str) -> &Value {
        &self.state["lots"][id]
    }
}

pub(super) fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(super) fn texts(value: &Value) -> Vec<String> {
    list(value).iter().filter_map(text).collect()
}

pub(super) fn entries(value: &Value) -> Vec<(String, &Value)> {
    let map = value.as_object().into_iter().flatten();
    map.map(|(key, value)| (key.clone(), value)).collect()
}

pub(super) fn yes(value: &Value) -> bool {
    value.as_bool() == Some(true)
}

pub(super) fn or(value: &Value, other: &str) -> Value {
    json!(value.as_str().unwrap_or(other))
}

pub(super) fn has(value: &Value, item: &str) -> bool {
    texts(value).iter().any(|one| one == item)
}

/// A set, as it is compared.
pub(super) fn set(items: impl IntoIterator<Item = String>) -> Value {
    let mut items: Vec<String> = items.into_iter().collect();
    items.sort();
    items.dedup();
    json!(items)
}

pub(super) fn things(kind: &str, ids: impl IntoIterator<Item = String>) -> Value {
    set(ids.into_iter().map(|id| format!("{kind}::{id}")))
}

pub(super) fn facts(value: Value) -> Facts {
    let map = value.as_object().unwrap().clone();
    map.into_iter()
        .filter(|(_, value)| !value.is_null())
        .collect()
}
