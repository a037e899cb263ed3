#!/usr/bin/env python3
"""Plants every fault that cargo-mutants lists in a crate, and sees which of them its tests find.

    xtask/mutants.py custody
    xtask/mutants.py rules --file 'crates/rules/src/desk*' --tests rules,logbook --jobs 2
    xtask/mutants.py rules --again                 # only those that no test found before

All mutants are written into one copy of the sources, each behind a number, and built once; each is
then switched on by itself, and looked for by the tests that reach it. Hundreds of builds become one.
What does not build behind a number is left out, and counted. The copy and the result stand in
target/mutants.

Needs: cargo install cargo-mutants --version 27.1.0 --locked
       python3 -m venv target/python && target/python/bin/pip install tree-sitter tree-sitter-rust
Exit code: 0 all were found; 1 some live, and are named; 2 it could not be done.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import tree_sitter
import tree_sitter_rust

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "target/mutants"
TREE = OUT / "tree"
RUST = tree_sitter.Parser(tree_sitter.Language(tree_sitter_rust.language()))
# The node of the syntax tree that each kind of mutant changes.
NODES = {
    "FnValue": "function_item",
    "BinaryOperator": "binary_expression",
    "UnaryOperator": "unary_expression",
    "MatchArm": "match_arm",
    "MatchArmGuard": "match_arm",
    "StructField": "field_initializer",
}
SWITCH = """
/// Whether this mutant is on. Where MUTANTS_REACHED names a file, each that is asked for stands there.
#[doc(hidden)]
#[allow(clippy::all)]
pub fn mutant(number: usize) -> bool {
    use std::{env::var, io::Write, sync::{OnceLock, atomic::{AtomicBool, Ordering}}};
    static ON: OnceLock<(usize, Option<String>)> = OnceLock::new();
    static SEEN: [AtomicBool; 4096] = [const { AtomicBool::new(false) }; 4096];
    let on = || var("MUTANT").ok().and_then(|it| it.parse().ok()).unwrap_or(0);
    let (on, reached) = ON.get_or_init(|| (on(), var("MUTANTS_REACHED").ok()));
    if let Some(file) = reached && !SEEN[number].swap(true, Ordering::Relaxed) {
        let file = std::fs::OpenOptions::new().create(true).append(true).open(file);
        writeln!(file.unwrap(), "{number}").unwrap();
    }
    *on == number
}
"""
# The longest that the tests may take with a mutant, in seconds; a mutant that hangs is found.
PATIENCE = 300
# A test that takes no longer, in seconds, is quick.
QUICK = 1
# A mutant of which no test says a word.
ALIVE = ("lives", "not reached")


def on(number):
    return f"crate::mutant({number})"


class Source:
    """A file, and the mutants to write into it."""

    def __init__(self, path, mutants):
        self.bytes = path.read_bytes()
        self.starts = [0] + [at + 1 for at, byte in enumerate(self.bytes) if byte == 10]
        self.root = RUST.parse(self.bytes).root_node
        self.here = {}
        self.const = set()
        for number, mutant in mutants:
            self.place(number, mutant)

    def offset(self, place):
        start = self.starts[place["line"] - 1]
        line = self.bytes[start:].split(b"\n", 1)[0].decode()
        return start + len(line[: place["column"] - 1].encode())

    def place(self, number, mutant):
        genre = mutant["genre"]
        begin, end = self.offset(mutant["span"]["start"]), self.offset(mutant["span"]["end"])
        last = end if genre == "BinaryOperator" else max(begin, end - 1)
        node = self.root.descendant_for_byte_range(begin, last)
        while node is not None and not self.fits(node, genre, begin):
            node = node.parent
        if node is None or self.is_constant(node) or self.hides_its_type(node):
            return
        self.here.setdefault(node.id, []).append((number, mutant))

    def fits(self, node, genre, begin):
        if node.type != NODES[genre]:
            return False
        operator = node.child_by_field_name("operator")
        return genre != "BinaryOperator" or (operator is not None and operator.start_byte == begin)

    def hides_its_type(self, node):
        """A function that answers `impl Trait` has one type, and a mutant would be a second."""
        answers = node.child_by_field_name("return_type")
        return answers is not None and "impl " in self.text(answers)

    def is_constant(self, node):
        """In a constant nothing is switched, but for closures that stand in it; a function that was
        constant is not so in this build."""
        while node is not None and node.type != "function_item":
            if node.type == "closure_expression":
                return False
            if node.type in ("const_item", "static_item"):
                return True
            node = node.parent
        modifiers = [it for it in node.children if it.type == "function_modifiers"] if node else []
        for modifier in modifiers:
            self.const.update(it.id for it in modifier.children if it.type == "const")
        return False

    def text(self, node):
        return self.bytes[node.start_byte : node.end_byte].decode()

    def inside(self, node, instead=None):
        """The text of a node, with the mutants in it; `instead` gives a child's text."""
        out, at = [], node.start_byte
        for child in node.children:
            out.append(self.bytes[at : child.start_byte].decode())
            out.append((instead or {}).get(child.id) or self.written(child))
            at = child.end_byte
        return "".join(out) + self.bytes[at : node.end_byte].decode()

    def written(self, node):
        if node.id in self.const:
            return " "
        mutants = self.here.get(node.id)
        if node.type == "match_block":
            return self.match_block(node)
        if not mutants:
            return self.inside(node)
        return getattr(self, node.type)(node, mutants)

    def match_block(self, node):
        text = self.inside(node)
        mutants = [it for child in node.children for it in self.here.get(child.id, [])]
        if all(mutant["genre"] != "MatchArm" for _, mutant in mutants):
            return text
        text = text.rstrip()[:-1].rstrip()
        comma = "" if text.endswith((",", "}")) else ","
        return text + comma + ' _ => unreachable!("its arm is deleted") }'

    def function_item(self, node, mutants):
        body = node.child_by_field_name("body")
        # Each on a line of its own: a fault of one leaves out no other.
        first = "".join(f"\nif {on(n)} {{ return {m['replacement']}; }}" for n, m in mutants)
        return self.inside(node, {body.id: "{" + first + "\n" + self.inside(body)[1:]})

    def binary_expression(self, node, mutants):
        left, right = (self.written(node.child_by_field_name(it)) for it in ("left", "right"))
        operator = self.text(node.child_by_field_name("operator"))
        if operator in ("&&", "||"):
            other = "".join(
                f"\nif {on(n)} {{ l {m['replacement']} ({right}) }} else " for n, m in mutants
            )
            return f"({{ let l: bool = {left}; {other}\n{{ l {operator} ({right}) }} }})"
        sets = operator.endswith("=") and operator not in ("==", "!=", "<=", ">=")
        first, second = (left, f"({right})") if sets else (f"({left})", f"({right})")
        other = "".join(
            f"\nif {on(n)} {{ {first} {m['replacement']} {second} }} else " for n, m in mutants
        )
        whole = f"{other}\n{{ {first} {operator} {second} }}"
        return whole if sets else f"({whole})"

    def unary_expression(self, node, mutants):
        inner = self.written(node.named_children[-1])
        if self.text(node).startswith("!"):
            return f"(!({inner})" + "".join(f" ^ {on(n)}" for n, _ in mutants) + ")"
        without = "".join(f"if {on(n)} {{ {inner} }} else " for n, _ in mutants)
        return f"({without}{{ {self.inside(node)} }})"

    def match_arm(self, node, mutants):
        pattern = node.child_by_field_name("pattern")
        condition = pattern.child_by_field_name("condition")
        guard = self.written(condition) if condition else None
        has_let = condition is not None and "let " in self.text(condition)
        for number, mutant in mutants:
            if mutant["genre"] == "MatchArmGuard" and not has_let:
                yes = mutant["replacement"] == "true"
                guard = f"(({guard}) || {on(number)})" if yes else f"(({guard}) && !{on(number)})"
        for number, mutant in mutants:
            if mutant["genre"] == "MatchArm":
                rest = f" && {guard if has_let else f'({guard})'}" if guard else ""
                guard = f"!{on(number)}{rest}"
        if condition is not None:
            return self.inside(node, {pattern.id: self.inside(pattern, {condition.id: guard})})
        guard = f" if {guard}" if guard else ""
        return self.inside(node, {pattern.id: self.inside(pattern) + guard})

    def field_initializer(self, node, mutants):
        bases = [it for it in node.parent.children if it.type == "base_field_initializer"]
        if not bases:
            return self.inside(node)
        base, field = self.text(bases[0].named_children[0]), node.child_by_field_name("field")
        value = node.child_by_field_name("value")
        without = "".join(
            f"if {on(n)} {{ ({base}).{self.text(field)} }} else " for n, _ in mutants
        )
        return self.inside(node, {value.id: f"{without}{{ {self.written(value)} }}"})


