//! `proofhouse receive`: holds the manifest of another unit against the key of its log.

use std::{io::Read, path::Path, process::ExitCode};

use custody::input::Report;
use logbook::papers::manifest::{
    Manifest,
    check::{Receiver, Wrong},
};

use crate::{
    cli::record,
    kept::{self, Kept, papers::read},
    tell::{GO, HEAD, NO, QUIET, Trouble, block, styled},
};

/// The most bytes read of a manifest: a thousand weapons fit in.
const MOST: u64 = 16 * 1024 * 1024;

/// Checks, and prints the delivery to report. 0: it holds; 1: something is wrong; 2: unreadable.
pub fn run(args: &record::Receive) -> Result<ExitCode, Trouble> {
    let key = kept::key(&args.key)?;
    let manifest = of_file(&args.manifest)?;
    let papers = match &args.record {
        Some(place) => Some(read(&Kept::open(place)?)?),
        None => None,
    };
    let named = args.to.as_deref().unwrap_or_default();
    let receiver = papers
        .as_ref()
        .map_or(Receiver::Named(named), Receiver::Record);
    match manifest.check(&key, receiver) {
        Err(wrong) => {
            tell(&wrong);
            Ok(ExitCode::from(1))
        }
        Ok(delivery) => {
            let weapons = delivery.weapons.len();
            let held = format!("{weapons} sent by {}, as its log says", key.origin());
            anstream::eprintln!("{} {held}", styled(GO, "it holds:"));
            let next = "report the delivery, look at each weapon, and ask to accept it";
            anstream::eprintln!("{}", block(2, QUIET, next));
            let report = Report::Delivery(delivery.clone());
            let text = serde_json::to_string_pretty(&report).unwrap_or_default();
            anstream::println!("{text}");
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn of_file(place: &Path) -> Result<Manifest, Trouble> {
    let mut bytes = Vec::new();
    let read = match place == Path::new("-") {
        true => std::io::stdin().lock().take(MOST).read_to_end(&mut bytes),
        false => {
            std::fs::File::open(place).and_then(|file| file.take(MOST).read_to_end(&mut bytes))
        }
    };
    let name = place.display();
    read.map_err(|wrong| {
        let what = format!("{name} cannot be read: {wrong}");
        let help = "name the file that proofhouse print manifest wrote";
        Trouble::new("file-unreadable", what, help)
    })?;
    serde_json::from_slice(&bytes).map_err(|wrong| {
        let what = format!("{name} is no manifest: {wrong}");
        let help = "ask the other unit for what proofhouse print manifest wrote, whole";
        Trouble::new("manifest-malformed", what, help)
    })
}

fn tell(wrong: &[Wrong]) {
    for wrong in wrong {
        anstream::eprintln!("{} {wrong}", styled(NO, "wrong:"));
    }
    let help = match wrong {
        [Wrong::Checkpoint(_)] => "take the key of the log from somebody of the other unit",
        _ => "keep the weapons locked away apart, and ask the other unit for its manifest again",
    };
    anstream::eprintln!("{} {help}", styled(HEAD, "help:"));
}
