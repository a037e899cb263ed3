//! A small set on which the laws are tried.

use std::collections::{BTreeMap, BTreeSet};

use custody::{
    derive,
    id::{IncidentId, LotId, PersonId, SceneId, WeaponId},
    input::{
        Ask, Input, What, With,
        intake::{Features, Origin, Parts},
    },
    laws::{self, LawBreak},
    names::{Lender, Role, RoundClass, Scope, Tier, WeaponClass},
    rounds::Account,
    state::{Check, Concern, Contents, Custodian, Incident, Lot, Person, Scene, State, Weapon},
};
use jiff::{Timestamp, civil::date};
use serde_json::Value;

/// When every ask of these tests is made.
pub const NOW: &str = "2026-03-02T16:00:00Z";

/// Everybody on the set, with the roles they hold.
const PEOPLE: &[(&str, &[Role])] = &[
    ("arms", &[Role::Armorer]),
    ("props", &[Role::AssistantPropertyMaster]),
    ("ad", &[Role::FirstAd]),
    ("advisor", &[Role::SafetyAdvisor]),
    ("money", &[Role::Producer, Role::FirstAd]),
    ("lead", &[Role::Performer]),
    ("second", &[Role::Performer]),
    ("truck", &[Role::Carrier]),
];

/// Two revolvers, a rifle with a carrier, a rubber twin; blanks and dummies; scene 12.
pub fn set() -> State {
    let mut state = State::default();
    for (id, roles) in PEOPLE {
        let person = Person {
            roles: roles.iter().copied().collect(),
            present: true,
            ..Person::default()
        };
        state.people.insert(id.parse().unwrap(), person);
    }
    let arms = || Custodian::Handler("arms".parse().unwrap());
    let weapons = [
        ("h1", WeaponClass::Firearm, arms()),
        ("h2", WeaponClass::Firearm, Custodian::Safe),
        ("r1", WeaponClass::Firearm, Custodian::Carrier),
        ("b1", WeaponClass::Rubber, Custodian::Safe),
    ];
    for (id, class, custodian) in weapons {
        let id: WeaponId = id.parse().unwrap();
        state.weapons.insert(id, weapon(class, custodian));
    }
    lots(&mut state);
    let scene = Scene {
        set_ups: ["12", "12b"].map(|id| id.parse().unwrap()).into(),
        ..Scene::default()
    };
    let id: SceneId = "12".parse().unwrap();
    state.scenes.insert(id.clone(), scene);
    for set_up in ["12", "12b"] {
        state.set_ups.insert(set_up.parse().unwrap(), id.clone());
    }
    incident(&mut state, "incident-1", Scope::Scene);
    incident(&mut state, "incident-2", Scope::Production);
    let concern = Concern {
        about: "the wind".to_owned(),
        since: now(),
        raised: 1,
        owner: None,
        answer: None,
    };
    state.concerns.insert("concern-1".parse().unwrap(), concern);
    state.unit.last = Some(now());
    state
}

/// Ten quarter loads: seven in the safe, three with the armorer. Six dummies in the safe.
fn lots(state: &mut State) {
    let lots = [
        ("quarter", RoundClass::BlankQuarter, 7, "safe"),
        ("quarter", RoundClass::BlankQuarter, 3, "person:arms"),
        ("dummies", RoundClass::Dummy, 6, "safe"),
    ];
    for (id, class, rounds, account) in lots {
        let id: LotId = id.parse().unwrap();
        let into: Account = account.parse().unwrap();
        state.rounds.deliver(id.clone(), rounds, &into).unwrap();
        state.lots.insert(id, lot(class));
    }
}

fn lot(class: RoundClass) -> Lot {
    Lot {
        parts: Parts::default(),
        origin: Origin::default(),
        class,
        accepted: true,
        approved_for: None,
        quarantined: false,
        tested: false,
        methods: BTreeSet::new(),
        from_live: false,
        parent: None,
        unattended: false,
        mixed: false,
        rounds: 0,
    }
}

