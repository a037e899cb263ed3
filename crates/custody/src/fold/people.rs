//! People: roles, papers, training, consents, duties, relief, presence.

use super::entry::{Entry, WEAPONS};
use crate::{
    id::{PersonId, WeaponId},
    input::{
        people::{
            AssignRole, DropDuty, Enroll, Induct, Paper, RecordConsent, RecordQualification,
            RecordTraining, Relieve, TakeDuty,
        },
        report::OfPerson,
    },
    names::VoidWhy,
    rounds::Account,
    state::{Consent, Custodian, Person, State},
};

impl State {
    /// A new person is present. One already enrolled gains the roles, and keeps all else.
    pub(super) fn enroll(&mut self, body: &Enroll) {
        let person = self.people.entry(body.person.clone());
        let person = person.or_insert_with(|| Person {
            present: true,
            ..Person::default()
        });
        person.roles.extend(body.roles.iter().copied());
        person.minor_until = body.minor_until.or(person.minor_until);
    }

    pub(super) fn induct(&mut self, body: &Induct) {
        if let Some(person) = self.people.get_mut(&body.person) {
            person.trained_on.extend(body.weapons.iter().cloned());
            body.papers.iter().for_each(|paper| person.put(paper));
        }
    }

    pub(super) fn assign_role(&mut self, body: &AssignRole) {
        if let Some(person) = self.people.get_mut(&body.person) {
            person.roles.insert(body.role);
        }
    }

    pub(super) fn take_duty(&mut self, body: &TakeDuty, by: &PersonId, entry: &Entry) {
        if let Some(person) = self.people.get_mut(by) {
            person.seen = Some(entry.date);
            let taken = person.duties.insert(body.duty.clone());
            if taken && body.duty == WEAPONS {
                person.duty_since = Some(entry.at);
            }
        }
    }

    pub(super) fn drop_duty(&mut self, body: &DropDuty, by: &PersonId) {
        if let Some(person) = self.people.get_mut(by) {
            person.end_duty(&body.duty);
        }
    }

    /// The asker takes over every weapon and round of the relieved handler, who is off duty then.
    /// No check holds after it.
    pub(super) fn relieve(&mut self, body: &Relieve, by: &PersonId, entry: &Entry) {
        let Some(relieved) = self.people.get_mut(&body.from) else {
            return;
        };
        if &body.from == by {
            return;
        }
        relieved.end_duty(WEAPONS);
        for weapon in relieved.has.clone() {
            self.give(&weapon, Custodian::Handler(by.clone()));
            self.void(&weapon, VoidWhy::Relieved, entry.at);
        }
        let from = Account::Person(body.from.clone());
        self.empty_into(&from, &Account::Person(by.clone()));
    }

    pub(super) fn record_qualification(&mut self, body: &RecordQualification) {
        if let Some(person) = self.people.get_mut(&body.person) {
            person.put(&body.paper);
        }
    }

    pub(super) fn record_training(&mut self, body: &RecordTraining) {
        if let Some(person) = self.people.get_mut(&body.person) {
            person.trained_on.extend(body.weapons.iter().cloned());
            person.trained_for.extend(body.classes.iter().copied());
            body.paper.iter().for_each(|paper| person.put(paper));
        }
    }

    pub(super) fn record_consent(&mut self, body: &RecordConsent, by: &PersonId) {
        if let Some(person) = self.people.get_mut(&body.person) {
            let consent = Consent {
                written: body.written,
                by_guardian: by != &body.person,
                expires: body.expires,
            };
            person.consents.insert(body.to.clone(), consent);
        }
    }

    /// An arrival ends every zone: who was inside is no longer who is inside.
    pub(super) fn arrive(&mut self, body: &OfPerson, entry: &Entry) {
        self.end_zones();
        let person = entry.person(body.person.as_ref());
        if let Some(person) = person.and_then(|id| self.people.get_mut(id)) {
            person.present = true;
            person.seen = Some(entry.date);
        }
    }

    /// A leaving ends every zone. What the person bears, watches or has in hand is unwatched.
    pub(super) fn leave(&mut self, body: &OfPerson, entry: &Entry) {
        self.end_zones();
        let person = entry.person(body.person.as_ref());
        let Some(person) = person.and_then(|id| self.people.get_mut(id)) else {
            return;
        };
        person.present = false;
        let mut left: Vec<WeaponId> = person.bears.union(&person.watches).cloned().collect();
        // Who answers for a weapon watches it where no issue names another, even in somebody's hand.
        let not_issued = |id: &&WeaponId| {
            let weapon = self.weapons.get(*id);
            weapon.is_some_and(|weapon| weapon.issue.is_none())
        };
        left.extend(person.has.iter().filter(not_issued).cloned());
        for weapon in left {
            self.unwatch(&weapon, VoidWhy::Unwatched, entry.at);
        }
    }

    pub(super) fn unwilling(&mut self, body: &OfPerson, entry: &Entry) {
        let person = entry.person(body.person.as_ref());
        if let Some(person) = person.and_then(|id| self.people.get_mut(id)) {
            person.unwilling = true;
        }
    }
}

impl Person {
    fn end_duty(&mut self, duty: &str) {
        self.duties.remove(duty);
        if duty == WEAPONS {
            self.duty_since = None;
        }
    }

    /// Puts a paper on record: the newest of its kind stands.
    fn put(&mut self, paper: &Paper) {
        self.papers.insert(paper.kind.clone(), paper.clone());
    }
}
