//! Plays a timeline into a fresh record, step by step, and holds it against what it expects.

use std::collections::BTreeSet;

use custody::{
    id::IncidentId,
    input::{Input, Report, What, report::Breach},
};
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use rules::{
    Reason,
    desk::{Desk, RowDecision},
};
use serde::Serialize;

use crate::{
    entry::{ENGINE, FORMAT, Founding},
    record::Record,
    timeline::{Head, Step, Timeline},
};

mod clockwork;
mod touched;
mod verdict;

pub use touched::Touched;
pub use verdict::Verdict;

/// Where the log of a replay says it comes from.
pub const ORIGIN: &str = "proofhouse.invalid/replay";

/// One step, played.
#[derive(Debug, Clone, Serialize)]
pub struct Played {
    /// Number of the step; none for what was given before the first.
    pub step: Option<u32>,
    /// Line of the file.
    pub line: usize,
    /// When.
    pub at: Timestamp,
    /// The time was not written down.
    pub approximate: bool,
    /// The ask or report.
    #[serde(flatten)]
    pub input: Spoken,
    /// An ask, rather than a report.
    pub ask: bool,
    /// Every row is a go; a report is none.
    pub go: Option<bool>,
    /// Row by row.
    pub rows: Vec<Row>,
    /// What rules added: `NM2021-PRIORMISFIRE: stand-down, production`.
    pub consequences: Vec<String>,
    /// The incident it opened.
    pub incident: Option<IncidentId>,
    /// It happened all the same, and a breach was filed.
    pub breach: bool,
    /// What it left of the weapons and lots it is about.
    pub left: Vec<Touched>,
    /// The remark of the timeline.
    pub note: Option<String>,
}

/// Who said what.
#[derive(Debug, Clone, Serialize)]
pub struct Spoken {
    /// Who.
    pub by: Option<String>,
    /// The machine name of the ask or report.
    pub name: &'static str,
    /// Its body.
    pub body: serde_json::Value,
}

/// The answer to a row.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// What it is about.
    pub subject: String,
    /// Go or no-go.
    pub go: bool,
    /// Every rule and law that says no.
    pub reasons: Vec<Reason>,
    /// Rules that warn.
    pub warnings: Vec<Reason>,
}

impl From<RowDecision> for Row {
    fn from(row: RowDecision) -> Self {
        let RowDecision {
            subject,
            go,
            reasons,
            warnings,
        } = row;
        Self {
            subject,
            go,
            reasons,
            warnings,
        }
    }
}

/// Why a timeline could not be played to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halted {
    /// Line of the file.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}

/// A timeline, played.
#[derive(Debug)]
pub struct Play {
    /// Its steps, what was given first.
    pub steps: Vec<Played>,
    /// Books that decided, as they were at the last step.
    pub books: Vec<String>,
    /// How it ended beside what it expects.
    pub verdict: Verdict,
    /// The record it made.
    pub record: Record,
}

/// Plays a timeline. `zone` is the zone its head names.
pub fn play(timeline: &Timeline, zone: &TimeZone, desk: &Desk) -> Result<Play, Halted> {
    let head = &timeline.head;
    let desk = match head.judge_by {
        Some(day) => desk.judging_by(day),
        None => desk.clone(),
    };
    let times = clockwork::times(timeline, zone)?;
    let mut player = Player {
        desk: &desk,
        incident: head
            .expect
            .as_ref()
            .is_some_and(|expect| expect.no_go_by.is_some()),
        record: Record::found(founding(head, times.first())),
        books: Vec::new(),
    };
    let mut steps = Vec::new();
    let given = timeline.given.iter().map(|step| (step, true));
    let rest = timeline.steps.iter().map(|step| (step, false));
    for ((step, given), time) in given.chain(rest).zip(times) {
        let played = player.step(step, time, given)?;
        if given && played.go == Some(false) {
            return Err(not_in_order(step, &played));
        }
        steps.push(played);
    }
    let expect = head.expect.clone().unwrap_or_default();
    let verdict = Verdict::of(&expect, &steps);
    Ok(Play {
        steps,
        books: player.books,
        verdict,
        record: player.record,
    })
}

