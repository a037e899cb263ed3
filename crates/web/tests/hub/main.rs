//! The hub itself: a real server on a free port, a real record in a folder, real rulebooks.
#![cfg(test)]
#![expect(
    clippy::disallowed_methods,
    reason = "the tests own the threads and files that the program owns"
)]

mod asking;
mod digest;
mod entering;
mod guests;
mod limits;
mod lines;
mod passkeys;
mod photos;
mod pictures;
mod printing;
mod scanning;
mod set;
mod shaky;
mod signing_in;
mod stations;
mod stopping;
mod voices;
mod walking;
mod watching;
