//! The set of the demo: the good day at mid-morning, in a record that goes with the demo.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
};

use armory::{Armory, Keeping, NewRecord, Receipt, Submission};
use custody::input::What;
use ledger::{Origin, Signer};
use logbook::timeline::Step;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::watch;
use web::{Clock, Token, Tokens};

use crate::{
    books::Texts,
    found,
    hub::{self, Said, Standing},
    packs::Packs,
    photos::Folder,
    replay::Done,
    secret,
    serve::{self, Hosted, Stand},
    tell::{self, HEAD, QUIET, Trouble, styled},
};

/// The unit's name.
const UNIT: &str = "western";

/// Whose links are shown: they check, witness and take.
const PEOPLE: [&str; 3] = ["armorer", "first_ad", "lead"];

/// Who asks what is refused.
const NOT_A_HANDLER: &str = "first_ad";

/// The set, standing just before a revolver goes into a hand.
pub struct Morning {
    hosted: Hosted,
    folder: TempDir,
    /// The time on its clock.
    clock: String,
    /// Who asks next, and the body of the ask.
    next: (String, Value),
}

impl Morning {
    /// Plays the day into a fresh record, up to the first issue of a loaded weapon.
    pub fn of(day: &Done) -> Result<Self, Trouble> {
        let steps = day.timeline.given.iter().chain(&day.timeline.steps);
        let mut loaded = false;
        let before: Vec<&Step> = steps
            .clone()
            .take_while(|step| {
                loaded |= step.what.name() == "load";
                !(loaded && step.what.name() == "issue")
            })
            .collect();
        let next = steps.clone().nth(before.len());
        let next = next.ok_or_else(|| broken("hands nobody a loaded weapon"))?;
        let folder = tempfile::Builder::new()
            .prefix("proofhouse-demo-")
            .tempdir();
        let folder = folder.map_err(|wrong| {
            let what = format!("no temporary folder can be made: {wrong}");
            Trouble::new(
                "demo-no-folder",
                what,
                "make room, or set TMPDIR to a folder of yours",
            )
        })?;
        let times: Vec<_> = day.play.steps.iter().map(|played| played.at).collect();
        let began = times.first().copied();
        let mut clock = Said::new(began.ok_or_else(|| broken("has no step"))?);
        let mut armory = founded(day, &folder, &mut clock)?;
        for (nth, (step, at)) in before.iter().zip(&times).enumerate() {
            put(&mut armory, (nth, step), clock.now(Some(*at)))?;
        }
        let shown = day.zone.to_datetime(clock.read().wall);
        Ok(Self {
            hosted: Hosted {
                name: UNIT.to_owned(),
                armory,
                clock: Box::new(Standing::at(clock)),
                tokens: tokens(day),
                photos: Folder::beside(&folder.path().join(FILE)),
                packs: Packs::beside(&folder.path().join(FILE)),
                ready: None,
                door: serve::in_memory()?,
                digest: None,
            },
            folder,
            clock: shown.strftime("%H:%M on %-d %B %Y").to_string(),
            next: (asker(next), body(next)),
        })
    }

    /// Says what to try, and serves until it is told to stop.
    pub fn host(self, stand: Stand) -> Result<(), Trouble> {
        self.tell(stand.place());
        // It is there until here, and gone afterwards.
        let _folder = self.folder;
        stand.host(self.hosted)
    }

    fn tell(&self, place: SocketAddr) {
        let place = seen_from_here(place);
        let (asker, body) = &self.next;
        let said = format!(
            "It is {} on this set, and stays so: nothing grows too old while you try. Hero One is \
             loaded with six dummies, checked, shown and announced; the lead is to have it for \
             scene 12. Here a token is a plain name; on a set it is 32 random bytes.",
            self.clock
        );
        anstream::println!("{}", tell::block(0, QUIET, &said));
        anstream::println!("\n{}", styled(HEAD, "in a browser, signed in as"));
        for person in PEOPLE {
            anstream::println!("  {person:<9} http://{place}/in/{person}");
        }
        anstream::println!("\n{}", styled(HEAD, "the armorer hands it over: go"));
        anstream::println!("{}", curl(place, asker, (body, "go-1")));
        anstream::println!(
            "\n{}",
            styled(HEAD, "the first AD hands it over: no, and why")
        );
        anstream::println!("{}", curl(place, NOT_A_HANDLER, (body, "no-1")));
        let record = self.folder.path().join(FILE);
        let said =
            "Asked again, each gives the same answer, told again. Meanwhile, in another terminal:";
        anstream::println!("\n{}", tell::block(0, QUIET, said));
        anstream::println!("proofhouse audit {}", record.display());
        anstream::println!(
            "\n{}",
            styled(QUIET, "Ctrl-C stops it, and the record is gone.")
        );
    }
}

