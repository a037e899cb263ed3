//! The set: zone, announcement, activity, firing sequence, and how they end.

use super::entry::Entry;
use crate::{
    id::WeaponId,
    input::{
        report::{End, ShotsFired},
        weapon::{Announce, BeginActivity, ClearToFire, ClearZone},
    },
    names::{Activity, Ending, RoundState, Tier, VoidWhy},
    state::{Contents, Running, Sequence, State, Zone},
};

impl State {
    pub(super) fn clear_zone(&mut self, body: &ClearZone, entry: &Entry) {
        let scene = self.set_ups.get(&body.set_up);
        if let Some(scene) = scene.and_then(|scene| self.scenes.get_mut(scene)) {
            scene.zone = Some(Zone {
                since: entry.at,
                inside: body.inside.clone(),
                lookout: body.lookout.clone(),
            });
        }
    }

    pub(super) fn announce(&mut self, row: &Announce) {
        if let Some(weapon) = self.weapons.get_mut(&row.weapon) {
            weapon.announced = true;
            weapon.back_unannounced = false;
        }
    }

    pub(super) fn begin_activity(&mut self, body: &BeginActivity, entry: &Entry) {
        let scene = self.set_ups.get(&body.set_up);
        if let Some(scene) = scene.and_then(|scene| self.scenes.get_mut(scene)) {
            scene.activity = Some(Running {
                activity: body.activity,
                set_up: body.set_up.clone(),
                since: entry.at,
            });
        }
    }

    pub(super) fn clear_to_fire(&mut self, row: &ClearToFire) {
        if let Some(weapon) = self.weapons.get_mut(&row.weapon) {
            weapon.sequence = Some(Sequence {
                set_up: row.set_up.clone(),
                planned: row.shots,
                fired: 0,
            });
        }
    }

    /// Zone and activity of the scene end, and with them the sequence of every weapon out for it.
    /// One that was fired without a sequence is treated the same.
    pub(super) fn end(&mut self, body: &End, entry: &Entry) {
        let scene = self.set_ups.get(&body.set_up);
        let Some(scene) = scene.and_then(|scene| self.scenes.get_mut(scene)) else {
            return;
        };
        scene.zone = None;
        if let Some(running) = scene.activity.take() {
            scene.ended = Some(entry.at);
            // what was broken off is played again
            if running.activity == Activity::Take && body.ending != Ending::Cease {
                scene.performed = Some(entry.at);
            }
        }
        for id in &scene.issued {
            let Some(weapon) = self.weapons.get_mut(id) else {
                continue;
            };
            let fired = weapon.issue.as_ref().is_some_and(|issue| issue.fired);
            if weapon.sequence.is_some() || fired {
                weapon.close_sequence();
                weapon.bore_seen = false;
                weapon.void(VoidWhy::SequenceEnded, entry.at);
            }
        }
    }

    /// No zone is clear any longer.
    pub(super) fn end_zones(&mut self) {
        for scene in self.scenes.values_mut() {
            scene.zone = None;
        }
    }

    /// Shots were fired: fresh rounds turn spent, in order of position. A tier-A weapon that fired
    /// more than the record has in it had rounds from nowhere: nothing of it is proven any longer.
    pub(super) fn shots(&mut self, row: &ShotsFired, entry: &mut Entry) {
        let fired = self.spend(&row.weapon, row.shots);
        let Some(weapon) = self.weapons.get_mut(&row.weapon) else {
            return;
        };
        weapon.fouled |= row.shots > 0;
        if let Some(issue) = &mut weapon.issue {
            issue.fired |= row.shots > 0;
        }
        match &mut weapon.sequence {
            Some(sequence) => sequence.fired = sequence.fired.saturating_add(row.shots),
            None => weapon.bore_seen &= row.shots == 0,
        }
        if fired < row.shots && weapon.tier == Tier::A {
            weapon.void(VoidWhy::Breach, entry.at);
            entry.trouble = true;
        }
    }

    /// Turns the next fresh rounds of a weapon spent, and says how many there were.
    fn spend(&mut self, id: &WeaponId, shots: u32) -> u32 {
        let mut fired = 0;
        while fired < shots && self.turn_next(id, RoundState::Spent) {
            fired += 1;
        }
        fired
    }

    /// Turns the next fresh round of a weapon, in order of position; false where none is left.
    pub(super) fn turn_next(&mut self, id: &WeaponId, to: RoundState) -> bool {
        let inside = self.rounds.in_weapon(id);
        let mut fresh = inside.filter(|(_, _, state, _)| *state == RoundState::Fresh);
        let next = fresh
            .next()
            .map(|(account, lot, ..)| (account.clone(), lot.clone()));
        drop(fresh);
        let Some((account, lot)) = next else {
            return false;
        };
        let turned = self.rounds.turn(&lot, 1, &account, (RoundState::Fresh, to));
        if let Some(Contents::Loaded(rounds)) = self.weapons.get_mut(id).map(|w| &mut w.contents) {
            let next = rounds.iter_mut().find(|round| !round.fired);
            if let Some(round) = next.filter(|_| to == RoundState::Spent) {
                round.fired = true;
            }
        }
        turned.is_ok()
    }
}
