//! Numbered migrations: an older record is brought up to date, a newer one is left alone.

use std::path::Path;

use rusqlite::Connection;
use store::StoreError;

use crate::piece::{Pieces, Table};
use crate::{fault, sum};

/// Marks a file as a record of this program ("prfh").
const MARK: i32 = 0x7072_6668;

/// Every step from an empty file on. A step that was released is never changed.
const STEPS: [&str; 1] = [include_str!("../migrations/0001-first.sql")];

/// Brings a record up to date, or says why it is left alone.
pub(crate) fn migrate(place: &Path, connection: &mut Connection) -> Result<(), StoreError> {
    steps(place, connection, &STEPS)
}

/// Whether this is a record, and one that this program knows. Changes nothing.
pub(crate) fn look(place: &Path, connection: &Connection) -> Result<(), StoreError> {
    version(place, connection, STEPS.len()).map(|_| ())
}

fn steps(place: &Path, connection: &mut Connection, steps: &[&str]) -> Result<(), StoreError> {
    let from = version(place, connection, steps.len())?;
    for (number, step) in (1_u32..).zip(steps).skip(from) {
        take(place, connection, (number, step))?;
    }
    Ok(())
}

/// How many steps the record has behind it.
fn version(place: &Path, connection: &Connection, known: usize) -> Result<usize, StoreError> {
    let read = |name: &str| -> Result<i64, StoreError> {
        connection
            .pragma_query_value(None, name, |row| row.get(0))
            .map_err(|error| fault::of_sqlite(place, error))
    };
    let (mark, version) = (read("application_id")?, read("user_version")?);
    if mark == 0 && version == 0 && read("schema_version")? == 0 {
        return Ok(0);
    }
    if mark != i64::from(MARK) {
        return Err(fault::damaged(place, "it is no record of proofhouse"));
    }
    match usize::try_from(version) {
        Ok(version) if (1..=known).contains(&version) => Ok(version),
        Ok(version) if version > known => Err(StoreError::Newer {
            place: place.display().to_string(),
            found: u32::try_from(version).unwrap_or(u32::MAX),
            known: u32::try_from(known).unwrap_or(u32::MAX),
        }),
        _ => Err(fault::damaged(place, "its version is none")),
    }
}

/// One step, whole or not at all.
fn take(
    place: &Path,
    connection: &mut Connection,
    (number, step): (u32, &str),
) -> Result<(), StoreError> {
    let lost = |error| fault::of_sqlite(place, error);
    let change = connection.transaction().map_err(lost)?;
    change.execute_batch(step).map_err(lost)?;
    if number == 1 {
        begin(place, &change)?;
    }
    change
        .pragma_update(None, "user_version", number)
        .and_then(|()| change.commit())
        .map_err(lost)
}

/// The rows that even an empty record has.
fn begin(place: &Path, connection: &Connection) -> Result<(), StoreError> {
    let head = "INSERT INTO head VALUES (1, 0, x'', x'', ?1)";
    connection
        .execute(head, [sum_of_head(0, &[], &[])])
        .and_then(|_| connection.pragma_update(None, "application_id", MARK))
        .map_err(|error| fault::of_sqlite(place, error))?;
    Table::ALL.into_iter().try_for_each(|table| {
        let pieces = Pieces {
            place,
            connection,
            table,
        };
        pieces.begin()
    })
}

/// The sum of the one row of `head`.
pub(crate) fn sum_of_head(entries: i64, frontier: &[u8], checkpoint: &[u8]) -> Vec<u8> {
    sum::of("head", &[&entries.to_be_bytes(), frontier, checkpoint])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> &'static Path {
        Path::new("unit.db")
    }

    #[test]
    fn an_older_record_is_brought_up_to_date_and_keeps_what_it_has() {
        let mut connection = Connection::open_in_memory().unwrap();
        let first = STEPS[0];
        steps(place(), &mut connection, &[first]).unwrap();
        connection
            .execute("INSERT INTO meta VALUES ('kept', '', x'01', x'')", [])
            .unwrap();
        let second = "ALTER TABLE meta ADD COLUMN more TEXT";
        steps(place(), &mut connection, &[first, second]).unwrap();
        steps(place(), &mut connection, &[first, second]).unwrap();
        let kept: String = connection
            .query_row(
                "SELECT name FROM meta WHERE name <> '' AND more IS NULL",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(kept, "kept");
    }

    #[test]
    fn a_step_that_fails_leaves_the_record_as_it_was() {
        let mut connection = Connection::open_in_memory().unwrap();
        let broken = "CREATE TABLE half (x); CREATE TABLE meta (x)";
        assert!(steps(place(), &mut connection, &[STEPS[0], broken]).is_err());
        assert_eq!(version(place(), &connection, 2), Ok(1));
        let half = connection.prepare("SELECT * FROM half");
        assert!(half.is_err());
    }

    #[test]
    fn a_newer_record_is_refused_by_a_sentence() {
        let mut connection = Connection::open_in_memory().unwrap();
        steps(place(), &mut connection, &STEPS).unwrap();
        connection.pragma_update(None, "user_version", 2).unwrap();
        let refused = migrate(place(), &mut connection).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "unit.db was written by a newer proofhouse: its version is 2, this program knows 1"
        );
        assert_eq!(
            refused.what_next(),
            "open it with the newer proofhouse; nothing in it was changed"
        );
    }
}
