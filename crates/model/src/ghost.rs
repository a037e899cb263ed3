//! What should be so of each check, written down apart from the fold and from the words of the
//! domain alone: when it was made, and that nothing since has ended it.

use std::collections::{BTreeMap, BTreeSet};

use custody::{
    id::{PersonId, SetUpId, WeaponId},
    input::{Ask, Input, Report, What, report::Breach},
    names::Resting,
    state::{Contents, State, Weapon},
};
use jiff::Timestamp;

/// When each weapon was last checked, while nothing has happened that ends the check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ghost(BTreeMap<WeaponId, Timestamp>);

impl Ghost {
    /// What is so of a state where nothing has gone wrong yet.
    pub fn of(state: &State) -> Self {
        let held = state
            .weapons
            .iter()
            .filter_map(|(id, weapon)| match &weapon.check {
                custody::state::Check::Holds { since, .. } => Some((id.clone(), *since)),
                _ => None,
            });
        Self(held.collect())
    }

    /// When a weapon was checked, if that check should still hold.
    pub fn checked(&self, weapon: &WeaponId) -> Option<Timestamp> {
        self.0.get(weapon).copied()
    }

    /// Takes in an input that was answered.
    pub fn follow(&mut self, before: &State, input: &Input, after: &State) {
        for id in ended(before, input) {
            self.0.remove(&id);
        }
        for (id, weapon) in &after.weapons {
            if covered(id, weapon, after)
                && !before
                    .weapons
                    .get(id)
                    .is_some_and(|it| covered(id, it, before))
            {
                self.0.remove(id);
            }
        }
        if let What::Ask(Ask::Check(rows)) = &input.what {
            let checked = rows.rows().iter().map(|row| row.weapon.clone());
            self.0.extend(checked.map(|id| (id, input.at)));
        }
    }

    /// A go of a weapon whose check was made longer ago than the house allows, or that something has
    /// ended since.
    pub fn too_old(&self, before: &State, input: &Input) -> Option<String> {
        let What::Ask(ask) = &input.what else {
            return None;
        };
        let named: Vec<&WeaponId> = match ask {
            Ask::Issue(rows) => rows.rows().iter().map(|row| &row.weapon).collect(),
            Ask::Load(rows) => rows.rows().iter().map(|row| &row.weapon).collect(),
            Ask::Announce(rows) => rows.rows().iter().map(|row| &row.weapon).collect(),
            Ask::ClearToFire(rows) => rows.rows().iter().map(|row| &row.weapon).collect(),
            _ => return None,
        };
        let unproven = named.iter().find(|id| self.checked(id).is_none());
        if let Some(id) = unproven {
            return Some(format!(
                "{id}: {} went while no check holds",
                input.what.name()
            ));
        }
        let most = before.unit.settings.get("check_age_minutes")?;
        let old = |id: &&&WeaponId| {
            self.checked(id)
                .is_some_and(|at| input.at.duration_since(at).as_mins() > *most)
        };
        let issues = matches!(ask, Ask::Issue(_));
        let old = named.iter().find(old).filter(|_| issues)?;
        Some(format!(
            "{old}: it was issued on a check older than {most} minutes"
        ))
    }

    /// A check that holds on record and should not, but for these, where a fault is planted.
    pub fn differs(&self, state: &State, but: &BTreeSet<WeaponId>) -> Option<String> {
        let mut weapons = state
            .weapons
            .iter()
            .filter(|(id, weapon)| weapon.check_holds() && !but.contains(*id));
        let wrong = weapons.find(|(id, _)| !self.0.contains_key(*id))?;
        Some(format!(
            "{}: its check holds, though something ended it",
            wrong.0
        ))
    }
}

/// A stand-down covers it.
fn covered(id: &WeaponId, weapon: &Weapon, state: &State) -> bool {
    let scenes = state.scenes.values();
    !weapon.stood_down_by.is_empty()
        || !state.unit.stood_down.is_empty()
        || scenes
            .into_iter()
            .any(|scene| !scene.stood_down_by.is_empty() && scene.issued.contains(id))
}

/// The weapons whose check an input ends.
fn ended(before: &State, input: &Input) -> Vec<WeaponId> {
    match &input.what {
        What::Ask(ask) => by_ask(before, ask),
        What::Report(report) => by_report(before, report, input.by.as_ref()),
    }
}

