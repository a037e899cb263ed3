//! A week of a record: what was refused, what stood down, what runs out, what was not reconciled.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Entry, Founding,
    refused::{Refused, put_right},
    things,
};
use custody::{
    id::{IncidentId, LotId, PersonId, WeaponId},
    laws::LawBreak,
    names::Scope,
    rounds::Account,
    state::{Custodian, Document, Incident, State},
};
use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};

/// How far ahead something that runs out is told, in days.
const AHEAD: i64 = 30;

/// What a week was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// From here on.
    pub from: Timestamp,
    /// Until here, this moment not among it.
    pub until: Timestamp,
    /// Asks that were a go.
    pub went: usize,
    /// Refusals, the oldest first.
    pub refused: Vec<Refused>,
    /// What stood down in it or stands down still, the oldest first.
    pub stood_down: Vec<StoodDown>,
    /// What has run out or does within thirty days, the soonest first.
    pub runs_out: Vec<RunsOut>,
    /// What was not reconciled when it ended.
    pub not_reconciled: Vec<NotReconciled>,
    /// Who is on record when it ended.
    pub people: BTreeSet<PersonId>,
}

/// A stand-down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoodDown {
    /// Its incident.
    pub incident: IncidentId,
    /// When.
    pub since: Timestamp,
    /// The report or ask that opened it, by name.
    pub cause: String,
    /// How far it reaches.
    pub scope: Scope,
    /// The weapon, where one is named.
    pub weapon: Option<WeaponId>,
    /// It was lifted.
    pub lifted: bool,
}

/// Something with an end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RunsOut {
    /// Last day on which it counts.
    pub on: Date,
    /// What it is.
    pub of: Ending,
}

/// What ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// A permit, a certificate of training, a clearance.
    Paper(PersonId, String),
    /// The look at its standing with the issuer.
    Standing(PersonId, String),
    /// A consent to something.
    Consent(PersonId, String),
    /// A document of a weapon, or of the production.
    Document(Option<WeaponId>, String),
    /// A loan.
    Loan(WeaponId),
    /// A deadline of the law: whom to tell of an incident.
    Deadline(IncidentId, String),
}

/// What did not come out even.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotReconciled {
    /// Rounds of a lot are missing.
    Missing(LotId, u64),
    /// Rounds of a lot lie on the ground, not counted.
    OnTheGround(LotId, u64),
    /// Nobody knows where a weapon is.
    Weapon(WeaponId),
    /// A store holds rounds, and was last counted then; none: never.
    NotCounted(Account, Option<Timestamp>),
    /// A day was opened and not wrapped.
    NotWrapped(Date),
}

/// A week that is being read.
#[derive(Debug, Clone)]
pub struct Reading {
    state: State,
    zone: TimeZone,
    week: Week,
    stood: BTreeMap<IncidentId, Scope>,
}

impl Reading {
    /// After entry 0: the seven days of the set before a moment.
    pub fn of(founding: &Founding, until: Timestamp) -> Self {
        let zone = TimeZone::get(&founding.zone).unwrap_or(TimeZone::UTC);
        let from = zone.to_datetime(until).checked_sub(Span::new().days(7));
        let from = from.ok().and_then(|from| zone.to_timestamp(from).ok());
        Self {
            state: founding.state(),
            zone,
            week: Week {
                from: from.unwrap_or(until),
                until,
                went: 0,
                refused: Vec::new(),
                stood_down: Vec::new(),
                runs_out: Vec::new(),
                not_reconciled: Vec::new(),
                people: BTreeSet::new(),
            },
            stood: BTreeMap::new(),
        }
    }

    /// Takes in the next entry. What came after the week is left out.
    ///
    /// # Errors
    /// When it breaks a law: then this is no record that this program wrote.
    pub fn take(&mut self, entry: &Entry) -> Result<(), Vec<LawBreak>> {
        if entry.at >= self.week.until {
            return Ok(());
        }
        self.state.unit.clock_stepped |= entry.clock_stepped;
        let about = things::touched(entry, &self.state);
        let opened = self.state.fold(&entry.answered())?.incident;
        let scope = opened.and_then(|id| Some((self.state.incidents.get(&id)?.stand_down?, id)));
        if let Some((scope, id)) = scope {
            self.stood.insert(id, scope);
        }
        match entry.go() {
            _ if entry.at < self.week.from => {}
            Some(true) => self.went(entry, &about),
            Some(false) => self.week.refused.push(Refused::of(entry, about)),
            None => {}
        }
        Ok(())
    }

    fn went(&mut self, entry: &Entry, about: &BTreeSet<String>) {
        self.week.went += 1;
        put_right(&mut self.week.refused, entry, about);
    }

    /// The week, once every entry was taken in.
    pub fn done(mut self) -> Week {
        self.week.stood_down = self.stood_down();
        self.week.runs_out = self.runs_out();
        self.week.not_reconciled = self.not_reconciled();
        self.week.people = self.state.people.keys().cloned().collect();
        self.week
    }

