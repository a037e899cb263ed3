//! `proofhouse rules`: the books for reading.

mod check;
mod compare;

use std::process::ExitCode;

use anstyle::Style;
use jiff::civil::Date;
use rules::{Rule, Shelf, coverage, house::meant};

use crate::{
    books::Texts,
    cli::{Rules, RulesCommand},
    tell::{GO, HEAD, HOLD, NO, QUIET, Trouble, block, styled},
};

/// Prints what was asked for.
pub fn run(args: &Rules) -> Result<ExitCode, Trouble> {
    let texts = Texts::read(&args.books)?;
    if let RulesCommand::Check(check) = &args.command {
        return check::run(check, &texts);
    }
    let shelf = texts.shelf()?;
    match &args.command {
        RulesCommand::List {
            place,
            action,
            on,
            json,
        } => {
            let wanted = Wanted {
                place: place.as_deref(),
                action: action.as_deref(),
                on: on.as_deref().map(day).transpose()?,
            };
            list(&shelf, &wanted, *json)
        }
        RulesCommand::Show { id } => show(&shelf, id),
        RulesCommand::Compare(sides) => compare::run(sides, &texts, &shelf),
        RulesCommand::Coverage { json } => covered(&texts, &shelf, *json),
        RulesCommand::Check(check) => check::run(check, &texts),
    }
}

/// Which rules are wanted.
struct Wanted<'a> {
    place: Option<&'a str>,
    action: Option<&'a str>,
    on: Option<Date>,
}

impl Wanted<'_> {
    fn book(&self, id: &str) -> bool {
        self.place.is_none_or(|place| stands_at(id, place))
    }

    fn rule(&self, rule: &Rule) -> bool {
        let about = |action: &str| rule.actions.iter().any(|name| name == action);
        self.book(&rule.book)
            && self.action.is_none_or(about)
            && self.on.is_none_or(|day| rule.in_force_on(day))
    }
}

/// A day from the command line.
fn day(text: &str) -> Result<Date, Trouble> {
    text.parse().map_err(|_| {
        let what = format!("\"{text}\" is no day");
        Trouble::new("argument-unknown", what, "write it as 2026-01-31")
    })
}

/// An ask or report that the schema knows.
fn known_action(shelf: &Shelf, action: &str) -> Result<(), Trouble> {
    if shelf.actions().any(|known| known == action) {
        return Ok(());
    }
    let mut known: Vec<_> = shelf.actions().collect();
    known.sort_unstable();
    let otherwise = format!("name one of: {}", known.join(", "));
    let help = meant(action, known.iter().copied(), &otherwise);
    let what = format!("there is no ask or report \"{action}\"");
    Err(Trouble::new("no-such-action", what, help))
}

fn list(shelf: &Shelf, wanted: &Wanted<'_>, json: bool) -> Result<ExitCode, Trouble> {
    if let Some(action) = wanted.action {
        known_action(shelf, action)?;
    }
    let rules = shelf.rules().iter().filter(|rule| wanted.rule(rule));
    let rules: Vec<_> = rules.collect();
    if json {
        let rows: Vec<_> = rules.iter().map(|rule| row(rule)).collect();
        anstream::println!("{}", serde_json::Value::Array(rows));
        return Ok(ExitCode::SUCCESS);
    }
    for book in shelf.books() {
        if !wanted.book(&book.id) {
            continue;
        }
        anstream::println!(
            "\n{}  {}",
            styled(HEAD, &book.id),
            styled(QUIET, &book.title)
        );
        if book.is_empty() {
            anstream::println!(
                "{}",
                block(2, QUIET, "present and empty: no rule of its own yet")
            );
        }
        for rule in rules.iter().filter(|rule| rule.book == book.id) {
            anstream::println!("  {}", styled(Style::new(), &rule.id));
            anstream::println!("{}", block(6, QUIET, &rule.says));
        }
    }
    anstream::println!("\n{} rules. {}", rules.len(), rules::NOT_LEGAL_ADVICE);
    Ok(ExitCode::SUCCESS)
}

/// Whether a book is in force at a place: baseline, or a place that contains it.
fn stands_at(book: &str, place: &str) -> bool {
    book == "baseline" || place == book || place.starts_with(&format!("{book}/"))
}

fn row(rule: &Rule) -> serde_json::Value {
    serde_json::json!({
        "id": rule.id, "provision": rule.provision, "book": rule.book, "source": rule.source,
        "force": rule.force.as_str(), "status": rule.status.as_str(),
        "from": rule.from.to_string(), "until": rule.until.map(|day| day.to_string()),
        "effect": rule.effect.as_str(), "actions": rule.actions, "tags": rule.tags,
        "says": rule.says, "remedy": rule.remedy, "notice": rules::NOT_LEGAL_ADVICE,
    })
}

