//! The photos of a record: a folder beside it, each file named by the SHA-256 of its bytes.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use custody::input::{Ask, What};
use logbook::Entry;
use web::photo;

use crate::{kept::Kept, tell::Trouble};

/// Entries read at once.
const AT_ONCE: usize = 1_024;

/// A folder of photos.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The photos beside a record.
    pub fn beside(record: &Path) -> Self {
        let mut name = record.as_os_str().to_owned();
        name.push(".photos");
        Self(PathBuf::from(name))
    }

    /// Its photos, whole or damaged: the hash each is named by, and its bytes where they have it.
    pub fn all(&self) -> impl Iterator<Item = (String, Option<Vec<u8>>)> {
        let files = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let names = files.filter_map(|file| file.file_name().into_string().ok());
        let names = names.filter(|name| is_hash(name));
        names.map(|name| {
            let bytes = fs::read(self.0.join(&name)).ok();
            let whole = bytes.filter(|it| photo::hash(it) == name);
            (name, whole)
        })
    }

    /// The bytes of a photo, where they are what its hash says.
    pub fn whole(&self, hash: &str) -> Option<Vec<u8>> {
        let bytes = is_hash(hash).then(|| fs::read(self.0.join(hash)).ok())?;
        bytes.filter(|it| photo::hash(it) == hash)
    }

    /// Copies every whole photo beside another record. Answers how many, and those that are damaged.
    pub fn copied_beside(&self, record: &Path) -> Result<(usize, Vec<String>), Trouble> {
        let to = Self::beside(record);
        let (mut copied, mut damaged) = (0, Vec::new());
        for (hash, bytes) in self.all() {
            match bytes {
                Some(bytes) => {
                    keep(&to.0, &hash, &bytes).map_err(|wrong| unwritable(&to.0, &wrong))?;
                    copied += 1;
                }
                None => damaged.push(hash),
            }
        }
        Ok((copied, damaged))
    }
}

impl photo::Photos for Folder {
    fn keep(&self, hash: &str, bytes: &[u8]) -> io::Result<()> {
        keep(&self.0, hash, bytes)
    }

    fn read(&self, hash: &str) -> Option<Vec<u8>> {
        self.whole(hash)
    }
}

/// Whole or not at all, and durable.
fn keep(folder: &Path, hash: &str, bytes: &[u8]) -> io::Result<()> {
    let place = folder.join(hash);
    if place.exists() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    let part = folder.join(format!("{hash}.part"));
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, &place)?;
    File::open(folder)?.sync_all()
}

fn is_hash(name: &str) -> bool {
    let small = |it: char| it.is_ascii_digit() || ('a'..='f').contains(&it);
    name.len() == 64 && name.chars().all(small)
}

fn unwritable(folder: &Path, wrong: &io::Error) -> Trouble {
    let what = format!("{} cannot be written: {wrong}", folder.display());
    let help = "make room, or name a place that can be written to";
    Trouble::new("photos-unwritable", what, help)
}

/// The hashes of photos that an entry names.
pub fn named(entry: &Entry) -> BTreeSet<String> {
    match &entry.what {
        What::Ask(Ask::FileDocument(body)) => {
            body.attachments.iter().map(ToString::to_string).collect()
        }
        _ => BTreeSet::new(),
    }
}

/// The hashes of photos that a record names.
pub fn named_in(kept: &Kept) -> Result<BTreeSet<String>, Trouble> {
    let mut all = BTreeSet::new();
    kept.walk(AT_ONCE, &mut |_, entries| {
        let entries = entries.iter();
        let entries = entries.filter_map(|bytes| Entry::from_bytes(bytes).ok());
        all.extend(entries.flat_map(|entry| named(&entry)));
        Ok(())
    })?;
    Ok(all)
}
