//! The instant of each step: as written, else one minute after the step before.

use jiff::{Timestamp, ToSpan, civil::Time as Clock, tz::TimeZone};

use super::{Halted, Time};
use crate::timeline::{Step, Timeline};

/// The first step's local time, where none is written.
const MORNING: Clock = Clock::constant(9, 0, 0, 0);

/// The times of what was given and of the steps, in that order.
pub fn times(timeline: &Timeline, zone: &TimeZone) -> Result<Vec<Time>, Halted> {
    let first = first_step(timeline, zone)?;
    let mut times = Vec::with_capacity(timeline.given.len() + timeline.steps.len());
    let mut clock = Running {
        zone,
        last: before(timeline, zone, first)?,
    };
    for step in &timeline.given {
        times.push(clock.next(step)?);
    }
    if let Some(step) = timeline.steps.first().filter(|_| clock.last > first) {
        let what = "the first step stands before what was given";
        return Err(backwards(step.line, what));
    }
    clock.last = first.checked_sub(1.minute()).map_err(|_| too_far(1))?;
    for step in &timeline.steps {
        times.push(clock.next(step)?);
    }
    Ok(times)
}

fn first_step(timeline: &Timeline, zone: &TimeZone) -> Result<Timestamp, Halted> {
    let day = timeline.head.date;
    let morning = zone
        .to_timestamp(day.to_datetime(MORNING))
        .map_err(|_| too_far(1))?;
    let Some(step) = timeline.steps.first() else {
        return Ok(morning);
    };
    match step.envelope.at {
        None => Ok(morning),
        Some(when) => when.instant(zone, day).ok_or_else(|| too_far(step.line)),
    }
}

/// Where the clock of what was given starts: as its first entry says, else so that all of it stands
/// in the minutes before the first step.
fn before(timeline: &Timeline, zone: &TimeZone, first: Timestamp) -> Result<Timestamp, Halted> {
    let written = timeline.given.first().and_then(|step| step.envelope.at);
    if let Some(when) = written {
        return when
            .instant(zone, timeline.head.date)
            .ok_or_else(|| too_far(1));
    }
    let minutes = i64::try_from(timeline.given.len()).unwrap_or(i64::MAX);
    let start = first.checked_sub(minutes.saturating_add(1).minutes());
    start.map_err(|_| too_far(1))
}

struct Running<'a> {
    zone: &'a TimeZone,
    last: Timestamp,
}

impl Running<'_> {
    fn next(&mut self, step: &Step) -> Result<Time, Halted> {
        let day = self.zone.to_datetime(self.last).date();
        let at = match step.envelope.at {
            Some(when) => when.instant(self.zone, day),
            None => self.last.checked_add(1.minute()).ok(),
        };
        let at = at.ok_or_else(|| too_far(step.line))?;
        if at < self.last {
            return Err(backwards(
                step.line,
                "this step stands before the one above it",
            ));
        }
        self.last = at;
        let date = self.zone.to_datetime(at).date();
        Ok(Time {
            at,
            date,
            approximate: step.envelope.at.is_none(),
        })
    }
}

fn backwards(line: usize, what: &str) -> Halted {
    Halted {
        line,
        what: format!("time runs backwards: {what}"),
        help: "put the steps in the order they happened, or mend its \"at\"".into(),
    }
}

fn too_far(line: usize) -> Halted {
    Halted {
        line,
        what: "this time is not on the calendar".into(),
        help: "mend its \"at\"".into(),
    }
}
