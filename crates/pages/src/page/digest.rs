//! The weekly digest: who wants it, at which address, and how it ends.

use maud::{Markup, html};

use crate::{
    form::{Faults, Fields, WHOLE},
    frame::{self, Page, Way},
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// No address is longer, by RFC 5321.
const LONGEST: usize = 254;

/// What stands before the `@` is no longer.
const LONGEST_LOCAL: usize = 64;

/// What somebody signs up for.
#[derive(Clone, PartialEq, Eq)]
pub struct SignUp {
    /// The address, sound in form.
    pub address: String,
    /// The keeper of the hub may write about other matters, too.
    pub contact: bool,
}

/// Signing up. Nothing is ticked that nobody ticked.
pub fn sign_up(
    (fields, faults): (&Fields, &Faults),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let wrong = |field| faults.has(field).then_some("true");
    let beside = |field| faults.has(field).then(|| format!("wrong-{field}"));
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "digest-title"), &html! {}))
        p class="block" { (say!(words, "digest-what")) }
        (faults.at(WHOLE, words))
        // The hub says what is wrong, in the reader's language, and keeps what was typed.
        form class="block" method="post" action="/digest" novalidate {
            label {
                span class="said" { (say!(words, "digest-address")) }
                input type="email" name="address" autocomplete="email" required value=(fields.get("address").unwrap_or_default())
                    aria-invalid=[wrong("address")] aria-describedby=[beside("address")];
            }
            (faults.at("address", words))
            label class="choice" {
                input type="checkbox" name="week" value="yes" required checked[fields.ticked("week")]
                    aria-invalid=[wrong("week")] aria-describedby=[beside("week")];
                span { (say!(words, "digest-consent-week", unit = seen.unit)) }
            }
            (faults.at("week", words))
            label class="choice" {
                input type="checkbox" name="contact" value="yes" checked[fields.ticked("contact")];
                span { (say!(words, "digest-consent-contact", unit = seen.unit)) }
            }
            button class="press main mid" type="submit" { (say!(words, "digest-send")) }
            p class="how" { (say!(words, "digest-then")) }
        }
        (privacy(words))
    };
    inside(body, (seen, viewer))
}

/// The hub has no mail.
pub fn no_mail(seen: &Seen<'_>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "digest-title"), &html! {}))
        p class="block" { (say!(words, "digest-what")) }
        p class="block fact" { (say!(words, "digest-no-mail")) }
        p class="block" { (say!(words, "digest-no-mail-how")) }
        (privacy(words))
    };
    inside(body, (seen, viewer))
}

/// A sign-up was taken in. It reads the same whether the address was known or not.
pub fn sent(address: &str, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let body = html! {
        (frame::top(&html! { b { (seen.unit) } }, seen, words))
        (frame::title("", &say!(words, "digest-sent-title"), &html! {}))
        p class="block fact" { (say!(words, "digest-sent", address = address)) }
        p class="block" { (say!(words, "digest-sent-none")) }
        div class="presses one" { a class="press mid" href="/digest" { (say!(words, "digest-another")) } }
        (privacy(words))
    };
    inside(body, (seen, viewer))
}

fn privacy(words: &Words) -> Markup {
    html! { p class="block" { a href="/privacy" { (say!(words, "digest-privacy")) } } }
}

