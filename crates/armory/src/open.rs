//! Opening and founding a record.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use custody::{
    id::PersonId,
    names::{Kind, Role},
};
use jiff::tz::TimeZone;
use ledger::{Checkpoint, Signer, Verifier};
use logbook::{
    Entry, Founding,
    entry::{ENGINE, FORMAT},
    play,
};
use rules::house::book_id;
use store::{Group, Head, Store};

use crate::{
    armory::Armory,
    books::Books,
    clock::{Now, Watch, received},
    error::ArmoryError,
    ground::Ground,
    image::Image,
    known::Recent,
};

/// Entries read at once.
const AT_ONCE: usize = 1_000;

/// Entries between two pictures of the state.
const SNAPSHOT_EVERY: u64 = 10_000;

/// What an armory works with.
pub struct Keeping {
    /// Where the record is kept.
    pub store: Arc<dyn Store>,
    /// The books that decide.
    pub books: Books,
    /// The key that signs.
    pub signer: Signer,
}

/// What a new record begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRecord {
    /// Who founds it.
    pub founder: PersonId,
    /// People with their roles; the founder is one of them.
    pub people: BTreeMap<PersonId, Vec<Role>>,
    /// The place, nested, as `us/us-nm`.
    pub place: String,
    /// The zone of its days, as `America/Denver`.
    pub zone: String,
    /// Screen, stage or reenactment.
    pub kind: Kind,
}

impl Armory {
    /// Founds a record in an empty store: writes entry 0.
    ///
    /// # Errors
    /// When the store has entries, the founder is not among the people, or there is no such zone.
    pub fn found(keeping: Keeping, new: &NewRecord, now: Now) -> Result<Self, ArmoryError> {
        let Keeping {
            store,
            books,
            signer,
        } = &keeping;
        if store.head()?.entries > 0 {
            return Err(ArmoryError::Founded);
        }
        if !new.people.contains_key(&new.founder) {
            return Err(ArmoryError::NoFounder(new.founder.to_string()));
        }
        let at = received(now);
        let date = zone(&new.zone)?.to_datetime(at).date();
        let in_force = books.at(&new.place, new.kind.as_str(), date);
        let founding = Founding {
            seq: 0,
            format: FORMAT,
            at,
            origin: signer.origin().to_string(),
            key: Some(signer.verifier().to_string()),
            founder: Some(new.founder.clone()),
            place: new.place.clone(),
            zone: new.zone.clone(),
            kind: new.kind,
            people: new.people.clone(),
            books: in_force.digest().to_owned(),
            engine: ENGINE.to_owned(),
        };
        refuse_replay(&founding)?;
        let bytes = founding
            .to_bytes()
            .map_err(|wrong| ArmoryError::entry(0, wrong))?;
        let image = Image::founded(&founding, &bytes)?;
        let checkpoint = Checkpoint {
            origin: signer.origin().clone(),
            size: 1,
            root: image.frontier.root(),
        };
        let ids: Vec<String> = in_force
            .books()
            .iter()
            .map(|book| book.id.clone())
            .collect();
        let piece = (logbook::books::place(in_force.digest()), books.piece(&ids));
        let group = Group {
            entries: vec![bytes],
            frontier: image.frontier.to_bytes(),
            checkpoint: checkpoint.sign(signer)?,
            meta: vec![piece],
            ..Group::default()
        };
        store.append(0, &group)?;
        Self::open(keeping, now)
    }

    /// Opens a record: reads the latest picture of its state, takes in the entries after it, and
    /// holds them against the checkpoint.
    ///
    /// # Errors
    /// When it is empty, replayed, of another key or form, or not what was written.
    pub fn open(keeping: Keeping, now: Now) -> Result<Self, ArmoryError> {
        let Keeping {
            store,
            books,
            signer,
        } = keeping;
        let head = store.head()?;
        let (founding, first) = founding(&*store)?;
        is_of(&founding, &signer.verifier())?;
        let zone = zone(&founding.zone)?;
        let pictured = store.snapshot().ok().flatten();
        let pictured = pictured.and_then(|it| Image::from_bytes(&it.bytes));
        let image = pictured
            .filter(|image| image.size() <= head.entries)
            .and_then(|image| complete(image, &*store, (&head, &signer.verifier())).ok());
        let (image, snapshot_at) = match image {
            Some((image, from)) => (image, from),
            None => {
                let image = Image::founded(&founding, &first)?;
                complete(image, &*store, (&head, &signer.verifier()))?
            }
        };
        let books = adopted(books, &*store, &image)?;
        let mut clock = Watch::default();
        clock.look(now);
        Ok(Self {
            store,
            books,
            signer,
            publish: None,
            founding,
            zone,
            ground: Ground::new(image.clone()),
            image,
            clock,
            waiting: Vec::new(),
            recent: Recent::default(),
            kept_books: BTreeSet::new(),
            snapshot_at,
            snapshot_every: SNAPSHOT_EVERY,
            fault: None,
        })
    }

