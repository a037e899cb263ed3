//! What stands around every page: its head, the rail on a desk, the bar with the stop.

use maud::{DOCTYPE, Markup, html};

use crate::{
    asset, clock,
    figure::{Shape, shape},
    name,
    page::scan,
    say,
    seen::{Look, Seen, Viewer},
    words::Words,
};

/// Something to press that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Its address.
    pub to: String,
    /// Its words.
    pub words: String,
}

impl Way {
    /// A way.
    pub fn new(to: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            to: to.into(),
            words: words.into(),
        }
    }
}

/// Where a page stands among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The board.
    Board,
    /// Weapons.
    Weapons,
    /// Rounds.
    Rounds,
    /// Scenes and call sheet.
    Scenes,
    /// The day.
    Day,
    /// People.
    People,
    /// Rules.
    Rules,
    /// The record.
    Record,
    /// Refusals.
    Refusals,
    /// Labels and cards.
    Labels,
}

impl Place {
    /// Every place of the rail, in its order.
    pub const ALL: [Self; 10] = [
        Self::Board,
        Self::Weapons,
        Self::Rounds,
        Self::Scenes,
        Self::Day,
        Self::People,
        Self::Rules,
        Self::Record,
        Self::Refusals,
        Self::Labels,
    ];

    /// Its address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Board => "/board",
            Self::Weapons => "/weapons",
            Self::Rounds => "/rounds",
            Self::Scenes => "/scenes",
            Self::Day => "/day",
            Self::People => "/people",
            Self::Rules => "/rules",
            Self::Record => "/record",
            Self::Refusals => "/refusals",
            Self::Labels => "/labels",
        }
    }

    /// Its name.
    pub fn name(self, words: &Words) -> String {
        let key = format!("place{}", self.path().replace('/', "-"));
        words.say(&key, &[])
    }
}

/// A page: what stands in it, and around it.
#[derive(Debug)]
pub struct Page<'a> {
    /// The unit at that moment; none before somebody signed in.
    pub seen: Option<&'a Seen<'a>>,
    /// Who looks.
    pub viewer: &'a Viewer,
    /// Its title in the browser.
    pub title: String,
    /// Its place among the others.
    pub place: Option<Place>,
    /// The way to make safe from here, where there is one.
    pub make_safe: Option<Way>,
    /// Where the page ends, beside the stop; none: the menu.
    pub onward: Option<Way>,
    /// It is shown anew with each entry: nobody fills anything in on it.
    pub live: bool,
    /// It has a scanner.
    pub scans: bool,
    /// What stands in it.
    pub body: Markup,
}

impl<'a> Page<'a> {
    /// An empty page of no place, that nothing leads on from.
    pub fn around(seen: &'a Seen<'a>, viewer: &'a Viewer) -> Self {
        Self {
            seen: Some(seen),
            viewer,
            title: String::new(),
            place: None,
            make_safe: None,
            onward: None,
            live: false,
            scans: false,
            body: Markup::default(),
        }
    }
}

/// The whole page.
pub fn page(page: &Page<'_>) -> Markup {
    let words = page.viewer.words();
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) data-look=(page.viewer.look.as_str())
            data-last=[page.seen.map(|seen| seen.last)] data-unit=[page.seen.map(|seen| seen.unit)]
            data-now=[page.seen.map(|seen| seen.at.as_millisecond())]
            data-zone=[page.seen.and_then(|seen| seen.zone.iana_name())]
            data-lost=(say!(words, "hub-lost-since")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                title { (page.title) ", Proofhouse" }
                link rel="icon" href=(asset::ICON) type="image/svg+xml";
                link rel="stylesheet" href=(asset::STYLE);
                script src=(asset::SCRIPT) defer {}
            }
            body {
                a class="away skip" href="#main" { (say!(words, "skip")) }
                div class="page" {
                    @if page.viewer.look != Look::Rolling { (rail(page, words)) }
                    div class="column" {
                        p id="lost" class="lost fact" role="alert" hidden { (say!(words, "hub-lost-says", time = "…")) }
                        @if page.viewer.station { (at_station(page.viewer, words)) }
                        main id="main" tabindex="-1" data-live[page.live] { (page.body) }
                        @if page.scans { (scan::panel(words)) }
                        @if page.seen.is_some() { (cut(words)) }
                        (bar(page, words))
                    }
                }
            }
        }
    }
}

