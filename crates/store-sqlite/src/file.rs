//! The file of a unit: locked for one process, opened with the settings that make it durable.
#![expect(
    clippy::disallowed_methods,
    reason = "a store in a file is where the disk is touched"
)]

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use store::StoreError;

use crate::fault;

/// Pages of the write-ahead file after which an append itself moves them into the record, 64 MiB:
/// a safety net only. [`store::Store::settle`] does this between asks.
const MOST_PAGES: u32 = 16_384;

/// How long a tool from outside may hold the record before that is an error.
const PATIENCE: Duration = Duration::from_secs(2);

/// The lock file beside a record. Its lock ends with the process, however that ends.
pub(crate) fn lock(place: &Path) -> Result<File, StoreError> {
    let beside = beside(place, ".lock");
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&beside)
        .map_err(|error| fault::of_disk(place, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse {
            place: place.display().to_string(),
        }),
        Err(TryLockError::Error(error)) => Err(fault::of_disk(place, &error)),
    }
}

/// The path with something added to the file's name.
pub(crate) fn beside(place: &Path, ending: &str) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Makes a folder's list of files durable.
pub(crate) fn flush_folder(place: &Path) -> Result<(), StoreError> {
    let folder = match place.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    match cfg!(unix) {
        true => File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| fault::of_disk(place, &error)),
        false => Ok(()),
    }
}

/// A connection that has not changed anything yet.
pub(crate) fn connect(place: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    connect_with(place, flags)
}

/// A connection that cannot change anything: the file may lie where nothing can be written.
pub(crate) fn connect_to_read(place: &Path) -> Result<Connection, StoreError> {
    connect_with(place, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

fn connect_with(place: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || -> rusqlite::Result<Connection> {
        let connection = Connection::open_with_flags(place, flags)?;
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "cell_size_check", true)?;
        connection.pragma_update(None, "temp_store", "memory")?;
        Ok(connection)
    };
    open().map_err(|error| fault::of_sqlite(place, error))
}

/// Leaves a copy that is one file, whole without a write-ahead file beside it.
pub(crate) fn make_one_file(place: &Path, connection: &Connection) -> Result<(), StoreError> {
    connection
        .pragma_update(None, "journal_mode", "delete")
        .map_err(|error| fault::of_sqlite(place, error))
}

/// Settings of the connection that writes: a commit returns after exactly one flush.
pub(crate) fn make_durable(place: &Path, connection: &Connection) -> Result<(), StoreError> {
    let set = || -> rusqlite::Result<String> {
        let mode = connection
            .pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0))?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "checkpoint_fullfsync", true)?;
        connection.pragma_update(None, "wal_autocheckpoint", MOST_PAGES)?;
        connection.pragma_update(None, "secure_delete", true)?;
        Ok(mode)
    };
    let mode = set().map_err(|error| fault::of_sqlite(place, error))?;
    match mode.as_str() {
        "wal" => Ok(()),
        _ => Err(StoreError::Io {
            place: place.display().to_string(),
            what: "this file system cannot keep a write-ahead file".to_owned(),
        }),
    }
}
