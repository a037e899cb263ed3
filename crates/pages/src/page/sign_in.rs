//! Signing in: by a link that is given to one person, or by a PIN at a station.

use custody::id::PersonId;
use maud::html;

use crate::{
    Markup, asset,
    form::{Faults, Fields, WHOLE},
    frame::{self, Page, Way},
    name,
    page::scan,
    say,
    seen::Viewer,
    words::Words,
};

/// What stands on the sign-in page.
#[derive(Debug, Clone, Copy)]
pub struct AtDoor<'a> {
    /// Who signed in at this station before, the last one first.
    pub here: &'a [PersonId],
    /// What was filled in.
    pub fields: &'a Fields,
    /// What was wrong with it.
    pub faults: &'a Faults,
    /// Seconds until the next try, where there were too many.
    pub wait: Option<u64>,
}

/// Nobody is signed in: how to come in. The stop works all the same.
pub fn wanted(at: &AtDoor<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let body = html! {
        header class="title" { div {
            p class="how" { "Proofhouse" }
            h1 class="name" { (say!(words, "sign-in")) }
        } }
        @if let Some(seconds) = at.wait {
            p class="block wrong" role="alert" { (say!(words, "sign-in-wait", seconds = seconds)) }
        }
        (at.faults.at(WHOLE, words))
        (passkey(words))
        (form(at, words))
        p class="block" { (say!(words, "sign-in-how")) }
        p class="block fact" { (say!(words, "sign-in-stop-works")) }
    };
    frame::page(&Page {
        onward: Some(Way::new("/stop#concern", say!(words, "concern-page"))),
        scans: true,
        ..bare(viewer, say!(words, "sign-in"), body)
    })
}

/// The form of a passkey; the script shows it where there are any.
fn passkey(words: &Words) -> Markup {
    html! {
        form class="block" method="post" action="/sign-in/passkey" data-passkey="sign" hidden {
            @for field in ["id", "client", "data", "signature"] { input type="hidden" name=(field); }
            button class="press main mid" type="submit" { (say!(words, "passkey-sign-in")) }
            p class="wrong" role="alert" data-wrong hidden { (say!(words, "passkey-none")) }
        }
        script src=(asset::PASSKEY) defer {}
    }
}

fn form(at: &AtDoor<'_>, words: &Words) -> Markup {
    let wrong = |field: &str| at.faults.has(field).then_some("true");
    let about = |field: &str| at.faults.has(field).then(|| format!("wrong-{field}"));
    html! {
        form class="block" method="post" action="/sign-in" {
            (people(at, words))
            label {
                span class="said" { @if at.here.is_empty() { (say!(words, "sign-in-handle")) } @else { (say!(words, "sign-in-other")) } }
                input type="text" name="person" value=(at.fields.get("person").unwrap_or_default())
                    autocomplete="off" autocapitalize="none" spellcheck="false"
                    aria-invalid=[wrong("person")] aria-describedby=[about("person")];
            }
            (at.faults.at("person", words))
            details open[at.fields.get("badge").is_some()] {
                summary { (say!(words, "sign-in-badge")) }
                label {
                    span class="said" { (say!(words, "sign-in-badge-code")) }
                    input type="password" name="badge" autocomplete="off" data-takes-code value=(at.fields.get("badge").unwrap_or_default());
                }
                (scan::button(words))
            }
            label {
                span class="said" { (say!(words, "pin")) }
                input type="password" name="pin" inputmode="numeric" autocomplete="off" required
                    maxlength="12" aria-invalid=[wrong("pin")] aria-describedby=[about("pin")];
            }
            (at.faults.at("pin", words))
            label class="choice" {
                input type="checkbox" name="mine" value="yes" checked[at.fields.ticked("mine")];
                span { (say!(words, "sign-in-mine")) }
            }
            button class="press main mid" type="submit" { (say!(words, "sign-in")) }
        }
    }
}

/// Who signed in here before, to choose from.
fn people(at: &AtDoor<'_>, words: &Words) -> Markup {
    let chosen = at.fields.get("chosen");
    html! {
        @if !at.here.is_empty() {
            fieldset {
                legend { (say!(words, "sign-in-who")) }
                div class="choices" {
                    @for (nth, id) in at.here.iter().enumerate() {
                        @let first = chosen.is_none() && nth == 0;
                        label class="choice" {
                            input type="radio" name="chosen" value=(id) checked[first || chosen == Some(id.as_str())];
                            span { (name::person(id, words)) }
                        }
                    }
                }
            }
        }
    }
}

/// A link for one person, before it is used: a button, so that nothing uses it up by looking.
pub fn link(person: &PersonId, secret: &str, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let body = html! {
        header class="title" { div {
            p class="how" { (say!(words, "link-for")) }
            h1 class="name" { (name::person(person, words)) }
        } }
        p class="block" { (say!(words, "link-yours")) }
        form class="block" method="post" action={ "/in/" (secret) } {
            button class="press main mid" type="submit" {
                (say!(words, "link-sign-in", who = name::person(person, words)))
            }
        }
        p class="block how" { (say!(words, "link-not-you")) }
    };
    shown(viewer, say!(words, "sign-in"), body)
}

/// A link that was used, is over, or never was.
pub fn over(viewer: &Viewer) -> Markup {
    let words = viewer.words();
    told(
        viewer,
        &say!(words, "link-over"),
        &say!(words, "link-over-then"),
    )
}

/// Nothing was changed: it could not be written.
pub fn not_kept(viewer: &Viewer) -> Markup {
    let words = viewer.words();
    told(
        viewer,
        &say!(words, "not-kept"),
        &say!(words, "not-kept-then"),
    )
}

fn told(viewer: &Viewer, says: &str, then: &str) -> Markup {
    let words = viewer.words();
    let body = html! {
        header class="title" { div {
            p class="how" { "Proofhouse" }
            h1 class="name" { (says) }
        } }
        p class="block" { (then) }
        div class="presses one" { a class="press mid" href="/sign-in" { (say!(words, "sign-in")) } }
    };
    shown(viewer, says.to_owned(), body)
}

fn shown(viewer: &Viewer, title: String, body: Markup) -> Markup {
    let onward = match viewer.person {
        Some(_) => Way::new("/board", say!(viewer.words(), "place-board")),
        None => Way::new("/sign-in", say!(viewer.words(), "sign-in")),
    };
    frame::page(&Page {
        onward: Some(onward),
        ..bare(viewer, title, body)
    })
}

/// A page that shows nothing of the unit.
fn bare(viewer: &Viewer, title: String, body: Markup) -> Page<'_> {
    Page {
        seen: None,
        viewer,
        title,
        place: None,
        make_safe: None,
        onward: None,
        live: false,
        scans: false,
        body,
    }
}
