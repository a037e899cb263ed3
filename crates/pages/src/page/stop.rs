//! The stop: already done when it shows. Nothing more has to be done, and no name is asked for.

use jiff::Timestamp;
use maud::{Markup, html};

use crate::{
    clock,
    figure::{Shape, shape},
    frame::{self, Page, Way},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// A stop that was called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// When.
    pub at: Timestamp,
    /// Its entry; none while the record cannot be written: it is told all the same.
    pub entry: Option<u64>,
    /// It was called with a name.
    pub named: bool,
}

/// What may be said of it afterwards: report and text.
const SAY: [(&str, &str); 4] = [
    ("injury", "stop-someone-is-hurt"),
    ("bullet_round_found", "stop-a-bullet-round"),
    ("near_miss", "stop-pointed"),
    ("concern", "stop-other"),
];

/// What was seen, by its name in an address; something else is for whoever saw it to write.
pub fn saw(what: &str, words: &Words) -> Option<String> {
    let mut known = SAY.iter().filter(|(name, _)| *name != "concern");
    let (_, says) = known.find(|(name, _)| *name == what)?;
    Some(words.say(says, &[]))
}

/// Where it is said: who is signed in has a form for each, and anybody the one for a concern.
fn address(what: &str, viewer: &Viewer) -> String {
    match viewer.person {
        Some(_) => format!("/ask/{what}"),
        None => format!("/stop?saw={what}#concern"),
    }
}

/// The page after a stop.
pub fn called(it: &Called, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let entry = match it.entry {
        Some(entry) => say!(words, "stop-entry", entry = entry.to_string()),
        None => say!(words, "stop-not-yet-recorded"),
    };
    let sent = if it.named {
        "stop-with-name"
    } else {
        "stop-without-name"
    };
    let body = html! {
        section class="no" role="alert" data-answer="stop" {
            (frame::top(&html! { (seen.unit) }, seen, words))
            div class="slab" {
                div {
                    h1 class="head" { (say!(words, "stop-is-called")) }
                    p class="n" { (clock::exact(it.at, seen.zone)) }
                    p class="fact" { (say!(words, "stop-everywhere")) }
                    p { (words.say(sent, &[])) " " (entry) }
                }
                (shape(Shape::Stop, 120))
            }
        }
        p class="block" { b { (say!(words, "stop-nothing-more")) } " " (say!(words, "stop-if-you-want")) }
        div class="presses" {
            @for (what, says) in SAY {
                a class="press mid" href=(address(what, viewer)) { (words.say(says, &[])) }
            }
        }
        p class="block" { (say!(words, "stop-goes-on")) }
        div class="presses" {
            a class="press mid" href="/board" { (say!(words, "place-board")) }
        }
    };
    frame::page(&Page {
        title: say!(words, "stop"),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}
