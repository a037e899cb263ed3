//! Walks the JSON form of a policy and collects what it reads.

use cedar_policy::Policy;
use serde_json::{Map, Value};

use super::{Attributes, Path, Reads, Root, Step};

/// Collects what a policy reads. `None` when it has no JSON form.
pub(crate) fn read_policy(policy: &Policy, schema: &Attributes) -> Option<Reads> {
    let json = policy.to_json().ok()?;
    let mut walk = Walk {
        reads: Reads::default(),
        schema,
    };
    walk.scope(Root::Principal, json.get("principal"));
    walk.scope(Root::Resource, json.get("resource"));
    for condition in json.get("conditions")?.as_array()? {
        walk.leaf(condition.get("body")?);
    }
    Some(walk.reads)
}

/// The first operator of a policy's conditions that computes instead of comparing.
pub(crate) fn arithmetic_in(policy: &Policy) -> Option<&'static str> {
    const OPERATORS: [&str; 6] = ["+", "-", "*", "neg", "offset", "durationSince"];
    fn find(value: &Value) -> Option<&'static str> {
        match value {
            Value::Array(items) => items.iter().find_map(find),
            Value::Object(object) => match object
                .iter()
                .next()
                .map(|(key, inner)| (key.as_str(), inner))
            {
                Some(("Value", _)) if object.len() == 1 => None,
                Some(("Record", Value::Object(fields))) if object.len() == 1 => {
                    fields.values().find_map(find)
                }
                _ => object.iter().find_map(|(key, inner)| {
                    let own = OPERATORS
                        .iter()
                        .find(|word| *word == key && !is_negative_number(key, inner));
                    own.copied().or_else(|| find(inner))
                }),
            },
            _ => None,
        }
    }
    let json = policy.to_json().ok()?;
    find(json.get("conditions")?)
}

fn is_negative_number(operator: &str, inner: &Value) -> bool {
    operator == "neg" && inner.pointer("/arg/Value").is_some_and(Value::is_number)
}

struct Walk<'a> {
    reads: Reads,
    schema: &'a Attributes,
}

impl Walk<'_> {
    /// The head of a policy: `principal in Role::"armorer"`.
    fn scope(&mut self, root: Root, head: Option<&Value>) {
        let Some(head) = head else { return };
        let within = head.get("entity").or_else(|| head.pointer("/in/entity"));
        match (head.get("op").and_then(Value::as_str), within) {
            (Some("=="), _) => {
                self.reads.paths.insert(Path::new(root));
            }
            (Some("in" | "is"), Some(entity)) => {
                let kind = entity.get("type").and_then(Value::as_str);
                self.enter(Path::new(root), Step::In(kind.map(str::to_owned)));
            }
            _ => {}
        }
    }

    /// An expression whose whole value is used.
    fn leaf(&mut self, expression: &Value) {
        let Some(path) = self.path(expression) else {
            return;
        };
        match path.steps().last() {
            Some(Step::Attr(name)) => {
                let inner = self.schema.inside(name);
                self.reads.names.extend(inner.map(str::to_owned));
            }
            Some(Step::Tag(_)) => {
                let inner = self.schema.inside_tags();
                self.reads.names.extend(inner.map(str::to_owned));
            }
            None if path.root() == Root::Context => {
                let inner = self.schema.inside_contexts();
                self.reads.names.extend(inner.map(str::to_owned));
            }
            _ => {}
        }
        self.reads.paths.insert(path);
    }

    /// The path that an expression is, or none after collecting what it reads.
    fn path(&mut self, expression: &Value) -> Option<Path> {
        let object = expression.as_object()?;
        let (operator, inner) = object.iter().next()?;
        match (operator.as_str(), inner) {
            ("Var", Value::String(name)) => Some(Path::new(root_of(name))),
            ("Value" | "Slot", _) => None,
            (".", Value::Object(parts)) => {
                let base = self.base(parts);
                let name = parts.get("attr").and_then(Value::as_str)?;
                Some(self.step(base, Step::Attr(name.to_owned())))
            }
            ("getTag", Value::Object(parts)) => {
                let base = self.base(parts);
                let key = self.tag_key(parts);
                Some(self.step(base, Step::Tag(key)))
            }
            ("has", Value::Object(parts)) => self.has(parts),
            ("hasTag", Value::Object(parts)) => {
                let base = self.base(parts);
                let key = self.tag_key(parts);
                let path = self.step(base, Step::Tag(key));
                self.reads.paths.insert(path);
                None
            }
            ("in" | "is", Value::Object(parts)) => self.within(parts),
            (_, Value::Array(items)) => {
                items.iter().for_each(|item| self.leaf(item));
                None
            }
            (_, Value::Object(parts)) => {
                parts.values().for_each(|part| self.leaf(part));
                None
            }
            _ => None,
        }
    }

    /// What stands left of a step; a value that is no path is collected and counts as computed.
    fn base(&mut self, parts: &Map<String, Value>) -> Path {
        let path = parts.get("left").and_then(|left| self.path(left));
        path.unwrap_or_else(|| Path::new(Root::Computed))
    }

    fn step(&mut self, base: Path, step: Step) -> Path {
        match &step {
            Step::Attr(name) | Step::Tag(Some(name)) => {
                self.reads.names.insert(name.clone());
            }
            Step::Tag(None) => self.reads.any_tag = true,
            Step::In(_) => {}
        }
        let may_be_entity = match base.steps().last() {
            None => base.root() != Root::Context,
            Some(Step::Attr(name)) => self.schema.may_be_entity(Some(name)),
            Some(Step::Tag(_)) => self.schema.may_be_entity(None),
            Some(Step::In(_)) => false,
        };
        if may_be_entity {
            self.reads.entered.insert(base.clone());
        }
        base.then(step)
    }

    fn enter(&mut self, base: Path, step: Step) {
        let path = self.step(base, step);
        self.reads.paths.insert(path);
    }

    /// `x has a`, `x has a.b`.
    fn has(&mut self, parts: &Map<String, Value>) -> Option<Path> {
        let mut path = self.base(parts);
        let names = match parts.get("attr")? {
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            one => one.as_str().into_iter().collect::<Vec<_>>(),
        };
        for name in names {
            path = self.step(path, Step::Attr(name.to_owned()));
        }
        self.reads.paths.insert(path);
        None
    }

    /// `x in y`, `x is T`, `x is T in y`.
    fn within(&mut self, parts: &Map<String, Value>) -> Option<Path> {
        let outer = parts.get("right").or_else(|| parts.get("in"));
        let Some(outer) = outer else {
            parts
                .get("left")
                .into_iter()
                .for_each(|left| self.leaf(left));
            return None;
        };
        let base = self.base(parts);
        let literal = outer.get("Value").or_else(|| outer.pointer("/Set/0/Value"));
        let kind = literal.and_then(|value| value.pointer("/__entity/type"));
        let kind = kind.and_then(Value::as_str).map(str::to_owned);
        self.enter(base, Step::In(kind));
        self.leaf(outer);
        None
    }

    fn tag_key(&mut self, parts: &Map<String, Value>) -> Option<String> {
        let right = parts.get("right")?;
        let literal = right.get("Value").and_then(Value::as_str);
        if literal.is_none() {
            self.leaf(right);
        }
        literal.map(str::to_owned)
    }
}

fn root_of(variable: &str) -> Root {
    match variable {
        "principal" => Root::Principal,
        "action" => Root::Action,
        "resource" => Root::Resource,
        _ => Root::Context,
    }
}
