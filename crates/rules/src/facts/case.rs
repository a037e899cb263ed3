//! One row of an ask or report against a state, and what it names.

use custody::{
    id::{IncidentId, LotId, PersonId, SceneId, SetUpId, WeaponId},
    input::{
        Ask, Input, Report, What, intake::DeliveredLot, intake::DeliveredWeapon, lines::Lines,
        report::*, weapon as body,
    },
    laws,
    state::{Plan, PlanStatus, Scene, State},
};

/// One row of an ask or report, against a state.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What is true before it.
    pub state: &'a State,
    /// The ask or report.
    pub input: &'a Input,
    /// Which row of it, from 0.
    pub row: usize,
    /// The scene it is about, where the record knows one.
    pub scene: Option<(&'a SceneId, &'a Scene)>,
}

/// Something that a rule may look into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing<'a> {
    /// Nobody who is on record.
    Nobody,
    /// A person.
    Person(&'a PersonId),
    /// A weapon.
    Weapon(&'a WeaponId),
    /// A lot.
    Lot(&'a LotId),
    /// A scene.
    Scene(&'a SceneId),
    /// An incident.
    Incident(&'a IncidentId),
    /// The unit.
    Unit,
    /// A set-up: its scene is looked into.
    SetUp(&'a SetUpId),
    /// A person, weapon or lot that the ask has to name and does not.
    NotNamed(&'static str),
}

impl<'a> Case<'a> {
    /// The row of an input, with the scene it is about.
    pub fn new(state: &'a State, input: &'a Input, row: usize) -> Self {
        let scene = match scene_named(input, row) {
            Some(Thing::Scene(id)) => state.scenes.get_key_value(id),
            Some(Thing::SetUp(id)) => state
                .set_ups
                .get(id)
                .and_then(|scene| state.scenes.get_key_value(scene)),
            _ => None,
        };
        Self {
            state,
            input,
            row,
            scene,
        }
    }

    /// The place whose law counts: the scene's own, else the unit's.
    pub fn place(&self) -> &'a str {
        let own = self.scene.and_then(|(_, scene)| scene.place.as_deref());
        own.unwrap_or(&self.state.unit.place)
    }

    /// Whether a law written for `listed` counts here: it is this place, or one that contains it.
    pub(super) fn is_in(&self, listed: &str) -> bool {
        contains(listed, self.place())
    }

    /// The ask, if it is one.
    pub(super) fn ask(&self) -> Option<&'a Ask> {
        match &self.input.what {
            What::Ask(ask) => Some(ask),
            What::Report(_) => None,
        }
    }

    /// The report, if it is one.
    pub(super) fn report(&self) -> Option<&'a Report> {
        match &self.input.what {
            What::Report(report) => Some(report),
            What::Ask(_) => None,
        }
    }

    /// The plan in force of the scene it is about.
    pub(super) fn plan(&self) -> Option<&'a Plan> {
        self.scene.and_then(|(_, scene)| scene.plan.as_ref())
    }

    /// The plan, where it was approved and has not lapsed.
    pub(super) fn approved(&self) -> Option<&'a Plan> {
        self.plan()
            .filter(|plan| plan.status == PlanStatus::InForce)
    }

    /// The weapon of this row.
    pub(super) fn weapon_named(&self) -> Option<&'a WeaponId> {
        match self.resource() {
            Thing::Weapon(id) => Some(id),
            _ => None,
        }
    }

    /// How many rows the input has: one at least.
    pub fn rows(input: &Input) -> usize {
        match &input.what {
            What::Ask(ask) => laws::rows(ask),
            What::Report(report) => match report {
                Report::Collect(lines) | Report::Cleaned(lines) => lines.rows().len(),
                Report::Unload(lines) => lines.rows().len(),
                Report::PutDown(lines) => lines.rows().len(),
                Report::LockAway(lines) => lines.rows().len(),
                Report::ShotsFired(lines) => lines.rows().len(),
                Report::Delivery(body) => (body.weapons.len() + body.lots.len()).max(1),
                Report::Breach(body) => laws::rows(&body.ask_body),
                _ => 1,
            },
        }
    }

    /// What the ask is asked of; the unit, for a report.
    pub fn resource(&self) -> Thing<'a> {
        self.ask().map_or(Thing::Unit, |ask| asked_of(self, ask))
    }

    /// The row of a line.
    pub(super) fn line<T>(&self, lines: &'a Lines<T>) -> Option<&'a T> {
        lines.rows().get(self.row)
    }

    /// The weapon a report is of.
    pub(super) fn weapon_reported(&self) -> Option<&'a WeaponId> {
        match self.report()? {
            Report::Collect(lines) | Report::Cleaned(lines) => self.line(lines).map(of_weapon),
            Report::Unload(lines) => self.line(lines).map(|row| &row.weapon),
            Report::PutDown(lines) => self.line(lines).map(|row| &row.weapon),
            Report::LockAway(lines) => self.line(lines).map(|row| &row.weapon),
            Report::ShotsFired(lines) => self.line(lines).map(|row| &row.weapon),
            Report::Misfire(body)
            | Report::HangFire(body)
            | Report::Stoppage(body)
            | Report::StuckInBore(body)
            | Report::Damaged(body) => Some(&body.weapon),
            Report::Quarantine(body) => body.weapon.as_ref(),
            Report::Discharge(body) => body.weapon.as_ref(),
            Report::BulletRoundFound(body) => body.weapon.as_ref(),
            Report::Missing(body) | Report::Found(body) | Report::Seized(body) => {
                body.weapon.as_ref()
            }
            Report::Unattended(body) => body.weapon.as_ref(),
            Report::Swapped(body) => Some(&body.weapon),
            Report::Altered(body) => Some(&body.weapon),
            Report::Injury(body) => body.weapon.as_ref(),
            Report::NearMiss(body) => body.weapon.as_ref(),
            Report::AuthorityReleased(body) => body.weapon.as_ref(),
            Report::Decline(body) => Some(&body.weapon),
            Report::ShowAgain(body) => Some(&body.weapon),
            Report::Delivery(_) => self.delivered_weapon().map(|row| &row.weapon),
            Report::Breach(body) => match asked_of(self, &body.ask_body) {
                Thing::Weapon(id) => Some(id),
                _ => None,
            },
            _ => None,
        }
    }

    /// The lot a report is of.
    pub(super) fn lot_reported(&self) -> Option<&'a LotId> {
        match self.report()? {
            Report::Quarantine(body) => body.lot.as_ref(),
            Report::BulletRoundFound(body) => body.lot.as_ref(),
            Report::Missing(body) | Report::Found(body) | Report::Seized(body) => body.lot.as_ref(),
            Report::Unattended(body) => body.lot.as_ref(),
            Report::Delivery(_) => self.delivered_lot().map(|row| &row.lot),
            Report::Breach(body) => match asked_of(self, &body.ask_body) {
                Thing::Lot(id) => Some(id),
                _ => None,
            },
            _ => None,
        }
    }

    /// The weapon of this row of a delivery: weapons come first.
    pub(super) fn delivered_weapon(&self) -> Option<&'a DeliveredWeapon> {
        match self.report()? {
            Report::Delivery(body) => body.weapons.get(self.row),
            _ => None,
        }
    }

    /// The lot of this row of a delivery: lots come after the weapons.
    pub(super) fn delivered_lot(&self) -> Option<&'a DeliveredLot> {
        match self.report()? {
            Report::Delivery(body) => {
                let row = self.row.checked_sub(body.weapons.len())?;
                body.lots.get(row)
            }
            _ => None,
        }
    }
}

