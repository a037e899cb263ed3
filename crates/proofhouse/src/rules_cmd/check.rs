//! `proofhouse rules check`: a house book before anybody adopts it.

use std::process::ExitCode;

use anstyle::Style;
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode,
};
use rules::{
    BookError, Rule, Shelf,
    book::Effect,
    house::{self, Finding, FindingKind},
};

use crate::{
    books::Texts,
    cli::Check,
    house::House,
    tell::{GO, HEAD, HOLD, NO, QUIET, Trouble, block, styled, width},
};

/// Checks it. 0: it can be adopted; 1: it has errors; the caller answers 2 where it cannot be read.
pub fn run(args: &Check, texts: &Texts) -> Result<ExitCode, Trouble> {
    let book = House::read(&args.folder)?;
    if let Err(errors) = &book.read
        && errors.iter().any(|error| error.code == "house-empty")
    {
        let what = format!("{} holds no .cedar file", args.folder.display());
        let help = "name the folder that holds the rules of the house book";
        return Err(Trouble::new("house-empty", what, help));
    }
    let read = book.read.as_ref().map_err(Clone::clone);
    let opened = read.and_then(|read| house::open(texts.shipped(), read));
    match (opened, args.json) {
        (Ok(shelf), false) => {
            fine(
                &book,
                &shelf,
                &house::findings(&shelf, &book.id(), texts.shipped()),
            );
            Ok(ExitCode::SUCCESS)
        }
        (Ok(shelf), true) => {
            let findings = house::findings(&shelf, &book.id(), texts.shipped());
            anstream::println!("{}", good_json(&book, &shelf, &findings));
            Ok(ExitCode::SUCCESS)
        }
        (Err(errors), json) => {
            match json {
                true => anstream::println!("{}", bad_json(&book, &errors)),
                false => broken(&book, &errors),
            }
            Ok(ExitCode::FAILURE)
        }
    }
}

fn of_book<'a>(shelf: &'a Shelf, id: &'a str) -> impl Iterator<Item = &'a Rule> {
    let rules = shelf.rules().iter().map(AsRef::as_ref);
    rules.filter(move |rule: &&Rule| rule.book == id)
}

fn fine(book: &House, shelf: &Shelf, findings: &[Finding]) {
    let id = book.id();
    let title = shelf.book(&id).map_or("", |book| book.title.as_str());
    let rules: Vec<&Rule> = of_book(shelf, &id).collect();
    anstream::println!("{}  {}", styled(HEAD, &id), styled(QUIET, title));
    anstream::println!("{} {}", styled(QUIET, "digest"), shelf.digest_of(&id));
    anstream::println!(
        "{} {} rules, no errors",
        styled(GO, "it can be adopted:"),
        rules.len()
    );
    for (heading, wanted) in HEADINGS {
        let chosen: Vec<_> = rules.iter().filter(|rule| wanted(rule.effect)).collect();
        if chosen.is_empty() {
            continue;
        }
        anstream::println!("\n{}", styled(HEAD, heading));
        for rule in chosen {
            let on = format!("{} ({})", rule.actions.join(", "), rule.id);
            anstream::println!("{}", block(2, Style::new(), &rule.says));
            anstream::println!("{}", block(4, QUIET, &dated(rule, on)));
        }
    }
    if !findings.is_empty() {
        anstream::println!("\n{}", styled(HEAD, "Look at this again"));
    }
    for finding in findings {
        anstream::println!("{}", block(2, HOLD, &finding.to_string()));
    }
    anstream::println!("\n{}", rules::NOT_LEGAL_ADVICE);
    let next = format!(
        "Next: proofhouse serve --house {}, then two of producer, production manager, safety advisor \
         and first AD ask adopt_house_book with \"book\": \"{}\".",
        book.folder.display(),
        book.name
    );
    anstream::println!("{}", block(0, QUIET, &next));
}

type Wanted = fn(Effect) -> bool;

/// What a book would do, and the effects that say so.
const HEADINGS: [(&str, Wanted); 3] = [
    ("It would refuse, unless so", |effect| {
        effect == Effect::Refuse
    }),
    ("It would warn", |effect| effect == Effect::Warn),
    (
        "After an ask or report it would add",
        Effect::is_consequence,
    ),
];

