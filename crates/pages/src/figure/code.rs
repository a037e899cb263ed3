//! A code that a phone's camera reads, as one path: dark squares on white, in any light of the page.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// White around the code, in modules: less, and cameras lose it.
const QUIET: usize = 4;

/// The QR code of a text. A text too long for one is not drawn: what the code holds stands beside it
/// in letters.
pub fn code(text: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return Markup::default();
    };
    let width = code.width();
    let whole = width.saturating_add(QUIET * 2);
    html! {
        svg class="code" viewBox={ "0 0 " (whole) " " (whole) } shape-rendering="crispEdges" aria-hidden="true" {
            path fill="#fff" d={ "M0 0h" (whole) "v" (whole) "H0z" } {}
            path fill="#000" d=(path(&code.to_colors(), width)) {}
        }
    }
}

/// Each row's runs of dark modules, as rectangles of height 1.
fn path(modules: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, row) in modules.chunks(width.max(1)).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (left, top, long) = (QUIET + x, QUIET + y, run.len());
                // Writing to a text does not fail.
                let _ = write!(path, "M{left} {top}h{long}v1h-{long}z");
            }
            x += run.len();
        }
    }
    path
}
