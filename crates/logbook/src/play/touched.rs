//! What a step left of the weapons and lots it is about.

use std::collections::BTreeSet;

use custody::{
    id::{LotId, WeaponId},
    input::What,
    names::CustodianKind,
    state::{Check, Contents, State, Weapon},
};
use serde::Serialize;
use serde_json::Value;

/// A weapon or lot after a step, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Touched {
    /// Which.
    pub id: String,
    /// How it stands.
    pub stands: String,
}

/// The weapons and lots that an ask or report names, as they stand.
pub fn by(what: &What, state: &State) -> Vec<Touched> {
    let body = serde_json::to_value(what).unwrap_or_default();
    let mut names = BTreeSet::new();
    collect(&body, &mut names);
    let known = names.into_iter().filter_map(|name| stands(&name, state));
    known.collect()
}

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(name) if key == "weapon" || key == "lot" => {
                        names.insert(name.clone());
                    }
                    _ => collect(value, names),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        _ => {}
    }
}

fn stands(name: &str, state: &State) -> Option<Touched> {
    let weapon = name
        .parse::<WeaponId>()
        .ok()
        .and_then(|id| state.weapons.get(&id));
    let stands = match weapon {
        Some(weapon) => weapon_stands(weapon),
        None => {
            let lot = state.lots.get(&name.parse::<LotId>().ok()?)?;
            let proof = if lot.tested { ", each tested" } else { "" };
            let use_ = match (lot.quarantined, lot.accepted) {
                (true, _) => "in quarantine",
                (false, true) => "in use",
                (false, false) => "not accepted",
            };
            format!("{}, {use_}{proof}", lot.class)
        }
    };
    Some(Touched {
        id: name.to_owned(),
        stands,
    })
}

fn weapon_stands(weapon: &Weapon) -> String {
    let place = match (&weapon.bearer, weapon.custodian.handler()) {
        (Some(bearer), _) => format!("in the hand of {bearer}"),
        (None, Some(handler)) => format!("with {handler}"),
        (None, None) => match weapon.custodian.kind() {
            CustodianKind::Safe => "in the safe".to_owned(),
            CustodianKind::Missing => "missing".to_owned(),
            kind => format!("with the {kind}"),
        },
    };
    let contents = match &weapon.contents {
        Contents::Unknown => "contents unknown, treated as live".to_owned(),
        Contents::Empty => "empty".to_owned(),
        Contents::Loaded(rounds) if rounds.iter().all(|round| round.fired) => {
            "every round fired".to_owned()
        }
        Contents::Loaded(rounds) => {
            let left = rounds.iter().filter(|round| !round.fired);
            let classes: BTreeSet<_> = left.clone().map(|round| round.class.as_str()).collect();
            let classes: Vec<_> = classes.into_iter().collect();
            format!("{} {}", left.count(), classes.join(" and "))
        }
        Contents::NotApplicable => weapon.class.to_string(),
    };
    let check = match &weapon.check {
        Check::None => "never checked".to_owned(),
        Check::Holds { .. } => "the check holds".to_owned(),
        Check::Void { why, .. } => format!("no check holds: {}", why.as_str().replace('_', " ")),
    };
    let mut said = vec![place, contents, check];
    let marks = [
        (weapon.quarantined, "quarantined"),
        (weapon.hold.is_some(), "held"),
        (!weapon.preserved_by.is_empty(), "preserved as found"),
        (!weapon.stood_down_by.is_empty(), "stood down"),
    ];
    said.extend(
        marks
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, word)| (*word).to_owned()),
    );
    said.join(", ")
}
