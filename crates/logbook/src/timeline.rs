//! A timeline: a day written down as JSON Lines, one head and one ask or report a line.

use std::collections::{BTreeMap, BTreeSet};

use custody::{
    id::PersonId,
    input::{What, With},
    names::{Kind, Role},
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod line;
pub mod place;
pub mod schema;
mod when;

pub use line::Step;
pub use when::When;

/// Longest line read, in bytes: what an entry may hold, and some air for notes.
pub const LONGEST_LINE: usize = 120_000;

/// Most lines read.
pub const MOST_LINES: usize = 100_000;

/// The first line: what the timeline is of, and what was in order before its first step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Its id, as the file is named.
    pub timeline: String,
    /// A title.
    pub title: String,
    /// The set's zone, as `America/Denver`.
    pub zone: String,
    /// The place, nested, as `us/us-nm`.
    pub place: String,
    /// Screen, stage or reenactment.
    #[serde(default = "screen")]
    pub kind: Kind,
    /// The day of the first step.
    #[schemars(with = "String")]
    pub date: Date,
    /// Books are taken as they stand on this day, where the day itself is older than they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub judge_by: Option<Date>,
    /// People by role-like handle, with their roles.
    pub people: BTreeMap<PersonId, Vec<Role>>,
    /// What was in order: ordinary asks and reports, played before step 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<serde_json::Map<String, serde_json::Value>>")]
    pub given: Vec<serde_json::Value>,
    /// Where it is documented.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// How it must end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expect: Option<Expect>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

const fn screen() -> Kind {
    Kind::Screen
}

/// How a timeline must end.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Expect {
    /// The first no-go stands at or before this step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_go_by: Option<u32>,
    /// One of its rules carries one of these tags, or is one of these rules or laws.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub because: BTreeSet<String>,
    /// Every ask is a go.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub go: bool,
    /// As far as this step; left out: to the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<u32>,
}

/// How sure the source is of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A source says so.
    Documented,
    /// It follows from what sources say.
    Inferred,
    /// It is how it ought to have been.
    Mended,
    /// It is made up, as a whole day may be.
    Fictional,
}

/// Who, when and why, beside the ask or report itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Envelope {
    /// Number of the step; left out: one more than the step before.
    pub step: Option<u32>,
    /// When: RFC 3339, or `2021-10-21T11:00` or `11:00` in the set's zone; left out: one minute
    /// after the step before, and approximate.
    #[schemars(with = "Option<String>")]
    pub at: Option<When>,
    /// Who asks or reports.
    pub by: Option<PersonId>,
    /// Who answers with the asker.
    pub with: Vec<With>,
    /// A remark.
    pub note: Option<String>,
    /// How sure the source is.
    pub status: Option<Status>,
    /// It happened all the same after a no-go; left out: yes in an incident.
    pub happened: Option<bool>,
}

/// A timeline, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The first line.
    pub head: Head,
    /// What was in order before step 1.
    pub given: Vec<Step>,
    /// The steps.
    pub steps: Vec<Step>,
}

/// Why a file is no timeline: where, what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineError {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in bytes.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}

impl std::fmt::Display for TimelineError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "line {}, column {}: {}; {}",
            self.line, self.column, self.what, self.help
        )
    }
}

impl std::error::Error for TimelineError {}

impl Timeline {
    /// Reads a timeline. The error names the first line and column that cannot be read.
    pub fn parse(bytes: &[u8]) -> Result<Self, TimelineError> {
        let text = std::str::from_utf8(bytes).map_err(|wrong| not_utf8(bytes, &wrong))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty());
        let Some((first, head)) = lines.next() else {
            return Err(TimelineError {
                line: 1,
                column: 1,
                what: "the file is empty".into(),
                help: "begin with a head line: {\"timeline\":…,\"people\":…}".into(),
            });
        };
        let head: Head = line::head(first + 1, head)?;
        let given = head.given.iter().enumerate();
        let given = given.map(|(n, value)| line::given(first + 1, n, value));
        let given = given.collect::<Result<_, _>>()?;
        let mut steps: Vec<Step> = Vec::new();
        for (at, text) in lines {
            if at > MOST_LINES {
                return Err(too_many(at + 1));
            }
            let before = steps.last().map_or(0, |step| step.number);
            steps.push(line::step(at + 1, text, before)?);
        }
        Ok(Self { head, given, steps })
    }
}

fn not_utf8(bytes: &[u8], wrong: &std::str::Utf8Error) -> TimelineError {
    let good = bytes.get(..wrong.valid_up_to()).unwrap_or_default();
    let line = good.iter().filter(|b| **b == b'\n').count() + 1;
    let column = good.iter().rev().take_while(|b| **b != b'\n').count() + 1;
    TimelineError {
        line,
        column,
        what: "this is not UTF-8 text".into(),
        help: "save the file as UTF-8".into(),
    }
}

fn too_many(line: usize) -> TimelineError {
    TimelineError {
        line,
        column: 1,
        what: format!("a timeline has at most {MOST_LINES} lines"),
        help: "split it into days".into(),
    }
}

impl Step {
    /// Name of what is asked or reported.
    pub fn name(&self) -> &'static str {
        match &self.what {
            What::Ask(ask) => ask.name(),
            What::Report(report) => report.name(),
        }
    }
}
