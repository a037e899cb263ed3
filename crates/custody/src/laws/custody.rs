//! Law 1, weapons: one custodian for each, in one hand, in one row of a line.

use std::{collections::BTreeSet, fmt::Display};

use super::{
    Asked, LawBreak,
    said::{self, Said, Sentence},
};
use crate::{
    id::{PersonId, WeaponId},
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
        let says = said::TWICE_IN_LINE.with(&[("weapon", weapon)]);
        LawBreak::new(1, says, &said::ONE_ROW_EACH).about(weapon)
    })
}

fn check_out(asked: &Asked<'_>, row: &CheckOut) -> Option<LawBreak> {
    let weapon = asked.state.weapons.get(&row.weapon)?;
    let remedy: &Sentence = match &weapon.custodian {
        Custodian::Safe => return None,
        Custodian::Handler(_) => &said::LOCK_IT_AWAY,
        Custodian::Supplier => &said::ACCEPT_IT,
        Custodian::Carrier => &said::RECEIVE_IT,
        Custodian::Police => &said::REPORT_RELEASED,
        Custodian::Missing => &said::REPORT_FOUND,
    };
    let says = elsewhere(&said::NOT_IN_A_SAFE, &row.weapon, weapon);
    Some(LawBreak::new(1, says, remedy).about(&row.weapon))
}

fn issue(asked: &Asked<'_>, row: &Issue) -> Option<LawBreak> {
    let weapon = asked.state.weapons.get(&row.weapon)?;
    let bearer = weapon.bearer.as_ref().filter(|b| **b != row.bearer)?;
    let remedy = &said::COLLECT_AND_CHECK;
    Some(in_a_hand(&row.weapon, bearer, remedy))
}

fn send(asked: &Asked<'_>, id: &WeaponId) -> Option<LawBreak> {
    let weapon = asked.state.weapons.get(id)?;
    if let Some(bearer) = &weapon.bearer {
        return Some(in_a_hand(id, bearer, &said::COLLECT_FIRST));
    }
    let gone = matches!(
        weapon.custodian,
        Custodian::Carrier | Custodian::Police | Custodian::Missing
    );
    gone.then(|| {
        let says = elsewhere(&said::NOT_HERE_TO_SEND, id, weapon);
        LawBreak::new(1, says, &said::SEND_WHEN_BACK).about(id)
    })
}

fn receive(asked: &Asked<'_>, id: &WeaponId) -> Option<LawBreak> {
    let weapon = asked.state.weapons.get(id)?;
    (weapon.custodian != Custodian::Carrier).then(|| {
        let says = elsewhere(&said::NOT_SENT, id, weapon);
        LawBreak::new(1, says, &said::RECEIVE_WHAT_CAME).about(id)
    })
}

/// A handler hands over only what that handler has, and each item once.
fn relieve(asked: &Asked<'_>, relief: &Relieve) -> Vec<LawBreak> {
    let mut seen = BTreeSet::new();
    let mut breaks = Vec::new();
    for id in &relief.weapons {
        if !seen.insert(id) {
            let says = said::SCANNED_TWICE.with(&[("weapon", id)]);
            breaks.push(LawBreak::new(1, says, &said::SCAN_ONCE).about(id));
            continue;
        }
        let weapon = asked.state.weapons.get(id);
        let elsewhere = weapon.filter(|w| w.custodian.handler() != Some(&relief.from));
        breaks.extend(elsewhere.map(|weapon| {
            let from = &relief.from;
            let at = whereabouts(weapon);
            let says = [
                ("person", from as &dyn Display),
                ("weapon", id),
                ("where", &at),
            ];
            let remedy = said::LEAVE_IT_OUT.with(&[("person", from)]);
            LawBreak::with(1, said::DOES_NOT_HAVE.with(&says), remedy)
                .about(id)
                .about(from)
        }));
    }
    breaks
}

fn inside_twice(zone: &ClearZone) -> Vec<LawBreak> {
    let mut seen = BTreeSet::new();
    let people = zone.inside.iter().map(|inside| &inside.person);
    let twice: BTreeSet<_> = people.filter(|person| !seen.insert(*person)).collect();
    let breaks = twice.into_iter().map(|person| {
        let says = said::INSIDE_TWICE.with(&[("person", person)]);
        LawBreak::new(1, says, &said::SAY_WHERE_ONCE).about(person)
    });
    breaks.collect()
}

fn counted_twice(count: &Count) -> Vec<LawBreak> {
    let mut seen = BTreeSet::new();
    let rows = count.counted.iter().map(|r| (&r.lot, r.state, &r.account));
    let twice: BTreeSet<_> = rows.filter(|row| !seen.insert(*row)).collect();
    let breaks = twice.into_iter().map(|(lot, state, account)| {
        let says = [
            ("state", &state as &dyn Display),
            ("lot", lot),
            ("account", account),
        ];
        LawBreak::new(1, said::COUNTED_TWICE.with(&says), &said::COUNT_ONCE)
            .about(lot)
            .about(account)
    });
    breaks.collect()
}

fn in_a_hand(id: &WeaponId, bearer: &PersonId, remedy: &Sentence) -> LawBreak {
    let says = said::IN_THE_HAND_OF.with(&[("weapon", id), ("person", bearer)]);
    LawBreak::with(1, says, remedy.with(&[("person", bearer)]))
        .about(id)
        .about(bearer)
}

/// A sentence that ends with who has the weapon.
fn elsewhere(sentence: &Sentence, id: &WeaponId, weapon: &Weapon) -> Said {
    sentence.with(&[("weapon", id), ("where", &whereabouts(weapon))])
}

/// Who has it, in a few words.
fn whereabouts(weapon: &Weapon) -> Said {
    match &weapon.custodian {
        Custodian::Handler(person) => said::WITH_A_HANDLER.with(&[("person", person)]),
        Custodian::Safe => said::IN_A_SAFE.plain(),
        Custodian::Supplier => said::WITH_THE_SUPPLIER.plain(),
        Custodian::Carrier => said::WITH_A_CARRIER.plain(),
        Custodian::Police => said::WITH_THE_POLICE.plain(),
        Custodian::Missing => said::IT_IS_MISSING.plain(),
    }
}
