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
            _ => [value, &before]
                .map(|it| self.stands_for(ground, path, it))
                .into(),
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
        let document = || kind(ground, path) == "Person";
        let document = if document() { "paper" } else { "document" };
        let said = || {
            let (owner, name) = fact_of(ground, path)?;
            let means = self.meaning(owner, name).map(first_part);
            // a list of the values says less than the name
            let means = means.filter(|means| !means.contains(" or "));
            Some(means.map_or_else(|| name.replace('_', " "), str::to_owned))
        };
        match (steps.as_slice(), said()) {
            (["tags", topic], _) => format!("{document} {topic}"),
            (["tags", topic, _], Some(said)) => format!("{document} {topic}, {said}"),
            (["setting", _], Some(said)) => format!("limit of the house, {said}"),
            (_, Some(said)) => said,
            (other, None) => other.join(" "),
        }
    }

    /// A value in plain words; one that stands for something, `99999: no end stated`, as what it stands for.
    fn stands_for(&self, ground: &Facts, path: &str, value: &Value) -> String {
        let plain = plain(value);
        let fact = fact_of(ground, path).filter(|_| value.is_number());
        let means = fact.and_then(|(owner, name)| self.meaning(owner, name));
        let mut parts = means.into_iter().flat_map(|means| means.split(';').skip(1));
        let stands = parts.find_map(|part| part.trim().strip_prefix(&plain)?.strip_prefix(": "));
        stands.map_or(plain.clone(), str::to_owned)
    }
}

/// What kind of thing a path begins with: of the ask itself, the ask.
fn kind<'a>(ground: &'a Facts, path: &'a str) -> &'a str {
    match ground.root(path) {
        "context" => &ground.action,
        handle => ground.kind(handle).unwrap_or_default(),
    }
}

/// Whose fact a path leads to, and its name, as the schema has them.
fn fact_of<'a>(ground: &'a Facts, path: &'a str) -> Option<(&'a str, &'a str)> {
    let steps: Vec<&str> = path.split('.').skip(1).collect();
    let kind = kind(ground, path);
    Some(match *steps.as_slice() {
        ["tags", _, name] if kind == "Person" => ("Paper", name),
        ["tags", _, name] => ("Document", name),
        ["answers", name] => ("Answers", name),
        ["setting", name] => ("Setting", name),
        ["zone", name] => ("Zone", name),
        [name] => (kind, name),
        _ => return None,
    })
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
