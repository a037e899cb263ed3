//! What an ask or report names: the weapons, lots, scene and persons it is about.

use std::collections::BTreeSet;

use crate::{
    id::{LotId, PersonId, SceneId, SetUpId, WeaponId},
    input::{Ask, Lines, Report},
    laws,
    state::State,
};

/// The things an input names.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    /// Weapons that were touched or spoken of, in order.
    pub weapons: Vec<WeaponId>,
    /// Lots, in order.
    pub lots: Vec<LotId>,
    /// The scene.
    pub scene: Option<SceneId>,
    /// The set-up.
    pub set_up: Option<SetUpId>,
    /// Persons.
    pub persons: BTreeSet<PersonId>,
}

/// The rows of a line that were answered go.
pub(super) fn picked<'a, T>(lines: &'a Lines<T>, go: &'a [usize]) -> impl Iterator<Item = &'a T> {
    let rows = lines.rows();
    go.iter().filter_map(move |row| rows.get(*row))
}

impl Named {
    /// What the rows of an ask name. Weapons that are only planned, filed or read of are left out:
    /// nobody touches them by it.
    pub fn by_ask(ask: &Ask, go: &[usize]) -> Self {
        let mut named = Self::default();
        match ask {
            Ask::Induct(body) => {
                named.weapons.clone_from(&body.weapons);
                named.person(&body.person);
            }
            Ask::Relieve(body) => {
                named.weapons.clone_from(&body.weapons);
                let lots = body.rounds.iter().map(|counted| counted.lot.clone());
                named.lots.extend(lots);
                named.person(&body.from);
            }
            Ask::RecordTraining(body) => named.weapons.clone_from(&body.weapons),
            Ask::AcceptWeapon(body) => named.weapon(&body.weapon),
            Ask::Fit(body) => named.weapon(&body.weapon),
            Ask::TestFire(body) => {
                named.weapon(&body.weapon);
                named.lots.extend(body.lot.clone());
            }
            Ask::ReleaseFromQuarantine(body) => {
                named.weapons.extend(body.weapon.clone());
                named.lots.extend(body.lot.clone());
            }
            Ask::Send(body) => named.weapon(&body.weapon),
            Ask::Receive(body) => named.weapon(&body.weapon),
            Ask::EndHold(body) => named.weapon(&body.weapon),
            Ask::AcceptLot(body) => named.lot(&body.lot),
            Ask::MakeRounds(body) => named.lots.extend(body.from.clone()),
            Ask::TestDummies(body) => named.lot(&body.lot),
            Ask::Transfer(body) => named.lot(&body.lot),
            Ask::Count(body) => body.counted.iter().for_each(|row| named.lot(&row.lot)),
            Ask::PlanScene(body) => named.scene = Some(body.scene.clone()),
            Ask::AddSetUp(body) => named.scene = Some(body.scene.clone()),
            Ask::ApproveMitigation(body) => named.scene = Some(body.scene.clone()),
            Ask::ClearZone(body) => named.set_up = Some(body.set_up.clone()),
            Ask::BeginActivity(body) => named.set_up = Some(body.set_up.clone()),
            line => named.line(line, go),
        }
        named
    }

    /// What the rows of a line name.
    fn line(&mut self, ask: &Ask, go: &[usize]) {
        match ask {
            Ask::CheckOut(rows) => picked(rows, go).for_each(|row| self.weapon(&row.weapon)),
            Ask::Check(rows) => picked(rows, go).for_each(|row| self.weapon(&row.weapon)),
            Ask::Show(rows) => picked(rows, go).for_each(|row| self.weapon(&row.weapon)),
            Ask::Announce(rows) => picked(rows, go).for_each(|row| self.weapon(&row.weapon)),
            Ask::Load(rows) => picked(rows, go).for_each(|row| {
                self.weapon(&row.weapon);
                row.rounds.iter().for_each(|round| self.lot(&round.lot));
                self.set_up = Some(row.set_up.clone());
            }),
            Ask::Issue(rows) => picked(rows, go).for_each(|row| {
                self.weapon(&row.weapon);
                self.person(&row.bearer);
                self.set_up = Some(row.set_up.clone());
            }),
            Ask::ClearToFire(rows) => picked(rows, go).for_each(|row| {
                self.weapon(&row.weapon);
                self.set_up = Some(row.set_up.clone());
            }),
            _ => {}
        }
    }

