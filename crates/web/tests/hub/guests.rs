//! Links of guests: one thing, read only.

use serde_json::json;

use crate::set::Hub;

const PRODUCER: &str = "proofhouse=key-of-producer";

fn link(hub: &Hub, form: &str) -> String {
    let told = hub.form("/people/guest", PRODUCER, form);
    assert_eq!(told.status, 200, "{}", told.body);
    told.after("http://hub/guest/")
}

fn seen(hub: &Hub, secret: &str) -> u16 {
    hub.page(&format!("/guest/{secret}"), "").status
}

#[test]
fn a_guest_sees_one_weapon_and_nothing_on_the_page_leads_further() {
    let hub = Hub::open();
    let secret = link(&hub, "weapon=hero-one&days=1");
    let page = hub.page(&format!("/guest/{secret}"), "").body;
    assert!(
        page.contains("Hero One") && page.contains("read only"),
        "{page}"
    );
    assert!(!page.contains("Hero Two"), "{page}");
    let links = page
        .split("href=\"/")
        .skip(1)
        .map(|it| it.split('"').next().unwrap());
    let further = links.filter(|it| !it.starts_with("assets/") && !it.starts_with("stop"));
    assert_eq!(further.collect::<Vec<_>>(), Vec::<&str>::new());
    let forms = page.matches("<form").count();
    assert_eq!(forms, page.matches("action=\"/stop\"").count(), "{page}");
}

#[test]
fn a_guest_sees_one_day_and_no_other() {
    let hub = Hub::open();
    let day = link(&hub, "day=2026-03-10&days=7");
    let page = hub.page(&format!("/guest/{day}"), "").body;
    assert!(
        page.contains("10 March 2026") && page.contains("<tbody><tr>"),
        "{page}"
    );
    let other = link(&hub, "day=2026-03-11&days=7");
    let page = hub.page(&format!("/guest/{other}"), "").body;
    assert!(page.contains("Nothing was asked"), "{page}");
}

#[test]
fn a_guest_sees_and_fetches_one_pack_and_no_other() {
    let hub = Hub::open();
    let (first, second) = (link(&hub, "pack=yes&days=1"), link(&hub, "pack=yes&days=7"));
    let page = hub.page(&format!("/guest/{first}"), "");
    assert!(
        page.body.contains("the evidence pack, 12 entries"),
        "{}",
        page.body
    );
    // Entries 1 to 11, and no later one: entry 0 is none.
    assert_eq!(page.body.matches("<tr><td>").count(), 11);
    assert!(!page.body.contains(&first), "the link stands in no page");
    let fetched = hub.page(&format!("/guest/{first}?as=zip"), "");
    assert_eq!((fetched.status, &fetched.body[..]), (200, "pack 0"));
    for line in [
        "content-type: application/zip",
        "content-length: 6",
        "attachment; filename=\"main-unit-12.zip\"",
    ] {
        assert!(fetched.head.contains(line), "{}", fetched.head);
    }
    let other = hub.page(&format!("/guest/{second}?as=zip"), "");
    assert_eq!(&other.body[..], "pack 1");
    let weapon = link(&hub, "weapon=hero-one&days=1");
    let page = hub.page(&format!("/guest/{weapon}?as=zip"), "");
    assert!(page.head.contains("text/html") && page.body.contains("Hero One"));
}

#[test]
fn a_pack_ends_with_its_link_and_is_kept_no_longer() {
    let hub = Hub::open();
    let day = link(&hub, "pack=yes&days=1");
    let week = link(&hub, "pack=yes&days=7");
    let zip = |secret: &str| seen(&hub, &format!("{secret}?as=zip"));
    hub.pass(24 * 3600 - 1);
    assert_eq!((zip(&day), zip(&week)), (200, 200));
    hub.pass(1);
    assert_eq!((zip(&day), seen(&hub, &day), zip(&week)), (404, 404, 200));
    let people = hub.page("/people", PRODUCER);
    let name = people.after("name=\"name\" value=\"");
    hub.form("/people/withdraw", PRODUCER, &format!("name={name}"));
    assert_eq!((zip(&week), hub.packs.kept()), (404, 0));
}

