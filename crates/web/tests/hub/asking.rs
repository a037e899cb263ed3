//! Asks and reports: what comes back.

use std::sync::Barrier;

use serde_json::{Value, json};

use crate::set::{Hub, Told};

fn check_out(weapon: &str) -> Value {
    json!({"ask": "check_out", "weapon": weapon, "purpose": "filming"})
}

fn kind(status: u16, name: &str) -> (u16, String) {
    (status, name.to_owned())
}

#[test]
fn a_go_is_told_with_its_place_in_the_record() {
    let hub = Hub::open();
    let before = hub.get("/board", Some("lead")).json()["last"]
        .as_u64()
        .unwrap();
    let told = hub.ask("armorer", check_out("hero-one"));
    assert_eq!(told.status, 200, "{}", told.body);
    let answer = told.json();
    assert_eq!(
        (&answer["go"], &answer["seq"]),
        (&json!(true), &json!(before + 1))
    );
    let entries = hub
        .get(&format!("/entries?from={}", before + 1), Some("lead"))
        .json();
    assert_eq!(entries["entries"][0]["by"], "armorer");
    assert_eq!(entries["next"], before + 2);
}

#[test]
fn a_no_names_each_rule_with_its_source_and_what_to_do() {
    let hub = Hub::open();
    let told = hub.ask("lead", check_out("hero-one"));
    assert_eq!(told.problem(), kind(409, "no-go"));
    let mut problem = told.json();
    for reason in problem["reasons"].as_array_mut().unwrap() {
        assert!(!reason["facts"].as_array().unwrap().is_empty(), "{reason}");
        assert!(reason["remedy"].as_str().unwrap().len() > 5, "{reason}");
        let kept = ["rule", "source"].map(|field| (field.to_owned(), reason[field].clone()));
        *reason = Value::Object(kept.into_iter().collect());
    }
    problem["at"] = json!("…");
    insta::assert_snapshot!(serde_json::to_string_pretty(&problem).unwrap(), @r#"
    {
      "type": "urn:proofhouse:problem:no-go",
      "title": "No go",
      "status": 409,
      "detail": "Only a handler on weapon duty takes a weapon out of the safe.",
      "remedy": "Let a handler who has taken weapon duty check it out.",
      "request": "r0",
      "seq": 67,
      "at": "…",
      "told_again": false,
      "reasons": [
        {
          "rule": "BASE-WHO-CHECK-OUT",
          "source": "Trade practice: duties on set, as reviewed for this book"
        },
        {
          "rule": "CA-LAB-9153.a.1",
          "source": "California Labor Code 9153(a)(1)"
        },
        {
          "rule": "CA-LAB-9153.b.1",
          "source": "California Labor Code 9153(b)(1)"
        },
        {
          "rule": "CA-LAB-9153.b-OTHER",
          "source": "California Labor Code 9153(b)(2) and following, as reported"
        }
      ],
      "rows": [
        {
          "subject": "hero-one",
          "go": false,
          "because": [
            "BASE-WHO-CHECK-OUT",
            "CA-LAB-9153.a.1",
            "CA-LAB-9153.b.1",
            "CA-LAB-9153.b-OTHER"
          ],
          "warnings": []
        }
      ]
    }
    "#);
}

#[test]
fn the_same_request_twice_is_one_entry_and_one_answer() {
    let hub = Hub::open();
    let mut body = check_out("hero-one");
    body["request"] = json!("once");
    let first = hub.post("/asks", Some("armorer"), &body).json();
    let again = hub.post("/asks", Some("armorer"), &body).json();
    assert_eq!(first["seq"], again["seq"]);
    assert_eq!(
        (&again["told_again"], &again["still_holds"]),
        (&json!(true), &json!(true))
    );
    body["weapon"] = json!("hero-two");
    let other = hub.post("/asks", Some("armorer"), &body);
    assert_eq!(other.problem(), kind(422, "other-body"));
}

#[test]
fn a_go_that_no_longer_holds_is_not_told_as_a_go() {
    let hub = Hub::open();
    let mut body = check_out("hero-one");
    body["request"] = json!("once");
    assert_eq!(hub.post("/asks", Some("armorer"), &body).status, 200);
    hub.report(
        "armorer",
        json!({"report": "lock_away", "weapon": "hero-one", "seal": "1"}),
    );
    let again = hub.post("/asks", Some("armorer"), &body);
    assert_eq!(again.problem(), kind(409, "lapsed"));
}

#[test]
fn an_ask_that_rests_on_what_has_changed_is_stale() {
    let hub = Hub::open();
    let mut body = check_out("hero-two");
    body["seen"] = json!({"weapon:hero-two": 0});
    let told = hub.ask("armorer", body);
    assert_eq!(told.problem(), kind(409, "stale"));
    assert_eq!(told.json()["changed"][0]["thing"], "weapon:hero-two");
}

#[test]
fn anybody_may_stop_without_a_token_and_without_a_name_for_it() {
    let hub = Hub::open();
    for who in [None, Some("nobody"), Some("lead")] {
        let told = hub.post("/reports", who, &json!({"report": "stop"}));
        assert_eq!(told.status, 200, "{}", told.body);
    }
    let concern = json!({"report": "concern", "about": "the muzzle points at the crew"});
    assert_eq!(hub.post("/reports", None, &concern).status, 200);
    let told = hub.ask("armorer", check_out("hero-one"));
    let stops = hub.get("/board", Some("lead")).json()["stops"].clone();
    assert_eq!(stops.as_array().unwrap().len(), 1, "{told:?}");
}

#[test]
fn whoever_is_not_signed_in_asks_nothing_and_sees_nothing() {
    let hub = Hub::open();
    let body = check_out("hero-one");
    for who in [None, Some("nobody")] {
        assert_eq!(
            hub.post("/asks", who, &body).problem(),
            kind(401, "not-signed-in")
        );
        let collect = json!({"report": "collect", "weapon": "hero-one"});
        let told = hub.post("/reports", who, &collect);
        assert_eq!(told.problem(), kind(401, "not-signed-in"));
        for path in [
            "/board",
            "/entries",
            "/checkpoint",
            "/now",
            "/look-ahead?wrap",
        ] {
            assert_eq!(
                hub.get(path, who).problem(),
                kind(401, "not-signed-in"),
                "{path}"
            );
        }
    }
    assert_eq!(
        hub.get("/board", Some("other")).problem(),
        kind(403, "forbidden")
    );
    let elsewhere = "GET /api/v1/units/third-unit/board";
    let head = "Authorization: Bearer key-of-lead\r\n";
    assert_eq!(
        hub.raw(elsewhere, head, "").problem(),
        kind(404, "not-found")
    );
}

#[test]
fn a_body_that_cannot_be_taken_says_why_and_what_to_do() {
    let hub = Hub::open();
    let put = |body: &str| hub.send("POST", "/asks", Some("armorer"), body);
    let broken = put("{\"ask\":\"check_out\",\n \"weapon\":}");
    assert_eq!(broken.problem(), kind(400, "bad-input"));
    let problem = broken.json();
    assert_eq!(
        (&problem["line"], &problem["column"]),
        (&json!(2), &json!(11))
    );
    let unnamed = put(r#"{"ask":"check_out","weapon":"hero-one","purpose":"filming"}"#);
    assert_eq!(unnamed.problem(), kind(400, "bad-input"));
    let forged = put(r#"{"ask":"open_day","by":"first_ad","request":"x"}"#);
    assert_eq!(forged.json()["pointer"], "/by");
    let large = put(&"x".repeat(300 * 1024));
    assert_eq!(large.problem(), kind(413, "too-large"));
    let head = "Authorization: Bearer key-of-armorer\r\nContent-Type: text/plain\r\n";
    let plain: Told = hub.raw("POST /api/v1/units/main-unit/asks", head, "{}");
    assert_eq!(plain.problem(), kind(415, "not-json"));
    let twice = hub.get("/entries?limit=1&limit=2", Some("lead"));
    assert_eq!(twice.problem(), kind(400, "bad-input"));
    let get = hub.send("GET", "/asks", Some("armorer"), "");
    assert_eq!(get.problem(), kind(405, "other-method"));
}

#[test]
fn of_two_who_ask_for_one_weapon_at_once_exactly_one_has_it() {
    const TIMES: usize = 1_000;
    let hub = Hub::open();
    let start = Barrier::new(2);
    let won = |who: &'static str| {
        let (hub, start) = (&hub, &start);
        move || {
            let mut goes = Vec::new();
            for _ in 0..TIMES {
                start.wait();
                let told = hub.ask(who, check_out("hero-one"));
                assert!([200, 409].contains(&told.status), "{}", told.body);
                goes.push(told.status == 200);
                start.wait();
                if told.status == 200 {
                    let away = json!({"report": "lock_away", "weapon": "hero-one", "seal": "1"});
                    assert_eq!(hub.report(who, away).status, 200);
                }
            }
            goes
        }
    };
    let (one, other) = std::thread::scope(|scope| {
        let one = scope.spawn(won("armorer"));
        let other = scope.spawn(won("assistant"));
        (one.join().unwrap(), other.join().unwrap())
    });
    let both: Vec<usize> = (0..TIMES).filter(|nth| one[*nth] == other[*nth]).collect();
    assert!(both.is_empty(), "{both:?}");
}
