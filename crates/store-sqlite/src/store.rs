//! One unit's stream in one file.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use store::{Answered, Group, Head, RequestId, Snapshot, Store, StoreError};

use crate::piece::{Pieces, Table};
use crate::{backup, fault, file, read, schema, write};

/// The connections kept for reading when nobody reads.
const SPARE: usize = 8;

/// One unit's stream in one file, open in this process alone.
#[derive(Debug)]
pub struct SqliteStore {
    place: PathBuf,
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Writer>,
    /// Let go last, after the connections are closed.
    _lock: File,
}

#[derive(Debug)]
pub(crate) struct Writer {
    pub(crate) connection: Connection,
    /// What the disk said when it failed: nothing more is written until the record is opened again.
    pub(crate) failed: Option<StoreError>,
}

impl SqliteStore {
    /// Opens the record at a place, or begins one there.
    ///
    /// # Errors
    /// When it is in use, newer, damaged, read-only, or the disk is full or fails.
    pub fn open(place: &Path) -> Result<Self, StoreError> {
        let lock = file::lock(place)?;
        let mut connection = file::connect(place)?;
        schema::look(place, &connection)?;
        file::make_durable(place, &connection)?;
        schema::migrate(place, &mut connection)?;
        read::ends_agree(place, &connection)?;
        Ok(Self {
            place: place.to_owned(),
            readers: Mutex::default(),
            writer: Mutex::new(Writer {
                connection,
                failed: None,
            }),
            _lock: lock,
        })
    }

    /// Where the record is.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Writes a copy of the record as it is now to a new file, while the record goes on.
    /// The copy is whole and durable when this answers; it holds the head that is answered.
    ///
    /// # Errors
    /// When something is there already, the copy cannot be written, or the record cannot be read.
    pub fn backup(&self, to: &Path) -> Result<Head, StoreError> {
        self.reading(|connection| backup::write(&self.place, connection, to))
    }

    /// Reads the whole record and checks every row of it.
    ///
    /// # Errors
    /// The first damage found.
    pub fn check(&self) -> Result<(), StoreError> {
        self.reading(|connection| read::everything(&self.place, connection))
    }

