//! One line of a timeline: the envelope, and the ask or report inside it.

use custody::input::{Ask, Report, What};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Envelope, Head, LONGEST_LINE, TimelineError, place};

/// The fields of a line that are not the ask or report itself.
const ENVELOPE: [&str; 7] = ["step", "at", "by", "with", "note", "status", "happened"];

/// One ask or report, as it stands in a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Line of the file, from 1.
    pub line: usize,
    /// Number of the step.
    pub number: u32,
    /// Who, when, why.
    pub envelope: Envelope,
    /// The ask or report.
    pub what: What,
}

/// Reads the head.
pub fn head(line: usize, text: &str) -> Result<Head, TimelineError> {
    let value = object(line, text)?;
    typed(
        value,
        &Where {
            line,
            text,
            within: "",
        },
    )
}

/// Reads one thing given on the head.
pub fn given(line: usize, nth: usize, value: &Value) -> Result<Step, TimelineError> {
    let text = value.to_string();
    let within = format!("given {}: ", nth + 1);
    let place = Where {
        line,
        text: &text,
        within: &within,
    };
    let Value::Object(map) = value.clone() else {
        return Err(place.error(1, "an ask or report is an object", "write {\"ask\":…}"));
    };
    // The column of a thing given is inside that thing: the head is one long line.
    parts(map, &place, u32::try_from(nth).unwrap_or(u32::MAX))
}

/// Reads one step; a step without a number follows `before`.
pub fn step(line: usize, text: &str, before: u32) -> Result<Step, TimelineError> {
    let place = Where {
        line,
        text,
        within: "",
    };
    let Value::Object(map) = object(line, text)? else {
        return Err(place.error(1, "a step is an object", "write {\"step\":1,\"ask\":…}"));
    };
    let step = parts(map, &place, before)?;
    if step.number < before {
        let column = place::of(text, &["step".into()]);
        let what = format!("step {} follows step {before}", step.number);
        return Err(place.error(column, &what, "number the steps in the order they happened"));
    }
    Ok(step)
}

fn parts(
    mut map: Map<String, Value>,
    place: &Where<'_>,
    before: u32,
) -> Result<Step, TimelineError> {
    let envelope: Map<String, Value> = ENVELOPE
        .iter()
        .filter_map(|field| map.remove_entry(*field))
        .collect();
    let envelope: Envelope = typed(Value::Object(envelope), place)?;
    let what = match (named(&map, "ask"), named(&map, "report")) {
        (Some(name), None) => {
            place.known("ask", name, Ask::NAMES)?;
            What::Ask(typed(Value::Object(map), place)?)
        }
        (None, Some(name)) => {
            place.known("report", name, Report::NAMES)?;
            What::Report(typed(Value::Object(map), place)?)
        }
        _ => {
            let what = "this line has neither an ask nor a report, or both";
            return Err(place.error(1, what, "give it exactly one of \"ask\" and \"report\""));
        }
    };
    let number = envelope.step.unwrap_or(before.saturating_add(1));
    Ok(Step {
        line: place.line,
        number,
        envelope,
        what,
    })
}

fn named<'a>(map: &'a Map<String, Value>, field: &str) -> Option<&'a str> {
    map.get(field).and_then(Value::as_str)
}

fn object(line: usize, text: &str) -> Result<Value, TimelineError> {
    let place = Where {
        line,
        text,
        within: "",
    };
    if text.len() > LONGEST_LINE {
        let what = format!("this line has more than {LONGEST_LINE} bytes");
        return Err(place.error(LONGEST_LINE, &what, "shorten its notes or split it"));
    }
    serde_json::from_str(text).map_err(|wrong| {
        let what = wrong.to_string();
        let what = what.split(" at line ").next().unwrap_or("this is not JSON");
        place.error(
            wrong.column().max(1),
            what,
            "write one JSON object on this line",
        )
    })
}

fn typed<T: DeserializeOwned>(value: Value, place: &Where<'_>) -> Result<T, TimelineError> {
    serde_path_to_error::deserialize(value).map_err(|wrong| {
        let what = wrong.inner().to_string();
        let mut path: Vec<String> = wrong.path().iter().map(|part| part.to_string()).collect();
        path.extend(place::quoted(&what));
        place.error(
            place::of(place.text, &path),
            &what,
            "see `proofhouse schema timeline`",
        )
    })
}

struct Where<'a> {
    line: usize,
    text: &'a str,
    within: &'a str,
}

impl Where<'_> {
    fn error(&self, column: usize, what: &str, help: &str) -> TimelineError {
        let what = format!("{}{what}", self.within);
        TimelineError {
            line: self.line,
            column,
            what,
            help: help.into(),
        }
    }

    fn known(&self, field: &str, name: &str, names: &[&str]) -> Result<(), TimelineError> {
        if names.contains(&name) {
            return Ok(());
        }
        let shown: String = name.chars().take(40).collect();
        let what = format!("there is no {field} \"{shown}\"");
        let near = place::nearest(name, names);
        let help = match near {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => "see `proofhouse schema timeline` for the names".to_owned(),
        };
        Err(self.error(place::of(self.text, &[field.to_owned()]), &what, &help))
    }
}
