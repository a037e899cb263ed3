//! How a command ended.

use std::fmt;

/// How a command ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Done and right; the words say what was done.
    Passed(String),
    /// Done and wrong, or not to be done; the words say why.
    Failed(String),
    /// Not done, because this machine lacks something.
    Skipped(Missing),
}

/// Something that this machine lacks, and how to get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What is missing, as a half-sentence.
    pub what: String,
    /// The line to type that brings it.
    pub install: String,
}

impl Missing {
    /// `what` is missing; `install` brings it.
    pub fn new(what: &str, install: &str) -> Self {
        Self {
            what: what.to_owned(),
            install: install.to_owned(),
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; to have it: {}", self.what, self.install)
    }
}
