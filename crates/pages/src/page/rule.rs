//! Rules: the sentence first, then how we know it. Every page of them says that it is no advice.

use std::collections::BTreeMap;

use custody::laws;
use maud::{Markup, html};
use rules::{Book, Rule, book::Status};

use crate::{
    fact,
    frame::{self, Page, Place, Way},
    law, name,
    page::law as law_page,
    say,
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
    /// Whether these texts have all the words that are looked for.
    fn finds(&self, texts: &[String]) -> bool {
        let search = self.search.as_deref().unwrap_or_default();
        let texts: Vec<String> = texts.iter().map(|it| it.to_lowercase()).collect();
        let mut wanted = search.split_whitespace().map(str::to_lowercase);
        wanted.all(|word| texts.iter().any(|it| it.contains(&word)))
    }

    fn finds_rule(&self, rule: &Rule, words: &Words) -> bool {
        self.finds(&[
            rule.id.clone(),
            words.rule_says(&rule.id, &rule.says),
            words.rule_remedy(&rule.id, &rule.remedy),
            rule.source.clone(),
        ])
    }

    fn times(&self, rule: &str) -> Option<usize> {
        self.said_no.get(rule).copied()
    }
}

/// The laws, and the books in force with their rules.
pub fn rules(
    books: &[(&Book, Vec<&Rule>)],
    looked: &Looked,
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let found = books.iter().map(|(book, rules)| {
        let rules = rules.iter().copied();
        (
            *book,
            rules.filter(|it| looked.finds_rule(it, words)).collect(),
        )
    });
    let found: Vec<(&Book, Vec<&Rule>)> = found
        .filter(|(_, it): &(_, Vec<_>)| !it.is_empty())
        .collect();
    let laws = laws::NUMBERS.filter(|it| looked.finds(&law_page::texts(*it, words)));
    let laws: Vec<u8> = laws.collect();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "place-rules"), &html! {}))
        (frame::search("/rules", "rules-search", looked.search.as_deref(), words))
        div class="presses one" { (frame::press(&Way::new("/rules/compare", say!(words, "compare")))) }
        p class="block sunk-box" { (say!(words, "not-legal-advice")) }
        @if found.is_empty() && laws.is_empty() { (frame::empty(&say!(words, "rules-none"), &[Way::new("/rules", say!(words, "place-rules"))])) }
        @if !laws.is_empty() {
            h2 class="sunk" { span { (say!(words, "laws")) } span class="n" { (laws.len()) } }
            ul class="rows" { @for it in laws { (law_page::line(it, looked.times(&law::rule_of(it)), words)) } }
        }
        @for (book, rules) in &found {
            h2 class="sunk" { span { (title(book, words)) } span class="n" { (rules.len()) } }
            ul class="rows" { @for rule in rules { (line(rule, looked.times(&rule.id), words)) } }
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
    let says = words.rule_says(&rule.id, &rule.says);
    let source = html! { span lang="en" { (rule.source) } (secondary(rule, words)) };
    row((&rule.id, &says), &source, said_no, words)
}

/// What stands in the list, under which name, and where it is from.
pub(super) fn row(
    (id, says): (&str, &str),
    source: &Markup,
    said_no: Option<usize>,
    words: &Words,
) -> Markup {
    html! {
        li class="block" {
            a href={ "/rule/" (id) } { (says) }
            p class="small how" { (source) }
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

/// The page of a rule or law, or of all of them.
pub(super) fn shown(title: String, body: Markup, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
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
