//! `proofhouse export`: a record as a folder that anybody can check.

mod writer;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    cli::record,
    kept::{Kept, Record, pack::Manifest},
    photos::Folder,
    tell::{GO, Trouble, styled},
};
use writer::Writer;

/// Writes the folder, whole or not at all.
pub fn run(args: &record::Export) -> Result<ExitCode, Trouble> {
    if args.folder.exists() {
        let what = format!("{} is there already", args.folder.display());
        return Err(Trouble::new(
            "pack-there",
            what,
            "name a folder that is not there yet",
        ));
    }
    if args.record.is_dir() {
        let what = format!("{} is a pack already", args.record.display());
        return Err(Trouble::new("pack-of-a-pack", what, "copy it as it is"));
    }
    let manifest = write(&args.record, &args.folder)?;
    anstream::println!(
        "{} {} entries of {} in {} files: {}",
        styled(GO, "exported"),
        manifest.entries,
        manifest.origin,
        manifest.files.len() + 1,
        args.folder.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Writes the pack of a record into a folder that is not there yet, whole or not at all.
pub fn write(record: &Path, folder: &Path) -> Result<Manifest, Trouble> {
    let kept = Kept::Record(Box::new(Record::open(record)?));
    let part = part_of(folder);
    let done = Writer::new(&part, Folder::beside(record)).and_then(|writer| writer.all(&kept));
    let done = done.and_then(|manifest| {
        fs::rename(&part, folder).map_err(|wrong| unwritable(folder, &wrong))?;
        Ok(manifest)
    });
    if done.is_err() {
        let _ = fs::remove_dir_all(&part);
    }
    done
}

fn part_of(folder: &Path) -> PathBuf {
    let mut name = folder.components().as_path().as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

fn unwritable(place: &Path, wrong: &std::io::Error) -> Trouble {
    let what = format!("{} cannot be written: {wrong}", place.display());
    let help = "make room, or name a folder that can be written to";
    Trouble::new("pack-unwritable", what, help)
}
