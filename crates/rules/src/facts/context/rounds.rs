//! Contexts of the asks about rounds, loading among them.

use std::collections::{BTreeMap, BTreeSet};

use custody::{
    id::LotId,
    input::{intake::*, weapon::Load},
    names::RoundClass,
    rounds::Account,
    state::Lot,
};

use super::{ContextFact, NamedFact, bodies, lines};
use crate::facts::{
    Case, Thing,
    lot::{from_live, mixed},
    value::{Value, long, lots, text, texts, weapons, yes},
    weapon::unfired,
};

bodies! {
    test_dummies: TestDummies(TestDummies);
    transfer: Transfer(Transfer);
    count: Count(Count);
}

lines! {
    load: Load(Load);
}

pub(super) const TEST_DUMMIES: &[ContextFact] = &[
    ("tested", |case| long(test_dummies(case)?.tested)),
    ("failed", |case| long(test_dummies(case)?.failed)),
    ("one_by_one", |case| yes(test_dummies(case)?.one_by_one)),
    ("methods", |case| {
        texts(
            test_dummies(case)?
                .methods
                .iter()
                .map(|method| method.as_str()),
        )
    }),
];

pub(super) const TRANSFER: &[ContextFact] = &[
    ("from_kind", |case| text(transfer(case)?.from.kind())),
    ("to_kind", |case| text(transfer(case)?.to.kind())),
    ("mixes", |case| {
        let ask = transfer(case)?;
        let lot = case.lot(&ask.lot)?;
        let mut there = case.state.rounds.inside(&ask.to);
        yes(there.any(|(id, _, _)| {
            let other = case.state.lots.get(id);
            let same = |other: &Lot| (other.class, other.tested) == (lot.class, lot.tested);
            *id != ask.lot && !other.is_some_and(same)
        }))
    }),
];

pub(super) const TRANSFER_NAMES: &[NamedFact] = &[
    ("to_person", |case| in_hands(&transfer(case)?.to)),
    ("from_person", |case| in_hands(&transfer(case)?.from)),
];

const fn in_hands(account: &Account) -> Option<Thing<'_>> {
    match account {
        Account::Person(id) => Some(Thing::Person(id)),
        _ => None,
    }
}

pub(super) const COUNT: &[ContextFact] = &[
    ("difference", |case| {
        let rows = count(case)?.counted.iter();
        let apart = rows.map(|row| {
            let there = case.state.rounds.there(&row.account, &row.lot, row.state);
            u64::from(row.rounds.abs_diff(there))
        });
        long(apart.sum::<u64>())
    }),
    ("seals_match", |case| {
        text(count(case)?.seals_match.as_str())
    }),
    ("not_scanned", |case| {
        let ask = count(case)?;
        let in_safe = case
            .state
            .weapons
            .iter()
            .filter(|(_, weapon)| weapon.in_safe());
        let open = in_safe.filter(|(id, _)| ask.finished && !ask.weapons.contains(id));
        weapons(open.map(|(id, _)| id))
    }),
];

pub(super) const LOAD: &[ContextFact] = &[
    ("classes", |case| {
        texts(would_be_in(case)?.keys().map(|class| class.as_str()))
    }),
    ("untested_dummies", |case| {
        those(case, |_, lot| lot.class == RoundClass::Dummy && !lot.tested)
    }),
    ("not_accepted", |case| {
        those(case, |_, lot| {
            !lot.accepted || lot.quarantined || lot.unattended
        })
    }),
    ("not_made_for", |case| {
        those(case, |ask, lot| {
            lot.class.is_blank() && !lot.is_for(&ask.weapon)
        })
    }),
    ("from_live", |case| those(case, |_, lot| from_live(lot))),
    ("not_test_fired", |case| {
        let fired = &case.state.weapons.get(&load(case)?.weapon)?.test_fired;
        let fired = |id: &LotId| fired.as_ref().is_some_and(|lots| lots.contains(id));
        let ids = load(case)?.rounds.iter().map(|row| &row.lot);
        let charged = |id: &&LotId| {
            let lot = case.state.lots.get(*id);
            lot.is_none_or(|lot| lot.class != RoundClass::Dummy)
        };
        let unfired: BTreeSet<&LotId> = ids.filter(charged).filter(|id| !fired(id)).collect();
        lots(unfired)
    }),
    ("unweighed", |case| {
        those(case, |_, lot| {
            let weighed = lot.origin.maker.is_some() && lot.origin.charge_mg.is_some();
            (lot.class.is_blank() || lot.class == RoundClass::Charge) && !weighed
        })
    }),
    ("mixed", |case| those(case, |_, lot| mixed(lot))),
    ("filled_apart", |case| {
        let ask = load(case)?;
        let apart = matches!(
            ask.from,
            Some(Account::Magazine(_) | Account::Belt(_) | Account::Loader(_))
        );
        yes(apart && !ask.each_seen)
    }),
    ("overweight", |case| {
        let most = heaviest(case, load(case)?);
        let ask = load(case)?;
        let heavy = ask.rounds.iter().filter(|row| {
            let weight = case
                .state
                .lots
                .get(&row.lot)
                .and_then(|lot| lot.origin.charge_mg);
            most.is_some_and(|most| weight.is_none_or(|weight| weight > most))
        });
        let heavy: BTreeSet<&LotId> = heavy.map(|row| &row.lot).collect();
        lots(heavy)
    }),
    ("over_plan", |case| {
        let ask = load(case)?;
        let over = would_be_in(case)?
            .into_iter()
            .map(|(class, rounds)| rounds.saturating_sub(planned(case, ask, class).unwrap_or(0)));
        long(over.sum::<u64>())
    }),
    ("class_planned", |case| {
        let ask = load(case)?;
        let classes = would_be_in(case)?;
        yes(classes
            .keys()
            .all(|class| planned(case, ask, *class).is_some()))
    }),
];

/// Lots of the ask of which something is so.
fn those(case: &Case<'_>, so: fn(&Load, &Lot) -> bool) -> Option<Value> {
    let ask = load(case)?;
    let mut found: Vec<&LotId> = Vec::new();
    for row in &ask.rounds {
        if !found.contains(&&row.lot) && so(ask, case.state.lots.get(&row.lot)?) {
            found.push(&row.lot);
        }
    }
    lots(found)
}

/// Rounds by class as they would be in the weapon: those of the ask, and those proven in it.
fn would_be_in(case: &Case<'_>) -> Option<BTreeMap<RoundClass, u64>> {
    let ask = load(case)?;
    let mut classes = BTreeMap::<RoundClass, u64>::new();
    for row in &ask.rounds {
        *classes
            .entry(case.state.lots.get(&row.lot)?.class)
            .or_default() += 1;
    }
    let weapon = case.state.weapons.get(&ask.weapon)?;
    for round in unfired(weapon) {
        *classes.entry(round.class).or_default() += 1;
    }
    Some(classes)
}

/// The heaviest charge that the plan lets be in the weapon, where it says.
fn heaviest(case: &Case<'_>, ask: &Load) -> Option<u32> {
    let loads = case.plan()?.envelope.load.iter();
    let own = loads.filter(|load| load.weapon == ask.weapon);
    own.filter_map(|load| load.most_mg).min()
}

/// Most rounds of a class that the plan lets be in the weapon; none where it is not planned.
fn planned(case: &Case<'_>, ask: &Load, class: RoundClass) -> Option<u64> {
    let loads = case.plan()?.envelope.load.iter();
    let mut own = loads
        .filter(|load| load.weapon == ask.weapon && load.class == class)
        .peekable();
    own.peek()?;
    Some(own.map(|load| u64::from(load.rounds)).sum())
}
