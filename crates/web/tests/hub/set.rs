//! A hub to test on: a real server over a real record, and a plain HTTP client.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

use armory::{Armory, Now};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store_sqlite::SqliteStore;
use tokio::sync::watch;
use web::{Door, Limits, Readers, Throttle, Token, Tokens, Unit};

use crate::shaky::Shaky;

mod beside;
mod morning;
mod told;

use beside::{Album, BEGAN, Beside, Packs};
use morning::{WESTERN, keeping, morning};

pub use morning::Day;
pub use told::Told;

const UNIT: &str = "/api/v1/units/main-unit";

/// A clock that runs a millisecond a look.
struct Ticking(Now);

impl web::Clock for Ticking {
    fn now(&mut self, _: Option<Timestamp>) -> Now {
        self.0.wall += SignedDuration::from_millis(1);
        self.0.monotonic_ms += 1;
        self.0
    }
}

/// A hub at work.
pub struct Hub {
    pub place: SocketAddr,
    pub folder: tempfile::TempDir,
    pub disk: Arc<Shaky>,
    pub beside: Beside,
    pub album: Arc<Album>,
    pub packs: Arc<Packs>,
    tokens: watch::Sender<Arc<Tokens>>,
    stop: watch::Sender<bool>,
    serving: Option<JoinHandle<()>>,
    requests: AtomicU64,
}

fn tokens(people: &[&str]) -> Arc<Tokens> {
    let own = people
        .iter()
        .map(|who| Token::new(&format!("key-of-{who}"), who.parse().unwrap(), "main-unit"));
    let other = Token::new("key-of-other", "armorer".parse().unwrap(), "second-unit");
    let lines: Vec<String> = own.chain([other]).map(|it| it.line()).collect();
    Arc::new(Tokens::parse(&lines.join("\n")).unwrap())
}

/// These people are signed in in a browser already, each with a key that says who.
fn signed_in_already(people: &[&str]) -> String {
    let sessions = people.iter().chain(&["producer"]).map(|who| {
        let sum = Token::new(&format!("key-of-{who}"), who.parse().unwrap(), "main-unit").sum();
        json!({"sum": sum.to_string(), "person": who, "by": "badge", "began": BEGAN,
            "seen": BEGAN, "station": false})
    });
    json!({"format": 1, "sessions": sessions.collect::<Vec<_>>()}).to_string()
}

impl Hub {
    /// Time passes at the door.
    pub fn pass(&self, seconds: u64) {
        self.beside.passed.fetch_add(seconds, Ordering::Relaxed);
    }

    /// A page, as a browser with this cookie asks for it.
    pub fn page(&self, path: &str, cookie: &str) -> Told {
        let head = format!("Cookie: {cookie}\r\nAccept: text/html\r\n");
        self.raw(&format!("GET {path}"), &head, "")
    }

    /// A form, as a page of this hub sends it.
    pub fn form(&self, path: &str, cookie: &str, form: &str) -> Told {
        let head = format!(
            "Cookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n"
        );
        self.raw(&format!("POST {path}"), &head, form)
    }

    pub fn open() -> Self {
        Self::within(Limits::default())
    }

    /// A hub with limits of its own.
    pub fn within(limits: Limits) -> Self {
        Self::on(WESTERN, limits)
    }

    /// A hub that has mail.
    pub fn with_mail(digest: web::Digest) -> Self {
        Self::serving((WESTERN, Some(Arc::new(digest))), Limits::default())
    }

    /// A hub on the morning of a day.
    pub fn on(day: Day, limits: Limits) -> Self {
        Self::serving((day, None), limits)
    }

