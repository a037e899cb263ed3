//! Planning: place, house books, plans and set-ups, assessment, documents, schedule, meetings.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::entry::Entry;
use crate::{
    id::{PersonId, SceneId, SetUpId},
    input::planning::{
        Acknowledge, AddSetUp, AdoptHouseBook, ApproveMitigation, AssessRisk, DeclareLiveException,
        FileDocument, HoldMeeting, PlanScene, PublishSchedule, SetPlace,
    },
    state::{Assessed, Document, LiveException, Met, Plan, PlanStatus, Scene, State},
};

/// What is acknowledged of the choreography that is played.
const CHOREOGRAPHY: &str = "choreography";

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

    /// The plan is proposed anew. What rests on another envelope is withdrawn; where only the
    /// choreography is another, the plan stands as it stood, and who has to know it starts anew.
    pub(super) fn plan_scene(&mut self, body: &PlanScene) {
        let set_up = body.scene.as_str().parse::<SetUpId>().ok();
        let scene = self.scene(&body.scene);
        let plan = Plan::after(scene.plan.as_ref(), body);
        match scene.plan.replace(plan) {
            Some(before) if before.differs_in_choreography_only(body) => {
                scene.acknowledged.remove(CHOREOGRAPHY);
            }
            Some(before) if before.envelope != *body => scene.withdraw(),
            _ => {}
        }
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
                let scene = self.scene(scene);
                scene.assessed_otherwise(&covers);
                let stale = false;
                scene.assessed = Some(Assessed { covers, stale });
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

    /// A document is filed for the scene, the weapon and the person it names, else for the production.
    pub(super) fn file_document(&mut self, body: &FileDocument, entry: &Entry) {
        let document = Document {
            kind: body.kind,
            filed: entry.at,
            expires: body.expires,
            states: body.states.clone(),
            attachments: body.attachments.clone(),
        };
        self.tell(body, entry.at);
        if let Some(scene) = &body.scene {
            file(&mut self.scene(scene).documents, body, document.clone());
        }
        let weapon = body.weapon.as_ref();
        if let Some(weapon) = weapon.and_then(|id| self.weapons.get_mut(id)) {
            file(&mut weapon.documents, body, document.clone());
        }
        let person = body.person.as_ref();
        if let Some(person) = person.and_then(|id| self.people.get_mut(id)) {
            file(&mut person.documents, body, document.clone());
        }
        if body.scene.is_none() && body.weapon.is_none() && body.person.is_none() {
            file(&mut self.documents, body, document);
        }
    }

    /// A deadline of an incident is met: who it names was told.
    fn tell(&mut self, body: &FileDocument, at: Timestamp) {
        let incident = body.incident.as_ref();
        let clocks = incident.and_then(|id| self.incidents.get_mut(id));
        for clock in clocks.into_iter().flat_map(|it| &mut it.clocks) {
            if body.to.as_ref() == Some(&clock.to) {
                clock.told.get_or_insert(at);
            }
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
        let seen = body.present.iter().filter(|_| body.on_site);
        for person in seen {
            if let Some(person) = self.people.get_mut(person) {
                person.seen = Some(entry.date);
            }
        }
    }

    /// One's own act. A choreography counts as known where the revision read is the one that is
    /// played; a concern is taken on by whoever acknowledges it.
    pub(super) fn acknowledge(&mut self, body: &Acknowledge, by: &PersonId) {
        let concern = body.concern.as_ref();
        if let Some(concern) = concern.and_then(|id| self.concerns.get_mut(id)) {
            concern.owner = Some(by.clone());
            return;
        }
        if body.what == CHOREOGRAPHY && !self.is_played(body) {
            return;
        }
        let acknowledged = match &body.scene {
            Some(scene) => &mut self.scene(scene).acknowledged,
            None => &mut self.unit.acknowledged,
        };
        let by_whom = acknowledged.entry(body.what.clone()).or_default();
        by_whom.insert(by.clone());
    }

    /// Whether the revision read is that of the scene's plan.
    fn is_played(&self, body: &Acknowledge) -> bool {
        let scene = body.scene.as_ref().and_then(|id| self.scenes.get(id));
        let plan = scene.and_then(|scene| scene.plan.as_ref());
        let played = plan.and_then(|plan| plan.envelope.choreography.as_ref());
        played.is_some() && played == body.revision.as_ref()
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
        self.withdraw();
    }

    /// A meaningful change: the assessment is stale, and nobody has met about it, acknowledged it
    /// or stands in a zone cleared for it.
    fn withdraw(&mut self) {
        if let Some(assessed) = &mut self.assessed {
            assessed.stale = true;
        }
        self.met = None;
        self.acknowledged.clear();
        self.zone = None;
    }

    /// Another assessment than the one that the plan was approved by: it is to be approved anew.
    fn assessed_otherwise(&mut self, covers: &BTreeSet<String>) {
        let before = self.assessed.as_ref();
        let other = before.is_some_and(|before| before.covers != *covers);
        let plan = self.plan.as_mut().filter(|_| other);
        if let Some(plan) = plan.filter(|plan| plan.status == PlanStatus::InForce) {
            plan.status = PlanStatus::Proposed;
        }
    }
}

impl Plan {
    /// The plan as it stands after this body was planned.
    pub fn after(before: Option<&Self>, body: &PlanScene) -> Self {
        let revision = before.map_or(0, |plan| plan.revision).saturating_add(1);
        let envelope = body.clone();
        match before.filter(|before| before.differs_in_choreography_only(body)) {
            Some(before) => Self {
                envelope,
                revision,
                ..before.clone()
            },
            None => Self {
                envelope,
                status: PlanStatus::Proposed,
                revision,
                measures: Default::default(),
            },
        }
    }

    /// The same envelope, with another choreography.
    fn differs_in_choreography_only(&self, body: &PlanScene) -> bool {
        let mut same = self.envelope.clone();
        same.choreography.clone_from(&body.choreography);
        same == *body && self.envelope.choreography != body.choreography
    }
}

/// The newest of a topic counts; the photos of those before stay with it.
fn file(documents: &mut BTreeMap<String, Document>, body: &FileDocument, mut document: Document) {
    if let Some(before) = documents.remove(&body.topic) {
        document.attachments.extend(before.attachments);
    }
    documents.insert(body.topic.clone(), document);
}
