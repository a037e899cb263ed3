//! What the door keeps, as it stands in its file: sums and hashes, never a secret.

use std::{collections::BTreeMap, fmt};

use custody::{
    id::{PersonId, WeaponId},
    names::Means,
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{passkey::Passkey, pin::Pin};
use crate::{pack::Pack, sum::Sum};

/// The form of the file.
const FORMAT: u32 = 1;

/// The most sessions of one person: the oldest ends.
const SESSIONS: usize = 20;

/// How long a session lasts: while it is used, and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Unused for so long, it is over.
    pub idle: SignedDuration,
    /// So long after it began it is over in any case.
    pub whole: SignedDuration,
}

/// On a device that is one person's own.
pub const OWN: Span = Span {
    idle: SignedDuration::from_hours(3 * 24),
    whole: SignedDuration::from_hours(30 * 24),
};

/// On a station that others use too.
pub const STATION: Span = Span {
    idle: SignedDuration::from_mins(5),
    whole: SignedDuration::from_hours(12),
};

/// Somebody who is signed in somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The sum of what the browser keeps.
    pub sum: Sum,
    /// Who.
    pub person: PersonId,
    /// By which means it began.
    pub by: Means,
    /// When it began.
    pub began: Timestamp,
    /// When it was used last.
    pub seen: Timestamp,
    /// On a station that others use too.
    pub station: bool,
    /// The token that it began with, and ends with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<Sum>,
}

impl Session {
    /// Whether it is still on.
    pub fn on(&self, now: Timestamp) -> bool {
        let span = if self.station { STATION } else { OWN };
        within(self.seen, span.idle, now) && within(self.began, span.whole, now)
    }
}

fn within(from: Timestamp, long: SignedDuration, now: Timestamp) -> bool {
    now.duration_since(from) < long
}

/// A way in that is used once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// The sum of what its link carries.
    pub sum: Sum,
    /// For whom.
    pub person: PersonId,
    /// Who invited; none: the hub itself, at its first start.
    pub by: Option<PersonId>,
    /// When it ends.
    pub until: Timestamp,
}

/// What a guest sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// One weapon.
    Weapon(WeaponId),
    /// One day.
    Day(Date),
    /// The record as it was, whole, to fetch.
    Pack(Pack),
}

/// A link that shows one thing, and does nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guest {
    /// The sum of what its link carries.
    pub sum: Sum,
    /// What it shows.
    pub view: View,
    /// Who made it.
    pub by: PersonId,
    /// When it ends.
    pub until: Timestamp,
}

/// What one person comes in with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// The PIN, hashed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Pin>,
    /// The passkeys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passkeys: Vec<Passkey>,
    /// The sum of the badge's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub badge: Option<Sum>,
}

impl Own {
    /// Whether a code is the one on the badge.
    pub fn has_badge(&self, code: &str) -> bool {
        self.badge.is_some_and(|it| it.same(&Sum::of(code)))
    }

    fn nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// Everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    format: u32,
    /// Invitations that nobody used yet.
    #[serde(default)]
    pub invitations: Vec<Invitation>,
    /// Who is signed in where.
    #[serde(default)]
    pub sessions: Vec<Session>,
    /// Links of guests.
    #[serde(default)]
    pub guests: Vec<Guest>,
    /// What each person comes in with.
    #[serde(default)]
    pub people: BTreeMap<PersonId, Own>,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            format: FORMAT,
            invitations: Vec::new(),
            sessions: Vec::new(),
            guests: Vec::new(),
            people: BTreeMap::new(),
        }
    }
}

/// A file of the door that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// A newer program wrote it.
    Newer(u64),
    /// It is not what it should be.
    Wrong(String),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(format) => write!(
                f,
                "its form is {format}, and this program knows {FORMAT} at most"
            ),
            Self::Wrong(why) => f.write_str(why),
        }
    }
}

