//! People: roles, duties, papers and what runs out.

use custody::{id::PersonId, state::Person};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::{
    clock,
    frame::{self, Page, Place, Way},
    name,
    page::ways::{self, Ways},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// Papers that end within so many days are named.
const SOON: i64 = 30;

/// Everybody on record, and for whoever may let others in, how.
pub fn people(ways: Option<&Ways>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "place-people"), &html! {}))
        div class="rows" { @for (id, person) in &seen.state.people { (row(id, person, seen, words)) } }
        @if let Some(ways) = ways { (ways::ways(ways, (seen, words))) }
    };
    frame::page(&Page {
        title: say!(words, "place-people"),
        place: Some(Place::People),
        onward: Some(Way::new("/ask/enroll", say!(words, "enroll"))),
        // What is being chosen on it is not taken from under the thumb.
        live: ways.is_none(),
        body,
        ..Page::around(seen, viewer)
    })
}

fn row(id: &PersonId, person: &Person, seen: &Seen<'_>, words: &Words) -> Markup {
    let today = seen.zone.to_datetime(seen.at).date();
    let roles: Vec<String> = person
        .roles
        .iter()
        .map(|role| name::role(*role, words))
        .collect();
    let standing = [
        (person.duties.contains("weapons"), "person-on-duty"),
        (!person.present, "person-away"),
        (person.unwilling, "person-unwilling"),
        (person.barred(), "person-barred"),
        (person.minor(today), "person-minor"),
    ];
    html! {
        a class="row" href={ "/person/" (id) } {
            div class="grow" {
                p class="head" { (name::person(id, words)) }
                p class="how" { (name::list(&roles, words)) }
                @for (_, says) in standing.into_iter().filter(|(is, _)| *is) {
                    p class="fact" { (words.say(says, &[])) }
                }
                @for (kind, ends) in ending(person, today) {
                    p class="no-text" {
                        (say!(words, "paper-ends", kind = name::topic_first(kind, words), date = clock::day(ends, words)))
                    }
                }
            }
        }
    }
}

/// Papers that have ended, or end soon.
pub fn ending(person: &Person, today: Date) -> Vec<(&str, Date)> {
    let papers = person
        .papers
        .iter()
        .filter_map(|(kind, paper)| Some((kind.as_str(), paper.expires?)));
    papers
        .filter(|(_, ends)| (*ends - today).get_days() < i32::try_from(SOON).unwrap_or(0))
        .collect()
}
