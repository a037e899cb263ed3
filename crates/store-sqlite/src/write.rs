//! What is written. Each function is one transaction: all of it is durable when it returns, or none.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use store::{Group, Snapshot, StoreError};

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
    if let Some(request) = requests(&change, group).map_err(lost)? {
        return Err(StoreError::Repeated { request });
    }
    for (table, pieces) in [("meta", &group.meta), ("personal", &group.personal)] {
        for (name, bytes) in pieces {
            put(&change, (table, name, bytes)).map_err(lost)?;
        }
    }
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

/// The first request that was answered before, if any; then nothing of the group may stay.
fn requests(change: &Transaction<'_>, group: &Group) -> rusqlite::Result<Option<String>> {
    let mut insert = change
        .prepare_cached("INSERT INTO request VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")?;
    for answered in &group.requests {
        let (id, seq) = (answered.request.as_str(), answered.seq.cast_signed());
        let sum = read::sum_of_request(id, &answered.body, seq);
        if insert.execute(params![id, answered.body, seq, sum])? == 0 {
            return Ok(Some(id.to_owned()));
        }
    }
    Ok(None)
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
    (table, name, bytes): (&'static str, &str, &[u8]),
) -> Result<(), StoreError> {
    let lost = |error| fault::of_sqlite(place, error);
    let change = begin(connection).map_err(lost)?;
    put(&change, (table, name, bytes)).map_err(lost)?;
    change.commit().map_err(lost)
}

fn put(
    change: &Transaction<'_>,
    (table, name, bytes): (&'static str, &str, &[u8]),
) -> rusqlite::Result<()> {
    let sum = sum::of(table, &[name.as_bytes(), bytes]);
    change
        .prepare_cached(&format!(
            "INSERT INTO {table} VALUES (?1, ?2, ?3)
             ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, sum = excluded.sum"
        ))?
        .execute(params![name, bytes, sum])
        .map(|_| ())
}

/// Forgets a person: the row is overwritten, and the write-ahead file that may hold it is emptied.
pub(crate) fn erase(
    place: &Path,
    connection: &mut Connection,
    person: &str,
) -> Result<bool, StoreError> {
    let lost = |error| fault::of_sqlite(place, error);
    let change = begin(connection).map_err(lost)?;
    let erased = change
        .execute("DELETE FROM personal WHERE name = ?1", [person])
        .map_err(lost)?;
    change.commit().map_err(lost)?;
    if !checkpoint(connection, "TRUNCATE").map_err(lost)? {
        return Err(StoreError::InUse {
            place: place.display().to_string(),
        });
    }
    Ok(erased > 0)
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
