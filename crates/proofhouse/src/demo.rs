//! The demo: a California day that goes, the documented one that would have been stopped, and then the
//! first of the two served at mid-morning, to try.

mod set;

use std::process::ExitCode;

use include_dir::{Dir, include_dir};

use crate::{
    books::Texts,
    cli::hub::Demo,
    replay::{self, Shown},
    serve::Stand,
    tell::{self, HEAD, QUIET, Trouble, styled},
};

static INCIDENTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../incidents");

const GOOD_DAY: &str = "good-day-california-western.jsonl";
const DOCUMENTED: &str = "2021-nm-western-live-round.jsonl";

/// Plays both days, says what each would have changed, and serves the first.
pub fn run(args: &Demo) -> Result<ExitCode, Trouble> {
    // An address that is taken is said before anything else.
    let stand = match args.no_serve {
        true => None,
        false => Some(Stand::open(args.listen)?),
    };
    let shelf = Texts::embedded().shelf()?;
    let shown = match args.long {
        true => Shown::Day,
        false => Shown::Stop,
    };
    title("1. A good day: a western in California, from open to wrap");
    let good = replay::one(GOOD_DAY, embedded(GOOD_DAY)?, &shelf)?;
    replay::print(&good, shown);
    title("2. The day of 2021: documented by the regulator, the court and the press");
    let bad = replay::one(DOCUMENTED, embedded(DOCUMENTED)?, &shelf)?;
    replay::print(&bad, shown);
    title("3. What each would have changed");
    changed(&good, &bad);
    match stand {
        None => {
            let next = "Next: proofhouse demo, then proofhouse replay incidents/*.jsonl";
            anstream::println!("\n{}", styled(QUIET, next));
        }
        Some(stand) => {
            title("4. Try it: the good day at mid-morning, served");
            set::Morning::of(&good)?.host(stand)?;
        }
    }
    let met = good.play.verdict.met && bad.play.verdict.met;
    Ok(ExitCode::from(u8::from(!met)))
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
}
