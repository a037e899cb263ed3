//! No rule can fail to evaluate, whatever is asked.

use std::time::Instant;

use super::jobs::{Came, Job, line};
use super::solver::Solver;
use super::verdict::Verdict;

/// Proves it for every rule and theorem about an action.
pub(super) fn prove(job: Job<'_>, solver: &mut Solver<'_>) -> Vec<Verdict> {
    let shelf = solver.shelf;
    let about = |actions: &[String]| actions.iter().any(|name| name == job.action);
    let rules = shelf.rules().iter().filter(|rule| about(&rule.actions));
    let theorems = shelf.never().iter().filter(|never| about(&never.actions));
    let rules = rules.map(|rule| rule.id.as_str());
    let ids = rules.chain(theorems.map(|never| never.id.as_str()));
    ids.map(|id| {
        let begun = Instant::now();
        let came = of_rule(id, job.action, solver);
        job.verdict(id, begun, came)
    })
    .collect()
}

fn of_rule(id: &str, action: &str, solver: &mut Solver<'_>) -> Came {
    let shelf = solver.shelf;
    let Some(policy) = shelf.policy(id) else {
        return Err(line(format!("{id} is not on the shelf")));
    };
    for env in solver.envs(action) {
        let compiled = solver.policy(policy, &env).map_err(line)?;
        if !solver.never_errors(&compiled).map_err(line)? {
            return Err(line("a request can make it fail to evaluate".to_owned()));
        }
    }
    Ok(String::new())
}