fn weapon(class: WeaponClass, custodian: Custodian) -> Weapon {
    let features = Features {
        said_to_be: Some(class),
        positions: (class == WeaponClass::Firearm).then_some(6),
        ..Features::default()
    };
    let (tier, class) = derive::weapon(&features);
    let contents = if tier == Tier::A {
        Contents::Empty
    } else {
        Contents::NotApplicable
    };
    Weapon {
        features,
        tier,
        class,
        lender: Lender::RentalHouse,
        why_live_capable: None,
        accepted: true,
        quarantined: false,
        custodian,
        bearer: None,
        watched: true,
        check: Check::None,
        contents,
        bore_seen: true,
        shown_to: BTreeSet::new(),
        show_asked_by: BTreeSet::new(),
        issue: None,
        hold: None,
        stoppages: 0,
        preserved_by: BTreeSet::new(),
        stood_down_by: BTreeSet::new(),
        sequence: None,
        test_fired: None,
        tested_before: BTreeSet::new(),
        back_unchecked: false,
        back_unannounced: false,
        announced: false,
        loaded_at: None,
        seal: None,
        documents: BTreeMap::new(),
        fitted: BTreeSet::new(),
        fouled: false,
        kit: BTreeSet::new(),
        kit_out: BTreeSet::new(),
        loan: None,
    }
}

/// An incident in which the lead acted.
fn incident(state: &mut State, id: &str, scope: Scope) {
    let id: IncidentId = id.parse().unwrap();
    let incident = Incident {
        cause: "discharge".to_owned(),
        since: now(),
        weapon: None,
        scene: None,
        lot: None,
        stand_down: Some(scope),
        acted: ["lead".parse().unwrap()].into(),
        clocks: Vec::new(),
        touched: Vec::new(),
        closed: None,
    };
    state.incidents.insert(id, incident);
}

pub fn now() -> Timestamp {
    NOW.parse().unwrap()
}

pub fn person(id: &str) -> PersonId {
    id.parse().unwrap()
}

pub fn weapon_mut<'a>(state: &'a mut State, id: &str) -> &'a mut Weapon {
    let id: WeaponId = id.parse().unwrap();
    state.weapons.get_mut(&id).unwrap()
}

/// An ask as a timeline writes it: `by` and `with` beside the body. Without `by`, the armorer asks.
pub fn input(mut line: Value) -> Input {
    let fields = line.as_object_mut().unwrap();
    let by = fields.remove("by").unwrap_or("arms".into());
    let with = fields
        .remove("with")
        .unwrap_or_else(|| Value::Array(Vec::new()));
    let with: Vec<With> = serde_json::from_value(with).unwrap();
    let ask: Ask = serde_json::from_value(line).unwrap();
    Input {
        at: now(),
        date: date(2026, 3, 2),
        by: by.as_str().map(person),
        with,
        what: What::Ask(ask),
    }
}

/// The laws in the way of one row.
pub fn row(state: &State, line: Value, row: usize) -> Vec<LawBreak> {
    laws::in_the_way(state, &input(line), row)
}

/// The laws in the way of an ask with one row, as law and sentence.
pub fn says(state: &State, line: Value) -> Vec<String> {
    told(row(state, line, 0))
}

pub fn told(breaks: Vec<LawBreak>) -> Vec<String> {
    let told = breaks.into_iter().inspect(told_by_its_law);
    told.map(|b| format!("law-{}: {}", b.law, b.says)).collect()
}

fn told_by_its_law(broken: &LawBreak) {
    for said in [&broken.says, &broken.remedy] {
        let (sentence, _) = laws::said::recognise(said.as_str()).unwrap();
        assert_eq!(sentence.law(), Some(broken.law), "{said}");
    }
}

/// Nothing in the way.
pub const GO: [&str; 0] = [];
