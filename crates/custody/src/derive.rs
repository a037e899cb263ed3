//! Tier and class, derived from features and parts. Never set.

use crate::{
    input::intake::{Features, Origin, Parts},
    names::{Edge, RoundClass, Tier, WeaponClass},
};

/// Tier and class of a weapon. What is unknown counts as the worst it can be.
///
/// What a supplier says is believed only where it makes the weapon more dangerous, or where nothing
/// recorded speaks against it. A rubber weapon or a replica may leave its other features out: it
/// has none to record, and the identity check proves it inert before it is ever issued. A solid
/// plug must have been seen, and a deactivated weapon have a certificate; without, it is a firearm.
pub fn weapon(features: &Features) -> (Tier, WeaponClass) {
    let class = class(features);
    (tier(class), class)
}

/// Tier of a class.
const fn tier(class: WeaponClass) -> Tier {
    use WeaponClass as C;
    match class {
        C::Firearm | C::BlankFiring | C::MuzzleLoader | C::Airsoft | C::ElectricallyFired => {
            Tier::A
        }
        C::Rubber | C::Replica | C::SolidPlug | C::Deactivated => Tier::B,
        C::Edged | C::Pointed | C::Projectile => Tier::C,
        C::Device => Tier::D,
    }
}

fn class(features: &Features) -> WeaponClass {
    use WeaponClass as C;
    let charged = features.charge == Some(true);
    let Some(said) = features.said_to_be else {
        return if charged && !fires(features) {
            C::Device
        } else {
            C::Firearm
        };
    };
    let bare = features.bare_frame == Some(true);
    match said {
        C::Firearm => C::Firearm,
        C::BlankFiring if !bare && features.live_capable == Some(false) => C::BlankFiring,
        C::MuzzleLoader if !bare => C::MuzzleLoader,
        C::BlankFiring | C::MuzzleLoader => C::Firearm,
        _ if fires(features) => C::Firearm,
        C::Airsoft | C::ElectricallyFired => said,
        C::SolidPlug if features.solid_plug != Some(true) => C::Firearm,
        C::Deactivated if features.deactivated_for.is_empty() => C::Firearm,
        _ if charged => C::Device,
        C::Rubber | C::Replica | C::SolidPlug | C::Deactivated => said,
        C::Edged | C::Pointed | C::Projectile | C::Device => said,
    }
}

/// Whether something on record says that it fires, or could be made to.
fn fires(features: &Features) -> bool {
    [
        features.drives_by_combustion,
        features.live_capable,
        features.bare_frame,
        features.machine_gun,
    ]
    .contains(&Some(true))
}

/// The edge or point to reckon with: one that nobody tested is sharp.
pub const fn edge(features: &Features) -> Edge {
    match features.edge {
        Some(Edge::Blunt) => Edge::Blunt,
        Some(Edge::Sharp | Edge::Untested) | None => Edge::Sharp,
    }
}

/// Class of a round: parts count when a maker states them or a test saw them.
///
/// Where a round comes from does not change its class: rules look at that apart.
pub fn round(parts: &Parts, origin: &Origin, tested: bool) -> RoundClass {
    let stated = origin.maker.as_ref().is_some_and(|maker| {
        let maker = maker.trim();
        !maker.is_empty() && maker != "unknown"
    });
    if !stated && !tested {
        return RoundClass::Unknown;
    }
    match parts.projectile {
        Some(true) => with_projectile(parts),
        Some(false) => without_projectile(parts),
        None => RoundClass::Unknown,
    }
}

fn with_projectile(parts: &Parts) -> RoundClass {
    match (parts.primer, parts.propellant) {
        (Some(true), _) | (_, Some(true)) => RoundClass::Live,
        (Some(false), Some(false)) => RoundClass::Dummy,
        _ => RoundClass::Unknown,
    }
}

/// A primer and propellant are a blank. Propellant without a case or a primer is powder by weight,
/// a live primer without a case or propellant is a cap: both are charges.
fn without_projectile(parts: &Parts) -> RoundClass {
    match (parts.primer, parts.propellant, parts.case) {
        (Some(true), Some(true), _) => blank(parts.load),
        (Some(false), Some(true), _) | (_, Some(true), Some(false)) => RoundClass::Charge,
        (Some(true), Some(false), Some(false)) => RoundClass::Charge,
        _ => RoundClass::Unknown,
    }
}

/// A blank by its load; one that nobody stated is full.
fn blank(load: Option<RoundClass>) -> RoundClass {
    load.filter(|load| load.is_blank())
        .unwrap_or(RoundClass::BlankFull)
}

#[cfg(test)]
mod tests;
