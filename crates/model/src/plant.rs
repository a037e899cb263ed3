//! Planted faults: one for each way a check stops holding, left out after the move that should end
//! it. The model has to find each by a go that rests on the check which should have ended.

use std::collections::BTreeSet;

use custody::{
    id::WeaponId,
    names::VoidWhy,
    state::{Check, State, Weapon},
};
use jiff::Timestamp;

use crate::ghost::Ghost;

/// A lapse that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plant(pub VoidWhy);

impl Plant {
    /// Every one of them.
    pub fn all() -> impl Iterator<Item = Self> {
        VoidWhy::ALL.iter().copied().map(Self)
    }

    /// Undoes, in what is true after a move, the lapse that is left out: the check holds on, with
    /// all that rests on it. Says of which weapons it did so.
    pub fn leave_out(
        self,
        before: &State,
        now: Timestamp,
        after: &mut State,
    ) -> BTreeSet<WeaponId> {
        if self.0 == VoidWhy::TooOld {
            return self.stay_young(after, now);
        }
        let mut kept = BTreeSet::new();
        for (id, weapon) in &mut after.weapons {
            let Some(was) = before.weapons.get(id) else {
                continue;
            };
            let lapsed = matches!(weapon.check, Check::Void { why, .. } if why == self.0);
            if was.check_holds() && lapsed {
                hold_on(was, weapon);
                kept.insert(id.clone());
            }
        }
        kept
    }

    /// That a check grew old is no entry: where this is left out, each is made young again at every
    /// move. Says of which weapons it did so.
    pub fn stay_young(self, after: &mut State, now: Timestamp) -> BTreeSet<WeaponId> {
        let mut kept = BTreeSet::new();
        if self.0 != VoidWhy::TooOld {
            return kept;
        }
        for (id, weapon) in &mut after.weapons {
            if let Check::Holds { since, .. } = &mut weapon.check {
                *since = now;
                kept.insert(id.clone());
            }
        }
        kept
    }

    /// The same state with the lapse that was left out: what a go must not have rested on.
    pub fn put_back(
        self,
        state: &State,
        kept: &BTreeSet<WeaponId>,
        (ghost, now): (&Ghost, Timestamp),
    ) -> State {
        let mut state = state.clone();
        for id in kept {
            let Some(weapon) = state.weapons.get_mut(id) else {
                continue;
            };
            match (&mut weapon.check, ghost.checked(id)) {
                (Check::Holds { since, .. }, Some(made)) if self.0 == VoidWhy::TooOld => {
                    *since = made;
                }
                (check, _) => {
                    *check = Check::Void {
                        why: self.0,
                        since: now,
                    };
                }
            }
        }
        state
    }
}

/// The check holds on, with all that it proves.
fn hold_on(was: &Weapon, weapon: &mut Weapon) {
    weapon.check = was.check.clone();
    weapon.contents = was.contents.clone();
    weapon.bore_seen = was.bore_seen;
    weapon.watched = was.watched;
    weapon.loaded_at = was.loaded_at;
    weapon.shown_to = was.shown_to.clone();
    weapon.announced = was.announced;
}
