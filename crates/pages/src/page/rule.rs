//! Rules: the sentence first, then how we know it. Every page of them says that it is no advice.

use std::collections::BTreeMap;

use maud::{Markup, html};
use rules::{Book, Rule, book::Status};

use crate::{
    fact,
    frame::{self, Page, Place, Way},
    name, say,
    seen::{Seen, Viewer},
    words::Words,
};

/// What was looked for, and what is known of past noes.
#[derive(Debug, Clone, Default)]
pub struct Looked {
    /// Words that a rule is to have.
    pub search: Option<String>,
    /// How often each rule said no, as far back as was looked.
    pub said_no: BTreeMap<String, usize>,
}

impl Looked {
    /// Whether a rule has all the words that are looked for.
    fn finds(&self, rule: &Rule, words: &Words) -> bool {
        let Some(search) = &self.search else {
            return true;
        };
        let (says, remedy) = (
            words.rule_says(&rule.id, &rule.says),
            words.rule_remedy(&rule.id, &rule.remedy),
        );
        let text = [&rule.id, &says, &remedy, &rule.source].map(|it| it.to_lowercase());
        let mut wanted = search.split_whitespace().map(str::to_lowercase);
        wanted.all(|word| text.iter().any(|it| it.contains(&word)))
    }
}

/// The books in force, with their rules.
pub fn rules(
    books: &[(&Book, Vec<&Rule>)],
    looked: &Looked,
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let found = books.iter().map(|(book, rules)| {
        let rules = rules.iter().copied();
        (*book, rules.filter(|it| looked.finds(it, words)).collect())
    });
    let found: Vec<(&Book, Vec<&Rule>)> = found
        .filter(|(_, it): &(_, Vec<_>)| !it.is_empty())
        .collect();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "place-rules"), &html! {}))
        (frame::search("/rules", "rules-search", looked.search.as_deref(), words))
        div class="presses one" { (frame::press(&Way::new("/rules/compare", say!(words, "compare")))) }
        p class="block sunk-box" { (say!(words, "not-legal-advice")) }
        @if found.is_empty() { (frame::empty(&say!(words, "rules-none"), &[Way::new("/rules", say!(words, "place-rules"))])) }
        @for (book, rules) in &found {
            h2 class="sunk" { span { (title(book, words)) } span class="n" { (rules.len()) } }
            ul class="rows" { @for rule in rules { (line(rule, looked.said_no.get(&rule.id).copied(), words)) } }
        }
    };
    shown(say!(words, "place-rules"), body, (seen, viewer))
}

/// A book by its name in the reader's language; by its own where it comes from outside.
pub(super) fn title(book: &Book, words: &Words) -> String {
    let known = name::book(&book.id, words);
    if known == book.id {
        book.title.clone()
    } else {
        known
    }
}

/// A rule in a list: its sentence, its source, how often it said no.
pub(super) fn line(rule: &Rule, said_no: Option<usize>, words: &Words) -> Markup {
    html! {
        li class="block" {
            a href={ "/rule/" (rule.id) } { (words.rule_says(&rule.id, &rule.says)) }
            p class="small how" { span lang="en" { (rule.source) } (secondary(rule, words)) }
            @if let Some(n) = said_no { p class="small no-text" { (say!(words, "rule-said-no-times", n = n)) } }
        }
    }
}

/// One rule.
pub fn rule(rule: &Rule, said_no: usize, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let force = words.say(
        &format!("force-{}", name_of(&format!("{:?}", rule.force))),
        &[],
    );
    let effect = words.say(
        &format!("effect-{}", name_of(&format!("{:?}", rule.effect))),
        &[],
    );
    let status = match rule.status {
        Status::Verified => say!(words, "status-is-verified"),
        Status::Secondary => say!(words, "status-is-secondary"),
    };
    let body = html! {
        (frame::top(&html! { b { (say!(words, "place-rules")) } " · " (name::book(&rule.book, words)) }, seen, words))
        header class="title" { div {
            p class="how" { (rule.id) }
            h1 class="name" { (words.rule_says(&rule.id, &rule.says)) }
        } }
        div class="three" {
            div { p class="how" { (say!(words, "rule-force")) } p class="fact" { (force) } }
            div { p class="how" { (say!(words, "rule-effect")) } p class="fact" { (effect) } }
            div { p class="how" { (say!(words, "rule-status")) } p class="fact" { (status) } }
        }
        div class="block sunk-box" {
            @if rule.status == Status::Secondary { p { (say!(words, "rule-secondary-means")) } }
            p { b { (say!(words, "not-legal-advice")) } }
        }
        div class="block" { p class="how" { (say!(words, "rule-source")) } p class="fact" lang="en" { (rule.source) } p { (say!(words, "rule-words-are-ours")) } }
        div class="block" { p class="how" { (say!(words, "rule-remedy")) } p { (words.rule_remedy(&rule.id, &rule.remedy)) } }
        div class="block" {
            p class="how" { (say!(words, "rule-reads")) }
            @for path in rule.reads.paths() {
                p { (name::first(&fact::name(path.as_str(), words))) " " code class="small" { (path.as_str()) } }
            }
        }
        div class="block" {
            p class="how" { (say!(words, "rule-in-force")) }
            p { (crate::clock::day(rule.from, words)) " – " @if let Some(until) = rule.until { (crate::clock::day(until, words)) } }
        }
        div class="block" { p class="how" { (say!(words, "rule-said-no")) } p class="fact n" { (said_no) } }
        details class="block" { summary { (say!(words, "rule-text")) } (frame::exact(&say!(words, "rule-text"), &rule.text)) }
    };
    shown(rule.id.clone(), body, (seen, viewer))
}

fn shown(title: String, body: Markup, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    frame::page(&Page {
        title,
        place: Some(Place::Rules),
        onward: Some(Way::new("/rules", say!(viewer.words(), "place-rules"))),
        body,
        ..Page::around(seen, viewer)
    })
}

fn secondary(rule: &Rule, words: &Words) -> Markup {
    html! {
        @if rule.status == Status::Secondary { " · " span class="secondary" { (say!(words, "status-secondary")) } }
    }
}

/// A variant as the catalogue names it: `StandDown` is `stand-down`.
fn name_of(variant: &str) -> String {
    let mut name = String::new();
    for (index, letter) in variant.chars().enumerate() {
        if letter.is_uppercase() && index > 0 {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
    }
    name
}
