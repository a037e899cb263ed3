//! `cargo xtask wasm`: the core crates and the pages build for WebAssembly, with rustup's target or with Debian's
//! toolchain. It keeps clock, disk and network out of them.

use std::env;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::outcome::{Missing, Outcome};
use crate::repo::{self, Repo};

const TARGET: &str = "wasm32-unknown-unknown";
/// The crates that must also run in a browser.
const CRATES: [&str; 5] = ["custody", "ledger", "rules", "logbook", "pages"];

const DEBIAN_PACKAGES: &str = "rustc-web cargo-web rust-web-src lld-22";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-22";
const DEBIAN_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// Builds the core crates for WebAssembly.
pub fn run(repo: &Repo) -> Outcome {
    let Some(toolchain) = Toolchain::find() else {
        return Outcome::Skipped(Missing::new(
            "no Rust for WebAssembly here",
            &format!(
                "rustup target add {TARGET} (or on Debian: apt-get install {DEBIAN_PACKAGES})"
            ),
        ));
    };
    let began = Instant::now();
    match repo::show(&mut toolchain.build(repo)) {
        Ok(()) => Outcome::Passed(format!(
            "{} built for {TARGET} with {} in {:.1} s",
            CRATES.join(", "),
            toolchain.name(),
            began.elapsed().as_secs_f64(),
        )),
        Err(why) => Outcome::Failed(why),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Toolchain {
    Rustup,
    Debian,
}

impl Toolchain {
    /// The first toolchain of this machine that can build for WebAssembly.
    fn find() -> Option<Self> {
        let installed = Command::new("rustup")
            .args(["target", "list", "--installed"])
            .output();
        let rustup = installed.is_ok_and(|out| {
            String::from_utf8_lossy(&out.stdout)
                .lines()
                .any(|it| it == TARGET)
        });
        let debian = [DEBIAN_CARGO, DEBIAN_RUSTC, DEBIAN_LINKER, DEBIAN_SOURCE]
            .iter()
            .all(|file| Path::new(file).exists());
        match (rustup, debian) {
            (true, _) => Some(Self::Rustup),
            (false, true) => Some(Self::Debian),
            (false, false) => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rustup => "rustup's target",
            Self::Debian => "Debian's toolchain",
        }
    }

    fn build(self, repo: &Repo) -> Command {
        let mut command = match self {
            Self::Rustup => repo.cargo(),
            Self::Debian => debian_cargo(repo),
        };
        // No module ships from here, so nothing is optimised: half the time.
        command.args(["build", "--locked", "--lib", "--target", TARGET]);
        command
            .arg("--target-dir")
            .arg(repo.root().join("target").join("wasm"));
        for name in CRATES {
            command.args(["-p", name]);
        }
        if self == Self::Debian {
            // Debian ships the source of the standard library, not its WebAssembly build.
            command.arg("-Zbuild-std=std,panic_abort");
        }
        command
    }
}

/// Debian's cargo and nothing of the Rust that runs this xtask.
fn debian_cargo(repo: &Repo) -> Command {
    let mut command = Command::new(DEBIAN_CARGO);
    command.current_dir(repo.root());
    for (name, _) in env::vars_os() {
        if leaks(&name.to_string_lossy()) {
            command.env_remove(name);
        }
    }
    command
        .env("PATH", "/usr/bin:/bin")
        .env("RUSTC", DEBIAN_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
    command
}

/// Whether a variable would carry another toolchain's settings into Debian's cargo. Where packages
/// come from (home, proxy, registry) stays.
fn leaks(name: &str) -> bool {
    let stays = [
        "CARGO_HOME",
        "CARGO_HTTP_",
        "CARGO_NET_",
        "CARGO_REGISTR",
        "CARGO_SOURCE_",
    ];
    (name.starts_with("CARGO") && !stays.iter().any(|start| name.starts_with(start)))
        || name.starts_with("RUST")
        || name == "LD_LIBRARY_PATH"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_another_rust_do_not_reach_debian_cargo() {
        for name in [
            "RUSTC",
            "RUSTUP_TOOLCHAIN",
            "RUSTFLAGS",
            "CARGO",
            "CARGO_ENCODED_RUSTFLAGS",
        ] {
            assert!(leaks(name), "{name}");
        }
        for name in [
            "HOME",
            "CARGO_HOME",
            "CARGO_HTTP_PROXY",
            "CARGO_REGISTRIES_A_INDEX",
        ] {
            assert!(!leaks(name), "{name}");
        }
    }

    #[test]
    fn debian_builds_the_standard_library_and_rustup_does_not() {
        let repo = Repo::at(Path::new("here"));
        let words = |toolchain: Toolchain| format!("{:?}", toolchain.build(&repo));
        assert!(words(Toolchain::Debian).contains("-Zbuild-std=std,panic_abort"));
        assert!(!words(Toolchain::Rustup).contains("-Zbuild-std"));
    }
}
