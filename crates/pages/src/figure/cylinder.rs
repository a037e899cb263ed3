//! A cylinder as seen from behind, the first chamber at the mark; a magazine as a column.
//! Filled: a round is in it. Open: seen empty. Broken outline: not seen.

use maud::{Markup, html};

/// What is known of a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// Seen empty.
    Empty,
    /// A round is in it, named in few letters: `¼`, `D`.
    Round(String),
    /// Not seen.
    NotSeen,
}

/// More positions than this are drawn as a column, not as a ring.
const MOST_IN_A_RING: usize = 10;

/// The positions as a picture of so many pixels. Its words stand beside it in the page.
pub fn cylinder(positions: &[Position], size: u16) -> Markup {
    let radius = if positions.len() > 7 { 17.0 } else { 25.0 };
    html! {
        svg class="fig" width=(size) height=(size) viewBox="0 0 180 180" aria-hidden="true" {
            @if positions.len() <= MOST_IN_A_RING {
                circle class="sunk-fill" cx="90" cy="90" r="87" {}
                circle class="paper-fill" cx="90" cy="90" r="12" {}
                @for (index, position) in positions.iter().enumerate() {
                    (chamber(position, index, (around(index, positions.len()), radius)))
                }
            } @else {
                rect class="sunk-fill" x="30" y="3" width="120" height="174" {}
                @for (index, position) in positions.iter().enumerate() {
                    (chamber(position, index, (stacked(index, positions.len()), 7.0)))
                }
            }
        }
    }
}

/// Where a chamber lies: clockwise, the first one on top.
fn around(index: usize, of: usize) -> (f64, f64) {
    let turn = std::f64::consts::TAU * small(index) / small(of.max(1));
    (90.0 + 56.0 * turn.sin(), 90.0 - 56.0 * turn.cos())
}

/// Where a round of a magazine lies: rows of five.
fn stacked(index: usize, of: usize) -> (f64, f64) {
    let rows = of.div_ceil(5);
    let (row, column) = (index / 5, index % 5);
    let step = 160.0 / small(rows.max(1));
    (
        46.0 + 22.0 * small(column),
        10.0 + step * (small(row) + 0.5),
    )
}

fn small(n: usize) -> f64 {
    f64::from(u16::try_from(n).unwrap_or(u16::MAX))
}

fn chamber(position: &Position, index: usize, place: ((f64, f64), f64)) -> Markup {
    let ((x, y), radius) = place;
    let (x, y) = (format!("{x:.1}"), format!("{y:.1}"));
    let base = format!("{:.1}", y.parse().unwrap_or(0.0) + radius * 0.32);
    let letters = format!("{:.1}", radius * 0.9);
    let number = index.saturating_add(1);
    html! {
        @match position {
            Position::Empty => {
                circle class="paper-fill" cx=(x) cy=(y) r=(radius) {}
                text x=(x) y=(base) font-size=(letters) { (number) }
            }
            Position::Round(named) => {
                circle class="full" cx=(x) cy=(y) r=(radius) {}
                text class="on-ink" x=(x) y=(base) font-size=(letters) { (named) }
            }
            Position::NotSeen => {
                circle class="paper-fill" cx=(x) cy=(y) r=(radius) stroke-dasharray="7 5" {}
                text x=(x) y=(base) font-size=(letters) { (number) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_is_filled_an_empty_chamber_open_and_an_unseen_one_broken() {
        let six = [
            Position::Round("¼".to_owned()),
            Position::Empty,
            Position::NotSeen,
        ];
        let drawn = cylinder(&six, 180).into_string();
        assert_eq!(drawn.matches("class=\"full\"").count(), 1);
        assert_eq!(drawn.matches("stroke-dasharray").count(), 1);
        assert_eq!(drawn.matches(">¼<").count(), 1);
    }

    #[test]
    fn the_first_chamber_is_on_top_and_the_next_to_the_right() {
        let (x, y) = around(0, 6);
        assert!((x - 90.0).abs() < 0.01 && (y - 34.0).abs() < 0.01);
        assert!(around(1, 6).0 > 90.0);
    }

    #[test]
    fn a_magazine_of_thirty_stays_inside_its_picture() {
        let inside = |(x, y): (f64, f64)| x > 30.0 && x < 150.0 && y > 3.0 && y < 177.0;
        assert!((0..30).all(|index| inside(stacked(index, 30))));
    }
}
