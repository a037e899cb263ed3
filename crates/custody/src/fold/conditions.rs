//! What a weapon's own entries make of it: the check voided, a sequence closed, features changed.

use jiff::Timestamp;

use crate::{
    derive,
    id::WeaponId,
    input::intake::Features,
    names::{Lender, Tier, VoidWhy},
    state::{Check, Contents, Custodian, State, Weapon},
};

impl Weapon {
    /// A weapon as it enters the record: in quarantine, never checked, its contents unknown.
    pub fn entered(features: Features, lender: Lender, custodian: Custodian) -> Self {
        let (tier, class) = derive::weapon(&features);
        Self {
            features,
            tier,
            class,
            lender,
            why_live_capable: None,
            accepted: false,
            quarantined: true,
            custodian,
            bearer: None,
            watched: false,
            check: Check::None,
            contents: unproven(tier),
            bore_seen: false,
            shown_to: Default::default(),
            show_asked_by: Default::default(),
            issue: None,
            hold: None,
            stoppages: 0,
            preserved_by: Default::default(),
            stood_down_by: Default::default(),
            sequence: None,
            test_fired: None,
            tested_before: Default::default(),
            back_unchecked: false,
            back_unannounced: false,
            announced: false,
            loaded_at: None,
            seal: None,
            documents: Default::default(),
            fitted: Default::default(),
            fouled: false,
            kit: Default::default(),
            kit_out: Default::default(),
            loan: None,
        }
    }

    /// The check stops holding. The first cause stays on record, unless it was an everyday one and
    /// a worse one follows. A weapon never checked stays so: there was nothing to void.
    pub(super) fn void(&mut self, why: VoidWhy, since: Timestamp) {
        let replaced = match &self.check {
            Check::None => false,
            Check::Holds { .. } => true,
            Check::Void { why: before, .. } => everyday(*before) && !everyday(why),
        };
        // it has not held since the first cause, whichever is kept
        let since = match &self.check {
            Check::Void { since: first, .. } => *first,
            Check::None | Check::Holds { .. } => since,
        };
        if replaced {
            self.check = Check::Void { why, since };
        }
        if out_of_sight(why) {
            self.bore_seen = false;
        }
        self.contents = unproven(self.tier);
        self.loaded_at = None;
        self.unsay();
    }

    /// What was shown and announced was of something else: nobody has seen or heard what is now.
    pub(super) fn unsay(&mut self) {
        self.shown_to.clear();
        self.announced = false;
    }

    /// The sequence ends, if one runs. A clean one, in which every shot went and nothing stopped,
    /// ends the row of misfires.
    pub(super) fn close_sequence(&mut self) {
        if let Some(sequence) = self.sequence.take() {
            self.bore_seen = false;
            if sequence.fired > 0 && self.check_holds() {
                self.stoppages = 0;
            }
        }
    }

    /// Other features: tier and class are derived anew, and nothing proven before is proven still.
    pub(super) fn become_of(&mut self, features: Features, (why, since): (VoidWhy, Timestamp)) {
        (self.tier, self.class) = derive::weapon(&features);
        self.features = features;
        self.void(why, since);
    }
}

impl State {
    /// The check of a weapon stops holding.
    pub(super) fn void(&mut self, weapon: &WeaponId, why: VoidWhy, since: Timestamp) {
        if let Some(weapon) = self.weapons.get_mut(weapon) {
            weapon.void(why, since);
        }
    }

    /// A weapon is out of the sight of whoever answers for it.
    pub(super) fn unwatch(&mut self, weapon: &WeaponId, why: VoidWhy, since: Timestamp) {
        if let Some(weapon) = self.weapons.get_mut(weapon) {
            weapon.watched = false;
            weapon.void(why, since);
        }
    }
}

/// Contents of which nothing is proven.
const fn unproven(tier: Tier) -> Contents {
    match tier {
        Tier::A => Contents::Unknown,
        Tier::B | Tier::C | Tier::D => Contents::NotApplicable,
    }
}

/// Causes that belong to every good day.
const fn everyday(why: VoidWhy) -> bool {
    matches!(
        why,
        VoidWhy::Collected
            | VoidWhy::SequenceEnded
            | VoidWhy::Unloaded
            | VoidWhy::Cleaned
            | VoidWhy::TooOld
            | VoidWhy::Relieved
            | VoidWhy::DayWrapped
    )
}

/// Causes by which nobody who answers for it knows what was done to it, its bore included.
const fn out_of_sight(why: VoidWhy) -> bool {
    matches!(
        why,
        VoidWhy::Unwatched
            | VoidWhy::WrongHands
            | VoidWhy::Misfire
            | VoidWhy::Swapped
            | VoidWhy::Altered
            | VoidWhy::Damaged
            | VoidWhy::Breach
    )
}
