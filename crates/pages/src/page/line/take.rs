//! What comes into a line before it is asked: scanned, typed, or chosen by hand.

use custody::id::{PersonId, WeaponId};

use super::{Line, Row};
use crate::{form::Fields, page::scan::named, seen::Seen};

/// Takes a scanned or typed code in: a weapon comes into the line and takes part, a person bears the
/// weapon that was scanned before.
///
/// # Errors
/// The key of what is wrong with it.
pub fn scan(line: &mut Line, fields: &Fields, seen: &Seen<'_>) -> Result<(), &'static str> {
    let Some(code) = fields.get("code") else {
        return Ok(());
    };
    let there = |id: &WeaponId| seen.state.weapons.contains_key(id);
    if let Some(weapon) = named::<WeaponId>(code, "/weapon/").filter(there) {
        line.put(Row {
            on: true,
            ..Row::of(weapon)
        });
        return Ok(());
    }
    let known = |id: &PersonId| seen.state.people.contains_key(id);
    let Some(person) = named::<PersonId>(code, "/person/").filter(known) else {
        return Err("wrong-code");
    };
    let before = fields.get("scanned");
    let row = line
        .rows
        .iter_mut()
        .find(|it| before == Some(it.weapon.as_str()));
    let row = row.ok_or("wrong-code-person")?;
    row.bearer = Some(person);
    Ok(())
}

/// The weapon that a code brought in: who is scanned next bears it.
pub fn scanned(fields: &Fields) -> Option<WeaponId> {
    named(fields.get("code")?, "/weapon/")
}

/// Puts in the weapon that was chosen by hand.
///
/// # Errors
/// The key of what is wrong with it.
pub fn add(line: &mut Line, fields: &Fields) -> Result<(), &'static str> {
    let weapon = fields.get("add.weapon").and_then(|it| it.parse().ok());
    line.put(Row {
        bearer: fields.get("add.bearer").and_then(|it| it.parse().ok()),
        mark: fields.get("add.mark").map(str::to_owned),
        on: true,
        ..Row::of(weapon.ok_or("wrong-line-weapon")?)
    });
    Ok(())
}
