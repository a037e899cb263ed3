//! The demo: a California day that goes, then the documented one that would have been stopped.

use std::process::ExitCode;

use include_dir::{Dir, include_dir};

use crate::{
    books::Texts,
    replay::{self, Shown},
    tell::{self, HEAD, QUIET, Trouble, styled},
};

static INCIDENTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../incidents");

const GOOD_DAY: &str = "good-day-california-western.jsonl";
const DOCUMENTED: &str = "2021-nm-western-live-round.jsonl";

/// Plays both days and says what each would have changed.
pub fn run() -> Result<ExitCode, Trouble> {
    let shelf = Texts::embedded().shelf()?;
    title("1. A good day: a western in California, from open to wrap");
    let good = replay::one(GOOD_DAY, embedded(GOOD_DAY)?, &shelf)?;
    replay::print(&good, Shown::Day);
    title("2. The day of 2021: documented by the regulator, the court and the press");
    let bad = replay::one(DOCUMENTED, embedded(DOCUMENTED)?, &shelf)?;
    replay::print(&bad, Shown::Day);
    changed(&good, &bad);
    let met = good.play.verdict.met && bad.play.verdict.met;
    Ok(if met {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

fn embedded(name: &str) -> Result<&'static [u8], Trouble> {
    let missing = || {
        Trouble::new(
            "demo-missing",
            format!("{name} did not come with the program"),
            "build it again",
        )
    };
    INCIDENTS
        .get_file(name)
        .map(include_dir::File::contents)
        .ok_or_else(missing)
}

fn title(text: &str) {
    anstream::println!(
        "\n{}\n{}",
        styled(HEAD, text),
        "─".repeat(text.chars().count())
    );
}

fn changed(good: &replay::Done, bad: &replay::Done) {
    title("What each would have changed");
    let asks = good
        .play
        .steps
        .iter()
        .filter(|step| step.ask && step.step.is_some())
        .count();
    let noes = |done: &replay::Done| {
        done.play
            .steps
            .iter()
            .filter(|step| step.go == Some(false))
            .count()
    };
    let said = format!(
        "On the good day Proofhouse asked for nothing the crew did not do anyway: {asks} asks, \
         {} refused. Each hand-over stands in the record with who checked, who saw it and under \
         which rule.",
        noes(good)
    );
    anstream::println!("{}", tell::block(0, QUIET, &said));
    if let Some(step) = bad.play.verdict.stopped_at {
        let after = bad
            .play
            .steps
            .iter()
            .filter(|played| played.step.is_some_and(|n| n > step));
        let (later, noes) = (after.clone().count(), noes(bad).saturating_sub(1));
        let said = format!(
            "In 2021 the first no would have stood at step {step}, before any round of that box \
             could be loaded. {later} steps followed; {noes} of them would have been refused \
             again, each for its own reason. No single person had to be right for the set to be \
             stopped.",
        );
        anstream::println!("\n{}", tell::block(0, HEAD, &said));
    }
    anstream::println!(
        "\n{}",
        styled(QUIET, "Next: proofhouse replay incidents/*.jsonl")
    );
}
