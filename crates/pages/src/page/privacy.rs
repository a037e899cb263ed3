//! What is kept of whom: where, why, how long, and how it is erased. Anybody may read it.

use maud::{Markup, html};

use crate::{
    frame::{self, Page, Way},
    say,
    seen::Viewer,
};

/// What is kept.
const KEPT: [&str; 5] = ["record", "photos", "sign-in", "digest", "device"];

/// What is said of each.
const SAID: [&str; 5] = ["what", "where", "why", "long", "erase"];

/// The privacy notice.
pub fn privacy(unit: &str, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let said = |key: &str| words.say(&format!("privacy-{key}"), &[("unit", unit.into())]);
    let body = html! {
        header class="title" { div {
            p class="how" { (unit) }
            h1 class="name" { (say!(words, "privacy-title")) }
        } }
        p class="block" { (say!(words, "privacy-who")) }
        @for kept in KEPT {
            section class="block" id=(kept) {
                h2 class="head" { (said(kept)) }
                dl class="said-of" {
                    @for head in SAID {
                        dt { (said(&format!("head-{head}"))) }
                        dd { (said(&format!("{kept}-{head}"))) }
                    }
                }
            }
        }
        p class="block" { (say!(words, "privacy-nothing-else")) }
    };
    frame::page(&Page {
        seen: None,
        viewer,
        title: say!(words, "privacy-title"),
        place: None,
        make_safe: None,
        onward: Some(Way::new("/digest", say!(words, "digest-title"))),
        live: false,
        scans: false,
        body,
    })
}
