//! Times as the set reads them: in its own zone, and how long ago.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{say, words::Words};

/// The time of day, to the second: `14:03:18`.
pub fn exact(at: Timestamp, zone: &TimeZone) -> String {
    let there = zone.to_datetime(at);
    let (hour, minute, second) = (there.hour(), there.minute(), there.second());
    format!("{hour:02}:{minute:02}:{second:02}")
}

/// The time of day: `14:03`.
pub fn time(at: Timestamp, zone: &TimeZone) -> String {
    let there = zone.to_datetime(at);
    format!("{:02}:{:02}", there.hour(), there.minute())
}

/// A day: `10 March 2026`.
pub fn day(date: Date, words: &Words) -> String {
    say!(
        words,
        "date-long",
        day = i32::from(date.day()),
        month = i32::from(date.month()),
        year = date.year().to_string()
    )
}

/// When, and how long ago: `13:42, 19 minutes ago`. The day stands with it where it is another one.
pub fn since(at: Timestamp, now: (Timestamp, &TimeZone), words: &Words) -> String {
    let (now, zone) = now;
    let ago = ago(minutes(at, now), words);
    let that = zone.to_datetime(at).date();
    let clock = time(at, zone);
    if that == zone.to_datetime(now).date() {
        say!(words, "time-since", time = clock, ago = ago)
    } else {
        let date = day(that, words);
        say!(
            words,
            "time-since-day",
            time = clock,
            ago = ago,
            date = date
        )
    }
}

/// How long ago, in whole minutes, hours or days.
pub fn ago(minutes: i64, words: &Words) -> String {
    match minutes {
        ..1 => say!(words, "ago-now"),
        1..120 => say!(words, "ago-minutes", n = minutes),
        120..2880 => say!(words, "ago-hours", n = minutes / 60),
        _ => say!(words, "ago-days", n = minutes / 1440),
    }
}

/// How long, in whole minutes, hours or days.
pub fn span(minutes: i64, words: &Words) -> String {
    match minutes {
        ..120 => say!(words, "span-minutes", n = minutes.max(0)),
        120..2880 => say!(words, "span-hours", n = minutes / 60),
        _ => say!(words, "span-days", n = minutes / 1440),
    }
}

/// Whole minutes between two moments; below 0 where the second is earlier.
pub fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).as_mins()
}
