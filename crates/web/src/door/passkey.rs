//! Passkeys, as WebAuthn has them: a key pair of the person's device, made for this hub's name. The
//! hub keeps the public half, and is shown by a signature that the device has the other.
//!
//! No attestation is asked for: whose device it is, the invitation or the PIN says.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::sum::{hex, unhex};

/// Somebody was there.
const PRESENT: u8 = 0x01;
/// The device knows who: by finger, face or its own PIN.
const VERIFIED: u8 = 0x04;
/// A key comes with it.
const WITH_KEY: u8 = 0x40;

/// Before the two halves of a P-256 key, in the one way CTAP2 writes it: 1: 2, 3: -7, -1: 1, -2: x,
/// -3: y.
const P256: [&[u8]; 2] = [
    &[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20],
    &[0x22, 0x58, 0x20],
];

/// Before and after the modulus of an RSA key of 2048 bits: 1: 3, 3: -257, -1: n, -2: 65537.
const RSA: [&[u8]; 2] = [
    &[0xa4, 1, 3, 3, 0x39, 1, 0, 0x20, 0x59, 1, 0],
    &[0x21, 0x43, 1, 0, 1],
];

/// The exponent of every RSA key that is taken.
const EXPONENT: [u8; 3] = [1, 0, 1];

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    /// ECDSA over P-256 with SHA-256: the point.
    Es256(String),
    /// RSA with SHA-256: the modulus.
    Rs256(String),
}

/// A passkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passkey {
    /// What the device calls it.
    pub id: String,
    /// The name of the hub that it was made for.
    pub host: String,
    /// The public key.
    pub key: Key,
    /// How often the device used it, where it counts.
    pub count: u32,
    /// When it was made.
    pub made: jiff::Timestamp,
}

/// Where the hub was reached: only there a passkey is for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// As a page has it: `https://set.local:7300`.
    pub origin: String,
    /// The name alone.
    pub host: String,
}

impl At {
    /// From an origin.
    pub fn of(origin: &str) -> Option<Self> {
        let (_, place) = origin.split_once("://")?;
        let (host, _) = place.rsplit_once(':').unwrap_or((place, ""));
        Some(Self {
            origin: origin.to_owned(),
            host: host.to_owned(),
        })
    }
}

/// What a browser sends, each part in base64url.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// What the device calls the passkey.
    pub id: String,
    /// What the browser says it did.
    pub client: String,
    /// What the device says it did.
    pub data: String,
    /// The signature; empty where a passkey is made.
    pub signature: String,
}

/// The browser's own words.
#[derive(Deserialize)]
struct Client {
    #[serde(rename = "type")]
    what: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    elsewhere: bool,
}

/// What was done with a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It was made.
    Made,
    /// It signed.
    Signed,
}

/// What the browser did, read and held against where the hub was reached: the challenge.
pub fn challenge(sent: &Sent, done: Done, at: &At) -> Option<String> {
    let client: Client = serde_json::from_slice(&bytes(&sent.client)?).ok()?;
    let what = match done {
        Done::Made => "webauthn.create",
        Done::Signed => "webauthn.get",
    };
    let fits = client.what == what && client.origin == at.origin && !client.elsewhere;
    fits.then_some(client.challenge)
}

/// A passkey that was made; none where anything of it is not as it has to be.
pub fn made(sent: &Sent, at: &At, now: jiff::Timestamp) -> Option<Passkey> {
    let data = bytes(&sent.data)?;
    let (count, rest) = told(&data, &at.host, PRESENT | VERIFIED | WITH_KEY)?;
    let (_maker, rest) = rest.split_at_checked(16)?;
    let (long, rest) = rest.split_first_chunk::<2>()?;
    let (id, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*long)))?;
    let named = !id.is_empty() && bytes(&sent.id)? == id;
    named.then_some(Passkey {
        id: sent.id.clone(),
        host: at.host.clone(),
        key: key(rest)?,
        count,
        made: now,
    })
}

/// How often the device says it used a passkey, where its signature is right, for this hub, and the
/// count goes on: one that does not was copied.
pub fn signed(passkey: &Passkey, sent: &Sent) -> Option<u32> {
    let (data, client) = (bytes(&sent.data)?, bytes(&sent.client)?);
    let (count, _) = told(&data, &passkey.host, PRESENT | VERIFIED)?;
    let goes_on = count > passkey.count || (count, passkey.count) == (0, 0);
    let message = [&data[..], &Sha256::digest(&client)[..]].concat();
    let right = verified(&passkey.key, &message, &bytes(&sent.signature)?);
    (goes_on && right).then_some(count)
}

/// The count, and what follows, of what a device says: for this host, and with all that is asked.
fn told<'a>(data: &'a [u8], host: &str, asked: u8) -> Option<(u32, &'a [u8])> {
    let (for_host, rest) = data.split_at_checked(32)?;
    let (flags, rest) = rest.split_first()?;
    let (count, rest) = rest.split_first_chunk::<4>()?;
    let fits = for_host == &Sha256::digest(host.as_bytes())[..] && flags & asked == asked;
    fits.then_some((u32::from_be_bytes(*count), rest))
}

/// A key that begins here, in one of the two forms that are taken.
fn key(cose: &[u8]) -> Option<Key> {
    if let Some(rest) = cose.strip_prefix(P256[0]) {
        let (x, rest) = rest.split_at_checked(32)?;
        let (y, _) = rest.strip_prefix(P256[1])?.split_at_checked(32)?;
        return Some(Key::Es256(hex(&[&[4], x, y].concat())));
    }
    let (modulus, rest) = cose.strip_prefix(RSA[0])?.split_at_checked(256)?;
    rest.strip_prefix(RSA[1])?;
    Some(Key::Rs256(hex(modulus)))
}

fn verified(key: &Key, message: &[u8], signature: &[u8]) -> bool {
    match key {
        Key::Es256(point) => unhex(point).is_some_and(|point| {
            let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point);
            key.verify(message, signature).is_ok()
        }),
        Key::Rs256(modulus) => unhex(modulus).is_some_and(|modulus| {
            let key = RsaPublicKeyComponents {
                n: modulus,
                e: EXPONENT.to_vec(),
            };
            key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
                .is_ok()
        }),
    }
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_two_kinds_of_keys_that_can_be_checked_are_taken() {
        let p256 = [P256[0], &[1; 32], P256[1], &[2; 32]].concat();
        let point = format!("04{}{}", "01".repeat(32), "02".repeat(32));
        assert_eq!(key(&p256), Some(Key::Es256(point)));
        let rsa = [RSA[0], &[3; 256], RSA[1]].concat();
        assert_eq!(key(&rsa), Some(Key::Rs256("03".repeat(256))));
        for cut in [0, 9, 10, 41, 44, 76] {
            assert_eq!(key(&p256[..cut]), None, "{cut}");
        }
        for cut in [11, 266, 267, 271] {
            assert_eq!(key(&rsa[..cut]), None, "{cut}");
        }
        let mut other = p256;
        other[6] = 2;
        assert_eq!(key(&other), None);
    }

    #[test]
    fn a_key_of_rsa_is_checked_too() {
        // Made once with openssl: 2048 bits, over the three letters "abc".
        let Some((modulus, signature)) = include_str!("rsa.txt").trim().split_once('\n') else {
            panic!("the example has two lines");
        };
        let key = Key::Rs256(modulus.to_owned());
        let signature = unhex(signature).unwrap();
        assert!(verified(&key, b"abc", &signature));
        assert!(!verified(&key, b"abd", &signature));
    }
}
