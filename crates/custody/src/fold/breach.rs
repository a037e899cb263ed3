//! A breach: somebody did without a go what an ask describes. Only its physical facts are folded;
//! what it claims to prove is unknown.

use super::entry::{Entry, WEAPONS};
use crate::{
    id::{PersonId, WeaponId},
    input::{
        Ask,
        intake::{MakeRounds, Origin, Parts, TestFire},
        people::{DropDuty, Relieve, TakeDuty},
        planning::AddSetUp,
        report::Breach,
        weapon::{Issue, Load},
    },
    names::VoidWhy,
    rounds::Account,
    state::State,
};

impl State {
    /// Folds what was physically done. No check holds of any weapon it touches.
    pub(super) fn breach(&mut self, body: &Breach, entry: &mut Entry) {
        entry.trouble = true;
        for weapon in &entry.named.weapons {
            self.void(weapon, VoidWhy::Breach, entry.at);
        }
        self.done(&body.ask_body, entry);
    }

    fn done(&mut self, ask: &Ask, entry: &Entry) {
        match ask {
            Ask::CheckOut(_) | Ask::Receive(_) => self.picked_up(&entry.named.weapons, entry),
            Ask::Issue(rows) => rows.rows().iter().for_each(|row| self.handed(row, entry)),
            Ask::Load(rows) => rows.rows().iter().for_each(|row| self.filled(row, entry)),
            Ask::Send(body) => self.sent(&body.weapon, body.carrier.as_ref(), entry),
            Ask::Transfer(body) => self.transfer(body, entry),
            Ask::MakeRounds(body) => self.made(body, entry),
            Ask::TestFire(body) => self.fired(body, entry),
            Ask::Fit(body) => self.fitted(&body.weapon),
            Ask::Relieve(body) => self.taken_over(body, entry),
            Ask::AddSetUp(body) => self.left_plan(body),
            Ask::ClearZone(_) => self.zone_unknown(entry),
            Ask::TakeDuty(body) => self.took_duty(body, entry),
            Ask::DropDuty(body) => self.dropped_duty(body, entry),
            _ => {}
        }
    }

    /// In the asker's hand now. Who answers for the weapon stays who it was.
    fn picked_up(&mut self, weapons: &[WeaponId], entry: &Entry) {
        for weapon in weapons {
            self.in_hand_of(weapon, entry.by, entry);
        }
    }

    fn in_hand_of(&mut self, weapon: &WeaponId, person: Option<&PersonId>, entry: &Entry) {
        self.take_from_bearer(weapon);
        if let Some(person) = person {
            self.bear(weapon, person);
        }
        self.unwatch(weapon, VoidWhy::Breach, entry.at);
    }

    /// In that person's hand, without an issue.
    fn handed(&mut self, row: &Issue, entry: &Entry) {
        self.in_hand_of(&row.weapon, Some(&row.bearer), entry);
    }

    /// Rounds are where they were put, as many as there were. What is in it is unknown.
    fn filled(&mut self, row: &Load, entry: &Entry) {
        let own = entry.own();
        self.put_in(row, row.from.as_ref().unwrap_or(&own));
        if let Some(weapon) = self.weapons.get_mut(&row.weapon) {
            weapon.bore_seen = false;
            if let Some(issue) = &mut weapon.issue {
                issue.loaded = true;
            }
        }
    }

    /// Gone with the carrier, or with nobody known.
    fn sent(&mut self, weapon: &WeaponId, carrier: Option<&PersonId>, entry: &Entry) {
        self.in_hand_of(weapon, carrier, entry);
    }

    /// The rounds are there, in quarantine; what they are is unknown. That they come from bullet
    /// rounds is kept.
    fn made(&mut self, body: &MakeRounds, entry: &Entry) {
        let Some(by) = entry.by else {
            return;
        };
        let body = MakeRounds {
            parts: Parts::default(),
            origin: Origin {
                maker: None,
                maker_licensed: None,
                ..body.origin.clone()
            },
            ..body.clone()
        };
        self.make_rounds(&body, by, entry);
        self.doubt(&body.lot, VoidWhy::Breach, entry.at);
    }

    fn fired(&mut self, body: &TestFire, entry: &Entry) {
        if let Some(weapon) = self.weapons.get_mut(&body.weapon) {
            weapon.bore_seen = false;
        }
        if let Some(by) = entry.by {
            self.spend_own(body, by);
        }
    }

    /// Altered by nobody who may: its features stay as they are on record, and it is put aside.
    fn fitted(&mut self, weapon: &WeaponId) {
        if let Some(weapon) = self.weapons.get_mut(weapon) {
            weapon.quarantined = true;
        }
    }

    /// Weapons and rounds are with the one who took them; the relieved handler answers for them.
    fn taken_over(&mut self, body: &Relieve, entry: &Entry) {
        let relieved = self.people.get(&body.from);
        let mut weapons: Vec<WeaponId> = body.weapons.clone();
        weapons.extend(
            relieved
                .iter()
                .flat_map(|person| person.has.iter().cloned()),
        );
        self.picked_up(&weapons, entry);
        let from = Account::Person(body.from.clone());
        self.empty_into(&from, &entry.own());
    }

    /// Whatever was added outside the plan, the plan no longer covers what is done.
    fn left_plan(&mut self, body: &AddSetUp) {
        let scene = self.scenes.get_mut(&body.scene);
        if let Some(scene) = scene.filter(|_| body.outside_plan.is_some()) {
            scene.leave_envelope();
        }
    }

    /// Nobody knows who is inside.
    fn zone_unknown(&mut self, entry: &Entry) {
        let scene = entry.named.scene_in(self);
        if let Some(scene) = scene.and_then(|scene| self.scenes.get_mut(&scene)) {
            scene.zone = None;
        }
    }

    /// Another duty is had, go or no go; weapon duty is never taken so.
    fn took_duty(&mut self, body: &TakeDuty, entry: &Entry) {
        if let (Some(by), true) = (entry.by, body.duty != WEAPONS) {
            self.take_duty(body, by, entry);
        }
    }

    /// Weapon duty is dropped, go or no go, and what is out of the safe with it is unwatched;
    /// another duty stays.
    fn dropped_duty(&mut self, body: &DropDuty, entry: &Entry) {
        let Some(person) = entry.by.and_then(|by| self.people.get_mut(by)) else {
            return;
        };
        if body.duty == WEAPONS {
            person.duties.remove(WEAPONS);
            for weapon in person
                .has
                .union(&person.watches)
                .cloned()
                .collect::<Vec<_>>()
            {
                self.unwatch(&weapon, VoidWhy::Breach, entry.at);
            }
        }
    }
}
