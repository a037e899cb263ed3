//! What a rulebook's text has to hold before anything decides with it.

mod annotations;
mod near;
mod shape;
mod whole;

pub(crate) use annotations::Notes;
pub use near::meant;
pub(crate) use near::nearest;
pub(crate) use whole::check_whole;

use cedar_policy::{Effect as Verdict, Policy};

use crate::book::{BookError, Never, Rule, Spot};
use crate::reads::{Attributes, Reads, read_policy};

/// One policy as it was found in a file.
pub(crate) struct Found<'a> {
    /// Id of the book; none for the never-list.
    pub(crate) book: Option<&'a str>,
    /// Path inside the rulebooks folder.
    pub(crate) file: &'a str,
    /// The whole text of the file.
    pub(crate) text: &'a str,
    /// Where the policy begins, in bytes.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// The policy.
    pub(crate) policy: &'a Policy,
}

impl Found<'_> {
    fn spot(&self) -> Spot<'_> {
        Spot {
            file: self.file,
            text: self.text,
            offset: self.start,
        }
    }

    fn error(&self, code: &'static str, what: impl Into<String>, next: &str) -> BookError {
        BookError::at(self.spot(), code, what, next)
    }
}

/// What a policy turned out to be.
pub(crate) enum Linted {
    /// The baseline's one permit of an action.
    Permit {
        /// Its id.
        id: String,
        /// The action it opens.
        action: String,
    },
    /// A rule.
    Rule(Box<Rule>),
    /// A theorem of the never-list.
    Never(Never),
}

impl Linted {
    /// The policy's `@id`.
    pub(crate) fn id(&self) -> &str {
        match self {
            Self::Permit { id, .. } => id,
            Self::Rule(rule) => &rule.id,
            Self::Never(never) => &never.id,
        }
    }
}

/// Holds one policy to the shape of a rule, a permit or a theorem.
pub(crate) fn lint(found: &Found<'_>, schema: &Attributes) -> Result<Linted, Vec<BookError>> {
    match (found.policy.effect(), found.book) {
        (Verdict::Permit, _) => permit(found),
        (Verdict::Forbid, Some(book)) => rule(found, book, schema),
        (Verdict::Forbid, None) => never(found),
    }
}

fn permit(found: &Found<'_>) -> Result<Linted, Vec<BookError>> {
    if found.book != Some("baseline") {
        return Err(vec![found.error(
            "permit-outside-baseline",
            "only the baseline permits",
            "write a forbid with unless, or move the permit to the baseline",
        )]);
    }
    let mut notes = Notes::of(found);
    let id = notes.id();
    notes.finish();
    let mut errors = notes.errors;
    let actions = shape::actions(found).unwrap_or_else(|error| {
        errors.push(error);
        Vec::new()
    });
    if let Some(error) = shape::conditional_permit(found, &actions) {
        errors.push(error);
    }
    match actions.into_iter().next() {
        Some(action) if errors.is_empty() => Ok(Linted::Permit { id, action }),
        _ => Err(errors),
    }
}

fn never(found: &Found<'_>) -> Result<Linted, Vec<BookError>> {
    let mut notes = Notes::of(found);
    let id = notes.id();
    let says = notes.sentence("says");
    let carried_by = notes.list("carried_by");
    notes.finish();
    let mut errors = notes.errors;
    if carried_by.is_empty() && errors.is_empty() {
        errors.push(found.error(
            "never-carried-by-nothing",
            format!("{id} names no baseline rule that carries it"),
            "list the ids of the baseline rules that hold it up in @carried_by",
        ));
    }
    match shape::actions(found) {
        Ok(actions) if errors.is_empty() => Ok(Linted::Never(Never {
            id,
            says,
            carried_by,
            actions,
            file: found.file.to_owned(),
            line: found.spot().line_and_column().0,
        })),
        Ok(_) => Err(errors),
        Err(error) => {
            errors.push(error);
            Err(errors)
        }
    }
}

fn rule(found: &Found<'_>, book: &str, schema: &Attributes) -> Result<Linted, Vec<BookError>> {
    let notes = Notes::of(found);
    let mut errors = Vec::new();
    errors.extend(shape::actions(found).err());
    errors.extend(shape::computing(found));
    if book != "baseline" {
        errors.extend(near::unknown_roles(found));
    }
    let (mut rule, faults) = notes.into_rule(book);
    errors.extend(faults);
    if !errors.is_empty() {
        return Err(errors);
    }
    rule.actions = shape::actions(found).unwrap_or_default();
    rule.reads = reads(found, schema)?;
    rule.text = found
        .text
        .get(found.start..found.end)
        .unwrap_or_default()
        .to_owned();
    Ok(Linted::Rule(Box::new(rule)))
}

fn reads(found: &Found<'_>, schema: &Attributes) -> Result<Reads, Vec<BookError>> {
    read_policy(found.policy, schema).ok_or_else(|| {
        vec![found.error(
            "rule-unreadable",
            "what the rule reads cannot be listed",
            "write the condition with plain comparisons",
        )]
    })
}
