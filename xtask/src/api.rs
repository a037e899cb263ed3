//! `cargo xtask api`: schemathesis against a served demo. Whatever it sends, the hub answers as its
//! OpenAPI says, and never with a fault of its own.

use std::process::Command;

use crate::demo::Served;
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
