//! What a rule reads: every path of facts its Cedar text names.
//!
//! The lists are a superset: a fact that is not in them can change no answer.

mod schema;
mod walk;

pub(crate) use schema::Attributes;
pub(crate) use walk::{arithmetic_in, read_policy};

use std::collections::{BTreeSet, HashSet};
use std::fmt;

use serde::Serialize;

/// Where a path begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Root {
    /// Who asks.
    Principal,
    /// What is asked.
    Action,
    /// What it is asked of.
    Resource,
    /// What was said and derived for this ask.
    Context,
    /// A value computed inside the rule.
    Computed,
}

impl Root {
    fn as_str(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Action => "action",
            Self::Resource => "resource",
            Self::Context => "context",
            Self::Computed => "(computed)",
        }
    }
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// An attribute of an entity or record.
    Attr(String),
    /// A tag of an entity; none when the key is computed.
    Tag(Option<String>),
    /// What an entity is in, of this type where the rule names one.
    In(Option<String>),
}

/// One path of facts, such as `context.bearer.trained_on` or `principal.tag[csatf_s]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    root: Root,
    steps: Vec<Step>,
    text: String,
}

impl Path {
    pub(crate) fn new(root: Root) -> Self {
        Self {
            root,
            steps: Vec::new(),
            text: root.as_str().to_owned(),
        }
    }

    pub(crate) fn then(mut self, step: Step) -> Self {
        match &step {
            Step::Attr(name) => {
                self.text.push('.');
                self.text.push_str(name);
            }
            Step::Tag(key) => {
                let key = key.as_deref().unwrap_or("*");
                self.text.push_str(&format!(".tag[{key}]"));
            }
            Step::In(kind) => {
                let kind = kind.as_deref().unwrap_or("*");
                self.text.push_str(&format!(".in[{kind}]"));
            }
        }
        self.steps.push(step);
        self
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where it begins.
    pub fn root(&self) -> Root {
        self.root
    }

    /// Its steps from the root on.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Path {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

/// Everything that one rule, or all rules of a slice, read.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Reads {
    paths: BTreeSet<Path>,
    #[serde(skip)]
    names: HashSet<String>,
    #[serde(skip)]
    entered: BTreeSet<Path>,
    #[serde(skip)]
    any_tag: bool,
}

impl Reads {
    /// Every path, in alphabetical order of its root and steps.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter()
    }

    /// Whether nothing is read.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// Whether any path reads an attribute or tag of this bare name, on whatever it stands.
    pub fn reads_attr(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Whether a tag with this key may be read; a computed key may be any.
    pub fn reads_tag(&self, key: &str) -> bool {
        self.any_tag || self.names.contains(key)
    }

    /// Whether any tag is read.
    pub fn reads_any_tag(&self) -> bool {
        let is_tag = |path: &Path| path.steps.iter().any(|step| matches!(step, Step::Tag(_)));
        self.any_tag || self.paths.iter().any(is_tag)
    }

    /// Paths whose value the rules enter (an attribute, a tag, what it is in): entities found there have to be known.
    pub(crate) fn entered(&self) -> impl Iterator<Item = &Path> {
        self.entered.iter()
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.paths.extend(other.paths.iter().cloned());
        self.names.extend(other.names.iter().cloned());
        self.entered.extend(other.entered.iter().cloned());
        self.any_tag |= other.any_tag;
    }
}
