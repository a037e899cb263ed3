//! Writes a pack, file after file, and what each is into its manifest.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
};

use ledger::{Checkpoint, Hash, Level, TILE_WIDTH, Tile, Tiler, bundle};
use logbook::{Entry, Founding, canonical};

use super::unwritable;
use web::photo::Photos as _;

use crate::{
    kept::Kept,
    kept::pack::{self, CHECKPOINT, ENTRIES, MANIFEST, Manifest, README},
    photos::{Filed, Folder},
    progress::Progress,
    tell::{HOLD, Trouble, styled},
};

/// Entries read at once.
const AT_ONCE: usize = 1_024;

/// How a stranger checks the pack.
const HOW: &str =
    "This folder is the record of a unit: every ask and report about a weapon, in order, \
and how each was answered.

  entries.jsonl  one entry a line
  tile/          the same entries, and the hashes over them (C2SP tlog-tiles)
  checkpoint     the root over all of them, signed (C2SP checkpoint)
  books/         the rulebooks that decided, by their SHA-256
  photos/        the photos that were filed of weapons and scenes, by their SHA-256
  manifest.json  SHA-256 of each file

To check it:               proofhouse verify this-folder --key KEY
To decide all of it again: proofhouse audit this-folder --key KEY

KEY is the key of the log. Take it from somebody you trust, not from this folder.
Names and contacts of people and photos of their papers are not in here; entries name people by ids.
A photo that was erased is not in here either; its sum stays in the entry that filed it.
";

/// Writes a pack.
pub struct Writer<'a> {
    folder: &'a Path,
    lines: BufWriter<File>,
    tiler: Tiler,
    bundle: Vec<Vec<u8>>,
    books: BTreeSet<String>,
    photos: Filed,
    beside: Folder,
    files: BTreeMap<String, String>,
}

