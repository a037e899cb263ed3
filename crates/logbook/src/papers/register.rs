//! The register: every weapon, what it is, whose it is, who answers for it, and when it is due back.

use custody::{
    id::{PersonId, WeaponId},
    names::{Lender, WeaponClass},
    state::{Custodian, Weapon},
};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;

use super::Papers;

/// A weapon in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Registered {
    /// Its tag.
    pub weapon: WeaponId,
    /// Its class.
    pub class: WeaponClass,
    /// Its serial number, as it was read.
    pub serial: Option<String>,
    /// Its number on the lender's rack.
    pub rack: Option<String>,
    /// What kind of lender it came from.
    pub lender: Lender,
    /// Who brought it.
    pub from: Option<PersonId>,
    /// The person who lent it, where it is private.
    pub owner: Option<PersonId>,
    /// Since when it is here.
    pub since: Option<Timestamp>,
    /// When it is due back.
    pub due_back: Option<Date>,
    /// When it went back.
    pub returned: Option<Timestamp>,
    /// Who answers for it.
    pub custodian: String,
    /// In whose hand it is.
    pub bearer: Option<PersonId>,
    /// The entry by which it was last sent.
    pub sent_by: Option<u64>,
    /// The record it came from, and the entry there.
    pub came_by: Option<String>,
}

impl Papers {
    /// The register, by tag.
    pub fn register(&self) -> Vec<Registered> {
        let weapons = self.state.weapons.iter();
        weapons
            .map(|(id, weapon)| self.registered(id, weapon))
            .collect()
    }

    fn registered(&self, id: &WeaponId, weapon: &Weapon) -> Registered {
        let loan = weapon.loan.as_ref();
        Registered {
            weapon: id.clone(),
            class: weapon.class,
            serial: weapon.features.serial.clone(),
            rack: weapon.features.rack.clone(),
            lender: weapon.lender,
            from: loan.and_then(|loan| loan.from.clone()),
            owner: loan.and_then(|loan| loan.owner.clone()),
            since: loan.map(|loan| loan.since),
            due_back: loan.and_then(|loan| loan.due_back),
            returned: loan.and_then(|loan| loan.returned),
            custodian: match &weapon.custodian {
                Custodian::Handler(person) => person.to_string(),
                other => other.kind().to_string(),
            },
            bearer: weapon.bearer.clone(),
            sent_by: self.sent.get(id).copied(),
            came_by: loan.and_then(|loan| {
                let from = loan.from_record.as_ref()?;
                Some(format!("{} {}", from.record, from.entry))
            }),
        }
    }
}
