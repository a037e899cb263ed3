//! The fold: one answered input after the other makes the state.
//!
//! An ask changes only what its rows answered go describe, and nothing before every one of them
//! was held against the laws. A report is always folded. The work of one entry does not grow with the
//! entries before it; only what reaches the whole production (a stand-down, a wrap) looks at every
//! weapon.

use crate::{
    answered::Answered,
    id::{IncidentId, PersonId},
    input::{Ask, Report, What},
    laws::{self, LawBreak},
    state::State,
};

mod breach;
mod conditions;
mod entry;
mod features;
mod hands;
mod incidents;
mod intake;
mod loss;
mod named;
mod people;
mod planning;
mod reports;
mod rounds;
mod safety;
mod set;
mod split;
mod unknown;
mod weapon;

use entry::Entry;
use named::picked;

/// What folding an input opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The incident it opened, if it did.
    pub incident: Option<IncidentId>,
}

impl State {
    /// Folds one answered input. A go that breaks a law is refused whole and changes nothing; a
    /// report is never refused.
    pub fn fold(&mut self, answered: &Answered) -> Result<Folded, Vec<LawBreak>> {
        let input = &answered.input;
        let folded = match &input.what {
            What::Ask(ask) => {
                let go = gone(&answered.rows);
                let rows = go.iter();
                let breaks: Vec<LawBreak> = rows
                    .flat_map(|row| laws::in_the_way(self, input, *row))
                    .collect();
                if !breaks.is_empty() {
                    return Err(breaks);
                }
                self.fold_ask(ask, &go, answered)
            }
            What::Report(report) => self.fold_report(report, answered),
        };
        self.unit.entries = self.unit.entries.saturating_add(1);
        self.tell_time(answered);
        Ok(folded)
    }

    /// The latest time that an entry was received at. Where the clock ran back it stays, until
    /// two roles confirm the time.
    fn tell_time(&mut self, answered: &Answered) {
        let at = Some(answered.input.at);
        let confirmed = matches!(answered.input.what, What::Ask(Ask::ConfirmTime(_)))
            && answered.rows.iter().any(|go| *go);
        self.unit.last = if confirmed {
            at
        } else {
            self.unit.last.max(at)
        };
    }

    fn fold_ask(&mut self, ask: &Ask, go: &[usize], answered: &Answered) -> Folded {
        let by = answered.input.by.as_ref();
        let (Some(by), false) = (by, go.is_empty()) else {
            return Folded::default();
        };
        let mut entry = Entry::of_ask(&answered.input, (ask, go), self);
        self.ask(ask, (by, go), &mut entry);
        self.follow(&answered.consequences, entry)
    }

    fn fold_report(&mut self, report: &Report, answered: &Answered) -> Folded {
        let mut entry = Entry::of_report(&answered.input, report, self);
        self.enter_unknown(&mut entry);
        self.report(report, &mut entry);
        self.follow(&answered.consequences, entry)
    }

