//! Opening: sort the files, parse, lint, check against the schema.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, RwLock};

use cedar_policy::{Policy, PolicyId, PolicySet, Schema, SchemaFragment};
use jiff::civil::Date;
use miette::Diagnostic;

use super::{BookText, Permit, Shelf};
use crate::book::{Book, BookError, Filed, Rule, Spot, file_under};
use crate::lint::{Found, Linted, check_whole, lint};
use crate::reads::Attributes;

/// The files of the rulebooks folder, by what they hold.
#[derive(Default)]
struct Sorted {
    schema: Option<(String, String)>,
    /// Book (none for the never-list), path, text.
    cedar: Vec<(Option<String>, String, String)>,
    read_me: BTreeMap<String, (String, String)>,
}

/// One policy with the place where it stands.
struct Placed {
    file: usize,
    start: usize,
    end: usize,
    policy: Policy,
}

pub(super) fn open(files: Vec<(String, String)>) -> Result<Shelf, Vec<BookError>> {
    let mut errors = Vec::new();
    let sorted = sort(files, &mut errors);
    let schema = read_schema(&sorted).map_err(|mut faults| {
        faults.append(&mut errors);
        in_order(faults)
    })?;
    let (schema, attributes) = schema;
    let placed = parse_all(&sorted, &mut errors);
    let (mut all, mut others) = (Vec::new(), Vec::new());
    for placed in &placed {
        let Some((book, file, text)) = sorted.cedar.get(placed.file) else {
            continue;
        };
        let found = Found {
            book: book.as_deref(),
            file,
            text,
            start: placed.start,
            end: placed.end,
            policy: &placed.policy,
        };
        match lint(&found, &attributes) {
            Ok(linted) => all.push((found, linted)),
            Err(faults) => {
                let words_only = |fault: &BookError| fault.code.starts_with("annotation-");
                if faults.iter().all(words_only) {
                    others.push(found);
                }
                errors.extend(faults);
            }
        }
    }
    // where the baseline itself is broken, what is missing from it would be told of every rule
    if errors
        .iter()
        .all(|error| !error.file.starts_with("baseline/"))
    {
        errors.extend(check_whole(&all, &others, (&schema, &attributes)));
    }
    let books = books(&sorted, &all, &mut errors);
    if !errors.is_empty() {
        return Err(in_order(errors));
    }
    let policies = all
        .iter()
        .map(|(found, linted)| (linted.id().to_owned(), found.policy.clone()));
    let policies: HashMap<String, Policy> = policies.collect();
    let linted: Vec<Linted> = all.into_iter().map(|(_, linted)| linted).collect();
    Ok(assemble(Parts {
        schema,
        attributes,
        books,
        policies,
        linted,
        texts: texts(sorted),
    }))
}

struct Parts {
    schema: Schema,
    attributes: Attributes,
    books: Vec<Arc<Book>>,
    policies: HashMap<String, Policy>,
    linted: Vec<Linted>,
    texts: Vec<BookText>,
}

fn assemble(parts: Parts) -> Shelf {
    let (mut rules, mut permits, mut never) = (Vec::new(), Vec::new(), Vec::new());
    for linted in parts.linted {
        match linted {
            Linted::Permit { id, action } => permits.push(Permit { id, action }),
            Linted::Rule(rule) => rules.push(Arc::from(rule)),
            Linted::Never(theorem) => never.push(theorem),
        }
    }
    Shelf {
        schema: parts.schema,
        attributes: parts.attributes,
        books: parts.books,
        policies: parts.policies,
        texts: parts.texts,
        turns: turns(&rules),
        rules,
        permits,
        never,
        chosen: RwLock::default(),
    }
}

