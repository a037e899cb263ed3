//! Whether every answer of a record is the answer that its own books give.
//!
//! Deciding takes nearly all of the work. A [`Cutter`] takes the entries in order, at the price of
//! their folding, and cuts them into segments; each [`Segment`] can then be decided again by any
//! thread. If every segment holds, so does the whole.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use custody::state::State;
use rules::{Shelf, desk::Desk, house::book_id};
use serde::Serialize;

use crate::{
    books,
    entry::{Entry, Founding, RowVerdict, digests, verdicts},
    verify::{Against, Check, Leaf, Place, Verified, Wrong, read},
};

/// Entries of one segment.
pub const SEGMENT: usize = 1_000;

/// Where the books of a digest are found.
pub type Source<'a> = &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync);

/// The books of a record, opened once each.
pub struct Desks<'a> {
    source: Source<'a>,
    opened: RwLock<BTreeMap<Vec<String>, Result<Desk, Wrong>>>,
}

impl<'a> Desks<'a> {
    /// Desks over the books that travel with a record.
    pub fn new(source: Source<'a>) -> Self {
        Self {
            source,
            opened: RwLock::default(),
        }
    }

    /// The desk that decides by these books.
    fn desk(&self, digests: &[String]) -> Result<Desk, Wrong> {
        let known = self.opened.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(digests) {
            return found.clone();
        }
        drop(known);
        let desk = self.open(digests);
        let mut known = self.opened.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(digests.to_vec(), desk.clone());
        desk
    }

    fn open(&self, digests: &[String]) -> Result<Desk, Wrong> {
        let mut texts = BTreeMap::new();
        for digest in digests {
            let wrong = |says: &str| Wrong::at(Place::Books(digest.clone()), says);
            let piece = (self.source)(digest).ok_or_else(|| wrong("they are missing"))?;
            let piece = books::from_bytes(&piece).ok_or_else(|| wrong("they cannot be read"))?;
            texts.extend(piece);
        }
        let shelf = Shelf::open(texts).map_err(|errors| {
            let first = errors.first().map(ToString::to_string);
            let says = format!("they do not stand: {}", first.unwrap_or_default());
            Wrong::at(Place::Books(digests.join("+")), says)
        })?;
        Ok(Desk::new(Arc::new(shelf)))
    }
}

/// Entries that stand together, and what was true before the first of them.
#[derive(Debug, Clone)]
pub struct Segment {
    /// What was true before.
    pub state: State,
    /// The books that the entry before them names.
    pub books: Vec<String>,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// Folds a record from its beginning, and hands it on in segments.
#[derive(Debug, Clone)]
pub struct Cutter {
    state: State,
    before: State,
    books: Vec<String>,
    entries: Vec<Entry>,
}

impl Cutter {
    /// A cutter after entry 0.
    pub fn new(founding: &Founding) -> Self {
        let state = founding.state();
        Self {
            before: state.clone(),
            books: vec![founding.books.clone()],
            state,
            entries: Vec::new(),
        }
    }

    /// Takes the next entry; hands a segment on when it is full.
    pub fn push(&mut self, entry: Entry) -> Option<Segment> {
        self.state.unit.clock_stepped |= entry.clock_stepped;
        // What the fold refuses is named when the segment is decided again.
        let _ = self.state.fold(&entry.answered());
        self.entries.push(entry);
        (self.entries.len() >= SEGMENT).then(|| self.rest())
    }

