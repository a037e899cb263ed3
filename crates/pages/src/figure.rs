//! Our figures: rings, cylinders, and the shapes that carry an answer without colour or word.

mod cylinder;
mod ring;
mod shape;

pub use cylinder::{Position, cylinder};
pub use ring::{Ring, ring};
pub use shape::{Shape, shape};
