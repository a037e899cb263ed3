//! No dead end: under each place's books, on every day, some request is a go.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use cedar_policy::{Authorizer, Decision, Policy};
use cedar_policy_symcc::Env;
use rules::book::Rule;
use rules::compare::Comparison;
use rules::{BookKind, Shelf};

use super::jobs::{Job, line, refusing};
use super::solver::{Solver, permits, set_of};
use super::verdict::Verdict;

/// Proves it for one ask, once for each different set of rules that can be in force together.
pub(super) fn prove(job: Job<'_>, solver: &mut Solver<'_>) -> Vec<Verdict> {
    let rules = refusing(solver.shelf, job.action);
    let sets = sets(solver.shelf, &rules);
    let mut goes = in_order(job, solver.shelf);
    let verdicts = sets.into_iter().map(|(ids, where_)| {
        let begun = Instant::now();
        let came = some_go(job.action, &ids, (&mut goes, solver));
        let came = came.map(|()| format!("{} rules", ids.len()));
        job.verdict(&where_, begun, came)
    });
    verdicts.collect()
}

/// The worked cases that are in order: where they go, no solver is needed.
fn in_order(job: Job<'_>, shelf: &Shelf) -> Vec<Env> {
    let Some(kept) = job.worked.library.of(job.action) else {
        return Vec::new();
    };
    let comparison = Comparison {
        shelf,
        cases: &job.worked.cases,
        library: &job.worked.library,
    };
    let bases = job.worked.cases.bases.iter();
    let own = bases.filter(|(_, base)| base.like.is_none() && base.action == job.action);
    let asked = own.filter_map(|(name, _)| comparison.ground(kept, name).ok()?.asked(shelf).ok());
    let envs = asked.map(|(request, entities)| Env { request, entities });
    envs.collect()
}

/// Every set of rules that some choice of books has in force on some day, and one such choice.
fn sets<'a>(shelf: &Shelf, rules: &[&'a Rule]) -> BTreeMap<BTreeSet<&'a str>, String> {
    let mut sets = BTreeMap::new();
    for books in choices(shelf) {
        let chosen = |rule: &&&Rule| books.contains(&rule.book);
        let chosen: Vec<&Rule> = rules.iter().filter(chosen).copied().collect();
        let ends = chosen.iter().filter_map(|rule| rule.until?.tomorrow().ok());
        let days: BTreeSet<_> = chosen.iter().map(|rule| rule.from).chain(ends).collect();
        for day in days {
            let on_day = chosen.iter().filter(|rule| rule.in_force_on(day));
            let ids: BTreeSet<&str> = on_day.map(|rule| rule.id.as_str()).collect();
            let name = || format!("{} from {day}", books.join(" + "));
            sets.entry(ids).or_insert_with(name);
        }
    }
    sets
}

/// The books that can be chosen together: every place with every kind, and every house book with the baseline.
pub(super) fn choices(shelf: &Shelf) -> Vec<Vec<String>> {
    let of_kind = |kind: BookKind| {
        let books = shelf.books().iter().filter(move |book| book.kind == kind);
        books.map(|book| book.id.clone())
    };
    let baseline = || vec!["baseline".to_owned()];
    let mut choices = vec![baseline()];
    for place in of_kind(BookKind::Place) {
        let mut books = baseline();
        let wider = place
            .match_indices('/')
            .filter_map(|(at, _)| place.get(..at));
        books.extend(wider.map(str::to_owned));
        books.push(place.clone());
        choices.push(books);
    }
    for kind in of_kind(BookKind::Kind) {
        let with_kind = choices.clone().into_iter().map(|mut books| {
            books.push(kind.clone());
            books
        });
        let with_kind: Vec<_> = with_kind.filter(|books| one_kind(books)).collect();
        choices.extend(with_kind);
    }
    for house in of_kind(BookKind::House) {
        choices.push(vec!["baseline".to_owned(), house]);
    }
    choices
}

fn one_kind(books: &[String]) -> bool {
    books
        .iter()
        .filter(|book| book.starts_with("kinds/"))
        .count()
        == 1
}

/// A go seen before may do; else the solver looks for one.
fn some_go(
    action: &str,
    ids: &BTreeSet<&str>,
    (goes, solver): (&mut Vec<Env>, &mut Solver<'_>),
) -> Result<(), Vec<String>> {
    let shelf = solver.shelf;
    let rules = ids.iter().filter_map(|id| shelf.policy(id));
    let policies: Vec<&Policy> = permits(shelf, action).chain(rules).collect();
    let set = set_of(policies.iter().copied()).map_err(line)?;
    let authorizer = Authorizer::new();
    let mut seen = goes
        .iter()
        .map(|case| authorizer.is_authorized(&case.request, &set, &case.entities));
    if seen.any(|answer| {
        answer.decision() == Decision::Allow && answer.diagnostics().errors().next().is_none()
    }) {
        return Ok(());
    }
    for env in solver.envs(action) {
        let compiled = solver.set(policies.iter().copied(), &env).map_err(line)?;
        if let Some(case) = solver.some_go(&compiled).map_err(line)? {
            goes.push(case);
            return Ok(());
        }
    }
    Err(line(format!(
        "whatever is asked, it is refused: {}",
        ids.iter().copied().collect::<Vec<_>>().join(", ")
    )))
}
