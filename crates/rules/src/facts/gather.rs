//! Builds the request and the entities that a slice decides on.

use std::fmt;

use cedar_policy::{Context, Entities, Entity, EntityUid, Request};

use super::{
    Case, Thing, Wanted,
    context::action_of,
    person::papers,
    value::{self, NOBODY, Value},
    weapon::{AWeapon, documents},
};
use custody::state::Person;

/// What a slice decides on.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Who asks what, of what, and what was said and derived for it.
    pub request: Request,
    /// The entities with the facts that the rules read.
    pub entities: Entities,
}

/// Something is named that the record does not know, so that no rule can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What it would be.
    pub kind: &'static str,
    /// Its id; empty where nothing is named at all.
    pub id: String,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.id.is_empty() {
            write!(f, "no {} is named", self.kind)
        } else {
            write!(f, "{} \"{}\" is not on record", self.kind, self.id)
        }
    }
}

/// Derives what the rules of a slice read of one row.
///
/// # Errors
/// When the asker, what is asked of, or what the ask names besides is not on record. A report by or
/// of something unknown is told with nothing proven instead.
pub fn asked(case: &Case<'_>, wanted: &Wanted) -> Result<Asked, Unknown> {
    let mut known = Known {
        case,
        wanted,
        seen: Vec::with_capacity(6),
        entities: Vec::with_capacity(6),
    };
    let by = case.input.by.as_ref().map(Thing::Person);
    let principal = match by {
        Some(by) => known.look_into(by)?,
        None if case.report().is_some() => known.look_into(Thing::Nobody)?,
        None => known.look_into(Thing::NotNamed("asker"))?,
    };
    let resource = known.look_into(case.resource())?;
    let context = Context::from_pairs(known.context()?);
    let context = context.map_err(|_| unknown("context", ""))?;
    let action = value::action(action_of(case.input));
    let request = Request::new(principal, action, resource, context, None);
    Ok(Asked {
        request: request.map_err(|_| unknown("request", ""))?,
        entities: Entities::from_entities(known.entities, None)
            .map_err(|_| unknown("entity", ""))?,
    })
}

fn unknown(kind: &'static str, id: &str) -> Unknown {
    Unknown {
        kind,
        id: id.to_owned(),
    }
}

/// Entities known so far.
struct Known<'c, 'a> {
    case: &'c Case<'a>,
    wanted: &'c Wanted,
    seen: Vec<Thing<'a>>,
    entities: Vec<Entity>,
}

type Facts = Vec<(String, Value)>;

