//! Where two places differ: kept cases that one lets go and the other refuses, decided anew each time.
//!
//! A solver finds the cases while the books are made; they are kept in `proofs/compare/`, one file an ask.
//! Nothing here trusts them: every case that is shown was decided by the engine a moment before.

mod kept;
mod words;

pub use kept::{Alike, Kept, KeptCase, Library};
pub use words::{Change, Words};

use std::sync::Arc;

use serde::Serialize;

use crate::book::{Effect, Rule};
use crate::cases::{Cases, Changes, Facts};
use crate::{InForce, Reason, Shelf};

/// One case that one side lets go and the other refuses.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The ask.
    pub action: String,
    /// What is otherwise than in a case that is in order everywhere.
    pub changes: Vec<Change>,
    /// Every rule of the refusing side that says no.
    pub reasons: Vec<Reason>,
}

/// What one side refuses and the other lets go.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OneWay {
    /// One case for each rule that says no where the other side says go.
    pub differences: Vec<Difference>,
    /// Rules of the refusing side that can say no alone nowhere: whatever they refuse, the other side refuses too.
    pub alike: Vec<String>,
    /// Rules of the refusing side about which nothing is kept.
    pub unknown: Vec<String>,
}

/// What is compared with: the shelf, the worked cases, and what a solver found.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The shelf.
    pub shelf: &'a Shelf,
    /// The worked cases.
    pub cases: &'a Cases,
    /// What was found and kept.
    pub library: &'a Library,
}

impl Comparison<'_> {
    /// The asks about which the refusing side has a rule that the other has not.
    pub fn asks(&self, goes: &InForce, refuses: &InForce) -> Vec<String> {
        let asks = self.shelf.permits().iter().map(|permit| &permit.action);
        let mut asks: Vec<String> = asks
            .filter(|action| !beyond(action, goes, refuses).is_empty())
            .cloned()
            .collect();
        asks.sort_unstable();
        asks
    }

    /// Everything about one ask that the first side lets go and the second refuses.
    ///
    /// # Errors
    /// A kept case that no longer fits the books.
    pub fn one_way(
        &self,
        action: &str,
        (goes, refuses): (&InForce, &InForce),
    ) -> Result<OneWay, String> {
        let mut left = beyond(action, goes, refuses);
        let mut differences = Vec::new();
        if let Some(kept) = self.library.of(action) {
            let quiet = kept.cases.iter();
            let mut quiet: Vec<_> = quiet.filter(|case| is_quiet(case, action, goes)).collect();
            // the plainest first: it is told where one case stands for all
            quiet.sort_by_key(|case| (case.set.is_empty(), case.set.len()));
            for case in quiet {
                let says_no = |id: &str| case.no.iter().any(|no| no == id);
                if !left.iter().any(|id| says_no(id)) {
                    continue;
                }
                if let Some(difference) = self.decided(kept, case, (goes, refuses))? {
                    left.retain(|id| !says_no(id));
                    differences.push(difference);
                }
            }
        }
        let (alike, unknown) = self.told_alike(action, goes, left);
        Ok(OneWay {
            differences,
            alike,
            unknown,
        })
    }

    /// Rules of the second side about which nothing is kept that the first side lets go, by what the
    /// kept cases say of themselves: quick, and true while they hold.
    pub fn unkept(&self, action: &str, (goes, refuses): (&InForce, &InForce)) -> Vec<String> {
        let mut left = beyond(action, goes, refuses);
        let kept = self.library.of(action).into_iter();
        for case in kept.flat_map(|kept| &kept.cases) {
            if is_quiet(case, action, goes) {
                left.retain(|id| !case.no.iter().any(|no| no == id));
            }
        }
        self.told_alike(action, goes, left).1
    }

    /// Parts rules into those that are kept as adding nothing here, and those of which nothing is known.
    fn told_alike(
        &self,
        action: &str,
        goes: &InForce,
        left: Vec<&str>,
    ) -> (Vec<String>, Vec<String>) {
        let in_force = |book: &String| goes.books().iter().any(|here| here.id == *book);
        let rows: Vec<&Alike> = self
            .library
            .of(action)
            .into_iter()
            .flat_map(|kept| &kept.alike)
            .collect();
        let alike = |id: &String| {
            let mut rows = rows.iter();
            rows.any(|row| row.rule == *id && row.under.iter().all(in_force))
        };
        left.into_iter().map(str::to_owned).partition(alike)
    }

    /// Decides a kept case on both sides.
    fn decided(
        &self,
        kept: &Kept,
        case: &KeptCase,
        (goes, refuses): (&InForce, &InForce),
    ) -> Result<Option<Difference>, String> {
        let (ground, facts) = self.facts(kept, case)?;
        let action = facts.action.as_str();
        let (request, entities) = facts.asked(self.shelf)?;
        let yes = goes.slice(action).decide(&request, &entities);
        let no = refuses.slice(action).decide(&request, &entities);
        if !yes.go || no.go || !no.errors.is_empty() {
            return Ok(None);
        }
        let words = Words::of(self.shelf);
        let changes = case.set.iter();
        Ok(Some(Difference {
            action: action.to_owned(),
            changes: changes
                .map(|(path, value)| words.change(&ground, (path, value)))
                .collect(),
            reasons: no.reasons(&request, &entities),
        }))
    }

    /// The facts of a kept case, and those of the case in order that it changes.
    ///
    /// # Errors
    /// A base or a path that is not there.
    pub fn facts(&self, kept: &Kept, case: &KeptCase) -> Result<(Facts, Facts), String> {
        let ground = self.ground(kept, &case.base)?;
        let mut facts = ground.clone();
        facts.change(&case.set)?;
        Ok((ground, facts))
    }

    /// A base with what it needs to go in every place.
    ///
    /// # Errors
    /// A base or a path that is not there.
    pub fn ground(&self, kept: &Kept, base: &str) -> Result<Facts, String> {
        let nothing = Changes::new();
        let needs = kept.grounds.get(base).unwrap_or(&nothing);
        self.cases.facts(base, needs)
    }
}

/// Whether no rule of a side says no to a case.
fn is_quiet(case: &KeptCase, action: &str, side: &InForce) -> bool {
    !refusing(side, action).any(|rule| case.no.contains(&rule.id))
}

/// Rules that refuse an ask.
fn refusing<'a>(side: &'a InForce, action: &str) -> impl Iterator<Item = &'a Arc<Rule>> {
    let rules = side.slice(action).rules().iter();
    rules.filter(|rule| rule.effect == Effect::Refuse)
}

/// Ids of the rules about an ask that the second side has and the first has not.
fn beyond<'a>(action: &str, goes: &InForce, refuses: &'a InForce) -> Vec<&'a str> {
    let has = |id: &str| refusing(goes, action).any(|rule| rule.id == id);
    let ids = refusing(refuses, action).map(|rule| rule.id.as_str());
    ids.filter(|id| !has(id)).collect()
}
