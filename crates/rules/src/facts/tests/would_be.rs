//! What an ask or delivery would make of a weapon, lot or scene is what rules read of it.

use serde_json::{Value, json};

use super::super::{Asked, Case, Wanted, asked};
use super::sample::{NOW, input, state};

/// Facts of a thing, as one row of an ask or report has them.
fn facts(line: &str, row: usize, (kind, id): (&str, &str)) -> Value {
    let (state, input) = (state(), input(line, NOW));
    let case = Case::new(&state, &input, row);
    let Asked { entities, .. } = asked(&case, &Wanted::everything(input.what.name())).unwrap();
    let uid = format!("{kind}::\"{id}\"").parse().unwrap();
    let entity = entities
        .get(&uid)
        .unwrap_or_else(|| panic!("no {id} for {line}"));
    entity.to_json_value().unwrap()["attrs"].clone()
}

#[test]
fn a_weapon_is_judged_as_it_would_be_accepted_or_fitted() {
    let accept = |features: &str| {
        let line = format!(
            r#"{{"ask":"accept_weapon","weapon":"new","features":{features},"why_live_capable":"no other"}}"#
        );
        facts(&line, 0, ("Weapon", "new"))
    };
    let blank = accept(
        r#"{"said_to_be":"blank_firing","drives_by_combustion":false,"live_capable":false}"#,
    );
    assert_eq!(blank["class"], "blank_firing");
    assert_eq!(blank["live_capable_explained"], true);
    assert_eq!(accept(r#"{"said_to_be":"edged"}"#)["tier"], "c");
    let plugged = r#"{"ask":"fit","weapon":"b1","part":"plug","features":{"trigger":true,"drives_by_combustion":true,"live_capable":true}}"#;
    let before = r#"{"ask":"end_hold","weapon":"b1"}"#;
    let tier = |line| facts(line, 0, ("Weapon", "b1"))["tier"].clone();
    assert_eq!((tier(before), tier(plugged)), (json!("b"), json!("a")));
}

#[test]
fn each_row_of_a_delivery_is_judged_as_it_came() {
    let line = r#"{"report":"delivery",
        "weapons":[{"weapon":"rubber","features":{"said_to_be":"rubber","trigger":false},"lender":"dealer"},{"weapon":"w9","lender":"private"}],
        "lots":[{"lot":"d9","rounds":3,"parts":{"primer":false,"case":true,"propellant":false,"projectile":true},"origin":{"maker":"maker-1"}},{"lot":"l9","rounds":3}]}"#;
    let of = |row, thing, fact: &str| facts(line, row, thing)[fact].clone();
    assert_eq!(of(0, ("Weapon", "rubber"), "class"), "rubber");
    assert_eq!(of(1, ("Weapon", "w9"), "class"), "firearm");
    assert_eq!(of(2, ("Lot", "d9"), "class"), "dummy");
    assert_eq!(of(3, ("Lot", "l9"), "class"), "unknown");
}

#[test]
fn a_lot_is_judged_as_it_would_be_made() {
    let made = |from: &str| {
        let line = format!(
            r#"{{"ask":"make_rounds","lot":"made","rounds":3,{from}"parts":{{"primer":false,"case":true,"propellant":false,"projectile":true}}}}"#
        );
        facts(&line, 0, ("Lot", "made"))["from_live"].clone()
    };
    assert_eq!(made(""), false);
    assert_eq!(made(r#""from":"quarters","#), false);
    assert_eq!(made(r#""from":"odd","#), true, "of an unknown class");
}

#[test]
fn a_scene_is_judged_as_it_would_be_planned() {
    let planned = |scene: &str, uses: &str| {
        let line = format!(
            r#"{{"ask":"plan_scene","scene":"{scene}","weapons":["knife"],"uses":["{uses}"]}}"#
        );
        facts(&line, 0, ("Scene", scene))["uses"].clone()
    };
    assert_eq!(planned("14", "contact"), json!(["contact"]));
    assert_eq!(planned("99", "rehearse"), json!(["rehearse"]));
    let measures = facts(
        r#"{"ask":"approve_mitigation","scene":"14","measures":["close_range_blank"]}"#,
        0,
        ("Scene", "14"),
    );
    let measures = measures["measures"].as_array().unwrap().clone();
    for measure in ["off_axis", "shield", "close_range_blank"] {
        assert!(measures.contains(&json!(measure)), "{measures:?}");
    }
}
