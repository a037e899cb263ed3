//! Facts: what the state, the ask and its time come to, as the entities and context that rules read.
//!
//! Only what the rules of a slice read is derived, so that a decision costs what its rules read.
//! What nobody recorded is told as the schema says; where it says nothing, the fact is left out,
//! and a rule that reads it makes the answer no.

mod answers;
mod case;
mod context;
mod gather;
mod incident;
mod kept;
mod lot;
mod person;
mod presence;
mod scene;
mod stores;
mod time;
mod unit;
mod value;
mod wanted;
mod weapon;
mod would_be;
mod zone;

pub(crate) use answers::settings;
pub use case::{Case, Thing};
pub use gather::{Asked, Unknown, asked};
pub use wanted::Wanted;

#[cfg(test)]
pub(crate) mod tests;
