//! Stop, or say what worries you: for anybody, with an account or without, with a name or without.

use custody::input::{Report, What, report};
use maud::{Markup, html};

use crate::{
    figure::OCTAGON,
    form::{Blank, Faults, Fields, WHOLE},
    frame::{self, Page, Way},
    name, say,
    seen::{Seen, Viewer},
    words::Words,
};

/// How much may be written of a concern, in letters.
pub const MOST: usize = 2000;

/// The page that the code on the call sheet leads to.
pub fn stop_or_concern(blank: &Blank<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let body = html! {
        header class="title" { div {
            p class="how" { (seen.unit) }
            h1 class="name" { (say!(words, "concern-page")) }
        } }
        (blank.faults.at(WHOLE, words))
        form class="block" method="post" action="/stop" {
            button class="stop large" type="submit" {
                svg width="220" height="220" viewBox="0 0 64 64" aria-hidden="true" {
                    polygon class="oct" points=(OCTAGON) {}
                }
                span { (say!(words, "stop")) }
            }
            p class="fact" { (say!(words, "concern-stop-acts")) }
            p { (say!(words, "concern-stop-then")) }
        }
        (form(blank, viewer, words))
    };
    shown(say!(words, "concern-page"), body, (seen, viewer))
}

fn form(blank: &Blank<'_>, viewer: &Viewer, words: &Words) -> Markup {
    let wrong = blank.faults.has("about");
    html! {
        form class="block" method="post" action="/concern" id="concern" {
            h2 class="head" { (say!(words, "concern-or")) }
            input type="hidden" name="request" value=(blank.request);
            label {
                span class="said" { (say!(words, "concern-about")) }
                textarea name="about" rows="5" maxlength=(MOST) required aria-invalid=[wrong.then_some("true")]
                    aria-describedby=[wrong.then_some("wrong-about")] { (blank.fields.get("about").unwrap_or_default()) }
            }
            (blank.faults.at("about", words))
            @match &viewer.person {
                Some(person) => label class="choice" {
                    input type="checkbox" name="nameless" value="yes" checked[blank.fields.ticked("nameless")];
                    span { (say!(words, "concern-nameless", who = name::person(person, words))) }
                },
                None => p { (say!(words, "concern-has-no-name")) },
            }
            button class="press main mid" type="submit" { (say!(words, "concern-send")) }
            p class="how" { (say!(words, "concern-then")) }
        }
    }
}

/// A concern, as [`stop_or_concern`] asks it, and whether it goes without a name.
///
/// # Errors
/// What is wrong with it: it says nothing, or too much.
pub fn read(fields: &Fields) -> Result<(What, bool), Faults> {
    let mut faults = Faults::default();
    let about = fields.get("about").unwrap_or_default();
    match about.chars().count() {
        0 => faults.add("about", "wrong-concern-empty"),
        n if n > MOST => faults.add("about", "wrong-concern-long"),
        _ => {
            let about = about.to_owned();
            let concern = report::Concern { about, joins: None };
            let what = What::Report(Report::Concern(concern));
            return Ok((what, fields.ticked("nameless")));
        }
    }
    Err(faults)
}

/// The page after a concern. `entry` is none while the record cannot be written.
pub fn told(
    (entry, named): (Option<u64>, bool),
    about: &str,
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let sent = if named {
        "stop-with-name"
    } else {
        "stop-without-name"
    };
    let entry = match entry {
        Some(entry) => say!(words, "stop-entry", entry = entry.to_string()),
        None => say!(words, "stop-not-yet-recorded"),
    };
    let body = html! {
        header class="title" { div {
            p class="how" { (seen.unit) }
            h1 class="name" { (say!(words, "concern-told")) }
        } }
        blockquote class="block fact" { (about) }
        p class="block" { (words.say(sent, &[])) " " (entry) }
        p class="block" { (say!(words, "concern-then")) }
        div class="presses one" { a class="press mid" href="/stop" { (say!(words, "concern-another")) } }
    };
    shown(say!(words, "concern-told"), body, (seen, viewer))
}

/// Who is not signed in is shown no more of the unit than its name.
fn shown(title: String, body: Markup, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let inside = viewer.person.is_some();
    let onward = match inside {
        true => Way::new("/board", say!(viewer.words(), "place-board")),
        false => Way::new("/", say!(viewer.words(), "sign-in")),
    };
    frame::page(&Page {
        seen: inside.then_some(seen),
        viewer,
        title,
        place: None,
        make_safe: None,
        onward: Some(onward),
        live: false,
        scans: false,
        body,
    })
}
