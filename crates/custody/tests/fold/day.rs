//! A day to try the fold on: two revolvers, a rubber twin, a sword, blanks, dummies, scene 12.

use custody::{
    answered::{Answered, Consequence, Effect},
    fold::Folded,
    id::{PersonId, SceneId, WeaponId},
    input::{Input, What},
    laws::LawBreak,
    names::{Role, RoundState, VoidWhy},
    rounds::Account,
    state::{Check, Contents, Custodian, Lot, Person, Scene, State, Weapon},
};
use jiff::{SignedDuration, Timestamp, civil::date};
use serde_json::{Value, json};

/// Everybody on the set, with the roles they hold.
const PEOPLE: &[(&str, &[Role])] = &[
    ("armorer", &[Role::Armorer]),
    ("assistant", &[Role::AssistantPropertyMaster]),
    ("first_ad", &[Role::FirstAd]),
    ("producer", &[Role::Producer]),
    ("lead", &[Role::Performer]),
    ("second", &[Role::Performer]),
    ("grip", &[Role::Crew]),
];

/// Every state of a round.
const STATES: [RoundState; 3] = [RoundState::Fresh, RoundState::Spent, RoundState::Dud];

/// A day, told line by line; a minute passes with each.
#[derive(Clone)]
pub struct Day {
    pub state: State,
    pub now: Timestamp,
}

impl Day {
    /// The people are there, nothing else.
    pub fn empty() -> Self {
        let mut state = State::default();
        for (id, roles) in PEOPLE {
            let person = Person {
                roles: roles.iter().copied().collect(),
                present: true,
                ..Person::default()
            };
            state.people.insert(id.parse().unwrap(), person);
        }
        let now = "2026-03-02T14:00:00Z".parse().unwrap();
        Self { state, now }
    }

    /// Two handlers on duty; everything delivered, accepted and in the safe; scene 12 planned.
    pub fn begun() -> Self {
        let mut day = Self::empty();
        day.tell(json!({"by": "armorer", "ask": "take_duty"}));
        day.tell(json!({"by": "assistant", "ask": "take_duty"}));
        day.tell(json!({"by": "armorer", "report": "delivery",
            "weapons": [
                {"weapon": "h1", "features": {"said_to_be": "firearm", "positions": 3}},
                {"weapon": "h2", "features": {"said_to_be": "firearm", "positions": 3}},
                {"weapon": "b1", "features": {"said_to_be": "rubber", "twin": "h1"}},
                {"weapon": "k1", "features": {"said_to_be": "edged"}}],
            "lots": [
                {"lot": "quarter", "rounds": 20, "origin": {"maker": "cartridge_house"},
                 "parts": {"primer": true, "propellant": true, "projectile": false,
                           "load": "blank_quarter"}},
                {"lot": "dummies", "rounds": 10, "origin": {"maker": "cartridge_house"},
                 "parts": {"primer": false, "propellant": false, "projectile": true}}]}));
        for weapon in ["h1", "h2", "b1", "k1"] {
            day.tell(json!({"by": "armorer", "ask": "accept_weapon", "weapon": weapon}));
        }
        for lot in ["quarter", "dummies"] {
            day.tell(json!({"by": "armorer", "ask": "accept_lot", "lot": lot}));
            day.tell(
                json!({"by": "armorer", "ask": "transfer", "lot": lot, "rounds": 6,
                "from": "safe", "to": "person:armorer"}),
            );
        }
        day.tell(json!({"by": "first_ad", "ask": "plan_scene", "scene": "12",
            "weapons": ["h1", "b1"]}));
        day
    }

    /// A weapon checked out and checked.
    pub fn checked(weapon: &str) -> Self {
        let mut day = Self::begun();
        day.tell(json!({"by": "armorer", "ask": "check_out", "weapon": weapon}));
        day.check(weapon);
        day
    }

    /// The revolver h1 with so many quarter loads in it, shown, announced, in the lead's hand.
    pub fn issued(blanks: u16) -> Self {
        let mut day = Self::checked("h1");
        if blanks > 0 {
            day.load("quarter", blanks);
        }
        day.tell(json!({"by": "armorer", "ask": "show", "weapon": "h1", "to": ["lead"]}));
        day.tell(json!({"by": "armorer", "ask": "announce", "weapon": "h1"}));
        day.issue();
        day
    }

    /// The same, cleared to fire so many.
    pub fn cleared(blanks: u16) -> Self {
        let mut day = Self::issued(blanks);
        day.tell(
            json!({"by": "first_ad", "ask": "begin_activity", "set_up": "12",
            "activity": "take"}),
        );
        day.tell(json!({"by": "first_ad", "ask": "clear_zone", "set_up": "12", "inside": []}));
        day.tell(
            json!({"by": "first_ad", "ask": "clear_to_fire", "weapon": "h1",
            "set_up": "12", "shots": blanks}),
        );
        day
    }

