//! A further book only refuses more.
//!
//! Outside the baseline everything forbids, and a forbid never makes a yes out of a no. The shape is checked
//! on the policies themselves, and random choices of them are held against the baseline on cases from the solver.

use std::time::Instant;

use cedar_policy::{Authorizer, Decision, Effect, Policy, PrincipalConstraint, ResourceConstraint};
use cedar_policy_symcc::Env;
use rules::Shelf;

use super::jobs::{Came, Job, line, refusing};
use super::never::{baseline, policies};
use super::solver::{Solver, set_of};
use super::verdict::Verdict;

/// How many random choices of further rules are tried for each ask.
const CHOICES: usize = 32;

/// Proves it for one ask.
pub(super) fn prove(job: Job<'_>, solver: &mut Solver<'_>) -> Verdict {
    let begun = Instant::now();
    let came = in_action(job.action, solver);
    job.verdict("", begun, came)
}

fn in_action(action: &str, solver: &mut Solver<'_>) -> Came {
    let shelf = solver.shelf;
    let wrong = shape(shelf, action);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let base = baseline(shelf, action).into_iter();
    let base = policies(shelf, action, base);
    let further: Vec<&Policy> = refusing(shelf, action)
        .into_iter()
        .filter(|rule| rule.book != "baseline" || rule.until.is_some())
        .filter_map(|rule| shelf.policy(&rule.id))
        .collect();
    let cases = cases(action, (&base, &further), solver).map_err(line)?;
    let base_set = set_of(base.iter().copied()).map_err(line)?;
    let authorizer = Authorizer::new();
    let mut dice = Dice::of(action);
    for _ in 0..CHOICES {
        let chosen = further.iter().filter(|_| dice.head()).copied();
        let set = set_of(base.iter().copied().chain(chosen)).map_err(line)?;
        for case in &cases {
            let go = |set| {
                authorizer
                    .is_authorized(&case.request, set, &case.entities)
                    .decision()
                    == Decision::Allow
            };
            if go(&set) && !go(&base_set) {
                return Err(vec![
                    "more rules allow what the baseline refuses:".to_owned(),
                    case.request.to_string(),
                ]);
            }
        }
    }
    Ok(format!(
        "{} further rules, {} cases",
        further.len(),
        cases.len()
    ))
}

/// What keeps the policies about an ask from being one bare permit and forbids.
fn shape(shelf: &Shelf, action: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let permits: Vec<_> = shelf
        .permits()
        .iter()
        .filter(|permit| permit.action == action)
        .collect();
    if permits.len() != 1 {
        wrong.push(format!("{} permits open {action}, not one", permits.len()));
    }
    for policy in permits.iter().filter_map(|permit| shelf.policy(&permit.id)) {
        let bare = policy.effect() == Effect::Permit
            && policy.principal_constraint() == PrincipalConstraint::Any
            && policy.resource_constraint() == ResourceConstraint::Any
            && !policy.has_non_scope_constraint();
        if !bare {
            wrong.push(format!("{} is no bare permit", policy.id()));
        }
    }
    let rules = shelf
        .rules()
        .iter()
        .filter_map(|rule| shelf.policy(&rule.id));
    let permitting = rules.filter(|policy| policy.effect() == Effect::Permit);
    wrong.extend(permitting.map(|policy| format!("{} permits", policy.id())));
    wrong
}

/// A go of the baseline for each kind of request, and one case for each further rule.
fn cases(
    action: &str,
    (base, further): (&[&Policy], &[&Policy]),
    solver: &mut Solver<'_>,
) -> Result<Vec<Env>, String> {
    let mut cases = Vec::new();
    for env in solver.envs(action) {
        let compiled = solver.set(base.iter().copied(), &env)?;
        cases.extend(solver.some_go(&compiled)?);
        for policy in further {
            let compiled = solver.policy(policy, &env)?;
            cases.extend(solver.some_match(&compiled)?);
        }
    }
    Ok(cases)
}

/// Coins that fall the same way on every run.
struct Dice(u64);

impl Dice {
    fn of(seed: &str) -> Self {
        let mix = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(seed.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }

    fn head(&mut self) -> bool {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 & (1 << 32) == 0
    }
}
