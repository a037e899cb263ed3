//! What a live board shows: plain data, from durable entries only.

use std::collections::BTreeSet;

use custody::{
    id::*,
    names::{CustodianKind, Kind, RoundClass, RoundState, Scope, Tier, WeaponClass},
    sentence,
    state::{Check, Contents, Incident, State, Weapon},
};
use jiff::{Timestamp, civil::Date};
use logbook::Refused;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    armory::Armory,
    clock::{Now, received},
};

/// A unit at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Board {
    /// When it was looked at.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// The last durable entry.
    pub last: u64,
    /// The open day, if one is.
    #[schemars(with = "Option<String>")]
    pub day: Option<Date>,
    /// The place.
    pub place: String,
    /// Screen, stage or reenactment.
    pub kind: Kind,
    /// Every weapon.
    pub weapons: Vec<WeaponOnBoard>,
    /// Where rounds are.
    pub rounds: Vec<RoundsOnBoard>,
    /// Incidents that are open.
    pub incidents: Vec<IncidentOnBoard>,
    /// Stops that nobody has answered.
    pub stops: Vec<StopOnBoard>,
    /// Concerns that nobody has answered.
    pub concerns: Vec<ConcernOnBoard>,
    /// Today's refusals, the oldest first.
    pub refusals: Vec<Refused>,
    /// The whole production stands down.
    pub stood_down: bool,
    /// The clock stepped, and nobody has confirmed the time.
    pub clock_stepped: bool,
    /// The record can be written, as far as the last group showed.
    pub writable: bool,
    /// Reports that wait to be written.
    pub not_recorded: usize,
}

/// A weapon on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WeaponOnBoard {
    /// Its tag.
    pub weapon: WeaponId,
    /// Tier.
    pub tier: Tier,
    /// Class.
    pub class: WeaponClass,
    /// Kind of custodian.
    pub custodian: CustodianKind,
    /// The handler who answers for it, where one does.
    pub handler: Option<PersonId>,
    /// In whose hand or holster it is.
    pub bearer: Option<PersonId>,
    /// The set-up it is issued for.
    pub set_up: Option<SetUpId>,
    /// What is proven to be in it, in words.
    pub contents: String,
    /// The last check.
    pub check: CheckOnBoard,
    /// The sentence that may be announced; none where nothing may.
    pub sentence: Option<String>,
    /// It is watched.
    pub watched: bool,
    /// It is put aside.
    pub quarantined: bool,
    /// A hold is on.
    pub held: bool,
    /// It is preserved as found.
    pub preserved: bool,
    /// A stand-down covers it.
    pub stood_down: bool,
    /// The last entry that touched it; 0 for none.
    pub last: u64,
}

/// The last check of a weapon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "check", rename_all = "snake_case")]
pub enum CheckOnBoard {
    /// Never checked.
    None,
    /// It holds.
    Holds {
        /// Its age in whole minutes.
        minutes: i64,
        /// By whom.
        by: PersonId,
    },
    /// It no longer holds.
    Void {
        /// Why.
        why: String,
    },
}

/// Rounds of one lot and state in one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoundsOnBoard {
    /// The account: `safe`, `person:armorer`.
    pub account: String,
    /// The lot.
    pub lot: LotId,
    /// Its class.
    pub class: RoundClass,
    /// Fresh, spent or dud.
    pub state: RoundState,
    /// How many.
    pub rounds: u32,
}

/// An open incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IncidentOnBoard {
    /// Its number.
    pub incident: IncidentId,
    /// What opened it.
    pub cause: String,
    /// When.
    #[schemars(with = "String")]
    pub since: Timestamp,
    /// The weapon, where one is named.
    pub weapon: Option<WeaponId>,
    /// How far its stand-down reaches, while it is not lifted.
    pub stand_down: Option<Scope>,
    /// Deadlines that run.
    pub clocks: Vec<ClockOnBoard>,
}

/// A deadline of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClockOnBoard {
    /// The rule that started it.
    pub rule: String,
    /// Who must be told.
    pub to: String,
    /// By when.
    #[schemars(with = "String")]
    pub due: Timestamp,
    /// Whole minutes left; below 0: overdue.
    pub minutes_left: i64,
}

/// A stop that nobody has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StopOnBoard {
    /// The scene; none: the whole set.
    pub scene: Option<SceneId>,
}

/// A concern that nobody has answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ConcernOnBoard {
    /// Its number.
    pub concern: VoiceId,
    /// What it is about.
    pub about: String,
    /// When it was first raised.
    #[schemars(with = "String")]
    pub since: Timestamp,
    /// How often.
    pub raised: u32,
}

