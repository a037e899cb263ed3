//! Our figures: rings, cylinders, and the shapes that carry an answer without colour or word.

mod code;
mod cylinder;
mod days;
mod ring;
mod shape;

pub use code::code;
pub use cylinder::{Position, cylinder};
pub use days::{Noes, days};
pub use ring::{Ring, ring};
pub use shape::{OCTAGON, Shape, shape};
