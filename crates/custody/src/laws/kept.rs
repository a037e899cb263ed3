//! Law 4: nothing is erased or edited. What is on record is not made a second time.

use super::{
    Asked, LawBreak,
    named::{Thing, named},
    said::{self, Said, Sentence},
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
    let (says, remedy): (Said, &Sentence) = match thing {
        Thing::Person(_) => (
            said::PERSON_ON_RECORD.with(&[("person", &id)]),
            &said::ASSIGN_OR_RENAME,
        ),
        Thing::Lot(_) => (
            said::LOT_ON_RECORD.with(&[("lot", &id)]),
            &said::LOT_OF_ITS_OWN,
        ),
        Thing::SetUp(_) => (
            said::SET_UP_ON_RECORD.with(&[("set_up", &id)]),
            &said::SET_UP_OF_ITS_OWN,
        ),
        _ => (
            said::ON_RECORD.with(&[("id", &id)]),
            &said::CHOOSE_ANOTHER_ID,
        ),
    };
    LawBreak::new(4, says, remedy).about(id)
}

/// A scene planned again is a revision. But it makes a set-up of its own id, and that may not be
/// taken from another scene.
fn set_up_of_another(asked: &Asked<'_>, plan: &PlanScene) -> Option<LawBreak> {
    let mut set_ups = asked.state.set_ups.iter();
    let (set_up, owner) = set_ups.find(|(set_up, _)| set_up.as_str() == plan.scene.as_str())?;
    (*owner != plan.scene).then(|| {
        let says = said::SET_UP_OF_ANOTHER.with(&[("set_up", set_up), ("scene", owner)]);
        LawBreak::new(4, says, &said::SCENE_OF_ITS_OWN)
            .about(set_up)
            .about(owner)
    })
}