    fn stood_down(&self) -> Vec<StoodDown> {
        let stood = self.stood.iter().filter_map(|(id, scope)| {
            let it: &Incident = self.state.incidents.get(id)?;
            let lifted = it.stand_down.is_none();
            (!lifted || it.since >= self.week.from).then(|| StoodDown {
                incident: id.clone(),
                since: it.since,
                cause: it.cause.clone(),
                scope: *scope,
                weapon: it.weapon.clone(),
                lifted,
            })
        });
        let mut stood: Vec<StoodDown> = stood.collect();
        stood.sort_by_key(|it| it.since);
        stood
    }

    fn runs_out(&self) -> Vec<RunsOut> {
        let today = self.zone.to_datetime(self.week.until).date();
        let last = today.saturating_add(Span::new().days(AHEAD));
        let mut found = self.of_people();
        found.extend(self.of_weapons());
        found.extend(of_documents(None, &self.state.documents));
        found.extend(self.deadlines());
        found.retain(|it| it.on <= last);
        found.sort();
        found
    }

    fn of_people(&self) -> Vec<RunsOut> {
        let days = self.state.unit.settings.get("status_check_days");
        let present = self.state.people.iter().filter(|(_, it)| it.present);
        let mut found = Vec::new();
        for (id, person) in present {
            for (kind, paper) in &person.papers {
                let ends = |of: fn(PersonId, String) -> Ending| of(id.clone(), kind.clone());
                found.extend(paper.expires.map(|on| RunsOut {
                    on,
                    of: ends(Ending::Paper),
                }));
                let looked = paper
                    .status_checked
                    .zip(days)
                    .map(|(looked, days)| RunsOut {
                        on: looked.saturating_add(Span::new().days((*days).clamp(0, 36_500))),
                        of: ends(Ending::Standing),
                    });
                found.extend(looked);
            }
            found.extend(person.consents.iter().filter_map(|(to, consent)| {
                Some(RunsOut {
                    on: consent.expires?,
                    of: Ending::Consent(id.clone(), to.clone()),
                })
            }));
        }
        found
    }

    fn of_weapons(&self) -> Vec<RunsOut> {
        let back = |loan: &custody::state::Loan| loan.returned.is_some();
        let here = self.state.weapons.iter();
        let here = here.filter(|(_, it)| !it.loan.as_ref().is_some_and(back));
        let mut found = Vec::new();
        for (id, weapon) in here {
            let due = weapon.loan.as_ref().and_then(|loan| loan.due_back);
            found.extend(due.map(|on| RunsOut {
                on,
                of: Ending::Loan(id.clone()),
            }));
            found.extend(of_documents(Some(id), &weapon.documents));
        }
        found
    }

    fn deadlines(&self) -> Vec<RunsOut> {
        let open = self.state.incidents.iter();
        let open = open.filter(|(_, it)| it.closed.is_none());
        let clocks = open.flat_map(|(id, it)| it.clocks.iter().map(move |clock| (id, clock)));
        let running = clocks.filter(|(_, clock)| clock.told.is_none());
        let due = running.map(|(id, clock)| RunsOut {
            on: self.zone.to_datetime(clock.due).date(),
            of: Ending::Deadline(id.clone(), clock.to.clone()),
        });
        due.collect()
    }

    fn not_reconciled(&self) -> Vec<NotReconciled> {
        let mut found = Vec::new();
        for lot in self.state.lots.keys() {
            for (account, rounds) in self.state.rounds.where_is(lot) {
                match (account, rounds.sum()) {
                    (_, 0) => {}
                    (Account::Missing, n) => found.push(NotReconciled::Missing(lot.clone(), n)),
                    (Account::Ground, n) => found.push(NotReconciled::OnTheGround(lot.clone(), n)),
                    _ => {}
                }
            }
        }
        let weapons = self.state.weapons.iter();
        let missing = weapons.filter(|(_, it)| it.custodian == Custodian::Missing);
        found.extend(missing.map(|(id, _)| NotReconciled::Weapon(id.clone())));
        found.extend(self.not_counted());
        let today = self.zone.to_datetime(self.week.until).date();
        let open = self.state.unit.day.as_ref().map(|day| day.date);
        found.extend(
            open.filter(|day| *day < today)
                .map(NotReconciled::NotWrapped),
        );
        found
    }

    /// Safes that hold rounds and were not counted in the week.
    fn not_counted(&self) -> Vec<NotReconciled> {
        let rows = self.state.rounds.all();
        let held = rows
            .filter(|(account, _, _, rounds)| *rounds > 0 && matches!(account, Account::Safe(_)));
        let stores: BTreeSet<&Account> = held.map(|(account, ..)| account).collect();
        let counted = |it: &Account| self.state.unit.counted.get(&it.to_string()).copied();
        let old = stores.into_iter().filter_map(|store| {
            let last = counted(store);
            let old = last.is_none_or(|last| last < self.week.from);
            old.then(|| NotReconciled::NotCounted(store.clone(), last))
        });
        old.collect()
    }
}

fn of_documents<'a>(
    weapon: Option<&WeaponId>,
    documents: &'a BTreeMap<String, Document>,
) -> impl Iterator<Item = RunsOut> + use<'a> {
    let weapon = weapon.cloned();
    documents.iter().filter_map(move |(topic, document)| {
        Some(RunsOut {
            on: document.expires?,
            of: Ending::Document(weapon.clone(), topic.clone()),
        })
    })
}
