//! An example of every ask and every report, with every id that it can name.

use serde_json::{Value, json};

/// Every ask. The ids are those of the set, but for what an ask makes: `new`.
pub fn asks() -> Vec<Value> {
    [people(), intake(), planning(), on_set(), safety()].concat()
}

fn people() -> Vec<Value> {
    let paper = json!({"kind": "csatf_s", "issued": "2025-01-01", "expires": "2027-01-01",
        "status_checked": "2026-03-01", "standing": "held", "classes": ["firearm"]});
    vec![
        json!({"ask": "enroll", "person": "new", "minor_until": "2030-01-01", "roles": ["crew"]}),
        json!({"ask": "induct", "person": "lead", "weapons": ["h1", "b1"], "papers": [paper],
            "minutes": 20}),
        json!({"ask": "assign_role", "person": "lead", "role": "crew"}),
        json!({"ask": "take_duty", "duty": "weapons"}),
        json!({"ask": "drop_duty", "duty": "weapons"}),
        json!({"ask": "relieve", "by": "props", "from": "arms", "weapons": ["h1"],
            "rounds": [{"lot": "quarter", "rounds": 3}]}),
        json!({"ask": "record_qualification", "person": "lead", "paper": paper}),
        json!({"ask": "record_training", "person": "lead", "weapons": ["h1"],
            "classes": ["firearm"], "paper": paper}),
        json!({"ask": "record_consent", "person": "lead", "to": "handle_weapons", "written": true,
            "expires": "2026-12-31"}),
    ]
}

fn intake() -> Vec<Value> {
    let features = json!({"said_to_be": "firearm", "drives_by_combustion": true,
        "positions": 6, "twin": "b1", "device_lot": "dummies", "serial": "4711", "rack": "rack-7",
        "needs": ["blank_adaptor"]});
    vec![
        json!({"ask": "accept_weapon", "weapon": "h1", "features": features,
            "lender": "rental_house", "why_live_capable": "no other has its action",
            "kit": ["holster"], "differences": "another grip"}),
        json!({"ask": "accept_lot", "lot": "quarter", "approved_for": ["h1"]}),
        json!({"ask": "fit", "weapon": "h1", "part": "blank adaptor", "features": features,
            "off": true}),
        json!({"ask": "make_rounds", "lot": "new", "rounds": 5, "from": "dummies", "uses": 9,
            "parts": {"case": true}, "origin": {"home_made": true, "made_for": ["h1"]}}),
        json!({"ask": "test_fire", "weapon": "h1", "lot": "quarter", "rounds": 1}),
        json!({"ask": "release_from_quarantine", "weapon": "h1", "lot": "quarter",
            "found": "nothing"}),
        json!({"ask": "test_dummies", "lot": "dummies", "tested": 5, "failed": 1,
            "methods": ["rattle"], "into": "new", "one_by_one": true}),
        json!({"ask": "transfer", "lot": "quarter", "rounds": 1, "state": "fresh",
            "from": "person:arms", "to": "person:props"}),
        json!({"ask": "count", "counted": [{"lot": "quarter", "state": "fresh",
            "account": "person:arms", "rounds": 3}], "seals_match": "yes", "weapons": ["h2"],
            "finished": true}),
    ]
}

