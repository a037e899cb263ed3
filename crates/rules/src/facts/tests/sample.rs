//! A day in full swing, and one ask or report of every name.

use std::collections::{BTreeMap, BTreeSet};

use custody::{
    answered::{Answered, Consequence, Effect},
    id::PersonId,
    input::{Input, What},
    names::{Role, Scope},
    state::{Person, State},
};
use serde_json::{Value, json};

/// The day of the sample.
pub(crate) const DATE: &str = "2026-03-02";
/// When everything is asked.
pub(crate) const NOW: &str = "2026-03-02T10:30:30Z";

/// Who is on record from the beginning.
const PEOPLE: &str = r#"{
  "armorer": ["armorer"], "assistant": ["assistant_property_master"], "first": ["first_ad"],
  "producer": ["producer", "production_manager"], "lead": ["performer"],
  "second": ["performer", "standing_in"], "kid": ["performer"], "guard": ["guardian"],
  "grip": ["crew"]
}"#;

/// What made the day, in the words of a timeline; all of it went.
const DAY: &[&str] = &[
    r#"{"ask":"set_place","place":"us/us-ca/us-ca-la","traits":["pilot"]}"#,
    r#"{"ask":"record_qualification","person":"armorer","paper":{"kind":"csatf_s","issued":"2025-01-10","expires":"2026-04-01","status_checked":"2026-02-28","classes":["firearm"]}}"#,
    r#"{"ask":"record_qualification","person":"assistant","paper":{"kind":"old_permit","expires":"2026-02-01"}}"#,
    r#"{"ask":"record_qualification","person":"grip","paper":{"kind":"court_order","standing":"barred"}}"#,
    r#"{"ask":"file_document","kind":"notice","topic":"police_notice","expires":"2026-03-09","states":["weapons_declared"]}"#,
    r#"{"ask":"assess_risk","covers":["hazards","controls"]}"#,
    r#"{"ask":"open_day"}"#,
    r#"{"ask":"take_duty","by":"armorer"}"#,
    r#"{"ask":"take_duty","by":"assistant"}"#,
    r#"{"ask":"take_duty","by":"grip","duty":"driving"}"#,
    r#"{"report":"delivery","weapons":[
        {"weapon":"h1","features":{"said_to_be":"firearm","drives_by_combustion":true,"live_capable":true,"positions":6,"serial_read":true,"twin":"b1","category":"h","needs":["blank_adaptor","plug"]},"lender":"rental_house","due_back":"2026-03-01"},
        {"weapon":"h2","features":{"said_to_be":"firearm","positions":6},"lender":"private"},
        {"weapon":"r1","features":{"said_to_be":"deactivated","deactivated_for":["us"],"marking":"removed"},"lender":"dealer"},
        {"weapon":"r2","features":{"said_to_be":"deactivated","deactivated_for":["hu"]},"lender":"dealer"},
        {"weapon":"b1","features":{"said_to_be":"rubber","trigger":false,"twin":"h1"},"lender":"production"},
        {"weapon":"knife","features":{"said_to_be":"edged","edge":"blunt"},"lender":"production"},
        {"weapon":"squib","features":{"said_to_be":"device","charge":true,"maker_paper":true,"device_lot":"caps"},"lender":"unknown"},
        {"weapon":"sword","features":{"said_to_be":"edged","edge":"blunt"},"lender":"production"},
        {"weapon":"new","features":{"said_to_be":"firearm","fire_control_altered":true},"lender":"federal_licensee"}],
      "lots":[
        {"lot":"quarters","rounds":30,"parts":{"primer":true,"case":true,"propellant":true,"projectile":false,"load":"blank_quarter"},"origin":{"maker":"maker-1","maker_licensed":true,"charge_mg":250,"dated":"2024-05-01","made_for":["h1"]}},
        {"lot":"dummies","rounds":12,"parts":{"primer":false,"case":true,"propellant":false,"projectile":true},"origin":{"maker":"maker-1"}},
        {"lot":"odd","rounds":5,"origin":{"left_over":true,"mixed":true}},
        {"lot":"unweighed","rounds":4,"parts":{"primer":true,"case":true,"propellant":true,"projectile":false,"load":"blank_quarter"},"origin":{"maker":"maker-1"}},
        {"lot":"unmarked","rounds":4,"parts":{"primer":true,"case":true,"propellant":true,"projectile":false,"load":"blank_half"}},
        {"lot":"bare","rounds":4,"origin":{"maker":"maker-2"}},
        {"lot":"powder","rounds":4,"parts":{"primer":false,"case":false,"propellant":true,"projectile":false},"origin":{"maker":"maker-2","charge_mg":500}},
        {"lot":"caps","rounds":4,"parts":{"primer":true,"propellant":true},"origin":{"maker":"maker-2","home_made":true,"from_live":true}}]}"#,
    r#"{"ask":"accept_weapon","weapon":"h1","why_live_capable":"no blank-only copy exists","kit":["holster"]}"#,
    r#"{"ask":"fit","weapon":"h1","part":"blank_adaptor"}"#,
    r#"{"ask":"file_document","kind":"authorisation","topic":"transport","weapon":"r1","expires":"2026-03-02"}"#,
    r#"{"ask":"file_document","kind":"authorisation","topic":"transport_ended","expires":"2026-03-01"}"#,
    r#"{"ask":"accept_weapon","weapon":"h2"}"#,
    r#"{"ask":"accept_weapon","weapon":"r1"}"#,
    r#"{"ask":"accept_weapon","weapon":"b1"}"#,
    r#"{"ask":"accept_weapon","weapon":"knife"}"#,
    r#"{"ask":"accept_weapon","weapon":"squib"}"#,
    r#"{"ask":"accept_lot","lot":"quarters","approved_for":["h1"]}"#,
    r#"{"ask":"accept_lot","lot":"dummies"}"#,
    r#"{"ask":"plan_scene","scene":"12","weapons":["h1","knife"],"classes":["rubber"],"uses":["rehearse","contact"],"load":[{"weapon":"h1","class":"dummy","rounds":6}],"at_person":"no","public":"no","public_property":"no","confined":"no","held_between_takes":true,"purpose":"filming"}"#,
    r#"{"ask":"plan_scene","scene":"16","classes":["firearm"],"uses":["rehearse"]}"#,
    r#"{"ask":"plan_scene","scene":"14","weapons":["h1","h2","r2"],"uses":["fire"],"load":[{"weapon":"h1","class":"blank_quarter","rounds":2,"most_mg":249},{"weapon":"h2","class":"blank_quarter","rounds":1,"most_mg":250}],"shots":2,"at_person":"yes","toward_crew":"no","choreography":"2","presences":["medic","csatf_s","performer"],"handlers":3,"least_distance_cm":600,"inside":[{"person":"lead","least_cm":0,"in_line":true,"protection":["ears"]},{"person":"grip","least_cm":300,"protection":["ears","eyes","shield"]}],"public":"yes"}"#,
    r#"{"ask":"set_place","scene":"14","place":"us/us-nm"}"#,
    r#"{"ask":"file_document","kind":"permit","topic":"scene_permit","scene":"14"}"#,
    r#"{"ask":"assess_risk","scene":"14","covers":["activity","hazards"]}"#,
    r#"{"ask":"approve_mitigation","scene":"14","measures":["off_axis","shield"]}"#,
    r#"{"ask":"approve_mitigation","scene":"12"}"#,
    r#"{"ask":"publish_schedule","scenes":["12","14"],"bulletins_attached":true}"#,
    r#"{"ask":"hold_meeting","scenes":["14"],"present":["lead","first","armorer"],"on_site":true}"#,
    r#"{"ask":"acknowledge","what":"bulletin_2","by":"lead"}"#,
    r#"{"ask":"acknowledge","what":"choreography","revision":"2","scene":"14","by":"assistant"}"#,
    r#"{"ask":"acknowledge","what":"minor_place","scene":"14","by":"guard"}"#,
    r#"{"ask":"record_training","person":"lead","weapons":["h1"]}"#,
    r#"{"ask":"record_training","person":"grip","classes":["firearm"]}"#,
    r#"{"ask":"record_consent","person":"kid","to":"be_near_weapons","written":true,"by":"guard"}"#,
    r#"{"ask":"record_consent","person":"lead","to":"handle_weapons","by":"lead"}"#,
    r#"{"ask":"check_out","weapon":"h1","by":"armorer"}"#,
    r#"{"ask":"check_out","weapon":"h2","by":"assistant"}"#,
    r#"{"ask":"check_out","weapon":"knife","by":"assistant"}"#,
    r#"{"report":"lock_away","weapon":"knife","by":"assistant"}"#,
    r#"{"ask":"accept_weapon","weapon":"sword"}"#,
    r#"{"ask":"check_out","weapon":"sword","by":"assistant"}"#,
    r#"{"ask":"check","weapon":"sword","edge":"blunt","fixing_firm":true,"by":"assistant"}"#,
    r#"{"ask":"check_out","weapon":"b1","by":"armorer"}"#,
    r#"{"ask":"transfer","lot":"quarters","rounds":6,"from":"safe","to":"person:armorer"}"#,
    r#"{"ask":"transfer","lot":"dummies","rounds":2,"from":"safe","to":"belt:b"}"#,
    r#"{"ask":"check","weapon":"h1","positions":["empty","empty","empty","empty","empty","empty"],"bore":"empty","magazine":"empty","by":"armorer"}"#,
    r#"{"ask":"check","weapon":"b1","tag_read":true,"inert_seen":true,"twin_ruled_out":true,"by":"armorer"}"#,
    r#"{"ask":"issue","weapon":"b1","bearer":"second","set_up":"12","by":"armorer"}"#,
    r#"{"ask":"begin_activity","set_up":"12","activity":"take","by":"first"}"#,
    r#"{"report":"end","set_up":"12","by":"first"}"#,
    r#"{"report":"collect","weapon":"b1","by":"armorer"}"#,
    r#"{"ask":"count","counted":[{"lot":"quarters","account":"person:armorer","rounds":6}],"by":"assistant"}"#,
    r#"{"ask":"test_fire","weapon":"h2","by":"assistant"}"#,
    r#"{"ask":"check","weapon":"h2","positions":["empty","empty","empty","empty","empty","empty"],"bore":"empty","magazine":"empty","by":"assistant"}"#,
    r#"{"ask":"load","weapon":"h1","set_up":"14","rounds":[{"position":1,"lot":"quarters"},{"position":2,"lot":"quarters"}],"by":"armorer"}"#,
    r#"{"ask":"show","weapon":"h1","to":["lead","second"],"by":"armorer"}"#,
    r#"{"ask":"announce","weapon":"h1","by":"first"}"#,
    r#"{"ask":"issue","weapon":"h1","bearer":"lead","set_up":"14","watched_by":"assistant","by":"armorer"}"#,
    r#"{"ask":"clear_zone","set_up":"14","inside":[{"person":"lead","distance_cm":0,"protection":["ears"],"confirmed":true},{"person":"grip","distance_cm":250,"in_line":true,"off_line_degrees":25,"protection":["ears"]},{"person":"kid","distance_cm":700}],"lookout":"guard","by":"first"}"#,
    r#"{"report":"misfire","weapon":"h2","by":"assistant"}"#,
    r#"{"report":"unattended","lot":"dummies","by":"grip"}"#,
    r#"{"report":"missing","weapon":"knife","how":"not in its tray","by":"assistant"}"#,
    r#"{"report":"concern","about":"heat","by":"grip"}"#,
    r#"{"report":"concern","about":"dust","by":"grip"}"#,
    r#"{"ask":"acknowledge","what":"concern","concern":"concern-2","by":"producer"}"#,
    r#"{"ask":"count","counted":[{"lot":"dummies","account":"belt:b","rounds":2}],"by":"armorer"}"#,
    r#"{"report":"show_again","weapon":"b1","by":"second"}"#,
    r#"{"report":"unwilling","person":"second","by":"second"}"#,
];