    /// What is left at the end.
    pub fn rest(&mut self) -> Segment {
        let state = std::mem::replace(&mut self.before, self.state.clone());
        let entries = std::mem::take(&mut self.entries);
        let next = entries.last().map(|entry| entry.books.clone());
        let next = next.unwrap_or_else(|| self.books.clone());
        let books = std::mem::replace(&mut self.books, next);
        Segment {
            state,
            books,
            entries,
        }
    }
}

/// Decides every entry of a segment again, and names each that comes out otherwise.
pub fn redecide(segment: Segment, desks: &Desks<'_>) -> Vec<Wrong> {
    let Segment {
        mut state,
        mut books,
        entries,
    } = segment;
    let mut wrong = Vec::new();
    for entry in &entries {
        state.unit.clock_stepped |= entry.clock_stepped;
        if entry.books != books {
            wrong.extend(changed_house(entry, &state, (&books, desks)));
            books.clone_from(&entry.books);
        }
        let desk = match desks.desk(&entry.books) {
            Ok(desk) => Some(desk),
            Err(fault) => {
                wrong.push(fault);
                None
            }
        };
        if let Some(desk) = desk {
            wrong.extend(otherwise(entry, &desk, &state));
        }
        match state.fold(&entry.answered()) {
            Err(laws) => {
                let laws = laws.iter().map(|law| format!("law-{}", law.law));
                let laws: Vec<String> = laws.collect();
                let says = format!("it says go against {}", laws.join(", "));
                wrong.push(Wrong::entry(entry.seq, says));
            }
            Ok(folded) if folded.incident != entry.incident => {
                let says = "it names another incident than it opened";
                wrong.push(Wrong::entry(entry.seq, says));
            }
            Ok(_) => {}
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

/// House books in force that are not the texts they were at the entry before.
fn changed_house(
    entry: &Entry,
    state: &State,
    (before, desks): (&[String], &Desks<'_>),
) -> Vec<Wrong> {
    let (Ok(before), Ok(after)) = (desks.desk(before), desks.desk(&entry.books)) else {
        return Vec::new();
    };
    let text = |desk: &Desk, id: &str| desk.shelf().digest_of(id);
    let ids = state
        .unit
        .house_books
        .iter()
        .map(|name| book_id(name.as_str()));
    let changed = ids.filter(|id| text(&before, id) != text(&after, id));
    changed
        .map(|id| {
            Wrong::entry(
                entry.seq,
                format!("its {id} is not the text that was adopted"),
            )
        })
        .collect()
}

/// What an entry says and should not.
fn otherwise(entry: &Entry, desk: &Desk, state: &State) -> Vec<Wrong> {
    let decision = desk.decide(state, &entry.input());
    let mut wrong = Vec::new();
    let should = verdicts(&decision);
    if should != entry.rows {
        let says = format!(
            "it says {}, and should say {}",
            told(&entry.rows),
            told(&should)
        );
        wrong.push(Wrong::entry(entry.seq, says));
    }
    if decision.consequences != entry.consequences {
        let says = "it has other consequences than its books give it";
        wrong.push(Wrong::entry(entry.seq, says));
    }
    let named = digests(&decision);
    if named != entry.books {
        let says = format!(
            "it names the books {}, and those in force were {}",
            entry.books.join("+"),
            named.join("+")
        );
        wrong.push(Wrong::entry(entry.seq, says));
    }
    wrong
}

fn told(rows: &[RowVerdict]) -> String {
    let rows = rows.iter().map(|row| match row.go {
        true => "go".to_owned(),
        false => format!("no-go ({})", row.because.join(", ")),
    });
    let rows: Vec<String> = rows.collect();
    rows.join(", ")
}

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Audited {
    /// What was found without deciding anything.
    pub verified: Verified,
    /// Entries that were decided again.
    pub redecided: u64,
    /// Answers that come out otherwise, and books that are missing.
    pub wrong: Vec<Wrong>,
}

impl Audited {
    /// The record is what was signed, and every answer is the one that its books give.
    pub fn holds(&self) -> bool {
        self.verified.holds() && self.wrong.is_empty()
    }
}

/// Verifies a record and decides every entry again, on this thread.
pub fn audit<B: AsRef<[u8]>>(
    entries: impl IntoIterator<Item = B>,
    against: Against<'_>,
    source: Source<'_>,
    progress: &mut dyn FnMut(u64),
) -> Audited {
    let desks = Desks::new(source);
    let mut check = Check::new(against);
    let mut cutter: Option<Cutter> = None;
    let (mut redecided, mut wrong) = (0_u64, Vec::new());
    let mut decide = |segment: Segment, redecided: &mut u64| {
        *redecided += segment.entries.len() as u64;
        wrong.extend(redecide(segment, &desks));
        progress(*redecided);
    };
    for (seq, bytes) in (0..).zip(entries) {
        for read in read(seq, &[bytes]) {
            check.push(&read);
            match (read.leaf, &mut cutter) {
                (Ok(Leaf::Founding(founding)), _) => cutter = Some(Cutter::new(&founding)),
                (Ok(Leaf::Entry(entry)), Some(cutter)) => {
                    if let Some(segment) = cutter.push(*entry) {
                        decide(segment, &mut redecided);
                    }
                }
                _ => {}
            }
        }
    }
    if let Some(cutter) = &mut cutter {
        decide(cutter.rest(), &mut redecided);
    }
    Audited {
        verified: check.finish(),
        redecided,
        wrong,
    }
}
