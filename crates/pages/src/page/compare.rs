//! Two places beside each other: for each ask, what one asks for that the other does not.

use std::{collections::BTreeMap, sync::Arc};

use maud::{Markup, html};
use rules::{Book, Rule};

use crate::{
    frame::{self, Page, Place, Way},
    page::{record, rule},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// One of the two: its book, and what it asks for that the other does not, by ask.
#[derive(Debug, Clone)]
pub struct Side<'a> {
    /// Its book.
    pub book: &'a Book,
    /// Its rules beyond the other's, by ask.
    pub beyond: BTreeMap<String, Vec<Arc<Rule>>>,
}

/// The page; no sides where none were chosen yet, or one is not known.
pub fn compare(
    sides: Option<&[Side<'_>; 2]>,
    books: &[&Book],
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let chosen = |nth: usize| Some(sides?.get(nth)?.book.id.as_str());
    let body = html! {
        (frame::top(&html! { b { (say!(words, "place-rules")) } }, seen, words))
        (frame::title("", &say!(words, "compare"), &html! {}))
        form class="block" method="get" action="/rules/compare" {
            (choice(("one", "compare-one", chosen(0)), books, words))
            (choice(("other", "compare-other", chosen(1)), books, words))
            button class="press main mid low" type="submit" { (say!(words, "compare-do")) }
        }
        p class="block sunk-box" { (say!(words, "not-legal-advice")) }
        @for side in sides.into_iter().flatten() { (beyond(side, words)) }
        @if sides.is_some() { p class="block how" { (say!(words, "compare-how")) } }
    };
    frame::page(&Page {
        title: say!(words, "compare"),
        place: Some(Place::Rules),
        onward: Some(Way::new("/rules", say!(words, "place-rules"))),
        body,
        ..Page::around(seen, viewer)
    })
}

fn choice(
    (field, says, chosen): (&str, &str, Option<&str>),
    books: &[&Book],
    words: &Words,
) -> Markup {
    html! {
        label {
            span class="said" { (words.say(says, &[])) }
            select name=(field) {
                @for book in books {
                    option value=(book.id) selected[chosen == Some(book.id.as_str())] { (rule::title(book, words)) }
                }
            }
        }
    }
}

fn beyond(side: &Side<'_>, words: &Words) -> Markup {
    let n: usize = side.beyond.values().map(Vec::len).sum();
    html! {
        h2 class="sunk" { span { (say!(words, "compare-only", book = rule::title(side.book, words))) } span class="n" { (n) } }
        @if n == 0 { p class="block" { (say!(words, "compare-nothing")) } }
        @for (ask, rules) in &side.beyond {
            h3 class="block fact" { (record::input(ask, words)) }
            ul class="rows" { @for it in rules { (rule::line(it, None, words)) } }
        }
    }
}
