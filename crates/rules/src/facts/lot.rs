//! Facts of a lot of rounds or charges.

use custody::{input::intake::Parts, state::Lot};

use super::{
    Case,
    time::days_since,
    value::{Value, long, text, texts, yes},
};

/// A fact of a lot, by its name in the schema.
pub(super) type LotFact = (&'static str, fn(&Case<'_>, &Lot) -> Option<Value>);

pub(super) const LOT: &[LotFact] = &[
    ("class", |_, lot| text(lot.class.as_str())),
    ("accepted", |_, lot| yes(lot.accepted)),
    ("quarantined", |_, lot| yes(lot.quarantined)),
    ("tested", |_, lot| yes(lot.tested)),
    ("methods", |_, lot| {
        texts(lot.methods.iter().map(|method| method.as_str()))
    }),
    ("parts_known", |_, lot| yes(parts_known(lot))),
    ("maker_known", |_, lot| yes(lot.origin.maker.is_some())),
    ("maker_licensed", |_, lot| {
        yes(lot.origin.maker_licensed == Some(true))
    }),
    ("home_made", |_, lot| {
        yes(lot.origin.home_made.unwrap_or(lot.origin.maker.is_none()))
    }),
    ("from_live", |_, lot| yes(from_live(lot))),
    (
        "left_over",
        |_, lot| yes(lot.origin.left_over == Some(true)),
    ),
    ("charge_weighed", |_, lot| {
        yes(lot.origin.charge_mg.is_some())
    }),
    ("days_old", |case, lot| {
        long(days_since(lot.origin.dated, case.input.date))
    }),
    ("mixed", |_, lot| yes(mixed(lot))),
    ("unattended", |_, lot| yes(lot.unattended)),
];

/// A maker states the parts, or a test saw them.
fn parts_known(lot: &Lot) -> bool {
    lot.tested || (lot.origin.maker.is_some() && lot.parts != Parts::default())
}

/// Made from the parts of bullet rounds.
pub(super) fn from_live(lot: &Lot) -> bool {
    lot.from_live || lot.origin.from_live == Some(true)
}

/// Kept with rounds of another kind.
pub(super) fn mixed(lot: &Lot) -> bool {
    lot.mixed || lot.origin.mixed == Some(true)
}
