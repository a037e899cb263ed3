//! Sixty rifles of the background on one page: one ask, a verdict for each.

use web::Limits;

use crate::set::{Day, Hub, Told};

const BATTLE: Day = Day {
    file: "good-day-nsw-battle.jsonl",
    people: &["armourer", "employee", "first_ad"],
};

const ARMOURER: &str = "armourer";

fn open() -> Hub {
    Hub::on(BATTLE, Limits::default())
}

/// What a browser sends in which somebody is signed in.
fn head(who: &str) -> String {
    format!("Cookie: proofhouse=key-of-{who}\r\nAccept: text/html\r\n")
}

fn get(hub: &Hub, path: &str) -> Told {
    get_as(hub, ARMOURER, path)
}

fn get_as(hub: &Hub, who: &str, path: &str) -> Told {
    let told = hub.raw(&format!("GET {path}"), &head(who), "");
    assert_eq!(told.status, 200, "{path}: {}", told.body);
    told
}

/// The form of a line as a browser holds it.
struct Form(Vec<(String, String)>);

impl Form {
    fn of(page: &str) -> Self {
        let form = page.split("data-form=\"line\"").nth(1).unwrap();
        let inputs = form.split("<input ").skip(1);
        let inputs = inputs.filter_map(|rest| {
            let tag = rest.split('>').next()?;
            let attribute = |name: &str| {
                let (_, rest) = tag.split_once(&format!("{name}=\""))?;
                rest.split('"').next().map(str::to_owned)
            };
            let boxed = tag.contains("checkbox") || tag.contains("radio");
            let sent = !boxed || tag.contains(" checked");
            Some((attribute("name")?, attribute(" value").unwrap_or_default())).filter(|_| sent)
        });
        Self(inputs.collect())
    }

    fn with(mut self, filled: &[(&str, &str)]) -> Self {
        let filled = filled
            .iter()
            .map(|(name, value)| ((*name).into(), (*value).into()));
        self.0.extend(filled);
        self
    }

    /// Ticks rows, or takes their ticks away.
    fn ticked(self, wanted: impl Fn(usize) -> bool) -> Self {
        let rows = self.0.iter().filter(|(name, _)| name.ends_with(".weapon"));
        let rows = (0..rows.count()).filter(|nth| wanted(*nth));
        let ticks: Vec<_> = rows
            .map(|nth| (format!("row.{nth}.on"), "yes".to_owned()))
            .collect();
        let mut fields = self.0;
        fields.retain(|(name, _)| !name.ends_with(".on"));
        fields.extend(ticks);
        Self(fields)
    }

    fn on(&self) -> usize {
        self.0
            .iter()
            .filter(|(name, _)| name.ends_with(".on"))
            .count()
    }

    fn send(&self, hub: &Hub) -> Told {
        self.send_as(hub, ARMOURER)
    }

