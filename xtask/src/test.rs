//! `cargo xtask test`: every check in turn, then what passed, failed and was skipped. A missing
//! program is skipped aloud; where `CI=true` is set it is a failure.

use std::env;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::outcome::{Missing, Outcome};
use crate::repo::{self, Repo};
use crate::{api, crash, disk, e2e, model, tidy, wasm};

/// One step of the whole: its name, and what runs it.
struct Step {
    name: &'static str,
    run: fn(&Repo) -> Outcome,
}

const fn step(name: &'static str, run: fn(&Repo) -> Outcome) -> Step {
    Step { name, run }
}

/// Every step, in order. Add a step here.
const STEPS: [Step; 12] = [
    step("tidy", tidy::run),
    step("format", format),
    step("clippy", clippy),
    step("tests", tests),
    step("prove", prove),
    step("wasm", wasm::run),
    step("incidents", incidents),
    step("model", model::step),
    step("api", api::run),
    step("e2e", e2e::run),
    step("crash", crash::step),
    step("disk", disk::step),
];

/// Runs every step, also after one that failed.
pub fn run(repo: &Repo) -> Outcome {
    let strict = env::var("CI").is_ok_and(|value| value == "true");
    let mut ended = Vec::new();
    for step in &STEPS {
        println!("== {}", step.name);
        let began = Instant::now();
        let outcome = judge((step.run)(repo), strict);
        let took = began.elapsed();
        println!("{}", told(step.name, &outcome, took));
        ended.push((step.name, outcome, took));
    }
    let summary = summary(&ended);
    if ended
        .iter()
        .any(|(_, outcome, _)| matches!(outcome, Outcome::Failed(_)))
    {
        Outcome::Failed(summary)
    } else {
        Outcome::Passed(summary)
    }
}

/// In CI nothing may be missing: what would be skipped there has failed.
fn judge(outcome: Outcome, strict: bool) -> Outcome {
    match outcome {
        Outcome::Skipped(missing) if strict => Outcome::Failed(missing.to_string()),
        other => other,
    }
}

fn told(name: &str, outcome: &Outcome, took: Duration) -> String {
    let took = took.as_secs_f64();
    match outcome {
        Outcome::Passed(words) => format!("-- {name} passed in {took:.1} s: {words}\n"),
        Outcome::Failed(why) => format!("-- {name} FAILED in {took:.1} s: {why}\n"),
        Outcome::Skipped(missing) => format!("-- {name} skipped: {missing}\n"),
    }
}

/// A line for each step, and the count as the last line.
fn summary(ended: &[(&str, Outcome, Duration)]) -> String {
    let mut lines = String::new();
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for (name, outcome, took) in ended {
        let took = took.as_secs_f64();
        let _ = match outcome {
            Outcome::Passed(_) => {
                passed += 1;
                writeln!(lines, "{name:<10} passed   {took:>6.1} s")
            }
            Outcome::Failed(_) => {
                failed += 1;
                writeln!(lines, "{name:<10} FAILED   {took:>6.1} s")
            }
            Outcome::Skipped(missing) => {
                skipped += 1;
                writeln!(lines, "{name:<10} skipped  {missing}")
            }
        };
    }
    format!("{lines}{passed} passed, {failed} failed, {skipped} skipped")
}

fn format(repo: &Repo) -> Outcome {
    if !repo::succeeds(repo.cargo().args(["fmt", "--version"])) {
        return Outcome::Skipped(Missing::new(
            "no rustfmt here",
            "rustup component add rustfmt",
        ));
    }
    shown(
        repo.cargo().args(["fmt", "--all", "--check"]),
        "every file is formatted",
    )
}

fn clippy(repo: &Repo) -> Outcome {
    if !repo::succeeds(repo.cargo().args(["clippy", "--version"])) {
        return Outcome::Skipped(Missing::new(
            "no clippy here",
            "rustup component add clippy",
        ));
    }
    let mut cargo = repo.cargo();
    cargo.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]);
    shown(&mut cargo, "no warnings")
}

fn tests(repo: &Repo) -> Outcome {
    shown(
        repo.cargo().args(["test", "--workspace", "--locked"]),
        "every test holds",
    )
}

