//! What is kept of a secret: its SHA-256, never the secret itself.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// SHA-256 of a secret that nobody can guess.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sum([u8; 32]);

impl Sum {
    /// The sum of a secret.
    pub fn of(secret: &str) -> Self {
        Self(Sha256::digest(secret.as_bytes()).into())
    }

    /// Whether two are the same. Takes as long for a wrong one as for a right one.
    pub fn same(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }

    /// Its name: the first eight letters.
    pub fn name(&self) -> String {
        hex(self.0.get(..4).unwrap_or_default())
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sum")
    }
}

/// A text that is no sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotASum;

impl fmt::Display for NotASum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sum is 64 letters and digits")
    }
}

impl FromStr for Sum {
    type Err = NotASum;

    fn from_str(text: &str) -> Result<Self, NotASum> {
        let bytes = unhex(text).and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or(NotASum)
    }
}

impl TryFrom<String> for Sum {
    type Error = NotASum;

    fn try_from(text: String) -> Result<Self, NotASum> {
        text.parse()
    }
}

impl From<Sum> for String {
    fn from(sum: Sum) -> Self {
        sum.to_string()
    }
}

/// Bytes in letters and digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Letters and digits as bytes.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    let bytes = pairs.map(|pair| {
        let whole = pair.len() == 2 && pair.iter().all(u8::is_ascii_hexdigit);
        let pair = std::str::from_utf8(pair).ok().filter(|_| whole)?;
        u8::from_str_radix(pair, 16).ok()
    });
    bytes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_goes_through_its_text_unchanged_and_shows_no_secret() {
        let sum = Sum::of("open-sesame");
        assert_eq!(sum.to_string().parse(), Ok(sum));
        assert!(sum.same(&Sum::of("open-sesame")) && !sum.same(&Sum::of("")));
        assert_eq!(format!("{sum:?}"), "a sum");
        for wrong in [
            "",
            "abc",
            &"g".repeat(64),
            &"a".repeat(66),
            "ä",
            &"+f".repeat(32),
        ] {
            assert_eq!(wrong.parse::<Sum>(), Err(NotASum), "{wrong}");
        }
    }
}