    fn ask(&mut self, ask: &Ask, (by, go): (&PersonId, &[usize]), entry: &mut Entry) {
        match ask {
            Ask::Enroll(body) => self.enroll(body),
            Ask::Induct(body) => self.induct(body),
            Ask::AssignRole(body) => self.assign_role(body),
            Ask::TakeDuty(body) => self.take_duty(body, by, entry),
            Ask::DropDuty(body) => self.drop_duty(body, by),
            Ask::Relieve(body) => self.relieve(body, by, entry),
            Ask::RecordQualification(body) => self.record_qualification(body),
            Ask::RecordTraining(body) => self.record_training(body),
            Ask::RecordConsent(body) => self.record_consent(body, by),
            Ask::AcceptWeapon(body) => self.accept_weapon(body, entry),
            Ask::AcceptLot(body) => self.accept_lot(body),
            Ask::Fit(body) => self.fit(body, entry),
            Ask::MakeRounds(body) => self.make_rounds(body, by, entry),
            Ask::TestFire(body) => self.test_fire(body, by, entry),
            Ask::ReleaseFromQuarantine(body) => self.release_from_quarantine(body),
            Ask::SetPlace(body) => self.set_place(body),
            Ask::AdoptHouseBook(body) => self.adopt_house_book(body),
            Ask::PlanScene(body) => self.plan_scene(body),
            Ask::AddSetUp(body) => self.add_set_up(body, entry),
            Ask::AssessRisk(body) => self.assess_risk(body),
            Ask::ApproveMitigation(body) => self.approve_mitigation(body),
            Ask::DeclareLiveException(body) => self.declare_live_exception(body),
            Ask::FileDocument(body) => self.file_document(body, entry),
            Ask::PublishSchedule(body) => self.publish_schedule(body, entry),
            Ask::HoldMeeting(body) => self.hold_meeting(body, entry),
            Ask::Acknowledge(body) => self.acknowledge(body, by),
            Ask::TestDummies(body) => self.test_dummies(body, by),
            Ask::Transfer(body) => self.transfer(body, entry),
            Ask::Count(body) => self.count(body, entry),
            Ask::CheckOut(rows) => picked(rows, go).for_each(|row| self.check_out(row, by)),
            Ask::Check(rows) => picked(rows, go).for_each(|row| self.check(row, by, entry)),
            Ask::Load(rows) => picked(rows, go).for_each(|row| self.load(row, by, entry)),
            Ask::Show(rows) => picked(rows, go).for_each(|row| self.show(row)),
            Ask::Issue(rows) => picked(rows, go).for_each(|row| self.issue(row, by, entry)),
            Ask::Send(body) => self.send(body, entry),
            Ask::Receive(body) => self.receive(body, by, entry),
            Ask::ClearZone(body) => self.clear_zone(body, entry),
            Ask::Announce(rows) => picked(rows, go).for_each(|row| self.announce(row)),
            Ask::BeginActivity(body) => self.begin_activity(body, entry),
            Ask::ClearToFire(rows) => picked(rows, go).for_each(|row| self.clear_to_fire(row)),
            Ask::OpenDay(_) => self.open_day(entry),
            Ask::WrapDay(_) => self.wrap_day(entry),
            Ask::AnswerStop(body) => self.answer_stop(body),
            Ask::AnswerConcern(body) => self.answer_concern(body),
            Ask::EndHold(body) => self.end_hold(body),
            Ask::LiftStandDown(body) => self.lift_stand_down(body, entry),
            Ask::CloseIncident(body) => self.close_incident(body, entry),
            Ask::ConfirmTime(_) => self.unit.clock_stepped = false,
        }
    }

    fn report(&mut self, report: &Report, entry: &mut Entry) {
        match report {
            Report::Collect(rows) => rows.rows().iter().for_each(|row| self.collect(row, entry)),
            Report::Unload(rows) => rows.rows().iter().for_each(|row| self.unload(row, entry)),
            Report::PutDown(rows) => rows.rows().iter().for_each(|row| self.put_down(row, entry)),
            Report::LockAway(rows) => rows
                .rows()
                .iter()
                .for_each(|row| self.lock_away(row, entry)),
            Report::Quarantine(body) => self.put_aside(body),
            Report::End(body) => self.end(body, entry),
            Report::Delivery(body) => self.delivery(body, entry),
            Report::TurnedAway(_) | Report::Injury(_) | Report::NearMiss(_) => {}
            Report::Arrive(body) => self.arrive(body, entry),
            Report::Leave(body) => self.leave(body, entry),
            Report::ShotsFired(rows) => rows.rows().iter().for_each(|r| self.shots(r, entry)),
            Report::Misfire(body) => self.misfire(body, entry),
            Report::HangFire(body) | Report::Stoppage(body) | Report::StuckInBore(body) => {
                self.stoppage(&body.weapon, entry);
            }
            Report::Discharge(body) => self.discharge(body, entry),
            Report::BulletRoundFound(body) => self.bullet_round_found(body, entry),
            Report::Missing(body) => self.missing(body, entry),
            Report::Found(body) => self.found(body, entry),
            Report::Unattended(body) => self.unattended(body, entry),
            Report::Swapped(body) => self.swapped(body, entry),
            Report::Altered(body) => self.altered(body, entry),
            Report::Damaged(body) => self.damaged(body, entry),
            Report::Cleaned(rows) => rows.rows().iter().for_each(|row| self.cleaned(row, entry)),
            Report::Unwilling(body) => self.unwilling(body, entry),
            Report::Seized(body) => self.seized(body, entry),
            Report::AuthorityReleased(body) => self.authority_released(body, entry),
            Report::Stop(body) => self.stop(body),
            Report::Concern(body) => self.concern(body, entry),
            Report::Decline(_) => {}
            Report::ShowAgain(body) => self.show_again(body, entry),
            Report::Breach(body) => self.breach(body, entry),
        }
    }
}

/// The numbers of the rows answered go.
fn gone(rows: &[bool]) -> Vec<usize> {
    let rows = rows.iter().enumerate();
    rows.filter(|(_, go)| **go).map(|(row, _)| row).collect()
}
