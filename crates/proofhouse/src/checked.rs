//! Holds a record against its checkpoint, and decides it again, on all processors.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel},
    },
    thread,
};

use ledger::Verifier;
use logbook::{
    audit::{Cutter, Desks, Segment, redecide},
    verify::{Against, Check, Leaf, Place, Read, Verified, Wrong, read},
};

use crate::{cli::record, kept, kept::Kept, progress::Progress, tell::Trouble};

/// Entries that one processor reads at a time.
const PIECE: usize = 512;

/// What was found.
pub struct Found {
    /// What was found without deciding anything.
    pub verified: Verified,
    /// The key that it was held against; none where there was none.
    pub key: Option<String>,
    /// The key came from outside.
    pub key_given: bool,
    /// Entries that were decided again; none where nobody asked for it.
    pub redecided: Option<u64>,
}

/// What a record is held against.
pub struct Wanted {
    /// The key of the log.
    pub key: Option<Verifier>,
    earlier: Option<Vec<u8>>,
}

impl Wanted {
    /// Reads what was named on the command line.
    pub fn read(args: &record::Against) -> Result<Self, Trouble> {
        let key = args.key.as_deref().map(kept::key).transpose()?;
        let earlier = args
            .checkpoint
            .as_deref()
            .map(kept::small_file)
            .transpose()?;
        Ok(Self { key, earlier })
    }
}

/// Checks that a record is what was signed.
pub fn verify(kept: &Kept, wanted: &Wanted) -> Result<Found, Trouble> {
    let mut progress = Progress::of("checking", kept.entries());
    with_key(kept, wanted, |against| {
        let mut check = Check::new(against);
        let lost = each(kept, &mut |reads| {
            for read in reads {
                check.push(&read.1);
                progress.at(read.0 + 1);
            }
            Ok(())
        })?;
        Ok((together(check.finish(), lost), None))
    })
}

/// The same, and decides every entry again with the books that stand in the record.
pub fn audit(kept: &Kept, wanted: &Wanted) -> Result<Found, Trouble> {
    let source = |digest: &str| kept.books(digest);
    let desks = Desks::new(&source);
    with_key(kept, wanted, |against| {
        thread::scope(|scope| {
            let (work, jobs) = sync_channel::<Segment>(cores());
            let (done, told) = channel();
            let (jobs, desks) = (Arc::new(Mutex::new(jobs)), &desks);
            for _ in 0..cores() {
                let (jobs, done) = (Arc::clone(&jobs), done.clone());
                scope.spawn(move || decide(&jobs, desks, &done));
            }
            drop((jobs, done));
            let mut auditing = Auditing {
                check: Check::new(against),
                cutter: None,
                work: Some(work),
                told,
                progress: Progress::of("deciding again", kept.entries()),
                redecided: 0,
                wrong: Vec::new(),
            };
            // The workers end when nothing more is sent, also where reading fails.
            let lost = each(kept, &mut |reads| auditing.take(reads))?;
            Ok(auditing.finish(lost))
        })
    })
}

/// One of the threads that decide.
fn decide(jobs: &Mutex<Receiver<Segment>>, desks: &Desks<'_>, done: &Sender<(u64, Vec<Wrong>)>) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(segment) = next else { return };
        let entries = segment.entries.len() as u64;
        let _ = done.send((entries, redecide(segment, desks)));
    }
}

struct Auditing<'a> {
    check: Check<'a>,
    cutter: Option<Cutter>,
    work: Option<SyncSender<Segment>>,
    told: Receiver<(u64, Vec<Wrong>)>,
    progress: Progress,
    redecided: u64,
    wrong: Vec<Wrong>,
}

