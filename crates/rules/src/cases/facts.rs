//! Facts of a case as JSON, and the engine's request made of them.

use std::collections::BTreeMap;

use cedar_policy::{Context, Entities, Entity, EntityUid, Request};
use serde_json::{Map, Value, json};

use super::Changes;
use crate::Shelf;

/// Everything one decision rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The action.
    pub action: String,
    /// Who asks, as a handle.
    pub principal: String,
    /// What is asked of, as a handle.
    pub resource: String,
    /// What was said and derived for the ask.
    pub context: Map<String, Value>,
    /// Things by kind and handle, with `tags` among their attributes.
    pub world: BTreeMap<String, BTreeMap<String, Value>>,
}

impl Facts {
    /// Changes facts by path; `null` takes one away.
    ///
    /// # Errors
    /// A path that leads nowhere.
    pub fn change(&mut self, set: &Changes) -> Result<(), String> {
        // who and what come first: other paths may begin with them
        let (ends, rest): (Vec<_>, Vec<_>) = set
            .iter()
            .partition(|(path, _)| matches!(path.as_str(), "principal" | "resource"));
        let mut both = ends.into_iter().chain(rest);
        both.try_for_each(|(path, value)| self.set(path, value))
    }

    /// The handle that the first step of a path means; `context` is its own.
    pub fn root<'a>(&'a self, path: &'a str) -> &'a str {
        match path.split('.').next().unwrap_or_default() {
            "principal" => &self.principal,
            "resource" => &self.resource,
            root => root,
        }
    }

    /// The kind of a thing, by its handle.
    pub fn kind(&self, handle: &str) -> Option<&str> {
        let mut kinds = self.world.iter();
        let kind = kinds.find(|(_, things)| things.contains_key(handle));
        kind.map(|(kind, _)| kind.as_str())
    }

    /// What stands at a path.
    pub fn get(&self, path: &str) -> Option<Value> {
        match path {
            "principal" => return Some(self.principal.as_str().into()),
            "resource" => return Some(self.resource.as_str().into()),
            _ => {}
        }
        let root = self.root(path);
        let mut steps = path.split('.').skip(1);
        let mut here = match root {
            "context" => self.context.get(steps.next()?)?,
            _ => self.world.get(self.kind(root)?)?.get(root)?,
        };
        for step in steps {
            here = here.get(step)?;
        }
        Some(here.clone())
    }

    fn set(&mut self, path: &str, value: &Value) -> Result<(), String> {
        let handle = || {
            let text = value.as_str().map(str::to_owned);
            text.ok_or_else(|| format!("{path}: {value} is no handle"))
        };
        match path {
            "principal" => {
                self.principal = handle()?;
                return Ok(());
            }
            "resource" => {
                self.resource = handle()?;
                return Ok(());
            }
            _ => {}
        }
        let root = self.root(path).to_owned();
        let steps: Vec<&str> = path.split('.').skip(1).collect();
        let nowhere = || format!("{path} leads nowhere");
        let (last, way) = steps.split_last().ok_or_else(nowhere)?;
        let mut here = if root == "context" {
            &mut self.context
        } else {
            let mut kinds = self.world.values_mut();
            let thing = kinds.find_map(|things| things.get_mut(&root));
            thing.and_then(Value::as_object_mut).ok_or_else(nowhere)?
        };
        for step in way {
            let inner = here.entry(*step).or_insert_with(|| json!({}));
            here = inner.as_object_mut().ok_or_else(nowhere)?;
        }
        match value {
            Value::Null => drop(here.remove(*last)),
            value => drop(here.insert((*last).to_owned(), value.clone())),
        }
        Ok(())
    }

