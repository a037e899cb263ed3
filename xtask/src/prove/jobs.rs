//! The work, cut by proof and action, done by one solver for each core.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use cedar_policy_symcc::CompiledSchema;
use rules::Shelf;
use rules::book::{Effect, Never, Rule};
use rules::compare::Kept;

use super::compare::{self, Worked};
use super::dead::{self, Implied};
use super::solver::Solver;
use super::verdict::{Report, Verdict};
use super::{Proof, composition, dead_end, errors, never};

/// One piece of work.
#[derive(Clone, Copy)]
pub(super) struct Job<'a> {
    pub(super) proof: Proof,
    pub(super) action: &'a str,
    /// The theorem, for a proof of the never-list.
    never: Option<&'a Never>,
    /// The rule, for a proof about one.
    rule: Option<&'a Rule>,
    pub(super) implied: &'a Implied,
    pub(super) worked: &'a Worked,
}

impl Job<'_> {
    /// A verdict of this job.
    pub(super) fn verdict(&self, subject: &str, begun: Instant, came: Came) -> Verdict {
        let (note, failed) = match came {
            Ok(note) => (note, Vec::new()),
            Err(lines) => (String::new(), lines),
        };
        Verdict {
            proof: self.proof,
            subject: subject.to_owned(),
            action: self.action.to_owned(),
            note,
            failed,
            time: begun.elapsed(),
        }
    }
}

/// What was seen, or why it does not hold.
pub(super) type Came = Result<String, Vec<String>>;

/// One line why it does not hold.
pub(super) fn line(why: String) -> Vec<String> {
    vec![why]
}

/// Does all the work and prints each verdict as it comes.
pub(super) fn run(shelf: &Shelf, proofs: Vec<Proof>, beside: (&Implied, &Worked)) -> Report {
    let begun = Instant::now();
    let jobs = cut(shelf, &proofs, beside);
    let done = Mutex::new(0_usize);
    let verdicts = spread(shelf, &jobs, |job, solver| {
        let verdicts = match solver {
            Ok(solver) => work(job, solver),
            Err(why) => vec![job.verdict("", Instant::now(), Err(line(why)))],
        };
        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
        *done += 1;
        for verdict in &verdicts {
            println!("[{done:>3}/{}] {verdict}", jobs.len());
        }
        verdicts
    });
    let mut verdicts: Vec<Verdict> = verdicts.into_iter().flatten().collect();
    if proofs.contains(&Proof::Dead) {
        let stale = dead::stale(&verdicts, beside.0);
        stale.iter().for_each(|verdict| println!("{verdict}"));
        verdicts.extend(stale);
    }
    Report {
        verdicts,
        time: begun.elapsed(),
    }
}

/// Finds what has to be kept about each ask.
pub(super) fn find_all(
    shelf: &Shelf,
    beside: (&Implied, &Worked),
) -> Vec<(String, Result<Kept, String>)> {
    let jobs = cut(shelf, &[Proof::Compare], beside);
    spread(shelf, &jobs, |job, solver| {
        let found = solver.and_then(|solver| compare::find(job, solver));
        match &found {
            Ok(kept) => println!("{}: {} cases", job.action, kept.cases.len()),
            Err(why) => println!("{}: {why}", job.action),
        }
        (job.action.to_owned(), found)
    })
}

/// Spreads the jobs over one solver for each core.
fn spread<'a, T: Send>(
    shelf: &Shelf,
    jobs: &[Job<'a>],
    work: impl Fn(Job<'a>, Result<&mut Solver<'_>, String>) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let schema = CompiledSchema::new(shelf.schema());
    std::thread::scope(|scope| {
        for _ in 0..cores.min(jobs.len()) {
            scope.spawn(|| {
                let solver = schema.as_ref().map_err(ToString::to_string);
                let mut solver = solver.and_then(|schema| Solver::start(shelf, schema));
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let came = work(*job, solver.as_mut().map_err(|why| why.clone()));
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.push(came);
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn cut<'a>(
    shelf: &'a Shelf,
    proofs: &[Proof],
    (implied, worked): (&'a Implied, &'a Worked),
) -> Vec<Job<'a>> {
    let asks: BTreeSet<&str> = shelf
        .permits()
        .iter()
        .map(|permit| permit.action.as_str())
        .collect();
    let all: BTreeSet<&str> = shelf.actions().collect();
    let mut jobs = Vec::new();
    for &proof in proofs {
        let job = |action| Job {
            proof,
            action,
            never: None,
            rule: None,
            implied,
            worked,
        };
        match proof {
            Proof::Never => jobs.extend(shelf.never().iter().flat_map(|theorem| {
                let never = Some(theorem);
                let actions = theorem.actions.iter();
                actions.map(move |action| Job {
                    never,
                    ..job(action)
                })
            })),
            Proof::Dead => jobs.extend(asks.iter().flat_map(|action| {
                let rules = refusing(shelf, action).into_iter().map(Some);
                rules.map(move |rule| Job {
                    rule,
                    ..job(action)
                })
            })),
            Proof::Errors => jobs.extend(all.iter().map(|action| job(action))),
            Proof::Composition | Proof::DeadEnd | Proof::Compare => {
                jobs.extend(asks.iter().map(|action| job(action)));
            }
        }
    }
    jobs
}

fn work(job: Job<'_>, solver: &mut Solver<'_>) -> Vec<Verdict> {
    match (job.proof, job.never, job.rule) {
        (Proof::Never, Some(theorem), _) => vec![never::prove(job, theorem, solver)],
        (Proof::Dead, _, Some(rule)) => vec![dead::prove(job, rule, solver)],
        (Proof::Never | Proof::Dead, ..) => Vec::new(),
        (Proof::Composition, ..) => vec![composition::prove(job, solver)],
        (Proof::DeadEnd, ..) => dead_end::prove(job, solver),
        (Proof::Errors, ..) => errors::prove(job, solver),
        (Proof::Compare, ..) => compare::prove(job, solver),
    }
}

/// Refusing rules about an action, whatever their book and dates.
pub(super) fn refusing<'a>(shelf: &'a Shelf, action: &str) -> Vec<&'a Rule> {
    let rules = shelf.rules().iter().map(AsRef::as_ref);
    rules
        .filter(|rule: &&Rule| rule.effect == Effect::Refuse)
        .filter(|rule| rule.actions.iter().any(|name| name == action))
        .collect()
}

/// No time at all.
pub(super) const NO_TIME: Duration = Duration::ZERO;
