//! `proofhouse token`: who may sign in as a program or station.

use std::process::ExitCode;

use store_sqlite::SqliteStore;
use web::Token;

use crate::{
    cli::hub::NewToken,
    found, hub, secret,
    tell::{QUIET, Trouble, styled},
};

/// Makes tokens, keeps their sums, prints them this once.
pub fn new(args: &NewToken) -> Result<ExitCode, Trouble> {
    let people = args.people.iter().map(|person| found::id("person", person));
    let people = people.collect::<Result<Vec<_>, _>>()?;
    let unit = unit(args)?;
    let mut lines = String::new();
    let mut told = Vec::new();
    for person in people {
        let secret = format!("ph_{}", secret::hex(&secret::random::<32>()?));
        told.push(format!("{person} {secret}"));
        lines.push_str(&Token::new(&secret, person, &unit).line());
        lines.push('\n');
    }
    let path = args.tokens.clone();
    let path = path.unwrap_or_else(|| secret::beside(&args.record, ".tokens"));
    secret::append(&path, &lines)?;
    for line in told {
        anstream::println!("{line}");
    }
    let said =
        "Shown this once; the file keeps only their sums. Start the hub again to take them in.";
    anstream::eprintln!("{}", styled(QUIET, said));
    Ok(ExitCode::SUCCESS)
}

/// The unit of a record, which a hub may be serving meanwhile.
fn unit(args: &NewToken) -> Result<String, Trouble> {
    if !args.record.exists() {
        let what = format!("{} is not there", args.record.display());
        return Err(Trouble::new(
            "record-missing",
            what,
            "found it first: proofhouse found",
        ));
    }
    let store = SqliteStore::open(&args.record);
    let store = store.map_err(|fault| hub::trouble(&armory::ArmoryError::Store(fault)))?;
    Ok(hub::unit(&hub::founding(&store)?.origin))
}
