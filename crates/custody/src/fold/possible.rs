//! What cannot be, whatever the books say: rounds that are not there, a thing in two places.

use std::collections::{BTreeMap, BTreeSet};

use super::{named::picked, split::reachable};
use crate::{
    id::{LotId, PersonId, SceneId, SetUpId, WeaponId},
    input::{
        Ask, Input, Lines,
        intake::{MakeRounds, TestDummies, TestFire},
        weapon::{Issue, Load},
    },
    laws::{self, LawBreak},
    names::RoundState,
    rounds::Account,
    state::State,
};

/// Every law that stands in the way of the rows answered go; nothing was folded yet.
pub(super) fn all(
    state: &State,
    input: &Input,
    (ask, go): (&Ask, &[usize]),
) -> Result<(), Vec<LawBreak>> {
    if go.is_empty() {
        return Ok(());
    }
    let rows = go.iter();
    let mut breaks: Vec<LawBreak> = rows
        .flat_map(|row| laws::in_the_way(state, input, *row))
        .collect();
    if breaks.is_empty() {
        breaks = match &input.by {
            None => vec![nobody_asks()],
            Some(by) => bodily(state, by, (ask, go)),
        };
    }
    if breaks.is_empty() {
        Ok(())
    } else {
        Err(breaks)
    }
}

fn bodily(state: &State, by: &PersonId, (ask, go): (&Ask, &[usize])) -> Vec<LawBreak> {
    match ask {
        Ask::Load(rows) => load(state, by, (rows, go)),
        Ask::Issue(rows) => issue((rows, go)),
        Ask::Transfer(body) => {
            let drawn = Drawn::one(&body.from, (&body.lot, body.state), body.rounds);
            drawn.not_there(state)
        }
        Ask::TestFire(body) => test_fire(state, by, body),
        Ask::TestDummies(body) => test_dummies(state, body),
        Ask::MakeRounds(body) => make_rounds(state, body),
        Ask::PlanScene(body) => {
            let set_up = body.scene.as_str().parse().ok();
            set_up.map_or_else(Vec::new, |set_up| taken(state, &set_up, &body.scene))
        }
        Ask::AddSetUp(body) => taken(state, &body.set_up, &body.scene),
        _ => Vec::new(),
    }
}

/// Rounds that an ask draws on, added up over its rows.
#[derive(Default)]
struct Drawn<'a>(BTreeMap<(&'a Account, &'a LotId, RoundState), u32>);

impl<'a> Drawn<'a> {
    fn one(account: &'a Account, (lot, state): (&'a LotId, RoundState), rounds: u32) -> Self {
        let mut drawn = Self::default();
        drawn.add(account, (lot, state), rounds);
        drawn
    }

    fn add(&mut self, account: &'a Account, (lot, state): (&'a LotId, RoundState), rounds: u32) {
        let sum = self.0.entry((account, lot, state)).or_default();
        *sum = sum.saturating_add(rounds);
    }

    fn not_there(&self, state: &State) -> Vec<LawBreak> {
        let short = self.0.iter().filter_map(|((account, lot, kind), asked)| {
            let there = state.rounds.there(account, lot, *kind);
            (there < *asked).then(|| LawBreak {
                law: 1,
                says: format!("{asked} {kind} of {lot} asked from {account}, where {there} are"),
                remedy: "count what is there, and ask for no more".to_owned(),
                about: vec![lot.to_string(), account.to_string()],
            })
        });
        short.collect()
    }
}

fn load(state: &State, by: &PersonId, (rows, go): (&Lines<Load>, &[usize])) -> Vec<LawBreak> {
    let own = Account::Person(by.clone());
    let mut drawn = Drawn::default();
    let mut filled = BTreeSet::new();
    let mut breaks = Vec::new();
    for row in picked(rows, go) {
        let from = row.from.as_ref().unwrap_or(&own);
        for round in &row.rounds {
            drawn.add(from, (&round.lot, RoundState::Fresh), 1);
            let into = Account::WeaponPosition(row.weapon.clone(), round.position);
            let full = state.rounds.inside(&into).next().is_some();
            if full || !filled.insert(into) {
                breaks.push(position_full(&row.weapon, round.position));
            }
        }
    }
    breaks.extend(drawn.not_there(state));
    breaks
}

