//! Links from one page to another lead somewhere.

use std::path::Path;

use super::{Fault, Page};

/// Which links to files of the repository lead nowhere.
pub(super) fn check(page: &Page<'_>, root: &Path) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fenced = false;
    for (number, line) in page.lines() {
        let start = line.trim_start();
        if start.starts_with("```") || start.starts_with("~~~") {
            fenced = !fenced;
        } else if !fenced {
            for target in targets(&without_code(line)) {
                if !resolves(page.path, root, target) {
                    faults.push(Fault::new(
                        page.path,
                        number,
                        format!("the link `{target}` leads nowhere"),
                        "name a file that is there",
                    ));
                }
            }
        }
    }
    faults
}

/// The line with all between backticks taken out.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join(" ")
}

/// What the links of a line point at: `[words](target)` and `[name]: target`.
fn targets(line: &str) -> Vec<&str> {
    let inline = line
        .match_indices("](")
        .filter_map(|(at, mark)| line.get(at + mark.len()..)?.split_once(')'))
        .map(|(target, _)| target);
    let named = line
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]: "))
        .map(|(_, target)| target);
    inline
        .chain(named)
        // A title may follow the target.
        .filter_map(|target| target.split_whitespace().next())
        .map(|target| target.trim_start_matches('<').trim_end_matches('>'))
        .collect()
}

/// Whether a link on this page leads to a file, to the web, or to a place on its own page.
fn resolves(page: &str, root: &Path, target: &str) -> bool {
    let elsewhere = ["http://", "https://", "mailto:", "#"];
    if elsewhere.iter().any(|start| target.starts_with(start)) {
        return true;
    }
    let path = target.split_once('#').map_or(target, |(path, _)| path);
    let base = match path.strip_prefix('/') {
        Some(from_top) => return root.join(from_top).exists(),
        None => Path::new(page).parent().unwrap_or(Path::new("")),
    };
    root.join(base).join(path).exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let page = Page {
            path: "src/notes.md",
            text,
        };
        check(&page, xtask).iter().map(Fault::to_string).collect()
    }

    #[test]
    fn a_link_to_a_file_that_is_there_is_right() {
        for link in [
            "[a](main.rs)",
            "[a](tidy/links.rs#links) and [b](../Cargo.toml \"title\")",
            "[a](/Cargo.toml)",
            "[a]: <main.rs>",
            "[a](https://example.org/none) [b](#here) [c](mailto:a@example.org)",
        ] {
            assert_eq!(of(link), [] as [&str; 0], "{link}");
        }
    }

    #[test]
    fn a_link_that_leads_nowhere_is_found() {
        for link in [
            "[a](none.rs)",
            "[b](main.rs) [a](none.rs#x)",
            "[a]: none.rs",
            "[a](/none.rs)",
        ] {
            let found = of(&format!("first\n{link}\n"));
            assert_eq!(found.len(), 1, "{link}: {found:?}");
            assert!(
                found[0].starts_with("src/notes.md:2: the link `"),
                "{found:?}"
            );
            assert!(
                found[0].ends_with("leads nowhere; name a file that is there"),
                "{found:?}"
            );
        }
    }

    #[test]
    fn code_is_not_read_for_links() {
        assert_eq!(
            of("`[a](none.rs)`\n```\n[a](none.rs)\n```\n"),
            [] as [&str; 0]
        );
    }
}
