//! Planted faults: one for each way a check stops holding, left out after the move that should end
//! it. The model has to find each.

use custody::{
    input::{Ask, Input, Report, What},
    names::VoidWhy,
    state::{Check, Contents, State},
};

/// A lapse that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plant(pub VoidWhy);

impl Plant {
    /// Every one of them.
    pub fn all() -> impl Iterator<Item = Self> {
        VoidWhy::ALL.iter().copied().map(Self)
    }

    /// Undoes, in what is true after a move, the lapse that is left out: the check holds on, with
    /// all that rests on it.
    pub fn leave_out(self, before: &State, input: &Input, after: &mut State) {
        if self.0 == VoidWhy::TooOld {
            return self.never_ages(before, input, after);
        }
        for (id, weapon) in &mut after.weapons {
            let Some(was) = before.weapons.get(id) else {
                continue;
            };
            let lapsed = matches!(weapon.check, Check::Void { why, .. } if why == self.0);
            if was.check_holds() && lapsed {
                weapon.check = was.check.clone();
                weapon.shown_to = was.shown_to.clone();
                if weapon.contents == Contents::Unknown {
                    weapon.contents = was.contents.clone();
                }
            }
        }
    }

    /// An old check is no entry: here it is made young again at each move.
    fn never_ages(self, before: &State, input: &Input, after: &mut State) {
        let kept = matches!(
            input.what,
            What::Ask(Ask::Check(_)) | What::Report(Report::Breach(_))
        );
        for (id, weapon) in &mut after.weapons {
            let was = before
                .weapons
                .get(id)
                .is_some_and(custody::state::Weapon::check_holds);
            if let (true, false, Check::Holds { since, .. }) = (was, kept, &mut weapon.check) {
                *since = input.at;
            }
        }
    }
}
