//! A store in one file: SQLite, durable when it answers.
//!
//! Never here: deciding, signing, network, a second file format.

mod backup;
mod fault;
mod file;
mod piece;
mod read;
mod schema;
mod store;
mod sum;
mod write;

pub use backup::restore;
pub use store::SqliteStore;
