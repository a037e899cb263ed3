//! Law 4: nothing is erased or edited. What is on record is not made a second time.

use super::{
    Asked, LawBreak,
    named::{Thing, named},
};
use crate::input::{Ask, planning::PlanScene};

pub(super) fn in_the_way(asked: &Asked<'_>) -> Vec<LawBreak> {
    if let Ask::PlanScene(plan) = asked.ask {
        return set_up_of_another(asked, plan).into_iter().collect();
    }
    let made = named(asked.ask, asked.row).map(|named| named.makes);
    let made = made.into_iter().flatten();
    let there = made.filter(|thing| thing.is_known(asked.state));
    there.map(already_there).collect()
}

fn already_there(thing: Thing<'_>) -> LawBreak {
    let id = thing.id();
    let (says, remedy) = match thing {
        Thing::Person(_) => (
            format!("Person {id} is already enrolled."),
            "Assign a role or record a paper instead, or choose another handle.",
        ),
        Thing::Lot(_) => (
            format!("Lot {id} is already on record."),
            "Give the new rounds a lot of their own.",
        ),
        Thing::SetUp(_) => (
            format!("Set-up {id} is already on record."),
            "Use it as it is, or give the new set-up its own id.",
        ),
        _ => (format!("{id} is already on record."), "Choose another id."),
    };
    LawBreak::new(4, says, remedy).about(id)
}

/// A scene planned again is a revision. But it makes a set-up of its own id, and that may not be
/// taken from another scene.
fn set_up_of_another(asked: &Asked<'_>, plan: &PlanScene) -> Option<LawBreak> {
    let mut set_ups = asked.state.set_ups.iter();
    let (set_up, owner) = set_ups.find(|(set_up, _)| set_up.as_str() == plan.scene.as_str())?;
    (*owner != plan.scene).then(|| {
        LawBreak::new(
            4,
            format!("{set_up} is already a set-up of scene {owner}."),
            "Give the new scene another id.",
        )
        .about(set_up)
        .about(owner)
    })
}
