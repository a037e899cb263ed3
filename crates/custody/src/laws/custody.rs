//! Law 1, weapons: one custodian for each, in one hand, in one row of a line.

use std::collections::BTreeSet;

use super::{Asked, LawBreak};
use crate::{
    id::WeaponId,
    input::{
        Ask,
        intake::Count,
        people::Relieve,
        weapon::{CheckOut, ClearZone, Issue},
    },
    state::{Custodian, Weapon},
};

pub(super) fn in_the_way(asked: &Asked<'_>) -> Vec<LawBreak> {
    let mut breaks: Vec<_> = twice_in_line(asked).into_iter().collect();
    let row = asked.row;
    match asked.ask {
        Ask::CheckOut(line) => {
            breaks.extend(line.rows().get(row).and_then(|r| check_out(asked, r)));
        }
        Ask::Issue(line) => breaks.extend(line.rows().get(row).and_then(|r| issue(asked, r))),
        Ask::Send(a) => breaks.extend(send(asked, &a.weapon)),
        Ask::Receive(a) => breaks.extend(receive(asked, &a.weapon)),
        Ask::Relieve(a) => breaks.extend(relieve(asked, a)),
        Ask::ClearZone(a) => breaks.extend(inside_twice(a)),
        Ask::Count(a) => breaks.extend(counted_twice(a)),
        _ => {}
    }
    breaks
}

/// Two rows of one weapon contradict each other: neither is asked for.
fn twice_in_line(asked: &Asked<'_>) -> Option<LawBreak> {
    let weapons: Vec<&WeaponId> = match asked.ask {
        Ask::CheckOut(line) => line.rows().iter().map(|r| &r.weapon).collect(),
        Ask::Check(line) => line.rows().iter().map(|r| &r.weapon).collect(),
        Ask::Load(line) => line.rows().iter().map(|r| &r.weapon).collect(),
        Ask::Show(line) => line.rows().iter().map(|r| &r.weapon).collect(),
        Ask::Issue(line) => line.rows().iter().map(|r| &r.weapon).collect(),
        Ask::Announce(line) => line.rows().iter().map(|r| &r.weapon).collect(),
        Ask::ClearToFire(line) => line.rows().iter().map(|r| &r.weapon).collect(),
        _ => return None,
    };
    let weapon = *weapons.get(asked.row)?;
    let rows = weapons.iter().filter(|other| **other == weapon).count();
    (rows > 1).then(|| {
        LawBreak::new(
            1,
            format!("Weapon {weapon} stands in this line twice."),
            "Ask with each weapon in one row.",
        )
        .about(weapon)
    })
}

fn check_out(asked: &Asked<'_>, row: &CheckOut) -> Option<LawBreak> {
    let weapon = asked.state.weapons.get(&row.weapon)?;
    let remedy = match &weapon.custodian {
        Custodian::Safe => return None,
        Custodian::Handler(_) => "Lock it away first, or relieve who has it.",
        Custodian::Supplier => "Accept it first.",
        Custodian::Carrier => "Receive it first.",
        Custodian::Police => "Report it when the authority has released it.",
        Custodian::Missing => "Report it found first.",
    };
    let says = format!(
        "Weapon {} is not in a safe: {}.",
        row.weapon,
        whereabouts(weapon)
    );
    Some(LawBreak::new(1, says, remedy).about(&row.weapon))
}

fn issue(asked: &Asked<'_>, row: &Issue) -> Option<LawBreak> {
    let weapon = asked.state.weapons.get(&row.weapon)?;
    let bearer = weapon.bearer.as_ref().filter(|b| **b != row.bearer)?;
    let says = format!("Weapon {} is in the hand of {bearer}.", row.weapon);
    let remedy = format!("Collect it from {bearer}, check it, then issue it.");
    let says = LawBreak::new(1, says, remedy);
    Some(says.about(&row.weapon).about(bearer))
}

fn send(asked: &Asked<'_>, id: &WeaponId) -> Option<LawBreak> {
    let weapon = asked.state.weapons.get(id)?;
    if let Some(bearer) = &weapon.bearer {
        let says = format!("Weapon {id} is in the hand of {bearer}.");
        let remedy = format!("Collect it from {bearer} first.");
        return Some(LawBreak::new(1, says, remedy).about(id).about(bearer));
    }
    let gone = matches!(
        weapon.custodian,
        Custodian::Carrier | Custodian::Police | Custodian::Missing
    );
    gone.then(|| {
        let says = format!(
            "Weapon {id} is not here to be sent: {}.",
            whereabouts(weapon)
        );
        LawBreak::new(1, says, "Send it when it is back.").about(id)
    })
}

fn receive(asked: &Asked<'_>, id: &WeaponId) -> Option<LawBreak> {
    let weapon = asked.state.weapons.get(id)?;
    (weapon.custodian != Custodian::Carrier).then(|| {
        let says = format!("Weapon {id} was not sent: {}.", whereabouts(weapon));
        let remedy = "Receive what a carrier brings. If another weapon came, report its delivery.";
        LawBreak::new(1, says, remedy).about(id)
    })
}

/// A handler hands over only what that handler has, and each item once.
fn relieve(asked: &Asked<'_>, relief: &Relieve) -> Vec<LawBreak> {
    let mut seen = BTreeSet::new();
    let mut breaks = Vec::new();
    for id in &relief.weapons {
        if !seen.insert(id) {
            let says = format!("Weapon {id} was scanned twice.");
            breaks.push(LawBreak::new(1, says, "Scan each weapon once.").about(id));
            continue;
        }
        let weapon = asked.state.weapons.get(id);
        let elsewhere = weapon.filter(|w| w.custodian.handler() != Some(&relief.from));
        breaks.extend(elsewhere.map(|weapon| {
            let from = &relief.from;
            let says = format!("{from} does not have weapon {id}: {}.", whereabouts(weapon));
            let remedy = format!("Leave it out, and look whether {from} has another one.");
            LawBreak::new(1, says, remedy).about(id).about(from)
        }));
    }
    breaks
}

fn inside_twice(zone: &ClearZone) -> Vec<LawBreak> {
    let mut seen = BTreeSet::new();
    let people = zone.inside.iter().map(|inside| &inside.person);
    let twice: BTreeSet<_> = people.filter(|person| !seen.insert(*person)).collect();
    let breaks = twice.into_iter().map(|person| {
        let says = format!("{person} stands in this zone twice.");
        LawBreak::new(1, says, "Say once where each person is.").about(person)
    });
    breaks.collect()
}

fn counted_twice(count: &Count) -> Vec<LawBreak> {
    let mut seen = BTreeSet::new();
    let rows = count.counted.iter().map(|r| (&r.lot, r.state, &r.account));
    let twice: BTreeSet<_> = rows.filter(|row| !seen.insert(*row)).collect();
    let breaks = twice.into_iter().map(|(lot, state, account)| {
        let says = format!("The {state} rounds of lot {lot} in {account} are counted twice.");
        LawBreak::new(1, says, "Count each lot once in each account.")
            .about(lot)
            .about(account)
    });
    breaks.collect()
}

/// Who has it, in a few words.
fn whereabouts(weapon: &Weapon) -> String {
    match &weapon.custodian {
        Custodian::Handler(person) => format!("{person} answers for it"),
        Custodian::Safe => "it is in a safe".to_owned(),
        Custodian::Supplier => "it is delivered, not accepted".to_owned(),
        Custodian::Carrier => "a carrier has it".to_owned(),
        Custodian::Police => "the police have it".to_owned(),
        Custodian::Missing => "it is missing".to_owned(),
    }
}
