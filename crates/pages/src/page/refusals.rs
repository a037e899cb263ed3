//! Refusals of today: near misses, shown with how soon each was put right.

use maud::{Markup, html};

use crate::{
    clock,
    figure::{Shape, shape},
    frame::{self, Page, Place},
    name,
    page::{breach, record},
    say,
    seen::{Refusal, Seen, Viewer},
    words::Words,
};

/// Today's refusals, the newest first.
pub fn refusals(seen: &Seen<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let n = seen.refusals.len();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title(&say!(words, "refused-today"), &n.to_string(), &html! {}))
        @if n == 0 { (frame::empty(&say!(words, "refusals-none"), &[])) }
        div class="rows" { @for refusal in seen.refusals.iter().rev() { (row(refusal, seen, words)) } }
        p class="block how" { (say!(words, "refusals-are-kept")) }
    };
    frame::page(&Page {
        title: say!(words, "place-refusals"),
        place: Some(Place::Refusals),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

fn row(it: &Refusal, seen: &Seen<'_>, words: &Words) -> Markup {
    let about: Vec<String> = it.about.iter().map(|thing| of(thing)).collect();
    let by = it
        .by
        .as_ref()
        .map_or_else(|| say!(words, "nobody-named"), |by| name::person(by, words));
    html! {
        div class="row" {
            (shape(Shape::No, 48))
            div class="grow" {
                p class="fact" {
                    a href={ "/record?before=" (it.seq.saturating_add(1)) } { (record::input(&it.what, words)) ", " (about.join(", ")) }
                }
                p class="how" { (clock::since(it.at, (seen.at, seen.zone), words)) ", " (by) }
                p { a href=(breach::way(it.seq, words).to) { (breach::way(it.seq, words).words) } }
                p class="small" { @for rule in &it.because { a href={ "/rule/" (rule) } { (rule) } " " } }
                p {
                    @match it.remedied {
                        Some(at) => b { (say!(words, "put-right-in", span = clock::span(clock::minutes(it.at, at), words))) },
                        None => span class="no-text" { (say!(words, "not-put-right")) },
                    }
                }
            }
        }
    }
}

/// A thing as people say it: `weapon:hero-one` is "Hero One".
fn of(thing: &str) -> String {
    let (_, id) = thing.split_once(':').unwrap_or(("", thing));
    custody::sentence::readable(id)
}
