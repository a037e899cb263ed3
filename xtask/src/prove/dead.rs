//! No dead rule: none is implied by one other that is in force whenever it is.

use std::collections::BTreeSet;
use std::time::Instant;

use cedar_policy::{Authorizer, Policy, RequestEnv};
use cedar_policy_symcc::Env;
use rules::book::Rule;
use rules::{BookKind, Shelf};

use super::Proof;
use super::jobs::{Came, Job, NO_TIME, line, refusing};
use super::solver::{Solver, as_permit, permits, set_of};
use super::verdict::Verdict;

/// Where the exceptions stand inside the rulebooks folder: `rule,implied_by,action,reason`; action may be `*`.
pub(super) const LIST: &str = "proofs/implied.csv";

/// Rules that are implied by another and stand there all the same, each with the reason.
#[derive(Debug, Default)]
pub(super) struct Implied {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    rule: String,
    by: String,
    action: String,
}

impl Implied {
    /// Reads the list.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(true)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| format!("{LIST}: {error}"))?;
            let cell = |at| record.get(at).map(str::trim).unwrap_or_default().to_owned();
            let line = record.position().map_or(0, csv::Position::line);
            if cell(3).is_empty() {
                return Err(format!(
                    "{LIST}:{line}: {} has no reason\n  next: say why the rule stands there all the same",
                    cell(0)
                ));
            }
            rows.push(Row {
                rule: cell(0),
                by: cell(1),
                action: cell(2),
            });
        }
        Ok(Self { rows })
    }

    fn lists(&self, rule: &str, by: &str, action: &str) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|row| {
            row.rule == rule && row.by == by && (row.action == "*" || row.action == action)
        })
    }
}

/// Proves it for one refusing rule about one ask.
pub(super) fn prove(job: Job<'_>, rule: &Rule, solver: &mut Solver<'_>) -> Verdict {
    let begun = Instant::now();
    let came = alive(job, rule, solver);
    job.verdict(&rule.id, begun, came)
}

fn alive(job: Job<'_>, rule: &Rule, solver: &mut Solver<'_>) -> Came {
    let shelf = solver.shelf;
    let rules = refusing(shelf, job.action).into_iter();
    let others = rules.filter(|other| other.id != rule.id && always_with(rule, other, shelf));
    let others = others.filter_map(|other| Some((other.id.as_str(), shelf.policy(&other.id)?)));
    let mut others: Vec<(&str, &Policy)> = others.collect();
    if shown_apart(job, rule, &others) {
        return Ok(SHOWN.to_owned());
    }
    let policy = shelf
        .policy(&rule.id)
        .ok_or_else(|| line("not on the shelf".to_owned()))?;
    let can_hold = implying(policy, &mut others, (job.action, solver)).map_err(line)?;
    if !can_hold {
        return Err(line("it can never hold in this action".to_owned()));
    }
    let unlisted = others
        .iter()
        .filter(|(by, _)| !job.implied.lists(&rule.id, by, job.action));
    let unlisted: Vec<String> = unlisted
        .map(|(by, _)| {
            format!("whenever it refuses, {by} does: drop it, or list it in {LIST} with the reason")
        })
        .collect();
    if !unlisted.is_empty() {
        return Err(unlisted);
    }
    let names: Vec<&str> = others.iter().map(|(by, _)| *by).collect();
    Ok(if names.is_empty() {
        String::new()
    } else {
        format!("{LISTED}{}", names.join(", "))
    })
}

/// Whether a kept case of a comparison is refused by the rule and by none of the others. That it is as
/// it says is proved of the comparison itself.
fn shown_apart(job: Job<'_>, rule: &Rule, others: &[(&str, &Policy)]) -> bool {
    let kept = job.worked.library.of(job.action);
    let mut cases = kept.iter().flat_map(|kept| &kept.cases);
    cases.any(|case| {
        let says_no = |id: &str| case.no.iter().any(|no| no == id);
        says_no(&rule.id) && !others.iter().any(|(id, _)| says_no(id))
    })
}

const SHOWN: &str = "shown by a kept case";
const LISTED: &str = "implied, with a reason, by ";

