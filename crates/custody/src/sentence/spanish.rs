//! The sentence in Spanish.

use super::{Proven, all_dummies, aloud};
use crate::names::{RoundClass, WeaponClass};

const LOUD: &str = "Ojos y oídos.";

/// One is said by the class: "una media carga".
const NUMBERS: [&str; 13] = [
    "cero", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    "once", "doce",
];

pub(super) fn said(proven: &Proven) -> String {
    match proven {
        Proven::Empty => "vacía, comprobada, no dispara.".to_owned(),
        Proven::Loaded(rounds) => loaded(rounds),
        Proven::Inert(class) => format!("{}, comprobada, no dispara.", inert(*class)),
        Proven::Edged(class, blunt) => edged(*class, *blunt),
        Proven::Device => format!("artificio, comprobado. {LOUD}"),
    }
}

fn loaded(rounds: &[(usize, RoundClass)]) -> String {
    let named = rounds.iter().map(|(n, class)| counted(*n, *class));
    let list = named.collect::<Vec<_>>().join(" y ");
    match all_dummies(rounds) {
        true => format!("{list}, no dispara."),
        false => format!("{list}. {LOUD}"),
    }
}

fn counted(n: usize, class: RoundClass) -> String {
    let (one, many) = match class {
        RoundClass::Live => ("un cartucho con bala", "cartuchos con bala"),
        RoundClass::BlankFull => ("una carga entera", "cargas enteras"),
        RoundClass::BlankHalf => ("una media carga", "medias cargas"),
        RoundClass::BlankQuarter => ("un cuarto de carga", "cuartos de carga"),
        RoundClass::Dummy => ("un cartucho inerte", "cartuchos inertes"),
        RoundClass::Charge => ("una carga", "cargas"),
        RoundClass::Unknown => ("un cartucho desconocido", "cartuchos desconocidos"),
    };
    match n {
        1 => one.to_owned(),
        n => format!("{} {many}", aloud(n, &NUMBERS)),
    }
}

const fn inert(class: WeaponClass) -> &'static str {
    match class {
        WeaponClass::Rubber => "goma",
        WeaponClass::SolidPlug => "tapón macizo",
        WeaponClass::Deactivated => "inutilizada",
        _ => "réplica",
    }
}

fn edged(class: WeaponClass, blunt: bool) -> String {
    let point = matches!(class, WeaponClass::Pointed | WeaponClass::Projectile);
    match (point, blunt) {
        (true, true) => "punta roma, comprobada.",
        (true, false) => "punta aguda, comprobada. Apártense.",
        (false, true) => "filo romo, comprobado.",
        (false, false) => "filo cortante, comprobado. Apártense.",
    }
    .to_owned()
}
