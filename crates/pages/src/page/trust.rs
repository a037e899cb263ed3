//! How a phone comes to trust the authority of the hub. Shown before anybody can sign in.

use maud::html;

use crate::{
    Markup,
    figure::code,
    frame::{self, Page, Way},
    say,
    seen::Viewer,
};

/// Where the certificate of the authority is.
pub const CERTIFICATE: &str = "/trust/proofhouse-ca.crt";

/// Each kind of phone, and how many steps it takes.
const KINDS: [(&str, usize); 5] = [
    ("apple", 4),
    ("android", 3),
    ("windows", 3),
    ("mac", 3),
    ("firefox", 2),
];

/// The fingerprint to compare, the certificate to take, what to do with it, and a code that brings
/// the next phone to this address.
pub fn trust(fingerprint: &str, address: Option<&str>, viewer: &Viewer) -> Markup {
    let words = viewer.words();
    let kind = |name: &str, steps: usize| {
        html! {
            section class="block" {
                h2 class="fact" { (words.say(&format!("trust-{name}"), &[])) }
                ol class="steps" {
                    @for step in 1..=steps {
                        li { (words.say(&format!("trust-{name}-{step}"), &[])) }
                    }
                }
            }
        }
    };
    let body = html! {
        header class="title" { div {
            p class="how" { "Proofhouse" }
            h1 class="name" { (say!(words, "trust-title")) }
        } }
        p class="block" { (say!(words, "trust-why")) }
        section class="block" {
            h2 class="fact" { (say!(words, "trust-fingerprint")) }
            p { code { (fingerprint) } }
            p { (say!(words, "trust-compare")) }
        }
        div class="presses one" {
            a class="press main mid" href=(CERTIFICATE) { (say!(words, "trust-take")) }
        }
        @for (name, steps) in KINDS { (kind(name, steps)) }
        @if let Some(address) = address {
            section class="block to-scan" {
                h2 class="fact" { (say!(words, "trust-next")) }
                (code(address))
                p { code { (address) } }
            }
        }
        p class="block" { (say!(words, "trust-then")) }
        p class="block" { (say!(words, "trust-forget")) }
    };
    frame::page(&Page {
        seen: None,
        viewer,
        title: say!(words, "trust-title"),
        place: None,
        make_safe: None,
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        live: false,
        scans: false,
        body,
    })
}
