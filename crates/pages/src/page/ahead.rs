//! Look-ahead: what is still to do, and what stands in the way even when that is done right.

use maud::{Markup, html};
use rules::desk::{LookAhead, Of, ToDo};

use crate::{
    fact,
    figure::{Shape, shape},
    frame::{self, Page, Place, Way},
    page::answer,
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// What lies between now and a set-up, or the wrap.
pub fn ahead(of: &Of, found: &LookAhead, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let name = match of {
        Of::SetUp(set_up) => say!(words, "ahead-of-set-up", set_up = set_up.to_string()),
        Of::Wrap => say!(words, "ahead-of-wrap"),
    };
    let body = html! {
        (frame::top(&html! { b { (say!(words, "look-ahead")) } }, seen, words))
        (frame::title(&say!(words, "ahead-kept-nowhere"), &name, &html! {}))
        @if found.in_the_way.is_empty() && found.steps.is_empty() {
            (frame::empty(&say!(words, "ahead-nothing"), &[]))
        }
        @if !found.in_the_way.is_empty() {
            h2 class="sunk" { span { (say!(words, "ahead-in-the-way")) } span class="n" { (found.in_the_way.len()) } }
            @for reason in &found.in_the_way {
                a class="row" href={ "/rule/" (reason.rule) } {
                    (shape(Shape::No, 44))
                    div class="grow" {
                        p class="fact" { (answer::says(reason, words)) }
                        p class="how" { (answer::remedy_of(reason, words)) }
                    }
                }
            }
        }
        @if !found.steps.is_empty() {
            h2 class="sunk" { span { (say!(words, "ahead-to-do")) } span class="n" { (found.steps.len()) } }
            @for step in &found.steps { (to_do(step, words)) }
        }
        p class="block small how" { (say!(words, "not-legal-advice")) }
    };
    frame::page(&Page {
        title: name,
        place: Some(Place::Day),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

fn to_do(step: &ToDo, words: &Words) -> Markup {
    let says = super::ask::input(step.step.ask(), words);
    html! {
        div class="row" {
            (shape(Shape::NotYet, 44))
            div class="grow" {
                p class="fact" { (says) ": " (fact::thing(&step.of, words)) }
                @if let Some(reason) = &step.asked_by {
                    p class="how small" { a href={ "/rule/" (reason.rule) } { (answer::says(reason, words)) } }
                }
            }
        }
    }
}
