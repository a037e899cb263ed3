//! How far long work has come: one line on standard error, where that is a terminal.

use std::{
    io::{IsTerminal, Write},
    time::{Duration, Instant},
};

/// Between two lines.
const EVERY: Duration = Duration::from_millis(100);

/// Long work.
pub struct Progress {
    doing: &'static str,
    whole: u64,
    last: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// Work on so many entries; nothing is shown before a moment has gone by.
    pub fn of(doing: &'static str, whole: u64) -> Self {
        let seen = std::io::stderr().is_terminal();
        Self {
            doing,
            whole,
            last: seen.then(Instant::now),
            shown: false,
        }
    }

    /// So many are done.
    pub fn at(&mut self, done: u64) {
        let due = self.last.is_some_and(|last| last.elapsed() >= EVERY);
        if due {
            let share = done.saturating_mul(100).checked_div(self.whole);
            let share = share.map_or(String::new(), |it| format!(" ({} %)", it.min(100)));
            let _ = write!(
                std::io::stderr(),
                "\r\x1b[K{} {done} of {}{share}",
                self.doing,
                self.whole
            );
            self.last = Some(Instant::now());
            self.shown = true;
        }
    }
}

/// The line goes away with the work.
impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
