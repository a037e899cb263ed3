//! What holds for every line of text: no machine's paths, nothing half done, clean edges.

use super::{Fault, Page};

/// Folders of some machine, in parts so that this file does not break its own rule.
const MACHINE_FOLDERS: [&str; 3] = [
    concat!("/", "work/"),
    concat!("/", "home/"),
    concat!("/", "root/"),
];

/// Words of work left undone, in parts for the same reason.
const HALF_DONE: [&str; 4] = [
    concat!("to", "do!"),
    concat!("unimple", "mented!"),
    concat!("FIX", "ME"),
    concat!("#[ig", "nore"),
];

/// What is wrong with the lines of a file.
pub(super) fn check(page: &Page<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    // Frozen vectors are bytes; their whitespace is part of them.
    let frozen = page.path.starts_with("formats/");
    for (number, line) in page.lines() {
        let mut fault = |what: String, mend: &str| {
            faults.push(Fault::new(page.path, number, what, mend));
        };
        if let Some(folder) = MACHINE_FOLDERS
            .iter()
            .find(|folder| names_folder(line, folder))
        {
            fault(
                format!("`{folder}` is a path of one machine"),
                "write it from the top of the repository",
            );
        }
        if page.ends_with(".rs")
            && let Some(word) = HALF_DONE.iter().find(|word| line.contains(**word))
        {
            fault(
                format!("`{word}` leaves work undone"),
                "finish it, or take it out",
            );
        }
        if !frozen && line.ends_with(char::is_whitespace) {
            fault("the line ends in a blank".to_owned(), "take the blank away");
        }
        if page.ends_with(".cedar") && line.contains('\t') {
            fault(
                "a tab stands in the line".to_owned(),
                "indent with two spaces",
            );
        }
    }
    if page.ends_with(".cedar") && !page.text.ends_with('\n') {
        let last = page.lines().count().max(1);
        faults.push(Fault::new(
            page.path,
            last,
            "the last line does not end",
            "end the file with a line feed",
        ));
    }
    faults
}

/// Whether the line names this folder from the root of a disk, and not as a part of a longer path
/// or of an address on the web.
fn names_folder(line: &str, folder: &str) -> bool {
    let goes_on = |before: char| before.is_alphanumeric() || "._-~*%})>".contains(before);
    line.match_indices(folder).any(|(at, _)| {
        let before = line.get(..at).and_then(|start| start.chars().next_back());
        !before.is_some_and(goes_on)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, text: &str) -> Vec<String> {
        check(&Page { path, text })
            .iter()
            .map(Fault::to_string)
            .collect()
    }

    #[test]
    fn a_path_of_one_machine_is_found_wherever_it_begins() {
        for folder in MACHINE_FOLDERS {
            for start in ["", "cd ", "\"", "`", "(", "A=", "file://", "-I/usr:"] {
                let text = format!("first\n{start}{folder}main\n");
                assert_eq!(
                    of("notes.md", &text),
                    [format!(
                        "notes.md:2: `{folder}` is a path of one machine; \
                         write it from the top of the repository"
                    )],
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn an_address_or_a_longer_path_is_no_machine_path() {
        for folder in MACHINE_FOLDERS {
            for start in ["https://www.example.org", "docs", "..", "$HOME", "{root}"] {
                assert_eq!(
                    of("notes.md", &format!("{start}{folder}x\n")),
                    [] as [&str; 0]
                );
            }
        }
    }

    #[test]
    fn work_left_undone_is_found_in_code_only() {
        for word in HALF_DONE {
            let text = format!("fn a() {{}}\n// {word}\n");
            assert_eq!(
                of("a.rs", &text),
                [format!(
                    "a.rs:2: `{word}` leaves work undone; finish it, or take it out"
                )]
            );
            assert_eq!(of("CONTRIBUTING.md", &text), [] as [&str; 0]);
        }
    }

    #[test]
    fn a_blank_at_the_end_of_a_line_is_found_except_in_frozen_bytes() {
        for text in ["a \nb\n", "a\t\nb\n", "a\r\nb\n"] {
            assert_eq!(
                of("a.toml", text),
                ["a.toml:1: the line ends in a blank; take the blank away"]
            );
            assert_eq!(of("formats/entry/1.json", text), [] as [&str; 0]);
        }
    }

    #[test]
    fn a_rule_file_has_no_tabs_and_ends_its_last_line() {
        assert_eq!(
            of("a.cedar", "permit (\n  principal\n);\n"),
            [] as [&str; 0]
        );
        assert_eq!(
            of("a.cedar", "permit (\n\tprincipal\n);"),
            [
                "a.cedar:2: a tab stands in the line; indent with two spaces",
                "a.cedar:3: the last line does not end; end the file with a line feed",
            ]
        );
    }
}
