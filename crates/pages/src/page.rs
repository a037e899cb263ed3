//! Every page. One file a page: its view is made from [`crate::Seen`], its markup from the view.

pub mod answer;
pub mod board;
