//! The Merkle log of a record: tree, tiles, checkpoints, proofs, signed notes.
//!
//! Never here: weapons, people, disk, network, clock, dice.

pub mod bundle;
pub mod checkpoint;
pub mod error;
pub mod frontier;
pub mod hash;
pub mod key;
pub mod proof;
pub mod proven;
pub mod tile;
pub mod tiler;
pub mod tree;

pub use bundle::MAX_ENTRY;
pub use checkpoint::{Checkpoint, Signed};
pub use error::LedgerError;
pub use frontier::Frontier;
pub use hash::Hash;
pub use key::{Origin, Signer, Verifier};
pub use proof::{Consistency, Inclusion};
pub use proven::{Proven, Prover};
pub use tile::{Level, MAX_ENTRIES, TILE_WIDTH, Tile};
pub use tiler::Tiler;
pub use tree::{Tiles, Tree};