/// `cargo xtask prove`, as a process of its own: the solver may be stopped without us.
fn prove(repo: &Repo) -> Outcome {
    if !repo::on_path("cvc5") {
        return Outcome::Skipped(Missing::new("no cvc5 on the PATH", "apt-get install cvc5"));
    }
    match env::current_exe() {
        Ok(xtask) => {
            let mut prove = Command::new(xtask);
            prove.arg("prove").current_dir(repo.root());
            shown(&mut prove, "every theorem holds")
        }
        Err(error) => Outcome::Failed(format!("xtask does not find itself: {error}")),
    }
}

/// Replays every timeline in `incidents/` with the binary that the tests built.
fn incidents(repo: &Repo) -> Outcome {
    let timelines: Vec<String> = match repo.files() {
        Ok(files) => files
            .into_iter()
            .filter(|path| path.starts_with("incidents/") && path.ends_with(".jsonl"))
            .collect(),
        Err(why) => return Outcome::Failed(why),
    };
    if timelines.is_empty() {
        return Outcome::Passed("no timelines yet".to_owned());
    }
    match repo.program(false) {
        Ok(program) => replay(repo, &program, &timelines),
        Err(why) => Outcome::Failed(why),
    }
}

/// All timelines at once, which reads the rulebooks once; where one goes otherwise, each by itself,
/// and what went wrong is shown whole.
fn replay(repo: &Repo, program: &Path, timelines: &[String]) -> Outcome {
    let played = |timelines: &[String]| {
        let mut command = Command::new(program);
        command.arg("replay").args(timelines);
        let out = command.current_dir(repo.root()).output();
        out.map_err(|error| format!("proofhouse could not be started: {error}"))
    };
    let mut wrong = Vec::new();
    match played(timelines) {
        Err(why) => return Outcome::Failed(why),
        Ok(out) if out.status.success() => {
            return Outcome::Passed(format!("{} timelines went as expected", timelines.len()));
        }
        Ok(_) => {}
    }
    for timeline in timelines {
        match played(std::slice::from_ref(timeline)) {
            Err(why) => return Outcome::Failed(why),
            Ok(out) if out.status.success() => println!("{timeline}: as expected"),
            Ok(out) => {
                print!("{}", String::from_utf8_lossy(&out.stdout));
                eprint!("{}", String::from_utf8_lossy(&out.stderr));
                println!("{timeline}: NOT as expected ({})", out.status);
                wrong.push(timeline.as_str());
            }
        }
    }
    Outcome::Failed(format!("not as expected: {}", wrong.join(", ")))
}

fn shown(command: &mut Command, done: &str) -> Outcome {
    match repo::show(command) {
        Ok(()) => Outcome::Passed(done.to_owned()),
        Err(why) => Outcome::Failed(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skipped() -> Outcome {
        Outcome::Skipped(Missing::new("no cvc5 on the PATH", "apt-get install cvc5"))
    }

    #[test]
    fn a_missing_program_is_skipped_on_a_desk_and_fails_in_ci() {
        assert_eq!(judge(skipped(), false), skipped());
        assert_eq!(
            judge(skipped(), true),
            Outcome::Failed("no cvc5 on the PATH; to have it: apt-get install cvc5".to_owned())
        );
    }

    #[test]
    fn a_timeline_that_goes_otherwise_is_named_and_the_others_are_still_played() {
        let repo = Repo::find().unwrap();
        let timelines = [
            "incidents/a.jsonl".to_owned(),
            "incidents/b.jsonl".to_owned(),
        ];
        assert_eq!(
            replay(&repo, Path::new("true"), &timelines),
            Outcome::Passed("2 timelines went as expected".to_owned())
        );
        assert_eq!(
            replay(&repo, Path::new("false"), &timelines),
            Outcome::Failed("not as expected: incidents/a.jsonl, incidents/b.jsonl".to_owned())
        );
    }

    #[test]
    fn the_last_line_counts_the_steps() {
        let second = Duration::from_secs(1);
        let ended = [
            (
                "tidy",
                Outcome::Passed("12 files are tidy".to_owned()),
                second,
            ),
            (
                "tests",
                Outcome::Failed("two failed".to_owned()),
                90 * second,
            ),
            ("prove", skipped(), second),
        ];
        assert_eq!(
            summary(&ended),
            "tidy       passed      1.0 s\n\
             tests      FAILED     90.0 s\n\
             prove      skipped  no cvc5 on the PATH; to have it: apt-get install cvc5\n\
             1 passed, 1 failed, 1 skipped"
        );
    }
}
