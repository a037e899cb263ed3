//! Any asks and reports, in any order: law 1 stands, the lists agree, nothing panics.

use std::collections::BTreeMap;

use custody::{
    answered::Effect,
    id::{LotId, WeaponId},
    names::{RoundState, Scope, Tier},
    rounds::Account,
    state::{Check, Contents},
};
use proptest::{prelude::*, sample::select};
use serde_json::{Value, json};

use crate::day::{Day, consequence};

const PEOPLE: &[&str] = &[
    "armorer",
    "assistant",
    "first_ad",
    "lead",
    "grip",
    "stranger",
];
const WEAPONS: &[&str] = &["h1", "h2", "b1", "k1", "ghost"];
const LOTS: &[&str] = &["quarter", "dummies", "made", "part", "ghost"];
const ACCOUNTS: &[&str] = &[
    "safe",
    "belt:b1",
    "person:armorer",
    "person:grip",
    "weapon_position:h1:1",
    "ground",
    "missing",
];

/// Every word of a line that may be one of several.
#[derive(Debug, Clone)]
struct Words {
    by: &'static str,
    person: &'static str,
    weapon: &'static str,
    other: &'static str,
    lot: &'static str,
    from: &'static str,
    to: &'static str,
    n: u32,
}

prop_compose! {
    fn words()(
        by in select(PEOPLE), person in select(PEOPLE),
        weapon in select(WEAPONS), other in select(WEAPONS),
        lot in select(LOTS), from in select(ACCOUNTS), to in select(ACCOUNTS),
        n in 0_u32..4,
    ) -> Words {
        Words { by, person, weapon, other, lot, from, to, n }
    }
}

fn ask(w: &Words, which: usize) -> Value {
    let Words {
        weapon,
        lot,
        n,
        person,
        from,
        to,
        ..
    } = w;
    let asks = [
        json!({"ask": "check_out", "weapon": weapon}),
        json!({"ask": "check", "weapon": weapon, "positions": ["empty", "empty", "empty"],
            "bore": "empty", "magazine": "empty"}),
        json!({"ask": "load", "weapon": weapon, "set_up": "12",
            "rounds": [{"position": n + 1, "lot": lot}]}),
        json!({"ask": "load", "weapon": weapon, "set_up": "12", "from": from,
            "rounds": [{"position": 1, "lot": lot}, {"position": 2, "lot": "dummies"}]}),
        json!({"ask": "show", "weapon": weapon, "to": [person]}),
        json!({"ask": "announce", "weapon": weapon}),
        json!({"ask": "issue", "weapon": weapon, "bearer": person, "set_up": "12"}),
        json!({"ask": "clear_to_fire", "weapon": weapon, "set_up": "12", "shots": n}),
        json!({"ask": "transfer", "lot": lot, "rounds": n, "from": from, "to": to}),
        json!({"ask": "count", "counted": [{"lot": lot, "account": from, "rounds": n}]}),
        json!({"ask": "test_dummies", "lot": lot, "tested": n, "into": "part",
            "methods": ["rattle"]}),
        json!({"ask": "make_rounds", "lot": "made", "rounds": n, "from": lot}),
        json!({"ask": "test_fire", "weapon": weapon, "lot": lot, "rounds": n}),
        json!({"ask": "accept_weapon", "weapon": weapon}),
        json!({"ask": "fit", "weapon": weapon, "part": "p", "features": {"live_capable": true}}),
        json!({"ask": "relieve", "from": person}),
        json!({"ask": "send", "weapon": weapon}),
        json!({"ask": "receive", "weapon": weapon}),
        json!({"ask": "wrap_day"}),
        json!({"ask": "lift_stand_down", "incident": "incident-1"}),
        json!({"ask": "drop_duty"}),
        json!({"ask": "release_from_quarantine", "weapon": weapon, "lot": lot, "found": "ok"}),
    ];
    asks[which % asks.len()].clone()
}

fn report(w: &Words, which: usize) -> Value {
    let Words {
        weapon,
        other,
        lot,
        n,
        person,
        from,
        to,
        ..
    } = w;
    let reports = [
        json!({"report": "collect", "weapon": weapon}),
        json!({"report": "unload", "weapon": weapon, "to": to}),
        json!({"report": "unload", "weapon": weapon,
            "out": [{"lot": lot, "state": "spent", "rounds": n}]}),
        json!({"report": "put_down", "weapon": weapon, "on": "cart"}),
        json!({"report": "lock_away", "weapon": weapon}),
        json!({"report": "end", "set_up": "12"}),
        json!({"report": "delivery", "weapons": [{"weapon": weapon}],
            "lots": [{"lot": lot, "rounds": n, "into": to}]}),
        json!({"report": "arrive", "person": person}),
        json!({"report": "leave", "person": person}),
        json!({"report": "shots_fired", "weapon": weapon, "shots": n}),
        json!({"report": "misfire", "weapon": weapon}),
        json!({"report": "discharge", "weapon": weapon}),
        json!({"report": "bullet_round_found", "lot": lot, "weapon": weapon}),
        json!({"report": "missing", "weapon": weapon, "lot": lot, "rounds": n}),
        json!({"report": "missing", "lot": lot, "account": from}),
        json!({"report": "found", "weapon": weapon, "lot": lot, "rounds": n, "account": to}),
        json!({"report": "seized", "weapon": weapon, "lot": lot}),
        json!({"report": "unattended", "weapon": weapon, "lot": lot, "account": from}),
        json!({"report": "swapped", "weapon": weapon, "now": other}),
        json!({"report": "altered", "weapon": weapon, "what": "cut"}),
        json!({"report": "authority_released", "weapon": weapon}),
        json!({"report": "breach", "ask_body": {"ask": "open_day"}}),
    ];
    reports[which % reports.len()].clone()
}

