//! The never-list held against one answer: for models and tests. Nothing ever decides with it.

use cedar_policy::{AuthorizationError, Authorizer, PolicySet};
use custody::{input::Input, state::State};

use crate::{
    Shelf,
    book::Never,
    facts::{self, Asked, Case, Wanted},
    reads::{Reads, read_policy},
};

/// The theorems that an input which was a go breaks, in any of its rows. One that cannot be read
/// against the record counts as broken.
pub fn broken<'a>(shelf: &'a Shelf, state: &State, input: &Input) -> Vec<&'a Never> {
    let name = input.what.name();
    let about = |it: &&Never| it.actions.iter().any(|action| action == name);
    let theorems: Vec<&Never> = shelf.never().iter().filter(about).collect();
    if theorems.is_empty() {
        return Vec::new();
    }
    let rows = 0..Case::rows(input);
    let mut broken: Vec<&Never> = rows
        .flat_map(|row| of_row(shelf, &theorems, &Case::new(state, input, row)))
        .collect();
    broken.dedup_by_key(|it| &it.id);
    broken
}

fn of_row<'a>(shelf: &'a Shelf, theorems: &[&'a Never], case: &Case<'_>) -> Vec<&'a Never> {
    let policies = theorems.iter().filter_map(|it| shelf.policy(&it.id));
    let mut reads = Reads::default();
    for policy in policies.clone() {
        if let Some(read) = read_policy(policy, shelf.attributes()) {
            reads.merge(&read);
        }
    }
    let wanted = Wanted::of(case.input.what.name(), &reads);
    let Ok(Asked { request, entities }) = facts::asked(case, &wanted) else {
        return theorems.to_vec();
    };
    let set = PolicySet::from_policies(policies.cloned()).unwrap_or_default();
    let answer = Authorizer::new().is_authorized(&request, &set, &entities);
    let unread = answer.diagnostics().errors().map(|error| {
        let AuthorizationError::PolicyEvaluationError(inner) = error;
        inner.policy_id()
    });
    let held: Vec<String> = answer
        .diagnostics()
        .reason()
        .chain(unread)
        .map(ToString::to_string)
        .collect();
    let holds = |it: &&&Never| held.contains(&it.id);
    theorems.iter().filter(holds).copied().collect()
}
