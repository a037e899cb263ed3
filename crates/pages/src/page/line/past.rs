//! What asks and reports of lines said, read back out of the record.

use std::collections::{BTreeMap, BTreeSet};

use custody::{
    id::{PersonId, SetUpId, WeaponId},
    input::{
        Ask, Lines, Report, What, With,
        weapon::{Issue, Load, Show},
    },
    names::As,
};
use logbook::Entry;

use super::{
    Line, Row, Step,
    field::{AS_PLANNED, NOBODY},
};
use crate::form::Fields;

/// What is seen or told is seen or told anew when it is asked again.
const ANEW: [&str; 2] = ["bore_by", "briefed"];

impl Line {
    /// The line that an ask or report was for; none where it is of one weapon, or of none. Of a
    /// show, `aloud` said that they saw it: each bears what it sees.
    pub fn of(what: &What, aloud: &[&PersonId]) -> Option<Self> {
        let (step, rows) = rows(what, aloud)?;
        Some(Self::apart(step, rows))
    }

    /// Sets apart what stands for all from what rows say otherwise.
    pub(super) fn apart(step: Step, mut rows: Vec<Row>) -> Self {
        let first = rows.first().and_then(|row| set_up(&row.own));
        let mut all = Vec::new();
        for name in step.own() {
            let Some(values) = most(name, &rows) else {
                continue;
            };
            let alike = |row: &&mut Row| row.own.all(name).eq(values.iter().map(String::as_str));
            for row in rows.iter_mut().filter(alike) {
                row.own = row.own.only(|it| it != *name);
            }
            all.extend(values.into_iter().map(|value| ((*name).to_owned(), value)));
        }
        let all = Fields::from(all);
        Self {
            step,
            set_up: set_up(&all).or(first),
            rows,
            all,
        }
    }
}

/// The set-up that is named there.
pub(super) fn set_up(said: &Fields) -> Option<SetUpId> {
    said.get("set_up")?.parse().ok()
}

/// What most rows say of a field. Where one says nothing of it, nothing stands for all.
fn most(name: &str, rows: &[Row]) -> Option<Vec<String>> {
    let mut said: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for row in rows {
        let values: Vec<String> = row.own.all(name).map(str::to_owned).collect();
        if values.is_empty() {
            return None;
        }
        let n = said.entry(values).or_default();
        *n = n.saturating_add(1);
    }
    let most = said.into_iter().max_by_key(|(_, n)| *n);
    most.map(|(values, _)| values)
}

/// What earlier lines say: the newest line's weapons that went, and with whom each was last.
#[derive(Default)]
pub(super) struct Past {
    /// The weapons of the newest line that went; none where no line did.
    pub weapons: Option<Vec<WeaponId>>,
    /// The newest set-up that a line was for.
    pub set_up: Option<SetUpId>,
    /// With whom, and on which mark, each weapon was last.
    pub pairs: BTreeMap<WeaponId, (Option<PersonId>, Option<String>)>,
    /// What was said of each weapon when it was last asked so, where the answer was no.
    pub refused: BTreeMap<WeaponId, Fields>,
}

impl Past {
    /// What they say of a step; `entries` are the newest first.
    pub fn of<'e>(asking: Step, entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut past = Self::default();
        let mut answered = BTreeSet::new();
        for entry in entries {
            let Some((step, rows)) = rows(&entry.what, &aloud(&entry.with)) else {
                continue;
            };
            let went = |nth: usize| entry.rows.get(nth).is_none_or(|verdict| verdict.go);
            if past.weapons.is_none() {
                let rows = rows.iter().enumerate().filter(|(nth, _)| went(*nth));
                let weapons: Vec<_> = rows.map(|(_, row)| row.weapon.clone()).collect();
                past.weapons = (!weapons.is_empty()).then_some(weapons);
            }
            let first = rows.first().and_then(|row| set_up(&row.own));
            past.set_up = past.set_up.or(first);
            for (nth, row) in rows.into_iter().enumerate() {
                let newest = step == asking && answered.insert(row.weapon.clone());
                if newest && !went(nth) {
                    let said = row.own.only(|it| !ANEW.contains(&it));
                    past.refused.insert(row.weapon.clone(), said);
                }
                let pair = past.pairs.entry(row.weapon).or_default();
                pair.0 = pair.0.take().or(row.bearer);
                pair.1 = pair.1.take().or(row.mark);
            }
        }
        past
    }
}

