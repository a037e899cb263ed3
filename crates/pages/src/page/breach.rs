//! A breach: what was refused was done all the same. A report, and so never refused.

use std::collections::BTreeSet;

use custody::{
    id::PersonId,
    input::{Ask, Report, What, report::Breach},
};
use logbook::Entry;
use maud::{Markup, html};
use serde_json::Value;

use crate::{
    clock,
    form::{Blank, Fields},
    frame::{self, Page, Way},
    name,
    page::{line, record},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// The form that reports it, of the entry that was refused.
pub fn form(entry: &Entry, blank: &Blank<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let what = record::input(entry.what.name(), words);
    let by = entry.by.as_ref().map(|by| name::person(by, words));
    let small = say!(
        words,
        "breach-refused-at",
        entry = entry.seq.to_string(),
        time = clock::exact(entry.at, seen.zone)
    );
    let body = html! {
        (frame::top(&html! { b { (say!(words, "breach")) } }, seen, words))
        (frame::title(&small, &what, &html! { @if let Some(by) = by { p class="how" { (by) } } }))
        p class="block fact" { (say!(words, "breach-means")) }
        (line::listed(&done(entry).map_or_else(|| entry.what.clone(), What::Ask), &line::aloud(&entry.with), words))
        form method="post" action={ "/breach/" (entry.seq) } {
            input type="hidden" name="request" value=(blank.request);
            (persons(blank, (seen, words)))
            div class="presses one" { button class="press main mid" type="submit" { (say!(words, "breach-report")) } }
        }
        p class="block how" { (say!(words, "breach-follows")) }
    };
    frame::page(&Page {
        title: say!(words, "breach"),
        make_safe: Some(Way::new("/ask/collect", say!(words, "make-safe"))),
        onward: Some(Way::new("/refusals", say!(words, "place-refusals"))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// Who took part, where somebody wants to say so.
fn persons(blank: &Blank<'_>, (seen, words): (&Seen<'_>, &Words)) -> Markup {
    let people = seen.state.people.iter().filter(|(_, it)| it.present);
    let ticked: Vec<&str> = blank.fields.all("persons").collect();
    html! {
        details class="block" {
            summary class="fact" { (say!(words, "breach-persons")) }
            div class="choices" {
                @for (id, _) in people {
                    label class="choice" {
                        input type="checkbox" name="persons" value=(id) checked[ticked.contains(&id.as_str())];
                        span { (name::person(id, words)) }
                    }
                }
            }
        }
    }
}

/// The way to report it.
pub fn way(entry: u64, words: &Words) -> Way {
    Way::new(
        format!("/breach/{entry}"),
        say!(words, "breach-done-all-the-same"),
    )
}

/// The report; none where the entry is no ask that was refused.
pub fn read(entry: &Entry, fields: &Fields) -> Option<What> {
    let persons: BTreeSet<PersonId> = fields
        .all("persons")
        .filter_map(|it| it.parse().ok())
        .collect();
    Some(What::Report(Report::Breach(Breach {
        ask_body: Box::new(done(entry)?),
        persons,
    })))
}

/// What was refused of an ask: of a line the rows that were.
pub fn done(entry: &Entry) -> Option<Ask> {
    let What::Ask(ask) = &entry.what else {
        return None;
    };
    if entry.go() != Some(false) {
        return None;
    }
    let mut body = serde_json::to_value(ask).ok()?;
    if let Some(Value::Array(rows)) = body.get_mut("rows") {
        let mut verdicts = entry.rows.iter();
        rows.retain(|_| verdicts.next().is_none_or(|it| !it.go));
    }
    serde_json::from_value(body).ok()
}
