//! What founding and serving share: the record's file, the key beside it, the clock of the machine.

use std::{path::Path, sync::Arc, time::Instant};

use armory::{ArmoryError, Keeping, Now};
use jiff::{SignedDuration, Timestamp};
use ledger::{Origin, Signer};
use logbook::Founding;
use store::Store;
use store_sqlite::SqliteStore;

use crate::{books::Texts, cli, secret, tell::Trouble};

/// How the origin of a rehearsal begins: its times are said, so its record proves nothing.
pub const REHEARSAL: &str = "rehearsal/";

/// How the origin of a demo begins: its day is made up, so its record proves nothing.
pub const DEMO: &str = "demo/";

/// What a record is of.
pub fn is_of(origin: &str) -> &'static str {
    let begins = |with: &str| origin.contains(&format!("/{with}"));
    match (begins(REHEARSAL), begins(DEMO)) {
        (true, _) => "a rehearsal",
        (_, true) => "a demo",
        _ => "a set",
    }
}

/// What the armory could not do.
pub fn trouble(fault: &ArmoryError) -> Trouble {
    Trouble::new(fault.code(), fault.to_string(), fault.what_next())
}

/// Opens the file of a record.
pub fn store(record: &Path) -> Result<Arc<dyn Store>, Trouble> {
    let store = SqliteStore::open(record).map_err(|fault| trouble(&ArmoryError::Store(fault)))?;
    Ok(Arc::new(store))
}

/// What entry 0 says.
pub fn founding(store: &dyn Store) -> Result<Founding, Trouble> {
    let first = store.entries(0, 1).map_err(ArmoryError::Store);
    let first = first.map_err(|fault| trouble(&fault))?.pop();
    let first = first.ok_or_else(|| trouble(&ArmoryError::NotFounded))?;
    Founding::from_bytes(&first).map_err(|wrong| {
        let help = "keep the file as it is, and restore the last backup beside it";
        Trouble::new(
            "record-entry-broken",
            format!("entry 0 is broken: {wrong}"),
            help,
        )
    })
}

/// The unit's name, from the name of its log.
pub fn unit(origin: &str) -> String {
    origin.rsplit('/').next().unwrap_or(origin).to_owned()
}

/// The signer of a record, from the key beside it.
pub fn signer(record: &Path, origin: &str) -> Result<Signer, Trouble> {
    let path = secret::beside(record, ".key");
    let broken = |what: &str| {
        let help = "put the key back beside the record: nobody else can sign for it";
        Trouble::new("key-missing", format!("{} {what}", path.display()), help)
    };
    let text = secret::read(&path)?.ok_or_else(|| broken("is not there"))?;
    let seed = secret::unhex(text.trim()).ok_or_else(|| broken("is no key"))?;
    let origin: Origin = origin
        .parse()
        .map_err(|_| broken("has no log to sign for"))?;
    Ok(Signer::new(origin, &seed))
}

/// What an armory works with.
pub fn keeping(
    store: Arc<dyn Store>,
    signer: Signer,
    books: &cli::Books,
) -> Result<Keeping, Trouble> {
    Ok(Keeping {
        store,
        books: Texts::read(books)?.open()?,
        signer,
    })
}

/// The clocks of this machine.
pub struct Machine(Instant);

impl Machine {
    /// The monotonic clock begins here.
    pub fn new() -> Self {
        Self(Instant::now())
    }

    /// Both clocks, read.
    pub fn read(&self) -> Now {
        let passed = self.0.elapsed().as_millis();
        Now {
            wall: Timestamp::now(),
            monotonic_ms: u64::try_from(passed).unwrap_or(u64::MAX),
        }
    }
}

impl web::Clock for Machine {
    fn now(&mut self, _: Option<Timestamp>) -> Now {
        self.read()
    }
}

/// The clock of a demo: it stands, but for a millisecond a look, so that no check grows too old while
/// somebody tries what is answered.
pub struct Standing(Said);

impl Standing {
    /// Stands where another clock left off.
    pub fn at(said: Said) -> Self {
        Self(said)
    }
}

impl web::Clock for Standing {
    fn now(&mut self, _: Option<Timestamp>) -> Now {
        let next = self.0.now.checked_add(SignedDuration::from_millis(1));
        self.0.now = next.unwrap_or(self.0.now);
        self.0.read()
    }
}

/// The clock of a rehearsal: what the devices say.
pub struct Said {
    began: Timestamp,
    now: Timestamp,
}

impl Said {
    /// Begins at a time.
    pub fn new(began: Timestamp) -> Self {
        Self { began, now: began }
    }

    /// The time that was said last, as both clocks would show it.
    pub fn read(&self) -> Now {
        let passed = self.now.duration_since(self.began).as_millis();
        Now {
            wall: self.now,
            monotonic_ms: u64::try_from(passed).unwrap_or(0),
        }
    }
}

impl web::Clock for Said {
    fn now(&mut self, claimed: Option<Timestamp>) -> Now {
        self.now = claimed.unwrap_or(self.now);
        self.read()
    }

    fn replays(&self) -> bool {
        true
    }
}
