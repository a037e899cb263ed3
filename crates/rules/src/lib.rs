//! Rulebooks in Cedar: opens them, chooses those in force, decides, explains.
//!
//! Never here: a rule in Rust, disk, network, clock.
//!
//! What stands in a rulebook is a reading of sources for use on set. It is
//! not legal advice, and whoever shows a rule says so ([`NOT_LEGAL_ADVICE`]).

pub mod book;
pub mod cases;
pub mod compare;
pub mod coverage;
pub mod desk;
pub mod facts;
pub mod house;
pub mod hygiene;
mod lint;
pub mod never;
pub mod reads;
pub mod shelf;
pub mod slice;
pub mod verdict;

pub use book::{Book, BookError, BookKind, Rule};
pub use shelf::{InForce, Selection, Shelf};
pub use slice::Slice;
pub use verdict::{Fault, Reason, Ruling};

/// The sentence that every screen and export shows beside a rule.
pub const NOT_LEGAL_ADVICE: &str = "Not legal advice.";

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
