//! Which things an input touches: what a device saw last of each, and what a refusal is about.

use std::collections::BTreeSet;

use custody::{
    answered::{Consequence, Effect},
    id::{PersonId, SetUpId},
    input::{Ask, Report, What},
    names::Scope,
    state::State,
};
use serde_json::Value;

use crate::Entry;

/// The day, and whatever holds for the whole unit.
pub const DAY: &str = "day";

/// The things that an entry touches in the state before it: `weapon:h1`, `lot:b1`, `scene:12`, `day`.
pub fn touched(entry: &Entry, state: &State) -> BTreeSet<String> {
    named(&entry.what, entry.by.as_ref(), state)
}

/// The things that somebody's ask or report is about, in this state.
pub fn named(what: &What, by: Option<&PersonId>, state: &State) -> BTreeSet<String> {
    let mut things = Things {
        state,
        by,
        names: BTreeSet::new(),
    };
    let body = serde_json::to_value(what).unwrap_or_default();
    things.walk(&body);
    match what {
        What::Ask(ask) => things.ask(ask),
        What::Report(report) => things.report(report),
    }
    things.names
}

/// Whether rules stopped the whole production.
pub fn reaches_all(consequences: &[Consequence]) -> bool {
    consequences
        .iter()
        .any(|it| it.effect == Effect::StandDown(Scope::Production))
}

struct Things<'a> {
    state: &'a State,
    by: Option<&'a PersonId>,
    names: BTreeSet<String>,
}

impl Things<'_> {
    /// Whatever stands under the name of a thing.
    fn walk(&mut self, value: &Value) {
        match value {
            Value::Object(map) => {
                for (field, value) in map {
                    match value {
                        Value::String(id) => self.named(field, id),
                        value => self.walk(value),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.walk(item)),
            _ => {}
        }
    }

    fn named(&mut self, field: &str, id: &str) {
        match field {
            "weapon" | "lot" | "scene" => {
                self.names.insert(format!("{field}:{id}"));
            }
            "set_up" => {
                let scene = id.parse::<SetUpId>().ok();
                let scene = scene.and_then(|id| self.state.set_ups.get(&id));
                let scene = scene.map_or(id, |scene| scene.as_str());
                self.names.insert(format!("scene:{scene}"));
            }
            _ => {}
        }
    }

    fn ask(&mut self, ask: &Ask) {
        match ask {
            Ask::OpenDay(_)
            | Ask::WrapDay(_)
            | Ask::PublishSchedule(_)
            | Ask::SetPlace(_)
            | Ask::AdoptHouseBook(_)
            | Ask::AnswerStop(_)
            | Ask::LiftStandDown(_)
            | Ask::CloseIncident(_)
            | Ask::ConfirmTime(_) => self.day(),
            Ask::MakeRounds(body) => {
                let from = body.from.iter().map(|lot| format!("lot:{lot}"));
                self.names.extend(from);
            }
            Ask::Relieve(body) => self.hands(&body.from),
            _ => {}
        }
    }

    fn report(&mut self, report: &Report) {
        match report {
            Report::Stop(_) => self.day(),
            Report::Swapped(body) => {
                self.names.insert(format!("weapon:{}", body.by));
            }
            Report::End(body) => {
                let scene = self.state.set_ups.get(&body.set_up);
                let scene = scene.and_then(|scene| self.state.scenes.get(scene));
                let out = scene.into_iter().flat_map(|scene| &scene.issued);
                self.names.extend(out.map(|id| format!("weapon:{id}")));
            }
            Report::Leave(body) => {
                if let Some(person) = body.person.as_ref().or(self.by) {
                    self.hands(person);
                }
            }
            _ => {}
        }
    }

    fn day(&mut self) {
        self.names.insert(DAY.to_owned());
    }

    /// Every weapon that a person has, bears or watches.
    fn hands(&mut self, person: &PersonId) {
        let Some(person) = self.state.people.get(person) else {
            return;
        };
        let weapons = person
            .has
            .iter()
            .chain(&person.bears)
            .chain(&person.watches);
        self.names.extend(weapons.map(|id| format!("weapon:{id}")));
    }
}
