//! Builds the request and the entities that a slice decides on.

use std::fmt;

use cedar_policy::{Context, Entities, Entity, EntityUid, Request};

use super::{
    Case, Thing, Wanted,
    context::action_of,
    person::papers,
    value::{self, NOBODY, Value},
    wanted::Places,
    weapon::{AWeapon, documents},
};
use custody::{id::WeaponId, state::Person};

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
        named: Vec::with_capacity(6),
    };
    let by = case.input.by.as_ref().map(Thing::Person);
    let nobody = if case.report().is_some() {
        Thing::Nobody
    } else {
        Thing::NotNamed("asker")
    };
    let principal = known.look_into(by.unwrap_or(nobody), Places::PRINCIPAL)?;
    let resource = known.look_into(case.resource(), Places::RESOURCE)?;
    let context = Context::from_pairs(known.context()?);
    let context = context.map_err(|_| unknown("context", ""))?;
    let action = value::action(action_of(case.input));
    let request = Request::new(principal, action, resource, context, None);
    Ok(Asked {
        request: request.map_err(|_| unknown("request", ""))?,
        entities: Entities::from_entities(known.entities()?, None)
            .map_err(|_| unknown("entity", ""))?,
    })
}

fn unknown(kind: &'static str, id: &str) -> Unknown {
    Unknown {
        kind,
        id: id.to_owned(),
    }
}

/// What rules look into, as it is named.
struct Known<'c, 'a> {
    case: &'c Case<'a>,
    wanted: &'c Wanted,
    /// Each thing once, with the places where it stands.
    named: Vec<(Thing<'a>, Places)>,
}

type Facts = Vec<(String, Value)>;

impl<'a> Known<'_, 'a> {
    /// Notes that a thing is looked into at a place.
    fn look_into(&mut self, thing: Thing<'a>, place: Places) -> Result<EntityUid, Unknown> {
        let uid = self.uid(thing)?;
        let thing = match (thing, self.case.scene) {
            (Thing::SetUp(_), Some((scene, _))) => Thing::Scene(scene),
            (thing, _) => thing,
        };
        let known = self.named.iter_mut().find(|(known, _)| *known == thing);
        if let Some((_, places)) = known {
            *places = places.and(place);
            return Ok(uid);
        }
        self.named.push((thing, place));
        if let Thing::Weapon(id) = thing {
            self.look_into_hands(id)?;
        }
        Ok(uid)
    }

    /// Who has a weapon stands in the state, whatever the ask would change.
    fn look_into_hands(&mut self, id: &WeaponId) -> Result<(), Unknown> {
        let Some(weapon) = self.case.state.weapons.get(id) else {
            return Ok(());
        };
        if let Some(custodian) = weapon.custodian.handler().filter(|_| self.wanted.custodian) {
            self.look_into(Thing::Person(custodian), Places::CUSTODIAN)?;
        }
        if let Some(bearer) = weapon.bearer.as_ref().filter(|_| self.wanted.bearer) {
            self.look_into(Thing::Person(bearer), Places::BEARER)?;
        }
        Ok(())
    }

    /// The entities of everything that is looked into.
    fn entities(&self) -> Result<Vec<Entity>, Unknown> {
        let each = self.named.iter();
        each.map(|(thing, places)| self.entity(*thing, *places))
            .collect()
    }

    /// A thing with the facts that the rules read.
    fn entity(&self, thing: Thing<'a>, places: Places) -> Result<Entity, Unknown> {
        let (case, wanted) = (self.case, self.wanted);
        let uid = self.uid(thing)?;
        let filed = |filed, tags| documents(case, filed, tags, &wanted.fields);
        let (facts, tags) = match thing {
            Thing::Nobody => return self.person(uid, &Person::default(), places),
            Thing::Person(id) => {
                return match case.state.people.get(id) {
                    Some(person) => self.person(uid, person, places),
                    None => self.person(uid, &Person::default(), places),
                };
            }
            Thing::Weapon(id) => {
                let weapon = case.weapon(id);
                let weapon = weapon.ok_or_else(|| unknown("weapon", id.as_str()))?;
                let it = AWeapon { id, it: &weapon };
                let facts = derive(&wanted.weapon, |of| of(case, &it));
                (facts, filed(&weapon.documents, &wanted.weapon_documents))
            }
            Thing::Lot(id) => {
                let lot = case.lot(id).ok_or_else(|| unknown("lot", id.as_str()))?;
                (derive(&wanted.lot, |of| of(case, &lot)), Facts::new())
            }
            Thing::Scene(id) => {
                let scene = case.scene_of(id);
                let scene = scene.ok_or_else(|| unknown("scene", id.as_str()))?;
                let facts = derive(&wanted.scene, |of| of(case, &scene));
                (facts, filed(&scene.documents, &wanted.scene_documents))
            }
            Thing::Incident(id) => {
                let incident = case.state.incidents.get(id);
                let incident = incident.ok_or_else(|| unknown("incident", id.as_str()))?;
                (
                    derive(&wanted.incident, |of| of(case, incident)),
                    Facts::new(),
                )
            }
            Thing::Unit => {
                let facts = derive(&wanted.unit, |of| of(case));
                (facts, filed(&case.state.documents, &wanted.unit_documents))
            }
            Thing::SetUp(id) => return Err(unknown("set-up", id.as_str())),
            Thing::NotNamed(kind) => return Err(unknown(kind, "")),
        };
        let entity = Entity::new_with_tags(uid, facts, [], tags);
        entity.map_err(|_| unknown("fact", ""))
    }

    /// A person, with the facts that are read where the person stands.
    fn person(&self, uid: EntityUid, person: &Person, places: Places) -> Result<Entity, Unknown> {
        let (case, wanted) = (self.case, self.wanted);
        let read = wanted.person.iter().filter(|(at, _)| at.meets(places));
        let facts =
            read.filter_map(|(_, (name, of))| Some(((*name).to_owned(), of(case, person)?)));
        let by_in = wanted.roles.meets(places).then(|| person.roles.iter());
        let roles = by_in
            .into_iter()
            .flatten()
            .map(|role| value::role(role.as_str()));
        let held = papers(case, person, wanted, places);
        let entity = Entity::new_with_tags(uid, facts, roles, held);
        entity.map_err(|_| unknown("fact", ""))
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
            self.look_into(thing, Places::named(name))?
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