    /// The request and its entities, held to the schema.
    ///
    /// # Errors
    /// What does not fit the schema.
    pub fn asked(&self, shelf: &Shelf) -> Result<(Request, Entities), String> {
        let things = self.world.iter();
        let things = things.flat_map(|(kind, things)| {
            things.iter().map(move |(id, attrs)| thing(kind, id, attrs))
        });
        let all = Value::Array(things.collect());
        let entities = Entities::from_json_value(all, Some(shelf.schema()));
        Ok((
            self.request(shelf)?,
            entities.map_err(|error| whole(&error))?,
        ))
    }

    /// The same, where the entities of other facts are at hand: only things that differ are read anew.
    ///
    /// # Errors
    /// What does not fit the schema.
    pub fn asked_like(
        &self,
        (other, entities): (&Self, &Entities),
        shelf: &Shelf,
    ) -> Result<(Request, Entities), String> {
        let schema = Some(shelf.schema());
        let mut anew = Vec::new();
        for (kind, things) in &self.world {
            let before = other.world.get(kind);
            for (id, attrs) in things {
                if before.and_then(|before| before.get(id)) != Some(attrs) {
                    let entity = Entity::from_json_value(thing(kind, id, attrs), schema);
                    anew.push(entity.map_err(|error| whole(&error))?);
                }
            }
        }
        let entities = match anew.is_empty() {
            true => entities.clone(),
            false => entities
                .clone()
                .upsert_entities(anew, schema)
                .map_err(|error| whole(&error))?,
        };
        Ok((self.request(shelf)?, entities))
    }

    fn request(&self, shelf: &Shelf) -> Result<Request, String> {
        let schema = shelf.schema();
        let action = uid("Action", &self.action)?;
        let mut context = self.context.clone();
        let mut permits = shelf.permits().iter();
        if !permits.any(|permit| permit.action == self.action) {
            // nobody answers with a report, and no limit of a house book stands against it
            context.retain(|name, _| name != "answers" && name != "setting");
        }
        let context = named(&Value::Object(context));
        let context = Context::from_json_value(context, Some((schema, &action)));
        let context = context.map_err(|error| whole(&error))?;
        let (principal, resource) = (self.uid(&self.principal)?, self.uid(&self.resource)?);
        let request = Request::new(principal, action, resource, context, Some(schema));
        request.map_err(|error| whole(&error))
    }

    fn uid(&self, handle: &str) -> Result<EntityUid, String> {
        let kind = self.kind(handle);
        uid(kind.ok_or_else(|| format!("there is no {handle}"))?, handle)
    }
}

fn uid(kind: &str, id: &str) -> Result<EntityUid, String> {
    let text = format!("{kind}::{}", Value::from(id));
    text.parse().map_err(|_| format!("{text} is no name"))
}

/// An error with what caused it.
fn whole(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let causes: Vec<String> = causes.map(ToString::to_string).collect();
    causes.join(": ")
}

/// A thing as the engine reads it. A person is in its roles.
fn thing(kind: &str, id: &str, attrs: &Value) -> Value {
    let mut attrs = attrs.as_object().cloned().unwrap_or_default();
    let tags = attrs.remove("tags").unwrap_or_else(|| json!({}));
    let roles = attrs.get("roles").and_then(Value::as_array);
    let roles = roles.into_iter().flatten().filter(|_| kind == "Person");
    let parents: Vec<Value> = roles
        .map(|role| json!({"type": "Role", "id": role}))
        .collect();
    json!({
        "uid": {"type": kind, "id": id},
        "attrs": named(&Value::Object(attrs)),
        "tags": named(&tags),
        "parents": parents,
    })
}

/// Puts things in the place of their names: `Person::lead`.
fn named(value: &Value) -> Value {
    match value {
        Value::String(text) => match text.split_once("::") {
            Some((kind, id)) => json!({"__entity": {"type": kind, "id": id}}),
            None => value.clone(),
        },
        Value::Array(items) => items.iter().map(named).collect(),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| (name.clone(), named(value)));
            Value::Object(fields.collect())
        }
        other => other.clone(),
    }
}