    /// Everything was seen, and seen empty, before the first AD.
    pub fn check(&mut self, weapon: &str) {
        self.tell(json!({"by": "armorer", "ask": "check", "weapon": weapon,
            "positions": ["empty", "empty", "empty"], "bore": "empty", "magazine": "empty",
            "with": [{"person": "first_ad", "as": "witness"}]}));
    }

    /// Loads h1 from position 1.
    pub fn load(&mut self, lot: &str, rounds: u16) {
        let rounds: Vec<Value> = (1..=rounds)
            .map(|position| json!({"position": position, "lot": lot}))
            .collect();
        self.tell(
            json!({"by": "armorer", "ask": "load", "weapon": "h1", "set_up": "12",
            "rounds": rounds}),
        );
    }

    pub fn issue(&mut self) {
        self.tell(
            json!({"by": "armorer", "ask": "issue", "weapon": "h1", "bearer": "lead",
            "set_up": "12"}),
        );
    }

    /// An ask with all its rows answered go, or a report; it must fold.
    pub fn tell(&mut self, line: Value) -> Folded {
        self.follows(line, &[])
    }

    /// The same, with what rules added.
    pub fn follows(&mut self, line: Value, effects: &[Effect]) -> Folded {
        let told = line.to_string();
        let folded = self.fold(line, effects.iter().cloned().map(consequence).collect());
        folded.unwrap_or_else(|breaks| panic!("{told}: {breaks:?}"))
    }

    /// An ask with all its rows answered go, or a report; a law may be in the way.
    pub fn fold(
        &mut self,
        line: Value,
        consequences: Vec<Consequence>,
    ) -> Result<Folded, Vec<LawBreak>> {
        let answered = Answered {
            consequences,
            ..self.answered(line, &[true; 8])
        };
        self.state.fold(&answered)
    }

    /// An ask whose rows were answered one by one.
    pub fn answer(&mut self, line: Value, rows: &[bool]) -> Result<Folded, Vec<LawBreak>> {
        let answered = self.answered(line, rows);
        self.state.fold(&answered)
    }

    fn answered(&mut self, mut line: Value, rows: &[bool]) -> Answered {
        self.now += SignedDuration::from_mins(1);
        let fields = line.as_object_mut().unwrap();
        let by = fields.remove("by");
        let with = fields.remove("with").unwrap_or_else(|| json!([]));
        let what: What = serde_json::from_value(line).unwrap();
        let asked = match &what {
            What::Ask(ask) => rows.len().min(custody::laws::rows(ask)),
            What::Report(_) => 0,
        };
        Answered {
            input: Input {
                at: self.now,
                date: date(2026, 3, 2),
                by: by.map(|by| serde_json::from_value(by).unwrap()),
                with: serde_json::from_value(with).unwrap(),
                what,
            },
            rows: rows[..asked].to_vec(),
            consequences: Vec::new(),
        }
    }

    pub fn weapon(&self, id: &str) -> &Weapon {
        &self.state.weapons[&id.parse::<WeaponId>().unwrap()]
    }

    pub fn scene(&self) -> &Scene {
        &self.state.scenes[&"12".parse::<SceneId>().unwrap()]
    }

    pub fn person(&self, id: &str) -> &Person {
        &self.state.people[&id.parse::<PersonId>().unwrap()]
    }

    pub fn lot(&self, id: &str) -> &Lot {
        &self.state.lots[&id.parse().unwrap()]
    }

    /// `[fresh, spent, dud]` of a lot in an account.
    pub fn rounds(&self, lot: &str, account: &str) -> [u32; 3] {
        let account: Account = account.parse().unwrap();
        let lot = lot.parse().unwrap();
        STATES.map(|state| self.state.rounds.there(&account, &lot, state))
    }

    /// How the check of a weapon stands: `none`, `holds`, or why it is void.
    pub fn check_of(&self, weapon: &str) -> &'static str {
        match &self.weapon(weapon).check {
            Check::None => "none",
            Check::Holds { .. } => "holds",
            Check::Void { why, .. } => why.as_str(),
        }
    }

    /// The check is void for that reason, and nothing is proven of the revolver any longer.
    #[track_caller]
    pub fn is_void(&self, weapon: &str, why: VoidWhy) {
        assert_eq!(self.check_of(weapon), why.as_str());
        let weapon = self.weapon(weapon);
        assert!(matches!(
            weapon.contents,
            Contents::Unknown | Contents::NotApplicable
        ));
        assert!(weapon.shown_to.is_empty());
        assert!(!weapon.announced);
    }
}

pub fn consequence(effect: Effect) -> Consequence {
    Consequence {
        rule: "RULE-1".to_owned(),
        effect,
    }
}

pub fn handler(id: &str) -> Custodian {
    Custodian::Handler(id.parse().unwrap())
}

pub fn people(ids: &[&str]) -> std::collections::BTreeSet<PersonId> {
    ids.iter().map(|id| id.parse().unwrap()).collect()
}
