//! One entry of the record: who, with whom, how it was answered, what it says, and the proof that it
//! stands in the log.

use custody::{
    answered::{Consequence, Effect},
    input::With,
};
use logbook::{Entry, entry::RowVerdict};
use maud::{Markup, html};

use super::record;
use crate::{
    clock,
    figure::{Shape, shape},
    frame::{self, Page, Place, Way},
    name, say,
    seen::{Seen, Viewer},
    words::Words,
};

/// One entry.
pub fn entry(entry: &Entry, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let end = html! { time datetime=(entry.at) { (clock::exact(entry.at, seen.zone)) } };
    let as_it_is = say!(words, "entry-says");
    let small = say!(words, "entry", entry = entry.seq.to_string());
    let body = html! {
        (frame::top(&html! { b { (say!(words, "place-record")) } }, seen, words))
        (frame::title(&small, &record::named(entry.what.name(), words), &end))
        (who(entry, words))
        (answer(&entry.rows, words))
        (followed(entry, words))
        div class="block" { p class="how" { (as_it_is) } (frame::exact(&as_it_is, &said(entry))) }
        (signed(entry, words))
        (beside(entry.seq, seen, words))
    };
    frame::page(&Page {
        title: small,
        place: Some(Place::Record),
        onward: Some(Way::new("/record", say!(words, "place-record"))),
        body,
        ..Page::around(seen, viewer)
    })
}

fn who(entry: &Entry, words: &Words) -> Markup {
    let day = clock::day(entry.date, words);
    html! {
        div class="block" {
            p class="how" { (day) @if let Some(device) = &entry.device { " · " (device) } }
            p class="fact" { (record::by(entry, words)) }
            @for with in &entry.with { p { (answerer(with, words)) } }
        }
    }
}

fn answerer(with: &With, words: &Words) -> Markup {
    let role = words.say(&format!("as-{}", with.role), &[]);
    let means = words.say(&format!("means-{}", with.means), &[]);
    html! { (name::person(&with.person, words)) ", " (role) span class="how" { " · " (means) } }
}

/// Go or no, row by row; a report has neither.
fn answer(rows: &[RowVerdict], words: &Words) -> Markup {
    html! {
        @for (nth, row) in rows.iter().enumerate() {
            div class="row" {
                (shape(if row.go { Shape::Go } else { Shape::No }, 52))
                div class="grow" {
                    p class="fact" {
                        (words.say(if row.go { "go" } else { "no" }, &[]))
                        @if rows.len() > 1 { " · " (say!(words, "entry-row", n = nth.saturating_add(1))) }
                    }
                    @for rule in &row.because { p { a href={ "/rule/" (rule) } { (rule) } } }
                }
            }
        }
    }
}

/// What rules added, and the incident that it opened.
fn followed(entry: &Entry, words: &Words) -> Markup {
    let added = |it: &Consequence| {
        html! { (words.say(effect(&it.effect), &[])) " · " a href={ "/rule/" (it.rule) } { (it.rule) } }
    };
    html! {
        @if !entry.consequences.is_empty() || entry.incident.is_some() {
            div class="block" {
                p class="how" { (say!(words, "entry-followed")) }
                @for it in &entry.consequences { p { (added(it)) } }
                @if let Some(id) = &entry.incident {
                    p { a href={ "/incident/" (id) } { (say!(words, "incident", id = id.to_string())) } }
                }
            }
        }
    }
}

const fn effect(effect: &Effect) -> &'static str {
    match effect {
        Effect::StandDown(_) => "effect-stand-down",
        Effect::Clock { .. } => "effect-clock",
        Effect::Hold => "effect-hold",
        Effect::Quarantine => "effect-quarantine",
        Effect::Preserve => "effect-preserve",
        Effect::Incident => "effect-incident",
        Effect::Record => "effect-record",
    }
}

/// As the record has it.
fn said(entry: &Entry) -> String {
    serde_json::to_string_pretty(&entry.what).unwrap_or_default()
}

/// How a stranger knows that nobody changed it.
fn signed(entry: &Entry, words: &Words) -> Markup {
    let file = |kind: &str| format!("entry-{}.{kind}", entry.seq);
    let at = |kind: &str| format!("/entry/{}.{kind}", entry.seq);
    html! {
        h2 class="sunk" { span { (say!(words, "entry-proof")) } }
        p class="block" { (say!(words, "entry-proof-how")) }
        div class="presses" {
            a class="press mid low" href=(at("json")) download=(file("json")) { (say!(words, "entry-take")) }
            a class="press mid low" href=(at("tlog-proof")) download=(file("tlog-proof")) { (say!(words, "entry-take-proof")) }
        }
        p class="block" { code { "proofhouse verify " (file("json")) " --proof " (file("tlog-proof")) " --key KEY" } }
    }
}

/// Its neighbours, and where it stands among them.
fn beside(seq: u64, seen: &Seen<'_>, words: &Words) -> Markup {
    let to = |seq: u64| {
        Way::new(
            format!("/entry/{seq}"),
            say!(words, "entry", entry = seq.to_string()),
        )
    };
    let around = Way::new(
        format!("/record?before={}", seq.saturating_add(1)),
        say!(words, "entry-before-it"),
    );
    html! {
        div class="presses" {
            @if seq > 1 { (frame::press(&to(seq.saturating_sub(1)))) }
            @if seq < seen.last { (frame::press(&to(seq.saturating_add(1)))) }
            (frame::press(&around))
        }
    }
}
