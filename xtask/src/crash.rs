//! `cargo xtask crash`: the real program is killed again and again while many clients ask. Each
//! answer that a client heard must stand in the record, and nothing in it may be half written.
//!
//! A kill does not take the machine's power: what the program handed to the system survives it.
//! That each answer also waits for its flush is what `cargo xtask flushes` counts.

mod held;
mod load;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args as ClapArgs;
use serde_json::Value;

use crate::dice::{self, Dice};
use crate::hub::{Books, Hub, Scratch, Serving, line::Line};
use crate::outcome::Outcome;
use crate::repo::Repo;

use load::Client;

/// Kills of one record, before the next one is founded: else reading it takes all the time.
const KILLS_A_RECORD: u64 = 20;

/// A kill under load comes before so many answers were heard, at no matter what speed.
const ANSWERS: u64 = 250;

/// It comes by then at the latest.
const LATEST: Duration = Duration::from_secs(3);

/// One kill in so many comes while the hub starts.
const STARTING: u64 = 8;

/// Entries that a hub hands out at once.
const AT_ONCE: usize = 500;

/// How to crash.
#[derive(Debug, Clone, ClapArgs)]
pub struct Args {
    /// How often the program is killed
    #[arg(long, default_value_t = 50)]
    kills: u64,
    /// Clients that ask at once
    #[arg(long, default_value_t = 64)]
    clients: usize,
    /// Kill and ask as with this seed; left out: another each time
    #[arg(long)]
    seed: Option<u64>,
    /// Kill this program; left out: the one that is built here for the tests
    #[arg(long)]
    program: Option<PathBuf>,
}

/// Kills as told.
pub fn run(repo: &Repo, args: &Args) -> Outcome {
    let given = args.program.clone().map(Ok);
    let program = given.unwrap_or_else(|| repo.program(false));
    match program.and_then(|program| crash(repo, &program, args)) {
        Ok(words) => Outcome::Passed(words),
        Err(why) => Outcome::Failed(why),
    }
}

/// The step of `cargo xtask test`: 50 kills.
pub fn step(repo: &Repo) -> Outcome {
    let args = Args {
        kills: 50,
        clients: 64,
        seed: None,
        program: None,
    };
    run(repo, &args)
}

/// What came of some kills.
#[derive(Debug, Default)]
struct Told {
    kills: u64,
    starting: u64,
    records: u64,
    answers: [u64; 3],
    asked_again: u64,
    kept_unheard: u64,
    lost: Vec<String>,
}

impl Told {
    fn add(&mut self, other: Self) {
        self.kills += other.kills;
        self.starting += other.starting;
        self.records += other.records;
        for (sum, more) in self.answers.iter_mut().zip(other.answers) {
            *sum += more;
        }
        self.asked_again += other.asked_again;
        self.kept_unheard += other.kept_unheard;
        self.lost.extend(other.lost);
    }

    fn words(&self, took: Duration) -> String {
        let [go, no, reports] = self.answers;
        format!(
            "{} kills under load and {} at the start in {:.0} s; {} answers heard ({go} go, {no} no-go, {reports} \
             reports); {} asked again after a kill, {} of them kept unheard; {} records verified after \
             each kill and audited; {} lost",
            self.kills,
            self.starting,
            took.as_secs_f64(),
            go + no + reports,
            self.asked_again,
            self.kept_unheard,
            self.records,
            self.lost.len(),
        )
    }
}

/// Some records at once, each killed on its own: while one waits for its disk, others go on.
fn crash(repo: &Repo, program: &Path, args: &Args) -> Result<String, String> {
    let seed = args.seed.unwrap_or_else(dice::any_seed);
    println!(
        "{} kills under {} clients; again so: --seed {seed}",
        args.kills, args.clients
    );
    let lanes = 2 * thread::available_parallelism().map_or(1, usize::from) as u64;
    let began = Instant::now();
    let mut dice = Dice::new(seed);
    let mut whole = Told::default();
    let broke = thread::scope(|scope| {
        let (told, heard) = channel();
        let running: Vec<_> = (0..lanes)
            .map(|number| {
                let kills = args.kills / lanes + u64::from(number < args.kills % lanes);
                let lane = Lane {
                    program,
                    repo,
                    clients: args.clients,
                    number,
                    told: told.clone(),
                };
                let dice = dice.split();
                scope.spawn(move || lane.run(kills, dice))
            })
            .collect();
        drop(told);
        for one in heard {
            let due = one.kills > 0 && (whole.kills + 1).is_multiple_of((args.kills / 10).max(1));
            whole.add(one);
            if due {
                println!("{}", whole.words(began.elapsed()));
            }
        }
        let ended = running.into_iter().map(|lane| lane.join());
        ended
            .map(|it| it.unwrap_or_else(|_| Err("a thread fell over".to_owned())))
            .collect::<Result<Vec<()>, String>>()
    });
    broke?;
    let words = whole.words(began.elapsed());
    match whole.lost.is_empty() {
        true => Ok(words),
        false => {
            let shown: Vec<_> = whole.lost.iter().take(20).cloned().collect();
            Err(format!("{words} (seed {seed})\n{}", shown.join("\n")))
        }
    }
}

