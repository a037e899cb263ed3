//! What is read. Every row is compared with its sum.

use std::path::Path;

use rusqlite::{Connection, Row};
use store::{Answered, Head, RequestId, Snapshot, StoreError};

use crate::piece::{Pieces, Table};
use crate::{fault, schema, sum};

/// The sum of an entry's row.
pub(crate) fn sum_of_entry(seq: i64, bytes: &[u8]) -> Vec<u8> {
    sum::of("entry", &[&seq.to_be_bytes(), bytes])
}

/// The end of the stream.
pub(crate) fn head(place: &Path, connection: &Connection) -> Result<Head, StoreError> {
    let read = |row: &Row<'_>| -> rusqlite::Result<Option<Head>> {
        let (entries, sum): (i64, Vec<u8>) = (row.get(0)?, row.get(3)?);
        let (frontier, checkpoint): (Vec<u8>, Vec<u8>) = (row.get(1)?, row.get(2)?);
        let right = schema::sum_of_head(entries, &frontier, &checkpoint) == sum;
        let entries = u64::try_from(entries).ok().filter(|_| right);
        Ok(entries.map(|entries| Head {
            entries,
            frontier,
            checkpoint,
        }))
    };
    connection
        .prepare_cached("SELECT entries, frontier, checkpoint, sum FROM head")
        .and_then(|mut find| find.query_row([], read))
        .map_err(|error| fault::of_sqlite(place, error))?
        .ok_or_else(|| fault::damaged(place, "its head is not what was written"))
}

/// How many entries there are.
pub(crate) fn count(place: &Path, connection: &Connection) -> Result<u64, StoreError> {
    head(place, connection).map(|head| head.entries)
}

/// Whether the first entry, the last entry and the head belong together.
pub(crate) fn ends_agree(place: &Path, connection: &Connection) -> Result<(), StoreError> {
    let count = count(place, connection)?;
    let ends: (Option<i64>, Option<i64>) = connection
        .query_row(
            "SELECT (SELECT min(seq) FROM entry), (SELECT max(seq) FROM entry)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .map_err(|error| fault::of_sqlite(place, error))?;
    let wanted = match count.checked_sub(1) {
        None => (None, None),
        Some(last) => (Some(0), Some(last.cast_signed())),
    };
    match ends == wanted {
        true => Ok(()),
        false => Err(fault::damaged(place, "its entries do not end at its head")),
    }
}

/// Entries from a number on, at most `limit`.
pub(crate) fn entries(
    place: &Path,
    connection: &Connection,
    (from, limit): (u64, usize),
) -> Result<Vec<Vec<u8>>, StoreError> {
    let (Ok(first), Ok(most)) = (i64::try_from(from), i64::try_from(limit)) else {
        return Ok(Vec::new());
    };
    let lost = |error| fault::of_sqlite(place, error);
    let view = connection.unchecked_transaction().map_err(lost)?;
    let count = count(place, &view)?;
    let mut find = view
        .prepare_cached("SELECT seq, bytes, sum FROM entry WHERE seq >= ?1 ORDER BY seq LIMIT ?2")
        .map_err(lost)?;
    let mut rows = find.query([first, most]).map_err(lost)?;
    let mut entries = Vec::new();
    let mut next = first;
    while let Some(row) = rows.next().map_err(lost)? {
        entries.push(entry(row, next).map_err(lost)?.ok_or_else(|| {
            fault::damaged(place, format!("entry {next} is not what was written"))
        })?);
        next += 1;
    }
    let wanted = count.saturating_sub(from).min(limit as u64);
    match entries.len() as u64 == wanted {
        true => Ok(entries),
        false => Err(fault::damaged(place, format!("entry {next} is missing"))),
    }
}

/// The bytes of an entry; none if the row is not entry `seq` as it was written.
fn entry(row: &Row<'_>, seq: i64) -> rusqlite::Result<Option<Vec<u8>>> {
    let (found, bytes, sum): (i64, Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let right = found == seq && sum_of_entry(seq, &bytes) == sum;
    Ok(right.then_some(bytes))
}

/// How a request was answered.
pub(crate) fn request(
    place: &Path,
    connection: &Connection,
    request: &RequestId,
) -> Result<Option<Answered>, StoreError> {
    let pieces = Pieces {
        place,
        connection,
        table: Table::Request,
    };
    let Some(bytes) = pieces.get(request.as_str())? else {
        return Ok(None);
    };
    let wrong = || fault::damaged(place, format!("request {request} is not what was written"));
    let (body, rest) = bytes.split_first_chunk().ok_or_else(wrong)?;
    Ok(Some(Answered {
        request: request.clone(),
        body: *body,
        seq: u64::from_be_bytes(rest.try_into().map_err(|_| wrong())?),
    }))
}

/// How each of these requests was answered: all of them in one view.
pub(crate) fn requests(
    place: &Path,
    connection: &Connection,
    requests: &[&RequestId],
) -> Result<Vec<Option<Answered>>, StoreError> {
    let view = connection.unchecked_transaction();
    let view = view.map_err(|error| fault::of_sqlite(place, error))?;
    requests
        .iter()
        .map(|it| request(place, &view, it))
        .collect()
}

/// The latest state that is as it was written; damage is an error only if no older one is whole.
pub(crate) fn snapshot(
    place: &Path,
    connection: &Connection,
) -> Result<Option<Snapshot>, StoreError> {
    let lost = |error| fault::of_sqlite(place, error);
    let mut find = connection
        .prepare_cached("SELECT seq, bytes, sum FROM snapshot ORDER BY seq DESC")
        .map_err(lost)?;
    let mut rows = find.query([]).map_err(lost)?;
    let mut damaged = None;
    while let Some(row) = rows.next().map_err(lost)? {
        let read = || Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let (seq, bytes, sum): (i64, Vec<u8>, Vec<u8>) = read().map_err(lost)?;
        let right = sum::of("snapshot", &[&seq.to_be_bytes(), &bytes]) == sum;
        match (right, u64::try_from(seq)) {
            (true, Ok(seq)) => return Ok(Some(Snapshot { seq, bytes })),
            _ => damaged = Some(fault::damaged(place, "its state is not what was written")),
        }
    }
    damaged.map_or(Ok(None), Err)
}

/// Reads every row and every page.
pub(crate) fn everything(place: &Path, connection: &Connection) -> Result<(), StoreError> {
    let lost = |error| fault::of_sqlite(place, error);
    let pages: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(lost)?;
    if pages != "ok" {
        return Err(fault::damaged(place, pages));
    }
    ends_agree(place, connection)?;
    let count = count(place, connection)?;
    for from in (0..count).step_by(1_024) {
        entries(place, connection, (from, 1_024))?;
    }
    for table in Table::ALL {
        let pieces = Pieces {
            place,
            connection,
            table,
        };
        pieces.check()?;
    }
    snapshot(place, connection).map(|_| ())
}
