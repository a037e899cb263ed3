//! The board: what is so now, sorted by risk. Stop, hold, in a hand, with a handler, in the safe.

use custody::{
    id::{LotId, WeaponId},
    state::{Check, Contents, Weapon},
};
use maud::{Markup, html};

use crate::{
    clock,
    figure::{Ring, Shape, ring, shape},
    frame::{self, Page, Place, Way},
    name,
    page::waiting::{self, Waits},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// The setting of house books that limits the age of a check, in minutes.
const CHECK_AGE: &str = "check_age_minutes";

/// Under so many minutes the row says in bold how long the check holds.
const SOON: i64 = 5;

/// The board of the unit; `waits` are the asks that wait for whoever looks.
pub fn board(seen: &Seen<'_>, waits: &[Waits], viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let weapons = Groups::of(seen);
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (head(seen, &weapons, words))
        (waiting::for_me(waits, words))
        (alarms(seen, words))
        @for (id, weapon) in &weapons.held { (hold(id, weapon, seen, words)) }
        @if seen.state.weapons.is_empty() {
            (frame::empty(&say!(words, "board-empty"), &[Way::new("/ask/delivery", say!(words, "book-delivery"))]))
        } @else if weapons.hand.is_empty() && weapons.handler.is_empty() {
            (frame::empty(&say!(words, "board-nothing-out"), &[Way::new("/scan", say!(words, "scan"))]))
        }
        (group(&say!(words, "board-in-a-hand"), &weapons.hand, seen, words))
        (group(&say!(words, "board-with-a-handler"), &weapons.handler, seen, words))
        (group(&say!(words, "board-elsewhere"), &weapons.elsewhere, seen, words))
        (safe(&weapons.safe, words))
        (feet(seen, words))
    };
    frame::page(&Page {
        title: say!(words, "place-board"),
        place: Some(Place::Board),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

type Named<'a> = (&'a WeaponId, &'a Weapon);

/// Weapons by where they are, the riskiest first.
#[derive(Default)]
struct Groups<'a> {
    held: Vec<Named<'a>>,
    hand: Vec<Named<'a>>,
    handler: Vec<Named<'a>>,
    elsewhere: Vec<Named<'a>>,
    safe: Vec<Named<'a>>,
}

impl<'a> Groups<'a> {
    fn of(seen: &Seen<'a>) -> Self {
        let mut groups = Self::default();
        for named in &seen.state.weapons {
            let weapon = named.1;
            if weapon.hold.is_some() {
                groups.held.push(named);
            }
            if weapon.bearer.is_some() && weapon.issue.is_some() {
                groups.hand.push(named);
            } else if weapon.in_safe() {
                groups.safe.push(named);
            } else if weapon.custodian.handler().is_some() {
                groups.handler.push(named);
            } else {
                groups.elsewhere.push(named);
            }
        }
        groups
    }
}

fn head(seen: &Seen<'_>, weapons: &Groups<'_>, words: &Words) -> Markup {
    let running = seen
        .state
        .scenes
        .values()
        .find_map(|it| it.activity.as_ref());
    let day = seen.state.unit.day.as_ref();
    let name = match (running, day) {
        (Some(it), _) => {
            let activity = words.say(&format!("activity-{}", it.activity), &[]);
            say!(
                words,
                "board-running",
                set_up = it.set_up.to_string(),
                activity = activity
            )
        }
        (None, Some(_)) => say!(words, "board-nothing-runs"),
        (None, None) => say!(words, "board-no-day"),
    };
    let small = day.map_or_else(
        || say!(words, "place-board"),
        |day| say!(words, "board-day", date = clock::day(day.date, words)),
    );
    let end = html! {
        p { b { (say!(words, "count-in-a-hand", n = count(&weapons.hand))) } }
        p { (say!(words, "count-with-handlers", n = count(&weapons.handler))) }
        p { (say!(words, "count-in-the-safe", n = count(&weapons.safe))) }
    };
    frame::title(&small, &name, &end)
}

fn count(weapons: &[Named<'_>]) -> i64 {
    i64::try_from(weapons.len()).unwrap_or(i64::MAX)
}

/// What holds for the whole unit.
fn alarms(seen: &Seen<'_>, words: &Words) -> Markup {
    let unit = &seen.state.unit;
    let scenes = seen.state.scenes.iter().filter(|(_, it)| it.stopped);
    let incidents = seen
        .state
        .incidents
        .iter()
        .filter(|(_, it)| it.closed.is_none());
    html! {
        @if unit.stopped { (alarm(Shape::Stop, "/stop", &say!(words, "stopped-set"))) }
        @for (id, _) in scenes {
            (alarm(Shape::Stop, "/stop", &say!(words, "stopped-scene", scene = id.to_string())))
        }
        @if !seen.writable {
            (alarm(Shape::No, "/record", &say!(words, "not-writable", n = seen.not_recorded)))
        }
        @if unit.clock_stepped { (alarm(Shape::No, "/day", &say!(words, "clock-stepped"))) }
        @for (id, incident) in incidents {
            @let due = incident.clocks.iter().map(|it| it.due).min();
            @let shape = if incident.stand_down.is_some() { Shape::StandDown } else { Shape::No };
            (alarm(shape, &format!("/incident/{id}"), &match due {
                Some(due) if due < seen.at => say!(words, "incident-overdue", id = id.to_string(),
                    cause = words.say(&format!("input-{}", incident.cause), &[]), since = clock::time(due, seen.zone)),
                Some(due) => say!(words, "incident-due", id = id.to_string(),
                    cause = words.say(&format!("input-{}", incident.cause), &[]),
                    left = clock::span(clock::minutes(seen.at, due), words)),
                None => say!(words, "incident-open", id = id.to_string(),
                    cause = words.say(&format!("input-{}", incident.cause), &[])),
            }))
        }
        @for (id, concern) in seen.state.concerns.iter().filter(|(_, it)| it.answer.is_none()) {
            (alarm(Shape::NotYet, &format!("/concern/{id}"), &say!(words, "concern-open", about = concern.about.clone())))
        }
    }
}

fn alarm(what: Shape, to: &str, says: &str) -> Markup {
    html! {
        a class="row" href=(to) role="alert" { (shape(what, 44)) span class="grow fact" { (says) } }
    }
}

fn hold(id: &WeaponId, weapon: &Weapon, seen: &Seen<'_>, words: &Words) -> Markup {
    let since = weapon.hold.as_ref().map_or(seen.at, |hold| hold.since);
    let seconds = seen.at.duration_since(since).as_secs();
    html! {
        div class="hold" role="alert" {
            (shape(Shape::Hold, 64))
            div class="grow" {
                p class="head" { (say!(words, "hold-of", weapon = name::weapon(id))) }
                p { (say!(words, "hold-muzzle")) }
            }
            p class="clock n" data-since=(since) { (format!("{}:{:02}", seconds / 60, seconds % 60)) }
        }
    }
}

fn group(says: &str, weapons: &[Named<'_>], seen: &Seen<'_>, words: &Words) -> Markup {
    html! {
        @if !weapons.is_empty() {
            h2 class="sunk" { span { (says) } span class="n" { (weapons.len()) } }
            @for (id, weapon) in weapons { (row(id, weapon, seen, words)) }
        }
    }
}

fn row(id: &WeaponId, weapon: &Weapon, seen: &Seen<'_>, words: &Words) -> Markup {
    let who = name::custodian(&weapon.custodian, words);
    let who = match &weapon.bearer {
        Some(bearer) if weapon.issue.is_some() => say!(
            words,
            "bearer-under",
            bearer = name::person(bearer, words),
            handler = who
        ),
        _ => who,
    };
    html! {
        a class="row" href={ "/weapon/" (id) } {
            div class="grow" {
                p class="head" { (name::weapon(id)) }
                p { (who) @if weapon.hold.is_some() { " · " (say!(words, "on-hold")) } }
                (proven(weapon, seen, words))
            }
            (ring(left(weapon, seen), 72, &say!(words, "minutes-short")))
        }
    }
}

/// What is proven of a weapon, and for how long.
fn proven(weapon: &Weapon, seen: &Seen<'_>, words: &Words) -> Markup {
    let what = name::contents(weapon, words);
    html! {
        @match left(weapon, seen) {
            Ring::Unknown | Ring::NotYet if weapon.contents == Contents::Unknown => {
                p class="unknown" { (what) }
            }
            Ring::Unknown | Ring::NotYet => { p class="how" { (what) " · " (say!(words, "not-checked")) } }
            Ring::Left { left, .. } if left < SOON => {
                p { (what) " · " b { (say!(words, "check-holds-more", n = left)) } }
            }
            Ring::TooOld { .. } => { p { (what) " · " span class="no-text" { (say!(words, "check-too-old")) } } }
            Ring::Left { .. } | Ring::Holds { .. } => {
                p class="how" { (what) " · " (say!(words, "check-holds")) }
            }
        }
    }
}

/// What the ring of a weapon says.
pub fn left(weapon: &Weapon, seen: &Seen<'_>) -> Ring {
    let Check::Holds { since, .. } = &weapon.check else {
        return if weapon.accepted {
            Ring::Unknown
        } else {
            Ring::NotYet
        };
    };
    let age = clock::minutes(*since, seen.at).max(0);
    match seen.state.unit.settings.get(CHECK_AGE) {
        None => Ring::Holds { age },
        Some(of) if age > *of => Ring::TooOld { age },
        Some(of) => Ring::Left {
            left: of - age,
            of: *of,
        },
    }
}

fn safe(weapons: &[Named<'_>], words: &Words) -> Markup {
    html! {
        @if !weapons.is_empty() {
            h2 class="sunk" { span { (say!(words, "board-in-the-safe")) } span class="n" { (weapons.len()) } }
            p class="block" {
                @for (index, (id, weapon)) in weapons.iter().enumerate() {
                    @if index > 0 { ", " }
                    a href={ "/weapon/" (id) } { (name::weapon(id)) }
                    @if let Some(twin) = &weapon.features.twin {
                        " " (say!(words, "twin-of", weapon = name::weapon(twin)))
                    }
                }
            }
        }
    }
}

/// Rounds and refusals, in a line each.
fn feet(seen: &Seen<'_>, words: &Words) -> Markup {
    let missing: u64 = seen
        .state
        .rounds
        .all()
        .filter(|(account, ..)| account.to_string() == "missing")
        .map(|(_, _, _, rounds)| u64::from(rounds))
        .sum();
    let lots: std::collections::BTreeSet<&LotId> =
        seen.state.rounds.all().map(|(_, lot, _, _)| lot).collect();
    let open = seen
        .refusals
        .iter()
        .filter(|it| it.remedied.is_none())
        .count();
    html! {
        div class="pair" {
            a href="/rounds" {
                p class="how" { (say!(words, "place-rounds")) }
                p class="fact" {
                    @if missing > 0 { (say!(words, "rounds-missing", n = missing)) }
                    @else { (say!(words, "rounds-accounted", lots = lots.len())) }
                }
            }
            a href="/refusals" {
                p class="how" { (say!(words, "refused-today")) }
                p class="fact" { (say!(words, "refused-count", n = seen.refusals.len(), open = open)) }
            }
        }
    }
}
