//! The folder of a pack: entries, tiles, checkpoint, rulebooks, manifest.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use ledger::{Hash, Level, TILE_WIDTH, Tile, Tiles, bundle};
use logbook::{
    canonical,
    verify::{Place, Wrong},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::tell::Trouble;

/// The form of packs that this program writes.
pub const FORMAT: u32 = 1;
/// One entry a line, its exact bytes.
pub const ENTRIES: &str = "entries.jsonl";
/// The signed checkpoint.
pub const CHECKPOINT: &str = "checkpoint";
/// What is in the pack.
pub const MANIFEST: &str = "manifest.json";
/// How a stranger checks it.
pub const README: &str = "README.txt";

/// The most bytes read of one line: more than the largest entry.
const LINE: u64 = 70_000;

/// What is in a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The form of the pack: [`FORMAT`].
    pub format: u32,
    /// The name of the log.
    pub origin: String,
    /// The key that checks its checkpoints.
    pub key: String,
    /// Entries of the log.
    pub entries: u64,
    /// SHA-256 of each file by its path.
    pub files: BTreeMap<String, String>,
}

/// A pack, open for reading.
pub struct Pack {
    folder: PathBuf,
    /// The signed checkpoint; empty where the file cannot be read.
    pub checkpoint: Vec<u8>,
    /// What is in it; none where the file cannot be read.
    pub manifest: Option<Manifest>,
    why_no_manifest: String,
}

impl Pack {
    /// Opens the folder of a pack. Files that are missing or broken are named by [`Pack::files`].
    pub fn open(folder: &Path) -> Result<Self, Trouble> {
        if !folder.join(ENTRIES).is_file() {
            let what = format!("{} is no pack: it has no {ENTRIES}", folder.display());
            let help = "name a folder that proofhouse export wrote, or the file of a record";
            return Err(Trouble::new("pack-missing", what, help));
        }
        let bytes = fs::read(folder.join(MANIFEST)).map_err(|wrong| wrong.to_string());
        let manifest = bytes.and_then(|bytes| {
            canonical::from_bytes::<Manifest>(&bytes).map_err(|wrong| wrong.to_string())
        });
        if let Ok(newer) = &manifest
            && newer.format > FORMAT
        {
            let what = format!("{} is of form {}", folder.display(), newer.format);
            let help = format!("read it with a newer proofhouse; this one knows form {FORMAT}");
            return Err(Trouble::new("pack-newer", what, help));
        }
        Ok(Self {
            folder: folder.to_owned(),
            checkpoint: fs::read(folder.join(CHECKPOINT)).unwrap_or_default(),
            why_no_manifest: manifest.as_ref().err().cloned().unwrap_or_default(),
            manifest: manifest.ok(),
        })
    }

    /// Entries that there should be.
    pub fn entries(&self) -> u64 {
        self.manifest.as_ref().map_or(0, |it| it.entries)
    }

    /// Holds every file against the manifest.
    pub fn files(&self) -> Vec<Wrong> {
        let Some(manifest) = &self.manifest else {
            return vec![file(MANIFEST, self.why_no_manifest.clone())];
        };
        let named = manifest.files.iter();
        let mut wrong: Vec<_> = named
            .filter_map(|(path, digest)| Some(file(path, self.unlike(path, digest)?)))
            .collect();
        let wanted = [ENTRIES, CHECKPOINT, README].map(str::to_owned);
        let missing = wanted.iter().filter(|it| !manifest.files.contains_key(*it));
        wrong.extend(missing.map(|path| file(MANIFEST, format!("it does not name {path}"))));
        wrong
    }

    fn unlike(&self, path: &str, digest: &str) -> Option<String> {
        let inside = |part: &str| !part.is_empty() && part != ".." && part != ".";
        if !path.split('/').all(inside) || path.contains('\\') {
            return Some("the manifest names a file outside the pack".to_owned());
        }
        match digest_of(&self.folder.join(path)) {
            Err(wrong) => Some(format!("it cannot be read: {wrong}")),
            Ok(found) if found == digest => None,
            Ok(_) => Some("its SHA-256 is not the one in the manifest".to_owned()),
        }
    }

    /// The first entry.
    pub fn first(&self) -> Option<Vec<u8>> {
        let mut lines = Lines::open(&self.folder.join(ENTRIES)).ok()?;
        lines.next().ok().flatten()
    }

