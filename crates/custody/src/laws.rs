//! Laws 1 to 11: structural, no book can relax them.
//!
//! Laws 6, 8 and 9 need nothing here: every break names its law, nothing skips `in_the_way`, and
//! no law is ever in the way of a report.

use std::ops::RangeInclusive;

use said::{Said, Sentence};
use serde::Serialize;

use crate::{
    id::PersonId,
    input::{Ask, Input, What},
    state::State,
};

mod answers;
mod custody;
mod kept;
mod known;
mod named;
mod proof;
mod record;
mod rounds;
pub mod said;

/// The numbers of the laws.
pub const NUMBERS: RangeInclusive<u8> = 1..=11;

/// A law that stands in the way of a row of an ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LawBreak {
    /// Number of the law, 1 to 11.
    pub law: u8,
    /// What stands in the way.
    pub says: Said,
    /// What would make it a yes.
    pub remedy: Said,
    /// Ids it is about.
    pub about: Vec<String>,
}

/// The laws that stand in the way of one row of an ask. Reports are never in the way of a law.
///
/// Rows are counted from 0; an ask that is no line has row 0. Rows of one line are judged together:
/// a row counts the rounds that the rows before it draw.
pub fn in_the_way(state: &State, input: &Input, row: usize) -> Vec<LawBreak> {
    let What::Ask(ask) = &input.what else {
        return Vec::new();
    };
    let asked = Asked {
        state,
        input,
        ask,
        row,
    };
    let laws = [
        record::in_the_way,
        known::in_the_way,
        kept::in_the_way,
        custody::in_the_way,
        rounds::in_the_way,
        proof::in_the_way,
        answers::in_the_way,
    ];
    laws.iter().flat_map(|law| law(&asked)).collect()
}

/// How many rows an ask has; one that is no line has one.
pub fn rows(ask: &Ask) -> usize {
    match ask {
        Ask::CheckOut(line) => line.rows().len(),
        Ask::Check(line) => line.rows().len(),
        Ask::Load(line) => line.rows().len(),
        Ask::Show(line) => line.rows().len(),
        Ask::Issue(line) => line.rows().len(),
        Ask::Announce(line) => line.rows().len(),
        Ask::ClearToFire(line) => line.rows().len(),
        _ => 1,
    }
}

impl LawBreak {
    /// A break of a law about nothing that has an id; the remedy has no values.
    pub fn new(law: u8, says: Said, remedy: &Sentence) -> Self {
        Self::with(law, says, remedy.plain())
    }

    /// A break whose remedy has values too.
    pub const fn with(law: u8, says: Said, remedy: Said) -> Self {
        Self {
            law,
            says,
            remedy,
            about: Vec::new(),
        }
    }

    /// The same, about one thing more.
    #[must_use]
    pub fn about(mut self, id: impl ToString) -> Self {
        self.about.push(id.to_string());
        self
    }
}

/// One row of an ask, before the state it is asked in.
struct Asked<'a> {
    state: &'a State,
    input: &'a Input,
    ask: &'a Ask,
    row: usize,
}

impl<'a> Asked<'a> {
    fn by(&self) -> Option<&'a PersonId> {
        self.input.by.as_ref()
    }
}
