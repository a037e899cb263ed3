//! A book: the rules of one source, place, kind of production or house.

mod error;
mod path;
mod rule;

pub use error::BookError;
pub(crate) use error::Spot;
pub(crate) use path::{Filed, file_under, sum};
pub use path::{digest, files_of};
pub use rule::{Effect, Force, Never, Rule, Scope, Status, Step};

use serde::Serialize;

/// What a book attaches to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BookKind {
    /// Good practice, in force everywhere.
    Baseline,
    /// A country, state, city or site.
    Place,
    /// A kind of production: screen, stage, reenactment.
    Kind,
    /// A house book, in force only where it was adopted.
    House,
}

/// One folder of rules, present on the shelf even when it holds none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Book {
    /// The book's id, such as `baseline`, `us/us-ca`, `kinds/stage`, `house/school`.
    pub id: String,
    /// What the book attaches to.
    pub kind: BookKind,
    /// First heading of its `README.md`.
    pub title: String,
    /// Text of its `README.md` below the heading: what the book is.
    pub about: String,
    /// Number of rules in its text, whatever their dates.
    pub rules: usize,
}

impl Book {
    /// Whether the book is there and holds no rule: the place was looked at, and nothing is written yet.
    pub fn is_empty(&self) -> bool {
        self.rules == 0
    }

    /// The kind of the book with this id.
    pub(crate) fn kind_of(id: &str) -> BookKind {
        match id.split_once('/').map_or(id, |(first, _)| first) {
            "baseline" => BookKind::Baseline,
            "kinds" => BookKind::Kind,
            "house" => BookKind::House,
            _ => BookKind::Place,
        }
    }

    /// Splits a `README.md` into its first heading and the text below.
    pub(crate) fn read_me(text: &str) -> Option<(String, String)> {
        let mut lines = text.lines();
        let title = lines
            .by_ref()
            .find_map(|line| line.strip_prefix("# "))?
            .trim();
        let about = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
        (!title.is_empty()).then(|| (title.to_owned(), about))
    }
}
