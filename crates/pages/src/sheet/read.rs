//! What was filled in, read into the ask or report.

use custody::input::{Ask, Report, What};
use serde_json::{Map, Value};

use super::{Field, Kind, Sheet};
use crate::form::{self, Asked, Faults, Fields};

/// Reads a filled form.
///
/// # Errors
/// What is wrong, beside its field.
pub fn read(sheet: &Sheet, filled: &Fields) -> Result<Asked, Faults> {
    let mut reader = Reader {
        filled,
        faults: Faults::default(),
    };
    let mut body = reader.group(&sheet.fields, "");
    let with = form::read_answerers(filled, &mut reader.faults);
    let tag = if sheet.report { "report" } else { "ask" };
    body.insert(tag.to_owned(), sheet.name.clone().into());
    let what = typed(sheet, Value::Object(body));
    if what.is_none() && reader.faults.none() {
        reader.faults.add(form::WHOLE, "wrong-form");
    }
    match (what, reader.faults.none()) {
        (Some(what), true) => Ok(Asked { what, with }),
        _ => Err(reader.faults),
    }
}

fn typed(sheet: &Sheet, body: Value) -> Option<What> {
    if sheet.report {
        serde_json::from_value::<Report>(body)
            .ok()
            .map(What::Report)
    } else {
        serde_json::from_value::<Ask>(body).ok().map(What::Ask)
    }
}

struct Reader<'a> {
    filled: &'a Fields,
    faults: Faults,
}

impl Reader<'_> {
    fn group(&mut self, fields: &[Field], under: &str) -> Map<String, Value> {
        let mut body = Map::new();
        for field in fields {
            let at = format!("{under}{}", field.name);
            match self.field(field, &at) {
                Some(value) => {
                    body.insert(field.name.clone(), value);
                }
                None if field.needed && !self.faults.has(&at) => {
                    self.faults.add(&at, "wrong-needed");
                }
                None => {}
            }
        }
        body
    }

    /// What a field says; none where it says nothing.
    fn field(&mut self, field: &Field, at: &str) -> Option<Value> {
        match &field.kind {
            Kind::Tick => Some(self.filled.ticked(at).into()),
            Kind::Maybe => self.filled.get(at).map(|it| (it == "yes").into()),
            Kind::Number => self.number(at),
            Kind::Date => self.date(at),
            Kind::One(_) => self.id(at),
            Kind::Choice(_) | Kind::Text => self.filled.get(at).map(Into::into),
            Kind::Many(_) | Kind::Choices(_) => {
                Some(self.filled.all(at).map(Value::from).collect())
            }
            Kind::Texts => Some(self.lines(at).map(Value::from).collect()),
            Kind::Numbers => self.numbers(at),
            Kind::Group(fields) => self.held(&format!("{at}."), fields, field.needed),
            Kind::Rows(fields) => Some(self.rows(at, fields).into()),
        }
    }

    /// Fields that stand together: nothing where nothing of them is filled in.
    fn held(&mut self, under: &str, fields: &[Field], needed: bool) -> Option<Value> {
        (needed || self.filled.any(under)).then(|| self.group(fields, under).into())
    }

    fn rows(&mut self, at: &str, fields: &[Field]) -> Vec<Value> {
        let rows = (0..self.filled.rows(at)).map(|n| format!("{at}.{n}."));
        let filled: Vec<_> = rows.filter(|under| self.filled.any(under)).collect();
        filled
            .iter()
            .map(|under| self.group(fields, under).into())
            .collect()
    }

    fn lines(&self, at: &str) -> impl Iterator<Item = &str> {
        let text = self.filled.get(at).unwrap_or_default();
        text.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    fn number(&mut self, at: &str) -> Option<Value> {
        let text = self.filled.get(at)?;
        let number = text.parse::<i64>().ok();
        self.or_fault(number.map(Value::from), (at, "wrong-number"))
    }

    fn numbers(&mut self, at: &str) -> Option<Value> {
        let lines = self.lines(at).map(|line| {
            let (name, number) = line.split_once('=')?;
            let number = number.trim().parse::<i64>().ok()?;
            Some((name.trim().to_owned(), number.into()))
        });
        let read: Option<Map<String, Value>> = lines.collect();
        self.or_fault(read.map(Value::Object), (at, "wrong-numbers"))
    }

    fn date(&mut self, at: &str) -> Option<Value> {
        let text = self.filled.get(at)?;
        let date = text.parse::<jiff::civil::Date>().ok();
        let date = date.map(|it| it.to_string().into());
        self.or_fault(date, (at, "wrong-date"))
    }

    fn id(&mut self, at: &str) -> Option<Value> {
        let text = self.filled.get(at)?;
        // An account is a kind and an id: the type itself says what is wrong with it.
        let parts = text
            .split(':')
            .all(|part| part.parse::<custody::id::WeaponId>().is_ok());
        self.or_fault(parts.then(|| text.into()), (at, "wrong-id"))
    }

    fn or_fault(&mut self, read: Option<Value>, (at, says): (&str, &'static str)) -> Option<Value> {
        if read.is_none() {
            self.faults.add(at, says);
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(pairs: &[(&str, &str)]) -> Fields {
        let pairs = pairs
            .iter()
            .map(|(name, value)| ((*name).into(), (*value).into()));
        Fields::from(pairs.collect::<Vec<_>>())
    }

    fn told(sheet: &str, pairs: &[(&str, &str)]) -> Result<Value, Faults> {
        let asked = read(Sheet::of(sheet).unwrap(), &filled(pairs))?;
        Ok(serde_json::to_value(asked.what).unwrap())
    }

    #[test]
    fn a_filled_form_is_the_ask_it_says() {
        let told = told(
            "count",
            &[
                ("counted.0.account", "safe"),
                ("counted.0.lot", "b1"),
                ("counted.0.rounds", "24"),
                ("counted.1.account", ""),
                ("weapons", "h1"),
                ("weapons", "h2"),
                ("finished", "yes"),
            ],
        );
        let told = told.unwrap();
        assert_eq!(told["counted"][0]["rounds"], 24);
        assert_eq!(told["counted"].as_array().unwrap().len(), 1);
        assert_eq!(told["weapons"], serde_json::json!(["h1", "h2"]));
        assert_eq!(told["finished"], true);
    }

    #[test]
    fn what_is_missing_or_wrong_is_said_beside_its_field() {
        let faults = told("transfer", &[("lot", "b 1"), ("rounds", "six")]).unwrap_err();
        for (field, says) in [
            ("lot", "wrong-id"),
            ("rounds", "wrong-number"),
            ("to", "wrong-needed"),
        ] {
            assert!(faults.says(field, says), "{field}: {faults:?}");
        }
    }

    #[test]
    fn a_row_that_was_begun_has_to_be_whole() {
        let faults = told("count", &[("counted.1.rounds", "3")]).unwrap_err();
        assert!(faults.says("counted.1.lot", "wrong-needed"));
        assert!(!faults.has("counted.0.lot"));
    }

    #[test]
    fn a_report_needs_no_more_than_it_must() {
        assert_eq!(told("arrive", &[]).unwrap()["report"], "arrive");
        assert!(told("near_miss", &[]).is_err());
    }
}