impl Auditing<'_> {
    fn take(&mut self, reads: Vec<(u64, Read)>) -> Result<(), Trouble> {
        for (_, read) in reads {
            self.check.push(&read);
            let segment = match (read.leaf, &mut self.cutter) {
                (Ok(Leaf::Founding(founding)), _) => {
                    self.cutter = Some(Cutter::new(&founding));
                    None
                }
                (Ok(Leaf::Entry(entry)), Some(cutter)) => cutter.push(*entry),
                _ => None,
            };
            self.send(segment);
        }
        loop {
            match self.told.try_recv() {
                Ok(told) => self.count(told),
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => return Ok(()),
            }
        }
    }

    fn send(&self, segment: Option<Segment>) {
        if let (Some(segment), Some(work)) = (segment, &self.work) {
            // The workers outlive the sender, so nothing that is sent is lost.
            let _ = work.send(segment);
        }
    }

    fn count(&mut self, (entries, wrong): (u64, Vec<Wrong>)) {
        self.redecided += entries;
        self.wrong.extend(wrong);
        self.progress.at(self.redecided);
    }

    fn finish(mut self, lost: Vec<Wrong>) -> (Verified, Option<u64>) {
        let rest = self.cutter.as_mut().map(Cutter::rest);
        self.send(rest);
        self.work = None;
        while let Ok(told) = self.told.recv() {
            self.count(told);
        }
        let lost = lost.into_iter().chain(self.wrong).collect();
        (together(self.check.finish(), lost), Some(self.redecided))
    }
}

/// Without any key nothing can be checked: that itself is what is wrong.
fn with_key<'a>(
    kept: &'a Kept,
    wanted: &'a Wanted,
    run: impl FnOnce(Against<'_>) -> Result<(Verified, Option<u64>), Trouble>,
) -> Result<Found, Trouble> {
    let own = kept.own_key();
    let Some(verifier) = wanted.key.as_ref().or(own.as_ref()) else {
        return keyless(kept);
    };
    let (verified, redecided) = run(Against {
        checkpoint: kept.checkpoint(),
        verifier,
        earlier: wanted.earlier.as_deref(),
        tiles: kept.tiles(),
    })?;
    Ok(Found {
        verified,
        key: Some(verifier.to_string()),
        key_given: wanted.key.is_some(),
        redecided,
    })
}

fn keyless(kept: &Kept) -> Result<Found, Trouble> {
    let mut wrong = Vec::new();
    let mut entries = 0;
    let lost = each(kept, &mut |reads| {
        for (seq, read) in reads {
            entries = seq + 1;
            wrong.extend(read.leaf.err().map(|why| Wrong::entry(seq, why)));
        }
        Ok(())
    })?;
    let says = "it names no key, and none was given: no signature was checked";
    wrong.push(Wrong::entry(0, says));
    wrong.extend(lost);
    Ok(Found {
        verified: Verified {
            origin: String::new(),
            entries,
            others: Vec::new(),
            against_earlier: false,
            wrong,
        },
        key: None,
        key_given: false,
        redecided: None,
    })
}

/// Reads and hashes all entries on all processors, and hands them on in order.
fn each(
    kept: &Kept,
    take: &mut dyn FnMut(Vec<(u64, Read)>) -> Result<(), Trouble>,
) -> Result<Vec<Wrong>, Trouble> {
    kept.walk(PIECE * cores(), &mut |first, entries| {
        let pieces = (first..).step_by(PIECE).zip(entries.chunks(PIECE));
        let reads = thread::scope(|scope| {
            let threads: Vec<_> = pieces
                .map(|(first, piece)| scope.spawn(move || (first, read(first, piece))))
                .collect();
            let joined = threads.into_iter().map(|it| it.join());
            joined.collect::<Result<Vec<_>, _>>()
        });
        let reads = reads.map_err(|_| {
            let what = "a thread that reads entries ended before its time";
            Trouble::new("thread-ended", what, "tell those who make proofhouse")
        })?;
        for (first, reads) in reads {
            take((first..).zip(reads).collect())?;
        }
        Ok(())
    })
}

/// What could not be read stands first. What is missing only for that reason is not told twice.
fn together(mut verified: Verified, lost: Vec<Wrong>) -> Verified {
    let unread = lost.iter().any(|it| matches!(it.place, Place::File(_)));
    let end = Place::Entry(verified.entries);
    verified.wrong.retain(|it| !(unread && it.place == end));
    verified.wrong.extend(lost);
    verified.wrong.sort();
    verified.wrong.dedup();
    verified
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}