fn inside(body: Markup, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    frame::page(&Page {
        title: say!(words, "digest-title"),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// A page behind a link of a letter. Opening it does nothing: what opens links to look at them must
/// neither confirm an address nor erase it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linked<'a> {
    /// Confirm.
    Confirm {
        /// At this address.
        to: &'a str,
        /// Other matters were consented to, too: whoever confirms has to know.
        contact: bool,
    },
    /// It is confirmed.
    Confirmed,
    /// Leave, at this address.
    Leave(&'a str),
    /// It has ended.
    Left,
    /// The link is of nothing.
    Gone,
    /// Nobody can say now.
    NotNow,
}

/// A page behind a link of a letter, for whoever has the link.
pub fn linked(is: Linked<'_>, (unit, viewer): (&str, &Viewer)) -> Markup {
    let words = viewer.words();
    let (name, to) = match is {
        Linked::Confirm { to, .. } => ("confirm", Some(to)),
        Linked::Confirmed => ("confirmed", None),
        Linked::Leave(to) => ("leave", Some(to)),
        Linked::Left => ("left", None),
        Linked::Gone => ("gone", None),
        Linked::NotNow => ("not-now", None),
    };
    let said = |rest: &str| words.say(&format!("digest-{name}{rest}"), &[("unit", unit.into())]);
    let body = html! {
        header class="title" { div {
            p class="how" { (unit) }
            h1 class="name" { (said("-title")) }
        } }
        @match to {
            Some(to) => {
                p class="block fact" { (said("-what")) }
                @if matches!(is, Linked::Confirm { contact: true, .. }) { p class="block" { (said("-contact")) } }
                form class="block" method="post" action=(to) {
                    button class="press main mid" type="submit" { (said("")) }
                }
            }
            None => p class="block fact" { (said("")) },
        }
        (privacy(words))
    };
    frame::page(&Page {
        seen: None,
        viewer,
        title: said("-title"),
        place: None,
        make_safe: None,
        onward: Some(Way::new("/digest", say!(words, "digest-title"))),
        live: false,
        scans: false,
        body,
    })
}

/// A sign-up, as [`sign_up`] asks it.
///
/// # Errors
/// What is wrong with it, field by field.
pub fn read(fields: &Fields) -> Result<SignUp, Faults> {
    let mut faults = Faults::default();
    let address = address(fields.get("address").unwrap_or_default());
    if let Err(says) = address {
        faults.add("address", says);
    }
    if !fields.ticked("week") {
        faults.add("week", "wrong-mail-consent");
    }
    match address {
        Ok(address) if faults.none() => Ok(SignUp {
            address,
            contact: fields.ticked("contact"),
        }),
        _ => Err(faults),
    }
}

/// An address as mail servers take it without further ado: letters, digits and signs, one `@`, and a
/// domain of at least two parts.
///
/// # Errors
/// The key of the text that says what is wrong.
pub fn address(typed: &str) -> Result<String, &'static str> {
    let shape = "wrong-mail-shape";
    match typed {
        "" => return Err("wrong-mail-empty"),
        long if long.len() > LONGEST => return Err("wrong-mail-long"),
        other if !other.is_ascii() => return Err("wrong-mail-letters"),
        _ => {}
    }
    let (local, domain) = typed.rsplit_once('@').ok_or(shape)?;
    match local.len() <= LONGEST_LOCAL && local.split('.').all(is_atom) && is_domain(domain) {
        true => Ok(format!("{local}@{}", domain.to_ascii_lowercase())),
        false => Err(shape),
    }
}

fn is_atom(part: &str) -> bool {
    let sound = |it: char| it.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(it);
    !part.is_empty() && part.chars().all(sound)
}

fn is_domain(domain: &str) -> bool {
    let label = |part: &str| {
        let sound = |it: char| it.is_ascii_alphanumeric() || it == '-';
        let edges = !part.starts_with('-') && !part.ends_with('-');
        (1..=63).contains(&part.len()) && edges && part.chars().all(sound)
    };
    let last = domain.rsplit_once('.').map_or("", |(_, last)| last);
    let named = last.len() > 1 && last.starts_with(|it: char| it.is_ascii_alphabetic());
    named && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_mail_servers_take_is_taken() {
        for (typed, taken) in [
            ("armorer@set.example", "armorer@set.example"),
            (
                "First.Ad+set@Mail.Set.Example",
                "First.Ad+set@mail.set.example",
            ),
            (
                "o'hara@xn--bcher-kva.example",
                "o'hara@xn--bcher-kva.example",
            ),
        ] {
            assert_eq!(address(typed).as_deref(), Ok(taken));
        }
        let longest = format!("{}@{}.example", "a".repeat(64), "b".repeat(63));
        assert_eq!(address(&longest), Ok(longest.clone()));
    }

    #[test]
    fn an_address_that_is_none_is_told_why() {
        let (local, label) = ("a".repeat(65), "b".repeat(64));
        let (local, label) = (format!("{local}@set.example"), format!("a@{label}.example"));
        let shape = [
            "armorer",
            "@set.example",
            "armorer@",
            "armorer@set",
            "a@b@set.example",
            "a b@set.example",
            "a@set..example",
            "a@.example",
            "a@set.example.",
            ".a@set.example",
            "a.@set.example",
            "a..b@set.example",
            "a@-set.example",
            "a@set-.example",
            "a@192.0.2.1",
            "a@[192.0.2.1]",
            "\"a b\"@set.example",
            "<a@set.example>",
            "a@set.example\r\nBcc: b@set.example",
            "a,b@set.example",
            "a@set.e",
            &local,
            &label,
        ];
        for typed in shape {
            assert_eq!(address(typed), Err("wrong-mail-shape"), "{typed}");
        }
        assert_eq!(address(""), Err("wrong-mail-empty"));
        assert_eq!(address("señora@set.example"), Err("wrong-mail-letters"));
        let long = format!("a@{}example", "b.".repeat(130));
        assert_eq!(address(&long), Err("wrong-mail-long"));
    }
}
