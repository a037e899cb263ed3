//! The answer to a line: the noes on top with what mends them, then every row with its verdict.

use std::collections::BTreeMap;

use custody::{id::PersonId, input::What, state::State};
use jiff::Timestamp;
use maud::{Markup, html};
use rules::{Reason, desk::RowDecision};

use super::{Line, Row, Step, field, form};
use crate::{
    clock,
    figure::{Shape, shape},
    frame::{self, Page, Way},
    name,
    page::{
        answer::{self, Remedy},
        ask, breach,
    },
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// From so many rows on, those that went stand closer.
const MANY: usize = 20;

/// Up to so many are called by name where they are pulled; more stand below.
const BY_NAME: usize = 6;

/// A line that was answered.
#[derive(Debug, Clone)]
pub struct Answered<'a> {
    /// The line that was asked.
    pub line: &'a Line,
    /// The answer to each of its rows.
    pub rows: &'a [RowDecision],
    /// Its entry; none where nothing could be written.
    pub entry: Option<u64>,
    /// When it was answered.
    pub at: Timestamp,
    /// It was told before, and may no longer hold: nothing of it is green.
    pub passed: bool,
    /// The ask that a rule's remedy is, by the rule.
    pub remedies: BTreeMap<&'a str, &'static str>,
}

type Verdict<'a> = (&'a Row, &'a RowDecision);

impl<'a> Answered<'a> {
    fn verdicts(&self) -> impl Iterator<Item = Verdict<'a>> {
        self.line.rows.iter().zip(self.rows)
    }

    fn went(&self) -> usize {
        self.rows.iter().filter(|row| row.go).count()
    }

    /// Rows that were refused by the same rules stand together.
    fn noes(&self) -> Vec<Vec<Verdict<'a>>> {
        let mut groups: Vec<Vec<Verdict<'a>>> = Vec::new();
        for no in self.verdicts().filter(|(_, it)| !it.go) {
            let same = groups.iter_mut().find(|group| {
                let first = group.first();
                first.is_some_and(|(_, it)| rules_of(it).eq(rules_of(no.1)))
            });
            match same {
                Some(group) => group.push(no),
                None => groups.push(vec![no]),
            }
        }
        groups
    }

    fn go(&self, row: &RowDecision) -> bool {
        row.go && self.entry.is_some() && !self.passed
    }
}

fn rules_of(row: &RowDecision) -> impl Iterator<Item = &str> {
    row.reasons.iter().map(|it| it.rule.as_str())
}

