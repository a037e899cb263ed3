//! Holds what clients heard against what the record has.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Go or no-go of a row, and the rules that said no.
pub type Row = (bool, Vec<String>);

/// An answer that a client heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The request.
    pub request: String,
    /// Who asked.
    pub by: String,
    /// What was asked or reported.
    pub what: Value,
    /// Its entry, as the hub said.
    pub seq: Option<u64>,
    /// When it was received, as the hub said.
    pub at: String,
    /// The answer; a report has no rows.
    pub rows: Vec<Row>,
    /// The hub said that it had answered this before.
    pub told_again: bool,
}

impl Heard {
    /// What a body of 200 or 409 says; none where it is no answer.
    pub fn read(by: &str, what: &Value, body: &Value) -> Option<Self> {
        let text = |field: &str| body.get(field).and_then(Value::as_str).map(str::to_owned);
        let rows = body.get("rows")?.as_array()?;
        Some(Self {
            request: text("request")?,
            by: by.to_owned(),
            what: what.clone(),
            seq: body.get("seq").and_then(Value::as_u64),
            at: text("at")?,
            rows: rows.iter().map(row).collect(),
            told_again: body.get("told_again") == Some(&json!(true)),
        })
    }

    /// What the answer is, in a word.
    pub fn word(&self) -> &'static str {
        match self.rows.iter().all(|(go, _)| *go) {
            _ if self.rows.is_empty() => "taken in",
            true => "go",
            false => "no-go",
        }
    }
}

/// A row as an answer, a refusal or an entry has it.
fn row(row: &Value) -> Row {
    let go = row.get("go") == Some(&json!(true));
    let named = row.get("because").or_else(|| row.get("reasons"));
    let named = named.and_then(Value::as_array).into_iter().flatten();
    let named = named.filter_map(|it| it.as_str().or_else(|| it.get("rule")?.as_str()));
    let mut named: Vec<String> = named.map(str::to_owned).collect();
    named.sort();
    (go, named)
}

/// All that is lost, or is not as it was told: one line each. `entries` are those of the record
/// from its beginning.
pub fn lost(heard: &[Heard], entries: &[Value]) -> Vec<String> {
    let mut lost = Vec::new();
    let mut requests = BTreeMap::new();
    for (seq, entry) in entries.iter().enumerate() {
        if entry.get("seq") != Some(&json!(seq)) {
            lost.push(format!("entry {seq} is not the entry {seq}: {entry}"));
        }
        let request = entry.get("request").and_then(Value::as_str);
        let before = request.and_then(|request| requests.insert(request, seq));
        if let (Some(request), Some(before)) = (request, before) {
            lost.push(format!(
                "{request} stands twice: entries {before} and {seq}"
            ));
        }
    }
    lost.extend(heard.iter().filter_map(|heard| {
        let wrong = unlike(heard, entries)?;
        let (request, word) = (&heard.request, heard.word());
        Some(format!("{request} was answered {word}, and {wrong}"))
    }));
    lost
}

/// What the record has otherwise than it was told; none where it is the same.
fn unlike(heard: &Heard, entries: &[Value]) -> Option<String> {
    let Some(seq) = heard.seq else {
        return Some("no entry was named".to_owned());
    };
    let entry = usize::try_from(seq).ok().and_then(|seq| entries.get(seq));
    let Some(entry) = entry else {
        return Some(format!(
            "its entry {seq} is missing: the record ends before {}",
            entries.len()
        ));
    };
    let rows = entry.get("rows").and_then(Value::as_array);
    let rows: Vec<Row> = rows.into_iter().flatten().map(row).collect();
    let is = |field: &str, told: &str| entry.get(field).and_then(Value::as_str) == Some(told);
    let same = is("request", &heard.request)
        && is("by", &heard.by)
        && is("at", &heard.at)
        && entry.get("what") == Some(&heard.what)
        && rows == heard.rows;
    (!same).then(|| format!("its entry {seq} says something else: {entry}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> Vec<Value> {
        let what = |weapon: &str| json!({"ask": "check_out", "weapon": weapon});
        let entry = |seq: u64, weapon: &str, row: Value| {
            json!({"seq": seq, "at": format!("10:0{seq}"), "by": "armorer",
                "request": format!("r{seq}"), "what": what(weapon), "rows": [row]})
        };
        vec![
            json!({"seq": 0, "founder": "producer"}),
            entry(1, "w1", json!({"go": true})),
            entry(
                2,
                "w1",
                json!({"go": false, "because": ["law-1", "BASE-1"]}),
            ),
        ]
    }

    fn heard() -> Vec<Heard> {
        let go = json!({"request": "r1", "seq": 1, "at": "10:01", "told_again": false,
            "rows": [{"subject": "w1", "go": true, "reasons": []}]});
        let no = json!({"request": "r2", "seq": 2, "at": "10:02", "told_again": true,
            "rows": [{"subject": "w1", "go": false, "because": ["BASE-1", "law-1"]}]});
        let what = json!({"ask": "check_out", "weapon": "w1"});
        let read = |body| Heard::read("armorer", &what, &body).unwrap();
        vec![read(go), read(no)]
    }

    #[test]
    fn an_answer_that_stands_in_the_record_as_it_was_told_is_not_lost() {
        assert_eq!(lost(&heard(), &entries()), [""; 0]);
        let words: Vec<_> = heard().iter().map(Heard::word).collect();
        assert_eq!(words, ["go", "no-go"]);
    }

    #[test]
    fn a_go_that_was_told_before_it_was_kept_is_found() {
        let mut entries = entries();
        entries.truncate(1);
        assert_eq!(
            lost(&heard(), &entries),
            [
                "r1 was answered go, and its entry 1 is missing: the record ends before 1",
                "r2 was answered no-go, and its entry 2 is missing: the record ends before 1",
            ]
        );
    }

    #[test]
    fn an_answer_that_no_entry_was_named_for_is_found() {
        let mut heard = heard();
        heard[0].seq = None;
        let lost = lost(&heard, &entries());
        assert_eq!(lost, ["r1 was answered go, and no entry was named"]);
    }

    #[test]
    fn an_entry_that_says_anything_else_than_was_told_is_found() {
        let changes: [(&str, Value); 5] = [
            ("request", json!("r9")),
            ("by", json!("assistant")),
            ("at", json!("10:09")),
            ("what", json!({"ask": "check_out", "weapon": "w2"})),
            ("rows", json!([{"go": false, "because": ["law-1"]}])),
        ];
        for (field, value) in changes {
            let mut entries = entries();
            entries[1][field] = value;
            let lost = lost(&heard(), &entries);
            assert_eq!(lost.len(), 1, "{field}: {lost:?}");
            assert!(
                lost[0].contains("its entry 1 says something else"),
                "{lost:?}"
            );
        }
    }

    #[test]
    fn a_request_that_was_kept_twice_is_found() {
        let mut entries = entries();
        entries[2] = entries[1].clone();
        entries[2]["seq"] = json!(2);
        let lost = lost(&[], &entries);
        assert_eq!(lost, ["r1 stands twice: entries 1 and 2"]);
    }

    #[test]
    fn an_entry_in_another_place_is_found() {
        let mut entries = entries();
        entries.swap(1, 2);
        assert_eq!(lost(&[], &entries).len(), 2);
    }
}
