//! Letters by mail: what each says, as text and as HTML. Nothing is loaded with them, and nothing
//! tells who opened one.

mod address;
mod week;

use maud::{DOCTYPE, Markup, html};

use crate::words::Words;

pub use address::{already, confirm};
pub use week::{Told, week};

/// A letter in both forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is about.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML.
    pub html: String,
}

/// Where a letter's links lead.
#[derive(Debug, Clone, Copy)]
pub struct Links<'a> {
    /// Where the hub is reached: `https://hub.example`.
    pub origin: &'a str,
    /// The secret of the address it goes to.
    pub key: &'a str,
}

impl Links<'_> {
    /// The page that confirms the address.
    pub fn confirm(&self) -> String {
        format!("{}/digest/confirm/{}", self.origin, self.key)
    }

    /// The page that ends it, and erases the address.
    pub fn leave(&self) -> String {
        format!("{}/digest/leave/{}", self.origin, self.key)
    }

    fn to(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// Something a letter tells.
struct Line {
    /// In a sentence.
    says: String,
    /// What more is to say of it, each in a line of its own.
    more: Vec<String>,
    /// Where it stands in full.
    to: Option<String>,
}

impl Line {
    fn new(says: String) -> Self {
        Self {
            says,
            more: Vec::new(),
            to: None,
        }
    }
}

/// Lines under a head.
struct Part {
    head: String,
    lines: Vec<Line>,
}

/// A letter of parts, and beneath them who gets it and how it ends.
fn letter(subject: String, parts: &[Part], (end, words): (&[Line], &Words)) -> Letter {
    Letter {
        text: text(parts, end),
        html: as_html((&subject, parts), end, words).into_string(),
        subject,
    }
}

fn text(parts: &[Part], end: &[Line]) -> String {
    let mut text = String::new();
    for part in parts {
        if !part.head.is_empty() {
            text.push_str(&format!("{}\n\n", part.head.to_uppercase()));
        }
        for line in &part.lines {
            plain(
                line,
                if part.head.is_empty() { "" } else { "- " },
                &mut text,
            );
        }
        text.push('\n');
    }
    text.push_str("-- \n");
    end.iter().for_each(|line| plain(line, "", &mut text));
    text
}

fn plain(line: &Line, mark: &str, into: &mut String) {
    into.push_str(&format!("{mark}{}\n", line.says));
    let blanks = " ".repeat(mark.len());
    for more in line.more.iter().chain(&line.to) {
        into.push_str(&format!("{blanks}{more}\n"));
    }
}

fn as_html((subject, parts): (&str, &[Part]), end: &[Line], words: &Words) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (subject) }
            }
            body style="font: 16px/1.45 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 16px" {
                main {
                    h1 style="font-size: 22px" { (subject) }
                    @for part in parts {
                        @if !part.head.is_empty() { h2 style="font-size: 18px; margin-bottom: 4px" { (part.head) } }
                        @for line in &part.lines { (one(line)) }
                    }
                    hr;
                    @for line in end { (one(line)) }
                }
            }
        }
    }
}

fn one(line: &Line) -> Markup {
    html! {
        p style="margin: 8px 0" {
            @match &line.to {
                Some(to) => a href=(to) style="color: inherit" { (line.says) },
                None => (line.says),
            }
            @for more in &line.more { br; (more) }
        }
    }
}