#[test]
fn with_the_link_of_a_guest_everything_else_is_refused() {
    let hub = Hub::open();
    let secret = link(&hub, "weapon=hero-one&days=1");
    let cookie = format!("proofhouse={secret}");
    for path in [
        "/board",
        "/wall",
        "/weapons",
        "/weapon/hero-one",
        "/rounds",
        "/scenes",
        "/day",
        "/people",
        "/person/lead",
        "/record",
        "/refusals",
        "/menu",
        "/rules",
        "/labels",
        "/cards",
        "/mine",
        "/ask",
        "/ask/check_out",
        "/check/hero-one",
        "/issue/hero-one",
    ] {
        assert_eq!(hub.page(path, &cookie).status, 401, "{path}");
    }
    for (path, form) in [
        ("/ask/check_out", "weapon=hero-one&purpose=filming"),
        ("/collect/hero-one", ""),
        ("/people/invite", "person=medic"),
        ("/people/guest", "weapon=hero-two"),
        ("/people/withdraw", "name=x"),
        ("/mine/pin", "pin=482916&again=482916"),
    ] {
        assert_eq!(hub.form(path, &cookie, form).status, 401, "{path}");
    }
    assert_eq!(hub.form(&format!("/in/{secret}"), "", "").status, 401);
    assert_eq!(hub.form(&format!("/guest/{secret}"), "", "").status, 405);
    let bearer = format!("Authorization: Bearer {secret}\r\nContent-Type: application/json\r\n");
    for line in ["board", "entries", "checkpoint", "now", "look_ahead?wrap"] {
        let line = format!("GET /api/v1/units/main-unit/{}", line.replace('_', "-"));
        assert_eq!(hub.raw(&line, &bearer, "").status, 401, "{line}");
    }
    let body = json!({"request": "g", "ask": "take_duty"}).to_string();
    let told = hub.raw("POST /api/v1/units/main-unit/asks", &bearer, &body);
    assert_eq!(told.status, 401);
}

#[test]
fn the_link_of_a_guest_ends_by_itself_and_when_it_is_withdrawn() {
    let hub = Hub::open();
    let day = link(&hub, "weapon=hero-one&days=1");
    let week = link(&hub, "weapon=hero-two&days=7");
    hub.pass(24 * 3600 - 1);
    assert_eq!((seen(&hub, &day), seen(&hub, &week)), (200, 200));
    hub.pass(1);
    assert_eq!((seen(&hub, &day), seen(&hub, &week)), (404, 200));
    let people = hub.page("/people", PRODUCER);
    assert!(people.body.contains("A guest sees Hero Two"));
    assert!(!people.body.contains("A guest sees Hero One"));
    let name = people.after("name=\"name\" value=\"");
    hub.form("/people/withdraw", PRODUCER, &format!("name={name}"));
    assert_eq!(seen(&hub, &week), 404);
}

#[test]
fn no_link_of_a_guest_holds_longer_than_thirty_days_or_is_made_by_whoever_may_not() {
    let hub = Hub::open();
    let long = link(&hub, "day=2026-03-10&days=9999");
    hub.pass(30 * 24 * 3600);
    assert_eq!(seen(&hub, &long), 404);
    let hub = Hub::open();
    let armorer = "proofhouse=key-of-armorer";
    assert_eq!(
        hub.form("/people/guest", armorer, "weapon=hero-one").status,
        403
    );
    for form in [
        "",
        "weapon=hero-one&day=2026-03-10",
        "day=soon",
        "pack=yes&weapon=hero-one",
    ] {
        let told = hub.form("/people/guest", PRODUCER, form);
        assert_eq!(told.status, 422, "{form}");
        assert!(
            told.body
                .contains("Choose one weapon, one day, or the evidence pack."),
            "{}",
            told.body
        );
    }
}
