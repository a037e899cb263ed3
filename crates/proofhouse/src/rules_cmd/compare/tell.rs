//! A comparison in a terminal: by ask, what each side asks that the other does not, and a case of it.

use std::collections::BTreeSet;

use anstyle::Style;
use jiff::civil::Date;
use rules::{
    Shelf,
    book::Rule,
    compare::{Difference, OneWay},
};

use super::{About, Side};
use crate::tell::{GO, HEAD, HOLD, NO, QUIET, block, styled};

/// What is told, and how much of it.
pub(super) struct Told<'a> {
    pub(super) shelf: &'a Shelf,
    pub(super) found: &'a [About],
    pub(super) sides: &'a [Side; 2],
    /// A case for every rule, not one for each ask and way.
    pub(super) all: bool,
}

impl Told<'_> {
    /// Prints it.
    pub(super) fn print(&self, day: Date) {
        let [one, other] = self.sides;
        anstream::println!(
            "{} {} {}, on {day}",
            styled(HEAD, &one.name),
            styled(QUIET, "and"),
            styled(HEAD, &other.name)
        );
        for side in self.sides {
            side.print();
        }
        for about in self.found {
            self.about(about);
        }
        self.sum();
    }

    fn about(&self, about: &About) {
        let [one, other] = self.sides;
        let [there, back] = &about.ways;
        anstream::println!("\n{}", styled(HEAD, &about.action));
        let ways = [(one, other, there), (other, one, back)];
        for (goes, refused, way) in ways {
            self.one_way((goes, refused), way);
        }
        if ways.iter().any(|(.., way)| way.differences.len() > 1) && !self.all {
            let said = format!("a case of each: --action {} --all", about.action);
            anstream::println!("{}", block(2, QUIET, &said));
        }
    }

    fn one_way(&self, (goes, refused): (&Side, &Side), way: &OneWay) {
        if !way.differences.is_empty() {
            anstream::println!(
                "  {} {}, {} {}",
                styled(NO, "no-go in"),
                refused.name,
                styled(GO, "go in"),
                goes.name
            );
        }
        let mut told = BTreeSet::new();
        for (at, difference) in way.differences.iter().enumerate() {
            let rules = difference.reasons.iter().map(|reason| &reason.rule);
            let new: Vec<&String> = rules.filter(|id| told.insert(*id)).collect();
            for rule in new.into_iter().filter_map(|id| self.shelf.rule(id)) {
                self.rule(rule);
            }
            if at == 0 || self.all {
                case(difference, goes);
            }
        }
        for (ids, style, said) in [
            (&way.alike, QUIET, "also refuses whatever this would"),
            (
                &way.unknown,
                HOLD,
                "may let go what this refuses: no case is kept",
            ),
        ] {
            let rules: Vec<_> = ids.iter().filter_map(|id| self.shelf.rule(id)).collect();
            if !rules.is_empty() {
                let said = format!("{} has more rules; {} {said}", refused.name, goes.name);
                anstream::println!("{}", block(2, style, &said));
            }
            rules.into_iter().for_each(|rule| self.rule(rule));
        }
    }

    /// What a rule says, what makes it a yes, and where it is written.
    fn rule(&self, rule: &Rule) {
        anstream::println!("{}", block(4, Style::new(), &rule.says));
        if self.all {
            let remedy = format!("→ {}", rule.remedy);
            anstream::println!("{}", block(6, Style::new(), &remedy));
        }
        let provision = match rule.id.starts_with(&rule.provision) {
            true => String::new(),
            false => format!(" of {}", rule.provision),
        };
        let source = format!(
            "{}{provision} · {} · {}, {}",
            rule.id,
            rule.source,
            rule.force.as_str(),
            rule.status.as_str()
        );
        anstream::println!("{}", block(6, QUIET, &source));
    }

    fn sum(&self) {
        let [one, other] = self.sides;
        let asks = |way: usize| {
            let ways = self.found.iter().filter_map(|about| about.ways.get(way));
            let rules = ways.flat_map(|way| &way.differences);
            let rules = rules.flat_map(|case| case.reasons.iter().map(|reason| &reason.rule));
            rules.collect::<BTreeSet<_>>().len()
        };
        let lines = [(one, other, asks(1)), (other, one, asks(0))].map(|(has, not, count)| {
            format!(
                "{}: {count} {} of it can say no where {} says go.",
                has.name,
                if count == 1 { "rule" } else { "rules" },
                not.name
            )
        });
        anstream::println!();
        for line in lines {
            anstream::println!("{}", block(0, Style::new(), &line));
        }
        let said = format!(
            "Each case was found in the worked cases of the books or by a solver, and was decided again just now. {}",
            rules::NOT_LEGAL_ADVICE
        );
        anstream::println!("{}", block(0, QUIET, &said));
    }
}

impl Side {
    fn print(&self) {
        let books = self.in_force.books().iter().map(|book| book.id.as_str());
        let books: Vec<&str> = books.collect();
        let line = format!(
            "{} ({}): {}, {} rules",
            self.name,
            self.title,
            books.join(" + "),
            self.in_force.rules().len()
        );
        anstream::println!("{}", block(2, QUIET, &line));
    }
}

/// A case: what is otherwise than where all is in order.
fn case(difference: &Difference, goes: &Side) {
    let said = match difference.changes.is_empty() {
        true => format!("a case: all just as it is in order in {}", goes.name),
        false => "a case: all in order, but".to_owned(),
    };
    anstream::println!("{}", block(6, HOLD, &said));
    for change in &difference.changes {
        let said = format!(
            "{}, {}: {}, instead of {}",
            change.of, change.means, change.value, change.instead_of
        );
        anstream::println!("{}", block(8, Style::new(), &said));
    }
}
