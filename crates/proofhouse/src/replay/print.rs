//! A played timeline, for people: one line a step, and under a no every reason.

use anstyle::Style;
use logbook::play::{Played, Row};
use rules::Reason;

use super::Done;
use crate::tell::{self, GO, HEAD, HOLD, NO, QUIET, block, styled};

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// How it ended.
    End,
    /// The step at which it would have been stopped, if there is one.
    Stop,
    /// The steps.
    Day,
    /// The steps, what was given before them, and the state each left.
    All,
}

/// Blanks before what belongs to a step.
const INDENT: usize = 14;

/// Prints a played timeline.
pub fn print(done: &Done, shown: Shown) {
    if shown != Shown::End {
        head(done, shown);
        for played in &done.play.steps {
            let wanted = match shown {
                Shown::Stop => played.step.is_some() && played.step == done.play.verdict.stopped_at,
                _ => played.step.is_some() || shown == Shown::All,
            };
            if wanted {
                step(done, played, shown);
            }
        }
        anstream::println!();
    }
    end(done, shown);
}

/// Prints how many timelines ended how.
pub fn total(files: usize, worst: u8) {
    let (style, said) = match worst {
        0 => (GO, "all as expected"),
        1 => (NO, "not all as expected"),
        _ => (NO, "not all could be played"),
    };
    anstream::println!("{files} timelines: {}", styled(style, said));
}

fn head(done: &Done, shown: Shown) {
    let head = &done.timeline.head;
    anstream::println!("\n{}", block(0, HEAD, &head.title));
    let kind = head.kind;
    let mut said = format!(
        "{} · {kind} · {} · times of {}",
        head.place, head.date, head.zone
    );
    if let Some(day) = head.judge_by {
        said.push_str(&format!(" · judged by the books as of {day}"));
    }
    said.push_str(&format!(" · books: {}", done.play.books.join(", ")));
    anstream::println!("{}", block(0, QUIET, &said));
    let given = done.timeline.given.len();
    if given > 0 && shown != Shown::Stop {
        let said = format!("Given before step 1: {given} asks and reports, all in order.");
        anstream::println!("{}", block(0, QUIET, &said));
    }
    anstream::println!();
}

fn step(done: &Done, played: &Played, shown: Shown) {
    let clock = done
        .zone
        .to_datetime(played.at)
        .strftime("%H:%M")
        .to_string();
    let clock = if played.approximate {
        format!("~{clock}")
    } else {
        clock
    };
    let number = played.step.map_or("given".to_owned(), |n| n.to_string());
    let by = played.input.by.as_deref().unwrap_or("nobody named");
    let (style, word) = answer(played);
    let what = phrase(played.input.name, &played.input.body);
    let line = format!(
        "{number:>5}  {clock:>6}  {} ",
        styled(style, &format!("{word:<5}"))
    );
    let width = tell::width().saturating_sub(22).max(30);
    let said = format!("{by}: {what}");
    for (n, part) in textwrap::wrap(&said, width).iter().enumerate() {
        if n == 0 {
            anstream::println!("{line} {part}");
        } else {
            anstream::println!("{}{part}", " ".repeat(22));
        }
    }
    for row in &played.rows {
        reasons(row, played.rows.len() > 1);
    }
    for consequence in &played.consequences {
        anstream::println!("{}", block(INDENT, HOLD, &format!("▲ {consequence}")));
    }
    if played.breach {
        let said = "It happened all the same: a breach is on record.";
        anstream::println!("{}", block(INDENT, QUIET, said));
    }
    let telling = played.go == Some(false) || !played.consequences.is_empty();
    if shown == Shown::All || telling {
        for left in &played.left {
            let said = format!("left: {} {}", left.id, left.stands);
            anstream::println!("{}", block(INDENT, QUIET, &said));
        }
    }
    if let (Some(note), true) = (&played.note, played.step.is_some()) {
        anstream::println!("{}", block(INDENT, QUIET, &format!("“{note}”")));
    }
}

const fn answer(played: &Played) -> (Style, &'static str) {
    match played.go {
        Some(true) => (GO, "go"),
        Some(false) => (NO, "NO"),
        None => (QUIET, "noted"),
    }
}

