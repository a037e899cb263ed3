//! `proofhouse found`: entry 0 of a record, and the key that signs it.

use std::{collections::BTreeMap, fs, process::ExitCode};

use armory::{Armory, NewRecord};
use custody::{
    id::PersonId,
    names::{Kind, Role},
};
use jiff::Timestamp;
use ledger::{Origin, Signer};

use crate::{
    cli::hub::Found,
    hub::{self, Machine, Said},
    secret,
    tell::{HEAD, Trouble, styled},
};

/// Founds a record.
pub fn run(args: &Found) -> Result<ExitCode, Trouble> {
    let new = new_record(args)?;
    let (origin, now) = match &args.rehearsal {
        Some(time) => {
            let began: Timestamp = time
                .parse()
                .map_err(|_| said("rehearsal", time, "a time, as 2026-03-09T08:00:00-07:00"))?;
            (
                format!("{}{}", hub::REHEARSAL, args.unit),
                Said::new(began).read(),
            )
        }
        None => (args.unit.clone(), Machine::new().read()),
    };
    if args.unit.parse::<PersonId>().is_err() {
        return Err(said("unit", &args.unit, "letters, digits, '-', '_' or '.'"));
    }
    let origin = Origin::without_host(&origin)
        .map_err(|_| said("unit", &args.unit, "letters, digits, '-', '_' or '.'"))?;
    if args.record.exists() {
        return Err(Trouble::new(
            "record-founded",
            format!("{} is there already", args.record.display()),
            "serve it, or name another file for a new record",
        ));
    }
    let seed: [u8; 32] = secret::random()?;
    let key = secret::beside(&args.record, ".key");
    secret::create(&key, &format!("{}\n", secret::hex(&seed)))?;
    let founded = begin(args, &new, (Signer::new(origin, &seed), now));
    if founded.is_err() {
        // Nothing was signed with it yet.
        let _ = fs::remove_file(&key);
    }
    let verifier = founded?;
    anstream::println!("{} {}", styled(HEAD, "founded"), args.record.display());
    anstream::println!("{} {verifier}", styled(HEAD, "key    "));
    anstream::println!(
        "The key that signs is {}: keep a copy where nobody else reads it.",
        key.display()
    );
    Ok(ExitCode::SUCCESS)
}

fn begin(
    args: &Found,
    new: &NewRecord,
    (signer, now): (Signer, armory::Now),
) -> Result<String, Trouble> {
    let store = hub::store(&args.record)?;
    let keeping = hub::keeping(store, signer, &args.books)?;
    let armory = Armory::found(keeping, new, now).map_err(|fault| hub::trouble(&fault))?;
    Ok(armory.verifier().to_string())
}

fn new_record(args: &Found) -> Result<NewRecord, Trouble> {
    let kind = Kind::ALL.iter().find(|kind| kind.as_str() == args.kind);
    let people = args.people.iter().map(|text| person(text));
    Ok(NewRecord {
        founder: id("founder", &args.founder)?,
        people: people.collect::<Result<BTreeMap<_, _>, _>>()?,
        place: args.place.clone(),
        zone: args.zone.clone(),
        kind: *kind.ok_or_else(|| said("kind", &args.kind, "screen, stage or reenactment"))?,
    })
}

fn person(text: &str) -> Result<(PersonId, Vec<Role>), Trouble> {
    let wrong = || said("person", text, "a person and roles, as armorer=armorer");
    let (person, roles) = text.split_once('=').ok_or_else(wrong)?;
    let role = |name: &str| {
        let found = Role::ALL.iter().find(|role| role.as_str() == name);
        let names: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        found
            .copied()
            .ok_or_else(|| said("role", name, &names.join(", ")))
    };
    let roles = roles.split(',').map(role).collect::<Result<Vec<_>, _>>()?;
    Ok((id("person", person)?, roles))
}

/// An id from the command line.
pub fn id(field: &str, text: &str) -> Result<PersonId, Trouble> {
    text.parse()
        .map_err(|wrong| Trouble::new("not-an-id", format!("--{field}: {wrong}"), "write it so"))
}

fn said(field: &str, text: &str, want: &str) -> Trouble {
    let what = format!("\"{text}\" is no {field}");
    Trouble::new("argument-unknown", what, format!("write {want}"))
}
