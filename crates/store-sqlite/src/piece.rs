//! Pieces by name: requests, small pieces, details of persons.
//!
//! Each row names the next one, so that a miss is proved by the row before it.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Row, params};
use store::{StoreError, check_name};

use crate::{fault, sum};

/// A table of pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    /// Requests: SHA-256 of the body, then the number of the entry in 8 bytes.
    Request,
    /// Small pieces by name.
    Meta,
    /// Details of persons by id.
    Personal,
}

impl Table {
    pub(crate) const ALL: [Self; 3] = [Self::Request, Self::Meta, Self::Personal];

    fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Meta => "meta",
            Self::Personal => "personal",
        }
    }
}

/// The pieces of one table, as one connection sees them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pieces<'a> {
    pub(crate) place: &'a Path,
    pub(crate) connection: &'a Connection,
    pub(crate) table: Table,
}

struct Piece {
    name: String,
    next: String,
    bytes: Vec<u8>,
}

impl Pieces<'_> {
    /// A piece by its name; none if there is none, for certain.
    pub(crate) fn get(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self.at_or_before(name)?;
        let there = found.name == name && !name.is_empty();
        Ok(there.then_some(found.bytes))
    }

    /// Keeps a piece, in place of what was there. Answers whether something was.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> Result<bool, StoreError> {
        check_name(name)?;
        let found = self.at_or_before(name)?;
        let there = found.name == name;
        let next = found.next.clone();
        if !there {
            let next = name.to_owned();
            self.write(&Piece { next, ..found })?;
        }
        self.write(&Piece {
            name: name.to_owned(),
            next,
            bytes: bytes.to_vec(),
        })?;
        Ok(there)
    }

    /// Takes a piece away. Answers whether there was one.
    pub(crate) fn take(&self, name: &str) -> Result<bool, StoreError> {
        let found = self.at_or_before(name)?;
        if found.name != name || name.is_empty() {
            return Ok(false);
        }
        let before = self.find("<", name)?;
        if before.next != name {
            return Err(self.damaged(name));
        }
        let delete = format!("DELETE FROM {} WHERE name = ?1", self.table.name());
        self.lost(self.connection.execute(&delete, [name]))?;
        let next = found.next;
        self.write(&Piece { next, ..before })?;
        Ok(true)
    }

    /// Makes the row without a name, from which all others are reached.
    pub(crate) fn begin(&self) -> Result<(), StoreError> {
        self.write(&Piece {
            name: String::new(),
            next: String::new(),
            bytes: Vec::new(),
        })
    }

    /// Reads every piece, along the names.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        let mut name = String::new();
        let mut seen = 0_i64;
        loop {
            let piece = self.at_or_before(&name)?;
            if piece.name != name {
                return Err(self.damaged(&name));
            }
            seen += 1;
            if piece.next.is_empty() {
                break;
            }
            name = piece.next;
        }
        let count = format!("SELECT count(*) FROM {}", self.table.name());
        let count: i64 = self.lost(self.connection.query_row(&count, [], |row| row.get(0)))?;
        match count == seen {
            true => Ok(()),
            false => Err(self.damaged("")),
        }
    }

    /// The row of this name or, if there is none, the row before it.
    fn at_or_before(&self, name: &str) -> Result<Piece, StoreError> {
        let found = self.find("<=", name)?;
        let last = found.next.is_empty();
        match found.name == name || last || found.next.as_str() > name {
            true => Ok(found),
            false => Err(self.damaged(name)),
        }
    }

    fn find(&self, order: &str, name: &str) -> Result<Piece, StoreError> {
        let table = self.table.name();
        let query = format!(
            "SELECT name, next, bytes, sum FROM {table} WHERE name {order} ?1
             ORDER BY name DESC LIMIT 1"
        );
        let read = |row: &Row<'_>| -> rusqlite::Result<(Piece, Vec<u8>)> {
            let piece = Piece {
                name: row.get(0)?,
                next: row.get(1)?,
                bytes: row.get(2)?,
            };
            Ok((piece, row.get(3)?))
        };
        let found = self
            .connection
            .prepare_cached(&query)
            .and_then(|mut find| find.query_row([name], read).optional());
        match self.lost(found)? {
            Some((piece, sum)) if self.sum(&piece) == sum => Ok(piece),
            _ => Err(self.damaged(name)),
        }
    }

    fn write(&self, piece: &Piece) -> Result<(), StoreError> {
        let table = self.table.name();
        let query = format!("INSERT OR REPLACE INTO {table} VALUES (?1, ?2, ?3, ?4)");
        let row = params![piece.name, piece.next, piece.bytes, self.sum(piece)];
        let written = self
            .connection
            .prepare_cached(&query)
            .and_then(|mut write| write.execute(row));
        self.lost(written).map(|_| ())
    }

    fn sum(&self, piece: &Piece) -> Vec<u8> {
        let columns = [piece.name.as_bytes(), piece.next.as_bytes(), &piece.bytes];
        sum::of(self.table.name(), &columns)
    }

    fn lost<T>(&self, outcome: rusqlite::Result<T>) -> Result<T, StoreError> {
        outcome.map_err(|error| fault::of_sqlite(self.place, error))
    }

    fn damaged(&self, name: &str) -> StoreError {
        let table = self.table.name();
        let what = format!("{table} `{name}` is not what was written");
        fault::damaged(self.place, what)
    }
}
