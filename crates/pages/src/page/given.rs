//! What is shown this once: the link of an invitation or a guest, the code of a badge.

use custody::id::PersonId;
use maud::{Markup, html};

use crate::{
    figure::code,
    frame::{self, Page, Way},
    name, say,
    seen::{Seen, Viewer},
};

/// What is given away.
#[derive(Debug, Clone, Copy)]
pub enum Given<'a> {
    /// The link that lets a person in, once.
    Invitation {
        /// For whom.
        person: &'a PersonId,
        /// The link.
        link: &'a str,
    },
    /// The link that shows a guest one thing.
    Guest {
        /// What, as people say it.
        what: &'a str,
        /// The link.
        link: &'a str,
    },
    /// The badge of a person.
    Badge {
        /// Whose.
        person: &'a PersonId,
        /// The code on it.
        code: &'a str,
    },
}

/// The page: the code to scan, the same in letters, and what to do with it.
pub fn given(what: &Given<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let who = |person| name::person(person, words);
    let (name, text, kind, back) = match what {
        Given::Invitation { person, link } => (who(person), link, "invitation", "/people"),
        Given::Guest { what, link } => ((*what).to_owned(), link, "guest", "/people"),
        Given::Badge { person, code } => (who(person), code, "badge", "/mine"),
    };
    let title = words.say(&format!("given-{kind}"), &[]);
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title(&title, &name, &html! {}))
        div class="block given" {
            (code(text))
            p class="letters" { (text) }
        }
        p class="block" { (words.say(&format!("given-{kind}-how"), &[])) }
        p class="block fact" { (say!(words, "given-once")) }
        div class="presses one" { a class="press mid" href=(back) { (say!(words, "given-done")) } }
    };
    frame::page(&Page {
        title,
        onward: Some(Way::new(back, say!(words, "given-done"))),
        body,
        ..Page::around(seen, viewer)
    })
}
