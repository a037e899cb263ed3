//! The wall board: read at five metres, touched by nobody. Nine rows before it turns; holds and
//! stops never turn away.

use custody::{id::WeaponId, state::Weapon};
use maud::{DOCTYPE, Markup, html};

use crate::{
    asset, clock,
    figure::{Shape, ring, shape},
    name,
    page::board,
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// Rows on the wall at once.
pub const ROWS: usize = 9;

/// One page of the wall, from 0; pages turn by the reader's clock.
pub fn wall(seen: &Seen<'_>, turn: usize, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let (fixed, turning): (Vec<_>, Vec<_>) = out(seen)
        .into_iter()
        .partition(|(_, weapon)| weapon.hold.is_some());
    let room = ROWS.saturating_sub(fixed.len()).max(1);
    let pages = turning.len().div_ceil(room).max(1);
    let page = turn.checked_rem(pages).unwrap_or(0);
    let shown = turning.iter().skip(page.saturating_mul(room)).take(room);
    let next = page.saturating_add(1).checked_rem(pages).unwrap_or(0);
    let stops = seen.state.unit.stopped || seen.state.scenes.values().any(|it| it.stopped);
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) data-look=(viewer.look.as_str()) data-last=(seen.last)
            data-unit=(seen.unit) data-now=(seen.at.as_millisecond()) data-zone=[seen.zone.iana_name()]
            data-lost=(say!(words, "hub-lost-since")) data-next={ "/wall?turn=" (next) } {
            head {
                meta charset="utf-8";
                noscript { meta http-equiv="refresh" content={ "10; url=/wall?turn=" (next) }; }
                title { (seen.unit) ", Proofhouse" }
                link rel="stylesheet" href=(asset::STYLE);
                script src=(asset::SCRIPT) defer {}
            }
            body class="wall" {
                main data-live {
                    header class="title" {
                        h1 class="name" { (seen.unit) }
                        p class="clock n" { time data-clock { (clock::exact(seen.at, seen.zone)) } }
                        p data-hub { (say!(words, "hub-in-reach")) }
                    }
                    @if stops { div class="no" { (shape(Shape::Stop, 120)) p class="word" { (say!(words, "stop-is-called")) } } }
                    @for (id, weapon) in fixed.iter().chain(shown) { (row(id, weapon, seen, words)) }
                    @if fixed.is_empty() && turning.is_empty() { p class="empty fact" { (say!(words, "wall-nothing-out")) } }
                    footer class="block" {
                        (say!(words, "wall-page", page = page.saturating_add(1), pages = pages)) " · "
                        (say!(words, "count-in-the-safe", n = seen.state.weapons.values().filter(|it| it.in_safe()).count()))
                    }
                }
            }
        }
    }
}

/// Weapons out of the safe: those in a hand first.
fn out<'a>(seen: &Seen<'a>) -> Vec<(&'a WeaponId, &'a Weapon)> {
    let mut out: Vec<_> = seen
        .state
        .weapons
        .iter()
        .filter(|(_, it)| !it.in_safe())
        .collect();
    out.sort_by_key(|(id, it)| (it.hold.is_none(), it.issue.is_none(), id.as_str()));
    out
}

fn row(id: &WeaponId, weapon: &Weapon, seen: &Seen<'_>, words: &Words) -> Markup {
    let handler = name::custodian(&weapon.custodian, words);
    html! {
        div class=(if weapon.hold.is_some() { "row hold" } else { "row" }) {
            @if weapon.hold.is_some() { (shape(Shape::Hold, 64)) }
            p class="name grow" { (name::weapon(id)) }
            p class="grow" {
                @match &weapon.bearer {
                    Some(bearer) if weapon.issue.is_some() => {
                        b { (name::person(bearer, words)) } " · " (handler)
                    }
                    _ => (handler),
                }
            }
            p class="grow fact" { (name::contents(weapon, words)) }
            (ring(board::left(weapon, seen), 64, &say!(words, "minutes-short")))
        }
    }
}
