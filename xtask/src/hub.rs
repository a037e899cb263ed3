//! A hub of its own for a measurement: the real program on a new record, with a token for each person.

pub mod line;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::repo::Repo;

use line::Line;

/// The address of the unit that every hub here serves.
pub const UNIT: &str = "/api/v1/units/main-unit";

/// Weapons on the rack: few, so that clients race for them.
pub const WEAPONS: u64 = 16;

const PEOPLE: [(&str, &str); 7] = [
    ("producer", "producer"),
    ("production_manager", "production_manager"),
    ("first_ad", "first_ad"),
    ("armorer", "armorer"),
    ("assistant", "assistant_property_master"),
    ("lead", "performer"),
    ("rental_house", "supplier"),
];

/// A folder that goes away with its owner.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// A new folder beside the program, so that it lies on a real disk.
    pub fn beside(program: &Path, name: &str) -> Result<Self, String> {
        let folder = program.parent().unwrap_or_else(|| Path::new("."));
        let folder = folder.join(format!("scratch-{}-{name}", std::process::id()));
        let made = fs::create_dir_all(&folder);
        made.map_err(|wrong| format!("{} cannot be made: {wrong}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The books of a new record.
#[derive(Debug, Clone, Copy)]
pub enum Books<'a> {
    /// Those that the program carries, at this place.
    Carried(&'a str),
    /// The baseline alone: a hub starts the sooner where it does not matter what is decided.
    Baseline(&'a Repo),
}

/// Copies the baseline, and what stands beside it, into a folder.
fn baseline(repo: &Repo, folder: &Path) -> Result<PathBuf, String> {
    let to = folder.join("rulebooks");
    for path in repo.files()? {
        let inside = path.strip_prefix("rulebooks/").unwrap_or_default();
        let wanted = inside.starts_with("baseline/") || !inside.contains('/');
        if inside.is_empty() || !wanted {
            continue;
        }
        let copy = fs::create_dir_all(to.join("baseline"))
            .and_then(|()| fs::copy(repo.root().join(&path), to.join(inside)));
        copy.map_err(|wrong| format!("{path} cannot be copied: {wrong}"))?;
    }
    Ok(to)
}

/// A founded record, ready to be served.
#[derive(Debug)]
pub struct Hub {
    program: PathBuf,
    books: Option<PathBuf>,
    /// Put before the program, as `strace`.
    pub under: Vec<String>,
    /// The record.
    pub record: PathBuf,
    /// Each person's token.
    pub tokens: BTreeMap<String, String>,
    folder: Scratch,
}

impl Hub {
    /// Founds a record.
    pub fn found(program: &Path, folder: Scratch, books: Books<'_>) -> Result<Self, String> {
        let (place, books) = match books {
            Books::Carried(place) => (place, None),
            Books::Baseline(repo) => ("us", Some(baseline(repo, folder.path())?)),
        };
        let mut hub = Self {
            program: program.to_owned(),
            books,
            under: Vec::new(),
            record: folder.path().join("unit.db"),
            tokens: BTreeMap::new(),
            folder,
        };
        let mut found = hub.call("found");
        found.args(["--unit", "main-unit", "--zone", "UTC", "--place", place]);
        found.args(["--founder", "producer"]).args(hub.of_books());
        for (person, role) in PEOPLE {
            found.arg("--person").arg(format!("{person}={role}"));
        }
        ended(&mut found)?;
        let mut tokens = Command::new(&hub.program);
        tokens.args(["token", "new", "--record"]).arg(&hub.record);
        tokens.args(PEOPLE.map(|(person, _)| format!("--person={person}")));
        let told = ended(&mut tokens)?;
        let pairs = told.lines().filter_map(|line| line.split_once(' '));
        hub.tokens = pairs
            .map(|(who, token)| (who.to_owned(), token.trim().to_owned()))
            .collect();
        Ok(hub)
    }

    fn call(&self, command: &str) -> Command {
        let mut program = Command::new(&self.program);
        program.arg(command).arg("--record").arg(&self.record);
        program
    }

    fn of_books(&self) -> Vec<PathBuf> {
        let books = self.books.iter();
        books
            .flat_map(|books| [PathBuf::from("--rulebooks"), books.clone()])
            .collect()
    }

    /// The folder of the record.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Begins to serve, and does not wait until it answers.
    pub fn begin(&self) -> Result<Child, String> {
        let mut serve = match self.under.split_first() {
            Some((first, rest)) => {
                let mut under = Command::new(first);
                under.args(rest).arg(&self.program);
                under
            }
            None => Command::new(&self.program),
        };
        serve.arg("serve").arg("--record").arg(&self.record);
        serve
            .args(["--listen", "127.0.0.1:0"])
            .args(self.of_books());
        let told = File::create(self.folder().join("hub.log"));
        let told = told.map_err(|wrong| format!("the hub's words cannot be kept: {wrong}"))?;
        serve.stdout(Stdio::piped()).stderr(told);
        let begun = serve.spawn();
        begun.map_err(|wrong| format!("proofhouse could not be started: {wrong}"))
    }

    /// Serves, and waits until it answers.
    pub fn serve(&self) -> Result<Serving, String> {
        let mut child = self.begin()?;
        let mut words = String::new();
        if let Some(out) = child.stdout.as_mut() {
            let _ = BufReader::new(out).read_line(&mut words);
        }
        let place = words.split("http://").nth(1).map(str::trim);
        match place.and_then(|it| it.parse().ok()) {
            Some(place) => Ok(Serving {
                traced: !self.under.is_empty(),
                child,
                place,
            }),
            None => {
                let _ = child.kill();
                let _ = child.wait();
                let log = fs::read_to_string(self.folder().join("hub.log"));
                Err(format!(
                    "the hub did not start: {}",
                    log.unwrap_or_default()
                ))
            }
        }
    }

    /// Runs `proofhouse verify` or `audit` on the record; what it says, where it does not hold.
    pub fn examine(&self, how: &str, earlier: Option<&Path>) -> Result<(), String> {
        let mut program = Command::new(&self.program);
        program.arg(how).arg(&self.record);
        if let Some(earlier) = earlier {
            program.arg("--checkpoint").arg(earlier);
        }
        ended(&mut program).map(drop)
    }

    /// Asks or reports as a person: the whole call as bytes.
    pub fn put(&self, who: &str, body: &Value) -> Vec<u8> {
        let path = match body.get("ask") {
            Some(_) => "asks",
            None => "reports",
        };
        let body = body.to_string();
        let length = body.len();
        let head = self.head("POST", who, &format!("{UNIT}/{path}"));
        format!("{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}")
            .into_bytes()
    }

    /// Reads an address of the unit as a person.
    pub fn get(&self, who: &str, path: &str) -> Vec<u8> {
        let head = self.head("GET", who, &format!("{UNIT}{path}"));
        format!("{head}\r\n").into_bytes()
    }

    fn head(&self, method: &str, who: &str, path: &str) -> String {
        let token = self.tokens.get(who).map_or("", String::as_str);
        format!("{method} {path} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {token}\r\n")
    }

    /// Takes the rack in and opens the day, so that what follows can go.
    pub fn open_day(&self, place: SocketAddr) -> Result<(), String> {
        let mut line = Line::open(place).map_err(|wrong| wrong.to_string())?;
        let weapons = (0..WEAPONS).map(|n| {
            json!({"weapon": format!("w{n}"),
            "features": {"said_to_be": "rubber"}})
        });
        let weapons: Vec<Value> = weapons.collect();
        let delivery = json!({"report": "delivery", "from": "rental_house", "weapons": weapons});
        let duty = json!({"ask": "take_duty", "duty": "weapons"});
        let seen = json!([{"person": "assistant", "as": "witness"}]);
        let mut steps = vec![("armorer", delivery)];
        steps.extend([("armorer", duty.clone()), ("assistant", duty.clone())]);
        steps.extend((0..WEAPONS).map(|n| {
            let weapon = format!("w{n}");
            let ask = json!({"ask": "accept_weapon", "weapon": weapon, "with": seen});
            ("armorer", ask)
        }));
        let accepts = json!([{"person": "armorer", "as": "accepts", "means": "badge"}]);
        steps.push(("first_ad", json!({"ask": "open_day", "with": accepts})));
        steps.extend([("armorer", duty.clone()), ("assistant", duty)]);
        for (nth, (who, mut body)) in steps.into_iter().enumerate() {
            if let Some(fields) = body.as_object_mut() {
                fields.insert("request".to_owned(), json!(format!("morning-{nth}")));
            }
            let told = line.call(&self.put(who, &body));
            let told = told.map_err(|wrong| format!("the morning broke off: {wrong}"))?;
            if told.status != 200 {
                let body = String::from_utf8_lossy(&told.body);
                return Err(format!("the morning is refused at step {nth}: {body}"));
            }
        }
        Ok(())
    }
}

/// A hub that answers.
#[derive(Debug)]
pub struct Serving {
    child: Child,
    /// Another program runs it, and ends with it.
    traced: bool,
    /// Where.
    pub place: SocketAddr,
}

impl Serving {
    /// Its process.
    pub fn id(&self) -> u32 {
        let outer = self.child.id();
        let inner = fs::read_to_string(format!("/proc/{outer}/task/{outer}/children"));
        let inner = inner.ok().filter(|_| self.traced);
        inner.and_then(|it| it.trim().parse().ok()).unwrap_or(outer)
    }

    /// Tells it to stop, and waits until it has.
    pub fn stop(&mut self) -> Result<(), String> {
        ended(Command::new("kill").arg(self.id().to_string()))?;
        let stopped = self.child.wait();
        stopped.map(drop).map_err(|wrong| wrong.to_string())
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        match self.traced {
            true => drop(ended(
                Command::new("kill").arg("-9").arg(self.id().to_string()),
            )),
            false => drop(self.child.kill()),
        }
        let _ = self.child.wait();
        self.traced = false;
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Runs to the end; its words, or why it ended badly.
fn ended(command: &mut Command) -> Result<String, String> {
    let out = command.output();
    let out = out.map_err(|wrong| format!("proofhouse could not be started: {wrong}"))?;
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    match out.status.success() {
        true => Ok(said),
        false => {
            let name = command.get_args().next().unwrap_or_default();
            let name = name.to_string_lossy();
            let wrong = String::from_utf8_lossy(&out.stderr);
            Err(format!("{name}: {said}{wrong}"))
        }
    }
}
