//! The weekly digest by its pages: who may sign up, what is told of a form, what a link does.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use web::{Addresses, Digest, NotNow, Standing, Wish};

use crate::set::{Hub, Told};

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";
const OURS: &str = "Cookie: proofhouse=key-of-lead\r\nSec-Fetch-Site: same-origin\r\n";

const ASKED: Standing = Standing::Asked { contact: true };

/// Addresses of a test: one link, `known`, and what was wished.
#[derive(Default)]
struct Notes {
    full: AtomicBool,
    wishes: Mutex<Vec<Wish>>,
    is: Mutex<Option<Standing>>,
}

impl Addresses for Notes {
    fn take(&self, wish: Wish) -> bool {
        self.wishes.lock().unwrap().push(wish);
        !self.full.load(Ordering::Relaxed)
    }

    fn is(&self, key: &str) -> Result<Standing, NotNow> {
        let is = self.is.lock().unwrap().ok_or(NotNow)?;
        Ok(if key == "known" {
            is
        } else {
            Standing::Unknown
        })
    }

    fn confirm(&self, key: &str) -> Result<bool, NotNow> {
        let known = self.is(key)? != Standing::Unknown;
        *self.is.lock().unwrap() = Some(Standing::Confirmed);
        Ok(known)
    }

    fn erase(&self, key: &str) -> Result<(), NotNow> {
        if self.is(key)? != Standing::Unknown {
            *self.is.lock().unwrap() = Some(Standing::Unknown);
        }
        Ok(())
    }
}

fn hub() -> (Hub, Arc<Notes>) {
    let notes = Arc::new(Notes::default());
    *notes.is.lock().unwrap() = Some(ASKED);
    let addresses: Arc<dyn Addresses> = Arc::<Notes>::clone(&notes);
    (Hub::with_mail(Digest::new(addresses)), notes)
}

fn sign_up(hub: &Hub, head: &str, body: &str) -> Told {
    hub.raw("POST /digest", &format!("{FORM}{head}"), body)
}

