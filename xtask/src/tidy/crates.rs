//! Where Rust files stand, and how a crate opens.

use super::{Fault, Page};

/// Folders from the top of the repository, the file name and tests apart.
const DEEPEST: usize = 5;

/// What is wrong with the names of the files themselves.
pub(super) fn check(files: &[String]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for path in files.iter().filter(|path| path.ends_with(".rs")) {
        if path.ends_with("/mod.rs") && !path.contains("/tests/") {
            let folder = path.trim_end_matches("/mod.rs");
            faults.push(Fault::new(
                path,
                1,
                "a mod.rs says nothing in a list of open files",
                format!("move it to {folder}.rs"),
            ));
        }
        let depth = path.matches('/').count();
        if path.starts_with("crates/") && !path.contains("/tests/") && depth > DEEPEST {
            faults.push(Fault::new(
                path,
                1,
                format!("the path is {depth} deep, the house allows {DEEPEST}"),
                "move it up, or cut the crate differently",
            ));
        }
    }
    faults
}

/// What is wrong with the head of a library: its job comes first, and what it must never hold.
pub(super) fn check_head(page: &Page<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !page.path.starts_with("crates/") || !page.ends_with("/src/lib.rs") {
        return faults;
    }
    if !page.text.starts_with("//! ") {
        faults.push(Fault::new(
            page.path,
            1,
            "the crate does not open with its job",
            "begin the file with `//! ` and one sentence",
        ));
    }
    let says_never = |line: &str| line.starts_with("//! Never here: ");
    if !page.lines().any(|(_, line)| says_never(line)) {
        faults.push(Fault::new(
            page.path,
            1,
            "the crate does not say what it must never hold",
            "add a line `//! Never here: …` to its head",
        ));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_paths(paths: &[&str]) -> Vec<String> {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        check(&paths).iter().map(Fault::to_string).collect()
    }

    fn of_head(text: &str) -> Vec<String> {
        let page = Page {
            path: "crates/a/src/lib.rs",
            text,
        };
        check_head(&page).iter().map(Fault::to_string).collect()
    }

    #[test]
    fn a_mod_rs_is_found() {
        assert_eq!(
            of_paths(&[
                "crates/a/src/b/mod.rs",
                "crates/a/src/b.rs",
                "crates/a/tests/it/mod.rs"
            ]),
            [
                "crates/a/src/b/mod.rs:1: a mod.rs says nothing in a list of open files; \
                 move it to crates/a/src/b.rs"
            ]
        );
    }

    #[test]
    fn a_path_may_be_five_deep_and_no_deeper() {
        assert_eq!(of_paths(&["crates/a/src/b/c/d.rs"]), [] as [&str; 0]);
        assert_eq!(
            of_paths(&["crates/a/src/b/c/d/e.rs"]),
            [
                "crates/a/src/b/c/d/e.rs:1: the path is 6 deep, the house allows 5; \
                 move it up, or cut the crate differently"
            ]
        );
    }

    #[test]
    fn a_library_says_its_job_and_what_it_never_holds() {
        assert_eq!(
            of_head("//! Its job.\n//!\n//! Never here: a clock.\n"),
            [] as [&str; 0]
        );
        let found = of_head("use std::fmt;\n");
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(
            of_head("//! Its job.\n"),
            [
                "crates/a/src/lib.rs:1: the crate does not say what it must never hold; \
                 add a line `//! Never here: …` to its head"
            ]
        );
    }

    #[test]
    fn a_binary_has_no_head_to_hold() {
        let page = Page {
            path: "crates/a/src/main.rs",
            text: "fn main() {}\n",
        };
        assert_eq!(check_head(&page), []);
    }
}
