//! A world: a timeline whose `given` sets it up and whose steps are the moves, in any order.

use std::collections::BTreeSet;
use std::sync::Arc;

use custody::{
    answered::Answered,
    input::{Input, What},
    state::State,
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use logbook::{
    judge::{answered, judge},
    timeline::Timeline,
};
use rules::{Shelf, desk::Desk, never::Theorems};

/// How long a wait is: longer than every limit of the worlds' settings.
const WAIT: SignedDuration = SignedDuration::from_mins(45);

/// How long any other move takes.
const MOVE: SignedDuration = SignedDuration::from_secs(1);

/// What may happen next.
#[derive(Debug, Clone)]
pub enum Move {
    /// An ask or report, by the line of the world's file.
    Said {
        /// Its line, from 1.
        line: usize,
        /// Who says it, with whom, what; its time is that of the move.
        input: Box<Input>,
    },
    /// Time passes.
    Wait,
}

impl Move {
    /// Its line in the world's file; 0 is a wait.
    pub const fn line(&self) -> usize {
        match self {
            Self::Said { line, .. } => *line,
            Self::Wait => 0,
        }
    }
}

/// A small set, with everything that may be said on it.
#[derive(Debug)]
pub struct World {
    /// Its name.
    pub name: String,
    /// Its lines; the first sets it up.
    pub lines: Vec<String>,
    /// What decides.
    pub desk: Desk,
    /// What no go may ever break.
    pub never: Theorems,
    /// What is true before the first move.
    pub start: State,
    /// The time then.
    pub at: Timestamp,
    /// Its place has rules of its own, beside those in force everywhere.
    pub has_book: bool,
    /// Everything that may happen, at any time.
    pub moves: Vec<Move>,
    zone: TimeZone,
}

impl World {
    /// Reads a world and sets it up by its own rules.
    ///
    /// # Errors
    /// What cannot be read, or does not go while it is set up.
    pub fn read(text: &[u8], shelf: Arc<Shelf>) -> Result<Self, String> {
        let timeline = Timeline::parse(text).map_err(|wrong| wrong.to_string())?;
        let head = &timeline.head;
        let zone = TimeZone::get(&head.zone).map_err(|wrong| wrong.to_string())?;
        let never = Theorems::of(&shelf);
        let has_book = shelf.book(&head.place).is_some();
        let desk = Desk::new(shelf);
        let alone = Timeline {
            steps: Vec::new(),
            ..timeline.clone()
        };
        let played = logbook::play::play(&alone, &zone, &desk)
            .map_err(|halted| format!("line {}: {}; {}", halted.line, halted.what, halted.help))?;
        let start = played.record.state().clone();
        let last = start.unit.last.ok_or("nothing is given")?;
        let moves = timeline.steps.into_iter().map(|step| Move::Said {
            line: step.line,
            input: Box::new(Input {
                at: last,
                date: head.date,
                by: step.envelope.by,
                with: step.envelope.with,
                what: step.what,
            }),
        });
        Ok(Self {
            name: head.timeline.clone(),
            lines: String::from_utf8_lossy(text)
                .lines()
                .map(str::to_owned)
                .collect(),
            moves: moves.chain([Move::Wait]).collect(),
            desk,
            never,
            has_book,
            start,
            at: last,
            zone,
        })
    }

    /// What the moves on these lines are called.
    pub fn names(&self, lines: &BTreeSet<usize>) -> BTreeSet<&'static str> {
        let said = self.moves.iter().filter_map(|made| match made {
            Move::Said { line, input } if lines.contains(line) => Some(input.what.name()),
            _ => None,
        });
        said.collect()
    }

    /// What may be asked is called.
    pub fn asks(&self) -> BTreeSet<&'static str> {
        let said = self.moves.iter().filter_map(|made| match made {
            Move::Said { input, .. } => Some(&input.what),
            Move::Wait => None,
        });
        let asks = said.filter(|what| matches!(what, What::Ask(_)));
        asks.map(What::name).collect()
    }

    /// The input of a move made at a time; none for a wait.
    pub fn input(&self, made: &Move, at: Timestamp) -> Option<Input> {
        let Move::Said { input, .. } = made else {
            return None;
        };
        Some(Input {
            at,
            date: self.zone.to_datetime(at).date(),
            ..(**input).clone()
        })
    }

    /// The time after a move.
    pub fn after(&self, made: &Move, at: Timestamp) -> Timestamp {
        let long = match made {
            Move::Said { .. } => MOVE,
            Move::Wait => WAIT,
        };
        at.checked_add(long).unwrap_or(at)
    }

    /// The lines of a way as a timeline that `proofhouse replay` plays, each step at its time.
    pub fn timeline(&self, way: &[usize]) -> String {
        let mut told = self.lines.first().cloned().unwrap_or_default();
        let mut at = self.at;
        for line in way {
            let Some(made) = self.moves.iter().find(|made| made.line() == *line) else {
                continue;
            };
            at = self.after(made, at);
            let step = line.checked_sub(1).and_then(|nth| self.lines.get(nth));
            let body = step.and_then(|step| step.split_once(",\"by\""));
            if let Some((_, body)) = body {
                told.push_str(&format!("\n{{\"at\":\"{at}\",\"by\"{body}"));
            }
        }
        told.push('\n');
        told
    }

    /// Makes a move: how it was answered, and what is true then.
    ///
    /// # Errors
    /// The laws that a go would have broken: the rules let through what the fold does not.
    pub fn make(&self, state: &State, input: &Input) -> Result<(Answered, State), String> {
        let mut next = state.clone();
        match judge(&self.desk, &mut next, input) {
            Ok((decision, _)) => Ok((answered(input.clone(), &decision), next)),
            Err(laws) => Err(format!("{laws:?}")),
        }
    }
}
