//! A solver's case, told as changes of a case in order.

use std::collections::{BTreeMap, BTreeSet};

use cedar_policy_symcc::Env;
use rules::cases::{Changes, Facts};
use serde_json::{Map, Value};

/// What has to be changed of a case in order to make it the solver's. None where it has more things than that one.
pub(super) fn changes(case: &Env, ground: &Facts) -> Option<Changes> {
    let solved = Solved::of(case)?;
    let mut names = Names::default();
    let ends = [
        (case.request.principal()?, &ground.principal),
        (case.request.resource()?, &ground.resource),
    ];
    for (uid, handle) in ends {
        let kind = uid.type_name().to_string();
        if ground.kind(handle) != Some(kind.as_str()) {
            return None;
        }
        names.pair((kind, uid.id().unescaped().to_owned()), handle);
    }
    names.pair_fields(&solved.context, &ground.context);
    for (thing, handle) in names.known.clone() {
        let own = ground.world.get(&thing.0).and_then(|all| all.get(&handle));
        if let (Some(solved), Some(Value::Object(own))) = (solved.things.get(&thing), own) {
            names.pair_fields(solved, own);
        }
    }
    for thing in solved.things.keys() {
        names.name(thing, ground);
    }
    let mut set = Changes::new();
    let ends = [
        (case.request.principal()?, "principal"),
        (case.request.resource()?, "resource"),
    ];
    for (uid, end) in ends {
        let thing = (uid.type_name().to_string(), uid.id().unescaped().to_owned());
        let handle = names.known.get(&thing)?;
        if ground.get(end) != Some(handle.as_str().into()) {
            set.insert(end.to_owned(), handle.as_str().into());
        }
    }
    let context = names.plain_fields(&solved.context);
    differ("context", (&context, &ground.context), &mut set);
    for (thing, attrs) in &solved.things {
        let Some(handle) = names.known.get(thing) else {
            continue;
        };
        let own = ground.world.get(&thing.0)?.get(handle)?.as_object()?;
        differ(handle, (&names.plain_fields(attrs), own), &mut set);
    }
    Some(set)
}

type Thing = (String, String);

/// The things and the context of a case, as the engine writes them.
struct Solved {
    things: BTreeMap<Thing, Map<String, Value>>,
    context: Map<String, Value>,
}

impl Solved {
    fn of(case: &Env) -> Option<Self> {
        let mut things = BTreeMap::new();
        for entity in case.entities.to_json_value().ok()?.as_array()? {
            let uid = thing(entity.get("uid")?)?;
            let mut attrs = entity.get("attrs")?.as_object()?.clone();
            let tags = entity
                .get("tags")
                .filter(|tags| tags.as_object().is_some_and(|it| !it.is_empty()));
            attrs.extend(tags.map(|tags| ("tags".to_owned(), tags.clone())));
            if uid.0 == "Person" && attrs.contains_key("roles") {
                let roles = entity.get("parents")?.as_array()?.iter();
                let roles = roles.filter_map(|role| role.get("id")?.as_str());
                // a role without a name is the solver's way to say: some other
                let roles: BTreeSet<&str> = roles.filter(|role| !role.is_empty()).collect();
                attrs.insert(
                    "roles".to_owned(),
                    roles.into_iter().map(Value::from).collect(),
                );
            }
            things.insert(uid, attrs);
        }
        let context = case.request.context()?.to_json_value().ok()?;
        Some(Self {
            things,
            context: context.as_object()?.clone(),
        })
    }
}

fn thing(value: &Value) -> Option<Thing> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    Some((text("type")?, text("id")?))
}

/// Which thing of the solver's is which of the case in order.
#[derive(Default)]
struct Names {
    known: BTreeMap<Thing, String>,
    used: BTreeSet<String>,
}

impl Names {
    fn pair(&mut self, thing: Thing, handle: &str) {
        if !self.known.contains_key(&thing) && !self.used.contains(handle) {
            self.used.insert(handle.to_owned());
            self.known.insert(thing, handle.to_owned());
        }
    }

    /// Things that stand at the same place are the same.
    fn pair_fields(&mut self, solved: &Map<String, Value>, own: &Map<String, Value>) {
        for (name, value) in solved {
            let other = own.get(name).and_then(Value::as_str);
            let handle = other.and_then(|text| text.split_once("::"));
            if let (Some(thing), Some((kind, handle))) =
                (value.get("__entity").and_then(thing), handle)
                && thing.0 == kind
            {
                self.pair(thing, handle);
            }
        }
    }

    /// Gives a thing the next name of its kind that is free; where there is none, the first: the case in
    /// order has no more things of the kind, and whether the two may be one is seen when it is decided.
    fn name(&mut self, thing: &Thing, ground: &Facts) {
        let Some(all) = ground.world.get(&thing.0) else {
            return;
        };
        let free = all.keys().find(|handle| !self.used.contains(*handle));
        if let Some(handle) = free.or(all.keys().next())
            && !self.known.contains_key(thing)
        {
            self.used.insert(handle.clone());
            self.known.insert(thing.clone(), handle.clone());
        }
    }

    /// Fields as cases write them; those about a thing without a name are left out.
    fn plain_fields(&self, fields: &Map<String, Value>) -> Map<String, Value> {
        let plain = fields.iter();
        plain
            .filter_map(|(name, value)| Some((name.clone(), self.plain(value)?)))
            .collect()
    }

    /// A value as cases write it: things by kind and handle.
    fn plain(&self, value: &Value) -> Option<Value> {
        Some(match value {
            Value::Object(fields) => match fields.get("__entity") {
                Some(entity) => {
                    let thing = thing(entity)?;
                    let handle = self.known.get(&thing)?;
                    format!("{}::{handle}", thing.0).into()
                }
                None => Value::Object(self.plain_fields(fields)),
            },
            Value::Array(items) => {
                let items = items.iter().filter_map(|item| self.plain(item));
                items.collect::<Vec<Value>>().into()
            }
            other => other.clone(),
        })
    }
}

/// Adds each field that is otherwise; fields of a record, and tags, one by one.
fn differ(
    root: &str,
    (solved, own): (&Map<String, Value>, &Map<String, Value>),
    set: &mut Changes,
) {
    let names: BTreeSet<&String> = solved.keys().chain(own.keys()).collect();
    for name in names {
        let (there, here) = (solved.get(name), own.get(name));
        let path = format!("{root}.{name}");
        let empty = Map::new();
        let record = |value: Option<&Value>| {
            let fields = value.and_then(Value::as_object);
            fields.is_some_and(|fields| !fields.contains_key("__extn"))
        };
        if record(there) || record(here) {
            let fields = |value: Option<&'_ Value>| {
                value
                    .and_then(Value::as_object)
                    .cloned()
                    .unwrap_or(empty.clone())
            };
            let (there, here) = (fields(there), fields(here));
            let paper = root.ends_with(".tags");
            if paper && there != here {
                let value = if there.is_empty() {
                    Value::Null
                } else {
                    there.into()
                };
                set.insert(path, value);
            } else if !paper {
                differ(&path, (&there, &here), set);
            }
        } else if there != here {
            set.insert(path, there.cloned().unwrap_or(Value::Null));
        }
    }
}
