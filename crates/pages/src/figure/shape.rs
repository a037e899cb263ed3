//! The shapes: each tells its answer drained of colour, too.

use maud::{Markup, html};

/// The corners of a stop's octagon, in a box of 64.
pub const OCTAGON: &str = "20 3 44 3 61 20 61 44 44 61 20 61 3 44 3 20";

/// A shape of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Disc.
    Go,
    /// Square.
    No,
    /// Diamond with two bars.
    Hold,
    /// Octagon with the word beside it.
    Stop,
    /// Octagon with two lines.
    StandDown,
    /// Broken ring.
    Unknown,
    /// Dashed square with a lock.
    Preserved,
    /// Thin ring with a dash.
    NotYet,
    /// Square with a door knob.
    Safe,
    /// Tick, in ink.
    Tick,
    /// Arrow.
    Arrow,
    /// Cross, as on a no.
    Cross,
}

/// A shape as a picture of so many pixels. Its word stands beside it in the page.
pub fn shape(what: Shape, size: u16) -> Markup {
    html! {
        svg class="fig" width=(size) height=(size) viewBox="0 0 64 64" aria-hidden="true" { (drawn(what)) }
    }
}

fn drawn(what: Shape) -> Markup {
    html! {
        @match what {
            Shape::Go => {
                circle class="go-disc" cx="32" cy="32" r="29" stroke-width="4" {}
                text class="go-word" x="32" y="41" font-size="24" { "GO" }
            }
            Shape::No => {
                rect class="oct" x="2" y="2" width="60" height="60" {}
                text class="on-no" x="32" y="41" font-size="24" { "NO" }
            }
            Shape::Hold => {
                path class="hold-fill" d="M32 3 61 32 32 61 3 32z" {}
                path class="hold-bar" d="M22 21h7v22h-7zM35 21h7v22h-7z" {}
            }
            Shape::Stop => {
                polygon class="oct" points=(OCTAGON) {}
                text class="on-no" x="32" y="38" font-size="17" { "STOP" }
            }
            Shape::StandDown => {
                polygon class="oct" points=(OCTAGON) {}
                path class="on-no" stroke-width="6" d="M15 25h34M15 39h34" {}
            }
            Shape::Unknown => {
                g class="unknown" {
                    circle cx="32" cy="32" r="27" stroke="currentColor" stroke-width="5"
                        stroke-dasharray="11 5.96" {}
                    text x="32" y="43" font-size="31" { "?" }
                }
            }
            Shape::Preserved => {
                rect x="4" y="4" width="56" height="56" stroke-dasharray="9 6" {}
                path d="M19 31h26v18H19zM24 31v-7a8 8 0 0 1 16 0v7" {}
            }
            Shape::NotYet => {
                circle class="thin" cx="32" cy="32" r="26" {}
                path class="thin" d="M22 32h20" {}
            }
            Shape::Safe => {
                rect x="5" y="5" width="54" height="54" {}
                circle class="full" cx="46" cy="32" r="4" {}
            }
            Shape::Tick => { path stroke-width="8" d="M10 34 26 50 55 14" {} }
            Shape::Arrow => { path stroke-width="6" d="M8 32h44M36 15l17 17-17 17" {} }
            Shape::Cross => { path class="on-no" stroke-width="10" d="M9 9 55 55M55 9 9 55" {} }
        }
    }
}
