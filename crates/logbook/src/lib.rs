//! The log of a unit: entries in order, and days written down that can be played into one.
//!
//! Never here: disk, network, clock.

pub mod entry;
pub mod play;
pub mod record;
pub mod timeline;
