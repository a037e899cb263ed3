//! `proofhouse doctor`: what is there, what is wrong, and what to do about it.

mod door;
mod key;
mod photos;

use std::{fs, path::Path, process::ExitCode};

use anstyle::Style;
use jiff::{SignedDuration, Timestamp};
use ledger::Checkpoint;
use logbook::Entry;

use crate::{
    books::Texts,
    cli,
    kept::{Kept, Record, of_store},
    tell::{GO, HEAD, HOLD, NO, Trouble, styled},
    tls,
};

/// Room on the disk below which a day may not fit: 1 GiB.
const ROOM: u64 = 1 << 30;

/// The write-ahead file above which something keeps it from being moved in: 128 MiB.
const AHEAD: u64 = 128 << 20;

/// One thing that was looked at.
struct Sign {
    name: &'static str,
    says: String,
    /// What to do; none where all is well.
    help: Option<(How, String)>,
}

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Wrong,
    Look,
}

impl Sign {
    fn well(name: &'static str, says: impl Into<String>) -> Self {
        let says = says.into();
        Self {
            name,
            says,
            help: None,
        }
    }

    fn wrong(name: &'static str, says: impl Into<String>, help: impl Into<String>) -> Self {
        let help = Some((How::Wrong, help.into()));
        Self {
            help,
            ..Self::well(name, says)
        }
    }

    fn look(name: &'static str, says: impl Into<String>, help: impl Into<String>) -> Self {
        let help = Some((How::Look, help.into()));
        Self {
            help,
            ..Self::well(name, says)
        }
    }

    fn trouble(name: &'static str, trouble: Trouble) -> Self {
        let says = format!("{} ({})", trouble.what, trouble.code);
        Self::wrong(name, says, trouble.help)
    }
}

/// Looks, and prints. 0: all is well; 1: something is wrong.
pub fn run(args: &cli::record::Doctor) -> Result<ExitCode, Trouble> {
    let mut signs = vec![program(), rulebooks()];
    if let Some(place) = &args.record {
        signs.push(room(place));
        record(place, args, &mut signs);
    }
    if let Some(folder) = &args.tls {
        signs.push(certificate(folder, Timestamp::now()));
    }
    for sign in &signs {
        print(sign);
    }
    let wrong = |sign: &Sign| matches!(sign.help, Some((How::Wrong, _)));
    Ok(ExitCode::from(u8::from(signs.iter().any(wrong))))
}

fn print(sign: &Sign) {
    let (style, mark): (Style, _) = match sign.help {
        None => (GO, "ok   "),
        Some((How::Look, _)) => (HOLD, "look "),
        Some((How::Wrong, _)) => (NO, "wrong"),
    };
    let name = format!("{:<10}", sign.name);
    anstream::println!(
        "{} {} {}",
        styled(style, mark),
        styled(HEAD, &name),
        sign.says
    );
    if let Some((_, help)) = &sign.help {
        anstream::println!("                 {} {help}", styled(HEAD, "help:"));
    }
}

fn program() -> Sign {
    let version = env!("CARGO_PKG_VERSION");
    let form = logbook::entry::FORMAT;
    Sign::well(
        "program",
        format!("proofhouse {version}, writes entries of form {form}"),
    )
}

fn rulebooks() -> Sign {
    match Texts::embedded().shelf() {
        Ok(shelf) => {
            let (books, rules) = (shelf.books().len(), shelf.rules().len());
            Sign::well(
                "rulebooks",
                format!("{books} books, {rules} rules came with the program"),
            )
        }
        Err(trouble) => Sign::trouble("rulebooks", trouble),
    }
}

fn certificate(folder: &Path, now: Timestamp) -> Sign {
    let ready = match tls::certificate::of_folder(folder, now) {
        Ok(ready) => ready,
        Err(trouble) => return Sign::trouble("tls", trouble),
    };
    let (names, until) = (ready.names.all().join(", "), tls::day(ready.until));
    let says = format!("good for {names} until {until}");
    match ready.ends_soon(now) {
        false => Sign::well("tls", says),
        true => {
            let help = format!("proofhouse tls init --renew --out {}", folder.display());
            Sign::look("tls", says, help)
        }
    }
}

#[cfg(unix)]
fn room(place: &Path) -> Sign {
    let folder = match place.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let disk = match rustix::fs::statvfs(folder) {
        Ok(disk) => disk,
        Err(wrong) => {
            let says = format!("{} cannot be looked at: {wrong}", folder.display());
            return Sign::wrong("disk", says, "name a folder that is there and can be read");
        }
    };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let says = format!("{} MiB free", free >> 20);
    let own = fs::metadata(place).map_or(0, |it| it.len());
    match free >= ROOM.max(own) {
        true => Sign::well("disk", says),
        false => Sign::wrong(
            "disk",
            says,
            "make room before the day begins: a full disk makes every ask a no",
        ),
    }
}