    /// Takes in what another server appended meanwhile.
    pub(crate) fn catch_up(&mut self) -> Result<(), ArmoryError> {
        let head = self.store.head()?;
        let image = self.ground.image();
        let (image, _) = complete(image, &*self.store, (&head, &self.signer.verifier()))?;
        self.ground = Ground::new(image.clone());
        self.image = image;
        Ok(())
    }

    /// Goes on with a store that was opened again after its disk failed. Reports that still wait
    /// are written with the next group; those that the disk had kept after all are not written twice.
    ///
    /// # Errors
    /// As [`Armory::open`].
    pub fn reopen(&mut self, store: Arc<dyn Store>) -> Result<(), ArmoryError> {
        let before = std::mem::replace(&mut self.store, store);
        if let Err(fault) = self.catch_up() {
            self.store = before;
            return Err(fault);
        }
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.retain(|it| !matches!(self.store.request(&it.submission.request), Ok(Some(_))));
        self.waiting = waiting;
        self.fault = None;
        Ok(())
    }
}

/// The books, with the house books in force as they were adopted.
fn adopted(books: Books, store: &dyn Store, image: &Image) -> Result<Books, ArmoryError> {
    let house = image.state.unit.house_books.iter();
    let ids: Vec<String> = house.map(|name| book_id(name.as_str())).collect();
    if ids.is_empty() {
        return Ok(books);
    }
    let mut seq = image.size();
    while seq > 1 {
        seq -= 1;
        let bytes = store.entries(seq, 1)?.pop().unwrap_or_default();
        let entry = Entry::from_bytes(&bytes).map_err(|wrong| ArmoryError::entry(seq, wrong))?;
        // A line in several places names several; the ask that adopted a book names one.
        let [digest] = entry.books.as_slice() else {
            continue;
        };
        let piece = store.meta(&logbook::books::place(digest))?;
        let kept = piece.and_then(|piece| logbook::books::from_bytes(&piece));
        let kept = kept.filter(|texts| rules::book::digest(texts) == *digest);
        let kept = kept.ok_or_else(|| ArmoryError::HouseLost(ids.join(", ")))?;
        return books.held_to(&ids, &kept);
    }
    Err(ArmoryError::HouseLost(ids.join(", ")))
}

/// Entry 0, with its bytes.
pub(crate) fn founding(store: &dyn Store) -> Result<(Founding, Vec<u8>), ArmoryError> {
    let first = store.entries(0, 1)?.pop().ok_or(ArmoryError::NotFounded)?;
    let founding = Founding::from_bytes(&first).map_err(|wrong| ArmoryError::entry(0, wrong))?;
    Ok((founding, first))
}

/// A record is served only by the key that founded it, and a replay by none.
fn is_of(founding: &Founding, verifier: &Verifier) -> Result<(), ArmoryError> {
    refuse_replay(founding)?;
    let key = verifier.to_string();
    match founding.key.as_ref() == Some(&key) && founding.origin == verifier.origin().as_str() {
        true => Ok(()),
        false => Err(ArmoryError::OtherKey {
            record: founding.key.clone().unwrap_or_default(),
            signer: key,
        }),
    }
}

fn refuse_replay(founding: &Founding) -> Result<(), ArmoryError> {
    let origin = &founding.origin;
    match origin == play::ORIGIN || origin.starts_with(&format!("{}/", play::ORIGIN)) {
        false => Ok(()),
        true => Err(ArmoryError::Replayed {
            origin: origin.clone(),
        }),
    }
}

/// Takes in the entries after a picture, and holds the whole against the checkpoint. Also says where
/// it began.
fn complete(
    mut image: Image,
    store: &dyn Store,
    (head, verifier): (&Head, &Verifier),
) -> Result<(Image, u64), ArmoryError> {
    let from = image.size();
    while image.size() < head.entries {
        let batch = store.entries(image.size(), AT_ONCE)?;
        if batch.is_empty() {
            break;
        }
        for bytes in batch {
            if image.size() < head.entries {
                take_in(&mut image, &bytes)?;
            }
        }
    }
    let signed = Checkpoint::open(&head.checkpoint, verifier)?.checkpoint;
    let same = image.size() == head.entries
        && signed.size == head.entries
        && signed.root == image.frontier.root()
        && image.frontier.to_bytes() == head.frontier;
    match same {
        true => Ok((image, from)),
        false => Err(ArmoryError::NotTheCheckpoint {
            entries: head.entries,
        }),
    }
}

fn take_in(image: &mut Image, bytes: &[u8]) -> Result<(), ArmoryError> {
    let seq = image.size();
    let broken = |what: String| ArmoryError::Entry { seq, what };
    let entry = Entry::from_bytes(bytes).map_err(|wrong| ArmoryError::entry(seq, wrong))?;
    if entry.seq != seq {
        return Err(broken(format!("it says that it is entry {}", entry.seq)));
    }
    image.fold(&entry).map_err(|laws| {
        let says = laws.iter().map(|law| law.says.as_str());
        broken(says.collect::<Vec<_>>().join(" "))
    })?;
    Ok(image.seal(bytes)?)
}

fn zone(name: &str) -> Result<TimeZone, ArmoryError> {
    TimeZone::get(name).map_err(|_| ArmoryError::NoZone(name.to_owned()))
}