/// Asks and reports, each of which may be asked of the sample: every name at least once.
pub(crate) const ASKED: &[&str] = &[
    r#"{"ask":"enroll","person":"lead","roles":["crew"],"minor_until":"2026-03-03","by":"lead"}"#,
    r#"{"ask":"enroll","person":"new-hand","roles":["crew"],"minor_until":"2026-03-02"}"#,
    r#"{"ask":"induct","person":"lead","weapons":["h1","b1"]}"#,
    r#"{"ask":"assign_role","person":"grip","role":"medic"}"#,
    r#"{"ask":"take_duty","duty":"driving","by":"armorer"}"#,
    r#"{"ask":"drop_duty","by":"armorer"}"#,
    r#"{"ask":"relieve","from":"armorer","weapons":["h1"],"rounds":[{"lot":"quarters","rounds":4}],"by":"assistant"}"#,
    r#"{"ask":"relieve","from":"armorer","weapons":["h1"],"rounds":[{"lot":"quarters","rounds":4},{"lot":"dummies","rounds":0}],"by":"assistant"}"#,
    r#"{"ask":"record_qualification","person":"lead","paper":{"kind":"csatf_s"}}"#,
    r#"{"ask":"record_training","person":"second","weapons":["h1"]}"#,
    r#"{"ask":"record_consent","person":"kid","to":"handle_weapons"}"#,
    r#"{"ask":"accept_weapon","weapon":"new","features":{"said_to_be":"blank_firing","drives_by_combustion":false,"live_capable":false},"lender":"dealer","why_live_capable":"x"}"#,
    r#"{"ask":"accept_lot","lot":"odd"}"#,
    r#"{"ask":"accept_lot","lot":"unmarked"}"#,
    r#"{"ask":"accept_lot","lot":"bare"}"#,
    r#"{"ask":"fit","weapon":"r1","part":"plug","features":{"solid_plug":true,"live_capable":true}}"#,
    r#"{"ask":"make_rounds","lot":"made","rounds":3,"from":"odd","parts":{"case":true}}"#,
    r#"{"ask":"test_fire","weapon":"h2","lot":"quarters","rounds":1}"#,
    r#"{"ask":"test_fire","weapon":"squib"}"#,
    r#"{"ask":"release_from_quarantine","weapon":"new","found":"nothing"}"#,
    r#"{"ask":"release_from_quarantine","lot":"odd","found":"nothing"}"#,
    r#"{"ask":"set_place","place":"uk"}"#,
    r#"{"ask":"adopt_house_book","book":"school"}"#,
    r#"{"ask":"plan_scene","scene":"99","weapons":["r2","h2"],"classes":["muzzle_loader"],"uses":["fire"]}"#,
    r#"{"ask":"plan_scene","scene":"14"}"#,
    r#"{"ask":"plan_scene","scene":"98","classes":["firearm"],"uses":["fire"]}"#,
    r#"{"ask":"plan_scene","scene":"97","weapons":["h1"],"uses":["fire"],"load":[{"weapon":"h1","class":"dummy","rounds":1}]}"#,
    r#"{"ask":"plan_scene","scene":"97","weapons":["h1"],"uses":["fire"],"load":[{"weapon":"h1","class":"blank_quarter","rounds":1}]}"#,
    r#"{"ask":"add_set_up","scene":"14","set_up":"14b","outside_plan":"nearer"}"#,
    r#"{"ask":"assess_risk","scene":"12","covers":["hazards"]}"#,
    r#"{"ask":"assess_risk","covers":["hazards"]}"#,
    r#"{"ask":"approve_mitigation","scene":"14","measures":["close_range_blank"]}"#,
    r#"{"ask":"declare_live_exception","exception":"supervised_range","evidence":"letter"}"#,
    r#"{"ask":"file_document","kind":"permit","topic":"film_permit"}"#,
    r#"{"ask":"publish_schedule","scenes":["14"]}"#,
    r#"{"ask":"publish_schedule","scenes":["16"]}"#,
    r#"{"ask":"hold_meeting","scenes":["12"],"present":["kid","guard"],"covers":["action","abort"]}"#,
    r#"{"ask":"acknowledge","what":"plan","scene":"14"}"#,
    r#"{"ask":"acknowledge","what":"choreography","scene":"14","revision":"1"}"#,
    r#"{"ask":"acknowledge","what":"choreography","scene":"14","revision":"2"}"#,
    r#"{"ask":"file_document","kind":"report","topic":"injury_report","incident":"incident-1","to":"the regulator"}"#,
    r#"{"ask":"file_document","kind":"report","topic":"injury_report","incident":"incident-1","to":"the insurer"}"#,
    r#"{"ask":"file_document","kind":"report","topic":"injury_report","incident":"incident-1"}"#,
    r#"{"ask":"file_document","kind":"report","topic":"injury_report","to":"the regulator"}"#,
    r#"{"ask":"test_dummies","lot":"dummies","tested":6,"failed":1,"methods":["rattle"],"one_by_one":true}"#,
    r#"{"ask":"transfer","lot":"quarters","rounds":1,"from":"person:armorer","to":"belt:b"}"#,
    r#"{"ask":"transfer","lot":"dummies","rounds":1,"from":"safe","to":"person:lead"}"#,
    r#"{"ask":"transfer","lot":"quarters","rounds":1,"from":"safe","to":"person:armorer"}"#,
    r#"{"ask":"transfer","lot":"unweighed","rounds":1,"from":"safe","to":"person:armorer"}"#,
    r#"{"ask":"count","counted":[{"lot":"quarters","account":"safe","rounds":20},{"lot":"dummies","account":"safe","rounds":12}],"seals_match":"no"}"#,
    r#"{"ask":"count","counted":[],"weapons":["r1"],"finished":true}"#,
    r#"{"ask":"count","counted":[],"weapons":["r1"]}"#,
    r#"{"ask":"check_out","weapon":"r1","purpose":"training"}"#,
    r#"{"ask":"check","weapon":"h2","positions":["empty","round","not_seen"],"bore":"round"}"#,
    r#"{"ask":"check","weapon":"h1","bore":"empty","bore_by":"rod"}"#,
    r#"{"ask":"check","weapon":"knife","edge":"blunt","fixing_firm":true}"#,
    r#"{"ask":"check","weapon":"h2","ramrod_rang":true,"power_out":true}"#,
    r#"{"ask":"check","weapon":"b1","tag_read":true}"#,
    r#"{"ask":"check","weapon":"h2","bore":"empty","ramrod_rang":true}"#,
    r#"{"ask":"load","weapon":"h1","set_up":"14","rounds":[{"position":3,"lot":"quarters"},{"position":4,"lot":"dummies"},{"position":5,"lot":"odd"},{"position":6,"lot":"caps"}]}"#,
    r#"{"ask":"load","weapon":"h2","set_up":"14","rounds":[{"position":1,"lot":"quarters"}]}"#,
    r#"{"ask":"load","weapon":"h1","set_up":"14","rounds":[{"position":3,"lot":"dummies"}],"from":"belt:b"}"#,
    r#"{"ask":"load","weapon":"h1","set_up":"14","rounds":[{"position":3,"lot":"dummies"}],"from":"belt:b","each_seen":true}"#,
    r#"{"ask":"load","weapon":"h1","set_up":"14","rounds":[{"position":3,"lot":"unweighed"},{"position":4,"lot":"unmarked"},{"position":5,"lot":"powder"}]}"#,
    r#"{"ask":"show","weapon":"h1","to":["lead"],"dry_fire":true}"#,
    r#"{"ask":"issue","weapon":"h2","bearer":"second","set_up":"14","with":[{"person":"second","as":"witness","means":"badge"},{"person":"grip","as":"confirms","means":"badge"},{"person":"kid","as":"hears","means":"spoken"}]}"#,
    r#"{"ask":"issue","rows":[{"weapon":"b1","bearer":"second"},{"weapon":"h2","bearer":"kid","activity":"take","watched_by":"assistant","briefed":true}],"set_up":"14","with":[{"person":"second","as":"bearer","means":"spoken"},{"person":"kid","as":"confirms","means":"pin"},{"person":"grip","as":"witness","means":"badge"}]}"#,
    r#"{"ask":"send","weapon":"r1","to_place":"us/us-nm","locked":true}"#,
    r#"{"ask":"send","weapon":"r2","to_place":"us","carrier":"grip","authorisation":"transport"}"#,
    r#"{"ask":"send","weapon":"r1","to_place":"uk","authorisation":"transport"}"#,
    r#"{"ask":"send","weapon":"h2","authorisation":"transport_ended"}"#,
    r#"{"ask":"receive","weapon":"r1"}"#,
    r#"{"ask":"clear_zone","set_up":"12","inside":[{"person":"kid","distance_cm":100}]}"#,
    r#"{"ask":"clear_zone","set_up":"14","inside":[{"person":"grip","distance_cm":300,"protection":["ears","eyes","shield"],"confirmed":true},{"person":"second","distance_cm":599,"in_line":true}],"lookout":"guard"}"#,
    r#"{"ask":"clear_zone","set_up":"14","inside":[{"person":"second","distance_cm":600}]}"#,
    r#"{"ask":"announce","weapon":"h1","words":"cold"}"#,
    r#"{"ask":"announce","weapon":"h1"}"#,
    r#"{"ask":"announce","weapon":"sword"}"#,
    r#"{"ask":"begin_activity","set_up":"14","activity":"take"}"#,
    r#"{"ask":"clear_to_fire","weapon":"h1","set_up":"14","shots":3,"by":"first"}"#,
    r#"{"ask":"clear_to_fire","weapon":"h2","set_up":"14","shots":1,"by":"first"}"#,
    r#"{"ask":"open_day"}"#,
    r#"{"ask":"wrap_day"}"#,
    r#"{"ask":"answer_stop","scene":"14","answer":"clear"}"#,
    r#"{"ask":"answer_stop","answer":"clear"}"#,
    r#"{"ask":"answer_concern","concern":"concern-1","answer":"water"}"#,
    r#"{"ask":"end_hold","weapon":"h2"}"#,
    r#"{"ask":"lift_stand_down","incident":"incident-1"}"#,
    r#"{"ask":"close_incident","incident":"incident-1","cause":"x","action":"y"}"#,
    r#"{"ask":"confirm_time"}"#,
    r#"{"report":"collect","rows":[{"weapon":"h1"},{"weapon":"b1"}],"by":"grip"}"#,
    r#"{"report":"unload","weapon":"h1"}"#,
    r#"{"report":"put_down","weapon":"h1","on":"cart"}"#,
    r#"{"report":"lock_away","weapon":"h1"}"#,
    r#"{"report":"lock_away","weapon":"b1"}"#,
    r#"{"report":"quarantine","lot":"odd"}"#,
    r#"{"report":"quarantine","weapon":"h2"}"#,
    r#"{"report":"end","set_up":"14"}"#,
    r#"{"report":"delivery","weapons":[{"weapon":"w9","lender":"private"}],"lots":[{"lot":"l9","rounds":3}]}"#,
    r#"{"report":"turned_away","what":"box","why":"no paper"}"#,
    r#"{"report":"arrive","person":"kid"}"#,
    r#"{"report":"leave","person":"lead"}"#,
    r#"{"report":"shots_fired","weapon":"h1","shots":1}"#,
    r#"{"report":"misfire","weapon":"h1"}"#,
    r#"{"report":"hang_fire","weapon":"h1"}"#,
    r#"{"report":"stoppage","weapon":"h1"}"#,
    r#"{"report":"stuck_in_bore","weapon":"h1"}"#,
    r#"{"report":"discharge","weapon":"h1","round":"live"}"#,
    r#"{"report":"discharge"}"#,
    r#"{"report":"bullet_round_found","lot":"dummies"}"#,
    r#"{"report":"bullet_round_found","weapon":"h1"}"#,
    r#"{"report":"missing","weapon":"nobody-knows"}"#,
    r#"{"report":"missing","weapon":"b1"}"#,
    r#"{"report":"seized","weapon":"b1"}"#,
    r#"{"report":"unattended","lot":"quarters"}"#,
    r#"{"report":"near_miss","what":"slip","weapon":"h1"}"#,
    r#"{"report":"found","lot":"dummies","account":"safe"}"#,
    r#"{"report":"unattended","weapon":"h2"}"#,
    r#"{"report":"swapped","weapon":"h1","now":"x"}"#,
    r#"{"report":"altered","weapon":"h1","what":"trigger"}"#,
    r#"{"report":"damaged","weapon":"h1"}"#,
    r#"{"report":"cleaned","weapon":"h1"}"#,
    r#"{"report":"injury","severity":"serious","weapon":"h1","scene":"14"}"#,
    r#"{"report":"near_miss","what":"slip"}"#,
    r#"{"report":"unwilling","person":"lead"}"#,
    r#"{"report":"seized","weapon":"h1"}"#,
    r#"{"report":"authority_released","weapon":"h1"}"#,
    r#"{"report":"stop","scene":"14"}"#,
    r#"{"report":"concern","about":"noise","by":null}"#,
    r#"{"report":"decline","weapon":"h1"}"#,
    r#"{"report":"show_again","weapon":"h1"}"#,
    r#"{"report":"injury","severity":"serious","weapon":"r2","scene":"14"}"#,
    r#"{"report":"breach","ask_body":{"ask":"transfer","lot":"quarters","rounds":1,"from":"safe","to":"person:lead"}}"#,
    r#"{"report":"breach","ask_body":{"ask":"issue","weapon":"h2","bearer":"second","set_up":"14"}}"#,
];

