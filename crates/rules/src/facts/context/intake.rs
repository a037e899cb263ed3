//! Contexts of the asks about intake.

use custody::input::intake::TestFire;

use super::{ContextFact, bodies};
use crate::facts::value::text;

bodies! {
    test_fire: TestFire(TestFire);
}

pub(super) const TEST_FIRE: &[ContextFact] = &[("lot_class", |case| match &test_fire(case)?.lot {
    None => text("none"),
    Some(lot) => text(case.lot(lot)?.class.as_str()),
})];
