//! What is wrong with a rulebook: where, what, and what to do next.

use std::fmt;

use serde::Serialize;

/// One fault in the text of a rulebook.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct BookError {
    /// Path inside the rulebooks folder.
    pub file: String,
    /// Line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// Column in characters, from 1; 0 where the whole file is meant.
    pub column: usize,
    /// Stable code of this kind of fault.
    pub code: &'static str,
    /// What happened.
    pub what: String,
    /// What to do next.
    pub next: String,
}

impl BookError {
    /// A fault at one place of a file.
    pub(crate) fn at(
        spot: Spot<'_>,
        code: &'static str,
        what: impl Into<String>,
        next: impl Into<String>,
    ) -> Self {
        let (line, column) = spot.line_and_column();
        Self {
            line,
            column,
            ..Self::of_file(spot.file, code, what, next)
        }
    }

    /// A fault of a file as a whole.
    pub(crate) fn of_file(
        file: &str,
        code: &'static str,
        what: impl Into<String>,
        next: impl Into<String>,
    ) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            column: 0,
            code,
            what: what.into(),
            next: next.into(),
        }
    }
}

impl fmt::Display for BookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        } else {
            write!(f, "{}: ", self.file)?;
        }
        write!(f, "{} [{}]\n  next: {}", self.what, self.code, self.next)
    }
}

impl std::error::Error for BookError {}

/// A byte position in a file's text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
    pub(crate) offset: usize,
}

impl Spot<'_> {
    /// Line and column, both from 1, the column in characters.
    pub(crate) fn line_and_column(self) -> (usize, usize) {
        let before = self.text.get(..self.offset).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |rest| rest.chars().count())
            + 1;
        (line, column)
    }
}
