//! Law 5: the default is no. An id that an ask names and nobody knows makes the answer no.

use super::{
    Asked, LawBreak,
    named::{Thing, named},
};

pub(super) fn in_the_way(asked: &Asked<'_>) -> Vec<LawBreak> {
    let Some(mut named) = named(asked.ask, asked.row) else {
        return vec![LawBreak::new(
            5,
            format!("This ask has no row {}.", asked.row.saturating_add(1)),
            "Ask for a row that stands in the line.",
        )];
    };
    let with = asked.input.with.iter().map(|with| &with.person);
    named.uses.extend(with.map(Thing::from));
    named.uses.retain(|thing| !named.makes.contains(thing));
    named.uses.extend(asked.by().map(Thing::from));

    let nobody = asked.by().is_none().then(|| {
        LawBreak::new(
            5,
            "Nobody stands behind this ask.",
            "Say who asks. Without a name one can stop, or raise a concern.",
        )
    });
    let unknown = named.uses.into_iter();
    let unknown = unknown.filter(|thing| !thing.is_known(asked.state));
    nobody.into_iter().chain(unknown.map(not_known)).collect()
}

fn not_known(thing: Thing<'_>) -> LawBreak {
    let id = thing.id();
    let (kind, remedy) = match thing {
        Thing::Person(_) => ("person", "Enroll this person first."),
        Thing::Weapon(_) => ("weapon", "Report its delivery and accept it first."),
        Thing::Lot(_) => ("lot", "Report its delivery and accept it first."),
        Thing::Scene(_) => ("scene", "Plan the scene first."),
        Thing::SetUp(_) => ("set-up", "Add the set-up to its scene first."),
        Thing::Incident(_) => ("incident", "Name an incident that the record has numbered."),
        Thing::Concern(_) => ("concern", "Name a concern that the record has numbered."),
    };
    LawBreak::new(5, format!("The record knows no {kind} {id}."), remedy).about(id)
}
