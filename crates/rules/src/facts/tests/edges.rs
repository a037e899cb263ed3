//! Facts at their edges, which no dice hit: against the slow derivation, each on a state of its own.

use custody::{
    input::intake::Parts,
    names::Role,
    state::{Check, Contents, Custodian, State},
};

use super::super::Case;
use super::compare::{all_asked, compare};
use super::sample::{DATE, NOW, input, state};

/// Makes the state of the sample lie on an edge.
type Edge = fn(&mut State);

/// When a scene of the sample came to its end.
const ENDED: &str = "2026-03-02T10:00:00Z";

fn seen(state: &mut State, weapon: &str, at: &str) {
    let weapon = state.weapons.get_mut(&weapon.parse().unwrap()).unwrap();
    match &mut weapon.check {
        Check::Holds { since, .. } | Check::Void { since, .. } => *since = at.parse().unwrap(),
        Check::None => panic!("it was never checked"),
    }
}

/// Everybody named holds a paper, until the day.
fn certified(state: &mut State, people: &[&str], last: &str) {
    let paper = state.people[&"armorer".parse().unwrap()].papers["csatf_s"].clone();
    for id in people {
        let person = state.people.get_mut(&id.parse().unwrap()).unwrap();
        let mut paper = paper.clone();
        paper.expires = Some(last.parse().unwrap());
        person.papers.insert("csatf_s".to_owned(), paper);
    }
}

fn performed(state: &mut State, at: &str) {
    let scene = state.scenes.get_mut(&"12".parse().unwrap()).unwrap();
    scene.performed = Some(at.parse().unwrap());
}

fn counted(state: &mut State, at: &str) {
    let stores = state.unit.counted.values_mut();
    stores.for_each(|since| *since = at.parse().unwrap());
    state
        .unit
        .counted
        .insert("safe".into(), at.parse().unwrap());
}

fn consent(state: &mut State, last: &str) {
    let kid = state.people.get_mut(&"kid".parse().unwrap()).unwrap();
    let mut consents = kid.consents.values_mut();
    consents.next().unwrap().expires = Some(last.parse().unwrap());
}

fn due(state: &mut State, at: &str) {
    for incident in state.incidents.values_mut() {
        for clock in &mut incident.clocks {
            clock.due = at.parse().unwrap();
        }
    }
}