    /// What a report names. A delivery brings its things with it: it names none that must be known.
    pub fn by_report(report: &Report) -> Self {
        let mut named = Self::default();
        match report {
            Report::Collect(rows) => rows.rows().iter().for_each(|r| named.weapon(&r.weapon)),
            Report::Unload(rows) => rows.rows().iter().for_each(|row| {
                named.weapon(&row.weapon);
                row.out.iter().for_each(|out| named.lot(&out.lot));
            }),
            Report::PutDown(rows) => rows.rows().iter().for_each(|r| named.weapon(&r.weapon)),
            Report::LockAway(rows) => rows.rows().iter().for_each(|r| named.weapon(&r.weapon)),
            Report::ShotsFired(rows) => rows.rows().iter().for_each(|r| named.weapon(&r.weapon)),
            Report::Cleaned(rows) => rows.rows().iter().for_each(|r| named.weapon(&r.weapon)),
            Report::Misfire(body)
            | Report::HangFire(body)
            | Report::Stoppage(body)
            | Report::StuckInBore(body)
            | Report::Damaged(body) => named.weapon(&body.weapon),
            Report::Altered(body) => named.weapon(&body.weapon),
            Report::Decline(body) => named.weapon(&body.weapon),
            Report::ShowAgain(body) => {
                named.weapon(&body.weapon);
                named.persons.extend(body.to.clone());
            }
            Report::Swapped(body) => {
                named.weapon(&body.weapon);
                named.weapon(&body.by);
            }
            Report::End(body) => named.set_up = Some(body.set_up.clone()),
            Report::Stop(body) => named.scene.clone_from(&body.scene),
            Report::Arrive(body) | Report::Leave(body) | Report::Unwilling(body) => {
                named.persons.extend(body.person.clone());
            }
            maybe => named.maybe(maybe),
        }
        named
    }

    /// What a report names that may leave it open.
    fn maybe(&mut self, report: &Report) {
        match report {
            Report::Missing(body) | Report::Found(body) | Report::Seized(body) => {
                self.weapons.extend(body.weapon.clone());
                self.lots.extend(body.lot.clone());
            }
            Report::Quarantine(body) => {
                self.weapons.extend(body.weapon.clone());
                self.lots.extend(body.lot.clone());
            }
            Report::BulletRoundFound(body) => {
                self.weapons.extend(body.weapon.clone());
                self.lots.extend(body.lot.clone());
            }
            Report::Unattended(body) => {
                self.weapons.extend(body.weapon.clone());
                self.lots.extend(body.lot.clone());
            }
            Report::Discharge(body) => {
                self.weapons.extend(body.weapon.clone());
                self.scene.clone_from(&body.scene);
            }
            Report::Injury(body) => {
                self.weapons.extend(body.weapon.clone());
                self.scene.clone_from(&body.scene);
                self.persons.extend(body.person.clone());
            }
            Report::NearMiss(body) => self.weapons.extend(body.weapon.clone()),
            Report::AuthorityReleased(body) => self.weapons.extend(body.weapon.clone()),
            Report::Breach(body) => {
                let rows: Vec<usize> = (0..laws::rows(&body.ask_body)).collect();
                *self = Self::by_ask(&body.ask_body, &rows);
                self.persons.extend(body.persons.clone());
            }
            _ => {}
        }
    }

    /// The scene it is about: as named, by the set-up, or by the issue of the first weapon.
    pub fn scene_in(&self, state: &State) -> Option<SceneId> {
        let named = self.scene.as_ref();
        if let Some(scene) = named.filter(|scene| state.scenes.contains_key(*scene)) {
            return Some(scene.clone());
        }
        let issue = self.weapons.first().and_then(|id| state.weapons.get(id));
        let issue = issue.and_then(|weapon| weapon.issue.as_ref());
        let set_up = self.set_up.as_ref().or(issue.map(|issue| &issue.set_up));
        set_up.and_then(|set_up| state.set_ups.get(set_up)).cloned()
    }

    fn weapon(&mut self, weapon: &WeaponId) {
        if !self.weapons.contains(weapon) {
            self.weapons.push(weapon.clone());
        }
    }

    fn lot(&mut self, lot: &LotId) {
        if !self.lots.contains(lot) {
            self.lots.push(lot.clone());
        }
    }

    fn person(&mut self, person: &PersonId) {
        self.persons.insert(person.clone());
    }
}
