//! The armory over a store in memory, with the real rulebooks and a whole day.
#![expect(
    clippy::disallowed_methods,
    reason = "rulebooks and timelines are read from the repository"
)]

mod answering;
mod failing;
mod set;
