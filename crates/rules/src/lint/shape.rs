//! The Cedar shape of a policy: its actions, and nothing computed.

use cedar_policy::{ActionConstraint, PrincipalConstraint, ResourceConstraint};

use super::Found;
use crate::book::BookError;
use crate::reads::arithmetic_in;

/// The actions in the head of a policy, one or a list.
pub(super) fn actions(found: &Found<'_>) -> Result<Vec<String>, BookError> {
    let uids = match found.policy.action_constraint() {
        ActionConstraint::Any => {
            return Err(found.error(
                "rule-any-action",
                "the rule is about any action",
                "name its actions: action == Action::\"issue\", or action in [Action::\"load\", …]",
            ));
        }
        ActionConstraint::In(uids) => uids,
        ActionConstraint::Eq(uid) => vec![uid],
    };
    let names = uids.iter().map(|uid| uid.id().unescaped().to_owned());
    Ok(names.collect())
}

/// Says so if a condition computes.
pub(super) fn computing(found: &Found<'_>) -> Option<BookError> {
    let operator = arithmetic_in(found.policy)?;
    Some(found.error(
        "rule-computes",
        format!("the rule computes with {operator}"),
        "compare with a fact that already is the difference or the sum",
    ))
}

/// Says so if a permit is more than the bare opening of one action.
pub(super) fn conditional_permit(found: &Found<'_>, actions: &[String]) -> Option<BookError> {
    let policy = found.policy;
    let bare = policy.principal_constraint() == PrincipalConstraint::Any
        && policy.resource_constraint() == ResourceConstraint::Any
        && !policy.has_non_scope_constraint()
        && actions.len() == 1;
    (!bare).then(|| {
        found.error(
            "permit-conditional",
            "a permit opens exactly one action and has no condition",
            "write permit (principal, action == Action::\"…\", resource); and put conditions into forbids",
        )
    })
}
