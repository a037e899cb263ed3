//! A house book from outside: a folder of rules that nobody here has seen before.
//!
//! Liberal in how it is laid out, strict in what it says: it goes on the shelf whole or not at all.

mod limits;

use std::collections::BTreeMap;

use custody::id::{BookId, LONGEST};

use crate::book::{Book, BookError};
use crate::shelf::Shelf;

pub use limits::{FILE_BYTES, FILES, FOLDERS};

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
        if !is_page && !path.ends_with(".cedar") {
            continue;
        }
        let filed = format!("{id}/{path}");
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
