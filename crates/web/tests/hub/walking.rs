//! The pages as somebody with a browser meets them: each link leads somewhere, each form is taken.

use std::collections::BTreeSet;

use crate::set::{Hub, Told};

const ARMORER: &str = "Cookie: proofhouse=key-of-armorer\r\nAccept: text/html\r\n";

fn page(hub: &Hub, path: &str) -> Told {
    hub.raw(&format!("GET {path}"), ARMORER, "")
}

/// Sends a form as a page of this hub does.
fn send(hub: &Hub, path: &str, form: &str) -> Told {
    let head = format!(
        "{ARMORER}Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    );
    hub.raw(&format!("POST {path}"), &head, form)
}

fn links(page: &str) -> BTreeSet<String> {
    let links = page.split("href=\"/").skip(1);
    let links = links.filter_map(|rest| rest.split('"').next());
    links
        .map(|path| format!("/{}", path.replace("&amp;", "&")))
        .collect()
}

#[test]
fn no_page_leads_to_nowhere() {
    let hub = Hub::open();
    let (mut seen, mut ahead) = (BTreeSet::new(), vec!["/board".to_owned()]);
    while let Some(path) = ahead.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let told = page(&hub, &path);
        assert_eq!(told.status, 200, "{path}: {}", told.body);
        ahead.extend(links(&told.body));
        assert!(seen.len() < 2_000, "{seen:?}");
    }
    for path in [
        "/ask/plan_scene",
        "/person/lead",
        "/ask/check_out?weapon=hero-one",
        "/rounds",
    ] {
        assert!(seen.contains(path), "nothing leads to {path}");
    }
}

#[test]
fn a_no_of_a_law_leads_to_its_page_which_counts_it() {
    let hub = Hub::open();
    let said_no = |times: usize| format!("class=\"fact n\">{times}</p>");
    let law = page(&hub, "/rule/law-1").body;
    assert!(law.contains(&said_no(0)), "{law}");
    let mut told = String::new();
    for _ in 0..2 {
        told = send(&hub, "/ask/check_out", "weapon=hero-one&purpose=filming").body;
    }
    assert!(told.contains("data-answer=\"no\""), "{told}");
    assert!(links(&told).contains("/rule/law-1"), "{told}");
    let law = page(&hub, "/rule/law-1").body;
    assert!(law.contains(&said_no(1)), "{law}");
    assert!(law.contains("Each weapon has one custodian"), "{law}");
    let all = page(&hub, "/rules").body;
    let row = "Law 1</p><p class=\"small no-text\">said no once lately</p>";
    assert!(all.contains(row), "{all}");
}

#[test]
fn every_law_has_a_page_and_what_is_no_law_has_none() {
    let hub = Hub::open();
    for law in 1..=11 {
        assert_eq!(page(&hub, &format!("/rule/law-{law}")).status, 200, "{law}");
    }
    for id in [
        "law-0",
        "law-12",
        "law-01",
        "law-",
        "Law-1",
        "law-1-shows",
        "nonsense",
    ] {
        let told = page(&hub, &format!("/rule/{id}"));
        assert_eq!(told.status, 404, "{id}");
        assert!(told.body.contains("<main"), "{id}: {}", told.body);
    }
}

#[test]
fn a_page_that_is_not_there_says_so_to_people_and_programs() {
    let hub = Hub::open();
    let told = page(&hub, "/weapon/nobody");
    assert_eq!(told.status, 404);
    assert!(told.body.contains("<main"), "{}", told.body);
    let nowhere = page(&hub, "/nowhere");
    assert!(nowhere.body.contains("<main"), "{}", nowhere.body);
    for looks_and_stops in ["style-src 'self'", "form-action 'self'"] {
        assert!(nowhere.head.contains(looks_and_stops), "{}", nowhere.head);
    }
    let program = hub.raw("GET /nowhere", "", "");
    assert_eq!(program.problem(), (404, "not-found".to_owned()));
}

#[test]
fn an_ask_by_form_is_decided_and_what_is_wrong_is_kept_and_told() {
    let hub = Hub::open();
    let wrong = send(&hub, "/ask/transfer", "lot=&rounds=six&from=safe");
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("value=\"six\""), "{}", wrong.body);
    assert!(wrong.body.contains("id=\"wrong-rounds\""));
    let more = send(&hub, "/ask/count", "counted.0.rounds=7&more=counted");
    assert_eq!(more.status, 200);
    assert!(more.body.contains("name=\"counted.1.rounds\""));
    assert!(more.body.contains("value=\"7\""));
    let asked = send(&hub, "/ask/check_out", "weapon=hero-one&purpose=filming");
    assert!(asked.body.contains("data-answer=\"go\""), "{}", asked.body);
}

