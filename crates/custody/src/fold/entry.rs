//! What one entry brings along while it is folded.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};

use super::named::Named;
use crate::{
    id::{PersonId, SceneId},
    input::{Ask, Input, Report},
    rounds::Account,
    state::State,
};

/// The duty by which a person is a handler on duty.
pub(super) const WEAPONS: &str = "weapons";

/// An entry while it is folded.
pub(super) struct Entry<'a> {
    /// The input.
    pub input: &'a Input,
    /// When the record received it.
    pub at: Timestamp,
    /// The day in the set's zone.
    pub date: Date,
    /// Who asks or reports.
    pub by: Option<&'a PersonId>,
    /// What it names.
    pub named: Named,
    /// The scene it was about before it was folded.
    pub scene: Option<SceneId>,
    /// Who acted, should it open an incident.
    pub acted: BTreeSet<PersonId>,
    /// Something in it opens an incident, whatever the rules say.
    pub trouble: bool,
}

impl<'a> Entry<'a> {
    /// The rows of an ask that were answered go.
    pub fn of_ask(input: &'a Input, (ask, go): (&Ask, &[usize]), state: &State) -> Self {
        let named = Named::by_ask(ask, go);
        let acted = named.persons.clone();
        Self::new(input, (named, acted), state)
    }

    /// A report. Pressing stop and raising a concern are no acts: they bar nobody.
    pub fn of_report(input: &'a Input, report: &Report, state: &State) -> Self {
        let named = Named::by_report(report);
        if matches!(report, Report::Stop(_) | Report::Concern(_)) {
            let mut voice = Self::new(input, (named, BTreeSet::new()), state);
            voice.acted.clear();
            return voice;
        }
        let mut acted = named.persons.clone();
        if matches!(report, Report::Discharge(_) | Report::Injury(_)) {
            let weapons = named.weapons.iter().filter_map(|id| state.weapons.get(id));
            for weapon in weapons {
                acted.extend(weapon.bearer.clone());
                acted.extend(weapon.custodian.handler().cloned());
            }
        }
        Self::new(input, (named, acted), state)
    }

    fn new(
        input: &'a Input,
        (named, mut acted): (Named, BTreeSet<PersonId>),
        state: &State,
    ) -> Self {
        acted.extend(input.by.clone());
        Self {
            input,
            at: input.at,
            date: input.date,
            by: input.by.as_ref(),
            scene: named.scene_in(state),
            named,
            acted,
            trouble: false,
        }
    }

    /// Whether the reporter is a handler on duty, as far as the core can tell: took weapon duty.
    pub fn by_handler(&self, state: &State) -> bool {
        let person = self.by.and_then(|by| state.people.get(by));
        person.is_some_and(|person| person.duties.contains(WEAPONS))
    }

    /// The account of the reporter's hands; the ground where nobody is named.
    pub fn own(&self) -> Account {
        self.by
            .map_or(Account::Ground, |by| Account::Person(by.clone()))
    }

    /// The person a report is about: the one it names, else the reporter.
    pub fn person<'b>(&'b self, named: Option<&'b PersonId>) -> Option<&'b PersonId> {
        named.or(self.by)
    }
}
