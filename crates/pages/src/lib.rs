//! What people see: every page and form as a pure function from state, viewer and language to HTML.
//!
//! Never here: axum, async, clock, disk, network, deciding.
//!
//! A page takes a [`Seen`] (the unit at one moment) and a [`Viewer`] (who looks, in which language
//! and light), and gives [`maud::Markup`]. The hub serves it; later a phone's own worker can. No
//! page carries inline styles or scripts: what it needs stands in [`asset`].

pub mod asset;
pub mod clock;
pub mod fact;
pub mod figure;
pub mod form;
pub mod frame;
pub mod law;
pub mod mail;
pub mod name;
pub mod page;
pub mod print;
pub mod seen;
pub mod sheet;
pub mod who;
pub mod words;

pub use maud::Markup;
pub use seen::{Look, Seen, Viewer};
pub use words::{Language, Words};
