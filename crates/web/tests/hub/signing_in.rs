//! Who is let in, and who has to wait.

use std::io::Read;

use serde_json::json;

use crate::set::Hub;

/// Guesses until the hub says to wait.
fn guess(hub: &Hub) -> usize {
    let statuses = (0..100).map(|_| hub.get("/board", Some("nobody")).status);
    statuses.take_while(|status| *status == 401).count()
}

#[test]
fn after_ten_wrong_tokens_an_address_is_told_how_long_to_wait() {
    let hub = Hub::open();
    assert!((10..100).contains(&guess(&hub)));
    let told = hub.get("/board", Some("nobody"));
    assert_eq!(told.problem(), (429, "too-many".to_owned()));
    let wait = told.json()["retry_after"].as_u64().unwrap();
    assert!((1..=12).contains(&wait), "{}", told.body);
    assert!(told.head.contains(&format!("retry-after: {wait}")));
    let page = hub.raw("GET /", "Authorization: Bearer wrong\r\n", "");
    assert_eq!(page.status, 429);
    // A right word that nobody has used from here has to wait too: else guessing would go on.
    assert_eq!(hub.get("/board", Some("lead")).status, 429);
}

#[test]
fn a_station_that_is_signed_in_is_not_locked_out_by_the_guesses_of_others() {
    let hub = Hub::open();
    assert_eq!(hub.get("/board", Some("lead")).status, 200);
    guess(&hub);
    assert_eq!(hub.get("/board", Some("lead")).status, 200);
}

#[test]
fn a_stop_and_a_concern_never_wait_for_anything() {
    let hub = Hub::open();
    guess(&hub);
    let concern = json!({"report": "concern", "about": "the muzzle points at the crew"});
    for _ in 0..20 {
        for who in [None, Some("nobody")] {
            let stop = hub.post("/reports", who, &json!({"report": "stop"}));
            assert_eq!(stop.status, 200, "{}", stop.body);
            assert_eq!(hub.post("/reports", who, &concern).status, 200);
        }
    }
}

#[test]
fn a_token_of_nobody_in_a_stop_is_no_guess() {
    let hub = Hub::open();
    for _ in 0..30 {
        let stop = json!({"report": "stop"});
        assert_eq!(hub.post("/reports", Some("nobody"), &stop).status, 200);
    }
    assert_eq!(hub.get("/board", Some("lead")).status, 200);
}

#[test]
fn a_token_is_taken_in_and_taken_back_while_the_hub_serves() {
    let hub = Hub::open();
    assert_eq!(hub.get("/board", Some("medic")).status, 401);
    hub.admit(&["lead", "medic"]);
    assert_eq!(hub.get("/board", Some("medic")).status, 200);
    assert_eq!(hub.get("/board", Some("armorer")).status, 401);
}

#[test]
fn the_live_line_of_a_token_that_is_taken_back_ends() {
    let hub = Hub::open();
    let mut line = hub.live(None);
    let mut some = [0; 16];
    line.read_exact(&mut some).unwrap();
    hub.admit(&["armorer"]);
    let mut rest = Vec::new();
    line.read_to_end(&mut rest).unwrap();
}
