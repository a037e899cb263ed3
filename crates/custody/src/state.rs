//! The state of a unit: what its entries make true, variable by variable (`vocabulary.md`).

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{id::*, names::*, rounds::Accounts};

mod incident;
mod lot;
pub mod pairs;
mod person;
mod scene;
mod weapon;

pub use incident::*;
pub use lot::*;
pub use person::*;
pub use scene::*;
pub use weapon::*;

/// Everything true in one unit after its last entry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct State {
    /// The unit itself.
    pub unit: Unit,
    /// People, by handle.
    pub people: BTreeMap<PersonId, Person>,
    /// Weapons, by tag.
    pub weapons: BTreeMap<WeaponId, Weapon>,
    /// Lots of rounds.
    pub lots: BTreeMap<LotId, Lot>,
    /// Where each round is.
    pub rounds: Accounts,
    /// Scenes.
    pub scenes: BTreeMap<SceneId, Scene>,
    /// Which scene a set-up belongs to.
    pub set_ups: BTreeMap<SetUpId, SceneId>,
    /// Incidents, open and closed.
    pub incidents: BTreeMap<IncidentId, Incident>,
    /// Concerns, open and answered.
    pub concerns: BTreeMap<VoiceId, Concern>,
    /// Documents filed for the production as a whole, by topic.
    pub documents: BTreeMap<String, Document>,
    /// Lots of devices of which one was fired to test it.
    pub device_lots_fired: BTreeSet<LotId>,
}

impl State {
    /// Whether a photo was filed for a scene, a weapon or the production: what everybody here may see.
    pub fn shows(&self, photo: &AttachmentId) -> bool {
        let scenes = self.scenes.values().map(|it| &it.documents);
        let weapons = self.weapons.values().map(|it| &it.documents);
        let mut all = scenes.chain(weapons).chain([&self.documents]);
        all.any(|it| holds(it, photo))
    }

    /// The people for whom a photo was filed: it is of their papers.
    pub fn of_papers(&self, photo: &AttachmentId) -> impl Iterator<Item = &PersonId> {
        let people = self.people.iter();
        let people = people.filter(|(_, it)| holds(&it.documents, photo));
        people.map(|(id, _)| id)
    }
}

fn holds(documents: &BTreeMap<String, Document>, photo: &AttachmentId) -> bool {
    let mut all = documents.values();
    all.any(|it| it.attachments.contains(photo))
}

/// The unit: day, place, books, clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The open day, if one is.
    pub day: Option<OpenedDay>,
    /// Nested place, as `us/us-ca`.
    pub place: String,
    /// Screen, stage or reenactment.
    pub kind: Kind,
    /// Traits of the production a law turns on, as `pilot`.
    pub traits: BTreeSet<String>,
    /// House books in force.
    pub house_books: BTreeSet<BookId>,
    /// Days whose published schedule stands with bulletins.
    pub bulletins: BTreeSet<Date>,
    /// Settings of the house books: the tightest of each stands.
    pub settings: BTreeMap<String, i64>,
    /// When each store was last counted whole, by account.
    pub counted: BTreeMap<String, Timestamp>,
    /// The clock stepped and two roles have not confirmed the time.
    pub clock_stepped: bool,
    /// The record can be written.
    pub writable: bool,
    /// A stop of the whole set is open.
    pub stopped: bool,
    /// Incidents by which the whole production stands down.
    pub stood_down: BTreeSet<IncidentId>,
    /// The general risk assessment: what it covers.
    pub assessed: Option<BTreeSet<String>>,
    /// Declared exception for bullet rounds.
    pub live_exception: Option<LiveException>,
    /// Things acknowledged for the production, by what, and by whom.
    pub acknowledged: BTreeMap<String, BTreeSet<PersonId>>,
    /// How many incidents, stops and concerns have been numbered.
    pub numbered: u64,
    /// Entries folded so far.
    pub entries: u64,
    /// Time of the last entry.
    pub last: Option<Timestamp>,
}

impl Default for Unit {
    fn default() -> Self {
        Self {
            day: None,
            place: String::new(),
            kind: Kind::Screen,
            traits: BTreeSet::new(),
            house_books: BTreeSet::new(),
            bulletins: BTreeSet::new(),
            settings: BTreeMap::new(),
            counted: BTreeMap::new(),
            clock_stepped: false,
            writable: true,
            stopped: false,
            stood_down: BTreeSet::new(),
            assessed: None,
            live_exception: None,
            acknowledged: BTreeMap::new(),
            numbered: 0,
            entries: 0,
            last: None,
        }
    }
}

/// A day that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedDay {
    /// When.
    pub since: Timestamp,
    /// The day in the set's zone.
    pub date: Date,
    /// Bulletins stand with its schedule.
    pub bulletins_attached: bool,
}

/// A declared exception for bullet rounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveException {
    /// Which one.
    pub exception: String,
    /// Evidence was filed with it.
    pub evidenced: bool,
}

/// A filed document: decision facts only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Kind.
    pub kind: DocumentKind,
    /// When it was filed.
    pub filed: Timestamp,
    /// Last day on which it counts.
    pub expires: Option<Date>,
    /// What it states.
    pub states: BTreeSet<String>,
    /// Photos of it, and of what was filed before on the same topic.
    #[serde(default)]
    pub attachments: BTreeSet<AttachmentId>,
}