impl<'a> Writer<'a> {
    /// A writer into a folder, with the photos beside the record.
    pub fn new(folder: &'a Path, beside: Folder) -> Result<Self, Trouble> {
        let broken = |wrong: std::io::Error| unwritable(folder, &wrong);
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).map_err(broken)?;
        let lines = File::create(folder.join(ENTRIES)).map_err(broken)?;
        Ok(Self {
            folder,
            lines: BufWriter::new(lines),
            tiler: Tiler::new(),
            bundle: Vec::new(),
            books: BTreeSet::new(),
            photos: Filed::default(),
            beside,
            files: BTreeMap::new(),
        })
    }

    /// Writes all of it.
    pub fn all(mut self, kept: &Kept) -> Result<Manifest, Trouble> {
        let mut progress = Progress::of("writing", kept.entries());
        let lost = kept.walk(AT_ONCE, &mut |first, entries| {
            for (seq, bytes) in (first..).zip(entries) {
                self.entry(seq, bytes)?;
                progress.at(seq + 1);
            }
            Ok(())
        })?;
        if let Some(wrong) = lost.first() {
            return Err(not_whole(&wrong.to_string()));
        }
        self.bundle()?;
        self.lines
            .flush()
            .map_err(|wrong| unwritable(self.folder, &wrong))?;
        for (tile, bytes) in self.tiler.rest() {
            self.file(&tile.to_string(), &bytes)?;
        }
        let key = self.is_whole(kept)?;
        self.file(CHECKPOINT, kept.checkpoint())?;
        self.file(README, HOW.as_bytes())?;
        self.books(kept)?;
        self.photos()?;
        let digest = pack::digest_of(&self.folder.join(ENTRIES));
        let digest = digest.map_err(|wrong| unwritable(self.folder, &wrong))?;
        self.files.insert(ENTRIES.to_owned(), digest);
        let manifest = Manifest {
            format: pack::FORMAT,
            origin: key.0,
            key: key.1,
            entries: kept.entries(),
            files: std::mem::take(&mut self.files),
        };
        let bytes = canonical::to_bytes(&manifest).map_err(|it| not_whole(&it.to_string()))?;
        self.file(MANIFEST, &bytes)?;
        Ok(manifest)
    }

    fn entry(&mut self, seq: u64, bytes: Vec<u8>) -> Result<(), Trouble> {
        let broken = |wrong: String| not_whole(&format!("entry {seq}: {wrong}"));
        let hash = Hash::of_entry(&bytes).map_err(|it| broken(it.to_string()))?;
        match seq {
            0 => {
                let founding = Founding::from_bytes(&bytes).map_err(|it| broken(it.to_string()))?;
                self.books.insert(founding.books);
            }
            _ => {
                let entry = Entry::from_bytes(&bytes).map_err(|it| broken(it.to_string()))?;
                self.photos.take(&entry);
                self.books.extend(entry.books);
            }
        }
        let written = self.lines.write_all(&bytes);
        let written = written.and_then(|()| self.lines.write_all(b"\n"));
        written.map_err(|wrong| unwritable(self.folder, &wrong))?;
        let full = self.tiler.push(hash).map_err(|it| broken(it.to_string()))?;
        for (tile, bytes) in full {
            self.file(&tile.to_string(), &bytes)?;
        }
        self.bundle.push(bytes);
        match self.bundle.len() as u64 == TILE_WIDTH {
            true => self.bundle(),
            false => Ok(()),
        }
    }

    /// Writes the entries since the last bundle as the next one.
    fn bundle(&mut self) -> Result<(), Trouble> {
        let entries = std::mem::take(&mut self.bundle);
        let size = self.tiler.frontier().size();
        let last = size.saturating_sub(1) / TILE_WIDTH;
        let Some(tile) = Tile::in_log(Level::Entries, last, size) else {
            return Ok(());
        };
        if entries.is_empty() {
            return Ok(());
        }
        let bytes = bundle::write(&entries).map_err(|it| not_whole(&it.to_string()))?;
        self.file(&tile.to_string(), &bytes)
    }

    /// The entries lead to the checkpoint. Answers the name of the log and its key.
    fn is_whole(&self, kept: &Kept) -> Result<(String, String), Trouble> {
        let key = kept
            .own_key()
            .ok_or_else(|| not_whole("entry 0 names no key"))?;
        let signed = Checkpoint::open(kept.checkpoint(), &key);
        let signed = signed
            .map_err(|fault| not_whole(&fault.to_string()))?
            .checkpoint;
        let frontier = self.tiler.frontier();
        match signed.size == frontier.size() && signed.root == frontier.root() {
            true => Ok((key.origin().to_string(), key.to_string())),
            false => Err(not_whole("its entries do not lead to its checkpoint")),
        }
    }

    fn books(&mut self, kept: &Kept) -> Result<(), Trouble> {
        for digest in std::mem::take(&mut self.books) {
            let missing = || not_whole(&format!("the books {digest} are missing"));
            let bytes = kept.books(&digest).ok_or_else(missing)?;
            let path = pack::books_path(&digest).ok_or_else(missing)?;
            self.file(&path, &bytes)?;
        }
        Ok(())
    }

    /// The photos that were filed, but those of people's papers. One that is gone or damaged is left
    /// out, and that is told: the record itself is whole without it.
    fn photos(&mut self) -> Result<(), Trouble> {
        let erased = self.beside.erased();
        for hash in std::mem::take(&mut self.photos).open {
            match self.beside.whole(&hash) {
                Some(bytes) => self.file(&format!("photos/{hash}"), &bytes)?,
                None if erased.contains(&hash) => {}
                None => {
                    let gone = format!("the photo {hash} is missing or damaged");
                    anstream::eprintln!("{} {gone}", styled(HOLD, "look"));
                }
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let place = self.folder.join(path);
        let broken = |wrong: std::io::Error| unwritable(&place, &wrong);
        if let Some(above) = place.parent() {
            fs::create_dir_all(above).map_err(broken)?;
        }
        fs::write(&place, bytes).map_err(broken)?;
        if path != MANIFEST {
            let digest = pack::digest_of(&place).map_err(broken)?;
            self.files.insert(path.to_owned(), digest);
        }
        Ok(())
    }
}

fn not_whole(what: &str) -> Trouble {
    let what = format!("the record is not what was signed: {what}");
    let help = "run proofhouse verify on it; nothing was exported";
    Trouble::new("record-not-whole", what, help)
}
