//! An address where nothing is.

use crate::{
    Markup,
    frame::{self, Page, Way},
    say,
    seen::{Seen, Viewer},
};

/// Nothing is here: where to go on.
pub fn here(seen: &Seen<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let ways = [
        Way::new("/board", say!(words, "place-board")),
        Way::new("/weapons", say!(words, "place-weapons")),
    ];
    frame::page(&Page {
        title: say!(words, "nothing-here"),
        body: frame::alone(&say!(words, "nothing-here"), &ways),
        ..Page::around(seen, viewer)
    })
}
