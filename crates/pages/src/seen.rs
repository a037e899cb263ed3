//! What a page is made from: the unit at one moment, and who looks.

use std::collections::{BTreeMap, BTreeSet};

use custody::{id::PersonId, names::Role, state::State};
use jiff::{Timestamp, tz::TimeZone};
use logbook::Refused;

use crate::words::{Language, Words};

/// The unit at one moment, from durable entries only.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The unit's name.
    pub unit: &'a str,
    /// What is so.
    pub state: &'a State,
    /// When it was looked at.
    pub at: Timestamp,
    /// The zone of the set.
    pub zone: &'a TimeZone,
    /// The last durable entry.
    pub last: u64,
    /// The last entry that touched each thing, by `weapon:h1`, `scene:12`, `lot:b1`, `day`.
    pub touched: &'a BTreeMap<String, u64>,
    /// Today's refusals, the oldest first.
    pub refusals: &'a [Refused],
    /// The record can be written, as far as the last group showed.
    pub writable: bool,
    /// Reports that wait to be written.
    pub not_recorded: usize,
}

impl Seen<'_> {
    /// The last entry that touched a thing; 0 for none.
    pub fn touched(&self, thing: &str) -> u64 {
        self.touched.get(thing).copied().unwrap_or(0)
    }
}

/// The light a page is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As the device is set.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Rolling: deep red, silent.
    Rolling,
}

impl Look {
    /// Its name in the page.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Rolling => "rolling",
        }
    }
}

/// Who looks, and how.
#[derive(Debug, Clone, Default)]
pub struct Viewer {
    /// Who is signed in; none: anybody.
    pub person: Option<PersonId>,
    /// At a station that others use too.
    pub station: bool,
    /// In which language.
    pub language: Language,
    /// In which light.
    pub look: Look,
}

impl Viewer {
    /// The texts in the viewer's language.
    pub fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// Everybody on the set but the viewer: who may answer on an ask. The rules say who does.
    pub fn others<'a>(&self, seen: &Seen<'a>) -> Vec<&'a PersonId> {
        let present = seen.state.people.iter().filter(|(_, it)| it.present);
        let others = present.map(|(id, _)| id);
        others
            .filter(|id| Some(*id) != self.person.as_ref())
            .collect()
    }

    /// The viewer's roles.
    pub fn roles<'a>(&self, seen: &Seen<'a>) -> Option<&'a BTreeSet<Role>> {
        let person = seen.state.people.get(self.person.as_ref()?)?;
        Some(&person.roles)
    }
}
