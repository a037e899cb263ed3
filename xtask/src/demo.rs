//! The demo at work, for what tries it from outside.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A demo at work, which ends with this.
pub struct Served(Child);

impl Served {
    /// Starts it on a free port.
    pub fn start(program: &Path) -> Result<Self, String> {
        let mut command = Command::new(program);
        command.args(["demo", "--listen", "127.0.0.1:0"]);
        let child = command.stdout(Stdio::piped()).spawn();
        let child = child.map_err(|error| format!("the demo could not be started: {error}"))?;
        Ok(Self(child))
    }

    /// Where it listens, once it does.
    pub fn place(&mut self) -> Result<String, String> {
        let said = self.0.stdout.take().ok_or("the demo says nothing")?;
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let place = lines.find_map(|line| {
            let (_, link) = line.split_once("http://")?;
            let (place, _) = link.split_once("/in/")?;
            Some(format!("http://{place}"))
        });
        // What it says afterwards is read and let go, so that it never waits to say it.
        std::thread::spawn(move || lines.for_each(drop));
        place.ok_or_else(|| "the demo ended before it served".to_owned())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
