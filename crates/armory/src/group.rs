//! The way of a group: decided in its order, written with one append, answered.

use std::sync::Arc;

use custody::input::{Input, What};
use ledger::Checkpoint;
use logbook::{Came, Entry, EntryError, entry::digests, judge};
use rules::desk::Decision;
use store::{Answered, Digest, RequestId, StoreError};

use crate::{
    armory::Armory,
    clock::{Now, received},
    draft::{Draft, Slot, Waiting, answer, came, other_body},
    error::ArmoryError,
    receipt::{Answer, Changed, Receipt, Refused, Stale},
    submission::Submission,
};

/// How often a group is decided anew because another server was first.
const TRIES: usize = 3;

/// Bytes kept free in a report that waits, for what rules may add to it until it is written.
const ROOM: usize = 4_000;

impl Armory {
    /// Decides a group in its order, writes it with one append, and answers. An ask sees what the
    /// asks before it in the group changed. Where the group cannot be written, every ask is a no and
    /// every report waits.
    pub fn answer_group(&mut self, now: Now, group: Vec<Submission>) -> Vec<Receipt> {
        self.clock.look(now);
        for _ in 0..TRIES {
            match self.attempt(now, &group) {
                Ok(receipts) => {
                    self.fault = None;
                    return receipts;
                }
                Err(fault) => {
                    self.image = self.ground.image();
                    let behind = matches!(
                        fault,
                        ArmoryError::Store(
                            StoreError::Conflict { .. } | StoreError::Repeated { .. }
                        )
                    );
                    self.fault = Some(fault);
                    if !behind || self.catch_up().is_err() {
                        break;
                    }
                }
            }
        }
        let receipts = group
            .into_iter()
            .map(|submission| self.not_recorded(now, submission));
        receipts.collect()
    }

    /// Decides one submission: a group of its own.
    pub fn answer(&mut self, now: Now, submission: Submission) -> Option<Receipt> {
        self.answer_group(now, vec![submission]).pop()
    }
}

/// Deciding and writing.
impl Armory {
    fn attempt(&mut self, now: Now, group: &[Submission]) -> Result<Vec<Receipt>, ArmoryError> {
        let mut draft = Draft::default();
        for waiting in self.waiting.clone() {
            self.write(&mut draft, &waiting)?;
        }
        let mut slots = Vec::with_capacity(group.len());
        let names: Vec<&RequestId> = group.iter().map(|it| &it.request).collect();
        let known = self.store.requests(&names)?;
        for (submission, known) in group.iter().zip(known) {
            slots.push(self.take((now, known), submission, &mut draft)?);
        }
        if !draft.entries.is_empty() {
            self.commit(&draft)?;
            self.move_on(&draft);
        }
        let receipts = slots.into_iter().map(|slot| self.receipt(slot, &draft));
        let receipts = receipts.collect();
        self.ground.extend(draft.entries, &self.image.frontier);
        Ok(receipts)
    }

    fn write(&mut self, draft: &mut Draft, waiting: &Waiting) -> Result<(), ArmoryError> {
        let Waiting {
            submission,
            input,
            digest,
        } = waiting;
        self.enter(draft, submission, (input, *digest)).map(|_| ())
    }

    fn take(
        &mut self,
        (now, known): (Now, Option<Answered>),
        submission: &Submission,
        draft: &mut Draft,
    ) -> Result<Slot, ArmoryError> {
        let digest = match submission.digest() {
            Ok(digest) => digest,
            Err(wrong) => {
                let request = submission.request.to_string();
                return Ok(Slot::Ready(not_kept(request, wrong.to_string())));
            }
        };
        if let Some(slot) = draft.used(&submission.request, &digest) {
            return Ok(slot);
        }
        if let Some(known) = known {
            return Ok(Slot::Ready(self.told_before(&known, &digest)?));
        }
        if let Some(stale) = self.stale(submission) {
            return Ok(Slot::Ready(Receipt::Stale(stale)));
        }
        let input = self.input(now, submission);
        self.enter(draft, submission, (&input, digest))
    }

