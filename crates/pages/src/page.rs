//! Every page. One file a page: its view is made from [`crate::Seen`], its markup from the view.

pub mod ahead;
pub mod answer;
pub mod board;
pub mod check;
pub mod issue;
pub mod menu;
pub mod people;
pub mod record;
pub mod refusals;
pub mod rounds;
pub mod rule;
pub mod stop;
pub mod weapon;
