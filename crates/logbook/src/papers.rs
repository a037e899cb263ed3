//! What is printed from a record: the register of weapons, lots day by day, the report of an
//! incident, the manifest of what was sent to another unit.

use std::collections::BTreeMap;

use custody::{
    id::{IncidentId, WeaponId},
    input::{Ask, What},
    laws::LawBreak,
    state::State,
};
use jiff::civil::Date;

use crate::{Entry, Founding};
use lots::Sums;

pub mod incident;
pub mod lots;
pub mod manifest;
pub mod register;
pub mod week;

/// A record, read from its first entry to its last.
#[derive(Debug, Clone)]
pub struct Papers {
    founding: Founding,
    state: State,
    /// The last entry by which each weapon was sent.
    sent: BTreeMap<WeaponId, u64>,
    /// The entry that opened each incident.
    opened: BTreeMap<IncidentId, Entry>,
    /// The lots as each day left them, but for the last.
    days: BTreeMap<Date, Sums>,
    last: Option<Date>,
}

impl Papers {
    /// After entry 0.
    pub fn of(founding: Founding) -> Self {
        Self {
            state: founding.state(),
            founding,
            sent: BTreeMap::new(),
            opened: BTreeMap::new(),
            days: BTreeMap::new(),
            last: None,
        }
    }

    /// Takes in the next entry.
    ///
    /// # Errors
    /// When it breaks a law: then this is no record that this program wrote.
    pub fn take(&mut self, entry: &Entry) -> Result<(), Vec<LawBreak>> {
        if let Some(last) = self.last.filter(|last| *last != entry.date) {
            self.days.insert(last, Sums::of(&self.state));
        }
        self.last = Some(entry.date);
        self.state.unit.clock_stepped |= entry.clock_stepped;
        let opened = self.state.fold(&entry.answered())?.incident;
        if let Some(incident) = opened {
            self.opened.insert(incident, entry.clone());
        }
        if let (What::Ask(Ask::Send(send)), Some(true)) = (&entry.what, entry.go()) {
            self.sent.insert(send.weapon.clone(), entry.seq);
        }
        Ok(())
    }

    /// The zone of its days, as `America/Denver`.
    pub fn zone(&self) -> &str {
        &self.founding.zone
    }

    /// What is true after its last entry.
    pub const fn state(&self) -> &State {
        &self.state
    }
}