prop_compose! {
    fn line()(w in words(), kind in 0..3, which in 0_usize..100) -> Value {
        let mut line = match kind {
            0 => ask(&w, which),
            1 => report(&w, which),
            _ => json!({"report": "breach", "ask_body": ask(&w, which)}),
        };
        line["by"] = json!(w.by);
        line
    }
}

/// Rounds that came into the record: delivered, made, or found where none were known.
fn sums(day: &Day) -> BTreeMap<&LotId, u64> {
    let lots = day.state.lots.iter();
    lots.map(|(id, lot)| (id, lot.rounds)).collect()
}

fn stands(day: &Day) -> Result<(), TestCaseError> {
    let mut ledger: BTreeMap<&LotId, u64> = sums(day).keys().map(|id| (*id, 0)).collect();
    for (_, lot, _, rounds) in day.state.rounds.all() {
        *ledger.entry(lot).or_default() += u64::from(rounds);
    }
    prop_assert_eq!(&ledger, &sums(day), "a lot's sum is what came in");
    for lot in day.state.lots.keys() {
        prop_assert_eq!(day.state.rounds.sum(lot), ledger[lot]);
    }
    for (id, weapon) in &day.state.weapons {
        for (handle, person) in &day.state.people {
            let answers = weapon.custodian.handler() == Some(handle);
            prop_assert_eq!(person.has.contains(id), answers);
            let bears = weapon.bearer.as_ref() == Some(handle);
            prop_assert_eq!(person.bears.contains(id), bears);
            let watcher = weapon.issue.as_ref().map(|issue| &issue.watched_by);
            prop_assert_eq!(person.watches.contains(id), watcher == Some(handle));
        }
        let issue = weapon.issue.as_ref();
        prop_assert_eq!(day.scene().issued.contains(id), issue.is_some());
        prop_assert!(issue.is_none_or(|issue| weapon.bearer.as_ref() == Some(&issue.bearer)));
        proven(weapon)?;
        inside(day, id)?;
    }
    Ok(())
}

fn proven(weapon: &custody::state::Weapon) -> Result<(), TestCaseError> {
    let derived = custody::derive::weapon(&weapon.features);
    prop_assert_eq!((weapon.tier, weapon.class), derived);
    let tier_a = weapon.tier == Tier::A;
    prop_assert_eq!(weapon.contents == Contents::NotApplicable, !tier_a);
    if !matches!(weapon.check, Check::Holds { .. }) && tier_a {
        prop_assert_eq!(&weapon.contents, &Contents::Unknown);
        prop_assert!(weapon.loaded_at.is_none() || weapon.loaded().is_empty());
    }
    Ok(())
}

/// What is proven to be in a weapon is what the ledger has in it.
fn inside(day: &Day, id: &WeaponId) -> Result<(), TestCaseError> {
    let held: Vec<_> = day.state.rounds.in_weapon(id).collect();
    match &day.state.weapons[id].contents {
        Contents::Empty => prop_assert!(held.is_empty(), "{} is not empty", id),
        Contents::Loaded(rounds) => {
            let proven = rounds.iter().map(|round| {
                let state = [RoundState::Fresh, RoundState::Spent][usize::from(round.fired)];
                (round.position, &round.lot, state, 1)
            });
            let held = held.iter().map(|(account, lot, state, n)| match account {
                Account::WeaponPosition(_, position) => (*position, *lot, *state, *n),
                other => panic!("{other} is no position"),
            });
            prop_assert_eq!(proven.collect::<Vec<_>>(), held.collect::<Vec<_>>());
        }
        Contents::Unknown | Contents::NotApplicable => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn law_1_stands_after_any_asks_and_reports_in_any_order(
        lines in prop::collection::vec((line(), 0..8), 1..40),
    ) {
        let mut day = Day::begun();
        for (line, effect) in lines {
            let before = day.state.clone();
            let told = line.to_string();
            let effects = match effect {
                0 => vec![Effect::StandDown(Scope::Scene), Effect::Preserve],
                1 => vec![Effect::StandDown(Scope::Weapon), Effect::Hold, Effect::Quarantine],
                _ => Vec::new(),
            };
            let folded = day.fold(line, effects.into_iter().map(consequence).collect());
            if folded.is_err() {
                prop_assert_eq!(&day.state, &before, "{} was refused", told);
            } else {
                prop_assert_eq!(day.state.unit.entries, before.unit.entries + 1);
            }
            stands(&day)?;
        }
        let written = serde_json::to_string(&day.state).unwrap();
        let read: custody::state::State = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(read, day.state);
    }
}
