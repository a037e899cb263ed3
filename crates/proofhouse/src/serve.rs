//! `proofhouse serve`: the hub of a set. One thread writes; the others listen and read.

mod stand;
mod tokens;

use std::process::ExitCode;

use armory::Armory;
use jiff::Timestamp;
use store::Store;
use web::Clock;

use crate::{
    cli::hub::Serve,
    hub::{self, Machine, Said},
    tell::{HEAD, QUIET, Trouble, styled},
};

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
    let stand = Stand::open(args.listen)?;
    let store = hub::store(record)?;
    let founding = hub::founding(&*store)?;
    let mut clock = clock(args, &founding, &*store)?;
    let signer = hub::signer(record, &founding.origin)?;
    let keeping = hub::keeping(store, signer, args.books.rulebooks.as_deref())?;
    let tokens = stand.during(tokens::followed(&args.file))?;
    let nobody = tokens.borrow().all().is_empty();
    let armory = Armory::open(keeping, clock.now(None)).map_err(|fault| hub::trouble(&fault))?;
    let name = hub::unit(&founding.origin);
    tell(&stand, &name, nobody);
    stand.host(Hosted {
        name,
        armory,
        clock,
        tokens,
    })?;
    Ok(ExitCode::SUCCESS)
}

fn tell(stand: &Stand, unit: &str, nobody: bool) {
    anstream::println!("{} http://{}", styled(HEAD, "serving"), stand.place());
    anstream::println!("{} /api/v1/units/{unit}", styled(HEAD, "unit   "));
    if nobody {
        let said = "Nobody can sign in yet: proofhouse token new. A stop needs no token.";
        anstream::println!("{}", styled(QUIET, said));
    }
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
