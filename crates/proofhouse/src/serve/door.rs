//! The door of a hub: its file beside the record, the clock, the dice, and the link of a first start.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use logbook::Founding;
use web::{Door, Tools};

use crate::{
    secret,
    tell::{HEAD, QUIET, Trouble, styled},
};

/// This machine; without a file, what is kept is gone with the program.
struct Machine(Option<PathBuf>);

impl Tools for Machine {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn dice(&self) -> Option<[u8; 32]> {
        secret::random().ok()
    }

    fn keep(&self, text: &str) -> bool {
        let Some(path) = &self.0 else { return true };
        let kept = secret::replace(path, text);
        if let Err(trouble) = &kept {
            trouble.print();
        }
        kept.is_ok()
    }
}

/// The door of a record. Only the hub that serves it writes its file.
pub fn of(record: &Path) -> Result<Door, Trouble> {
    let path = secret::beside(record, ".door");
    let text = secret::read(&path)?;
    let shown = path.display().to_string();
    Door::open(Box::new(Machine(Some(path))), text.as_deref()).map_err(|broken| {
        let help = match broken {
            web::Broken::Newer(_) => "serve it with the program that wrote it, or a newer one",
            web::Broken::Wrong(_) => {
                "put it aside: people are invited again, and nothing of the record is in it"
            }
        };
        Trouble::new("door-broken", format!("{shown}: {broken}"), help)
    })
}

/// A door that is gone with the program.
pub fn in_memory() -> Result<Door, Trouble> {
    let door = Door::open(Box::new(Machine(None)), None);
    door.map_err(|broken| {
        let help = "this is a fault of the program: tell those who make it";
        Trouble::new("door-broken", broken.to_string(), help)
    })
}

/// Where nobody can sign in yet, the terminal shows a link for whoever founded the record.
pub fn first(door: &Door, founding: &Founding, hub: &str) -> Result<(), Trouble> {
    let Some(founder) = &founding.founder else {
        return Ok(());
    };
    let secret = door.first(founder).map_err(|_| {
        let help = "make room beside the record, then serve it again";
        Trouble::new("door-unwritable", "the first link could not be kept", help)
    })?;
    anstream::println!("{} {hub}/in/{secret}", styled(HEAD, "first  "));
    let said = format!(
        "Nobody can sign in yet. This link lets {founder} in, once, within the hour, and {founder} \
         invites the others. Serve again for a new one. A stop needs no link."
    );
    anstream::println!("{}", styled(QUIET, &said));
    Ok(())
}
