//! What a solver found about an ask, as it is kept: `proofs/compare/<ask>.json`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cases::Changes;

/// Where the files stand in the rulebooks folder.
const FOLDER: &str = "proofs/compare/";

/// One case, and every rule of whatever book that says no to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptCase {
    /// The base that it changes.
    pub base: String,
    /// What it changes.
    pub set: Changes,
    /// Ids of the rules that say no, in order.
    pub no: Vec<String>,
}

/// A rule that adds nothing where these books are in force: proved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alike {
    /// The rule.
    pub rule: String,
    /// Books that together refuse all that it refuses.
    pub under: Vec<String>,
}

/// Everything that is kept about one ask.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Kept {
    /// What each base needs beside, to go in every place.
    pub grounds: BTreeMap<String, Changes>,
    /// Cases.
    pub cases: Vec<KeptCase>,
    /// Rules that add nothing.
    pub alike: Vec<Alike>,
}

/// Everything that is kept, by ask.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Library(BTreeMap<String, Kept>);

impl Library {
    /// Reads what is kept among the texts of a rulebooks folder.
    ///
    /// # Errors
    /// The file that cannot be read, and why.
    pub fn read<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, String> {
        let mut all = BTreeMap::new();
        for (path, text) in texts {
            let name = path.strip_prefix(FOLDER);
            if let Some(action) = name.and_then(|name| name.strip_suffix(".json")) {
                let kept = serde_json::from_str(text).map_err(|why| format!("{path}: {why}"))?;
                all.insert(action.to_owned(), kept);
            }
        }
        Ok(Self(all))
    }

    /// What is kept about an ask.
    pub fn of(&self, action: &str) -> Option<&Kept> {
        self.0.get(action)
    }

    /// Everything, by ask.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Kept)> {
        self.0.iter().map(|(action, kept)| (action.as_str(), kept))
    }
}

impl Kept {
    /// Where it is kept in the rulebooks folder.
    pub fn path(action: &str) -> String {
        format!("{FOLDER}{action}.json")
    }

    /// As a file, one case a line, so that a change of one case is a change of one line.
    pub fn to_text(&self) -> String {
        let line = |value: serde_json::Result<String>| value.unwrap_or_default();
        let grounds = self.grounds.iter().map(|(base, set)| {
            let name = line(serde_json::to_string(base));
            format!("{name}: {}", line(serde_json::to_string(set)))
        });
        let cases = self
            .cases
            .iter()
            .map(|case| line(serde_json::to_string(case)));
        let alike = self
            .alike
            .iter()
            .map(|row| line(serde_json::to_string(row)));
        format!(
            "{{\n\"grounds\": {{{}}},\n\"cases\": [{}],\n\"alike\": [{}]\n}}\n",
            listed(grounds),
            listed(cases),
            listed(alike)
        )
    }
}

fn listed(lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("\n{}\n", lines.join(",\n"))
}
