//! Shared stations: a person, or a badge, and a PIN.

use serde_json::json;

use crate::set::{Hub, Told};

const ARMORER: &str = "proofhouse=key-of-armorer";

/// A hub at which the armorer has a PIN.
fn station() -> Hub {
    let hub = Hub::open();
    let told = hub.form("/mine/pin", ARMORER, "pin=482916&again=482916");
    assert_eq!(told.status, 303, "{}", told.body);
    hub
}

fn sign_in(hub: &Hub, who: &str, pin: &str) -> Told {
    hub.form("/sign-in", "", &format!("person={who}&pin={pin}"))
}

#[test]
fn a_person_signs_in_at_a_station_with_a_pin_and_is_out_after_five_unused_minutes() {
    let hub = station();
    let told = sign_in(&hub, "Armorer", "482916");
    assert_eq!(told.status, 303, "{}", told.body);
    let session = told.session();
    let board = hub.page("/board", &session);
    assert!(
        board.body.contains("class=\"station\""),
        "the way out stands on every page"
    );
    hub.pass(299);
    assert_eq!(hub.page("/board", &session).status, 200);
    hub.pass(300);
    assert_eq!(hub.page("/board", &session).status, 401);
}

#[test]
fn a_station_offers_who_signed_in_there_and_no_other_device_is_told_who_there_is() {
    let hub = station();
    let told = sign_in(&hub, "armorer", "482916");
    let (_, rest) = told.head.split_once("set-cookie: here=").unwrap();
    let here = format!("here={}", rest.split(';').next().unwrap());
    assert!(
        hub.page("/sign-in", &here)
            .body
            .contains("value=\"armorer\"")
    );
    assert!(!hub.page("/sign-in", "").body.contains("armorer"));
    let chosen = hub.form("/sign-in", &here, "chosen=armorer&person=&pin=482916");
    assert_eq!(chosen.status, 303, "{}", chosen.body);
}

#[test]
fn a_wrong_pin_and_somebody_unknown_are_told_the_same() {
    let hub = station();
    let wrong = sign_in(&hub, "armorer", "482917");
    let unknown = sign_in(&hub, "nobody", "482917");
    let without = sign_in(&hub, "lead", "482917");
    for told in [&wrong, &unknown, &without] {
        assert_eq!(told.status, 401, "{}", told.body);
        assert!(!told.body.contains("482917") && !told.head.contains("set-cookie: proofhouse"));
    }
    let bare = |told: &Told, who: &str| told.body.replace(who, "?");
    assert_eq!(bare(&wrong, "armorer"), bare(&unknown, "nobody"));
    assert_eq!(bare(&wrong, "armorer"), bare(&without, "lead"));
}

#[test]
fn after_five_wrong_pins_a_person_waits_longer_each_time_and_never_for_good() {
    let hub = station();
    for _ in 0..5 {
        assert_eq!(sign_in(&hub, "armorer", "000000").status, 401);
    }
    let told = sign_in(&hub, "armorer", "482916");
    assert_eq!(
        told.status, 429,
        "a right one waits too: else guessing would go on"
    );
    assert!(told.head.contains("retry-after: 31"), "{}", told.head);
    assert_eq!(
        sign_in(&hub, "first_ad", "482916").status,
        401,
        "others do not wait"
    );
    hub.pass(29);
    assert_eq!(sign_in(&hub, "armorer", "482916").status, 429);
    hub.pass(1);
    assert_eq!(sign_in(&hub, "armorer", "482916").status, 303);
}

#[test]
fn whoever_guesses_the_pins_of_many_waits_as_a_whole() {
    let hub = station();
    let people = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];
    let told: Vec<u16> = people
        .iter()
        .map(|who| sign_in(&hub, who, "482917").status)
        .collect();
    assert_eq!(told[..10], [401; 10]);
    assert_eq!(told[10], 429);
}

#[test]
fn a_stop_never_waits_for_a_pin_and_whoever_is_signed_in_stays_so() {
    let hub = station();
    for _ in 0..30 {
        sign_in(&hub, "armorer", "000000");
    }
    let stop = hub.post("/reports", None, &json!({"report": "stop"}));
    assert_eq!(stop.status, 200, "{}", stop.body);
    assert_eq!(hub.form("/stop", "", "").status, 200);
    assert_eq!(hub.page("/board", ARMORER).status, 200);
    let told = hub.form("/in/key-of-lead", "proofhouse=key-of-lead", "");
    assert_ne!(told.status, 500);
}

#[test]
fn a_pin_that_does_not_fit_is_explained_and_the_old_one_goes_on() {
    let hub = station();
    hub.pass(3600);
    for (form, says) in [
        ("now=482916&pin=12345&again=12345", "wrong-pin"),
        ("now=482916&pin=123456&again=123456", "wrong-pin"),
        ("now=482916&pin=293847&again=293848", "wrong-again"),
        ("now=111111&pin=293847&again=293847", "wrong-form"),
        ("pin=293847&again=293847", "wrong-form"),
    ] {
        let told = hub.form("/mine/pin", ARMORER, form);
        assert_eq!(told.status, 422, "{form}");
        assert!(
            told.body.contains(&format!("id=\"{says}\"")),
            "{form}: {}",
            told.body
        );
    }
    assert_eq!(sign_in(&hub, "armorer", "482916").status, 303);
    let told = hub.form("/mine/pin", ARMORER, "now=482916&pin=293847&again=293847");
    assert_eq!(told.status, 303, "{}", told.body);
    assert_eq!(sign_in(&hub, "armorer", "482916").status, 401);
    assert_eq!(sign_in(&hub, "armorer", "293847").status, 303);
}

#[test]
fn at_a_station_no_way_in_is_changed_without_the_pin() {
    let hub = station();
    let session = sign_in(&hub, "armorer", "482916").session();
    for (path, form) in [
        ("/mine/pin", "pin=293847&again=293847"),
        ("/mine/badge", ""),
        ("/mine/link", ""),
        ("/mine/without", "way=badge"),
    ] {
        assert_eq!(hub.form(path, &session, form).status, 422, "{path}");
    }
    let told = hub.form("/mine/link", &session, "now=482916");
    assert_eq!(told.status, 200, "{}", told.body);
}

#[test]
fn a_badge_says_who_it_is_and_does_nothing_without_the_pin() {
    let hub = station();
    let told = hub.form("/mine/badge", ARMORER, "");
    let code = format!("PH{}", told.after(">PH"));
    assert_eq!(code.len(), 34, "{code}");
    assert!(!hub.beside.kept.lock().unwrap().contains(&code));
    let badge =
        |code: &str, pin: &str| hub.form("/sign-in", "", &format!("badge={code}&pin={pin}"));
    assert_eq!(badge(&code, "482916").status, 303);
    assert_eq!(badge(&code, "482917").status, 401);
    assert_eq!(badge("PH00", "482916").status, 401);
    assert_eq!(badge(&code, "").status, 422);
    let lost = hub.form("/mine/without", ARMORER, "way=badge");
    assert_eq!(lost.status, 303);
    assert_eq!(badge(&code, "482916").status, 401);
}

#[test]
fn a_badge_and_the_handle_of_a_person_share_their_wrong_tries() {
    let hub = station();
    let told = hub.form("/mine/badge", ARMORER, "");
    let code = format!("PH{}", told.after(">PH"));
    for _ in 0..5 {
        sign_in(&hub, "armorer", "000000");
    }
    let told = hub.form("/sign-in", "", &format!("badge={code}&pin=482916"));
    assert_eq!(told.status, 429);
}
