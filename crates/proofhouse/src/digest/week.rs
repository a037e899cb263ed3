//! The week of a record, read beside the hub that may serve it.

use std::{collections::BTreeMap, path::Path};

use jiff::{Timestamp, tz::TimeZone};
use logbook::{
    Entry, Founding,
    papers::week::{Reading, Week},
};
use pages::{
    Words,
    mail::{self, Letter, Links},
};

use crate::{
    books::Texts,
    hub,
    kept::{Kept, papers::through},
    tell::Trouble,
};

/// A week, and what else its letters say.
pub struct OfWeek {
    /// The week.
    pub week: Week,
    unit: String,
    zone: TimeZone,
    says: BTreeMap<String, String>,
}

impl OfWeek {
    /// The seven days before a moment.
    pub fn read(record: &Path, until: Timestamp) -> Result<Self, Trouble> {
        let kept = Kept::open(record)?;
        let founded = |founding| {
            let reading = Reading::of(&founding, until);
            (founding, reading)
        };
        let take = |(_, reading): &mut (Founding, Reading), entry: &Entry| reading.take(entry);
        let (founding, reading) = through(&kept, (founded, take), &mut |_, _| Ok(()))?;
        let week = reading.done();
        Ok(Self {
            // The books take longer to open than all else; only a refusal names a rule.
            says: if week.refused.is_empty() {
                BTreeMap::new()
            } else {
                says()?
            },
            week,
            unit: hub::unit(&founding.origin),
            zone: TimeZone::get(&founding.zone).unwrap_or(TimeZone::UTC),
        })
    }

    /// The letter of it.
    pub fn letter(&self, links: &Links<'_>, words: &Words) -> Letter {
        let told = mail::Told {
            unit: &self.unit,
            week: &self.week,
            zone: &self.zone,
            rule: &|id| self.says.get(id).cloned(),
        };
        mail::week(&told, links, words)
    }
}

/// What each rule of the program's books says.
fn says() -> Result<BTreeMap<String, String>, Trouble> {
    let shelf = Texts::embedded().shelf()?;
    let rules = shelf.rules().iter();
    Ok(rules
        .map(|rule| (rule.id.clone(), rule.says.clone()))
        .collect())
}
