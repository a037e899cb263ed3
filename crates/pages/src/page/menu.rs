//! The menu: every place, the language and the light, for a phone that has no rail.

use maud::{Markup, html};

use crate::{
    frame::{self, Page, Place, Way},
    say,
    seen::{Look, Seen, Viewer},
    words::Language,
};

/// The menu.
pub fn menu(seen: &Seen<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let looks = [Look::Device, Look::Light, Look::Dark, Look::Rolling];
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "menu"), &html! {}))
        div class="presses" {
            a class="press mid main" href="/ask" { (say!(words, "ask-all")) }
            a class="press mid" href="/stop" { (say!(words, "concern-page")) }
            a class="press mid" href="/digest" { (say!(words, "digest-title")) }
            a class="press mid" href="/privacy" { (say!(words, "privacy-title")) }
            @for place in Place::ALL { a class="press mid" href=(place.path()) { (place.name(words)) } }
        }
        div class="presses" {
            a class="press mid" href="/mine" { (say!(words, "mine")) }
            form method="post" action="/out" { button class="press mid" type="submit" { (say!(words, "sign-out")) } }
        }
        form class="block" method="post" action="/look" {
            p class="how" { (say!(words, "menu-look")) }
            div class="presses" {
                @for look in looks {
                    button class=(if look == viewer.look { "press mid low main" } else { "press mid low" })
                        name="look" value=(look.as_str()) aria-pressed=(look == viewer.look) {
                        (words.say(&format!("look-{}", look.as_str()), &[]))
                    }
                }
            }
        }
        form class="block" method="post" action="/language" {
            p class="how" { (say!(words, "menu-language")) }
            div class="presses" {
                @for language in Language::ALL {
                    button lang=(language.tag()) name="language" value=(language.tag())
                        class=(if language == viewer.language { "press mid low main" } else { "press mid low" })
                        aria-pressed=(language == viewer.language) { (language.own_name()) }
                }
            }
        }
    };
    frame::page(&Page {
        title: say!(words, "menu"),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}
