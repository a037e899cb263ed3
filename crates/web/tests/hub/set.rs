//! A hub to test on: the good day of California until its first check-out, and a plain HTTP client.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, LazyLock, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

use armory::{Armory, Books, Keeping, NewRecord, Now, Submission};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ledger::{Origin, Signer};
use logbook::timeline::{Step, Timeline};
use serde_json::{Value, json};
use store_sqlite::SqliteStore;
use tokio::sync::watch;
use web::{Door, Limits, Readers, Throttle, Token, Tokens, Unit};

use crate::shaky::Shaky;

const UNIT: &str = "/api/v1/units/main-unit";

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn texts(folder: &Path, root: &Path, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, root, into);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            into.push((name.to_owned(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

fn books() -> Books {
    static BOOKS: LazyLock<Books> = LazyLock::new(|| {
        let root = repository().join("rulebooks");
        let mut found = Vec::new();
        texts(&root, &root, &mut found);
        found.sort();
        Books::open(found).unwrap()
    });
    BOOKS.clone()
}

/// A clock that runs a millisecond a look.
struct Ticking(Now);

impl web::Clock for Ticking {
    fn now(&mut self, _: Option<Timestamp>) -> Now {
        self.0.wall += SignedDuration::from_millis(1);
        self.0.monotonic_ms += 1;
        self.0
    }
}

fn after(now: Now, at: Timestamp) -> Now {
    let passed = at.duration_since(now.wall).as_millis();
    Now {
        wall: at,
        monotonic_ms: now.monotonic_ms + u64::try_from(passed).unwrap(),
    }
}

fn keeping(store: Arc<dyn store::Store>) -> Keeping {
    Keeping {
        store,
        books: books(),
        signer: Signer::new(Origin::without_host("main-unit").unwrap(), &[7; 32]),
    }
}

/// A day, and who of it may sign in at first.
#[derive(Clone, Copy)]
pub struct Day {
    pub file: &'static str,
    pub people: &'static [&'static str],
}

/// A western in California.
pub const WESTERN: Day = Day {
    file: "good-day-california-western.jsonl",
    people: &["armorer", "assistant", "first_ad", "lead"],
};

/// A day before its first check-out, in a new record.
fn morning(day: Day, store: Arc<Shaky>) -> (Armory, Now) {
    let path = repository().join("incidents").join(day.file);
    let day = Timeline::parse(&std::fs::read(path).unwrap()).unwrap();
    let zone = TimeZone::get(&day.head.zone).unwrap();
    let steps = day.steps.iter();
    let steps = steps.take_while(|step| step.what.name() != "check_out");
    let steps: Vec<&Step> = day.given.iter().chain(steps).collect();
    let first = steps[0].envelope.at.unwrap();
    let began = first.instant(&zone, day.head.date).unwrap();
    let mut now = Now {
        wall: began,
        monotonic_ms: 0,
    };
    let new = NewRecord {
        founder: "producer".parse().unwrap(),
        people: day.head.people.clone(),
        place: day.head.place.clone(),
        zone: day.head.zone.clone(),
        kind: day.head.kind,
    };
    let mut armory = Armory::found(keeping(store), &new, now).unwrap();
    for (nth, step) in steps.into_iter().enumerate() {
        let date = zone.to_datetime(now.wall).date();
        let at = step.envelope.at.map(|it| it.instant(&zone, date).unwrap());
        now = after(now, at.unwrap_or(now.wall + SignedDuration::from_mins(1)));
        let request = format!("day-{nth}").parse().unwrap();
        let submission = Submission {
            with: step.envelope.with.clone(),
            ..Submission::new(request, step.envelope.by.clone(), step.what.clone())
        };
        let receipt = armory.answer(now, submission).unwrap();
        assert_ne!(receipt.answer().unwrap().go, Some(false), "{receipt:#?}");
    }
    (armory, now)
}

/// Photos in memory.
#[derive(Default)]
pub struct Album(
    Mutex<std::collections::BTreeMap<String, Vec<u8>>>,
    Mutex<std::collections::BTreeSet<String>>,
);

impl Album {
    /// How many there are.
    pub fn photos(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

impl web::photo::Photos for Album {
    fn keep(&self, hash: &str, bytes: &[u8]) -> std::io::Result<bool> {
        self.1.lock().unwrap().remove(hash);
        let mut photos = self.0.lock().unwrap();
        Ok(photos.insert(hash.to_owned(), bytes.to_vec()).is_none())
    }

    fn read(&self, hash: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(hash).cloned()
    }

    fn let_go(&self, hash: &str) -> std::io::Result<()> {
        self.0.lock().unwrap().remove(hash);
        Ok(())
    }

    fn erase(&self, hash: &str) -> std::io::Result<()> {
        self.1.lock().unwrap().insert(hash.to_owned());
        self.let_go(hash)
    }

    fn erased(&self) -> std::collections::BTreeSet<String> {
        self.1.lock().unwrap().clone()
    }
}

/// Packs in memory: each says which it is.
#[derive(Default)]
pub struct Packs(Mutex<std::collections::BTreeMap<String, String>>, AtomicU64);

impl Packs {
    /// How many are kept.
    pub fn kept(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

impl web::pack::Packs for Packs {
    fn make(&self) -> Option<web::pack::Pack> {
        let text = format!("pack {}", self.1.fetch_add(1, Ordering::Relaxed));
        let (sum, bytes) = (web::photo::hash(text.as_bytes()), text.len() as u64);
        self.0.lock().unwrap().insert(sum.clone(), text);
        Some(web::pack::Pack {
            sum,
            entries: 12,
            bytes,
        })
    }

    fn open(&self, pack: &web::pack::Pack) -> Option<Box<dyn Read + Send>> {
        let text = self.0.lock().unwrap().get(&pack.sum)?.clone();
        Some(Box::new(std::io::Cursor::new(text)))
    }

    fn keep_only(&self, sums: &std::collections::BTreeSet<String>) {
        self.0.lock().unwrap().retain(|sum, _| sums.contains(sum));
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

/// What the door needs of the machine, in the hands of a test.
#[derive(Clone, Default)]
pub struct Beside {
    /// Seconds that passed at the door.
    pub passed: Arc<AtomicU64>,
    /// What the door keeps.
    pub kept: Arc<Mutex<String>>,
    /// The disk takes nothing.
    pub full: Arc<AtomicBool>,
    thrown: Arc<AtomicU64>,
}

const BEGAN: &str = "2026-03-10T15:00:00Z";

impl web::Tools for Beside {
    fn now(&self) -> Timestamp {
        let passed = i64::try_from(self.passed.load(Ordering::Relaxed)).unwrap();
        BEGAN.parse::<Timestamp>().unwrap() + SignedDuration::from_secs(passed)
    }

    fn dice(&self) -> Option<[u8; 32]> {
        let thrown = self.thrown.fetch_add(1, Ordering::Relaxed) + 1;
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&thrown.to_be_bytes());
        Some(bytes)
    }

    fn keep(&self, text: &str) -> bool {
        let full = self.full.load(Ordering::Relaxed);
        if !full {
            *self.kept.lock().unwrap() = text.to_owned();
        }
        !full
    }
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

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Told {
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Self {
            status: status.unwrap_or(0),
            head: head.to_ascii_lowercase(),
            body: body.to_owned(),
        }
    }

    /// The session that a browser keeps from here on.
    pub fn session(&self) -> String {
        let (_, rest) = self.head.split_once("set-cookie: ").expect(&self.head);
        rest.split(';').next().unwrap().to_owned()
    }

    /// The secret of the first link or form of a page that begins so.
    pub fn after(&self, begins: &str) -> String {
        let (_, rest) = self.body.split_once(begins).expect(&self.body);
        let whole = rest.split(|it: char| !it.is_ascii_alphanumeric());
        whole.into_iter().next().unwrap().to_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{self:?}"))
    }

    /// The kind of problem that this is.
    pub fn problem(&self) -> (u16, String) {
        assert!(self.head.contains("application/problem+json"), "{self:?}");
        let kind = self.json()["type"].as_str().unwrap().to_owned();
        let name = kind.strip_prefix("urn:proofhouse:problem:").unwrap();
        (self.status, name.to_owned())
    }
}