    pub(crate) fn input(&self, now: Now, submission: &Submission) -> Input {
        let at = received(now);
        Input {
            at,
            date: self.zone.to_datetime(at).date(),
            by: submission.by.clone(),
            with: submission.with.clone(),
            what: submission.what.clone(),
        }
    }

    /// What the device saw and is no longer so. A report is never stale.
    fn stale(&self, submission: &Submission) -> Option<Stale> {
        if submission.is_report() {
            return None;
        }
        let changed = submission.seen.iter().filter_map(|(thing, seen)| {
            let touch = self.image.touched.get(thing)?;
            (touch.seq > *seen).then(|| Changed {
                thing: thing.clone(),
                seen: *seen,
                last: touch.seq,
                what: touch.what.clone(),
            })
        });
        let changed: Vec<Changed> = changed.collect();
        (!changed.is_empty()).then(|| Stale {
            request: submission.request.to_string(),
            changed,
        })
    }

    /// Decides an input as the next entry, and folds it into what is drawn.
    fn enter(
        &mut self,
        draft: &mut Draft,
        submission: &Submission,
        (input, digest): (&Input, Digest),
    ) -> Result<Slot, ArmoryError> {
        let stepped = draft.entries.is_empty() && self.clock.stepped;
        let mut decision = self.image.decide(self.books.desk(), input, stepped);
        let seq = self.image.size();
        let came = came(submission, stepped);
        let mut entry = Entry::new(seq, input, came.clone(), &decision);
        let mut bytes = match entry.to_bytes() {
            Ok(bytes) => bytes,
            Err(wrong) => return Ok(Slot::Ready(too_large(submission, wrong))),
        };
        let incident = match self.image.fold(&entry) {
            Ok(incident) => incident,
            Err(laws) => {
                judge::overrule(&mut decision, &laws);
                entry = Entry::new(seq, input, came, &decision);
                bytes = kept(&entry)?;
                let folded = self.image.fold(&entry);
                folded.map_err(|laws| broken(seq, &laws))?
            }
        };
        if incident.is_some() {
            entry.incident = incident;
            bytes = kept(&entry)?;
        }
        self.image.seal(&bytes)?;
        self.name_books(draft, &decision)?;
        let index = draft.entries.len();
        let request = &submission.request;
        draft.requests.insert(request.clone(), (digest, index));
        draft
            .answers
            .push(Arc::new(answer(&entry, request, decision)));
        draft.entries.push(entry);
        draft.bytes.push(bytes);
        Ok(Slot::Entry(index))
    }

    /// The books of a decision must be in the record before an entry names them.
    fn name_books(&self, draft: &mut Draft, decision: &Decision) -> Result<(), ArmoryError> {
        for digest in digests(decision) {
            let place = logbook::books::place(&digest);
            let known = self.kept_books.contains(&digest) || draft.pieces.contains_key(&place);
            if !known && self.store.meta(&place)?.is_none() {
                let piece = self.books.piece(&decision.books);
                draft.pieces.insert(place, piece);
            }
        }
        Ok(())
    }

    fn commit(&self, draft: &Draft) -> Result<(), ArmoryError> {
        let checkpoint = Checkpoint {
            origin: self.signer.origin().clone(),
            size: self.image.size(),
            root: self.image.frontier.root(),
        };
        let checkpoint = checkpoint.sign(&self.signer)?;
        let from = self.ground.size();
        let group = draft.group(from, self.image.frontier.to_bytes(), checkpoint);
        Ok(self.store.append(from, &group)?)
    }

    /// The group is durable: what it says is so, and may be told.
    fn move_on(&mut self, draft: &Draft) {
        self.clock.stepped &= !draft.entries.iter().any(|entry| entry.clock_stepped);
        self.waiting.clear();
        let books = draft.entries.iter().flat_map(|entry| &entry.books);
        for digest in books {
            if !self.kept_books.contains(digest) {
                self.kept_books.insert(digest.clone());
            }
        }
        for (request, (_, index)) in &draft.requests {
            if let Some(answer) = draft.answers.get(*index) {
                self.recent.keep(request.clone(), Arc::clone(answer));
            }
        }
        if let Some(publish) = &self.publish {
            publish.kept(&draft.entries, &draft.bytes);
        }
    }

