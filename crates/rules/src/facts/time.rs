//! Minutes, seconds and days between what was recorded and the asking.

use jiff::{Timestamp, civil::Date};

use super::value::NEVER;

const MINUTE: i64 = 60_000;

/// Minutes since, for what must not be too old: a begun minute counts. A time to come: never.
pub(super) fn begun_minutes(since: Timestamp, at: Timestamp) -> i64 {
    let passed = between(since, at);
    if passed <= -MINUTE {
        return NEVER;
    }
    let whole = passed.div_euclid(MINUTE);
    let begun = i64::from(passed.rem_euclid(MINUTE) > 0);
    whole.saturating_add(begun).max(0)
}

/// Whole minutes since, for what must have lasted.
pub(super) fn whole_minutes(since: Timestamp, at: Timestamp) -> i64 {
    between(since, at).max(0) / MINUTE
}

/// Whole seconds since, for what must have lasted.
pub(super) fn whole_seconds(since: Timestamp, at: Timestamp) -> i64 {
    between(since, at).max(0) / 1000
}

fn between(since: Timestamp, at: Timestamp) -> i64 {
    at.as_millisecond().saturating_sub(since.as_millisecond())
}

/// Days from one day to another; below zero when it is past.
pub(super) fn days(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// Days until a paper ends.
pub(super) fn days_left(expires: Option<Date>, today: Date) -> i64 {
    expires.map_or(NEVER, |end| days(today, end))
}

/// Days since a day that may not be recorded.
pub(super) fn days_since(day: Option<Date>, today: Date) -> i64 {
    day.map_or(NEVER, |day| days(day, today))
}

/// Age in whole years of somebody who is of age on a day to come.
pub(super) fn years(of_age: Date, today: Date) -> i64 {
    let whole = i64::from(of_age.year()) - i64::from(today.year());
    let birthday = (today.month(), today.day());
    let turn = (of_age.month(), of_age.day());
    let until = match turn.cmp(&birthday) {
        std::cmp::Ordering::Less | std::cmp::Ordering::Equal => whole,
        std::cmp::Ordering::Greater => whole + 1,
    };
    (18 - until).max(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_check_half_an_hour_old_is_thirty_minutes_and_a_second_more_is_thirty_one() {
        let since = at("2026-03-02T08:00:00Z");
        assert_eq!(begun_minutes(since, at("2026-03-02T08:30:00Z")), 30);
        assert_eq!(begun_minutes(since, at("2026-03-02T08:30:01Z")), 31);
        assert_eq!(begun_minutes(since, at("2026-03-02T07:59:58Z")), 0);
        assert_eq!(begun_minutes(since, at("2026-03-02T07:58:00Z")), NEVER);
    }

    #[test]
    fn a_hold_of_twenty_nine_and_a_half_seconds_has_not_lasted_thirty() {
        let since = at("2026-03-02T08:00:00Z");
        assert_eq!(whole_seconds(since, at("2026-03-02T08:00:29.5Z")), 29);
        assert_eq!(whole_minutes(since, at("2026-03-02T08:59:59Z")), 59);
    }

    #[test]
    fn a_minor_is_seventeen_until_the_eve_of_coming_of_age() {
        let of_age = "2026-06-15".parse().unwrap();
        for (today, age) in [
            ("2026-06-14", 17),
            ("2025-06-15", 17),
            ("2025-06-14", 16),
            ("2026-01-01", 17),
            ("2016-06-15", 8),
            ("2016-06-14", 7),
        ] {
            assert_eq!(years(of_age, today.parse().unwrap()), age, "{today}");
        }
    }

    #[test]
    fn a_permit_that_ends_today_has_no_day_left_and_still_counts() {
        let today = "2026-03-02".parse().unwrap();
        assert_eq!(days_left(Some(today), today), 0);
        assert_eq!(days_left("2026-03-01".parse().ok(), today), -1);
        assert_eq!(days_left(None, today), NEVER);
    }
}
