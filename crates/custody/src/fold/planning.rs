//! Planning: place, house books, plans and set-ups, assessment, documents, schedule, meetings.

use super::entry::Entry;
use crate::{
    id::{PersonId, SceneId, SetUpId},
    input::planning::{
        Acknowledge, AddSetUp, AdoptHouseBook, ApproveMitigation, AssessRisk, DeclareLiveException,
        FileDocument, HoldMeeting, PlanScene, PublishSchedule, SetPlace,
    },
    state::{Assessed, Document, LiveException, Met, Plan, PlanStatus, Scene, State},
};

/// Settings that ask for at least so much; all others allow at most so much.
const AT_LEAST: [&str; 3] = ["hold_seconds", "least_distance_cm", "notice_minutes"];

impl State {
    /// The place of the unit, or of one scene, which may be placed before it is planned.
    pub(super) fn set_place(&mut self, body: &SetPlace) {
        if let Some(scene) = &body.scene {
            self.scene(scene).place = Some(body.place.clone());
            return;
        }
        self.unit.place.clone_from(&body.place);
        self.unit.kind = body.kind.unwrap_or(self.unit.kind);
        self.unit.traits = body.traits.iter().cloned().collect();
    }

    /// Settings can only tighten: of two of one name the tighter stands.
    pub(super) fn adopt_house_book(&mut self, body: &AdoptHouseBook) {
        self.unit.house_books.insert(body.book.clone());
        for (name, value) in &body.settings {
            let stands = self.unit.settings.entry(name.clone()).or_insert(*value);
            *stands = if AT_LEAST.contains(&name.as_str()) {
                (*stands).max(*value)
            } else {
                (*stands).min(*value)
            };
        }
    }

    /// The plan is proposed anew. An assessment of another envelope is stale.
    pub(super) fn plan_scene(&mut self, body: &PlanScene) {
        let set_up = body.scene.as_str().parse::<SetUpId>().ok();
        let scene = self.scene(&body.scene);
        let before = scene.plan.take();
        let changed = before.as_ref().is_some_and(|plan| &plan.envelope != body);
        if let (true, Some(assessed)) = (changed, &mut scene.assessed) {
            assessed.stale = true;
        }
        scene.plan = Some(Plan {
            envelope: body.clone(),
            status: PlanStatus::Proposed,
            revision: before.map_or(0, |plan| plan.revision).saturating_add(1),
            measures: Default::default(),
        });
        if let Some(set_up) = set_up {
            scene.set_ups.insert(set_up.clone());
            self.set_ups.insert(set_up, body.scene.clone());
        }
    }

    /// The set-up is accepted and on today's schedule. Outside the envelope the plan lapses.
    pub(super) fn add_set_up(&mut self, body: &AddSetUp, entry: &Entry) {
        if let Some(scene) = self.scenes.get_mut(&body.scene) {
            scene.set_ups.insert(body.set_up.clone());
            scene.scheduled.insert(entry.date);
            if body.outside_plan.is_some() {
                scene.leave_envelope();
            }
            let scene = body.scene.clone();
            self.set_ups.insert(body.set_up.clone(), scene);
        }
    }

    pub(super) fn assess_risk(&mut self, body: &AssessRisk) {
        let covers = body.covers.clone();
        match &body.scene {
            None => self.unit.assessed = Some(covers),
            Some(scene) => {
                let stale = false;
                self.scene(scene).assessed = Some(Assessed { covers, stale });
            }
        }
    }

    pub(super) fn approve_mitigation(&mut self, body: &ApproveMitigation) {
        let scene = self.scenes.get_mut(&body.scene);
        if let Some(plan) = scene.and_then(|scene| scene.plan.as_mut()) {
            plan.status = PlanStatus::InForce;
            plan.measures.clone_from(&body.measures);
        }
    }

    pub(super) fn declare_live_exception(&mut self, body: &DeclareLiveException) {
        self.unit.live_exception = Some(LiveException {
            exception: body.exception.clone(),
            evidenced: body.evidence.is_some(),
        });
    }

    /// A document is filed for the scene and the weapon it names, else for the production.
    pub(super) fn file_document(&mut self, body: &FileDocument, entry: &Entry) {
        let document = Document {
            kind: body.kind,
            filed: entry.at,
            expires: body.expires,
            states: body.states.clone(),
        };
        let topic = || body.topic.clone();
        if let Some(scene) = &body.scene {
            let documents = &mut self.scene(scene).documents;
            documents.insert(topic(), document.clone());
        }
        let weapon = body.weapon.as_ref();
        if let Some(weapon) = weapon.and_then(|id| self.weapons.get_mut(id)) {
            weapon.documents.insert(topic(), document.clone());
        }
        if body.scene.is_none() && body.weapon.is_none() {
            self.documents.insert(topic(), document);
        }
    }

    /// The schedule of a day replaces the one published before: what is not on it is off it.
    pub(super) fn publish_schedule(&mut self, body: &PublishSchedule, entry: &Entry) {
        let date = body.date.unwrap_or(entry.date);
        for (id, scene) in &mut self.scenes {
            if !body.scenes.contains(id) {
                scene.scheduled.remove(&date);
            }
        }
        for scene in &body.scenes {
            self.scene(scene).scheduled.insert(date);
        }
        if body.bulletins_attached {
            self.unit.bulletins.insert(date);
        } else {
            self.unit.bulletins.remove(&date);
        }
        if let Some(day) = self.unit.day.as_mut().filter(|day| day.date == date) {
            day.bulletins_attached = body.bulletins_attached;
        }
    }

    /// A second meeting on one day adds those who were there.
    pub(super) fn hold_meeting(&mut self, body: &HoldMeeting, entry: &Entry) {
        for id in &body.scenes {
            let scene = self.scene(id);
            let mut met = Met {
                date: entry.date,
                present: body.present.clone(),
                on_site: body.on_site,
            };
            let before = scene.met.take();
            if let Some(before) = before.filter(|before| before.date == entry.date) {
                met.present.extend(before.present);
                met.on_site |= before.on_site;
            }
            scene.met = Some(met);
        }
    }

    pub(super) fn acknowledge(&mut self, body: &Acknowledge, by: &PersonId) {
        let acknowledged = match &body.scene {
            Some(scene) => &mut self.scene(scene).acknowledged,
            None => &mut self.unit.acknowledged,
        };
        let by_whom = acknowledged.entry(body.what.clone()).or_default();
        by_whom.insert(by.clone());
    }

    fn scene(&mut self, id: &SceneId) -> &mut Scene {
        self.scenes.entry(id.clone()).or_default()
    }
}

impl Scene {
    /// Something outside the plan was added: what rests on it lapses.
    pub(super) fn leave_envelope(&mut self) {
        if let Some(plan) = &mut self.plan {
            plan.status = PlanStatus::Lapsed;
        }
        if let Some(assessed) = &mut self.assessed {
            assessed.stale = true;
        }
    }
}