fn dated(rule: &Rule, on: String) -> String {
    match rule.until {
        Some(until) => format!("{on}, from {} until {until}", rule.from),
        None => format!("{on}, from {}", rule.from),
    }
}

fn good_json(book: &House, shelf: &Shelf, findings: &[Finding]) -> serde_json::Value {
    let id = book.id();
    let findings = findings.iter().map(|finding| {
        let kind = match finding.kind {
            FindingKind::SameAs(_) => "same-as",
            FindingKind::RefusesInOrder => "refuses-in-order",
        };
        serde_json::json!({"rule": finding.rule, "kind": kind, "says": finding.to_string()})
    });
    let rules = of_book(shelf, &id).map(super::row);
    serde_json::json!({
        "book": id, "digest": shelf.digest_of(&id), "fine": true,
        "rules": rules.collect::<Vec<_>>(), "errors": [], "warnings": findings.collect::<Vec<_>>(),
        "notice": rules::NOT_LEGAL_ADVICE,
    })
}

fn bad_json(book: &House, errors: &[BookError]) -> serde_json::Value {
    let errors = errors.iter().map(|error| BookError {
        file: book.shown(&error.file),
        ..error.clone()
    });
    serde_json::json!({
        "book": book.id(), "fine": false, "rules": [], "warnings": [],
        "errors": errors.collect::<Vec<_>>(), "notice": rules::NOT_LEGAL_ADVICE,
    })
}

fn broken(book: &House, errors: &[BookError]) {
    let theme = GraphicalTheme::unicode();
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(width())
        .with_links(false);
    for error in errors {
        let shown = Shown::of(book, error);
        let mut text = String::new();
        match handler.render_report(&mut text, &shown) {
            Ok(()) => anstream::println!("{text}"),
            Err(_) => anstream::println!("{error}\n"),
        }
    }
    let count = match errors.len() {
        1 => "1 error".to_owned(),
        many => format!("{many} errors"),
    };
    anstream::println!(
        "{} in {}: nobody can adopt it",
        styled(NO, &count),
        book.id()
    );
}

/// An error with the line that it stands on.
#[derive(Debug)]
struct Shown {
    what: String,
    code: &'static str,
    next: String,
    source: Option<(NamedSource<String>, LabeledSpan)>,
}

impl Shown {
    fn of(book: &House, error: &BookError) -> Self {
        let name = book.shown(&error.file);
        let text = book
            .read
            .as_ref()
            .ok()
            .and_then(|read| read.get(&error.file));
        let source = text.filter(|_| error.line > 0).map(|text| {
            let (offset, length) = token(text, error);
            let label = LabeledSpan::new(Some("here".to_owned()), offset, length);
            (NamedSource::new(&name, text.clone()), label)
        });
        let place = match error.line {
            0 => name,
            line => format!("{name}:{line}:{}", error.column),
        };
        let what = match source {
            Some(_) => error.what.clone(),
            None => format!("{place}: {}", error.what),
        };
        Self {
            what,
            code: error.code,
            next: error.next.clone(),
            source,
        }
    }
}

/// Where the word at a line and column begins in a text, and how long it is, in bytes.
fn token(text: &str, error: &BookError) -> (usize, usize) {
    let lines = text.split_inclusive('\n');
    let before: usize = lines.take(error.line.saturating_sub(1)).map(str::len).sum();
    let line = text.get(before..).unwrap_or_default();
    let inside = line.char_indices().nth(error.column.saturating_sub(1));
    let offset = before + inside.map_or(0, |(at, _)| at);
    let rest = text.get(offset..).unwrap_or_default();
    let word = rest.find(|c: char| c.is_whitespace() || ";()[]{}".contains(c));
    (offset, word.unwrap_or(rest.len()).max(1).min(rest.len()))
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Shown {}

impl Diagnostic for Shown {
    fn code<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(&self.next))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source
            .as_ref()
            .map(|(code, _)| code as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = self.source.as_ref().map(|(_, label)| label.clone());
        label.map(|label| Box::new(std::iter::once(label)) as Box<_>)
    }
}
