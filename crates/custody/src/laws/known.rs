//! Law 5: the default is no. An id that an ask names and nobody knows makes the answer no.

use super::{
    Asked, LawBreak,
    named::{Thing, named},
    said::{self, Sentence},
};

pub(super) fn in_the_way(asked: &Asked<'_>) -> Vec<LawBreak> {
    let Some(mut named) = named(asked.ask, asked.row) else {
        let row = asked.row.saturating_add(1);
        let says = said::NO_SUCH_ROW.with(&[("row", &row)]);
        return vec![LawBreak::new(5, says, &said::ASK_FOR_A_ROW)];
    };
    let with = asked.input.with.iter().map(|with| &with.person);
    named.uses.extend(with.map(Thing::from));
    named.uses.retain(|thing| !named.makes.contains(thing));
    named.uses.extend(asked.by().map(Thing::from));

    let nobody = asked
        .by()
        .is_none()
        .then(|| LawBreak::new(5, said::NOBODY_ASKS.plain(), &said::SAY_WHO_ASKS));
    let unknown = named.uses.into_iter();
    let unknown = unknown.filter(|thing| !thing.is_known(asked.state));
    nobody.into_iter().chain(unknown.map(not_known)).collect()
}

fn not_known(thing: Thing<'_>) -> LawBreak {
    let id = thing.id();
    let (says, gap, remedy): (&Sentence, _, &Sentence) = match thing {
        Thing::Person(_) => (&said::NO_PERSON, "person", &said::ENROLL_FIRST),
        Thing::Weapon(_) => (&said::NO_WEAPON, "weapon", &said::DELIVER_FIRST),
        Thing::Lot(_) => (&said::NO_LOT, "lot", &said::DELIVER_FIRST),
        Thing::Scene(_) => (&said::NO_SCENE, "scene", &said::PLAN_FIRST),
        Thing::SetUp(_) => (&said::NO_SET_UP, "set_up", &said::ADD_FIRST),
        Thing::Incident(_) => (&said::NO_INCIDENT, "incident", &said::NAME_AN_INCIDENT),
        Thing::Concern(_) => (&said::NO_CONCERN, "id", &said::NAME_A_CONCERN),
    };
    LawBreak::new(5, says.with(&[(gap, &id)]), remedy).about(id)
}
