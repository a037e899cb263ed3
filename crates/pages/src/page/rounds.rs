//! Rounds: each lot, where its rounds are, and that the sum has not changed.

use std::collections::BTreeMap;

use custody::{
    id::LotId,
    names::{RoundClass, RoundState},
    rounds::Account,
    state::Lot,
};
use maud::{Markup, html};

use crate::{
    frame::{self, Page, Place, Way},
    name, say,
    seen::{Seen, Viewer},
    words::Words,
};

/// Every lot, with where its rounds are.
pub fn rounds(seen: &Seen<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (say!(words, "place-rounds")) } }, seen, words))
        @if seen.state.lots.is_empty() {
            (frame::empty(&say!(words, "rounds-empty"), &[Way::new("/ask/delivery", say!(words, "book-delivery"))]))
        }
        div class="rows" { @for (id, lot) in &seen.state.lots { section id=(id) { (of_lot(id, lot, seen, words)) } } }
    };
    frame::page(&Page {
        title: say!(words, "place-rounds"),
        place: Some(Place::Rounds),
        make_safe: Some(Way::new("/ask/transfer", say!(words, "rounds-move"))),
        onward: Some(Way::new("/ask/count", say!(words, "rounds-count"))),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

const STATES: [RoundState; 3] = [RoundState::Fresh, RoundState::Spent, RoundState::Dud];

fn of_lot(id: &LotId, lot: &Lot, seen: &Seen<'_>, words: &Words) -> Markup {
    let rows = accounts(id, seen);
    let sum: u64 = rows.values().flatten().map(|n| u64::from(*n)).sum();
    let class = words.say(&format!("round-class-{}", lot.class), &[]);
    let end = html! {
        p class="how" { (say!(words, "derived-from-parts")) }
        p class=(if lot.class == RoundClass::Unknown { "unknown" } else { "fact" }) { (class) }
    };
    let standing = [
        (lot.quarantined, "lot-quarantined"),
        (!lot.accepted, "lot-not-accepted"),
        (lot.unattended, "lot-unattended"),
        (
            lot.class == RoundClass::Dummy && !lot.tested,
            "lot-not-tested",
        ),
    ];
    html! {
        (frame::title(&say!(words, "lot"), id.as_str(), &end))
        @for (_, says) in standing.into_iter().filter(|(is, _)| *is) {
            p class="block no-text" { (words.say(says, &[])) }
        }
        div class="wide" tabindex="0" role="region" aria-label=(id) {
            table {
                thead { tr {
                    th scope="col" { (say!(words, "rounds-where")) }
                    @for state in STATES { th scope="col" class="end" { (words.say(&format!("state-{state}"), &[])) } }
                    th scope="col" class="end" { (say!(words, "rounds-all")) }
                } }
                tbody {
                    @for (account, row) in &rows { (line(account, row, words)) }
                    tr class="sum" {
                        th scope="row" { (say!(words, "rounds-sum")) }
                        @for index in 0..STATES.len() {
                            td class="end" { (rows.values().filter_map(|row| row.get(index)).sum::<u32>()) }
                        }
                        td class="end" { (sum) }
                    }
                }
            }
        }
    }
}

/// Rounds of a lot by account: fresh, spent, dud.
fn accounts<'a>(id: &LotId, seen: &Seen<'a>) -> BTreeMap<&'a Account, [u32; 3]> {
    let mut rows = BTreeMap::<&Account, [u32; 3]>::new();
    for (account, lot, state, rounds) in seen.state.rounds.all() {
        let column = STATES.iter().position(|it| *it == state);
        if let (true, Some(column)) = (lot == id && rounds > 0, column)
            && let Some(cell) = rows.entry(account).or_default().get_mut(column)
        {
            *cell = cell.saturating_add(rounds);
        }
    }
    rows
}

fn line(account: &Account, row: &[u32; 3], words: &Words) -> Markup {
    html! {
        tr {
            th scope="row" { (where_is(account, words)) }
            @for n in row { td class="end" { @if *n > 0 { (n) } @else { "–" } } }
            td class="end" { (row.iter().sum::<u32>()) }
        }
    }
}

/// An account as people say it.
pub fn where_is(account: &Account, words: &Words) -> String {
    let kind = words.say(&format!("account-{}", account.kind()), &[]);
    match account {
        Account::Person(id) => name::person(id, words),
        Account::WeaponPosition(id, position) => {
            say!(
                words,
                "account-position",
                weapon = name::weapon(id),
                n = i64::from(*position)
            )
        }
        Account::Safe(None) => kind,
        Account::Safe(Some(id))
        | Account::Container(id)
        | Account::Belt(id)
        | Account::Magazine(id)
        | Account::Loader(id) => format!("{kind} {id}"),
        _ => kind,
    }
}
