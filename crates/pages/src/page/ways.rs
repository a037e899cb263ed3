//! What stands on the people page for whoever may let others in: invitations.

use custody::id::PersonId;
use jiff::Timestamp;
use maud::{Markup, html};

use crate::{clock, name, say, seen::Seen, words::Words};

/// Whom the door waits for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ways {
    /// Invitations that nobody used yet.
    pub invitations: Vec<Open>,
}

/// An invitation that nobody used yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Its name, to withdraw it by.
    pub name: String,
    /// For whom.
    pub person: PersonId,
    /// When it ends.
    pub until: Timestamp,
}

/// The part of the page.
pub fn ways(ways: &Ways, (seen, words): (&Seen<'_>, &Words)) -> Markup {
    html! {
        h2 class="sunk" { (say!(words, "invite-head")) }
        form class="block" method="post" action="/people/invite" {
            label {
                span class="said" { (say!(words, "invite-whom")) }
                select name="person" required {
                    @for id in seen.state.people.keys() { option value=(id) { (name::person(id, words)) } }
                }
            }
            p class="how" { (say!(words, "invite-how")) }
            button class="press mid low" type="submit" { (say!(words, "invite-link")) }
        }
        @for it in &ways.invitations {
            @let person = name::person(&it.person, words);
            (open((&it.name, it.until), &say!(words, "invited", who = person), (seen, words)))
        }
    }
}

/// One that can be withdrawn.
fn open(
    (name, until): (&str, Timestamp),
    says: &str,
    (seen, words): (&Seen<'_>, &Words),
) -> Markup {
    let day = clock::day(seen.zone.to_datetime(until).date(), words);
    html! {
        div class="row" {
            div class="grow" {
                p class="fact" { (says) }
                p class="how" { (say!(words, "holds-until", day = day, time = clock::time(until, seen.zone))) }
            }
            form method="post" action="/people/withdraw" {
                input type="hidden" name="name" value=(name);
                button class="press mid low" type="submit" aria-label={ (say!(words, "withdraw")) ": " (says) } { (say!(words, "withdraw")) }
            }
        }
    }
}
