//! Safety: the day, stops, concerns, holds, stand-downs, incidents closed.

use super::entry::Entry;
use crate::{
    id::{IncidentId, VoiceId, WeaponId},
    input::{
        report::{Concern, Stop},
        safety::{AnswerConcern, AnswerStop, CloseIncident, EndHold, LiftStandDown},
    },
    names::{Scope, VoidWhy},
    state::{self, Closed, OpenedDay, State},
};

impl State {
    pub(super) fn open_day(&mut self, entry: &Entry) {
        self.unit.day = Some(OpenedDay {
            since: entry.at,
            date: entry.date,
            bulletins_attached: self.unit.bulletins.contains(&entry.date),
        });
    }

    /// No check outlives its day.
    pub(super) fn wrap_day(&mut self, entry: &Entry) {
        self.unit.day = None;
        for weapon in self.weapons.values_mut() {
            weapon.void(VoidWhy::DayWrapped, entry.at);
        }
    }

    /// Pressed for one scene, or the whole set. A scene that nobody planned stops the whole set.
    pub(super) fn stop(&mut self, body: &Stop) {
        let scene = body.scene.as_ref();
        match scene.and_then(|scene| self.scenes.get_mut(scene)) {
            Some(scene) => {
                scene.stopped = true;
                scene.zone = None;
            }
            None => {
                self.unit.stopped = true;
                self.end_zones();
            }
        }
        self.unit.numbered = self.unit.numbered.saturating_add(1);
    }

    pub(super) fn answer_stop(&mut self, body: &AnswerStop) {
        match &body.scene {
            None => self.unit.stopped = false,
            Some(scene) => {
                if let Some(scene) = self.scenes.get_mut(scene) {
                    scene.stopped = false;
                }
            }
        }
    }

    /// A repeat joins the open concern it names; all else is a concern of its own.
    pub(super) fn concern(&mut self, body: &Concern, entry: &Entry) {
        let joined = body.joins.as_ref().and_then(|id| self.concerns.get_mut(id));
        if let Some(open) = joined.filter(|concern| concern.answer.is_none()) {
            open.raised = open.raised.saturating_add(1);
            return;
        }
        let number = self.concerns.len().saturating_add(1);
        let Ok(id) = format!("concern-{number}").parse::<VoiceId>() else {
            return;
        };
        let concern = state::Concern {
            about: body.about.clone(),
            since: entry.at,
            raised: 1,
            owner: None,
            answer: None,
        };
        self.concerns.insert(id, concern);
        self.unit.numbered = self.unit.numbered.saturating_add(1);
    }

    pub(super) fn answer_concern(&mut self, body: &AnswerConcern) {
        if let Some(concern) = self.concerns.get_mut(&body.concern) {
            concern.answer = Some(body.answer.clone());
        }
    }

    pub(super) fn end_hold(&mut self, body: &EndHold) {
        if let Some(weapon) = self.weapons.get_mut(&body.weapon) {
            weapon.hold = None;
        }
    }

    /// Work may go on with weapons that are checked after this: no check made while they stood
    /// down holds.
    pub(super) fn lift_stand_down(&mut self, body: &LiftStandDown, entry: &Entry) {
        let Some(incident) = self.incidents.get_mut(&body.incident) else {
            return;
        };
        let scene = incident.scene.clone();
        let covered = match incident.stand_down.take() {
            None => return,
            Some(Scope::Weapon) => self.stood_down_by(&body.incident),
            Some(Scope::Scene) => scene.map_or_else(Vec::new, |scene| self.weapons_of(&scene)),
            Some(Scope::Production) => self.weapons.keys().cloned().collect(),
        };
        for id in &covered {
            if let Some(weapon) = self.weapons.get_mut(id) {
                weapon.stood_down_by.remove(&body.incident);
                weapon.void(VoidWhy::StandDown, entry.at);
            }
        }
        self.unit.stood_down.remove(&body.incident);
        let scene = self
            .incidents
            .get(&body.incident)
            .and_then(|i| i.scene.as_ref());
        if let Some(scene) = scene.and_then(|scene| self.scenes.get_mut(scene)) {
            scene.stood_down_by.remove(&body.incident);
        }
    }

    fn stood_down_by(&self, incident: &IncidentId) -> Vec<WeaponId> {
        let weapons = self.weapons.iter();
        let covered = weapons.filter(|(_, weapon)| weapon.stood_down_by.contains(incident));
        covered.map(|(id, _)| id.clone()).collect()
    }

    /// Closed with cause and action. A stand-down of it stays until it is lifted.
    pub(super) fn close_incident(&mut self, body: &CloseIncident, entry: &Entry) {
        if let Some(incident) = self.incidents.get_mut(&body.incident) {
            incident.closed = Some(Closed {
                cause: body.cause.clone(),
                action: body.action.clone(),
                at: entry.at,
            });
        }
    }
}
