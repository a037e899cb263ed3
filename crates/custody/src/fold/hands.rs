//! Who answers for a weapon and in whose hand it is, with the lists by which both are found.

use crate::{
    id::{PersonId, WeaponId},
    state::{Custodian, Issued, State},
};

impl State {
    /// Another answers for the weapon. It always has exactly one custodian.
    pub(super) fn give(&mut self, id: &WeaponId, to: Custodian) {
        let Some(weapon) = self.weapons.get_mut(id) else {
            return;
        };
        let before = std::mem::replace(&mut weapon.custodian, to);
        let after = weapon.custodian.handler();
        if let Some(person) = before.handler().and_then(|p| self.people.get_mut(p)) {
            person.has.remove(id);
        }
        if let Some(person) = after.and_then(|p| self.people.get_mut(p)) {
            person.has.insert(id.clone());
        }
    }

    /// The weapon is in a person's hand, and in nobody else's.
    pub(super) fn bear(&mut self, id: &WeaponId, bearer: &PersonId) {
        self.take_from_bearer(id);
        if let Some(weapon) = self.weapons.get_mut(id) {
            weapon.bearer = Some(bearer.clone());
            if let Some(person) = self.people.get_mut(bearer) {
                person.bears.insert(id.clone());
            }
        }
    }

    /// The weapon is issued: into the bearer's hand, under a handler's eyes, for a set-up.
    pub(super) fn put_on_issue(&mut self, id: &WeaponId, issue: Issued) {
        self.bear(id, &issue.bearer);
        let Some(weapon) = self.weapons.get_mut(id) else {
            return;
        };
        if let Some(watcher) = self.people.get_mut(&issue.watched_by) {
            watcher.watches.insert(id.clone());
        }
        let scene = self.set_ups.get(&issue.set_up);
        if let Some(scene) = scene.and_then(|scene| self.scenes.get_mut(scene)) {
            scene.issued.insert(id.clone());
        }
        weapon.tested_before.clear();
        weapon.issue = Some(issue);
    }

    /// The weapon is in nobody's hand: its issue and any sequence end.
    pub(super) fn take_from_bearer(&mut self, id: &WeaponId) {
        let Some(weapon) = self.weapons.get_mut(id) else {
            return;
        };
        weapon.close_sequence();
        let bearer = weapon.bearer.take();
        weapon.back_unchecked |= bearer.is_some();
        weapon.back_unannounced |= bearer.is_some();
        if let Some(person) = bearer.and_then(|bearer| self.people.get_mut(&bearer)) {
            person.bears.remove(id);
        }
        let Some(issue) = weapon.issue.take() else {
            return;
        };
        if let Some(watcher) = self.people.get_mut(&issue.watched_by) {
            watcher.watches.remove(id);
        }
        let scene = self.set_ups.get(&issue.set_up);
        if let Some(scene) = scene.and_then(|scene| self.scenes.get_mut(scene)) {
            scene.issued.remove(id);
        }
    }
}