fn reasons(row: &Row, line: bool) {
    if line && !row.go {
        anstream::println!("{}", block(INDENT, NO, &format!("{}: pulled", row.subject)));
    }
    for reason in &row.reasons {
        one(reason, NO, "✕");
    }
    for warning in &row.warnings {
        one(warning, HOLD, "▲");
    }
}

fn one(reason: &Reason, style: Style, mark: &str) {
    anstream::println!(
        "{}",
        block(INDENT, style, &format!("{mark} {}", reason.says))
    );
    let to = INDENT + 2;
    anstream::println!(
        "{}",
        block(to, Style::new(), &format!("→ {}", reason.remedy))
    );
    let source = if reason.source.is_empty() {
        "Proofhouse"
    } else {
        &reason.source
    };
    let status = match reason.status.as_str() {
        "secondary" => ", wording from a secondary source",
        _ => "",
    };
    let known = format!(
        "{} · {source} · {}{status}",
        reason.rule,
        reason.force.as_str()
    );
    anstream::println!("{}", block(to, QUIET, &known));
    if !reason.facts.is_empty() {
        let facts: Vec<_> = reason
            .facts
            .iter()
            .map(|fact| format!("{} = {}", fact.path, fact.value))
            .collect();
        anstream::println!(
            "{}",
            block(to, QUIET, &format!("read: {}", facts.join("; ")))
        );
    }
}

fn end(done: &Done, shown: Shown) {
    let verdict = &done.play.verdict;
    let asks = done
        .play
        .steps
        .iter()
        .filter(|step| step.ask && step.step.is_some())
        .count();
    let (mark, style) = if verdict.met {
        ("✓", GO)
    } else {
        ("✕ not as expected", NO)
    };
    let how = match verdict.stopped_at {
        Some(step) => {
            let because: Vec<_> = match verdict.tags.is_empty() {
                true => verdict.rules.iter().cloned().collect(),
                false => verdict.tags.iter().cloned().collect(),
            };
            format!("stopped at step {step}, because {}", because.join(", "))
        }
        None => format!("never stopped: {asks} asks, all go"),
    };
    let expect = &verdict.expect;
    let expected = match (expect.no_go_by, expect.go, expect.through) {
        (Some(by), ..) => {
            let because: Vec<_> = expect.because.iter().cloned().collect();
            format!("; expected by step {by}, because {}", because.join(" or "))
        }
        (None, true, Some(through)) => format!("; expected to go through step {through}"),
        (None, true, None) => "; expected to go".to_owned(),
        (None, false, _) => String::new(),
    };
    let id = &done.timeline.head.timeline;
    let line = format!(
        "{} {}: {how}{expected}",
        styled(style, mark),
        styled(HEAD, id)
    );
    for part in textwrap::wrap(
        &line,
        textwrap::Options::new(tell::width()).subsequent_indent("  "),
    ) {
        anstream::println!("{part}");
    }
    if shown != Shown::End {
        anstream::println!("{}", styled(QUIET, rules::NOT_LEGAL_ADVICE));
    }
}

/// An ask or report in a few words: `issue h1 to lead for set-up 12`.
fn phrase(name: &str, body: &serde_json::Value) -> String {
    let mut said = name.replace('_', " ");
    let text = |field: &str| body.get(field).and_then(serde_json::Value::as_str);
    if let Some(rows) = body.get("rows").and_then(serde_json::Value::as_array) {
        let weapons = rows.iter().filter_map(|row| row.get("weapon")?.as_str());
        said.push_str(&format!(
            " the line {}",
            weapons.collect::<Vec<_>>().join(", ")
        ));
    }
    let fields = [
        ("weapon", " "),
        ("lot", " "),
        ("person", " "),
        ("scene", " of scene "),
        ("role", " as "),
        ("bearer", " to "),
        ("activity", ": "),
        ("set_up", " for set-up "),
        ("duty", ": "),
        ("topic", ": "),
        ("what", ": "),
        ("words", ": "),
        ("about", ": "),
        ("place", " to "),
        ("incident", " "),
        ("from", " out of "),
        ("to", " into "),
    ];
    for (field, join) in fields {
        if let Some(value) = text(field) {
            said.push_str(join);
            said.push_str(value);
        }
    }
    said
}