fn position_full(weapon: &WeaponId, position: u16) -> LawBreak {
    LawBreak {
        law: 1,
        says: format!("a round is in position {position} of {weapon} already"),
        remedy: "unload it, or load a free position".to_owned(),
        about: vec![weapon.to_string()],
    }
}

fn issue((rows, go): (&Lines<Issue>, &[usize])) -> Vec<LawBreak> {
    let mut issued = BTreeSet::new();
    let rows = picked(rows, go);
    let twice = rows.filter(|row| !issued.insert(&row.weapon));
    let breaks = twice.map(|row| LawBreak {
        law: 1,
        says: format!("{} would be in two hands", row.weapon),
        remedy: "issue it once".to_owned(),
        about: vec![row.weapon.to_string(), row.bearer.to_string()],
    });
    breaks.collect()
}

fn test_fire(state: &State, by: &PersonId, body: &TestFire) -> Vec<LawBreak> {
    let own = Account::Person(by.clone());
    body.lot.as_ref().map_or_else(Vec::new, |lot| {
        let drawn = Drawn::one(&own, (lot, RoundState::Fresh), body.rounds);
        drawn.not_there(state)
    })
}

/// Only rounds that are there can be tested, and a whole lot is tested only when each of them was.
fn test_dummies(state: &State, body: &TestDummies) -> Vec<LawBreak> {
    let places = state.rounds.where_is(&body.lot);
    let places = places.filter(|(account, _)| reachable(account));
    let there: u32 = places.fold(0, |sum, (_, rounds)| sum.saturating_add(rounds.fresh));
    let broken = |law, says: String, remedy: &str| {
        vec![LawBreak {
            law,
            says,
            remedy: remedy.to_owned(),
            about: vec![body.lot.to_string()],
        }]
    };
    let (lot, tested) = (&body.lot, body.tested);
    if there < tested || tested < body.failed {
        let says = format!(
            "{tested} of {lot} tested, {} failed; {there} are there",
            body.failed
        );
        return broken(1, says, "count them, and say how many were tested");
    }
    match body.into.as_ref().filter(|into| *into != lot) {
        Some(into) if state.lots.contains_key(into) => {
            let says = format!("lot {into} is on record already");
            broken(1, says, "give the tested rounds a name of their own")
        }
        None if tested < there => {
            let says = format!("{tested} of {there} rounds of {lot} were tested");
            broken(
                2,
                says,
                "test each round, or name the lot that the tested ones become",
            )
        }
        _ => Vec::new(),
    }
}

fn make_rounds(state: &State, body: &MakeRounds) -> Vec<LawBreak> {
    if !state.lots.contains_key(&body.lot) {
        return Vec::new();
    }
    vec![LawBreak {
        law: 1,
        says: format!(
            "lot {} is on record already, and its sum is constant",
            body.lot
        ),
        remedy: "give the new rounds a name of their own".to_owned(),
        about: vec![body.lot.to_string()],
    }]
}

/// A set-up belongs to one scene, and goes on belonging to it.
fn taken(state: &State, set_up: &SetUpId, scene: &SceneId) -> Vec<LawBreak> {
    let other = state.set_ups.get(set_up).filter(|other| *other != scene);
    let breaks = other.map(|other| LawBreak {
        law: 4,
        says: format!("set-up {set_up} belongs to scene {other}"),
        remedy: "give it a name of its own".to_owned(),
        about: vec![set_up.to_string(), other.to_string(), scene.to_string()],
    });
    breaks.into_iter().collect()
}

fn nobody_asks() -> LawBreak {
    LawBreak {
        law: 5,
        says: "nobody is named who asks".to_owned(),
        remedy: "ask under one's own handle".to_owned(),
        about: Vec::new(),
    }
}
