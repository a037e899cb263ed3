//! Refusals of today: near misses, shown with how soon each was put right.

use std::collections::BTreeMap;

use jiff::civil::Date;
use logbook::Refused;
use maud::{Markup, html};

use crate::{
    clock, fact,
    figure::{self, Noes, Shape, shape},
    frame::{self, Page, Place},
    name,
    page::{breach, record},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// Today's refusals, the newest first.
pub fn refusals(past: &[Refused], (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let n = seen.refusals.len();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title(&say!(words, "refused-today"), &n.to_string(), &html! {}))
        @if n == 0 { (frame::empty(&say!(words, "refusals-none"), &[])) }
        div class="rows" { @for refusal in seen.refusals.iter().rev() { (row(refusal, seen, words)) } }
        p class="block how" { (say!(words, "refusals-are-kept")) }
        (over_days(past, seen, words))
        (by_rule(past, words))
    };
    frame::page(&Page {
        title: say!(words, "place-refusals"),
        place: Some(Place::Refusals),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

fn row(it: &Refused, seen: &Seen<'_>, words: &Words) -> Markup {
    let about: Vec<String> = it.about.iter().map(|thing| of(thing, words)).collect();
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

/// Days shown.
const DAYS: usize = 30;

/// The days on which something was refused, as squares and in numbers.
fn over_days(past: &[Refused], seen: &Seen<'_>, words: &Words) -> Markup {
    let mut days: BTreeMap<Date, Vec<&Refused>> = BTreeMap::new();
    for refusal in past {
        let day = seen.zone.to_datetime(refusal.at).date();
        days.entry(day).or_default().push(refusal);
    }
    let shown = days.len().saturating_sub(DAYS);
    let days: Vec<(Date, Vec<&Refused>)> = days.into_iter().skip(shown).collect();
    let noes = days.iter().map(|(_, all)| {
        let right = all.iter().filter(|it| it.remedied.is_some()).count();
        Noes {
            right,
            open: all.len().saturating_sub(right),
        }
    });
    let noes: Vec<Noes> = noes.collect();
    html! {
        @if !days.is_empty() {
            h2 class="sunk" { (say!(words, "refusals-by-day")) }
            div class="block wide" { (figure::days(&noes)) p class="how small" { (say!(words, "refusals-squares")) } }
            table {
                thead { tr { @for head in ["refusals-day", "refusals-refused", "refusals-right", "refusals-soon"] { th scope="col" { (words.say(head, &[])) } } } }
                tbody {
                    @for ((day, all), noes) in days.iter().zip(&noes).rev() {
                        tr {
                            td { (clock::day(*day, words)) }
                            td { (all.len()) }
                            td { (noes.right) }
                            td { @match half(all) { Some(minutes) => (clock::span(minutes, words)), None => "—" } }
                        }
                    }
                }
            }
        }
    }
}

/// In how many minutes half of those that were put right were.
fn half(all: &[&Refused]) -> Option<i64> {
    let minutes = all
        .iter()
        .filter_map(|it| Some(clock::minutes(it.at, it.remedied?)));
    let mut minutes: Vec<i64> = minutes.collect();
    minutes.sort_unstable();
    minutes.get(minutes.len().saturating_sub(1) / 2).copied()
}

/// The rules that said no, the most frequent first.
fn by_rule(past: &[Refused], words: &Words) -> Markup {
    let mut rules: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for refusal in past {
        for rule in &refusal.because {
            let (said, right) = rules.entry(rule).or_default();
            *said = said.saturating_add(1);
            *right = right.saturating_add(usize::from(refusal.remedied.is_some()));
        }
    }
    let mut rules: Vec<_> = rules.into_iter().collect();
    rules.sort_by_key(|(rule, (said, _))| (std::cmp::Reverse(*said), *rule));
    html! {
        @if !rules.is_empty() {
            h2 class="sunk" { (say!(words, "refusals-by-rule")) }
            table {
                thead { tr { @for head in ["refusals-rule", "refusals-refused", "refusals-right"] { th scope="col" { (words.say(head, &[])) } } } }
                tbody {
                    @for (rule, (said, right)) in rules {
                        tr { td { a href={ "/rule/" (rule) } { (rule) } } td { (said) } td { (right) } }
                    }
                }
            }
        }
    }
}

/// A thing as people say it: `weapon:hero-one` is "Hero One".
pub fn of(thing: &str, words: &Words) -> String {
    match thing.split_once(':') {
        Some(("person", id)) => name::handle(id, words),
        Some((_, id)) => name::of_thing(id),
        None => fact::thing(thing, words),
    }
}