/// Who said aloud that they saw what was shown.
pub fn aloud(with: &[With]) -> Vec<&PersonId> {
    let confirms = with.iter().filter(|it| it.role == As::Confirms);
    confirms.map(|it| &it.person).collect()
}

/// The rows of a line, each with all that it says.
fn rows(what: &What, aloud: &[&PersonId]) -> Option<(Step, Vec<Row>)> {
    let step = Step::of(what.name())?;
    let rows = match what {
        What::Ask(ask) => asked(ask, aloud),
        What::Report(Report::Collect(rows)) => each(rows, |it| Row::of(it.weapon.clone())),
        What::Report(Report::LockAway(rows)) => each(rows, |it| {
            let own = said([("seal", it.seal.clone())]);
            Row {
                own,
                ..Row::of(it.weapon.clone())
            }
        }),
        What::Report(_) => Vec::new(),
    };
    (rows.len() > 1).then_some((step, rows))
}

fn asked(ask: &Ask, aloud: &[&PersonId]) -> Vec<Row> {
    let row = |weapon: &WeaponId, own: Fields| Row {
        own,
        ..Row::of(weapon.clone())
    };
    match ask {
        Ask::CheckOut(rows) => each(rows, |it| {
            row(&it.weapon, said([("purpose", it.purpose.clone())]))
        }),
        Ask::Check(rows) => each(rows, |it| {
            let by = it.bore_by.map(|it| it.to_string());
            row(&it.weapon, said([("bore_by", by)]))
        }),
        Ask::Announce(rows) => each(rows, |it| Row::of(it.weapon.clone())),
        Ask::Load(rows) => each(rows, |it| row(&it.weapon, loaded(it))),
        Ask::ClearToFire(rows) => each(rows, |it| {
            let set_up = ("set_up", Some(it.set_up.to_string()));
            row(
                &it.weapon,
                said([set_up, ("shots", Some(it.shots.to_string()))]),
            )
        }),
        Ask::Show(rows) => shown(rows, aloud),
        Ask::Issue(rows) => each(rows, |it| Row {
            bearer: Some(it.bearer.clone()),
            mark: it.mark.clone(),
            ..row(&it.weapon, issued(it))
        }),
        _ => Vec::new(),
    }
}

fn said<const N: usize>(values: [(&str, Option<String>); N]) -> Fields {
    let said = values.into_iter();
    let said = said.filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Fields::from(said.collect::<Vec<_>>())
}

fn loaded(it: &Load) -> Fields {
    let lot = it.rounds.first().map(|round| &round.lot);
    let lot = lot.filter(|lot| it.rounds.iter().all(|round| round.lot == **lot));
    said([
        ("set_up", Some(it.set_up.to_string())),
        ("lot", lot.map(ToString::to_string)),
        ("rounds", Some(it.rounds.len().to_string())),
    ])
}

fn issued(it: &Issue) -> Fields {
    let activity = it.activity.map_or(AS_PLANNED, |it| it.as_str());
    let briefed = if it.briefed { "yes" } else { "no" };
    said([
        ("set_up", Some(it.set_up.to_string())),
        ("activity", Some(activity.to_owned())),
        ("briefed", Some(briefed.to_owned())),
    ])
}

/// Who said aloud that they saw it bears it; else whoever sees the fewest of a line, for who sees
/// all of it stands by.
fn shown(rows: &Lines<Show>, aloud: &[&PersonId]) -> Vec<Row> {
    let lines = rows.rows();
    let sees = |id: &PersonId| lines.iter().filter(|row| row.to.contains(id)).count();
    each(rows, |it| {
        let some = it.to.iter().filter(|id| sees(id) < lines.len());
        let bearer = some.min_by_key(|id| (!aloud.contains(id), sees(id)));
        let also = it.to.iter().filter(|id| Some(*id) != bearer);
        let mut also: Vec<String> = also.map(ToString::to_string).collect();
        if also.is_empty() {
            also.push(NOBODY.to_owned());
        }
        let also = also.into_iter().map(|id| ("also".to_owned(), id));
        Row {
            bearer: bearer.cloned(),
            own: Fields::from(also.collect::<Vec<_>>()),
            ..Row::of(it.weapon.clone())
        }
    })
}

fn each<T>(rows: &Lines<T>, row: impl Fn(&T) -> Row) -> Vec<Row> {
    rows.rows()
        .iter()
        .map(|it| Row {
            on: true,
            ..row(it)
        })
        .collect()
}
