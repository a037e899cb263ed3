//! Every page. One file a page: its view is made from [`crate::Seen`], its markup from the view.

pub mod ahead;
pub mod answer;
pub mod ask;
pub mod board;
pub mod cards;
pub mod check;
pub mod concern;
pub mod incident;
pub mod issue;
pub mod labels;
pub mod line;
pub mod make_safe;
pub mod menu;
pub mod nothing;
pub mod people;
pub mod person;
pub mod record;
pub mod refusals;
pub mod rounds;
pub mod rule;
pub mod scenes;
pub mod sign_in;
pub mod stop;
pub mod waiting;
pub mod wall;
pub mod weapon;
