//! Facts, each against a slow derivation from the record as text, and against the schema.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod at_the_desk;
mod compare;
mod edges;
mod law_five;
pub(crate) mod sample;
mod schema;
mod slow;
mod slow_contexts;
mod slow_hands;
mod slow_scenes;
mod slow_stores;
mod slow_things;
mod would_be;