#[test]
fn whoever_is_signed_in_signs_up_with_what_was_ticked_and_nothing_else() {
    let (hub, notes) = hub();
    let page = hub.raw("GET /digest", OURS, "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains(r#"name="week""#) && page.body.contains(r#"name="contact""#));
    assert!(!page.body.contains(" checked"), "{}", page.body);
    let told = sign_up(&hub, OURS, "address=+Lead%40Set.example+&week=yes");
    assert_eq!(told.status, 200, "{}", told.body);
    let spanish = format!("{OURS}Accept-Language: es\r\n");
    sign_up(
        &hub,
        &spanish,
        "address=b%40set.example&week=yes&contact=yes",
    );
    let wishes = notes.wishes.lock().unwrap();
    let wished = wishes.iter().map(|it| {
        let who = it.person.as_str();
        (
            it.wants.address.as_str(),
            it.wants.contact,
            who,
            it.language.tag(),
        )
    });
    assert_eq!(
        wished.collect::<Vec<_>>(),
        [
            ("Lead@set.example", false, "lead", "en"),
            ("b@set.example", true, "lead", "es")
        ]
    );
}

#[test]
fn a_form_that_is_wrong_is_told_beside_the_field_and_nothing_of_it_is_lost() {
    let (hub, notes) = hub();
    for (body, wrong, kept) in [
        ("address=&week=yes", "Write the address", "checked"),
        ("week=yes", "Write the address", "checked"),
        (
            "address=%3Cb%3E&week=yes&contact=yes",
            "This is no mail address",
            "&lt;b&gt;",
        ),
        (
            "address=a%40b.example%0d%0aBcc%3a+c%40d.example&week=yes",
            "This is no mail address",
            "checked",
        ),
        (
            "address=se%C3%B1ora%40set.example&week=yes",
            "of the letters a to z",
            "señora@set.example",
        ),
        (
            "address=lead%40set.example",
            "without it nothing is sent",
            "lead@set.example",
        ),
        (
            "address=lead%40set.example&contact=yes",
            "without it nothing is sent",
            "checked",
        ),
    ] {
        let told = sign_up(&hub, OURS, body);
        assert_eq!(told.status, 422, "{body}");
        assert!(
            told.body.contains(wrong) && told.body.contains(kept),
            "{body}: {}",
            told.body
        );
        assert!(told.body.contains(r#"aria-invalid="true""#), "{body}");
    }
    assert!(notes.wishes.lock().unwrap().is_empty());
}

#[test]
fn nobody_signs_up_without_a_sign_in_or_from_the_page_of_another() {
    let (hub, notes) = hub();
    let good = "address=lead%40set.example&week=yes";
    let nobody = "Sec-Fetch-Site: same-origin\r\n";
    assert_eq!(hub.raw("GET /digest", "", "").status, 401);
    assert_eq!(sign_up(&hub, nobody, good).status, 401);
    let foreign = "Cookie: proofhouse=key-of-lead\r\nSec-Fetch-Site: cross-site\r\n";
    assert_eq!(sign_up(&hub, foreign, good).status, 403);
    assert!(notes.wishes.lock().unwrap().is_empty());
}

#[test]
fn a_device_that_sends_many_addresses_waits_and_a_mailbox_is_not_flooded() {
    let (hub, notes) = hub();
    let one = |nth: usize| {
        sign_up(
            &hub,
            OURS,
            &format!("address=a{nth}%40set.example&week=yes"),
        )
    };
    assert!((0..5).all(|nth| one(nth).status == 200));
    let late = one(5);
    assert_eq!(late.status, 429);
    assert!(late.body.contains("Try again in ten minutes") && late.body.contains("a5@set.example"));
    assert_eq!(notes.wishes.lock().unwrap().len(), 5);
}

#[test]
fn a_wish_that_cannot_be_taken_in_now_is_kept_in_the_form() {
    let (hub, notes) = hub();
    notes.full.store(true, Ordering::Relaxed);
    let told = sign_up(&hub, OURS, "address=lead%40set.example&week=yes");
    assert_eq!(told.status, 503);
    assert!(told.body.contains("Nothing is lost") && told.body.contains("lead@set.example"));
}

#[test]
fn a_link_does_nothing_until_its_button_is_pressed() {
    let (hub, notes) = hub();
    let is = || *notes.is.lock().unwrap();
    let look = |path: &str| hub.raw(&format!("GET /digest/{path}"), "", "");
    let press = |path: &str| {
        hub.raw(
            &format!("POST /digest/{path}"),
            FORM,
            "List-Unsubscribe=One-Click",
        )
    };
    let asked = look("confirm/known").body;
    assert!(asked.contains("about other matters"), "{asked}");
    assert!(
        look("confirm/known")
            .body
            .contains("Yes, send me the digest")
    );
    assert!(
        look("leave/known")
            .body
            .contains("End it and erase the address")
    );
    assert_eq!(is(), Some(ASKED));
    assert!(press("confirm/known").body.contains("Confirmed"));
    assert_eq!(is(), Some(Standing::Confirmed));
    assert!(press("confirm/known").body.contains("Confirmed"));
    for _ in 0..2 {
        let left = press("leave/known");
        assert_eq!(left.status, 200);
        assert!(left.body.contains("Ended and erased"), "{}", left.body);
    }
    assert_eq!(is(), Some(Standing::Unknown));
}

#[test]
fn a_link_of_nothing_and_addresses_out_of_reach_are_told_apart() {
    let (hub, notes) = hub();
    let gone = hub.raw("GET /digest/confirm/other", "", "");
    assert_eq!(gone.status, 404);
    assert!(gone.body.contains("This link no longer works"));
    assert_eq!(
        hub.raw("POST /digest/confirm/%3Cb%3E", FORM, "").status,
        404
    );
    *notes.is.lock().unwrap() = None;
    for line in ["GET /digest/confirm/known", "POST /digest/leave/known"] {
        let told = hub.raw(line, FORM, "");
        assert_eq!(told.status, 503);
        assert!(told.body.contains("Nothing is lost"), "{}", told.body);
    }
}

#[test]
fn a_hub_without_mail_says_so_and_asks_for_no_address() {
    let hub = Hub::open();
    let page = hub.raw("GET /digest", OURS, "");
    assert!(page.body.contains("has no mail set up") && !page.body.contains("name=\"address\""));
    let told = sign_up(&hub, OURS, "address=lead%40set.example&week=yes");
    assert!(told.body.contains("has no mail set up"), "{}", told.body);
    assert_eq!(hub.raw("GET /digest/leave/known", "", "").status, 404);
}

#[test]
fn anybody_reads_what_is_kept_of_whom() {
    let hub = Hub::open();
    let page = hub.raw("GET /privacy", "", "");
    assert_eq!(page.status, 200);
    for text in [
        "The record",
        "Signing in",
        "The weekly digest",
        "Your device",
        "How it is erased",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
}
