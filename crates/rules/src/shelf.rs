//! The shelf: every rulebook, parsed and checked, and the choice of those in force.

mod in_force;
mod open;
mod select;

pub use in_force::{Gap, GapReason, InForce};
pub use select::Selection;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use cedar_policy::{Policy, Schema};
use custody::id::BookId;

use crate::book::{Book, BookError, Never, Rule, sum};
use crate::house;
use crate::reads::Attributes;
use select::{Choice, Chosen};

/// How many choices are kept before the shelf forgets them all and starts again.
const KEPT: usize = 64;

/// All rulebooks of one schema.
#[derive(Debug)]
pub struct Shelf {
    schema: Schema,
    attributes: Attributes,
    books: Vec<Arc<Book>>,
    rules: Vec<Arc<Rule>>,
    permits: Vec<Permit>,
    never: Vec<Never>,
    policies: HashMap<String, Policy>,
    texts: Vec<BookText>,
    turns: Vec<jiff::civil::Date>,
    chosen: RwLock<Vec<Chosen>>,
}

/// The baseline's one permit of an ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permit {
    /// Its `@id`.
    pub id: String,
    /// The action it opens.
    pub action: String,
}

/// One file's text, for the digest.
#[derive(Debug)]
pub(crate) struct BookText {
    /// Id of the book; empty for the schema.
    pub(crate) book: String,
    pub(crate) file: String,
    pub(crate) text: String,
}

impl BookText {
    fn named(&self) -> (&str, &str) {
        (&self.file, &self.text)
    }
}

impl Shelf {
    /// Opens the rulebooks from their texts: paths inside the rulebooks folder, and what the files hold.
    ///
    /// # Errors
    /// Every fault found, in the order of files and lines; nothing is opened then.
    pub fn open(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, Vec<BookError>> {
        open::open(files.into_iter().collect())
    }

    /// What is in force for a place, kind, day and adopted house books. Cheap to ask again.
    pub fn in_force(&self, selection: &Selection<'_>) -> Arc<InForce> {
        let choice = Choice::new(selection, &self.turns);
        {
            let chosen = self.chosen.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(found) = chosen.iter().find(|chosen| chosen.fits(&choice)) {
                return Arc::clone(&found.in_force);
            }
        }
        let in_force = Arc::new(in_force::gather(self, selection));
        let mut chosen = self.chosen.write().unwrap_or_else(PoisonError::into_inner);
        if chosen.len() >= KEPT {
            chosen.clear();
        }
        chosen.push(Chosen::new(&choice, Arc::clone(&in_force)));
        in_force
    }

    /// Every book, baseline first, then places, kinds and house books by id.
    pub fn books(&self) -> &[Arc<Book>] {
        &self.books
    }

    /// The book with this id.
    pub fn book(&self, id: &str) -> Option<&Arc<Book>> {
        self.books.iter().find(|book| book.id == id)
    }

    /// Whether a house book of this name is here.
    pub fn has_house(&self, name: &BookId) -> bool {
        self.book(&house::book_id(name.as_str())).is_some()
    }

    /// SHA-256 in hex over the rules of one book, by path.
    pub fn digest_of(&self, book: &str) -> String {
        let own = self.texts.iter().filter(|text| text.book == book);
        sum(own.map(BookText::named))
    }

    /// Every rule whatever its dates, in the order of books, files and lines.
    pub fn rules(&self) -> &[Arc<Rule>] {
        &self.rules
    }

    /// The rule with this id.
    pub fn rule(&self, id: &str) -> Option<&Arc<Rule>> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The baseline's permits: exactly the asks.
    pub fn permits(&self) -> &[Permit] {
        &self.permits
    }

    /// Theorems of the never-list. Nothing decides with them.
    pub fn never(&self) -> &[Never] {
        &self.never
    }

    /// The policy of a rule, permit or theorem, by its id.
    pub fn policy(&self, id: &str) -> Option<&Policy> {
        self.policies.get(id)
    }

    /// The schema all rules were checked against.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Names of all actions of the schema, groups left out.
    pub fn actions(&self) -> impl Iterator<Item = &str> {
        let groups: Vec<_> = self.schema.action_groups().collect();
        self.schema
            .actions()
            .filter(move |uid| !groups.contains(uid))
            .map(|uid| uid.id().unescaped())
    }

    /// Days on which some rule begins or has ended, in order.
    pub fn turns(&self) -> &[jiff::civil::Date] {
        &self.turns
    }

    pub(crate) fn attributes(&self) -> &Attributes {
        &self.attributes
    }

    pub(crate) fn texts(&self) -> &[BookText] {
        &self.texts
    }
}
