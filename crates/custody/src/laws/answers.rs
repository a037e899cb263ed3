//! Law 7: who answers a stop, lifts a stand-down and closes an incident. Nobody does so alone.

use super::{Asked, LawBreak, said};
use crate::{
    id::{IncidentId, PersonId},
    input::{Ask, safety::CloseIncident},
    names::{As, Role, Scope},
    state::State,
};

/// Roles that may answer as a handler. Books may narrow the list, never widen it.
const HANDLERS: &[Role] = &[
    Role::Armorer,
    Role::PropertyMaster,
    Role::AssistantPropertyMaster,
];
const FIRST_AD: &[Role] = &[Role::FirstAd];
/// Who answers for the whole production, beside the first AD and a handler.
const FOR_ALL: &[Role] = &[Role::SafetyAdvisor, Role::Producer];

pub(super) fn in_the_way(asked: &Asked<'_>) -> Vec<LawBreak> {
    match asked.ask {
        Ask::AnswerStop(_) => seats(asked, false).into_iter().collect(),
        Ask::LiftStandDown(a) => of_incident(asked, &a.incident),
        Ask::CloseIncident(a) => {
            let mut breaks = of_incident(asked, &a.incident);
            breaks.extend(nothing_said(a));
            breaks
        }
        _ => Vec::new(),
    }
}

fn of_incident(asked: &Asked<'_>, id: &IncidentId) -> Vec<LawBreak> {
    let Some(incident) = asked.state.incidents.get(id) else {
        return Vec::new();
    };
    let for_all = incident.stand_down == Some(Scope::Production);
    let mut breaks: Vec<_> = seats(asked, for_all).into_iter().collect();
    let answering = answering(asked);
    let acted = answering.iter().filter(|p| incident.acted.contains(p));
    breaks.extend(acted.map(|person| {
        let says = said::ACTED_IN_IT.with(&[("person", person), ("incident", id)]);
        LawBreak::new(7, says, &said::ASK_WITH_OTHERS)
            .about(person)
            .about(id)
    }));
    breaks
}

/// The asker, and everybody who accepts or confirms; each once.
fn answering<'a>(asked: &Asked<'a>) -> Vec<&'a PersonId> {
    let input = asked.input;
    let with = input.answering(As::Accepts);
    let with = with.chain(input.answering(As::Confirms));
    let mut people: Vec<_> = asked.by().into_iter().chain(with).collect();
    people.sort();
    people.dedup();
    people
}

/// The break, where those who answer do not fill every seat with a person of its own.
fn seats(asked: &Asked<'_>, for_all: bool) -> Option<LawBreak> {
    let (seats, who): (&[&[Role]], _) = if for_all {
        (
            &[FIRST_AD, HANDLERS, FOR_ALL],
            &said::AD_HANDLER_AND_ADVISOR,
        )
    } else {
        (&[FIRST_AD, HANDLERS], &said::AD_AND_HANDLER)
    };
    let filled = filled(asked.state, &answering(asked), seats);
    (!filled).then(|| {
        let who = who.plain();
        let says = said::TAKES_ALL_OF.with(&[("who", &who)]);
        LawBreak::with(7, says, said::ASK_WITH_ALL_OF.with(&[("who", &who)]))
    })
}

fn filled(state: &State, people: &[&PersonId], seats: &[&[Role]]) -> bool {
    let Some((seat, others)) = seats.split_first() else {
        return true;
    };
    people.iter().any(|person| {
        let holds = state.people.get(*person).is_some_and(|p| {
            let mut roles = seat.iter();
            roles.any(|role| p.roles.contains(role))
        });
        let rest: Vec<_> = people.iter().copied().filter(|p| p != person).collect();
        holds && filled(state, &rest, others)
    })
}

fn nothing_said(a: &CloseIncident) -> Vec<LawBreak> {
    let said = [
        (&a.cause, &said::NO_CAUSE, &said::SAY_THE_CAUSE),
        (&a.action, &said::NO_ACTION, &said::SAY_THE_ACTION),
    ];
    let blank = said.into_iter().filter(|(text, ..)| text.trim().is_empty());
    blank
        .map(|(_, says, remedy)| LawBreak::new(7, says.plain(), remedy).about(&a.incident))
        .collect()
}
