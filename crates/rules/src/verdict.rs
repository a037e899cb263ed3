//! The answer, and each reason with the facts that the rule read.

mod value;

pub(crate) use value::{Found, find};

use cedar_policy::{Entities, Request};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::book::{Force, Rule, Status};

/// What a slice answers to an ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling<'a> {
    /// Go, or no-go.
    pub go: bool,
    /// Every rule that says no, in the order of books; law 5 last, where it says no too.
    pub refusals: Vec<&'a Rule>,
    /// Rules that warn and block nothing.
    pub warnings: Vec<&'a Rule>,
    /// What could not be evaluated or is not known. Not empty: no-go.
    pub errors: Vec<Fault>,
}

/// What follows a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Consequences<'a> {
    /// Rules that hold, in the order of books.
    pub rules: Vec<&'a Rule>,
    /// What could not be evaluated: the report stands, and the caller takes the safe side.
    pub errors: Vec<Fault>,
}

/// A rule that could not be evaluated, or something named that is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fault {
    /// The rule's id, `law-5`, or the book that is missing.
    pub rule: String,
    /// What happened.
    pub message: String,
}

/// One rule's answer in words, with the facts it read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reason {
    /// The rule's id.
    pub rule: String,
    /// Id of the book it stands in; empty for law 5.
    pub book: String,
    /// The source as its publisher names it.
    pub source: String,
    /// How binding the source is.
    pub force: Force,
    /// How the wording was obtained.
    pub status: Status,
    /// The rule in one plain sentence.
    pub says: String,
    /// What makes the refusal go away.
    pub remedy: String,
    /// Failure modes it stands against.
    pub tags: Vec<String>,
    /// Paths it read and the values found there.
    pub facts: Vec<Fact>,
}

/// One fact that a rule read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// Its path, such as `context.check_age_minutes`.
    pub path: String,
    /// Its value in plain words: `41`, `yes`, `armorer, first_ad`, `none`, `not recorded`.
    pub value: String,
}

impl Reason {
    /// Explains one rule against the facts it was decided with.
    pub fn of(rule: &Rule, request: &Request, entities: &Entities) -> Self {
        let facts = rule.reads.paths().map(|path| Fact {
            path: path.as_str().to_owned(),
            value: value::plainly(path, request, entities),
        });
        Self {
            rule: rule.id.clone(),
            book: rule.book.clone(),
            source: rule.source.clone(),
            force: rule.force,
            status: rule.status,
            says: rule.says.clone(),
            remedy: rule.remedy.clone(),
            tags: rule.tags.clone(),
            facts: facts.collect(),
        }
    }
}

impl Ruling<'_> {
    /// Every refusal, explained.
    pub fn reasons(&self, request: &Request, entities: &Entities) -> Vec<Reason> {
        let reasons = self.refusals.iter();
        reasons
            .map(|rule| Reason::of(rule, request, entities))
            .collect()
    }

    /// Every warning, explained.
    pub fn warnings_explained(&self, request: &Request, entities: &Entities) -> Vec<Reason> {
        let reasons = self.warnings.iter();
        reasons
            .map(|rule| Reason::of(rule, request, entities))
            .collect()
    }
}

impl Consequences<'_> {
    /// Every consequence, explained.
    pub fn reasons(&self, request: &Request, entities: &Entities) -> Vec<Reason> {
        let reasons = self.rules.iter();
        reasons
            .map(|rule| Reason::of(rule, request, entities))
            .collect()
    }
}
