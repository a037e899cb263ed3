//! The record: its entries, the newest first. Nothing here can be edited.

use logbook::Entry;
use maud::{Markup, html};

use crate::{
    clock,
    figure::{Shape, shape},
    frame::{self, Page, Place},
    name, say,
    seen::{Seen, Viewer},
    words::Words,
};

/// A stretch of the record.
pub fn record(
    entries: &[Entry],
    older: Option<u64>,
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title(&say!(words, "record-upto", entry = seen.last.to_string()), &say!(words, "place-record"), &html! {}))
        @if entries.is_empty() { (frame::empty(&say!(words, "record-empty"), &[])) }
        @else { (table(entries, Links::Lead, (seen, words))) }
        @if let Some(older) = older {
            div class="presses one" {
                a class="press" href={ "/record?before=" (older) } { (say!(words, "record-older")) (shape(Shape::Arrow, 28)) }
            }
        }
        p class="block how" { (say!(words, "record-never-edited")) }
    };
    frame::page(&Page {
        title: say!(words, "place-record"),
        place: Some(Place::Record),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

/// Whether what an entry names leads there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// It does.
    Lead,
    /// For a guest, who sees nothing else.
    None,
}

/// Entries as a table.
pub fn table(entries: &[Entry], links: Links, (seen, words): (&Seen<'_>, &Words)) -> Markup {
    let heads = [
        "record-entry",
        "record-time",
        "record-what",
        "record-by",
        "record-answer",
        "record-because",
    ];
    html! {
        div class="wide" tabindex="0" role="region" aria-label=(say!(words, "place-record")) {
            table {
                thead { tr { @for head in heads { th scope="col" { (words.say(head, &[])) } } } }
                tbody { @for entry in entries { (row(entry, links, (seen, words))) } }
            }
        }
    }
}

fn row(entry: &Entry, links: Links, (seen, words): (&Seen<'_>, &Words)) -> Markup {
    let to = |path: String, says: &str| match links {
        Links::Lead => html! { a href=(path) { (says) } },
        Links::None => html! { (says) },
    };
    let by = entry
        .by
        .as_ref()
        .map_or_else(|| say!(words, "nobody-named"), |by| name::person(by, words));
    html! {
        tr {
            td { b { (to(format!("/record?before={}", entry.seq.saturating_add(1)), &entry.seq.to_string())) } }
            td { time datetime=(entry.at) { (clock::exact(entry.at, seen.zone)) } }
            td { (input(entry.what.name(), words)) }
            td { (by) }
            td {
                @match entry.go() {
                    Some(true) => { (shape(Shape::Go, 40)) span class="away" { (say!(words, "go")) } }
                    Some(false) => { (shape(Shape::No, 40)) span class="away" { (say!(words, "no")) } }
                    None => "—",
                }
            }
            td {
                @for rule in because(entry) { (to(format!("/rule/{rule}"), rule)) " " }
                @if let Some(incident) = &entry.incident {
                    (to(format!("/incident/{incident}"), &say!(words, "incident", id = incident.to_string())))
                }
            }
        }
    }
}

fn because(entry: &Entry) -> std::collections::BTreeSet<&str> {
    let rows = entry.rows.iter().flat_map(|row| &row.because);
    rows.map(String::as_str).collect()
}

/// The same, where it begins a line.
pub fn named(machine_name: &str, words: &Words) -> String {
    name::first(&input(machine_name, words))
}

/// An ask or report by its machine name, as people say it.
pub fn input(machine_name: &str, words: &Words) -> String {
    let said = words.find(&format!("input-{machine_name}"), &[]);
    said.unwrap_or_else(|| machine_name.replace('_', " "))
}
