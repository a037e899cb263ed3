//! Where a file stands says what it is.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// What a path inside the rulebooks folder holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Filed {
    /// The schema: every fact a rule may use.
    Schema,
    /// Theorems of the never-list.
    Never,
    /// Rules of the book with this id.
    Rules(String),
    /// The page that says what the book with this id is.
    ReadMe(String),
    /// Lists and notes beside the books.
    Beside,
    /// Nothing that belongs here.
    Stray,
}

/// Tells what a path is, from its folders and its ending.
pub(crate) fn file_under(path: &str) -> Filed {
    let path = path.trim_start_matches("./");
    let mut folders: Vec<&str> = path.split('/').collect();
    let Some(name) = folders.pop() else {
        return Filed::Stray;
    };
    match folders.as_slice() {
        [] if name == "schema.cedarschema" => Filed::Schema,
        [] if name == "reports.json" => Filed::Beside,
        ["tests", ..] if name.ends_with(".json") => Filed::Beside,
        ["proofs", "compare"] if name.ends_with(".json") => Filed::Beside,
        [] | ["proofs", ..] if name.ends_with(".md") || name.ends_with(".csv") => Filed::Beside,
        ["never"] if name.ends_with(".cedar") => Filed::Never,
        ["never" | "places" | "kinds" | "house"] if name == "README.md" => Filed::Beside,
        ["baseline", ..] => in_book("baseline".to_owned(), name),
        ["places", place @ ..] if !place.is_empty() => in_book(place.join("/"), name),
        // however its folder is laid out, a house book is one book
        ["house", book, ..] => in_book(format!("house/{book}"), name),
        ["kinds", _, ..] => in_book(folders.join("/"), name),
        _ => Filed::Stray,
    }
}

fn in_book(id: String, name: &str) -> Filed {
    if name == "README.md" {
        Filed::ReadMe(id)
    } else if name.ends_with(".cedar") {
        Filed::Rules(id)
    } else {
        Filed::Stray
    }
}

/// The schema and the files of these books, as they are kept beside a record: enough to open them again.
pub fn files_of<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
    books: &[String],
) -> Vec<(String, String)> {
    let kept = |path: &str| match file_under(path) {
        Filed::Schema => true,
        Filed::Rules(book) | Filed::ReadMe(book) => books.contains(&book),
        Filed::Never | Filed::Beside | Filed::Stray => false,
    };
    let files = files.into_iter().filter(|(path, _)| kept(path));
    files
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// SHA-256 in hex over the schema and the rules among texts, by path: what an entry names.
pub fn digest(texts: &BTreeMap<String, String>) -> String {
    let decides = |path: &str| matches!(file_under(path), Filed::Schema | Filed::Rules(_));
    let texts = texts.iter().filter(|(path, _)| decides(path));
    sum(texts.map(|(path, text)| (path.as_str(), text.as_str())))
}

/// SHA-256 in hex over paths and texts, in their order.
pub(crate) fn sum<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut sha = Sha256::new();
    for (path, text) in texts {
        for part in [path, text] {
            sha.update((part.len() as u64).to_be_bytes());
            sha.update(part.as_bytes());
        }
    }
    let bytes = sha.finalize();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_the_book_its_folder_names() {
        let rules = |id: &str| Filed::Rules(id.to_owned());
        for (path, filed) in [
            ("schema.cedarschema", Filed::Schema),
            ("README.md", Filed::Beside),
            ("dispositions.csv", Filed::Beside),
            ("reports.json", Filed::Beside),
            ("proofs/implied.csv", Filed::Beside),
            ("tests/baseline.json", Filed::Beside),
            ("never/n1.cedar", Filed::Never),
            ("baseline/check.cedar", rules("baseline")),
            ("places/us/us-ca/labor.cedar", rules("us/us-ca")),
            (
                "places/us/us-nm/README.md",
                Filed::ReadMe("us/us-nm".to_owned()),
            ),
            ("kinds/stage/stage.cedar", rules("kinds/stage")),
            ("house/school/a.cedar", rules("house/school")),
            ("house/school/rounds/b.cedar", rules("house/school")),
            ("proofs/compare/issue.json", Filed::Beside),
            ("places/README.md", Filed::Beside),
            ("baseline/check.ceder", Filed::Stray),
            ("rules.cedar", Filed::Stray),
            ("house/a.cedar", Filed::Stray),
        ] {
            assert_eq!(file_under(path), filed, "{path}");
        }
    }
}