fn planning() -> Vec<Value> {
    vec![
        json!({"ask": "set_place", "place": "us/us-ca", "scene": "12", "kind": "screen",
            "traits": ["pilot"]}),
        json!({"ask": "adopt_house_book", "book": "school", "settings": {"check_age_minutes": 30}}),
        json!({"ask": "plan_scene", "scene": "new", "weapons": ["h1"], "classes": ["rubber"],
            "uses": ["fire"], "load": [{"weapon": "h1", "class": "blank_quarter", "rounds": 2, "most_mg": 300}],
            "shots": 2, "at_person": "no", "least_distance_cm": 600,
            "inside": [{"person": "second", "least_cm": 600, "in_line": false,
                "protection": ["ears"]}],
            "held_between_takes": false, "public": "no", "confined": "no",
            "safer_would_do": "no", "purpose": "filming", "devices_judged": false,
            "toward_crew": "no",
            "choreography": "3", "presences": ["medic"], "handlers": 2}),
        json!({"ask": "add_set_up", "scene": "12", "set_up": "new", "outside_plan": "a lift"}),
        json!({"ask": "assess_risk", "scene": "12", "covers": ["hazards"]}),
        json!({"ask": "approve_mitigation", "scene": "12", "measures": ["shield"]}),
        json!({"ask": "declare_live_exception", "exception": "supervised_range",
            "evidence": "letter"}),
        json!({"ask": "file_document", "kind": "notice", "topic": "police_notice", "scene": "12",
            "weapon": "h1", "expires": "2026-04-01", "states": ["weapons_declared"],
            "incident": "incident-1", "to": "the regulator"}),
        json!({"ask": "publish_schedule", "date": "2026-03-02", "scenes": ["12"],
            "bulletins_attached": true}),
        json!({"ask": "hold_meeting", "scenes": ["12"], "present": ["lead", "second"], "covers": ["abort"],
            "on_site": true}),
        json!({"ask": "acknowledge", "what": "choreography", "scene": "12", "revision": "3",
            "concern": "concern-1"}),
    ]
}

fn on_set() -> Vec<Value> {
    vec![
        json!({"ask": "check_out", "weapon": "h2", "purpose": "filming"}),
        json!({"ask": "check", "weapon": "h1", "positions": ["empty", "round", "not_seen"],
            "bore": "empty", "magazine": "empty", "tag_read": true, "inert_seen": false,
            "twin_ruled_out": true, "edge": "blunt", "fixing_firm": true, "paper_read": true,
            "ramrod_rang": true, "power_out": true}),
        json!({"ask": "load", "weapon": "h1", "set_up": "12b",
            "rounds": [{"position": 1, "lot": "quarter"}], "from": "person:arms", "each_seen": true}),
        json!({"ask": "show", "weapon": "h1", "to": ["lead"], "dry_fire": true}),
        json!({"ask": "issue", "weapon": "h1", "bearer": "lead", "set_up": "12b",
            "activity": "take", "mark": "A", "watched_by": "props", "briefed": true}),
        json!({"ask": "send", "weapon": "h2", "to_place": "hu", "carrier": "truck",
            "locked": true, "authorisation": "transport", "to_record": "second-unit",
            "returned": true}),
        json!({"ask": "receive", "weapon": "r1", "from_record": {"record": "second-unit",
            "entry": 7, "checkpoint": "AA"}}),
        json!({"ask": "clear_zone", "set_up": "12b", "inside": [{"person": "second",
            "distance_cm": 700, "in_line": false, "protection": ["ears"], "confirmed": true}],
            "lookout": "ad"}),
        json!({"ask": "announce", "weapon": "h1", "words": "H1, empty, checked, not firing."}),
        json!({"ask": "begin_activity", "set_up": "12b", "activity": "take", "take": 1}),
        json!({"ask": "clear_to_fire", "weapon": "h1", "set_up": "12b", "shots": 2}),
    ]
}

fn safety() -> Vec<Value> {
    let handler = json!([{"person": "arms", "as": "accepts", "means": "pin"}]);
    let all = json!([{"person": "arms", "as": "accepts", "means": "pin"},
        {"person": "advisor", "as": "confirms", "means": "badge"}]);
    vec![
        json!({"ask": "open_day"}),
        json!({"ask": "wrap_day"}),
        json!({"ask": "answer_stop", "by": "ad", "with": handler, "scene": "12",
            "answer": "all out of the line"}),
        json!({"ask": "answer_concern", "concern": "concern-1", "answer": "it dropped"}),
        json!({"ask": "end_hold", "weapon": "h1", "found": "one dud"}),
        json!({"ask": "lift_stand_down", "by": "ad", "with": all, "incident": "incident-2"}),
        json!({"ask": "close_incident", "by": "ad", "with": handler, "incident": "incident-1",
            "cause": "not checked", "action": "checked before each take"}),
        json!({"ask": "confirm_time", "by": "ad",
            "with": [{"person": "money", "as": "accepts", "means": "pin"}]}),
    ]
}

