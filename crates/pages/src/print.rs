//! What goes on paper: sheets in millimetres, A4 or Letter, black on white in any light of the page.

use maud::{Markup, html};

use crate::{
    asset,
    frame::{self, Page, Place},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 215.9 × 279.4 mm.
    Letter,
}

impl Paper {
    const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The paper of a name, else the usual one of a place: Letter in the United States and Canada.
    pub fn of(name: Option<&str>, place: &str) -> Self {
        let named = Self::ALL.into_iter().find(|it| name == Some(it.as_str()));
        let usual = match place.split('/').next() {
            Some("us" | "ca") => Self::Letter,
            _ => Self::A4,
        };
        named.unwrap_or(usual)
    }

    /// Its name in an address, and in the sheet of styles.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }
}

/// What was chosen to print: which things, on which paper.
#[derive(Debug, Clone, Copy)]
pub struct Chosen<'a> {
    /// One of the page's choices; everything where it is none of them.
    pub of: Option<&'a str>,
    /// The paper.
    pub paper: Paper,
    /// Where the hub was reached: `http://hub:7300`. Every code leads there.
    pub origin: &'a str,
    /// Where anybody's phone reaches it for a stop, be it trusted there or not.
    pub stop: &'a str,
}

impl Chosen<'_> {
    /// Whether things of this kind are wanted.
    pub fn wants(&self, kind: &str, kinds: &[&str]) -> bool {
        self.of.is_none_or(|of| of == kind || !kinds.contains(&of))
    }

    /// Whether the hub was reached by a name that means this computer alone.
    fn here_alone(&self) -> bool {
        let host = self.origin.split_once("://").map_or("", |(_, host)| host);
        ["localhost", "127.", "[::1]"]
            .iter()
            .any(|here| host.starts_with(here))
    }
}

/// A page of sheets to print. `kinds` are its choices: the key of each is `print-KIND`.
pub fn page(
    (path, title, kinds): (&str, String, &[&str]),
    sheets: &[Markup],
    (chosen, seen, viewer): (&Chosen<'_>, &Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let n = i64::try_from(sheets.len()).unwrap_or(i64::MAX);
    let body = html! {
        link rel="stylesheet" href=(asset::PRINT);
        div class="screen" {
            (frame::top(&html! { b { (seen.unit) } }, seen, words))
            (frame::title("", &title, &html! {}))
            (choices((path, kinds), chosen, words))
            p class="block" { (say!(words, "print-how", n = n)) }
            @if chosen.here_alone() { p class="block no-text" { (say!(words, "print-here-alone", origin = chosen.origin)) } }
        }
        div class="sheets" {
            @for sheet in sheets { section class={ "sheet " (chosen.paper.as_str()) } { (sheet) } }
        }
    };
    frame::page(&Page {
        title,
        place: Some(Place::Labels),
        body,
        ..Page::around(seen, viewer)
    })
}

fn choices((path, kinds): (&str, &[&str]), chosen: &Chosen<'_>, words: &Words) -> Markup {
    let of = chosen.of.filter(|of| kinds.contains(of));
    let all = ["all"].iter().chain(kinds);
    let at = |of: &str, paper: Paper| format!("{path}?of={of}&paper={}", paper.as_str());
    html! {
        nav class="presses choose" aria-label=(say!(words, "print-choose")) {
            @for kind in all {
                @let is = of.unwrap_or("all") == *kind;
                a class=(if is { "press mid low main" } else { "press mid low" }) href=(at(kind, chosen.paper))
                    aria-current=[is.then_some("true")] { (words.say(&format!("print-{kind}"), &[])) }
            }
            @for paper in Paper::ALL {
                @let is = chosen.paper == paper;
                a class=(if is { "press mid low main" } else { "press mid low" })
                    href=(at(of.unwrap_or("all"), paper)) aria-current=[is.then_some("true")] { (paper.name()) }
            }
            @let other = if path == "/cards" { ("/labels", "place-labels") } else { ("/cards", "print-cards-title") };
            a class="press mid low" href=(other.0) { (words.say(other.1, &[])) }
        }
    }
}

/// A name that has to find room: a long one is set smaller.
pub fn name(text: &str) -> Markup {
    let class = match text.chars().count() {
        ..=18 => "called",
        19..=36 => "called long",
        _ => "called longest",
    };
    html! { p class=(class) { (text) } }
}
