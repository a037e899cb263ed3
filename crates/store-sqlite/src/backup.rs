//! A copy of the record, made while it goes on; and a record made from a copy.
#![expect(
    clippy::disallowed_methods,
    reason = "a store in a file is where the disk is touched"
)]

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;
use store::{Head, StoreError};

use crate::{fault, file, read, schema};

/// Writes what a connection sees to a new file: whole, checked and durable, or not at all.
pub(crate) fn write(place: &Path, from: &Connection, to: &Path) -> Result<Head, StoreError> {
    if to.exists() {
        return Err(StoreError::Io {
            place: to.display().to_string(),
            what: "something is there already".to_owned(),
        });
    }
    let part = file::beside(to, ".part");
    let head = copy(place, from, &part).and_then(|head| {
        fs::rename(&part, to).map_err(|error| fault::of_disk(to, &error))?;
        file::flush_folder(to)?;
        Ok(head)
    });
    if head.is_err() {
        for ending in ["", "-wal", "-shm", "-journal"] {
            let left = fs::remove_file(file::beside(&part, ending));
            drop(left);
        }
    }
    head
}

fn copy(place: &Path, from: &Connection, part: &Path) -> Result<Head, StoreError> {
    let mut to = file::connect(part)?;
    {
        let copy = Backup::new(from, &mut to).map_err(|error| fault::of_sqlite(place, error))?;
        copy.run_to_completion(i32::MAX, Duration::ZERO, None)
            .map_err(|error| fault::of_sqlite(part, error))?;
    }
    let head = read::head(part, &to)?;
    read::everything(part, &to)?;
    file::make_one_file(part, &to)?;
    to.close()
        .map_err(|(_, error)| fault::of_sqlite(part, error))?;
    let copied = fs::OpenOptions::new().write(true).open(part);
    copied
        .and_then(|copied| copied.sync_all())
        .map_err(|error| fault::of_disk(part, &error))?;
    Ok(head)
}

/// Makes a record at a place where none is, from a copy. Answers its head: compare it with the head
/// of the backup, or with a checkpoint on paper. The copy stays as it is.
///
/// # Errors
/// When the copy is missing, newer or damaged, something is at the place already, or the
/// place cannot be written.
pub fn restore(copy: &Path, place: &Path) -> Result<Head, StoreError> {
    fs::metadata(copy).map_err(|error| fault::of_disk(copy, &error))?;
    let _held = file::lock(place)?;
    let from = file::connect_to_read(copy)?;
    schema::look(copy, &from)?;
    read::everything(copy, &from)?;
    write(copy, &from, place)
}