    /// Reads all entries in order, so many at once, and holds the bundles against them.
    pub fn walk(
        &self,
        at_once: usize,
        take: &mut dyn FnMut(u64, Vec<Vec<u8>>) -> Result<(), Trouble>,
    ) -> Result<Vec<Wrong>, Trouble> {
        let path = self.folder.join(ENTRIES);
        let lost = |wrong: std::io::Error| {
            let what = format!("{} cannot be read: {wrong}", path.display());
            Trouble::new(
                "file-unreadable",
                what,
                "copy the pack again from its source",
            )
        };
        let mut lines = Lines::open(&path).map_err(lost)?;
        let mut bundles = Bundles::new(self);
        let (mut from, mut batch) = (0, Vec::new());
        while let Some(line) = lines.next().map_err(lost)? {
            bundles.push(&line);
            batch.push(line);
            if batch.len() >= at_once {
                let full = std::mem::take(&mut batch);
                let end = from + full.len() as u64;
                take(from, full)?;
                from = end;
            }
        }
        take(from, batch)?;
        let mut wrong = bundles.finish();
        if lines.open_end {
            wrong.push(file(ENTRIES, "its last line has no end"));
        }
        wrong.extend(self.files());
        Ok(wrong)
    }

    /// The texts of the books with this digest.
    pub fn books(&self, digest: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(books_path(digest)?)).ok()
    }
}

impl Tiles for Pack {
    fn tile(&self, tile: Tile) -> Option<Vec<u8>> {
        fs::read(self.folder.join(tile.to_string())).ok()
    }
}

/// Where the books of a digest stand in a pack; none where this can be no digest.
pub fn books_path(digest: &str) -> Option<String> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b':';
    let named = !digest.is_empty() && digest.bytes().all(fits);
    named.then(|| format!("books/{}.json", digest.replace(':', "-")))
}

/// SHA-256 of a file, in hexadecimal.
pub fn digest_of(path: &Path) -> std::io::Result<String> {
    let mut reader = fs::File::open(path)?;
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = reader.read(&mut piece)?;
        match piece.get(..read) {
            Some([]) | None => break,
            Some(bytes) => hasher.update(bytes),
        }
    }
    Ok(hasher
        .finalize()
        .iter()
        .map(|it| format!("{it:02x}"))
        .collect())
}

fn file(path: &str, says: impl Into<String>) -> Wrong {
    Wrong::at(Place::File(path.to_owned()), says)
}

/// The lines of a file, none longer than the most that is read of one.
struct Lines {
    reader: BufReader<fs::File>,
    open_end: bool,
}

impl Lines {
    fn open(path: &Path) -> std::io::Result<Self> {
        let reader = BufReader::new(fs::File::open(path)?);
        Ok(Self {
            reader,
            open_end: false,
        })
    }

    fn next(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let read = (&mut self.reader).take(LINE).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        self.open_end = line.last() != Some(&b'\n');
        if !self.open_end {
            line.pop();
        }
        Ok(Some(line))
    }
}

/// Holds the bundles of a pack against its lines. A bundle is wrong where its tile does not say so
/// of the line instead.
struct Bundles<'a> {
    pack: &'a Pack,
    lines: Vec<Hash>,
    index: u64,
    wrong: BTreeSet<Wrong>,
}

impl<'a> Bundles<'a> {
    fn new(pack: &'a Pack) -> Self {
        Self {
            pack,
            lines: Vec::new(),
            index: 0,
            wrong: BTreeSet::new(),
        }
    }

    fn push(&mut self, line: &[u8]) {
        let hash = Hash::of_entry(line).unwrap_or(Hash::empty());
        self.lines.push(hash);
        if self.lines.len() as u64 == TILE_WIDTH {
            self.compare();
        }
    }

    fn finish(mut self) -> Vec<Wrong> {
        if !self.lines.is_empty() {
            self.compare();
        }
        self.wrong.into_iter().collect()
    }

    fn compare(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        let width = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let index = self.index;
        self.index += 1;
        let at = |level| Tile {
            level,
            index,
            width,
        };
        let (entries, hashes) = (at(Level::Entries), at(Level::Hashes(0)));
        let place = Place::Tile(entries.to_string());
        let Some(bytes) = self.pack.tile(entries) else {
            self.wrong.insert(Wrong::at(place, "it is missing"));
            return;
        };
        let bundled = match bundle::read(&bytes, width) {
            Ok(bundled) => bundled,
            Err(fault) => {
                self.wrong.insert(Wrong::at(place, fault.to_string()));
                return;
            }
        };
        let beside = self.pack.tile(hashes).unwrap_or_default();
        let beside = beside.as_chunks::<32>().0;
        for (number, (bundled, line)) in bundled.iter().zip(&lines).enumerate() {
            let hash = Hash::of_entry(bundled).unwrap_or(Hash::empty());
            let tile_agrees = beside.get(number) == Some(hash.as_bytes());
            if hash != *line && !tile_agrees {
                let seq = index * TILE_WIDTH + number as u64;
                let says = format!("entry {seq} in it was changed after it was signed");
                self.wrong.insert(Wrong::at(place.clone(), says));
            }
        }
    }
}
