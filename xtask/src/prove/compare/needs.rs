//! What has to be shown: each place with each rule it has not. And which rules refuse a case.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use cedar_policy::{Authorizer, Entities, PolicySet};
use rules::Shelf;
use rules::book::Rule;
use rules::cases::{Cases, Changes, Facts};
use rules::compare::{Alike, Comparison, Kept, KeptCase, Library};

use super::super::dead_end::choices;
use super::super::jobs::refusing;
use super::super::solver::set_of;

/// From this day on every comparison is whole; before it, what is kept is shown and may leave gaps.
const SINCE: &str = "2026-01-01";

/// Rules in force somewhere, and one rule that is not among them.
#[derive(Debug, Clone)]
pub(super) struct Need<'a> {
    pub(super) rule: &'a str,
    /// Where, and from which day.
    pub(super) name: String,
    books: Vec<String>,
    pub(super) in_force: BTreeSet<&'a str>,
    of: Vec<(&'a str, &'a str)>,
}

impl<'a> Need<'a> {
    /// Whether a book is in force there.
    pub(super) fn has_book(&self, book: &str) -> bool {
        self.books.iter().any(|own| own == book)
    }

    /// The rules in force there that stand in the books of a row.
    pub(super) fn of_books(&self, row: &Alike) -> BTreeSet<&'a str> {
        let within = |(_, book): &&(&str, &str)| row.under.iter().any(|under| under == book);
        self.of.iter().filter(within).map(|(id, _)| *id).collect()
    }

    /// The books that have a rule in force there, baseline first.
    pub(super) fn ruling_books(&self) -> Vec<String> {
        let ruling = |book: &&String| self.of.iter().any(|(_, of)| of == book);
        self.books.iter().filter(ruling).cloned().collect()
    }
}

/// Everything that has to be shown about an ask. The baseline is everywhere, so none of its rules is missing anywhere.
pub(super) fn needs<'a>(shelf: &'a Shelf, action: &str) -> Vec<Need<'a>> {
    let Ok(since) = SINCE.parse() else {
        return Vec::new();
    };
    let rules = refusing(shelf, action);
    let lasts = |rule: &&Rule| rule.until.is_none_or(|until| until >= since);
    let own: Vec<&Rule> = rules.iter().copied().filter(lasts).collect();
    let mut seen = BTreeSet::new();
    let mut needs = Vec::new();
    for books in choices(shelf) {
        let chosen: Vec<&Rule> = own
            .iter()
            .copied()
            .filter(|rule| books.contains(&rule.book))
            .collect();
        let later = shelf.turns().iter().copied().filter(|day| *day > since);
        for day in std::iter::once(since).chain(later) {
            let on_day: Vec<&Rule> = chosen
                .iter()
                .copied()
                .filter(|it| it.in_force_on(day))
                .collect();
            let in_force: BTreeSet<&str> = on_day.iter().map(|rule| rule.id.as_str()).collect();
            if !seen.insert(in_force.clone()) {
                continue;
            }
            let of: Vec<(&str, &str)> = on_day
                .iter()
                .map(|rule| (rule.id.as_str(), rule.book.as_str()))
                .collect();
            let missing = own
                .iter()
                .filter(|rule| rule.book != "baseline" && !books.contains(&rule.book));
            needs.extend(missing.map(|rule| Need {
                rule: rule.id.as_str(),
                name: format!("{} from {day}", books.join(" + ")),
                books: books.clone(),
                in_force: in_force.clone(),
                of: of.clone(),
            }));
        }
    }
    needs
}

/// Tells which rules of whatever book refuse a case.
pub(super) struct Weigher<'a> {
    pub(super) shelf: &'a Shelf,
    pub(super) cases: &'a Cases,
    all: PolicySet,
    authorizer: Authorizer,
    /// What was weighed before.
    known: RefCell<HashMap<String, Weighed>>,
    /// The first facts that were weighed: what others share with them is not read again.
    seen: RefCell<Option<(Facts, Entities)>>,
}

type Weighed = Result<BTreeSet<String>, String>;

impl<'a> Weigher<'a> {
    /// Over all rules about an ask.
    pub(super) fn new(shelf: &'a Shelf, cases: &'a Cases, action: &str) -> Result<Self, String> {
        let rules = refusing(shelf, action).into_iter();
        let policies = rules.filter_map(|rule| shelf.policy(&rule.id));
        Ok(Self {
            shelf,
            cases,
            all: set_of(policies)?,
            authorizer: Authorizer::new(),
            known: RefCell::default(),
            seen: RefCell::default(),
        })
    }

    /// Ids of the rules that refuse a kept case, in order.
    pub(super) fn of(&self, kept: &Kept, case: &KeptCase) -> Weighed {
        let comparison = Comparison {
            shelf: self.shelf,
            cases: self.cases,
            library: &Library::default(),
        };
        let (_, facts) = comparison.facts(kept, case)?;
        self.refusing(&facts)
    }

    /// Ids of the rules that refuse some facts.
    fn refusing(&self, facts: &Facts) -> Weighed {
        let mut seen = self.seen.borrow_mut();
        let (request, entities) = match seen.as_ref() {
            Some((like, entities)) => facts.asked_like((like, entities), self.shelf)?,
            None => facts.asked(self.shelf)?,
        };
        if seen.is_none() {
            *seen = Some((facts.clone(), entities.clone()));
        }
        let answer = self
            .authorizer
            .is_authorized(&request, &self.all, &entities);
        if let Some(error) = answer.diagnostics().errors().next() {
            return Err(error.to_string());
        }
        let reasons = answer.diagnostics().reason();
        Ok(reasons
            .map(|id| AsRef::<str>::as_ref(id).to_owned())
            .collect())
    }

    /// Ids of the rules that refuse a case in order, known by its base, with some facts changed.
    pub(super) fn changed(&self, (base, ground): (&str, &Facts), set: &Changes) -> Weighed {
        let key = format!("{base} {set:?}");
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
        }
        let mut facts = ground.clone();
        let weighed = facts.change(set).and_then(|()| self.refusing(&facts));
        self.known.borrow_mut().insert(key, weighed.clone());
        weighed
    }
}