/// Records killed one after another.
struct Lane<'a> {
    program: &'a Path,
    repo: &'a Repo,
    clients: usize,
    number: u64,
    told: Sender<Told>,
}

impl Lane<'_> {
    fn run(&self, kills: u64, mut dice: Dice) -> Result<(), String> {
        let mut left = kills;
        while left > 0 {
            let folder = Scratch::beside(self.program, &format!("{}-{left}", self.number))?;
            let hub = Hub::found(self.program, folder, Books::Baseline(self.repo))?;
            let mut killing = Killing {
                earlier: hub.folder().join("earlier"),
                entries: Vec::new(),
                clients: (0..self.clients)
                    .map(|number| Client::new(number, dice.split()))
                    .collect(),
                starts: Duration::from_secs(1),
                hub: &hub,
            };
            let mut serving = killing.start()?;
            hub.open_day(serving.place)?;
            let now = left.min(KILLS_A_RECORD);
            for _ in 0..now {
                let starting = killing.kill(serving, &mut dice)?;
                serving = killing.start()?;
                let _ = self.told.send(Told {
                    starting,
                    ..killing.held()
                });
            }
            serving.kill();
            hub.examine("audit", Some(&killing.earlier))?;
            let _ = self.told.send(Told {
                records: 1,
                ..Told::default()
            });
            left -= now;
        }
        Ok(())
    }
}

/// One record under its clients.
struct Killing<'a> {
    hub: &'a Hub,
    /// The checkpoint of the last start, from which the record may only grow.
    earlier: PathBuf,
    entries: Vec<Value>,
    clients: Vec<Client>,
    /// How long the last start took.
    starts: Duration,
}

impl Killing<'_> {
    /// Verifies what is there, serves it, and reads what is new in it.
    fn start(&mut self) -> Result<Serving, String> {
        self.hub
            .examine("verify", self.earlier.exists().then_some(&self.earlier))?;
        let began = Instant::now();
        let serving = self.hub.serve()?;
        self.starts = began.elapsed();
        let mut line = Line::open(serving.place).map_err(|wrong| wrong.to_string())?;
        let mut read = |path: &str| {
            let told = line.call(&self.hub.get("lead", path));
            match told {
                Ok(told) if told.status == 200 => Ok(told.body),
                other => Err(format!("{path} cannot be read after a start: {other:?}")),
            }
        };
        let kept = fs::write(&self.earlier, read("/checkpoint")?);
        kept.map_err(|wrong| format!("the checkpoint cannot be kept: {wrong}"))?;
        loop {
            let page = read(&format!(
                "/entries?from={}&limit={AT_ONCE}",
                self.entries.len()
            ))?;
            let mut page: Value = serde_json::from_slice(&page)
                .map_err(|wrong| format!("entries are no JSON after a start: {wrong}"))?;
            match page.get_mut("entries").and_then(Value::as_array_mut) {
                Some(new) if !new.is_empty() => self.entries.append(new),
                _ => return Ok(serving),
            }
        }
    }

    /// Kills under load; one time in some, also while the next one starts. Answers how often so.
    fn kill(&mut self, mut serving: Serving, dice: &mut Dice) -> Result<u64, String> {
        let (answers, late) = (
            dice.below(ANSWERS),
            Duration::from_micros(dice.below(5_000)),
        );
        let (hub, place) = (self.hub, serving.place);
        let heard = AtomicU64::new(0);
        thread::scope(|scope| {
            for client in &mut self.clients {
                let heard = &heard;
                scope.spawn(move || client.run((hub, place), heard));
            }
            let began = Instant::now();
            while heard.load(Ordering::Relaxed) < answers && began.elapsed() < LATEST {
                thread::sleep(Duration::from_millis(1));
            }
            thread::sleep(late);
            serving.kill();
        });
        if dice.below(STARTING) > 0 {
            return Ok(0);
        }
        let start = u64::try_from(self.starts.as_millis()).unwrap_or(u64::MAX);
        let mut child = self.hub.begin()?;
        thread::sleep(Duration::from_millis(dice.below(start)));
        let _ = child.kill();
        let _ = child.wait();
        Ok(1)
    }

    /// Holds what was heard before the kill against the record after it.
    fn held(&mut self) -> Told {
        let mut told = Told {
            kills: 1,
            ..Told::default()
        };
        let mut heard = Vec::new();
        for client in &mut self.clients {
            let news = std::mem::take(&mut client.news);
            told.asked_again += news.asked_again;
            told.kept_unheard += news.kept_unheard;
            told.lost.extend(news.wrong);
            heard.extend(news.heard);
        }
        for one in &heard {
            let [go, no, reports] = &mut told.answers;
            *match one.word() {
                "go" => go,
                "no-go" => no,
                _ => reports,
            } += 1;
        }
        told.lost.extend(held::lost(&heard, &self.entries));
        told
    }
}
