//! How people come in: invitations and sessions.

use std::{io::Read, sync::atomic::Ordering};

use crate::set::{Hub, Told};

const PRODUCER: &str = "proofhouse=key-of-producer";
const ARMORER: &str = "proofhouse=key-of-armorer";
const DAY: u64 = 24 * 3600;

/// The secret of an invitation of the medic.
fn invited(hub: &Hub) -> String {
    let told = hub.form("/people/invite", PRODUCER, "person=medic");
    assert_eq!(told.status, 200, "{}", told.body);
    told.after("http://hub/in/")
}

fn used(hub: &Hub, secret: &str) -> Told {
    hub.form(&format!("/in/{secret}"), "", "")
}

#[test]
fn an_invitation_signs_in_once_and_looking_at_it_does_not_use_it_up() {
    let hub = Hub::open();
    let secret = invited(&hub);
    for _ in 0..3 {
        let seen = hub.page(&format!("/in/{secret}"), "");
        assert_eq!(seen.status, 200);
        assert!(seen.body.contains("I am Medic") && !seen.head.contains("set-cookie"));
    }
    let told = used(&hub, &secret);
    assert_eq!(told.status, 303, "{}", told.body);
    assert!(hub.page("/mine", &told.session()).body.contains("Medic"));
    assert_eq!(used(&hub, &secret).status, 401);
    assert_eq!(hub.page(&format!("/in/{secret}"), "").status, 401);
}

#[test]
fn an_invitation_is_over_after_a_day_and_when_it_is_withdrawn_or_made_anew() {
    let hub = Hub::open();
    let secret = invited(&hub);
    hub.pass(DAY - 1);
    assert_eq!(hub.page(&format!("/in/{secret}"), "").status, 200);
    hub.pass(1);
    assert_eq!(used(&hub, &secret).status, 401);

    let older = invited(&hub);
    let newer = invited(&hub);
    assert_eq!(used(&hub, &older).status, 401);
    let name = hub
        .page("/people", PRODUCER)
        .after("name=\"name\" value=\"");
    let told = hub.form("/people/withdraw", PRODUCER, &format!("name={name}"));
    assert_eq!(told.status, 303, "{}", told.body);
    assert_eq!(used(&hub, &newer).status, 401);
    assert!(!hub.page("/people", PRODUCER).body.contains("is invited"));
}

#[test]
fn only_whoever_may_bring_people_into_the_record_invites() {
    let hub = Hub::open();
    assert!(
        hub.page("/people", PRODUCER)
            .body
            .contains("/people/invite")
    );
    for cookie in [ARMORER, "proofhouse=key-of-first_ad"] {
        let page = hub.page("/people", cookie);
        assert!(page.status == 200 && !page.body.contains("/people/invite"));
        assert_eq!(
            hub.form("/people/invite", cookie, "person=medic").status,
            403
        );
        assert_eq!(hub.form("/people/withdraw", cookie, "name=x").status, 403);
    }
    assert_eq!(hub.form("/people/invite", "", "person=medic").status, 401);
    let nobody = hub.form("/people/invite", PRODUCER, "person=nobody");
    assert_eq!(nobody.status, 400);
}

#[test]
fn no_secret_is_kept_and_nothing_holds_that_could_not_be_kept() {
    let hub = Hub::open();
    let secret = invited(&hub);
    let session = used(&hub, &secret).session();
    let kept = hub.beside.kept.lock().unwrap().clone();
    let (_, carried) = session.split_once('=').unwrap();
    assert!(kept.contains("medic") && !kept.contains(&secret) && !kept.contains(carried));

    let second = invited(&hub);
    hub.beside.full.store(true, Ordering::Relaxed);
    let full = used(&hub, &second);
    assert!(
        full.status == 503 && !full.head.contains("set-cookie"),
        "{full:?}"
    );
    assert_eq!(
        hub.form("/people/invite", PRODUCER, "person=lead").status,
        503
    );
    assert_eq!(hub.form("/out", &session, "").status, 503);
    assert_eq!(hub.page("/mine", &session).status, 200);
    // It was not used up meanwhile.
    hub.beside.full.store(false, Ordering::Relaxed);
    assert_eq!(used(&hub, &second).status, 303);
}

#[test]
fn what_a_browser_had_before_ends_when_somebody_signs_in_there() {
    let hub = Hub::open();
    let before = used(&hub, &invited(&hub)).session();
    let told = hub.form(&format!("/in/{}", invited(&hub)), &before, "");
    assert_ne!(told.session(), before);
    assert_eq!(hub.page("/mine", &before).status, 401);
    assert_eq!(hub.page("/mine", &told.session()).status, 200);
}

