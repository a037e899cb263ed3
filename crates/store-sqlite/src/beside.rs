//! A record read beside the program that serves it, or where nobody does. Nothing is changed.
#![allow(
    clippy::disallowed_methods,
    reason = "a store in a file is where the disk is touched"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use store::{Head, Snapshot, StoreError};

use crate::piece::{Pieces, Table};
use crate::{backup, fault, file, read, schema};

/// A record that is only read. Another process may serve it meanwhile.
#[derive(Debug)]
pub struct Reader {
    place: PathBuf,
    connection: Mutex<Connection>,
}

impl Reader {
    /// Opens the record at a place for reading.
    ///
    /// # Errors
    /// When there is none, or it is newer or damaged.
    pub fn open(place: &Path) -> Result<Self, StoreError> {
        fs::metadata(place).map_err(|error| fault::of_disk(place, &error))?;
        let connection = file::connect_to_read(place)?;
        schema::look(place, &connection)?;
        read::ends_agree(place, &connection)?;
        Ok(Self {
            place: place.to_owned(),
            connection: Mutex::new(connection),
        })
    }

    /// Where the record is.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// The end of the stream.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    pub fn head(&self) -> Result<Head, StoreError> {
        read::head(&self.place, &self.connection())
    }

    /// Entries from number `from` on, at most `limit`; fewer at the end.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    pub fn entries(&self, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        read::entries(&self.place, &self.connection(), (from, limit))
    }

    /// A small piece by its name.
    ///
    /// # Errors
    /// As [`StoreError`] says.
    pub fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let connection = self.connection();
        let pieces = Pieces {
            place: &self.place,
            connection: &connection,
            table: Table::Meta,
        };
        pieces.get(key)
    }

    /// The latest state kept.
    ///
    /// # Errors
    /// As [`StoreError`] says. Damage here is no loss: replay the entries instead.
    pub fn snapshot(&self) -> Result<Option<Snapshot>, StoreError> {
        read::snapshot(&self.place, &self.connection())
    }

    /// Reads the whole record and checks every row of it.
    ///
    /// # Errors
    /// The first damage found.
    pub fn check(&self) -> Result<(), StoreError> {
        read::everything(&self.place, &self.connection())
    }

    /// Writes a copy of the record as it is now to a new file, while the record goes on elsewhere.
    /// The copy is whole and durable when this answers; it holds the head that is answered.
    ///
    /// # Errors
    /// When something is there already, the copy cannot be written, or the record cannot be read.
    pub fn backup(&self, to: &Path) -> Result<Head, StoreError> {
        backup::write(&self.place, &self.connection(), to)
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        let held = self.connection.lock();
        held.unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a process serves the record at a place.
///
/// # Errors
/// When its lock cannot be looked at.
pub fn in_use(place: &Path) -> Result<bool, StoreError> {
    if !file::beside(place, ".lock").exists() {
        return Ok(false);
    }
    match file::lock(place) {
        Ok(_) => Ok(false),
        Err(StoreError::InUse { .. }) => Ok(true),
        Err(fault) => Err(fault),
    }
}