/// Days on which a rule begins, or is no longer in force.
fn turns(rules: &[Arc<Rule>]) -> Vec<Date> {
    let ends = |rule: &Rule| rule.until.and_then(|last| last.tomorrow().ok());
    let days = rules.iter().flat_map(|rule| [Some(rule.from), ends(rule)]);
    let mut days: Vec<Date> = days.flatten().collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn in_order(mut errors: Vec<BookError>) -> Vec<BookError> {
    errors.sort();
    errors.dedup();
    errors
}

fn sort(files: Vec<(String, String)>, errors: &mut Vec<BookError>) -> Sorted {
    let mut files = files;
    files.sort();
    let mut sorted = Sorted::default();
    for (path, text) in files {
        match file_under(&path) {
            Filed::Schema => sorted.schema = Some((path, text)),
            Filed::Never => sorted.cedar.push((None, path, text)),
            Filed::Rules(book) => sorted.cedar.push((Some(book), path, text)),
            Filed::ReadMe(book) => {
                sorted.read_me.insert(book, (path, text));
            }
            Filed::Beside => {}
            Filed::Stray => errors.push(BookError::of_file(
                &path,
                "file-stray",
                "the file belongs to no book",
                "a book's folder holds README.md and .cedar files; move or rename the file",
            )),
        }
    }
    let rank = |book: &Option<String>| book.as_deref().map(|id| (Book::kind_of(id), id.to_owned()));
    sorted
        .cedar
        .sort_by_cached_key(|(book, file, _)| (rank(book), file.clone()));
    sorted
}

fn read_schema(sorted: &Sorted) -> Result<(Schema, Attributes), Vec<BookError>> {
    let Some((file, text)) = &sorted.schema else {
        return Err(vec![BookError::of_file(
            "schema.cedarschema",
            "schema-missing",
            "there is no schema",
            "put schema.cedarschema at the top of the rulebooks folder",
        )]);
    };
    let fault = |error: &dyn Diagnostic| {
        let next = "mend the schema; every fact a rule may use is declared there";
        vec![diagnosed((file, text), error, ("schema-unreadable", next))]
    };
    let (fragment, _) =
        SchemaFragment::from_cedarschema_str(text).map_err(|error| fault(&error))?;
    let schema =
        Schema::from_schema_fragments([fragment.clone()]).map_err(|error| fault(&error))?;
    Ok((schema, Attributes::of(fragment)))
}

fn diagnosed(
    (file, text): (&str, &str),
    error: &dyn Diagnostic,
    (code, next): (&'static str, &str),
) -> BookError {
    let next = error
        .help()
        .map_or_else(|| next.to_owned(), |help| help.to_string());
    let label = error.labels().and_then(|mut labels| labels.next());
    match label {
        Some(label) => {
            let spot = Spot {
                file,
                text,
                offset: label.offset(),
            };
            let what = match label.label() {
                Some(words) => format!("{error}: {words}"),
                None => error.to_string(),
            };
            BookError::at(spot, code, what, next)
        }
        None => BookError::of_file(file, code, error.to_string(), next),
    }
}

fn parse_all(sorted: &Sorted, errors: &mut Vec<BookError>) -> Vec<Placed> {
    let mut placed = Vec::new();
    for (file, (_, path, text)) in sorted.cedar.iter().enumerate() {
        let set: PolicySet = match text.parse() {
            Ok(set) => set,
            Err(faults) => {
                let next = "mend the text; the rule's shape stands in the rulebooks' README.md";
                let faults = cedar_policy::ParseErrors::iter(&faults);
                errors.extend(
                    faults.map(|fault| diagnosed((path, text), fault, ("rule-unreadable", next))),
                );
                continue;
            }
        };
        if set.num_of_templates() > 0 {
            errors.push(BookError::of_file(
                path,
                "rule-template",
                "a rule has a slot in it",
                "name principal, action and resource; slots such as ?principal are not used",
            ));
        }
        let mut here: Vec<Placed> = set.policies().map(|policy| place(file, policy)).collect();
        here.sort_by_key(|placed| placed.start);
        placed.append(&mut here);
    }
    placed
}

/// Takes a policy under its own id. One without `@id` keeps the parser's, and the lint says so.
fn place(file: usize, policy: &Policy) -> Placed {
    let (start, end) = policy
        .as_ref()
        .loc()
        .map_or((0, 0), |loc| (loc.start(), loc.end()));
    let policy = match policy.annotation("id") {
        Some(id) => policy.new_id(PolicyId::new(id)),
        None => policy.clone(),
    };
    Placed {
        file,
        start,
        end,
        policy,
    }
}

fn books(
    sorted: &Sorted,
    all: &[(Found<'_>, Linted)],
    errors: &mut Vec<BookError>,
) -> Vec<Arc<Book>> {
    let mut ids: Vec<&str> = sorted
        .cedar
        .iter()
        .filter_map(|(book, ..)| book.as_deref())
        .collect();
    ids.extend(sorted.read_me.keys().map(String::as_str));
    ids.sort_by_key(|id| (Book::kind_of(id), *id));
    ids.dedup();
    let mut books = Vec::new();
    for id in ids {
        let of_book = |(found, linted): &&(Found<'_>, Linted)| {
            found.book == Some(id) && matches!(linted, Linted::Rule(_))
        };
        let Some((title, about)) = sorted
            .read_me
            .get(id)
            .and_then(|(_, text)| Book::read_me(text))
        else {
            let file = sorted
                .cedar
                .iter()
                .find(|(book, ..)| book.as_deref() == Some(id));
            let file = file
                .map(|(_, file, _)| file.as_str())
                .or(sorted.read_me.get(id).map(|(file, _)| file.as_str()));
            errors.push(BookError::of_file(
                file.unwrap_or(id),
                "book-untitled",
                format!("the book {id} has no README.md with a heading"),
                "write README.md in the book's folder: # title, then what the book is",
            ));
            continue;
        };
        books.push(Arc::new(Book {
            id: id.to_owned(),
            kind: Book::kind_of(id),
            title,
            about,
            rules: all.iter().filter(of_book).count(),
        }));
    }
    books
}

/// Schema and rules by path, for the digest. The never-list decides nothing and is left out.
fn texts(sorted: Sorted) -> Vec<BookText> {
    let schema = sorted.schema.map(|(file, text)| BookText {
        book: String::new(),
        file,
        text,
    });
    let cedar = sorted.cedar.into_iter().filter_map(|(book, file, text)| {
        let book = book?;
        Some(BookText { book, file, text })
    });
    let mut texts: Vec<BookText> = schema.into_iter().chain(cedar).collect();
    texts.sort_by(|one, other| one.file.cmp(&other.file));
    texts
}
