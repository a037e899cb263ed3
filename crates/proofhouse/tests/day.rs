//! A whole day through the hub's API, played by a program that is not written in Rust.

use std::path::Path;
use std::process::Command;

#[test]
fn the_good_day_of_california_goes_through_the_api_from_open_to_wrap() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("SKIPPED: python3 is not on this machine, and e2e/day.py needs it");
        return;
    }
    let played = Command::new("python3")
        .arg(root.join("e2e/day.py"))
        .arg(env!("CARGO_BIN_EXE_proofhouse"))
        .arg(root.join("incidents/good-day-california-western.jsonl"))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&played.stdout);
    let wrong = String::from_utf8_lossy(&played.stderr);
    assert!(played.status.success(), "{told}\n{wrong}");
}
