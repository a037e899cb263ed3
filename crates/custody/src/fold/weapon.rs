//! A weapon's way to its bearer: checked out, checked, loaded, shown, issued; sent and received.

use super::entry::Entry;
use crate::{
    id::{PersonId, WeaponId},
    input::weapon::{Check, CheckOut, Issue, Load, Receive, Send, Show},
    names::{As, CheckKind, RoundClass, RoundState, Seen, Tier, VoidWhy, WeaponClass},
    rounds::Account,
    state::{self, Contents, Custodian, Issued, LoadedRound, State, Weapon},
};

impl State {
    /// Into the asker's custody and hand.
    pub(super) fn check_out(&mut self, row: &CheckOut, by: &PersonId) {
        self.take_from_bearer(&row.weapon);
        self.give(&row.weapon, Custodian::Handler(by.clone()));
        if let Some(weapon) = self.weapons.get_mut(&row.weapon) {
            weapon.watched = true;
            weapon.seal = None;
            weapon.kit_out.clone_from(&weapon.kit);
        }
    }

    /// The check holds from now on. It proves empty only what was seen empty: every position, the
    /// magazine and the bore. Rounds on record that were not seen in it lie on the ground until
    /// they are counted.
    pub(super) fn check(&mut self, row: &Check, by: &PersonId, entry: &Entry) {
        let Some(weapon) = self.weapons.get_mut(&row.weapon) else {
            return;
        };
        weapon.check = state::Check::Holds {
            kind: kind(weapon.tier),
            since: entry.at,
            by: by.clone(),
            witnesses: entry.input.answering(As::Witness).cloned().collect(),
            edge: row.edge,
            twin_ruled_out: row.twin_ruled_out,
        };
        weapon.watched = true;
        weapon.back_unchecked = false;
        weapon.unsay();
        if let Some(hold) = &mut weapon.hold {
            hold.checked = true;
        }
        if weapon.tier != Tier::A {
            return;
        }
        let empty = seen_empty(weapon, row);
        weapon.bore_seen |= row.bore == Seen::Empty;
        weapon.contents = if empty {
            Contents::Empty
        } else {
            Contents::Unknown
        };
        weapon.loaded_at = None;
        if empty {
            self.empty_weapon_into(&row.weapon, &Account::Ground);
        }
    }

    /// Each round goes into its position. It makes contents where they were proven before.
    pub(super) fn load(&mut self, row: &Load, by: &PersonId, entry: &Entry) {
        let own = Account::Person(by.clone());
        let loaded = self.put_in(row, row.from.as_ref().unwrap_or(&own));
        let Some(weapon) = self.weapons.get_mut(&row.weapon) else {
            return;
        };
        weapon.unsay();
        weapon.loaded_at = Some(entry.at);
        if loaded.iter().any(|round| round.class == RoundClass::Dummy) {
            weapon.bore_seen = false;
        }
        if let Some(issue) = &mut weapon.issue {
            issue.loaded = true;
        }
        let mut inside = match std::mem::replace(&mut weapon.contents, Contents::Unknown) {
            Contents::Empty => Vec::new(),
            Contents::Loaded(rounds) => rounds,
            other => {
                weapon.contents = other;
                return;
            }
        };
        inside.extend(loaded);
        inside.sort_by_key(|round| round.position);
        weapon.contents = Contents::Loaded(inside);
    }

    /// Puts rounds into positions that are free, as far as they are there.
    pub(super) fn put_in(&mut self, row: &Load, from: &Account) -> Vec<LoadedRound> {
        let mut loaded = Vec::new();
        for round in &row.rounds {
            let into = Account::WeaponPosition(row.weapon.clone(), round.position);
            if self.rounds.inside(&into).next().is_some() {
                continue;
            }
            let kept = (round.lot.clone(), RoundState::Fresh);
            if self.rounds.move_what_is_there(kept, 1, (from, &into)) == 0 {
                continue;
            }
            let lot = self.lots.get(&round.lot);
            loaded.push(LoadedRound {
                position: round.position,
                lot: round.lot.clone(),
                class: lot.map_or(RoundClass::Unknown, |lot| lot.class),
                fired: false,
            });
        }
        loaded
    }

    /// Offered to these eyes. Who asked to see it again has been shown.
    pub(super) fn show(&mut self, row: &Show) {
        if let Some(weapon) = self.weapons.get_mut(&row.weapon) {
            for person in &row.to {
                weapon.show_asked_by.remove(person);
            }
            weapon.shown_to.extend(row.to.iter().cloned());
        }
    }

    /// Into the bearer's hand. The custodian stays who it was.
    pub(super) fn issue(&mut self, row: &Issue, by: &PersonId, entry: &Entry) {
        let Some(weapon) = self.weapons.get(&row.weapon) else {
            return;
        };
        let issue = Issued {
            bearer: row.bearer.clone(),
            set_up: row.set_up.clone(),
            by: by.clone(),
            watched_by: row.watched_by.clone().unwrap_or_else(|| by.clone()),
            since: entry.at,
            loaded: !weapon.loaded().is_empty(),
            fired: false,
        };
        self.put_on_issue(&row.weapon, issue);
    }

    /// Away with a carrier, out of everybody's sight.
    pub(super) fn send(&mut self, body: &Send, entry: &Entry) {
        self.take_from_bearer(&body.weapon);
        self.give(&body.weapon, Custodian::Carrier);
        self.unwatch(&body.weapon, VoidWhy::WrongHands, entry.at);
        let weapon = self.weapons.get_mut(&body.weapon);
        let loan = weapon.and_then(|weapon| weapon.loan.as_mut());
        if let Some(loan) = loan.filter(|_| body.returned) {
            loan.returned = Some(entry.at);
        }
    }

    /// Received into the asker's custody, to be checked.
    pub(super) fn receive(&mut self, body: &Receive, by: &PersonId, entry: &Entry) {
        self.take_from_bearer(&body.weapon);
        self.give(&body.weapon, Custodian::Handler(by.clone()));
        self.void(&body.weapon, VoidWhy::WrongHands, entry.at);
    }

    /// Moves all rounds in a weapon's positions, as they are, into an account.
    pub(super) fn empty_weapon_into(&mut self, id: &WeaponId, to: &Account) {
        let inside = self.rounds.in_weapon(id);
        let inside: Vec<_> = inside
            .map(|(account, lot, state, n)| (account.clone(), (lot.clone(), state), n))
            .collect();
        for (account, kept, rounds) in inside {
            let _ = self.rounds.transfer(kept, rounds, (&account, to));
        }
    }
}

/// The check that a tier asks for.
const fn kind(tier: Tier) -> CheckKind {
    match tier {
        Tier::A => CheckKind::Clear,
        Tier::B => CheckKind::Identity,
        Tier::C => CheckKind::Edge,
        Tier::D => CheckKind::Device,
    }
}

/// Whether every position, the magazine and the bore were seen empty. What is loaded through its
/// muzzle shows no position: the ramrod has to ring on its breech.
fn seen_empty(weapon: &Weapon, row: &Check) -> bool {
    let positions = weapon.features.positions.unwrap_or(1);
    let all = row.positions.len() >= usize::from(positions.max(1));
    let inside = row.positions.iter().chain([&row.magazine, &row.bore]);
    let to_the_breech = weapon.class != WeaponClass::MuzzleLoader || row.ramrod_rang;
    all && to_the_breech && inside.into_iter().all(|seen| *seen == Seen::Empty)
}
