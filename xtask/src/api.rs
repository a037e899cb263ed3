//! `cargo xtask api`: schemathesis against a served demo. Whatever it sends, the hub answers as its
//! OpenAPI says, and never with a fault of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::outcome::{Missing, Outcome};
use crate::repo::{self, Repo};

/// How long it asks, in seconds.
const LONGEST: &str = "60";

/// What an answer is held to. That a body which fits the schema is taken is not: whether its names
/// stand in the record no schema knows.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
    response_headers_conformance,response_schema_conformance,negative_data_rejection,\
    unsupported_method,allow_header_conformance,ignored_auth";

/// Serves the demo and has schemathesis ask it.
pub fn run(repo: &Repo) -> Outcome {
    if !repo::on_path("schemathesis") {
        return Outcome::Skipped(Missing::new(
            "no schemathesis on the PATH",
            "pipx install schemathesis",
        ));
    }
    let served = repo
        .program(false)
        .and_then(|program| Served::start(&program));
    let mut served = match served {
        Ok(served) => served,
        Err(why) => return Outcome::Failed(why),
    };
    let asked = served
        .place()
        .and_then(|place| repo::show(&mut ask(repo, &place)));
    match asked {
        Ok(()) => Outcome::Passed("the hub answers as its OpenAPI says".to_owned()),
        Err(why) => Outcome::Failed(why),
    }
}

fn ask(repo: &Repo, place: &str) -> Command {
    let mut command = Command::new("schemathesis");
    command
        .args(["run", &format!("{place}/api/v1/openapi.json")])
        .args(["--header", "Authorization: Bearer armorer"])
        // A live line never ends by itself.
        .args(["--exclude-operation-id", "now"])
        .args(["--max-time", LONGEST, "--seed", "1", "--checks", CHECKS])
        .env("SCHEMATHESIS_HOOKS", "api_hooks")
        .env("PYTHONPATH", repo.root().join("e2e"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        // What it remembers of a run is of no use in the next.
        .current_dir(std::env::temp_dir());
    command
}

/// A demo at work, which ends with this.
struct Served(Child);

impl Served {
    fn start(program: &Path) -> Result<Self, String> {
        let mut command = Command::new(program);
        command.args(["demo", "--listen", "127.0.0.1:0"]);
        let child = command.stdout(Stdio::piped()).spawn();
        let child = child.map_err(|error| format!("the demo could not be started: {error}"))?;
        Ok(Self(child))
    }

    /// Where it listens, once it does.
    fn place(&mut self) -> Result<String, String> {
        let said = self.0.stdout.take().ok_or("the demo says nothing")?;
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let board = lines.find_map(|line| {
            let place = line.strip_prefix("the board: http://")?;
            let (_, place) = place.trim_end_matches('/').split_once('@')?;
            Some(format!("http://{place}"))
        });
        // What it says afterwards is read and let go, so that it never waits to say it.
        std::thread::spawn(move || lines.for_each(drop));
        board.ok_or_else(|| "the demo ended before it served".to_owned())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
