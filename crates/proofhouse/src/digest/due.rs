//! When the digest is due, and which letter an address is due.

use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{Time, Weekday},
    tz::TimeZone,
};

use super::addresses::Addressee;

/// An hour of a day of each week, in the zone of the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weekly {
    /// The day.
    pub day: Weekday,
    /// The hour.
    pub hour: Time,
}

impl Weekly {
    /// As it is said: `mon 8`, `friday 17`.
    pub fn parse(text: &str) -> Result<Self, String> {
        let read = || {
            let (day, hour) = text.trim().split_once(' ')?;
            let day = DAYS.iter().find(|(name, _)| {
                let day = day.to_ascii_lowercase();
                day.len() > 2 && name.starts_with(&day)
            })?;
            let hour: i8 = hour.trim().parse().ok()?;
            Some(Self {
                day: day.1,
                hour: Time::new(hour, 0, 0, 0).ok()?,
            })
        };
        read().ok_or_else(|| "say a day and an hour from 0 to 23, as \"mon 8\"".to_owned())
    }

    /// The last such moment, this one among them.
    pub fn last(&self, now: Timestamp, zone: &TimeZone) -> Timestamp {
        let today = zone.to_datetime(now).date();
        let since = i64::from(self.day.until(today.weekday()));
        let this = self.on(today.saturating_sub(Span::new().days(since)), zone);
        match this {
            Some(this) if this <= now => this,
            _ => self
                .on(today.saturating_sub(Span::new().days(since + 7)), zone)
                .unwrap_or(Timestamp::MIN),
        }
    }

    /// How long until the next.
    pub fn next(&self, now: Timestamp, zone: &TimeZone) -> SignedDuration {
        let today = zone.to_datetime(now).date();
        let until = i64::from(today.weekday().until(self.day));
        let next = [until, until + 7].into_iter().find_map(|days| {
            let next = self.on(today.saturating_add(Span::new().days(days)), zone)?;
            (next > now).then(|| next.duration_since(now))
        });
        next.unwrap_or(SignedDuration::from_hours(24))
    }

    fn on(&self, date: jiff::civil::Date, zone: &TimeZone) -> Option<Timestamp> {
        zone.to_timestamp(date.to_datetime(self.hour)).ok()
    }
}

const DAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// A letter that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Whether the address is right.
    Confirm,
    /// That the digest goes there already.
    Already,
    /// The digest.
    Week,
}

/// What an address is due, where the digest is of the week to `last`.
pub fn due(one: &Addressee, last: Timestamp) -> Option<Due> {
    match (one.confirmed, one.told) {
        (None, None) => Some(Due::Confirm),
        (None, Some(_)) => None,
        (Some(_), None) => Some(Due::Already),
        (Some(confirmed), Some(_)) => {
            let sent = one.sent.is_some_and(|sent| sent >= last);
            (confirmed < last && !sent).then_some(Due::Week)
        }
    }
}

/// How long to wait after so many failures in a row.
pub fn again(failures: u32) -> SignedDuration {
    let minutes = 1_i64 << failures.saturating_sub(1).min(6);
    SignedDuration::from_mins(minutes.min(60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> TimeZone {
        TimeZone::get("America/Los_Angeles").unwrap()
    }

    fn at(text: &str) -> Timestamp {
        let local: jiff::civil::DateTime = text.parse().unwrap();
        zone().to_timestamp(local).unwrap()
    }

    fn one() -> Addressee {
        Addressee {
            key: "key".to_owned(),
            address: "armorer@set.example".to_owned(),
            person: "armorer".parse().unwrap(),
            language: "en".to_owned(),
            contact: false,
            asked: at("2026-03-01T08:00"),
            told: None,
            confirmed: None,
            sent: None,
        }
    }

    #[test]
    fn the_week_turns_on_its_hour_in_the_zone_of_the_set() {
        let monday = Weekly::parse("mon 8").unwrap();
        let last = |now: &str| monday.last(at(now), &zone());
        assert_eq!(last("2026-03-09T08:00"), at("2026-03-09T08:00"));
        assert_eq!(last("2026-03-09T07:59:59"), at("2026-03-02T08:00"));
        assert_eq!(last("2026-03-15T23:00"), at("2026-03-09T08:00"));
        // The clocks went forward between.
        let next = monday.next(at("2026-03-02T08:00"), &zone());
        assert_eq!(next, SignedDuration::from_hours(7 * 24 - 1));
        let next = monday.next(at("2026-03-09T07:00"), &zone());
        assert_eq!(next, SignedDuration::from_hours(1));
    }

    #[test]
    fn a_day_and_hour_is_read_or_told_how_to_say_it() {
        let friday = Weekly::parse(" Friday 17 ").unwrap();
        assert_eq!((friday.day, friday.hour.hour()), (Weekday::Friday, 17));
        for text in [
            "", "mon", "8", "mo 8", "mon 24", "mon -1", "monn 8", "mon 8 9",
        ] {
            assert!(Weekly::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn nothing_but_the_question_goes_to_an_address_that_is_not_confirmed() {
        let (last, mut it) = (at("2026-03-09T08:00"), one());
        assert_eq!(due(&it, last), Some(Due::Confirm));
        it.told = Some(at("2026-03-01T08:00"));
        assert_eq!(due(&it, last), None);
    }

    #[test]
    fn each_week_is_due_once_from_the_first_that_ends_after_it_was_confirmed() {
        let (last, mut it) = (at("2026-03-09T08:00"), one());
        it.told = Some(it.asked);
        it.confirmed = Some(last);
        assert_eq!(due(&it, last), None);
        let next = at("2026-03-16T08:00");
        assert_eq!(due(&it, next), Some(Due::Week));
        it.sent = Some(next);
        assert_eq!(due(&it, next), None);
        assert_eq!(due(&it, at("2026-03-23T08:00")), Some(Due::Week));
        it.told = None;
        assert_eq!(due(&it, next), Some(Due::Already));
    }

    #[test]
    fn after_each_failure_it_waits_twice_as_long_and_an_hour_at_most() {
        let minutes = |failures| again(failures).as_mins();
        assert_eq!([1, 2, 3, 6, 7, 100].map(minutes), [1, 2, 4, 32, 60, 60]);
    }
}