/// The file of the record.
const FILE: &str = "western.db";

fn founded(day: &Done, folder: &TempDir, clock: &mut Said) -> Result<Armory, Trouble> {
    let head = &day.timeline.head;
    let new = NewRecord {
        founder: found::id("founder", "producer")?,
        people: head.people.clone(),
        place: head.place.clone(),
        zone: head.zone.clone(),
        kind: head.kind,
    };
    let origin = Origin::without_host(&format!("{}{UNIT}", hub::DEMO));
    let origin = origin.map_err(|_| broken("has no name for its log"))?;
    let store = hub::store(&folder.path().join(FILE))?;
    let signer = Signer::new(origin, &secret::random()?);
    let keeping = Keeping {
        store,
        books: Texts::embedded().open()?,
        signer,
    };
    Armory::found(keeping, &new, clock.read()).map_err(|fault| hub::trouble(&fault))
}

/// One step of the day, which has to go.
fn put(armory: &mut Armory, (nth, step): (usize, &Step), now: armory::Now) -> Result<(), Trouble> {
    let request = format!("day-{nth}").parse();
    let request = request.map_err(|_| broken("has too many steps"))?;
    let submission = Submission {
        with: step.envelope.with.clone(),
        ..Submission::new(request, step.envelope.by.clone(), step.what.clone())
    };
    let receipt = armory.answer(now, submission);
    let answer = receipt.as_ref().and_then(Receipt::answer);
    let went = answer.is_some_and(|answer| answer.go != Some(false));
    match went {
        true => Ok(()),
        false => Err(broken(&format!("does not go at {}", step.name()))),
    }
}

/// Everybody of the day, each with a plain name as the token.
fn tokens(day: &Done) -> watch::Receiver<Arc<Tokens>> {
    let people = day.timeline.head.people.keys();
    let lines = people.map(|person| Token::new(person.as_str(), person.clone(), UNIT).line());
    let tokens = Tokens::parse(&lines.collect::<Vec<_>>().join("\n"));
    // Nobody adds to these, so nobody tells of new ones.
    watch::channel(Arc::new(tokens.unwrap_or_default())).1
}

/// Who asks a step.
fn asker(step: &Step) -> String {
    let by = step.envelope.by.as_ref();
    by.map(ToString::to_string).unwrap_or_default()
}

/// A step as the body of a call.
fn body(step: &Step) -> Value {
    let body = match &step.what {
        What::Ask(ask) => serde_json::to_value(ask),
        What::Report(report) => serde_json::to_value(report),
    };
    let mut body = body.unwrap_or_default();
    if let (Some(fields), Ok(with)) = (
        body.as_object_mut(),
        serde_json::to_value(&step.envelope.with),
    ) {
        fields.insert("with".to_owned(), with);
    }
    body
}

/// A line to copy.
fn curl(place: SocketAddr, token: &str, (body, request): (&Value, &str)) -> String {
    let mut body = body.clone();
    if let Some(fields) = body.as_object_mut() {
        fields.insert("request".to_owned(), json!(request));
    }
    format!(
        "curl -sS http://{place}/api/v1/units/{UNIT}/asks -H 'Authorization: Bearer {token}' \
         -H 'Content-Type: application/json' -d '{body}'"
    )
}

/// The same address as this machine sees it.
fn seen_from_here(place: SocketAddr) -> SocketAddr {
    let ip = match (place.ip().is_unspecified(), place.ip()) {
        (true, IpAddr::V4(_)) => IpAddr::V4(Ipv4Addr::LOCALHOST),
        (true, IpAddr::V6(_)) => IpAddr::V6(Ipv6Addr::LOCALHOST),
        (false, ip) => ip,
    };
    SocketAddr::new(ip, place.port())
}

fn broken(what: &str) -> Trouble {
    let help = "this is a fault of the program: tell those who make it";
    Trouble::new("demo-broken", format!("the day of the demo {what}"), help)
}
