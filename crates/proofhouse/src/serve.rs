//! `proofhouse serve`: the hub of a set. One thread writes; the others listen and read.

mod digest;
mod door;
mod stand;
mod tokens;

use std::{io::IsTerminal, process::ExitCode};

use armory::Armory;
use jiff::Timestamp;
use store::Store;
use web::{Clock, pack::Packs as _};

use crate::{
    cli::hub::Serve,
    hub::{self, Machine, Said},
    packs::Packs,
    photos::Folder,
    tell::{self, HEAD, HOLD, Trouble, styled},
    tls::{
        certificate::{self, Ready},
        day,
    },
};

pub use door::{in_memory, of as door};
pub use stand::{Hosted, Stand};

/// Serves until it is told to stop.
pub fn run(args: &Serve) -> Result<ExitCode, Trouble> {
    let record = &args.file.record;
    if !record.exists() {
        let what = format!("{} is not there", record.display());
        return Err(Trouble::new(
            "record-missing",
            what,
            "found it first: proofhouse found",
        ));
    }
    let now = Timestamp::now();
    let ready = certificate::shown(&args.shows, now)?;
    let mut stand = Stand::open(args.listen)?;
    if let Some(port) = args.shows.redirect {
        stand.also_at(port)?;
    }
    let store = hub::store(record)?;
    let founding = hub::founding(&*store)?;
    let mut clock = clock(args, &founding, &*store)?;
    let signer = hub::signer(record, &founding.origin)?;
    let keeping = hub::keeping(store, signer, &args.books)?;
    let tokens = stand.during(tokens::followed(&args.file))?;
    let door = door::of(record)?;
    let packs = Packs::beside(record);
    packs.keep_only(&door.packs());
    let name = hub::unit(&founding.origin);
    let mail = (name.as_str(), founding.zone.as_str());
    let digest = async { digest::started(args, mail, stand.stopping()) };
    let digest = stand.during(digest)?;
    let armory = Armory::open(keeping, clock.now(None)).map_err(|fault| hub::trouble(&fault))?;
    let hub = tell(&stand, &name, ready.as_ref());
    if tokens.borrow().all().is_empty() && !door.anybody() {
        door::first(&door, &founding, &hub)?;
    }
    stand.host(Hosted {
        name,
        armory,
        clock,
        tokens,
        photos: Folder::beside(record),
        packs,
        ready,
        door,
        digest,
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Says where it serves; the address that a browser opens.
fn tell(stand: &Stand, unit: &str, ready: Option<&Ready>) -> String {
    let place = stand.place();
    let scheme = if ready.is_some() { "https" } else { "http" };
    anstream::println!("{} {scheme}://{place}", styled(HEAD, "serving"));
    anstream::println!("{} /api/v1/units/{unit}", styled(HEAD, "unit   "));
    let Some(ready) = ready else {
        return format!("http://{place}");
    };
    let (at, until) = (ready.names.address(place.port()), day(ready.until));
    anstream::println!("{} https://{at}, until {until}", styled(HEAD, "secure "));
    if let Some(authority) = &ready.authority {
        let print = authority.fingerprint();
        anstream::println!("{} http://{at}/trust", styled(HEAD, "trust  "));
        anstream::println!("{} {print}", styled(HEAD, "compare"));
        let code = tell::code(&format!("http://{at}/trust"));
        if let Some(code) = code.filter(|_| std::io::stdout().is_terminal()) {
            anstream::println!("{code}");
        }
    }
    if ready.ends_soon(Timestamp::now()) {
        let said = format!("The certificate ends on {until}: renew it before the day begins.");
        anstream::println!("{}", styled(HOLD, &said));
    }
    format!("https://{at}")
}

/// The machine's clock; the devices' only where the record says of itself that it is a rehearsal.
fn clock(
    args: &Serve,
    founding: &logbook::Founding,
    store: &dyn Store,
) -> Result<Box<dyn Clock>, Trouble> {
    let record = args.file.record.display();
    match (args.replay_clock, hub::is_of(&founding.origin)) {
        (false, "a set") => Ok(Box::new(Machine::new())),
        (true, "a rehearsal") => Ok(Box::new(Said::new(last(store).unwrap_or(founding.at)))),
        (true, other) => Err(Trouble::new(
            "clock-of-a-set",
            format!("{record} is of {other}, not of a rehearsal"),
            "leave --replay-clock out: on a set the hub's clock says when",
        )),
        (false, other) => Err(Trouble::new(
            "clock-of-a-rehearsal",
            format!("{record} is of {other}, not of a set"),
            "found a record for the set",
        )),
    }
}

/// When the last entry was received.
fn last(store: &dyn Store) -> Option<Timestamp> {
    let last = store.head().ok()?.entries.checked_sub(1)?;
    let bytes = store.entries(last, 1).ok()?.pop()?;
    Some(logbook::Entry::from_bytes(&bytes).ok()?.at)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use clap::Parser;
    use custody::names::Kind;
    use logbook::Founding;

    use super::*;
    use crate::cli;

    /// What is said where a record of this origin is served.
    fn said(words: &[&str], origin: &str) -> Result<(), &'static str> {
        let words = ["proofhouse", "serve", "--record", "unit.db"]
            .iter()
            .chain(words);
        let cli::Command::Serve(args) = cli::Args::parse_from(words).command else {
            panic!("this is not serve");
        };
        let founding = Founding {
            seq: 0,
            format: logbook::entry::FORMAT,
            at: Timestamp::UNIX_EPOCH,
            origin: origin.to_owned(),
            key: None,
            founder: None,
            place: String::new(),
            zone: "UTC".to_owned(),
            kind: Kind::Screen,
            people: BTreeMap::new(),
            books: String::new(),
            engine: String::new(),
        };
        let clock = clock(&args, &founding, &store::Memory::new());
        clock.map(|_| ()).map_err(|trouble| trouble.code)
    }

    #[test]
    fn the_record_of_a_demo_is_not_served_as_that_of_a_set() {
        let (set, rehearsal, demo) = (
            "proofhouse.invalid/main-unit",
            "proofhouse.invalid/rehearsal/main-unit",
            "proofhouse.invalid/demo/western",
        );
        assert_eq!(said(&[], set), Ok(()));
        assert_eq!(said(&[], rehearsal), Err("clock-of-a-rehearsal"));
        assert_eq!(said(&[], demo), Err("clock-of-a-rehearsal"));
        let replayed = ["--replay-clock"];
        assert_eq!(said(&replayed, set), Err("clock-of-a-set"));
        assert_eq!(said(&replayed, demo), Err("clock-of-a-set"));
        assert_eq!(said(&replayed, rehearsal), Ok(()));
    }
}