    fn receipt(&self, slot: Slot, draft: &Draft) -> Receipt {
        let (index, again) = match slot {
            Slot::Ready(receipt) => return receipt,
            Slot::Entry(index) => (index, false),
            Slot::Again(index) => (index, true),
        };
        let (Some(answer), Some(entry)) = (draft.answers.get(index), draft.entries.get(index))
        else {
            return not_kept(String::new(), "its entry is not there".to_owned());
        };
        Receipt::Answered(match again {
            true => Arc::new(self.again(Answer::clone(answer), entry)),
            false => Arc::clone(answer),
        })
    }

    /// The record cannot be written: an ask is a no, a report waits and is told at once.
    fn not_recorded(&mut self, now: Now, submission: Submission) -> Receipt {
        let digest = match submission.digest() {
            Ok(digest) => digest,
            Err(wrong) => {
                return not_kept(submission.request.to_string(), wrong.to_string());
            }
        };
        if let Ok(Some(known)) = self.store.request(&submission.request)
            && let Ok(receipt) = self.told_before(&known, &digest)
        {
            return receipt;
        }
        let input = self.input(now, &submission);
        let request = submission.request.clone();
        match input.what {
            What::Ask(_) => Receipt::Answered(Arc::new(self.no_record(&input, &request))),
            What::Report(_) => self.wait(Waiting {
                submission,
                input,
                digest,
            }),
        }
    }

    /// Law 10, and whatever else stands in the way.
    fn no_record(&mut self, input: &Input, request: &RequestId) -> Answer {
        let state = &mut self.image.state;
        let (writable, stepped) = (state.unit.writable, state.unit.clock_stepped);
        state.unit.writable = false;
        state.unit.clock_stepped |= self.clock.stepped;
        let decision = self.books.desk().decide(state, input);
        state.unit.writable = writable;
        state.unit.clock_stepped = stepped;
        let entry = Entry::new(0, input, Came::default(), &decision);
        Answer {
            seq: None,
            go: Some(false),
            not_recorded: true,
            ..answer(&entry, request, decision)
        }
    }

    fn wait(&mut self, report: Waiting) -> Receipt {
        let request = &report.submission.request;
        let same = |it: &&Waiting| it.submission.request == *request;
        let first = self.waiting.iter().find(same);
        if first.is_some_and(|it| it.digest != report.digest) {
            return other_body(request);
        }
        let told_again = first.is_some();
        let at = first.map_or(report.input.at, |it| it.input.at);
        let decision = self.books.desk().decide(&self.image.state, &report.input);
        let came = came(&report.submission, false);
        let entry = Entry::new(0, &report.input, came, &decision);
        if let Err(wrong) = entry.to_bytes_with(ROOM) {
            return too_large(&report.submission, wrong);
        }
        let answer = Answer {
            seq: None,
            at,
            told_again,
            not_recorded: true,
            ..answer(&entry, request, decision)
        };
        if !told_again {
            if let Some(publish) = &self.publish {
                publish.not_yet_recorded(&report.input);
            }
            self.waiting.push(report);
        }
        Receipt::Answered(Arc::new(answer))
    }
}

/// The bytes of an entry that is known to fit.
fn kept(entry: &Entry) -> Result<Vec<u8>, ArmoryError> {
    let bytes = entry.to_bytes();
    bytes.map_err(|wrong| ArmoryError::entry(entry.seq, wrong))
}

fn too_large(submission: &Submission, wrong: EntryError) -> Receipt {
    let request = submission.request.to_string();
    match wrong {
        EntryError::TooLarge(bytes) => Receipt::Refused(Refused::TooLarge {
            request,
            bytes,
            most: ledger::MAX_ENTRY,
        }),
        wrong => not_kept(request, wrong.to_string()),
    }
}

fn not_kept(request: String, what: String) -> Receipt {
    Receipt::Refused(Refused::NotKept { request, what })
}

/// The fold refuses even the no: a fault of the program, and nothing is written.
fn broken(seq: u64, laws: &[custody::laws::LawBreak]) -> ArmoryError {
    let says = laws.iter().map(|law| law.says.as_str());
    ArmoryError::Entry {
        seq,
        what: says.collect::<Vec<_>>().join(" "),
    }
}
