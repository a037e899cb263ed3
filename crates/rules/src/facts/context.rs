//! Facts of the context, action by action.

use custody::input::{Ask, Input, Report};

use super::{Case, Thing, value::Value};

mod intake;
mod people;
mod planning;
mod report;
mod rounds;
mod set;
mod weapon;

/// A fact of an action's context, by its name in the schema.
pub(super) type ContextFact = (&'static str, fn(&Case<'_>) -> Option<Value>);

/// A thing that the context of an action names.
pub(super) type NamedFact = (&'static str, for<'a> fn(&Case<'a>) -> Option<Thing<'a>>);

/// What the context of an action holds besides the unit, the answers and the settings.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Table {
    /// Values.
    pub(super) facts: &'static [ContextFact],
    /// People, scenes, weapons and lots it names.
    pub(super) things: &'static [NamedFact],
}

/// The table of an action.
pub(super) fn table(action: &str) -> Table {
    let (facts, things): (&[ContextFact], &[NamedFact]) = match action {
        "enroll" => (people::ENROLL, &[]),
        "assign_role" => (people::ASSIGN_ROLE, &[]),
        "record_qualification" => (people::RECORD_QUALIFICATION, &[]),
        "induct" => (people::INDUCT, &[]),
        "take_duty" | "drop_duty" => (people::DUTY, &[]),
        "relieve" => (people::RELIEVE, &[]),
        "accept_weapon" => (intake::ACCEPT_WEAPON, &[]),
        "test_fire" => (intake::TEST_FIRE, &[]),
        "add_set_up" => (planning::ADD_SET_UP, &[]),
        "assess_risk" => (planning::ASSESS_RISK, &[]),
        "declare_live_exception" => (planning::DECLARE_LIVE_EXCEPTION, &[]),
        "file_document" => (planning::FILE_DOCUMENT, &[]),
        "publish_schedule" => (planning::PUBLISH_SCHEDULE, &[]),
        "hold_meeting" => (planning::HOLD_MEETING, &[]),
        "acknowledge" => (planning::ACKNOWLEDGE, &[]),
        "test_dummies" => (rounds::TEST_DUMMIES, &[]),
        "transfer" => (rounds::TRANSFER, rounds::TRANSFER_NAMES),
        "count" => (rounds::COUNT, &[]),
        "check_out" => (weapon::CHECK_OUT, &[]),
        "check" => (weapon::CHECK, &[]),
        "load" => (rounds::LOAD, weapon::SCENE),
        "show" => (weapon::SHOW, &[]),
        "issue" => (weapon::ISSUE, weapon::ISSUE_NAMES),
        "send" => (weapon::SEND, weapon::SEND_NAMES),
        "announce" => (weapon::ANNOUNCE, &[]),
        "begin_activity" => (set::BEGIN_ACTIVITY, &[]),
        "clear_to_fire" => (set::CLEAR_TO_FIRE, set::CLEAR_TO_FIRE_NAMES),
        report if Report::NAMES.contains(&report) => (report::REPORT, report::REPORT_NAMES),
        _ => (&[], &[]),
    };
    Table { facts, things }
}

/// Whether the context of an action has answers and settings: reports have neither.
pub(super) fn is_answered(action: &str) -> bool {
    Ask::NAMES.contains(&action)
}

/// Whether the context of an action has a zone.
pub(super) fn has_zone(action: &str) -> bool {
    matches!(action, "clear_zone" | "clear_to_fire")
}

/// Finds the body of an ask.
macro_rules! bodies {
    ($($name:ident: $variant:ident($body:ty);)*) => {
        $(fn $name<'a>(case: &crate::facts::Case<'a>) -> Option<&'a $body> {
            match case.ask()? {
                custody::input::Ask::$variant(body) => Some(body),
                _ => None,
            }
        })*
    };
}

/// Finds the row of an ask that may be a line.
macro_rules! lines {
    ($($name:ident: $variant:ident($row:ty);)*) => {
        $(fn $name<'a>(case: &crate::facts::Case<'a>) -> Option<&'a $row> {
            match case.ask()? {
                custody::input::Ask::$variant(lines) => case.line(lines),
                _ => None,
            }
        })*
    };
}
use {bodies, lines};

/// The action of an input, which is its name.
pub(super) fn action_of(input: &Input) -> &'static str {
    input.what.name()
}
