//! The armory over a store in memory, with the real rulebooks and a whole day.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says, and reads the repository"
)]

mod answering;
mod examining;
mod failing;
mod house;
mod reopening;
mod set;
mod tampering;
