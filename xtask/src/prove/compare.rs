//! Where places differ: for each place and each rule that it has not, a case that the place lets go
//! and the rule refuses, or the proof that there is none. `cargo xtask compare` finds them.

mod align;
mod find;
mod needs;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use rules::cases::Cases;
use rules::compare::{Alike, Kept, KeptCase, Library};

pub(super) use find::find;
use needs::{Need, Weigher, needs};

use super::jobs::{Came, Job, line};
use super::solver::{Solver, as_permit, permits};
use super::verdict::Verdict;
use super::{jobs, open, solver_version};
use crate::repo::Repo;

/// The worked cases and what is kept of comparisons.
#[derive(Debug, Default)]
pub(super) struct Worked {
    pub(super) cases: Cases,
    pub(super) library: Library,
}

impl Worked {
    /// Reads them among the files of a rulebooks folder.
    pub(super) fn read(files: &[(String, String)]) -> Result<Self, String> {
        let texts = || {
            files
                .iter()
                .map(|(path, text)| (path.as_str(), text.as_str()))
        };
        Ok(Self {
            cases: Cases::read(texts())?,
            library: Library::read(texts())?,
        })
    }
}

/// Proves it for one ask.
pub(super) fn prove(job: Job<'_>, solver: &mut Solver<'_>) -> Vec<Verdict> {
    let begun = Instant::now();
    let came = whole(job, solver);
    vec![job.verdict("", begun, came)]
}

fn whole(job: Job<'_>, solver: &mut Solver<'_>) -> Came {
    let shelf = solver.shelf;
    let all = needs(shelf, job.action);
    if all.is_empty() {
        return Ok("no place has a rule of its own".to_owned());
    }
    let kept = job.worked.library.of(job.action);
    let kept = kept.ok_or_else(|| line("nothing is kept: run cargo xtask compare".to_owned()))?;
    let weigher = Weigher::new(shelf, &job.worked.cases, job.action).map_err(line)?;
    let mut wrong = Vec::new();
    for case in &kept.cases {
        match weigher.of(kept, case) {
            Ok(no) if no.iter().eq(case.no.iter()) => {}
            Ok(no) => wrong.push(format!(
                "a kept case of {} comes out otherwise: {:?}, and not {:?}",
                case.base, no, case.no
            )),
            Err(why) => wrong.push(format!("a kept case of {} does not fit: {why}", case.base)),
        }
    }
    let mut proved = BTreeSet::new();
    for need in all.iter().filter(|need| !covered(need, &kept.cases)) {
        match row(need, &kept.alike) {
            Some(row) => {
                if proved.insert((need.rule, need.of_books(row)))
                    && adds(need, row, (job.action, solver))?
                {
                    wrong.push(format!(
                        "{} is kept as adding nothing under {}, and does",
                        need.rule,
                        row.under.join(" + ")
                    ));
                }
            }
            None => wrong.push(format!(
                "no case is kept of {} where {} is in force: run cargo xtask compare",
                need.rule, need.name
            )),
        }
    }
    if wrong.is_empty() {
        let told = (all.len(), kept.cases.len(), proved.len());
        Ok(format!(
            "{} needs, {} cases, {} add nothing",
            told.0, told.1, told.2
        ))
    } else {
        Err(wrong)
    }
}

/// Whether some case is refused by the rule and by none of those in force.
fn covered(need: &Need<'_>, cases: &[KeptCase]) -> bool {
    let shows = |case: &KeptCase| {
        let says_no = |id: &str| case.no.iter().any(|no| no == id);
        says_no(need.rule) && !need.in_force.iter().any(|id| says_no(id))
    };
    cases.iter().any(shows)
}

/// The row that says that the rule adds nothing there.
fn row<'a>(need: &Need<'_>, alike: &'a [Alike]) -> Option<&'a Alike> {
    let mut rows = alike.iter();
    rows.find(|row| row.rule == need.rule && row.under.iter().all(|book| need.has_book(book)))
}

/// Whether the rule refuses something that the rules of these books let go.
fn adds(
    need: &Need<'_>,
    row: &Alike,
    (action, solver): (&str, &mut Solver<'_>),
) -> Result<bool, Vec<String>> {
    let others = need.of_books(row);
    Ok(find::some_case(need.rule, &others, (action, solver))
        .map_err(line)?
        .is_some())
}

/// Finds what is missing, and writes `proofs/compare/`.
pub(crate) fn keep(rulebooks: Option<&Path>) -> ExitCode {
    if solver_version().is_none() {
        eprintln!("no solver: cvc5 is not on the path\n  next: apt-get install cvc5");
        return ExitCode::from(3);
    }
    let own = || Repo::find().map(|repo| repo.root().join("rulebooks"));
    let folder = rulebooks.map_or_else(own, |folder| Ok(folder.to_owned()));
    let done = folder.and_then(|folder| {
        let (shelf, implied, worked) = open(&folder)?;
        let report = jobs::find_all(&shelf, (&implied, &worked));
        write(&folder, &report)
    });
    match done {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Writes each ask's file, and takes away those of asks about which nothing is kept any more.
fn write(folder: &Path, found: &[(String, Result<Kept, String>)]) -> Result<String, String> {
    let mut wrong = Vec::new();
    let (mut cases, mut alike) = (0, 0);
    for (action, kept) in found {
        let path = folder.join(Kept::path(action));
        let said = |error: std::io::Error| format!("{}: {error}", path.display());
        match kept {
            Ok(kept) if kept.cases.is_empty() && kept.alike.is_empty() => {
                if path.exists() {
                    std::fs::remove_file(&path).map_err(said)?;
                }
            }
            Ok(kept) => {
                cases += kept.cases.len();
                alike += kept.alike.len();
                if let Some(above) = path.parent() {
                    std::fs::create_dir_all(above).map_err(said)?;
                }
                std::fs::write(&path, kept.to_text()).map_err(said)?;
            }
            Err(why) => wrong.push(format!("{action}: {why}")),
        }
    }
    if wrong.is_empty() {
        Ok(format!(
            "{cases} cases kept, {alike} rules that add nothing somewhere"
        ))
    } else {
        Err(wrong.join("\n"))
    }
}
