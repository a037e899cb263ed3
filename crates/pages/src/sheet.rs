//! The form of any ask or report, read from the schema of its type: a new field of an ask is on its
//! page without a further line.

mod read;
pub mod scan;
mod show;

pub use read::read;
pub use show::fields;

use std::{collections::BTreeMap, sync::OnceLock};

use custody::schema;
use serde_json::{Map, Value};

/// The form of one ask or report.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its machine name: `plan_scene`.
    pub name: String,
    /// It is a report, and so never refused.
    pub report: bool,
    /// What it asks, what is needed first.
    pub fields: Vec<Field>,
}

/// One thing a form asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name in the JSON.
    pub name: String,
    /// It must be there.
    pub needed: bool,
    /// What it takes.
    pub kind: Kind,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// The id of a thing in the record.
    One(Thing),
    /// Ids of things.
    Many(Thing),
    /// One of some values.
    Choice(Vec<String>),
    /// Some of some values.
    Choices(Vec<String>),
    /// Yes, or not said.
    Tick,
    /// Yes, no, or not said.
    Maybe,
    /// A whole number.
    Number,
    /// A day.
    Date,
    /// Words.
    Text,
    /// Words, one a line.
    Texts,
    /// Numbers by name, one a line: `name = 3`.
    Numbers,
    /// Fields that stand together.
    Group(Vec<Field>),
    /// The same fields, several times.
    Rows(Vec<Field>),
}

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A weapon.
    Weapon,
    /// A person.
    Person,
    /// A lot of rounds.
    Lot,
    /// A scene.
    Scene,
    /// A set-up of a scene.
    SetUp,
    /// An incident.
    Incident,
    /// A concern.
    Concern,
    /// A house book.
    Book,
    /// An account of rounds.
    Account,
}

/// Things that an ask brings into the record: they are written, not chosen.
const NEW: [(&str, &str); 6] = [
    ("enroll", "person"),
    ("plan_scene", "scene"),
    ("add_set_up", "set_up"),
    ("make_rounds", "lot"),
    ("adopt_house_book", "book"),
    ("test_dummies", "into"),
];

/// What no form asks: a hash is not typed, it comes with a photo.
const UPLOADED: &str = "attachments";

impl Sheet {
    /// The form of an ask or report; none where nothing has that name, or where it holds another
    /// ask, as the report of a breach does.
    pub fn of(name: &str) -> Option<&'static Self> {
        static ALL: OnceLock<BTreeMap<String, Sheet>> = OnceLock::new();
        ALL.get_or_init(all).get(name)
    }

    /// Every form, by name.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let inputs = custody::input::Ask::NAMES.iter();
        inputs
            .chain(custody::input::Report::NAMES)
            .copied()
            .filter(|name| Self::of(name).is_some())
    }

    /// Whether a thing is written as new.
    pub fn brings(&self, field: &str) -> bool {
        self.report || NEW.contains(&(self.name.as_str(), field))
    }
}

fn all() -> BTreeMap<String, Sheet> {
    let mut sheets = BTreeMap::new();
    for (schema, tag) in [(schema::ask(), "ask"), (schema::report(), "report")] {
        let schema = schema.to_value();
        let types = Types(schema.get("$defs").and_then(Value::as_object));
        let each = schema.get("oneOf").and_then(Value::as_array);
        for body in each.into_iter().flatten() {
            if let Some(sheet) = types.sheet(body, tag) {
                sheets.insert(sheet.name.clone(), sheet);
            }
        }
    }
    sheets
}

/// The named types of a schema.
#[derive(Clone, Copy)]
struct Types<'a>(Option<&'a Map<String, Value>>);

impl<'a> Types<'a> {
    fn sheet(self, body: &'a Value, tag: &str) -> Option<Sheet> {
        let name = body.pointer(&format!("/properties/{tag}/const"))?;
        let mut fields = self.fields(body, tag)?;
        if let Some(row) = body.get("$ref").and_then(|it| self.row(it)) {
            fields.extend(self.fields(row, tag)?);
        }
        // What is needed comes first.
        fields.sort_by_key(|field| !field.needed);
        Some(Sheet {
            name: name.as_str()?.to_owned(),
            report: tag == "report",
            fields,
        })
    }

