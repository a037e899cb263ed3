//! The name of a log, the key that signs for it, and the key that checks it.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, SignatureError, Signer as _, SigningKey, VerifyingKey};

use crate::LedgerError;

/// The host of every log that has none. The ending `.invalid` can never be one (RFC 2606).
pub const NO_HOST: &str = "proofhouse.invalid";

/// The longest name of a log, in bytes.
const LONGEST: usize = 200;

/// The name of a log: a host and a path, without scheme. It is the first line of each checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(String);

impl Origin {
    /// The name of a log on a machine that nobody reaches by a host name.
    ///
    /// # Errors
    /// When the unit's name has a space, a plus sign or a control character, or is empty or too long.
    pub fn without_host(unit: &str) -> Result<Self, LedgerError> {
        match unit.is_empty() {
            true => Err(LedgerError::NotAnOrigin(String::new())),
            false => format!("{NO_HOST}/{unit}").parse(),
        }
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Origin {
    type Err = LedgerError;

    fn from_str(text: &str) -> Result<Self, LedgerError> {
        let fits = text.len() <= LONGEST
            && signed_note::is_key_name_valid(text)
            && !text.chars().any(char::is_control);
        match fits {
            true => Ok(Self(text.to_owned())),
            false => Err(LedgerError::NotAnOrigin(text.chars().take(80).collect())),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Signs for one log. Whoever holds the seed can sign, so it is never shown.
pub struct Signer {
    origin: Origin,
    key: SigningKey,
}

impl Signer {
    /// The signer of a log from 32 bytes that nobody else knows.
    #[must_use]
    pub fn new(origin: Origin, seed: &[u8; 32]) -> Self {
        let key = SigningKey::from_bytes(seed);
        Self { origin, key }
    }

    /// The log that it signs for.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// What others need to check its signatures.
    #[must_use]
    pub fn verifier(&self) -> Verifier {
        Verifier {
            origin: self.origin.clone(),
            key: self.key.verifying_key(),
        }
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer of {}", self.origin)
    }
}

impl signed_note::Signer for Signer {
    fn name(&self) -> &str {
        self.origin.as_str()
    }

    fn key_id(&self) -> u32 {
        self.verifier().id()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignatureError> {
        Ok(self.key.try_sign(message)?.to_vec())
    }
}

/// Checks what one log has signed. Written out it is a C2SP verifier key: `name+number+key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verifier {
    origin: Origin,
    key: VerifyingKey,
}

impl Verifier {
    /// The log whose signatures it checks.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The short number that stands in each signature of this key.
    #[must_use]
    pub fn id(&self) -> u32 {
        let mut kind_and_key = vec![ED25519];
        kind_and_key.extend_from_slice(self.key.as_bytes());
        signed_note::key_id(self.origin.as_str(), &kind_and_key)
    }
}

/// The mark of an Ed25519 key in a signed note.
const ED25519: u8 = 1;

impl signed_note::Verifier for Verifier {
    fn name(&self) -> &str {
        self.origin.as_str()
    }

    fn key_id(&self) -> u32 {
        self.id()
    }

    fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.key.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = signed_note::new_ed25519_verifier_key(self.origin.as_str(), &self.key);
        f.write_str(&text)
    }
}

impl FromStr for Verifier {
    type Err = LedgerError;

    fn from_str(text: &str) -> Result<Self, LedgerError> {
        read(text)
            .filter(|verifier| !verifier.key.is_weak() && verifier.to_string() == text)
            .ok_or(LedgerError::NotAKey)
    }
}

fn read(text: &str) -> Option<Verifier> {
    let (origin, rest) = text.split_once('+')?;
    let (_, key) = rest.split_once('+')?;
    let key = STANDARD.decode(key).ok()?;
    let (kind, key) = key.split_first()?;
    let key = VerifyingKey::from_bytes(key.try_into().ok()?).ok()?;
    let origin = origin.parse().ok()?;
    (*kind == ED25519).then_some(Verifier { origin, key })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer() -> Signer {
        Signer::new(Origin::without_host("second-unit").unwrap(), &[7; 32])
    }

    #[test]
    fn a_key_reads_back_as_it_was_written() {
        let verifier = signer().verifier();
        let text = verifier.to_string();
        assert!(text.starts_with("proofhouse.invalid/second-unit+"));
        assert_eq!(text.parse::<Verifier>(), Ok(verifier));
    }

    #[test]
    fn a_key_with_any_byte_changed_is_refused_or_another_key() {
        let text = signer().verifier().to_string();
        for place in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[place] ^= 1;
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            assert_eq!(changed.parse::<Verifier>(), Err(LedgerError::NotAKey));
        }
    }

    #[test]
    fn a_key_that_accepts_any_signature_is_refused() {
        let weak = VerifyingKey::from_bytes(&[0; 32]).unwrap();
        let text = signed_note::new_ed25519_verifier_key("a.example/b", &weak);
        assert_eq!(text.parse::<Verifier>(), Err(LedgerError::NotAKey));
    }

    #[test]
    fn a_log_is_named_without_spaces_plus_signs_or_line_ends() {
        for text in ["", "a b", "a+b", "a\nb", "a\tb", "a\u{7f}b", "a\u{a0}b"] {
            assert!(text.parse::<Origin>().is_err(), "{text:?}");
        }
        assert!("a".repeat(200).parse::<Origin>().is_ok());
        assert!("a".repeat(201).parse::<Origin>().is_err());
        assert!(Origin::without_host("").is_err());
    }

    #[test]
    fn a_signer_never_shows_its_seed() {
        assert_eq!(
            format!("{:?}", signer()),
            "Signer of proofhouse.invalid/second-unit"
        );
    }
}
