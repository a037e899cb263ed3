//! What is written. Each function is one transaction: all of it is durable when it returns, or none.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use store::{Group, Snapshot, StoreError};

use crate::piece::{Pieces, Table};
use crate::{fault, read, schema, sum};

/// Adds a group after exactly `expected` entries.
pub(crate) fn append(
    place: &Path,
    connection: &mut Connection,
    (expected, group): (u64, &Group),
) -> Result<(), StoreError> {
    let lost = |error| fault::of_sqlite(place, error);
    let change = begin(connection).map_err(lost)?;
    let found = read::count(place, &change)?;
    if found != expected {
        return Err(StoreError::Conflict { expected, found });
    }
    entries(&change, expected, &group.entries).map_err(lost)?;
    pieces(place, &change, group)?;
    head(&change, expected, group).map_err(lost)?;
    change.commit().map_err(lost)
}

fn begin(connection: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate)
}

fn entries(change: &Transaction<'_>, first: u64, entries: &[Vec<u8>]) -> rusqlite::Result<()> {
    let mut insert = change.prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3)")?;
    for (seq, bytes) in (first.cast_signed()..).zip(entries) {
        insert.execute(params![seq, bytes, read::sum_of_entry(seq, bytes)])?;
    }
    Ok(())
}

/// The pieces that come with a group.
fn pieces(place: &Path, change: &Transaction<'_>, group: &Group) -> Result<(), StoreError> {
    let of = |table| Pieces {
        place,
        connection: change,
        table,
    };
    for answered in &group.requests {
        let bytes = [&answered.body[..], &answered.seq.to_be_bytes()].concat();
        let request = answered.request.as_str();
        if of(Table::Request).put(request, &bytes)? {
            return Err(StoreError::Repeated {
                request: request.to_owned(),
            });
        }
    }
    for (name, bytes) in &group.meta {
        of(Table::Meta).put(name, bytes)?;
    }
    for (name, bytes) in &group.personal {
        of(Table::Personal).put(name, bytes)?;
    }
    Ok(())
}

fn head(change: &Transaction<'_>, expected: u64, group: &Group) -> rusqlite::Result<()> {
    let entries = (expected + group.entries.len() as u64).cast_signed();
    let (frontier, checkpoint) = (&group.frontier, &group.checkpoint);
    let sum = schema::sum_of_head(entries, frontier, checkpoint);
    change
        .prepare_cached("UPDATE head SET entries = ?1, frontier = ?2, checkpoint = ?3, sum = ?4")?
        .execute(params![entries, frontier, checkpoint, sum])
        .map(|_| ())
}

/// Keeps a state; of the older ones one stays, for the case that this one is damaged.
pub(crate) fn snapshot(
    place: &Path,
    connection: &mut Connection,
    snapshot: &Snapshot,
) -> Result<(), StoreError> {
    let lost = |error| fault::of_sqlite(place, error);
    let change = begin(connection).map_err(lost)?;
    if snapshot.seq > read::count(place, &change)? {
        return Err(StoreError::Misshapen {
            what: "the state has taken in more entries than there are",
        });
    }
    let (seq, bytes) = (snapshot.seq.cast_signed(), &snapshot.bytes);
    let sum = sum::of("snapshot", &[&seq.to_be_bytes(), bytes]);
    let keep = || -> rusqlite::Result<()> {
        change.execute(
            "INSERT OR REPLACE INTO snapshot VALUES (?1, ?2, ?3)",
            params![seq, bytes, sum],
        )?;
        change.execute(
            "DELETE FROM snapshot
             WHERE seq NOT IN (SELECT seq FROM snapshot ORDER BY seq DESC LIMIT 2)",
            [],
        )?;
        Ok(())
    };
    keep().map_err(lost)?;
    change.commit().map_err(lost)
}

/// Keeps a piece by its name in one of the tables of pieces.
pub(crate) fn piece(
    place: &Path,
    connection: &mut Connection,
    (table, name, bytes): (Table, &str, &[u8]),
) -> Result<(), StoreError> {
    let lost = |error| fault::of_sqlite(place, error);
    let change = begin(connection).map_err(lost)?;
    let pieces = Pieces {
        place,
        connection: &change,
        table,
    };
    pieces.put(name, bytes)?;
    change.commit().map_err(lost)
}

/// Forgets a person: the row is overwritten, and the write-ahead file that may hold it is emptied.
pub(crate) fn erase(
    place: &Path,
    connection: &mut Connection,
    person: &str,
) -> Result<bool, StoreError> {
    let lost = |error| fault::of_sqlite(place, error);
    let change = begin(connection).map_err(lost)?;
    let pieces = Pieces {
        place,
        connection: &change,
        table: Table::Personal,
    };
    let erased = pieces.take(person)?;
    change.commit().map_err(lost)?;
    if !checkpoint(connection, "TRUNCATE").map_err(lost)? {
        return Err(StoreError::InUse {
            place: place.display().to_string(),
        });
    }
    Ok(erased)
}

/// Moves what the write-ahead file holds into the record, beside an append that may run meanwhile.
pub(crate) fn settle(place: &Path, connection: &Connection) -> Result<(), StoreError> {
    checkpoint(connection, "PASSIVE")
        .map(|_| ())
        .map_err(|error| fault::of_sqlite(place, error))
}

/// Whether everything could be moved.
fn checkpoint(connection: &Connection, how: &str) -> rusqlite::Result<bool> {
    let busy: i64 = connection.query_row(&format!("PRAGMA wal_checkpoint({how})"), [], |row| {
        row.get(0)
    })?;
    Ok(busy == 0)
}
