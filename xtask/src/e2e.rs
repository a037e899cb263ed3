//! `cargo xtask e2e`: a real Chromium on the real program. It plays what people do on a set, on
//! phone and desk, and holds each page to what pages promise. `cargo xtask shots` keeps pictures.

use std::path::Path;
use std::process::Command;

use crate::demo::Served;
use crate::outcome::{Missing, Outcome};
use crate::repo::{self, Repo};

/// Plays it.
pub fn run(repo: &Repo) -> Outcome {
    played(repo, &[])
}

/// Plays nothing; keeps a picture of every page in `target/shots`.
pub fn shots(repo: &Repo) -> Outcome {
    let folder = repo.root().join("target/shots");
    played(repo, &["--shots", &folder.to_string_lossy()])
}

fn played(repo: &Repo, args: &[&str]) -> Outcome {
    let Some(python) = python(repo) else {
        return Outcome::Skipped(Missing::new(
            "no Python with playwright and axe-playwright-python",
            "python3 -m venv target/python && target/python/bin/pip install playwright axe-playwright-python",
        ));
    };
    for (tool, package) in [("chromium", "chromium"), ("certutil", "libnss3-tools")] {
        if !repo::on_path(tool) {
            return Outcome::Skipped(Missing::new(
                &format!("no {tool} on the PATH"),
                &format!("apt install {package}"),
            ));
        }
    }
    let script = |name: &str| {
        let mut command = Command::new(&python);
        command
            .arg(repo.root().join("e2e").join(name))
            .env("PYTHONDONTWRITEBYTECODE", "1");
        command
    };
    let told = repo.program(false).and_then(|program| {
        let mut served = Served::start(&program)?;
        let place = served.place()?;
        repo::show(script("set.py").arg(&place).args(args))?;
        repo::show(script("scan.py").arg(&place))?;
        let battle = repo.root().join("incidents/good-day-nsw-battle.jsonl");
        repo::show(script("line.py").args([&program, &battle]).args(args))?;
        if !args.is_empty() {
            return Ok(());
        }
        repo::show(script("digest.py").arg(&program))?;
        repo::show(script("secure.py").arg(&program))?;
        let western = repo
            .root()
            .join("incidents/good-day-california-western.jsonl");
        repo::show(script("day_on_pages.py").args([&program, &western]))
    });
    match told {
        Ok(()) => Outcome::Passed("the set works in a browser, on phone and desk".to_owned()),
        Err(why) => Outcome::Failed(why),
    }
}

/// A Python that has what it takes: the project's own, or the one on the PATH.
fn python(repo: &Repo) -> Option<String> {
    let own = repo.root().join("target/python/bin/python");
    let own = own.to_string_lossy().into_owned();
    let has = |python: &str| {
        let asked = ["-c", "import playwright, axe_playwright_python"];
        let tried = Command::new(python).args(asked).output();
        tried.is_ok_and(|it| it.status.success())
    };
    let pythons = [own, "python3".to_owned()];
    pythons
        .into_iter()
        .filter(|it| !it.contains('/') || Path::new(it).exists())
        .find(|it| has(it))
}
