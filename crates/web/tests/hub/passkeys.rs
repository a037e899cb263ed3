//! Passkeys, made and used by a device that stands here in its place.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use sha2::{Digest, Sha256};

use crate::set::{Hub, Told};

const ARMORER: &str = "proofhouse=key-of-armorer";

/// Present, verified; and with a key.
const BOTH: u8 = 0x05;
const WITH_KEY: u8 = 0x45;

fn text(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn challenge(hub: &Hub) -> String {
    hub.form("/passkey/challenge", "", "").body
}

/// What a browser and a device do; a test bends one of it.
#[derive(Clone)]
struct Does {
    what: &'static str,
    challenge: String,
    origin: &'static str,
    host: &'static str,
    flags: u8,
    count: u32,
}

impl Does {
    fn client(&self) -> String {
        let (what, challenge, origin) = (self.what, &self.challenge, self.origin);
        format!(
            "{{\"type\":\"{what}\",\"challenge\":\"{challenge}\",\"origin\":\"{origin}\",\"crossOrigin\":false}}"
        )
    }

    fn data(&self) -> Vec<u8> {
        let host = Sha256::digest(self.host.as_bytes());
        [&host[..], &[self.flags], &self.count.to_be_bytes()].concat()
    }
}

struct Device(EcdsaKeyPair);

impl Device {
    fn new() -> Self {
        let (dice, form) = (SystemRandom::new(), &ECDSA_P256_SHA256_ASN1_SIGNING);
        let key = EcdsaKeyPair::generate_pkcs8(form, &dice).unwrap();
        Self(EcdsaKeyPair::from_pkcs8(form, key.as_ref(), &dice).unwrap())
    }

    fn made(&self, does: &Does) -> String {
        let point = self.0.public_key().as_ref();
        let key = [
            &[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20][..],
            &point[1..33],
            &[0x22, 0x58, 0x20],
            &point[33..],
        ];
        let data = [&does.data()[..], &[0; 16], &[0, 4], b"pass", &key.concat()].concat();
        let (id, client) = (text("pass"), text(does.client()));
        format!("id={id}&client={client}&data={}", text(data))
    }

    fn signed(&self, does: &Does) -> String {
        let (data, client) = (does.data(), does.client());
        let message = [&data[..], &Sha256::digest(client.as_bytes())[..]].concat();
        let signature = self.0.sign(&SystemRandom::new(), &message).unwrap();
        let (id, client) = (text("pass"), text(client));
        format!(
            "id={id}&client={client}&data={}&signature={}",
            text(data),
            text(signature)
        )
    }
}

fn making(hub: &Hub) -> Does {
    Does {
        what: "webauthn.create",
        challenge: challenge(hub),
        origin: "http://hub",
        host: "hub",
        flags: WITH_KEY,
        count: 0,
    }
}

fn signing(hub: &Hub, count: u32) -> Does {
    Does {
        what: "webauthn.get",
        flags: BOTH,
        count,
        ..making(hub)
    }
}

/// A hub at which the armorer has a passkey.
fn hub() -> (Hub, Device) {
    let (hub, device) = (Hub::open(), Device::new());
    let told = hub.form("/mine/passkey", ARMORER, &device.made(&making(&hub)));
    assert_eq!(told.status, 303, "{}", told.body);
    (hub, device)
}

fn sign_in(hub: &Hub, form: &str) -> Told {
    hub.form("/sign-in/passkey", "", form)
}

#[test]
fn a_person_signs_in_with_a_passkey_until_it_is_removed() {
    let (hub, device) = hub();
    let told = sign_in(&hub, &device.signed(&signing(&hub, 1)));
    assert_eq!(told.status, 303, "{}", told.body);
    let mine = hub.page("/mine", &told.session()).body;
    assert!(
        mine.contains("For hub") && mine.contains("by passkey"),
        "{mine}"
    );
    let id = text("pass");
    let removed = hub.form("/mine/without", ARMORER, &format!("way=passkey&id={id}"));
    assert_eq!(removed.status, 303);
    assert_eq!(sign_in(&hub, &device.signed(&signing(&hub, 2))).status, 401);
}

#[test]
fn a_signature_that_is_not_for_this_hub_and_this_moment_signs_nobody_in() {
    let (hub, device) = hub();
    let good = |count| signing(&hub, count);
    for bent in [
        Does {
            what: "webauthn.create",
            ..good(1)
        },
        Does {
            challenge: text([9; 32]),
            ..good(1)
        },
        Does {
            origin: "http://elsewhere",
            ..good(1)
        },
        Does {
            host: "elsewhere",
            ..good(1)
        },
        Does {
            flags: 0x01,
            ..good(1)
        },
        Does {
            flags: 0x04,
            ..good(1)
        },
    ] {
        assert_eq!(
            sign_in(&hub, &device.signed(&bent)).status,
            401,
            "{}",
            bent.client()
        );
    }
    let stranger = Device::new().signed(&good(1));
    assert_eq!(sign_in(&hub, &stranger).status, 401);
    assert_eq!(sign_in(&hub, "id=&client=&data=&signature=").status, 401);
    assert_eq!(sign_in(&hub, &device.signed(&good(1))).status, 303);
}

#[test]
fn a_challenge_is_good_once_and_for_five_minutes() {
    let (hub, device) = hub();
    let once = device.signed(&signing(&hub, 1));
    assert_eq!(sign_in(&hub, &once).status, 303);
    assert_eq!(sign_in(&hub, &once).status, 401);
    let (in_time, late) = (signing(&hub, 2), signing(&hub, 3));
    hub.pass(299);
    assert_eq!(sign_in(&hub, &device.signed(&in_time)).status, 303);
    hub.pass(1);
    assert_eq!(sign_in(&hub, &device.signed(&late)).status, 401);
}

#[test]
fn a_passkey_whose_count_does_not_go_on_was_copied_and_signs_nobody_in() {
    let (hub, device) = hub();
    assert_eq!(sign_in(&hub, &device.signed(&signing(&hub, 5))).status, 303);
    for count in [5, 4, 0] {
        let told = sign_in(&hub, &device.signed(&signing(&hub, count)));
        assert_eq!(told.status, 401, "{count}");
    }
    assert_eq!(sign_in(&hub, &device.signed(&signing(&hub, 6))).status, 303);
}

#[test]
fn a_passkey_that_is_not_made_as_it_has_to_be_is_not_taken() {
    let (hub, device) = (Hub::open(), Device::new());
    let good = || making(&hub);
    for bent in [
        Does {
            what: "webauthn.get",
            ..good()
        },
        Does {
            challenge: text([9; 32]),
            ..good()
        },
        Does {
            origin: "https://hub",
            ..good()
        },
        Does {
            host: "elsewhere",
            ..good()
        },
        Does {
            flags: 0x41,
            ..good()
        },
        Does {
            flags: 0x05,
            ..good()
        },
    ] {
        let told = hub.form("/mine/passkey", ARMORER, &device.made(&bent));
        assert_eq!(told.status, 422, "{}", bent.client());
    }
    assert_eq!(
        hub.form("/mine/passkey", "", &device.made(&good())).status,
        401
    );
    // Nobody takes over what somebody has.
    assert_eq!(
        hub.form("/mine/passkey", ARMORER, &device.made(&good()))
            .status,
        303
    );
    let lead = hub.form(
        "/mine/passkey",
        "proofhouse=key-of-lead",
        &device.made(&good()),
    );
    assert_eq!(lead.status, 422);
}

#[test]
fn whoever_answers_signed_in_by_a_passkey_is_recorded_so() {
    let (hub, device) = hub();
    let session = sign_in(&hub, &device.signed(&signing(&hub, 1))).session();
    let asks = "weapon=hero-one&purpose=filming";
    assert_eq!(hub.form("/ask/check_out", &session, asks).status, 200);
    let form = "person=second&with1=armorer&with1-as=confirms&with1-how=own-phone";
    assert_eq!(
        hub.form("/ask/enroll", "proofhouse=key-of-producer", form)
            .status,
        303
    );
    let board = hub.page("/board", &session);
    let request = board.after("/waiting/hub-");
    let told = hub.form(
        &format!("/waiting/hub-{request}"),
        &session,
        "answer=confirm",
    );
    assert_eq!(told.status, 200, "{}", told.body);
    let entries = hub.get("/entries?from=0&limit=500", Some("lead")).body;
    assert!(entries.contains("\"means\":\"passkey\""), "{entries}");
}
