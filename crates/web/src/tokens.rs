//! Who asks: tokens of programs and stations. Only their sums are kept.

use std::fmt;

use custody::id::PersonId;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// SHA-256 of a token.
type Sum = [u8; 32];

/// Whom a token speaks for.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    sum: Sum,
    /// The person.
    pub person: PersonId,
    /// The unit.
    pub unit: String,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a token of {} in {}", self.person, self.unit)
    }
}

impl Token {
    /// A token for a person of a unit. The secret itself is not kept.
    pub fn new(secret: &str, person: PersonId, unit: &str) -> Self {
        Self {
            sum: Sha256::digest(secret.as_bytes()).into(),
            person,
            unit: unit.to_owned(),
        }
    }

    /// Its line in the tokens file: sum, person, unit.
    pub fn line(&self) -> String {
        let sum: String = self.sum.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{sum} {} {}", self.person, self.unit)
    }
}

/// A line of the tokens file that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokensError {
    /// From 1.
    pub line: usize,
}

impl fmt::Display for TokensError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line;
        write!(f, "line {line} is not a sum, a person and a unit")
    }
}

/// Every token that is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens(Vec<Token>);

impl Tokens {
    /// Reads the tokens file: `sum person unit` a line; empty lines and `#` lines say nothing.
    ///
    /// # Errors
    /// The first line that is none.
    pub fn parse(text: &str) -> Result<Self, TokensError> {
        let lines = text.lines().enumerate();
        let lines = lines.filter(|(_, text)| !text.trim().is_empty() && !text.starts_with('#'));
        let tokens = lines.map(|(nth, text)| read(text).ok_or(TokensError { line: nth + 1 }));
        Ok(Self(tokens.collect::<Result<_, _>>()?))
    }

    /// Whom a secret speaks for. Takes as long for a wrong one as for a right one.
    pub fn of(&self, secret: &str) -> Option<&Token> {
        let sum: Sum = Sha256::digest(secret.as_bytes()).into();
        let fits = |found, token| match bool::from(sum.ct_eq(&Token::sum(token))) {
            true => Some(token),
            false => found,
        };
        self.0.iter().fold(None, fits)
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl Token {
    fn sum(&self) -> Sum {
        self.sum
    }
}

fn read(text: &str) -> Option<Token> {
    let mut parts = text.split_ascii_whitespace();
    let (sum, person, unit) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = sum.len() == 64 && sum.is_ascii() && parts.next().is_none();
    let mut bytes: Sum = [0; 32];
    for (nth, byte) in bytes.iter_mut().enumerate() {
        let pair = sum.get(nth * 2..nth * 2 + 2)?;
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    whole.then_some(Token {
        sum: bytes,
        person: person.parse().ok()?,
        unit: unit.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_speaks_for_one_person_and_no_other_word_does() {
        let token = Token::new("open-sesame", "armorer".parse().unwrap(), "main-unit");
        let tokens = Tokens::parse(&format!("# hub\n\n{}\n", token.line())).unwrap();
        assert_eq!(tokens.of("open-sesame"), Some(&token));
        assert_eq!(tokens.of("open-sesame "), None);
        assert_eq!(tokens.of(""), None);
    }

    #[test]
    fn a_broken_line_of_the_tokens_file_is_named() {
        let wrong = Tokens::parse("# hub\nabc armorer main-unit").unwrap_err();
        assert_eq!(
            wrong.to_string(),
            "line 2 is not a sum, a person and a unit"
        );
    }

    #[test]
    fn neither_the_secret_nor_its_sum_is_ever_printed() {
        let token = Token::new("open-sesame", "armorer".parse().unwrap(), "main-unit");
        assert_eq!(format!("{token:?}"), "a token of armorer in main-unit");
    }
}
