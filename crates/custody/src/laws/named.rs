//! Every id that a row of an ask names, and every id that it makes.

use std::collections::BTreeSet;

use crate::{
    id::*,
    input::{
        Ask,
        intake::{Features, MakeRounds},
        planning::PlanScene,
        weapon::{ClearZone, Issue, Load},
    },
    rounds::Account,
    state::State,
};

/// A thing of the record, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing<'a> {
    Person(&'a PersonId),
    Weapon(&'a WeaponId),
    Lot(&'a LotId),
    Scene(&'a SceneId),
    SetUp(&'a SetUpId),
    Incident(&'a IncidentId),
    Concern(&'a VoiceId),
}

macro_rules! things {
    ($($kind:ident of $id:ty;)*) => {$(
        impl<'a> From<&'a $id> for Thing<'a> {
            fn from(id: &'a $id) -> Self {
                Self::$kind(id)
            }
        }
    )*};
}

things! {
    Person of PersonId;
    Weapon of WeaponId;
    Lot of LotId;
    Scene of SceneId;
    SetUp of SetUpId;
    Incident of IncidentId;
    Concern of VoiceId;
}

impl Thing<'_> {
    /// Whether it is on record.
    pub fn is_known(self, state: &State) -> bool {
        match self {
            Self::Person(id) => state.people.contains_key(id),
            Self::Weapon(id) => state.weapons.contains_key(id),
            Self::Lot(id) => state.lots.contains_key(id),
            Self::Scene(id) => state.scenes.contains_key(id),
            Self::SetUp(id) => {
                let scene = state.set_ups.get(id);
                scene.is_some_and(|scene| state.scenes.contains_key(scene))
            }
            Self::Incident(id) => state.incidents.contains_key(id),
            Self::Concern(id) => state.concerns.contains_key(id),
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Person(id) => id.as_str(),
            Self::Weapon(id) => id.as_str(),
            Self::Lot(id) => id.as_str(),
            Self::Scene(id) => id.as_str(),
            Self::SetUp(id) => id.as_str(),
            Self::Incident(id) => id.as_str(),
            Self::Concern(id) => id.as_str(),
        }
    }
}

/// What a row names.
#[derive(Debug, Default)]
pub(super) struct Named<'a> {
    /// Things it takes for granted.
    pub uses: BTreeSet<Thing<'a>>,
    /// Things it makes.
    pub makes: BTreeSet<Thing<'a>>,
}

/// What a row of an ask names; none where the ask has no such row.
///
/// Every ask stands here by name, so that a new one cannot be forgotten.
pub(super) fn named(ask: &Ask, row: usize) -> Option<Named<'_>> {
    let n = Named::default();
    Some(match ask {
        Ask::CheckOut(line) => n.uses(&line.rows().get(row)?.weapon),
        Ask::Check(line) => n.uses(&line.rows().get(row)?.weapon),
        Ask::Load(line) => load(n, line.rows().get(row)?),
        Ask::Show(line) => {
            let show = line.rows().get(row)?;
            n.uses(&show.weapon).all(&show.to)
        }
        Ask::Issue(line) => issue(n, line.rows().get(row)?),
        Ask::Announce(line) => n.uses(&line.rows().get(row)?.weapon),
        Ask::ClearToFire(line) => {
            let clear = line.rows().get(row)?;
            n.uses(&clear.weapon).uses(&clear.set_up)
        }
        _ if row > 0 => return None,
        Ask::TakeDuty(_) | Ask::DropDuty(_) => n,
        Ask::AdoptHouseBook(_) | Ask::DeclareLiveException(_) => n,
        Ask::OpenDay(_) | Ask::WrapDay(_) | Ask::ConfirmTime(_) => n,
        Ask::Enroll(a) => n.makes(&a.person),
        Ask::Induct(a) => n.uses(&a.person).all(&a.weapons),
        Ask::AssignRole(a) => n.uses(&a.person),
        Ask::Relieve(a) => {
            let lots = a.rounds.iter().map(|counted| &counted.lot);
            n.uses(&a.from).all(&a.weapons).all(lots)
        }
        Ask::RecordQualification(a) => n.uses(&a.person),
        Ask::RecordTraining(a) => n.uses(&a.person).all(&a.weapons),
        Ask::RecordConsent(a) => n.uses(&a.person),
        Ask::AcceptWeapon(a) => n.uses(&a.weapon).features(a.features.as_ref()),
        Ask::AcceptLot(a) => n.uses(&a.lot).all(a.approved_for.iter().flatten()),
        Ask::Fit(a) => n.uses(&a.weapon).features(a.features.as_ref()),
        Ask::MakeRounds(a) => make_rounds(n, a),
        Ask::TestFire(a) => n.uses(&a.weapon).all(&a.lot),
        Ask::ReleaseFromQuarantine(a) => n.all(&a.weapon).all(&a.lot),
        Ask::SetPlace(a) => n.all(&a.scene),
        Ask::PlanScene(a) => plan_scene(n, a),
        Ask::AddSetUp(a) => n.uses(&a.scene).makes(&a.set_up),
        Ask::AssessRisk(a) => n.all(&a.scene),
        Ask::ApproveMitigation(a) => n.uses(&a.scene),
        Ask::FileDocument(a) => {
            let n = n.all(&a.scene).all(&a.weapon).all(&a.person);
            n.all(&a.incident)
        }
        Ask::PublishSchedule(a) => n.all(&a.scenes),
        Ask::HoldMeeting(a) => n.all(&a.scenes).all(&a.present),
        Ask::Acknowledge(a) => n.all(&a.scene).all(&a.concern),
        Ask::TestDummies(a) => n.uses(&a.lot).all_made(&a.into),
        Ask::Transfer(a) => n.uses(&a.lot).account(&a.from).account(&a.to),
        Ask::Count(a) => {
            let n = n.all(&a.weapons);
            a.counted.iter().fold(n, |n, counted| {
                n.uses(&counted.lot).account(&counted.account)
            })
        }
        Ask::Send(a) => n.uses(&a.weapon).all(&a.carrier),
        Ask::Receive(a) => n.uses(&a.weapon),
        Ask::ClearZone(a) => clear_zone(n, a),
        Ask::BeginActivity(a) => n.uses(&a.set_up),
        Ask::AnswerStop(a) => n.all(&a.scene),
        Ask::AnswerConcern(a) => n.uses(&a.concern),
        Ask::EndHold(a) => n.uses(&a.weapon),
        Ask::LiftStandDown(a) => n.uses(&a.incident),
        Ask::CloseIncident(a) => n.uses(&a.incident),
    })
}

fn load<'a>(n: Named<'a>, a: &'a Load) -> Named<'a> {
    let n = n.uses(&a.weapon).uses(&a.set_up);
    let n = n.all(a.rounds.iter().map(|round| &round.lot));
    a.from.iter().fold(n, Named::account)
}

fn issue<'a>(n: Named<'a>, a: &'a Issue) -> Named<'a> {
    n.uses(&a.weapon)
        .uses(&a.bearer)
        .uses(&a.set_up)
        .all(&a.watched_by)
}

fn make_rounds<'a>(n: Named<'a>, a: &'a MakeRounds) -> Named<'a> {
    n.makes(&a.lot).all(&a.from).all(&a.origin.made_for)
}

fn plan_scene<'a>(n: Named<'a>, a: &'a PlanScene) -> Named<'a> {
    n.makes(&a.scene)
        .all(&a.weapons)
        .all(a.load.iter().map(|load| &load.weapon))
        .all(a.inside.iter().map(|inside| &inside.person))
}

fn clear_zone<'a>(n: Named<'a>, a: &'a ClearZone) -> Named<'a> {
    n.uses(&a.set_up)
        .all(a.inside.iter().map(|inside| &inside.person))
        .all(&a.lookout)
}

impl<'a> Named<'a> {
    fn uses(mut self, id: impl Into<Thing<'a>>) -> Self {
        self.uses.insert(id.into());
        self
    }

    fn all<T: Into<Thing<'a>>>(mut self, ids: impl IntoIterator<Item = T>) -> Self {
        self.uses.extend(ids.into_iter().map(Into::into));
        self
    }

    fn makes(mut self, id: impl Into<Thing<'a>>) -> Self {
        self.makes.insert(id.into());
        self
    }

    fn all_made<T: Into<Thing<'a>>>(mut self, ids: impl IntoIterator<Item = T>) -> Self {
        self.makes.extend(ids.into_iter().map(Into::into));
        self
    }

    fn account(self, account: &'a Account) -> Self {
        match account {
            Account::Person(person) => self.uses(person),
            Account::WeaponPosition(weapon, _) => self.uses(weapon),
            _ => self,
        }
    }

    fn features(self, features: Option<&'a Features>) -> Self {
        match features {
            Some(features) => self.all(&features.twin).all(&features.device_lot),
            None => self,
        }
    }
}