impl Kept {
    /// Reads the file.
    ///
    /// # Errors
    /// It is of a newer program, or broken.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let wrong = |error: serde_json::Error| Broken::Wrong(error.to_string());
        let value: serde_json::Value = serde_json::from_str(text).map_err(wrong)?;
        match value.get("format").and_then(serde_json::Value::as_u64) {
            Some(format) if format > u64::from(FORMAT) => Err(Broken::Newer(format)),
            _ => serde_json::from_value(value).map_err(wrong),
        }
    }

    /// As it stands in the file.
    pub fn text(&self) -> Option<String> {
        serde_json::to_string_pretty(self).ok().map(|it| it + "\n")
    }

    /// Whether anybody can come in with what is kept here.
    pub fn anybody(&self, now: Timestamp) -> bool {
        let own = self.people.values().any(|own| !own.nothing());
        let own_session = |it: &&Session| it.token.is_none() && it.on(now);
        own || self.sessions.iter().any(|it| own_session(&it))
    }

    /// Lets go of all that is over.
    pub fn tidy(&mut self, now: Timestamp) {
        self.invitations.retain(|it| now < it.until);
        self.guests.retain(|it| now < it.until);
        self.sessions.retain(|it| it.on(now));
        self.people.retain(|_, own| !own.nothing());
    }

    /// Begins a session; where the person has too many, the one unused for longest ends.
    pub fn begin(&mut self, session: Session) {
        let of = |it: &&Session| it.person == session.person;
        if self.sessions.iter().filter(of).count() >= SESSIONS {
            let oldest = self.sessions.iter().filter(of).min_by_key(|it| it.seen);
            let oldest = oldest.map(|it| it.sum);
            self.sessions.retain(|it| Some(it.sum) != oldest);
        }
        self.sessions.push(session);
    }

    /// What a person comes in with.
    pub fn own(&mut self, person: &PersonId) -> &mut Own {
        self.people.entry(person.clone()).or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn session(secret: &str, station: bool) -> Session {
        Session {
            sum: Sum::of(secret),
            person: "armorer".parse().unwrap(),
            by: Means::Pin,
            began: at("2026-03-10T08:00:00Z"),
            seen: at("2026-03-10T08:00:00Z"),
            station,
            token: None,
        }
    }

    #[test]
    fn a_session_on_a_station_ends_unused_after_five_minutes_and_used_after_twelve_hours() {
        let mut station = session("a", true);
        assert!(station.on(at("2026-03-10T08:04:59Z")));
        assert!(!station.on(at("2026-03-10T08:05:00Z")));
        station.seen = at("2026-03-10T19:59:00Z");
        assert!(station.on(at("2026-03-10T19:59:59Z")));
        assert!(!station.on(at("2026-03-10T20:00:00Z")));
    }

    #[test]
    fn a_session_on_a_phone_of_ones_own_ends_unused_after_three_days_and_used_after_thirty() {
        let mut own = session("a", false);
        assert!(own.on(at("2026-03-13T07:59:59Z")));
        assert!(!own.on(at("2026-03-13T08:00:00Z")));
        own.seen = at("2026-04-09T07:00:00Z");
        assert!(own.on(at("2026-04-09T07:59:59Z")));
        assert!(!own.on(at("2026-04-09T08:00:00Z")));
    }

    #[test]
    fn whoever_signs_in_at_a_twenty_first_place_is_signed_out_where_it_was_unused_for_longest() {
        let mut kept = Kept::default();
        for nth in 0..20 {
            kept.begin(session(&format!("s{nth}"), false));
        }
        for session in &mut kept.sessions {
            session.seen = at("2026-03-10T09:00:00Z");
        }
        kept.sessions[7].seen = at("2026-03-10T08:30:00Z");
        kept.begin(session("another", false));
        assert_eq!(kept.sessions.len(), 20);
        assert!(!kept.sessions.iter().any(|it| it.sum == Sum::of("s7")));
    }

    #[test]
    fn the_file_is_read_as_it_was_written_and_one_of_a_newer_program_is_refused() {
        let mut kept = Kept::default();
        kept.begin(session("secret", true));
        let text = kept.text().unwrap();
        assert!(!text.contains("\"secret\""), "{text}");
        assert_eq!(Kept::parse(&text), Ok(kept));
        assert_eq!(Kept::parse("{\"format\": 2}"), Err(Broken::Newer(2)));
        assert!(matches!(Kept::parse("{}"), Err(Broken::Wrong(_))));
        assert!(matches!(
            Kept::parse("{\"format\": 1, \"pin\": 3}"),
            Err(Broken::Wrong(_))
        ));
    }
}
