//! `proofhouse verify` and `proofhouse audit`: is a record what was signed, and does every answer
//! come out the same again?

use std::{path::Path, process::ExitCode};

use ledger::{LedgerError, Proven, Signed, Verifier};

use crate::{
    checked::{self, Found, Wanted},
    cli::record,
    kept::{Kept, small_file},
    tell::{GO, HEAD, HOLD, NO, QUIET, Trouble, block, styled},
};

/// Troubles that are shown one by one.
const SHOWN: usize = 20;

/// Checks that a record is what was signed. 0: it is; 1: something is wrong; 2: it cannot be read.
pub fn verify(args: &record::Verify) -> Result<ExitCode, Trouble> {
    let wanted = Wanted::read(&args.against)?;
    if let (Some(proof), Some(key)) = (&args.proof, &wanted.key) {
        return one_entry((&args.place, proof), key, args.against.json);
    }
    let found = checked::verify(&Kept::open(&args.place)?, &wanted)?;
    Ok(told(&found, args.against.json))
}

/// The same, and decides every entry again.
pub fn audit(args: &record::Audit) -> Result<ExitCode, Trouble> {
    let wanted = Wanted::read(&args.against)?;
    let found = checked::audit(&Kept::open(&args.place)?, &wanted)?;
    Ok(told(&found, args.against.json))
}

/// Checks that the log of this key has the entry of a file.
fn one_entry(
    (entry, proof): (&Path, &Path),
    key: &Verifier,
    json: bool,
) -> Result<ExitCode, Trouble> {
    let no_proof =
        |fault: LedgerError| Trouble::new(fault.code(), fault.to_string(), fault.what_next());
    let proven = Proven::from_bytes(&small_file(proof)?).map_err(no_proof)?;
    let found = proven.verify(&small_file(entry)?, key);
    match (&found, json) {
        (_, true) => anstream::println!("{}", of_entry(&proven, found.as_ref())),
        (Ok(signed), _) => {
            let origin = &signed.checkpoint.origin;
            anstream::println!("{} {origin}", styled(GO, "it is what was signed"));
            line("entry", &proven.index.to_string());
            line("entries", &signed.checkpoint.size.to_string());
        }
        (Err(fault), _) => {
            anstream::println!("{} {fault}", styled(NO, "something is wrong:"));
            anstream::println!("{} {}", styled(HEAD, "help:"), fault.what_next());
        }
    }
    Ok(ExitCode::from(u8::from(found.is_err())))
}

fn of_entry(proven: &Proven, found: Result<&Signed, &LedgerError>) -> serde_json::Value {
    let checkpoint = found.map(|signed| &signed.checkpoint);
    serde_json::json!({
        "holds": found.is_ok(), "entry": proven.index,
        "entries": checkpoint.map(|it| it.size).ok(),
        "origin": checkpoint.map(|it| it.origin.to_string()).ok(),
        "wrong": found.err().map(LedgerError::code),
    })
}

/// Prints what was found.
pub fn told(found: &Found, json: bool) -> ExitCode {
    let holds = found.verified.holds();
    match json {
        true => anstream::println!("{}", whole(found)),
        false => print(found),
    }
    ExitCode::from(u8::from(!holds))
}

fn whole(found: &Found) -> serde_json::Value {
    serde_json::json!({
        "holds": found.verified.holds(), "verified": found.verified,
        "key": found.key, "key_given": found.key_given, "redecided": found.redecided,
    })
}

fn print(found: &Found) {
    let verified = &found.verified;
    let (style, word) = match (verified.holds(), found.redecided) {
        (true, None) => (GO, "it is what was signed"),
        (true, Some(_)) => (
            GO,
            "it is what was signed, and every answer comes out the same",
        ),
        (false, _) => (NO, "something is wrong"),
    };
    anstream::println!("{} {}", styled(style, word), verified.origin);
    line("entries", &verified.entries.to_string());
    if let Some(redecided) = found.redecided {
        line(
            "decided",
            &format!("{redecided} again, by the books that stand in it"),
        );
    }
    if let Some(key) = &found.key {
        line("key", key);
    }
    if !verified.others.is_empty() {
        let others = verified.others.join(", ");
        line(
            "also",
            &format!("signed by {others}; these were not checked"),
        );
    }
    for wrong in verified.wrong.iter().take(SHOWN) {
        anstream::println!("{} {wrong}", styled(NO, "wrong:"));
    }
    let more = verified.wrong.len().saturating_sub(SHOWN);
    if more > 0 {
        anstream::println!("and {more} more; --json prints them all");
    }
    if !verified.holds() {
        let help =
            "keep it as it is, and compare it with a backup, a pack or a witness's checkpoint";
        anstream::println!("{} {help}", styled(HEAD, "help:"));
    }
    notes(found);
}

fn notes(found: &Found) {
    if found.key.is_some() && !found.key_given {
        note(
            "the key was read from the record itself. Compare it with the key on a printed report, \
             or give that with --key: else all of it may have been written anew by somebody.",
        );
    }
    if !found.verified.against_earlier {
        note(
            "there was no earlier checkpoint: a tail that was cut off cannot be seen. Give one with \
             --checkpoint: of a witness, or from a printed report.",
        );
    }
}

fn line(name: &str, value: &str) {
    anstream::println!("  {} {value}", styled(QUIET, &format!("{name:<8}")));
}

fn note(text: &str) {
    anstream::println!("{}", styled(HOLD, "note:"));
    anstream::println!("{}", block(2, QUIET, text));
}
