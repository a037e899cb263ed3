//! One value, one text: JSON as RFC 8785 writes it, whole numbers only.

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Number, Value};

/// The largest whole number that every reader of JSON keeps exactly: 2^53 - 1.
const LARGEST: u64 = (1 << 53) - 1;

/// Why a value cannot be written, or bytes cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCanonical {
    /// It has a number that is not whole, or too large.
    Number(String),
    /// It is not of this form; the text says why.
    Form(String),
    /// It says the same as other bytes do: other spacing, order, or something nobody reads.
    Otherwise,
}

impl fmt::Display for NotCanonical {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "the number {number} is not kept in a record"),
            Self::Form(why) => write!(f, "it cannot be read: {why}"),
            Self::Otherwise => write!(f, "it is not written as a record writes it"),
        }
    }
}

impl std::error::Error for NotCanonical {}

/// The bytes of a value.
///
/// # Errors
/// When it has a number that is not whole.
pub fn to_bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, NotCanonical> {
    let value = serde_json::to_value(value).map_err(form)?;
    let mut out = Vec::with_capacity(1024);
    write(&value, &mut out)?;
    Ok(out)
}

/// Reads a value, and refuses bytes that its own writing would not make.
///
/// # Errors
/// When the bytes are not of this form, or another writing of the same.
pub fn from_bytes<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, NotCanonical> {
    let value: T = serde_json::from_slice(bytes).map_err(form)?;
    match to_bytes(&value)? == bytes {
        true => Ok(value),
        false => Err(NotCanonical::Otherwise),
    }
}

fn form(wrong: serde_json::Error) -> NotCanonical {
    NotCanonical::Form(wrong.to_string())
}

fn write(value: &Value, out: &mut Vec<u8>) -> Result<(), NotCanonical> {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => out.extend_from_slice(whole(number)?.as_bytes()),
        Value::String(text) => quoted(text, out)?,
        Value::Array(items) => list(items, out)?,
        Value::Object(map) => object(map, out)?,
    }
    Ok(())
}

fn list(items: &[Value], out: &mut Vec<u8>) -> Result<(), NotCanonical> {
    out.push(b'[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write(item, out)?;
    }
    out.push(b']');
    Ok(())
}

/// Fields stand in the order of their names as UTF-16.
fn object(map: &Map<String, Value>, out: &mut Vec<u8>) -> Result<(), NotCanonical> {
    let mut fields: Vec<(&String, &Value)> = map.iter().collect();
    fields.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    out.push(b'{');
    for (place, (name, value)) in fields.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        quoted(name, out)?;
        out.push(b':');
        write(value, out)?;
    }
    out.push(b'}');
    Ok(())
}

fn quoted(text: &str, out: &mut Vec<u8>) -> Result<(), NotCanonical> {
    serde_json::to_writer(out, text).map_err(form)
}

fn whole(number: &Number) -> Result<String, NotCanonical> {
    let fits = match (number.as_u64(), number.as_i64()) {
        (Some(number), _) => number <= LARGEST,
        (None, Some(number)) => number.unsigned_abs() <= LARGEST,
        (None, None) => false,
    };
    match fits {
        true => Ok(number.to_string()),
        false => Err(NotCanonical::Number(number.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn text(value: &Value) -> String {
        String::from_utf8(to_bytes(value).unwrap()).unwrap()
    }

    /// RFC 8785, section 3.2.2: its example, without the numbers that are not whole.
    #[test]
    fn texts_and_literals_are_written_as_the_standard_shows() {
        let value: Value = serde_json::from_str(
            r#"{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"#,
        )
        .unwrap();
        assert_eq!(
            text(&value),
            r#"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
        );
    }

    /// RFC 8785, section 3.2.3: its example.
    #[test]
    fn fields_stand_in_the_order_of_the_standard() {
        let value = json!({
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return",
            "\u{fb33}": "Hebrew Letter Dalet With Dagesh", "1": "One",
            "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control",
            "\u{f6}": "Latin Small Letter O With Diaeresis",
        });
        let order: Vec<&str> = vec![
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh",
        ];
        let text = text(&value);
        let places = order.iter().map(|name| text.find(name).unwrap());
        assert!(places.is_sorted(), "{text}");
    }

    #[test]
    fn only_whole_numbers_that_everybody_reads_alike_are_kept() {
        assert_eq!(text(&json!([0, -1, LARGEST])), "[0,-1,9007199254740991]");
        for wrong in [json!(0.5), json!(1e30), json!(LARGEST + 1), json!(u64::MAX)] {
            assert!(
                matches!(to_bytes(&wrong), Err(NotCanonical::Number(_))),
                "{wrong}"
            );
        }
    }

    #[test]
    fn other_writings_of_the_same_are_refused() {
        let read = |text: &str| from_bytes::<Value>(text.as_bytes());
        assert_eq!(
            read(r#"{"a":1,"b":"x"}"#).unwrap(),
            json!({"a": 1, "b": "x"})
        );
        for other in [
            r#"{"b":"x","a":1}"#,
            r#"{"a":1, "b":"x"}"#,
            r#"{"a":1,"a":1,"b":"x"}"#,
            r#"{"a":1,"b":"\u0078"}"#,
        ] {
            assert_eq!(read(other), Err(NotCanonical::Otherwise), "{other}");
        }
        assert!(matches!(read("{"), Err(NotCanonical::Form(_))));
    }
}
