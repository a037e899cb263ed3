//! The attributes that a schema declares, by name.

use std::collections::{BTreeMap, BTreeSet};

use cedar_policy::SchemaFragment;
use serde_json::{Map, Value};

/// How deep records may stand inside records.
const DEPTH: usize = 16;

/// Names of the attributes a schema declares, and what stands inside each.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attributes {
    inside: BTreeMap<String, BTreeSet<String>>,
    inside_tags: BTreeSet<String>,
    contexts: BTreeSet<String>,
    declared: BTreeMap<String, String>,
    entities: BTreeSet<String>,
    of_entities: BTreeSet<String>,
    tags_of_entities: bool,
}

impl Attributes {
    /// Lists the attributes of a schema; empty when it has no JSON form.
    pub(crate) fn of(fragment: SchemaFragment) -> Self {
        let mut attributes = Self::default();
        let Ok(Value::Object(namespaces)) = fragment.to_json_value() else {
            return attributes;
        };
        let common = namespaces
            .values()
            .filter_map(|space| space.get("commonTypes")?.as_object())
            .flat_map(|types| {
                types
                    .iter()
                    .map(|(name, kind)| (name.clone(), kind.clone()))
            })
            .collect();
        let entities: BTreeSet<&str> = namespaces
            .values()
            .flat_map(|space| objects(space, "entityTypes"))
            .map(|(name, _)| name)
            .collect();
        attributes.entities = entities.into_iter().map(str::to_owned).collect();
        for space in namespaces.values() {
            for (name, entity) in objects(space, "entityTypes") {
                attributes.add(name, entity.get("shape"), &common);
                if let Some(tags) = entity.get("tags") {
                    let names = names_inside(tags, &common);
                    attributes.inside_tags.extend(names);
                    attributes.tags_of_entities |= attributes.is_entity(tags, &common);
                    let what = format!("{name}.tag");
                    attributes.declared.insert(what, String::new());
                }
            }
            for (_, action) in objects(space, "actions") {
                let context = action.pointer("/appliesTo/context");
                attributes.add("context", context, &common);
                let fields = context.map(|context| fields(context, &common, DEPTH));
                let names = fields.into_iter().flatten().map(|(name, _)| name);
                attributes.contexts.extend(names);
            }
        }
        attributes
    }

    fn add(&mut self, owner: &str, shape: Option<&Value>, common: &Map<String, Value>) {
        let mut open: Vec<(String, Value, usize)> = Vec::new();
        let shape = shape.cloned().unwrap_or_default();
        open.push((owner.to_owned(), shape, 0));
        while let Some((owner, shape, depth)) = open.pop() {
            if depth > DEPTH {
                continue;
            }
            for (name, kind) in fields(&shape, common, DEPTH) {
                let inner = names_inside(&kind, common);
                self.inside.entry(name.clone()).or_default().extend(inner);
                if self.is_entity(&kind, common) {
                    self.of_entities.insert(name.clone());
                }
                let path = format!("{owner}.{name}");
                self.declared.insert(path.clone(), name);
                open.push((path, kind, depth + 1));
            }
        }
    }

    fn is_entity(&self, kind: &Value, common: &Map<String, Value>) -> bool {
        let mut name = type_name(kind);
        for _ in 0..DEPTH {
            match name.and_then(|name| common.get(name)) {
                Some(alias) => name = type_name(alias),
                None => break,
            }
        }
        name.is_some_and(|name| self.entities.contains(name))
    }

    /// Whether an attribute of this name, or a tag where there is no name, may hold an entity.
    pub(crate) fn may_be_entity(&self, name: Option<&str>) -> bool {
        name.map_or(self.tags_of_entities, |name| {
            self.of_entities.contains(name)
        })
    }

    /// Names that stand inside a record attribute of this name, at any depth.
    pub(crate) fn inside(&self, name: &str) -> impl Iterator<Item = &str> {
        self.inside
            .get(name)
            .into_iter()
            .flatten()
            .map(String::as_str)
    }

    /// Names that stand inside any tag.
    pub(crate) fn inside_tags(&self) -> impl Iterator<Item = &str> {
        self.inside_tags.iter().map(String::as_str)
    }

    /// Names in any action's context, at any depth.
    pub(crate) fn inside_contexts(&self) -> impl Iterator<Item = &str> {
        let inner = self.contexts.iter().flat_map(|name| self.inside(name));
        inner.chain(self.contexts.iter().map(String::as_str))
    }

    /// Every declared attribute: its path such as `Weapon.tier` or `context.zone.nearest_cm`, and its bare name.
    /// A type with tags is declared as `Person.tag` with no bare name.
    pub(crate) fn declared(&self) -> impl Iterator<Item = (&str, &str)> {
        self.declared
            .iter()
            .map(|(path, name)| (path.as_str(), name.as_str()))
    }
}

fn objects<'a>(space: &'a Value, key: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    let object = space.get(key).and_then(Value::as_object);
    object
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value))
}

/// The fields of a record type, through sets and common types.
fn fields(kind: &Value, common: &Map<String, Value>, depth: usize) -> Vec<(String, Value)> {
    if depth == 0 {
        return Vec::new();
    }
    if let Some(record) = kind.get("attributes").and_then(Value::as_object) {
        return record
            .iter()
            .map(|(name, kind)| (name.clone(), kind.clone()))
            .collect();
    }
    if let Some(element) = kind.get("element") {
        return fields(element, common, depth - 1);
    }
    let alias = type_name(kind).and_then(|name| common.get(name));
    alias.map_or_else(Vec::new, |alias| fields(alias, common, depth - 1))
}

/// The bare name of a type: an entity type, a common type, or a primitive.
fn type_name(kind: &Value) -> Option<&str> {
    let name = kind.get("name").or_else(|| kind.get("type"))?.as_str()?;
    name.rsplit("::").next()
}

/// Names inside a type, at any depth.
fn names_inside(kind: &Value, common: &Map<String, Value>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut open = vec![(kind.clone(), 0)];
    while let Some((kind, depth)) = open.pop() {
        if depth > DEPTH {
            continue;
        }
        for (name, inner) in fields(&kind, common, DEPTH) {
            names.insert(name);
            open.push((inner, depth + 1));
        }
    }
    names
}
