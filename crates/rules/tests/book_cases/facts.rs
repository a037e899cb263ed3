//! Facts of a case as JSON, and the engine's request made of them.

use std::collections::BTreeMap;

use cedar_policy::{Context, Entities, EntityUid, Request};
use rules::Shelf;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// All files of `rulebooks/tests`, put together.
#[derive(Debug, Default)]
pub struct Tests {
    /// Things by kind and handle, with `tags` among their attributes.
    pub world: BTreeMap<String, BTreeMap<String, Value>>,
    /// What stands in every context.
    pub context: Map<String, Value>,
    /// Asks and reports by name.
    pub bases: BTreeMap<String, Base>,
    /// Cases by rule.
    pub cases: Vec<OfRule>,
}

/// One file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct File {
    world: BTreeMap<String, BTreeMap<String, Value>>,
    context: Map<String, Value>,
    bases: BTreeMap<String, Base>,
    cases: Vec<OfRule>,
}

/// A whole ask or report.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Base {
    /// Another base that this one changes.
    pub like: Option<String>,
    /// The action.
    pub action: String,
    /// Who asks, as a handle.
    pub principal: String,
    /// What is asked of, as a handle.
    pub resource: String,
    /// The context, beside what stands in every context.
    pub context: Map<String, Value>,
    /// Facts changed, by path.
    pub set: BTreeMap<String, Value>,
    /// Where it goes; empty: under the baseline alone.
    pub place: String,
    /// In which kind of production; empty: screen.
    pub kind: String,
    /// Under which house books.
    pub house: Vec<String>,
}

/// The cases of one rule with one base.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfRule {
    pub rule: String,
    /// Said for the reader; the base says it too.
    #[serde(default)]
    #[allow(dead_code, reason = "for the reader")]
    pub action: String,
    pub base: String,
    pub cases: Vec<Case>,
}

/// One case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What the case says, for the reader.
    #[serde(default)]
    #[allow(dead_code, reason = "for the reader")]
    pub says: String,
    /// `go` or `no`; of a consequence `not` or `holds`.
    pub is: String,
    /// Facts changed, by path.
    #[serde(default)]
    pub set: BTreeMap<String, Value>,
    /// The day, where it matters.
    #[serde(default)]
    pub date: Option<String>,
    /// It stands at the edge.
    #[serde(default)]
    pub edge: bool,
}

impl Case {
    /// Whether the rule is to say no, to warn, or to add its consequence.
    pub fn speaks(&self) -> bool {
        match self.is.as_str() {
            "no" | "holds" => true,
            "go" | "not" => false,
            other => panic!("a case is go, no, holds or not, and not {other}"),
        }
    }
}

impl Tests {
    /// Puts one more file in.
    pub fn add(&mut self, file: File) {
        for (kind, things) in file.world {
            self.world.entry(kind).or_default().extend(things);
        }
        self.context.extend(file.context);
        self.bases.extend(file.bases);
        self.cases.extend(file.cases);
    }

    /// The facts of a base with some changed.
    pub fn facts(&self, base: &str, set: &BTreeMap<String, Value>) -> Facts {
        let mut facts = self.plain(base);
        set.iter().for_each(|(path, value)| facts.set(path, value));
        facts
    }

    fn plain(&self, name: &str) -> Facts {
        let base = self.bases.get(name);
        let base = base.unwrap_or_else(|| panic!("there is no base {name}"));
        let mut facts = match &base.like {
            Some(other) => self.plain(other),
            None => Facts {
                action: base.action.clone(),
                principal: base.principal.clone(),
                resource: base.resource.clone(),
                context: self.context.clone(),
                world: self.world.clone(),
            },
        };
        facts.context.extend(base.context.clone());
        base.set
            .iter()
            .for_each(|(path, value)| facts.set(path, value));
        facts
    }
}

/// Everything one decision rests on.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The action.
    pub action: String,
    principal: String,
    resource: String,
    context: Map<String, Value>,
    world: BTreeMap<String, BTreeMap<String, Value>>,
}

impl Facts {
    fn set(&mut self, path: &str, value: &Value) {
        match path {
            "principal" => return handle(value).clone_into(&mut self.principal),
            "resource" => return handle(value).clone_into(&mut self.resource),
            _ => {}
        }
        let mut steps = path.split('.');
        let root = match steps.next().unwrap_or_default() {
            "principal" => self.principal.clone(),
            "resource" => self.resource.clone(),
            root => root.to_owned(),
        };
        let steps: Vec<&str> = steps.collect();
        let (last, way) = steps
            .split_last()
            .unwrap_or_else(|| panic!("{path} is no path"));
        let mut here = if root == "context" {
            &mut self.context
        } else {
            let mut kinds = self.world.values_mut();
            let thing = kinds.find_map(|things| things.get_mut(&root));
            object(thing.unwrap_or_else(|| panic!("{path}: there is no {root}")))
        };
        for step in way {
            here = object(here.entry(*step).or_insert_with(|| json!({})));
        }
        match value {
            Value::Null => drop(here.remove(*last)),
            value => drop(here.insert((*last).to_owned(), value.clone())),
        }
    }

    /// The request and its entities, held to the schema.
    pub fn asked(&self, shelf: &Shelf) -> Result<(Request, Entities), String> {
        let schema = shelf.schema();
        let action: EntityUid = format!("Action::\"{}\"", self.action).parse().unwrap();
        let mut context = self.context.clone();
        if !shelf
            .permits()
            .iter()
            .any(|permit| permit.action == self.action)
        {
            // nobody answers with a report, and no limit of a house book stands against it
            context.retain(|name, _| name != "answers" && name != "setting");
        }
        let context = named(&Value::Object(context));
        let context = Context::from_json_value(context, Some((schema, &action)));
        let context = context.map_err(|error| whole(&error))?;
        let request = Request::new(
            self.uid(&self.principal),
            action,
            self.uid(&self.resource),
            context,
            Some(schema),
        );
        let request = request.map_err(|error| whole(&error))?;
        let things = self.world.iter();
        let things = things.flat_map(|(kind, things)| {
            things.iter().map(move |(id, attrs)| thing(kind, id, attrs))
        });
        let entities = Entities::from_json_value(Value::Array(things.collect()), Some(schema));
        Ok((request, entities.map_err(|error| whole(&error))?))
    }

    fn uid(&self, id: &str) -> EntityUid {
        let mut kinds = self.world.iter();
        let kind = kinds.find(|(_, things)| things.contains_key(id));
        let (kind, _) = kind.unwrap_or_else(|| panic!("there is no {id}"));
        format!("{kind}::\"{id}\"").parse().unwrap()
    }
}

/// An error with what caused it.
fn whole(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ")
}

fn handle(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no handle"))
}

fn object(value: &mut Value) -> &mut Map<String, Value> {
    value
        .as_object_mut()
        .unwrap_or_else(|| panic!("a path leads through a plain value"))
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
