//! `proofhouse rules compare`: where two places differ, told by cases.

use std::{process::ExitCode, sync::Arc};

use anstyle::Style;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rules::{
    BookKind, InForce, Selection, Shelf,
    cases::Cases,
    compare::{Comparison, Difference, Library, OneWay},
    house::meant,
};

use crate::{
    books::Texts,
    cli::Compare,
    tell::{GO, HEAD, HOLD, NO, QUIET, Trouble, block, styled},
};

/// One side: its books in force on the day.
struct Side {
    name: String,
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
        true => anstream::println!("{}", json(&found, &sides, day)),
        false => tell(&found, &sides, (args, day)),
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
    let known = shelf.book(name).map(|book| book.kind);
    let house = [name.to_owned()];
    let mut selection = Selection {
        place: "",
        kind: "screen",
        date,
        house: &[],
    };
    match known {
        Some(BookKind::Baseline) => {}
        Some(BookKind::Place) => selection.place = name,
        Some(BookKind::Kind) => selection.kind = name.trim_start_matches("kinds/"),
        Some(BookKind::House) => selection.house = &house,
        None => {
            let names: Vec<&str> = shelf.books().iter().map(|book| book.id.as_str()).collect();
            let otherwise = format!("name one of: {}", names.join(", "));
            let what = format!("there is no book of \"{name}\"");
            let help = meant(name, names.iter().copied(), &otherwise);
            return Err(Trouble::new("no-such-book", what, help));
        }
    }
    Ok(Side {
        name: name.to_owned(),
        in_force: shelf.in_force(&selection),
    })
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

fn json(found: &[About], [one, other]: &[Side; 2], day: Date) -> serde_json::Value {
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
    serde_json::json!({
        "one": one.name, "other": other.name, "on": day.to_string(),
        "digests": [one.in_force.digest(), other.in_force.digest()],
        "differences": ways.collect::<Vec<_>>(), "notice": rules::NOT_LEGAL_ADVICE,
    })
}

fn tell(found: &[About], sides: &[Side; 2], (args, day): (&Compare, Date)) {
    let [one, other] = sides;
    anstream::println!(
        "{} {} {}, on {day}",
        styled(HEAD, &one.name),
        styled(QUIET, "and"),
        styled(HEAD, &other.name)
    );
    for side in sides {
        let books: Vec<&str> = side
            .in_force
            .books()
            .iter()
            .map(|book| book.id.as_str())
            .collect();
        let line = format!(
            "{}: {}, {} rules",
            side.name,
            books.join(" + "),
            side.in_force.rules().len()
        );
        anstream::println!("{}", block(2, QUIET, &line));
    }
    let mut cases = 0;
    for about in found {
        let [there, back] = &about.ways;
        for (goes, refused, way) in [(one, other, there), (other, one, back)] {
            cases += way.differences.len();
            one_way(&about.action, (goes, refused, way), args.all);
        }
    }
    let alike: Vec<&str> = found
        .iter()
        .filter(|about| {
            about
                .ways
                .iter()
                .all(|way| way.differences.is_empty() && way.unknown.is_empty())
        })
        .map(|about| about.action.as_str())
        .collect();
    if !alike.is_empty() {
        let said = format!(
            "The rules differ and the answers do not: {}.",
            alike.join(", ")
        );
        anstream::println!("\n{}", block(0, QUIET, &said));
    }
    let words = match cases {
        0 => "No case is known in which they answer differently.".to_owned(),
        1 => "1 case in which they answer differently.".to_owned(),
        many => format!("{many} cases in which they answer differently."),
    };
    anstream::println!(
        "\n{words} Each is a worked case of the books or was found by a solver, and was decided again just now. {}",
        rules::NOT_LEGAL_ADVICE
    );
}

fn one_way(action: &str, (goes, refused, way): (&Side, &Side, &OneWay), all: bool) {
    if !way.unknown.is_empty() {
        let said = format!(
            "{action}: {} also has {}, and no case of it is kept that goes in {}",
            refused.name,
            way.unknown.join(", "),
            goes.name
        );
        anstream::println!("\n{}", block(0, HOLD, &said));
    }
    let shown = if all { way.differences.len() } else { 1 };
    for difference in way.differences.iter().take(shown) {
        anstream::println!(
            "\n{}  {} {}, {} {}",
            styled(HEAD, action),
            styled(GO, "go in"),
            goes.name,
            styled(NO, "no-go in"),
            refused.name
        );
        case(difference);
    }
    let left = way.differences.len().saturating_sub(shown);
    if left > 0 {
        let said = format!("and {left} more: --action {action} --all");
        anstream::println!("{}", block(4, QUIET, &said));
    }
}

fn case(difference: &Difference) {
    if difference.changes.is_empty() {
        let said = "just as it is in order elsewhere";
        anstream::println!("{}", block(4, Style::new(), said));
    }
    for change in &difference.changes {
        let said = format!("{}: {}: {}", change.of, change.means, change.value);
        let else_ = format!("otherwise {}", change.instead_of);
        anstream::println!("{}", block(4, Style::new(), &said));
        anstream::println!("{}", block(6, QUIET, &else_));
    }
    for reason in &difference.reasons {
        let status = match reason.status.as_str() {
            "secondary" => ", secondary",
            _ => "",
        };
        anstream::println!("{}", block(4, NO, &reason.says));
        anstream::println!(
            "{}",
            block(6, Style::new(), &format!("→ {}", reason.remedy))
        );
        let source = format!(
            "{} · {} · {}{status}",
            reason.rule,
            reason.source,
            reason.force.as_str()
        );
        anstream::println!("{}", block(6, QUIET, &source));
    }
}
