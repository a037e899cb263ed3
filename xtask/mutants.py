#!/usr/bin/env python3
"""Plants every fault that cargo-mutants lists in a crate, and sees which of them its tests find.

    xtask/mutants.py custody
    xtask/mutants.py rules --file 'crates/rules/src/desk*' --tests rules,logbook --jobs 2

All mutants are written into one copy of the sources, each behind a number, and built once; each is
then switched on by itself. Hundreds of builds become one. What does not build behind a number is
left out, and counted. The copy and the result stand in target/mutants.

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
/// Whether this mutant is on.
#[doc(hidden)]
#[allow(clippy::all)]
pub fn mutant(number: u32) -> bool {
    static ON: std::sync::OnceLock<u32> = std::sync::OnceLock::new();
    let read = || std::env::var("MUTANT").ok().and_then(|it| it.parse().ok()).unwrap_or(0);
    *ON.get_or_init(read) == number
}
"""
# The longest that the tests may take with a mutant, in seconds; a mutant that hangs is found.
PATIENCE = 300


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
        if node is None or self.is_constant(node):
            return
        self.here.setdefault(node.id, []).append((number, mutant))

    def fits(self, node, genre, begin):
        if node.type != NODES[genre]:
            return False
        operator = node.child_by_field_name("operator")
        return genre != "BinaryOperator" or (operator is not None and operator.start_byte == begin)

    def is_constant(self, node):
        """In a constant nothing is switched; a function that was one is none for this build."""
        while node is not None and node.type != "function_item":
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
        first = "".join(f" if {on(n)} {{ return {m['replacement']}; }}" for n, m in mutants)
        return self.inside(node, {body.id: "{" + first + self.inside(body)[1:]})

    def binary_expression(self, node, mutants):
        left, right = (self.written(node.child_by_field_name(it)) for it in ("left", "right"))
        operator = self.text(node.child_by_field_name("operator"))
        if operator in ("&&", "||"):
            other = "".join(
                f"if {on(n)} {{ l {m['replacement']} ({right}) }} else " for n, m in mutants
            )
            return f"({{ let l: bool = {left}; {other}{{ l {operator} ({right}) }} }})"
        sets = operator.endswith("=") and operator not in ("==", "!=", "<=", ">=")
        first, second = (left, f"({right})") if sets else (f"({left})", f"({right})")
        other = "".join(
            f"if {on(n)} {{ {first} {m['replacement']} {second} }} else " for n, m in mutants
        )
        whole = f"{other}{{ {first} {operator} {second} }}"
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


def found(number, tests):
    for program, folder in tests:
        env = dict(os.environ, MUTANT=str(number), RUST_BACKTRACE="0")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        try:
            ran = subprocess.run([program], cwd=folder, env=env, timeout=PATIENCE, **quiet)
        except subprocess.TimeoutExpired:
            return "hangs"
        if ran.returncode != 0:
            return "found"
    return "lives"


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    asked.add_argument("crate")
    asked.add_argument("--tests", help="crates whose tests look for it; left out: its own")
    asked.add_argument("--file", action="append", default=[], help="only files like this")
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = asked.parse_args()
    listing = ["cargo", "mutants", "--list", "--json", "-p", args.crate]
    listing += [word for name in args.file for word in ("-f", name)]
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True)
    mutants = json.loads(listed.stdout)
    copied()
    placed = sorted(settled(args.crate, mutants))
    tests = programs((args.tests or args.crate).split(","))
    if found(0, tests) != "lives":
        sys.exit("the tests fail before anything is planted")
    print(f"{len(mutants)} listed, {len(placed)} planted", flush=True)
    told = {}
    with ThreadPoolExecutor(args.jobs) as pool:
        for number, how in zip(placed, pool.map(lambda it: found(it, tests), placed)):
            told[mutants[number - 1]["name"]] = how
            if len(told) % 50 == 0:
                print(f"{len(told)} of {len(placed)}", file=sys.stderr, flush=True)
    (OUT / f"{args.crate}.json").write_text(json.dumps(told, indent=1))
    alive = [name for name, how in told.items() if how == "lives"]
    print(", ".join(f"{count} {how}" for how, count in sorted(Counter(told.values()).items())))
    print("\n".join(alive))
    sys.exit(1 if alive else 0)


if __name__ == "__main__":
    main()
