//! `proofhouse rules compare`: where two places differ, told by cases.

mod tell;

use std::{collections::BTreeMap, process::ExitCode, sync::Arc};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rules::{
    BookKind, InForce, Selection, Shelf,
    cases::Cases,
    compare::{Comparison, Library, OneWay},
    house::meant,
};

use crate::{books::Texts, cli::Compare, tell::Trouble};

/// One side: its books in force on the day.
struct Side {
    name: String,
    /// As people call it: California.
    title: String,
    in_force: Arc<InForce>,
}

/// What was found about one ask, both ways.
struct About {
    action: String,
    /// What the first side lets go and the second refuses, then the other way round.
    ways: [OneWay; 2],
}

/// Prints where two places differ.
pub fn run(args: &Compare, texts: &Texts, shelf: &Shelf) -> Result<ExitCode, Trouble> {
    let day = match &args.on {
        Some(day) => super::day(day)?,
        None => TimeZone::system().to_datetime(Timestamp::now()).date(),
    };
    if let Some(action) = &args.action {
        super::known_action(shelf, action)?;
    }
    let sides = [side(shelf, &args.one, day)?, side(shelf, &args.other, day)?];
    let files = || {
        texts
            .shipped()
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    };
    let cases = Cases::read(files()).map_err(|why| unfit(&why))?;
    let library = Library::read(files()).map_err(|why| unfit(&why))?;
    let comparison = Comparison {
        shelf,
        cases: &cases,
        library: &library,
    };
    let found = all(args, &comparison, &sides)?;
    match args.json {
        true => anstream::println!("{}", json(shelf, (&found, &sides), day)),
        false => tell::Told {
            shelf,
            found: &found,
            sides: &sides,
            all: args.all,
        }
        .print(day),
    }
    Ok(ExitCode::SUCCESS)
}

fn unfit(why: &str) -> Trouble {
    let what = format!("what is kept of comparisons does not fit the books: {why}");
    Trouble::new(
        "compare-unfit",
        what,
        "run cargo xtask compare, where the books are made",
    )
}

/// The books in force at a place; `baseline` alone; or a kind's or house's book beside it.
fn side(shelf: &Shelf, name: &str, date: Date) -> Result<Side, Trouble> {
    let book = shelf.book(name).ok_or_else(|| unknown(shelf, name))?;
    let house = [name.to_owned()];
    let mut selection = Selection {
        place: "",
        kind: "screen",
        date,
        house: &[],
    };
    match book.kind {
        BookKind::Baseline => {}
        BookKind::Place => selection.place = name,
        BookKind::Kind => selection.kind = name.trim_start_matches("kinds/"),
        BookKind::House => selection.house = &house,
    }
    Ok(Side {
        name: name.to_owned(),
        title: book.title.clone(),
        in_force: shelf.in_force(&selection),
    })
}

/// The books that are called so, by their last part or their title; else those whose name is like it.
fn unknown(shelf: &Shelf, name: &str) -> Trouble {
    let called = |own: &str| own.eq_ignore_ascii_case(name);
    let so = shelf.books().iter().filter(|book| {
        let last = book.id.rsplit('/').next().unwrap_or_default();
        called(last) || called(&book.title)
    });
    let so: Vec<&str> = so.map(|book| book.id.as_str()).collect();
    let names: Vec<&str> = shelf.books().iter().map(|book| book.id.as_str()).collect();
    let help = match so.is_empty() {
        true => {
            let otherwise = format!("name one of: {}", names.join(", "));
            meant(name, names.into_iter(), &otherwise)
        }
        false => format!("did you mean {}?", so.join(", ")),
    };
    let what = format!("there is no book of \"{name}\"");
    Trouble::new("no-such-book", what, help)
}

fn all(
    args: &Compare,
    comparison: &Comparison<'_>,
    [one, other]: &[Side; 2],
) -> Result<Vec<About>, Trouble> {
    let (one, other) = (&*one.in_force, &*other.in_force);
    let mut asks = comparison.asks(one, other);
    asks.extend(comparison.asks(other, one));
    asks.sort_unstable();
    asks.dedup();
    let wanted = |action: &String| args.action.as_ref().is_none_or(|only| only == action);
    let about = asks.into_iter().filter(wanted).map(|action| {
        let way = |goes, refuses| comparison.one_way(&action, (goes, refuses));
        let ways = [way(one, other)?, way(other, one)?];
        Ok(About { action, ways })
    });
    let about: Result<Vec<About>, String> = about.collect();
    about.map_err(|why| unfit(&why))
}

fn json(
    shelf: &Shelf,
    (found, [one, other]): (&[About], &[Side; 2]),
    day: Date,
) -> serde_json::Value {
    let ways = found.iter().flat_map(|about| {
        let [there, back] = &about.ways;
        let row = |(goes, refused, way): (&Side, &Side, &OneWay)| {
            serde_json::json!({
                "action": about.action, "goes_in": goes.name, "refused_in": refused.name,
                "cases": way.differences, "adds_nothing": way.alike, "nothing_kept": way.unknown,
            })
        };
        [(one, other, there), (other, one, back)].map(row)
    });
    let named = found.iter().flat_map(|about| &about.ways).flat_map(|way| {
        let reasons = way.differences.iter().flat_map(|case| &case.reasons);
        let reasons = reasons.map(|reason| &reason.rule);
        reasons.chain(&way.alike).chain(&way.unknown)
    });
    let provisions: BTreeMap<&str, &str> = named
        .filter_map(|id| shelf.rule(id))
        .map(|rule| (rule.id.as_str(), rule.provision.as_str()))
        .collect();
    serde_json::json!({
        "one": one.name, "other": other.name, "on": day.to_string(),
        "digests": [one.in_force.digest(), other.in_force.digest()],
        "differences": ways.collect::<Vec<_>>(), "provisions": provisions,
        "notice": rules::NOT_LEGAL_ADVICE,
    })
}
