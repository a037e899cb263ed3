//! Rules: the sentence first, then how we know it. Every page of them says that it is no advice.

use maud::{Markup, html};
use rules::{Book, Rule, book::Status};

use crate::{
    frame::{self, Page, Place, Way},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// The books in force, with their rules.
pub fn rules(books: &[(&Book, Vec<&Rule>)], (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "place-rules"), &html! {}))
        p class="block sunk-box" { (say!(words, "not-legal-advice")) }
        @for (book, rules) in books {
            h2 class="sunk" { span { (book.id) } span class="n" { (rules.len()) } }
            ul class="rows" {
                @for rule in rules {
                    li class="block" {
                        a href={ "/rule/" (rule.id) } { (words.rule_says(&rule.id, &rule.says)) }
                        p class="small how" { (rule.source) (secondary(rule, words)) }
                    }
                }
            }
        }
    };
    shown(say!(words, "place-rules"), body, (seen, viewer))
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
        (frame::top(&html! { b { (say!(words, "place-rules")) } " · " (rule.book) }, seen, words))
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
        div class="block" { p class="how" { (say!(words, "rule-source")) } p class="fact" { (rule.source) } p { (say!(words, "rule-words-are-ours")) } }
        div class="block" { p class="how" { (say!(words, "rule-remedy")) } p { (words.rule_remedy(&rule.id, &rule.remedy)) } }
        div class="block" {
            p class="how" { (say!(words, "rule-reads")) }
            @for path in rule.reads.paths() { p { code { (path.as_str()) } } }
        }
        div class="block" {
            p class="how" { (say!(words, "rule-in-force")) }
            p { (crate::clock::day(rule.from, words)) " – " @if let Some(until) = rule.until { (crate::clock::day(until, words)) } }
        }
        div class="block" { p class="how" { (say!(words, "rule-said-no")) } p class="fact n" { (said_no) } }
        details class="block" { summary { (say!(words, "rule-text")) } pre class="wide" { code { (rule.text) } } }
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