/// Whether a place is `outer`, or inside it.
pub(super) fn contains(outer: &str, place: &str) -> bool {
    let rest = place.strip_prefix(outer);
    !outer.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

const fn of_weapon(row: &OfWeapon) -> &WeaponId {
    &row.weapon
}

fn weapon_or<'a, T>(row: Option<&'a T>, weapon: fn(&'a T) -> &'a WeaponId) -> Thing<'a> {
    row.map_or(Thing::NotNamed("weapon"), |row| Thing::Weapon(weapon(row)))
}

fn asked_of<'a>(case: &Case<'a>, ask: &'a Ask) -> Thing<'a> {
    match ask {
        Ask::AssignRole(ask) => Thing::Person(&ask.person),
        Ask::RecordQualification(ask) => Thing::Person(&ask.person),
        Ask::Induct(ask) => Thing::Person(&ask.person),
        Ask::RecordTraining(ask) => Thing::Person(&ask.person),
        Ask::RecordConsent(ask) => Thing::Person(&ask.person),
        Ask::Relieve(ask) => Thing::Person(&ask.from),
        Ask::TakeDuty(_) | Ask::DropDuty(_) => {
            let by = case.input.by.as_ref();
            by.map_or(Thing::NotNamed("person"), Thing::Person)
        }
        Ask::AcceptWeapon(ask) => Thing::Weapon(&ask.weapon),
        Ask::Fit(ask) => Thing::Weapon(&ask.weapon),
        Ask::TestFire(ask) => Thing::Weapon(&ask.weapon),
        Ask::Send(ask) => Thing::Weapon(&ask.weapon),
        Ask::Receive(ask) => Thing::Weapon(&ask.weapon),
        Ask::EndHold(ask) => Thing::Weapon(&ask.weapon),
        Ask::ReleaseFromQuarantine(ask) => match (&ask.weapon, &ask.lot) {
            (Some(weapon), _) => Thing::Weapon(weapon),
            (None, Some(lot)) => Thing::Lot(lot),
            (None, None) => Thing::NotNamed("weapon or lot"),
        },
        Ask::CheckOut(lines) => weapon_or(case.line(lines), |row: &body::CheckOut| &row.weapon),
        Ask::Check(lines) => weapon_or(case.line(lines), |row: &body::Check| &row.weapon),
        Ask::Load(lines) => weapon_or(case.line(lines), |row: &body::Load| &row.weapon),
        Ask::Show(lines) => weapon_or(case.line(lines), |row: &body::Show| &row.weapon),
        Ask::Issue(lines) => weapon_or(case.line(lines), |row: &body::Issue| &row.weapon),
        Ask::Announce(lines) => weapon_or(case.line(lines), |row: &body::Announce| &row.weapon),
        Ask::ClearToFire(lines) => {
            weapon_or(case.line(lines), |row: &body::ClearToFire| &row.weapon)
        }
        Ask::AcceptLot(ask) => Thing::Lot(&ask.lot),
        Ask::MakeRounds(ask) => Thing::Lot(&ask.lot),
        Ask::TestDummies(ask) => Thing::Lot(&ask.lot),
        Ask::Transfer(ask) => Thing::Lot(&ask.lot),
        Ask::PlanScene(ask) => Thing::Scene(&ask.scene),
        Ask::ApproveMitigation(ask) => Thing::Scene(&ask.scene),
        Ask::AddSetUp(ask) => Thing::Scene(&ask.scene),
        Ask::AssessRisk(ask) => ask.scene.as_ref().map_or(Thing::Unit, Thing::Scene),
        Ask::AnswerStop(ask) => ask.scene.as_ref().map_or(Thing::Unit, Thing::Scene),
        Ask::ClearZone(ask) => Thing::SetUp(&ask.set_up),
        Ask::BeginActivity(ask) => Thing::SetUp(&ask.set_up),
        Ask::LiftStandDown(ask) => Thing::Incident(&ask.incident),
        Ask::CloseIncident(ask) => Thing::Incident(&ask.incident),
        Ask::Enroll(_)
        | Ask::SetPlace(_)
        | Ask::AdoptHouseBook(_)
        | Ask::DeclareLiveException(_)
        | Ask::FileDocument(_)
        | Ask::PublishSchedule(_)
        | Ask::HoldMeeting(_)
        | Ask::Acknowledge(_)
        | Ask::Count(_)
        | Ask::OpenDay(_)
        | Ask::WrapDay(_)
        | Ask::AnswerConcern(_)
        | Ask::ConfirmTime(_) => Thing::Unit,
    }
}

