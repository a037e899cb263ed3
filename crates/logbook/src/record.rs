//! A record in memory: ask the rules, append the entry, fold it.

use custody::{
    answered::Answered,
    id::IncidentId,
    input::{Input, What},
    laws::LawBreak,
    state::{Person, State},
};
use rules::desk::{Decision, Desk};

use crate::entry::{Entry, Founding};

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
    /// Founds a record: its people are enrolled and on the set.
    pub fn found(founding: Founding) -> Self {
        let mut state = State::default();
        state.unit.place = founding.place.clone();
        state.unit.kind = founding.kind;
        for (handle, roles) in &founding.people {
            let roles = roles.iter().copied().collect();
            let person = Person {
                roles,
                present: true,
                ..Person::default()
            };
            state.people.insert(handle.clone(), person);
        }
        Self {
            founding,
            state,
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
        let decision = desk.decide(&self.state, &input);
        let rows = match input.what {
            What::Ask(_) => decision.rows.iter().map(|row| row.go).collect(),
            What::Report(_) => Vec::new(),
        };
        let consequences = decision.consequences.clone();
        let answered = Answered {
            input,
            rows,
            consequences,
        };
        let folded = self.state.fold(&answered)?;
        let because = decision.rows.iter().map(|row| {
            row.reasons
                .iter()
                .map(|reason| reason.rule.clone())
                .collect()
        });
        self.entries.push(Entry {
            seq: self.entries.len() as u64 + 1,
            answered,
            because: because.collect(),
            incident: folded.incident.clone(),
            books: decision.digest.clone(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
        });
        Ok(Answer {
            decision,
            incident: folded.incident,
        })
    }
}
