//! The photos of a record: a folder beside it, each file named by the SHA-256 of its bytes.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use custody::input::{Ask, What};
use logbook::Entry;
use web::photo::{self, Photos as _};

use crate::{
    kept::{Kept, papers},
    tell::Trouble,
};

/// Entries read at once.
const AT_ONCE: usize = 1_024;

/// How the name of a file ends that is not whole yet.
const PART: &str = ".part";

/// How the name of what stands for a photo that was erased ends.
const ERASED: &str = ".erased";

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
        let names = self.names().filter(|name| is_hash(name));
        names.map(|name| {
            let bytes = fs::read(self.0.join(&name)).ok();
            let whole = bytes.filter(|it| photo::hash(it) == name);
            (name, whole)
        })
    }

    fn names(&self) -> impl Iterator<Item = String> {
        let files = fs::read_dir(&self.0).into_iter().flatten().flatten();
        files.filter_map(|file| file.file_name().into_string().ok())
    }

    /// Files that were not filed by any of these hashes, and how many bytes each has. What this
    /// program did not put there is not among them.
    pub fn unfiled(&self, filed: &BTreeSet<String>) -> Vec<(PathBuf, u64)> {
        let files = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let ours = files.filter(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            let hash = name.strip_suffix(PART).unwrap_or(&name);
            is_hash(hash) && !filed.contains(&name)
        });
        let ours = ours.filter_map(|file| Some((file.path(), file.metadata().ok()?)));
        let ours = ours.filter(|(_, it)| it.is_file());
        ours.map(|(path, it)| (path, it.len())).collect()
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
        for hash in self.erased() {
            let told = fs::create_dir_all(&to.0).and_then(|()| to.erase(&hash));
            told.map_err(|wrong| unwritable(&to.0, &wrong))?;
        }
        Ok((copied, damaged))
    }
}

impl photo::Photos for Folder {
    fn keep(&self, hash: &str, bytes: &[u8]) -> io::Result<bool> {
        keep(&self.0, hash, bytes)
    }

    fn read(&self, hash: &str) -> Option<Vec<u8>> {
        self.whole(hash)
    }

    fn let_go(&self, hash: &str) -> io::Result<()> {
        match is_hash(hash) {
            true => fs::remove_file(self.0.join(hash)),
            false => Ok(()),
        }
    }

    fn erase(&self, hash: &str) -> io::Result<()> {
        if !is_hash(hash) {
            return Err(ErrorKind::InvalidInput.into());
        }
        // That it was erased is known before it is gone: it is never only missing.
        let said = File::create(self.0.join(format!("{hash}{ERASED}")))?;
        said.sync_all()?;
        match fs::remove_file(self.0.join(hash)) {
            Err(wrong) if wrong.kind() != ErrorKind::NotFound => return Err(wrong),
            _ => {}
        }
        durable(&self.0)
    }

    fn erased(&self) -> BTreeSet<String> {
        let names = self.names();
        let hashes = names.filter_map(|name| Some(name.strip_suffix(ERASED)?.to_owned()));
        hashes
            .filter(|hash| is_hash(hash) && !self.0.join(hash).exists())
            .collect()
    }
}

/// Whole or not at all, and durable; true where it was not there yet.
fn keep(folder: &Path, hash: &str, bytes: &[u8]) -> io::Result<bool> {
    let place = folder.join(hash);
    if place.exists() {
        return Ok(false);
    }
    fs::create_dir_all(folder)?;
    let part = folder.join(format!("{hash}{PART}"));
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, &place)?;
    durable(folder)?;
    Ok(true)
}

/// The names in a folder, kept too.
fn durable(folder: &Path) -> io::Result<()> {
    match cfg!(unix) {
        true => File::open(folder)?.sync_all(),
        false => Ok(()),
    }
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

/// The hashes of photos that were filed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filed {
    /// For a weapon, a scene or the production.
    pub open: BTreeSet<String>,
    /// For a person: of papers.
    pub papers: BTreeSet<String>,
}

impl Filed {
    /// What one more entry files. A photo whose filing was refused is kept nowhere.
    pub fn take(&mut self, entry: &Entry) {
        let What::Ask(Ask::FileDocument(body)) = &entry.what else {
            return;
        };
        if entry.go() != Some(true) {
            return;
        }
        let papers = body.person.is_some() && body.weapon.is_none() && body.scene.is_none();
        let kept = match papers {
            true => &mut self.papers,
            false => &mut self.open,
        };
        kept.extend(body.attachments.iter().map(ToString::to_string));
    }

    /// All of them.
    pub fn all(&self) -> BTreeSet<String> {
        self.open.union(&self.papers).cloned().collect()
    }
}

/// The photos that were filed in a record.
///
/// # Errors
/// An entry cannot be read: what it files is not known.
pub fn filed_in(kept: &Kept) -> Result<Filed, Trouble> {
    let mut all = Filed::default();
    let lost = kept.walk(AT_ONCE, &mut |first, entries| {
        for (seq, bytes) in (first..).zip(entries).filter(|(seq, _)| *seq > 0) {
            let entry = Entry::from_bytes(&bytes).map_err(|it| papers::unreadable(seq, &it))?;
            all.take(&entry);
        }
        Ok(())
    })?;
    match lost.first() {
        None => Ok(all),
        Some(wrong) => Err(Trouble::new(
            "record-not-whole",
            wrong.to_string(),
            "run proofhouse verify on the record",
        )),
    }
}
