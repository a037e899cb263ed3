//! Facts in words: what the schema says of each of them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::Shelf;
use crate::cases::Facts;

/// One fact that is otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Its path, as `context.zone.nearest_cm`.
    pub path: String,
    /// Whose it is: `lead, performer`.
    pub of: String,
    /// What the fact means.
    pub means: String,
    /// Its value.
    pub value: String,
    /// Its value in the case that is in order.
    pub instead_of: String,
}

/// What each fact means, by its owner and name, from the schema's own comments.
#[derive(Debug, Default)]
pub struct Words(BTreeMap<(String, String), String>);

impl Words {
    /// Reads the comments of the schema.
    pub fn of(shelf: &Shelf) -> Self {
        let mut words = Self::default();
        let schema = shelf.texts().iter().find(|text| text.book.is_empty());
        let mut owners: Vec<String> = Vec::new();
        for line in schema.map_or("", |schema| &schema.text).lines() {
            owners = match owner(line) {
                Some(named) => named,
                None => owners,
            };
            if let Some((name, means)) = fact(line) {
                for owner in &owners {
                    let key = (owner.clone(), name.to_owned());
                    words.0.insert(key, means.to_owned());
                }
            }
        }
        words
    }

    /// What a fact means; nothing where the schema has no comment on it.
    pub fn meaning(&self, owner: &str, name: &str) -> Option<&str> {
        let key = (owner.to_owned(), name.to_owned());
        self.0.get(&key).map(String::as_str)
    }

    /// Tells a change of a case that is in order.
    pub fn change(&self, ground: &Facts, (path, value): (&str, &Value)) -> Change {
        let before = ground.get(path).unwrap_or(Value::Null);
        let (of, means) = match path {
            "principal" => ("who asks".to_owned(), "who it is".to_owned()),
            "resource" => ("what it is asked of".to_owned(), "which it is".to_owned()),
            _ => (self.owner_in_words(ground, path), self.means(ground, path)),
        };
        let (value, before) = match path {
            "principal" | "resource" => {
                let handle = |value: &Value| thing(ground, value.as_str().unwrap_or_default());
                (handle(value), handle(&before))
            }
            _ => (plain(value), plain(&before)),
        };
        Change {
            path: path.to_owned(),
            of,
            means,
            value,
            instead_of: before,
        }
    }

    fn owner_in_words(&self, ground: &Facts, path: &str) -> String {
        match ground.root(path) {
            "context" => "the ask".to_owned(),
            handle => thing(ground, handle),
        }
    }

    /// What the last step of a path means: `lead.tags.csatf_s.days_left` is of a paper.
    fn means(&self, ground: &Facts, path: &str) -> String {
        let steps: Vec<&str> = path.split('.').skip(1).collect();
        let kind = match ground.root(path) {
            "context" => ground.action.as_str(),
            handle => ground.kind(handle).unwrap_or_default(),
        };
        let document = match kind {
            "Person" => ("Paper", "paper"),
            _ => ("Document", "document"),
        };
        let said = |owner: &str, name: &str| {
            let means = self.meaning(owner, name).map(first_part);
            // a list of the values says less than the name
            let means = means.filter(|means| !means.contains(" or "));
            means.map_or_else(|| name.replace('_', " "), str::to_owned)
        };
        match steps.as_slice() {
            ["tags", topic] => format!("{} {topic}", document.1),
            ["tags", topic, name] => {
                format!("{} {topic}, {}", document.1, said(document.0, name))
            }
            ["answers", name] => said("Answers", name),
            ["setting", name] => format!("limit of the house, {}", said("Setting", name)),
            ["zone", name] => said("Zone", name),
            [name] => said(kind, name),
            other => other.join(" "),
        }
    }
}

/// `entity Weapon {`, `type Paper = {`, `action "a", "b" appliesTo …`: whose facts follow.
fn owner(line: &str) -> Option<Vec<String>> {
    if let Some(rest) = line.strip_prefix("entity ").or(line.strip_prefix("type ")) {
        let name = rest.split([' ', ';', '{']).next()?;
        return Some(vec![name.to_owned()]);
    }
    let rest = line.strip_prefix("action ")?;
    let names = rest.split('"').skip(1).step_by(2);
    Some(names.map(str::to_owned).collect())
}

/// `  tier: String,   // a, b, c or d`: a fact and its comment.
fn fact(line: &str) -> Option<(&str, &str)> {
    let (code, means) = line.split_once("//")?;
    let (name, _) = code.trim().split_once(':')?;
    let name = name.trim_end_matches('?');
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    plain.then_some((name, means.trim()))
}

/// The meaning without what stands for the unknown.
fn first_part(means: &str) -> &str {
    means.split(';').next().unwrap_or(means).trim()
}

/// A thing by its handle and what it is: `lead (performer)`.
fn thing(ground: &Facts, handle: &str) -> String {
    let roles = ground.get(&format!("{handle}.roles"));
    let class = ground.get(&format!("{handle}.class"));
    let is = roles
        .map(|roles| plain(&roles))
        .or(class.map(|it| plain(&it)));
    match (is, ground.kind(handle)) {
        (Some(is), _) if is != handle && is != "none" => format!("{handle} ({is})"),
        (_, Some(kind)) if kind.to_lowercase() != handle => {
            format!("{} {handle}", kind.to_lowercase())
        }
        _ => handle.to_owned(),
    }
}

/// A value in plain words.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "not on record".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) if text.is_empty() => "not stated".to_owned(),
        Value::String(text) => match text.split_once("::") {
            Some((_, handle)) => handle.to_owned(),
            None => text.clone(),
        },
        Value::Array(items) if items.is_empty() => "none".to_owned(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(fields) if fields.is_empty() => "none".to_owned(),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, it)| format!("{name} {}", plain(it)));
            fields.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}
