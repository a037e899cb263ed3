//! The never-list held against answers: for models and tests. Nothing ever decides with it.

use std::collections::BTreeMap;

use cedar_policy::{AuthorizationError, Authorizer, PolicySet};
use custody::{input::Input, state::State};

use crate::{
    Shelf,
    book::Never,
    facts::{self, Asked, Case, Wanted},
    reads::{Reads, read_policy},
};

/// The never-list, by ask.
#[derive(Debug)]
pub struct Theorems(BTreeMap<String, OfAsk>);

/// What is never so of one ask.
#[derive(Debug)]
struct OfAsk {
    theorems: Vec<Never>,
    policies: PolicySet,
    wanted: Wanted,
}

impl Theorems {
    /// The theorems of a shelf.
    pub fn of(shelf: &Shelf) -> Self {
        let mut by_ask: BTreeMap<String, Vec<Never>> = BTreeMap::new();
        for theorem in shelf.never() {
            for action in &theorem.actions {
                let known = by_ask.entry(action.clone()).or_default();
                known.push(theorem.clone());
            }
        }
        let each = by_ask.into_iter();
        Self(
            each.map(|(name, theorems)| {
                let of_ask = OfAsk::new(shelf, &name, theorems);
                (name, of_ask)
            })
            .collect(),
        )
    }

    /// The theorems that an input which was a go breaks, in any of its rows. One that cannot be
    /// read against the record counts as broken.
    pub fn broken(&self, state: &State, input: &Input) -> Vec<&Never> {
        let Some(of_ask) = self.0.get(input.what.name()) else {
            return Vec::new();
        };
        let rows = 0..Case::rows(input);
        let mut broken: Vec<&Never> = rows
            .flat_map(|row| of_ask.broken(&Case::new(state, input, row)))
            .collect();
        broken.dedup_by_key(|it| &it.id);
        broken
    }
}

impl OfAsk {
    fn new(shelf: &Shelf, name: &str, theorems: Vec<Never>) -> Self {
        let mut reads = Reads::default();
        let policies: Vec<_> = theorems
            .iter()
            .filter_map(|it| shelf.policy(&it.id))
            .collect();
        let read = policies
            .iter()
            .filter_map(|policy| read_policy(policy, shelf.attributes()));
        read.for_each(|read| reads.merge(&read));
        Self {
            wanted: Wanted::of(name, &reads),
            policies: PolicySet::from_policies(policies.into_iter().cloned()).unwrap_or_default(),
            theorems,
        }
    }

    fn broken(&self, case: &Case<'_>) -> Vec<&Never> {
        let Ok(Asked { request, entities }) = facts::asked(case, &self.wanted) else {
            return self.theorems.iter().collect();
        };
        let answer = Authorizer::new().is_authorized(&request, &self.policies, &entities);
        let unread = answer.diagnostics().errors().map(|error| {
            let AuthorizationError::PolicyEvaluationError(inner) = error;
            inner.policy_id()
        });
        let reason = answer.diagnostics().reason();
        let held: Vec<String> = reason.chain(unread).map(ToString::to_string).collect();
        let theorems = self.theorems.iter();
        theorems.filter(|it| held.contains(&it.id)).collect()
    }
}
