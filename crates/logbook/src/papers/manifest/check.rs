//! Whether a manifest is what the record of its sender says, and whether it is for this unit.

use std::fmt;

use custody::{
    id::WeaponId,
    input::{
        Ask, Report, What,
        intake::{DeliveredWeapon, FromRecord},
        report::Delivery,
    },
    state::{Custodian, Weapon},
};
use ledger::{Checkpoint, Hash, Inclusion, LedgerError, Origin, Verifier};

use super::{FORMAT, Manifest, Papers, Sent};
use crate::Entry;

/// What is wrong with a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It is of a form that a newer program writes.
    Newer(u32),
    /// It is no list of weapons, each with its entry.
    Malformed(&'static str),
    /// The checkpoint is not what the log with this key signed.
    Checkpoint(LedgerError),
    /// Something is wrong with one weapon.
    Weapon(WeaponId, OfWeapon),
}

/// What is wrong with one weapon of a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfWeapon {
    /// The entry cannot be read.
    Unreadable(String),
    /// The entry is no ask that sent this weapon away with a go.
    NotSent,
    /// The entry does not say to which record.
    ToNobody,
    /// It was sent to another record than this.
    ToAnother(String),
    /// The entry does not stand in the log of the checkpoint.
    NotInLog,
    /// The delivery names another record, entry or root than what was proved.
    OtherWords,
    /// This record was told of that entry before.
    TakenBefore,
    /// Somebody of this unit answers for a weapon of that name.
    Here,
}

/// The unit that receives.
#[derive(Debug, Clone, Copy)]
pub enum Receiver<'a> {
    /// Its record, read to its end: an entry that it was told of before is refused.
    Record(&'a Papers),
    /// The name of its log.
    Named(&'a str),
}

impl Receiver<'_> {
    fn is(&self, name: &str) -> bool {
        let origin = match self {
            Self::Record(papers) => papers.founding.origin.as_str(),
            Self::Named(origin) => origin,
        };
        let short = Origin::without_host(name);
        origin == name || short.is_ok_and(|full| full.as_str() == origin)
    }

    /// Whether it may still come: nobody here answers for it, and its sending was not told before.
    fn may_take(&self, id: &WeaponId, from: &FromRecord) -> Result<(), OfWeapon> {
        let Self::Record(papers) = self else {
            return Ok(());
        };
        let weapons = &papers.state.weapons;
        let mut came = weapons
            .values()
            .filter_map(|it| it.loan.as_ref()?.from_record.as_ref());
        if came.any(|it| it.record == from.record && it.entry == from.entry) {
            return Err(OfWeapon::TakenBefore);
        }
        let away = |weapon: &Weapon| weapon.custodian == Custodian::Carrier;
        match weapons.get(id).is_none_or(away) {
            true => Ok(()),
            false => Err(OfWeapon::Here),
        }
    }
}

impl Manifest {
    /// Holds the manifest against the key of the sender's log, and against the receiver.
    ///
    /// # Errors
    /// Names all that is wrong.
    pub fn check(&self, key: &Verifier, receiver: Receiver<'_>) -> Result<&Delivery, Vec<Wrong>> {
        let delivery = self.shape().map_err(|wrong| vec![wrong])?;
        let signed = Checkpoint::open(self.checkpoint.as_bytes(), key)
            .map_err(|fault| vec![Wrong::Checkpoint(fault)])?;
        let rows = delivery.weapons.iter().zip(&self.sent);
        let wrong: Vec<Wrong> = rows
            .filter_map(|(row, sent)| {
                let fault = proved(row, sent, &signed.checkpoint, receiver).err()?;
                Some(Wrong::Weapon(row.weapon.clone(), fault))
            })
            .collect();
        match wrong.as_slice() {
            [] => Ok(delivery),
            _ => Err(wrong),
        }
    }

    fn shape(&self) -> Result<&Delivery, Wrong> {
        if self.format > FORMAT {
            return Err(Wrong::Newer(self.format));
        }
        let Report::Delivery(delivery) = &self.delivery else {
            return Err(Wrong::Malformed("its report is no delivery"));
        };
        if !delivery.lots.is_empty() {
            return Err(Wrong::Malformed(
                "it delivers rounds, which no entry proves",
            ));
        }
        if delivery.weapons.is_empty() {
            return Err(Wrong::Malformed("it delivers no weapon"));
        }
        if delivery.weapons.len() != self.sent.len() {
            return Err(Wrong::Malformed("it has not one entry for each weapon"));
        }
        Ok(delivery)
    }
}

fn proved(
    row: &DeliveredWeapon,
    sent: &Sent,
    checkpoint: &Checkpoint,
    receiver: Receiver<'_>,
) -> Result<(), OfWeapon> {
    let bytes = sent.entry.as_bytes();
    let entry = Entry::from_bytes(bytes).map_err(|it| OfWeapon::Unreadable(it.to_string()))?;
    in_log(&entry, sent, checkpoint)?;
    let (What::Ask(Ask::Send(send)), Some(true)) = (&entry.what, entry.go()) else {
        return Err(OfWeapon::NotSent);
    };
    if send.weapon != row.weapon {
        return Err(OfWeapon::NotSent);
    }
    let to = send.to_record.as_ref().ok_or(OfWeapon::ToNobody)?;
    if !receiver.is(to) {
        return Err(OfWeapon::ToAnother(to.clone()));
    }
    let from = row.from_record.as_ref().ok_or(OfWeapon::OtherWords)?;
    let root = checkpoint.root.to_string();
    let same = from.record == checkpoint.origin.as_str() && from.entry == entry.seq;
    if !same || from.checkpoint != root {
        return Err(OfWeapon::OtherWords);
    }
    receiver.may_take(&row.weapon, from)
}

fn in_log(entry: &Entry, sent: &Sent, checkpoint: &Checkpoint) -> Result<(), OfWeapon> {
    let path: Result<Vec<Hash>, _> = sent.path.iter().map(|hash| hash.parse()).collect();
    let proof = Inclusion {
        index: entry.seq,
        size: checkpoint.size,
        path: path.map_err(|_| OfWeapon::NotInLog)?,
    };
    let leaf = Hash::of_entry(sent.entry.as_bytes()).map_err(|_| OfWeapon::NotInLog)?;
    let holds = proof.verify(leaf, checkpoint.root);
    holds.map_err(|_| OfWeapon::NotInLog)
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(format) => write!(f, "it is of form {format}, which a newer program reads"),
            Self::Malformed(why) => f.write_str(why),
            Self::Checkpoint(fault) => write!(f, "checkpoint: {fault}"),
            Self::Weapon(weapon, fault) => write!(f, "weapon {weapon}: {fault}"),
        }
    }
}

impl fmt::Display for OfWeapon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "its entry cannot be read: {why}"),
            Self::NotSent => f.write_str("its entry is no go to send it away"),
            Self::ToNobody => f.write_str("its entry does not say to which record it was sent"),
            Self::ToAnother(name) => write!(f, "it was sent to {name}, not to this record"),
            Self::NotInLog => f.write_str("its entry does not stand in the sender's log"),
            Self::OtherWords => f.write_str("the delivery names another entry than was proved"),
            Self::Here => f.write_str("somebody here answers for a weapon of that name"),
            Self::TakenBefore => f.write_str("this record was told of that sending before"),
        }
    }
}
