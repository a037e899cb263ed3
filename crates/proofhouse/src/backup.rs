//! `proofhouse backup` and `proofhouse restore`: a copy while the record is served, and a record
//! from a copy, proved to be the same.

use std::process::ExitCode;

use ledger::Checkpoint;

use crate::{
    checked::{self, Wanted},
    cli::record,
    kept::{Kept, Record, key_beside, of_store},
    photos::Folder,
    tell::{GO, HEAD, Trouble, styled},
    verify,
};

/// Copies a record, also while a server writes to it.
pub fn backup(args: &record::Backup) -> Result<ExitCode, Trouble> {
    absent(&args.copy)?;
    let record = Record::open(&args.record)?;
    let head = record
        .reader
        .backup(&args.copy)
        .map_err(|it| of_store(&it))?;
    let copied = Record::open(&args.copy)?;
    if copied.head != head {
        return Err(other_head("the copy has another end than the record had"));
    }
    let photos = Folder::beside(&args.record).copied_beside(&args.copy)?;
    let kept = Kept::Record(Box::new(copied));
    let root = root(&kept).map_or(String::new(), |root| format!(", root {root}"));
    anstream::println!(
        "{} {} entries{root}: {}",
        styled(GO, "copied"),
        head.entries,
        args.copy.display()
    );
    with_photos(&photos);
    anstream::println!(
        "{} the key is not in the copy: keep {} in a safe, apart from it",
        styled(HEAD, "help:"),
        key_beside(&args.record).display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Makes a record from a copy, compares both ends, and verifies the whole.
pub fn restore(args: &record::Restore) -> Result<ExitCode, Trouble> {
    absent(&args.record)?;
    let wanted = Wanted::read(&args.against)?;
    let copy = Record::open(&args.copy)?;
    let made = store_sqlite::restore(&args.copy, &args.record).map_err(|it| of_store(&it))?;
    let restored = Record::open(&args.record)?;
    if made != copy.head || restored.head != copy.head {
        return Err(other_head("the record has another end than its copy"));
    }
    let photos = Folder::beside(&args.copy).copied_beside(&args.record)?;
    let found = checked::verify(&Kept::Record(Box::new(restored)), &wanted)?;
    if !args.against.json {
        anstream::println!(
            "{} {} entries, the same end as {}",
            styled(GO, "restored"),
            made.entries,
            args.copy.display()
        );
        with_photos(&photos);
    }
    let code = verify::told(&found, args.against.json);
    let key = key_beside(&args.record);
    if !key.exists() && !args.against.json {
        anstream::println!(
            "{} put the key back at {}, for its owner alone (chmod 600); without it the record can be read and not served",
            styled(HEAD, "help:"),
            key.display()
        );
    }
    Ok(code)
}

fn with_photos((copied, damaged): &(usize, Vec<String>)) {
    if *copied > 0 {
        anstream::println!("{} {copied} photos", styled(GO, "with"));
    }
    if !damaged.is_empty() {
        let says = "damaged, and not copied: look for them in an older copy";
        let damaged = damaged.join(", ");
        anstream::println!("{} the photos {damaged} are {says}", styled(HEAD, "help:"));
    }
}

fn absent(place: &std::path::Path) -> Result<(), Trouble> {
    match place.exists() {
        false => Ok(()),
        true => {
            let what = format!("{} is there already", place.display());
            let help = "nothing was overwritten: name a file that is not there yet";
            Err(Trouble::new("file-there", what, help))
        }
    }
}

fn other_head(what: &str) -> Trouble {
    let help = "do not use it: look at the disk, and try again elsewhere";
    Trouble::new("head-changed", what, help)
}

fn root(kept: &Kept) -> Option<String> {
    let signed = Checkpoint::open(kept.checkpoint(), &kept.own_key()?).ok()?;
    Some(signed.checkpoint.root.to_string())
}