    fn serving((day, digest): (Day, Option<Arc<web::Digest>>), limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let record = SqliteStore::open(&folder.path().join("unit.db")).unwrap();
        let disk = Shaky::over(Arc::new(record));
        let (armory, now) = morning(day, Arc::clone(&disk));
        let readers = Readers::of(&armory);
        let (writer, work) = web::desk(armory, Box::new(Ticking(now)), limits);
        let (stop, stopping) = watch::channel(false);
        let (tokens, known) = watch::channel(tokens(day.people));
        let numbers = AtomicU64::new(0);
        let beside = Beside::default();
        let album = Arc::new(Album::default());
        let packs = Arc::new(Packs::default());
        let signed_in = signed_in_already(day.people);
        let door = Door::open(Box::new(beside.clone()), Some(&signed_in)).unwrap();
        let unit = Unit {
            door,
            name: "main-unit".to_owned(),
            writer: writer.clone(),
            tokens: known,
            throttle: Arc::new(Throttle::default()),
            waiting: web::Waiting::default(),
            authority: None,
            digest,
            stopping: stopping.clone(),
            fresh: Arc::new(move || {
                let number = numbers.fetch_add(1, Ordering::Relaxed);
                format!("hub-{number}").parse().ok()
            }),
            photos: Arc::clone(&album) as Arc<dyn web::photo::Photos>,
            packs: Arc::clone(&packs) as Arc<dyn web::pack::Packs>,
            beside: Arc::default(),
            readers,
        };
        let (told, place) = std::sync::mpsc::channel();
        let serving = std::thread::spawn(move || {
            let writing = std::thread::spawn(move || work.run());
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                told.send(listener.local_addr().unwrap()).unwrap();
                web::serve(
                    listener,
                    web::router(unit, limits),
                    web::Serving {
                        limits,
                        stopping,
                        wire: web::Wire::Open,
                    },
                )
                .await;
            });
            writer.close();
            drop(writing.join().unwrap());
        });
        Self {
            place: place.recv().unwrap(),
            folder,
            disk,
            beside,
            album,
            packs,
            tokens,
            stop,
            serving: Some(serving),
            requests: AtomicU64::new(0),
        }
    }

    /// From now on these people may sign in.
    pub fn admit(&self, people: &[&str]) {
        self.tokens.send_replace(tokens(people));
    }

    /// A name that no request had yet.
    pub fn name(&self) -> String {
        format!("r{}", self.requests.fetch_add(1, Ordering::Relaxed))
    }

    pub fn post(&self, path: &str, who: Option<&str>, body: &Value) -> Told {
        self.send("POST", path, who, &body.to_string())
    }

    /// The same under a new name.
    pub fn ask(&self, who: &str, mut body: Value) -> Told {
        body["request"] = json!(self.name());
        self.post("/asks", Some(who), &body)
    }

    pub fn report(&self, who: &str, mut body: Value) -> Told {
        body["request"] = json!(self.name());
        self.post("/reports", Some(who), &body)
    }

    pub fn get(&self, path: &str, who: Option<&str>) -> Told {
        self.send("GET", path, who, "")
    }

    /// Calls an address of the unit.
    pub fn send(&self, method: &str, path: &str, who: Option<&str>, body: &str) -> Told {
        let token = who.map(|who| format!("Authorization: Bearer key-of-{who}\r\n"));
        let head = format!(
            "{}Content-Type: application/json\r\n",
            token.unwrap_or_default()
        );
        self.raw(&format!("{method} {UNIT}{path}"), &head, body)
    }

    /// Calls any address with any header.
    pub fn raw(&self, line: &str, head: &str, body: &str) -> Told {
        self.raw_from(self.line(), line, head, body)
    }

    /// The same on a line that was opened before.
    pub fn raw_from(&self, mut stream: TcpStream, line: &str, head: &str, body: &str) -> Told {
        let length = body.len();
        let text = format!(
            "{line} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nContent-Length: {length}\r\n{head}\r\n"
        );
        stream.write_all(text.as_bytes()).unwrap();
        // A body that is too large may be refused before all of it was sent.
        let _ = stream.write_all(body.as_bytes());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        Told::read(&String::from_utf8(bytes).unwrap())
    }

    pub fn line(&self) -> TcpStream {
        let stream = TcpStream::connect(self.place).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        stream
    }

    /// A live line after an entry.
    pub fn live(&self, after: Option<u64>) -> TcpStream {
        self.live_of("lead", after)
    }

    /// The same, of somebody else.
    pub fn live_of(&self, who: &str, after: Option<u64>) -> TcpStream {
        let mut stream = self.line();
        let last = after.map(|last| format!("Last-Event-ID: {last}\r\n"));
        let text = format!(
            "GET {UNIT}/now HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer key-of-{who}\r\n{}\r\n",
            last.unwrap_or_default()
        );
        stream.write_all(text.as_bytes()).unwrap();
        stream
    }

    /// Tells the hub to stop, and does not wait.
    pub fn tell_to_stop(&self) {
        self.stop.send_replace(true);
    }

    /// Stops the hub, and hands its record back.
    pub fn stop(mut self) -> (tempfile::TempDir, Armory) {
        self.tell_to_stop();
        self.serving.take().unwrap().join().unwrap();
        drop(self.disk);
        let record = SqliteStore::open(&self.folder.path().join("unit.db")).unwrap();
        let now = Now {
            wall: "2026-03-10T23:00:00Z".parse().unwrap(),
            monotonic_ms: 0,
        };
        let armory = Armory::open(keeping(Arc::new(record)), now).unwrap();
        (self.folder, armory)
    }
}
