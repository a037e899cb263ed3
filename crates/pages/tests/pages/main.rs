//! Every page, rendered with a real day: what it says, and that nothing in it can hurt.
#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the timelines and rulebooks are read from their folders"
)]

mod board;
mod digest;
mod english;
mod facts;
mod forms;
mod languages;
mod law_pages;
mod laws;
mod line;
mod printed;
mod reasons;
mod rows;
mod sample;
mod scanned;
mod trust;
