//! Every dependency has a licence from the list in deny.toml, which cargo-deny reads too.

use std::fs;

use serde_json::Value;

use super::Fault;
use crate::repo::Repo;

const LIST: &str = "deny.toml";

/// Which dependencies have a licence that the list does not name.
pub(super) fn check(repo: &Repo) -> Result<Vec<Fault>, String> {
    let text = fs::read_to_string(repo.root().join(LIST))
        .map_err(|e| format!("cannot read {LIST}: {e}"))?;
    let allowed = allowed(&text)?;
    Ok(faults(&metadata(repo)?, &allowed))
}

/// The licences that deny.toml allows.
fn allowed(text: &str) -> Result<Vec<String>, String> {
    let table: toml::Table = text
        .parse()
        .map_err(|e| format!("cannot read {LIST}: {e}"))?;
    let list = table
        .get("licenses")
        .and_then(|it| it.get("allow"))
        .and_then(|it| it.as_array());
    let list = list.ok_or_else(|| format!("{LIST} has no list `allow` under [licenses]"))?;
    Ok(list
        .iter()
        .filter_map(|it| it.as_str())
        .map(str::to_owned)
        .collect())
}

/// What cargo knows of the packages that are built on this machine.
fn metadata(repo: &Repo) -> Result<Value, String> {
    let mut cargo = repo.cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    cargo.args(["--filter-platform", &host()?]);
    let out = cargo
        .output()
        .map_err(|e| format!("cargo metadata could not be started: {e}"))?;
    if !out.status.success() {
        return Err(String::from_utf8_lossy(&out.stderr).into_owned());
    }
    serde_json::from_slice(&out.stdout).map_err(|e| format!("cannot read cargo metadata: {e}"))
}

/// The platform of this machine, as rustc calls it.
fn host() -> Result<String, String> {
    let out = std::process::Command::new("rustc")
        .arg("-vV")
        .output()
        .map_err(|e| format!("rustc could not be started: {e}"))?;
    String::from_utf8_lossy(&out.stdout)
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| "rustc does not say its host".to_owned())
}

fn faults(metadata: &Value, allowed: &[String]) -> Vec<Fault> {
    let packages = metadata.get("packages").and_then(Value::as_array);
    let text = |package: &Value, key: &str| {
        package
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    packages
        .into_iter()
        .flatten()
        .filter(|package| !accepts(&text(package, "license"), allowed))
        .map(|package| {
            let (name, version) = (text(package, "name"), text(package, "version"));
            let licence = match text(package, "license") {
                none if none.is_empty() => "names no licence".to_owned(),
                licence => format!("has the licence `{licence}`, which is not on the list"),
            };
            Fault::new(
                "Cargo.lock",
                1,
                format!("{name} {version} {licence}"),
                format!("take another crate, or decide on it and add it to {LIST}"),
            )
        })
        .collect()
}

/// Whether an SPDX expression can be met with allowed licences alone. `OR` asks for one side, `AND`
/// for both and binds tighter; `/` is the older way to write `OR`.
fn accepts(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader {
        words: &words,
        allowed,
    };
    reader.either() == Some(true) && reader.words.is_empty()
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a [String],
}

impl<'a> Reader<'a> {
    fn either(&mut self) -> Option<bool> {
        let mut met = self.both()?;
        while self.take("OR") {
            met |= self.both()?;
        }
        Some(met)
    }

    fn both(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.take("AND") {
            met &= self.one()?;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let met = self.either()?;
            return self.take(")").then_some(met);
        }
        let mut licence = self.next()?.to_owned();
        if self.take("WITH") {
            licence = format!("{licence} WITH {}", self.next()?);
        }
        Some(self.allowed.contains(&licence))
    }

    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    fn take(&mut self, word: &str) -> bool {
        let there = self.words.first() == Some(&word);
        if there {
            self.next();
        }
        there
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn list() -> Vec<String> {
        allowed("[licenses]\nallow = [\"MIT\", \"ISC\", \"Apache-2.0 WITH LLVM-exception\"]")
            .unwrap()
    }

    #[test]
    fn a_licence_is_accepted_when_the_list_can_meet_it() {
        for expression in [
            "MIT",
            "MIT OR GPL-3.0",
            "GPL-3.0/MIT",
            "MIT AND ISC",
            "(MIT OR GPL-3.0) AND ISC",
            "GPL-3.0 AND X OR MIT",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(accepts(expression, &list()), "{expression}");
        }
        for expression in [
            "",
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "Apache-2.0",
            "MIT WITH LLVM-exception",
            "(MIT OR ISC) AND GPL-3.0",
            "MIT OR",
            "(MIT",
            "MIT ISC",
        ] {
            assert!(!accepts(expression, &list()), "{expression}");
        }
    }

    #[test]
    fn a_dependency_with_a_licence_off_the_list_is_named() {
        let packages = json!({ "packages": [
            { "name": "good", "version": "1.0.0", "license": "MIT" },
            { "name": "bad", "version": "2.0.0", "license": "GPL-3.0" },
            { "name": "silent", "version": "3.0.0", "license": null },
        ]});
        let found: Vec<String> = faults(&packages, &list())
            .iter()
            .map(Fault::to_string)
            .collect();
        assert_eq!(
            found,
            [
                "Cargo.lock:1: bad 2.0.0 has the licence `GPL-3.0`, which is not on the list; \
                 take another crate, or decide on it and add it to deny.toml",
                "Cargo.lock:1: silent 3.0.0 names no licence; \
                 take another crate, or decide on it and add it to deny.toml",
            ]
        );
    }

    #[test]
    fn a_list_that_is_not_there_is_an_error_and_not_an_empty_list() {
        assert_eq!(
            allowed("[bans]\n").unwrap_err(),
            "deny.toml has no list `allow` under [licenses]"
        );
    }
}