#[test]
fn who_signs_out_is_out_here_and_who_signs_out_everywhere_is_out_everywhere() {
    let hub = Hub::open();
    let one = used(&hub, &invited(&hub)).session();
    let two = used(&hub, &invited(&hub)).session();
    let three = used(&hub, &invited(&hub)).session();
    assert_eq!(hub.form("/out", &one, "").status, 303);
    assert_eq!(hub.page("/board", &one).status, 401);
    assert_eq!(hub.page("/board", &two).status, 200);
    assert_eq!(hub.form("/out/everywhere", &two, "").status, 303);
    assert_eq!(hub.page("/board", &two).status, 401);
    assert_eq!(hub.page("/board", &three).status, 401);
    assert_eq!(hub.page("/board", ARMORER).status, 200);
}

#[test]
fn who_is_gone_or_lost_a_phone_is_shut_out_and_comes_back_by_invitation_alone() {
    let hub = Hub::open();
    hub.form("/mine/pin", ARMORER, "pin=482916&again=482916");
    let sign_in = || hub.form("/sign-in", "", "person=armorer&pin=482916");
    let station = sign_in().session();
    let told = hub.form("/people/invite", PRODUCER, "person=armorer");
    let invitation = told.after("http://hub/in/");
    let lead = hub.form(
        "/people/shut-out",
        "proofhouse=key-of-lead",
        "person=armorer",
    );
    assert_eq!(lead.status, 403);
    let told = hub.form("/people/shut-out", PRODUCER, "person=armorer");
    assert_eq!(told.status, 303, "{}", told.body);
    for cookie in [ARMORER, &station] {
        assert_eq!(hub.page("/board", cookie).status, 401);
    }
    assert_eq!(sign_in().status, 401);
    assert_eq!(used(&hub, &invitation).status, 401);
    let told = hub.form("/people/invite", PRODUCER, "person=armorer");
    assert_eq!(used(&hub, &told.after("http://hub/in/")).status, 303);
}

#[test]
fn a_session_that_is_used_goes_on_and_one_that_is_not_ends_after_three_days() {
    let hub = Hub::open();
    for _ in 0..9 {
        hub.pass(3 * DAY - 1);
        assert_eq!(hub.page("/board", ARMORER).status, 200);
    }
    hub.pass(3 * DAY);
    assert_eq!(hub.page("/board", ARMORER).status, 401);
}

#[test]
fn a_page_that_looks_by_itself_keeps_nobody_signed_in() {
    let hub = Hub::open();
    hub.pass(3 * DAY - 1);
    let live = format!("Cookie: {ARMORER}\r\nLive: yes\r\n");
    assert_eq!(hub.raw("GET /board", &live, "").status, 200);
    hub.pass(1);
    assert_eq!(hub.page("/board", ARMORER).status, 401);
}

#[test]
fn the_live_line_of_a_browser_that_signs_out_ends() {
    let hub = Hub::open();
    let session = used(&hub, &invited(&hub)).session();
    let mut line = hub.line();
    let text = format!(
        "GET /api/v1/units/main-unit/now HTTP/1.1\r\nHost: hub\r\nCookie: {session}\r\n\r\n"
    );
    std::io::Write::write_all(&mut line, text.as_bytes()).unwrap();
    let mut some = [0; 16];
    line.read_exact(&mut some).unwrap();
    hub.form("/out", &session, "");
    let mut rest = Vec::new();
    line.read_to_end(&mut rest).unwrap();
}

#[test]
fn a_session_that_began_with_a_token_ends_with_it() {
    let hub = Hub::open();
    let told = hub.form("/in/key-of-lead", "", "");
    assert_eq!(told.status, 303);
    let session = told.session();
    assert!(!session.contains("key-of-lead"), "{session}");
    assert_eq!(hub.page("/board", &session).status, 200);
    hub.admit(&["armorer"]);
    assert_eq!(hub.page("/board", &session).status, 401);
}

#[test]
fn a_browser_on_a_plain_line_may_say_where_a_form_came_from() {
    let hub = Hub::open();
    for path in ["/sign-in", "/board", "/in/nothing"] {
        let told = hub.page(path, ARMORER);
        assert!(
            told.head.contains("referrer-policy: same-origin"),
            "{}",
            told.head
        );
    }
}

#[test]
fn a_form_of_a_foreign_page_lets_nobody_in_or_out() {
    let hub = Hub::open();
    let secret = invited(&hub);
    let foreign = format!("Cookie: {PRODUCER}\r\nSec-Fetch-Site: cross-site\r\n");
    for path in [
        &format!("/in/{secret}") as &str,
        "/sign-in",
        "/out",
        "/out/everywhere",
        "/people/invite",
        "/people/withdraw",
        "/people/shut-out",
        "/people/guest",
        "/mine/pin",
        "/mine/passkey",
        "/sign-in/passkey",
        "/passkey/challenge",
        "/mine/badge",
        "/mine/link",
        "/mine/without",
    ] {
        let head = format!("{foreign}Content-Type: application/x-www-form-urlencoded\r\n");
        let told = hub.raw(&format!("POST {path}"), &head, "person=medic&pin=482916");
        assert_eq!(told.status, 403, "{path}");
    }
    assert_eq!(hub.page("/board", PRODUCER).status, 200);
}
