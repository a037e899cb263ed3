//! The clients: each asks and reports on a line of its own until the hub is gone, and remembers what
//! it heard and what it never heard.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

use crate::dice::Dice;
use crate::hub::{Hub, WEAPONS, line::Line};

use super::held::Heard;

/// One client.
#[derive(Debug)]
pub struct Client {
    number: usize,
    dice: Dice,
    requests: u64,
    /// Sent, and the hub was gone before it answered.
    open: Option<Sent>,
    last: Option<Sent>,
    /// What came of it since it was last asked.
    pub news: News,
}

/// What came of some asking.
#[derive(Debug, Default)]
pub struct News {
    /// Every answer.
    pub heard: Vec<Heard>,
    /// How often it asked again what it had not heard.
    pub asked_again: u64,
    /// Of these, how often the record had it already.
    pub kept_unheard: u64,
    /// What was neither an answer nor a line that broke.
    pub wrong: Vec<String>,
}

/// Something that was sent.
#[derive(Debug, Clone)]
struct Sent {
    request: String,
    by: &'static str,
    what: Value,
}

impl Client {
    /// A client with its dice.
    pub fn new(number: usize, dice: Dice) -> Self {
        Self {
            number,
            dice,
            requests: 0,
            open: None,
            last: None,
            news: News::default(),
        }
    }

    /// Asks and reports until the line breaks, and counts what it hears. What was not heard before
    /// is asked again first.
    pub fn run(&mut self, (hub, place): (&Hub, SocketAddr), heard: &AtomicU64) {
        let Ok(mut line) = Line::open(place) else {
            return;
        };
        let mut again = self.open.is_some();
        loop {
            let sent = self.open.clone().unwrap_or_else(|| self.next());
            self.open = Some(sent.clone());
            let mut body = sent.what.clone();
            if let Some(fields) = body.as_object_mut() {
                fields.insert("request".to_owned(), json!(sent.request));
            }
            let told = match line.call(&hub.put(sent.by, &body)) {
                Ok(told) => told,
                Err(gone) => {
                    let late = [ErrorKind::WouldBlock, ErrorKind::TimedOut];
                    if late.contains(&gone.kind()) || gone.kind() == ErrorKind::InvalidData {
                        self.news.wrong.push(format!("{}: {gone}", sent.request));
                    }
                    return;
                }
            };
            let body = serde_json::from_slice(&told.body).unwrap_or(Value::Null);
            match Heard::read(sent.by, &sent.what, &body) {
                Some(answer) if [200, 409].contains(&told.status) => {
                    heard.fetch_add(1, Ordering::Relaxed);
                    self.news.asked_again += u64::from(again);
                    self.news.kept_unheard += u64::from(again && answer.told_again);
                    self.news.heard.push(answer);
                }
                _ => {
                    let (request, status) = (&sent.request, told.status);
                    let wrong = format!("{request} was answered {status}: {body}");
                    self.news.wrong.push(wrong);
                }
            }
            self.open = None;
            self.last = Some(sent);
            again = false;
        }
    }

    /// What it sends next: weapons out and back, a word of worry, an ask that is refused, and now
    /// and then its last one again.
    fn next(&mut self) -> Sent {
        let roll = self.dice.below(10);
        if let (0, Some(last)) = (roll, &self.last) {
            return last.clone();
        }
        self.requests += 1;
        let weapon = format!("w{}", self.dice.below(WEAPONS));
        let handler = ["armorer", "assistant"].get(self.number % 2);
        let handler = handler.copied().unwrap_or("armorer");
        let out = json!({"ask": "check_out", "weapon": weapon, "purpose": "filming"});
        let (by, what) = match roll {
            1 => ("lead", out),
            2 => (
                handler,
                json!({"report": "concern", "about": "the floor is wet"}),
            ),
            3..=5 => (
                handler,
                json!({"report": "lock_away", "weapon": weapon, "seal": "1"}),
            ),
            _ => (handler, out),
        };
        Sent {
            request: format!("c{}-{}", self.number, self.requests),
            by,
            what,
        }
    }
}