    /// The row of a line of weapons: a form asks for one.
    fn row(self, named: &Value) -> Option<&'a Value> {
        let lines = self.named(named.as_str()?)?;
        let (row, _) = self.resolved(lines.get("anyOf")?.get(0)?);
        Some(row)
    }

    fn named(self, reference: &str) -> Option<&'a Value> {
        self.0?.get(reference.strip_prefix("#/$defs/")?)
    }

    /// A type, and the name it is known by.
    fn resolved(self, of: &'a Value) -> (&'a Value, &'a str) {
        let reference = of.get("$ref").and_then(Value::as_str);
        match reference.and_then(|it| Some((self.named(it)?, it))) {
            Some((found, reference)) => (found, reference.rsplit('/').next().unwrap_or_default()),
            None => (of, ""),
        }
    }

    fn fields(self, body: &'a Value, tag: &str) -> Option<Vec<Field>> {
        let empty = Map::new();
        let asked = body.get("properties").and_then(Value::as_object);
        let needed = body.get("required").and_then(Value::as_array);
        let fields = asked
            .unwrap_or(&empty)
            .iter()
            .filter(|(name, _)| *name != tag && *name != UPLOADED);
        fields
            .map(|(name, of)| {
                let needed = needed.is_some_and(|it| it.iter().any(|it| it == name.as_str()));
                Some(Field {
                    kind: self.kind(name, of)?,
                    name: name.clone(),
                    needed,
                })
            })
            .collect()
    }

    /// What a field takes; none where a form cannot ask it.
    fn kind(self, name: &str, of: &'a Value) -> Option<Kind> {
        if let Some(either) = of.get("anyOf").and_then(Value::as_array) {
            let some = either
                .iter()
                .find(|it| it.get("type") != Some(&"null".into()))?;
            return self.kind(name, some);
        }
        let (of, type_name) = self.resolved(of);
        if let Some(thing) = thing(type_name) {
            return Some(Kind::One(thing));
        }
        if let Some(values) = values(of) {
            return Some(Kind::Choice(values));
        }
        let (kind, or_none) = primitive(of)?;
        Some(match kind {
            "string" if DATES.contains(&name) => Kind::Date,
            "string" => Kind::Text,
            "integer" => Kind::Number,
            "boolean" if or_none => Kind::Maybe,
            "boolean" => Kind::Tick,
            "array" => return self.several(of.get("items")?),
            "object" if of.get("properties").is_some() => Kind::Group(self.fields(of, "")?),
            "object" => Kind::Numbers,
            _ => return None,
        })
    }

    fn several(self, of: &'a Value) -> Option<Kind> {
        let (of, type_name) = self.resolved(of);
        if let Some(thing) = thing(type_name) {
            return Some(Kind::Many(thing));
        }
        if let Some(values) = values(of) {
            return Some(Kind::Choices(values));
        }
        match primitive(of)?.0 {
            "string" => Some(Kind::Texts),
            "object" => Some(Kind::Rows(self.fields(of, "")?)),
            _ => None,
        }
    }
}

/// Fields that are days.
const DATES: [&str; 7] = [
    "date",
    "dated",
    "due_back",
    "expires",
    "issued",
    "minor_until",
    "status_checked",
];

fn thing(type_name: &str) -> Option<Thing> {
    Some(match type_name {
        "WeaponId" => Thing::Weapon,
        "PersonId" => Thing::Person,
        "LotId" => Thing::Lot,
        "SceneId" => Thing::Scene,
        "SetUpId" => Thing::SetUp,
        "IncidentId" => Thing::Incident,
        "VoiceId" => Thing::Concern,
        "BookId" => Thing::Book,
        "Account" => Thing::Account,
        _ => return None,
    })
}

/// The values of a type that has no others.
fn values(of: &Value) -> Option<Vec<String>> {
    let each = of.get("oneOf").and_then(Value::as_array)?;
    let values = each
        .iter()
        .map(|it| it.get("const").and_then(Value::as_str).map(str::to_owned));
    values.collect()
}

/// The JSON type, and whether it may be left out.
fn primitive(of: &Value) -> Option<(&str, bool)> {
    match of.get("type")? {
        Value::String(kind) => Some((kind, false)),
        Value::Array(kinds) => {
            let kind = kinds
                .iter()
                .filter_map(Value::as_str)
                .find(|it| *it != "null")?;
            Some((kind, true))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(sheet: &str, name: &str) -> Kind {
        let sheet = Sheet::of(sheet).unwrap();
        let field = sheet.fields.iter().find(|it| it.name == name);
        field.unwrap().kind.clone()
    }

    #[test]
    fn every_ask_and_every_report_but_one_has_a_form() {
        let inputs = custody::input::Ask::NAMES
            .iter()
            .chain(custody::input::Report::NAMES);
        let without: Vec<_> = inputs.filter(|name| Sheet::of(name).is_none()).collect();
        assert_eq!(without, [&"breach"], "it holds another ask");
    }

    #[test]
    fn a_form_asks_what_the_schema_says() {
        assert_eq!(field("transfer", "lot"), Kind::One(Thing::Lot));
        assert_eq!(field("count", "weapons"), Kind::Many(Thing::Weapon));
        assert_eq!(field("publish_schedule", "date"), Kind::Date);
        assert_eq!(field("issue", "briefed"), Kind::Tick);
        assert!(matches!(field("count", "counted"), Kind::Rows(rows) if rows.len() == 4));
        assert!(matches!(field("enroll", "roles"), Kind::Choices(all) if all.len() > 10));
    }
}
