//! Laws 1 to 11: structural, no book can relax them.

use serde::{Deserialize, Serialize};

use crate::{input::Input, state::State};

/// A law that stands in the way of a row of an ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawBreak {
    /// Number of the law, 1 to 11.
    pub law: u8,
    /// What stands in the way.
    pub says: String,
    /// What would make it a yes.
    pub remedy: String,
    /// Ids it is about.
    pub about: Vec<String>,
}

/// The laws that stand in the way of one row of an ask. Reports are never in the way of a law.
pub fn in_the_way(state: &State, input: &Input, row: usize) -> Vec<LawBreak> {
    let _ = (state, input, row);
    Vec::new()
}
