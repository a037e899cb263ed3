//! The laws, each with a go, a no-go and the edge between them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod answers;
mod custody;
mod examples;
mod known;
mod proof;
mod record;
mod rounds;
mod set;
mod shapes;
