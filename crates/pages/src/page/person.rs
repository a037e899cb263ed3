//! A person: roles, papers and their ends, training, consents, what is in the person's hands.

use custody::{
    id::{PersonId, WeaponId},
    state::Person,
};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::{
    clock, fact,
    frame::{self, Page, Place, Way},
    name,
    page::{ask, people, photo},
    say,
    seen::{Seen, Viewer},
    who,
    words::Words,
};

/// What is put on record of a person.
const ASKS: [&str; 5] = [
    "assign_role",
    "induct",
    "record_qualification",
    "record_training",
    "record_consent",
];

/// One person.
pub fn person(
    (id, it): (&PersonId, &Person),
    erased: &photo::Erased,
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let of = photo::Of::Person(id.clone());
    let roles: Vec<String> = it
        .roles
        .iter()
        .map(|role| name::role(*role, words))
        .collect();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title(&name::list(&roles, words), &name::person(id, words), &html! {}))
        (papers(it, seen, words))
        @if who::sees_papers(id, (seen, viewer)) { (photo::photos(&of, (&it.documents, erased), (seen, viewer))) }
        (listed("person-trained", trained(it, words), words))
        (listed("person-consents", consents(it, words), words))
        @let has: Vec<&WeaponId> = it.has.iter().chain(&it.bears).collect();
        @if !has.is_empty() {
            h2 class="sunk" { (say!(words, "person-has")) }
            @for weapon in has { a class="row" href={ "/weapon/" (weapon) } { span class="fact" { (name::weapon(weapon)) } } }
        }
        h2 class="sunk" { (say!(words, "person-may")) }
        div class="presses" {
            @for ask in ASKS {
                a class="press low" href={ "/ask/" (ask) "?person=" (id) } { (ask::input(ask, words)) }
            }
        }
    };
    frame::page(&Page {
        title: name::person(id, words),
        place: Some(Place::People),
        onward: Some(Way::new("/people", say!(words, "place-people"))),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

fn papers(it: &Person, seen: &Seen<'_>, words: &Words) -> Markup {
    let today = seen.zone.to_datetime(seen.at).date();
    let ending = people::ending(it, today);
    let ends = |kind: &str| ending.iter().any(|(soon, _)| *soon == kind);
    html! {
        h2 class="sunk" { (say!(words, "person-papers")) }
        @if it.papers.is_empty() { p class="block how" { (say!(words, "person-no-papers")) } }
        @for (kind, paper) in &it.papers {
            div class="row" {
                div class="grow" {
                    p class="fact" { (name::topic_first(kind, words)) }
                    @if let Some(date) = paper.expires {
                        p class=(if ends(kind) { "no-text" } else { "how" }) { (until(date, words)) }
                    }
                }
            }
        }
    }
}

fn until(date: Date, words: &Words) -> String {
    say!(words, "person-until", date = clock::day(date, words))
}

fn trained(it: &Person, words: &Words) -> Vec<String> {
    let weapons = it.trained_on.iter().map(name::weapon);
    let classes = it.trained_for.iter();
    let classes = classes.map(|class| words.say(&format!("class-{class}"), &[]));
    weapons.chain(classes).collect()
}

fn consents(it: &Person, words: &Words) -> Vec<String> {
    let consents = it.consents.iter();
    consents
        .map(|(to, consent)| match consent.expires {
            Some(date) => format!("{} {}", fact::word_first(to, words), until(date, words)),
            None => fact::word_first(to, words),
        })
        .collect()
}

fn listed(says: &str, items: Vec<String>, words: &Words) -> Markup {
    html! {
        @if !items.is_empty() {
            h2 class="sunk" { (words.say(says, &[])) }
            @for item in items { p class="block" { (item) } }
        }
    }
}