/// The page of a line that was answered.
pub fn answered(it: &Answered<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let went = it.went();
    let noes = it.rows.len().saturating_sub(went);
    let what = ask::input(it.line.step.as_str(), words);
    let end = html! {
        p class="head n" { (say!(words, "line-n-go", n = went)) }
        @if noes > 0 { p class="head n no-text" { (say!(words, "line-n-no", n = noes)) } }
    };
    let body = html! {
        (frame::top(&html! { @if let Some(at) = &it.line.set_up { b { (at) } " · " } (what) }, seen, words))
        (frame::title(&written(it, seen, words), &say!(words, "line-of-n", n = it.rows.len()), &end))
        @if it.passed { p class="block fact" role="status" { (say!(words, "go-passed")) } }
        @for group in it.noes() { (pulled(it, &group, went, (seen, viewer))) }
        (onward(it, (went, noes), words))
        (for_all(it.line, words))
        ul class=(if it.rows.len() >= MANY { "line many" } else { "line" }) data-answer=[(noes == 0 && !it.passed).then_some("go")] {
            @for verdict in it.verdicts().filter(|(row, _)| went > 0 || otherwise(it.line, row)) { (row(it, verdict, (seen.state, words))) }
        }
        @if let Some(entry) = it.entry.filter(|_| noes > 0) { div class="presses one" { (frame::press(&breach::way(entry, words))) } }
        p class="block small how" { (say!(words, "not-legal-advice")) }
    };
    frame::page(&Page {
        title: title(it.line, words),
        make_safe: form::collect_all(it.line, words),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// A line in few words: "Issue, 60 weapons".
pub fn title(line: &Line, words: &Words) -> String {
    let what = ask::input(line.step.as_str(), words);
    format!("{what}, {}", say!(words, "line-of-n", n = line.rows.len()))
}

fn written(it: &Answered<'_>, seen: &Seen<'_>, words: &Words) -> String {
    match it.entry {
        Some(entry) => say!(
            words,
            "go-written",
            entry = entry.to_string(),
            time = clock::exact(it.at, seen.zone)
        ),
        None => say!(words, "not-now"),
    }
}

/// Weapons that the same rules pull: who steps out, why, and what mends it.
fn pulled(
    it: &Answered<'_>,
    group: &[Verdict<'_>],
    went: usize,
    around: (&Seen<'_>, &Viewer),
) -> Markup {
    let words = around.1.words();
    let weapons: Vec<String> = group
        .iter()
        .map(|(row, _)| name::weapon(&row.weapon))
        .collect();
    let bearers = group.iter().filter_map(|(row, _)| row.bearer.as_ref());
    let bearers: Vec<String> = bearers.map(|id| name::person(id, words)).collect();
    let n = group.len();
    let named = n <= BY_NAME;
    let who = match named {
        true => name::list(&weapons, words),
        false => say!(words, "line-of-n", n = n),
    };
    html! {
        section class="no" role="alert" data-answer="no" {
            div class="slab" {
                div {
                    h2 class="head" { (say!(words, "line-pulled", n = n, weapons = who)) }
                    @match named {
                        true if bearers.is_empty() => {}
                        true => p { (say!(words, "line-steps-out", n = bearers.len(), bearers = name::list(&bearers, words))) },
                        false => p { (name::list(&weapons, words)) },
                    }
                    @if went > 0 { p { (say!(words, "line-others", n = went)) } }
                }
                p class="word small-word" { (say!(words, "no")) }
            }
        }
        ol {
            @for (nth, reason) in group.first().into_iter().flat_map(|(_, first)| &first.reasons).enumerate() {
                (answer::why(nth, reason, remedy(it, reason, group, around).as_ref(), words))
            }
        }
    }
}

/// Where it is mended: for one weapon its own page, for several their line.
fn remedy(
    it: &Answered<'_>,
    reason: &Reason,
    group: &[Verdict<'_>],
    around: (&Seen<'_>, &Viewer),
) -> Option<Remedy> {
    let words = around.1.words();
    let name = *it.remedies.get(reason.rule.as_str())?;
    let (first, more) = group.split_first()?;
    let way = match (Step::of(name), more.is_empty()) {
        (Some(step), false) => {
            let rows = group.iter().map(|(row, _)| *row);
            Way::new(these(step, it.line, rows), ask::input(name, words))
        }
        _ => {
            let weapon = !matches!(name, "hold_meeting" | "publish_schedule" | "acknowledge");
            ask::way(name, weapon.then_some(&first.0.weapon), words)
        }
    };
    Some(Remedy::of(name, way, around))
}

/// The line of these rows alone.
fn these<'a>(step: Step, line: &Line, rows: impl Iterator<Item = &'a Row>) -> String {
    let set_up = line.set_up.as_ref().map(|it| it.as_str());
    let mut to = form::address(step, set_up);
    for row in rows {
        to.push_str("&weapon=");
        to.push_str(row.weapon.as_str());
    }
    to
}

fn row(it: &Answered<'_>, (row, verdict): Verdict<'_>, (state, words): (&State, &Words)) -> Markup {
    let own = differs(it.line, row, words);
    let weapon = state.weapons.get(&row.weapon);
    let says = who(row, words);
    html! {
        li class=(if verdict.go { "row" } else { "row sunk-row" }) data-weapon=(row.weapon) {
            @if let Some(mark) = &row.mark { b class="mark" { (mark) } }
            @if verdict.go {
                a class="grow" href={ "/weapon/" (row.weapon) } {
                    span class="fact" { (says) }
                    @if let Some(weapon) = weapon { " " span class="how" { (name::contents(weapon, words)) } }
                    (own)
                }
                @if it.go(verdict) { (shape(Shape::Go, 44)) span class="away" { (say!(words, "go")) } }
                @else { (shape(Shape::Unknown, 44)) }
            } @else {
                span class="grow how" {
                    @if it.went() > 0 { (say!(words, "line-place-held", weapon = name::weapon(&row.weapon))) } @else { (says) }
                    (own)
                }
            }
        }
    }
}

/// What a row said otherwise.
fn differs(line: &Line, row: &Row, words: &Words) -> Markup {
    let own = field::in_words(line.step, &row.own, words);
    html! { @if !own.is_empty() { " " b { (own) } } }
}

fn otherwise(line: &Line, row: &Row) -> bool {
    line.step
        .own()
        .iter()
        .any(|name| row.own.get(name).is_some())
}

/// What stood for all, where a row said otherwise.
fn for_all(line: &Line, words: &Words) -> Markup {
    let all = field::in_words(line.step, &line.all, words);
    html! {
        @if !all.is_empty() && line.rows.iter().any(|row| otherwise(line, row)) {
            p class="block how" { (say!(words, "line-for-all", what = all)) }
        }
    }
}

/// What follows, each by one tap: those that went, those that were pulled once they are mended.
fn onward(it: &Answered<'_>, (went, noes): (usize, usize), words: &Words) -> Markup {
    let next = it.line.step.next().iter().filter(|_| went > 0);
    let of = |step, go| {
        let rows = it.verdicts().filter(move |(_, it)| it.go == go);
        these(step, it.line, rows.map(|(row, _)| row))
    };
    html! {
        div class="presses one" {
            @for (nth, next) in next.enumerate() {
                a class=(if nth == 0 { "press main" } else { "press" }) href=(of(*next, true)) {
                    span { (say!(words, "line-next", what = ask::input(next.as_str(), words), n = went)) }
                    (shape(Shape::Arrow, 28))
                }
            }
            @if noes > 0 {
                a class="press" href=(of(it.line.step, false)) {
                    span { (say!(words, "line-again", n = noes)) }
                    (shape(Shape::Arrow, 28))
                }
            }
        }
    }
}

/// The rows of an ask, for whoever is to answer on it or to tell of it.
pub fn listed(what: &What, aloud: &[&PersonId], words: &Words) -> Markup {
    html! {
        @if let Some(line) = Line::of(what, aloud) {
            (for_all(&line, words))
            ul class="line many" {
                @for row in &line.rows {
                    li class="row" {
                        @if let Some(mark) = &row.mark { b class="mark" { (mark) } }
                        span class="grow" { (who(row, words)) (differs(&line, row, words)) }
                    }
                }
            }
        }
    }
}

/// A weapon, and to whom it goes.
fn who(row: &Row, words: &Words) -> String {
    let weapon = name::weapon(&row.weapon);
    match &row.bearer {
        Some(bearer) => say!(
            words,
            "line-to",
            weapon = weapon,
            bearer = name::person(bearer, words)
        ),
        None => weapon,
    }
}