fn show(shelf: &Shelf, id: &str) -> Result<ExitCode, Trouble> {
    let same = |rule: &Rule| rule.id.eq_ignore_ascii_case(id);
    let part = |rule: &Rule| rule.provision.eq_ignore_ascii_case(id);
    let mut found: Vec<_> = shelf.rules().iter().filter(|rule| same(rule)).collect();
    if found.is_empty() {
        found = shelf.rules().iter().filter(|rule| part(rule)).collect();
    }
    if found.is_empty() {
        let wrong = id.to_ascii_uppercase();
        let ids: Vec<String> = shelf.rules().iter().map(|rule| rule.id.clone()).collect();
        let near = ids.iter().filter(|known| {
            let known = known.to_ascii_uppercase();
            known.contains(&wrong) || wrong.contains(&known)
        });
        let near: Vec<_> = near.map(String::as_str).take(5).collect();
        let help = match near.is_empty() {
            true => meant(
                &wrong,
                ids.iter().map(String::as_str),
                "`proofhouse rules list` names them all",
            ),
            false => format!("did you mean {}?", near.join(", ")),
        };
        return Err(Trouble::new(
            "no-such-rule",
            format!("there is no rule {id}"),
            help,
        ));
    }
    for rule in found {
        card(rule);
    }
    anstream::println!("\n{}", rules::NOT_LEGAL_ADVICE);
    Ok(ExitCode::SUCCESS)
}

fn card(rule: &Rule) {
    anstream::println!(
        "\n{}\n{}",
        styled(HEAD, &rule.id),
        block(0, HEAD, &rule.says)
    );
    anstream::println!("{}", block(0, Style::new(), &format!("→ {}", rule.remedy)));
    let status = match rule.status.as_str() {
        "secondary" => "secondary: the wording was obtained from a report of the source",
        _ => "verified: the wording was read in a stored copy of the source",
    };
    let until = rule
        .until
        .map_or(String::new(), |day| format!(" until {day}"));
    let lines = [
        ("source", rule.source.clone()),
        ("force", rule.force.as_str().to_owned()),
        ("wording", status.to_owned()),
        ("in force", format!("from {}{until}", rule.from)),
        ("book", rule.book.clone()),
        (
            "effect",
            format!("{} on {}", rule.effect.as_str(), rule.actions.join(", ")),
        ),
        ("against", rule.tags.join(", ")),
        (
            "stands in",
            format!("rulebooks/{}:{}", rule.file, rule.line),
        ),
    ];
    for (name, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        anstream::println!("  {} {value}", styled(QUIET, &format!("{name:<9}")));
    }
    anstream::println!("\n{}", rule.text.trim());
}

fn covered(texts: &Texts, shelf: &Shelf, json: bool) -> Result<ExitCode, Trouble> {
    let read = |name: &str| {
        let missing = || {
            let help = "a folder of rulebooks holds the catalogue and its dispositions";
            Trouble::new(
                "catalogue-missing",
                format!("{name} is not among the rulebooks"),
                help,
            )
        };
        texts.one(name).ok_or_else(missing)
    };
    let (catalogue, dispositions) = (read("provisions.csv")?, read("dispositions.csv")?);
    let rows = coverage::table(catalogue, shelf, dispositions).map_err(|wrong| {
        Trouble::new(
            "catalogue-broken",
            crate::books::listed(&wrong),
            "mend the table it names",
        )
    })?;
    let missing = coverage::missing(&rows).count();
    let code = ExitCode::from(u8::from(missing > 0));
    if json {
        anstream::println!("{}", serde_json::to_string(&rows).unwrap_or_default());
        return Ok(code);
    }
    for row in &rows {
        let style = match row.disposition.as_str() {
            "enforced" | "clock" => GO,
            "missing" => NO,
            "planned" => QUIET,
            _ => HOLD,
        };
        let word = format!("{:<13}", row.disposition.as_str());
        let by = match row.rules.is_empty() {
            true => row.reason.clone(),
            false => format!("{} on {}", row.rules.join(", "), row.actions.join(", ")),
        };
        anstream::println!(
            "{} {:<26} {}",
            styled(style, &word),
            row.id,
            styled(QUIET, &row.place)
        );
        anstream::println!("{}", block(14, QUIET, &by));
    }
    let counts = coverage::counts(&rows);
    let counts: Vec<_> = counts
        .iter()
        .map(|(d, n)| format!("{n} {}", d.as_str()))
        .collect();
    anstream::println!(
        "\n{} of {} placed: {}. {}",
        rows.len() - missing,
        rows.len(),
        counts.join(", "),
        rules::NOT_LEGAL_ADVICE
    );
    Ok(code)
}
