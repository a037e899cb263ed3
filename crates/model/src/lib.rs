//! Explores what a sequence of asks and reports can reach, with the real fold and the real rulebooks
//! in the loop. Small worlds, every order of their moves; what must hold is looked at in each state.
//!
//! Never here: a rule, a law, a theorem of its own; disk, network, clock. It ships with nothing.

pub mod explore;
pub mod fingerprint;
pub mod ghost;
pub mod holds;
pub mod plant;
pub mod stand;
pub mod world;

pub use explore::{Explored, Found, explore};
pub use plant::Plant;
pub use stand::{Broken, Stand};
pub use world::World;
