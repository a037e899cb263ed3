//! What the entries of a record make true: the state, what was touched last, today's refusals.

use std::collections::{BTreeMap, BTreeSet};

use custody::{id::IncidentId, input::Input, laws::LawBreak, state::State};
use jiff::civil::Date;
use ledger::{Frontier, LedgerError};
use logbook::{Entry, Founding, Refused, refused::put_right, things};
use rules::desk::{Decision, Desk};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The most refusals of a day that are shown; all of them stand in the record.
const SHOWN: usize = 200;

/// Bytes of the sum at the head of a picture that was put away.
const SUM: usize = 32;

/// The last entry that touched a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    /// Which.
    pub seq: u64,
    /// What it is: `issue`.
    pub what: String,
}

/// All that is true after so many entries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// The state.
    pub state: State,
    /// The last entry that touched each thing.
    pub touched: BTreeMap<String, Touch>,
    /// Today's refusals, the oldest first.
    pub refused: Vec<Refused>,
    /// The day they are of.
    pub refused_on: Option<Date>,
    /// The edge of the log.
    #[serde(skip)]
    pub frontier: Frontier,
}

impl Image {
    /// What is true after entry 0.
    pub fn founded(founding: &Founding, bytes: &[u8]) -> Result<Self, LedgerError> {
        let mut frontier = Frontier::new();
        frontier.append(bytes)?;
        Ok(Self {
            state: founding.state(),
            touched: BTreeMap::new(),
            refused: Vec::new(),
            refused_on: None,
            frontier,
        })
    }

    /// Entries taken in; the next one gets this number.
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// Decides an input as the next entry. Nothing is kept but that the clock stepped.
    pub fn decide(&mut self, desk: &Desk, input: &Input, clock_stepped: bool) -> Decision {
        self.state.unit.clock_stepped |= clock_stepped;
        desk.decide(&self.state, input)
    }

    /// Takes in an entry, its bytes apart.
    pub fn fold(&mut self, entry: &Entry) -> Result<Option<IncidentId>, Vec<LawBreak>> {
        self.state.unit.clock_stepped |= entry.clock_stepped;
        let mut touched = things::touched(entry, &self.state);
        let folded = self.state.fold(&entry.answered())?;
        if entry.go() == Some(false) && !entry.rows.iter().any(|row| row.go) {
            self.refuse(entry, touched);
            return Ok(folded.incident);
        }
        if things::reaches_all(&entry.consequences) {
            touched.insert(things::DAY.to_owned());
        }
        if entry.go() == Some(true) {
            put_right(&mut self.refused, entry, &touched);
        }
        for thing in touched {
            let what = entry.what.name().to_owned();
            let touch = Touch {
                seq: entry.seq,
                what,
            };
            self.touched.insert(thing, touch);
        }
        Ok(folded.incident)
    }

    /// Takes in the bytes of an entry.
    pub fn seal(&mut self, bytes: &[u8]) -> Result<(), LedgerError> {
        self.frontier.append(bytes).map(|_| ())
    }

    fn refuse(&mut self, entry: &Entry, about: BTreeSet<String>) {
        if self.refused_on != Some(entry.date) {
            self.refused.clear();
            self.refused_on = Some(entry.date);
        }
        if self.refused.len() >= SHOWN {
            self.refused.remove(0);
        }
        self.refused.push(Refused::of(entry, about));
    }

    /// The picture as bytes: its sum, the edge of the log, and the rest.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let edge = self.frontier.to_bytes();
        let mut rest = u32::try_from(edge.len()).ok()?.to_be_bytes().to_vec();
        rest.extend_from_slice(&edge);
        serde_json::to_writer(&mut rest, self).ok()?;
        let mut bytes = Sha256::digest(&rest).to_vec();
        bytes.append(&mut rest);
        Some(bytes)
    }

    /// Reads a picture; none where anything in it is not as it was put away.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (sum, rest) = bytes.split_at_checked(SUM)?;
        if Sha256::digest(rest).as_slice() != sum {
            return None;
        }
        let (length, rest) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (edge, rest) = rest.split_at_checked(length)?;
        let mut image: Self = serde_json::from_slice(rest).ok()?;
        image.frontier = Frontier::from_bytes(edge).ok()?;
        Some(image)
    }
}
