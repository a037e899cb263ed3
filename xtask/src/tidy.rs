//! `cargo xtask tidy`: the house rules as a checker, and as a test of this crate.

mod crates;
mod licences;
mod links;
mod rust;
mod text;

use std::fmt;
use std::fs;

use crate::outcome::Outcome;
use crate::repo::Repo;

/// One place where the house rules are broken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    file: String,
    /// Counted from 1.
    line: usize,
    what: String,
    mend: String,
}

impl Fault {
    fn new(file: &str, line: usize, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            what: what.into(),
            mend: mend.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}; {}",
            self.file, self.line, self.what, self.mend
        )
    }
}

/// One tracked text file.
struct Page<'a> {
    /// From the top of the repository, with `/`.
    path: &'a str,
    text: &'a str,
}

impl Page<'_> {
    fn ends_with(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }

    /// The lines, each with its number from 1 and with all that stands before its line feed.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.split_terminator('\n'))
    }
}

/// Holds the house rules on every tracked file and every dependency.
pub fn run(repo: &Repo) -> Outcome {
    match faults(repo) {
        Err(why) => Outcome::Failed(why),
        Ok((files, faults)) if faults.is_empty() => {
            Outcome::Passed(format!("{files} files are tidy"))
        }
        Ok((files, faults)) => {
            let listed: Vec<String> = faults.iter().map(Fault::to_string).collect();
            Outcome::Failed(format!(
                "{}\n{} faults in {files} files",
                listed.join("\n"),
                faults.len()
            ))
        }
    }
}

/// How many files were read, and every fault found in them.
fn faults(repo: &Repo) -> Result<(usize, Vec<Fault>), String> {
    let files = repo.files()?;
    let mut faults = crates::check(&files);
    for path in &files {
        let bytes =
            fs::read(repo.root().join(path)).map_err(|e| format!("cannot read {path}: {e}"))?;
        // Anything that is not text is not for these rules.
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        let page = Page { path, text: &text };
        faults.extend(text::check(&page));
        if page.ends_with(".rs") {
            faults.extend(rust::check(&page));
            faults.extend(crates::check_head(&page));
        }
        if page.ends_with(".md") {
            faults.extend(links::check(&page, repo.root()));
        }
    }
    faults.extend(licences::check(repo)?);
    faults.sort();
    Ok((files.len(), faults))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_keeps_its_own_house_rules() {
        let (files, faults) = faults(&Repo::find().unwrap()).unwrap();
        assert!(files > 10, "only {files} files found");
        let listed: Vec<String> = faults.iter().map(Fault::to_string).collect();
        assert!(listed.is_empty(), "\n{}\n", listed.join("\n"));
    }

    #[test]
    fn a_fault_says_where_and_what_and_what_to_do() {
        let fault = Fault::new("a/b.rs", 7, "a tab stands here", "use spaces");
        assert_eq!(fault.to_string(), "a/b.rs:7: a tab stands here; use spaces");
    }
}
