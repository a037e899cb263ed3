//! Which facts the rules of a slice read: worked out once for each slice.

use std::collections::{BTreeMap, BTreeSet};

use crate::reads::{Path, Reads, Root, Step};

use super::{
    answers::{ANSWERS, FieldFact, SETTING},
    context::{self, ContextFact, NamedFact},
    incident::{INCIDENT, IncidentFact},
    lot::{LOT, LotFact},
    person::{PERSON, PersonFact},
    scene::{SCENE, SceneFact},
    unit::{UNIT, UnitFact},
    weapon::{WEAPON, WeaponFact},
    zone::ZONE,
};

/// What a paper or document tells.
const FIELDS: [&str; 6] = [
    "days_left",
    "days_held",
    "days_since_status_check",
    "classes",
    "minutes_filed",
    "states",
];

/// The facts to derive for one action, and what rules look into.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Facts of a person, each with the places whose person is asked for it.
    pub(super) person: Vec<(Places, PersonFact)>,
    pub(super) weapon: Vec<WeaponFact>,
    pub(super) lot: Vec<LotFact>,
    pub(super) scene: Vec<SceneFact>,
    pub(super) incident: Vec<IncidentFact>,
    pub(super) unit: Vec<UnitFact>,
    pub(super) context: Vec<ContextFact>,
    pub(super) things: Vec<NamedFact>,
    pub(super) has_unit: bool,
    /// Records in the context, each with its fields.
    pub(super) records: Vec<(&'static str, Vec<FieldFact>)>,
    /// Names in the context whose entity is looked into.
    pub(super) entered: BTreeSet<String>,
    /// Custodian and bearer of a weapon are looked into.
    pub(super) custodian: bool,
    pub(super) bearer: bool,
    /// Places whose person is asked for roles by `in`.
    pub(super) roles: Places,
    /// Papers, and documents of weapons, scenes and the unit.
    pub(super) papers: Tags,
    pub(super) weapon_documents: Tags,
    pub(super) scene_documents: Tags,
    pub(super) unit_documents: Tags,
    /// What is read of papers and documents.
    pub(super) fields: Vec<&'static str>,
}

/// Where a person may stand in an ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Places(u8);

impl Places {
    pub(super) const PRINCIPAL: Self = Self(1);
    pub(super) const RESOURCE: Self = Self(1 << 1);
    pub(super) const CONTEXT: Self = Self(1 << 2);
    pub(super) const WATCHER: Self = Self(1 << 3);
    pub(super) const CUSTODIAN: Self = Self(1 << 4);
    pub(super) const BEARER: Self = Self(1 << 5);
    const ANYWHERE: Self = Self(u8::MAX);

