//! A group that is being decided: its entries, and the answers that wait for them to be durable.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use custody::input::Input;
use logbook::{Came, Entry};
use rules::desk::Decision;
use store::{Answered, Digest, Group, RequestId};

use crate::{
    receipt::{Answer, Receipt, Refused},
    submission::Submission,
};

/// A group before its commit.
#[derive(Debug, Default)]
pub struct Draft {
    /// Its entries.
    pub entries: Vec<Entry>,
    /// Their bytes.
    pub bytes: Vec<Vec<u8>>,
    /// The answer that each entry gives.
    pub answers: Vec<Arc<Answer>>,
    /// Which entry answers a request.
    pub requests: HashMap<RequestId, (Digest, usize)>,
    /// Pieces that must not be missing when the entries are there.
    pub pieces: BTreeMap<String, Vec<u8>>,
}

/// What a submission of the group is answered with, once the group is durable.
#[derive(Debug)]
pub enum Slot {
    /// This, whatever becomes of the group.
    Ready(Receipt),
    /// The answer of this entry of the group.
    Entry(usize),
    /// The same, told again.
    Again(usize),
}

/// A report that could not be written when it came in.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The report.
    pub submission: Submission,
    /// As it was received.
    pub input: Input,
    /// Sum of its body.
    pub digest: Digest,
}

impl Draft {
    /// The request was used in this group before: for the same, or for something else.
    pub fn used(&self, request: &RequestId, digest: &Digest) -> Option<Slot> {
        let (body, index) = self.requests.get(request)?;
        Some(match body == digest {
            true => Slot::Again(*index),
            false => Slot::Ready(other_body(request)),
        })
    }

    /// The group as the store takes it.
    pub fn group(&self, from: u64, frontier: Vec<u8>, checkpoint: Vec<u8>) -> Group {
        let requests = self.requests.iter().map(|(request, (body, index))| {
            let seq = from.saturating_add(*index as u64);
            Answered {
                request: request.clone(),
                body: *body,
                seq,
            }
        });
        Group {
            entries: self.bytes.clone(),
            frontier,
            checkpoint,
            requests: requests.collect(),
            meta: self.pieces.clone().into_iter().collect(),
            personal: Vec::new(),
        }
    }
}

/// How a submission came in.
pub fn came(submission: &Submission, clock_stepped: bool) -> Came {
    Came {
        request: Some(submission.request.to_string()),
        claimed_at: submission.claimed_at,
        device: submission.device.clone(),
        clock_stepped,
    }
}

/// The answer that an entry gives.
pub fn answer(entry: &Entry, request: &RequestId, decision: Decision) -> Answer {
    Answer {
        request: request.to_string(),
        seq: Some(entry.seq),
        at: entry.at,
        go: entry.go(),
        rows: decision.rows,
        consequences: decision.consequences,
        incident: entry.incident.clone(),
        books: entry.books.clone(),
        told_again: false,
        still_holds: None,
        not_recorded: false,
    }
}

/// The request was used for something else.
pub fn other_body(request: &RequestId) -> Receipt {
    let request = request.to_string();
    Receipt::Refused(Refused::OtherBody { request })
}
