//! Reasons in Spanish: what every no of every timeline says, what makes it a yes, what was read.

use std::{collections::BTreeSet, path::Path};

use jiff::tz::TimeZone;
use logbook::{play, timeline::Timeline};
use pages::{Language, Words, fact, page::answer};
use rules::{Reason, desk::Desk};

use crate::{english::left, sample::shelf};

/// Every reason of every no in the documented incidents, and in the good days with one fault.
fn noes() -> Vec<Reason> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../incidents");
    let desk = Desk::new(shelf());
    let mut reasons = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        // nothing is refused in a mended twin, and the battle asks of sixty what one may be asked
        if !name.ends_with(".jsonl") || name.contains("mended") || name.contains("battle") {
            continue;
        }
        let timeline = Timeline::parse(&std::fs::read(path).unwrap()).unwrap();
        let zone = TimeZone::get(&timeline.head.zone).unwrap();
        let played = play::play(&timeline, &zone, &desk).unwrap();
        let rows = played.steps.into_iter().flat_map(|step| step.rows);
        reasons.extend(rows.flat_map(|row| [row.reasons, row.warnings]).flatten());
    }
    reasons
}

#[test]
fn every_no_of_every_timeline_is_told_in_spanish() {
    let spanish = Words::of(Language::Spanish);
    let noes = noes();
    assert!(noes.len() > 60, "{}", noes.len());
    let mut english = BTreeSet::new();
    for reason in &noes {
        let (says, remedy) = (
            answer::says(reason, spanish),
            answer::remedy_of(reason, spanish),
        );
        let facts = fact::line(&reason.facts, spanish);
        for text in [&says, &remedy, &facts] {
            if !left(text).is_empty() {
                english.insert(format!("{}: {text}", reason.rule));
            }
        }
        // a remedy may name what is to be typed
        if facts.contains('_') || says.contains('_') {
            english.insert(format!("{}: {says} {facts}", reason.rule));
        }
    }
    assert_eq!(english, BTreeSet::new());
    let laws = noes.iter().filter(|it| it.rule.starts_with("law-"));
    assert!(laws.count() > 0, "no timeline has a no by a law");
}
