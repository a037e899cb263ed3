//! What the never-list forbids, the baseline refuses: one theorem in one action.

use std::time::Instant;

use cedar_policy::{Policy, RequestEnv};
use cedar_policy_symcc::Env;
use rules::book::{Never, Rule};
use rules::{Reason, Shelf};

use super::jobs::{Came, Job, line, refusing};
use super::solver::{Solver, as_permit, permits};
use super::verdict::Verdict;

/// Proves that no request the theorem names is a go under the baseline alone.
pub(super) fn prove(job: Job<'_>, theorem: &Never, solver: &mut Solver<'_>) -> Verdict {
    let begun = Instant::now();
    let came = in_action(job.action, theorem, solver);
    job.verdict(&theorem.id, begun, came)
}

fn in_action(action: &str, theorem: &Never, solver: &mut Solver<'_>) -> Came {
    let shelf = solver.shelf;
    carriers(shelf, action, theorem)?;
    let policy = shelf.policy(&theorem.id);
    let policy = policy.ok_or_else(|| line("not on the shelf".to_owned()))?;
    let asked = as_permit(policy).map_err(line)?;
    let mut whole = baseline(shelf, action);
    let begins = theorem.carried_by.iter().filter_map(|id| shelf.rule(id));
    let from = begins.map(|rule| rule.from).max();
    whole.retain(|rule| Some(rule.from) <= from);
    let bare = whole
        .iter()
        .filter(|rule| !theorem.carried_by.contains(&rule.id));
    let bare = policies(shelf, action, bare.copied());
    let whole = policies(shelf, action, whole.iter().copied());
    let (mut can_hold, mut carried) = (false, false);
    for env in solver.envs(action) {
        let seen = in_env(&env, (&asked, &whole, &bare), solver).map_err(line)?;
        if let Some(case) = seen.allowed {
            return Err(explain(&case, theorem, shelf));
        }
        can_hold |= seen.can_hold;
        carried |= seen.carried;
    }
    if !can_hold {
        return Err(line(
            "it says nothing here: no request can fulfil it".to_owned(),
        ));
    }
    if !carried {
        let names = theorem.carried_by.join(", ");
        return Err(line(format!(
            "it holds without {names} too: something else carries it"
        )));
    }
    let from = from.map_or_else(String::new, |day| format!(", from {day}"));
    Ok(format!(
        "carried by {}{from}",
        theorem.carried_by.join(", ")
    ))
}

/// What one kind of request shows.
struct Seen {
    can_hold: bool,
    allowed: Option<Env>,
    carried: bool,
}

fn in_env(
    env: &RequestEnv,
    (asked, whole, bare): (&Policy, &[&Policy], &[&Policy]),
    solver: &mut Solver<'_>,
) -> Result<Seen, String> {
    let asked = solver.set([asked], env)?;
    if solver.some_go(&asked)?.is_none() {
        return Ok(Seen {
            can_hold: false,
            allowed: None,
            carried: false,
        });
    }
    let whole = solver.set(whole.iter().copied(), env)?;
    let allowed = solver.both_go(&asked, &whole)?;
    let bare = solver.set(bare.iter().copied(), env)?;
    let carried = solver.can_both_go(&asked, &bare)?;
    Ok(Seen {
        can_hold: true,
        allowed,
        carried,
    })
}

/// The rules a theorem names have to be in the baseline, for good, and one of them about the action.
fn carriers(shelf: &Shelf, action: &str, theorem: &Never) -> Result<(), Vec<String>> {
    let mut wrong = Vec::new();
    let mut about = false;
    for id in &theorem.carried_by {
        match shelf.rule(id) {
            Some(rule) if rule.book != "baseline" => {
                wrong.push(format!(
                    "{id} is a rule of {}, not of the baseline",
                    rule.book
                ));
            }
            Some(rule) if rule.until.is_some() => {
                wrong.push(format!("{id} ends one day, and the never-list does not"));
            }
            Some(rule) => about |= rule.actions.iter().any(|name| name == action),
            None => wrong.push(format!("{id} is no rule")),
        }
    }
    if wrong.is_empty() && !about {
        wrong.push(format!("none of the rules that carry it is about {action}"));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// The baseline's refusals that never end.
pub(super) fn baseline<'a>(shelf: &'a Shelf, action: &str) -> Vec<&'a Rule> {
    let rules = refusing(shelf, action).into_iter();
    let lasting = rules.filter(|rule| rule.book == "baseline" && rule.until.is_none());
    lasting.collect()
}

/// The permit of an action and some rules, as policies.
pub(super) fn policies<'a>(
    shelf: &'a Shelf,
    action: &str,
    rules: impl Iterator<Item = &'a Rule>,
) -> Vec<&'a Policy> {
    let rules = rules.filter_map(|rule| shelf.policy(&rule.id));
    permits(shelf, action).chain(rules).collect()
}

/// The case that is a go and should not be, told by the facts of the rules that should have refused it.
fn explain(case: &Env, theorem: &Never, shelf: &Shelf) -> Vec<String> {
    let mut lines = vec!["the baseline allows a case it forbids:".to_owned()];
    let rules = theorem.carried_by.iter().filter_map(|id| shelf.rule(id));
    for rule in rules {
        for fact in Reason::of(rule, &case.request, &case.entities).facts {
            lines.push(format!("  {} = {} ({})", fact.path, fact.value, rule.id));
        }
    }
    lines.push(format!("  {}", case.request));
    lines
}