#[cfg(not(unix))]
fn room(_: &Path) -> Sign {
    Sign::look(
        "disk",
        "not looked at on this system",
        "see that 1 GiB is free",
    )
}

fn record(place: &Path, args: &cli::record::Doctor, signs: &mut Vec<Sign>) {
    let record = match Record::open(place) {
        Ok(record) => record,
        Err(trouble) => {
            signs.push(Sign::trouble("record", trouble));
            return;
        }
    };
    let entries = record.head.entries;
    signs.push(Sign::well(
        "record",
        format!("{entries} entries in {}", place.display()),
    ));
    signs.push(served(place));
    signs.push(ahead(place));
    signs.push(snapshot(&record));
    signs.push(rows(&record));
    signs.push(clock(&record));
    let kept = Kept::Record(Box::new(record));
    signs.push(head(&kept));
    signs.extend(photos::of(place, &kept, args));
    signs.push(key::mode(place));
    signs.push(key::of_record(place, kept.own_key().as_ref()));
    signs.push(door::of(place));
}

fn served(place: &Path) -> Sign {
    match store_sqlite::in_use(place) {
        Ok(true) => Sign::well("lock", "a proofhouse serves it now"),
        Ok(false) => Sign::well("lock", "nobody serves it now"),
        Err(fault) => Sign::trouble("lock", of_store(&fault)),
    }
}

fn ahead(place: &Path) -> Sign {
    let mut name = place.as_os_str().to_owned();
    name.push("-wal");
    let size = fs::metadata(name).map_or(0, |it| it.len());
    let says = format!("{} MiB wait to be moved into the record", size >> 20);
    match size > AHEAD {
        false => Sign::well("write-ahead", says),
        true => Sign::look(
            "write-ahead",
            says,
            "end other programs that hold the record open, then start proofhouse anew",
        ),
    }
}

fn snapshot(record: &Record) -> Sign {
    let entries = record.head.entries;
    match record.reader.snapshot() {
        Ok(Some(kept)) if kept.seq > entries => Sign::look(
            "snapshot",
            format!("it is after entry {}, the record has {entries}", kept.seq),
            "nothing is lost: opening replays all entries instead",
        ),
        Ok(Some(kept)) => {
            let after = entries.saturating_sub(kept.seq);
            Sign::well(
                "snapshot",
                format!("opening replays the last {after} entries"),
            )
        }
        Ok(None) => Sign::well("snapshot", "none yet: opening replays all entries"),
        Err(fault) => Sign::look(
            "snapshot",
            fault.to_string(),
            "nothing is lost: opening replays all entries instead",
        ),
    }
}

fn rows(record: &Record) -> Sign {
    match record.reader.check() {
        Ok(()) => Sign::well("rows", "every row is what was written"),
        Err(fault) => Sign::trouble("rows", of_store(&fault)),
    }
}

fn head(kept: &Kept) -> Sign {
    let help = "keep the file as it is, and run proofhouse verify on it and on a backup";
    if kept.entries() == 0 {
        return Sign::look("head", "no entry yet", "found the record: proofhouse found");
    }
    let Some(key) = kept.own_key() else {
        return Sign::wrong("head", "entry 0 names no key", help);
    };
    match Checkpoint::open(kept.checkpoint(), &key) {
        Ok(signed) if signed.checkpoint.size == kept.entries() => Sign::well(
            "head",
            format!(
                "signed over {} entries, root {}",
                kept.entries(),
                signed.checkpoint.root
            ),
        ),
        Ok(signed) => {
            let says = format!("signed over {} entries only", signed.checkpoint.size);
            Sign::wrong("head", says, help)
        }
        Err(fault) => Sign::wrong("head", fault.to_string(), help),
    }
}

/// The last entry was not written in the future.
fn clock(record: &Record) -> Sign {
    let now = Timestamp::now();
    let last = record.head.entries.checked_sub(1);
    let last = last.and_then(|last| record.reader.entries(last, 1).ok()?.pop());
    let last = last.and_then(|bytes| Entry::from_bytes(&bytes).ok());
    let Some(last) = last else {
        return Sign::well("clock", format!("{now:.0}; no entry to compare with"));
    };
    let ahead = last.at.duration_since(now);
    match ahead > SignedDuration::from_secs(2) {
        false => Sign::well(
            "clock",
            format!("{now:.0}, after the last entry ({:.0})", last.at),
        ),
        true => Sign::wrong(
            "clock",
            format!("{now:.0}, and the last entry is of {:.0}", last.at),
            "set the clock of this machine; asks are no until it has caught up",
        ),
    }
}
