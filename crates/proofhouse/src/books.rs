//! The rulebooks: those embedded in the program, or a folder's.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use include_dir::{Dir, DirEntry, include_dir};
use rules::{BookError, Shelf};

use crate::tell::Trouble;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../rulebooks");

/// Rulebook texts by their path inside `rulebooks/`.
pub struct Texts(Vec<(String, String)>);

impl Texts {
    /// The texts of a folder, or those embedded.
    pub fn read(folder: Option<&Path>) -> Result<Self, Trouble> {
        match folder {
            None => Ok(Self::embedded()),
            Some(folder) => {
                let mut texts = Vec::new();
                walk(folder, folder, &mut texts).map_err(|wrong| {
                    Trouble::new(
                        "books-unreadable",
                        format!("{} cannot be read: {wrong}", folder.display()),
                        "name a folder laid out as rulebooks/ is",
                    )
                })?;
                Ok(Self(texts))
            }
        }
    }

    fn embedded() -> Self {
        let mut texts = Vec::new();
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
        texts.sort();
        Self(texts)
    }

    /// One text.
    pub fn one(&self, path: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(name, _)| name == path)
            .map(|(_, text)| text.as_str())
    }

    /// Opens them for an armory, which keeps their texts in the record.
    pub fn open(&self) -> Result<armory::Books, Trouble> {
        armory::Books::open(self.0.iter().cloned()).map_err(|errors| broken(&errors))
    }

    /// Puts them on a shelf.
    pub fn shelf(&self) -> Result<Arc<Shelf>, Trouble> {
        Shelf::open(self.0.iter().cloned())
            .map(Arc::new)
            .map_err(|errors| broken(&errors))
    }
}

fn walk(root: &Path, folder: &Path, texts: &mut Vec<(String, String)>) -> io::Result<()> {
    let mut inside: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    inside.sort();
    for path in inside {
        if path.is_dir() {
            walk(root, &path, texts)?;
        } else if let Ok(inside) = path.strip_prefix(root) {
            let name = inside.to_string_lossy().replace('\\', "/");
            texts.push((name, fs::read_to_string(&path)?));
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
