//! What is true on a set: every ask and report in one typed vocabulary, the state they make,
//! and the laws no caller can go around.
//!
//! Never here: clock, dice, disk, network, async, Cedar.

pub mod answered;
pub mod derive;
pub mod fold;
pub mod id;
pub mod input;
pub mod laws;
pub mod names;
pub mod rounds;
pub mod schema;
pub mod sentence;
pub mod state;
