//! A record in memory: ask the rules, append the entry, fold it.

use custody::{id::IncidentId, input::Input, laws::LawBreak, state::State};
use rules::desk::{Decision, Desk};

use crate::{
    entry::{Came, Entry, Founding},
    judge::judge,
};

/// The log of a unit, and the state that its entries make.
#[derive(Debug, Clone)]
pub struct Record {
    /// Entry 0.
    pub founding: Founding,
    state: State,
    entries: Vec<Entry>,
}

/// The answer to an input, once it stands in the record.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What the rules said.
    pub decision: Decision,
    /// The incident it opened.
    pub incident: Option<IncidentId>,
}

impl Answer {
    /// Every row is a go.
    pub fn go(&self) -> bool {
        self.decision.rows.iter().all(|row| row.go)
    }
}

impl Record {
    /// Founds a record.
    pub fn found(founding: Founding) -> Self {
        Self {
            state: founding.state(),
            founding,
            entries: Vec::new(),
        }
    }

    /// What is true after the last entry.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The entries, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Decides, folds and appends. A go that the fold refuses on its second look is a bug of the
    /// rules: it is given back as the laws it breaks, and nothing is appended.
    pub fn answer(&mut self, desk: &Desk, input: Input) -> Result<Answer, Vec<LawBreak>> {
        let (decision, folded) = judge(desk, &mut self.state, &input)?;
        let seq = self.entries.len() as u64 + 1;
        let mut entry = Entry::new(seq, &input, Came::default(), &decision);
        entry.incident.clone_from(&folded.incident);
        self.entries.push(entry);
        Ok(Answer {
            decision,
            incident: folded.incident,
        })
    }
}
