//! The rules about one action, and the decision.

mod entered;

use std::collections::HashMap;
use std::sync::Arc;

use cedar_policy::{
    AuthorizationError, Authorizer, Decision, Entities, Policy, PolicyId, PolicySet, Request,
    Response,
};
use custody::laws::said;
use jiff::civil::Date;

use crate::Shelf;
use crate::book::{Effect, Force, Rule, Status};
use crate::facts::Wanted;
use crate::reads::Reads;
use crate::verdict::{Consequences, Fault, Ruling};
use entered::Entered;

/// Everything in force about one action.
#[derive(Debug)]
pub struct Slice {
    action: String,
    refuse: Part,
    warn: Part,
    after: Part,
    rules: Vec<Arc<Rule>>,
    by_id: HashMap<PolicyId, usize>,
    reads: Reads,
    wanted: Wanted,
    faults: Arc<[Fault]>,
    law_5: Arc<Rule>,
    authorizer: Authorizer,
}

/// Policies that are evaluated together.
#[derive(Debug, Default)]
struct Part {
    policies: PolicySet,
    empty: bool,
    entered: Entered,
}

impl Part {
    fn new(shelf: &Shelf, permits: &[&Policy], rules: &[&Arc<Rule>]) -> Self {
        let own = rules.iter().filter_map(|rule| shelf.policy(&rule.id));
        let policies = permits.iter().copied().chain(own).cloned();
        let mut reads = Reads::default();
        rules.iter().for_each(|rule| reads.merge(&rule.reads));
        Self {
            // ids are unique on the shelf, so that no policy is lost here
            policies: PolicySet::from_policies(policies).unwrap_or_default(),
            empty: rules.is_empty(),
            entered: Entered::new(&reads),
        }
    }
}

impl Slice {
    /// Picks the rules about an action. Without faults and with its permit the slice can say yes.
    pub(crate) fn gather(
        shelf: &Shelf,
        action: &str,
        rules: &[Arc<Rule>],
        faults: &Arc<[Fault]>,
    ) -> Self {
        let about = |rule: &&Arc<Rule>| rule.actions.iter().any(|name| name == action);
        let rules: Vec<Arc<Rule>> = rules.iter().filter(about).cloned().collect();
        let part = |permits: &[&Policy], wanted: fn(Effect) -> bool| {
            let rules: Vec<&Arc<Rule>> = rules.iter().filter(|rule| wanted(rule.effect)).collect();
            Part::new(shelf, permits, &rules)
        };
        let permit = shelf
            .permits()
            .iter()
            .filter(|permit| permit.action == action);
        let permit: Vec<&Policy> = permit
            .filter_map(|permit| shelf.policy(&permit.id))
            .collect();
        let mut reads = Reads::default();
        rules.iter().for_each(|rule| reads.merge(&rule.reads));
        Self {
            action: action.to_owned(),
            refuse: part(&permit, |effect| effect == Effect::Refuse),
            warn: part(&[], |effect| effect == Effect::Warn),
            after: part(&[], Effect::is_consequence),
            by_id: ids(&rules),
            rules,
            wanted: Wanted::of(action, &reads),
            reads,
            faults: Arc::clone(faults),
            law_5: law_5(action),
            authorizer: Authorizer::new(),
        }
    }

    /// The action.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// Its rules, in the order of books, files and lines.
    pub fn rules(&self) -> &[Arc<Rule>] {
        &self.rules
    }

    /// What its rules read together.
    pub fn reads(&self) -> &Reads {
        &self.reads
    }

    /// The facts to derive for it: what its rules read.
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// Whether some rule of it adds a consequence.
    pub fn adds(&self) -> bool {
        !self.after.empty
    }

    /// Permit and refusing rules, as the engine evaluates them.
    pub fn refuse_set(&self) -> &PolicySet {
        &self.refuse.policies
    }

    /// Answers an ask. Any error, any entity not known, no permit: no (law 5).
    pub fn decide(&self, request: &Request, entities: &Entities) -> Ruling<'_> {
        let mut errors = self.faults.to_vec();
        self.refuse.entered.unknown(request, entities, &mut errors);
        let answer = self
            .authorizer
            .is_authorized(request, &self.refuse.policies, entities);
        note_errors(&answer, &mut errors);
        let allowed = answer.decision() == Decision::Allow;
        // what holds on a yes is the permit
        let mut refusals = if allowed {
            Vec::new()
        } else {
            self.held(&answer)
        };
        let warnings = self.holding(&self.warn, (request, entities), &mut errors);
        let go = allowed && errors.is_empty();
        if !errors.is_empty() || (!allowed && refusals.is_empty()) {
            refusals.push(&self.law_5);
        }
        Ruling {
            go,
            refusals,
            warnings,
            errors,
        }
    }

    /// What follows a report, or an ask that was a go.
    pub fn consequences(&self, request: &Request, entities: &Entities) -> Consequences<'_> {
        let mut errors = self.faults.to_vec();
        let rules = self.holding(&self.after, (request, entities), &mut errors);
        Consequences { rules, errors }
    }

    /// Forbids of a part that hold. Costs nothing where the part has no rules.
    fn holding(
        &self,
        part: &Part,
        (request, entities): (&Request, &Entities),
        errors: &mut Vec<Fault>,
    ) -> Vec<&Rule> {
        if part.empty {
            return Vec::new();
        }
        part.entered.unknown(request, entities, errors);
        let answer = self
            .authorizer
            .is_authorized(request, &part.policies, entities);
        note_errors(&answer, errors);
        self.held(&answer)
    }

    fn held(&self, answer: &Response) -> Vec<&Rule> {
        let places = answer.diagnostics().reason();
        let places = places.filter_map(|id| self.by_id.get(id));
        let mut places: Vec<usize> = places.copied().collect();
        places.sort_unstable();
        let rules = places.into_iter().filter_map(|place| self.rules.get(place));
        rules.map(AsRef::as_ref).collect()
    }
}

fn note_errors(answer: &Response, errors: &mut Vec<Fault>) {
    for error in answer.diagnostics().errors() {
        let AuthorizationError::PolicyEvaluationError(inner) = error;
        errors.push(Fault {
            rule: inner.policy_id().to_string(),
            message: inner.inner().to_string(),
        });
    }
}

fn ids(rules: &[Arc<Rule>]) -> HashMap<PolicyId, usize> {
    let ids = rules.iter().map(|rule| PolicyId::new(&rule.id));
    ids.enumerate().map(|(place, id)| (id, place)).collect()
}

/// The refusal that stands in no book: the default answer is no.
fn law_5(action: &str) -> Arc<Rule> {
    Arc::new(Rule {
        id: "law-5".to_owned(),
        provision: "law-5".to_owned(),
        book: String::new(),
        file: String::new(),
        line: 0,
        source: "Proofhouse, law 5".to_owned(),
        force: Force::Practice,
        status: Status::Verified,
        from: Date::MIN,
        until: None,
        effect: Effect::Refuse,
        scope: None,
        hours: None,
        to: None,
        says: said::DEFAULT_IS_NO.text().to_owned(),
        remedy: said::PUT_RIGHT_ERRORS.text().to_owned(),
        tags: Vec::new(),
        step: None,
        actions: vec![action.to_owned()],
        reads: Reads::default(),
        text: String::new(),
    })
}
