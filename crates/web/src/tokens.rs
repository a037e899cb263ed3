//! Who asks: tokens of programs and stations. Only their sums are kept.

use std::fmt;

use custody::id::PersonId;
use jiff::Timestamp;

use crate::sum::Sum;

/// How the line begins that takes a token back.
const REVOKED: &str = "revoked";

/// Whom a token speaks for.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Token {
    sum: Sum,
    /// The person.
    pub person: PersonId,
    /// The unit.
    pub unit: String,
    /// When it was made; none where nobody wrote it down.
    pub made: Option<Timestamp>,
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
            sum: Sum::of(secret),
            person,
            unit: unit.to_owned(),
            made: None,
        }
    }

    /// The same, made at a time.
    #[must_use]
    pub fn made(self, at: Timestamp) -> Self {
        Self {
            made: Some(at),
            ..self
        }
    }

    /// What is kept of its secret.
    pub fn sum(&self) -> Sum {
        self.sum
    }

    /// Its name: the first eight letters of its sum.
    pub fn id(&self) -> String {
        self.sum.name()
    }

    /// Its line in the tokens file: sum, person, unit, when it was made.
    pub fn line(&self) -> String {
        let made = self.made.map(|at| format!(" {at}")).unwrap_or_default();
        format!("{} {} {}{made}", self.sum, self.person, self.unit)
    }

    /// The line that takes it back.
    pub fn revoked(&self, at: Timestamp) -> String {
        format!("{REVOKED} {} {at}", self.sum)
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
        write!(
            f,
            "line {line} is neither a sum, a person and a unit, nor \"revoked\" and a sum"
        )
    }
}

/// Every token that may sign in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens(Vec<Token>);

impl Tokens {
    /// Reads the tokens file, to which lines are only ever added: `sum person unit [time]` makes a
    /// token, `revoked sum [time]` takes it back for good; empty lines and `#` lines say nothing.
    ///
    /// # Errors
    /// The first line that is none.
    pub fn parse(text: &str) -> Result<Self, TokensError> {
        let lines = text.lines().enumerate();
        let lines = lines.filter(|(_, text)| !text.trim().is_empty() && !text.starts_with('#'));
        let (mut tokens, mut revoked) = (Vec::new(), Vec::new());
        for (nth, text) in lines {
            match read(text).ok_or(TokensError { line: nth + 1 })? {
                Line::Made(token) => tokens.push(token),
                Line::Revoked(sum) => revoked.push(sum),
            }
        }
        tokens.retain(|token| !revoked.contains(&token.sum));
        Ok(Self(tokens))
    }

    /// Whom a secret speaks for. Takes as long for a wrong one as for a right one.
    pub fn of(&self, secret: &str) -> Option<&Token> {
        let sum = Sum::of(secret);
        let fits = |found, token: &Token| match sum.same(&token.sum) {
            true => Some(token.sum),
            false => found,
        };
        let found = self.0.iter().fold(None, fits)?;
        self.0.iter().find(|token| token.sum == found)
    }

    /// Whether a token still may sign in.
    pub fn has(&self, token: &Token) -> bool {
        self.0.contains(token)
    }

    /// Whether the token of a sum still may sign in.
    pub fn has_sum(&self, sum: &Sum) -> bool {
        self.0.iter().any(|token| token.sum == *sum)
    }

    /// Each of them, the oldest first.
    pub fn all(&self) -> &[Token] {
        &self.0
    }
}

enum Line {
    Made(Token),
    Revoked(Sum),
}

fn read(text: &str) -> Option<Line> {
    let mut parts = text.split_ascii_whitespace();
    let first = parts.next()?;
    if first == REVOKED {
        let sum = parts.next()?.parse().ok()?;
        let _time = parts.next();
        return parts.next().is_none().then_some(Line::Revoked(sum));
    }
    let token = Token {
        sum: first.parse().ok()?,
        person: parts.next()?.parse().ok()?,
        unit: parts.next()?.to_owned(),
        made: parts.next().map(str::parse).transpose().ok()?,
    };
    parts.next().is_none().then_some(Line::Made(token))
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
    fn a_token_that_is_taken_back_speaks_for_nobody_and_never_again() {
        let at = "2026-03-10T14:00:00Z".parse().unwrap();
        let token = Token::new("open-sesame", "armorer".parse().unwrap(), "main-unit").made(at);
        let other = Token::new("friend", "armorer".parse().unwrap(), "main-unit");
        let lines = [token.line(), other.line(), token.revoked(at), token.line()];
        let tokens = Tokens::parse(&lines.join("\n")).unwrap();
        assert_eq!(tokens.of("open-sesame"), None);
        assert!(!tokens.has(&token));
        assert_eq!(tokens.all(), [other]);
    }

    #[test]
    fn the_file_says_when_a_token_was_made() {
        let at = "2026-03-10T14:00:00Z".parse().unwrap();
        let token = Token::new("open-sesame", "armorer".parse().unwrap(), "main-unit").made(at);
        assert_eq!(Tokens::parse(&token.line()).unwrap().all(), [token]);
    }

    #[test]
    fn a_broken_line_of_the_tokens_file_is_named() {
        let wrong = Tokens::parse("# hub\nabc armorer main-unit").unwrap_err();
        assert_eq!(
            wrong.to_string(),
            "line 2 is neither a sum, a person and a unit, nor \"revoked\" and a sum"
        );
    }

    #[test]
    fn neither_the_secret_nor_its_sum_is_ever_printed() {
        let token = Token::new("open-sesame", "armorer".parse().unwrap(), "main-unit");
        assert_eq!(format!("{token:?}"), "a token of armorer in main-unit");
    }
}