/// At a station that others use: who is signed in, and the way out, on every page.
fn at_station(viewer: &Viewer, words: &Words) -> Markup {
    let who = viewer.person.as_ref().map(|id| name::person(id, words));
    html! {
        form class="station" method="post" action="/out" {
            span { b { (who.unwrap_or_default()) } }
            button class="press mid low" type="submit" { (say!(words, "sign-out")) }
        }
    }
}

fn rail(page: &Page<'_>, words: &Words) -> Markup {
    html! {
        aside class="rail" {
            header {
                p class="fact" { "Proofhouse" }
                @if let Some(seen) = page.seen { p class="how small" { (seen.unit) } }
            }
            @if page.seen.is_some() {
                nav aria-label=(say!(words, "rail")) {
                    @for place in Place::ALL {
                        a href=(place.path()) aria-current=[(page.place == Some(place)).then_some("page")] {
                            (place.name(words))
                        }
                    }
                }
            }
            div class="foot" { (stop(words)) }
        }
    }
}

fn bar(page: &Page<'_>, words: &Words) -> Markup {
    html! {
        footer class="bar" {
            (stop(words))
            @if let Some(way) = &page.make_safe {
                a class="press mid" href=(way.to) { (way.words) }
            }
            @match &page.onward {
                Some(way) => a class="press mid" href=(way.to) { (way.words) },
                None => a class="press mid" href="/menu" { (say!(words, "menu")) },
            }
        }
    }
}

/// What a stop cuts in with; shown by the script when one is called.
fn cut(words: &Words) -> Markup {
    html! {
        div id="stopped" class="cut" role="alert" hidden {
            (shape(Shape::Stop, 220))
            p class="name" { (say!(words, "stop-is-called")) }
            a class="press mid" href="/board" { (say!(words, "stop-seen")) }
        }
    }
}

/// The stop: on every page, in the same corner; it asks nothing before it acts.
fn stop(words: &Words) -> Markup {
    html! {
        form method="post" action="/stop" {
            button class="stop" type="submit" {
                svg width="148" height="72" viewBox="0 0 148 72" preserveAspectRatio="none" aria-hidden="true" {
                    polygon class="oct" points="22 1 126 1 147 22 147 50 126 71 22 71 1 50 1 22" {}
                }
                span { (say!(words, "stop")) }
            }
        }
    }
}

/// The line on top of a page: where we are, the set's clock, whether the hub is in reach.
pub fn top(left: &Markup, seen: &Seen<'_>, words: &Words) -> Markup {
    html! {
        div class="top" {
            p { (left) }
            p {
                b { time data-clock datetime=(seen.at) { (clock::exact(seen.at, seen.zone)) } }
                " · " span data-hub { (say!(words, "hub-in-reach")) }
            }
        }
    }
}

/// The title of a page: a small line, the name, and what stands at its end.
pub fn title(small: &str, name: &str, end: &Markup) -> Markup {
    html! {
        header class="title" {
            div {
                @if !small.is_empty() { p class="how" { (small) } }
                h1 class="name" { (name) }
            }
            div class="end" { (end) }
        }
    }
}

/// Something to press, with an arrow.
pub fn press(way: &Way) -> Markup {
    html! {
        a class="press" href=(way.to) { span { (way.words) } (shape(Shape::Arrow, 28)) }
    }
}

/// Text to the letter; what is wider than the page is reached by keys too.
pub fn exact(label: &str, text: &str) -> Markup {
    html! { pre class="wide" tabindex="0" role="region" aria-label=(label) { code { (text) } } }
}

/// The field by which a page is looked through.
pub fn search(page: &str, label: &str, looked: Option<&str>, words: &Words) -> Markup {
    html! {
        form class="block" method="get" action=(page) role="search" {
            label class="said" for="search" { (words.say(label, &[])) }
            div class="beside" {
                input id="search" type="search" name="search" maxlength="100" value=[looked];
                button class="press low mid" type="submit" { (say!(words, "search-find")) }
            }
        }
    }
}

/// A page with nothing in it but what is so, and where to go on.
pub fn alone(says: &str, ways: &[Way]) -> Markup {
    html! {
        div class="empty" {
            h1 class="head" { (says) }
            @for way in ways { (press(way)) }
        }
    }
}

/// A page, or part of one, with nothing in it yet: what is so, and what to do first.
pub fn empty(says: &str, ways: &[Way]) -> Markup {
    html! {
        div class="empty" {
            p class="fact" { (says) }
            @for way in ways { (press(way)) }
        }
    }
}
