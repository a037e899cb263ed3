//! The ring: closed where a check holds, its arc what is left; broken where nothing is proven.

use maud::{Markup, html};

/// What a ring says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    /// The check holds, and no book limits its age: so many minutes since.
    Holds {
        /// Minutes since the check.
        age: i64,
    },
    /// The check holds for so many minutes more, of so many.
    Left {
        /// Minutes left.
        left: i64,
        /// Minutes the book allows.
        of: i64,
    },
    /// The check is older than the book allows: minutes since.
    TooOld {
        /// Minutes since the check.
        age: i64,
    },
    /// Nothing is proven.
    Unknown,
    /// Nothing to prove yet.
    NotYet,
}

/// Length of the ring's line: its radius is 42.
const AROUND: f64 = 263.9;

/// The ring as a picture of so many pixels. Its words stand beside it in the page.
pub fn ring(what: Ring, size: u16, unit: &str) -> Markup {
    html! {
        svg class="fig" width=(size) height=(size) viewBox="0 0 100 100" aria-hidden="true" {
            @match what {
                Ring::Holds { age } => {
                    circle cx="50" cy="50" r="42" stroke-width="12" {}
                    (number(age, unit))
                }
                Ring::Left { left, of } => {
                    circle class="hair" cx="50" cy="50" r="42" stroke-width="12" {}
                    circle class="ring-left" cx="50" cy="50" r="42" stroke-width="12"
                        stroke-dasharray=(arc(left, of)) transform="rotate(-90 50 50)" {}
                    (number(left, unit))
                }
                Ring::TooOld { age } => {
                    g class="no-text" {
                        circle cx="50" cy="50" r="42" stroke="currentColor" stroke-width="10"
                            stroke-dasharray="17 9.39" {}
                        (number(age, unit))
                    }
                }
                Ring::Unknown => {
                    g class="unknown" {
                        circle cx="50" cy="50" r="42" stroke="currentColor" stroke-width="8"
                            stroke-dasharray="17 9.39" {}
                        text x="50" y="67" font-size="50" { "?" }
                    }
                }
                Ring::NotYet => {
                    circle class="thin" cx="50" cy="50" r="42" {}
                    path class="thin" d="M34 50h32" {}
                }
            }
        }
    }
}

fn arc(left: i64, of: i64) -> String {
    let share = |part: i64, whole: i64| {
        let part = f64::from(i32::try_from(part).unwrap_or(i32::MAX));
        let whole = f64::from(i32::try_from(whole).unwrap_or(i32::MAX));
        part / whole
    };
    let lit = AROUND * share(left.max(0), of.max(1)).min(1.0);
    format!("{lit:.1} {AROUND}")
}

/// Three digits are written smaller: they stay inside.
fn number(n: i64, unit: &str) -> Markup {
    let size = if n > 99 { 26 } else { 34 };
    html! {
        text x="50" y="54" font-size=(size) { (n) }
        text class="unit" x="50" y="74" font-size="20" { (unit) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arc_is_what_is_left_of_what_the_book_allows() {
        assert_eq!(arc(30, 30), "263.9 263.9");
        assert_eq!(arc(15, 30), "131.9 263.9");
        assert_eq!(arc(0, 30), "0.0 263.9");
        assert_eq!(arc(-4, 30), "0.0 263.9");
        assert_eq!(arc(9, 0), "263.9 263.9");
    }
}
