//! Every ask, answered go or no-go before anything happens.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{intake::*, lines::Lines, people::*, planning::*, safety::*, weapon::*};

macro_rules! asks {
    ($($(#[$doc:meta])* $variant:ident($body:ty) = $name:literal,)*) => {
        /// An ask, by the name in its `ask` field.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "ask")]
        pub enum Ask {
            $($(#[$doc])* #[serde(rename = $name)] $variant($body),)*
        }

        impl Ask {
            /// The machine names of all asks.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];

            /// The machine name of this ask.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $name,)*
                }
            }
        }
    };
}

asks! {
    /// Bring a person into the record.
    Enroll(Enroll) = "enroll",
    /// Brief and train a person on named weapons, papers seen.
    Induct(Induct) = "induct",
    /// Give a person a role.
    AssignRole(AssignRole) = "assign_role",
    /// Take a duty for oneself.
    TakeDuty(TakeDuty) = "take_duty",
    /// Drop a duty of one's own.
    DropDuty(DropDuty) = "drop_duty",
    /// Take over all that another on-duty handler has.
    Relieve(Relieve) = "relieve",
    /// Record a permit, licence, clearance or course paper.
    RecordQualification(RecordQualification) = "record_qualification",
    /// Record training with weapons.
    RecordTraining(RecordTraining) = "record_training",
    /// Record a consent.
    RecordConsent(RecordConsent) = "record_consent",
    /// Take a delivered weapon into use.
    AcceptWeapon(AcceptWeapon) = "accept_weapon",
    /// Take a delivered lot into use.
    AcceptLot(AcceptLot) = "accept_lot",
    /// Fit a part to a weapon.
    Fit(Fit) = "fit",
    /// Make rounds.
    MakeRounds(MakeRounds) = "make_rounds",
    /// Fire a weapon, or one device of a lot, to test it.
    TestFire(TestFire) = "test_fire",
    /// Take a weapon or lot out of quarantine.
    ReleaseFromQuarantine(ReleaseFromQuarantine) = "release_from_quarantine",
    /// Say where the production, or a scene, is.
    SetPlace(SetPlace) = "set_place",
    /// Put a house book in force.
    AdoptHouseBook(AdoptHouseBook) = "adopt_house_book",
    /// Plan a scene.
    PlanScene(PlanScene) = "plan_scene",
    /// Add a set-up to a planned scene.
    AddSetUp(AddSetUp) = "add_set_up",
    /// Record a risk assessment.
    AssessRisk(AssessRisk) = "assess_risk",
    /// Put a plan in force.
    ApproveMitigation(ApproveMitigation) = "approve_mitigation",
    /// Declare that bullet rounds will be used under an exception of the law.
    DeclareLiveException(DeclareLiveException) = "declare_live_exception",
    /// File a document.
    FileDocument(FileDocument) = "file_document",
    /// Publish what is to be done on a day.
    PublishSchedule(PublishSchedule) = "publish_schedule",
    /// Hold the safety meeting.
    HoldMeeting(HoldMeeting) = "hold_meeting",
    /// Acknowledge a plan, change, bulletin or request.
    Acknowledge(Acknowledge) = "acknowledge",
    /// Test dummies one by one.
    TestDummies(TestDummies) = "test_dummies",
    /// Move rounds from one account to another.
    Transfer(Transfer) = "transfer",
    /// Count rounds.
    Count(Count) = "count",
    /// Take a weapon out of the safe.
    CheckOut(Lines<CheckOut>) = "check_out",
    /// Check a weapon.
    Check(Lines<Check>) = "check",
    /// Load a weapon, each round into its position.
    Load(Lines<Load>) = "load",
    /// Show a weapon to a person's eyes.
    Show(Lines<Show>) = "show",
    /// Put a weapon into a bearer's hand for a set-up.
    Issue(Lines<Issue>) = "issue",
    /// Send a weapon away.
    Send(Send) = "send",
    /// Receive a weapon that was sent.
    Receive(Receive) = "receive",
    /// Say who is inside, how far and how protected.
    ClearZone(ClearZone) = "clear_zone",
    /// Announce a weapon to the set.
    Announce(Lines<Announce>) = "announce",
    /// Begin a rehearsal, dry run, take, training or test fire.
    BeginActivity(BeginActivity) = "begin_activity",
    /// Begin a firing sequence.
    ClearToFire(Lines<ClearToFire>) = "clear_to_fire",
    /// Open the day.
    OpenDay(OpenDay) = "open_day",
    /// Wrap the day.
    WrapDay(WrapDay) = "wrap_day",
    /// Answer a stop.
    AnswerStop(AnswerStop) = "answer_stop",
    /// Answer a concern.
    AnswerConcern(AnswerConcern) = "answer_concern",
    /// End the hold on a weapon.
    EndHold(EndHold) = "end_hold",
    /// Lift the stand-down of an incident.
    LiftStandDown(LiftStandDown) = "lift_stand_down",
    /// Close an incident with cause and action.
    CloseIncident(CloseIncident) = "close_incident",
    /// Confirm the hub's clock after it stepped.
    ConfirmTime(ConfirmTime) = "confirm_time",
}
