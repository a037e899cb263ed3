//! Stop and concern by the pages: with an account and without.

use crate::{
    set::{Hub, Told},
    shaky::Disk,
};

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";
const LEAD: &str = "Cookie: proofhouse=key-of-lead\r\n";

fn concern(hub: &Hub, who: &str, body: &str) -> Told {
    hub.raw("POST /concern", &format!("{FORM}{who}"), body)
}

/// The newest entry of the record: who said it, and what.
fn newest(hub: &Hub) -> (Option<String>, String) {
    let last = hub.get("/board", Some("lead")).json()["last"].as_u64();
    let path = format!("/entries?from={}", last.unwrap());
    let entry = hub.get(&path, Some("lead")).json()["entries"][0].clone();
    let by = entry["by"].as_str().map(str::to_owned);
    (
        by,
        entry["what"]["about"]
            .as_str()
            .unwrap_or_default()
            .to_owned(),
    )
}

#[test]
fn the_page_of_the_code_on_the_call_sheet_needs_no_account() {
    let hub = Hub::open();
    let page = hub.raw("GET /stop", "", "");
    assert_eq!(page.status, 200);
    for text in [
        r#"action="/stop""#,
        r#"action="/concern""#,
        "It acts at once",
    ] {
        assert!(page.body.contains(text), "{text} in {}", page.body);
    }
    assert!(!page.body.contains("nameless"));
    assert!(
        hub.raw("GET /stop?saw=near_miss", "", "")
            .body
            .contains(">Pointed at someone</textarea>")
    );
    assert!(
        hub.raw("GET /stop?saw=concern", "", "")
            .body
            .contains("></textarea>")
    );
    for page in [hub.raw("GET /", "", ""), hub.raw("GET /menu", LEAD, "")] {
        assert!(page.body.contains(r#"href="/stop"#), "{}", page.body);
    }
}

#[test]
fn anybody_stops_the_set_from_that_page_without_an_account() {
    let hub = Hub::open();
    let told = hub.raw("POST /stop", FORM, "");
    assert_eq!(told.status, 200);
    assert!(
        told.body.contains("/stop?saw=injury#concern"),
        "{}",
        told.body
    );
    assert!(told.body.contains("STOP is called") && told.body.contains("Sent without your name."));
    assert!(
        !hub.get("/board", Some("lead")).json()["stops"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_concern_of_whoever_is_not_signed_in_is_kept_without_a_name() {
    let hub = Hub::open();
    let told = concern(&hub, "", "about=The+muzzle+points+at+the+crew");
    assert_eq!(told.status, 200, "{}", told.body);
    assert!(
        told.body.contains("Sent without your name.") && told.body.contains("until it is answered")
    );
    assert_eq!(
        newest(&hub),
        (None, "The muzzle points at the crew".to_owned())
    );
}

#[test]
fn a_name_goes_with_a_concern_unless_that_is_not_wished() {
    let hub = Hub::open();
    assert!(
        concern(&hub, LEAD, "about=One")
            .body
            .contains("Sent with your name.")
    );
    assert_eq!(newest(&hub), (Some("lead".to_owned()), "One".to_owned()));
    assert_eq!(concern(&hub, LEAD, "about=Two&nameless=yes").status, 200);
    assert_eq!(newest(&hub), (None, "Two".to_owned()));
}

#[test]
fn an_empty_concern_is_told_and_nothing_is_kept_of_it() {
    let hub = Hub::open();
    let before = hub.get("/board", Some("lead")).json()["last"].clone();
    let told = concern(&hub, LEAD, "about=++&nameless=yes");
    assert_eq!(told.status, 422);
    assert!(told.body.contains("Say what it is about"), "{}", told.body);
    assert!(
        told.body.contains(r#"name="nameless" value="yes" checked"#),
        "{}",
        told.body
    );
    assert_eq!(hub.get("/board", Some("lead")).json()["last"], before);
}

#[test]
fn a_second_tap_raises_a_concern_once_and_other_words_are_another_concern() {
    let hub = Hub::open();
    let one = concern(&hub, "", "request=tap&about=One");
    assert_eq!(concern(&hub, "", "request=tap&about=One").body, one.body);
    assert_eq!(concern(&hub, "", "request=tap&about=Two").status, 200);
    let concerns = hub.get("/board", Some("lead")).json()["concerns"].clone();
    assert_eq!(concerns.as_array().unwrap().len(), 2, "{concerns}");
}

#[test]
fn a_concern_that_cannot_be_written_yet_says_so() {
    let hub = Hub::open();
    hub.disk.set(Disk::Full);
    let told = concern(&hub, "", "about=The+bore");
    assert_eq!(told.status, 200, "{}", told.body);
    assert!(told.body.contains("Not yet recorded."), "{}", told.body);
}
