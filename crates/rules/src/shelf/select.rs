//! Which books a record asks for, and remembering the answer.

use std::sync::Arc;

use jiff::civil::Date;

use super::InForce;

/// What decides which books are in force.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    /// Nested place, such as `us/us-ca`; empty where none is set.
    pub place: &'a str,
    /// Kind of production, such as `screen` or `stage`.
    pub kind: &'a str,
    /// The day, in the place's own zone.
    pub date: Date,
    /// House books adopted, such as `school`.
    pub house: &'a [String],
}

impl Selection<'_> {
    /// The places that contain this one, widest first, itself last: `us`, `us/us-ca`.
    pub(crate) fn places(&self) -> impl Iterator<Item = &str> {
        let cuts = self.place.match_indices('/').map(|(at, _)| at);
        let ends = cuts.chain([self.place.len()]);
        ends.filter_map(|end| self.place.get(..end))
            .filter(|place| !place.is_empty())
    }
}

/// A selection with its day widened to the days between which no rule begins or ends.
pub(super) struct Choice<'a> {
    selection: &'a Selection<'a>,
    turn: usize,
}

impl<'a> Choice<'a> {
    pub(super) fn new(selection: &'a Selection<'a>, turns: &[Date]) -> Self {
        Self {
            selection,
            turn: turns.partition_point(|day| *day <= selection.date),
        }
    }
}

/// A choice made before.
#[derive(Debug)]
pub(super) struct Chosen {
    place: String,
    kind: String,
    house: Vec<String>,
    turn: usize,
    pub(super) in_force: Arc<InForce>,
}

impl Chosen {
    pub(super) fn new(choice: &Choice<'_>, in_force: Arc<InForce>) -> Self {
        Self {
            place: choice.selection.place.to_owned(),
            kind: choice.selection.kind.to_owned(),
            house: choice.selection.house.to_vec(),
            turn: choice.turn,
            in_force,
        }
    }

    pub(super) fn fits(&self, choice: &Choice<'_>) -> bool {
        self.turn == choice.turn
            && self.place == choice.selection.place
            && self.kind == choice.selection.kind
            && self.house == choice.selection.house
    }
}
