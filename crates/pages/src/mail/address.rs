//! Letters about an address itself: whether it is right, and that it is known already.

use super::{Letter, Line, Links, Part, letter};
use crate::{say, words::Words};

/// Asks whoever has the address whether the digest is wanted there, and says what else was asked for.
pub fn confirm((unit, contact): (&str, bool), links: &Links<'_>, words: &Words) -> Letter {
    let mut ask = Line::new(say!(words, "mail-confirm-press"));
    ask.to = Some(links.confirm());
    let mut lines = vec![Line::new(say!(words, "mail-confirm-asked", unit = unit))];
    if contact {
        lines.push(Line::new(say!(words, "mail-confirm-contact", unit = unit)));
    }
    lines.extend([ask, Line::new(say!(words, "mail-confirm-else"))]);
    let parts = [Part {
        head: String::new(),
        lines,
    }];
    let subject = say!(words, "mail-confirm-subject", unit = unit);
    letter(subject, &parts, (&[erase(links, words)], words))
}

/// Says to whoever has the address that the digest goes there already.
pub fn already(unit: &str, links: &Links<'_>, words: &Words) -> Letter {
    let parts = [Part {
        head: String::new(),
        lines: vec![Line::new(say!(words, "mail-already", unit = unit))],
    }];
    let subject = say!(words, "mail-already-subject", unit = unit);
    letter(subject, &parts, (&[erase(links, words)], words))
}

/// The way out, beneath every letter.
pub(super) fn erase(links: &Links<'_>, words: &Words) -> Line {
    let mut line = Line::new(say!(words, "mail-leave"));
    line.to = Some(links.leave());
    line
}
