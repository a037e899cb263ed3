//! Cards to print when a day opens: numbered make-safe cards that carry the set while the hub is out
//! of reach, and the poster with the stop for the call sheet.

use maud::{Markup, html};

use crate::{
    clock,
    figure::{OCTAGON, code},
    print::{self, Chosen},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// Cards of a day, unless another number is wanted.
const USUAL: u32 = 8;

/// Cards of a day, at most.
const MOST: u32 = 96;

/// Two by two.
const ON_A_SHEET: usize = 4;

const KINDS: [&str; 2] = ["cards", "poster"];

/// What to do while the hub is out of reach, in order.
const DO: [&str; 5] = [
    "card-do-stop",
    "card-do-muzzle",
    "card-do-unload",
    "card-do-lock",
    "card-do-write",
];

/// What is written on a card.
const WRITE: [&str; 6] = [
    "card-weapon",
    "card-from",
    "card-to",
    "card-rounds",
    "card-who",
    "card-time",
];

/// The cards, so many of them, and the poster.
pub fn cards(chosen: &Chosen<'_>, n: Option<u32>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let mut sheets = Vec::new();
    if chosen.wants("cards", &KINDS) {
        let n = n.unwrap_or(USUAL).clamp(1, MOST);
        let cards: Vec<Markup> = (1..=n)
            .map(|number| card((number, n), chosen, (seen, words)))
            .collect();
        let of_cards = cards
            .chunks(ON_A_SHEET)
            .map(|cards| html! { ul class="cards" { @for card in cards { li class="card" { (card) } } } });
        sheets.extend(of_cards);
    }
    if chosen.wants("poster", &KINDS) {
        sheets.push(poster(chosen, seen.unit, words));
    }
    let title = say!(words, "print-cards-title");
    print::page(("/cards", title, &KINDS), &sheets, (chosen, seen, viewer))
}

fn stop_page(chosen: &Chosen<'_>) -> String {
    format!("{}/stop", chosen.stop)
}

fn card(
    (number, of): (u32, u32),
    chosen: &Chosen<'_>,
    (seen, words): (&Seen<'_>, &Words),
) -> Markup {
    let address = stop_page(chosen);
    let date = clock::day(seen.zone.to_datetime(seen.at).date(), words);
    let (number, of) = (i64::from(number), i64::from(of));
    html! {
        header {
            p class="called" { (say!(words, "card-title")) }
            p class="number" { (say!(words, "card-number", n = number, of = of)) }
        }
        p { (seen.unit) " · " (date) }
        p class="is" { (say!(words, "card-when")) }
        ol { @for says in DO { li { (words.say(says, &[])) } } }
        div class="lines" { @for says in WRITE { p { (words.say(says, &[])) } } }
        footer {
            (code(&address))
            p { (say!(words, "card-back")) br; span class="address" { (address) } }
        }
    }
}

fn poster(chosen: &Chosen<'_>, unit: &str, words: &Words) -> Markup {
    let address = stop_page(chosen);
    html! {
        div class="poster" {
            svg class="fig" viewBox="0 0 64 64" aria-hidden="true" {
                polygon class="oct" points=(OCTAGON) {}
                text class="on-no" x="32" y="38" font-size="17" { (say!(words, "stop")) }
            }
            p class="called" { (say!(words, "poster-anyone")) }
            p class="is" { (say!(words, "poster-scan")) }
            (code(&address))
            p class="is" { (address) }
            p { (say!(words, "poster-no-name")) }
            p { (say!(words, "poster-no-hub")) }
            p class="address" { (unit) }
        }
    }
}
