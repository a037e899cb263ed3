//! A weapon: what is proven of it, who has it, and every entry about it.

use custody::{
    id::WeaponId,
    names::Tier,
    state::{Check, Contents, Weapon},
};
use logbook::Entry;
use maud::{Markup, html};

use crate::{
    clock,
    figure::{Position, Ring, Shape, cylinder, ring, shape},
    frame::{self, Page, Place, Way},
    name,
    page::{ask, board, photo, record},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// Every weapon on record, to choose one.
pub fn weapons(seen: &Seen<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "place-weapons"), &html! {}))
        @if seen.state.weapons.is_empty() {
            (frame::empty(&say!(words, "board-empty"), &[Way::new("/ask/delivery", say!(words, "book-delivery"))]))
        } @else {
            div class="presses" {
                (frame::press(&Way::new("/scan", say!(words, "scan"))))
                (frame::press(&Way::new("/line", say!(words, "line-of-several"))))
            }
        }
        div class="rows" {
        @for (id, weapon) in &seen.state.weapons {
            a class="row" href={ "/weapon/" (id) } {
                div class="grow" {
                    p class="head" { (name::weapon(id)) }
                    p { (words.say(&format!("class-{}", weapon.class), &[])) }
                }
                span { (name::custodian(&weapon.custodian, words)) }
            }
        }
        }
    };
    frame::page(&Page {
        title: say!(words, "place-weapons"),
        place: Some(Place::Weapons),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

/// One weapon; `entries` are those about it, the newest first.
pub fn weapon(
    (id, weapon): (&WeaponId, &Weapon),
    (entries, erased): (&[Entry], &photo::Erased),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let of = photo::Of::Weapon(id.clone());
    let class = words.say(&format!("class-{}", weapon.class), &[]);
    let end = html! { p class="how" { (class) } };
    let who = with(weapon, words);
    let body = html! {
        (frame::top(&html! { b { (say!(words, "place-weapons")) } }, seen, words))
        (frame::title(&who, &name::weapon(id), &end))
        (standing(weapon, words))
        (checked(weapon, seen, words))
        @if weapon.tier == Tier::A { (inside(weapon, words)) }
        (acts(id, weapon, words))
        (photo::photos(&of, (&weapon.documents, erased), (seen, viewer)))
        h2 class="sunk" { (say!(words, "weapon-chain")) }
        (record::table(entries, record::Links::Lead, (seen, words)))
    };
    frame::page(&Page {
        title: name::weapon(id),
        place: Some(Place::Weapons),
        make_safe: make_safe(id, weapon, words),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

/// Who has it.
pub fn with(weapon: &Weapon, words: &Words) -> String {
    match &weapon.bearer {
        Some(bearer) => say!(
            words,
            "bearer-under",
            bearer = name::person(bearer, words),
            handler = name::custodian(&weapon.custodian, words)
        ),
        None => name::custodian(&weapon.custodian, words),
    }
}

/// The way to make it safe from here.
pub fn make_safe(id: &WeaponId, weapon: &Weapon, words: &Words) -> Option<Way> {
    if weapon.bearer.is_some() && weapon.issue.is_some() {
        Some(Way::new(format!("/collect/{id}"), say!(words, "collect")))
    } else if weapon.custodian.handler().is_some() {
        Some(Way::new(
            format!("/lock-away/{id}"),
            say!(words, "lock-away"),
        ))
    } else {
        None
    }
}

/// What stands in the way of using it at all.
pub fn standing(weapon: &Weapon, words: &Words) -> Markup {
    let is = [
        (weapon.hold.is_some(), Shape::Hold, "weapon-held"),
        (
            !weapon.preserved_by.is_empty(),
            Shape::Preserved,
            "weapon-preserved",
        ),
        (
            !weapon.stood_down_by.is_empty(),
            Shape::StandDown,
            "weapon-stood-down",
        ),
        (weapon.quarantined, Shape::NotYet, "weapon-quarantined"),
        (
            !weapon.watched && !weapon.in_safe(),
            Shape::Unknown,
            "weapon-unwatched",
        ),
    ];
    html! {
        @for (_, what, says) in is.into_iter().filter(|(is, ..)| *is) {
            div class="row" { (shape(what, 52)) p class="grow fact" { (words.say(says, &[])) } }
        }
    }
}

/// The last check, and how we know.
pub fn checked(weapon: &Weapon, seen: &Seen<'_>, words: &Words) -> Markup {
    let left = board::left(weapon, seen);
    html! {
        div class="row" {
            (ring(left, 88, &say!(words, "minutes-short")))
            div class="grow" { (known(weapon, (left, seen), words)) }
        }
    }
}

fn known(weapon: &Weapon, (left, seen): (Ring, &Seen<'_>), words: &Words) -> Markup {
    let now = (seen.at, seen.zone);
    html! {
        @match &weapon.check {
            Check::None => { p class="head unknown" { (say!(words, "check-never")) } }
            Check::Void { why, since } => {
                p class="head unknown" { (say!(words, "check-void")) }
                p class="how" {
                    (say!(words, "check-void-since", since = clock::since(*since, now, words),
                        why = words.say(&format!("void-{why}"), &[])))
                }
            }
            Check::Holds { since, by, witnesses, .. } => {
                @let witnesses: Vec<String> = witnesses.iter().map(|it| name::person(it, words)).collect();
                p class="head" {
                    @if matches!(left, Ring::TooOld { .. }) { (say!(words, "check-is-too-old")) }
                    @else { (say!(words, "check-it-holds")) }
                }
                p class="how" {
                    (say!(words, "check-since", since = clock::since(*since, now, words),
                        by = name::person(by, words), before = name::list(&witnesses, words)))
                    @match left {
                        Ring::Left { of, .. } => { " " (say!(words, "check-allows", n = of)) }
                        Ring::TooOld { .. } => { " " (say!(words, "check-again")) }
                        _ => {}
                    }
                }
            }
        }
    }
}

/// What is proven to be in it, position by position.
pub fn inside(weapon: &Weapon, words: &Words) -> Markup {
    let positions = positions(weapon);
    html! {
        div class="row" {
            @if !positions.is_empty() { (cylinder(&positions, 150)) }
            div class="grow" {
                p class=(if weapon.contents == Contents::Unknown { "head unknown" } else { "head" }) {
                    (name::contents(weapon, words))
                }
                p class="how" {
                    @if weapon.bore_seen { (say!(words, "bore-seen")) } @else { (say!(words, "bore-not-seen")) }
                }
            }
        }
    }
}

/// Its positions as they are proven.
pub fn positions(weapon: &Weapon) -> Vec<Position> {
    let n = weapon.features.positions.unwrap_or(0);
    let at = |position: u16| match &weapon.contents {
        Contents::Empty => Position::Empty,
        Contents::Loaded(rounds) => {
            let round = rounds
                .iter()
                .find(|it| it.position == position && !it.fired);
            round.map_or(Position::Empty, |it| {
                Position::Round(name::letters(it.class).to_owned())
            })
        }
        Contents::Unknown | Contents::NotApplicable => Position::NotSeen,
    };
    (1..=n).map(at).collect()
}

/// What may be asked of it from here.
fn acts(id: &WeaponId, weapon: &Weapon, words: &Words) -> Markup {
    let ways: &[&str] = if weapon.in_safe() {
        &["check_out"]
    } else if weapon.custodian.handler().is_none() {
        &["receive"]
    } else if weapon.tier == Tier::A {
        &["check", "load", "show", "issue"]
    } else {
        &["check", "show", "issue"]
    };
    html! {
        div class="presses" {
            @for way in ways {
                a class="press mid" href=(ask::to(way, Some(id))) { (words.say(&format!("act-{way}"), &[])) }
            }
        }
    }
}
