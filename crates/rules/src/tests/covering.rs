use crate::coverage::{Disposition, Row, counts, missing, table};
use crate::testing::*;

const CATALOGUE: &str = "\
id,place,source,section,jurisdiction,moment,roles,check,effect,status
CHECK-HOLDS,baseline (trade practice),Small book,1,,,,,refuse,verified
TRAINING,baseline,Small book,3,,,,,refuse,verified
NOTICE,baseline,Small book,9,,,,,refuse,verified
RECORDS,us,Small book,\"10, 11\",,,,,record only,secondary
TASTE,us,Small book,12,,,,,warn,verified
NM-1,us/us-nm,Somewhere,1,,,,,refuse,verified
SYD-1,au/au-nsw;au/au-qld,Elsewhere,1,,,,,refuse,verified
US-LOST,us,Small federal book,2,,,,,refuse,verified
CALARTS,house:school,Small house book,2,,,,,refuse,verified
";

fn rows(dispositions: &str) -> Result<Vec<Row>, String> {
    table(CATALOGUE, &shelf(), dispositions).map_err(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        errors.join("\n")
    })
}

#[test]
fn every_provision_has_a_place_and_what_has_none_is_missing() {
    let listed = "id,disposition,reason\n\
                  RECORDS,recorded,The log itself is the register.\n\
                  TASTE,not checkable,Nobody can measure it.\n";
    let rows = rows(listed).unwrap();
    let line = |row: &Row| {
        let words = [
            row.disposition.as_str(),
            &row.rules.join(" "),
            &row.actions.join(" "),
            &row.reason,
        ];
        format!(
            "{}: {}",
            row.id,
            words
                .iter()
                .filter(|word| !word.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join("; ")
        )
    };
    insta::assert_snapshot!(rows.iter().map(line).collect::<Vec<_>>().join("\n"), @r#"
    CHECK-HOLDS: enforced; CHECK-HOLDS; issue
    TRAINING: enforced; BEARER-TRAINED; issue
    NOTICE: clock; DISCHARGE.clock; discharge
    RECORDS: recorded; The log itself is the register.
    TASTE: not checkable; Nobody can measure it.
    NM-1: planned
    SYD-1: planned
    US-LOST: missing
    CALARTS: missing
    "#);
    let lost: Vec<&str> = missing(&rows).map(|row| row.id.as_str()).collect();
    assert_eq!(lost, ["US-LOST", "CALARTS"]);
    let numbers: Vec<usize> = counts(&rows)
        .into_iter()
        .map(|(_, number)| number)
        .collect();
    assert_eq!(numbers, [2, 1, 1, 1, 2, 2]);
    assert_eq!(counts(&rows)[3].0, Disposition::NotCheckable);
}

#[test]
fn a_disposition_without_a_reason_or_a_provision_is_refused_with_its_line() {
    let listed =
        "id,disposition,reason\nRECORDS,recorded,\nWHAT,recorded,Why.\nTASTE,ignored,Why.\n";
    insta::assert_snapshot!(rows(listed).unwrap_err(), @r#"
    dispositions.csv:2:1: RECORDS has no reason [disposition]
      next: say in one sentence why no rule implements it
    dispositions.csv:3:1: WHAT is no provision of the catalogue [disposition]
      next: write the id as the catalogue does
    dispositions.csv:4:1: TASTE is said to be "ignored" [disposition]
      next: write one of: recorded, not checkable, planned
    "#);
    insta::assert_snapshot!(rows("id,disposition\nRECORDS,recorded\n").unwrap_err(), @r#"
    dispositions.csv:2:1: CSV deserialize error: record 1 (line: 2, byte: 15): missing field `reason` [list-unreadable]
      next: compare the line with the list's first line
    "#);
}
