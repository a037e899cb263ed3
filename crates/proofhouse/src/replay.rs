//! `proofhouse replay`: reads timelines, plays them, prints how they ended.

mod print;

use std::{
    fs,
    io::{Read, Write},
    path::Path,
    process::ExitCode,
    sync::Arc,
};

use jiff::tz::TimeZone;
use logbook::{
    EntryError,
    play::{self, Play},
    timeline::{self, Timeline},
};
use rules::{Shelf, desk::Desk};

pub use print::{Shown, print};

use crate::{books::Texts, cli::Replay, tell::Trouble};

/// Largest file read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A timeline, played.
pub struct Done {
    /// The timeline.
    pub timeline: Timeline,
    /// The zone it is told in.
    pub zone: TimeZone,
    /// What came of it.
    pub play: Play,
}

/// Plays the files. 0: all ended as they expect; 1: one did not; 2: one could not be read.
pub fn run(args: &Replay) -> Result<ExitCode, Trouble> {
    if args.record.is_some() && args.files.len() != 1 {
        let help = "name one timeline, or leave --record out";
        return Err(Trouble::new(
            "record-of-one",
            "a record is kept of one timeline",
            help,
        ));
    }
    let shelf = Texts::read(&args.books)?.shelf()?;
    let shown = match (args.quiet, args.verbose) {
        (true, _) => Shown::End,
        (_, true) => Shown::All,
        _ => Shown::Day,
    };
    let mut worst = 0;
    for path in &args.files {
        match file(path, &shelf) {
            Ok(done) => {
                if args.json {
                    json(&done);
                } else {
                    print(&done, shown);
                }
                if let Some(keep) = &args.record {
                    record(&done, keep)?;
                }
                worst = worst.max(u8::from(!done.play.verdict.met));
            }
            Err(trouble) => {
                trouble.print();
                worst = 2;
            }
        }
    }
    if args.files.len() > 1 && !args.json {
        print::total(args.files.len(), worst);
    }
    Ok(ExitCode::from(worst))
}

/// Prints the schema of a timeline.
#[allow(clippy::unnecessary_wraps, reason = "every command answers in one way")]
pub fn schema() -> Result<ExitCode, Trouble> {
    let schema = serde_json::to_string_pretty(&timeline::schema::timeline());
    say(&schema.unwrap_or_default());
    Ok(ExitCode::SUCCESS)
}

fn file(path: &Path, shelf: &Arc<Shelf>) -> Result<Done, Trouble> {
    let name = path.display().to_string();
    let unreadable = |wrong: std::io::Error| {
        let help = "name a file that is there and can be read";
        Trouble::new(
            "file-unreadable",
            format!("{name} cannot be read: {wrong}"),
            help,
        )
    };
    let mut bytes = Vec::new();
    if name == "-" {
        std::io::stdin()
            .take(LARGEST)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    } else {
        let file = fs::File::open(path).map_err(unreadable)?;
        file.take(LARGEST)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    }
    one(&name, &bytes, shelf)
}

/// Plays one timeline.
pub fn one(name: &str, bytes: &[u8], shelf: &Arc<Shelf>) -> Result<Done, Trouble> {
    let timeline = Timeline::parse(bytes).map_err(|wrong| {
        let at = format!("{name}:{}:{}: {}", wrong.line, wrong.column, wrong.what);
        Trouble::new("timeline-broken", at, wrong.help)
    })?;
    let zone = &timeline.head.zone;
    let zone = TimeZone::get(zone).map_err(|_| {
        let what = format!("{name}:1:1: there is no zone \"{zone}\"");
        Trouble::new("zone-unknown", what, "name an IANA zone, as America/Denver")
    })?;
    let desk = Desk::new(Arc::clone(shelf));
    let play = play::play(&timeline, &zone, &desk).map_err(|halted| {
        let what = format!("{name}:{}: {}", halted.line, halted.what);
        Trouble::new("timeline-halted", what, halted.help)
    })?;
    Ok(Done {
        timeline,
        zone,
        play,
    })
}

fn json(done: &Done) {
    let head = &done.timeline.head;
    let whole = serde_json::json!({
        "timeline": head.timeline, "title": head.title, "place": head.place,
        "zone": head.zone, "kind": head.kind, "books": done.play.books,
        "steps": done.play.steps, "verdict": done.play.verdict,
        "notice": rules::NOT_LEGAL_ADVICE,
    });
    say(&whole.to_string());
}

fn record(done: &Done, path: &Path) -> Result<(), Trouble> {
    let record = &done.play.record;
    let broken = |wrong: EntryError| {
        let help = "this is a fault of the program: tell those who make it";
        Trouble::new("record-unwritable", wrong.to_string(), help)
    };
    let mut lines = vec![record.founding.to_bytes().map_err(broken)?];
    for entry in record.entries() {
        lines.push(entry.to_bytes().map_err(broken)?);
    }
    lines.push(Vec::new());
    fs::write(path, lines.join(&b'\n')).map_err(|wrong| {
        let what = format!("{} cannot be written: {wrong}", path.display());
        Trouble::new(
            "record-unwritable",
            what,
            "name a file in a folder that can be written to",
        )
    })
}

/// Prints to standard output; a reader that went away is no trouble.
fn say(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}
