//! The log of a unit: entries in order, verified and audited, and days written down that can be
//! played into one.
//!
//! Never here: disk, network, clock.

pub mod audit;
pub mod books;
pub mod canonical;
pub mod entry;
pub mod judge;
pub mod papers;
pub mod play;
pub mod record;
pub mod refused;
pub mod things;
pub mod timeline;
pub mod verify;

pub use entry::{Came, Entry, EntryError, Founding, RowVerdict};
pub use refused::Refused;
