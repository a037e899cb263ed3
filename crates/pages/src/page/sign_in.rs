//! Signing in: by a link that is given to one person.

use maud::html;

use crate::{
    Markup,
    frame::{self, Page, Way},
    name, say,
    seen::Viewer,
};

/// Nobody is signed in: what to do. The stop works all the same.
pub fn wanted(viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let body = html! {
        header class="title" { div {
            p class="how" { "Proofhouse" }
            h1 class="name" { (say!(words, "sign-in-wanted")) }
        } }
        p class="block" { (say!(words, "sign-in-how")) }
        p class="block fact" { (say!(words, "sign-in-stop-works")) }
        div class="presses one" {
            a class="press mid" href="/stop#concern" { (say!(words, "concern-page")) }
        }
    };
    shown(viewer, say!(words, "sign-in"), body)
}

/// Somebody has just signed in.
pub fn done(viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let who = viewer
        .person
        .as_ref()
        .map(|id| name::person(id, words))
        .unwrap_or_default();
    let body = html! {
        header class="title" { div {
            p class="how" { (say!(words, "sign-in-done")) }
            h1 class="name" { (who) }
        } }
        p class="block" { (say!(words, "sign-in-yours")) }
        div class="presses one" {
            a class="press main mid" href="/board" { (say!(words, "place-board")) }
        }
    };
    shown(viewer, who, body)
}

fn shown(viewer: &Viewer, title: String, body: Markup) -> Markup {
    frame::page(&Page {
        seen: None,
        viewer,
        title,
        place: None,
        make_safe: None,
        onward: Some(Way::new("/board", say!(viewer.words(), "place-board"))),
        live: false,
        scans: false,
        body,
    })
}
