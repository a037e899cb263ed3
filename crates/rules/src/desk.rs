//! The desk: a state and an ask in, a decision with every reason out.

mod ahead;
mod law;

use std::sync::Arc;

use custody::{
    answered::{self, Consequence},
    id::BookId,
    input::{Ask, Input, What},
    laws,
    names::Scope,
    state::State,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::book::{self, Effect, Rule};
use crate::facts::{self, Asked, Case, Thing};
use crate::{Fault, InForce, Reason, Selection, Shelf, Slice};

pub use ahead::{Ahead, LookAhead, Of, ToDo};
pub use law::reason as law_reason;

/// Decides asks over the books of a shelf.
#[derive(Debug, Clone)]
pub struct Desk {
    shelf: Arc<Shelf>,
    day: Option<Date>,
}

/// The answer to one row of an ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RowDecision {
    /// What the row is about.
    pub subject: String,
    /// Go or no-go.
    pub go: bool,
    /// Every law and rule that says no, laws first.
    pub reasons: Vec<Reason>,
    /// Rules that warn.
    pub warnings: Vec<Reason>,
}

/// The answer to an ask or report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Row by row; a report has none.
    pub rows: Vec<RowDecision>,
    /// What rules add, each once.
    pub consequences: Vec<Consequence>,
    /// Ids of the books that decided.
    pub books: Vec<String>,
    /// Their digest; where the rows of a line are in several places, each one, with `+` between.
    pub digest: String,
}

impl Desk {
    /// A desk over a shelf.
    pub fn new(shelf: Arc<Shelf>) -> Self {
        Self { shelf, day: None }
    }

    /// The same desk with the books taken as they stand on a day.
    pub fn judging_by(&self, day: Date) -> Self {
        Self {
            shelf: Arc::clone(&self.shelf),
            day: Some(day),
        }
    }

    /// The shelf.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The books in force for a row: of its place, of the kind, of the day, and the house's own.
    pub fn in_force(&self, case: &Case<'_>) -> Arc<InForce> {
        let unit = &case.state.unit;
        let mut house: Vec<String> = unit.house_books.iter().map(ToString::to_string).collect();
        // what is adopted is judged with its own rules on the table, so that its text goes on record
        let adopted = adopted(case.input).filter(|book| self.shelf.has_house(book));
        house.extend(adopted.map(ToString::to_string));
        self.shelf.in_force(&Selection {
            place: case.place(),
            kind: unit.kind.as_str(),
            date: self.day.unwrap_or(case.input.date),
            house: &house,
        })
    }

    /// Answers an ask row by row, or adds what follows a report. Nothing is kept.
    pub fn decide(&self, state: &State, input: &Input) -> Decision {
        let mut decision = Decision::default();
        for row in 0..Case::rows(input) {
            let case = Case::new(state, input, row);
            let in_force = self.in_force(&case);
            decision.name_books(&in_force);
            let slice = in_force.slice(input.what.name());
            if matches!(input.what, What::Report(_)) && !slice.adds() {
                continue;
            }
            let asked = facts::asked(&case, slice.wanted());
            let follows = match &input.what {
                What::Ask(_) => {
                    let mut answer = answer(&case, slice, &asked);
                    if let Some(broken) = law::unknown_in_adoption(input, &self.shelf) {
                        answer.go = false;
                        answer.reasons.insert(0, broken);
                    }
                    let go = answer.go;
                    decision.rows.push(answer);
                    go
                }
                What::Report(_) => true,
            };
            if follows {
                decision.add(slice, &asked);
            }
        }
        decision
    }
}

/// The house book that an ask would put in force.
fn adopted(input: &Input) -> Option<&BookId> {
    match &input.what {
        What::Ask(Ask::AdoptHouseBook(body)) => Some(&body.book),
        _ => None,
    }
}

type Told = Result<Asked, facts::Unknown>;

