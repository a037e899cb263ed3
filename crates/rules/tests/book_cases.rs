//! Every rule of every book against its cases in `rulebooks/tests/*.json`: a go, a no-go and the edge.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cedar_policy::Entities;
use rules::book::{Effect, Rule};
use rules::cases::{Base, Cases, Facts};
use rules::{BookKind, Selection, Shelf};

/// The day on which a case is asked, unless it says otherwise.
const A_DAY: &str = "2026-03-02";

fn rulebooks() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks")
}

fn files() -> Vec<(String, String)> {
    let (root, mut files, mut open) = (rulebooks(), Vec::new(), vec![rulebooks()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let inside = path.strip_prefix(&root).unwrap().to_str().unwrap();
                files.push((inside.to_owned(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files
}

fn shelf() -> Shelf {
    Shelf::open(files()).unwrap_or_else(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", errors.join("\n"))
    })
}

fn tests() -> Cases {
    let files = files();
    Cases::read(
        files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str())),
    )
    .unwrap()
}

/// Where the book of a rule, or a base, is in force.
struct Ground {
    place: String,
    kind: String,
    house: Vec<String>,
}

impl Ground {
    fn of(shelf: &Shelf, rule: &Rule) -> Self {
        let mut ground = Self::at("");
        match shelf.book(&rule.book).unwrap().kind {
            BookKind::Baseline => {}
            BookKind::Place => ground.place = rule.book.clone(),
            BookKind::Kind => ground.kind = rule.book.replace("kinds/", ""),
            BookKind::House => ground.house = vec![rule.book.replace("house/", "")],
        }
        ground
    }

    fn of_base(base: &Base) -> Self {
        let mut ground = Self::at(&base.place);
        if !base.kind.is_empty() {
            ground.kind.clone_from(&base.kind);
        }
        ground.house.clone_from(&base.house);
        ground
    }

    fn at(place: &str) -> Self {
        Self {
            place: place.to_owned(),
            kind: "screen".to_owned(),
            house: Vec::new(),
        }
    }

    fn on(&self, date: &str) -> Selection<'_> {
        Selection {
            place: &self.place,
            kind: &self.kind,
            date: date.parse().unwrap(),
            house: &self.house,
        }
    }
}

/// Whether the rule says no, warns or adds its consequence. What a case leaves as its base has it is
/// not read anew.
fn speaks(
    (shelf, base): (&Shelf, (&Facts, &Entities)),
    rule: &Rule,
    facts: &Facts,
    date: Option<&str>,
) -> Result<bool, String> {
    let (request, entities) = facts.asked_like(base, shelf)?;
    let ground = Ground::of(shelf, rule);
    let in_force = shelf.in_force(&ground.on(date.unwrap_or(A_DAY)));
    let slice = in_force.slice(&facts.action);
    if rule.effect.is_consequence() {
        let after = slice.consequences(&request, &entities);
        return Ok(after.rules.iter().any(|other| other.id == rule.id));
    }
    let ruling = slice.decide(&request, &entities);
    if !ruling.errors.is_empty() {
        return Err(format!("{:?}", ruling.errors));
    }
    let said = match rule.effect {
        Effect::Warn => ruling.warnings,
        _ => ruling.refusals,
    };
    Ok(said.iter().any(|other| other.id == rule.id))
}

#[test]
fn every_base_goes_where_it_is_asked() {
    let (shelf, tests) = (shelf(), tests());
    let mut wrong = Vec::new();
    for (name, base) in &tests.bases {
        let facts = tests.facts(name, &BTreeMap::new()).unwrap();
        let asked = facts.asked(&shelf);
        let (request, entities) = asked.unwrap_or_else(|why| panic!("base {name}: {why}"));
        let ground = Ground::of_base(base);
        let in_force = shelf.in_force(&ground.on(A_DAY));
        let slice = in_force.slice(&facts.action);
        let ask = shelf
            .permits()
            .iter()
            .any(|permit| permit.action == facts.action);
        let ruling = slice.decide(&request, &entities);
        if ask && !ruling.go {
            let ids: Vec<&str> = ruling
                .refusals
                .iter()
                .map(|rule| rule.id.as_str())
                .collect();
            wrong.push(format!("{name}: {} {:?}", ids.join(" "), ruling.errors));
        }
    }
    assert!(
        wrong.is_empty(),
        "these bases do not go:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_case_of_every_rule_is_as_it_says() {
    let (shelf, tests) = (shelf(), tests());
    let as_they_are = |name: &String| {
        let facts = tests.facts(name, &BTreeMap::new()).unwrap();
        let (_, entities) = facts.asked(&shelf).unwrap();
        (name.clone(), (facts, entities))
    };
    let bases: BTreeMap<String, _> = tests.bases.keys().map(as_they_are).collect();
    let mut wrong = Vec::new();
    for of_rule in &tests.cases {
        let Some(rule) = shelf.rule(&of_rule.rule) else {
            wrong.push(format!("{}: no such rule", of_rule.rule));
            continue;
        };
        let (base, entities) = &bases[&of_rule.base];
        for case in &of_rule.cases {
            let facts = tests.facts(&of_rule.base, &case.set).unwrap();
            let expected = case.speaks();
            match speaks(
                (&shelf, (base, entities)),
                rule,
                &facts,
                case.date.as_deref(),
            ) {
                Ok(found) if found == expected => {}
                Ok(_) => wrong.push(format!(
                    "{}: not {:?} with {:?}",
                    rule.id, case.is, case.set
                )),
                Err(why) => wrong.push(format!("{}: {why} with {:?}", rule.id, case.set)),
            }
            let about = rule.actions.contains(&facts.action);
            if !about {
                wrong.push(format!("{}: is not about {}", rule.id, facts.action));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_rule_has_a_go_a_no_go_and_its_edge() {
    let (shelf, tests) = (shelf(), tests());
    let mut wrong = Vec::new();
    for rule in shelf.rules() {
        let of_rule = tests.cases.iter().filter(|cases| cases.rule == rule.id);
        let cases: Vec<_> = of_rule.flat_map(|cases| &cases.cases).collect();
        let mut lacks = Vec::new();
        if !cases.iter().any(|case| case.speaks()) {
            lacks.push("a no-go");
        }
        if !cases.iter().any(|case| !case.speaks()) {
            lacks.push("a go");
        }
        let edges = cases.iter().filter(|case| case.edge);
        let edges: Vec<bool> = edges.map(|case| case.speaks()).collect();
        if compares(rule) && !(edges.contains(&true) && edges.contains(&false)) {
            lacks.push("both sides of the edge");
        }
        if rule.until.is_some() && !cases.iter().any(|case| case.date.is_some()) {
            lacks.push("a day outside its dates");
        }
        if !lacks.is_empty() {
            wrong.push(format!("{} lacks {}", rule.id, lacks.join(" and ")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Whether the rule compares a number.
fn compares(rule: &Rule) -> bool {
    let body = rule.text.split("forbid").last().unwrap_or_default();
    [" < ", " > ", " <= ", " >= "]
        .iter()
        .any(|sign| body.contains(sign))
}