/// An input from a line, as a timeline would say it. Who asks, unless told: the armorer.
pub(crate) fn input(line: &str, at: &str) -> Input {
    let mut body: Value = serde_json::from_str(line).expect(line);
    let map = body.as_object_mut().unwrap();
    let by = map.remove("by").unwrap_or_else(|| json!("armorer"));
    let with = map.remove("with").unwrap_or_else(|| {
        json!([
            {"person": "first", "as": "witness", "means": "badge"},
            {"person": "assistant", "as": "accepts", "means": "pin"},
            {"person": "armorer", "as": "witness", "means": "spoken"},
            {"person": "grip", "as": "hears"},
            {"person": "kid", "as": "reads_back", "means": "spoken"}
        ])
    });
    let what = if map.contains_key("ask") {
        What::Ask(serde_json::from_value(body).expect(line))
    } else {
        What::Report(serde_json::from_value(body).expect(line))
    };
    Input {
        at: at.parse().unwrap(),
        date: DATE.parse().unwrap(),
        by: serde_json::from_value(by).unwrap(),
        with: serde_json::from_value(with).unwrap(),
        what,
    }
}

/// The state of the sample.
pub(crate) fn state() -> State {
    let mut state = State::default();
    let people: BTreeMap<PersonId, BTreeSet<Role>> = serde_json::from_str(PEOPLE).unwrap();
    for (id, roles) in people {
        let person = Person {
            roles,
            present: true,
            minor_until: (id.as_str() == "kid").then(|| "2030-06-15".parse().unwrap()),
            ..Person::default()
        };
        state.people.insert(id, person);
    }
    for (minute, line) in DAY.iter().enumerate() {
        let at = format!("2026-03-02T{:02}:{:02}:07Z", 9 + minute / 60, minute % 60);
        let input = input(line, &at);
        let rows = match &input.what {
            What::Ask(_) => vec![true; super::super::Case::rows(&input)],
            What::Report(_) => Vec::new(),
        };
        let stand_down = Consequence {
            rule: "MISSING".into(),
            effect: Effect::StandDown(Scope::Weapon),
        };
        let clock = Consequence {
            rule: "TELL".into(),
            effect: Effect::Clock {
                hours: 0,
                to: "the regulator".into(),
            },
        };
        let missing = input.what.name() == "missing";
        let answered = Answered {
            input,
            rows,
            consequences: if missing {
                vec![stand_down, clock]
            } else {
                Vec::new()
            },
        };
        let folded = state.fold(&answered);
        assert!(folded.is_ok(), "{line}\n{folded:?}");
    }
    state.unit.settings.insert("check_age_minutes".into(), 20);
    state
}

#[test]
fn every_ask_and_report_is_asked_of_the_sample() {
    use custody::input::{Ask, Report};
    let asked: Vec<&str> = ASKED
        .iter()
        .map(|line| input(line, NOW).what.name())
        .collect();
    for name in Ask::NAMES.iter().chain(Report::NAMES) {
        assert!(asked.contains(name), "{name}");
    }
}
