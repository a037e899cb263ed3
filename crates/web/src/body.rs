//! A body that asks or reports, parsed once: the JSON of a timeline's line, and how it was handed in.

use std::collections::BTreeMap;

use armory::RequestId;
use custody::{
    input::{Ask, Report, What, With},
    names::Means,
    schema,
};
use jiff::Timestamp;
use logbook::timeline::place;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::problem::{Kind, Place, Problem};

/// The fields beside the ask or report itself.
const HANDED: [&str; 5] = ["request", "with", "seen", "claimed_at", "device"];

/// The longest name of a device, in bytes.
const DEVICE: usize = 100;

/// How an ask or report is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Handed {
    /// The name of this request, made by the device and kept when it asks again. The header
    /// `Idempotency-Key` says the same.
    pub request: Option<String>,
    /// Who answers with the asker.
    pub with: Vec<With>,
    /// The last entry that the device saw of each thing: `weapon:h1`, `scene:12`, `lot:b1`, `day`.
    pub seen: BTreeMap<String, u64>,
    /// When it was asked or happened, as the device says.
    #[schemars(with = "Option<String>")]
    pub claimed_at: Option<Timestamp>,
    /// The device.
    pub device: Option<String>,
}

/// What is taken at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Asks.
    Asks,
    /// Reports.
    Reports,
}

impl Takes {
    fn field(self) -> &'static str {
        match self {
            Self::Asks => "ask",
            Self::Reports => "report",
        }
    }

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Asks => Ask::NAMES,
            Self::Reports => Report::NAMES,
        }
    }
}

/// A passkey or device key proves itself by a signature, which this address does not carry: nobody
/// is recorded as having answered by one on another's word.
fn verified(text: &str, handed: &Handed) -> Result<(), Problem> {
    let strong = |it: &With| matches!(it.means, Means::Passkey | Means::DeviceKey);
    match handed.with.iter().position(strong) {
        None => Ok(()),
        Some(nth) => {
            let path = ["with".to_owned(), nth.to_string(), "means".to_owned()];
            let what = "a passkey or device key cannot be vouched for by somebody else";
            let remedy = "say how the person answered: pin, badge, spoken or attested";
            Err(bad(what, remedy).at(pointed(text, &path)))
        }
    }
}

/// Reads a body.
pub fn read(bytes: &[u8], takes: Takes) -> Result<(Handed, What), Problem> {
    let text = std::str::from_utf8(bytes).map_err(|wrong| {
        let place = place_at(bytes, wrong.valid_up_to());
        bad("this is not UTF-8", "send JSON in UTF-8").at(place)
    })?;
    let mut map = object(text)?;
    if let Some(signed) = ["by", "at"].iter().find(|field| map.contains_key(**field)) {
        let what = format!("\"{signed}\" does not stand in a body");
        let remedy = "leave it out: who asks comes from the token, and when from the hub's clock";
        return Err(bad(what, remedy).at(pointed(text, &[(*signed).to_owned()])));
    }
    if let Some(path) = schema::listed(&map) {
        let what = "a list stands where fields have names";
        let remedy = "give each field by its name: see /api/v1/openapi.json";
        return Err(bad(what, remedy).at(pointed(text, &path)));
    }
    let handed = HANDED.iter().filter_map(|field| map.remove_entry(*field));
    let handed: Handed = typed(text, handed.collect())?;
    if handed.device.as_ref().is_some_and(|it| it.len() > DEVICE) {
        let what = format!("the device's name has more than {DEVICE} bytes");
        let place = pointed(text, &["device".to_owned()]);
        return Err(bad(what, "give the device a short name").at(place));
    }
    verified(text, &handed)?;
    known(text, &map, takes)?;
    let what = match takes {
        Takes::Asks => What::Ask(typed(text, map)?),
        Takes::Reports => What::Report(typed(text, map)?),
    };
    Ok((handed, what))
}

/// The request's name: from the header or the body; where both say it, they say the same.
pub fn request(header: Option<&str>, handed: &Handed) -> Result<Option<RequestId>, Problem> {
    let named = match (header, handed.request.as_deref()) {
        (Some(header), Some(body)) if header != body => {
            let what = "the header Idempotency-Key and \"request\" differ";
            return Err(bad(what, "say the same in both, or leave one out"));
        }
        (header, body) => header.or(body),
    };
    let parse = |name: &str| name.parse::<RequestId>();
    named.map(parse).transpose().map_err(|_| {
        let what = "the request's name is not 1 to 100 letters, digits and signs";
        bad(what, "name each request with a fresh UUID")
    })
}

/// A bad body or address.
pub fn bad(what: impl Into<String>, remedy: impl Into<Box<str>>) -> Problem {
    Problem::new(Kind::BadInput, what, remedy)
}

fn object(text: &str) -> Result<Map<String, Value>, Problem> {
    serde_json::from_str(text).map_err(|wrong| {
        let what = wrong.to_string();
        let what = what.split(" at line ").next().unwrap_or("this is not JSON");
        let place = Place {
            line: wrong.line().max(1),
            column: wrong.column().max(1),
            pointer: String::new(),
        };
        bad(what, "send one JSON object").at(place)
    })
}

fn known(text: &str, map: &Map<String, Value>, takes: Takes) -> Result<(), Problem> {
    let field = takes.field();
    let Some(name) = map.get(field).and_then(Value::as_str) else {
        let what = format!("the body has no \"{field}\"");
        let remedy = "asks go to …/asks with \"ask\", reports to …/reports with \"report\"";
        return Err(bad(what, remedy).at(pointed(text, &[])));
    };
    if takes.names().contains(&name) {
        return Ok(());
    }
    let shown: String = name.chars().take(40).collect();
    let remedy = match place::nearest(name, takes.names()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => "see /api/v1/openapi.json for the names".to_owned(),
    };
    let place = pointed(text, &[field.to_owned()]);
    Err(bad(format!("there is no {field} \"{shown}\""), remedy).at(place))
}

