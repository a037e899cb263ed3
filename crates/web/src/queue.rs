//! What waits for the writer: stops first, then everything else in its order; bounded.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use armory::{Receipt, Submission};
use custody::input::{Report, What};
use tokio::sync::oneshot;

/// The most submissions that are decided as one group.
const GROUP: usize = 256;

/// A submission and whoever waits for its receipt.
#[derive(Debug)]
pub struct Job {
    /// What was handed in.
    pub submission: Submission,
    /// Where the receipt goes.
    pub reply: oneshot::Sender<Receipt>,
}

/// Why nothing more is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// Too many wait.
    Full,
    /// The hub is stopping, or its writer has ended.
    Stopping,
}

/// What the writer does next.
#[derive(Debug, Default)]
pub struct Work {
    /// A group; empty where nobody asked for a while.
    pub group: Vec<Job>,
    /// A reader wants to see the unit as it is now.
    pub wanted: bool,
}

#[derive(Debug, Default)]
struct Lanes {
    stops: VecDeque<Job>,
    others: VecDeque<Job>,
    wanted: bool,
    closed: bool,
}

/// The queue between the people who ask and the one writer.
#[derive(Debug)]
pub struct Queue {
    lanes: Mutex<Lanes>,
    more: Condvar,
    most: usize,
}

impl Queue {
    /// A queue in which at most so many wait in each lane.
    pub fn new(most: usize) -> Self {
        Self {
            lanes: Mutex::default(),
            more: Condvar::new(),
            most,
        }
    }

    /// Puts a submission in its lane.
    pub fn push(&self, job: Job) -> Result<(), Closed> {
        let mut lanes = self.held();
        if lanes.closed {
            return Err(Closed::Stopping);
        }
        let stop = matches!(job.submission.what, What::Report(Report::Stop(_)));
        let lane = match stop {
            true => &mut lanes.stops,
            false => &mut lanes.others,
        };
        if lane.len() >= self.most {
            return Err(Closed::Full);
        }
        lane.push_back(job);
        self.more.notify_one();
        Ok(())
    }

    /// Says that a reader wants to see the unit.
    pub fn want(&self) {
        self.held().wanted = true;
        self.more.notify_one();
    }

    /// Takes nothing more in. What was taken in is still answered.
    pub fn close(&self) {
        self.held().closed = true;
        self.more.notify_one();
    }

    /// Closes, and lets everybody know who still waits.
    pub fn abandon(&self) {
        let mut lanes = self.held();
        lanes.closed = true;
        lanes.stops.clear();
        lanes.others.clear();
    }

    /// Waits for work, no longer than told; none once it is closed and everything is taken.
    pub fn take(&self, patience: Duration) -> Option<Work> {
        let idle = |lanes: &mut Lanes| {
            lanes.stops.is_empty() && lanes.others.is_empty() && !lanes.wanted && !lanes.closed
        };
        let waited = self.more.wait_timeout_while(self.held(), patience, idle);
        let (mut lanes, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let stops = lanes.stops.len().min(GROUP);
        let others = lanes.others.len().min(GROUP - stops);
        let mut group: Vec<Job> = lanes.stops.drain(..stops).collect();
        group.extend(lanes.others.drain(..others));
        let wanted = std::mem::take(&mut lanes.wanted);
        let over = group.is_empty() && !wanted && lanes.closed;
        (!over).then_some(Work { group, wanted })
    }

    fn held(&self) -> MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const WAITING: usize = 300;

    fn put(queue: &Queue, request: &str, report: serde_json::Value) -> Result<(), Closed> {
        let what = What::Report(serde_json::from_value(report).unwrap());
        let (reply, _) = oneshot::channel();
        let submission = Submission::new(request.parse().unwrap(), None, what);
        queue.push(Job { submission, reply })
    }

    fn taken(queue: &Queue) -> Option<Vec<String>> {
        let work = queue.take(Duration::ZERO)?;
        let names = work.group.iter();
        Some(
            names
                .map(|job| job.submission.request.to_string())
                .collect(),
        )
    }

    #[test]
    fn a_stop_goes_before_everything_that_waits() {
        let queue = Queue::new(WAITING);
        put(&queue, "a", json!({"report":"arrive","person":"lead"})).unwrap();
        put(&queue, "b", json!({"report":"stop"})).unwrap();
        put(&queue, "c", json!({"report":"arrive","person":"lead"})).unwrap();
        let order = ["b", "a", "c"].map(str::to_owned).to_vec();
        assert_eq!(taken(&queue), Some(order));
        assert_eq!(taken(&queue), Some(Vec::new()));
    }

    #[test]
    fn a_group_has_at_most_256_and_a_full_lane_leaves_the_stops_free() {
        let queue = Queue::new(WAITING);
        for n in 0..WAITING {
            put(&queue, &format!("r{n}"), json!({"report":"arrive"})).unwrap();
        }
        let full = put(&queue, "late", json!({"report":"arrive"}));
        assert_eq!(full, Err(Closed::Full));
        assert_eq!(put(&queue, "stop", json!({"report":"stop"})), Ok(()));
        let group = taken(&queue).unwrap();
        assert_eq!((group.len(), group[0].as_str()), (GROUP, "stop"));
    }

    #[test]
    fn what_was_taken_in_before_the_close_is_still_answered() {
        let queue = Queue::new(WAITING);
        put(&queue, "a", json!({"report":"stop"})).unwrap();
        queue.close();
        let late = put(&queue, "b", json!({"report":"stop"}));
        assert_eq!(late, Err(Closed::Stopping));
        assert_eq!(taken(&queue), Some(vec!["a".to_owned()]));
        assert_eq!(taken(&queue), None);
    }
}
