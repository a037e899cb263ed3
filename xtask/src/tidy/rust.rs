//! The size of Rust files and functions.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::{Fault, Page};

/// Lines in a file, its tests aside.
const FILE_LINES: usize = 500;
/// Lines in a function, from `fn` to the closing brace.
const FUNCTION_LINES: usize = 70;

/// What is too long in a Rust file. Tests may be as long as their stories.
pub(super) fn check(page: &Page<'_>) -> Vec<Fault> {
    let file = match syn::parse_file(page.text) {
        Ok(file) => file,
        Err(error) => {
            let line = error.span().start().line.max(1);
            let what = format!("this is not Rust: {error}");
            return vec![Fault::new(page.path, line, what, "make it compile")];
        }
    };
    if is_test(page.path) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    let lines = page.lines().count();
    let counted = file
        .items
        .last()
        .and_then(tests_begin)
        .map_or(lines, |first| first - 1);
    if counted > FILE_LINES {
        faults.push(Fault::new(
            page.path,
            FILE_LINES + 1,
            format!(
                "the file has {counted} lines without its tests, the house allows {FILE_LINES}"
            ),
            "give a part that has a name of its own its own file",
        ));
    }
    let mut functions = Functions {
        page,
        faults: &mut faults,
    };
    functions.visit_file(&file);
    faults
}

/// Whether a whole file is tests: under a `tests` folder, or the file `tests.rs` of a module.
fn is_test(path: &str) -> bool {
    path.split('/')
        .any(|part| part == "tests" || part == "tests.rs")
}

/// The line on which a closing `#[cfg(test)] mod … { … }` begins.
fn tests_begin(item: &syn::Item) -> Option<usize> {
    let syn::Item::Mod(module) = item else {
        return None;
    };
    let with_body = module.content.is_some();
    (with_body && for_tests(&module.attrs)).then(|| module.span().start().line)
}

fn for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Ident>()
                .is_ok_and(|word| word == "test")
    })
}

struct Functions<'a> {
    page: &'a Page<'a>,
    faults: &'a mut Vec<Fault>,
}

impl Functions<'_> {
    fn measure(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let first = signature.span().start().line;
        let last = block.span().end().line;
        let lines = last + 1 - first;
        if lines > FUNCTION_LINES {
            let name = &signature.ident;
            self.faults.push(Fault::new(
                self.page.path,
                first,
                format!("`{name}` has {lines} lines, the house allows {FUNCTION_LINES}"),
                "give a step of it a name and a function of its own",
            ));
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !for_tests(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.measure(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
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

    /// A function of so many lines.
    fn function(lines: usize) -> String {
        format!("fn long() {{\n{}}}\n", "    step();\n".repeat(lines - 2))
    }

    #[test]
    fn a_file_may_have_five_hundred_lines_and_no_more() {
        let lines = |count: usize| "use a::b;\n".repeat(count);
        assert_eq!(of("a.rs", &lines(500)), [] as [&str; 0]);
        assert_eq!(
            of("a.rs", &lines(501)),
            [
                "a.rs:501: the file has 501 lines without its tests, the house allows 500; \
                 give a part that has a name of its own its own file"
            ]
        );
    }

    #[test]
    fn the_tests_at_the_end_of_a_file_do_not_count() {
        let code = "use a::b;\n".repeat(500);
        let tests = format!(
            "#[cfg(test)]\nmod tests {{\n{}}}\n",
            "    use a::b;\n".repeat(300)
        );
        assert_eq!(of("a.rs", &format!("{code}{tests}")), [] as [&str; 0]);
        assert_eq!(of("a.rs", &format!("{code}use c::d;\n{tests}")).len(), 1);
        assert_eq!(of("a.rs", &format!("{code}{tests}use c::d;\n")).len(), 1);
        assert_eq!(
            of("crates/a/tests/day.rs", &code.repeat(2)),
            [] as [&str; 0]
        );
        assert_eq!(
            of("crates/a/src/tests.rs", &code.repeat(2)),
            [] as [&str; 0]
        );
    }

    #[test]
    fn a_function_may_have_seventy_lines_and_no_more() {
        assert_eq!(of("a.rs", &function(70)), [] as [&str; 0]);
        assert_eq!(
            of("a.rs", &format!("\n{}", function(71))),
            ["a.rs:2: `long` has 71 lines, the house allows 70; \
                 give a step of it a name and a function of its own"]
        );
    }

    #[test]
    fn functions_are_found_wherever_they_hide() {
        let long = function(71);
        for text in [
            format!("impl A {{\n{long}}}\n"),
            format!("trait A {{\n{long}}}\n"),
            format!("mod inner {{\n{long}}}\n"),
            format!("const fn outer() {{\n{}}}\n", function(60).repeat(2)),
        ] {
            assert_eq!(of("a.rs", &text).len(), 1, "{text}");
        }
        assert_eq!(
            of("a.rs", &format!("#[cfg(test)]\nmod tests {{\n{long}}}\n")).len(),
            0
        );
    }

    #[test]
    fn what_is_not_rust_is_named_with_its_line() {
        let found = of("a.rs", "fn a() {}\nfn b( {}\n");
        assert!(
            found[0].starts_with("a.rs:2: this is not Rust: "),
            "{found:?}"
        );
    }
}
