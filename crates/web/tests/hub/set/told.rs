//! What a hub answers, and what a test looks for in it.

use serde_json::Value;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Told {
    pub fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Self {
            status: status.unwrap_or(0),
            head: head.to_ascii_lowercase(),
            body: body.to_owned(),
        }
    }

    /// The session that a browser keeps from here on.
    pub fn session(&self) -> String {
        let (_, rest) = self.head.split_once("set-cookie: ").expect(&self.head);
        rest.split(';').next().unwrap().to_owned()
    }

    /// The secret of the first link or form of a page that begins so.
    pub fn after(&self, begins: &str) -> String {
        let (_, rest) = self.body.split_once(begins).expect(&self.body);
        let whole = rest.split(|it: char| !it.is_ascii_alphanumeric());
        whole.into_iter().next().unwrap().to_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{self:?}"))
    }

    /// The kind of problem that this is.
    pub fn problem(&self) -> (u16, String) {
        assert!(self.head.contains("application/problem+json"), "{self:?}");
        let kind = self.json()["type"].as_str().unwrap().to_owned();
        let name = kind.strip_prefix("urn:proofhouse:problem:").unwrap();
        (self.status, name.to_owned())
    }
}