    /// Lends a connection that only reads.
    fn reading<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let spare = held(&self.readers).pop();
        let connection = match spare {
            Some(connection) => connection,
            None => {
                let connection = file::connect(&self.place)?;
                connection
                    .pragma_update(None, "query_only", true)
                    .map_err(|error| fault::of_sqlite(&self.place, error))?;
                connection
            }
        };
        let outcome = read(&connection);
        let mut spare = held(&self.readers);
        if spare.len() < SPARE {
            spare.push(connection);
        }
        outcome
    }

    /// Lends the one connection that writes, unless the disk has failed it.
    fn writing<T>(
        &self,
        write: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut writer = held(&self.writer);
        if let Some(failed) = &writer.failed {
            return Err(failed.clone());
        }
        let outcome = write(&mut writer.connection);
        if let Err(failed @ StoreError::Io { .. }) = &outcome {
            writer.failed = Some(failed.clone());
        }
        outcome
    }

    fn pieces<'a>(&'a self, connection: &'a Connection, table: Table) -> Pieces<'a> {
        Pieces {
            place: &self.place,
            connection,
            table,
        }
    }

    #[cfg(test)]
    pub(crate) fn writer(&self) -> MutexGuard<'_, Writer> {
        held(&self.writer)
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store for SqliteStore {
    fn head(&self) -> Result<Head, StoreError> {
        self.reading(|connection| read::head(&self.place, connection))
    }

    fn append(&self, expected: u64, group: &Group) -> Result<(), StoreError> {
        group.check(expected)?;
        self.writing(|connection| write::append(&self.place, connection, (expected, group)))
    }

    fn entries(&self, from: u64, limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        self.reading(|connection| read::entries(&self.place, connection, (from, limit)))
    }

    fn request(&self, request: &RequestId) -> Result<Option<Answered>, StoreError> {
        self.reading(|connection| read::request(&self.place, connection, request))
    }

    fn requests(&self, requests: &[&RequestId]) -> Result<Vec<Option<Answered>>, StoreError> {
        self.reading(|connection| read::requests(&self.place, connection, requests))
    }

    fn put_snapshot(&self, snapshot: &Snapshot) -> Result<(), StoreError> {
        self.writing(|connection| write::snapshot(&self.place, connection, snapshot))
    }

    fn snapshot(&self) -> Result<Option<Snapshot>, StoreError> {
        self.reading(|connection| read::snapshot(&self.place, connection))
    }

    fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.reading(|connection| self.pieces(connection, Table::Meta).get(key))
    }

    fn put_meta(&self, key: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.writing(|connection| write::piece(&self.place, connection, (Table::Meta, key, bytes)))
    }

    fn personal(&self, person: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.reading(|connection| self.pieces(connection, Table::Personal).get(person))
    }

    fn put_personal(&self, person: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.writing(|connection| {
            write::piece(&self.place, connection, (Table::Personal, person, bytes))
        })
    }

    fn erase_personal(&self, person: &str) -> Result<bool, StoreError> {
        self.writing(|connection| write::erase(&self.place, connection, person))
    }

    fn settle(&self) -> Result<(), StoreError> {
        self.reading(|connection| write::settle(&self.place, connection))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::contract::group;

    fn open() -> (tempfile::TempDir, SqliteStore) {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&folder.path().join("unit.db")).unwrap();
        (folder, store)
    }

    #[test]
    fn the_writer_flushes_before_a_commit_returns() {
        let (_folder, store) = open();
        let writer = store.writer();
        let setting = |name: &str| -> String {
            let read = writer
                .connection
                .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0));
            format!("{:?}", read.unwrap())
        };
        assert_eq!(setting("journal_mode"), "Text(\"wal\")");
        assert_eq!(setting("synchronous"), "Integer(2)");
        assert_eq!(setting("secure_delete"), "Integer(1)");
    }

    #[test]
    fn a_record_without_room_says_so_and_goes_on_when_there_is_room_again() {
        let (_folder, store) = open();
        let entries = vec!["x".repeat(50_000); 4];
        let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
        let room = |pages: u32| {
            let writer = store.writer();
            let set =
                writer
                    .connection
                    .pragma_update_and_check(None, "max_page_count", pages, |row| {
                        row.get::<_, u32>(0)
                    });
            assert_eq!(set, Ok(pages));
        };
        room(40);
        let place = store.place().display().to_string();
        let full = Err(StoreError::Full { place });
        assert_eq!(store.append(0, &group(0, &entries)), full);
        assert_eq!(store.head(), Ok(Head::default()));
        assert_eq!(store.append(0, &group(0, &["small"])), Ok(()));
        assert_eq!(store.append(1, &group(1, &entries)), full);
        room(4_000);
        assert_eq!(store.append(1, &group(1, &entries)), Ok(()));
        assert_eq!(store.check(), Ok(()));
    }

    #[test]
    fn after_the_disk_failed_nothing_is_written_until_the_record_is_opened_again() {
        let (_folder, store) = open();
        let failed = StoreError::Io {
            place: "unit.db".to_owned(),
            what: "disk I/O error".to_owned(),
        };
        let told: Result<(), StoreError> = store.writing(|_| Err(failed.clone()));
        assert_eq!(told, Err(failed.clone()));
        assert_eq!(store.append(0, &group(0, &["late"])), Err(failed));
        assert_eq!(store.head(), Ok(Head::default()));
        let place = store.place().to_owned();
        drop(store);
        let store = SqliteStore::open(&place).unwrap();
        assert_eq!(store.append(0, &group(0, &["again"])), Ok(()));
    }
}