#[test]
fn a_page_that_was_old_decides_nothing_keeps_what_was_typed_and_forgets_what_was_seen() {
    let hub = Hub::open();
    let asked = "weapon=hero-one&purpose=filming";
    assert_eq!(send(&hub, "/ask/check_out", asked).status, 200);
    let old = send(&hub, "/ask/check_out", &format!("{asked}&last=1"));
    assert_eq!(old.status, 409);
    for kept in [
        "This page was old",
        "value=\"filming\"",
        "value=\"hero-one\" selected",
    ] {
        assert!(old.body.contains(kept), "{kept}: {}", old.body);
    }
    assert!(
        !old.body.contains("name=\"last\" value=\"1\""),
        "{}",
        old.body
    );
    assert!(!old.body.contains("Something is missing"), "{}", old.body);

    let issue = "bearer=lead&bearer-how=spoken&set_up=12&briefed=yes&seen:weapon:hero-one=1";
    let old = send(&hub, "/issue/hero-one", issue);
    assert_eq!(old.status, 409);
    assert!(old.body.contains("This page was old"), "{}", old.body);
    assert!(old.body.contains("value=\"lead\" selected"), "{}", old.body);
    assert!(!old.body.contains("value=\"yes\" checked"), "{}", old.body);

    let checked = "p1=empty&p2=empty&p3=empty&p4=empty&p5=empty&p6=empty&bore=empty\
        &magazine=empty&witness=first_ad&witness-how=spoken&seen:weapon:hero-one=1";
    let old = send(&hub, "/check/hero-one", checked);
    assert_eq!(old.status, 409, "{}", old.body);
    assert!(old.body.contains("This page was old"), "{}", old.body);
    assert!(
        !old.body.contains("value=\"empty\" checked"),
        "{}",
        old.body
    );
}

#[test]
fn a_form_of_a_foreign_page_is_not_taken() {
    let hub = Hub::open();
    let head = format!(
        "{ARMORER}Sec-Fetch-Site: cross-site\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    );
    let told = hub.raw("POST /ask/check_out", &head, "weapon=hero-one");
    assert_eq!(told.status, 403);
}

#[test]
fn a_live_page_follows_the_record_by_its_cookie() {
    let hub = Hub::open();
    let line = "GET /api/v1/units/main-unit/now";
    let told = hub.raw(line, &format!("{ARMORER}Last-Event-ID: x\r\n"), "");
    assert_eq!(
        told.status, 400,
        "signed in, and told what is wrong: {}",
        told.body
    );
    assert_eq!(hub.raw(line, "Last-Event-ID: x\r\n", "").status, 401);
}

#[test]
fn what_was_refused_and_done_all_the_same_is_reported_from_the_refusal() {
    let hub = Hub::open();
    let lead = ARMORER.replace("armorer", "lead");
    let head = format!(
        "{lead}Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    );
    let refused = hub.raw(
        "POST /ask/check_out",
        &head,
        "weapon=hero-one&purpose=filming",
    );
    assert!(
        refused.body.contains("data-answer=\"no\""),
        "{}",
        refused.body
    );
    let all = links(&refused.body);
    let way = all.iter().find(|it| it.starts_with("/breach/")).unwrap();
    assert!(page(&hub, way).body.contains("Was it done all the same?"));
    let told = hub.raw(&format!("POST {way}"), &head, "persons=lead");
    assert_eq!(told.status, 303, "{}", told.body);
    let newest = hub.get("/entries?from=60&limit=100", Some("lead")).body;
    assert!(newest.contains("\"report\":\"breach\""), "{newest}");
    assert!(page(&hub, "/weapon/hero-one").body.contains("/incident/"));
    for not_refused in ["/breach/1", "/breach/9999", "/breach/x"] {
        let told = page(&hub, not_refused).status;
        assert!([400, 404].contains(&told), "{not_refused}: {told}");
    }
}

#[test]
fn a_no_leads_to_what_mends_it_whoever_may_ask_that_and_tells_the_others_who_may() {
    let hub = Hub::open();
    let shown = |who: &str| {
        let cookie = format!("proofhouse=key-of-{who}");
        let told = hub.form(
            "/ask/show",
            &cookie,
            "weapon=hero-one&to=lead&dry_fire=true",
        );
        assert!(told.body.contains("data-answer=\"no\""), "{}", told.body);
        told.body
    };
    let check = "/check/hero-one";
    assert!(links(&shown("armorer")).contains(check));
    for who in ["first_ad", "lead"] {
        let page = shown(who);
        assert!(!links(&page).contains(check), "{page}");
        let words = "To check, ask: Armorer · Property Master · Assistant PM.";
        assert!(page.contains(words), "{page}");
    }
}

#[test]
fn the_record_is_looked_through_by_any_words_and_an_entry_has_a_page() {
    let hub = Hub::open();
    let found = page(&hub, "/record?search=hero-one%20LOAD").body;
    let entries = |body: &str| body.matches("href=\"/entry/").count();
    let all = entries(&page(&hub, "/record").body);
    assert!((1..all).contains(&entries(&found)), "{found}");
    assert!(found.contains("value=\"hero-one LOAD\""));
    let none = page(&hub, "/record?search=no-such-thing").body;
    assert_eq!(entries(&none), 0);
    assert!(none.contains("No entry has all these words."), "{none}");

    let (_, rest) = found.split_once("href=\"/entry/").unwrap();
    let seq: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let one = page(&hub, &format!("/entry/{seq}")).body;
    assert!(
        one.contains("&quot;load&quot;") || one.contains("\"load\""),
        "{one}"
    );
    let exact = page(&hub, &format!("/entry/{seq}.json"));
    assert!(exact.head.contains("content-type: application/json"));
    assert!(exact.body.starts_with('{') && exact.body.contains("hero-one"));
    for nothing in [
        "/entry/99999",
        "/entry/x",
        "/entry/1.zip",
        "/entry/99999.json",
    ] {
        assert_eq!(page(&hub, nothing).status, 404, "{nothing}");
    }
    for path in ["/entry/1", "/entry/1.json", "/entry/1.tlog-proof"] {
        assert_eq!(
            hub.raw(&format!("GET {path}"), "", "").status,
            401,
            "{path}"
        );
    }
}
