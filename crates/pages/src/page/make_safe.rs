//! Making safe: a report, never refused. One tap more, to say that it happened.

use custody::{id::WeaponId, state::Weapon};
use maud::html;

use crate::{
    Markup,
    frame::{self, Page, Way},
    name, say,
    seen::{Seen, Viewer},
};

/// The page of one way to make safe: `collect` or `lock-away`.
pub fn make_safe(
    (id, weapon): (&WeaponId, &Weapon),
    (way, request): (&str, &str),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let what = words.say(way, &[]);
    let with = weapon.bearer.as_ref().map_or_else(
        || name::custodian(&weapon.custodian, words),
        |bearer| name::person(bearer, words),
    );
    let body = html! {
        (frame::top(&html! { b { (what) } }, seen, words))
        (frame::title(&what, &name::weapon(id), &html! { p class="how" { (with) } }))
        form class="block" method="post" action={ "/" (way) "/" (id) } {
            input type="hidden" name="request" value=(request);
            @if way == "lock-away" {
                label { span class="said" { (say!(words, "seal-number")) }
                    input type="text" name="seal" maxlength="60" autocomplete="off"; }
            }
            button class="press main mid" type="submit" { (words.say(&format!("{way}-done"), &[])) }
        }
        p class="block how" { (say!(words, "never-refused")) }
    };
    frame::page(&Page {
        title: what,
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}
