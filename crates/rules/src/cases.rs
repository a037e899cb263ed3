//! Worked cases: a whole ask or report that goes, and what is changed of it, as plain JSON.
//!
//! A file holds any of: `world` (things by handle), `context`, `bases` (a whole ask or report that goes),
//! `cases` (of a rule). A case changes facts of a base by path: `h1.check`, `context.zone.nearest_cm`,
//! `resource.tier`, `armorer.tags.csatf_s`. `null` takes a fact away. `"Person::lead"` names a thing.

mod facts;

pub use facts::Facts;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

/// Facts that are changed, by path.
pub type Changes = BTreeMap<String, Value>;

/// All files of cases, put together.
#[derive(Debug, Default)]
pub struct Cases {
    /// Things by kind and handle, with `tags` among their attributes.
    pub world: BTreeMap<String, BTreeMap<String, Value>>,
    /// What stands in every context.
    pub context: Map<String, Value>,
    /// Asks and reports by name.
    pub bases: BTreeMap<String, Base>,
    /// Cases by rule.
    pub cases: Vec<OfRule>,
}

/// One file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    world: BTreeMap<String, BTreeMap<String, Value>>,
    context: Map<String, Value>,
    bases: BTreeMap<String, Base>,
    cases: Vec<OfRule>,
}

/// A whole ask or report.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Base {
    /// Another base that this one changes.
    pub like: Option<String>,
    /// The action.
    pub action: String,
    /// Who asks, as a handle.
    pub principal: String,
    /// What is asked of, as a handle.
    pub resource: String,
    /// The context, beside what stands in every context.
    pub context: Map<String, Value>,
    /// Facts changed, by path.
    pub set: Changes,
    /// Where it goes; empty: under the baseline alone.
    pub place: String,
    /// In which kind of production; empty: screen.
    pub kind: String,
    /// Under which house books.
    pub house: Vec<String>,
}

/// The cases of one rule with one base.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfRule {
    /// The rule's id.
    pub rule: String,
    /// Said for the reader; the base says it too.
    #[serde(default)]
    pub action: String,
    /// The base's name.
    pub base: String,
    /// What is changed of it, and what the rule then says.
    pub cases: Vec<Case>,
}

/// One case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What the case says, for the reader.
    #[serde(default)]
    pub says: String,
    /// `go` or `no`; of a consequence `not` or `holds`.
    pub is: Answer,
    /// Facts changed, by path.
    #[serde(default)]
    pub set: Changes,
    /// The day, where it matters.
    #[serde(default)]
    pub date: Option<String>,
    /// It stands at the edge.
    #[serde(default)]
    pub edge: bool,
}

/// What a rule says to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It says nothing against an ask.
    Go,
    /// It refuses or warns.
    No,
    /// It adds nothing to a report.
    Not,
    /// It adds its consequence.
    Holds,
}

impl Case {
    /// Whether the rule is to say no, to warn, or to add its consequence.
    pub fn speaks(&self) -> bool {
        matches!(self.is, Answer::No | Answer::Holds)
    }
}

impl Cases {
    /// Reads every file of cases among the texts of a rulebooks folder.
    ///
    /// # Errors
    /// The file that cannot be read, and why.
    pub fn read<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, String> {
        let mut cases = Self::default();
        for (path, text) in texts {
            if path.starts_with("tests/") && path.ends_with(".json") {
                let file = serde_json::from_str(text).map_err(|why| format!("{path}: {why}"))?;
                cases.add(file);
            }
        }
        Ok(cases)
    }

    fn add(&mut self, file: File) {
        for (kind, things) in file.world {
            self.world.entry(kind).or_default().extend(things);
        }
        self.context.extend(file.context);
        self.bases.extend(file.bases);
        self.cases.extend(file.cases);
    }

    /// The action that a base is about.
    pub fn action<'a>(&'a self, base: &'a str) -> Option<&'a str> {
        let mut base = self.bases.get(base)?;
        for _ in 0..self.bases.len() {
            match &base.like {
                Some(other) => base = self.bases.get(other)?,
                None => return Some(&base.action),
            }
        }
        None
    }

    /// The facts of a base with some changed.
    ///
    /// # Errors
    /// A base or a path that is not there.
    pub fn facts(&self, base: &str, set: &Changes) -> Result<Facts, String> {
        let mut facts = self.plain(base, self.bases.len())?;
        facts.change(set)?;
        Ok(facts)
    }

    fn plain(&self, name: &str, left: usize) -> Result<Facts, String> {
        let base = self.bases.get(name).filter(|_| left > 0);
        let base = base.ok_or_else(|| format!("there is no base {name}"))?;
        let mut facts = match &base.like {
            Some(other) => self.plain(other, left - 1)?,
            None => Facts {
                action: base.action.clone(),
                principal: base.principal.clone(),
                resource: base.resource.clone(),
                context: self.context.clone(),
                world: self.world.clone(),
            },
        };
        facts.context.extend(base.context.clone());
        facts.change(&base.set)?;
        Ok(facts)
    }
}
