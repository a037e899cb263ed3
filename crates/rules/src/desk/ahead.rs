//! Looking ahead: what is still to do, and what stands in the way even when that is done right.

use custody::{
    id::{PersonId, SetUpId, WeaponId},
    input::{
        Ask, Input, Lines, What, With,
        safety::WrapDay,
        weapon::{BeginActivity, ClearToFire, Issue},
    },
    names::{Activity, As, Means, Role, RoundClass, Use},
    state::{Plan, State, Weapon},
};
use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Desk;
use crate::Reason;
use crate::book::Step;

/// What is asked ahead of, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// Now.
    pub at: Timestamp,
    /// Today, in the set's zone.
    pub date: Date,
    /// Who looks ahead.
    pub by: PersonId,
    /// To what.
    pub of: Of,
}

/// What lies ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// Doing a set-up.
    SetUp(SetUpId),
    /// Wrapping the day.
    Wrap,
}

/// What lies between now and then. Kept nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LookAhead {
    /// Ordinary steps still to do.
    pub steps: Vec<ToDo>,
    /// What stands in the way even when they are done right.
    pub in_the_way: Vec<Reason>,
}

/// An ordinary step still to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ToDo {
    /// Which.
    pub step: Step,
    /// With what: a weapon, a set-up or the unit.
    pub of: String,
    /// The rule that asks for it; none where the plan does.
    pub asked_by: Option<Reason>,
}

impl Desk {
    /// Looks ahead by the same rules, as if everybody on the set answered as asked.
    pub fn look_ahead(&self, state: &State, ahead: &Ahead) -> LookAhead {
        let view = View {
            desk: self,
            state,
            ahead,
        };
        let mut found = LookAhead::default();
        match &ahead.of {
            Of::Wrap => {
                let asker = view.with_role(&[Role::FirstAd]);
                view.ask(asker, Ask::WrapDay(WrapDay {}), None)
                    .split(&view, &mut found);
            }
            Of::SetUp(set_up) => view.set_up(set_up, &mut found),
        }
        found
    }
}

/// The reasons of one ask.
struct Answer {
    of: String,
    reasons: Vec<Reason>,
}

impl Answer {
    fn step(&self, view: &View<'_>, reason: &Reason) -> Option<Step> {
        view.desk
            .shelf
            .rule(&reason.rule)
            .and_then(|rule| rule.step)
    }

    /// How many reasons no step cures.
    fn weight(&self, view: &View<'_>) -> usize {
        let hard = self
            .reasons
            .iter()
            .filter(|reason| self.step(view, reason).is_none());
        hard.count()
    }

    fn split(self, view: &View<'_>, found: &mut LookAhead) {
        for reason in &self.reasons {
            match self.step(view, reason) {
                Some(step) => found.still_to_do(step, &self.of, Some(reason)),
                None if found.in_the_way.contains(reason) => {}
                None => found.in_the_way.push(reason.clone()),
            }
        }
    }
}

impl LookAhead {
    fn still_to_do(&mut self, step: Step, of: &str, asked_by: Option<&Reason>) {
        let known = self
            .steps
            .iter()
            .any(|to_do| to_do.step == step && to_do.of == of);
        if !known {
            self.steps.push(ToDo {
                step,
                of: of.to_owned(),
                asked_by: asked_by.cloned(),
            });
        }
    }
}

struct View<'a> {
    desk: &'a Desk,
    state: &'a State,
    ahead: &'a Ahead,
}