/// Entry 0 of a replay: nobody founds it, and nobody signs for it.
fn founding(head: &Head, first: Option<&Time>) -> Founding {
    Founding {
        seq: 0,
        format: FORMAT,
        at: first.map_or(Timestamp::UNIX_EPOCH, |time| time.at),
        origin: format!("{ORIGIN}/{}", head.timeline),
        key: None,
        founder: None,
        place: head.place.clone(),
        zone: head.zone.clone(),
        kind: head.kind,
        people: head.people.clone(),
        books: String::new(),
        engine: ENGINE.to_owned(),
    }
}

/// The instant of a step, and whether it was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// When.
    pub at: Timestamp,
    /// The day in the set's zone.
    pub date: Date,
    /// Nobody wrote it down.
    pub approximate: bool,
}

struct Player<'a> {
    desk: &'a Desk,
    incident: bool,
    record: Record,
    books: Vec<String>,
}

impl Player<'_> {
    fn step(&mut self, step: &Step, time: Time, given: bool) -> Result<Played, Halted> {
        let input = Input {
            at: time.at,
            date: time.date,
            by: step.envelope.by.clone(),
            with: step.envelope.with.clone(),
            what: step.what.clone(),
        };
        let answer = self.put(step, input.clone())?;
        let ask = matches!(step.what, What::Ask(_));
        let go = ask.then(|| answer.go());
        let breach = go == Some(false) && !given && step.envelope.happened.unwrap_or(self.incident);
        if breach {
            self.breach(step, &input)?;
        }
        self.books = answer.decision.books;
        let consequences = answer
            .decision
            .consequences
            .iter()
            .map(verdict::consequence);
        Ok(Played {
            step: (!given).then_some(step.number),
            line: step.line,
            at: time.at,
            approximate: time.approximate,
            input: spoken(step),
            ask,
            go,
            consequences: consequences.collect(),
            rows: answer.decision.rows.into_iter().map(Row::from).collect(),
            incident: answer.incident,
            breach,
            left: touched::by(&step.what, self.record.state()),
            note: step.envelope.note.clone(),
        })
    }

    fn put(&mut self, step: &Step, input: Input) -> Result<crate::record::Answer, Halted> {
        self.record.answer(self.desk, input).map_err(|laws| Halted {
            line: step.line,
            what: format!(
                "the rules said go, and the record says: {}",
                verdict::laws(&laws)
            ),
            help: "this is a fault of the program: tell those who make it".into(),
        })
    }

    /// What happened without a go: the next step must meet the world as it was.
    fn breach(&mut self, step: &Step, input: &Input) -> Result<(), Halted> {
        let What::Ask(ask) = &input.what else {
            return Ok(());
        };
        let persons: BTreeSet<_> = input.with.iter().map(|with| with.person.clone()).collect();
        let breach = Breach {
            ask_body: Box::new(ask.clone()),
            persons,
        };
        let what = What::Report(Report::Breach(breach));
        let at = input.at.saturating_add(1.millisecond()).unwrap_or(input.at);
        self.put(
            step,
            Input {
                at,
                what,
                with: Vec::new(),
                ..input.clone()
            },
        )
        .map(|_| ())
    }
}

fn spoken(step: &Step) -> Spoken {
    let body = match &step.what {
        What::Ask(ask) => serde_json::to_value(ask),
        What::Report(report) => serde_json::to_value(report),
    };
    Spoken {
        by: step.envelope.by.as_ref().map(ToString::to_string),
        name: step.name(),
        body: body.unwrap_or_default(),
    }
}

fn not_in_order(step: &Step, played: &Played) -> Halted {
    let says = played.rows.iter().flat_map(|row| &row.reasons).map(told);
    let says: Vec<_> = says.collect();
    Halted {
        line: step.line,
        what: format!(
            "given {} ({}) is not in order: {}",
            step.number,
            step.name(),
            says.join(" ")
        ),
        help: "what is given must be a go; give what it asks for before it".into(),
    }
}

fn told(reason: &Reason) -> String {
    let facts = reason
        .facts
        .iter()
        .map(|fact| format!("{} = {}", fact.path, fact.value));
    let facts: Vec<_> = facts.collect();
    format!(
        "{}: {} (read: {})",
        reason.rule,
        reason.says,
        facts.join("; ")
    )
}
