//! The one writer: takes what waits as a group, has the armory answer it, hands the receipts back.

use std::sync::Arc;
use std::time::Duration;

use armory::{Armory, Board, Now, Publish, Receipt, Submission};
use custody::{input::Input, state::State};
use jiff::Timestamp;
use logbook::Entry;
use tokio::sync::{broadcast, oneshot, watch};

use crate::queue::{Closed, Job, Queue, Work};

/// How often the writer looks at the clock where nobody asks.
const IDLE: Duration = Duration::from_secs(1);

/// How long a reader waits for a fresh look before it takes the last one.
const PATIENCE: Duration = Duration::from_secs(1);

/// Reports that are told before they are written.
const EARLY: usize = 256;

/// Reads the time.
pub trait Clock: Send {
    /// The time now; `claimed` is what the device says, for a clock that replays.
    fn now(&mut self, claimed: Option<Timestamp>) -> Now;

    /// Every submission has a time of its own: only where a day is replayed.
    fn replays(&self) -> bool {
        false
    }
}

/// The unit at one moment, for everybody who only looks.
#[derive(Debug)]
pub struct Seen {
    /// As a board shows it.
    pub board: Board,
    /// As rules read it.
    pub state: State,
}

/// Tells the live boards.
#[derive(Debug)]
struct News {
    durable: watch::Sender<u64>,
    early: broadcast::Sender<String>,
}

impl Publish for News {
    fn kept(&self, entries: &[Entry]) {
        if let Some(last) = entries.last() {
            self.durable.send_replace(last.seq.saturating_add(1));
        }
    }

    fn not_yet_recorded(&self, report: &Input) {
        if let Ok(told) = serde_json::to_string(report) {
            // Nobody looking is no fault.
            let _ = self.early.send(told);
        }
    }
}

/// The way to the writer. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Writer {
    queue: Arc<Queue>,
    seen: watch::Receiver<Arc<Seen>>,
    durable: watch::Receiver<u64>,
    early: broadcast::Sender<String>,
}

/// What the writer's thread runs.
pub struct WriterWork {
    armory: Armory,
    clock: Box<dyn Clock>,
    queue: Arc<Queue>,
    seen: watch::Sender<Arc<Seen>>,
}

/// The writer of an armory: the way to it, and what its thread runs.
pub fn desk(armory: Armory, mut clock: Box<dyn Clock>) -> (Writer, WriterWork) {
    let queue = Arc::new(Queue::default());
    let (durable, durable_here) = watch::channel(armory.entries());
    let (early, _) = broadcast::channel(EARLY);
    let armory = armory.publishing_to(Arc::new(News {
        durable,
        early: early.clone(),
    }));
    let (seen, seen_here) = watch::channel(look(&armory, clock.now(None)));
    let writer = Writer {
        queue: Arc::clone(&queue),
        seen: seen_here,
        durable: durable_here,
        early,
    };
    let work = WriterWork {
        armory,
        clock,
        queue,
        seen,
    };
    (writer, work)
}

fn look(armory: &Armory, now: Now) -> Arc<Seen> {
    Arc::new(Seen {
        board: armory.board(now),
        state: armory.state().clone(),
    })
}

impl Writer {
    /// Hands a submission in and waits for its receipt.
    pub async fn put(&self, submission: Submission) -> Result<Receipt, Closed> {
        let (reply, receipt) = oneshot::channel();
        self.queue.push(Job { submission, reply })?;
        receipt.await.map_err(|_| Closed::Stopping)
    }

    /// The unit as it is now; where the writer is held up, as it was last seen.
    pub async fn look(&self) -> Arc<Seen> {
        let mut seen = self.seen.clone();
        seen.mark_unchanged();
        self.queue.want();
        // Held up or ended: what was seen last is still shown, with its time.
        let _ = tokio::time::timeout(PATIENCE, seen.changed()).await;
        let seen = seen.borrow();
        Arc::clone(&seen)
    }

    /// How many entries are durable, as it goes on.
    pub fn durable(&self) -> watch::Receiver<u64> {
        self.durable.clone()
    }

    /// Reports that are not yet recorded, as they come in.
    pub fn early(&self) -> broadcast::Receiver<String> {
        self.early.subscribe()
    }

    /// Takes nothing more in. What was taken in is still answered; then the writer's thread ends.
    pub fn close(&self) {
        self.queue.close();
    }
}

/// Whoever still waits when the thread ends, however it ends, is told.
struct Ending(Arc<Queue>);

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.abandon();
    }
}

impl WriterWork {
    /// Answers until the writer is closed and everything taken in is answered. Hands the armory back.
    pub fn run(mut self) -> Armory {
        let _ending = Ending(Arc::clone(&self.queue));
        while let Some(work) = self.queue.take(IDLE) {
            let Work { group, wanted } = work;
            let idle = group.is_empty();
            self.answer(group);
            let now = self.clock.now(None);
            if wanted {
                self.seen.send_replace(look(&self.armory, now));
            }
            if (idle && !wanted) || self.armory.settling_is_due() {
                // Nothing is lost by it, and the next group shows a fault that stays.
                let _ = self.armory.settle(now);
            }
        }
        self.armory
    }

    fn answer(&mut self, group: Vec<Job>) {
        if self.clock.replays() {
            for job in group {
                let now = self.clock.now(job.submission.claimed_at);
                self.answer_at(now, vec![job]);
            }
        } else if !group.is_empty() {
            let now = self.clock.now(None);
            self.answer_at(now, group);
        }
    }

    fn answer_at(&mut self, now: Now, group: Vec<Job>) {
        let (submissions, replies): (Vec<_>, Vec<_>) = group
            .into_iter()
            .map(|job| (job.submission, job.reply))
            .unzip();
        let receipts = self.armory.answer_group(now, submissions);
        for (reply, receipt) in replies.into_iter().zip(receipts) {
            // Who went away asks again under the same name.
            let _ = reply.send(receipt);
        }
    }
}
