//! When a step was: an instant, or a local time of the set's zone.

use std::{fmt, str::FromStr};

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};

/// When a step was, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum When {
    /// RFC 3339, with its offset.
    Instant(Timestamp),
    /// Day and time in the set's zone.
    Local(DateTime),
    /// Time in the set's zone, on the day of the step before.
    Clock(Time),
}

impl When {
    /// The instant, in a zone, on the day of the step before.
    pub fn instant(self, zone: &TimeZone, day: Date) -> Option<Timestamp> {
        match self {
            Self::Instant(instant) => Some(instant),
            Self::Local(local) => zone.to_timestamp(local).ok(),
            Self::Clock(time) => zone.to_timestamp(day.to_datetime(time)).ok(),
        }
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Ok(instant) = text.parse() {
            return Ok(Self::Instant(instant));
        }
        if text.contains(['T', ' '])
            && let Ok(local) = text.parse()
        {
            return Ok(Self::Local(local));
        }
        text.parse().map(Self::Clock).map_err(|_| {
            format!(
                "\"{}\" is no time: write 2021-10-21T11:00:00-06:00, 2021-10-21T11:00 or 11:00",
                text.chars().take(40).collect::<String>()
            )
        })
    }
}

impl TryFrom<String> for When {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<When> for String {
    fn from(when: When) -> String {
        when.to_string()
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instant(instant) => instant.fmt(f),
            Self::Local(local) => local.fmt(f),
            Self::Clock(time) => time.fmt(f),
        }
    }
}
