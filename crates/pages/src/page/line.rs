//! A line: many weapons and their bearers under one handler, asked as one and answered row by row.

mod answered;
mod field;
mod form;
mod own;
mod past;
mod read;
mod take;

pub use answered::{Answered, answered, listed, title};
pub use form::form;
pub use past::aloud;
pub use read::{filled, read};
pub use take::{add, scan, scanned};

use std::collections::BTreeSet;

use custody::{
    id::{PersonId, SetUpId, WeaponId},
    names::Role,
    state::{Person, Weapon},
};
use logbook::Entry;

use self::past::Past;
use crate::{
    form::{Fields, of_what_was_seen},
    seen::{Seen, Viewer},
};

/// What is asked or told of every weapon of the line at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Out of the safe.
    CheckOut,
    /// Opened, seen empty before a witness.
    Check,
    /// Loaded alike.
    Load,
    /// Offered to its bearer's eyes.
    Show,
    /// Announced to the set.
    Announce,
    /// Into its bearer's hand.
    Issue,
    /// A firing sequence each.
    ClearToFire,
    /// Back from its bearer.
    Collect,
    /// Into the safe.
    LockAway,
}

impl Step {
    /// Every step, in the order of a day.
    pub const ALL: [Self; 9] = [
        Self::CheckOut,
        Self::Check,
        Self::Load,
        Self::Show,
        Self::Announce,
        Self::Issue,
        Self::ClearToFire,
        Self::Collect,
        Self::LockAway,
    ];

    /// Its machine name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CheckOut => "check_out",
            Self::Check => "check",
            Self::Load => "load",
            Self::Show => "show",
            Self::Announce => "announce",
            Self::Issue => "issue",
            Self::ClearToFire => "clear_to_fire",
            Self::Collect => "collect",
            Self::LockAway => "lock_away",
        }
    }

    /// The step of a machine name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// It is a report, and so never refused.
    pub const fn report(self) -> bool {
        matches!(self, Self::Collect | Self::LockAway)
    }

    /// Each row names a bearer.
    pub const fn bears(self) -> bool {
        matches!(self, Self::Show | Self::Issue)
    }

    /// It is asked for a set-up.
    pub const fn for_a_set_up(self) -> bool {
        matches!(self, Self::Load | Self::Issue | Self::ClearToFire)
    }

    /// What follows where it went. The first AD announces, from a phone of their own.
    const fn next(self) -> &'static [Self] {
        match self {
            Self::CheckOut => &[Self::Check],
            Self::Check => &[Self::Show, Self::Load],
            Self::Load => &[Self::Show],
            Self::Show => &[Self::Issue, Self::Announce],
            Self::Issue | Self::ClearToFire => &[Self::Collect],
            Self::Announce | Self::Collect | Self::LockAway => &[],
        }
    }

    /// Whether a weapon is where this step finds it. What is not stands in the line unticked.
    fn meets(self, weapon: &Weapon, viewer: &Viewer) -> bool {
        let mine = weapon.custodian.handler() == viewer.person.as_ref();
        match self {
            Self::CheckOut => weapon.in_safe(),
            // Nothing is seen before somebody says so, one by one.
            Self::Check => false,
            Self::Load | Self::Show | Self::Issue | Self::LockAway => {
                mine && weapon.bearer.is_none()
            }
            Self::Announce => !weapon.in_safe(),
            Self::ClearToFire | Self::Collect => weapon.issue.is_some(),
        }
    }
}

/// One weapon of a line, and who is to bear it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The weapon.
    pub weapon: WeaponId,
    /// Who bears it, or is to.
    pub bearer: Option<PersonId>,
    /// The mark on the floor.
    pub mark: Option<String>,
    /// It takes part; where not, it is left out on purpose.
    pub on: bool,
    /// What it says otherwise than what stands for all, as it was typed.
    pub own: Fields,
}

impl Row {
    /// A weapon alone.
    pub fn of(weapon: WeaponId) -> Self {
        Self {
            weapon,
            bearer: None,
            mark: None,
            on: false,
            own: Fields::default(),
        }
    }
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is asked of it.
    pub step: Step,
    /// For which set-up.
    pub set_up: Option<SetUpId>,
    /// Its rows, in the order they stand.
    pub rows: Vec<Row>,
    /// What the record says of all of it.
    pub all: Fields,
}

/// What was chosen in the address.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// What is asked.
    pub step: Option<Step>,
    /// For which set-up.
    pub set_up: Option<SetUpId>,
    /// These weapons; none named: those of the set-up, or of the line before.
    pub weapons: Vec<WeaponId>,
}

