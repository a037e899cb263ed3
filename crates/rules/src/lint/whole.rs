//! What can only be seen on the whole shelf: doubles, permits, the schema.

use std::collections::{BTreeMap, BTreeSet};

use cedar_policy::{PolicySet, Schema, ValidationMode, Validator};
use miette::Diagnostic;

use super::{Found, Linted};
use crate::book::{BookError, Spot};

/// Checks all policies of a shelf together.
pub(crate) fn check_whole(all: &[(Found<'_>, Linted)], schema: &Schema) -> Vec<BookError> {
    let mut errors = doubles(all);
    errors.extend(permits(all));
    errors.extend(groups(all, schema));
    if errors.is_empty() {
        errors.extend(against_schema(all, schema));
    }
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
    for (found, linted) in all {
        let Linted::Rule(rule) = linted else { continue };
        if rule.effect.is_consequence() {
            continue;
        }
        for action in rule
            .actions
            .iter()
            .filter(|action| !asks.contains(action.as_str()))
        {
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
fn against_schema(all: &[(Found<'_>, Linted)], schema: &Schema) -> Vec<BookError> {
    let policies = all.iter().map(|(found, _)| found.policy.clone());
    let Ok(set) = PolicySet::from_policies(policies) else {
        return Vec::new();
    };
    let result = Validator::new(schema.clone()).validate(&set, ValidationMode::Strict);
    let by_id: BTreeMap<&str, &Found<'_>> = all
        .iter()
        .map(|(found, linted)| (linted.id(), found))
        .collect();
    let errors = result.validation_errors().map(|error| {
        let found = by_id.get(error.policy_id().as_ref() as &str).copied();
        of_diagnostic(error, found, "rule-against-schema")
    });
    let warnings = result.validation_warnings().map(|warning| {
        let found = by_id.get(warning.policy_id().as_ref() as &str).copied();
        of_diagnostic(warning, found, "rule-suspicious")
    });
    errors.chain(warnings).collect()
}

fn of_diagnostic(
    fault: &dyn Diagnostic,
    found: Option<&Found<'_>>,
    code: &'static str,
) -> BookError {
    let offset = fault
        .labels()
        .and_then(|mut labels| labels.next())
        .map(|label| label.offset());
    let next = fault.help().map_or_else(
        || "compare the rule with schema.cedarschema, where every fact is declared".to_owned(),
        |help| match help.to_string() {
            help if help.contains("has") => format!("{help}; to negate it, write it under unless"),
            help => help,
        },
    );
    let Some(found) = found else {
        return BookError::of_file("", code, fault.to_string(), next);
    };
    let spot = Spot {
        offset: offset.unwrap_or(found.start),
        ..found.spot()
    };
    BookError::at(spot, code, fault.to_string(), next)
}
