//! The hub itself: a real server on a free port, a real record in a folder, real rulebooks.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test of a real server works with real files, threads and clocks, and stops where it is wrong"
)]

mod asking;
mod set;
mod stopping;
mod watching;