impl View<'_> {
    /// The weapons of the set-up one by one, then its beginning, then each that fires.
    fn set_up(&self, set_up: &SetUpId, found: &mut LookAhead) {
        let scene = self.state.set_ups.get(set_up);
        let scene = scene.and_then(|scene| self.state.scenes.get(scene));
        let plan = scene.and_then(|scene| scene.plan.as_ref());
        let planned = plan.into_iter().flat_map(|plan| &plan.envelope.weapons);
        let known = planned.filter_map(|id| Some((id, self.state.weapons.get(id)?)));
        for (id, weapon) in known {
            let out = weapon
                .issue
                .as_ref()
                .is_some_and(|issue| issue.set_up == *set_up);
            if plan.is_some_and(|plan| load_is_due(plan, id, weapon)) {
                found.still_to_do(Step::Load, id.as_str(), None);
            }
            if !out {
                self.issue(id, weapon, set_up).split(self, found);
                found.still_to_do(Step::Issue, id.as_str(), None);
            }
        }
        let fires = plan.is_some_and(|plan| plan.envelope.uses.contains(&Use::Fire));
        let activity = if fires {
            Activity::Take
        } else {
            Activity::Rehearsal
        };
        let begin = Ask::BeginActivity(BeginActivity {
            set_up: set_up.clone(),
            activity,
            take: None,
        });
        let first_ad = self.with_role(&[Role::FirstAd]);
        self.ask(first_ad, begin, None).split(self, found);
        for (id, shots) in self.firing(plan.filter(|_| fires), set_up) {
            let fire = Ask::ClearToFire(Lines::one(ClearToFire {
                weapon: id.clone(),
                set_up: set_up.clone(),
                shots,
            }));
            self.ask(first_ad, fire, None).split(self, found);
        }
    }

    /// Weapons already out for the set-up that the plan loads to fire, with their shots.
    fn firing<'p>(
        &self,
        plan: Option<&'p Plan>,
        set_up: &SetUpId,
    ) -> impl Iterator<Item = (&'p WeaponId, u32)> {
        let loads = plan.into_iter().flat_map(|plan| &plan.envelope.load);
        let loads = loads.filter(|load| load.class != RoundClass::Dummy);
        let shots = plan.map_or(0, |plan| plan.envelope.shots);
        loads.filter_map(move |load| {
            let issue = self.state.weapons.get(&load.weapon)?.issue.as_ref()?;
            (issue.set_up == *set_up).then_some((&load.weapon, shots.min(load.rounds)))
        })
    }

    /// Asks for an issue to each person on the set who may bear it, and keeps the best answer.
    fn issue(&self, id: &WeaponId, weapon: &Weapon, set_up: &SetUpId) -> Answer {
        let handler = weapon.custodian.handler().unwrap_or(&self.ahead.by);
        let ask = |bearer: &PersonId| {
            let issue = Ask::Issue(Lines::one(Issue {
                weapon: id.clone(),
                bearer: bearer.clone(),
                set_up: set_up.clone(),
                activity: None,
                mark: None,
                watched_by: None,
                briefed: true,
            }));
            self.ask(handler, issue, Some(bearer))
        };
        let people = self.state.people.iter().filter(|(_, person)| {
            let bears = [Role::Performer, Role::StandingIn];
            person.present && bears.iter().any(|role| person.roles.contains(role))
        });
        let answers = people.map(|(bearer, _)| ask(bearer));
        let best = answers.min_by_key(|answer| (answer.weight(self), answer.reasons.len()));
        best.unwrap_or_else(|| ask(&self.ahead.by))
    }

    /// Asks in the name of somebody, with everybody on the set answering as asked.
    fn ask(&self, by: &PersonId, ask: Ask, bearer: Option<&PersonId>) -> Answer {
        let others = self.state.people.iter();
        let others = others.filter(|(id, person)| person.present && *id != by);
        let with = others.flat_map(|(id, _)| {
            let bears = Some(id) == bearer;
            let roles: &[As] = if bears {
                &[As::Bearer, As::Confirms]
            } else {
                &[
                    As::Witness,
                    As::Accepts,
                    As::Confirms,
                    As::Hears,
                    As::ReadsBack,
                ]
            };
            roles.iter().map(move |role| With {
                person: id.clone(),
                role: *role,
                means: Means::Passkey,
            })
        });
        let input = Input {
            at: self.ahead.at,
            date: self.ahead.date,
            by: Some(by.clone()),
            with: with.collect(),
            what: What::Ask(ask),
        };
        let row = self.desk.decide(self.state, &input).rows.into_iter().next();
        row.map_or_else(
            || Answer {
                of: String::new(),
                reasons: Vec::new(),
            },
            |row| Answer {
                of: row.subject,
                reasons: row.reasons,
            },
        )
    }

    /// Somebody on the set with one of these roles; else who looks ahead.
    fn with_role(&self, roles: &[Role]) -> &PersonId {
        let has = |id: &PersonId| {
            let person = self.state.people.get(id);
            person.is_some_and(|person| {
                person.present && roles.iter().any(|role| person.roles.contains(role))
            })
        };
        let own = Some(&self.ahead.by).filter(|by| has(by));
        own.or_else(|| self.state.people.keys().find(|id| has(id)))
            .unwrap_or(&self.ahead.by)
    }
}

/// The plan loads it, and less than planned is proven to be in it.
fn load_is_due(plan: &Plan, id: &WeaponId, weapon: &Weapon) -> bool {
    let loads = plan.envelope.load.iter().filter(|load| load.weapon == *id);
    let planned: u64 = loads.map(|load| u64::from(load.rounds)).sum();
    let proven = weapon.loaded().iter().filter(|round| !round.fired).count();
    u64::try_from(proven).is_ok_and(|proven| proven < planned)
}
