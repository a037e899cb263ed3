//! The fold: what each ask and report makes true.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod accounts;
mod any_order;
mod breach;
mod came_back;
mod day;
mod depth;
mod exact;
mod holds;
mod incidents;
mod lots;
mod people;
mod planning;
mod unknown;
mod voids;
mod way;
