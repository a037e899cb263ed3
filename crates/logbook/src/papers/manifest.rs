//! The manifest of what was sent to another unit: the delivery that the other unit reports, and the
//! proof that the record of the sender says so.

use custody::{
    id::WeaponId,
    input::{
        Report,
        intake::{DeliveredWeapon, FromRecord},
        report::Delivery,
    },
    state::{Custodian, Weapon},
};
use ledger::Inclusion;
use serde::{Deserialize, Serialize};

use super::Papers;

pub mod check;

/// The form of manifests that this program writes.
pub const FORMAT: u32 = 1;

/// What goes with weapons to another unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Its form: [`FORMAT`].
    pub format: u32,
    /// The checkpoint of the sender's record, as it was signed.
    pub checkpoint: String,
    /// What the other unit reports.
    pub delivery: Report,
    /// For each weapon the entry by which it was sent, in the same order.
    pub sent: Vec<Sent>,
}

/// An entry, and the proof that it stands in the log of the checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// The exact text of the entry.
    pub entry: String,
    /// The hashes beside the way from the entry to the root, the lowest first, in base64.
    pub path: Vec<String>,
}

impl Sent {
    /// The proof of an entry beside its text.
    pub fn new(entry: String, proof: &Inclusion) -> Self {
        let path = proof.path.iter().map(ToString::to_string).collect();
        Self { entry, path }
    }
}

/// Why a weapon stands on no manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSent {
    /// The record knows no such weapon.
    Unknown(WeaponId),
    /// It is not with a carrier: somebody here answers for it.
    Here(WeaponId),
}

impl Papers {
    /// The delivery of these weapons, each with the entry by which it was sent. Custody is never in
    /// two places: what is here still is on no manifest.
    ///
    /// # Errors
    /// Names the first weapon that was not sent.
    pub fn delivery(&self, weapons: &[WeaponId], checkpoint: &str) -> Result<Delivery, NotSent> {
        let rows = weapons.iter().map(|id| self.sent(id, checkpoint));
        Ok(Delivery {
            from: None,
            weapons: rows.collect::<Result<_, _>>()?,
            lots: Vec::new(),
        })
    }

    fn sent(&self, id: &WeaponId, checkpoint: &str) -> Result<DeliveredWeapon, NotSent> {
        let weapon = self.state.weapons.get(id);
        let weapon = weapon.ok_or_else(|| NotSent::Unknown(id.clone()))?;
        let entry = self.sent.get(id);
        let entry = entry.filter(|_| weapon.custodian == Custodian::Carrier);
        let entry = *entry.ok_or_else(|| NotSent::Here(id.clone()))?;
        Ok(self.row((id, weapon), entry, checkpoint))
    }

    fn row(&self, (id, weapon): (&WeaponId, &Weapon), entry: u64, root: &str) -> DeliveredWeapon {
        let loan = weapon.loan.as_ref();
        DeliveredWeapon {
            weapon: id.clone(),
            features: weapon.features.clone(),
            lender: weapon.lender,
            owner: loan.and_then(|loan| loan.owner.clone()),
            due_back: loan.and_then(|loan| loan.due_back),
            from_record: Some(FromRecord {
                record: self.founding.origin.clone(),
                entry,
                checkpoint: root.to_owned(),
            }),
        }
    }
}
