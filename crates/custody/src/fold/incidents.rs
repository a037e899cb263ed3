//! What follows from an entry: holds, quarantine, preserving, stand-downs, clocks; the incident.

use jiff::{SignedDuration, Timestamp};

use super::{Folded, entry::Entry};
use crate::{
    answered::{Consequence, Effect},
    id::{IncidentId, SceneId, WeaponId},
    names::{Scope, VoidWhy},
    state::{Clock, Hold, Incident, State, Touched},
};

/// What the rules that held add up to.
#[derive(Default)]
struct Sum {
    stand_down: Option<Scope>,
    clocks: Vec<Clock>,
    hold: bool,
    quarantine: bool,
    preserve: bool,
    incident: bool,
}

impl State {
    /// Folds the consequences of an entry. All that need an incident share one.
    pub(super) fn follow(&mut self, consequences: &[Consequence], entry: Entry) -> Folded {
        let sum = add_up(consequences, entry.at);
        self.note_touches(&entry);
        for id in &entry.named.weapons {
            if let Some(weapon) = self.weapons.get_mut(id) {
                weapon.quarantined |= sum.quarantine;
                if sum.hold && weapon.hold.is_none() {
                    weapon.hold = Some(Hold {
                        since: entry.at,
                        checked: false,
                    });
                }
            }
        }
        for id in &entry.named.lots {
            if let Some(lot) = self.lots.get_mut(id) {
                lot.quarantined |= sum.quarantine;
            }
        }
        let opens = sum.incident || entry.trouble;
        let incident = opens.then(|| self.open_incident(sum, &entry)).flatten();
        Folded { incident }
    }

    /// Every touch of a weapon that is to stay as found stands with the incident that asks for it.
    fn note_touches(&mut self, entry: &Entry) {
        for id in &entry.named.weapons {
            let preserved = self.weapons.get(id).map(|weapon| &weapon.preserved_by);
            for incident in preserved.into_iter().flatten() {
                if let Some(incident) = self.incidents.get_mut(incident) {
                    incident.touched.push(Touched {
                        at: entry.at,
                        by: entry.by.cloned(),
                        weapon: id.clone(),
                        what: entry.input.what.name().to_owned(),
                    });
                }
            }
        }
    }

    fn open_incident(&mut self, sum: Sum, entry: &Entry) -> Option<IncidentId> {
        let number = self.incidents.len().saturating_add(1);
        let id: IncidentId = format!("incident-{number}").parse().ok()?;
        let scene = entry.scene.clone().or_else(|| entry.named.scene_in(self));
        let weapons = &entry.named.weapons;
        let scope = sum.stand_down.map(|scope| reach(scope, weapons, &scene));
        if let Some(scope) = scope {
            self.stand_down((&id, scope), (weapons, scene.as_ref()), entry.at);
        }
        if sum.preserve {
            for weapon in weapons {
                if let Some(weapon) = self.weapons.get_mut(weapon) {
                    weapon.preserved_by.insert(id.clone());
                }
            }
        }
        let incident = Incident {
            cause: entry.input.what.name().to_owned(),
            since: entry.at,
            weapon: weapons.first().cloned(),
            scene,
            lot: entry.named.lots.first().cloned(),
            stand_down: scope,
            acted: entry.acted.clone(),
            clocks: sum.clocks,
            touched: Vec::new(),
            closed: None,
        };
        self.incidents.insert(id.clone(), incident);
        self.unit.numbered = self.unit.numbered.saturating_add(1);
        Some(id)
    }

    /// Weapons work stops as far as the scope reaches: no check of what it covers holds.
    fn stand_down(
        &mut self,
        (incident, scope): (&IncidentId, Scope),
        (weapons, scene): (&[WeaponId], Option<&SceneId>),
        at: Timestamp,
    ) {
        let covered = match (scope, scene) {
            (Scope::Weapon, _) => weapons.to_vec(),
            (Scope::Scene, Some(scene)) => self.weapons_of(scene),
            (Scope::Scene, None) | (Scope::Production, _) => self.weapons.keys().cloned().collect(),
        };
        for id in &covered {
            if let Some(weapon) = self.weapons.get_mut(id) {
                weapon.void(VoidWhy::StandDown, at);
                if scope == Scope::Weapon {
                    weapon.stood_down_by.insert(incident.clone());
                }
            }
        }
        if scope == Scope::Production {
            self.unit.stood_down.insert(incident.clone());
        }
        let scene = scene.filter(|_| scope == Scope::Scene);
        if let Some(scene) = scene.and_then(|scene| self.scenes.get_mut(scene)) {
            scene.stood_down_by.insert(incident.clone());
        }
    }

    /// Weapons out for a scene, and those its plan uses by name or class.
    pub(super) fn weapons_of(&self, scene: &SceneId) -> Vec<WeaponId> {
        let Some(scene) = self.scenes.get(scene) else {
            return Vec::new();
        };
        let mut weapons = scene.issued.clone();
        if let Some(plan) = &scene.plan {
            weapons.extend(plan.envelope.weapons.iter().cloned());
            let classes = &plan.envelope.classes;
            if !classes.is_empty() {
                let all = self.weapons.iter();
                let of_class = all.filter(|(_, weapon)| classes.contains(&weapon.class));
                weapons.extend(of_class.map(|(id, _)| id.clone()));
            }
        }
        weapons.into_iter().collect()
    }
}

fn add_up(consequences: &[Consequence], at: Timestamp) -> Sum {
    let mut sum = Sum::default();
    for Consequence { rule, effect } in consequences {
        sum.incident |= !matches!(effect, Effect::Hold | Effect::Quarantine | Effect::Record);
        match effect {
            Effect::StandDown(scope) => sum.stand_down = sum.stand_down.max(Some(*scope)),
            Effect::Clock { hours, to } => sum.clocks.push(Clock {
                rule: rule.clone(),
                to: to.clone(),
                due: due(at, *hours),
                told: None,
            }),
            Effect::Hold => sum.hold = true,
            Effect::Quarantine => sum.quarantine = true,
            Effect::Preserve => sum.preserve = true,
            Effect::Incident | Effect::Record => {}
        }
    }
    sum
}

fn due(at: Timestamp, hours: u32) -> Timestamp {
    let due = at.checked_add(SignedDuration::from_hours(hours.into()));
    due.unwrap_or(Timestamp::MAX)
}

/// How far a stand-down reaches: a weapon or scene that nobody can name is the whole set.
fn reach(scope: Scope, weapons: &[WeaponId], scene: &Option<SceneId>) -> Scope {
    match scope {
        Scope::Weapon if weapons.is_empty() => Scope::Production,
        Scope::Scene if scene.is_none() => Scope::Production,
        scope => scope,
    }
}
