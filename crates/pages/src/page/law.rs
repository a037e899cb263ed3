//! A law: what it holds, that nothing relaxes it, and what it may say.

use custody::laws::said::{self, Sentence};
use maud::{Markup, html};

use crate::{
    frame, law,
    page::rule,
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// A law in a list: what it holds, its number, how often it said no.
pub(super) fn line(of: u8, said_no: Option<usize>, words: &Words) -> Markup {
    let number = html! { (name(of, words)) };
    rule::row(
        (&law::rule_of(of), &law::holds(of, words)),
        &number,
        said_no,
        words,
    )
}

/// What a law is called.
fn name(of: u8, words: &Words) -> String {
    say!(words, "law-name", n = of)
}

/// What a search looks for words in.
pub(super) fn texts(of: u8, words: &Words) -> Vec<String> {
    let more = ["shows", "never", "uncounted"];
    let more = more.iter().filter_map(|it| law::more(of, it, words));
    let own = [law::rule_of(of), name(of, words), law::holds(of, words)];
    own.into_iter().chain(more).collect()
}

/// One law.
pub fn law(of: u8, said_no: usize, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (say!(words, "place-rules")) } " · " (say!(words, "laws")) }, seen, words))
        (frame::title(&name(of, words), &law::holds(of, words), &html! {}))
        div class="three" {
            div { p class="how" { (say!(words, "rule-force")) } p class="fact" { (say!(words, "law-structural")) } }
            div { p class="how" { (say!(words, "rule-in-force")) } p class="fact" { (say!(words, "law-always")) } }
            div { p class="how" { (say!(words, "law-relaxed-by")) } p class="fact" { (say!(words, "law-nobody")) } }
        }
        div class="block sunk-box" {
            p { (say!(words, "law-no-book")) }
            p { b { (say!(words, "law-is-ours")) } }
        }
        @if let Some(shows) = law::more(of, "shows", words) {
            div class="block" { p class="how" { (say!(words, "law-shows")) } p { (shows) } }
        }
        (noes(of, said_no, words))
        (says(&said::of(of).collect::<Vec<_>>(), words))
    };
    rule::shown(name(of, words), body, (seen, viewer))
}

/// How often it said no; why it never does, or why that is not counted.
fn noes(of: u8, said_no: usize, words: &Words) -> Markup {
    let why = ["never", "uncounted"];
    let why = why.iter().find_map(|it| law::more(of, it, words));
    html! {
        div class="block" {
            p class="how" { (say!(words, "rule-said-no")) }
            @match why {
                Some(why) => p { (why) },
                None => p class="fact n" { (said_no) },
            }
        }
    }
}

/// Its sentences, with their gaps.
fn says(all: &[&Sentence], words: &Words) -> Markup {
    html! {
        @if !all.is_empty() {
            details class="block" {
                summary { (say!(words, "law-says", n = all.len())) }
                p class="how small" { (say!(words, "law-says-how")) }
                ul { @for it in all { li { (law::open(it, words)) } } }
            }
        }
    }
}
