//! The rulebooks that decide, and their texts as they travel with the record.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rules::book::files_of;
use rules::desk::Desk;
use rules::house::{self, Texts};
use rules::{BookError, InForce, Selection, Shelf};

use crate::error::ArmoryError;

/// Rulebooks: their texts, and the desk that decides by them.
#[derive(Debug, Clone)]
pub struct Books {
    texts: Arc<Texts>,
    desk: Desk,
    /// Ids of the house books that were read from a folder.
    outside: BTreeSet<String>,
}

impl Books {
    /// Opens rulebooks from their texts: paths inside the rulebooks folder, and what the files hold.
    ///
    /// # Errors
    /// Every fault found in them.
    pub fn open(texts: impl IntoIterator<Item = (String, String)>) -> Result<Self, Vec<BookError>> {
        let texts: Texts = texts.into_iter().collect();
        let shelf = Shelf::open(texts.clone())?;
        Ok(Self {
            texts: Arc::new(texts),
            desk: Desk::new(Arc::new(shelf)),
            outside: BTreeSet::new(),
        })
    }

    /// The same with a house book from a folder on the shelf. It is in force only where it is adopted.
    ///
    /// # Errors
    /// Every fault found in it.
    pub fn with_house(&self, house: &Texts) -> Result<Self, Vec<BookError>> {
        let shelf = house::open(&self.texts, house)?;
        let mut texts = Texts::clone(&self.texts);
        let mut outside = self.outside.clone();
        outside.extend(house.keys().filter_map(|path| house_of(path)));
        texts.extend(house.clone());
        Ok(Self {
            texts: Arc::new(texts),
            desk: Desk::new(Arc::new(shelf)),
            outside,
        })
    }

    /// The same, where the house books in force are the very texts that were adopted: `kept` is what
    /// stands in the record. A folder that says otherwise is a fault, and never a silent change.
    pub(crate) fn held_to(self, ids: &[String], kept: &Texts) -> Result<Self, ArmoryError> {
        let mut texts = Texts::clone(&self.texts);
        for id in ids {
            let adopted = of_house(kept, id);
            if rules_of(&adopted).is_empty() {
                return Err(ArmoryError::HouseLost(id.clone()));
            }
            let here = of_house(&texts, id);
            if rules_of(&adopted) == rules_of(&here) {
                continue;
            }
            if self.outside.contains(id) {
                return Err(ArmoryError::HouseChanged(id.clone()));
            }
            texts.retain(|path, _| !here.contains_key(path));
            texts.extend(adopted);
        }
        if texts == *self.texts {
            return Ok(self);
        }
        let opened = Self::open(texts).map_err(|errors| {
            let first = errors.first().map(ToString::to_string);
            ArmoryError::HouseUnfit(first.unwrap_or_default())
        })?;
        Ok(Self {
            outside: self.outside,
            ..opened
        })
    }

    /// The desk.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The books in force at a place on a day, where no house book is adopted.
    pub(crate) fn at(&self, place: &str, kind: &str, date: Date) -> Arc<InForce> {
        self.desk.shelf().in_force(&Selection {
            place,
            kind,
            date,
            house: &[],
        })
    }

    /// The texts of these books, as they are kept in the record.
    pub(crate) fn piece(&self, books: &[String]) -> Vec<u8> {
        let texts = self
            .texts
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()));
        logbook::books::to_bytes(files_of(texts, books))
    }
}

/// The house book that a path stands in.
fn house_of(path: &str) -> Option<String> {
    let name = path.strip_prefix("house/")?.split_once('/')?.0;
    Some(house::book_id(name))
}

fn of_house(texts: &Texts, id: &str) -> Texts {
    let own = |path: &str| house_of(path).as_deref() == Some(id);
    let files = texts.iter().filter(|(path, _)| own(path));
    files
        .map(|(path, text)| (path.clone(), text.clone()))
        .collect()
}

/// The texts that decide: the page about a book does not.
fn rules_of(texts: &Texts) -> BTreeMap<&str, &str> {
    let rules = texts.iter().filter(|(path, _)| path.ends_with(".cedar"));
    rules
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect()
}