    /// The place of a person that the context names.
    pub(super) fn named(name: &str) -> Self {
        if name == "watched_by" {
            Self::WATCHER
        } else {
            Self::CONTEXT
        }
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Papers or documents that are read, by key; each with the places whose person is asked for it.
#[derive(Debug, Clone, Default)]
pub(super) struct Tags {
    keys: BTreeMap<String, Places>,
    /// A computed key may be any.
    any: Places,
}

impl Tags {
    /// Whether one of this key is read at one of these places.
    pub(super) fn read(&self, key: &str, places: Places) -> bool {
        let own = self.keys.get(key).copied().unwrap_or_default();
        own.and(self.any).meets(places)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.keys.is_empty() && self.any == Places::default()
    }
}

/// Where a path stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    Person(Places),
    Weapon,
    Lot,
    Scene,
    Incident,
    Unit,
    Context,
    Record(&'static str),
    /// Inside a paper or document.
    Paper,
    /// A value that leads no further.
    Value,
}

impl At {
    /// The places of a person; anything else has one place only.
    const fn places(self) -> Places {
        match self {
            Self::Person(places) => places,
            Self::Weapon | Self::Scene | Self::Unit => Places::ANYWHERE,
            _ => Places(0),
        }
    }
}

/// Every kind of thing that a computed value may be.
const EVERY: [At; 9] = [
    At::Person(Places::ANYWHERE),
    At::Weapon,
    At::Lot,
    At::Scene,
    At::Incident,
    At::Unit,
    At::Record("answers"),
    At::Record("setting"),
    At::Record("zone"),
];

/// What was found to be read, before the tables are cut down to it.
#[derive(Default)]
struct Found {
    facts: BTreeSet<(At, String)>,
    whole: BTreeSet<At>,
    tags: BTreeSet<(At, Option<String>)>,
    fields: Vec<&'static str>,
    entered: BTreeSet<String>,
    custodian: bool,
    bearer: bool,
    roles: Places,
}

impl Wanted {
    /// What the rules of an action read, and no more.
    pub(crate) fn of(action: &str, reads: &Reads) -> Self {
        let mut found = Found {
            fields: FIELDS
                .iter()
                .copied()
                .filter(|name| reads.reads_attr(name))
                .collect(),
            ..Found::default()
        };
        for path in reads.paths() {
            found.follow(path);
        }
        found.wanted(action)
    }

    /// Every fact of the schema.
    pub fn everything(action: &str) -> Self {
        let mut found = Found {
            whole: EVERY.into_iter().chain([At::Context]).collect(),
            tags: EVERY.into_iter().map(|at| (at, None)).collect(),
            fields: FIELDS.to_vec(),
            custodian: true,
            bearer: true,
            roles: Places::ANYWHERE,
            ..Found::default()
        };
        let names = [
            "unit",
            "bearer",
            "watched_by",
            "scene",
            "to_person",
            "from_person",
            "carrier",
            "weapon",
            "lot",
        ];
        found.entered.extend(names.map(str::to_owned));
        found.wanted(action)
    }

    /// How many facts there are to derive: what a decision costs.
    pub fn count(&self) -> usize {
        let fields = self.records.iter().map(|(_, fields)| fields.len());
        self.person.len()
            + self.weapon.len()
            + self.lot.len()
            + self.scene.len()
            + self.incident.len()
            + self.unit.len()
            + self.context.len()
            + self.things.len()
            + fields.sum::<usize>()
    }
}

impl Found {
    fn follow(&mut self, path: &Path) {
        let starts: Vec<At> = match path.root() {
            Root::Principal => vec![At::Person(Places::PRINCIPAL)],
            Root::Action => Vec::new(),
            // what an action is asked of is known to the action alone
            Root::Resource => vec![
                At::Person(Places::RESOURCE),
                At::Weapon,
                At::Lot,
                At::Scene,
                At::Incident,
                At::Unit,
            ],
            Root::Context => vec![At::Context],
            Root::Computed => EVERY.to_vec(),
        };
        for at in starts {
            self.walk(at, path.steps(), path.root() == Root::Computed);
        }
    }

    fn walk(&mut self, start: At, steps: &[Step], computed: bool) {
        let mut at = start;
        let mut left = steps.iter();
        while let Some(step) = left.next() {
            let goes_on = !left.as_slice().is_empty();
            match step {
                Step::Attr(name) => {
                    self.facts.insert((at, name.clone()));
                    self.enter(at, name, goes_on);
                    at = next(at, name);
                    if computed && at == At::Value && goes_on {
                        // a computed value may be any thing: each is followed from here on
                        let rest = left.as_slice();
                        EVERY.iter().for_each(|at| self.walk(*at, rest, false));
                        return;
                    }
                }
                Step::Tag(key) => {
                    self.tags.insert((at, key.clone()));
                    at = At::Paper;
                }
                Step::In(_) => {
                    if let At::Person(places) = at {
                        self.roles = self.roles.and(places);
                    }
                    return;
                }
            }
        }
        if matches!(at, At::Record(_) | At::Context) {
            self.whole.insert(at);
            if at == At::Context {
                self.whole
                    .extend(EVERY.iter().filter(|at| matches!(at, At::Record(_))));
            }
        }
    }

    fn enter(&mut self, at: At, name: &str, goes_on: bool) {
        match (at, name) {
            (At::Context, _) if goes_on => {
                self.entered.insert(name.to_owned());
            }
            (At::Weapon, "custodian") => self.custodian |= goes_on,
            (At::Weapon, "bearer") => self.bearer |= goes_on,
            _ => {}
        }
    }

    fn reads(&self, at: At, name: &str) -> bool {
        self.whole.contains(&at) || self.facts.contains(&(at, name.to_owned()))
    }

    fn cut<F: Copy>(&self, at: At, table: &[(&'static str, F)]) -> Vec<(&'static str, F)> {
        let wanted = table.iter().filter(|(name, _)| self.reads(at, name));
        wanted.copied().collect()
    }

    fn people(&self) -> Vec<(Places, PersonFact)> {
        let places = |name: &str| {
            let whole = self.whole.iter().copied();
            let facts = self.facts.iter().filter(|(_, fact)| fact == name);
            let at = whole.chain(facts.map(|(at, _)| *at));
            at.filter(|at| matches!(at, At::Person(_)))
                .fold(Places::default(), |places, at| places.and(at.places()))
        };
        let facts = PERSON.iter().map(|fact| (places(fact.0), *fact));
        facts
            .filter(|(places, _)| *places != Places::default())
            .collect()
    }

    fn tags(&self, of: impl Fn(At) -> bool) -> Tags {
        let mut tags = Tags::default();
        for (at, key) in self.tags.iter().filter(|(at, _)| of(*at)) {
            let places = match key {
                None => &mut tags.any,
                Some(key) => tags.keys.entry(key.clone()).or_default(),
            };
            *places = places.and(at.places());
        }
        tags
    }

    fn wanted(&self, action: &str) -> Wanted {
        let table = context::table(action);
        let mut records: Vec<(&'static str, &[FieldFact])> = Vec::new();
        if context::is_answered(action) {
            records.extend([("answers", ANSWERS), ("setting", SETTING)]);
        }
        if context::has_zone(action) {
            records.push(("zone", ZONE));
        }
        records.retain(|(name, _)| self.reads(At::Context, name));
        let cut = |(name, fields): (&'static str, &[FieldFact])| {
            (name, self.cut(At::Record(name), fields))
        };
        Wanted {
            person: self.people(),
            weapon: self.cut(At::Weapon, WEAPON),
            lot: self.cut(At::Lot, LOT),
            scene: self.cut(At::Scene, SCENE),
            incident: self.cut(At::Incident, INCIDENT),
            unit: self.cut(At::Unit, UNIT),
            context: self.cut(At::Context, table.facts),
            things: self.cut(At::Context, table.things),
            has_unit: self.reads(At::Context, "unit"),
            records: records.into_iter().map(cut).collect(),
            entered: self.entered.clone(),
            custodian: self.custodian,
            bearer: self.bearer,
            roles: self.roles,
            papers: self.tags(|at| matches!(at, At::Person(_))),
            weapon_documents: self.tags(|at| at == At::Weapon),
            scene_documents: self.tags(|at| at == At::Scene),
            unit_documents: self.tags(|at| at == At::Unit),
            fields: self.fields.clone(),
        }
    }
}

/// What stands at an attribute.
fn next(at: At, name: &str) -> At {
    match (at, name) {
        (At::Context, "bearer" | "watched_by" | "to_person" | "from_person" | "carrier") => {
            At::Person(Places::named(name))
        }
        (At::Weapon, "custodian") => At::Person(Places::CUSTODIAN),
        (At::Weapon, "bearer") => At::Person(Places::BEARER),
        (At::Context, "weapon") => At::Weapon,
        (At::Context, "lot") => At::Lot,
        (At::Context, "scene") => At::Scene,
        (At::Context, "unit") => At::Unit,
        (At::Context, "answers") => At::Record("answers"),
        (At::Context, "setting") => At::Record("setting"),
        (At::Context, "zone") => At::Record("zone"),
        (At::Paper, _) => At::Paper,
        _ => At::Value,
    }
}

#[cfg(test)]
mod tests {
    use custody::input::{Ask, Report};

    use super::*;

    #[test]
    fn a_rule_can_look_into_everything_that_a_context_names() {
        for action in Ask::NAMES.iter().chain(Report::NAMES) {
            for (name, _) in context::table(action).things {
                assert_ne!(next(At::Context, name), At::Value, "{name} of {action}");
            }
        }
    }
}
