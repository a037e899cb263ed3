//! Packs that guests may fetch: a folder beside the record, each file a ZIP named by its SHA-256. What
//! no link shows any more is let go of.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, BufWriter, Read},
    path::{Path, PathBuf},
};

use web::pack::Pack;
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    export,
    kept::pack::{MANIFEST, digest_of},
    secret,
    tell::Trouble,
};

/// How the name of a pack ends.
const ZIP: &str = ".zip";

/// The packs of a record.
#[derive(Debug, Clone)]
pub struct Packs {
    record: PathBuf,
    folder: PathBuf,
}

impl Packs {
    /// Those beside a record.
    pub fn beside(record: &Path) -> Self {
        Self {
            record: record.to_owned(),
            folder: secret::beside(record, ".packs"),
        }
    }

    fn made(&self) -> Result<Pack, Trouble> {
        let unwritable = |wrong: io::Error| {
            let what = format!("{} cannot be written: {wrong}", self.folder.display());
            Trouble::new("pack-unwritable", what, "make room beside the record")
        };
        fs::create_dir_all(&self.folder).map_err(unwritable)?;
        let (open, part) = (self.folder.join("open"), self.folder.join("part"));
        // What a hub that broke off left.
        let _ = fs::remove_dir_all(&open);
        let manifest = export::write(&self.record, &open)?;
        let files = manifest.files.keys().map(String::as_str);
        let zipped = zipped(&open, files.chain([MANIFEST]), &part);
        let _ = fs::remove_dir_all(&open);
        zipped.map_err(unwritable)?;
        let sum = digest_of(&part).map_err(unwritable)?;
        let bytes = fs::metadata(&part).map_err(unwritable)?.len();
        fs::rename(&part, self.folder.join(format!("{sum}{ZIP}"))).map_err(unwritable)?;
        Ok(Pack {
            sum,
            entries: manifest.entries,
            bytes,
        })
    }
}

/// The files of a pack as one, inside a folder: as they are, and dated 1980, so that the same record
/// makes the same bytes.
fn zipped<'a>(folder: &Path, files: impl Iterator<Item = &'a str>, to: &Path) -> io::Result<()> {
    let as_they_are = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(BufWriter::new(File::create(to)?));
    for path in files {
        let mut file = File::open(folder.join(path))?;
        let large = file.metadata()?.len() >= u64::from(u32::MAX);
        zip.start_file(format!("pack/{path}"), as_they_are.large_file(large))?;
        io::copy(&mut file, &mut zip)?;
    }
    let file = zip.finish()?.into_inner();
    file.map_err(io::IntoInnerError::into_error)?.sync_all()
}

impl web::pack::Packs for Packs {
    fn make(&self) -> Option<Pack> {
        let made = self.made();
        if let Err(trouble) = &made {
            trouble.print();
        }
        made.ok()
    }

    fn open(&self, pack: &Pack) -> Option<Box<dyn Read + Send>> {
        let file = File::open(self.folder.join(format!("{}{ZIP}", pack.sum))).ok()?;
        let whole = file.metadata().ok()?.len() == pack.bytes;
        whole.then(|| Box::new(file) as Box<dyn Read + Send>)
    }

    fn keep_only(&self, sums: &BTreeSet<String>) {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let gone = files.filter(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            let sum = name.strip_suffix(ZIP);
            sum.is_some_and(|sum| !sums.contains(sum))
        });
        for file in gone {
            // One that stays is let go of the next time; no link shows it meanwhile.
            let _ = fs::remove_file(file.path());
        }
    }
}
