//! `cargo xtask prove`: what the rulebooks promise, proved by cvc5 over every request.
//!
//! Exit codes: 0 proved, 1 not proved, 2 the rulebooks do not open, 3 no solver.

mod compare;
mod composition;
mod dead;
mod dead_end;
mod errors;
mod jobs;
mod never;
mod solver;
#[cfg(test)]
mod tests;
mod verdict;

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::ValueEnum;
use rules::Shelf;

use crate::repo::Repo;
use compare::Worked;
pub(crate) use compare::keep;
use dead::Implied;
use verdict::Report;

/// What to prove, and over which rulebooks.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Prove only this
    #[arg(long, value_name = "PROOF")]
    only: Option<Proof>,
    /// Folder of the rulebooks; the repository's own without it
    #[arg(long, value_name = "DIR")]
    rulebooks: Option<PathBuf>,
}

/// One of the promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Proof {
    /// What the never-list forbids, the baseline refuses
    Never,
    /// A further book only refuses more
    Composition,
    /// No rule is implied by one other that is always in force with it
    Dead,
    /// Under each place's books some request is a go
    DeadEnd,
    /// No rule can fail to evaluate
    Errors,
    /// Where places differ a case is kept, and it is as it says
    Compare,
}

impl Proof {
    const ALL: [Self; 6] = [
        Self::Never,
        Self::Composition,
        Self::Dead,
        Self::DeadEnd,
        Self::Errors,
        Self::Compare,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Composition => "composition",
            Self::Dead => "dead",
            Self::DeadEnd => "dead-end",
            Self::Errors => "errors",
            Self::Compare => "compare",
        }
    }
}

/// Proves, prints each verdict, and tells by the exit code whether all hold.
pub(crate) fn run(args: &Args) -> ExitCode {
    let Some(version) = solver_version() else {
        eprintln!("no solver: cvc5 is not on the path\n  next: apt-get install cvc5");
        return ExitCode::from(3);
    };
    let own = || Repo::find().map(|repo| repo.root().join("rulebooks"));
    let folder = args.rulebooks.clone().map_or_else(own, Ok);
    let (shelf, implied, worked) = match folder.and_then(|folder| open(&folder)) {
        Ok(opened) => opened,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::from(2);
        }
    };
    println!(
        "{} rules, {} theorems of the never-list, {version}",
        shelf.rules().len(),
        shelf.never().len(),
    );
    if shelf.rules().is_empty() && shelf.never().is_empty() {
        println!("nothing to prove yet");
        return ExitCode::SUCCESS;
    }
    let report = prove(&shelf, args.only, (&implied, &worked));
    println!("\n{report}");
    if report.holds() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Proves one promise or all of them, printing as it goes.
fn prove(shelf: &Shelf, only: Option<Proof>, beside: (&Implied, &Worked)) -> Report {
    let wanted = Proof::ALL
        .into_iter()
        .filter(|proof| only.is_none_or(|only| only == *proof));
    jobs::run(shelf, wanted.collect(), beside)
}

fn solver_version() -> Option<String> {
    let path = std::env::var("CVC5").unwrap_or_else(|_| "cvc5".to_owned());
    let output = Command::new(path).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().next().unwrap_or("cvc5");
    Some(line.trim_start_matches("This is ").to_owned())
}

fn open(root: &Path) -> Result<(Shelf, Implied, Worked), String> {
    let files = read_folder(root).map_err(|error| {
        format!(
            "{}: {error}\n  next: name the folder with --rulebooks",
            root.display()
        )
    })?;
    let list = files.iter().find(|(path, _)| path == dead::LIST);
    let implied = Implied::read(list.map_or("", |(_, text)| text))?;
    let worked = Worked::read(&files)?;
    let shelf = Shelf::open(files).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    Ok((shelf, implied, worked))
}

/// Every text file below a folder, by its path inside.
fn read_folder(root: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let inside = inside.to_string_lossy().replace('\\', "/");
            files.push((inside, std::fs::read_to_string(&path)?));
        }
    }
    Ok(files)
}
