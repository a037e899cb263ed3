//! The report of an incident: what a source asks for, filled in from the record as far as it knows.

use custody::{
    id::IncidentId,
    input::{Report, What},
    state::Incident,
};
use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::Papers;
use crate::Entry;

/// The fixed facts of one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The provision of the catalogue.
    pub provision: String,
    /// Where it is the law.
    pub place: String,
    /// The source, as its publisher names it.
    pub source: String,
    /// Whether the wording was read, or a report about it.
    pub status: String,
    /// What it asks for, in its order.
    pub items: Vec<Item>,
}

/// One thing a source asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What is asked for.
    pub asks: String,
    /// What of the record answers it.
    pub from: Known,
}

/// What a record can answer. All else is written in by hand: names and addresses stand in no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// Place and scene.
    Place,
    /// When it happened.
    Time,
    /// What kind of event it was, and how badly somebody was hurt.
    Event,
    /// How many were hurt.
    Hurt,
    /// Who was hurt, by handle.
    HurtWho,
    /// With what.
    Instrument,
    /// Whether scene or instrument was touched.
    Altered,
    /// Which authorities took something.
    Authorities,
    /// Who reported it, by handle.
    Reporter,
    /// What happened, as it was reported.
    Account,
    /// What is done so that it does not happen again.
    Action,
    /// Nothing of the record.
    ByHand,
}

/// A moment, as the set's clocks show it.
#[derive(Debug, Clone)]
pub struct Moment {
    /// When.
    pub at: Timestamp,
    /// The zone of the set.
    pub zone: TimeZone,
}

/// A form, filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Filled {
    /// The provision of the catalogue.
    pub provision: String,
    /// The source.
    pub source: String,
    /// Whether the wording was read, or a report about it.
    pub status: String,
    /// What it asks for, and the answer; none: to be written in by hand.
    pub items: Vec<(String, Option<String>)>,
}

/// A deadline, with the time that is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The rule that started it.
    pub rule: String,
    /// Who must be told.
    pub to: String,
    /// By when.
    pub due: Timestamp,
    /// When they were told.
    pub told: Option<Timestamp>,
    /// Minutes left; below zero: passed.
    pub minutes_left: i64,
}

/// The report of an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// The incident.
    pub incident: IncidentId,
    /// Its deadlines.
    pub deadlines: Vec<Deadline>,
    /// The forms of its place.
    pub forms: Vec<Filled>,
}

/// Reads the forms.
///
/// # Errors
/// When the text is not their form.
pub fn forms(text: &str) -> Result<Vec<Form>, serde_json::Error> {
    serde_json::from_str(text)
}

impl Papers {
    /// The report of an incident at a moment in the set's zone; none where the record has no such
    /// incident.
    pub fn incident(&self, id: &IncidentId, forms: &[Form], now: &Moment) -> Option<Paper> {
        let incident = self.state.incidents.get(id)?;
        let case = Case {
            papers: self,
            incident,
            entry: self.opened.get(id),
            zone: &now.zone,
        };
        let deadlines = incident.clocks.iter().map(|clock| Deadline {
            rule: clock.rule.clone(),
            to: clock.to.clone(),
            due: clock.due,
            told: clock.told,
            minutes_left: clock.due.duration_since(now.at).as_mins(),
        });
        let place = case.place();
        let here = forms.iter().filter(|form| {
            let rest = place.strip_prefix(&form.place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        Some(Paper {
            incident: id.clone(),
            deadlines: deadlines.collect(),
            forms: here.map(|form| case.fill(form)).collect(),
        })
    }
}

/// An incident with the entry that opened it.
struct Case<'a> {
    papers: &'a Papers,
    incident: &'a Incident,
    entry: Option<&'a Entry>,
    zone: &'a TimeZone,
}

impl Case<'_> {
    fn fill(&self, form: &Form) -> Filled {
        let items = form.items.iter();
        Filled {
            provision: form.provision.clone(),
            source: form.source.clone(),
            status: form.status.clone(),
            items: items
                .map(|item| (item.asks.clone(), self.known(item.from)))
                .collect(),
        }
    }

    fn known(&self, of: Known) -> Option<String> {
        let incident = self.incident;
        match of {
            Known::Place => Some(match &incident.scene {
                Some(scene) => format!("{}, scene {scene}", self.place()),
                None => self.place(),
            }),
            Known::Time => Some(self.local(incident.since)),
            Known::Event => Some(self.event()),
            Known::Hurt => Some(usize::from(self.injury().is_some()).to_string()),
            Known::HurtWho => self.injury()?.person.as_ref().map(ToString::to_string),
            Known::Instrument => self.instrument(),
            Known::Altered => Some(self.altered()),
            Known::Authorities => self.authorities(),
            Known::Reporter => self.entry?.by.as_ref().map(ToString::to_string),
            Known::Account => serde_json::to_string(&self.entry?.what).ok(),
            Known::Action => incident.closed.as_ref().map(|closed| closed.action.clone()),
            Known::ByHand => None,
        }
    }

    fn place(&self) -> String {
        let state = &self.papers.state;
        let scene = self
            .incident
            .scene
            .as_ref()
            .and_then(|id| state.scenes.get(id));
        let own = scene.and_then(|scene| scene.place.clone());
        own.unwrap_or_else(|| state.unit.place.clone())
    }

    /// In the zone of the set.
    fn local(&self, at: Timestamp) -> String {
        let offset = self.zone.to_offset(at);
        format!("{}{offset}", offset.to_datetime(at))
    }

    fn injury(&self) -> Option<&custody::input::report::Injury> {
        match &self.entry?.what {
            What::Report(Report::Injury(injury)) => Some(injury),
            _ => None,
        }
    }

    fn event(&self) -> String {
        match self.injury() {
            Some(injury) => format!("{}, {}", self.incident.cause, injury.severity),
            None => self.incident.cause.clone(),
        }
    }

    fn instrument(&self) -> Option<String> {
        let id = self.incident.weapon.as_ref()?;
        let weapon = self.papers.state.weapons.get(id)?;
        Some(match &weapon.features.serial {
            Some(serial) => format!("{id}, {}, serial {serial}", weapon.class),
            None => format!("{id}, {}", weapon.class),
        })
    }

    fn altered(&self) -> String {
        let touched = self.incident.touched.iter().map(|touch| {
            let by = touch.by.as_ref().map_or("nobody named", |by| by.as_str());
            format!(
                "{} of {} by {by}, {}",
                touch.what,
                touch.weapon,
                self.local(touch.at)
            )
        });
        let touched: Vec<String> = touched.collect();
        match touched.is_empty() {
            true => "no touch of what is preserved is on record".to_owned(),
            false => touched.join("; "),
        }
    }

    fn authorities(&self) -> Option<String> {
        let touched = self.incident.touched.iter();
        let took = touched.filter(|touch| touch.what == "seized");
        let took: Vec<String> = took
            .filter_map(|touch| touch.by.as_ref().map(ToString::to_string))
            .collect();
        (!took.is_empty()).then(|| took.join(", "))
    }
}