/// Strikes every other policy that some case shows apart; what is left implies the rule. Tells whether the rule can hold.
fn implying(
    policy: &Policy,
    others: &mut Vec<(&str, &Policy)>,
    (action, solver): (&str, &mut Solver<'_>),
) -> Result<bool, String> {
    let mut can_hold = false;
    for env in solver.envs(action) {
        if refuses_alone(policy, others, (&env, solver))? {
            others.clear();
            return Ok(true);
        }
        can_hold |= one_by_one(policy, others, (&env, solver))?;
    }
    Ok(can_hold)
}

/// Whether some request is refused by the policy and by none of the others: then none implies it.
fn refuses_alone(
    policy: &Policy,
    others: &[(&str, &Policy)],
    (env, solver): (&RequestEnv, &mut Solver<'_>),
) -> Result<bool, String> {
    let action = env.action().id().unescaped();
    let rest = permits(solver.shelf, action).chain(others.iter().map(|(_, other)| *other));
    let rest = solver.set(rest, env)?;
    let alone = solver.set([&as_permit(policy)?], env)?;
    solver.can_both_go(&alone, &rest)
}

/// Compares with each other policy by itself. Tells whether the policy can hold.
fn one_by_one(
    policy: &Policy,
    others: &mut Vec<(&str, &Policy)>,
    (env, solver): (&RequestEnv, &mut Solver<'_>),
) -> Result<bool, String> {
    let compiled = solver.policy(policy, env)?;
    let Some(case) = solver.some_match(&compiled)? else {
        return Ok(false);
    };
    strike(others, &case);
    let mut at = 0;
    while let Some((_, other)) = others.get(at).copied() {
        let other = solver.policy(other, env)?;
        match solver.first_alone(&compiled, &other)? {
            Some(case) => {
                others.remove(at);
                strike(others, &case);
            }
            None => at += 1,
        }
    }
    Ok(true)
}

/// Strikes the policies that evaluate and do not hold in a case.
fn strike(others: &mut Vec<(&str, &Policy)>, case: &Env) {
    let authorizer = Authorizer::new();
    others.retain(|(_, policy)| {
        let Ok(set) = set_of([*policy]) else {
            return true;
        };
        let answer = authorizer.is_authorized(&case.request, &set, &case.entities);
        let diagnostics = answer.diagnostics();
        diagnostics.reason().next().is_some() || diagnostics.errors().next().is_some()
    });
}

/// Whether the other rule is in force wherever and whenever the rule is.
fn always_with(rule: &Rule, other: &Rule, shelf: &Shelf) -> bool {
    let is_place = |id: &str| {
        shelf
            .book(id)
            .is_some_and(|book| book.kind == BookKind::Place)
    };
    let inside = || {
        let rest = rule.book.strip_prefix(other.book.as_str());
        is_place(&rule.book) && rest.is_some_and(|rest| rest.starts_with('/'))
    };
    let same_books = other.book == "baseline" || other.book == rule.book || inside();
    let ends = match (rule.until, other.until) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(rule), Some(other)) => rule <= other,
    };
    same_books && other.from <= rule.from && ends
}

/// Exceptions that are no longer needed.
pub(super) fn stale(verdicts: &[Verdict], implied: &Implied) -> Vec<Verdict> {
    let mut seen: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
    for verdict in verdicts
        .iter()
        .filter(|verdict| verdict.proof == Proof::Dead)
    {
        let names = verdict.note.strip_prefix(LISTED).unwrap_or_default();
        seen.extend(
            names
                .split(", ")
                .map(|by| (verdict.subject.as_str(), by, verdict.action.as_str())),
        );
    }
    let needed = |row: &&Row| {
        let mut seen = seen.iter();
        seen.any(|(rule, by, action)| {
            *rule == row.rule && *by == row.by && (row.action == "*" || *action == row.action)
        })
    };
    let stale = implied.rows.iter().filter(|row| !needed(row));
    stale
        .map(|row| Verdict {
            proof: Proof::Dead,
            subject: row.rule.clone(),
            action: row.action.clone(),
            note: String::new(),
            failed: line(format!(
                "{LIST} says {} implies it, and it does not: take the line out",
                row.by
            )),
            time: NO_TIME,
        })
        .collect()
}