impl<'a> Known<'_, 'a> {
    /// Adds the entity of a thing with its facts, once.
    fn look_into(&mut self, thing: Thing<'a>) -> Result<EntityUid, Unknown> {
        let uid = self.uid(thing)?;
        if self.seen.contains(&thing) {
            return Ok(uid);
        }
        self.seen.push(thing);
        match thing {
            Thing::Nobody => self.add_person(&uid, &Person::default())?,
            Thing::Person(id) => match self.case.state.people.get(id) {
                Some(person) => self.add_person(&uid, person)?,
                None => self.add_person(&uid, &Person::default())?,
            },
            Thing::Weapon(_) => self.add_weapon(&uid, thing)?,
            Thing::Lot(id) => {
                let lot = self
                    .case
                    .lot(id)
                    .ok_or_else(|| unknown("lot", id.as_str()))?;
                let facts = derive(&self.wanted.lot, |of| of(self.case, &lot));
                self.add(uid.clone(), facts, Vec::new(), Vec::new())?;
            }
            Thing::Scene(_) | Thing::SetUp(_) => self.add_scene(&uid, thing)?,
            Thing::Incident(id) => {
                let incident = self.case.state.incidents.get(id);
                let incident = incident.ok_or_else(|| unknown("incident", id.as_str()))?;
                let facts = derive(&self.wanted.incident, |of| of(self.case, incident));
                self.add(uid.clone(), facts, Vec::new(), Vec::new())?;
            }
            Thing::Unit => {
                let facts = derive(&self.wanted.unit, |of| of(self.case));
                let filed = self.wanted.unit_tags;
                let tags = filed.then(|| documents(self.case, &self.case.state.documents));
                self.add(uid.clone(), facts, Vec::new(), tags.unwrap_or_default())?;
            }
            Thing::NotNamed(kind) => return Err(unknown(kind, "")),
        }
        Ok(uid)
    }

    /// The entity id of a thing. What an ask names has to be on record.
    fn uid(&self, thing: Thing<'_>) -> Result<EntityUid, Unknown> {
        let state = self.case.state;
        let report = self.case.report().is_some();
        match thing {
            Thing::Nobody => Ok(value::person(NOBODY)),
            Thing::Person(id) if report || state.people.contains_key(id) => {
                Ok(value::person(id.as_str()))
            }
            Thing::Person(id) => Err(unknown("person", id.as_str())),
            Thing::Weapon(id) if report || state.weapons.contains_key(id) => {
                Ok(value::weapon(id.as_str()))
            }
            Thing::Weapon(id) => Err(unknown("weapon", id.as_str())),
            // a lot or scene may be one that the ask makes
            Thing::Lot(id) => Ok(value::lot(id.as_str())),
            Thing::Scene(id) => Ok(value::one_scene(id)),
            Thing::SetUp(id) => match self.case.scene {
                Some((scene, _)) => Ok(value::one_scene(scene)),
                None => Err(unknown("set-up", id.as_str())),
            },
            Thing::Incident(id) => Ok(value::incident(id.as_str())),
            Thing::Unit => Ok(value::unit()),
            Thing::NotNamed(kind) => Err(unknown(kind, "")),
        }
    }

    fn add_person(&mut self, uid: &EntityUid, person: &Person) -> Result<(), Unknown> {
        let facts = derive(&self.wanted.person, |of| of(self.case, person));
        let roles = self.wanted.roles.then(|| {
            let roles = person.roles.iter();
            roles.map(|role| value::role(role.as_str())).collect()
        });
        let held = self.wanted.person_tags.then(|| papers(self.case, person));
        self.add(
            uid.clone(),
            facts,
            roles.unwrap_or_default(),
            held.unwrap_or_default(),
        )
    }

    fn add_weapon(&mut self, uid: &EntityUid, thing: Thing<'a>) -> Result<(), Unknown> {
        let Thing::Weapon(id) = thing else {
            return Ok(());
        };
        let weapon = self
            .case
            .weapon(id)
            .ok_or_else(|| unknown("weapon", id.as_str()))?;
        let it = AWeapon { id, it: &weapon };
        let facts = derive(&self.wanted.weapon, |of| of(self.case, &it));
        let filed = self
            .wanted
            .weapon_tags
            .then(|| documents(self.case, &weapon.documents));
        self.add(uid.clone(), facts, Vec::new(), filed.unwrap_or_default())?;
        // who has it stands in the state, whatever the ask would change
        let Some(known) = self.case.state.weapons.get(id) else {
            return Ok(());
        };
        let custodian = known.custodian.handler().filter(|_| self.wanted.custodian);
        let bearer = known.bearer.as_ref().filter(|_| self.wanted.bearer);
        for person in custodian.into_iter().chain(bearer) {
            self.look_into(Thing::Person(person))?;
        }
        Ok(())
    }

    fn add_scene(&mut self, uid: &EntityUid, thing: Thing<'a>) -> Result<(), Unknown> {
        let id = match (thing, self.case.scene) {
            (Thing::Scene(id), _) | (_, Some((id, _))) => id,
            _ => return Err(unknown("scene", "")),
        };
        if self.seen.contains(&Thing::Scene(id)) && thing != Thing::Scene(id) {
            return Ok(());
        }
        self.seen.extend([Thing::Scene(id)]);
        let scene = self
            .case
            .scene_of(id)
            .ok_or_else(|| unknown("scene", id.as_str()))?;
        let facts = derive(&self.wanted.scene, |of| of(self.case, &scene));
        let filed = self
            .wanted
            .scene_tags
            .then(|| documents(self.case, &scene.documents));
        self.add(uid.clone(), facts, Vec::new(), filed.unwrap_or_default())
    }

    fn add(
        &mut self,
        uid: EntityUid,
        facts: Facts,
        parents: Vec<EntityUid>,
        tags: Facts,
    ) -> Result<(), Unknown> {
        let entity = Entity::new_with_tags(uid, facts, parents, tags);
        self.entities.push(entity.map_err(|_| unknown("fact", ""))?);
        Ok(())
    }

    /// What was said and derived for the ask itself.
    fn context(&mut self) -> Result<Facts, Unknown> {
        let wanted = self.wanted;
        let mut facts = derive(&wanted.context, |of| of(self.case));
        for (name, fields) in &wanted.records {
            let fields = derive(fields, |of| of(self.case));
            if let Some(record) = value::record(fields) {
                facts.push(((*name).to_owned(), record));
            }
        }
        for (name, of) in &wanted.things {
            if let Some(thing) = of(self.case) {
                self.name(name, thing, &mut facts)?;
            }
        }
        if wanted.has_unit {
            self.name("unit", Thing::Unit, &mut facts)?;
        }
        Ok(facts)
    }

    /// Names a thing in the context, and adds its entity where a rule looks into it.
    fn name(&mut self, name: &str, thing: Thing<'a>, facts: &mut Facts) -> Result<(), Unknown> {
        // nobody is on record as nobody: a rule that looks into it makes the answer no
        let enters = self.wanted.entered.contains(name) && thing != Thing::Nobody;
        let uid = if enters {
            self.look_into(thing)?
        } else {
            self.uid(thing)?
        };
        facts.push((name.to_owned(), Value::new_entity_uid(uid)));
        Ok(())
    }
}

/// The facts of a table that can be told.
fn derive<F>(table: &[(&'static str, F)], of: impl Fn(&F) -> Option<Value>) -> Facts {
    let told = table
        .iter()
        .filter_map(|(name, fact)| Some(((*name).to_owned(), of(fact)?)));
    told.collect()
}
