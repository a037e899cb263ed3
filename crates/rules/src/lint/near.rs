//! The name that was probably meant.

use custody::names::Role;
use serde_json::Value;

use super::Found;
use crate::book::{BookError, Spot};

/// How alike two names have to be, from 0 to 1.
const ALIKE: f64 = 0.8;

/// Up to three names most like a word, the likest first.
pub(crate) fn nearest<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let alike = |name: &'a str| (strsim::jaro_winkler(word, name), name);
    let mut near: Vec<(f64, &str)> = names
        .map(alike)
        .filter(|(score, _)| *score >= ALIKE)
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    near.dedup();
    near.into_iter().map(|(_, name)| name).take(3).collect()
}

/// What to do next where a word is not known: the names like it, or where all of them stand.
pub fn meant<'a>(word: &str, names: impl Iterator<Item = &'a str>, otherwise: &str) -> String {
    match nearest(word, names).as_slice() {
        [] => otherwise.to_owned(),
        near => format!("did you mean {}?", near.join(", ")),
    }
}

/// A role that nobody can hold makes a rule that is not there.
pub(super) fn unknown_roles(found: &Found<'_>) -> Vec<BookError> {
    let known = |name: &str| Role::ALL.iter().any(|role| role.as_str() == name);
    let mut names = Vec::new();
    if let Ok(json) = found.policy.to_json() {
        roles_in(&json, &mut names);
    }
    names.retain(|name| !known(name));
    names.sort_unstable();
    names.dedup();
    let errors = names.iter().map(|name| {
        let own = found.text.get(found.start..found.end).unwrap_or_default();
        let inside = own.find(&format!("\"{name}\"")).unwrap_or(0);
        let spot = Spot {
            offset: found.start + inside,
            ..found.spot()
        };
        let all: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        let otherwise = format!("name one of: {}", all.join(", "));
        let next = meant(name, all.iter().copied(), &otherwise);
        BookError::at(
            spot,
            "role-unknown",
            format!("there is no role \"{name}\""),
            next,
        )
    });
    errors.collect()
}

/// Every `Role::"…"` of a policy.
fn roles_in(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| roles_in(item, names)),
        Value::Object(fields) => {
            let text = |key: &str| fields.get(key).and_then(Value::as_str);
            if let (Some("Role"), Some(id)) = (text("type"), text("id")) {
                names.push(id.to_owned());
            }
            fields.values().for_each(|inner| roles_in(inner, names));
        }
        _ => {}
    }
}