    fn send_as(&self, hub: &Hub, who: &str) -> Told {
        let pairs = self.0.iter();
        let pairs = pairs.map(|(name, value)| format!("{name}={}", encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let head = format!(
            "{}Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            head(who)
        );
        hub.raw("POST /line", &head, &body)
    }
}

fn encoded(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte.is_ascii_alphanumeric() {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    bytes.collect()
}

const WITNESS: [(&str, &str); 3] = [
    ("witness", "first_ad"),
    ("witness-how", "spoken"),
    ("bore_by", "light"),
];
const HEARERS: [(&str, &str); 4] = [
    ("hears1", "first_ad"),
    ("hears1-how", "spoken"),
    ("hears2", "employee"),
    ("hears2-how", "spoken"),
];

const ANNOUNCED: [(&str, &str); 4] = [
    ("accepts", "armourer"),
    ("accepts-how", "spoken"),
    ("reads_back", "sound_mixer"),
    ("reads_back-how", "spoken"),
];

/// All sixty out of the safe and seen empty, but for those that were not ticked.
fn checked(hub: &Hub, seen: impl Fn(usize) -> bool) {
    let form = Form::of(&get(hub, "/line?ask=check_out&set_up=ridge").body);
    assert_eq!(form.on(), 60);
    let out = form.send(hub);
    assert!(out.body.contains("data-answer=\"go\""), "{}", out.body);
    assert_eq!(out.body.matches("class=\"go-disc\"").count(), 60);
    let form = Form::of(&get(hub, "/line?ask=check").body);
    assert_eq!(form.on(), 0, "nothing is seen before somebody says so");
    let told = form.ticked(seen).with(&WITNESS).send(hub);
    assert!(told.body.contains("data-answer=\"go\""), "{}", told.body);
}

/// Each is shown to its soldier and to the camera, and announced by the first AD.
fn shown(hub: &Hub) {
    let form = Form::of(&get(hub, "/line?ask=show&set_up=ridge").body);
    let paired = form.with(&[("more", "pair")]).send(hub);
    assert_eq!(paired.status, 200, "{}", paired.body);
    assert!(
        paired.body.contains("Rifle 01 to Soldier 01"),
        "{}",
        paired.body
    );
    let form = Form::of(&paired.body).with(&HEARERS);
    let told = form.with(&[("also", "camera_operator")]).send(hub);
    assert!(told.body.contains("data-answer=\"go\""), "{}", told.body);
    let form = Form::of(&get_as(hub, "first_ad", "/line?ask=announce").body).with(&ANNOUNCED);
    let told = form.send_as(hub, "first_ad");
    assert!(told.body.contains("Written as entry"), "{}", told.body);
}

fn issue(hub: &Hub) -> Form {
    let form = Form::of(&get(hub, "/line?ask=issue&set_up=ridge").body).with(&HEARERS);
    form.with(&[
        ("set_up", "ridge"),
        ("activity", "rehearsal"),
        ("briefed", "yes"),
    ])
}

#[test]
fn sixty_rifles_go_to_sixty_soldiers_by_one_ask_a_step() {
    let hub = open();
    checked(&hub, |_| true);
    shown(&hub);
    let form = issue(&hub);
    assert_eq!(form.on(), 60);
    let began = std::time::Instant::now();
    let told = form.send(&hub);
    let took = began.elapsed();
    assert!(told.body.contains("data-answer=\"go\""), "{}", told.body);
    assert!(told.body.contains("Rifle 60 to Soldier 60"));
    assert!(took.as_millis() < 1_000, "{took:?}");
    println!("sixty verdicts of one ask, from the form to the page: {took:?}");
    let form = Form::of(&get(&hub, "/line?ask=collect").body);
    assert_eq!(form.on(), 60, "all are out");
    assert_eq!(form.send(&hub).status, 303);
    assert_eq!(Form::of(&get(&hub, "/line?ask=collect").body).on(), 0);
}

#[test]
fn two_that_were_not_checked_are_pulled_and_the_others_go() {
    let hub = open();
    checked(&hub, |nth| nth != 2 && nth != 6);
    shown(&hub);
    let told = issue(&hub).ticked(|_| true).send(&hub);
    let page = &told.body;
    assert!(page.contains("58 go") && page.contains("2 no"), "{page}");
    assert!(page.contains("Rifle 03 and Rifle 07 are pulled."), "{page}");
    assert!(page.contains("Place held for Rifle 03."), "{page}");
    assert_eq!(page.matches("class=\"go-disc\"").count(), 58);
    let first = page.find("data-answer=\"no\"").unwrap();
    assert!(
        first < page.find("class=\"go-disc\"").unwrap(),
        "the noes stand on top"
    );
    let mend = "/line?ask=check&amp;set_up=ridge&amp;weapon=rifle-03&amp;weapon=rifle-07";
    assert!(page.contains(mend), "{page}");
    let again = "/line?ask=issue&amp;set_up=ridge&amp;weapon=rifle-03&amp;weapon=rifle-07";
    assert!(page.contains(again), "{page}");
    let form = Form::of(&get(&hub, &again.replace("&amp;", "&")).body);
    assert_eq!(form.on(), 2, "with those alone, and with their bearers");
    assert!(
        form.0
            .contains(&("row.1.bearer".into(), "soldier_07".into()))
    );
}

#[test]
fn what_is_left_out_on_purpose_is_asked_nothing() {
    let hub = open();
    let form = Form::of(&get(&hub, "/line?ask=check_out&set_up=ridge").body);
    let told = form.ticked(|nth| nth < 12).send(&hub);
    assert!(told.body.contains("12 weapons"), "{}", told.body);
    let form = Form::of(&get(&hub, "/line?ask=check_out&set_up=ridge").body);
    assert_eq!(form.on(), 48, "those that are still in the safe");
    let none = form.ticked(|_| false).send(&hub);
    assert_eq!(none.status, 422);
    assert!(none.body.contains("No weapon is ticked."), "{}", none.body);
}

/// What the newest entry says of a field, row by row.
fn recorded(hub: &Hub, field: &str) -> Vec<serde_json::Value> {
    let told = hub.get("/entries?from=0&limit=500", Some(ARMOURER)).json();
    let entries = told.get("entries").unwrap().as_array().unwrap();
    let rows = entries.last().unwrap().pointer("/what/rows").unwrap();
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| row.get(field).cloned().unwrap_or_default())
        .collect()
}

#[test]
fn what_a_row_says_for_itself_stands_in_the_record_of_that_row_alone() {
    let hub = open();
    let form = Form::of(&get(&hub, "/line?ask=check_out&set_up=ridge").body);
    let told = form
        .with(&[("purpose", "filming"), ("row.6.purpose", "training")])
        .send(&hub);
    assert!(told.body.contains("data-answer=\"go\""), "{}", told.body);
    assert_eq!(told.body.matches("Purpose: training").count(), 1);
    assert!(
        told.body
            .contains("All, unless said otherwise: Purpose: filming"),
        "{}",
        told.body
    );
    let said = recorded(&hub, "purpose");
    let own = said.iter().position(|it| it == "training");
    assert_eq!((said.len(), own), (60, Some(6)));
    assert!(
        said.iter()
            .enumerate()
            .all(|(nth, it)| nth == 6 || it == "filming")
    );
}

#[test]
fn a_row_that_was_refused_is_asked_again_as_it_was_asked() {
    let hub = open();
    let form = || Form::of(&get(&hub, "/line?ask=load&set_up=ridge").body).ticked(|nth| nth < 3);
    let said = [
        ("set_up", "ridge"),
        ("lot", "blanks-303"),
        ("rounds", "1"),
        ("row.1.rounds", "2"),
    ];
    let early = form().with(&said).send(&hub);
    assert_eq!(early.status, 422, "nobody saw it");
    assert!(
        early.body.contains("<b>Rounds, from position 1: 2</b>"),
        "{}",
        early.body
    );
    let told = Form::of(&early.body)
        .with(&said[..2])
        .with(&WITNESS)
        .send(&hub);
    assert!(told.body.contains("data-answer=\"no\""), "{}", told.body);
    let kept = "Rifle 02 <b>Rounds, from position 1: 2</b>";
    assert!(told.body.contains(kept), "{}", told.body);
    let recorded = recorded(&hub, "rounds");
    let rounds = recorded.iter().map(|it| it.as_array().unwrap().len());
    assert_eq!(rounds.collect::<Vec<_>>(), [1, 2, 1]);
    let again = "/line?ask=load&amp;set_up=ridge&amp;weapon=rifle-01&amp;weapon=rifle-02&amp;weapon=rifle-03";
    assert!(told.body.contains(again), "{}", told.body);
    let page = get(&hub, &again.replace("&amp;", "&")).body;
    let lot = "<option value=\"blanks-303\" selected>";
    assert!(page.contains(lot), "{page}");
    let form = Form::of(&page);
    let kept = |name: &str| {
        form.0
            .iter()
            .rev()
            .find(|it| it.0 == name)
            .map(|it| it.1.as_str())
    };
    assert_eq!(kept("rounds"), Some("1"));
    assert_eq!(kept("row.1.rounds"), Some("2"));
    assert_eq!(kept("row.0.rounds"), Some(""));
    let other = get(&hub, "/line?ask=load&set_up=ridge").body;
    assert!(
        !other.contains("from position 1: "),
        "a new line begins without"
    );
}

#[test]
fn a_scanned_label_comes_into_the_line_and_an_unknown_one_is_said_to_be_so() {
    let hub = open();
    let form = || Form::of(&get(&hub, "/line?ask=show").body);
    let scan = |form: Form, code: &str| form.with(&[("code", code), ("more", "code")]).send(&hub);
    let told = scan(form(), "https://hub.local:7300/weapon/rifle-09");
    assert_eq!(told.status, 200, "{}", told.body);
    assert_eq!(Form::of(&told.body).on(), 1);
    let told = scan(Form::of(&told.body), "soldier_31");
    assert!(
        told.body.contains("Rifle 09 to Soldier 31"),
        "{}",
        told.body
    );
    for unknown in [
        "https://elsewhere.example/weapon/rifle-99",
        "9780141036144",
        "<b>",
    ] {
        let told = scan(form(), unknown);
        assert_eq!(told.status, 422, "{unknown}");
        assert!(told.body.contains("Nothing on this record has this code."));
    }
    let early = scan(form(), "soldier_31");
    assert!(early.body.contains("Scan a weapon first"), "{}", early.body);
}

#[test]
fn a_line_that_somebody_changed_meanwhile_decides_nothing() {
    let hub = open();
    let form = Form::of(&get(&hub, "/line?ask=check_out&set_up=ridge").body);
    let one = serde_json::json!({"ask": "check_out", "weapon": "rifle-20"});
    assert_eq!(hub.ask("employee", one).status, 200);
    let told = form.send(&hub);
    assert_eq!(told.status, 409, "{}", told.body);
    assert!(told.body.contains("This page was old"), "{}", told.body);
    let rows = |body: &str| body.matches("value=\"yes\" checked").count();
    assert!(rows(&told.body) > 50, "who takes part stands still");
    let again = Form::of(&told.body).send(&hub);
    assert_eq!(again.status, 200, "{}", again.body);
}

#[test]
fn a_code_opens_what_it_names_wherever_its_label_was_printed() {
    let hub = open();
    let scan = |code: &str| {
        hub.raw(
            &format!("GET /scan?code={}", encoded(code)),
            &head(ARMOURER),
            "",
        )
    };
    for (code, leads_to) in [
        ("http://10.0.0.7:7300/weapon/rifle-09", "/weapon/rifle-09"),
        ("https://hub.local/rounds#blanks-303", "/rounds#blanks-303"),
        ("rifle-60", "/weapon/rifle-60"),
        ("soldier_31", "/person/soldier_31"),
    ] {
        let told = scan(code);
        assert_eq!(told.status, 303, "{code}");
        assert!(
            told.head.contains(&format!("location: {leads_to}")),
            "{}",
            told.head
        );
    }
    let told = scan("https://elsewhere.example/weapon/rifle-99");
    assert_eq!(told.status, 404);
    assert!(told.body.contains("Nothing on this record has this code."));
}

#[test]
fn compiled_code_may_run_in_the_reader_alone() {
    let hub = open();
    let policy = |path: &str| get(&hub, path).head.contains("wasm-unsafe-eval");
    assert!(policy("/assets/scan-worker.js"));
    for page in [
        "/scan",
        "/line",
        "/board",
        "/assets/scan.js",
        "/assets/zxing-reader.js",
    ] {
        assert!(!policy(page), "{page}");
    }
}
