//! Facts of an incident.

use custody::state::Incident;

use super::{
    Case,
    value::{Value, people, text, yes},
};

/// A fact of an incident, by its name in the schema.
pub(super) type IncidentFact = (&'static str, fn(&Case<'_>, &Incident) -> Option<Value>);

pub(super) const INCIDENT: &[IncidentFact] = &[
    ("acted", |_, incident| people(&incident.acted)),
    ("scope", |_, incident| {
        text(incident.stand_down.map_or("none", |scope| scope.as_str()))
    }),
    ("closed", |_, incident| yes(incident.closed.is_some())),
];
