//! The armory itself: what it holds, and what may be asked of it at any time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use custody::{id::PersonId, state::State};
use jiff::tz::TimeZone;
use ledger::{Signer, Verifier};
use logbook::Founding;
use rules::desk::{Ahead, LookAhead, Of};
use store::{Snapshot, Store};

use crate::{
    books::Books,
    clock::{Now, Watch, received},
    draft::Waiting,
    error::ArmoryError,
    ground::Ground,
    image::Image,
    known::Recent,
    publish::Publish,
};

/// One unit's single writer.
pub struct Armory {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) books: Books,
    pub(crate) signer: Signer,
    pub(crate) publish: Option<Arc<dyn Publish>>,
    pub(crate) founding: Founding,
    pub(crate) zone: TimeZone,
    /// What durable entries make true, and what the group in work adds.
    pub(crate) image: Image,
    /// What it falls back on where the group cannot be written.
    pub(crate) ground: Ground,
    pub(crate) clock: Watch,
    /// Reports that could not be written yet.
    pub(crate) waiting: Vec<Waiting>,
    pub(crate) recent: Recent,
    /// Digests whose books the store has.
    pub(crate) kept_books: BTreeSet<String>,
    pub(crate) snapshot_at: u64,
    pub(crate) snapshot_every: u64,
    /// Why the last group could not be written.
    pub(crate) fault: Option<ArmoryError>,
}

impl std::fmt::Debug for Armory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Armory of {}", self.founding.origin)
    }
}

impl Armory {
    /// Tells somebody what becomes durable.
    #[must_use]
    pub fn publishing_to(mut self, publish: Arc<dyn Publish>) -> Self {
        self.publish = Some(publish);
        self
    }

    /// Puts a picture of the state away every so many entries.
    #[must_use]
    pub fn with_snapshot_every(mut self, entries: u64) -> Self {
        self.snapshot_every = entries.max(1);
        self
    }

    /// Work that may wait: call it between groups, and every few seconds where nobody asks, so that
    /// the clock is watched.
    ///
    /// # Errors
    /// As the store says. Nothing is lost by it.
    pub fn settle(&mut self, now: Now) -> Result<(), ArmoryError> {
        self.clock.look(now);
        if self.settling_is_due() {
            self.put_snapshot()?;
        }
        Ok(self.store.settle()?)
    }

    /// So much was written since the last picture that settling must not wait for a quiet moment:
    /// else a start after a long busy time takes long.
    pub fn settling_is_due(&self) -> bool {
        let since = self.ground.size().saturating_sub(self.snapshot_at);
        since >= self.snapshot_every
    }

    /// Puts a picture of the state away now.
    ///
    /// # Errors
    /// As the store says. Nothing is lost by it.
    pub fn put_snapshot(&mut self) -> Result<(), ArmoryError> {
        let size = self.ground.size();
        // Where it fails it is not tried again at once: the next one is as good.
        self.snapshot_at = size;
        self.ground = Ground::new(self.image.clone());
        if let Some(bytes) = self.image.to_bytes() {
            self.store.put_snapshot(&Snapshot { seq: size, bytes })?;
        }
        Ok(())
    }

    /// What durable entries make true.
    pub fn state(&self) -> &State {
        &self.image.state
    }

    /// Entry 0.
    pub fn founding(&self) -> &Founding {
        &self.founding
    }

    /// Durable entries; the next one gets this number.
    pub fn entries(&self) -> u64 {
        self.ground.size()
    }

    /// The key that checks this record's checkpoints.
    pub fn verifier(&self) -> Verifier {
        self.signer.verifier()
    }

    /// The store.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// The rulebooks.
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// The zone of the unit's days.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Why the last group could not be written; none where it was.
    pub fn fault(&self) -> Option<&ArmoryError> {
        self.fault.as_ref()
    }

    /// How many reports wait to be written.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// The last durable entry that touched a thing: `weapon:h1`, `scene:12`, `lot:b1`, `day`.
    pub fn last_entry(&self, thing: &str) -> Option<u64> {
        self.image.touched.get(thing).map(|touch| touch.seq)
    }

    /// The last durable entry that touched each thing.
    pub fn touched(&self) -> BTreeMap<String, u64> {
        let touched = self.image.touched.iter();
        touched
            .map(|(thing, touch)| (thing.clone(), touch.seq))
            .collect()
    }

    /// Looks ahead by the same rules. Kept nowhere.
    pub fn look_ahead(&self, now: Now, by: PersonId, of: Of) -> LookAhead {
        let at = received(now);
        let date = self.zone.to_datetime(at).date();
        let ahead = Ahead { at, date, by, of };
        self.books.desk().look_ahead(&self.image.state, &ahead)
    }
}
