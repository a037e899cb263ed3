//! The answer to an ask: GO with its entry, or NO with every reason and what makes it a yes.

use jiff::Timestamp;
use maud::{Markup, html};
use rules::{Reason, book::Status};

use crate::{
    clock, fact,
    figure::{Shape, shape},
    frame::{self, Page, Way},
    law,
    page::breach,
    say,
    seen::{Seen, Viewer},
    who,
    words::Words,
};

/// A go that stands in the record. Without an entry number there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Go {
    /// What to do now: "Hand it to Lead now."
    pub now: String,
    /// What it is for: "For 14A only."
    pub scope: String,
    /// Its entry.
    pub entry: u64,
    /// When it was written.
    pub at: Timestamp,
    /// It was told before, and no longer holds.
    pub passed: bool,
}

/// A no, with every reason.
#[derive(Debug, Clone, PartialEq)]
pub struct No {
    /// What stays so: "Hero One stays with the Armorer."
    pub stays: String,
    /// What it was for: "Lead having it".
    pub wanted: String,
    /// Every rule and law that says no.
    pub reasons: Vec<Reason>,
    /// Rules that warn.
    pub warnings: Vec<Reason>,
    /// What mends each reason, where an ask does.
    pub remedies: Vec<Option<Remedy>>,
    /// Its entry; none where nothing could be written.
    pub entry: Option<u64>,
}

/// The ask that mends a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// Whoever looks may ask it, there.
    Here(Way),
    /// Others may: who, in words.
    Others(String),
}

impl Remedy {
    /// A way for whoever may ask there, words for the others.
    pub fn of(ask: &str, way: Way, around: (&Seen<'_>, &Viewer)) -> Self {
        match who::may(ask, around) {
            Ok(()) => Self::Here(way),
            Err(who) => Self::Others(who),
        }
    }
}

/// The dome of a go. A go that no longer holds is told in the past, without green.
pub fn go(it: &Go, seen: &Seen<'_>, words: &Words) -> Markup {
    let written = say!(
        words,
        "go-written",
        entry = it.entry.to_string(),
        time = clock::exact(it.at, seen.zone)
    );
    html! {
        @if it.passed {
            section class="block" role="status" {
                p class="head" { (say!(words, "go-passed")) }
                p class="how" { (written) }
            }
        } @else {
            section class="go" role="status" data-answer="go" {
                p class="word" { (say!(words, "go")) }
                p class="head" { (it.now) }
                p { (it.scope) " " (written) }
            }
        }
    }
}

/// The page of a no.
pub fn no(it: &No, seen: &Seen<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let body = html! {
        section class="no" role="alert" data-answer="no" {
            (frame::top(&html! { @if let Some(entry) = it.entry { (say!(words, "entry", entry = entry.to_string())) } }, seen, words))
            div class="slab" {
                h1 class="word" { (say!(words, "no")) }
                (shape(Shape::Cross, 120))
            }
            p class="head" { (it.stays) }
            p { (say!(words, "no-count", n = it.reasons.len(), wanted = it.wanted.clone())) }
        }
        ol {
            @for (index, reason) in it.reasons.iter().enumerate() {
                (why(index, reason, it.remedies.get(index).and_then(Option::as_ref), words))
            }
        }
        (warned(&it.warnings, words))
        @if let Some(entry) = it.entry { div class="presses one" { (frame::press(&breach::way(entry, words))) } }
        p class="block small how" { (say!(words, "not-legal-advice")) }
    };
    frame::page(&Page {
        title: say!(words, "no"),
        make_safe: Some(Way::new("/ask/collect", say!(words, "make-safe"))),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// One reason: the rule's sentence, what it read, its source, and where it is mended.
pub(super) fn why(index: usize, reason: &Reason, remedy: Option<&Remedy>, words: &Words) -> Markup {
    html! {
        li class="reason" {
            a class="why" href={ "/rule/" (reason.rule) } {
                span class="reason-n n" { (index.saturating_add(1)) }
                span {
                    b class="fact" { (says(reason, words)) } br;
                    span class="how" { (fact::line(&reason.facts, words)) } br;
                    (source(reason, words))
                }
            }
            @match remedy {
                Some(Remedy::Here(way)) => (frame::press(way)),
                Some(Remedy::Others(who)) => p { (remedy_of(reason, words)) br; b { (who) } },
                None => p { (remedy_of(reason, words)) },
            }
        }
    }
}

fn warned(warnings: &[Reason], words: &Words) -> Markup {
    html! {
        @if !warnings.is_empty() {
            h2 class="sunk" { (say!(words, "warnings")) }
            ul {
                @for reason in warnings {
                    li class="block" {
                        a href={ "/rule/" (reason.rule) } { (says(reason, words)) }
                        p { (source(reason, words)) }
                    }
                }
            }
        }
    }
}

/// The rule's sentence in the reader's language; its own words where it has no other.
pub fn says(reason: &Reason, words: &Words) -> String {
    let law = law::told(&reason.says, words);
    words.rule_says(&reason.rule, law.as_ref().unwrap_or(&reason.says))
}

/// What makes it a yes, in the reader's language.
pub fn remedy_of(reason: &Reason, words: &Words) -> String {
    let law = law::told(&reason.remedy, words);
    words.rule_remedy(&reason.rule, law.as_ref().unwrap_or(&reason.remedy))
}

fn source(reason: &Reason, words: &Words) -> Markup {
    if let Some(n) = reason.rule.strip_prefix("law-") {
        return html! { span class="small source" { (say!(words, "source-law", n = n.to_owned())) } };
    }
    html! {
        span class="small" {
            span class="source" lang="en" { @if reason.source.is_empty() { (reason.rule) } @else { (reason.source) } }
            @if reason.status == Status::Secondary {
                " · " span class="secondary" { (say!(words, "status-secondary")) }
            }
        }
    }
}

/// The page of a go that has no page of its own.
pub fn yes(it: &Go, title: &str, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (title) } }, seen, words))
        header class="title" { h1 class="name" { (title) } }
        (go(it, seen, words))
    };
    frame::page(&Page {
        title: title.to_owned(),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// Nothing was decided: what changed since the page was loaded, or why it could not be taken.
pub fn undecided(says: &str, ways: &[Way], (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    frame::page(&Page {
        title: say!(words, "not-decided"),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body: html! {
            (frame::top(&html! { b { (say!(words, "not-decided")) } }, seen, words))
            (frame::empty(says, ways))
        },
        ..Page::around(seen, viewer)
    })
}
