//! Which facts the rules of a slice read: worked out once for each slice.

use std::collections::BTreeSet;

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

/// The facts to derive for one action, and what rules look into.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub(super) person: Vec<PersonFact>,
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
    /// Roles are asked by `in`.
    pub(super) roles: bool,
    /// Papers and documents.
    pub(super) person_tags: bool,
    pub(super) weapon_tags: bool,
    pub(super) scene_tags: bool,
    pub(super) unit_tags: bool,
}

/// Where a path stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    Person,
    Weapon,
    Lot,
    Scene,
    Incident,
    Unit,
    Context,
    Record(&'static str),
    /// Inside a paper or document: told whole.
    Paper,
    /// A value that leads no further.
    Value,
}

/// Every kind of thing that a computed value may be.
const EVERY: [At; 9] = [
    At::Person,
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
    tags: BTreeSet<At>,
    entered: BTreeSet<String>,
    custodian: bool,
    bearer: bool,
    roles: bool,
}

impl Wanted {
    /// What the rules of an action read, and no more.
    pub(crate) fn of(action: &str, reads: &Reads) -> Self {
        let mut found = Found::default();
        for path in reads.paths() {
            found.follow(path);
        }
        found.wanted(action)
    }

    /// Every fact of the schema.
    pub fn everything(action: &str) -> Self {
        let mut found = Found {
            whole: EVERY.into_iter().chain([At::Context]).collect(),
            tags: EVERY.into_iter().collect(),
            custodian: true,
            bearer: true,
            roles: true,
            ..Found::default()
        };
        let names = [
            "unit",
            "bearer",
            "watched_by",
            "scene",
            "to_person",
            "from_person",
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
            Root::Principal => vec![At::Person],
            Root::Action => Vec::new(),
            // what an action is asked of is known to the action alone
            Root::Resource => vec![
                At::Person,
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
                Step::Tag(_) => {
                    self.tags.insert(at);
                    at = At::Paper;
                }
                Step::In(_) => {
                    self.roles = true;
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
            person: self.cut(At::Person, PERSON),
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
            person_tags: self.tags.contains(&At::Person),
            weapon_tags: self.tags.contains(&At::Weapon),
            scene_tags: self.tags.contains(&At::Scene),
            unit_tags: self.tags.contains(&At::Unit),
        }
    }
}

/// What stands at an attribute.
fn next(at: At, name: &str) -> At {
    match (at, name) {
        (At::Context, "bearer" | "watched_by" | "to_person" | "from_person")
        | (At::Weapon, "custodian" | "bearer") => At::Person,
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