/// Answers one row: the laws first, then every rule. Both have to say yes.
fn answer(case: &Case<'_>, slice: &Slice, asked: &Told) -> RowDecision {
    let breaks = laws::in_the_way(case.state, case.input, case.row);
    let mut reasons: Vec<Reason> = breaks.iter().map(law::reason).collect();
    let mut warnings = Vec::new();
    let mut go = breaks.is_empty();
    match asked {
        Err(unknown) => {
            go = false;
            if !breaks.iter().any(|broken| broken.law == 5) {
                reasons.push(law::unknown(unknown));
            }
        }
        Ok(Asked { request, entities }) => {
            let ruling = slice.decide(request, entities);
            go &= ruling.go;
            for reason in ruling.reasons(request, entities) {
                law::add(&mut reasons, reason, &ruling.errors);
            }
            warnings = ruling.warnings_explained(request, entities);
        }
    }
    RowDecision {
        subject: subject(case.resource()),
        go,
        reasons,
        warnings,
    }
}

fn subject(thing: Thing<'_>) -> String {
    match thing {
        Thing::Person(id) => id.to_string(),
        Thing::Weapon(id) => id.to_string(),
        Thing::Lot(id) => id.to_string(),
        Thing::Scene(id) => id.to_string(),
        Thing::SetUp(id) => id.to_string(),
        Thing::Incident(id) => id.to_string(),
        Thing::Unit => "unit".to_owned(),
        Thing::Nobody | Thing::NotNamed(_) => String::new(),
    }
}

impl Decision {
    fn name_books(&mut self, in_force: &InForce) {
        let digest = in_force.digest();
        if self.digest.split('+').any(|known| known == digest) {
            return;
        }
        if !self.digest.is_empty() {
            self.digest.push('+');
        }
        self.digest.push_str(digest);
        for book in in_force.books() {
            if !self.books.contains(&book.id) {
                self.books.push(book.id.clone());
            }
        }
    }

    /// Adds what follows. A rule that cannot be read counts as one that holds.
    fn add(&mut self, slice: &Slice, asked: &Told) {
        if !slice.adds() {
            return;
        }
        let follows = asked
            .as_ref()
            .map(|Asked { request, entities }| slice.consequences(request, entities));
        let holds = |rule: &&Arc<Rule>| match &follows {
            Err(_) => true,
            Ok(follows) => {
                let unread = |fault: &Fault| fault.rule == rule.id || fault.rule == "law-5";
                follows.rules.iter().any(|held| held.id == rule.id)
                    || follows.errors.iter().any(unread)
            }
        };
        let after = slice
            .rules()
            .iter()
            .filter(|rule| rule.effect.is_consequence());
        for rule in after.filter(holds) {
            let Some(effect) = effect(rule) else { continue };
            let consequence = Consequence {
                rule: rule.id.clone(),
                effect,
            };
            if !self.consequences.contains(&consequence) {
                self.consequences.push(consequence);
            }
        }
    }
}

/// What a rule adds to the entry.
fn effect(rule: &Rule) -> Option<answered::Effect> {
    let scope = match rule.scope {
        Some(book::Scope::Weapon) => Scope::Weapon,
        Some(book::Scope::Scene) => Scope::Scene,
        Some(book::Scope::Production) | None => Scope::Production,
    };
    match rule.effect {
        Effect::Refuse | Effect::Warn => None,
        Effect::StandDown => Some(answered::Effect::StandDown(scope)),
        Effect::Clock => Some(answered::Effect::Clock {
            hours: rule.hours.unwrap_or(0),
            to: rule.to.clone().unwrap_or_default(),
        }),
        Effect::Hold => Some(answered::Effect::Hold),
        Effect::Quarantine => Some(answered::Effect::Quarantine),
        Effect::Preserve => Some(answered::Effect::Preserve),
        Effect::Incident => Some(answered::Effect::Incident),
        Effect::Record => Some(answered::Effect::Record),
    }
}
