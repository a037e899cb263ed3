//! Scanning: by the camera of a phone, by a scanner that types, or by hand.

use custody::id::{LotId, PersonId, WeaponId};
use maud::{Markup, html};

use crate::{
    form::Blank,
    frame::{self, Page, Place, Way},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// The page that scans one code and opens what it names.
pub fn scan(blank: &Blank<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "scan"), &html! {}))
        div class="presses one" { (button(words)) }
        form class="block" method="get" action="/scan" {
            (typed((blank, true), &html! { button class="press low mid" type="submit" { (say!(words, "scan-open")) } }, words))
        }
        p class="block how" { (say!(words, "scan-how")) }
    };
    frame::page(&Page {
        title: say!(words, "scan"),
        place: Some(Place::Weapons),
        onward: Some(Way::new("/weapons", say!(words, "place-weapons"))),
        scans: true,
        body,
        ..Page::around(seen, viewer)
    })
}

/// The field a scanner types into, which takes the code with Enter; in focus where that is expected.
pub fn typed(at: (&Blank<'_>, bool), button: &Markup, words: &Words) -> Markup {
    typed_into("code", at, button, words)
}

/// The same under a name of its own, where a form has several.
pub fn typed_into(
    field: &str,
    (blank, focus): (&Blank<'_>, bool),
    button: &Markup,
    words: &Words,
) -> Markup {
    html! {
        label class="said" for=(field) { (say!(words, "line-code")) }
        div class="beside" {
            input id=(field) type="text" name=(field) maxlength="300" autocomplete="off"
                autocapitalize="none" spellcheck="false" autofocus[focus];
            (button)
        }
        (blank.faults.at(field, words))
        @if let Some(code) = blank.fields.get(field).filter(|_| blank.faults.has(field)) {
            p class="how small" { (code) }
        }
    }
}

/// What begins to scan. Without a script there is no camera, and no button.
pub fn button(words: &Words) -> Markup {
    html! { button class="press mid low" type="button" data-scan hidden { (say!(words, "scan-camera")) } }
}

/// What the camera sees, over the page.
pub fn panel(words: &Words) -> Markup {
    html! {
        section id="scanner" class="scanner" aria-label=(say!(words, "scan-camera")) hidden
            data-look=(say!(words, "scan-look")) data-lost=(say!(words, "not-now"))
            data-insecure=(say!(words, "scan-insecure")) data-nocamera=(say!(words, "scan-no-camera")) {
            video playsinline muted {}
            p class="fact" role="status" data-told {}
            a class="press mid" data-trust hidden { (say!(words, "scan-trust")) }
            button class="press mid" type="button" data-close { (say!(words, "scan-close")) }
        }
    }
}

/// The page that a code leads to; none where nothing on this record has it.
pub fn found(code: &str, seen: &Seen<'_>) -> Option<String> {
    let state = seen.state;
    let weapon = named::<WeaponId>(code, "/weapon/");
    if let Some(id) = weapon.filter(|id| state.weapons.contains_key(id)) {
        return Some(format!("/weapon/{id}"));
    }
    let lot = named::<LotId>(code, "/rounds#");
    if let Some(id) = lot.filter(|id| state.lots.contains_key(id)) {
        return Some(format!("/rounds#{id}"));
    }
    let person = named::<PersonId>(code, "/person/");
    let person = person.filter(|id| state.people.contains_key(id))?;
    Some(format!("/person/{person}"))
}

/// What a code names: by the address on a label, or by its own name.
pub fn named<T: std::str::FromStr>(code: &str, under: &str) -> Option<T> {
    let id = match code.split_once(under) {
        Some((_, rest)) => rest.split(['?', '#', '/']).next()?,
        None => code,
    };
    id.parse().ok()
}