fn by_ask(before: &State, ask: &Ask) -> Vec<WeaponId> {
    match ask {
        Ask::WrapDay(_) => before.weapons.keys().cloned().collect(),
        Ask::Relieve(body) => of_handler(before, &body.from),
        Ask::Fit(body) => vec![body.weapon.clone()],
        Ask::Send(body) => vec![body.weapon.clone()],
        _ => Vec::new(),
    }
}

fn by_report(before: &State, report: &Report, by: Option<&PersonId>) -> Vec<WeaponId> {
    match report {
        Report::Unload(rows) => rows.rows().iter().map(|row| row.weapon.clone()).collect(),
        Report::Cleaned(rows) => rows.rows().iter().map(|row| row.weapon.clone()).collect(),
        Report::Misfire(it)
        | Report::HangFire(it)
        | Report::Stoppage(it)
        | Report::StuckInBore(it)
        | Report::Damaged(it) => vec![it.weapon.clone()],
        Report::Altered(it) => vec![it.weapon.clone()],
        Report::Swapped(it) => vec![it.weapon.clone(), it.by.clone()],
        Report::Unattended(it) => it.weapon.iter().cloned().collect(),
        Report::Missing(it) | Report::Found(it) | Report::Seized(it) => {
            it.weapon.iter().cloned().collect()
        }
        Report::Collect(rows) => {
            let rows = rows.rows().iter().map(|row| &row.weapon);
            rows.filter(|id| used(before, id) || !answers_for(before, id, by))
                .cloned()
                .collect()
        }
        Report::PutDown(rows) => {
            let rows = rows.rows().iter();
            let left =
                rows.filter(|row| row.on == Resting::Elsewhere || borne(before, &row.weapon));
            left.map(|row| row.weapon.clone()).collect()
        }
        Report::End(it) => sequences(before, &it.set_up),
        Report::Leave(it) => it
            .person
            .as_ref()
            .or(by)
            .map_or_else(Vec::new, |who| watched_by(before, who)),
        Report::Breach(it) => breached(it),
        _ => Vec::new(),
    }
}

fn of_handler(state: &State, person: &PersonId) -> Vec<WeaponId> {
    let weapons = state.weapons.iter();
    let his = weapons.filter(|(_, it)| it.custodian.handler() == Some(person));
    his.map(|(id, _)| id.clone()).collect()
}

/// It was loaded or fired, or nobody knows what is in it.
fn used(state: &State, id: &WeaponId) -> bool {
    state.weapons.get(id).is_some_and(|it| {
        !matches!(it.contents, Contents::Empty | Contents::NotApplicable)
            || it.issue.as_ref().is_some_and(|issue| issue.fired)
    })
}

fn borne(state: &State, id: &WeaponId) -> bool {
    state.weapons.get(id).is_some_and(|it| it.issue.is_some())
}

/// It comes back to who answers for it.
fn answers_for(state: &State, id: &WeaponId, by: Option<&PersonId>) -> bool {
    let weapon = state.weapons.get(id);
    by.is_some() && weapon.and_then(|it| it.custodian.handler()) == by
}

fn sequences(state: &State, set_up: &SetUpId) -> Vec<WeaponId> {
    let running = state.weapons.iter().filter(|(_, it)| {
        it.sequence
            .as_ref()
            .is_some_and(|sequence| sequence.set_up == *set_up)
    });
    running.map(|(id, _)| id.clone()).collect()
}

fn watched_by(state: &State, who: &PersonId) -> Vec<WeaponId> {
    let weapons = state.weapons.iter().filter(|(_, it)| match &it.issue {
        Some(issue) => issue.watched_by == *who,
        None => it.custodian.handler() == Some(who),
    });
    weapons.map(|(id, _)| id.clone()).collect()
}

fn breached(it: &Breach) -> Vec<WeaponId> {
    match &*it.ask_body {
        Ask::Issue(rows) => rows.rows().iter().map(|row| row.weapon.clone()).collect(),
        Ask::Load(rows) => rows.rows().iter().map(|row| row.weapon.clone()).collect(),
        Ask::ClearToFire(rows) => rows.rows().iter().map(|row| row.weapon.clone()).collect(),
        Ask::CheckOut(rows) => rows.rows().iter().map(|row| row.weapon.clone()).collect(),
        Ask::Check(rows) => rows.rows().iter().map(|row| row.weapon.clone()).collect(),
        Ask::Show(rows) => rows.rows().iter().map(|row| row.weapon.clone()).collect(),
        _ => Vec::new(),
    }
}
