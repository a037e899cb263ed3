//! Values for the engine, made without parsing.

use std::sync::LazyLock;

use cedar_policy::{EntityId, EntityTypeName, EntityUid};
use custody::id::{LotId, PersonId, SceneId, WeaponId};

pub(super) use cedar_policy::RestrictedExpression as Value;

/// What stands for "nobody said" where a number grows towards the unsafe side.
pub(super) const NEVER: i64 = 99_999;

/// Handle under which nobody can be enrolled: an unnamed reporter, or no bearer at all.
pub(super) const NOBODY: &str = "?";

macro_rules! types {
    ($($name:ident = $text:literal,)*) => {$(
        #[allow(clippy::expect_used, reason = "a literal, parsed by every test")]
        static $name: LazyLock<EntityTypeName> =
            LazyLock::new(|| $text.parse().expect("an entity type"));
    )*};
}

types! {
    PERSON = "Person", ROLE = "Role", WEAPON = "Weapon", LOT = "Lot", SCENE = "Scene",
    UNIT = "Unit", INCIDENT = "Incident", ACTION = "Action",
}

fn uid(kind: &LazyLock<EntityTypeName>, id: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(EntityTypeName::clone(kind), EntityId::new(id))
}

pub(super) fn person(id: &str) -> EntityUid {
    uid(&PERSON, id)
}

pub(super) fn role(id: &str) -> EntityUid {
    uid(&ROLE, id)
}

pub(super) fn weapon(id: &str) -> EntityUid {
    uid(&WEAPON, id)
}

pub(super) fn lot(id: &str) -> EntityUid {
    uid(&LOT, id)
}

pub(super) fn scene(id: &str) -> EntityUid {
    uid(&SCENE, id)
}

pub(super) fn unit() -> EntityUid {
    uid(&UNIT, "unit")
}

pub(super) fn incident(id: &str) -> EntityUid {
    uid(&INCIDENT, id)
}

pub(super) fn action(id: &str) -> EntityUid {
    uid(&ACTION, id)
}

pub(super) fn yes(is: bool) -> Option<Value> {
    Some(Value::new_bool(is))
}

pub(super) fn text(text: &str) -> Option<Value> {
    Some(Value::new_string(text.to_owned()))
}

/// A number; beyond the engine's range it stays at the end of it.
pub(super) fn long(number: impl TryInto<i64>) -> Option<Value> {
    Some(Value::new_long(number.try_into().unwrap_or(i64::MAX)))
}

pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Value> {
    let texts = texts.into_iter().map(|text| text.to_owned());
    Some(Value::new_set(texts.map(Value::new_string)))
}

pub(super) fn uids(uids: impl IntoIterator<Item = EntityUid>) -> Option<Value> {
    Some(Value::new_set(uids.into_iter().map(Value::new_entity_uid)))
}

pub(super) fn people<'a>(ids: impl IntoIterator<Item = &'a PersonId>) -> Option<Value> {
    uids(ids.into_iter().map(|id| person(id.as_str())))
}

pub(super) fn weapons<'a>(ids: impl IntoIterator<Item = &'a WeaponId>) -> Option<Value> {
    uids(ids.into_iter().map(|id| weapon(id.as_str())))
}

pub(super) fn lots<'a>(ids: impl IntoIterator<Item = &'a LotId>) -> Option<Value> {
    uids(ids.into_iter().map(|id| lot(id.as_str())))
}

pub(super) fn one_person(id: &PersonId) -> EntityUid {
    person(id.as_str())
}

pub(super) fn one_scene(id: &SceneId) -> EntityUid {
    scene(id.as_str())
}

/// A record of facts; none when a field cannot be told apart.
pub(super) fn record(fields: impl IntoIterator<Item = (String, Value)>) -> Option<Value> {
    Value::new_record(fields).ok()
}