impl Armory {
    /// The unit as durable entries have it.
    pub fn board(&self, now: Now) -> Board {
        let state = &self.image.state;
        let at = received(now);
        let weapons = state.weapons.iter();
        let incidents = state.incidents.iter().filter(|(_, it)| it.closed.is_none());
        Board {
            at,
            last: self.entries().saturating_sub(1),
            day: state.unit.day.as_ref().map(|day| day.date),
            place: state.unit.place.clone(),
            kind: state.unit.kind,
            weapons: weapons.map(|(id, it)| self.weapon(id, it, at)).collect(),
            rounds: rounds(state),
            incidents: incidents.map(|(id, it)| incident(id, it, at)).collect(),
            stops: stops(state),
            concerns: concerns(state),
            refusals: self.refusals(at),
            stood_down: !state.unit.stood_down.is_empty(),
            clock_stepped: state.unit.clock_stepped || self.clock.stepped,
            writable: self.fault.is_none(),
            not_recorded: self.waiting.len(),
        }
    }

    fn refusals(&self, at: Timestamp) -> Vec<Refused> {
        let today = self.zone.to_datetime(at).date();
        match self.image.refused_on == Some(today) {
            true => self.image.refused.clone(),
            false => Vec::new(),
        }
    }

    fn weapon(&self, id: &WeaponId, weapon: &Weapon, at: Timestamp) -> WeaponOnBoard {
        let check = match &weapon.check {
            Check::None => CheckOnBoard::None,
            Check::Holds { since, by, .. } => CheckOnBoard::Holds {
                minutes: minutes(*since, at),
                by: by.clone(),
            },
            Check::Void { why, .. } => CheckOnBoard::Void {
                why: why.to_string(),
            },
        };
        WeaponOnBoard {
            weapon: id.clone(),
            tier: weapon.tier,
            class: weapon.class,
            custodian: weapon.custodian.kind(),
            handler: weapon.custodian.handler().cloned(),
            bearer: weapon.bearer.clone(),
            set_up: weapon.issue.as_ref().map(|issue| issue.set_up.clone()),
            contents: contents(weapon),
            check,
            sentence: sentence::printed(id.as_str(), weapon),
            watched: weapon.watched,
            quarantined: weapon.quarantined,
            held: weapon.hold.is_some(),
            preserved: !weapon.preserved_by.is_empty(),
            stood_down: !weapon.stood_down_by.is_empty(),
            last: self.last_entry(&format!("weapon:{id}")).unwrap_or(0),
        }
    }
}

fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).as_mins()
}

fn contents(weapon: &Weapon) -> String {
    match &weapon.contents {
        Contents::Unknown => "unknown, treated as live".to_owned(),
        Contents::Empty => "empty".to_owned(),
        Contents::NotApplicable => "not applicable".to_owned(),
        Contents::Loaded(rounds) => {
            let left = rounds.iter().filter(|round| !round.fired);
            let classes: BTreeSet<&str> = left.clone().map(|it| it.class.as_str()).collect();
            let classes: Vec<&str> = classes.into_iter().collect();
            format!("{} {}", left.count(), classes.join(" and "))
        }
    }
}

fn rounds(state: &State) -> Vec<RoundsOnBoard> {
    let rows = state.rounds.all().map(|(account, lot, kept, rounds)| {
        let class = state.lots.get(lot).map(|lot| lot.class);
        RoundsOnBoard {
            account: account.to_string(),
            lot: lot.clone(),
            class: class.unwrap_or(RoundClass::Unknown),
            state: kept,
            rounds,
        }
    });
    rows.filter(|row| row.rounds > 0).collect()
}

fn incident(id: &IncidentId, incident: &Incident, at: Timestamp) -> IncidentOnBoard {
    let clocks = incident.clocks.iter().map(|clock| ClockOnBoard {
        rule: clock.rule.clone(),
        to: clock.to.clone(),
        due: clock.due,
        minutes_left: minutes(at, clock.due),
    });
    IncidentOnBoard {
        incident: id.clone(),
        cause: incident.cause.clone(),
        since: incident.since,
        weapon: incident.weapon.clone(),
        stand_down: incident.stand_down,
        clocks: clocks.collect(),
    }
}

fn stops(state: &State) -> Vec<StopOnBoard> {
    let whole = state.unit.stopped.then_some(StopOnBoard { scene: None });
    let scenes = state.scenes.iter().filter(|(_, scene)| scene.stopped);
    let scenes = scenes.map(|(id, _)| StopOnBoard {
        scene: Some(id.clone()),
    });
    whole.into_iter().chain(scenes).collect()
}

fn concerns(state: &State) -> Vec<ConcernOnBoard> {
    let open = state.concerns.iter().filter(|(_, it)| it.answer.is_none());
    let rows = open.map(|(id, it)| ConcernOnBoard {
        concern: id.clone(),
        about: it.about.clone(),
        since: it.since,
        raised: it.raised,
    });
    rows.collect()
}
