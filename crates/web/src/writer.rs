//! The one writer: takes what waits as a group, has the armory answer it, hands the receipts back.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use armory::{Armory, Board, Now, Publish, Receipt, Submission};
use custody::{id::PersonId, input::Input, state::State};
use jiff::Timestamp;
use logbook::Entry;
use tokio::sync::{broadcast, oneshot, watch};

use crate::{
    limits::Limits,
    queue::{Closed, Job, Queue, Work},
};

/// How often the writer looks at the clock where nobody asks.
const IDLE: Duration = Duration::from_secs(1);

/// How long a reader waits for a fresh look before it takes the last one.
const PATIENCE: Duration = Duration::from_secs(1);

/// Groups that wait for a slow follower before it has to read the record itself.
const TOLD: usize = 64;

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
    /// The last entry that touched each thing: `weapon:h1`.
    pub touched: BTreeMap<String, u64>,
}

/// What the live lines are told. Everybody who follows shares it: the record is not read for them.
#[derive(Debug, Clone)]
pub enum Told {
    /// A group that is durable now.
    Kept {
        /// The number of its first entry.
        first: u64,
        /// Its entries, as they are kept.
        entries: Arc<[Vec<u8>]>,
    },
    /// A report that is not yet recorded.
    Early(Arc<str>),
    /// An ask waits for these people to answer. It is no entry.
    Waits(Arc<[PersonId]>),
}

/// Tells the live lines.
#[derive(Debug)]
struct News {
    durable: watch::Sender<u64>,
    told: broadcast::Sender<Told>,
}

impl Publish for News {
    fn kept(&self, entries: &[Entry], bytes: &[Vec<u8>]) {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
            return;
        };
        self.durable.send_replace(last.seq.saturating_add(1));
        if self.told.receiver_count() > 0 {
            // Nobody looking any more is no fault, here and below.
            let _ = self.told.send(Told::Kept {
                first: first.seq,
                entries: bytes.into(),
            });
        }
    }

    fn not_yet_recorded(&self, report: &Input) {
        if let Ok(report) = serde_json::to_string(report) {
            let _ = self.told.send(Told::Early(report.into()));
        }
    }
}

/// The way to the writer. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Writer {
    queue: Arc<Queue>,
    seen: watch::Receiver<Arc<Seen>>,
    durable: watch::Receiver<u64>,
    told: broadcast::Sender<Told>,
}

/// What the writer's thread runs.
pub struct WriterWork {
    armory: Armory,
    clock: Box<dyn Clock>,
    queue: Arc<Queue>,
    seen: watch::Sender<Arc<Seen>>,
}

/// The writer of an armory: the way to it, and what its thread runs.
pub fn desk(armory: Armory, mut clock: Box<dyn Clock>, limits: Limits) -> (Writer, WriterWork) {
    let queue = Arc::new(Queue::new(limits.waiting));
    let (durable, durable_here) = watch::channel(armory.entries());
    let (told, _) = broadcast::channel(TOLD);
    let armory = armory.publishing_to(Arc::new(News {
        durable,
        told: told.clone(),
    }));
    let (seen, seen_here) = watch::channel(look(&armory, clock.now(None)));
    let writer = Writer {
        queue: Arc::clone(&queue),
        seen: seen_here,
        durable: durable_here,
        told,
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
        touched: armory.touched(),
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

    /// How many entries are durable.
    pub fn durable(&self) -> u64 {
        *self.durable.borrow()
    }

    /// What becomes durable and what comes in, from now on.
    pub fn told(&self) -> broadcast::Receiver<Told> {
        self.told.subscribe()
    }

    /// Tells these people that an ask waits for them.
    pub fn waits_for(&self, people: Arc<[PersonId]>) {
        // Whoever does not look now sees it on the next page.
        let _ = self.told.send(Told::Waits(people));
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
