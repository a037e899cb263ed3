//! What stands on the people page for whoever may let others in: invitations, links for guests.

use custody::id::{PersonId, WeaponId};
use jiff::{Timestamp, civil::Date};
use maud::{Markup, html};

use crate::{
    clock,
    form::{Faults, Fields},
    name, say,
    seen::Seen,
    words::Words,
};

/// Whom the door waits for, and what guests see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ways {
    /// Invitations that nobody used yet.
    pub invitations: Vec<Open>,
    /// Who can come in.
    pub able: Vec<Able>,
    /// Links of guests.
    pub guests: Vec<Shown>,
    /// What was filled in.
    pub fields: Fields,
    /// What was wrong with it.
    pub faults: Faults,
}

/// How many days the link of a guest may hold.
pub const DAYS: [i64; 3] = [1, 7, 30];

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

/// Somebody who can come in, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Able {
    /// Who.
    pub person: PersonId,
    /// There is a PIN.
    pub pin: bool,
    /// There is a badge.
    pub badge: bool,
    /// So many passkeys.
    pub passkeys: usize,
    /// Signed in at so many places.
    pub places: usize,
}

/// The link of a guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its name, to withdraw it by.
    pub name: String,
    /// What it shows.
    pub view: View,
    /// When it ends.
    pub until: Timestamp,
}

/// What a guest sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    /// One weapon.
    Weapon(WeaponId),
    /// One day.
    Day(Date),
    /// The evidence pack of the record, once it is made with so many entries.
    Pack(Option<u64>),
}

impl View {
    /// As people say it.
    pub fn says(&self, words: &Words) -> String {
        match self {
            Self::Weapon(id) => name::weapon(id),
            Self::Day(date) => clock::day(*date, words),
            Self::Pack(None) => say!(words, "guest-the-pack"),
            Self::Pack(Some(entries)) => say!(words, "guest-the-pack-of", n = entries.to_string()),
        }
    }

    /// As a form has it.
    ///
    /// # Errors
    /// Not one of one weapon, one day and the pack.
    pub fn read(fields: &Fields) -> Result<Self, Faults> {
        let weapon = fields.get("weapon").map(str::parse);
        let day = fields.get("day").map(str::parse);
        match (weapon, day, fields.ticked("pack")) {
            (Some(Ok(weapon)), None, false) => Ok(Self::Weapon(weapon)),
            (None, Some(Ok(day)), false) => Ok(Self::Day(day)),
            (None, None, true) => Ok(Self::Pack(None)),
            _ => {
                let mut faults = Faults::default();
                faults.add("guest", "wrong-guest");
                Err(faults)
            }
        }
    }
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
        h2 class="sunk" { (say!(words, "able-head")) }
        @for it in &ways.able { (able(it, words)) }
        h2 class="sunk" id="guest" { (say!(words, "guest-head")) }
        (guest(ways, (seen, words)))
        @for it in &ways.guests {
            @let says = say!(words, "guest-sees", what = it.view.says(words));
            (open((&it.name, it.until), &says, (seen, words)))
        }
    }
}

fn able(it: &Able, words: &Words) -> Markup {
    let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let who = name::person(&it.person, words);
    let with = [
        (it.passkeys > 0).then(|| say!(words, "able-passkeys", n = n(it.passkeys))),
        it.pin.then(|| say!(words, "pin")),
        it.badge.then(|| say!(words, "badge")),
        Some(say!(words, "able-places", n = n(it.places))),
    ];
    let with: Vec<String> = with.into_iter().flatten().collect();
    html! {
        div class="row" {
            div class="grow" {
                p class="fact" { (who) }
                p class="how" { (with.join(" · ")) }
            }
            form method="post" action="/people/shut-out" {
                input type="hidden" name="person" value=(it.person);
                button class="press mid low" type="submit" aria-label={ (say!(words, "shut-out")) ": " (who) } { (say!(words, "shut-out")) }
            }
        }
    }
}

fn guest(ways: &Ways, (seen, words): (&Seen<'_>, &Words)) -> Markup {
    let chosen = |field: &str| ways.fields.get(field).unwrap_or_default();
    html! {
        form class="block" method="post" action="/people/guest#guest" {
            p class="how" { (say!(words, "guest-how")) }
            (ways.faults.at("guest", words))
            label {
                span class="said" { (say!(words, "guest-weapon")) }
                select name="weapon" {
                    option value="" { "—" }
                    @for id in seen.state.weapons.keys() {
                        option value=(id) selected[chosen("weapon") == id.as_str()] { (name::weapon(id)) }
                    }
                }
            }
            label {
                span class="said" { (say!(words, "guest-day")) }
                input type="date" name="day" value=(chosen("day"));
            }
            label class="choice" {
                input type="checkbox" name="pack" value="yes" checked[ways.fields.ticked("pack")];
                span { (say!(words, "guest-pack")) }
            }
            p class="how small" { (say!(words, "guest-pack-how")) }
            label {
                span class="said" { (say!(words, "guest-days")) }
                select name="days" {
                    @for days in DAYS {
                        option value=(days) selected[chosen("days") == days.to_string()] { (say!(words, "guest-for-days", days = days)) }
                    }
                }
            }
            button class="press mid low" type="submit" { (say!(words, "guest-link")) }
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
