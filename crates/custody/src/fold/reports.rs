//! Reports that make safe, and what went wrong with one weapon.

use jiff::SignedDuration;

use super::entry::Entry;
use crate::{
    id::WeaponId,
    input::report::{
        BulletRoundFound, Discharge, LockAway, OfWeapon, PutDown, ShowAgain, Swapped, TakenOut,
        Unload,
    },
    names::{Resting, RoundState, Tier, VoidWhy},
    rounds::Account,
    state::{Contents, Custodian, Hold, State, Weapon},
};

/// Stoppages in a row after which a weapon is put aside.
const TOO_MANY_STOPPAGES: u32 = 3;

impl State {
    /// Back to the custodian. What was loaded or fired is to be checked again; what comes to
    /// anyone else proves nothing, and a non-handler's collecting is a breach.
    pub(super) fn collect(&mut self, row: &OfWeapon, entry: &mut Entry) {
        let Some(weapon) = self.weapons.get(&row.weapon) else {
            return;
        };
        let issue = weapon.issue.as_ref();
        let used = issue.is_some_and(|issue| issue.loaded || issue.fired);
        let used = used || weapon.sequence.is_some() || !weapon.loaded().is_empty();
        let by_custodian = entry.by.is_some() && weapon.custodian.handler() == entry.by;
        self.take_from_bearer(&row.weapon);
        if !by_custodian {
            self.unwatch(&row.weapon, VoidWhy::WrongHands, entry.at);
            entry.trouble |= !entry.by_handler(self);
        } else if used {
            self.void(&row.weapon, VoidWhy::Collected, entry.at);
        }
    }

    /// Rounds out, each in the state it was found. Unloading what is preserved, before a hold's
    /// timer has run, or by a non-handler is kept as a breach.
    pub(super) fn unload(&mut self, row: &Unload, entry: &mut Entry) {
        let Some(weapon) = self.weapons.get_mut(&row.weapon) else {
            return;
        };
        let seconds = self.unit.settings.get("hold_seconds");
        let timer = SignedDuration::from_secs(seconds.copied().unwrap_or(0));
        let hold = weapon.hold.as_ref();
        let too_soon = hold.is_some_and(|hold| entry.at.duration_since(hold.since) < timer);
        let preserved = !weapon.preserved_by.is_empty();
        weapon.void(VoidWhy::Unloaded, entry.at);
        entry.trouble |= too_soon || preserved || !entry.by_handler(self);
        let to = row.to.clone().unwrap_or_else(|| entry.own());
        if row.out.is_empty() {
            self.empty_weapon_into(&row.weapon, &to);
        }
        self.stir(&to, VoidWhy::Breach, entry.at);
        for out in &row.out {
            let taken = self.take_out(&row.weapon, out, &to);
            entry.trouble |= taken < out.rounds;
        }
        self.note_mixing(&to);
    }

    /// Takes out rounds of one lot: those on record in the state in which they were found, then
    /// others of that lot, which are in that state now. Says how many there were.
    fn take_out(&mut self, id: &WeaponId, out: &TakenOut, to: &Account) -> u32 {
        let inside = self.rounds.in_weapon(id);
        let inside = inside.filter(|(_, lot, ..)| *lot == &out.lot);
        let mut inside: Vec<_> = inside.map(|(at, _, s, n)| (at.clone(), s, n)).collect();
        inside.sort_by_key(|(_, state, _)| *state != out.state);
        let mut taken = 0;
        for (account, state, rounds) in inside {
            let rounds = rounds.min(out.rounds.saturating_sub(taken));
            let found = (state, out.state);
            let turned = self.rounds.turn(&out.lot, rounds, &account, found);
            let kept = (out.lot.clone(), out.state);
            if turned.is_ok() {
                taken += self.rounds.move_what_is_there(kept, rounds, (&account, to));
            }
        }
        taken
    }

    /// Out of a hand it is unwatched. Its custodian may lay it on the rack, and on a cart what is
    /// proven not to be loaded.
    pub(super) fn put_down(&mut self, row: &PutDown, entry: &Entry) {
        let Some(weapon) = self.weapons.get(&row.weapon) else {
            return;
        };
        let by_custodian = entry.by.is_some() && weapon.custodian.handler() == entry.by;
        let in_reach = match row.on {
            Resting::Rack => true,
            Resting::Cart => proven_unloaded(weapon),
            Resting::Elsewhere => false,
        };
        let watched = weapon.bearer.is_none() && by_custodian && in_reach;
        self.take_from_bearer(&row.weapon);
        if !watched {
            self.unwatch(&row.weapon, VoidWhy::Unwatched, entry.at);
        }
    }

