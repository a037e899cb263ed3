//! A house book in a folder: read with care, for nobody here wrote it.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use custody::id::BookId;
use rules::{
    BookError,
    house::{self, FILE_BYTES, FOLDERS},
};

use crate::tell::Trouble;

/// The most files and folders that are looked at.
const LOOKED_AT: usize = 5_000;

/// A house book as it was read.
pub struct House {
    /// Its folder, as it was named.
    pub folder: PathBuf,
    /// Its name, as it is adopted.
    pub name: BookId,
    /// Its texts by their paths among the rulebooks, or what is wrong with its files.
    pub read: Result<house::Texts, Vec<BookError>>,
}

impl House {
    /// Reads the folder of a house book.
    pub fn read(folder: &Path) -> Result<Self, Trouble> {
        let whole = fs::canonicalize(folder).map_err(|wrong| unreadable(folder, &wrong))?;
        if !whole.is_dir() {
            let what = format!("{} is no folder", folder.display());
            let help = "name the folder of the house book";
            return Err(Trouble::new("house-no-folder", what, help));
        }
        let called = whole.file_name().unwrap_or_default().to_string_lossy();
        let name = house::name_of(&called).ok_or_else(|| {
            let what = format!("\"{called}\" cannot be the name of a book");
            let help = "give the folder a name with letters or digits in it";
            Trouble::new("house-unnamed", what, help)
        })?;
        let mut found = Found::default();
        found.walk(&whole, &whole, 0)?;
        let id = house::book_id(name.as_str());
        let mut errors: Vec<BookError> = found
            .wrong
            .into_iter()
            .map(|(path, what)| BookError {
                file: format!("{id}/{path}"),
                line: 0,
                column: 0,
                code: "house-file",
                what: what.to_owned(),
                next: "put plain files into the folder, and take this one out".to_owned(),
            })
            .collect();
        let read = match house::take(&name, found.files) {
            Ok(texts) if errors.is_empty() => Ok(texts),
            Ok(_) => Err(errors),
            Err(more) => {
                errors.extend(more);
                Err(errors)
            }
        };
        Ok(Self {
            folder: folder.to_owned(),
            name,
            read,
        })
    }

    /// Its id among the books: `house/studio`.
    pub fn id(&self) -> String {
        house::book_id(self.name.as_str())
    }

    /// Its texts.
    pub fn texts(&self) -> Result<&house::Texts, Trouble> {
        self.read.as_ref().map_err(|errors| self.trouble(errors))
    }

    /// A path among the rulebooks, as a path that leads to the file.
    pub fn shown(&self, path: &str) -> String {
        let inside = path.strip_prefix(&self.id()).unwrap_or(path);
        match inside.strip_prefix('/') {
            Some(inside) => self.folder.join(inside).display().to_string(),
            None if inside.is_empty() => self.folder.display().to_string(),
            None => format!("rulebooks/{path}"),
        }
    }

    /// That it does not stand.
    pub fn trouble(&self, errors: &[BookError]) -> Trouble {
        let shown = errors.iter().map(|error| BookError {
            file: self.shown(&error.file),
            ..error.clone()
        });
        let shown: Vec<BookError> = shown.collect();
        let what = format!(
            "the house book {} does not stand:\n  {}",
            self.name,
            crate::books::listed(&shown)
        );
        let help = format!("proofhouse rules check {}", self.folder.display());
        Trouble::new("house-broken", what, help)
    }
}

/// What stands in a folder: files by their paths in it, and what is neither file nor folder.
#[derive(Default)]
struct Found {
    files: Vec<(String, Vec<u8>)>,
    wrong: Vec<(String, &'static str)>,
    looked_at: usize,
}

impl Found {
    fn walk(&mut self, root: &Path, folder: &Path, deep: usize) -> Result<(), Trouble> {
        let entries = fs::read_dir(folder).map_err(|wrong| unreadable(folder, &wrong))?;
        for entry in entries {
            let entry = entry.map_err(|wrong| unreadable(folder, &wrong))?;
            let path = entry.path();
            let kind = entry
                .file_type()
                .map_err(|wrong| unreadable(&path, &wrong))?;
            self.looked_at += 1;
            if self.looked_at > LOOKED_AT {
                let what = format!("{} holds more than a book", root.display());
                let help = "name the folder of the house book itself";
                return Err(Trouble::new("house-too-large", what, help));
            }
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let inside = inside.to_string_lossy().replace('\\', "/");
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if hidden {
                continue;
            }
            if kind.is_symlink() {
                self.wrong.push((inside, "it is a link"));
            } else if kind.is_dir() && deep < FOLDERS {
                self.walk(root, &path, deep + 1)?;
            } else if kind.is_dir() {
                self.wrong.push((inside, "folders stand too deep in it"));
            } else if is_of_book(&inside) {
                self.take(&path, inside, kind.is_file())?;
            }
        }
        Ok(())
    }

    fn take(&mut self, path: &Path, inside: String, plain: bool) -> Result<(), Trouble> {
        if !plain {
            self.wrong.push((inside, "it is no plain file"));
            return Ok(());
        }
        let mut bytes = Vec::new();
        let file = fs::File::open(path).map_err(|wrong| unreadable(path, &wrong))?;
        // one byte more than may be shows that it is too large
        let read = file.take(FILE_BYTES as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|wrong| unreadable(path, &wrong))?;
        self.files.push((inside, bytes));
        Ok(())
    }
}

fn is_of_book(path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".cedar") || path.eq_ignore_ascii_case("README.md")
}

fn unreadable(path: &Path, wrong: &std::io::Error) -> Trouble {
    let what = format!("{} cannot be read: {wrong}", path.display());
    Trouble::new(
        "house-unreadable",
        what,
        "name a folder that is there and can be read",
    )
}
