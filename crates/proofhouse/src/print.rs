//! `proofhouse print`: the register, lots of a day, an incident's report, a manifest.

use std::process::ExitCode;

use jiff::{Timestamp, tz::TimeZone};
use logbook::papers::{
    incident::{self, Deadline, Moment, Paper},
    lots::LotOfDay,
    register::Registered,
};
use serde::Serialize;

use crate::{
    books::Texts,
    cli::print::{Incident, Lots, Of, Print},
    kept::{Kept, papers::read},
    tell::{HEAD, HOLD, NO, QUIET, Trouble, block, styled},
};

mod manifest;

/// Prints what was asked for.
pub fn run(print: &Print) -> Result<ExitCode, Trouble> {
    match print {
        Print::Register(of) => register(of),
        Print::Lots(args) => lots(args),
        Print::Incident(args) => incident(args),
        Print::Manifest(args) => manifest::print(args),
    }?;
    Ok(ExitCode::SUCCESS)
}

fn register(of: &Of) -> Result<(), Trouble> {
    let rows = read(&Kept::open(&of.place)?)?.register();
    match of.json {
        true => json(&rows),
        false => rows.iter().for_each(a_weapon),
    }
    Ok(())
}

fn a_weapon(row: &Registered) {
    let said = |name: &str, value: Option<String>| value.map(|value| format!("{name} {value}"));
    let facts = [
        Some(row.class.to_string()),
        said("serial", row.serial.clone()),
        said("rack", row.rack.clone()),
        Some(format!("from {}", row.lender)),
        said("brought by", row.from.as_ref().map(ToString::to_string)),
        said("came by", row.came_by.clone()),
        said("due back", row.due_back.map(|day| day.to_string())),
        said("went back", row.returned.map(|at| at.to_string())),
        Some(format!("with {}", row.custodian)),
        said(
            "in the hand of",
            row.bearer.as_ref().map(ToString::to_string),
        ),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    anstream::println!("{}", styled(HEAD, row.weapon.as_str()));
    anstream::println!("{}", block(2, QUIET, &facts.join(", ")));
}

fn lots(args: &Lots) -> Result<(), Trouble> {
    let rows = read(&Kept::open(&args.of.place)?)?.lots(args.day);
    match args.of.json {
        true => json(&rows),
        false => rows.iter().for_each(a_lot),
    }
    Ok(())
}

fn a_lot(row: &LotOfDay) {
    let LotOfDay { before, after, .. } = row;
    let missing = format!("{} missing", after.missing);
    let missing = match after.missing {
        0 => missing,
        _ => styled(NO, &missing),
    };
    anstream::println!("{}", styled(HEAD, row.lot.as_str()));
    anstream::println!(
        "  {} fresh before, {} came; {} fresh, {} spent, {} duds, {} away, {missing}",
        before.fresh,
        row.came,
        after.fresh,
        after.spent,
        after.duds,
        after.away,
    );
}

fn incident(args: &Incident) -> Result<(), Trouble> {
    let papers = read(&Kept::open(&args.of.place)?)?;
    let texts = Texts::read(&args.books)?;
    let text = texts.one("reports.json").unwrap_or("[]");
    let forms = incident::forms(text).map_err(|wrong| {
        let what = format!("reports.json of the rulebooks cannot be read: {wrong}");
        Trouble::new(
            "reports-broken",
            what,
            "mend it, or use the rulebooks of the program",
        )
    })?;
    let zone = TimeZone::get(papers.zone()).unwrap_or(TimeZone::UTC);
    let at = Timestamp::now();
    let now = Moment { at, zone };
    let paper = papers.incident(&args.incident, &forms, &now);
    let paper = paper.ok_or_else(|| {
        let what = format!("the record has no {}", args.incident);
        Trouble::new(
            "incident-unknown",
            what,
            "name an incident that the record has numbered",
        )
    })?;
    match args.of.json {
        true => json(&paper),
        false => a_paper(&paper),
    }
    Ok(())
}

fn a_paper(paper: &Paper) {
    anstream::println!("{}", styled(HEAD, paper.incident.as_str()));
    paper.deadlines.iter().for_each(a_deadline);
    if paper.forms.is_empty() {
        let none = "no book of its place says which facts a report must give";
        anstream::println!("{}", block(2, QUIET, none));
    }
    for form in &paper.forms {
        anstream::println!();
        anstream::println!("{} ({})", styled(HEAD, &form.source), form.status);
        for (n, (asks, answer)) in (1..).zip(&form.items) {
            anstream::println!("  {n}. {asks}");
            match answer {
                Some(answer) => anstream::println!("{}", block(5, HEAD, answer)),
                None => anstream::println!("     {}", styled(HOLD, "to be written in by hand")),
            }
        }
    }
    anstream::println!();
    let note =
        "People stand in a record by handles: write their names in by hand. Not legal advice.";
    anstream::println!("{}", block(2, QUIET, note));
}

fn a_deadline(deadline: &Deadline) {
    let minutes = deadline.minutes_left.unsigned_abs();
    let span = format!("{} h {} min", minutes / 60, minutes % 60);
    let (style, left) = match (deadline.told, deadline.minutes_left) {
        (Some(told), _) => (QUIET, format!("told at {told}")),
        (None, 0..) => (HOLD, format!("{span} left")),
        (None, _) => (NO, format!("passed {span} ago")),
    };
    anstream::println!("  {} {}", styled(style, &left), deadline.to);
}

fn json(printed: &impl Serialize) {
    let text = serde_json::to_string_pretty(printed);
    anstream::println!("{}", text.unwrap_or_default());
}
