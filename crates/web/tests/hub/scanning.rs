//! Lists of a form that are scanned, without a script: each code is a round trip.

use crate::set::{Hub, Told};

const FIRST_AD: &str = "proofhouse=key-of-first_ad";
const LEAD: &str = "proofhouse=key-of-lead";

fn meeting(hub: &Hub, form: &str) -> Told {
    hub.form("/ask/hold_meeting", FIRST_AD, form)
}

fn entries(hub: &Hub) -> u64 {
    let board = hub.get("/board", Some("lead")).json();
    board["last"].as_u64().unwrap()
}

/// Who is ticked on a page.
fn ticked(told: &Told) -> Vec<&str> {
    let boxes = told.body.split("name=\"present\" value=\"").skip(1);
    let boxes = boxes.filter_map(|it| it.split_once('>')?.0.strip_suffix("\" checked"));
    boxes.collect()
}

#[test]
fn a_meeting_is_scanned_one_after_the_other_and_asked_when_it_is_sent() {
    let hub = Hub::open();
    let before = entries(&hub);
    let filled = "scenes=14&on_site=yes&with1=armorer&with1-as=accepts&with1-how=spoken";
    let told = meeting(
        &hub,
        &format!("{filled}&code:present=http://hub/person/lead&more=code"),
    );
    assert_eq!(told.status, 200, "{}", told.body);
    assert_eq!(ticked(&told), ["lead"]);
    assert!(told.body.contains("Lead is ticked."), "{}", told.body);
    for kept in [
        "name=\"scenes\" value=\"14\" checked",
        "name=\"on_site\" value=\"yes\" checked",
        "<option value=\"armorer\" selected",
        "<option value=\"accepts\" selected",
    ] {
        assert!(told.body.contains(kept), "{kept}: {}", told.body);
    }
    // A scanner presses Enter: that is no button, and asks nothing.
    let told = meeting(
        &hub,
        &format!("{filled}&present=lead&code:present=first_ad"),
    );
    assert_eq!(ticked(&told), ["first_ad", "lead"]);
    let told = meeting(
        &hub,
        &format!("{filled}&present=lead&present=first_ad&code:present=lead"),
    );
    assert_eq!(ticked(&told), ["first_ad", "lead"]);
    assert!(
        told.body.contains("Lead is ticked already."),
        "{}",
        told.body
    );
    assert_eq!(entries(&hub), before, "a scan was asked");
    let told = meeting(
        &hub,
        &format!("{filled}&present=lead&present=first_ad&present=armorer&code:present="),
    );
    assert!(told.body.contains("data-answer=\""), "{}", told.body);
    assert_eq!(entries(&hub), before + 1);
}

#[test]
fn a_code_that_the_list_does_not_have_changes_nothing() {
    let hub = Hub::open();
    let before = entries(&hub);
    for code in ["9780141036144", "http://hub/weapon/hero-one", "PH00"] {
        let told = meeting(&hub, &format!("present=lead&code:present={code}"));
        assert_eq!(told.status, 422, "{code}");
        assert_eq!(ticked(&told), ["lead"], "{code}");
        assert!(told.body.contains("nothing was ticked"), "{}", told.body);
    }
    assert_eq!(entries(&hub), before);
}

#[test]
fn a_badge_says_who_is_there_until_it_is_lost() {
    let hub = Hub::open();
    hub.form("/mine/pin", LEAD, "pin=482916&again=482916");
    let badge = hub.form("/mine/badge", LEAD, "");
    let code = badge.after(">PH");
    let scanned = |form: &str| meeting(&hub, &format!("code:present=PH{code}{form}"));
    assert_eq!(ticked(&scanned("")), ["lead"]);
    assert!(scanned("&present=lead").body.contains("ticked already"));
    let relief = hub.form("/ask/relieve", FIRST_AD, &format!("code:weapons=PH{code}"));
    assert_eq!(relief.status, 422, "a person is no weapon");
    hub.form("/mine/without", LEAD, "way=badge");
    assert_eq!(scanned("").status, 422);
}

#[test]
fn the_weapons_of_a_relief_are_scanned() {
    let hub = Hub::open();
    let form = "from=armorer&weapons=hero-two&code:weapons=http://hub/weapon/hero-one";
    let told = hub.form("/ask/relieve", FIRST_AD, form);
    assert_eq!(told.status, 200, "{}", told.body);
    for weapon in ["hero-one", "hero-two"] {
        let box_of = format!("name=\"weapons\" value=\"{weapon}\" checked");
        assert!(told.body.contains(&box_of), "{weapon}: {}", told.body);
    }
    assert!(told.body.contains("Hero One is ticked."), "{}", told.body);
}
