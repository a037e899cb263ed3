//! What a guest sees: one weapon, one day, or one pack. Nothing on it leads further, and nothing is done there.

use custody::{id::WeaponId, names::Tier, state::Weapon};
use jiff::{Timestamp, civil::Date};
use logbook::Entry;
use maud::{Markup, html};

use crate::{
    clock,
    frame::{self, Page, Way},
    name,
    page::{record, ways::View, weapon},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// One weapon; `entries` are those about it, the newest first.
pub fn weapon(
    (id, it): (&WeaponId, &Weapon),
    (entries, until): (&[Entry], Timestamp),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::title(&weapon::with(it, words), &name::weapon(id), &html! {}))
        (weapon::standing(it, words))
        (weapon::checked(it, seen, words))
        @if it.tier == Tier::A { (weapon::inside(it, words)) }
        h2 class="sunk" { (say!(words, "weapon-chain")) }
        (record::table(entries, record::Links::None, (seen, words)))
    };
    shown((name::weapon(id), body), until, (seen, viewer))
}

/// One day; `entries` are its newest, the newest first, and `more` says that there are others.
pub fn day(
    (date, more): (Date, bool),
    (entries, until): (&[Entry], Timestamp),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let day = clock::day(date, words);
    let n = i64::try_from(entries.len()).unwrap_or(i64::MAX);
    let body = html! {
        (frame::title(&say!(words, "place-record"), &day, &html! {}))
        @if entries.is_empty() { p class="block" { (say!(words, "guest-day-empty")) } }
        @else { (record::table(entries, record::Links::None, (seen, words))) }
        @if more { p class="block how" { (say!(words, "guest-day-more", n = n)) } }
    };
    shown((day, body), until, (seen, viewer))
}

/// A pack, as a guest sees it.
#[derive(Debug, Clone, Copy)]
pub struct Pack<'a> {
    /// Entries in it.
    pub entries: u64,
    /// Bytes of its file.
    pub bytes: u64,
    /// SHA-256 of its file.
    pub sum: &'a str,
    /// Its newest entries, the newest first.
    pub newest: &'a [Entry],
}

/// One pack: what is in it, how to fetch it, and how a stranger checks it.
pub fn pack(pack: &Pack<'_>, until: Timestamp, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let title = View::Pack(Some(pack.entries)).says(words);
    let body = html! {
        (frame::title(seen.unit, &title, &html! {}))
        p class="block" { (say!(words, "pack-what")) }
        // By its own address: the link stands in no page.
        form class="block" method="get" {
            button class="press main mid" type="submit" name="as" value="zip" {
                (say!(words, "pack-fetch", size = size(pack.bytes)))
            }
        }
        div class="block" {
            p class="how" { "SHA-256 " code { (pack.sum) } }
            p class="how" { (say!(words, "pack-check")) }
            p { code { "proofhouse audit pack/ --key KEY" } }
        }
        h2 class="sunk" { (say!(words, "place-record")) }
        (record::table(pack.newest, record::Links::None, (seen, words)))
        @let n = i64::try_from(pack.newest.len()).unwrap_or(i64::MAX);
        p class="block how" { (say!(words, "pack-newest", n = n)) }
    };
    shown((title, body), until, (seen, viewer))
}

/// A size as people read it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

fn shown(
    (title, body): (String, Markup),
    until: Timestamp,
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let body = html! {
        div class="top" {
            p { b { (seen.unit) } }
            p { b { time datetime=(seen.at) { (clock::exact(seen.at, seen.zone)) } } }
        }
        (body)
        p class="block how" { (holds(until, seen, words)) }
    };
    frame::page(&Page {
        seen: None,
        viewer,
        title,
        place: None,
        make_safe: None,
        onward: Some(Way::new("/stop#concern", say!(words, "concern-page"))),
        live: false,
        scans: false,
        body,
    })
}

fn holds(until: Timestamp, seen: &Seen<'_>, words: &Words) -> String {
    let day = clock::day(seen.zone.to_datetime(until).date(), words);
    say!(
        words,
        "guest-reads",
        time = clock::time(until, seen.zone),
        day = day
    )
}
