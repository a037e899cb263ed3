//! What `strace` saw, as events in their order.

use std::collections::BTreeMap;

/// Something that matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The write-ahead file was flushed, and the flush has returned.
    Kept,
    /// The record's own file was flushed: the hub tidies up.
    Tidied,
    /// An answer goes out.
    Answer,
}

/// Reads the log of `strace -f -y -o`.
pub fn read(log: &str) -> Vec<Event> {
    let mut pending = BTreeMap::new();
    let mut events = Vec::new();
    for line in log.lines() {
        let (thread, call) = line.split_once(' ').unwrap_or((line, ""));
        let call = call.trim_start();
        if call.contains("\"HTTP/1.1 ") {
            events.push(Event::Answer);
        } else if call.starts_with("fdatasync(") || call.starts_with("fsync(") {
            let event = flushed(call);
            match call.ends_with("<unfinished ...>") {
                true => drop(pending.insert(thread, event)),
                false => events.extend(event.filter(|_| call.ends_with("= 0"))),
            }
        } else if call.contains("sync resumed>") {
            let event = pending.remove(thread).flatten();
            events.extend(event.filter(|_| call.ends_with("= 0")));
        }
    }
    events
}

fn flushed(call: &str) -> Option<Event> {
    if call.contains("-wal>") {
        Some(Event::Kept)
    } else {
        call.contains(".db>").then_some(Event::Tidied)
    }
}

/// Flushes of some answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Of the answers to one client.
    pub one: usize,
    /// One flush has returned before each of these, and none besides.
    pub by_turns: bool,
    /// Of the answers to many at once.
    pub many: usize,
}

/// Counts for `one` answers after the first `warm`, and for the `many` after these. None where the
/// hub tidied up in between.
pub fn counts(events: &[Event], [warm, one, many]: [usize; 3]) -> Option<Counts> {
    let answers: Vec<usize> = events
        .iter()
        .enumerate()
        .filter_map(|(at, event)| (*event == Event::Answer).then_some(at))
        .collect();
    let after = |count: usize| Some(answers.get(count.checked_sub(1)?)? + 1);
    let (first, second, end) = (after(warm)?, after(warm + one)?, after(warm + one + many)?);
    let counted = events.get(first..end)?;
    if counted.contains(&Event::Tidied) {
        return None;
    }
    let (singly, together) = (events.get(first..second)?, events.get(second..end)?);
    let kept = |of: &[Event]| of.iter().filter(|it| **it == Event::Kept).count();
    let turn = |of: &[Event]| matches!(of, [Event::Kept, Event::Answer]);
    Some(Counts {
        one: kept(singly),
        by_turns: singly.chunks(2).all(turn),
        many: kept(together),
    })
}

#[cfg(test)]
mod tests {
    use super::Event::{Answer, Kept, Tidied};
    use super::*;

    #[test]
    fn a_flush_counts_when_it_has_returned_and_an_answer_when_it_goes_out() {
        let log = r#"7 fdatasync(5</x/unit.db-wal> <unfinished ...>
8 writev(17<socket:[1]>, [{iov_base="HTTP/1.1 200 OK\r"..., iov_len=326}], 2) = 578
7 <... fdatasync resumed>) = 0
7 fdatasync(5</x/unit.db-wal>) = -1 EIO (Input/output error) (INJECTED)
7 fsync(9</x>) = 0
7 fdatasync(4</x/unit.db>) = 0
8 write(1<pipe:[2]>, "serving http://1"..., 30) = 30
"#;
        assert_eq!(read(log), [Answer, Kept, Tidied]);
    }

    #[test]
    fn one_flush_stands_before_each_answer_of_one_client() {
        let right = [
            Kept, Kept, Answer, Kept, Answer, Kept, Answer, Kept, Answer, Answer,
        ];
        let (one, many) = (2, 1);
        let by_turns = true;
        let counted = Counts {
            one,
            by_turns,
            many,
        };
        assert_eq!(counts(&right, [1, 2, 2]), Some(counted));
        let early = [
            Kept, Answer, Answer, Kept, Kept, Answer, Kept, Answer, Answer,
        ];
        assert!(!counts(&early, [1, 2, 2]).unwrap().by_turns);
        let twice = [Kept, Answer, Kept, Kept, Kept, Answer, Kept, Answer, Answer];
        assert!(!counts(&twice, [1, 2, 1]).unwrap().by_turns);
    }

    #[test]
    fn nothing_is_counted_while_the_hub_tidies_up_or_answers_are_missing() {
        let tidied = [Answer, Kept, Answer, Tidied, Kept, Answer];
        assert_eq!(counts(&tidied, [1, 1, 1]), None);
        assert_eq!(counts(&[Kept, Answer], [1, 1, 1]), None);
    }
}
