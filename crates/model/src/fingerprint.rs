//! When two states are the same: all is the same but the hour. Times count by their order and by
//! how many minutes ago they are, since rules read ages.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use custody::state::State;
use jiff::Timestamp;

use crate::stand::Stand;

/// Beyond so many minutes every age is old.
const OLD: i64 = 120;

/// The same of how things stand: where a fault is planted, of what it kept and since when it should
/// not have.
pub fn all(stand: &Stand) -> u64 {
    let state = of(&stand.state, stand.at);
    if stand.kept.is_empty() {
        return state;
    }
    let kept = stand.kept.iter().map(|id| {
        let made = stand.ghost.checked(id);
        (id, made.map(|made| age(made, stand.at)))
    });
    let mut hasher = DefaultHasher::new();
    (state, Vec::from_iter(kept)).hash(&mut hasher);
    hasher.finish()
}

fn age(at: Timestamp, now: Timestamp) -> i64 {
    now.duration_since(at).as_mins().clamp(0, OLD)
}

/// A number that two states share when they are the same.
pub fn of(state: &State, now: Timestamp) -> u64 {
    let mut counted = state.clone();
    // How many entries there are, and when the last came, changes no answer.
    counted.unit.entries = 0;
    counted.unit.last = None;
    let text = serde_json::to_string(&counted).unwrap_or_default();
    let times = times(&text);
    let mut order: BTreeMap<Timestamp, usize> = times.iter().map(|(_, at)| (*at, 0)).collect();
    order
        .values_mut()
        .enumerate()
        .for_each(|(nth, place)| *place = nth);
    let mut hasher = DefaultHasher::new();
    let mut rest = 0;
    for ((from, to), at) in times {
        text.get(rest..from).hash(&mut hasher);
        (order.get(&at), age(at, now)).hash(&mut hasher);
        rest = to;
    }
    text.get(rest..).hash(&mut hasher);
    hasher.finish()
}

type Span = (usize, usize);

/// Where the times stand in a text, in order.
fn times(text: &str) -> Vec<(Span, Timestamp)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(at) = text.get(rest..).and_then(|text| text.find("\"20")) {
        let from = rest + at;
        let end = text.get(from + 1..).and_then(|text| text.find('"'));
        let Some(end) = end.map(|end| from + 1 + end + 1) else {
            break;
        };
        let inside = text.get(from + 1..end - 1).unwrap_or_default();
        if let (true, Ok(at)) = (inside.ends_with('Z'), inside.parse()) {
            found.push(((from, end), at));
        }
        rest = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use custody::state::OpenedDay;

    fn opened(at: &str) -> State {
        let mut state = State::default();
        let since = at.parse().unwrap();
        state.unit.day = Some(OpenedDay {
            since,
            date: "2026-03-10".parse().unwrap(),
            bulletins_attached: false,
        });
        state
    }

    #[test]
    fn the_same_an_hour_later_is_the_same_and_another_age_is_not() {
        let (first, second) = (
            opened("2026-03-10T08:00:00Z"),
            opened("2026-03-10T09:00:00Z"),
        );
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let same = of(&first, at("2026-03-10T08:05:00Z"));
        assert_eq!(same, of(&second, at("2026-03-10T09:05:00Z")));
        assert_ne!(same, of(&second, at("2026-03-10T09:06:00Z")));
        assert_ne!(same, of(&State::default(), at("2026-03-10T08:05:00Z")));
    }
}
