//! Where each round is: accounts in double entry. A lot's sum never changes.

use std::{borrow::Cow, fmt, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

mod ledger;

pub use ledger::*;

use crate::id::{PersonId, WeaponId};

/// An account of rounds, written `kind` or `kind:id`, as `safe`, `belt:b1`, `person:armorer`,
/// `weapon_position:h1:3`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Account {
    /// A safe; without a name, the unit's.
    Safe(Option<String>),
    /// A closed container.
    Container(String),
    /// A belt.
    Belt(String),
    /// A magazine.
    Magazine(String),
    /// A speed loader or clip.
    Loader(String),
    /// A position of a weapon, from 1.
    WeaponPosition(WeaponId, u16),
    /// In a person's hands.
    Person(PersonId),
    /// On the ground: ejected, until counted.
    Ground,
    /// With the police.
    Police,
    /// Back with the supplier.
    Returned,
    /// Destroyed.
    Destroyed,
    /// Missing.
    Missing,
    /// Outside the unit: where deliveries come from.
    Outside,
}

/// A text that is no account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnAccount(String);

impl fmt::Display for NotAnAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is not an account: use safe, container:ID, belt:ID, magazine:ID, loader:ID, \
             weapon_position:WEAPON:N, person:ID, ground, police, returned, destroyed, missing or \
             outside",
            self.0
        )
    }
}

impl std::error::Error for NotAnAccount {}

impl Account {
    /// The kind, by its machine name.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Safe(_) => "safe",
            Self::Container(_) => "container",
            Self::Belt(_) => "belt",
            Self::Magazine(_) => "magazine",
            Self::Loader(_) => "loader",
            Self::WeaponPosition(..) => "weapon_position",
            Self::Person(_) => "person",
            Self::Ground => "ground",
            Self::Police => "police",
            Self::Returned => "returned",
            Self::Destroyed => "destroyed",
            Self::Missing => "missing",
            Self::Outside => "outside",
        }
    }

    /// Whether a wrapped day may leave rounds here.
    pub const fn at_rest(&self) -> bool {
        matches!(
            self,
            Self::Safe(_)
                | Self::Container(_)
                | Self::Returned
                | Self::Destroyed
                | Self::Police
                | Self::Outside
        )
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Safe(Some(id))
            | Self::Container(id)
            | Self::Belt(id)
            | Self::Magazine(id)
            | Self::Loader(id) => write!(f, "{}:{id}", self.kind()),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::WeaponPosition(weapon, n) => write!(f, "weapon_position:{weapon}:{n}"),
            _ => f.write_str(self.kind()),
        }
    }
}

impl FromStr for Account {
    type Err = NotAnAccount;

    fn from_str(text: &str) -> Result<Self, NotAnAccount> {
        let wrong = || NotAnAccount(text.chars().take(80).collect());
        let (kind, id) = match text.split_once(':') {
            Some((kind, id)) => (kind, Some(id)),
            None => (text, None),
        };
        let named = || {
            let id: Option<PersonId> = id.and_then(|id| id.parse().ok());
            id.map(String::from).ok_or_else(wrong)
        };
        let bare = |account| {
            if id.is_none() {
                Ok(account)
            } else {
                Err(wrong())
            }
        };
        match kind {
            "safe" if id.is_none() => Ok(Self::Safe(None)),
            "safe" => named().map(|id| Self::Safe(Some(id))),
            "container" => named().map(Self::Container),
            "belt" => named().map(Self::Belt),
            "magazine" => named().map(Self::Magazine),
            "loader" => named().map(Self::Loader),
            "person" => named()?.parse().map(Self::Person).map_err(|_| wrong()),
            "weapon_position" => {
                let (weapon, n) = id.and_then(|id| id.split_once(':')).ok_or_else(wrong)?;
                let weapon = weapon.parse().map_err(|_| wrong())?;
                Ok(Self::WeaponPosition(
                    weapon,
                    n.parse().map_err(|_| wrong())?,
                ))
            }
            "ground" => bare(Self::Ground),
            "police" => bare(Self::Police),
            "returned" => bare(Self::Returned),
            "destroyed" => bare(Self::Destroyed),
            "missing" => bare(Self::Missing),
            "outside" => bare(Self::Outside),
            _ => Err(wrong()),
        }
    }
}

impl TryFrom<String> for Account {
    type Error = NotAnAccount;
    fn try_from(text: String) -> Result<Self, NotAnAccount> {
        text.parse()
    }
}

impl From<Account> for String {
    fn from(account: Account) -> String {
        account.to_string()
    }
}

impl JsonSchema for Account {
    fn schema_name() -> Cow<'static, str> {
        "Account".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "kind or kind:id, as safe, belt:b1, person:armorer, weapon_position:h1:3",
            "pattern": "^(safe|container|belt|magazine|loader|weapon_position|person|ground|police|returned|destroyed|missing|outside)(:.+)?$"
        })
    }
}