    /// Into the safe, under its seal: it came out of the hands that answered for it.
    pub(super) fn lock_away(&mut self, row: &LockAway, entry: &Entry) {
        self.take_from_bearer(&row.weapon);
        self.give(&row.weapon, Custodian::Safe);
        if let Some(weapon) = self.weapons.get_mut(&row.weapon) {
            weapon.seal.clone_from(&row.seal);
            weapon.kit_out.retain(|piece| !row.kit.contains(piece));
            weapon.void(VoidWhy::WrongHands, entry.at);
        }
    }

    /// The next fresh round is a dud, and the weapon is held.
    pub(super) fn misfire(&mut self, body: &OfWeapon, entry: &Entry) {
        self.turn_next(&body.weapon, RoundState::Dud);
        self.stoppage(&body.weapon, entry);
    }

    /// The weapon is held. The third time in a row puts it aside.
    pub(super) fn stoppage(&mut self, weapon: &WeaponId, entry: &Entry) {
        if let Some(weapon) = self.weapons.get_mut(weapon) {
            weapon.hold = Some(Hold {
                since: entry.at,
                checked: false,
            });
            weapon.stoppages = weapon.stoppages.saturating_add(1);
            weapon.quarantined |= weapon.stoppages >= TOO_MANY_STOPPAGES;
            weapon.bore_seen = false;
            weapon.void(VoidWhy::Misfire, entry.at);
        }
    }

    /// What went off, and what is still in it, nobody can say. The check is void as by the
    /// stand-down that a discharge asks for.
    pub(super) fn discharge(&mut self, body: &Discharge, entry: &Entry) {
        let weapon = body.weapon.as_ref();
        if let Some(weapon) = weapon.and_then(|id| self.weapons.get_mut(id)) {
            weapon.bore_seen = false;
            weapon.void(VoidWhy::StandDown, entry.at);
            if let Some(issue) = &mut weapon.issue {
                issue.fired = true;
            }
        }
    }

    /// Nothing stated of the lot is believed any longer, and of the weapon, or any that the lot is
    /// in, nothing is proven.
    pub(super) fn bullet_round_found(&mut self, body: &BulletRoundFound, entry: &Entry) {
        if let Some(weapon) = &body.weapon {
            self.void(weapon, VoidWhy::StandDown, entry.at);
        }
        if let Some(lot) = &body.lot {
            self.doubt(lot, VoidWhy::StandDown, entry.at);
        }
    }

    /// What is there now is in the hand in which the other was thought to be; where the other is
    /// nobody watches. Of neither is anything proven.
    pub(super) fn swapped(&mut self, body: &Swapped, entry: &Entry) {
        if body.weapon == body.by {
            self.unwatch(&body.weapon, VoidWhy::Swapped, entry.at);
            return;
        }
        let weapon = self.weapons.get(&body.weapon);
        let bearer = weapon.and_then(|weapon| weapon.bearer.clone());
        self.take_from_bearer(&body.weapon);
        self.take_from_bearer(&body.by);
        if let Some(bearer) = bearer {
            self.bear(&body.by, &bearer);
        }
        for id in [&body.weapon, &body.by] {
            self.unwatch(id, VoidWhy::Swapped, entry.at);
        }
    }

    /// Nothing is issued, begun or fired with it until this person was shown again.
    pub(super) fn show_again(&mut self, body: &ShowAgain, entry: &Entry) {
        let Some(weapon) = self.weapons.get_mut(&body.weapon) else {
            return;
        };
        match entry.person(body.to.as_ref()) {
            None => weapon.shown_to.clear(),
            Some(person) => {
                weapon.shown_to.remove(person);
                weapon.show_asked_by.insert(person.clone());
            }
        }
    }
}

/// Whether it is proven that no round is in it.
fn proven_unloaded(weapon: &Weapon) -> bool {
    weapon.tier != Tier::A || weapon.contents == Contents::Empty
}

/// Who answers for a thing that came back: a handler on duty who has it, or a safe it was put in.
pub(super) fn who_has(state: &State, entry: &Entry, account: Option<&Account>) -> Custodian {
    match account {
        Some(Account::Safe(_)) => Custodian::Safe,
        Some(Account::Police) => Custodian::Police,
        _ => state.custodian_of_unknown(entry),
    }
}
