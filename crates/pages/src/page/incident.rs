//! A stand-down, or an incident without one: what may be done comes first, then what may not, who
//! lifts it and who cannot, and the clocks of the law.

use custody::{
    id::{IncidentId, WeaponId},
    names::{Role, Scope},
    state::{Clock, Incident, Weapon},
};
use maud::{Markup, html};

use crate::{
    clock,
    figure::{Shape, shape},
    frame::{self, Page, Place, Way},
    name,
    page::record,
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// The four ways to make safe: they are never blocked.
const SAFE: [(&str, &str); 4] = [
    ("/ask/collect", "collect"),
    ("/ask/put_down", "put-down"),
    ("/ask/unload", "unload"),
    ("/ask/lock_away", "lock-away"),
];

/// One incident.
pub fn incident(
    (id, it): (&IncidentId, &Incident),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let body = html! {
        (slab(id, it, seen, words))
        p class="block head" { (say!(words, "may-always-make-safe")) }
        div class="presses" {
            @for (to, says) in SAFE { a class="press mid main" href=(to) { (words.say(says, &[])) } }
        }
        @for (weapon, _) in preserved(id, seen) { (as_found(weapon, words)) }
        @if let Some(scope) = it.stand_down {
            div class="block" {
                p class="head" { (say!(words, "stand-down-no-to")) }
                p class="how" { (reach(scope, it, words)) }
            }
            (lifted_by(it, seen, words))
        }
        (clocks(&it.clocks, seen, words))
        (closed(it, seen, words))
    };
    frame::page(&Page {
        title: say!(words, "incident", id = id.to_string()),
        place: Some(Place::Day),
        make_safe: Some(Way::new("/ask/count", say!(words, "rounds-count"))),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

fn slab(id: &IncidentId, it: &Incident, seen: &Seen<'_>, words: &Words) -> Markup {
    let about = [
        it.scene
            .as_ref()
            .map(|scene| say!(words, "scene-n", scene = scene.to_string())),
        it.weapon.as_ref().map(name::weapon),
        it.lot
            .as_ref()
            .map(|lot| format!("{} {lot}", say!(words, "lot"))),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let open = it.closed.is_none();
    html! {
        section class=(if it.stand_down.is_some() && open { "no hatched" } else { "block" }) {
            (frame::top(&html! { (say!(words, "incident", id = id.to_string())) @if !about.is_empty() { " · " (about.join(", ")) } }, seen, words))
            h1 class="name" {
                @if it.stand_down.is_some() && open { (say!(words, "stand-down")) }
                @else { (record::input(&it.cause, words)) }
            }
            p {
                (say!(words, "incident-since", since = clock::since(it.since, (seen.at, seen.zone), words),
                    cause = record::input(&it.cause, words)))
            }
        }
    }
}

fn preserved<'a>(
    id: &'a IncidentId,
    seen: &Seen<'a>,
) -> impl Iterator<Item = (&'a WeaponId, &'a Weapon)> {
    let weapons = seen.state.weapons.iter();
    weapons.filter(move |(_, weapon)| weapon.preserved_by.contains(id))
}

fn as_found(weapon: &WeaponId, words: &Words) -> Markup {
    html! {
        a class="row" href={ "/weapon/" (weapon) } {
            (shape(Shape::Preserved, 56))
            div class="grow" {
                p class="head" { (say!(words, "preserved-as-found", weapon = name::weapon(weapon))) }
                p class="how" { (say!(words, "preserved-means")) }
            }
        }
    }
}

fn reach(scope: Scope, it: &Incident, words: &Words) -> String {
    match scope {
        Scope::Production => say!(words, "stand-down-of-production"),
        Scope::Scene => {
            let scene = it
                .scene
                .as_ref()
                .map_or_else(String::new, ToString::to_string);
            say!(words, "stand-down-of-scene", scene = scene)
        }
        Scope::Weapon => {
            let weapon = it.weapon.as_ref().map_or_else(String::new, name::weapon);
            say!(words, "stand-down-of-weapon", weapon = weapon)
        }
    }
}

fn lifted_by(it: &Incident, seen: &Seen<'_>, words: &Words) -> Markup {
    let acted: Vec<String> = it.acted.iter().map(|id| name::person(id, words)).collect();
    let all_acted = |role: Role| {
        let mut held = seen
            .state
            .people
            .iter()
            .filter(|(_, it)| it.roles.contains(&role))
            .peekable();
        held.peek().is_some() && held.all(|(id, _)| it.acted.contains(id))
    };
    let mut both = vec![name::role(Role::FirstAd, words), say!(words, "a-handler")];
    if it.stand_down == Some(Scope::Production) {
        both.push(say!(words, "advisor-or-producer"));
    }
    html! {
        div class="block" {
            p class="head" { (say!(words, "lifted-by-all-of")) }
            @for who in &both {
                p class="choice" { (shape(Shape::NotYet, 32)) b { (who) } }
            }
            @if !acted.is_empty() {
                p class="how" { (say!(words, "lifted-not-by", who = name::list(&acted, words))) }
            }
            @if all_acted(Role::FirstAd) { p class="no-text" { (say!(words, "lifted-from-outside")) } }
            p class="how" { (say!(words, "stop-bars-nobody")) }
        }
    }
}

fn clocks(clocks: &[Clock], seen: &Seen<'_>, words: &Words) -> Markup {
    html! {
        @if !clocks.is_empty() {
            h2 class="sunk" { (say!(words, "clocks-of-the-law")) }
            @for it in clocks {
                @let left = clock::minutes(seen.at, it.due);
                div class="row" {
                    div class="grow" {
                        p class="fact" { (name::first(&name::whom(&it.to, words))) }
                        p class="small" { a href={ "/rule/" (it.rule) } { (it.rule) } }
                    }
                    div class="end" {
                        @if left < 0 { p class="no-text" { (say!(words, "clock-overdue")) } }
                        @else { p class="fact n" { (clock::span(left, words)) } }
                        p class="how" { (clock::day(seen.zone.to_datetime(it.due).date(), words)) ", " (clock::time(it.due, seen.zone)) }
                    }
                }
            }
            p class="block small how" { (say!(words, "not-legal-advice")) }
        }
    }
}

fn closed(it: &Incident, seen: &Seen<'_>, words: &Words) -> Markup {
    html! {
        @if let Some(closed) = &it.closed {
            div class="block" {
                p class="head" { (say!(words, "incident-closed", since = clock::since(closed.at, (seen.at, seen.zone), words))) }
                p { b { (say!(words, "incident-cause")) } ": " (closed.cause) }
                p { b { (say!(words, "incident-action")) } ": " (closed.action) }
            }
        }
    }
}
