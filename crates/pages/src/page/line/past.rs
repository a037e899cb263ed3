//! What asks and reports of lines said, read back out of the record.

use std::collections::BTreeMap;

use custody::{
    id::{PersonId, SetUpId, WeaponId},
    input::{Ask, Report, What, weapon::Show},
};
use logbook::Entry;

use super::{Line, Row, Step};

impl Line {
    /// The line that an ask or report was for; none where it is of one weapon, or of none.
    pub fn of(what: &What) -> Option<Self> {
        let step = Step::of(what.name())?;
        let mut set_up = None;
        let rows = match what {
            What::Ask(ask) => asked(ask, &mut set_up),
            What::Report(Report::Collect(rows)) => alone(rows.rows(), |it| &it.weapon),
            What::Report(Report::LockAway(rows)) => alone(rows.rows(), |it| &it.weapon),
            What::Report(_) => Vec::new(),
        };
        (rows.len() > 1).then_some(Self { step, set_up, rows })
    }
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
}

impl Past {
    /// What they say; `entries` are the newest first.
    pub fn of<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut past = Self::default();
        for (entry, line) in entries.filter_map(|entry| Some((entry, Line::of(&entry.what)?))) {
            let went = |nth: usize| entry.rows.get(nth).is_none_or(|verdict| verdict.go);
            if past.weapons.is_none() {
                let rows = line.rows.iter().enumerate().filter(|(nth, _)| went(*nth));
                let weapons: Vec<_> = rows.map(|(_, row)| row.weapon.clone()).collect();
                past.weapons = (!weapons.is_empty()).then_some(weapons);
            }
            past.set_up = past.set_up.or(line.set_up);
            for row in line.rows {
                let pair = past.pairs.entry(row.weapon).or_default();
                pair.0 = pair.0.take().or(row.bearer);
                pair.1 = pair.1.take().or(row.mark);
            }
        }
        past
    }
}

fn asked(ask: &Ask, set_up: &mut Option<SetUpId>) -> Vec<Row> {
    match ask {
        Ask::CheckOut(rows) => alone(rows.rows(), |it| &it.weapon),
        Ask::Check(rows) => alone(rows.rows(), |it| &it.weapon),
        Ask::Announce(rows) => alone(rows.rows(), |it| &it.weapon),
        Ask::Load(rows) => {
            *set_up = rows.rows().first().map(|it| it.set_up.clone());
            alone(rows.rows(), |it| &it.weapon)
        }
        Ask::ClearToFire(rows) => {
            *set_up = rows.rows().first().map(|it| it.set_up.clone());
            alone(rows.rows(), |it| &it.weapon)
        }
        Ask::Show(rows) => shown(rows.rows()),
        Ask::Issue(rows) => {
            *set_up = rows.rows().first().map(|it| it.set_up.clone());
            each(rows.rows(), |it| Row {
                bearer: Some(it.bearer.clone()),
                mark: it.mark.clone(),
                ..Row::of(it.weapon.clone())
            })
        }
        _ => Vec::new(),
    }
}

/// Whoever sees all of a line stands by; who sees one weapon of it alone is to bear that one.
fn shown(rows: &[Show]) -> Vec<Row> {
    let by = |person: &&PersonId| !rows.iter().all(|row| row.to.contains(*person));
    each(rows, |it| Row {
        bearer: it.to.iter().find(by).cloned(),
        ..Row::of(it.weapon.clone())
    })
}

fn alone<T>(rows: &[T], weapon: fn(&T) -> &WeaponId) -> Vec<Row> {
    each(rows, |row| Row::of(weapon(row).clone()))
}

fn each<T>(rows: &[T], row: impl Fn(&T) -> Row) -> Vec<Row> {
    rows.iter()
        .map(|it| Row {
            on: true,
            ..row(it)
        })
        .collect()
}