pub(super) const EDGES: &[(&str, Edge)] = &[
    ("nobody opened the day", |state| state.unit.day = None),
    ("checked less than half a day back, no day", |state| {
        state.unit.day = None;
        seen(state, "h1", "2026-03-01T22:30:31Z");
    }),
    ("checked half a day back, no day", |state| {
        state.unit.day = None;
        seen(state, "h1", "2026-03-01T22:30:30Z");
    }),
    ("counted as the take ended", |state| {
        performed(state, ENDED);
        counted(state, ENDED);
    }),
    ("counted before the take ended", |state| {
        performed(state, ENDED);
        counted(state, "2026-03-02T09:59:59Z");
    }),
    ("counted as the day was opened", |state| {
        let opened = state.unit.day.as_ref().unwrap().since;
        counted(state, &opened.to_string());
    }),
    ("counted days ago", |state| {
        counted(state, "2026-02-26T10:30:30Z")
    }),
    ("a paper ends today", |state| {
        certified(state, &["lead", "grip", "kid", "second", "guard"], DATE);
    }),
    ("a paper ended yesterday", |state| {
        certified(
            state,
            &["lead", "grip", "kid", "second", "guard"],
            "2026-03-01",
        );
    }),
    ("one of those inside lacks the paper", |state| {
        certified(state, &["lead", "grip", "second"], "2026-04-01");
    }),
    ("a consent ends today", |state| consent(state, DATE)),
    ("a consent ended yesterday", |state| {
        consent(state, "2026-03-01")
    }),
    ("the unit is stopped", |state| state.unit.stopped = true),
    ("a scene is stopped", |state| {
        let scene = state.scenes.get_mut(&"14".parse().unwrap()).unwrap();
        scene.stopped = true;
    }),
    ("the unit is stood down", |state| {
        let incident = state.incidents.keys().next().unwrap().clone();
        state.unit.stood_down.insert(incident);
    }),
    ("a scene is stood down", |state| {
        let incident = state.incidents.keys().next().unwrap().clone();
        let scene = state.scenes.get_mut(&"14".parse().unwrap()).unwrap();
        scene.stood_down_by.insert(incident);
    }),
    ("a deadline ends now", |state| due(state, NOW)),
    ("a deadline has passed", |state| {
        due(state, "2026-03-02T10:30:29Z")
    }),
    ("a kit is apart from its weapon", |state| {
        let weapon = state.weapons.get_mut(&"r1".parse().unwrap()).unwrap();
        weapon.custodian = Custodian::Safe;
        weapon.kit_out.insert("holster".to_owned());
    }),
    ("one device of the lot was fired", |state| {
        state.device_lots_fired.insert("caps".parse().unwrap());
    }),
    ("a driver has a weapon", |state| {
        let grip = state.people.get_mut(&"grip".parse().unwrap()).unwrap();
        grip.has.insert("b1".parse().unwrap());
    }),
    ("a weapon is with another bearer", |state| {
        let weapon = state.weapons.get_mut(&"h1".parse().unwrap()).unwrap();
        weapon.bearer = Some("second".parse().unwrap());
    }),
    ("a weapon is with another handler", |state| {
        let weapon = state.weapons.get_mut(&"h1".parse().unwrap()).unwrap();
        weapon.custodian = Custodian::Handler("assistant".parse().unwrap());
    }),
    ("dummies are held over", |state| {
        let dummies = state.lots[&"dummies".parse().unwrap()].class;
        let weapon = state.weapons.get_mut(&"h1".parse().unwrap()).unwrap();
        if let Contents::Loaded(rounds) = &mut weapon.contents {
            rounds.iter_mut().for_each(|round| round.class = dummies);
        }
        let scene = state.scenes.get_mut(&"14".parse().unwrap()).unwrap();
        scene.ended = Some(NOW.parse().unwrap());
    }),
    ("the medic is a performer", |state| {
        let lead = state.people.get_mut(&"lead".parse().unwrap()).unwrap();
        lead.roles.insert(Role::Medic);
    }),
    ("a lot whose maker states nothing was tested", |state| {
        let lot = state.lots.get_mut(&"bare".parse().unwrap()).unwrap();
        lot.parts = Parts::default();
        lot.tested = true;
    }),
];

#[test]
fn every_fact_at_an_edge_is_what_the_slow_derivation_says() {
    let asked_of = all_asked();
    for (edge, lies_on) in EDGES {
        let mut state = state();
        lies_on(&mut state);
        let held = compare(&state, &asked_of);
        assert!(held > 4_000, "{edge}: only {held} facts were compared");
    }
}

#[test]
fn every_row_of_a_line_or_delivery_is_one_of_its_own() {
    let of = |line: &str| Case::rows(&input(line, NOW));
    for name in ["collect", "unload", "lock_away", "cleaned"] {
        let two = format!(r#"{{"report":"{name}","rows":[{{"weapon":"h1"}},{{"weapon":"b1"}}]}}"#);
        assert_eq!(of(&two), 2, "{name}");
    }
    for (line, rows) in [
        (
            r#"{"report":"put_down","on":"cart","rows":[{"weapon":"h1"},{"weapon":"b1"}]}"#,
            2,
        ),
        (
            r#"{"report":"shots_fired","shots":1,"rows":[{"weapon":"h1"},{"weapon":"h2"}]}"#,
            2,
        ),
        (
            r#"{"report":"delivery","weapons":[{"weapon":"w1","lender":"dealer"},{"weapon":"w2","lender":"dealer"}],"lots":[{"lot":"l1","rounds":1}]}"#,
            3,
        ),
        (r#"{"report":"delivery"}"#, 1),
        (
            r#"{"report":"breach","ask_body":{"ask":"issue","set_up":"14","rows":[{"weapon":"h1","bearer":"lead"},{"weapon":"h2","bearer":"lead"}]}}"#,
            2,
        ),
        (r#"{"report":"misfire","weapon":"h1"}"#, 1),
    ] {
        assert_eq!(of(line), rows, "{line}");
    }
}
