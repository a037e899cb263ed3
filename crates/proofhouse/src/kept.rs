//! A record or a pack, open for reading.

pub mod pack;
pub mod papers;

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use ledger::{Tiles, Verifier};
use logbook::{Founding, books, verify::Place, verify::Wrong};
use store::StoreError;
use store_sqlite::Reader;

use crate::{hub, tell::Trouble};
use pack::Pack;

/// Wherever entries are kept.
pub enum Kept {
    /// The file of a unit. Another process may serve it meanwhile.
    Record(Box<Record>),
    /// A folder that was exported.
    Pack(Box<Pack>),
}

/// A record as it was when it was opened.
pub struct Record {
    /// Reads it.
    pub reader: Reader,
    /// Its end at that moment.
    pub head: store::Head,
}

impl Kept {
    /// Opens a record or a pack.
    pub fn open(place: &Path) -> Result<Self, Trouble> {
        match place.is_dir() {
            true => Pack::open(place).map(|pack| Self::Pack(Box::new(pack))),
            false => Record::open(place).map(|record| Self::Record(Box::new(record))),
        }
    }

    /// The checkpoint over its entries.
    pub fn checkpoint(&self) -> &[u8] {
        match self {
            Self::Record(record) => &record.head.checkpoint,
            Self::Pack(pack) => &pack.checkpoint,
        }
    }

    /// Entries that there should be, for progress.
    pub fn entries(&self) -> u64 {
        match self {
            Self::Record(record) => record.head.entries,
            Self::Pack(pack) => pack.entries(),
        }
    }

    /// Reads all entries in order, so many at once. Answers what cannot be read of them.
    pub fn walk(
        &self,
        at_once: usize,
        take: &mut dyn FnMut(u64, Vec<Vec<u8>>) -> Result<(), Trouble>,
    ) -> Result<Vec<Wrong>, Trouble> {
        match self {
            Self::Record(record) => record.walk(at_once, take),
            Self::Pack(pack) => pack.walk(at_once, take),
        }
    }

    /// The texts of the books with this digest.
    pub fn books(&self, digest: &str) -> Option<Vec<u8>> {
        match self {
            Self::Record(record) => record.reader.meta(&books::place(digest)).ok().flatten(),
            Self::Pack(pack) => pack.books(digest),
        }
    }

    /// The tiles, where there are any.
    pub fn tiles(&self) -> Option<&dyn Tiles> {
        match self {
            Self::Record(_) => None,
            Self::Pack(pack) => Some(&**pack),
        }
    }

    /// The key that it names itself: in entry 0, else in the manifest of a pack.
    pub fn own_key(&self) -> Option<Verifier> {
        let first = match self {
            Self::Record(record) => record.reader.entries(0, 1).ok()?.pop(),
            Self::Pack(pack) => pack.first(),
        };
        let founding = first.and_then(|bytes| Founding::from_bytes(&bytes).ok());
        let key = founding.and_then(|it| it.key?.parse().ok());
        key.or_else(|| match self {
            Self::Record(_) => None,
            Self::Pack(pack) => pack.manifest.as_ref()?.key.parse().ok(),
        })
    }
}

impl Record {
    /// Opens a record for reading.
    pub fn open(place: &Path) -> Result<Self, Trouble> {
        if !place.is_file() {
            let what = format!("there is no record at {}", place.display());
            let help = "name the file of a record, or the folder of a pack";
            return Err(Trouble::new("record-missing", what, help));
        }
        let open = || -> Result<Self, StoreError> {
            let reader = Reader::open(place)?;
            let head = reader.head()?;
            Ok(Self { reader, head })
        };
        open().map_err(|fault| of_store(&fault))
    }

    /// Its unit's name in addresses.
    pub fn unit(&self) -> Result<String, Trouble> {
        let first = self.reader.entries(0, 1);
        let first = first.map_err(|fault| of_store(&fault))?.pop();
        let founding = first.and_then(|bytes| Founding::from_bytes(&bytes).ok());
        let founding = founding.ok_or_else(|| hub::trouble(&armory::ArmoryError::NotFounded))?;
        Ok(hub::unit(&founding.origin))
    }

    fn walk(
        &self,
        at_once: usize,
        take: &mut dyn FnMut(u64, Vec<Vec<u8>>) -> Result<(), Trouble>,
    ) -> Result<Vec<Wrong>, Trouble> {
        let mut from = 0;
        let mut most = at_once;
        while from < self.head.entries {
            let left = usize::try_from(self.head.entries - from).unwrap_or(usize::MAX);
            match self.reader.entries(from, left.min(most)) {
                Ok(entries) => {
                    let end = from + entries.len() as u64;
                    take(from, entries)?;
                    from = end;
                }
                // Read singly up to the damage, so that all before it is checked.
                Err(StoreError::Damaged { .. }) if most > 1 => most = 1,
                Err(StoreError::Damaged { what, .. }) => {
                    return Ok(vec![Wrong::at(self.file(), what)]);
                }
                Err(fault) => return Err(of_store(&fault)),
            }
        }
        Ok(Vec::new())
    }

    fn file(&self) -> Place {
        Place::File(self.reader.place().display().to_string())
    }
}

/// The key file of a record: 32 bytes as 64 hexadecimal digits, for its owner alone.
pub fn key_beside(record: &Path) -> PathBuf {
    let mut name: OsString = record.as_os_str().to_owned();
    name.push(".key");
    PathBuf::from(name)
}

/// A fault of the store as a trouble.
pub fn of_store(fault: &StoreError) -> Trouble {
    Trouble::new(fault.code(), fault.to_string(), fault.what_next())
}

/// Reads a small file that was named on the command line.
pub fn small_file(path: &Path) -> Result<Vec<u8>, Trouble> {
    fs::read(path).map_err(|wrong| {
        let what = format!("{} cannot be read: {wrong}", path.display());
        let help = "name a file that is there and can be read";
        Trouble::new("file-unreadable", what, help)
    })
}

/// The key of a log from its text, or from a file that holds it.
pub fn key(given: &str) -> Result<Verifier, Trouble> {
    let text = match given.contains('+') {
        true => given.to_owned(),
        false => String::from_utf8_lossy(&small_file(Path::new(given))?).into_owned(),
    };
    text.trim().parse().map_err(|fault: ledger::LedgerError| {
        Trouble::new(fault.code(), fault.to_string(), fault.what_next())
    })
}
