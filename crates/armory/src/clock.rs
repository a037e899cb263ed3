//! Law 11: the wall clock is believed only as far as the monotonic clock agrees.

use jiff::{SignedDuration, Timestamp};

/// The most, in milliseconds, that the wall clock may step against the monotonic one.
const STEP: i128 = 2_000;

/// How long, in milliseconds, the wall clock may stand still while the monotonic one runs.
const STILL: u64 = 1_000;

/// The time, as the program reads it from both of its clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The wall clock.
    pub wall: Timestamp,
    /// The monotonic clock, in milliseconds since any moment before.
    pub monotonic_ms: u64,
}

/// Watches the wall clock.
#[derive(Debug, Clone, Default)]
pub(crate) struct Watch {
    before: Option<Now>,
    /// When the wall clock last showed another time.
    moved: Option<Now>,
    /// It stepped, and no durable entry says so yet.
    pub stepped: bool,
}

impl Watch {
    /// Compares both clocks with what they showed before.
    pub fn look(&mut self, now: Now) {
        if let (Some(before), Some(moved)) = (self.before, self.moved) {
            self.stepped |= stepped(before, now) || stands_still(moved, now);
        }
        if self.moved.is_none_or(|moved| moved.wall != now.wall) {
            self.moved = Some(now);
        }
        self.before = Some(now);
    }
}

fn stepped(before: Now, now: Now) -> bool {
    let wall = now.wall.duration_since(before.wall).as_millis();
    let monotonic = i128::from(now.monotonic_ms) - i128::from(before.monotonic_ms);
    monotonic < 0 || (wall - monotonic).abs() > STEP
}

fn stands_still(moved: Now, now: Now) -> bool {
    moved.wall == now.wall && now.monotonic_ms.saturating_sub(moved.monotonic_ms) >= STILL
}

/// A time as entries keep it: whole milliseconds.
pub(crate) fn received(now: Now) -> Timestamp {
    let over = now.wall.subsec_nanosecond().rem_euclid(1_000_000);
    let over = SignedDuration::from_nanos(i64::from(over));
    now.wall.checked_sub(over).unwrap_or(now.wall)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(wall_ms: i64, monotonic_ms: u64) -> Now {
        let wall = Timestamp::from_millisecond(1_773_100_000_000 + wall_ms).unwrap();
        Now { wall, monotonic_ms }
    }

    fn stepped(readings: &[(i64, u64)]) -> bool {
        let mut watch = Watch::default();
        for (wall, monotonic) in readings {
            watch.look(at(*wall, *monotonic));
        }
        watch.stepped
    }

    #[test]
    fn two_seconds_are_borne_and_a_millisecond_more_is_a_step() {
        assert!(!stepped(&[(0, 0), (3_000, 1_000)]));
        assert!(stepped(&[(0, 0), (3_001, 1_000)]));
        assert!(!stepped(&[(0, 0), (-1_000, 1_000)]));
        assert!(stepped(&[(0, 0), (-1_001, 1_000)]));
    }

    #[test]
    fn a_night_without_an_ask_is_no_step() {
        assert!(!stepped(&[(0, 0), (28_800_000, 28_800_000)]));
    }

    #[test]
    fn a_clock_that_stands_still_is_found_within_a_second() {
        assert!(!stepped(&[(0, 0), (0, 500), (0, 999)]));
        assert!(stepped(&[(0, 0), (0, 500), (0, 1_000)]));
    }

    #[test]
    fn a_monotonic_clock_that_runs_back_is_not_believed() {
        assert!(stepped(&[(0, 5), (0, 4)]));
    }

    #[test]
    fn entries_keep_whole_milliseconds() {
        let wall: Timestamp = "2026-03-10T14:00:00.123456789Z".parse().unwrap();
        let now = Now {
            wall,
            monotonic_ms: 0,
        };
        assert_eq!(received(now).to_string(), "2026-03-10T14:00:00.123Z");
    }
}