fn typed<T: DeserializeOwned>(text: &str, map: Map<String, Value>) -> Result<T, Problem> {
    let keys: Vec<String> = map.keys().cloned().collect();
    serde_path_to_error::deserialize(Value::Object(map)).map_err(|wrong| {
        let what = wrong.inner().to_string();
        let parts = wrong.path().iter().map(ToString::to_string);
        let mut path: Vec<String> = parts.filter(|part| part != "?").collect();
        let named = place::quoted(&what).filter(|_| path.is_empty());
        path.extend(named.filter(|named| keys.contains(named)));
        bad(what, "see /api/v1/openapi.json for what stands in a body").at(pointed(text, &path))
    })
}

/// The place of a path in a text, and the path as a pointer.
fn pointed(text: &str, path: &[String]) -> Place {
    let steps = path.iter().map(|part| part.trim_matches(['[', ']']));
    let escaped = steps.map(|part| part.replace('~', "~0").replace('/', "~1"));
    let place = place_at(text.as_bytes(), place::of(text, path).saturating_sub(1));
    Place {
        pointer: escaped.map(|part| format!("/{part}")).collect(),
        ..place
    }
}

fn place_at(bytes: &[u8], offset: usize) -> Place {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let line = before.split(|byte| *byte == b'\n');
    let last = line.clone().next_back().map_or(0, <[u8]>::len);
    Place {
        line: line.count().max(1),
        column: last + 1,
        pointer: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(body: &str) -> (String, usize, usize, String) {
        let problem = read(body.as_bytes(), Takes::Asks).unwrap_err();
        let place = problem.place.unwrap();
        (problem.detail, place.line, place.column, place.pointer)
    }

    #[test]
    fn a_body_is_the_line_of_a_timeline_and_how_it_was_handed_in() {
        let body = r#"{"ask":"show","weapon":"h1","to":["lead"],"request":"r1","seen":{"weapon:h1":4},
            "with":[{"person":"lead","as":"confirms"}],"device":"cart","claimed_at":"2026-03-10T15:00:00Z"}"#;
        let (handed, what) = read(body.as_bytes(), Takes::Asks).unwrap();
        assert_eq!(what.name(), "show");
        assert_eq!(handed.request.as_deref(), Some("r1"));
        assert_eq!((handed.seen["weapon:h1"], handed.with.len()), (4, 1));
    }

    #[test]
    fn nobody_says_in_a_body_who_asks() {
        let (what, line, column, pointer) = wrong("{\"ask\":\"open_day\",\n \"by\":\"first_ad\"}");
        assert_eq!(what, "\"by\" does not stand in a body");
        assert_eq!((line, column, pointer.as_str()), (2, 2, "/by"));
    }

    #[test]
    fn fields_are_given_by_their_names_and_not_by_their_order() {
        for (body, pointer) in [
            (
                r#"{"report":"altered","weapon":"h1","what":"x","features":[null]}"#,
                "/features",
            ),
            (r#"{"report":"collect","rows":[["h1"]]}"#, "/rows/0"),
            (r#"{"report":"stop","with":[["lead","bearer"]]}"#, "/with/0"),
        ] {
            let problem = read(body.as_bytes(), Takes::Reports).unwrap_err();
            let place = problem.place.as_ref().map(|it| it.pointer.as_str());
            assert_eq!(place, Some(pointer), "{body}");
        }
    }

    #[test]
    fn broken_json_is_pointed_at() {
        let (what, line, column, _) = wrong("{\"ask\":\"open_day\",\n ]");
        assert_eq!(
            (what.as_str(), line, column),
            ("key must be a string", 2, 2)
        );
    }

    #[test]
    fn a_name_that_is_nearly_one_is_corrected() {
        let problem = read(br#"{"ask":"isue"}"#, Takes::Asks).unwrap_err();
        assert_eq!(problem.detail, "there is no ask \"isue\"");
        assert_eq!(&*problem.remedy, "did you mean \"issue\"?");
    }

    #[test]
    fn an_ask_is_not_taken_where_reports_go() {
        let problem = read(br#"{"ask":"open_day"}"#, Takes::Reports).unwrap_err();
        assert_eq!(problem.detail, "the body has no \"report\"");
    }

    #[test]
    fn a_field_that_is_wrong_is_pointed_at() {
        let (_, _, column, pointer) =
            wrong(r#"{"ask":"open_day","with":[{"person":"lead","as":"god"}]}"#);
        assert_eq!((column, pointer.as_str()), (44, "/with/0/as"));
    }

    #[test]
    fn nobody_vouches_for_the_passkey_of_another() {
        let body =
            r#"{"ask":"open_day","with":[{"person":"lead","as":"accepts","means":"passkey"}]}"#;
        let (what, _, _, pointer) = wrong(body);
        assert_eq!(
            what,
            "a passkey or device key cannot be vouched for by somebody else"
        );
        assert_eq!(pointer, "/with/0/means");
    }

    #[test]
    fn header_and_body_name_the_same_request() {
        let handed = Handed {
            request: Some("r1".to_owned()),
            ..Handed::default()
        };
        assert!(request(Some("r2"), &handed).is_err());
        assert_eq!(request(None, &handed).unwrap().unwrap().as_str(), "r1");
        assert!(request(Some("has space"), &Handed::default()).is_err());
        assert_eq!(request(None, &Handed::default()), Ok(None));
    }
}