/// Every report. None of the ids is known to anybody.
pub fn reports() -> Vec<Value> {
    [safe(), facts(), voice()].concat()
}

fn safe() -> Vec<Value> {
    vec![
        json!({"report": "collect", "weapon": "x1"}),
        json!({"report": "unload", "weapon": "x1", "to": "person:x3",
            "out": [{"lot": "x2", "state": "spent", "rounds": 2}]}),
        json!({"report": "put_down", "weapon": "x1", "on": "cart"}),
        json!({"report": "lock_away", "weapon": "x1", "seal": "0042", "kit": ["holster"]}),
        json!({"report": "quarantine", "weapon": "x1", "lot": "x2", "why": "rust"}),
        json!({"report": "end", "set_up": "x4", "as": "cut"}),
    ]
}

fn facts() -> Vec<Value> {
    let rounds = json!({"weapon": "x1", "lot": "x2", "rounds": 2, "account": "belt:b7",
        "how": "fell from the cart"});
    let about = |report: &str| {
        let mut whole = rounds.clone();
        whole["report"] = report.into();
        whole
    };
    vec![
        json!({"report": "delivery", "from": "x3",
            "weapons": [{"weapon": "x1", "features": {"said_to_be": "rubber"},
                "lender": "private", "owner": "x5", "due_back": "2026-04-01",
                "from_record": {"record": "second-unit", "entry": 7, "checkpoint": "AA"}}],
            "lots": [{"lot": "x2", "rounds": 50, "parts": {"primer": true},
                "origin": {"maker": "cartridge_house"}, "into": "container:c1"}]}),
        json!({"report": "turned_away", "what": "a box of rounds", "why": "nobody ordered it"}),
        json!({"report": "arrive", "person": "x3"}),
        json!({"report": "leave", "person": "x3"}),
        json!({"report": "shots_fired", "weapon": "x1", "shots": 2}),
        json!({"report": "misfire", "weapon": "x1"}),
        json!({"report": "hang_fire", "weapon": "x1"}),
        json!({"report": "stoppage", "weapon": "x1"}),
        json!({"report": "stuck_in_bore", "weapon": "x1"}),
        json!({"report": "discharge", "weapon": "x1", "round": "live", "scene": "x6"}),
        json!({"report": "bullet_round_found", "lot": "x2", "weapon": "x1", "place": "cart"}),
        about("missing"),
        about("found"),
        about("seized"),
        json!({"report": "unattended", "weapon": "x1", "lot": "x2", "account": "belt:b7",
            "minutes": 4}),
        json!({"report": "swapped", "weapon": "x1", "now": "x7"}),
        json!({"report": "altered", "weapon": "x1", "what": "trigger",
            "features": {"fire_control_altered": true}}),
        json!({"report": "damaged", "weapon": "x1"}),
        json!({"report": "cleaned", "weapon": "x1"}),
        json!({"report": "injury", "person": "x3", "severity": "serious", "weapon": "x1",
            "scene": "x6"}),
        json!({"report": "near_miss", "what": "a case hit a shield", "weapon": "x1"}),
        json!({"report": "unwilling", "person": "x3"}),
        json!({"report": "authority_released", "weapon": "x1", "incident": "incident-9"}),
    ]
}

fn voice() -> Vec<Value> {
    vec![
        json!({"report": "stop", "scene": "x6", "why": "somebody in the line"}),
        json!({"report": "concern", "about": "the wind", "joins": "concern-9"}),
        json!({"report": "decline", "weapon": "x1", "to": "bear"}),
        json!({"report": "show_again", "weapon": "x1", "to": "x3"}),
        json!({"report": "breach", "persons": ["x3"],
            "ask_body": {"ask": "issue", "weapon": "x1", "bearer": "x3", "set_up": "x4",
                "briefed": false}}),
    ]
}
