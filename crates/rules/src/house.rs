//! A house book from outside: a folder of rules that nobody here has seen before.
//!
//! Liberal in how it is laid out, strict in what it says: it goes on the shelf whole or not at all.

mod limits;

use std::collections::BTreeMap;

use cedar_policy::{Authorizer, PolicySet};
use custody::id::{BookId, LONGEST};

use crate::book::{Book, BookError, Effect, Rule};
use crate::cases::Cases;
use crate::shelf::Shelf;

pub use crate::lint::meant;
pub use limits::{FILE_BYTES, FILES, FOLDERS};

/// How the files of rules end.
const ENDING: &str = ".cedar";

/// The texts of a book by their paths in the rulebooks folder.
pub type Texts = BTreeMap<String, String>;

/// The id of a house book among the books: `house/studio`.
pub fn book_id(name: &str) -> String {
    format!("house/{name}")
}

/// The name of a book from the name of its folder: what is no letter, digit, `-`, `_` or `.` becomes `-`.
/// None where nothing is left.
pub fn name_of(folder: &str) -> Option<BookId> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let name: String = folder
        .chars()
        .map(|c| if fits(c) { c.to_ascii_lowercase() } else { '-' })
        .collect();
    let name = name.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let name: String = name.chars().take(LONGEST).collect();
    name.parse().ok()
}

/// Takes the files of a folder, by their paths in it, as the house book of this name. Files that are
/// neither rules nor the page about them are left out. A page is made where there is none.
///
/// # Errors
/// What is wrong with the files before any rule of them is read.
pub fn take(
    name: &BookId,
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<Texts, Vec<BookError>> {
    let id = book_id(name.as_str());
    let (mut texts, mut errors) = (Texts::new(), Vec::new());
    let mut page = None;
    for (path, bytes) in files {
        let is_page = path.eq_ignore_ascii_case("README.md");
        let stem = path.len().saturating_sub(ENDING.len());
        let ending = path.get(stem..).unwrap_or_default();
        if !is_page && !ending.eq_ignore_ascii_case(ENDING) {
            continue;
        }
        let filed = match is_page {
            true => format!("{id}/README.md"),
            false => format!("{id}/{}{ENDING}", path.get(..stem).unwrap_or_default()),
        };
        match limits::text(&filed, bytes) {
            Ok(text) if is_page => page = Some(text),
            Ok(text) => {
                errors.extend(limits::deep(&filed, &text));
                texts.insert(filed, text);
            }
            Err(error) => errors.push(error),
        }
    }
    errors.extend(limits::many(&id, texts.len()));
    if texts.is_empty() && errors.is_empty() {
        errors.push(BookError::of_file(
            &id,
            "house-empty",
            "the folder holds no rules",
            "put the rules of the book into it, in files that end in .cedar",
        ));
    }
    if !errors.is_empty() {
        errors.sort();
        return Err(errors);
    }
    texts.insert(format!("{id}/README.md"), titled(name, page));
    Ok(texts)
}

/// The page about a book, with a heading.
fn titled(name: &BookId, page: Option<String>) -> String {
    match page {
        Some(page) if Book::read_me(&page).is_some() => page,
        Some(page) => format!("# {name}\n\n{page}"),
        None => format!("# {name}\n"),
    }
}

/// Opens the shelf with a house book on it.
///
/// # Errors
/// Everything that is wrong with the house book. The other books are taken to be whole.
pub fn open(shipped: &Texts, house: &Texts) -> Result<Shelf, Vec<BookError>> {
    let taken = |path: &String| {
        let book = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        house.keys().any(|own| own.starts_with(&format!("{book}/")))
    };
    if let Some(path) = shipped
        .keys()
        .find(|path| path.starts_with("house/") && taken(path))
    {
        let book = path.split('/').take(2).collect::<Vec<_>>().join("/");
        return Err(vec![BookError::of_file(
            &book,
            "house-name-taken",
            format!("there is a book {book} already"),
            "give the folder another name",
        )]);
    }
    let both = shipped.iter().chain(house);
    Shelf::open(both.map(|(path, text)| (path.clone(), text.clone())))
}

/// Something about a rule of a house book that its writer may not have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: String,
    /// What it is.
    pub kind: FindingKind,
}

/// What it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingKind {
    /// A rule that is always in force says the same.
    SameAs(String),
    /// It says no where all that the baseline asks is in order.
    RefusesInOrder,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rule = &self.rule;
        match &self.kind {
            FindingKind::SameAs(other) => write!(
                f,
                "{rule} says what {other} of the baseline says already: it adds no no"
            ),
            FindingKind::RefusesInOrder => write!(
                f,
                "{rule} says no also where everything that the baseline asks is in order: \
                 see that what it asks beside can be had"
            ),
        }
    }
}

/// What a writer may want to look at again, without a solver: by comparing texts and worked cases.
pub fn findings(shelf: &Shelf, book: &str, shipped: &Texts) -> Vec<Finding> {
    let texts = shipped
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    let cases = Cases::read(texts).unwrap_or_default();
    let own = shelf.rules().iter().filter(|rule| rule.book == book);
    let kinds = own
        .filter(|rule| rule.effect == Effect::Refuse)
        .flat_map(|rule| {
            let same = same_as(shelf, rule).map(FindingKind::SameAs);
            let in_order =
                refuses_in_order(shelf, rule, &cases).then_some(FindingKind::RefusesInOrder);
            let rule = rule.id.clone();
            same.into_iter().chain(in_order).map(move |kind| Finding {
                rule: rule.clone(),
                kind,
            })
        });
    kinds.collect()
}

/// A rule of the baseline with the same condition, about all the same asks.
fn same_as(shelf: &Shelf, rule: &Rule) -> Option<String> {
    let condition = |id: &str| shelf.policy(id)?.to_json().ok()?.get("conditions").cloned();
    let own = condition(&rule.id)?;
    let baseline = shelf
        .rules()
        .iter()
        .filter(|other| other.book == "baseline");
    let mut same = baseline.filter(|other| {
        let covers = |action| other.actions.contains(action);
        rule.actions.iter().all(covers) && condition(&other.id).as_ref() == Some(&own)
    });
    same.next().map(|other| other.id.clone())
}

/// Whether it refuses every worked case of some ask that goes under the baseline.
fn refuses_in_order(shelf: &Shelf, rule: &Rule, cases: &Cases) -> bool {
    let Some(policy) = shelf.policy(&rule.id) else {
        return false;
    };
    let Ok(set) = PolicySet::from_policies([policy.clone()]) else {
        return false;
    };
    let refuses = |base: &str| {
        let facts = cases.facts(base, &Default::default()).ok()?;
        let (request, entities) = facts.asked(shelf).ok()?;
        let answer = Authorizer::new().is_authorized(&request, &set, &entities);
        Some(answer.diagnostics().reason().next().is_some())
    };
    rule.actions.iter().any(|action| {
        let about = |name: &&String| cases.action(name) == Some(action.as_str());
        let bases = cases.bases.keys().filter(about);
        let answers: Vec<bool> = bases.filter_map(|name| refuses(name)).collect();
        !answers.is_empty() && answers.iter().all(|refuses| *refuses)
    })
}
