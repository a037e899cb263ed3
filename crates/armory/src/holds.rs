//! Whether what a go allowed still stands, for a screen that asks again.

use custody::{
    id::WeaponId,
    input::{Ask, What, weapon},
    state::{Check, State, Weapon},
};
use jiff::Timestamp;
use logbook::Entry;

use logbook::things;

use crate::{armory::Armory, image::Image};

impl Armory {
    /// A go still holds when what it made is as it made it. None where nothing was a go.
    pub(crate) fn still_holds(&self, entry: &Entry) -> Option<bool> {
        let What::Ask(ask) = &entry.what else {
            return None;
        };
        let rows = entry.rows.iter().enumerate();
        let go: Vec<usize> = rows.filter(|(_, row)| row.go).map(|(row, _)| row).collect();
        (!go.is_empty()).then(|| holds(&self.image, entry, ask, &go))
    }
}

/// Every row that was a go, by what it made. Where nothing is known of it in particular: nothing
/// that it names was touched since.
fn holds(image: &Image, entry: &Entry, ask: &Ask, go: &[usize]) -> bool {
    let state = &image.state;
    let mut picked = go.iter();
    match ask {
        Ask::Issue(rows) => picked.all(|row| {
            rows.rows()
                .get(*row)
                .is_some_and(|it| issued(state, entry, it))
        }),
        Ask::Check(rows) => picked.all(|row| {
            let row = rows.rows().get(*row);
            row.is_some_and(|it| stands(state, &it.weapon, |it| checked(it, entry.at)))
        }),
        Ask::Load(rows) => picked.all(|row| {
            let row = rows.rows().get(*row);
            row.is_some_and(|it| {
                stands(state, &it.weapon, |weapon| {
                    weapon.check_holds() && weapon.loaded_at == Some(entry.at)
                })
            })
        }),
        _ => untouched(image, entry),
    }
}

fn issued(state: &State, entry: &Entry, row: &weapon::Issue) -> bool {
    let running = |weapon: &Weapon| {
        let issue = weapon.issue.as_ref();
        issue.is_some_and(|issue| {
            issue.since == entry.at && issue.bearer == row.bearer && issue.set_up == row.set_up
        }) && weapon.bearer.as_ref() == Some(&row.bearer)
            && weapon.check_holds()
    };
    let scene = state.set_ups.get(&row.set_up);
    let scene = scene.and_then(|scene| state.scenes.get(scene));
    let free = scene.is_some_and(|scene| !scene.stopped && scene.stood_down_by.is_empty());
    free && stands(state, &row.weapon, running)
}

fn checked(weapon: &Weapon, at: Timestamp) -> bool {
    matches!(&weapon.check, Check::Holds { since, .. } if *since == at)
}

/// Nothing stops this weapon, and it is as it should be.
fn stands(state: &State, weapon: &WeaponId, as_it_was: impl Fn(&Weapon) -> bool) -> bool {
    let unit = &state.unit;
    let running = !unit.stopped && !unit.clock_stepped && unit.stood_down.is_empty();
    let weapon = state.weapons.get(weapon);
    running
        && weapon.is_some_and(|weapon| {
            !weapon.quarantined
                && weapon.watched
                && weapon.hold.is_none()
                && weapon.preserved_by.is_empty()
                && weapon.stood_down_by.is_empty()
                && as_it_was(weapon)
        })
}

fn untouched(image: &Image, entry: &Entry) -> bool {
    let touched = things::touched(entry, &image.state);
    let last = |thing: &String| image.touched.get(thing).map_or(0, |touch| touch.seq);
    touched.iter().all(|thing| last(thing) <= entry.seq)
}
