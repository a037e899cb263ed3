//! Durable asks over HTTP, beside raw group commit of the same bytes by as many threads, and beside a
//! call of the same hub that does nothing; by turns.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

use crate::hub::{Books, Hub, Scratch, Serving, WEAPONS, line::Line};

use super::floor::{Log, rate};

/// A call that does nothing.
const NOTHING: &[u8] = b"GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n";

/// Turns of each.
const TURNS: usize = 5;

/// Prints the figures of one client and of 64.
pub fn run(program: &Path) -> Result<(), String> {
    let hub = open(program, "asks")?;
    let serving = hub.serve()?;
    hub.open_day(serving.place)?;
    let bench = Bench::new(&hub, &serving, 0);
    println!("\ndurable asks over HTTP, a second, middle of {TURNS} turns");
    println!("clients     asks   raw commit   no-op   asks/slower   CPU an ask");
    for clients in [1, 64] {
        bench.turns(clients)?;
    }
    println!("every other ask checks a weapon out, go or no-go; the next report locks it away");
    Ok(())
}

/// A founded record with the books that the program carries.
pub fn open(program: &Path, name: &str) -> Result<Hub, String> {
    let folder = Scratch::beside(program, name)?;
    Hub::found(program, folder, Books::Carried("us/us-ca"))
}

/// Clients of one hub.
pub struct Bench<'a> {
    hub: &'a Hub,
    serving: &'a Serving,
    requests: AtomicU64,
    /// Begins the name of each request.
    name: u64,
}

impl<'a> Bench<'a> {
    /// Clients of a hub, whose requests carry a name of their own.
    pub fn new(hub: &'a Hub, serving: &'a Serving, name: u64) -> Self {
        Self {
            hub,
            serving,
            requests: AtomicU64::new(0),
            name,
        }
    }

    fn turns(&self, clients: usize) -> Result<(), String> {
        let bytes = vec![b'e'; self.entry_size()?];
        let log = Log::new(self.hub.folder())?;
        let (mut asks, mut raw, mut noop, mut cpu) = (vec![], vec![], vec![], vec![]);
        for _ in 0..TURNS {
            let (rate_of_asks, each) = self.asks(clients)?;
            asks.push(rate_of_asks);
            cpu.push(each);
            raw.push(rate(clients, |_| log.put(&bytes))?);
            noop.push(self.calls(clients, &|_, _| NOTHING.to_vec())?);
        }
        let (asks, raw, noop) = (middle(asks), middle(raw), middle(noop));
        let slower = raw.min(noop);
        println!(
            "{clients:>7}{asks:>9.0}{raw:>13.0}{noop:>8.0}{:>14.2}{:>10.0} µs",
            asks / slower,
            middle(cpu)
        );
        Ok(())
    }

    /// Asks a second, and the hub's processor time of each in microseconds.
    pub fn asks(&self, clients: usize) -> Result<(f64, f64), String> {
        let before = (processor_time(self.serving.id())?, self.sent());
        let rate = self.calls(clients, &|client, nth| self.ask(client, nth))?;
        let after = (processor_time(self.serving.id())?, self.sent());
        let asked = f64::from(u32::try_from(after.1 - before.1).unwrap_or(u32::MAX));
        Ok((rate, (after.0 - before.0) * 1e6 / asked))
    }

    /// How often it asked.
    pub fn sent(&self) -> u64 {
        self.requests.load(Ordering::Relaxed)
    }

    /// Calls a second of some clients, each on its line.
    fn calls(
        &self,
        clients: usize,
        call: &(dyn Fn(usize, u64) -> Vec<u8> + Sync),
    ) -> Result<f64, String> {
        let open = |_| Line::open(self.serving.place).map(|line| Mutex::new((line, 0)));
        let lines = (0..clients).map(open).collect::<Result<Vec<_>, _>>();
        let lines = lines.map_err(|wrong| format!("the hub cannot be called: {wrong}"))?;
        rate(clients, |client| {
            let line = lines.get(client).and_then(|it| it.lock().ok());
            let mut line = line.ok_or("a line is held twice")?;
            let (line, nth) = &mut *line;
            *nth += 1;
            let told = line.call(&call(client, *nth));
            match told.map_err(|wrong| format!("a call broke off: {wrong}"))? {
                told if [200, 409].contains(&told.status) => Ok(()),
                told => Err(String::from_utf8_lossy(&told.body).into_owned()),
            }
        })
    }

    fn ask(&self, client: usize, nth: u64) -> Vec<u8> {
        let request = format!(
            "b{}-{}",
            self.name,
            self.requests.fetch_add(1, Ordering::Relaxed)
        );
        let weapon = format!("w{}", client as u64 % WEAPONS);
        let body = match nth % 2 {
            1 => {
                json!({"ask": "check_out", "weapon": weapon, "purpose": "filming", "request": request})
            }
            _ => json!({"report": "lock_away", "weapon": weapon, "seal": "1", "request": request}),
        };
        self.hub.put("armorer", &body)
    }

    /// The bytes of an entry of such asks.
    fn entry_size(&self) -> Result<usize, String> {
        let mut line = Line::open(self.serving.place).map_err(|wrong| wrong.to_string())?;
        for nth in 1..=8 {
            let told = line.call(&self.ask(0, nth));
            told.map_err(|wrong| wrong.to_string())?;
        }
        let board = line.call(&self.hub.get("lead", "/board"));
        let board = board.map_err(|wrong| wrong.to_string())?;
        let board: Value =
            serde_json::from_slice(&board.body).map_err(|wrong| wrong.to_string())?;
        let last = board.get("last").and_then(Value::as_u64).unwrap_or(8);
        let page = self.hub.get("lead", &format!("/entries?from={}", last - 7));
        let page = line.call(&page).map_err(|wrong| wrong.to_string())?;
        Ok(page.body.len() / 8)
    }

    /// Asks so often more.
    pub fn grow(&self, entries: u64) -> Result<(), String> {
        let end = self.sent() + entries;
        while self.sent() < end {
            self.calls(64, &|client, nth| self.ask(client, nth))?;
        }
        Ok(())
    }
}

/// The middle one.
pub fn middle(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or_default()
}

/// Seconds of processor that a process has used.
fn processor_time(process: u32) -> Result<f64, String> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"));
    let stat = stat.map_err(|_| "processor time is read from /proc, on Linux")?;
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks = fields.split_whitespace().skip(11).take(2);
    let ticks: f64 = ticks.filter_map(|it| it.parse::<f64>().ok()).sum();
    // Linux counts for programs in hundredths of a second, whatever its own clock does.
    Ok(ticks / 100.0)
}
