//! Facts and rules have to meet: what one side declares, the other uses.

use std::collections::HashSet;

use crate::{Rule, Shelf};

/// Attributes of the schema that no rule reads, such as `Weapon.maker`, in alphabetical order.
pub fn unread_facts(shelf: &Shelf) -> Vec<String> {
    let rules = shelf.rules();
    let any_tag = rules.iter().any(|rule| rule.reads.reads_any_tag());
    let read = |path: &str, name: &str| match name {
        "" => any_tag,
        _ if path.starts_with("context.") => rules.iter().any(|rule| reads_path(rule, path)),
        _ => rules.iter().any(|rule| rule.reads.reads_attr(name)),
    };
    let declared = shelf.attributes().declared();
    let unread = declared.filter(|(path, name)| !read(path, name));
    unread.map(|(path, _)| path.to_owned()).collect()
}

/// Whether a rule reads this path, something inside it, or a record around it.
fn reads_path(rule: &Rule, path: &str) -> bool {
    let around = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    rule.reads
        .paths()
        .any(|read| around(path, read.as_str()) || around(read.as_str(), path))
}

/// Ids of rules that read no fact at all, in the order of the shelf.
pub fn rules_reading_nothing(shelf: &Shelf) -> Vec<String> {
    let silent = shelf.rules().iter().filter(|rule| rule.reads.is_empty());
    silent.map(|rule| rule.id.clone()).collect()
}

/// Schema actions that no permit opens and no consequence follows, in alphabetical order.
pub fn actions_without_rules(shelf: &Shelf) -> Vec<String> {
    let ruled: HashSet<&str> = shelf
        .rules()
        .iter()
        .flat_map(|rule| rule.actions.iter().map(String::as_str))
        .collect();
    let mut bare: Vec<String> = shelf
        .actions()
        .filter(|action| !ruled.contains(action))
        .map(str::to_owned)
        .collect();
    bare.sort_unstable();
    bare
}
