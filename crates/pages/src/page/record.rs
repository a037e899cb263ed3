//! The record: its entries, the newest first. Nothing here can be edited.

use logbook::Entry;
use maud::{Markup, html};

use crate::{
    clock,
    figure::{Shape, shape},
    frame::{self, Page, Place, Way},
    name, say,
    seen::{Seen, Viewer},
    who,
    words::Words,
};

/// Words that are looked for in entries; none: every entry is wanted.
#[derive(Debug, Clone, Default)]
pub struct Search(Vec<String>);

impl Search {
    /// The words of a search, in any order.
    pub fn of(text: &str) -> Self {
        Self(text.split_whitespace().map(str::to_lowercase).collect())
    }

    /// Whether nothing is looked for.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an entry has every word, as the record has it or as the page shows it.
    pub fn finds(&self, entry: &Entry, words: &Words) -> bool {
        if self.is_empty() {
            return true;
        }
        let record = serde_json::to_string(entry).unwrap_or_default();
        let shown = [
            record,
            input(entry.what.name(), words),
            by(entry, words),
            clock::day(entry.date, words),
        ];
        let text = shown.join("\n").to_lowercase();
        self.0.iter().all(|word| text.contains(word))
    }
}

/// Entries of a stretch that were wanted, the newest first.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// What was looked for.
    pub search: Option<String>,
    /// What was found.
    pub entries: Vec<Entry>,
    /// Where to go on: everything from this entry on was looked through; none: all was.
    pub older: Option<u64>,
    /// The signed checkpoint of the whole.
    pub checkpoint: String,
}

/// A stretch of the record.
pub fn record(stretch: &Stretch, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let search = stretch.search.as_deref();
    let (entries, older) = (&stretch.entries, stretch.older);
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title(&say!(words, "record-upto", entry = seen.last.to_string()), &say!(words, "place-record"), &html! {}))
        (frame::search("/record", "record-search", search, words))
        @if entries.is_empty() { (nothing(search, older, words)) }
        @else { (table(entries, Links::Lead, (seen, words))) }
        @if let Some(older) = older { (further(older, search, words)) }
        p class="block how" { (say!(words, "record-never-edited")) }
        details class="block" {
            summary { (say!(words, "record-checkpoint")) }
            p class="how" { (say!(words, "record-checkpoint-how")) }
            (frame::exact(&say!(words, "record-checkpoint"), &stretch.checkpoint))
        }
        @if who::may("enroll", (seen, viewer)).is_ok() {
            div class="presses one" { (frame::press(&Way::new("/people#guest", say!(words, "record-pack")))) }
        }
    };
    frame::page(&Page {
        title: say!(words, "place-record"),
        place: Some(Place::Record),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

fn nothing(search: Option<&str>, older: Option<u64>, words: &Words) -> Markup {
    let says = match (search, older) {
        (None, _) => say!(words, "record-empty"),
        (Some(_), None) => say!(words, "record-none"),
        (Some(_), Some(from)) => say!(words, "record-none-from", entry = from.to_string()),
    };
    frame::empty(&says, &[])
}

/// On to the stretch before, for the same words.
fn further(older: u64, search: Option<&str>, words: &Words) -> Markup {
    html! {
        form class="presses one" method="get" action="/record" {
            input type="hidden" name="before" value=(older);
            @if let Some(search) = search { input type="hidden" name="search" value=(search); }
            button class="press" type="submit" { span { (say!(words, "record-older")) } (shape(Shape::Arrow, 28)) }
        }
    }
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
    html! {
        tr {
            td { b { (to(format!("/entry/{}", entry.seq), &entry.seq.to_string())) } }
            td { time datetime=(entry.at) { (clock::exact(entry.at, seen.zone)) } }
            td { (input(entry.what.name(), words)) }
            td { (by(entry, words)) }
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

/// Who asked or reported.
pub(super) fn by(entry: &Entry, words: &Words) -> String {
    let by = entry.by.as_ref();
    by.map_or_else(|| say!(words, "nobody-named"), |by| name::person(by, words))
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
