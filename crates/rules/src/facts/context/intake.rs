//! Contexts of the asks about intake.

use custody::input::intake::{AcceptWeapon, TestFire};

use super::{ContextFact, bodies};
use crate::facts::{
    Case,
    value::{text, texts, yes},
};

bodies! {
    accept_weapon: AcceptWeapon(AcceptWeapon);
    test_fire: TestFire(TestFire);
}

pub(super) const ACCEPT_WEAPON: &[ContextFact] = &[
    ("differs", |case| {
        let differs = differs(case)?;
        texts(differs.iter().map(String::as_str))
    }),
    ("differences_named", |case| {
        yes(accept_weapon(case)?.differences.is_some())
    }),
];

/// Features that the delivery told, and that were seen otherwise: each as it is written.
fn differs(case: &Case<'_>) -> Option<Vec<String>> {
    let ask = accept_weapon(case)?;
    let told = &case.state.weapons.get(&ask.weapon)?.features;
    let Some(seen) = &ask.features else {
        return Some(Vec::new());
    };
    let told = serde_json::to_value(told).ok()?;
    let seen = serde_json::to_value(seen).ok()?;
    let told = told.as_object()?.iter();
    let differs = told.filter(|(name, told)| seen.get(*name).is_some_and(|seen| seen != *told));
    Some(differs.map(|(name, _)| name.clone()).collect())
}

pub(super) const TEST_FIRE: &[ContextFact] = &[("lot_class", |case| match &test_fire(case)?.lot {
    None => text("none"),
    Some(lot) => text(case.lot(lot)?.class.as_str()),
})];
