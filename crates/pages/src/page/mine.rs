//! One's own ways in: PIN, badge, another device, and where one is signed in.

use custody::{id::PersonId, names::Means};
use jiff::Timestamp;
use maud::{Markup, html};

use crate::{
    asset, clock,
    form::{Faults, WHOLE},
    frame::{self, Page, Way},
    name, say,
    seen::{Seen, Viewer},
    words::Words,
};

/// Whose ways in, and which there are.
#[derive(Debug)]
pub struct Mine<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// Here is a station that others use too.
    pub station: bool,
    /// There is a PIN.
    pub pin: bool,
    /// There is a badge.
    pub badge: bool,
    /// The passkeys.
    pub passkeys: Vec<Passkey>,
    /// What the person is to a device: always the same, in base64url, and no name.
    pub handle: String,
    /// Where the person is signed in.
    pub places: Vec<Place>,
    /// The PIN has to be given before anything is changed.
    pub proof: bool,
    /// What was wrong.
    pub faults: &'a Faults,
}

/// A passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// What the device calls it.
    pub id: String,
    /// For which name of the hub.
    pub host: String,
    /// When it was made.
    pub made: Timestamp,
}

/// Where somebody is signed in.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Since when.
    pub began: Timestamp,
    /// By which means.
    pub by: Means,
    /// On a station that others use too.
    pub station: bool,
    /// It is here.
    pub here: bool,
}

/// The page.
pub fn mine(mine: &Mine<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let who = name::person(mine.person, words);
    let lasts = match mine.station {
        true => "sign-in-station",
        false => "sign-in-yours",
    };
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title(&say!(words, "sign-in-done"), &who, &html! {}))
        p class="block" { (words.say(lasts, &[])) }
        (mine.faults.at(WHOLE, words))
        @if !mine.station { (passkeys(mine, (seen, words))) }
        (pin(mine, words))
        @if mine.pin { (badge(mine, words)) }
        (another(mine, words))
        (places(mine, (seen, words)))
    };
    frame::page(&Page {
        title: say!(words, "mine"),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// The PIN as it is, where it has to be given first.
fn now(form: &str, mine: &Mine<'_>, words: &Words) -> Markup {
    html! {
        @if mine.proof {
            label {
                span class="said" { (say!(words, "pin-now")) }
                input type="password" name="now" id={ "now-" (form) } inputmode="numeric" autocomplete="off" maxlength="12" required;
            }
        }
    }
}

fn passkeys(mine: &Mine<'_>, (seen, words): (&Seen<'_>, &Words)) -> Markup {
    let known: Vec<&str> = mine.passkeys.iter().map(|it| it.id.as_str()).collect();
    html! {
        h2 class="sunk" { (say!(words, "passkeys")) }
        p class="block how" { (say!(words, "passkey-how")) }
        form class="block" method="post" action="/mine/passkey" data-passkey="make" data-user=(mine.handle)
            data-name=(name::person(mine.person, words)) data-known=(known.join(" ")) hidden {
            @for field in ["id", "client", "data"] { input type="hidden" name=(field); }
            (now("passkey", mine, words))
            button class="press main mid" type="submit" { (say!(words, "passkey-make")) }
            p class="wrong" role="alert" data-wrong hidden { (say!(words, "passkey-not-made")) }
        }
        (mine.faults.at("passkey", words))
        @for (nth, it) in mine.passkeys.iter().enumerate() {
            @let day = clock::day(seen.zone.to_datetime(it.made).date(), words);
            form class="block" method="post" action="/mine/without" {
                p class="fact" { (say!(words, "passkey-of", host = it.host.as_str())) }
                p class="how" { (say!(words, "passkey-since", day = day)) }
                input type="hidden" name="way" value="passkey";
                input type="hidden" name="id" value=(it.id);
                (now(&format!("passkey-{nth}"), mine, words))
                button class="press mid low" type="submit" { (say!(words, "passkey-drop")) }
            }
        }
        script src=(asset::PASSKEY) defer {}
    }
}

fn pin(mine: &Mine<'_>, words: &Words) -> Markup {
    let wrong = |field: &str| mine.faults.has(field).then_some("true");
    let about = |field: &str| mine.faults.has(field).then(|| format!("wrong-{field}"));
    let fields = [("pin", "pin-new"), ("again", "pin-again")];
    html! {
        h2 class="sunk" { (say!(words, "pin")) }
        form class="block" method="post" action="/mine/pin" {
            p { @if mine.pin { (say!(words, "pin-is-set")) } @else { (say!(words, "pin-none")) } }
            (now("pin", mine, words))
            @for (field, says) in fields {
                label {
                    span class="said" { (words.say(says, &[])) }
                    input type="password" name=(field) inputmode="numeric" autocomplete="off" maxlength="12" required
                        aria-invalid=[wrong(field)] aria-describedby=[about(field)];
                }
                (mine.faults.at(field, words))
            }
            button class="press main mid" type="submit" {
                @if mine.pin { (say!(words, "pin-change")) } @else { (say!(words, "pin-set")) }
            }
        }
    }
}

fn badge(mine: &Mine<'_>, words: &Words) -> Markup {
    html! {
        h2 class="sunk" { (say!(words, "badge")) }
        form class="block" method="post" action="/mine/badge" {
            p { @if mine.badge { (say!(words, "badge-is-made")) } @else { (say!(words, "badge-none")) } }
            (now("badge", mine, words))
            button class="press mid low" type="submit" { (say!(words, "badge-make")) }
        }
        @if mine.badge {
            form class="block" method="post" action="/mine/without" {
                input type="hidden" name="way" value="badge";
                (now("without", mine, words))
                button class="press mid low" type="submit" { (say!(words, "badge-lost")) }
            }
        }
    }
}

fn another(mine: &Mine<'_>, words: &Words) -> Markup {
    html! {
        h2 class="sunk" { (say!(words, "another-device")) }
        form class="block" method="post" action="/mine/link" {
            p { (say!(words, "another-device-how")) }
            (now("link", mine, words))
            button class="press mid low" type="submit" { (say!(words, "another-device-link")) }
        }
    }
}

fn places(mine: &Mine<'_>, (seen, words): (&Seen<'_>, &Words)) -> Markup {
    html! {
        h2 class="sunk" { (say!(words, "signed-in-where")) }
        @for place in &mine.places {
            div class="row" { div class="grow" {
                p class="fact" {
                    @if place.station { (say!(words, "place-station")) } @else { (say!(words, "place-own")) }
                    @if place.here { ", " (say!(words, "place-here")) }
                }
                p class="how" {
                    (say!(words, "signed-in-since", day = clock::day(seen.zone.to_datetime(place.began).date(), words),
                        time = clock::time(place.began, seen.zone), means = words.say(&format!("means-{}", place.by), &[])))
                }
            } }
        }
        div class="presses" {
            form method="post" action="/out" { button class="press mid low" type="submit" { (say!(words, "sign-out")) } }
            form method="post" action="/out/everywhere" { button class="press mid low" type="submit" { (say!(words, "sign-out-everywhere")) } }
        }
    }
}
