//! Where each round is: accounts in double entry. A lot's sum never changes.

use std::{borrow::Cow, collections::BTreeMap, fmt, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::{
    id::{LotId, PersonId, WeaponId},
    names::RoundState,
};

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

/// Rounds of one lot in one state.
pub type Kept = (LotId, RoundState);

/// All accounts of a unit, with what is in each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Accounts {
    #[serde(with = "crate::state::pairs")]
    held: BTreeMap<Account, BTreeMap<LotId, [u32; 3]>>,
}

/// Why rounds could not be moved. Nothing was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotThere {
    /// The account that was to be drawn on.
    pub account: Account,
    /// How many are there.
    pub there: u32,
    /// How many were asked for.
    pub asked: u32,
}

impl Accounts {
    /// How many rounds of a lot, in a state, are in an account.
    pub fn there(&self, account: &Account, lot: &LotId, state: RoundState) -> u32 {
        let lots = self.held.get(account);
        lots.and_then(|lots| lots.get(lot))
            .map_or(0, |by_state| by_state[state as usize])
    }

    /// Moves rounds: out of one account, into another, equal and opposite.
    pub fn transfer(
        &mut self,
        (lot, state): Kept,
        rounds: u32,
        (from, to): (&Account, &Account),
    ) -> Result<(), NotThere> {
        let there = self.there(from, &lot, state);
        let left = there.checked_sub(rounds);
        let Some(left) = left else {
            return Err(NotThere {
                account: from.clone(),
                there,
                asked: rounds,
            });
        };
        if rounds == 0 || from == to {
            return Ok(());
        }
        let arrived = self.there(to, &lot, state).checked_add(rounds);
        let Some(arrived) = arrived else {
            return Err(NotThere {
                account: to.clone(),
                there: u32::MAX,
                asked: rounds,
            });
        };
        self.set(from, (lot.clone(), state), left);
        self.set(to, (lot, state), arrived);
        Ok(())
    }

    /// Books rounds that come from outside: the only way a lot's sum is made.
    pub fn deliver(&mut self, lot: LotId, rounds: u32, into: &Account) -> Result<(), NotThere> {
        let kept = (lot, RoundState::Fresh);
        let there = self.there(into, &kept.0, kept.1);
        match there.checked_add(rounds) {
            Some(sum) => {
                self.set(into, kept, sum);
                Ok(())
            }
            None => Err(NotThere {
                account: into.clone(),
                there,
                asked: rounds,
            }),
        }
    }

    /// Turns rounds in an account from one state into another: fired, or found a dud.
    pub fn turn(
        &mut self,
        lot: &LotId,
        rounds: u32,
        account: &Account,
        (from, to): (RoundState, RoundState),
    ) -> Result<(), NotThere> {
        let there = self.there(account, lot, from);
        let Some(left) = there.checked_sub(rounds) else {
            return Err(NotThere {
                account: account.clone(),
                there,
                asked: rounds,
            });
        };
        let turned = self.there(account, lot, to).saturating_add(rounds);
        self.set(account, (lot.clone(), from), left);
        self.set(account, (lot.clone(), to), turned);
        Ok(())
    }

    /// What is in an account.
    pub fn inside(&self, account: &Account) -> impl Iterator<Item = (&LotId, RoundState, u32)> {
        let lots = self.held.get(account).into_iter().flatten();
        lots.flat_map(|(lot, by_state)| {
            let all = RoundState::ALL.iter();
            all.map(move |state| (lot, *state, by_state[*state as usize]))
                .filter(|(_, _, rounds)| *rounds > 0)
        })
    }

    /// All accounts with what is in each.
    pub fn all(&self) -> impl Iterator<Item = (&Account, &LotId, RoundState, u32)> {
        self.held.keys().flat_map(|account| {
            self.inside(account)
                .map(move |(lot, state, n)| (account, lot, state, n))
        })
    }

    /// Sum of a lot over all accounts and states.
    pub fn sum(&self, lot: &LotId) -> u64 {
        let lots = self.held.values().filter_map(|lots| lots.get(lot));
        lots.flatten().map(|n| u64::from(*n)).sum()
    }

    fn set(&mut self, account: &Account, (lot, state): Kept, rounds: u32) {
        let lots = self.held.entry(account.clone()).or_default();
        let by_state = lots.entry(lot.clone()).or_default();
        by_state[state as usize] = rounds;
        if by_state.iter().all(|n| *n == 0) {
            lots.remove(&lot);
        }
        if lots.is_empty() {
            self.held.remove(account);
        }
    }
}
