//! Tests that go through the whole engine with the small books.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod choosing;
mod composing;
mod covering;
mod deciding;
mod linting;
mod reading;
mod real;
