//! The rulebooks: those embedded in the program, or a folder's.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use include_dir::{Dir, DirEntry, include_dir};
use rules::{BookError, Shelf, house};

use crate::{cli, house::House, tell::Trouble};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../rulebooks");

/// Rulebook texts by their path inside `rulebooks/`, and house books from outside.
pub struct Texts {
    shipped: house::Texts,
    house: Vec<House>,
}

impl Texts {
    /// The texts of the folders named, or those embedded.
    pub fn read(books: &cli::Books) -> Result<Self, Trouble> {
        let mut texts = match &books.rulebooks {
            None => Self::embedded(),
            Some(folder) => Self::of_folder(folder)?,
        };
        for folder in &books.house {
            texts.house.push(House::read(folder)?);
        }
        Ok(texts)
    }

    fn of_folder(folder: &Path) -> Result<Self, Trouble> {
        let mut texts = house::Texts::new();
        walk(folder, folder, &mut texts).map_err(|wrong| {
            Trouble::new(
                "books-unreadable",
                format!("{} cannot be read: {wrong}", folder.display()),
                "name a folder laid out as rulebooks/ is",
            )
        })?;
        Ok(Self {
            shipped: texts,
            house: Vec::new(),
        })
    }

    /// Those that came with the program.
    pub fn embedded() -> Self {
        let mut texts = house::Texts::new();
        let mut waiting = vec![&EMBEDDED];
        while let Some(folder) = waiting.pop() {
            for entry in folder.entries() {
                match entry {
                    DirEntry::Dir(inner) => waiting.push(inner),
                    DirEntry::File(file) => {
                        let text = file.contents_utf8().map(str::to_owned);
                        let path = file.path().to_string_lossy().replace('\\', "/");
                        texts.extend(text.map(|text| (path, text)));
                    }
                }
            }
        }
        Self {
            shipped: texts,
            house: Vec::new(),
        }
    }

    /// One text.
    pub fn one(&self, path: &str) -> Option<&str> {
        self.shipped.get(path).map(String::as_str)
    }

    /// The texts that came with the program, or of the folder named.
    pub fn shipped(&self) -> &house::Texts {
        &self.shipped
    }

    /// Opens them for an armory, which keeps their texts in the record.
    pub fn open(&self) -> Result<armory::Books, Trouble> {
        let books = armory::Books::open(self.shipped.clone());
        let mut books = books.map_err(|errors| broken(&errors))?;
        for house in &self.house {
            let open = books.with_house(house.texts()?);
            books = open.map_err(|errors| house.trouble(&errors))?;
        }
        Ok(books)
    }

    /// Puts them on a shelf.
    pub fn shelf(&self) -> Result<Arc<Shelf>, Trouble> {
        let mut texts = self.shipped.clone();
        let mut shelf = None;
        for house in &self.house {
            let open = house::open(&texts, house.texts()?);
            shelf = Some(open.map_err(|errors| house.trouble(&errors))?);
            texts.extend(house.texts()?.clone());
        }
        let shelf = match shelf {
            Some(shelf) => shelf,
            None => Shelf::open(texts).map_err(|errors| broken(&errors))?,
        };
        Ok(Arc::new(shelf))
    }
}

fn walk(root: &Path, folder: &Path, texts: &mut house::Texts) -> io::Result<()> {
    let mut inside: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    inside.sort();
    for path in inside {
        if path.is_dir() {
            walk(root, &path, texts)?;
        } else if let Ok(inside) = path.strip_prefix(root) {
            let name = inside.to_string_lossy().replace('\\', "/");
            texts.insert(name, fs::read_to_string(&path)?);
        }
    }
    Ok(())
}

/// Errors, one a line; the first twenty.
pub fn listed(errors: &[BookError]) -> String {
    let lines: Vec<_> = errors.iter().take(20).map(ToString::to_string).collect();
    lines.join("\n  ")
}

fn broken(errors: &[BookError]) -> Trouble {
    Trouble::new(
        "books-broken",
        format!("the rulebooks do not stand:\n  {}", listed(errors)),
        "mend each place named, then try again",
    )
}