impl Line {
    /// The line that the record suggests: the weapons named, else those of the set-up's plan, else
    /// those of the line before, each with whom it went to last. `entries` are the newest first.
    pub fn begun<'e>(
        chosen: &Chosen,
        entries: impl Iterator<Item = &'e Entry>,
        (seen, viewer): (&Seen<'_>, &Viewer),
    ) -> Self {
        let in_safe = seen.state.weapons.values().any(Weapon::in_safe);
        let first = if in_safe { Step::CheckOut } else { Step::Check };
        let step = chosen.step.unwrap_or(first);
        let mut past = Past::of(step, entries);
        let set_up = chosen.set_up.clone().or_else(|| {
            past.set_up
                .take()
                .filter(|it| seen.state.set_ups.contains_key(it))
        });
        let weapons = match chosen.weapons.as_slice() {
            // All that is out comes back, whatever line it went with.
            [] if step.report() => met(step, (seen, viewer)),
            [] => planned(chosen.set_up.as_ref(), seen)
                .or(past.weapons.take())
                .unwrap_or_default(),
            named => named.to_vec(),
        };
        let again = !chosen.weapons.is_empty();
        let named = again && step != Step::Check;
        let rows = weapons.into_iter().filter_map(|id| {
            let weapon = seen.state.weapons.get(&id)?;
            let (bearer, mark) = past.pairs.get(&id).cloned().unwrap_or_default();
            Some(Row {
                bearer: weapon.bearer.clone().or(bearer),
                mark,
                on: named || step.meets(weapon, viewer),
                // Named one by one, a weapon is asked again as it was asked.
                own: again
                    .then(|| past.refused.remove(&id))
                    .flatten()
                    .unwrap_or_default(),
                weapon: id,
            })
        });
        let line = Self::apart(step, rows.collect());
        Self {
            set_up: past::set_up(&line.all).or(set_up),
            ..line
        }
    }

    /// Of a page that was old: which weapons and bearers stands still. Of an ask that is made of what
    /// was seen, nobody has seen anything yet.
    #[must_use]
    pub fn anew(mut self) -> Self {
        let seen = of_what_was_seen(self.step.as_str());
        for row in &mut self.rows {
            row.on &= !seen;
            row.own = row.own.anew(self.step.as_str());
        }
        self
    }

    /// Puts a weapon in, or changes who bears it.
    pub fn put(&mut self, row: Row) {
        match self.rows.iter_mut().find(|it| it.weapon == row.weapon) {
            Some(there) => {
                there.on = row.on;
                there.bearer = row.bearer.or(there.bearer.take());
                there.mark = row.mark.or(there.mark.take());
            }
            None => self.rows.push(row),
        }
    }

    /// Gives each weapon that has no bearer the next performer who has none, in the order of names.
    pub fn pair(&mut self, seen: &Seen<'_>) {
        let taken: BTreeSet<PersonId> = self
            .rows
            .iter()
            .filter_map(|it| it.bearer.clone())
            .collect();
        let people = seen.state.people.iter();
        let free = people.filter(|(id, it)| performs(it) && !taken.contains(*id));
        let mut free = free.map(|(id, _)| id.clone());
        for row in self.rows.iter_mut().filter(|it| it.bearer.is_none()) {
            row.bearer = free.next();
        }
    }

    /// Its rows that take part.
    pub fn on(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|it| it.on)
    }
}

/// Every weapon that is where a step finds it.
fn met(step: Step, (seen, viewer): (&Seen<'_>, &Viewer)) -> Vec<WeaponId> {
    let all = seen.state.weapons.iter();
    let met = all.filter(|(_, weapon)| step.meets(weapon, viewer));
    met.map(|(id, _)| id.clone()).collect()
}

/// The weapons that the plan of a set-up's scene names.
fn planned(set_up: Option<&SetUpId>, seen: &Seen<'_>) -> Option<Vec<WeaponId>> {
    let scene = seen.state.set_ups.get(set_up?)?;
    let plan = seen.state.scenes.get(scene)?.plan.as_ref()?;
    let of_class = |id: &&WeaponId| {
        let weapon = seen.state.weapons.get(*id);
        weapon.is_some_and(|it| plan.envelope.classes.contains(&it.class))
    };
    let named = plan.envelope.weapons.iter();
    let classed = seen.state.weapons.keys().filter(of_class);
    let all: BTreeSet<&WeaponId> = named.chain(classed).collect();
    (!all.is_empty()).then(|| all.into_iter().cloned().collect())
}

/// On the set, and there to bear.
fn performs(person: &Person) -> bool {
    let bears = [Role::Performer, Role::StandingIn];
    person.present && bears.iter().any(|role| person.roles.contains(role))
}
