//! The hub over HTTP: who asks, parsed once; which call; the API, live entries and the pages.
//!
//! Never here: SQL, signing, deciding, clock, dice, threads, HTML.

#![allow(
    clippy::result_large_err,
    reason = "a problem is the answer itself, made once a request"
)]

mod api;
mod body;
mod digest;
mod door;
mod gate;
mod limits;
mod listen;
mod now;
mod openapi;
pub mod pack;
pub mod photo;
mod problem;
mod queue;
mod screens;
mod secure;
mod sum;
mod throttle;
mod tokens;
mod unit;
mod writer;

pub use api::router;
pub use axum::Router;
pub use digest::{Addresses, Digest, NotNow, Standing, Wish};
pub use door::{Broken, Coming, Door, Kept, Session, Shut, Tools};
pub use limits::Limits;
pub use listen::{Serving, serve};
pub use openapi::openapi;
pub use problem::Problem;
pub use screens::{Authority, Waiting};
pub use secure::{Secure, Wire};
pub use throttle::Throttle;
pub use tokens::{Token, Tokens, TokensError};
pub use unit::{Readers, Unit};
pub use writer::{Clock, Writer, WriterWork, desk};
