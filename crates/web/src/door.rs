//! The door: how people come in. Invitations, PINs, badges, passkeys, sessions, links for guests. The
//! record says who people are and what they may; the door only whether somebody is one of them.
//!
//! What it keeps is written whole, and only then holds. Of a secret it keeps the sum alone.

mod guests;
mod inviting;
mod kept;
mod keys;
pub mod passkey;
pub mod pin;
mod proving;
mod staying;
mod tries;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use custody::{id::PersonId, names::Means};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Semaphore, watch};

use crate::sum::{Sum, hex};

pub use kept::{Broken, Guest, Invitation, Kept, Session, View};
pub use proving::{Way, Who};

/// PINs that are looked at once: each takes memory.
const AT_ONCE: usize = 2;

/// The most invitations, and the most links of guests.
const MOST: usize = 500;

/// What the door needs of the machine.
pub trait Tools: Send + Sync {
    /// The time.
    fn now(&self) -> Timestamp;

    /// Bytes that nobody can guess; none where the machine gives none.
    fn dice(&self) -> Option<[u8; 32]>;

    /// Keeps what the door keeps, whole and durable, or not at all; false where it could not.
    fn keep(&self, text: &str) -> bool;
}

/// Why something at the door did not come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// It is not known, or over, or was used.
    Unknown,
    /// There are too many.
    Full,
    /// It could not be kept, or the machine gives no dice.
    NotKept,
    /// Too many tries were wrong: wait so long.
    Wait(SignedDuration),
}

/// The door. Cheap to clone.
#[derive(Clone)]
pub struct Door(Arc<Inner>);

struct Inner {
    tools: Box<dyn Tools>,
    kept: watch::Sender<Arc<Kept>>,
    /// One change after the other.
    changing: Mutex<()>,
    /// When each session was used last, newer than what is kept.
    used: Mutex<HashMap<Sum, Timestamp>>,
    tries: tries::Tries,
    challenges: Mutex<keys::Challenges>,
    hashing: Semaphore,
}

/// Who signs in, by which means, and how long that lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// Who.
    pub person: PersonId,
    /// By which means.
    pub by: Means,
    /// On a station that others use too.
    pub station: bool,
    /// The token that was shown, where it was one.
    pub token: Option<Sum>,
}

impl Door {
    /// The door as it was kept; `text` is none where nothing was.
    ///
    /// # Errors
    /// What was kept cannot be read.
    pub fn open(tools: Box<dyn Tools>, text: Option<&str>) -> Result<Self, Broken> {
        let kept = text.map(Kept::parse).transpose()?.unwrap_or_default();
        Ok(Self(Arc::new(Inner {
            tools,
            kept: watch::Sender::new(Arc::new(kept)),
            changing: Mutex::default(),
            used: Mutex::default(),
            tries: tries::Tries::default(),
            challenges: Mutex::default(),
            hashing: Semaphore::new(AT_ONCE),
        })))
    }

    /// The time at the door.
    pub fn now(&self) -> Timestamp {
        self.0.tools.now()
    }

    /// Whether anybody can come in with what is kept here.
    pub fn anybody(&self) -> bool {
        self.kept().anybody(self.now())
    }

    /// All that is kept, as it is now.
    pub fn kept(&self) -> Arc<Kept> {
        Arc::clone(&self.0.kept.borrow())
    }

    /// Told whenever what is kept changes.
    pub fn changes(&self) -> watch::Receiver<Arc<Kept>> {
        self.0.kept.subscribe()
    }

    /// A fresh secret.
    fn secret(&self) -> Result<String, Shut> {
        let dice = self.0.tools.dice().ok_or(Shut::NotKept)?;
        Ok(hex(&dice))
    }

    /// Changes what is kept, on the disk first.
    fn change<T>(&self, work: impl FnOnce(&mut Kept) -> Result<T, Shut>) -> Result<T, Shut> {
        let _one = held(&self.0.changing);
        // Before it is looked up who used what: a use that comes meanwhile ends nothing.
        let now = self.now();
        let mut kept = Kept::clone(&self.kept());
        for session in &mut kept.sessions {
            if let Some(used) = held(&self.0.used).get(&session.sum) {
                session.seen = session.seen.max(*used);
            }
        }
        kept.tidy(now);
        let done = work(&mut kept)?;
        let text = kept.text().ok_or(Shut::NotKept)?;
        if !self.0.tools.keep(&text) {
            return Err(Shut::NotKept);
        }
        held(&self.0.used).retain(|sum, _| kept.sessions.iter().any(|it| it.sum == *sum));
        self.0.kept.send_replace(Arc::new(kept));
        Ok(done)
    }

    /// The same beside the calls, since it writes.
    async fn changed<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Kept) -> Result<T, Shut> + Send + 'static,
    ) -> Result<T, Shut> {
        let door = self.clone();
        let done = tokio::task::spawn_blocking(move || door.change(work)).await;
        done.unwrap_or(Err(Shut::NotKept))
    }
}

fn after(now: Timestamp, long: SignedDuration) -> Timestamp {
    now.checked_add(long).unwrap_or(Timestamp::MAX)
}

fn room(taken: usize) -> Result<(), Shut> {
    (taken < MOST).then_some(()).ok_or(Shut::Full)
}

fn begin(kept: &mut Kept, (coming, secret, now): (Coming, &str, Timestamp), before: Option<Sum>) {
    kept.sessions.retain(|it| Some(it.sum) != before);
    kept.begin(Session {
        sum: Sum::of(secret),
        person: coming.person,
        by: coming.by,
        began: now,
        seen: now,
        station: coming.station,
        token: coming.token,
    });
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    // A map that a panic left half done is not possible: each change is one call.
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
