//! A person, as far as decisions need one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    id::WeaponId,
    input::people::Paper,
    names::{Role, Standing, WeaponClass},
    state::Document,
};

/// A person: roles, papers, training, consents, duties.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    /// Roles held.
    pub roles: BTreeSet<Role>,
    /// A minor until this day.
    pub minor_until: Option<Date>,
    /// Papers, the newest of each kind.
    pub papers: BTreeMap<String, Paper>,
    /// Documents filed for the person, by topic.
    #[serde(default)]
    pub documents: BTreeMap<String, Document>,
    /// Weapons the person was trained on by name.
    pub trained_on: BTreeSet<WeaponId>,
    /// Classes the person was trained on.
    pub trained_for: BTreeSet<WeaponClass>,
    /// Consents: what to, until when, in writing or not.
    pub consents: BTreeMap<String, Consent>,
    /// Duties taken: `weapons` and others.
    pub duties: BTreeSet<String>,
    /// On the set. Everybody enrolled is, until `leave`.
    pub present: bool,
    /// The last day on which the person was seen there: arrived, met on the spot, or took duty.
    pub seen: Option<Date>,
    /// Since when the person is on weapon duty.
    pub duty_since: Option<Timestamp>,
    /// Has said not to be willing to handle a weapon.
    pub unwilling: bool,
    /// Weapons out of the safe in the person's custody.
    pub has: BTreeSet<WeaponId>,
    /// Weapons in the person's hand or holster.
    pub bears: BTreeSet<WeaponId>,
    /// Weapons issued under the person's eyes.
    pub watches: BTreeSet<WeaponId>,
}

/// A consent on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Written down and shown.
    pub written: bool,
    /// Given by a guardian.
    pub by_guardian: bool,
    /// Last day on which it counts.
    pub expires: Option<Date>,
}

impl Person {
    /// Whether a paper on record bars the person from weapons.
    pub fn barred(&self) -> bool {
        self.papers
            .values()
            .any(|paper| paper.standing == Standing::Barred)
    }

    /// Whether the person is a minor on that day.
    pub fn minor(&self, date: Date) -> bool {
        self.minor_until.is_some_and(|until| date < until)
    }

    /// Duties other than weapons.
    pub fn other_duties(&self) -> impl Iterator<Item = &str> {
        self.duties
            .iter()
            .map(String::as_str)
            .filter(|duty| *duty != "weapons")
    }
}