def copied():
    """The sources as git has them, beside the repository's own."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, TREE / name)


def write(crate, mutants, left_out):
    files = {}
    for number, mutant in enumerate(mutants, 1):
        if number not in left_out:
            files.setdefault(mutant["file"], []).append((number, mutant))
    written = {}
    for name in {it["file"] for it in mutants} | {f"crates/{crate}/src/lib.rs"}:
        source = Source(ROOT / name, files.get(name, []))
        written[name] = source.written(source.root)
    written[f"crates/{crate}/src/lib.rs"] += SWITCH
    for name, text in written.items():
        (TREE / name).write_text(text)
    numbers = re.findall(r"crate::mutant\((\d+)\)", "".join(written.values()))
    return {int(number) for number in numbers}


def cargo(*args):
    env = dict(os.environ, CARGO_TARGET_DIR=str(OUT / "target"))
    words = ["cargo", *args, "--message-format=json"]
    told = subprocess.run(words, cwd=TREE, env=env, capture_output=True, text=True)
    return told, [json.loads(line) for line in told.stdout.splitlines() if line.startswith("{")]


def settled(crate, mutants):
    """Writes and builds, and leaves out what does not build, until the rest does."""
    left_out = set()
    while True:
        placed = write(crate, mutants, left_out)
        told, lines = cargo("check", "-p", crate, "--lib")
        if told.returncode == 0:
            return placed
        faults = [it["message"] for it in lines if it.get("reason") == "compiler-message"]
        spans = [span for it in faults if it["level"] == "error" for span in it["spans"]]
        texts = [text["text"] for span in spans for text in span["text"]]
        bad = {int(it) for text in texts for it in re.findall(r"crate::mutant\((\d+)\)", text)}
        if not bad:
            sys.exit(f"the mutants do not build, and it is not said which:\n{told.stderr[-2000:]}")
        left_out |= bad


def programs(tests):
    told, lines = cargo("test", "--no-run", *(word for it in tests for word in ("-p", it)))
    if told.returncode != 0:
        sys.exit(told.stderr[-2000:])
    built = [it for it in lines if it.get("executable") and it["profile"]["test"]]
    return [(it["executable"], pathlib.Path(it["manifest_path"]).parent) for it in built]


class Program:
    """A program of tests, and which mutants each of its tests reaches."""

    def __init__(self, path, folder):
        self.path, self.folder = path, folder
        terse = [path, "--list", "--format", "terse"]
        listed = subprocess.run(terse, cwd=folder, capture_output=True, text=True, check=True)
        names = [it.removesuffix(": test") for it in listed.stdout.splitlines()]
        self.tests = {name: self.reached(name) for name in names if name}

    def reached(self, name):
        """What a test reaches while nothing is planted, and how long it takes."""
        file = OUT / "reached"
        file.write_text("")
        began = time.monotonic()
        if self.ended([name], {"MUTANTS_REACHED": str(file)}) != "lives":
            sys.exit(f"{name} fails before anything is planted")
        return {int(it) for it in file.read_text().split()}, time.monotonic() - began

    def of(self, number):
        """The tests that reach a mutant, the quick ones and the slow, and how long they take."""
        own = {name: took for name, (reached, took) in self.tests.items() if number in reached}
        for slow in (False, True):
            names = [name for name, took in own.items() if (took > QUICK) == slow]
            yield sum(own[name] for name in names), names

    def ended(self, names, settings):
        """How these tests end; the first that fails is enough."""
        env = dict(os.environ, RUST_BACKTRACE="0", **settings)
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        words = [self.path, "--exact", *names]
        with subprocess.Popen(words, cwd=self.folder, env=env, **pipes) as ran:
            late = threading.Timer(PATIENCE, ran.kill)
            late.start()
            failed = any(line.rstrip().endswith("... FAILED") for line in ran.stdout)
            hangs = late.finished.is_set()
            late.cancel()
            if failed:
                ran.kill()
        if hangs:
            return "hangs"
        return "found" if failed or ran.returncode != 0 else "lives"


def found(number, programs):
    """How the tests that reach a mutant end with it, the quickest first."""
    quickest = sorted((*of, at) for at, program in enumerate(programs) for of in program.of(number))
    how = "not reached"
    for _, names, at in quickest:
        if names:
            how = programs[at].ended(names, {"MUTANT": str(number)})
        if how in ("found", "hangs"):
            return how
    return how


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    asked.add_argument("crate")
    asked.add_argument("--tests", help="crates whose tests look for it; left out: its own")
    asked.add_argument("--file", action="append", default=[], help="only files like this")
    asked.add_argument("--again", action="store_true", help="only those that were not found")
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = asked.parse_args()
    listing = ["cargo", "mutants", "--list", "--json", "-p", args.crate]
    listing += [word for name in args.file for word in ("-f", name)]
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True)
    mutants = json.loads(listed.stdout)
    before = OUT / f"{args.crate}.json"
    told = json.loads(before.read_text()) if before.exists() else {}
    if args.again:
        mutants = [it for it in mutants if told.get(it["name"]) in ALIVE]
    copied()
    placed = sorted(settled(args.crate, mutants))
    tests = [Program(*it) for it in programs((args.tests or args.crate).split(","))]
    print(f"{len(mutants)} listed, {len(placed)} planted", flush=True)
    fresh = {}
    with ThreadPoolExecutor(args.jobs) as pool:
        for number, how in zip(placed, pool.map(lambda it: found(it, tests), placed)):
            fresh[mutants[number - 1]["name"]] = how
            if len(fresh) % 50 == 0:
                print(f"{len(fresh)} of {len(placed)}", file=sys.stderr, flush=True)
    before.write_text(json.dumps(told | fresh, indent=1))
    alive = [f"{how}: {name}" for name, how in fresh.items() if how in ALIVE]
    print(", ".join(f"{count} {how}" for how, count in sorted(Counter(fresh.values()).items())))
    print("\n".join(alive))
    sys.exit(1 if alive else 0)


if __name__ == "__main__":
    main()
