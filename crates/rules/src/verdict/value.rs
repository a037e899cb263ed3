//! Finding the value at a path, and writing it plainly.

use cedar_policy::{Entities, EntityUid, EvalResult, Request};

use crate::reads::{Path, Root, Step};

/// What stands at a path.
#[derive(Debug)]
pub(crate) enum Found {
    /// An entity, known or not.
    Entity(EntityUid),
    /// Any other value.
    Value(EvalResult),
    /// What an entity is in.
    In(Vec<String>),
}

impl From<EvalResult> for Found {
    fn from(value: EvalResult) -> Self {
        match value {
            EvalResult::EntityUid(uid) => Self::Entity(uid),
            other => Self::Value(other),
        }
    }
}

/// Follows a path; none where a step leads nowhere.
pub(crate) fn find(path: &Path, request: &Request, entities: &Entities) -> Option<Found> {
    let mut steps = path.steps().iter();
    let mut here = match path.root() {
        Root::Principal => Found::Entity(request.principal()?.clone()),
        Root::Action => Found::Entity(request.action()?.clone()),
        Root::Resource => Found::Entity(request.resource()?.clone()),
        Root::Context => match steps.next()? {
            Step::Attr(name) => request.context()?.get(name)?.into(),
            Step::Tag(_) | Step::In(_) => return None,
        },
        Root::Computed => return None,
    };
    for step in steps {
        here = follow(here, step, entities)?;
    }
    Some(here)
}

fn follow(here: Found, step: &Step, entities: &Entities) -> Option<Found> {
    match (here, step) {
        (Found::Value(EvalResult::Record(record)), Step::Attr(name)) => {
            Some(record.get(name)?.clone().into())
        }
        (Found::Entity(uid), Step::Attr(name)) => {
            Some(entities.get(&uid)?.attr(name)?.ok()?.into())
        }
        (Found::Entity(uid), Step::Tag(Some(key))) => {
            Some(entities.get(&uid)?.tag(key)?.ok()?.into())
        }
        (Found::Entity(uid), Step::In(kind)) => {
            let wanted = |outer: &&EntityUid| match kind {
                Some(kind) => outer.type_name().to_string() == *kind,
                None => true,
            };
            let outer = entities.ancestors(&uid)?.filter(wanted);
            let mut names: Vec<String> = outer.map(plain_id).collect();
            names.sort_unstable();
            Some(Found::In(names))
        }
        _ => None,
    }
}

/// The value at a path in plain words.
pub(super) fn plainly(path: &Path, request: &Request, entities: &Entities) -> String {
    if path.root() == Root::Computed {
        return "computed".to_owned();
    }
    match find(path, request, entities) {
        None => "not recorded".to_owned(),
        Some(Found::Entity(uid)) => plain_id(&uid),
        Some(Found::In(names)) => joined(names.into_iter()),
        Some(Found::Value(value)) => plain(&value),
    }
}

fn plain_id(uid: &EntityUid) -> String {
    uid.id().unescaped().to_owned()
}

fn plain(value: &EvalResult) -> String {
    match value {
        EvalResult::Bool(true) => "yes".to_owned(),
        EvalResult::Bool(false) => "no".to_owned(),
        EvalResult::Long(number) => number.to_string(),
        EvalResult::String(text) => text.clone(),
        EvalResult::EntityUid(uid) => plain_id(uid),
        EvalResult::Set(set) => joined(set.iter().map(plain)),
        EvalResult::Record(record) => joined(
            record
                .iter()
                .map(|(name, value)| format!("{name}: {}", plain(value))),
        ),
        EvalResult::ExtensionValue(call) => inner(call).to_owned(),
    }
}

/// What stands between the quotes of `datetime("2025-01-01")`.
fn inner(call: &str) -> &str {
    let start = call.find('"').map_or(0, |at| at + 1);
    let end = call
        .rfind('"')
        .filter(|end| *end >= start)
        .unwrap_or(call.len());
    call.get(start..end).unwrap_or(call)
}

fn joined(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    match items.as_slice() {
        [] => "none".to_owned(),
        items => items.join(", "),
    }
}
