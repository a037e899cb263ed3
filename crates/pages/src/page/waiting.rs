//! An ask that waits until everybody it needs has answered. It is no entry yet.

use custody::{id::PersonId, input::What, names::As};
use maud::html;

use crate::{
    Markup,
    figure::{Shape, shape},
    frame::{self, Page, Way},
    name,
    page::{line, record},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// An ask that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Waits {
    /// Its request.
    pub request: String,
    /// Who asks.
    pub by: PersonId,
    /// What.
    pub what: What,
    /// What it is about, as people say it: "Hero One"; none where it is about no weapon.
    pub about: Option<String>,
    /// Who has to answer, as what, and whether that was done.
    pub who: Vec<(PersonId, As, bool)>,
}

impl Waits {
    fn about(&self, words: &Words) -> String {
        let about = self.about.clone();
        about.unwrap_or_else(|| record::named(self.what.name(), words))
    }

    /// Who says, or said, that they saw what is shown.
    fn aloud(&self) -> Vec<&PersonId> {
        let confirms = self.who.iter().filter(|(_, role, _)| *role == As::Confirms);
        confirms.map(|(id, ..)| id).collect()
    }
}

/// The page of an ask that waits: for the asker who still has to answer; for whoever has to, the
/// two buttons.
pub fn waiting(it: &Waits, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let what = record::input(it.what.name(), words);
    let mine = it
        .who
        .iter()
        .find(|(id, _, done)| Some(id) == viewer.person.as_ref() && !done);
    let body = html! {
        (frame::top(&html! { b { (what) } }, seen, words))
        (frame::title(&say!(words, "waiting-asked-by", by = name::person(&it.by, words), what = what.clone()), &it.about(words), &html! {}))
        (line::listed(&it.what, &it.aloud(), words))
        @for (id, role, done) in it.who.iter().filter(|(_, role, done)| !done || !is_of_line(*role, &it.what)) {
            (answers(id, *role, (*done, words)))
        }
        @if let Some((_, role, _)) = mine {
            form method="post" action={ "/waiting/" (it.request) } {
                p class="block fact" { (words.say(&format!("waiting-you-{role}"), &[])) }
                div class="presses" {
                    button class="press main mid" name="answer" value="confirm" { (say!(words, "waiting-confirm")) }
                    button class="press mid" name="answer" value="decline" { (say!(words, "waiting-decline")) }
                }
                p class="block how" { (say!(words, "waiting-declining")) }
            }
        } @else {
            p class="block" data-poll { (say!(words, "waiting-until")) }
        }
    };
    frame::page(&Page {
        title: what,
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// Of a line, whoever answered aloud stands in its rows already.
fn is_of_line(role: As, what: &What) -> bool {
    matches!(role, As::Bearer | As::Confirms) && line::Line::of(what, &[]).is_some()
}

fn answers(id: &PersonId, role: As, (done, words): (bool, &Words)) -> Markup {
    html! {
        div class="row" {
            (shape(if done { Shape::Tick } else { Shape::NotYet }, 36))
            div class="grow" {
                p class="fact" { (name::person(id, words)) }
                p class="how" {
                    (words.say(&format!("as-{role}"), &[])) ", "
                    @if done { (say!(words, "answered")) } @else { (say!(words, "not-yet")) }
                }
            }
        }
    }
}

/// The asks that wait for whoever looks, on the board.
pub fn for_me(waits: &[Waits], words: &Words) -> Markup {
    html! {
        @for it in waits {
            a class="row sunk-box" href={ "/waiting/" (it.request) } role="alert" {
                (shape(Shape::NotYet, 44))
                span class="grow fact" {
                    (say!(words, "waiting-for-you", by = name::person(&it.by, words),
                        what = record::input(it.what.name(), words), about = it.about(words)))
                }
                (shape(Shape::Arrow, 28))
            }
        }
    }
}

/// It was declined, or waited too long: nothing was asked, and nothing follows from that.
pub fn over(declined_by: Option<&PersonId>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let says = match declined_by {
        Some(by) => say!(words, "waiting-declined", by = name::person(by, words)),
        None => say!(words, "waiting-over"),
    };
    frame::page(&Page {
        title: says.clone(),
        body: frame::alone(&says, &[Way::new("/board", say!(words, "place-board"))]),
        ..Page::around(seen, viewer)
    })
}
