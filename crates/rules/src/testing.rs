//! The small books of the tests, and a small world to ask about.

#![allow(
    clippy::disallowed_methods,
    reason = "tests read the rulebooks from the disk themselves"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::collections::{HashMap, HashSet};
use std::path::Path;

use cedar_policy::{Context, Entities, Entity, EntityUid, Request, RestrictedExpression as Value};

use crate::{Selection, Shelf};

pub(crate) type Files = Vec<(String, String)>;

/// The files of `tests/books`.
pub(crate) fn small_books() -> Files {
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books"))
}

/// Every file below a folder, by its path inside.
pub(crate) fn read_folder(root: &Path) -> Files {
    let mut files = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let inside = path.strip_prefix(root).unwrap().to_str().unwrap();
                files.push((inside.to_owned(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files
}

/// The small books with some text of one file replaced.
pub(crate) fn with(file: &str, old: &str, new: &str) -> Files {
    let mut files = small_books();
    let text = &mut files
        .iter_mut()
        .find(|(path, _)| path == file)
        .expect(file)
        .1;
    assert!(text.contains(old), "{old} is not in {file}");
    *text = text.replacen(old, new, 1);
    files
}

pub(crate) fn shelf() -> Shelf {
    open(small_books())
}

pub(crate) fn open(files: Files) -> Shelf {
    match Shelf::open(files) {
        Ok(shelf) => shelf,
        Err(errors) => {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("{}", errors.join("\n"))
        }
    }
}

pub(crate) fn on(place: &'static str, date: &str) -> Selection<'static> {
    Selection {
        place,
        kind: "screen",
        date: date.parse().unwrap(),
        house: &[],
    }
}

pub(crate) fn uid(text: &str) -> EntityUid {
    text.parse().unwrap()
}

/// An armorer issues Hero One to Ada: everything as it should be.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) action: &'static str,
    pub(crate) context: HashMap<&'static str, Value>,
    pub(crate) entities: Vec<Entity>,
}

fn strings(list: &[&str]) -> Value {
    Value::new_set(
        list.iter()
            .map(|text| Value::new_string((*text).to_owned())),
    )
}

pub(crate) fn person(name: &str, role: &str, trained: &[&str]) -> Entity {
    let attrs = [
        ("age_years".to_owned(), Value::new_long(30)),
        ("trained_on".to_owned(), strings(trained)),
        ("born".to_owned(), Value::new_datetime("1990-05-17")),
    ];
    let tags = [(
        "csatf_s".to_owned(),
        Value::new_string("finished".to_owned()),
    )];
    let roles = HashSet::from([uid(&format!("Role::\"{role}\""))]);
    Entity::new_with_tags(uid(&format!("Person::\"{name}\"")), attrs, roles, tags).unwrap()
}

pub(crate) fn weapon(check_holds: bool, hold: Option<i64>) -> Entity {
    let mut attrs = HashMap::from([
        ("tier".to_owned(), Value::new_string("a".to_owned())),
        ("check_holds".to_owned(), Value::new_bool(check_holds)),
        (
            "custodian".to_owned(),
            Value::new_entity_uid(uid("Person::\"kim\"")),
        ),
    ]);
    if let Some(minutes) = hold {
        attrs.insert("hold".to_owned(), Value::new_long(minutes));
    }
    Entity::new(uid("Weapon::\"hero_one\""), attrs, HashSet::new()).unwrap()
}

impl World {
    pub(crate) fn issue() -> Self {
        let zone = [
            ("nearest_cm".to_owned(), Value::new_long(800)),
            ("protected".to_owned(), strings(&["eyes", "ears"])),
        ];
        Self {
            action: "issue",
            context: HashMap::from([
                ("bearer", Value::new_entity_uid(uid("Person::\"ada\""))),
                ("check_age_minutes", Value::new_long(41)),
                ("zone", Value::new_record(zone).unwrap()),
                ("on", Value::new_datetime("2026-03-01")),
            ]),
            entities: vec![
                person("kim", "armorer", &["a"]),
                person("ada", "performer", &["a", "b"]),
                weapon(true, None),
            ],
        }
    }

    pub(crate) fn discharge(injury: bool) -> Self {
        let mut world = Self::issue();
        world.action = "discharge";
        world.context = HashMap::from([
            ("injury", Value::new_bool(injury)),
            ("shots", Value::new_long(1)),
        ]);
        world
    }

    pub(crate) fn said(mut self, name: &'static str, value: Value) -> Self {
        self.context.insert(name, value);
        self
    }

    /// Puts an entity in the place of the one with its id.
    pub(crate) fn known(mut self, entity: Entity) -> Self {
        self.entities.retain(|other| other.uid() != entity.uid());
        self.entities.push(entity);
        self
    }

    pub(crate) fn without(mut self, id: &str) -> Self {
        self.entities.retain(|other| other.uid() != uid(id));
        self
    }

    pub(crate) fn request(&self) -> Request {
        let pairs = self
            .context
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()));
        let action = uid(&format!("Action::\"{}\"", self.action));
        let context = Context::from_pairs(pairs).unwrap();
        Request::new(
            uid("Person::\"kim\""),
            action,
            uid("Weapon::\"hero_one\""),
            context,
            None,
        )
        .unwrap()
    }

    pub(crate) fn entities(&self) -> Entities {
        Entities::from_entities(self.entities.clone(), None).unwrap()
    }
}