/// The scene or set-up that a row names.
fn scene_named(input: &Input, row: usize) -> Option<Thing<'_>> {
    match &input.what {
        What::Ask(ask) => scene_asked_of(ask, row),
        What::Report(report) => match report {
            Report::End(body) => Some(Thing::SetUp(&body.set_up)),
            Report::Stop(body) => body.scene.as_ref().map(Thing::Scene),
            Report::Injury(body) => body.scene.as_ref().map(Thing::Scene),
            Report::Discharge(body) => body.scene.as_ref().map(Thing::Scene),
            Report::Breach(body) => scene_asked_of(&body.ask_body, row),
            _ => None,
        },
    }
}

fn scene_asked_of(ask: &Ask, row: usize) -> Option<Thing<'_>> {
    match ask {
        Ask::Load(lines) => lines.rows().get(row).map(|row| Thing::SetUp(&row.set_up)),
        Ask::Issue(lines) => lines.rows().get(row).map(|row| Thing::SetUp(&row.set_up)),
        Ask::ClearToFire(lines) => lines.rows().get(row).map(|row| Thing::SetUp(&row.set_up)),
        Ask::ClearZone(ask) => Some(Thing::SetUp(&ask.set_up)),
        Ask::BeginActivity(ask) => Some(Thing::SetUp(&ask.set_up)),
        Ask::PlanScene(ask) => Some(Thing::Scene(&ask.scene)),
        Ask::ApproveMitigation(ask) => Some(Thing::Scene(&ask.scene)),
        Ask::AddSetUp(ask) => Some(Thing::Scene(&ask.scene)),
        Ask::AssessRisk(ask) => ask.scene.as_ref().map(Thing::Scene),
        Ask::AnswerStop(ask) => ask.scene.as_ref().map(Thing::Scene),
        Ask::FileDocument(ask) => ask.scene.as_ref().map(Thing::Scene),
        Ask::Acknowledge(ask) => ask.scene.as_ref().map(Thing::Scene),
        _ => None,
    }
}
