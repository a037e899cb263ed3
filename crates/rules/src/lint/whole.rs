//! What can only be seen on the whole shelf: doubles, permits, the schema.

use std::collections::{BTreeMap, BTreeSet};

use cedar_policy::{PolicySet, Schema, ValidationMode, Validator};
use miette::Diagnostic;

use super::{Found, Linted, near::meant};
use crate::book::{BookError, Spot};
use crate::reads::Attributes;

/// Checks all policies of a shelf together. `others` have a fault in their annotations already, and are
/// only held to the schema, so that everything is told at once.
pub(crate) fn check_whole(
    all: &[(Found<'_>, Linted)],
    others: &[Found<'_>],
    (schema, attributes): (&Schema, &Attributes),
) -> Vec<BookError> {
    let mut errors = doubles(all);
    errors.extend(permits(all));
    errors.extend(refused_reports(all, schema));
    errors.extend(groups(all, schema));
    let found = all.iter().map(|(found, _)| found).chain(others);
    errors.extend(against_schema(found, (schema, attributes)));
    errors
}

fn doubles(all: &[(Found<'_>, Linted)]) -> Vec<BookError> {
    let mut seen: BTreeMap<&str, &Found<'_>> = BTreeMap::new();
    let mut errors = Vec::new();
    for (found, linted) in all {
        if let Some(first) = seen.get(linted.id()) {
            let (line, _) = first.spot().line_and_column();
            let what = format!("the id {} stands at {}:{line} too", linted.id(), first.file);
            errors.push(found.error("id-twice", what, "give one of the two another id"));
        } else {
            seen.insert(linted.id(), found);
        }
    }
    errors
}

fn permits(all: &[(Found<'_>, Linted)]) -> Vec<BookError> {
    let mut asks: BTreeSet<&str> = BTreeSet::new();
    let mut errors = Vec::new();
    for (found, linted) in all {
        if let Linted::Permit { action, .. } = linted
            && !asks.insert(action)
        {
            let what = format!("{action} is permitted twice");
            errors.push(found.error("permit-twice", what, "keep one permit for each action"));
        }
    }
    errors
}

/// Rules that would refuse what no permit opens. An action nobody knows is left to the schema.
fn refused_reports(all: &[(Found<'_>, Linted)], schema: &Schema) -> Vec<BookError> {
    let asks = all.iter().filter_map(|(_, linted)| match linted {
        Linted::Permit { action, .. } => Some(action.as_str()),
        _ => None,
    });
    let asks: BTreeSet<&str> = asks.collect();
    let known: BTreeSet<&str> = schema.actions().map(|uid| uid.id().unescaped()).collect();
    let report =
        |action: &&String| known.contains(action.as_str()) && !asks.contains(action.as_str());
    let mut errors = Vec::new();
    for (found, linted) in all {
        let Linted::Rule(rule) = linted else { continue };
        if rule.effect.is_consequence() {
            continue;
        }
        for action in rule.actions.iter().filter(report) {
            errors.push(found.error(
                "rule-refuses-a-report",
                format!("{} would {} {action}, which no permit opens", rule.id, rule.effect.as_str()),
                "a report is never refused: give the rule a consequence; for an ask, add its permit to the baseline",
            ));
        }
    }
    errors
}

fn groups(all: &[(Found<'_>, Linted)], schema: &Schema) -> Vec<BookError> {
    let groups: BTreeSet<&str> = schema
        .action_groups()
        .map(|uid| uid.id().unescaped())
        .collect();
    let mut errors = Vec::new();
    for (found, linted) in all {
        let actions = match linted {
            Linted::Rule(rule) => rule.actions.as_slice(),
            Linted::Never(never) => never.actions.as_slice(),
            Linted::Permit { action, .. } => std::slice::from_ref(action),
        };
        for action in actions
            .iter()
            .filter(|action| groups.contains(action.as_str()))
        {
            let what = format!("{action} is a group of actions");
            errors.push(found.error("rule-action-group", what, "name the actions one by one"));
        }
    }
    errors
}

/// Strict validation; a warning counts, because a rule that can never hold is a rule that is not there.
fn against_schema<'a>(
    found: impl Iterator<Item = &'a Found<'a>>,
    (schema, attributes): (&Schema, &Attributes),
) -> Vec<BookError> {
    let validator = Validator::new(schema.clone());
    let mut errors = Vec::new();
    for found in found {
        let Ok(set) = PolicySet::from_policies([found.policy.clone()]) else {
            continue;
        };
        let result = validator.validate(&set, ValidationMode::Strict);
        let wrong = result.validation_errors();
        errors.extend(
            wrong.map(|error| of_diagnostic(error, found, ("rule-against-schema", attributes))),
        );
        let doubtful = result.validation_warnings();
        errors.extend(
            doubtful.map(|warning| of_diagnostic(warning, found, ("rule-suspicious", attributes))),
        );
    }
    errors
}

fn of_diagnostic(
    fault: &dyn Diagnostic,
    found: &Found<'_>,
    (code, attributes): (&'static str, &Attributes),
) -> BookError {
    let offset = fault
        .labels()
        .and_then(|mut labels| labels.next())
        .map(|label| label.offset());
    let said = fault.to_string();
    let help = fault.help().map(|help| help.to_string());
    let next = match (unknown_fact(&said), help) {
        (Some(fact), _) => {
            let names = attributes.declared().map(|(_, name)| name);
            meant(fact, names.filter(|name| !name.is_empty()), DECLARED)
        }
        (None, Some(help)) if help.contains("has") => {
            format!("{help}; to negate it, write it under unless")
        }
        (None, Some(help)) => help,
        (None, None) => DECLARED.to_owned(),
    };
    let spot = Spot {
        offset: offset.unwrap_or(found.start),
        ..found.spot()
    };
    BookError::at(spot, code, said, next)
}

const DECLARED: &str = "compare the rule with schema.cedarschema, where every fact is declared";

/// The fact that a fault says is not declared.
fn unknown_fact(said: &str) -> Option<&str> {
    let rest = said.split_once("attribute `")?.1;
    let (fact, rest) = rest.split_once('`')?;
    rest.ends_with("not found").then_some(fact)
}
