//! The rulebooks that decide, and their texts as they travel with the record.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rules::book::files_of;
use rules::desk::Desk;
use rules::{BookError, InForce, Selection, Shelf};

/// Rulebooks: their texts, and the desk that decides by them.
#[derive(Debug, Clone)]
pub struct Books {
    texts: Arc<BTreeMap<String, String>>,
    desk: Desk,
}

impl Books {
    /// Opens rulebooks from their texts: paths inside the rulebooks folder, and what the files hold.
    ///
    /// # Errors
    /// Every fault found in them.
    pub fn open(texts: impl IntoIterator<Item = (String, String)>) -> Result<Self, Vec<BookError>> {
        let texts: BTreeMap<String, String> = texts.into_iter().collect();
        let shelf = Shelf::open(texts.clone())?;
        Ok(Self {
            texts: Arc::new(texts),
            desk: Desk::new(Arc::new(shelf)),
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
