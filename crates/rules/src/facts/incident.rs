//! Facts of an incident.

use custody::state::{Clock, Incident};

use super::{
    Case,
    value::{Value, people, text, texts, yes},
};

/// A fact of an incident, by its name in the schema.
pub(super) type IncidentFact = (&'static str, fn(&Case<'_>, &Incident) -> Option<Value>);

pub(super) const INCIDENT: &[IncidentFact] = &[
    ("acted", |_, incident| people(&incident.acted)),
    ("scope", |_, incident| {
        text(incident.stand_down.map_or("none", |scope| scope.as_str()))
    }),
    ("closed", |_, incident| yes(incident.closed.is_some())),
    ("untold", |_, incident| {
        texts(untold(incident).map(|clock| clock.to.as_str()))
    }),
];

/// Deadlines that run: who they name was not told yet.
pub(super) fn untold(incident: &Incident) -> impl Iterator<Item = &Clock> {
    let clocks = incident.clocks.iter();
    clocks.filter(|clock| clock.told.is_none())
}
