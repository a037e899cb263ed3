//! A weapon goes from one unit to another, each with a hub of its own.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::hub::{Hub, call, done, proofhouse};

/// A unit that serves, and the tokens of its armorer.
struct Unit {
    name: &'static str,
    record: String,
    key: String,
    place: String,
    token: String,
    asked: u32,
    _hub: Hub,
}

impl Unit {
    fn new(folder: &Path, name: &'static str) -> Self {
        let file = folder.join(format!("{name}.db"));
        let record = file.to_str().unwrap().to_owned();
        let head = [
            "found", "--record", &record, "--unit", name, "--place", "fi",
        ];
        let more = ["--zone", "UTC", "--founder", "producer"];
        let people = [
            "--person=producer=producer",
            "--person=armorer=armorer",
            "--person=witness=assistant_property_master",
            "--person=driver=carrier",
        ];
        let said = done(&[&head[..], &more, &people].concat());
        let key = said.split_whitespace().find(|word| word.contains('+'));
        let token = done(&["token", "new", "--record", &record, "--person", "armorer"]);
        let mut hub = Hub::start(&["serve", "--record", &record, "--listen", "127.0.0.1:0"]);
        let place = hub.line("serving ");
        Self {
            name,
            key: key.unwrap().to_owned(),
            place: place.rsplit('/').next().unwrap().to_owned(),
            token: token.trim().rsplit(' ').next().unwrap().to_owned(),
            record,
            asked: 0,
            _hub: hub,
        }
    }

    /// Asks or reports as the armorer, before the witness; it must go.
    fn says(&mut self, mut what: Value) {
        self.asked += 1;
        let body = what.as_object_mut().unwrap();
        body.insert("request".to_owned(), json!(format!("n{}", self.asked)));
        let kind = match body.contains_key("ask") {
            true => "asks",
            false => "reports",
        };
        let line = format!("POST /api/v1/units/{}/{kind}", self.name);
        let bearer = format!("Authorization: Bearer {}\r\n", self.token);
        let head = format!("{bearer}Content-Type: application/json\r\n");
        let (status, told) = call(&self.place, &line, &head, &what.to_string());
        assert_eq!(status, 200, "{what}: {told}");
    }
}

#[test]
fn a_weapon_sent_to_the_second_unit_is_received_by_its_record_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut main = Unit::new(folder.path(), "main-unit");
    let mut second = Unit::new(folder.path(), "second-unit");
    let before = json!([{"person": "witness", "as": "witness", "means": "badge"}]);
    let accept = json!({"ask": "accept_weapon", "weapon": "rubber-b", "with": before});
    main.says(json!({"ask": "take_duty"}));
    main.says(
        json!({"report": "delivery", "weapons": [{"weapon": "rubber-b",
        "lender": "rental_house", "features": {"said_to_be": "rubber",
        "drives_by_combustion": false}}]}),
    );
    main.says(accept.clone());
    let early = proofhouse(&["print", "manifest", &main.record, "rubber-b"]);
    assert_eq!(early.status.code(), Some(2), "it is still here");
    main.says(
        json!({"ask": "send", "weapon": "rubber-b", "to_place": "fi", "carrier": "driver",
        "locked": true, "to_record": "second-unit", "with": before}),
    );

    let text = done(&["print", "manifest", &main.record, "rubber-b"]);
    let place = folder.path().join("manifest.json");
    let manifest = place.to_str().unwrap();
    fs::write(&place, &text).unwrap();
    let receive = |key: &str, record: &str| {
        let out = proofhouse(&["receive", manifest, "--key", key, "--record", record]);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        (
            out.status.code(),
            String::from_utf8(out.stdout).unwrap(),
            said,
        )
    };
    let (code, _, said) = receive(&second.key, &second.record);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("take the key of the log"), "{said}");
    let (code, delivery, said) = receive(&main.key, &second.record);
    assert_eq!(code, Some(0), "{said}");
    second.says(json!({"ask": "take_duty"}));
    second.says(serde_json::from_str(&delivery).unwrap());
    let (code, nothing, said) = receive(&main.key, &second.record);
    assert_eq!((code, nothing.as_str()), (Some(1), ""), "{said}");
    assert!(said.contains("told of that sending before"), "{said}");
    second.says(accept);
    let register = done(&["print", "register", &second.record]);
    assert!(
        register.contains("came by proofhouse.invalid/main-unit 4"),
        "{register}"
    );

    fs::write(&place, text.get(..text.len() / 2).unwrap()).unwrap();
    let (code, _, said) = receive(&main.key, &second.record);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("is no manifest"), "{said}");
}
