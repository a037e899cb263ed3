//! Days of refusals: a square for each no, filled where it was not put right.

use maud::{Markup, html};

/// The highest column; what is more stands in the table beside it.
const HIGHEST: usize = 12;

/// Side of a square, and the step from one to the next.
const STEP: usize = 18;

/// One day: how many of its noes were put right, and how many were not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noes {
    /// Put right.
    pub right: usize,
    /// Not put right.
    pub open: usize,
}

/// The days as a picture, the newest on the right. Its numbers stand beside it in the page.
pub fn days(all: &[Noes]) -> Markup {
    let highest = all.iter().map(|it| it.right.saturating_add(it.open)).max();
    let rows = highest.unwrap_or(0).min(HIGHEST);
    let (width, height) = (all.len() * STEP, rows * STEP);
    html! {
        svg class="fig days" viewBox={ "0 0 " (width) " " (height + 4) } width=(width) height=(height + 4) aria-hidden="true" {
            path class="thin" d={ "M0 " (height + 2) "h" (width) } {}
            @for (nth, day) in all.iter().enumerate() {
                @for row in 0..day.open.saturating_add(day.right).min(HIGHEST) {
                    rect class=(if row < day.open { "oct" } else { "put-right" }) x=(nth * STEP + 3)
                        y=(height.saturating_sub((row + 1) * STEP) + 2) width="12" height="12" {}
                }
            }
        }
    }
}
