//! A unit as the hub serves it: its name, its writer, its readers, who may sign in.

use std::sync::Arc;

use armory::{Armory, Books, RequestId};
use jiff::tz::TimeZone;
use store::Store;
use tokio::sync::watch;

use crate::{
    digest::Digest,
    door::Door,
    pack::Packs,
    photo::Photos,
    screens::{Authority, Waiting},
    throttle::Throttle,
    tokens::Tokens,
    writer::Writer,
};

/// One unit's record, served.
#[derive(Clone)]
pub struct Unit {
    /// Its name in addresses.
    pub name: String,
    /// The way to its writer.
    pub writer: Writer,
    /// Who may sign in, as it is now.
    pub tokens: watch::Receiver<Arc<Tokens>>,
    /// How people come in.
    pub door: Door,
    /// Sign-ins that failed.
    pub throttle: Arc<Throttle>,
    /// Turns true when the hub stops: live streams end.
    pub stopping: watch::Receiver<bool>,
    /// Makes a request's name, for a stop that came without one.
    pub fresh: Arc<dyn Fn() -> Option<RequestId> + Send + Sync>,
    /// Asks that wait for somebody to answer on a phone of their own.
    pub waiting: Waiting,
    /// Keeps photos beside the record.
    pub photos: Arc<dyn Photos>,
    /// Makes packs for guests.
    pub packs: Arc<dyn Packs>,
    /// What lies beside the record changes one after the other: what is let go of is not what another
    /// just filed.
    pub beside: Arc<tokio::sync::Mutex<()>>,
    /// The authority that phones are asked to trust; none where there is no such thing.
    pub authority: Option<Arc<Authority>>,
    /// The weekly digest; none where the hub has no mail.
    pub digest: Option<Arc<Digest>>,
    /// What only reads.
    pub readers: Readers,
}

/// What readers use, beside the writer.
#[derive(Clone)]
pub struct Readers {
    /// The record.
    pub store: Arc<dyn Store>,
    /// The books, for looking ahead.
    pub books: Books,
    /// The zone of the unit's days.
    pub zone: TimeZone,
}

impl Readers {
    /// What readers use of an armory.
    pub fn of(armory: &Armory) -> Self {
        Self {
            store: Arc::clone(armory.store()),
            books: armory.books().clone(),
            zone: armory.zone().clone(),
        }
    }
}
