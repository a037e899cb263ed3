//! The catalogue and the list of dispositions, as they are written.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Disposition;
use crate::book::BookError;

/// One provision of the catalogue.
#[derive(Debug, Deserialize)]
pub(super) struct Provision {
    pub(super) id: String,
    pub(super) place: String,
    pub(super) source: String,
    pub(super) section: String,
    pub(super) status: String,
}

/// What the list says of a provision that no rule implements.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) disposition: Disposition,
    pub(super) reason: String,
}

#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    disposition: String,
    reason: String,
}

const LIST: &str = "dispositions.csv";

/// Reads the catalogue.
pub(super) fn provisions(text: &str) -> Result<Vec<Provision>, BookError> {
    let rows = rows("provisions.csv", text)?;
    Ok(rows.into_iter().map(|(_, provision)| provision).collect())
}

/// Reads the list of dispositions and holds it to the catalogue.
pub(super) fn dispositions(
    text: &str,
    known: &BTreeSet<&str>,
) -> Result<BTreeMap<String, Listed>, Vec<BookError>> {
    let mut listed = BTreeMap::new();
    let mut errors = Vec::new();
    for (line, row) in rows::<Line>(LIST, text).map_err(|error| vec![error])? {
        match entry(&row, known) {
            Ok(entry) if !listed.contains_key(&row.id) => {
                listed.insert(row.id, entry);
            }
            Ok(_) => errors.push(fault(
                line,
                format!("{} is listed twice", row.id),
                "keep one line",
            )),
            Err((what, next)) => errors.push(fault(line, what, next)),
        }
    }
    if errors.is_empty() {
        Ok(listed)
    } else {
        Err(errors)
    }
}

fn entry(row: &Line, known: &BTreeSet<&str>) -> Result<Listed, (String, &'static str)> {
    if !known.contains(row.id.as_str()) {
        let what = format!("{} is no provision of the catalogue", row.id);
        return Err((what, "write the id as the catalogue does"));
    }
    if row.reason.trim().is_empty() {
        let what = format!("{} has no reason", row.id);
        return Err((what, "say in one sentence why no rule implements it"));
    }
    let disposition = match row.disposition.as_str() {
        "recorded" => Disposition::Recorded,
        "not checkable" => Disposition::NotCheckable,
        "planned" => Disposition::Planned,
        other => {
            let what = format!("{} is said to be \"{other}\"", row.id);
            return Err((what, "write one of: recorded, not checkable, planned"));
        }
    };
    Ok(Listed {
        disposition,
        reason: row.reason.clone(),
    })
}

fn fault(line: u64, what: String, next: &str) -> BookError {
    BookError {
        line: usize::try_from(line).unwrap_or(0),
        column: 1,
        ..BookError::of_file(LIST, "disposition", what, next)
    }
}

/// Every row of a list with the line where it begins.
fn rows<T: DeserializeOwned>(file: &str, text: &str) -> Result<Vec<(u64, T)>, BookError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let fault = |error: &csv::Error| {
        let line = error.position().map_or(0, csv::Position::line);
        BookError {
            line: usize::try_from(line).unwrap_or(0),
            column: usize::from(line > 0),
            ..BookError::of_file(
                file,
                "list-unreadable",
                error.to_string(),
                "compare the line with the list's first line",
            )
        }
    };
    let headers = reader.headers().map_err(|error| fault(&error))?.clone();
    let records = reader.records().map(|record| {
        let record = record.map_err(|error| fault(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = record
            .deserialize(Some(&headers))
            .map_err(|error| fault(&error))?;
        Ok((line, row))
    });
    records.collect()
}
